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

from copydesk.copies import fingerprints
from copydesk.copies.arrays import changes
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


def furnished(words: Hashes, furniture: Hashes) -> NDArray[np.bool_]:
    """For each word of a text whether it stands in furniture: whether the nearest fingerprint does."""
    hashes = fingerprints.runs(words)
    places = np.flatnonzero(fingerprints.chosen(hashes))
    if not len(places) or not len(furniture):
        return np.zeros(len(words), np.bool_)
    prints = short(hashes[places])
    flagged = furniture[np.minimum(np.searchsorted(furniture, prints), len(furniture) - 1)] == prints
    middle = (places[1:] + places[:-1] + fingerprints.WIDTH) // 2
    found: NDArray[np.bool_] = flagged[np.searchsorted(middle, np.arange(len(words)), side="right")]
    return found


def furniture(of: Postings, stars: Stars) -> NDArray[np.bool_]:
    """For each list of a pile whether its fingerprint is furniture."""
    sets = of.sets
    if not len(sets.lists):
        return np.zeros(0, np.bool_)
    counts, told = _stars_of(sets, stars)
    entries = sets.spread(counts)
    measure = _rarest(of, entries)
    outstanding = (entries >= TIMES * measure[sets.ranks]) & (entries >= STARS)
    share = np.add.reduceat(outstanding.astype(np.int64), sets.starts[:-1])
    found: NDArray[np.bool_] = (counts >= STARS) & (share >= MOST * sets.counts) & ~told
    return found[sets.number] & ~of.quoted


def _stars_of(sets: Sets, stars: Stars) -> tuple[Counts, NDArray[np.bool_]]:
    """In how many stars each set's texts are; and whether one star has its words for its own.

    That is the star of most texts that have them, and most texts of the star have them: half of a story does not become
    furniture because three other pages were patched together with it.
    """
    numbers = sets.spread(np.arange(len(sets.lists)))
    keys = np.sort((numbers << 24) | stars.leaders[sets.ranks])
    begins = np.flatnonzero(changes(keys))
    texts = np.diff(np.append(begins, len(keys)))
    at, leader = keys[begins] >> 24, keys[begins] & ((1 << 24) - 1)
    own = (texts > 1) & (texts >= MOST * sets.counts[at]) & (texts >= MOST * stars.sizes[leader])
    told = np.zeros(len(sets.lists), np.bool_)
    told[at[own]] = True
    return np.bincount(at, minlength=len(sets.lists)), told


def _rarest(of: Postings, entries: Counts) -> Counts:
    """For each text (by rank) the number of stars that its rarest fingerprints, a quarter of them, do not exceed."""
    sets = of.sets
    order = ((sets.ranks.astype(np.int64) << 32) | entries).argsort()
    lists = np.cumsum(sets.spread(sets.lists)[order])
    ends = np.cumsum(np.bincount(sets.ranks, minlength=len(of.sizes)))
    upto = np.concatenate(([0], lists))[ends]
    listed = np.diff(upto, prepend=0)
    # What no other text has is in one star, and not in the lists.
    at = ((of.sizes - 1).clip(0) * RARE).astype(np.int64) - (of.sizes - listed)
    held = np.ones(len(of.sizes), np.int64)
    some = (at >= 0) & (listed > 0)
    held[some] = entries[order[np.searchsorted(lists, (upto - listed + at)[some], side="right")]]
    return held
