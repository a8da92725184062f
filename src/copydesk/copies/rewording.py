"""Two texts with few words in a row in common -> whether one was made from the other, told by its keys.

Whoever spins a text, or has it translated there and back, changes the words and keeps what cannot be changed: names,
figures, quotations. Two reports of one event have many of these in common too; but each has others besides, and tells
them in another company. So a rewording is known by both: most keys of either text are in the other, and those that
follow one another here stand close together there. The order of paragraphs says nothing, for that is easily changed.

What both texts say word for word is no evidence: a later version and a story that repeats another's background have the
names of those passages in common, and no others. A shared quotation is one key, however long.

A text of which fewer keys remain cannot be told from an independent report, and is not; nor is one in a script without
capitals, unless it is full of figures.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.alignment import GAP, Aligned
from copydesk.copies.tokens import NAMELIKE, PROSE, QUOTED, Counts, Hashes, Tokens

__all__ = ["LINKS", "Keyed", "reworded"]

COVER: Final = 0.45
"""The share of the keys of either text that the other has; in languages that set every noun in capitals, synonyms count
against it."""

NEIGHBOURS: Final = 15
"""Words apart up to which two keys stand in one statement, however long-winded."""

KEPT: Final = 0.45
"""The share of keys next to one another in either text that stand in one statement in the other."""

LINKS: Final = 10
"""Fewer such pairs are no proof: of 5,800 pairs of real reports of like events, none has more than seven."""

_SPOKEN: Final = 0.8
"""The share of a passage between quotation marks from which it is a quotation."""


@dataclass(frozen=True)
class Keyed:
    """A text as its keys see it.

    Attributes:
        words: Its words.
        furniture: Which of them are furniture.
    """

    words: Tokens
    furniture: NDArray[np.bool_]

    @cached_property
    def names(self) -> Counts:
        """The places of words in prose that look like names and figures and stand nowhere in the text as others do."""
        own = (self.words.flags & (NAMELIKE | PROSE)) == NAMELIKE | PROSE
        places = np.flatnonzero(own & ~self.furniture)
        return places[~_within(self.words.hashes[places], self.small)]

    @cached_property
    def small(self) -> Hashes:
        """The words that stand in the text with a small letter, once each, sorted."""
        return np.unique(self.words.hashes[(self.words.flags & NAMELIKE) == 0])

    @cached_property
    def different(self) -> Hashes:
        """The names, once each, sorted."""
        return np.unique(self.words.hashes[self.names])


@dataclass(frozen=True, slots=True)
class _Keys:
    """The keys of one of two texts outside what both say word for word.

    Attributes:
        hashes: The keys, once each, sorted.
        places: Where each stands first.
        once: Whether it stands nowhere else.
    """

    hashes: Hashes
    places: Counts
    once: NDArray[np.bool_]


def reworded(a: Keyed, b: Keyed, found: Aligned) -> Aligned | None:
    """The passages through which one text goes with other words; None if it does not.

    Args:
        a: The first.
        b: The second.
        found: What both say word for word.
    """
    left_a, left_b = a.names[~found.same_a[a.names]], b.names[~found.same_b[b.names]]
    # Most pairs have not even that many names in common.
    met = np.count_nonzero(_within(a.words.hashes[left_a], b.different))
    if met + len(found.starts_a) <= LINKS:
        return None
    one, other = _keys(a.words.hashes, left_a, b.small), _keys(b.words.hashes, left_b, a.small)
    in_one, in_other = _within(one.hashes, other.hashes), _within(other.hashes, one.hashes)
    said = _quotations(a, b, found)
    quoted = len(said[0])
    shared = int(in_one.sum()) + quoted
    if shared < COVER * (max(len(one.hashes), len(other.hashes)) + quoted):
        return None
    # Both are sorted by hash, so the same key has the same place in either.
    once = one.once[in_one] & other.once[in_other]
    at_a = np.append(one.places[in_one][once], said[0])
    at_b = np.append(other.places[in_other][once], said[1])
    if not (_is_kept(at_a, at_b) and _is_kept(at_b, at_a)):
        return None
    return _joined((a.words.hashes, b.words.hashes), (at_a, at_b), found)


def _within(some: Hashes, all_: Hashes) -> NDArray[np.bool_]:
    """Which of some hashes are among others, which are sorted."""
    if not len(all_):
        return np.zeros(len(some), np.bool_)
    found: NDArray[np.bool_] = all_[np.minimum(all_.searchsorted(some), len(all_) - 1)] == some
    return found


def _keys(words: Hashes, names: Counts, small: Hashes) -> _Keys:
    """The keys at these places, less those that the other text has with a small letter."""
    places = names[~_within(words[names], small)]
    hashes, first, counts = np.unique(words[places], return_index=True, return_counts=True)
    return _Keys(hashes, places[first], counts == 1)


def _quotations(a: Keyed, b: Keyed, found: Aligned) -> tuple[Counts, Counts]:
    """The middles of shared passages that one of the texts, or both, have between quotation marks."""
    spoken_a, spoken_b = (
        np.concatenate(([0], np.cumsum((of.words.flags & QUOTED) != 0)))[np.stack(bounds)]
        for of, bounds in ((a, (found.starts_a, found.ends_a)), (b, (found.starts_b, found.ends_b)))
    )
    in_a = spoken_a[1] - spoken_a[0] >= _SPOKEN * (found.ends_a - found.starts_a)
    in_b = spoken_b[1] - spoken_b[0] >= _SPOKEN * (found.ends_b - found.starts_b)
    said = in_a | in_b
    return (found.starts_a + found.ends_a)[said] // 2, (found.starts_b + found.ends_b)[said] // 2


def _is_kept(here: Counts, there: Counts) -> bool:
    """Whether keys that follow one another here stand close together there; words of one name are one key."""
    order = here.argsort(kind="stable")
    apart = np.diff(here[order]) > 1
    close = np.abs(np.diff(there[order]))[apart] <= NEIGHBOURS
    kept = int(close.sum())
    return kept >= LINKS and kept >= KEPT * len(close)


def _joined(words: tuple[Hashes, Hashes], keys: tuple[Counts, Counts], found: Aligned) -> Aligned:
    """What both say word for word and the keys around it, as passages; in them words that both have are shared."""
    begins_a, ends_a = np.append(keys[0], found.starts_a), np.append(keys[0] + 1, found.ends_a)
    begins_b, ends_b = np.append(keys[1], found.starts_b), np.append(keys[1] + 1, found.ends_b)
    order = np.lexsort((begins_b, begins_a))
    begins_a, ends_a, begins_b, ends_b = begins_a[order], ends_a[order], begins_b[order], ends_b[order]
    apart = (begins_a[1:] - ends_a[:-1] > GAP) | (
        np.maximum(begins_b[1:] - ends_b[:-1], begins_b[:-1] - ends_b[1:]) > GAP
    )
    first = np.flatnonzero(np.append(True, apart))
    starts_a, starts_b = (np.minimum.reduceat(begins, first) for begins in (begins_a, begins_b))
    stops_a, stops_b = (np.maximum.reduceat(ends, first) for ends in (ends_a, ends_b))
    same_a, same_b = found.same_a.copy(), found.same_b.copy()
    for start_a, stop_a, start_b, stop_b in zip(
        *(x.tolist() for x in (starts_a, stops_a, starts_b, stops_b)), strict=True
    ):
        mine, theirs = words[0][start_a:stop_a], words[1][start_b:stop_b]
        same_a[start_a:stop_a] |= _within(mine, np.sort(theirs))
        same_b[start_b:stop_b] |= _within(theirs, np.sort(mine))
    return Aligned(starts_a, stops_a, starts_b, stops_b, same_a, same_b, found.longest)
