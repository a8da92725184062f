"""Words of two texts -> the passages they share, as numbers of words.

Runs of five words that both have are joined along the text: first those that follow one another in both, then across
the small gaps that a changed word leaves. What stands across a gap of equal length is compared word by word. A run that
a text has several times is shared wherever it stands.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.arrays import ranges
from copydesk.copies.fingerprints import WIDTH, runs
from copydesk.copies.tokens import Counts, Hashes

GAP: Final = 30
"""Words between two shared runs, in either text, up to which they are one passage."""

_Stretches = tuple[Counts, Counts, Counts]
"""Shared words without a change: where each stretch begins in both texts, and its words."""


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
        order = np.lexsort((self.starts_a, self.starts_b))
        starts_b, ends_b = self.starts_b[order], self.ends_b[order]
        starts_a, ends_a = self.starts_a[order], self.ends_a[order]
        return Aligned(starts_b, ends_b, starts_a, ends_a, self.same_b, self.same_a, self.longest)


@dataclass(frozen=True, slots=True)
class _Table:
    """The runs of a text in the order of their hashes.

    Attributes:
        order: Where each stands.
        ordered: Their hashes.
        repeated: Whether the text has it several times.
        several: All places of those.
        firsts: Where in the order the first of each of these is.
    """

    order: Counts
    ordered: Hashes
    repeated: NDArray[np.bool_]
    several: Counts
    firsts: Counts

    @classmethod
    def of(cls, hashes: Hashes) -> "_Table":
        """The table of a text's runs."""
        order = np.argsort(hashes, kind="stable")
        ordered = hashes[order]
        alike = ordered[1:] == ordered[:-1]
        repeated = np.zeros(len(hashes), np.bool_)
        repeated[:-1] = alike
        repeated[1:] |= alike
        several = np.flatnonzero(repeated)
        heads = np.append(True, ~alike)[several] if len(several) else np.zeros(0, np.bool_)
        firsts = several[np.maximum.accumulate(np.where(heads, np.arange(len(several)), 0))]
        return cls(order, ordered, repeated, order[several], firsts)


class Aligner:
    """One text, made ready to be aligned with many."""

    def __init__(self, words: Hashes) -> None:
        self.words = words
        self.runs = runs(words)

    @cached_property
    def _table(self) -> "_Table":
        """Made for the text that others are laid beside; of those the runs are enough."""
        return _Table.of(self.runs)

    def align(self, other: "Aligner") -> Aligned:
        """The passages that this text and another share, this one being the first."""
        begin_a, begin_b, length = self._stretches(other)
        same_a = np.zeros(len(self.words), np.bool_)
        same_b = np.zeros(len(other.words), np.bool_)
        same_a[ranges(begin_a, length)] = True
        same_b[ranges(begin_b, length)] = True
        if len(begin_a) > 1:
            self._mark_gaps(other.words, (begin_a, begin_b, length), same_a, same_b)
        bounds = _passages(begin_a, begin_b, length)
        longest = int(length.max()) if len(length) else 0
        return Aligned(*bounds, same_a, same_b, longest)

    def _stretches(self, other: "Aligner") -> _Stretches:
        """Each run of the other text where it stands in this one, and what this one has besides as a repetition."""
        b, at = self.found(other.runs)
        a = self.placed(at, other.runs, b)
        found = _in_order(_joined(a, b))
        table = self._table
        if not len(table.several) or not len(b):
            return found
        met = np.zeros(len(self.runs), np.bool_)
        met[at] = True
        free = np.ones(len(self.runs), np.bool_)
        free[a] = False
        rest = np.sort(table.several[met[table.firsts] & free[table.several]])
        if not len(rest):
            return found
        # The other text has them all.
        there = other.placed(other.found(self.runs[rest])[1], self.runs, rest)
        more = _joined(rest, there)
        return np.append(found[0], more[0]), np.append(found[1], more[1]), np.append(found[2], more[2])

    def found(self, theirs: Hashes) -> tuple[Counts, Counts]:
        """Which of these runs this text has, and where in the order of its own they come first."""
        if not len(theirs) or not len(self.runs):
            none = np.zeros(0, np.int64)
            return none, none
        ordered = self._table.ordered
        at = np.minimum(ordered.searchsorted(theirs), len(ordered) - 1)
        which = np.flatnonzero(ordered[at] == theirs)
        return which, at[which]

    def placed(self, at: Counts, theirs: Hashes, numbers: Counts) -> Counts:
        """Where the runs stand that were found.

        One that this text has several times is meant where it goes on with what comes before it, or else with what
        comes behind it, as far as the text has no more than one place for that; or else where it stands first.
        """
        places = self._table.order[at]
        several = self._table.repeated[at]
        unsure = np.flatnonzero(several)
        if not len(unsure):
            return places
        sure = np.flatnonzero(~several)
        if not len(sure):
            sure = unsure[:1]
        shift = places[sure] - numbers[sure]
        own = numbers[unsure]
        next_sure = np.searchsorted(sure, unsure)
        for near in (np.minimum(next_sure, len(sure) - 1), np.maximum(next_sure - 1, 0)):
            meant = (own + shift[near]).clip(0, len(self.runs) - 1)
            fits = self.runs[meant] == theirs[own]
            places[unsure[fits]] = meant[fits]
        return places

    def _mark_gaps(
        self, other: Hashes, found: _Stretches, same_a: NDArray[np.bool_], same_b: NDArray[np.bool_]
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


def _joined(a: Counts, b: Counts) -> _Stretches:
    """Places of runs that follow one another in both texts, as stretches."""
    broken = (a[1:] != a[:-1] + 1) | (b[1:] != b[:-1] + 1)
    begins = np.concatenate((np.zeros(min(len(a), 1), np.int64), np.flatnonzero(broken) + 1))
    length = np.concatenate((begins[1:], [len(a)]))[: len(begins)] - begins + WIDTH - 1
    return a[begins], b[begins], length


def _in_order(found: _Stretches) -> _Stretches:
    """Stretches in the order of the first text; as they are, that of the second, if it says something twice."""
    begin_a, begin_b, length = found
    order = np.argsort(begin_a, kind="stable")
    begins, lengths = begin_a[order], length[order]
    if (begins[1:] + WIDTH - 1 < begins[:-1] + lengths[:-1]).any():
        return found
    return begins, begin_b[order], lengths


def _passages(begin_a: Counts, begin_b: Counts, length: Counts) -> tuple[Counts, Counts, Counts, Counts]:
    """Stretches joined across small gaps: where each passage begins and ends in both texts."""
    end_a, end_b = begin_a + length, begin_b + length
    gap_a, gap_b = begin_a[1:] - end_a[:-1], begin_b[1:] - end_b[:-1]
    back = (begin_a[1:] < begin_a[:-1]) | (begin_b[1:] < begin_b[:-1])
    apart = (np.abs(gap_a) > GAP) | (np.abs(gap_b) > GAP) | back
    first = np.flatnonzero(np.append(True, apart)[: len(begin_a)])
    if not len(first):
        return first, first, first, first
    starts_a, starts_b = begin_a[first], begin_b[first]
    ends_a, ends_b = np.maximum.reduceat(end_a, first), np.maximum.reduceat(end_b, first)
    if (starts_a[1:] > starts_a[:-1]).all():
        return starts_a, ends_a, starts_b, ends_b
    order = np.lexsort((starts_b, starts_a))
    return starts_a[order], ends_a[order], starts_b[order], ends_b[order]
