"""Fingerprints -> lists of the texts that share each, and how many any two texts have in common.

All keys (:mod:`copydesk.copies.keys`) are sorted, and a list is a stretch of them. In place of its number each text has
a rank there; ranks come from the texts' contents, so that no answer depends on the order of the texts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from copydesk.copies import keys as packed
from copydesk.copies import tokens
from copydesk.copies.arrays import changes, ranges
from copydesk.copies.tokens import Counts, Hashes

Kind = TypeVar("Kind", bound=np.generic)
Sparse = Any
"""A compressed sparse matrix of scipy, which has no types of its own."""

FULL: Final = 64
"""Up to so many texts in a list, all pairs of them are counted."""

HUBS: Final = 8
"""In longer lists only those with the first so many: a thousand copies of a story make no half million pairs."""
_DIGITS: Final = 21
"""Bits of a count: two texts that share two million fingerprints would have eight million words in common."""

STRETCH: Final = 1024
"""Texts whose pairs are counted at a time."""

PART: Final = 1 << 15
"""Keys that are looked through at a time."""


@dataclass(frozen=True, slots=True)
class Sets:
    """The different sets of texts that lists name: what many texts share, they mostly share in long passages.

    Attributes:
        number: For each list the number of its set.
        starts: Where each set begins, and at the end the number of entries.
        ranks: The texts of the sets, by rank, rising within a set.
        lists: How many lists name each set.
    """

    number: Counts
    starts: Counts
    ranks: NDArray[np.int32]
    lists: Counts

    @property
    def counts(self) -> Counts:
        """How many texts each set has."""
        return np.diff(self.starts)

    def spread(self, values: NDArray[Kind]) -> NDArray[Kind]:
        """What holds for each set, for each of its entries."""
        return np.repeat(values, self.counts)

    def named(self, lists: NDArray[np.bool_]) -> Counts:
        """How many of some lists name each set."""
        return np.bincount(self.number[lists], minlength=len(self.lists))


@dataclass(frozen=True, slots=True)
class Postings:
    """The lists of a pile, one after another; each names two texts or more, each once.

    Attributes:
        prints: The fingerprint of each list, short, rising.
        starts: Where each list begins, and at the end the number of entries.
        ranks: The texts of the lists, by rank, rising within a list.
        prose: For each list whether its words stand in prose in any text.
        quoted: For each list whether its words are a quotation in most texts that have them.
        by_rank: The number of the text with each rank.
        sizes: How many different fingerprints each text (by rank) has, those that no other has among them.
        prose_sizes: How many of them are prose.
        sets: The sets of texts.
    """

    prints: Hashes
    starts: Counts
    ranks: NDArray[np.int32]
    prose: NDArray[np.bool_]
    quoted: NDArray[np.bool_]
    by_rank: Counts
    sizes: Counts
    prose_sizes: Counts
    sets: Sets

    @property
    def counts(self) -> Counts:
        """How many texts each list has."""
        return np.diff(self.starts)

    def spread(self, values: NDArray[Kind]) -> NDArray[Kind]:
        """What holds for each list, for each of its entries."""
        return np.repeat(values, self.counts)


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two texts, by rank, ``a`` below ``b``, and how many lists have both: a row for each mask they were counted by."""

    a: Counts
    b: Counts
    shared: Counts

    def where(self, mask: NDArray[np.bool_]) -> "Pairs":
        """Those pairs only."""
        return Pairs(self.a[mask], self.b[mask], self.shared[:, mask])


