"""Texts -> their words as hashes, with the place of each: a few array operations over many texts at once.

A word is a run of letters and digits, folded (:mod:`copydesk.copies.folding`); in scripts that set no blanks, each sign
with the two that follow it. The hash of a word is a polynomial over its signs, taken for all words of a buffer as
differences of one running sum (Karp and Rabin's rolling hash, modulo 2**64), then mixed so that every bit depends on
every sign.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies import folding, layout, quoting
from copydesk.copies.arrays import ranges

Hashes = NDArray[np.uint64]
Counts = NDArray[np.int64]

BATCH: Final = 1 << 17
"""Code points that are hashed at a time: with all that belongs to them, what a processor's second cache holds."""

NAMELIKE: Final = 1
"""Flag of a word that begins with a capital or a digit, as names and figures do, unless most words of its text do."""

CAPITALS: Final = 0.8
"""A text with such a share of capitals and digits is set in capitals, or a table: they tell nothing."""

QUOTED: Final = 2
"""Flag of a word between quotation marks."""

PROSE: Final = 4
"""Flag of a word in a line that looks like prose (:mod:`copydesk.copies.layout`)."""

_BASE: Final = 0x9E3779B97F4A7C15
"""Odd, hence invertible modulo 2**64."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one or more texts, one after another.

    Attributes:
        hashes: A word's hash; equal for words that fold to the same signs.
        starts: Code points before the word in its own text.
        ends: Code points before the word's end.
        flags: NAMELIKE, QUOTED and PROSE, or'ed.
        first: For each text the number of its first word, and then the number of words: one entry more than texts.
    """

    hashes: Hashes
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    flags: NDArray[np.uint8]
    first: Counts

    def __len__(self) -> int:
        """How many texts these are the words of."""
        return len(self.first) - 1

    def one(self, text: int) -> "Tokens":
        """The words of one text."""
        a, b = self.first[text : text + 2]
        return Tokens(self.hashes[a:b], self.starts[a:b], self.ends[a:b], self.flags[a:b], np.array([0, b - a]))


def tokens(texts: Sequence[str]) -> Tokens:
    """The words of texts. Time and memory grow with their length; best a BATCH at a time."""
    border = quoting.BORDER
    lengths = np.fromiter((len(text) for text in texts), np.int64, len(texts))
    begins = np.concatenate(([0], np.cumsum(lengths + len(border)))) + len(border)
    # Line ends before, between and behind: every word begins after them and ends before them.
    codes = np.frombuffer(border.join(("", *texts, "")).encode("utf-32-le", "surrogatepass"), np.uint32)
    signs = folding.table()[codes]
    places = None
    special = np.flatnonzero(signs - folding.DROPPED < 2)  # DROPPED and DOUBLED; 0 wraps to a large number
    if len(special):
        signs, places = _respelled(codes, signs, special)
    starts, ends, hashes = _words(signs)
    if places is not None:
        starts, ends = places[starts], places[ends - 1] + 1
    first = np.searchsorted(starts, begins)
    large = folding.capitals()[codes[starts]]
    sizes = np.diff(first)
    flags = large * np.uint8(NAMELIKE)
    loud = np.diff(np.searchsorted(np.flatnonzero(large), first)) >= CAPITALS * sizes
    if loud.any():
        flags[np.repeat(loud, sizes)] = 0
    flags |= quoting.quoted(codes, starts) * np.uint8(QUOTED)
    flags |= layout.prose(codes, starts, first, ~large) * np.uint8(PROSE)
    own = np.repeat(begins[:-1], sizes)
    return Tokens(hashes, (starts - own).astype(np.int32), (ends - own).astype(np.int32), flags, first)


def _words(signs: NDArray[np.uint32]) -> tuple[Counts, Counts, Hashes]:
    """Where the words begin and end among folded signs, and their hashes."""
    word = signs != 0
    values = signs.astype(np.uint64)
    single = signs >= folding.SINGLE
    if single.any():
        before = np.concatenate(([False], word[:-1] & ~single[:-1]))
        after = np.concatenate((word[1:] & ~single[1:], [False]))
        starts = np.flatnonzero(word & (single | ~before))
        ends = np.flatnonzero(word & (single | ~after)) + 1
        # One sign says little: it counts with the two behind it, which keeps its place.
        values[:-2][single[:-2]] += values[1:-1][single[:-2]] * np.uint64(3 << 32)
        values[:-2][single[:-2]] += values[2:][single[:-2]] * np.uint64(5 << 34)
    else:
        edges = np.flatnonzero(word[1:] != word[:-1]) + 1
        starts, ends = edges[::2], edges[1::2]
    powers, inverses = _powers(1 << (len(signs) - 1).bit_length())
    sums = np.cumsum(values * powers[: len(signs)])
    return starts, ends, mixed((sums[ends - 1] - sums[starts - 1]) * inverses[starts])


def mixed(hashes: Hashes) -> Hashes:
    """Each hash with its bits spread (Stafford's thirteenth variant of MurmurHash3's finalizer)."""
    hashes = (hashes ^ (hashes >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    hashes = (hashes ^ (hashes >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return hashes ^ (hashes >> np.uint64(31))


def _respelled(
    codes: NDArray[np.uint32], signs: NDArray[np.uint32], special: Counts
) -> tuple[NDArray[np.uint32], Counts]:
    """The signs without what is dropped and with each ligature as its letters; and where each stood before."""
    dropped = special[signs[special] == folding.DROPPED]
    _compose(codes, signs, dropped)
    counts = np.ones(len(signs), np.int64)
    counts[dropped] = 0
    if len(dropped) == len(special):
        places = np.flatnonzero(counts)
        return signs[places], places
    doubled = special[signs[special] == folding.DOUBLED]
    different, which = np.unique(codes[doubled], return_inverse=True)
    letters = [folding.spelled(chr(code)) for code in different.tolist()]
    sizes = np.array([len(each) for each in letters])
    counts[doubled] = sizes[which]
    places = np.repeat(np.arange(len(signs)), counts)
    respelled = signs[places]
    every = folding.table()[[ord(letter) for each in letters for letter in each]]
    respelled[respelled == folding.DOUBLED] = every[ranges((np.cumsum(sizes) - sizes)[which], sizes[which])]
    return respelled, places


def _compose(codes: NDArray[np.uint32], signs: NDArray[np.uint32], dropped: Counts) -> None:
    """Puts the syllable that Hangul letters make in place of the first of them; the others are dropped."""
    vowels = dropped[codes[dropped] - np.uint32(0x1161) < 21]
    vowels = vowels[codes[vowels - 1] - np.uint32(0x1100) < 19]
    tails = codes[vowels + 1] - np.uint32(0x11A7)
    tails[tails >= 28] = 0
    signs[vowels - 1] = 0xAC00 + ((codes[vowels - 1] - 0x1100) * 21 + codes[vowels] - 0x1161) * 28 + tails


@cache
def _powers(count: int) -> tuple[Hashes, Hashes]:
    """The first powers of the base and of its inverse, modulo 2**64."""
    return _series(_BASE, count), _series(pow(_BASE, -1, 1 << 64), count)


def _series(base: int, count: int) -> Hashes:
    powers = np.ones(count, np.uint64)
    known = 1
    while known < count:
        more = min(known, count - known)
        powers[known : known + more] = powers[:more] * np.uint64(pow(base, known, 1 << 64))
        known += more
    return powers
