"""A model's arrays and measures -> what its trees add up to.

A model is a sum of oblivious decision trees: all nodes of a level ask the same question, so that a tree is as many
comparisons as it has levels and one look into a table. The trees of a model ask many questions twice; each is asked
once of every case, and a tree picks its answers. Cases are taken in strips that fit the processor's cache: a page of
forty thousand lines costs a line what a page of three hundred does.
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk import weights

STRIP: Final = 256
"""Cases that go through all trees at once."""


@dataclass(frozen=True, slots=True)
class Forest:
    """A model made ready for a list of measures.

    Attributes:
        rows: Of each question, which measure it asks, ``(questions,)``.
        borders: And above what the answer is yes, ``(questions, 1)``.
        asked: The questions of each level, ``(levels, trees)``.
        offsets: Where the leaves of each tree begin, ``(trees, 1)``.
        leaves: What each leaf adds, ``(trees * leaves of a tree, outputs)``.
        bias: What every case begins with, ``(outputs,)``.
    """

    rows: NDArray[np.intp]
    borders: NDArray[np.float32]
    asked: NDArray[np.intp]
    offsets: NDArray[np.int32]
    leaves: NDArray[np.float32]
    bias: NDArray[np.float64]

    def totals(self, matrix: NDArray[np.float32]) -> NDArray[np.float64]:
        """What the trees add up to, ``(cases, outputs)``, for measures ``(measures, cases)``."""
        cases = matrix.shape[1]
        found = np.empty((cases, len(self.bias)), dtype=np.float64)
        for first in range(0, cases, STRIP):
            found[first : first + STRIP] = self._strip(matrix[:, first : first + STRIP])
        return found

    def _strip(self, matrix: NDArray[np.float32]) -> NDArray[np.float64]:
        answers = (matrix.take(self.rows, axis=0) > self.borders).view(np.uint8)
        leaf = answers.take(self.asked[0], axis=0)
        for level, asked in enumerate(self.asked[1:], 1):
            leaf += answers.take(asked, axis=0) << level
        picked = self.leaves.take(leaf + self.offsets, axis=0)
        total: NDArray[np.float64] = picked.sum(axis=0, dtype=np.float64) + self.bias
        return total


@cache
def load(name: str, names: tuple[str, ...]) -> Forest:
    """The model of ``weights/NAME.npz`` for measures in this order; it may ask fewer than there are."""
    model = weights.arrays(name)
    places = {name: place for place, name in enumerate(names)}
    columns = np.array([places[str(column)] for column in model["columns"]], dtype=np.intp)
    features, leaves = model["features"], model["leaves"]
    pairs = np.stack([features.ravel().astype(np.float64), model["borders"].ravel().astype(np.float64)], axis=1)
    questions, asked = np.unique(pairs, axis=0, return_inverse=True)
    trees, levels = features.shape
    return Forest(
        rows=columns[questions[:, 0].astype(np.intp)],
        borders=questions[:, 1:].astype(np.float32),
        asked=np.ascontiguousarray(asked.reshape(trees, levels).T),
        offsets=(np.arange(trees, dtype=np.int32) * leaves.shape[1])[:, None],
        leaves=leaves.reshape(-1, leaves.shape[2]).astype(np.float32),
        bias=model["bias"].astype(np.float64),
    )
