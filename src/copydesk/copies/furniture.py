"""Which shared words are furniture: what pages of a site have in common whatever their story.

How many texts hold a line says nothing: a story copied a hundred times is held by a hundred. Counted are stars
(:mod:`copydesk.copies.stars`), so a story counts once with all its near copies, cuts and wrapped copies. Furniture is
what is in several stars and stands out, in most texts that hold it, from the rarest of their words. The
limit is thus each text's own and grows with the pile and the site.

A quotation is none, however many stories quote it: it belongs to them, and lists and notices do not quote.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from copydesk.copies import fingerprints
from copydesk.copies.arrays import gaps, ranges
from copydesk.copies.keys import short
from copydesk.copies.postings import Postings, Sets
from copydesk.copies.stars import Stars
from copydesk.copies.tokens import Counts, Hashes

STARS: Final = 3
"""In fewer stars nothing is furniture: a passage, a quotation and their sources make as many."""

RARE: Final = 0.25
"""The share of a text's fingerprints that its measure is taken from: a page of which a quarter is its own."""

TIMES: Final = 2
"""What is in so many times the stars of the text's rarest words stands out in it."""

MOST: Final = 0.5
"""The share of its texts in which furniture stands out."""


def furnished(hashes: Hashes, words: int, furniture: Hashes) -> NDArray[np.bool_]:
    """For each word of a text whether it stands in furniture: whether the nearest fingerprint does.

    Args:
        hashes: The runs of the text's words.
        words: How many words these are.
        furniture: Fingerprints that are furniture, sorted and shortened.
    """
    places = np.flatnonzero(fingerprints.chosen(hashes))
    if not len(places) or not len(furniture):
        return np.zeros(words, np.bool_)
    prints = short(hashes[places])
    flagged = furniture[np.minimum(np.searchsorted(furniture, prints), len(furniture) - 1)] == prints
    middle = (places[1:] + places[:-1] + fingerprints.WIDTH) // 2
    found: NDArray[np.bool_] = np.repeat(flagged, gaps(middle, words))
    return found


def furniture(of: Postings, stars: Stars) -> NDArray[np.bool_]:
    """For each list of a pile whether its fingerprint is furniture."""
    sets = of.sets
    if not len(sets.lists):
        return np.zeros(0, np.bool_)
    counts, told = _stars_of(sets, stars)
    measure = _rarest(of, counts)
    entries = sets.spread(counts)
    outstanding = (entries >= TIMES * measure[sets.ranks]) & (entries >= STARS)
    share = np.add.reduceat(outstanding.astype(np.int64), sets.starts[:-1])
    found: NDArray[np.bool_] = (counts >= STARS) & (share >= MOST * sets.counts) & ~told
    return found[sets.number] & ~of.quoted


def _stars_of(sets: Sets, stars: Stars) -> tuple[Counts, NDArray[np.bool_]]:
    """In how many stars each set's texts are; and whether one star has its words for its own.

    That is the star of most texts that have them, and most texts of the star have them: half of a story does not become
    furniture because three other pages were patched together with it.
    """
    texts = len(stars.leaders)
    ones = np.ones(len(sets.ranks), np.int32)
    # Its arrays change in place.
    found = sparse.csr_array((ones, stars.leaders[sets.ranks], sets.starts.copy()), shape=(len(sets.lists), texts))
    found.sum_duplicates()
    counts = np.diff(found.indptr).astype(np.int64)
    at = np.repeat(np.arange(len(counts)), counts)
    own = (found.data > 1) & (found.data >= MOST * sets.counts[at]) & (found.data >= MOST * stars.sizes[found.indices])
    told = np.zeros(len(counts), np.bool_)
    told[at[own]] = True
    return counts, told


def _rarest(of: Postings, counts: Counts) -> Counts:
    """For each text (by rank) the number of stars that its rarest fingerprints, a quarter of them, do not exceed."""
    sets, texts = of.sets, len(of.sizes)
    order = counts.argsort(kind="stable")
    sizes = sets.counts[order]
    entries = ranges(sets.starts[:-1][order], sizes)
    # Turned, each text has its sets in this order.
    rows = (np.repeat(sets.lists[order], sizes), sets.ranks[entries], np.concatenate(([0], np.cumsum(sizes))))
    by_text = sparse.csr_array(rows, shape=(len(order), texts)).tocsc()
    lists = np.cumsum(by_text.data)
    upto = np.concatenate(([0], lists))[by_text.indptr]
    listed = np.diff(upto)
    # What no other text has is in one star, and not in the lists.
    at = ((of.sizes - 1).clip(0) * RARE).astype(np.int64) - (of.sizes - listed)
    held = np.ones(texts, np.int64)
    some = (at >= 0) & (listed > 0)
    held[some] = counts[order[by_text.indices[np.searchsorted(lists, (upto[:-1] + at)[some], side="right")]]]
    return held
