"""The body of a text: a model's choice of its lines.

The model (see :mod:`copydesk.reading.linemeasures`) sees, among much else, the run of lines that a plain rule takes for
the body: a line is an anchor of it when it is prose and no earlier pass knows it as something else; the run goes from
the first to the last anchor of the largest part, and what stands between two anchors belongs to it. What earlier passes
know stays what it is, unless most of what the model chooses stands under a label: then the label is not what it seems.
"""

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading import judge, textlists, together
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.features import Floats

YIELDING: Final = frozenset(
    [Role.COMMENT, Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.LIST_HEADING, Role.NAVIGATION, Role.ADVERT,
     Role.LEGAL]
)  # fmt: skip
"""Roles that give way to the model where a label gave them, not the line's own words."""

PART = 0.4
"""The share of the chosen words that lines of such a role must have to do so."""

GAP = 4
"""So many headline-like lines in a row between two anchors part two texts."""

SMALL_PART = 0.25
"""Parts of a parted run with less than this share of the largest one's prose are teasers, not the article."""


def run(board: "Board") -> tuple[int, int]:
    """The first line of the run and one past its last; (0, 0) where there is none."""
    anchors = _anchors(board)
    if _is_list(board, anchors):
        return 0, 0
    if not anchors.any():
        anchors = _weak_anchors(board)
        if not anchors.any():
            return 0, 0
    parts = _parts(board, np.flatnonzero(anchors > 0).tolist())
    largest = max(anchors[part].sum() for part in parts)
    kept = [block for part in parts if anchors[part].sum() >= SMALL_PART * largest for block in part]
    return _widened(board, kept[0], kept[-1] + 1)


def find(board: "Board") -> None:
    """Mark the prose that the model chooses; :func:`fill` takes in the other lines that it does."""
    if _is_list(board, board.features.prose):
        return
    board.chance = judge.line_chances(board, run(board))
    chosen = np.flatnonzero(judge.choose(board.chance, board.features.words)).tolist()
    words = board.features.words
    size = float(words[chosen].sum())
    named = Counter[Role | None]()
    for block in chosen:
        named[board.role[block]] += words[block]
    wrong = {role for role in YIELDING if named[role] >= PART * size}
    chosen = _before_others(board, chosen)
    board.kept = together.without(board, [block for block in chosen if _is_kept(board, block, wrong)])
    if not board.kept:
        return
    board.body = board.kept[0], board.kept[-1] + 1
    for block in board.kept:
        if board.features.prose[block] > 0 or board.role[block] is not None:
            _take(board, block)


def _before_others(board: "Board", chosen: list[int]) -> list[int]:
    """The chosen lines without other articles behind this one: below what closes it, or under a title listed above."""
    chosen = _before_announced(board, chosen) if chosen else chosen
    words = board.features.words
    half, above = 0.5 * float(words[chosen].sum()), 0.0
    for number, block in enumerate(chosen):
        between = range(chosen[number - 1] + 1, block) if number and above > half else ()
        if any(_closes(board, other) for other in between) and any(
            _is_title(board, other) for other in [*between, block]
        ):
            return chosen[:number]
        above += float(words[block])
    return chosen


def _closes(board: "Board", block: int) -> bool:
    """Whether a line closes an article, as its topics in a row do; a run of short lines is too weak a sign."""
    named = board.role[block] in CLOSING and board.rule[block].startswith("line:")
    return named and not board.rule[block].startswith("line:names") and any(map(str.isalpha, board.line(block)))


def _is_title(board: "Board", block: int) -> bool:
    features = board.features
    untitled = features.terminal[block] or board.role[block] in CLOSING
    return bool(not untitled and textlists.LEAST_WORDS < features.words[block] <= textlists.MAX_ENTRY_WORDS)


