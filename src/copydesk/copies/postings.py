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
from copydesk.copies.arrays import changes
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
    """

    prints: Hashes
    starts: Counts
    ranks: NDArray[np.int32]
    prose: NDArray[np.bool_]
    quoted: NDArray[np.bool_]
    by_rank: Counts
    sizes: Counts
    prose_sizes: Counts

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
    """The lists of all fingerprints that two or more of so many texts share, from their keys."""
    sums = np.zeros(texts, np.uint64)
    np.add.at(sums, packed.texts_in(keys), tokens.mixed(packed.prints_of(keys)))
    by_rank = np.lexsort((np.arange(texts), sums))
    rank = np.empty(texts, np.int64)
    rank[by_rank] = np.arange(texts)
    keys = packed.renumbered(keys, rank)
    keys.sort()
    keys = keys[changes(packed.entries(keys))]
    ranks = packed.texts_in(keys)
    starts = np.append(np.flatnonzero(changes(packed.prints_of(keys))), len(keys))
    counts = np.diff(starts)
    # Words that one text has in prose are prose wherever they stand.
    prose = np.logical_or.reduceat(packed.prose_in(keys), starts[:-1]) if len(keys) else np.zeros(0, np.bool_)
    quoted = 2 * np.add.reduceat(packed.quoted_in(keys).astype(np.int64), starts[:-1]) > counts if len(keys) else prose
    sizes = np.bincount(ranks, minlength=texts)
    prose_sizes = np.bincount(ranks[np.repeat(prose, counts)], minlength=texts)
    # What no other text has takes most of the room and says nothing.
    shared = counts > 1
    prints = packed.prints_of(keys[starts[:-1]][shared])
    ranks = ranks[np.repeat(shared, counts)]
    starts = np.concatenate(([0], np.cumsum(counts[shared])))
    return Postings(prints, starts, ranks, prose[shared], quoted[shared], by_rank, sizes, prose_sizes)


def pairs(of: Postings, *masks: NDArray[np.bool_], least: int = 1) -> Pairs:
    """How many lists any two texts share, counted once under each mask of the lists.

    Args:
        of: The lists.
        masks: One to three. A list outside the first is outside all.
        least: Pairs that share fewer lists under the first mask are left out.

    The count is a product of sparse matrices, a stretch of texts at a time (Gustavson's algorithm, as scipy has it);
    each mask has its own digits in one sum.
    """
    counts = of.counts
    use = masks[0]
    weights = sum((mask.astype(np.int64) << (_DIGITS * number) for number, mask in enumerate(masks)), 0 * counts)
    short = _matrices(of, use & (counts <= FULL), weights, FULL)
    long = _matrices(of, use & (counts > FULL), weights, HUBS)
    parts = [part for begin in _begins(len(of.sizes)) for part in _stretches(begin, short, long, least)]
    keys, sums = (np.concatenate(column) for column in zip(*parts, strict=True)) if parts else (counts[:0], counts[:0])
    digits = (1 << _DIGITS) - 1
    shared = np.stack([(sums >> (_DIGITS * number)) & digits for number in range(len(masks))])
    return Pairs(keys // len(of.sizes), keys % len(of.sizes), shared)


def _matrices(of: Postings, use: NDArray[np.bool_], weights: Counts, first: int) -> tuple[Sparse, Sparse]:
    """Texts by lists with each list's weight, and lists by texts, of each list the first texts only."""
    sizes = of.counts[use]
    entries = np.repeat(use, of.counts)
    columns = of.ranks[entries]
    starts = np.concatenate(([0], np.cumsum(sizes)))
    shape = (len(sizes), len(of.sizes))
    whole = sparse.csr_array((np.repeat(weights[use], sizes), columns, starts), shape=shape)
    place = np.arange(len(columns)) - np.repeat(starts[:-1], sizes)
    kept = place < first
    ends = np.concatenate(([0], np.cumsum(np.minimum(sizes, first))))
    head = sparse.csr_array((np.ones(int(kept.sum()), np.int64), columns[kept], ends), shape=shape)
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
