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
from copydesk.copies import signs as folded
from copydesk.copies.signs import Signs

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
    signs = folded.signs(codes)
    starts, ends, hashes = _words(signs)
    if signs.moved:
        starts, ends = signs.moved.back(starts), signs.moved.back(ends - 1) + 1
    first = np.searchsorted(starts, begins)
    large = folding.capitals()[codes[starts]]
    sizes = np.diff(first)
    flags = large.astype(np.uint8)
    loud = np.diff(np.searchsorted(np.flatnonzero(large), first)) >= CAPITALS * sizes
    if loud.any():
        flags[np.repeat(loud, sizes)] = 0
    flags |= quoting.quoted(codes, signs.marks, starts) * np.uint8(QUOTED)
    flags |= layout.prose(codes, signs.marks, starts, first, ~large) * np.uint8(PROSE)
    own = np.repeat(begins[:-1], sizes)
    return Tokens(hashes, (starts - own).astype(np.int32), (ends - own).astype(np.int32), flags, first)


def _words(signs: Signs) -> tuple[Counts, Counts, Hashes]:
    """Where the words begin and end among folded signs, and their hashes."""
    word = signs.bytes != 0
    values = signs.full()
    single = signs.wide[signs.values >= folding.SINGLE]
    if len(single):
        starts, ends = _apart(word, single)
        # One sign says little: it counts with the two behind it, which keeps its place.
        values[single] += values[single + 1] * np.uint64(3 << 32) + values[single + 2] * np.uint64(5 << 34)
    else:
        edges = np.flatnonzero(word[1:] != word[:-1]) + 1
        starts, ends = edges[::2].copy(), edges[1::2]
    powers, inverses = _powers(1 << (len(values) - 1).bit_length())
    values *= powers[: len(values)]
    sums = np.cumsum(values, out=values)
    # What stands between words adds nothing, so that a word's sum reaches up to the next word.
    before = np.append(sums[starts - 1], sums[-1:])
    return starts, ends, mixed((before[1:] - before[:-1]) * inverses[starts])


def _apart(word: NDArray[np.bool_], single: Counts) -> tuple[Counts, Counts]:
    """Where words begin and end if some signs are words by themselves."""
    alone = np.zeros(len(word), np.bool_)
    alone[single] = True
    before = np.concatenate(([False], word[:-1] & ~alone[:-1]))
    after = np.concatenate((word[1:] & ~alone[1:], [False]))
    return np.flatnonzero(word & (alone | ~before)), np.flatnonzero(word & (alone | ~after)) + 1


def mixed(hashes: Hashes) -> Hashes:
    """Each hash with its bits spread (Stafford's thirteenth variant of MurmurHash3's finalizer)."""
    spread = hashes >> np.uint64(30)
    spread ^= hashes
    spread *= np.uint64(0xBF58476D1CE4E5B9)
    spread ^= spread >> np.uint64(27)
    spread *= np.uint64(0x94D049BB133111EB)
    spread ^= spread >> np.uint64(31)
    return spread


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
