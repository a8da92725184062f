"""Texts -> the pairs that have many rare names and figures in common, whatever their words.

A text that was spun or translated there and back has hardly five words in a row of its source, so fingerprints do not
find it. What is rare in the pile does: names and figures that few stories have. Stories are compared, each by the text
that leads it (:mod:`copydesk.copies.stars`): a much-copied story's names are as rare as another's.

The time is bounded: a name in more than RARE stories counts for nothing. Of an affair that fills a pile, hundreds of
reports that name the same people, rewordings are found by the figures that few reports have, or by fingerprints.
"""

from typing import Final

import numpy as np

from copydesk.copies.index import PassageIndex
from copydesk.copies.keys import of_text, sifted
from copydesk.copies.postings import pairs, postings
from copydesk.copies.tokens import NAMELIKE, PROSE, Counts, Hashes

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
    parts = [sifted(of_text(_names(of, text), text), sieve) for text in np.unique(leaders).tolist()]
    lists = postings(np.concatenate([np.zeros(0, np.uint64), *parts]), len(of))
    rare = lists.counts <= RARE
    sizes = lists.sizes - np.bincount(lists.ranks[lists.spread(~rare)], minlength=len(of))
    found = pairs(lists, rare, least=max(LEAST >> sieve, 2))
    found = found.where(found.shared[0] >= ALIKE * np.maximum(sizes[found.a], sizes[found.b]))
    return _of_stories(lists.by_rank[found.a], lists.by_rank[found.b], leaders)


def _names(of: PassageIndex, text: int) -> Hashes:
    words = of.words(text)
    return np.unique(words.hashes[words.flags & (NAMELIKE | PROSE) == NAMELIKE | PROSE])


def _of_stories(a: Counts, b: Counts, leaders: Counts) -> tuple[Counts, Counts]:
    """The pairs of the texts of two stories, given by their leaders."""
    by_leader = np.argsort(leaders, kind="stable")
    bounds = np.searchsorted(leaders[by_leader], np.stack((a, b, a + 1, b + 1)))
    ones, others = [a[:0]], [b[:0]]
    for one, other, (a_begin, b_begin, a_end, b_end) in zip(a.tolist(), b.tolist(), bounds.T.tolist(), strict=True):
        mine, theirs = by_leader[a_begin:a_end], by_leader[b_begin:b_end]
        if len(mine) * len(theirs) <= MEMBERS:
            ones.append(np.repeat(mine, len(theirs)))
            others.append(np.tile(theirs, len(mine)))
        else:
            ones += (mine, np.full(len(theirs), one))
            others += (np.full(len(mine), other), theirs)
    return np.concatenate(ones), np.concatenate(others)
