"""Texts -> the pairs that have many rare names and figures in common, whatever their words.

A text that was spun or translated there and back has hardly five words in a row of its source, so fingerprints do not
find it. What is rare in the pile does: names and figures that few stories have. Stories are compared, each by the text
that leads it (:mod:`copydesk.copies.stars`): a much-copied story's names are as rare as another's.

The time is bounded: a name in more than RARE stories counts for nothing. Of an affair that fills a pile, hundreds of
reports that name the same people, rewordings are found by the figures that few reports have, or by fingerprints.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.arrays import ranges
from copydesk.copies.index import PassageIndex
from copydesk.copies.keys import of_text, sifted
from copydesk.copies.postings import pairs, postings
from copydesk.copies.tokens import NAMELIKE, PROSE, Counts, Hashes, Tokens

__all__ = ["named_alike"]

RARE: Final = 32
"""A name in more stories than this is not rare."""

LEAST: Final = 8
"""Fewer rare names in common are an event's."""

ALIKE: Final = 0.3
"""The share of its rare names that each text must have in common with the other: a rewording keeps more, but some of
them are common in a large pile."""

MEMBERS: Final = 64
"""Up to so many pairs of two stories' texts are looked at; of more, those with a leader."""

MANY: Final = 1 << 24
"""More names than this are not compared at once, but a half of them, a quarter …: 200,000 stories have as many."""


def named_alike(of: PassageIndex, leaders: Counts) -> tuple[Counts, Counts]:
    """The pairs of texts whose stories have many rare names in common, in no order.

    Args:
        of: The pile.
        leaders: For each text the number of the text that leads it.
    """
    sieve = max(0, (of.prints() - 1).bit_length() - MANY.bit_length() + 1)
    lead = np.zeros(len(of), np.bool_)
    lead[leaders] = True
    parts = [sifted(_names(words, lead[begin : begin + len(words)], begin), sieve) for begin, words in of.parts()]
    lists = postings(np.concatenate([np.zeros(0, np.uint64), *parts]), len(of))
    rare = lists.counts <= RARE
    sizes = lists.sizes - np.bincount(lists.ranks[lists.spread(~rare)], minlength=len(of))
    found = pairs(lists, rare, least=max(LEAST >> sieve, 2))
    found = found.where(found.shared[0] >= ALIKE * np.maximum(sizes[found.a], sizes[found.b]))
    return _of_stories(lists.by_rank[found.a], lists.by_rank[found.b], leaders)


def _names(words: Tokens, wanted: NDArray[np.bool_], begin: int) -> Hashes:
    """The keys of the names of the texts that are wanted, the first text having the number ``begin``."""
    named = (words.flags & (NAMELIKE | PROSE)) == NAMELIKE | PROSE
    named &= np.repeat(wanted, np.diff(words.first))
    places = np.flatnonzero(named)
    texts = np.repeat(np.arange(begin, begin + len(words)), np.diff(np.searchsorted(places, words.first)))
    return of_text(words.hashes[places], texts)


def _of_stories(a: Counts, b: Counts, leaders: Counts) -> tuple[Counts, Counts]:
    """The pairs of the texts of two stories, given by their leaders."""
    by_leader = np.argsort(leaders, kind="stable")
    begin_a, begin_b, end_a, end_b = np.searchsorted(leaders[by_leader], np.stack((a, b, a + 1, b + 1)))
    mine, theirs = end_a - begin_a, end_b - begin_b
    many = mine * theirs > MEMBERS
    sizes = np.where(many, 0, mine * theirs)
    row, nth = np.repeat(np.arange(len(a)), sizes), ranges(np.zeros(len(a), np.int64), sizes)
    ones = (
        by_leader[begin_a[row] + nth // theirs[row]],
        by_leader[ranges(begin_a[many], mine[many])],
        np.repeat(a[many], theirs[many]),
    )
    others = (
        by_leader[begin_b[row] + nth % theirs[row]],
        np.repeat(b[many], mine[many]),
        by_leader[ranges(begin_b[many], theirs[many])],
    )
    return np.concatenate(ones), np.concatenate(others)