def _before_announced(board: "Board", chosen: list[int]) -> list[int]:
    """The chosen lines up to a title that stood in a list above the text, as in a newsletter's contents."""
    terminal = board.features.terminal
    ranked = [block for block in range(chosen[0], chosen[-1] + 1) if not terminal[block] and _is_ranked(board, block)]
    if len(ranked) < LEAST_RANKED:
        return chosen
    lines = [board.line(block) for block in ranked]
    last = max((block for block in board.having(Role.HEADLINE) if _is_ranked(board, block)), default=-1)
    stop = next((block for block, line in zip(ranked, lines, strict=True) if block > last and lines.count(line) > 1), 0)
    kept = [block for block in chosen if last < block < stop]
    return kept if any(board.features.prose[block] for block in kept) else chosen


def _is_ranked(board: "Board", block: int) -> bool:
    """Whether a line is a title behind its number: ``2. Storm over the coast``."""
    text = board.line(block)
    return text[0].isdigit() and text.lstrip("0123456789")[:2] in {". ", ") "} and text.count(" ") >= LEAST_BLANKS


LEAST_RANKED: Final = 2
"""Numbered titles that stand among the chosen lines where a list of contents announces articles: once and again."""

LEAST_BLANKS: Final = 3
"""Blanks of a title that stands above the text and again amid it."""

CLOSING: Final = frozenset([Role.TOPIC])
"""What stands below an article and never amid it; counters stand below each post of a thread."""


def _is_kept(board: "Board", block: int, wrong: set[Role]) -> bool:
    role = board.role[block]
    return role is None or (role in wrong and not board.rule[block].startswith("line:"))


def fill(board: "Board") -> None:
    """Mark what the model chose and no other pass claimed."""
    for block in board.open_blocks(board.kept):
        _take(board, block)


def _take(board: "Board", block: int) -> None:
    chance = float(board.chance[block]) if board.chance is not None else 0.0
    board.change(block, Role.BODY, round(chance, 3), "model:line")


def _anchors(board: "Board") -> "Floats":
    """Prose words of the lines that may be body: below the headline, if most of the prose is."""
    free = np.array([role is None for role in board.role], dtype=bool)
    prose = board.features.prose
    if board.headline >= 0 and prose[board.headline :].sum() > 0.5 * prose.sum():
        free[: board.headline + 1] = False
    return np.where(free, prose, 0.0)


def _is_list(board: "Board", anchors: "Floats") -> bool:
    """Whether a text is nothing but headlines, of which one or two happen to end like a sentence."""
    lines = [block for block in range(len(board.role)) if _is_headline_like(board, block) or board.features.item[block]]
    return anchors.sum() < 40 and len(lines) >= 5


def _weak_anchors(board: "Board") -> "Floats":
    """In texts without prose: whatever words stand below the headline."""
    words = board.features.words
    free = np.array([role is None for role in board.role], dtype=bool)
    return np.where(free & (np.arange(len(free)) > board.headline) & (words >= 4), words, 0.0)


def _parts(board: "Board", anchors: list[int]) -> list[list[int]]:
    """The anchors, parted where a stretch of headlines lies between two of them."""
    parts = [[anchors[0]]]
    for before, after in pairwise(anchors):
        if sum(_is_headline_like(board, block) for block in range(before + 1, after)) >= GAP:
            parts.append([])
        parts[-1].append(after)
    return parts


def _is_headline_like(board: "Board", block: int) -> bool:
    features = board.features
    return bool(not features.terminal[block] and features.words[block] <= 30 and not features.item[block])


def _widened(board: "Board", begin: int, stop: int) -> tuple[int, int]:
    """Take in the short paragraphs and the heading that touch the run at either end."""
    while stop < len(board.role) and _continues(board, stop):
        stop += 1
    while begin - 1 >= 0 and begin - 1 > board.headline and _leads_in(board, begin - 1):
        begin -= 1
    return begin, stop


def _continues(board: "Board", block: int) -> bool:
    features = board.features
    listed = features.item[block] and features.item[block - 1]
    return bool(board.role[block] is None and features.words[block] >= 2 and (features.terminal[block] or listed))


def _leads_in(board: "Board", block: int) -> bool:
    features = board.features
    if board.role[block] is not None:
        return False
    if features.heading[block]:
        return board.headline >= 0
    return bool(features.terminal[block] and features.words[block] >= 3)
