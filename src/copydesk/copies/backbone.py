"""Words of two texts -> the runs that certainly are the same words in the same order.

Runs of five words that either text has once, and of those that cross each other the heavier ones: patience diff, with
runs of words for lines. Between two of them again what is unique there, and what the gap begins and ends with.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.fingerprints import WIDTH, runs
from copydesk.copies.tokens import Counts, Hashes

SMALL: Final = 1 << 8
"""Cells of a gap (words of one by words of the other) up to which it is compared at once, without looking for runs."""

DEPTH: Final = 24
"""How often runs are looked for within the gaps of gaps; it bounds the time for texts made to be slow."""


class Run(NamedTuple):
    """Words that both texts have in a row: where they begin in either, and how many."""

    a: int
    b: int
    words: int


class Gap(NamedTuple):
    """Words ``a`` to ``a_end`` of the first text beside words ``b`` to ``b_end`` of the second."""

    a: int
    a_end: int
    b: int
    b_end: int

    @property
    def empty(self) -> bool:
        """Whether a side of it has no word."""
        return self.a == self.a_end or self.b == self.b_end

    @property
    def cells(self) -> int:
        """The words of one side by those of the other."""
        return (self.a_end - self.a) * (self.b_end - self.b)


def backbone(a: Hashes, b: Hashes, whole: Gap) -> Iterator[Run]:
    """Runs around words in a row that either text, or either side of a gap, has once; in any order."""
    waiting = [(whole, 0)]
    while waiting:
        gap, depth = waiting.pop()
        ends, gap = _ends(a, b, gap)
        yield from ends
        if gap.cells <= SMALL or depth == DEPTH:
            continue
        found = _heaviest(_unique(a, b, gap))
        yield from found
        if found:
            waiting += [(inner, depth + 1) for inner in gaps(found, gap) if not inner.empty]


def _ends(a: Hashes, b: Hashes, gap: Gap) -> tuple[list[Run], Gap]:
    """What the sides of a gap begin and end with alike, if that is no chance, and the gap between."""
    size = min(gap.a_end - gap.a, gap.b_end - gap.b)
    head = _agreeing(a[gap.a : gap.a + size] == b[gap.b : gap.b + size])
    head *= head >= WIDTH
    size -= head
    tail = _agreeing((a[gap.a_end - size : gap.a_end] == b[gap.b_end - size : gap.b_end])[::-1])
    tail *= tail >= WIDTH
    inner = Gap(gap.a + head, gap.a_end - tail, gap.b + head, gap.b_end - tail)
    ends = (Run(gap.a, gap.b, head), Run(inner.a_end, inner.b_end, tail))
    return [run for run in ends if run.words], inner


def _agreeing(same: NDArray[np.bool_]) -> int:
    return len(same) if same.all() else int(same.argmin())


def _unique(a: Hashes, b: Hashes, gap: Gap) -> list[Run]:
    """Runs made of five words in a row that either side has once, in the order of the first text."""
    values_a, at_a = _once(runs(a[gap.a : gap.a_end]))
    values_b, at_b = _once(runs(b[gap.b : gap.b_end]))
    _, in_a, in_b = np.intersect1d(values_a, values_b, assume_unique=True, return_indices=True)
    order = np.argsort(at_a[in_a])
    a_at, b_at = at_a[in_a][order], at_b[in_b][order]
    if not len(a_at):
        return []
    first = np.flatnonzero(np.append(True, (np.diff(a_at) != 1) | (np.diff(b_at) != 1)))
    sizes = np.diff(np.append(first, len(a_at))) + WIDTH - 1
    columns = (a_at[first] + gap.a, b_at[first] + gap.b, sizes)
    return [Run(*run) for run in zip(*(column.tolist() for column in columns), strict=True)]


def _once(values: Hashes) -> tuple[Hashes, Counts]:
    """The values that occur once, sorted, and where."""
    known, at, counts = np.unique(values, return_index=True, return_counts=True)
    return known[counts == 1], at[counts == 1]


def _heaviest(found: list[Run]) -> list[Run]:
    """Of runs in the order of the first text those that also follow one another in the second and have most words."""
    begins, weights, last = [-1], [0], [-1]  # of the best chains so far: rising in both, as in patience sorting
    before = [-1] * len(found)
    for number, run in enumerate(found):
        at = bisect_right(begins, run.b)
        before[number] = last[at - 1]
        weight = weights[at - 1] + run.words
        end = at
        while end < len(weights) and weights[end] <= weight:
            end += 1
        begins[at:end], weights[at:end], last[at:end] = [run.b], [weight], [number]
    chain = []
    number = last[-1]
    while number >= 0:
        chain.append(found[number])
        number = before[number]
    return _apart(reversed(chain))


def _apart(chain: Iterable[Run]) -> list[Run]:
    """Runs without the words that they share with the run before."""
    apart: list[Run] = []
    a = b = 0
    for run in chain:
        common = max(a - run.a, b - run.b, 0)
        if common < run.words:
            apart.append(Run(run.a + common, run.b + common, run.words - common))
            a, b = run.a + run.words, run.b + run.words
    return apart


def gaps(kept: list[Run], within: Gap) -> Iterator[Gap]:
    """What lies before, between and behind runs."""
    a, b = within.a, within.b
    for run in kept:
        yield Gap(a, run.a, b, run.b)
        a, b = run.a + run.words, run.b + run.words
    yield Gap(a, within.a_end, b, within.b_end)


def joined(found: Iterable[Run]) -> list[Run]:
    """Runs in their order, those that follow one another without a gap as one."""
    together: list[Run] = []
    for run in sorted(found):
        if together:
            last = together[-1]
            if last.a + last.words == run.a and last.b + last.words == run.b:
                together[-1] = Run(last.a, last.b, last.words + run.words)
                continue
        together.append(run)
    return together
