"""What was learned from data, each with a card beside it that says how: the one way to load it.

A table is an ``.npz`` of plain arrays or a text file of tab-separated columns; nothing here runs code when it is
loaded. The scripts that make them are in ``training/``.
"""

from functools import cache
from importlib import resources
from io import BytesIO
from types import MappingProxyType
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

__all__ = ["arrays", "scores"]


@cache
def arrays(name: str) -> "Mapping[str, NDArray[np.generic]]":
    """The arrays of ``NAME.npz``, by their names. Loaded once; not to be changed."""
    content = resources.files(__name__).joinpath(f"{name}.npz").read_bytes()
    with np.load(BytesIO(content), allow_pickle=False) as stored:
        return MappingProxyType({key: stored[key] for key in stored.files})


@cache
def scores(name: str) -> "Mapping[str, float]":
    """The columns of ``NAME.tsv``: a word and its score."""
    lines = resources.files(__name__).joinpath(f"{name}.tsv").read_text("utf8").splitlines()
    pairs = (line.split("\t") for line in lines if line)
    return MappingProxyType({word: float(score) for word, score in pairs})
