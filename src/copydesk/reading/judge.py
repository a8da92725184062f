"""Measures -> for every block the chance that it belongs to the page's main content; and which blocks to take.

The model is a sum of oblivious decision trees: all nodes of a level ask the same question, so that a tree is six
comparisons and one look into a table, and a page is a few operations on arrays. How it was trained is told in
weights/body.md.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from copydesk import weights
from copydesk.reading import measures

if TYPE_CHECKING:
    from copydesk.reading.board import Board

Floats = NDArray[np.float64]

SHARPNESS: Final = 1.1
"""Chances are raised to this power before words are weighed: found on the development pages, by fold."""


def chances(board: "Board") -> Floats:
    """The chance of each block, 0 to 1."""
    names, matrix = measures.of(board)
    model = weights.arrays("body")
    seen = matrix[_rows(tuple(names))]
    features, leaves = model["features"], model["leaves"]
    trees, depth = features.shape
    above = seen[features.ravel()] > model["borders"].reshape(-1, 1)
    bits = above.reshape(trees, depth, -1)
    leaf = np.zeros((trees, bits.shape[2]), dtype=np.intp)
    for level in range(depth):
        leaf += bits[:, level] * (1 << level)
    leaf += (np.arange(trees) * leaves.shape[1])[:, None]
    total = leaves.ravel()[leaf].sum(axis=0, dtype=np.float64) + float(model["bias"])
    chance: Floats = 1.0 / (1.0 + np.exp(-total))
    return chance


@cache
def _rows(names: tuple[str, ...]) -> NDArray[np.intp]:
    """Which rows of the measures the model was trained on, in its order."""
    places = {name: place for place, name in enumerate(names)}
    return np.array([places[str(column)] for column in weights.arrays("body")["columns"]], dtype=np.intp)


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
