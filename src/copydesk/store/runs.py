"""A run: some texts' words and fingerprints as one file, written once, read by mapping it into memory.

The arrays stand one behind the other; how long each is, the manifest knows (:mod:`copydesk.store.passages`).
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.pile import Batch
from copydesk.copies.tokens import Tokens

__all__ = ["Run", "mapped", "words_in", "written"]

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True)
class Run:
    """A run as the manifest has it: its file, and how many texts, words and fingerprints it holds."""

    name: str
    texts: int
    words: int
    prints: int

    @property
    def layout(self) -> tuple[tuple[str, type[np.generic], int], ...]:
        """The arrays in its file, one behind the other: widest numbers first, so that each begins where it may."""
        return (
            ("hashes", np.uint64, self.words),
            ("keys", np.uint64, self.prints),
            ("whole", np.uint64, self.texts),
            ("first", np.int64, self.texts + 1),
            ("starts", np.int32, self.words),
            ("ends", np.int32, self.words),
            ("flags", np.uint8, self.words),
        )

    @property
    def size(self) -> int:
        """The bytes of its file."""
        return sum(np.dtype(kind).itemsize * count for _, kind, count in self.layout)

    @property
    def weight(self) -> int:
        """What is told of its size by: texts count too, for some have no words."""
        return self.words + self.texts


def written(folder: Path, name: str, batch: Batch) -> Run:
    """The run of that name, on the disk when this returns.

    Raises:
        OSError: The system refuses.
    """
    words = batch.words
    run = Run(name, len(words), len(words.hashes), len(batch.keys))
    parts = {
        "hashes": words.hashes,
        "keys": np.sort(batch.keys),
        "whole": batch.whole,
        "first": words.first,
        "starts": words.starts,
        "ends": words.ends,
        "flags": words.flags,
    }
    with (folder / name).open("wb") as file:
        for part, kind, _ in run.layout:
            file.write(np.ascontiguousarray(parts[part], kind).data)
        file.flush()
        os.fsync(file.fileno())
    return run


def mapped(folder: Path, run: Run) -> Arrays:
    """The arrays of a run, mapped into memory: a file is open for as long as one of them is held.

    Raises:
        OSError: The system refuses.
        ValueError: The file is empty.
    """
    whole = np.memmap(folder / run.name, np.uint8, "r").view(np.ndarray)
    arrays: Arrays = {}
    place = 0
    for name, kind, count in run.layout:
        size = np.dtype(kind).itemsize * count
        arrays[name] = whole[place : place + size].view(kind)
        place += size
    return arrays


def words_in(arrays: Arrays) -> Tokens:
    """The words of all texts of a run."""
    return Tokens(*(arrays[name] for name in ("hashes", "starts", "ends", "flags", "first")))
