"""Texts -> their overlaps: hash all, find the pairs worth a look, align each, name it."""

from collections.abc import Iterable, Iterator
from functools import lru_cache, partial
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies import kinds
from copydesk.copies.alignment import Aligned, Aligner
from copydesk.copies.candidates import Candidates, candidates
from copydesk.copies.furniture import furnished
from copydesk.copies.index import PassageIndex
from copydesk.copies.pile import pile
from copydesk.copies.rewording import Keyed, reworded
from copydesk.copies.tokens import PROSE
from copydesk.types import Overlap, OverlapKind, Passage

KEPT: Final = 2048
"""Texts that stay made ready for the next pair."""

WORDS: Final = 20
"""Fewer shared words of prose are no passage, unless they are most of a text."""

SCANT: Final = 0.1
"""Of a smaller share of either text at least WORDS must stand together: the same headlines of other stories in the
lists of two pages are no passage, however many there are."""

STORY: Final = 150
"""Words of prose in one passage that are no furniture, be they in as many texts as they may …"""

PART: Final = 0.25
"""… if they are such a share of either text's."""

Sides = tuple[kinds.Side, kinds.Side]

THIRD: Final = 0.1
"""Share of a text that a third text must have for it to be more than one text's copy."""


def overlaps(texts: Iterable[str]) -> Iterator[Overlap]:
    """The overlaps of all texts, sorted by their places; see :func:`copydesk.overlaps`."""
    yield from overlaps_of(pile(texts))


def overlaps_of(whole: PassageIndex, most: int | None = None) -> Iterator[Overlap]:
    """The overlaps of a pile's texts, sorted by their places.

    Args:
        whole: The pile.
        most: With more pairs than this each text is laid beside the leaders of its stories
            (:mod:`copydesk.copies.stars`), or if it has none beside the few that have most in common with it: what
            families need, in a time that grows with the texts. What recurs in the pile is not looked at then.
    """
    found = candidates(whole)
    if most is not None and np.count_nonzero(~found.recurs) > most:
        found = found.led()
    yield from _Namer(whole, found).overlaps()


