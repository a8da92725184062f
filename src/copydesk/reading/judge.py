"""Measures -> for every block the chance that it belongs to the page's main content, and which blocks to take.

Likewise for a page the chance of each kind.

The models are sums of decision trees (:mod:`copydesk.reading.trees`). How each was trained is told in the card beside
its weights: body.md, kind.md, lines.md, titles.md, bylines.md.
"""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from copydesk.reading import (
    bylinemeasures,
    linemeasures,
    linewords,
    measures,
    pagemeasures,
    titlemeasures,
    trees,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.reading.board import Board
    from copydesk.types import PageKind

Floats = NDArray[np.float64]

SHARPNESS: Final = 1.1
"""Chances are raised to this power before words are weighed: found on the development pages, by fold."""


def chances(board: "Board") -> Floats:
    """The chance of each block, 0 to 1."""
    names, matrix = measures.of(board)
    chance: Floats = 1.0 / (1.0 + np.exp(-trees.load("body", tuple(names)).totals(matrix)[:, 0]))
    return chance


def line_chances(board: "Board", run: tuple[int, int]) -> Floats:
    """The chance of each line of a text, 0 to 1; ``run`` is the rule's body."""
    names, matrix = linemeasures.of(board, run, linewords.score_of())
    chance: Floats = 1.0 / (1.0 + np.exp(-trees.load("lines", names).totals(matrix)[:, 0]))
    return chance


def title_chances(board: "Board", rule: int) -> tuple[NDArray[np.intp], Floats]:
    """The lines of a text that can be its headline, and how likely each is; ``rule`` is the plain rule's choice."""
    lines = titlemeasures.candidates(board)
    names, matrix = titlemeasures.of(board, rule, linewords.score_of())
    chance: Floats = 1.0 / (1.0 + np.exp(-trees.load("titles", names).totals(matrix[:, lines])[:, 0]))
    return lines, chance


def byline_chances(board: "Board") -> tuple[NDArray[np.intp], Floats]:
    """The lines of a text that can say who wrote it, and how likely each does."""
    lines = bylinemeasures.candidates(board)
    names, matrix = bylinemeasures.of(board, lines, linewords.score_of())
    chance: Floats = 1.0 / (1.0 + np.exp(-trees.load("bylines", names).totals(matrix)[:, 0]))
    return lines, chance


def kinds(board: "Board", votes: "Mapping[PageKind, float]") -> Floats:
    """The chance of each kind that the model knows, in the order of :data:`copydesk.reading.kind.LEARNED`."""
    names, vector = pagemeasures.of(board, votes)
    scores = trees.load("kind", names).totals(vector)[0]
    chance: Floats = np.exp(scores - scores.max())
    chance /= chance.sum()
    return chance


def choose(chance: Floats, words: Floats) -> NDArray[np.bool_]:
    """The blocks above the bar that makes the expected word F1 of the page largest.

    With chances ``p`` and words ``w`` the expectation for a set S is about ``2 Σ_S p w / (Σ_S w + Σ p w)``: where the
    model is sure, the bar lies near one half; on a page of which nothing is sure, lower.
    """
    trust = np.where(words > 0, chance, 0.0) ** SHARPNESS
    order = np.argsort(-trust, kind="stable")
    right = np.cumsum((trust * words)[order])
    if not len(right) or right[-1] <= 0:
        return np.zeros(len(chance), dtype=bool)
    expected = 2.0 * right / (np.cumsum(words[order]) + right[-1])
    bar = trust[order[int(np.argmax(expected))]]
    chosen: NDArray[np.bool_] = (trust >= bar) & (words > 0)
    return chosen
