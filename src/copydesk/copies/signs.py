"""Code points -> the signs that words are made of, a byte each, and where something stands that needs a second look.

Nearly all signs of most texts are below 256 and fold to such a sign: one table of 256 bytes folds them. What is not
(other scripts, typography, what is dropped or stands for several letters) is looked up by itself in the large table
(:mod:`copydesk.copies.folding`).
"""

from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies import folding
from copydesk.copies.arrays import gaps, ranges
from copydesk.copies.folding import DOUBLED, DROPPED

Places = NDArray[np.int64]
Values = NDArray[np.uint32]
Bytes = NDArray[np.uint8]

MARKS: Final = '\n"«»“”„「」『』'
"""Ends of lines and quotation marks; the latter follow one another in two ranges."""

FEW: Final = 1024
"""Signs that are dropped or spelled out one after another; of more each would cost more than all others do together."""

_HIGH, _CORNER = np.uint32(ord("“")), np.uint32(ord("「"))

# What a byte says below any sign of a word, all of which are larger.
_MARK, _DROPPED, _DOUBLED, _WIDE = 1, 2, 3, 4


@dataclass(frozen=True, slots=True)
class Signs:
    """The folded signs of some texts.

    Attributes:
        bytes: Each sign, 0 between words; for one that no byte holds any other number.
        wide: The places of these.
        values: What they are.
        marks: The places of MARKS, among the code points.
        moved: Where the signs and the code points part, if they do.
    """

    bytes: Bytes
    wide: Places
    values: Values
    marks: Places
    moved: "Moved | None"

    def full(self) -> NDArray[np.uint64]:
        """All signs as they are."""
        signs = self.bytes.astype(np.uint64)
        signs[self.wide] = self.values
        return signs


@dataclass(frozen=True, slots=True)
class Moved:
    """How signs were dropped and spelled out.

    Attributes:
        places: The code points that this was done with.
        begins: Where each would stand, or its first letter does, among the signs.
        shifts: How many more signs than code points there are behind it.
    """

    places: Places
    begins: Places
    shifts: Places

    def back(self, signs: Places) -> Places:
        """The places among the code points of these among the signs, rising."""
        counts = gaps(signs.searchsorted(self.begins), len(signs))
        shifts = np.repeat(np.concatenate(([0], self.shifts)), counts)
        # All letters of one code point stand where it does.
        places: Places = np.maximum(signs - shifts, np.repeat(np.concatenate(([0], self.places)), counts))
        return places


def signs(codes: Values) -> Signs:
    """The signs of code points; ends of lines before and behind them."""
    small = bytearray(np.minimum(codes, np.uint32(255)).astype(np.uint8)).translate(_table())
    folded = np.frombuffer(small, np.uint8)
    rare = np.flatnonzero(folded - np.uint8(1) < _WIDE)  # 0 wraps to a large number
    at = codes[rare]
    is_mark = (folded[rare] == _MARK) | (at - _HIGH < 3) | (at - _CORNER < 4)
    marks = rare[is_mark]
    folded[marks] = 0
    others = rare[folded[rare] == _WIDE]
    values = folding.table()[codes[others]]
    folded[others] = np.minimum(values + (values > 0), _WIDE)
    is_wide = values > DOUBLED
    wide, values = others[is_wide], values[is_wide]
    special = rare[folded[rare] - np.uint8(_DROPPED) < 2]
    if len(special):
        return _respelled(codes, Signs(folded, wide, values, marks, None), special)
    return Signs(folded, wide, values, marks, None)


@cache
def _table() -> bytes:
    """The byte for each code point below 255, and last for all others."""
    entries = folding.table()[:255].tolist()
    classes = {0: 0, int(DROPPED): _DROPPED, int(DOUBLED): _DOUBLED}
    small = [classes.get(entry, min(entry, 256)) for entry in entries]
    return bytes(
        [_MARK if chr(code) in MARKS else _WIDE if entry > 255 else entry for code, entry in enumerate(small)] + [_WIDE]
    )


def _respelled(codes: Values, of: Signs, special: Places) -> Signs:
    """The signs without what is dropped and with each ligature as its letters."""
    is_dropped = of.bytes[special] == _DROPPED
    _compose(codes, of, special[is_dropped])
    different, which = np.unique(codes[special[~is_dropped]], return_inverse=True)
    letters = [folding.spelled(chr(code)) for code in different.tolist()]
    lengths = np.array([len(each) for each in letters], np.int64)
    sizes = np.zeros(len(special), np.int64)
    sizes[~is_dropped] = lengths[which]
    shifts = np.cumsum(sizes - 1)
    begins = special + shifts - sizes + 1
    every = folding.table()[[ord(letter) for each in letters for letter in each]].astype(np.uint32)
    spelled = every[ranges((np.cumsum(lengths) - lengths)[which], lengths[which])]
    at = ranges(begins[~is_dropped], lengths[which])
    small = np.where(spelled > 255, _WIDE, spelled).astype(np.uint8)
    if len(special) < FEW:
        made = _spliced(of.bytes, special, sizes, small)
    else:
        kept, other = np.ones(len(codes), np.bool_), np.ones(len(codes) + int(shifts[-1]), np.bool_)
        kept[special], other[at] = False, False
        made = np.empty(len(other), np.uint8)
        made[other], made[at] = of.bytes[kept], small
    behind = np.concatenate(([0], shifts))[np.searchsorted(special, of.wide)]
    wide = np.concatenate((of.wide + behind, at[spelled > 255]))
    values = np.concatenate((of.values, spelled[spelled > 255]))
    order = wide.argsort(kind="stable")
    return Signs(made, wide[order], values[order], of.marks, Moved(special, begins, shifts))


def _spliced(signs: Bytes, special: Places, sizes: Places, letters: Bytes) -> Bytes:
    """The signs with some letters in place of each of the special ones."""
    old, new = signs.data, letters.data
    parts: list[memoryview] = []
    begin = used = 0
    for place, size in zip(special.tolist(), sizes.tolist(), strict=True):
        parts += (old[begin:place], new[used : used + size])
        begin, used = place + 1, used + size
    return np.frombuffer(b"".join((*parts, old[begin:])), np.uint8)


def _compose(codes: Values, of: Signs, dropped: Places) -> None:
    """Puts the syllable that Hangul letters make in place of the first of them; the others are dropped."""
    vowels = dropped[codes[dropped] - np.uint32(0x1161) < 21]
    vowels = vowels[codes[vowels - 1] - np.uint32(0x1100) < 19]
    tails = codes[vowels + 1] - np.uint32(0x11A7)
    tails[tails >= 28] = 0
    syllables = 0xAC00 + ((codes[vowels - 1] - 0x1100) * 21 + codes[vowels] - 0x1161) * 28 + tails
    of.values[np.searchsorted(of.wide, vowels - 1)] = syllables