class _Namer:
    """Aligns candidates one after another; what is needed of a text again and again is kept for a while."""

    def __init__(self, of: PassageIndex, found: Candidates) -> None:
        self._found = found
        self._whole = of.whole()
        self._partners = _Partners(found)
        self._words = lru_cache(KEPT)(of.words)
        self._aligner = lru_cache(KEPT)(lambda text: Aligner(self._words(text).hashes))
        self._keyed = lru_cache(KEPT)(lambda text: Keyed(self._words(text), self._furnished(text)))

    def overlaps(self) -> Iterator[Overlap]:
        """Each candidate pair that holds what it promises."""
        columns = (self._found.a, self._found.b, self._found.shared)
        for a, b, shared in zip(*(column.tolist() for column in columns), strict=True):
            overlap = self._overlap(a, b, told=shared > 0)
            if overlap is not None:
                yield overlap

    def _overlap(self, a: int, b: int, *, told: bool) -> Overlap | None:
        if self._whole[a] == self._whole[b] and np.array_equal(self._words(a).hashes, self._words(b).hashes):
            return self._identical(a, b, len(self._words(b).hashes))
        found = self._aligned(a, b) if self._leads(a, b) else self._aligned(b, a).turned()
        sides = self._sides(a, b, found)
        kind = self._kind(a, b, found, sides) if told else None
        if kind is None or kind in kinds.LOOSE:
            kind, found, sides = self._through(a, b, found) or (kind, found, sides)
        if kind is None:
            kind, sides = self._at_length(a, b, found) or (kind, sides)
        if kind is None:
            return None
        one, other = sides
        return Overlap(a, b, kind, one.held, other.held, min(one.same, other.same), self._passages(a, b, found))

    def _leads(self, a: int, b: int) -> bool:
        """Whether the first of two texts is laid beside the other: up to their words, not to their order."""
        return bool(self._whole[a] < self._whole[b])

    def _kind(self, a: int, b: int, found: Aligned, sides: Sides) -> OverlapKind | None:
        """What two texts are to one another, by what both say word for word, if that is enough."""
        one, other = sides
        if min(one.prose, other.prose) < WORDS and max(one.held, other.held) < kinds.MOST:
            return None
        third = partial(self._partners.third, a, b)
        kind = kinds.kind(one, other, entries=kinds.entries(found), third=third, drawn=self._leads(a, b))
        scattered = max(one.held, other.held) < SCANT and kinds.longest(found) < WORDS
        return None if scattered and kind is not OverlapKind.SHARED_QUOTATION else kind

    def _through(self, a: int, b: int, found: Aligned) -> tuple[OverlapKind, Aligned, Sides] | None:
        """What two texts are if one goes through the other with other names, or with other words."""
        one, other = self._keyed(a), self._keyed(b)
        if one.furniture.any() and other.furniture.any():
            whole = self._sides(a, b, found, furnished=True)
            if min(side.prose for side in whole) >= WORDS and kinds.is_serial(*whole):
                return OverlapKind.SERIAL, found, whole
        if self._leads(a, b):
            through = reworded(one, other, found)
        else:
            through = reworded(other, one, found.turned())
            through = through and through.turned()
        if through is None:
            return None
        sides = self._sides(a, b, through)
        # With fewer words in common it is told in another language: no words were changed, all were.
        return (OverlapKind.REWORDED, through, sides) if min(side.held for side in sides) >= kinds.LEAST else None

    def _at_length(self, a: int, b: int, found: Aligned) -> tuple[OverlapKind, Sides] | None:
        """What two texts are whose common words recur in the pile, if these are a good part of both, told at length.

        That is no furniture, but a report that several papers print beside words of their own, where no page has the
        report alone. What pages share of which either has a story in common with others is furniture, however long.
        """
        if self._partners.has_any(a) or self._partners.has_any(b):
            return None
        sides = self._sides(a, b, found, furnished=True)
        at_length = kinds.longest(found, (self._words(a).flags & PROSE) != 0)
        if at_length < max(STORY, PART * max(side.words for side in sides)):
            return None
        return kinds.kind(*sides, entries=False, third=lambda: False, drawn=self._leads(a, b)), sides

    def _sides(self, a: int, b: int, found: Aligned, *, furnished: bool = False) -> Sides:
        one, other = self._keyed(a), self._keyed(b)
        masks = (np.zeros_like(each.furniture) if furnished else each.furniture for each in (one, other))
        return kinds.sides(found, (one.words.flags, next(masks)), (other.words.flags, next(masks)))

    def _furnished(self, text: int) -> NDArray[np.bool_]:
        return furnished(self._aligner(text).runs, len(self._words(text).hashes), self._found.furniture)

    def _aligned(self, a: int, b: int) -> Aligned:
        return self._aligner(a).align(self._aligner(b))

    def _identical(self, a: int, b: int, words: int) -> Overlap:
        every = np.ones(words, np.bool_)
        none, end = np.zeros(1, np.int64), np.full(1, words)
        found = Aligned(none, end, none, end, every, every, words)
        return Overlap(a, b, OverlapKind.IDENTICAL, 1.0, 1.0, words, self._passages(a, b, found))

    def _passages(self, a: int, b: int, found: Aligned) -> tuple[Passage, ...]:
        one, other = self._words(a), self._words(b)
        same_a, same_b = (np.concatenate(([0], np.cumsum(same))) for same in (found.same_a, found.same_b))
        bounds = (
            one.starts[found.starts_a],
            one.ends[found.ends_a - 1],
            other.starts[found.starts_b],
            other.ends[found.ends_b - 1],
            np.minimum(same_a[found.ends_a] - same_a[found.starts_a], same_b[found.ends_b] - same_b[found.starts_b]),
        )
        return tuple(Passage(*each) for each in zip(*(column.tolist() for column in bounds), strict=True))


class _Partners:
    """Which texts each text shares fingerprints with, and how large a part of it they share, quotations aside."""

    def __init__(self, found: Candidates) -> None:
        some = found.shared > 0
        a, b, shared = found.a[some], found.b[some], (found.shared - found.said)[some]
        one, other = np.concatenate((a, b)), np.concatenate((b, a))
        order = np.lexsort((other, one))
        self._others = other[order]
        self._shares = np.concatenate((shared, shared))[order] / np.maximum(found.sizes[one[order]], 1)
        self._first = np.searchsorted(one[order], np.arange(len(found.sizes) + 1))

    def has_any(self, text: int) -> bool:
        """Whether a text shares a part of itself, furniture left out, with any other."""
        return bool((self._shares[self._first[text] : self._first[text + 1]] >= THIRD).any())

    def third(self, a: int, b: int) -> bool:
        """Whether one of two texts shares a part of itself with a third that shares nothing with the other."""
        return self._apart(a, b) or self._apart(b, a)

    def _apart(self, text: int, other: int) -> bool:
        mine = slice(self._first[text], self._first[text + 1])
        large = self._others[mine][self._shares[mine] >= THIRD]
        theirs = self._others[self._first[other] : self._first[other + 1]]
        # Either of them is a partner of the other, so there are some.
        known = theirs[np.minimum(theirs.searchsorted(large), len(theirs) - 1)] == large
        return bool((~known & (large != other)).any())
