"""Code points -> the signs that words are compared by: case, accents, widths and typography folded away.

One table with an entry for every code point, so that a whole pile of texts is folded by one look-up in an array. Signs
that mean the same to a reader get the same entry: ``É``, ``é`` and ``e``; ``Ａ`` and ``a``; ``٣`` keeps its own, being
another script. What stands between words is 0. Letters above the basic plane stand for themselves.
"""

import unicodedata
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

SINGLE: Final = np.uint32(1 << 31)
"""This bit says that the sign is a word by itself: scripts that set no blanks between words."""

DROPPED: Final = np.uint32(1)
"""The entry of what is no part of a word's spelling: combining marks, soft hyphens, joiners."""

DOUBLED: Final = np.uint32(2)
"""The entry of signs that stand for several letters (the ligature of f and i, the German sharp s)."""

_SINGLES: Final = (
    (0x0E00, 0x0E80),  # Thai
    (0x0E80, 0x0F00),  # Lao
    (0x1000, 0x10A0),  # Myanmar
    (0x1780, 0x1800),  # Khmer
    (0x3040, 0x3100),  # Hiragana, Katakana
    (0x31F0, 0x3200),  # Katakana extensions
    (0x3400, 0x4DC0),  # Han, extension A
    (0x4E00, 0xA000),  # Han
    (0xF900, 0xFB00),  # Han, compatibility
    (0x20000, 0x32000),  # Han, further extensions
)
"""Scripts written without blanks, as ranges of code points."""

_PLAIN: Final = ((0x3400, 0xA4D0), (0xAC00, 0xD7A4), (0x10000, 0x110000))
"""Ranges that hold letters which fold to themselves, or none at all: not looked up one by one."""

_EMPTY: Final = ((0xD800, 0xF900), (0x1F000, 0x20000), (0x32000, 0x110000))
"""Surrogates and private use, pictures, and what is not assigned."""

_INVISIBLE: Final = (0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10))
"""Soft hyphen, blanks of no width, joiners, selectors of a variant: lost in half of all copies."""


@cache
def capitals() -> NDArray[np.bool_]:
    """For each code point whether a word that begins with it looks like a name or a figure: capitals, digits."""
    large = np.zeros(0x110000, np.bool_)
    for code in range(0x10000):
        sign = chr(code)
        large[code] = sign.isdigit() or sign != sign.lower()
    return large


@cache
def table() -> NDArray[np.uint32]:
    """The folded sign of each code point, 0x110000 entries: 0 between words, else as the constants above say."""
    folded = np.zeros(0x110000, np.uint32)
    plain = np.zeros(0x110000, np.bool_)
    for first, end in _PLAIN:
        plain[first:end] = True
    folded[plain] = np.flatnonzero(plain)
    for first, end in _EMPTY:
        folded[first:end] = 0
    for code in np.flatnonzero(~plain[:0x10000]).tolist():
        folded[code] = _folded(chr(code))
    for first, end in _SINGLES:
        part = folded[first:end]
        part[part > DOUBLED] |= SINGLE
    folded[list(_INVISIBLE)] = DROPPED
    folded.setflags(write=False)
    return folded


def spelled(sign: str) -> str:
    """The letters that a sign stands for, folded; empty for what is no part of a word."""
    letters = unicodedata.normalize("NFKD", sign.casefold())
    return "".join(letter for letter in letters if unicodedata.category(letter)[0] in "LN").casefold()


def _folded(sign: str) -> int:
    category = unicodedata.category(sign)
    if category[0] == "M":
        # An accent combines; the vowels of Indic scripts are marks as well, and are spelling.
        return int(DROPPED) if unicodedata.combining(sign) else ord(sign)
    if category[0] not in "LN":
        return 0
    letters = spelled(sign)
    if len(letters) == 1:
        return ord(letters)
    return int(DOUBLED) if letters else ord(sign)
