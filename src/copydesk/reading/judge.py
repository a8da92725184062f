"""Measures -> for every block the chance that it belongs to the page's main content, and which blocks to take.

Likewise for a page the chance of each kind.

A model is a sum of oblivious decision trees: all nodes of a level ask the same question, so that a tree is six
comparisons and one look into a table, and a page is a few operations on arrays. How it was trained is told in
weights/body.md and kind.md.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from copydesk import weights
from copydesk.reading import bylinemeasures, linemeasures, linewords, measures, pagemeasures, titlemeasures

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
    chance: Floats = 1.0 / (1.0 + np.exp(-raw("body", tuple(names), matrix)[:, 0]))
    return chance


def line_chances(board: "Board", run: tuple[int, int]) -> Floats:
    """The chance of each line of a text, 0 to 1; ``run`` is the rule's body."""
    names, matrix = linemeasures.of(board, run, linewords.score_of())
    chance: Floats = 1.0 / (1.0 + np.exp(-raw("lines", names, matrix)[:, 0]))
    return chance


def title_chances(board: "Board", rule: int) -> tuple[NDArray[np.intp], Floats]:
    """The lines of a text that can be its headline, and how likely each is; ``rule`` is the plain rule's choice."""
    lines = titlemeasures.candidates(board)
    names, matrix = titlemeasures.of(board, rule, linewords.score_of())
    chance: Floats = 1.0 / (1.0 + np.exp(-raw("titles", names, matrix[:, lines])[:, 0]))
    return lines, chance


def byline_chances(board: "Board") -> tuple[NDArray[np.intp], Floats]:
    """The lines of a text that can say who wrote it, and how likely each does."""
    lines = bylinemeasures.candidates(board)
    names, matrix = bylinemeasures.of(board, lines, linewords.score_of())
    chance: Floats = 1.0 / (1.0 + np.exp(-raw("bylines", names, matrix)[:, 0]))
    return lines, chance


def kinds(board: "Board", votes: "Mapping[PageKind, float]") -> Floats:
    """The chance of each kind that the model knows, in the order of :data:`copydesk.reading.kind.LEARNED`."""
    names, vector = pagemeasures.of(board, votes)
    scores = raw("kind", names, vector)[0]
    chance: Floats = np.exp(scores - scores.max())
    chance /= chance.sum()
    return chance


def raw(name: str, names: tuple[str, ...], matrix: NDArray[np.float32]) -> Floats:
    """What the trees of a model add up to, ``(cases, outputs)``, for measures ``(len(names), cases)``."""
    model = weights.arrays(name)
    seen = matrix[_rows(name, names)]
    features, leaves = model["features"], model["leaves"]
    trees, depth = features.shape
    above = (seen[features.ravel()] > model["borders"].reshape(-1, 1)).view(np.uint8).reshape(trees, depth, -1)
    leaf = above[:, 0].copy()
    for level in range(1, depth):
        leaf |= above[:, level] << level
    places = leaf + (np.arange(trees, dtype=np.int32) * leaves.shape[1])[:, None]
    total: Floats = leaves.reshape(-1, leaves.shape[2]).take(places, axis=0).sum(axis=0, dtype=np.float64)
    total += model["bias"].astype(np.float64)
    return total


@cache
def _rows(model: str, names: tuple[str, ...]) -> NDArray[np.intp]:
    """Which rows of the measures a model was trained on, in its order."""
    places = {name: place for place, name in enumerate(names)}
    return np.array([places[str(column)] for column in weights.arrays(model)["columns"]], dtype=np.intp)


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
