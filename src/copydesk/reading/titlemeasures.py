"""Board of a text -> matrix: what tells which line is the headline, before anything of the body is known.

A scraped page has its headline anywhere: on the first line of a farm's page, behind a hundred names of pages on
another. No line says so by itself. What tells is what stands below it (a date, a byline, prose that speaks of the
same), what stands above (a menu ends), whether it is repeated, and what the plain rule of
:mod:`copydesk.reading.texttitle` takes.
"""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from copydesk.reading import linemeasures, moments
from copydesk.types import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.reading.board import Board
    from copydesk.reading.linemeasures import Rows, ScoreOf

MOST_WORDS: Final = 45
"""A longer line is no headline."""

REACH: Final = 3000
"""Lines of a page among which its headline is sought: the longest menus have some hundreds."""

SLOT_WORDS: Final = 18
"""A longer line is no date or byline."""

BELOW: Final = (1, 2, 3, 4)
"""Lines below a headline among which dates and bylines are told apart."""

PARAGRAPH: Final = 15
"""Prose words of a line from which it is a paragraph."""

FAR: Final = 60

OPENING: Final = 6
"""Paragraphs of a page's opening, which speak of what the headline does."""

CUES: Final = {
    "byline": ("byline_prefix", "byline_suffix_anywhere"),
    "date": ("published_prefix", "modified_prefix", "date_prefix", "updated_anywhere"),
    "time": ("read_time_anywhere",),
}


def candidates(board: "Board") -> NDArray[np.intp]:
    """The lines that can be a headline at all, by their size."""
    words = board.features.words[:REACH]
    return np.flatnonzero((words >= 1) & (words <= MOST_WORDS))


def of(board: "Board", rule: int, score_of: "ScoreOf") -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """The measures' names and the matrix, ``(len(names), lines)``; ``rule`` is the line that the rule takes, or -1."""
    said, about, known = linemeasures.known(board, score_of)
    rows = known | own(board, rule, said, about)
    return tuple(rows), linemeasures.matrix(rows, len(said))


def own(board: "Board", rule: int, said: "Sequence[Sequence[str]]", about: "Sequence[set[str]]") -> "Rows":
    """The measures that only a headline needs."""
    rows: Rows = {}
    features = board.features
    n = len(features.words)
    index = np.arange(n)
    _slots(rows, board)
    _opening(rows, board, about)
    _begun(rows, said)
    after = np.minimum.accumulate(np.where(features.prose >= PARAGRAPH, index, n + FAR)[::-1])[::-1]
    rows["paragraph_after"] = np.clip(after - index, 0, FAR)
    rows["paragraph_size"] = np.where(after < n, np.log1p(features.prose[np.minimum(after, n - 1)]), 0.0)
    rows["rule"] = index == rule
    rows["from_rule"] = np.clip(index - rule, -FAR, FAR) if rule >= 0 else float(-FAR - 1)
    rows["cut"] = np.array([board.sheet.cut.get(block) is Role.HEADLINE for block in range(n)])
    rows["taken"] = np.array([role is not None for role in board.role])
    return rows


def _slots(rows: "Rows", board: "Board") -> None:
    """Lines that name a day or whoever wrote it, and how far above one a line stands."""
    features = board.features
    n = len(features.words)
    short = np.flatnonzero(features.words <= SLOT_WORDS).tolist()
    flags = {name: np.zeros(n + FAR) for name in (*CUES, "dated")}
    for block in short:
        found = board.cues(block)
        if found:
            for name, cues in CUES.items():
                flags[name][block] = any(cue in found for cue in cues)
        if features.digits[block] > 0:
            text = board.line(block)
            flags["dated"][block] = sum(m.end - m.start for m in moments.find(text)) > 0.4 * len(text)
    for name, flag in flags.items():
        rows[name] = flag[:n]
        for step in BELOW:
            rows[f"{name}+{step}"] = flag[step : n + step]
        rows[f"{name}-1"] = np.concatenate(([0.0], flag[: n - 1]))


def _opening(rows: "Rows", board: "Board", about: "Sequence[set[str]]") -> None:
    """How many of a line's telling words the next paragraphs have."""
    paragraphs = np.flatnonzero(board.features.prose >= PARAGRAPH).tolist()
    told = [0] * len(about)
    ahead = len(paragraphs)  # counted from the page's end: the first paragraph below the line
    next_in: dict[str, int] = {}
    for block in range(len(about) - 1, -1, -1):
        line, reached = about[block], ahead + OPENING
        told[block] = sum([next_in.get(word, reached) < reached for word in line])
        if ahead and paragraphs[ahead - 1] == block:
            ahead -= 1
            next_in.update(dict.fromkeys(line, ahead))
    rows["opening_words"] = np.array(told)
    sizes = np.array([len(line) for line in about])
    rows["opening"] = np.where(sizes > 0, rows["opening_words"] / np.maximum(sizes, 1), -1.0)


def _begun(rows: "Rows", said: "Sequence[Sequence[str]]") -> None:
    """How many lines begin as a line does."""
    begun: dict[tuple[str, ...], int] = {}
    starts = [tuple(line[:6]) for line in said]
    for start in starts:
        begun[start] = begun.get(start, 0) + 1
    rows["begun"] = np.array([begun[start] if start else 0 for start in starts])
