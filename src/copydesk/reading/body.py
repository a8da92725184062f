"""Board pass 3: the body.

On an HTML page the model's chances decide (see :mod:`copydesk.reading.judge`); what earlier passes know as something
else stays that, unless it is a mere surrounding by name and the model is sure. For texts see
:mod:`copydesk.reading.textbody`.
"""

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading import judge, kind, moments, textbody, together
from copydesk.reading.sheet import Hint
from copydesk.types import MediaType, PageKind, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.features import Floats

TEASER_WORDS = 45
"""Summaries under linked headlines stay below this; paragraphs under a linked crosshead seldom do."""

NOT_BODY: Final = int(
    Hint.DEK | Hint.CAPTION | Hint.DATE | Hint.BYLINE | Hint.CREDIT | Hint.TOPIC | Hint.PROMO | Hint.HEADER
)


OVERRULED: Final = frozenset(
    [Role.NAVIGATION, Role.ADVERT, Role.LEGAL, Role.OTHER, Role.RANKING, Role.PROMO, Role.RELATED, Role.RECOMMENDED,
     Role.TOPIC, Role.LIST_HEADING]
)  # fmt: skip
"""Roles that give way to the model where a box's name or the label over it gave them, not the block's own words."""

YIELDING: Final = OVERRULED - {Role.OTHER, Role.PROMO}
"""Of these, those that give way block by block; a hidden line amid the article's is well made furniture."""

SURE = 0.6
"""The chance that overrules a box's name."""

CERTAIN = 0.93
"""The chance that does so however little there is of it."""

PART = 0.12
"""And the share of the chosen words that blocks of its role must have, unless the model is certain: less is furniture
among the paragraphs."""

CLEAR = 0.87
"""Mean chance of the chosen words. A page below is no plain article: a shop, a list of lists, a forum; what its boxes
are called (navigation, related, control) then often is its matter, and the model's choice stands as it is."""

THREAD = 0.6
"""Where comments hold this share of the chosen words, the page is a thread, and they are what it is about."""

THREAD_STATED = 0.1
"""The same where the page or its address says that it is a forum."""

DATE_WORDS = 14

OFFER = 60
"""Words of all boxes called a wall: more is the article itself behind one."""

STRAY_GAP = 12
"""So many blocks in a row that are not chosen part the body's run from a stray block."""

STRAY = 0.1
"""A part with less than this share of the largest one's words does not stretch the run."""


def find(board: "Board") -> None:
    """Find the run of the body and mark its blocks; :func:`fill` takes in what stands between."""
    if board.sheet.page.media_type is MediaType.TEXT:
        textbody.find(board)
        return
    board.chance = judge.chances(board)
    words = board.features.words
    chosen = np.flatnonzero(judge.choose(board.chance, words)).tolist()
    size = float(words[chosen].sum())
    said = float(sum(words[block] for block in chosen if board.role[block] is Role.COMMENT))
    thread = said > THREAD * size or (said > THREAD_STATED * size and kind.is_stated(board, PageKind.FORUM))
    board.clear = clear = float((board.chance * words)[chosen].sum()) > CLEAR * size
    named = Counter[Role | None]()
    for block in chosen:
        named[board.role[block]] += words[block]
    wrong = {role for role in OVERRULED if not clear or named[role] >= PART * size}
    bar = SURE if clear else 0.0
    kept = [block for block in chosen if _is_kept(board, block, wrong, bar, thread=thread)]
    board.kept = together.without(board, kept)
    board.teasers = _teasers(board)
    paragraphs = [block for block in board.kept if _is_paragraph(board, block)]
    while len(paragraphs) > 1 and _is_dateline(board, paragraphs[0]):
        del paragraphs[0]
    board.body = _run_of(paragraphs or board.kept, words)
    certain = set(paragraphs)
    for block in board.kept:
        if block in certain or board.role[block] is not None:
            _take(board, block)


def _is_kept(board: "Board", block: int, wrong: set[Role], bar: float, *, thread: bool) -> bool:
    """Whether no earlier pass knows better than the model: a block's own words do, the name of its box may not."""
    role = board.role[block]
    by_words = board.rule[block].startswith("line:")
    chance = float(board.chance[block]) if board.chance is not None else 0.0
    if role in YIELDING and not by_words and chance >= CERTAIN:
        return True
    if _is_foreign(board, block):
        return False
    if role is None or role is Role.COMMENT:
        return role is None or thread
    return role in wrong and not by_words and chance >= bar


def _is_foreign(board: "Board", block: int) -> bool:
    """What the model takes for an article's body and nobody else would: offers, lines above the headline, hidden lines.

    On pages that are no plain article the last two are often what the page is about.
    """
    walled = board.hints & int(Hint.WALL) != 0
    if walled[block] and board.features.words[walled].sum() <= OFFER:
        return True
    if not board.clear:
        return False
    if block < board.headline and not board.features.prose[block]:
        return True
    boxes, box = board.sheet.boxes, board.sheet.owner[block]
    while board.features.words[block] <= OFFER and box >= 0 and boxes.end[box] - boxes.first[box] == 1:
        if boxes.hints[box] & int(Hint.HIDDEN):
            return True
        box = boxes.parent[box]
    return False


def _is_paragraph(board: "Board", block: int) -> bool:
    """Whether a chosen block is certain enough to begin or end the body: running text that nobody calls the dek."""
    return bool(board.features.prose[block] > 0 and not board.hints[block] & NOT_BODY)


def _is_dateline(board: "Board", block: int) -> bool:
    """Whether what looks like the first paragraph is a line of dates, which :mod:`copydesk.reading.head` will read."""
    return bool(board.features.words[block] <= DATE_WORDS and moments.find(board.sheet.words(block)))


def _take(board: "Board", block: int) -> None:
    chance = float(board.chance[block]) if board.chance is not None else 0.0
    board.change(block, Role.BODY, round(chance, 3), "model:body")


def _run_of(kept: list[int], words: "Floats") -> tuple[int, int]:
    """From the first to the last block of the body, strays left out."""
    if not kept:
        return 0, 0
    parts = [[kept[0]]]
    for before, after in pairwise(kept):
        if after - before > STRAY_GAP:
            parts.append([])
        parts[-1].append(after)
    sizes = [sum(words[block] for block in part) for part in parts]
    large = [part for part, size in zip(parts, sizes, strict=True) if size >= STRAY * max(sizes)]
    return large[0][0], large[-1][-1] + 1


def fill(board: "Board") -> None:
    """Mark as body what no other pass claimed: of HTML what the model chose, of a text all between the body's ends."""
    if board.sheet.page.media_type is MediaType.TEXT:
        textbody.fill(board)
        return
    for block in board.open_blocks(board.kept):
        _take(board, block)


def _teasers(board: "Board") -> int:
    """How many short texts stand right under a linked headline."""
    features = board.features
    linked = (features.link_density > 0.6) & (features.words >= 3)
    short = (features.prose > 0) & (features.prose < TEASER_WORDS)
    return int((short[1:] & linked[:-1]).sum())
