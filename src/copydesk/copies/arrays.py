"""Three small operations on arrays that half of this room needs."""

import numpy as np
from numpy.typing import NDArray


def changes(values: NDArray[np.generic]) -> NDArray[np.bool_]:
    """For each value whether it differs from the one before it; the first does."""
    return np.concatenate((np.ones(min(len(values), 1), np.bool_), values[1:] != values[:-1]))


def ranges(begins: NDArray[np.int64], sizes: NDArray[np.int64]) -> NDArray[np.int64]:
    """The numbers from each begin on, so many of each, one after another."""
    offsets = np.cumsum(sizes) - sizes
    numbers: NDArray[np.int64] = np.arange(int(sizes.sum())) + np.repeat(begins - offsets, sizes)
    return numbers


def gaps(bounds: NDArray[np.int64], end: int) -> NDArray[np.int64]:
    """How many numbers there are before the first bound, between each and the next, and from the last up to the end."""
    every = np.concatenate(([0], bounds, [end]))
    sizes: NDArray[np.int64] = every[1:] - every[:-1]
    return sizes
