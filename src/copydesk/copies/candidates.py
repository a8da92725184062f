"""Fingerprints of a pile -> the pairs of texts that share a passage worth looking at, without any look at the words.

Shared words speak for a pair if they belong to a story: if a text that leads others has them. Words that no leader has
speak for a pair only while one of its texts has no other story: two pages, each with a known story of its own, that
share something else as well share furniture, were it on these two pages alone. What neither test can tell, the look of
the lines decides: such words count only where they stand in prose.

Two more kinds of pairs are worth a look, though they share hardly a word that counts: those with many rare names in
common (:mod:`copydesk.copies.naming`), and those of which a good part is prose that recurs beside other words in the
whole pile. That may be a notice on both pages, or the form of a series; the alignment tells.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.arrays import changes, gaps
from copydesk.copies.furniture import furniture
from copydesk.copies.index import PassageIndex
from copydesk.copies.naming import named_alike
from copydesk.copies.postings import Pairs, Postings, pairs, postings
from copydesk.copies.stars import FEW, Stars, stars
from copydesk.copies.tokens import Counts, Hashes

MANY: Final = 1 << 26
"""More fingerprints than this are not compared at once, but a half of them, a quarter …: 200,000 articles have as many.
Of a million, a quarter; passages of less than a hundred words then begin to be missed."""

SHARED: Final = 3
"""Fewer common fingerprints are a turn of phrase."""

LED: Final = 0.3
"""The share of common fingerprints that a leader must have for them to be a story."""

FORM: Final = 1 / 8
"""The share of either text's fingerprints in prose that two issues of a series have in common: a form in which every
third word is a name or a figure keeps so many of its runs of five words."""

CLOSEST: Final = 4
"""Of the pairs of a text without a leader so many are laid side by side, where there are too many for all."""

OWN: Final = 4
"""With so many fingerprints of a leader a text has a story."""


@dataclass(frozen=True, slots=True)
class Candidates:
    """Pairs of texts that may overlap, and what the pile as a whole says of its texts.

    Attributes:
        a, b: The texts of each pair, by their numbers in the pile, a below b.
        shared: How many fingerprints they share, furniture left out; 0 if they have only names or a form in common.
        said: How many of these are quotations.
        recurs: Whether what they share recurs in the whole pile: it is furniture, or the form of a series.
        sizes: How many different fingerprints each text has.
        furniture: Fingerprints that are furniture in this pile, sorted and shortened.
        leaders: For each text the number of the text that leads it.
    """

    a: Counts
    b: Counts
    shared: Counts
    said: Counts
    recurs: NDArray[np.bool_]
    sizes: Counts
    furniture: Hashes
    leaders: Counts

    def led(self) -> "Candidates":
        """Those pairs only of which one text leads others, or has no leader and little more in common with any third.

        Pairs that have only names in common stay too: they are few. So a pile has some times as many pairs as texts.
        """
        led = np.bincount(self.leaders, minlength=len(self.leaders))
        leads, alone = led > 1, led[self.leaders] == 1
        closest = (alone[self.a] & _closest(self.a, self.shared)) | (alone[self.b] & _closest(self.b, self.shared))
        mask = (leads[self.a] | leads[self.b] | closest | (self.shared == 0)) & ~self.recurs
        columns = {name: getattr(self, name)[mask] for name in ("a", "b", "shared", "said", "recurs")}
        return replace(self, **columns)


def _closest(texts: Counts, shared: Counts) -> NDArray[np.bool_]:
    """For each pair whether it is among the CLOSEST of its text."""
    order = np.lexsort((-shared, texts))
    begins = np.flatnonzero(changes(texts[order]))
    places = np.arange(len(order)) - np.repeat(begins, gaps(begins, len(order))[1:])
    found = np.empty(len(order), np.bool_)
    found[order] = places < CLOSEST
    return found


def candidates(of: PassageIndex) -> Candidates:
    """The pairs worth aligning in a pile, sorted by their numbers; texts with the same words however short they are.

    Time grows with the fingerprints and with the pairs that share any, see :data:`copydesk.copies.postings.FULL`.
    """
    texts = len(of)
    lists = postings(of.keys(_sieve(of.prints())), texts)
    prose = pairs(lists, lists.prose, least=FEW)
    led = stars(prose, lists.prose_sizes)
    common = furniture(lists, led)
    found = _told(lists, led, common)
    sizes, leaders = np.empty(texts, np.int64), np.empty(texts, np.int64)
    sizes[lists.by_rank] = lists.sizes
    leaders[lists.by_rank] = lists.by_rank[led.leaders]
    twins = _twins(of.whole())
    form = _formed(prose, lists.prose_sizes, led)
    named = named_alike(of, leaders)
    ways = (
        (lists.by_rank[found.a], lists.by_rank[found.b], found.shared[0], _said(lists, common, found)),
        (*twins, sizes[twins[0]], 0 * twins[0]),
        (*named, *np.zeros((2, len(named[0])), np.int64)),
        (lists.by_rank[form.a], lists.by_rank[form.b], *np.zeros((2, len(form.a)), np.int64)),
    )
    one, other, shared, said = (np.concatenate(column) for column in zip(*ways, strict=True))
    # Of a pair that was found in several ways the first counts.
    pair, first = np.unique(np.minimum(one, other) * texts + np.maximum(one, other), return_index=True)
    recurs = first >= len(one) - len(form.a)
    made = (pair // texts, pair % texts, shared[first], said[first], recurs)
    return Candidates(*made, sizes, lists.prints[common], leaders)


def _sieve(prints: int) -> int:
    """How many zeros fingerprints must end in, for no more than MANY to be left."""
    return max(0, (prints - 1).bit_length() - MANY.bit_length() + 1)


def _twins(whole: Hashes) -> tuple[Counts, Counts]:
    """The first text with the same words, and each later one; texts without words (0) share none."""
    _, first, group = np.unique(whole, return_index=True, return_inverse=True)
    origin = first[group]
    later = np.flatnonzero((origin != np.arange(len(whole))) & (whole != 0))
    return origin[later], later


def _told(lists: Postings, led: Stars, common: NDArray[np.bool_]) -> Pairs:
    """The pairs that share words of a story, or words that can be no furniture."""
    leads = (led.leaders == np.arange(len(led.leaders))) & (led.sizes > 1)
    sets = lists.sets
    storied = ~common
    if len(common):
        storied &= np.logical_or.reduceat(leads[sets.ranks], sets.starts[:-1])[sets.number]
    told = sets.spread(sets.named(storied)).astype(np.float64)
    owns = np.bincount(sets.ranks, told, len(lists.sizes)) >= OWN
    found = pairs(lists, ~common, storied, lists.prose & ~common, least=SHARED)
    shared, told, plain = found.shared
    story = (told >= LED * shared) & (told >= SHARED - 1)
    return found.where(story | ((plain >= SHARED) & ~(owns[found.a] & owns[found.b])))


def _formed(prose: Pairs, sizes: Counts, led: Stars) -> Pairs:
    """The pairs that may have a form in common; of a story that was copied its leader stands for all."""
    lead = led.leaders == np.arange(len(led.leaders))
    enough = prose.shared[0] >= FORM * np.maximum(sizes[prose.a], sizes[prose.b])
    return prose.where(enough & lead[prose.a] & lead[prose.b])


def _said(lists: Postings, common: NDArray[np.bool_], found: Pairs) -> Counts:
    """How many quotations each pair shares."""
    quoting = pairs(lists, lists.quoted & ~common)
    texts = len(lists.sizes)
    keys, wanted = quoting.a * texts + quoting.b, found.a * texts + found.b
    if not len(keys):
        return 0 * wanted
    order = keys.argsort()
    at = np.minimum(keys[order].searchsorted(wanted), len(keys) - 1)
    return np.where(keys[order][at] == wanted, quoting.shared[0][order][at], 0)
