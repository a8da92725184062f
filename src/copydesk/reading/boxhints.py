"""Boxes' names -> the hints of every block: those of all boxes around it, less those that name a layout.

A box name is believed only while the box does not hold the page's prose: a site that wraps its article in
``class="related-layout"`` has named a layout, not a list.
"""

from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading.sheet import Hint

if TYPE_CHECKING:
    from copydesk.reading.board import Board

FURNITURE: Final = (
    Hint.HIDDEN | Hint.ADVERT | Hint.COMMENT | Hint.NEWSLETTER | Hint.RELATED | Hint.RANKING | Hint.RECOMMENDED
    | Hint.SHARE | Hint.NAVIGATION | Hint.FOOTER | Hint.ASIDE | Hint.LEGAL | Hint.AUTHOR_BIO | Hint.BREADCRUMB
    | Hint.TOPIC | Hint.CONTROL | Hint.PROMO | Hint.WALL | Hint.BYLINE | Hint.DATE | Hint.CAPTION | Hint.CREDIT
    | Hint.HEADER | Hint.HEADLINE
)  # fmt: skip

WEAK: Final = (
    Hint.CONTROL | Hint.PROMO | Hint.SHARE | Hint.HEADER | Hint.LEGAL | Hint.CAPTION | Hint.CREDIT | Hint.TOPIC
)
"""Hints that are often said of a paragraph's wrapper ("slider", "tools", "post tag-x") and give way to its prose."""

MAIN_SHARE = 0.35
"""A box with this share of the page's prose is not furniture, whatever it is called (articles hold 0.5 and more)."""

WEAK_WORDS: Final = 40

COMMENT_AFTER = 80
"""Words of prose outside a comment box that make it comments to an article rather than the page's own matter."""


def spread(board: "Board") -> None:
    """Give every block the hints of all boxes around it."""
    boxes, prose = board.sheet.boxes, board.features.prose
    if not any(boxes.hints):
        return  # a text: none says anything, as the board has it already
    sums = np.concatenate([[0.0], np.cumsum(prose)])
    first, end = np.array(boxes.first), np.array(boxes.end)
    mass = sums[end] - sums[first]
    total = float(sums[-1])
    furniture, weak, comment = int(FURNITURE), int(WEAK), int(Hint.COMMENT)
    spread = [0] * len(boxes.parent)
    for box, bits in enumerate(boxes.hints):
        own = bits
        if own & furniture and total > 0:
            if mass[box] > MAIN_SHARE * total:
                kept = comment if own & comment and total - mass[box] > COMMENT_AFTER else 0
                own = own & ~furniture | kept
            elif own & weak and mass[box] > WEAK_WORDS:
                own &= ~weak
        parent = boxes.parent[box]
        spread[box] = own | (spread[parent] if parent >= 0 else 0)
    if len(board.role):
        board.hints = np.array(spread, dtype=np.int64)[np.array(board.sheet.owner)]
        _drop_common(board, total)


def _drop_common(board: "Board", total: float) -> None:
    """Forget a hint that stands on most of the page's prose, paragraph by paragraph: it names a layout as well."""
    prose = board.features.prose
    for bit in FURNITURE:
        hit = (board.hints & int(bit)) != 0
        held = float(prose[hit].sum())
        if held > 0.5 * total and not (bit is Hint.COMMENT and total - held > COMMENT_AFTER):
            board.hints[hit] &= ~int(bit)
