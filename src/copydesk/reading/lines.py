"""Board pass 2: blocks that say themselves what they are, by the cue they hold, wherever they stand.

Only short blocks: a paragraph that quotes such words is not one of them.
"""

import re
from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading import controls, counters, listends, remarks, textlists, textmarks, words
from copydesk.reading.sheet import Hint
from copydesk.types import BlockKind, MediaType, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

MAX_WORDS = 45

_SEAM: Final = re.compile(r"\s*[:：|»>©►▶→]|\s+[-–—](?=\s)")
_SEAMED: Final = frozenset([Role.CREDIT, Role.CAPTION])

_NO_HEADLINE: Final = (":", "：", ",", ")", ";")

LIKELY = 0.6
"""The chance of being body from which a lone line without a mark is a part of the text."""

MOST_CAPITALS = 0.5
"""Words with a capital, as a share of a line that is written as a sentence."""

CROSSHEAD_WORDS = 8
"""A crosshead of a text has at most so many words."""

RULES: Final = (
    # cue of cues.toml, role, most words, score
    ("advert_line", Role.ADVERT, 8, 0.9),
    ("newsletter_anywhere", Role.NEWSLETTER, 40, 0.8),
    ("credit_prefix", Role.CREDIT, 30, 0.8),
    ("credit_anywhere", Role.CREDIT, 40, 0.85),
    ("licensed_anywhere", Role.CREDIT, 45, 0.8),
    ("legal_anywhere", Role.LEGAL, 45, 0.8),
    ("photo_credit_prefix", Role.CAPTION, 15, 0.7),
)
"""In order of trust: the first that holds marks the block."""


def mark(board: "Board") -> None:
    """Mark the blocks whose own words say what they are."""
    features = board.features
    short = np.flatnonzero(features.words <= MAX_WORDS).tolist()
    before = np.concatenate([[0.0], np.cumsum(features.prose)])
    total = float(before[-1])
    is_text = board.sheet.page.media_type is MediaType.TEXT
    pictured = {picture.block for picture in board.sheet.pictures}
    # Lists, for numbers of an array cost more to take out than to compare.
    sizes: list[float] = features.words.tolist()
    linked: list[float] = features.link_density.tolist()
    prose: list[float] = before.tolist()
    for block in board.open_blocks(short):
        text = board.sheet.words(block)
        found = board.cues(block)
        for cue, role, most, score in RULES if found else ():
            if cue in found and sizes[block] <= most and linked[block] < 0.9:
                if role is Role.CREDIT and prose[block] < 0.3 * total:
                    continue  # a credit closes an article; above it the same words are a byline or a menu
                if role in _SEAMED and not _is_seamed(text, found[cue]):
                    continue
                if cue == "advert_line" and words.label(text) not in words.phrases("cues", "advert_line"):
                    continue
                board.mark(block, role, score, f"line:{cue}")
                break
        else:
            if (
                prose[block] > 0
                and not (is_text and "©" in text)
                and (words.topics_label(text) is not None or (is_text and textlists.topics_begin(text) is not None))
            ):
                board.mark(block, Role.TOPIC, 0.8, "line:topics label")
                continue
            if is_text and textmarks.mark_own(board, block, text, prose[block] / total if total else 0.0):
                continue
            if (is_text or block in pictured) and _is_caption(text, sizes[block], prose[block], total):
                board.mark(block, Role.CAPTION, 0.6, "line:photo credit at its end")
                continue
            if sizes[block] <= 12 and (words.is_share_bar(text) or (is_text and controls.is_controls(text))):
                board.mark(block, Role.NAVIGATION, 0.7, "line:share bar")
                continue
            if is_text and "©" in text and prose[block] >= 0.8 * total:
                board.mark(block, Role.LEGAL, 0.6, "line:rights reserved")
                continue
            _mark_promo(board, block, text, found)
            below = is_text and prose[block] >= 0.8 * total > 0
            counted = counters.reactions(text, below=below, comments=below) if prose[block] > 0 else []
            # Amid the body a crosshead may end in a year; below it a kit's own word is as good as a known one.
            known = counted and (counters.is_reaction(counted[0][0]) or not any(map(str.isalpha, counted[0][0])))
            if counted and (known or prose[block] >= 0.8 * total):
                board.mark(block, Role.REACTION, 0.8, "line:counter")
    if is_text:
        textmarks.mark_topics(board)
        remarks.mark(board)
        return  # no box has a name
    for block in np.flatnonzero((board.hints & int(Hint.CONTROL | Hint.SHARE)) != 0).tolist():
        if before[block] >= 0.8 * total > 0 and counters.reactions(board.sheet.words(block)):
            board.change(block, Role.REACTION, 0.7, "line:counter on a button")
    for block in np.flatnonzero((board.hints & int(Hint.CAPTION | Hint.CREDIT)) != 0).tolist():
        if board.sheet.kind[block] is BlockKind.CAPTION or features.words[block] <= MAX_WORDS:
            board.mark(block, Role.CAPTION, 0.8, "box:caption")


