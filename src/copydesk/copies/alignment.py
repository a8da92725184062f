"""Words of two texts -> the passages they share, as numbers of words.

Runs of five words that both have are joined along the text: first those that follow one another in both, then across
the small gaps that a changed word leaves. What stands across a gap of equal length is compared word by word.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.arrays import ranges
from copydesk.copies.fingerprints import WIDTH, runs
from copydesk.copies.tokens import Counts, Hashes

GAP: Final = 30
"""Words between two shared runs, in either text, up to which they are one passage."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """What two texts share, in words.

    Attributes:
        starts_a, ends_a, starts_b, ends_b: The passages, in the order of the first text; numbers of words.
        same_a: For each word of the first text whether the second has it, in a passage.
        same_b: The same of the second.
        longest: Words of the longest run without a change.
    """

    starts_a: Counts
    ends_a: Counts
    starts_b: Counts
    ends_b: Counts
    same_a: NDArray[np.bool_]
    same_b: NDArray[np.bool_]
    longest: int

    def turned(self) -> "Aligned":
        """The same, seen from the other text."""
        order = np.argsort(self.starts_b, kind="stable")
        starts_b, ends_b = self.starts_b[order], self.ends_b[order]
        starts_a, ends_a = self.starts_a[order], self.ends_a[order]
        return Aligned(starts_b, ends_b, starts_a, ends_a, self.same_b, self.same_a, self.longest)


class Aligner:
    """One text, made ready to be aligned with many."""

    def __init__(self, words: Hashes) -> None:
        self.words = words
        self.runs = runs(words)
        self._order = np.argsort(self.runs, kind="stable")
        self._sorted = self.runs[self._order]
        self._repeats = bool((self._sorted[1:] == self._sorted[:-1]).any())

    def align(self, other: "Aligner") -> Aligned:
        """The passages that this text and another share, this one being the first."""
        begin_a, begin_b, length = self._shared_runs(other.runs)
        same_a = np.zeros(len(self.words), np.bool_)
        same_b = np.zeros(len(other.words), np.bool_)
        same_a[ranges(begin_a, length)] = True
        same_b[ranges(begin_b, length)] = True
        if len(begin_a) > 1:
            self._mark_gaps(other.words, (begin_a, begin_b, length), same_a, same_b)
        bounds = _passages(begin_a, begin_b, length)
        longest = int(length.max()) if len(length) else 0
        return Aligned(*bounds, same_a, same_b, longest)

    def _shared_runs(self, theirs: Hashes) -> tuple[Counts, Counts, Counts]:
        """Where stretches without a change begin in both, in the order of this text, and their words."""
        if not len(theirs) or not len(self._sorted):
            none = np.zeros(0, np.int64)
            return none, none, none
        at = np.minimum(np.searchsorted(self._sorted, theirs), len(self._sorted) - 1)
        b = np.flatnonzero(self._sorted[at] == theirs)
        a = self._order[at[b]]
        broken = (a[1:] != a[:-1] + 1) | (b[1:] != b[:-1] + 1)
        if self._repeats and broken.any():
            # A run that this text has twice is meant where it goes on with what came before.
            follows = np.minimum(a[:-1] + 1, len(self.runs) - 1)
            better = (b[1:] == b[:-1] + 1) & (self.runs[follows] == theirs[b[1:]])
            a[1:] = np.where(better, follows, a[1:])
            broken = (a[1:] != a[:-1] + 1) | (b[1:] != b[:-1] + 1)
        begins = np.concatenate((np.zeros(min(len(a), 1), np.int64), np.flatnonzero(broken) + 1))
        lengths = np.concatenate((begins[1:], [len(a)]))[: len(begins)] - begins + WIDTH - 1
        order = np.argsort(a[begins], kind="stable")
        return a[begins][order], b[begins][order], lengths[order]

    def _mark_gaps(
        self, other: Hashes, found: tuple[Counts, Counts, Counts], same_a: NDArray[np.bool_], same_b: NDArray[np.bool_]
    ) -> None:
        """Marks the words that agree across gaps of equal length."""
        begin_a, begin_b, length = found
        end_a, end_b = begin_a[:-1] + length[:-1], begin_b[:-1] + length[:-1]
        gap = begin_a[1:] - end_a
        equal = (gap == begin_b[1:] - end_b) & (gap > 0) & (gap <= GAP)
        if equal.any():
            places = ranges(end_a[equal], gap[equal])
            theirs = ranges(end_b[equal], gap[equal])
            agree = self.words[places] == other[theirs]
            same_a[places[agree]] = True
            same_b[theirs[agree]] = True


def _passages(begin_a: Counts, begin_b: Counts, length: Counts) -> tuple[Counts, Counts, Counts, Counts]:
    """Shared runs joined across small gaps: where each passage begins and ends in both texts."""
    end_a, end_b = begin_a + length, begin_b + length
    gap_a, gap_b = begin_a[1:] - end_a[:-1], begin_b[1:] - end_b[:-1]
    apart = (gap_a > GAP) | (np.abs(gap_b) > GAP) | (begin_b[1:] < begin_b[:-1])
    first = np.flatnonzero(np.append(True, apart)[: len(begin_a)])
    if not len(first):
        return first, first, first, first
    return (
        begin_a[first],
        np.maximum.reduceat(end_a, first),
        np.minimum.reduceat(begin_b, first),
        np.maximum.reduceat(end_b, first),
    )
