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
from copydesk.copies.postings import Postings
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
    counts, told = _stars_of(of, stars)
    entries = of.spread(counts)
    measure = _rarest(of, entries)
    outstanding = (entries >= TIMES * measure[of.ranks]) & (entries >= STARS)
    share = np.add.reduceat(outstanding.astype(np.int64), of.starts[:-1]) if len(entries) else counts
    found: NDArray[np.bool_] = (counts >= STARS) & (share >= MOST * of.counts) & ~told & ~of.quoted
    return found


def _stars_of(of: Postings, stars: Stars) -> tuple[Counts, NDArray[np.bool_]]:
    """In how many stars each list's fingerprint is; and whether one star has it for its own.

    That is the star of most texts that have it, and most texts of the star have it: half of a story does not become
    furniture because three other pages were patched together with it.
    """
    lists = np.repeat(np.arange(len(of.prints)), of.counts)
    keys = np.sort((lists << 24) | stars.leaders[of.ranks])
    begins = np.flatnonzero(changes(keys))
    texts = np.diff(np.append(begins, len(keys)))
    at, leader = keys[begins] >> 24, keys[begins] & ((1 << 24) - 1)
    own = (texts > 1) & (texts >= MOST * of.counts[at]) & (texts >= MOST * stars.sizes[leader])
    told = np.zeros(len(of.prints), np.bool_)
    told[at[own]] = True
    return np.bincount(at, minlength=len(of.prints)), told


def _rarest(of: Postings, entries: Counts) -> Counts:
    """For each text (by rank) the number of stars that its rarest fingerprints, a quarter of them, do not exceed."""
    ordered = np.sort((of.ranks.astype(np.int64) << 32) | entries) & 0xFFFFFFFF
    listed = np.bincount(of.ranks, minlength=len(of.sizes))
    # What no other text has is in one star, and not in the lists.
    at = ((of.sizes - 1).clip(0) * RARE).astype(np.int64) - (of.sizes - listed)
    held = np.ones(len(of.sizes), np.int64)
    some = at >= 0
    held[some & (listed > 0)] = ordered[(np.cumsum(listed) - listed + at)[some & (listed > 0)]]
    return held
