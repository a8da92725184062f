"""Board pass 3: the body.

On an HTML page the model's chances decide (see :mod:`copydesk.reading.judge`); what earlier passes know as something
else stays that, unless it is a mere surrounding by name and the model is sure. On a text, the body is a run of lines:
a paragraph is an anchor when it is prose; the run goes from the first to the last anchor of the largest part; what
stands between two anchors (headings, short paragraphs, lists) belongs to it unless it is made of headlines.
"""

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading import judge, kind, moments
from copydesk.reading.sheet import Hint
from copydesk.types import BlockKind, MediaType, PageKind, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.features import Flags, Floats

SHARE = 0.72
"""A box is gone into while it holds this much of the page's prose: 0.6 loses split articles, 0.8 keeps sidebars."""

GAP = 4
"""So many link or headline lines in a row between two anchors part two texts."""

SMALL_PART = 0.25
"""Parts of a parted run with less than this share of the largest one's prose are teasers, not the article."""

TEASER_WORDS = 45
"""Summaries under linked headlines stay below this; paragraphs under a linked crosshead seldom do."""

ENOUGH = 120
"""Words of prose that make an article without any teaser."""

NOT_BODY: Final = int(
    Hint.DEK | Hint.CAPTION | Hint.DATE | Hint.BYLINE | Hint.CREDIT | Hint.TOPIC | Hint.PROMO | Hint.HEADER
)


OVERRULED: Final = frozenset(
    [Role.NAVIGATION, Role.ADVERT, Role.LEGAL, Role.OTHER, Role.RANKING, Role.PROMO, Role.RELATED, Role.RECOMMENDED,
     Role.TOPIC, Role.LIST_HEADING]
)  # fmt: skip
"""Roles that give way to the model where a box's name or the label over it gave them, not the block's own words."""

SURE = 0.6
"""The chance that overrules a box's name."""

PART = 0.12
"""And the share of the chosen words that blocks of its role must have: less is furniture among the paragraphs."""

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
    if _is_text(board):
        _find_in_text(board)
        return
    board.chance = judge.chances(board)
    words = board.features.words
    chosen = np.flatnonzero(judge.choose(board.chance, words)).tolist()
    size = float(words[chosen].sum())
    said = float(sum(words[block] for block in chosen if board.role[block] is Role.COMMENT))
    thread = said > THREAD * size or (said > THREAD_STATED * size and kind.is_stated(board, PageKind.FORUM))
    clear = float((board.chance * words)[chosen].sum()) > CLEAR * size
    named = Counter[Role | None]()
    for block in chosen:
        named[board.role[block]] += words[block]
    wrong = {role for role in OVERRULED if not clear or named[role] >= PART * size}
    bar = SURE if clear else 0.0
    board.kept = [block for block in chosen if _is_kept(board, block, wrong, bar, thread=thread)]
    _teasers(board, board.features.prose)
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
    if _is_foreign(board, block, clear=bar > 0):
        return False
    if role is None or role is Role.COMMENT:
        return role is None or thread
    by_words = board.rule[block].startswith("line:")
    return role in wrong and not by_words and board.chance is not None and bool(board.chance[block] >= bar)


def _is_foreign(board: "Board", block: int, *, clear: bool) -> bool:
    """What the model takes for body and nobody else would: a line above the headline, an offer, one hidden line."""
    if clear and block < board.headline and not board.features.prose[block]:
        return True
    walled = board.hints & int(Hint.WALL) != 0
    if walled[block] and board.features.words[walled].sum() <= OFFER:
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


def _find_in_text(board: "Board") -> None:
    anchors = _without_teasers(board, _anchors(board))
    if _is_list(board, anchors):
        return
    if not anchors.any():
        anchors = _weak_anchors(board)
        if not anchors.any():
            return
    first, end = _box_range(board, anchors)
    inside = np.zeros_like(anchors)
    inside[first:end] = anchors[first:end]
    parts = _parts(board, np.flatnonzero(inside > 0).tolist())
    largest = max(anchors[part].sum() for part in parts)
    kept = [block for part in parts if anchors[part].sum() >= SMALL_PART * largest for block in part]
    board.body = _widened(board, kept[0], kept[-1] + 1, first, end)
    for block in kept:
        board.mark(block, Role.BODY, min(0.6 + anchors[block] / 100, 0.95), "body:prose")


def fill(board: "Board") -> None:
    """Mark as body what no other pass claimed: of HTML what the model chose, of a text all between the body's ends."""
    if board.chance is not None:
        for block in board.open_blocks(board.kept):
            _take(board, block)
        return
    for block in board.open_blocks(range(*board.body)):
        if _belongs(board, block):
            board.mark(block, Role.BODY, 0.6, "body:between")


def _anchors(board: "Board") -> "Floats":
    """Prose words of the blocks that may be body."""
    free = np.array([role is None for role in board.role], dtype=bool)
    banned = (board.hints & (NOT_BODY | int(Hint.ASIDE | Hint.WALL))) != 0
    after = np.ones_like(free)
    if board.headline >= 0 and board.features.prose[board.headline :].sum() > 0.5 * board.features.prose.sum():
        after[: board.headline + 1] = False
    return np.where(free & ~banned & after, board.features.prose, 0.0)


