"""Board pass 3: the body, as a run of blocks inside the box that holds the page's prose.

A paragraph is an anchor of the body when it is prose and no earlier pass knows it as something else. The box is the
smallest that holds nearly all anchors; the run goes from the first to the last anchor of its largest part; what
stands between two anchors (headings, short paragraphs, lists) belongs to the body unless it is made of links.
"""

from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading.sheet import Hint
from copydesk.types import BlockKind, MediaType, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.features import Floats

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

NOT_BODY: Final = int(Hint.CAPTION | Hint.DATE | Hint.BYLINE | Hint.CREDIT | Hint.TOPIC | Hint.PROMO | Hint.HEADER)


def find(board: "Board") -> None:
    """Find the run of the body and mark the prose in it; :func:`fill` takes in what stands between."""
    anchors = _without_teasers(board, _anchors(board))
    if _is_text(board) and _is_list(board, anchors):
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
    """Mark what no other pass claimed between the two ends of the body."""
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
    features = board.features
    linked = (features.link_density > 0.6) & (features.words >= 3)
    under = np.zeros_like(linked)
    under[1:] = linked[:-1]
    teaser = (anchors > 0) & (anchors < TEASER_WORDS) & under
    board.teasers = int(teaser.sum())
    certain = np.flatnonzero((anchors > 0) & ~teaser)
    if not len(certain) or anchors[certain].sum() < ENOUGH:
        return anchors
    outside = np.ones_like(linked)
    outside[certain[0] : certain[-1] + 1] = False
    dense = teaser.sum() > len(certain)  # a page of teasers with a text among them: they stand between anything
    return np.where(teaser & (outside | dense), 0.0, anchors)


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
    features, kind = board.features, board.sheet.kind[block]
    banned = NOT_BODY | int(Hint.ASIDE)
    if kind is BlockKind.HEADING:
        banned &= ~int(Hint.HEADER)  # sections of an article have headers of their own
    if board.hints[block] & banned or kind is BlockKind.CAPTION:
        return False
    if features.link_density[block] > (0.7 if kind in {BlockKind.LIST_ITEM, BlockKind.TABLE_ROW} else 0.5):
        return features.words[block] < 40 and bool(features.terminal[block])
    return True
