"""A pile of texts in memory: their words, so that any of them can be aligned, and their fingerprints."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np

from copydesk.copies import fingerprints, keys, tokens
from copydesk.copies.tokens import Hashes, Tokens

__all__ = ["Batch", "Pile", "batches", "joined", "pile"]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some texts that came together.

    Attributes:
        words: Their words.
        keys: Their fingerprints.
        whole: A hash of each text's words, in their order; 0 for a text without words.
    """

    words: Tokens
    keys: Hashes
    whole: Hashes


class Pile:
    """A :class:`~copydesk.copies.index.PassageIndex` in memory: about 17 bytes a word, and 2 for its fingerprints."""

    def __init__(self) -> None:
        """Begin with no texts."""
        self._batches: list[Batch] = []
        self._begins = [0]

    def append(self, texts: Iterable[str]) -> None:
        """Hash more texts; none of them is kept."""
        for batch in batches(texts, len(self)):
            self._batches.append(batch)
            self._begins.append(self._begins[-1] + len(batch.words))

    def __len__(self) -> int:
        """How many texts there are."""
        return self._begins[-1]

    def words(self, text: int) -> Tokens:
        """The words of one text."""
        number = bisect_right(self._begins, text) - 1
        return self._batches[number].words.one(text - self._begins[number])

    def parts(self) -> Iterator[tuple[int, Tokens]]:
        """The words of all texts, a batch at a time, each with the number of its first."""
        for begin, batch in zip(self._begins, self._batches, strict=False):
            yield begin, batch.words

    def prints(self) -> int:
        """How many fingerprints all texts have."""
        return sum(len(batch.keys) for batch in self._batches)

    def keys(self, sieve: int = 0) -> Hashes:
        """The fingerprints of all texts, or one of each 2**sieve."""
        parts = (keys.sifted(batch.keys, sieve) for batch in self._batches)
        return np.concatenate([np.zeros(0, np.uint64), *parts])

    def whole(self) -> Hashes:
        """A hash of each text's words."""
        return np.concatenate([np.zeros(0, np.uint64), *(batch.whole for batch in self._batches)])


def pile(texts: Iterable[str]) -> Pile:
    """A pile of these texts."""
    made = Pile()
    made.append(texts)
    return made


def batches(texts: Iterable[str], begin: int) -> Iterator[Batch]:
    """Texts hashed about ``tokens.BATCH`` code points at a time; the first has the number ``begin``.

    Raises:
        ValueError: There are more texts than one pile can hold.
    """
    waiting: list[str] = []
    length = 0
    for text in texts:
        waiting.append(text)
        length += len(text)
        if length >= tokens.BATCH:
            yield _batch(waiting, begin)
            begin += len(waiting)
            waiting, length = [], 0
    if waiting:
        yield _batch(waiting, begin)


def joined(parts: Sequence[Batch]) -> Batch:
    """Batches that came one after another, as one."""
    sizes = np.concatenate([np.diff(part.words.first) for part in parts])
    words = Tokens(
        np.concatenate([part.words.hashes for part in parts]),
        np.concatenate([part.words.starts for part in parts]),
        np.concatenate([part.words.ends for part in parts]),
        np.concatenate([part.words.flags for part in parts]),
        np.concatenate(([0], np.cumsum(sizes))),
    )
    return Batch(words, np.concatenate([part.keys for part in parts]), np.concatenate([part.whole for part in parts]))


def _batch(texts: list[str], begin: int) -> Batch:
    if begin + len(texts) > keys.TEXTS:
        message = f"one pile holds no more than {keys.TEXTS} texts"
        raise ValueError(message)
    words = tokens.tokens(texts)
    return Batch(words, keys.packed(fingerprints.prints(words), begin), _whole(words))


def _whole(words: Tokens) -> Hashes:
    """One hash for all words of each text and their order."""
    steps = _steps(1 << len(words.hashes).bit_length())
    placed = words.hashes + steps[: len(words.hashes)]
    placed -= np.repeat(steps[words.first[:-1]], np.diff(words.first))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(tokens.mixed(placed))))
    return sums[words.first[1:]] - sums[words.first[:-1]]


@cache
def _steps(count: int) -> Hashes:
    """What is added to the hash of a word for its place: a multiple of an odd number."""
    return np.arange(count, dtype=np.uint64) * np.uint64(0x9E3779B97F4A7C15)