def postings(keys: Hashes, texts: int) -> Postings:
    """The lists of all fingerprints that two or more of so many texts share, from their keys, which are changed."""
    by_rank = _ranked(keys, texts)
    keys.sort()
    keys, sizes = _once(keys, texts)
    keys, alone = _shared(keys, texts)
    ranks = packed.texts_in(keys)
    begins = np.flatnonzero(changes(packed.prints_of(keys)))
    starts = np.append(begins, len(keys))
    counts = np.diff(starts)
    # Words that one text has in prose are prose wherever they stand.
    prose = _any(packed.prose_in(keys), begins)
    quoted = _any(packed.quoted_in(keys), begins)
    some = np.flatnonzero(quoted)
    quoted[some] = 2 * _sums(packed.quoted_in(keys[ranges(begins[some], counts[some])]), counts[some]) > counts[some]
    sets = _sets(ranks, starts, texts)
    prose_lists = sets.spread(sets.named(prose)).astype(np.float64)
    prose_sizes = alone + np.bincount(sets.ranks, prose_lists, texts).astype(np.int64)
    return Postings(packed.prints_of(keys[begins]), starts, ranks, prose, quoted, by_rank, sizes, prose_sizes, sets)


def _ranked(keys: Hashes, texts: int) -> Counts:
    """Puts the rank of each text in place of its number; gives the number of the text with each rank."""
    sums = np.zeros(texts, np.uint64)
    for part in _parts(keys):
        np.add.at(sums, packed.texts_in(part), tokens.mixed(packed.prints_of(part)))
    by_rank = np.lexsort((np.arange(texts), sums))
    rank = np.empty(texts, np.int64)
    rank[by_rank] = np.arange(texts)
    for part in _parts(keys):
        part[:] = packed.renumbered(part, rank)
    return by_rank


def _once(keys: Hashes, texts: int) -> tuple[Hashes, Counts]:
    """The first key of each fingerprint and text, moved to the front; and how many each text has."""
    sizes = np.zeros(texts, np.int64)
    end, last = 0, np.uint64((1 << 64) - 1)
    for part in _parts(keys):
        entries = packed.entries(part)
        kept = part[np.concatenate(([entries[0] != last], entries[1:] != entries[:-1]))]
        last = entries[-1]
        keys[end : end + len(kept)] = kept
        end += len(kept)
        sizes += np.bincount(packed.texts_in(kept), minlength=texts)
    return keys[:end], sizes


def _shared(keys: Hashes, texts: int) -> tuple[Hashes, Counts]:
    """The keys of fingerprints that several texts have, moved to the front; and how much prose each text has alone.

    What no other text has takes most of the room and says nothing.
    """
    alone = np.zeros(texts, np.int64)
    end, last = 0, np.uint64((1 << 64) - 1)
    for begin, part in zip(range(0, len(keys), PART), _parts(keys), strict=True):
        prints = packed.prints_of(part)
        behind = packed.prints_of(keys[begin + len(part) : begin + len(part) + 1])
        new = np.concatenate(([prints[0] != last], prints[1:] != prints[:-1]))
        single = new & np.concatenate((new[1:], behind != prints[-1:] if len(behind) else [True]))
        last = prints[-1]
        mine, kept = part[single], part[~single]
        alone += np.bincount(packed.texts_in(mine[packed.prose_in(mine)]), minlength=texts)
        keys[end : end + len(kept)] = kept
        end += len(kept)
    return keys[:end].copy(), alone


def _parts(keys: Hashes) -> Iterator[Hashes]:
    """Keys in parts that a processor's second cache holds, with what is made of them."""
    for begin in range(0, len(keys), PART):
        yield keys[begin : begin + PART]


def _sets(ranks: NDArray[np.int32], starts: Counts, texts: int) -> Sets:
    """The sets of lists: their texts' hashes, added up, say which are the same."""
    begins, counts = starts[:-1], np.diff(starts)
    if not len(begins):
        return Sets(begins, starts, ranks, begins)
    hashes = np.add.reduceat(tokens.mixed(np.arange(1, texts + 1, dtype=np.uint64))[ranks], begins)
    order = hashes.argsort()
    new = changes(hashes[order])
    number = np.empty(len(order), np.int64)
    number[order] = np.cumsum(new) - 1
    firsts = order[new]
    sizes = counts[firsts]
    entries = ranges(begins[firsts], sizes)
    return Sets(number, np.concatenate(([0], np.cumsum(sizes))), ranks[entries], np.bincount(number))


