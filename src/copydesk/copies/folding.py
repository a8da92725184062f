"""Code points -> the signs that words are compared by: case, accents, widths and typography folded away.

One table with an entry for every code point, so that a whole pile of texts is folded by one look-up in an array. Signs
that mean the same to a reader get the same entry: ``É``, ``é`` and ``e``; ``Ａ`` and ``a``; ``٣`` keeps its own, being
another script. What stands between words is 0. Above the basic plane letters stand for themselves, but for the
alphabets of mathematics and doubles of ideographs.
"""

import unicodedata
from functools import cache
from itertools import chain
from typing import Final

import numpy as np
from numpy.typing import NDArray

SINGLE: Final = np.uint32(1 << 31)
"""This bit says that the sign is a word by itself: scripts that set no blanks between words."""

DROPPED: Final = np.uint32(1)
"""The entry of what is no part of a word's spelling: combining marks, soft hyphens, joiners; and of the Hangul vowels
and finals that follow a consonant, which with them stands for the syllable."""

DOUBLED: Final = np.uint32(2)
"""The entry of signs that stand for several letters (the ligature of f and i, the German sharp s, a vowel sign in two
parts)."""

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

_DOUBLES: Final = ((0x1D400, 0x1D800), (0x2F800, 0x2FA20))
"""Ranges above the basic plane that hold other forms of its letters."""

_INVISIBLE: Final = (0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
"""Soft hyphen, blanks of no width, joiners, selectors of a variant: lost in half of all copies."""

_JOINED: Final = (*range(0x1161, 0x1176), *range(0x11A8, 0x11C3))
"""Hangul vowels and finals."""

_APOSTROPHES: Final = frozenset("\u02bb\u02bc")
"""Letters by their category; most writers set a mark instead."""


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
    for code in chain(np.flatnonzero(~plain[:0x10000]).tolist(), *(range(*each) for each in _DOUBLES)):
        folded[code] = _folded(chr(code))
    folded[list(_INVISIBLE + _JOINED)] = DROPPED
    single = np.zeros(0x110000, np.bool_)
    for first, end in _SINGLES:
        single[first:end] = True
    folded[(folded > DOUBLED) & single[folded]] |= SINGLE
    folded.setflags(write=False)
    return folded


def spelled(sign: str) -> str:
    """The letters that a sign stands for, folded; empty for what is no part of a word."""
    return "".join(map(_letters, unicodedata.normalize("NFD", sign.casefold()))).replace("ı", "i")


def _letters(part: str) -> str:
    if unicodedata.category(part)[0] == "M":
        # An accent combines; the vowels of Indic scripts are marks as well, and are spelling.
        return "" if unicodedata.combining(part) else part
    letters = unicodedata.normalize("NFKD", part)
    return "".join(each for each in letters if _is_letter(each)).casefold()


def _is_letter(sign: str) -> bool:
    return unicodedata.category(sign)[0] in "LN" and sign not in _APOSTROPHES


def _folded(sign: str) -> int:
    if unicodedata.category(sign)[0] not in "LMN" or sign in _APOSTROPHES:
        return 0
    letters = spelled(sign)
    if not letters:
        return int(DROPPED)
    return ord(letters) if len(letters) == 1 else int(DOUBLED)