def _is_list(board: "Board", anchors: "Floats") -> bool:
    """Whether a text is nothing but headlines, of which one or two happen to end like a sentence."""
    lines = [block for block in range(len(board.role)) if _is_headline_like(board, block) or board.features.item[block]]
    return anchors.sum() < 40 and len(lines) >= 5


def _without_teasers(board: "Board", anchors: "Floats") -> "Floats":
    """The anchors less those that sum up another article: a short text right under a linked headline.

    They are kept where they stand between paragraphs, and where the page has little else.
    """
    teaser = _teasers(board, anchors)
    certain = np.flatnonzero((anchors > 0) & ~teaser)
    if not len(certain) or anchors[certain].sum() < ENOUGH:
        return anchors
    outside = np.ones_like(teaser)
    outside[certain[0] : certain[-1] + 1] = False
    dense = teaser.sum() > len(certain)  # a page of teasers with a text among them: they stand between anything
    return np.where(teaser & (outside | dense), 0.0, anchors)


def _teasers(board: "Board", anchors: "Floats") -> "Flags":
    """Short texts right under a linked headline; the board keeps how many there are."""
    features = board.features
    linked = (features.link_density > 0.6) & (features.words >= 3)
    under = np.zeros_like(linked)
    under[1:] = linked[:-1]
    teaser: Flags = (anchors > 0) & (anchors < TEASER_WORDS) & under
    board.teasers = int(teaser.sum())
    return teaser


def _weak_anchors(board: "Board") -> "Floats":
    """On pages without prose: whatever words stand unlinked in the main part of the page."""
    features = board.features
    free = np.array([role is None for role in board.role], dtype=bool)
    after = np.arange(len(free)) > board.headline
    useful = free & after & (features.link_density < 0.4) & (features.words >= 4) & ((board.hints & NOT_BODY) == 0)
    return np.where(useful, features.words, 0.0)


def _box_range(board: "Board", anchors: "Floats") -> tuple[int, int]:
    """The blocks of the smallest box that holds nearly all anchors."""
    boxes = board.sheet.boxes
    sums = np.concatenate([[0.0], np.cumsum(anchors)])
    mass = (sums[np.array(boxes.end)] - sums[np.array(boxes.first)]).tolist()
    best, need = 0, SHARE * mass[0]
    for box in range(1, len(mass)):
        # Numbers rise inward, so the last box that qualifies inside the best one is the smallest.
        if mass[box] >= need and boxes.first[box] >= boxes.first[best] and boxes.end[box] <= boxes.end[best]:
            best, need = box, max(need, SHARE * mass[box])
    return boxes.first[best], boxes.end[best]


def _parts(board: "Board", anchors: list[int]) -> list[list[int]]:
    """The anchors, parted where a stretch of links or headlines lies between two of them."""
    features = board.features
    parts = [[anchors[0]]]
    for before, after in pairwise(anchors):
        between = range(before + 1, after)
        foreign = sum(
            1
            for block in between
            if features.link_density[block] > 0.6 or (_is_text(board) and _is_headline_like(board, block))
        )
        if foreign >= GAP:
            parts.append([])
        parts[-1].append(after)
    return parts


def _is_text(board: "Board") -> bool:
    return board.sheet.page.media_type is MediaType.TEXT


def _is_headline_like(board: "Board", block: int) -> bool:
    features = board.features
    return bool(not features.terminal[block] and features.words[block] <= 30 and not features.item[block])


def _widened(board: "Board", begin: int, stop: int, first: int, end: int) -> tuple[int, int]:
    """Take in the short paragraphs and the heading that touch the run at either end."""
    while stop < end and _continues(board, stop):
        stop += 1
    while begin - 1 >= first and begin - 1 > board.headline and _leads_in(board, begin - 1):
        begin -= 1
    return begin, stop


def _continues(board: "Board", block: int) -> bool:
    features = board.features
    plain = board.role[block] is None and features.link_density[block] < 0.3 and not board.hints[block] & NOT_BODY
    same = board.sheet.boxes.parent[board.sheet.owner[block]] == board.sheet.boxes.parent[board.sheet.owner[block - 1]]
    ends = features.terminal[block] and features.words[block] >= 2
    listed = features.item[block] and features.item[block - 1] and features.words[block] >= 2
    return bool(plain and (_is_text(board) or same) and (ends or listed))


def _leads_in(board: "Board", block: int) -> bool:
    features = board.features
    if board.role[block] is not None or board.hints[block] & NOT_BODY or features.link_density[block] > 0.3:
        return False
    if features.heading[block]:
        return board.headline >= 0
    return bool(features.terminal[block] and features.words[block] >= 3)


def _belongs(board: "Board", block: int) -> bool:
    features, form = board.features, board.sheet.kind[block]
    banned = NOT_BODY | int(Hint.ASIDE)
    if form is BlockKind.HEADING:
        banned &= ~int(Hint.HEADER)  # sections of an article have headers of their own
    if board.hints[block] & banned or form is BlockKind.CAPTION:
        return False
    if features.link_density[block] > (0.7 if form in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW} else 0.5):
        return features.words[block] < 40 and bool(features.terminal[block])
    return True
