"""Texts and what they share -> stars: each text under the one that best stands for its story, or by itself.

Two texts belong together if one holds most of the other. A story's best text is the one that is most like all that
belong to it: neither the page that wraps it in lists, which holds them all, nor the shortest cut, which they all hold.
Stars are never joined: a text belongs to a leader because of what it shares with that leader, not through a third.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.postings import Pairs
from copydesk.copies.tokens import Counts

HELD: Final = 0.7
"""The share of the smaller text's fingerprints from which the larger holds it: a page of which a quarter is its story
and the rest the same lists as its neighbour's shares three quarters, of the larger; of the smaller it seldom does."""

FEW: Final = 4
"""Texts with fewer fingerprints are left by themselves: their shares are chance."""


@dataclass(frozen=True, slots=True)
class Stars:
    """For each text (by rank) its leader, which may be itself, and how many texts it leads, itself among them."""

    leaders: Counts
    sizes: Counts


def stars(found: Pairs, sizes: Counts) -> Stars:
    """The stars of a pile, from all pairs that share fingerprints and the number of fingerprints of each text."""
    texts = len(sizes)
    smaller = np.minimum(sizes[found.a], sizes[found.b])
    links = found.where((found.shared[0] >= HELD * smaller) & (smaller >= FEW))
    likeness = links.shared[0] / (sizes[links.a] + sizes[links.b] - links.shared[0])
    worth = np.bincount(links.a, likeness, texts) + np.bincount(links.b, likeness, texts)
    # Sums of the same numbers in another order differ in their last digits.
    order = np.lexsort((np.arange(texts), -sizes, -worth.round(6)))
    leaders = _led(links, order)
    return Stars(leaders, np.bincount(leaders, minlength=texts))


def _led(links: Pairs, order: Counts) -> Counts:
    """Who leads whom when the texts, the worthiest first, each take all that are linked to them and not yet led."""
    texts = len(order)
    place = np.empty(texts, np.int64)
    place[order] = np.arange(texts)
    one, other = np.concatenate((links.a, links.b)), np.concatenate((links.b, links.a))
    leaders = np.full(texts, -1)
    free = np.ones(texts, np.bool_)
    while free.any():
        # All that come before all they are linked to lead at once: what one takes, none before it could have taken.
        best = place.copy()
        np.minimum.at(best, one, place[other])
        lead = free & (best == place)
        leaders[lead] = np.flatnonzero(lead)
        first = _smallest(one, place[other], lead[other], texts)
        taken = free & ~lead & (first < texts)
        leaders[taken] = order[first[taken]]
        free &= ~lead & ~taken
        inside = free[one] & free[other]
        one, other = one[inside], other[inside]
    return leaders


def _smallest(at: Counts, values: Counts, mask: NDArray[np.bool_], texts: int) -> Counts:
    """For each text the smallest of its values under the mask; ``texts`` where it has none."""
    found = np.full(texts, texts)
    np.minimum.at(found, at[mask], values[mask])
    return found