def _is_seamed(text: str, hit: tuple[int, int]) -> bool:
    """Whether a cue of one word has the colon or slash behind it that makes it a label: ``Photo: …``."""
    return " " in text[slice(*hit)] or bool(_SEAM.match(text, hit[1])) or "/" in text[hit[1] :]


def _is_caption(text: str, size: float, before: float, total: float) -> bool:
    """A line above or inside the body that ends in the credit of a photograph."""
    if size > MAX_WORDS or before >= CAPTIONED * total:
        return False
    return words.photo_credit(text) is not None or words.ends_in_source(text)


CAPTIONED: Final = 0.8
"""The share of a page's prose above which no picture of the text stands."""


def _mark_promo(board: "Board", block: int, text: str, found: dict[str, tuple[int, int]]) -> None:
    """A line that sends the reader elsewhere: ``Read more: …``, or ``>> Storm over the coast`` alone amid a text."""
    hit = found.get("promo_prefix")
    if not hit and text[:2] == ARROWS and board.features.prose[:block].any() and not board.features.terminal[block]:
        near = (other for other in (block - 1, block + 1) if other < len(board.role))
        if not any(board.line(other).startswith(ARROWS) for other in near):
            board.mark(block, Role.PROMO, 0.7, "line:arrows alone")
        return
    if not hit or board.features.words[block] > 35:
        return
    if board.sheet.page.media_type is MediaType.TEXT and (
        listends.leads_on(text) or counters.is_count(text[hit[1] :].lstrip(" :："))
    ):
        return  # a link that lost what it leads to, a counter of readers
    linked = board.features.link_density[block] > 0.4
    if linked or _SEAM.match(text, hit[1]):
        board.mark(block, Role.PROMO, 0.85, "line:promo_prefix")


ARROWS: Final = ">>"


def _is_likely(board: "Board", block: int) -> bool:
    """Whether a lone line without a stop is a part of the text all the same.

    Between two paragraphs and written as a sentence it is another article's headline, whatever the model says: on news
    pages in 20 cases of 22; crossheads of such length are in capitals or stand above a list.
    """
    features, text = board.features, board.sheet.words(block)
    between = features.prose[block - 1] > 0 and features.prose[block + 1] > 0
    if between and text[0].isupper() and features.capitals[block] <= MOST_CAPITALS:
        return False
    return board.chance is not None and bool(board.chance[block] > LIKELY)


def mark_lone_items(board: "Board") -> None:
    """Inside the body: a single list item or a single linked line between paragraphs sends the reader elsewhere.

    The list item must look like a headline (no full stop); a list of two or more is the article's own. Where the page
    is no plain article, lines of links may be all that it is about, and none is marked.
    """
    if not board.clear:
        return
    begin, stop = board.body
    features = board.features
    is_text = board.sheet.page.media_type is MediaType.TEXT
    for block in board.open_blocks(range(begin + 1, stop - 1)):
        if not 4 <= features.words[block] <= 30 or features.heading[block]:
            continue
        alone = not features.item[block - 1] and not features.item[block + 1]
        if features.terminal[block] and not (alone and features.link_density[block] > 0.85):
            continue
        text = board.sheet.words(block)
        led_in = board.sheet.words(block - 1).endswith((":", "："))
        if features.item[block] and alone and not led_in and (is_text or features.link_density[block] > 0.6):
            board.mark(block, Role.PROMO, 0.75, "body:lone list item")
        elif features.link_density[block] > 0.85 and alone:
            board.mark(block, Role.PROMO, 0.7, "body:lone link")
        elif (
            is_text
            and alone
            and not _is_likely(board, block)
            and features.words[block] > CROSSHEAD_WORDS
            and not text.endswith(_NO_HEADLINE)
        ):
            # So long a line without a stop is another article's headline.
            board.mark(block, Role.PROMO, 0.5, "body:lone headline")