def _any(values: NDArray[np.bool_], begins: Counts) -> NDArray[np.bool_]:
    """For each list whether it holds of any of its entries."""
    found: NDArray[np.bool_] = np.logical_or.reduceat(values, begins) if len(begins) else np.zeros(0, np.bool_)
    return found


def _sums(values: NDArray[np.bool_], sizes: Counts) -> Counts:
    """Of how many it holds in each stretch of so many."""
    sums = np.concatenate(([0], np.cumsum(values)))[np.concatenate(([0], np.cumsum(sizes)))]
    return np.diff(sums)


def pairs(of: Postings, *masks: NDArray[np.bool_], least: int = 1) -> Pairs:
    """How many lists any two texts share, counted once under each mask of the lists.

    Args:
        of: The lists.
        masks: One to three. A list outside the first is outside all.
        least: Pairs that share fewer lists under the first mask are left out.

    The count is a product of sparse matrices, a stretch of texts at a time (Gustavson's algorithm, as scipy has it);
    each mask has its own digits in one sum.
    """
    sets = of.sets
    named = [sets.named(mask & masks[0]) for mask in masks]
    weights = sum((count << (_DIGITS * number) for number, count in enumerate(named)), 0 * sets.lists)
    use = named[0] > 0
    short = _matrices(of, use & (sets.counts <= FULL), weights, FULL)
    long = _matrices(of, use & (sets.counts > FULL), weights, HUBS)
    parts = [part for begin in _begins(len(of.sizes)) for part in _stretches(begin, short, long, least)]
    none = np.zeros(0, np.int64)
    keys, sums = (np.concatenate(column) for column in zip(*parts, strict=True)) if parts else (none, none)
    digits = (1 << _DIGITS) - 1
    shared = np.stack([(sums >> (_DIGITS * number)) & digits for number in range(len(masks))])
    return Pairs(keys // len(of.sizes), keys % len(of.sizes), shared)


def _matrices(of: Postings, use: NDArray[np.bool_], weights: Counts, first: int) -> tuple[Sparse, Sparse]:
    """Texts by sets with each set's weight, and sets by texts, of each set the first texts only."""
    sizes = of.sets.counts[use]
    columns = of.sets.ranks[of.sets.spread(use)]
    starts = np.concatenate(([0], np.cumsum(sizes)))
    shape = (len(sizes), len(of.sizes))
    whole = sparse.csr_array((np.repeat(weights[use], sizes), columns, starts), shape=shape)
    if first < FULL:
        kept = np.arange(len(columns)) - np.repeat(starts[:-1], sizes) < first
        columns = columns[kept]
        starts = np.concatenate(([0], np.cumsum(np.minimum(sizes, first))))
    head = sparse.csr_array((np.ones(len(columns), np.int64), columns, starts), shape=shape)
    return whole.T.tocsr(), head


def _begins(texts: int) -> Iterator[range]:
    """The stretches of texts in at most eight groups: each group is multiplied with what comes before its end."""
    group = STRETCH * max(1, -(-texts // (8 * STRETCH)))
    for begin in range(0, texts, group):
        yield range(begin, min(begin + group, texts), STRETCH)


def _stretches(
    begins: range, short: tuple[Sparse, Sparse], long: tuple[Sparse, Sparse], least: int
) -> Iterator[tuple[Counts, Counts]]:
    """The pairs of each stretch with the texts before, each once, as numbers; and their sums."""
    texts = short[0].shape[0]
    # A pair is counted where its later text is the row; in a long list the hubs come first.
    near, far = short[1][:, : begins.stop], long[1][:, : begins.stop]
    for begin in begins:
        rows = slice(begin, min(begin + STRETCH, begins.stop))
        product = short[0][rows] @ near
        if far.nnz:
            product += long[0][rows] @ far
        enough = np.flatnonzero((product.data & ((1 << _DIGITS) - 1)) >= least)
        row = np.searchsorted(product.indptr, enough, side="right") - 1 + begin
        column = product.indices[enough].astype(np.int64)
        before = column < row
        yield column[before] * texts + row[before], product.data[enough[before]]
