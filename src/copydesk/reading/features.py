"""Sheet -> Features: one number a block and a feature, as arrays, from one pass over the page's code points.

The page's text becomes an array of code points once; each class of characters is counted by one prefix sum, and a
block's count is the difference at its two ends. No string is touched a second time.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from copydesk.types import BlockKind

if TYPE_CHECKING:
    from copydesk.reading.sheet import Sheet

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

SPACE, UPPER, DIGIT, TERMINAL, CLOSING, COMMA, UNSPACED = (1 << bit for bit in range(7))
"""What a code point is, a bit each."""

BMP = 0x10000
"""Code points from here on are emoji, signs and rare ideographs, which belong to none of the classes."""


def _classes() -> NDArray[np.uint8]:
    table = np.zeros(BMP + 1, dtype=np.uint8)
    for bit, ranges in (
        (SPACE, ((9, 13), (32, 32), (160, 160))),
        (UPPER, ((0x41, 0x5A), (0xC0, 0xDE), (0x410, 0x42F))),
        (DIGIT, ((0x30, 0x39),)),
        (UNSPACED, ((0x0E00, 0x0E7F), (0x3040, 0x9FFF))),
        (TERMINAL, tuple((ord(c), ord(c)) for c in ".!?…。！？؟।")),
        (CLOSING, tuple((ord(c), ord(c)) for c in "\"'”’»)]」』“")),
        (COMMA, tuple((ord(c), ord(c)) for c in ",;:，、；：،")),
    ):
        for first, last in ranges:
            table[first : last + 1] |= bit
    return table


_CLASSES = _classes()


@dataclass(frozen=True, slots=True)
class Features:
    """A column a feature, an entry a block.

    Attributes:
        chars: Code points.
        words: Words; for scripts without spaces, code points by two.
        sentences: Sentence ends inside and at the end.
        commas: Commas, semicolons, colons.
        digits: Digits, as a share of the code points.
        capitals: Words that begin with a capital, as a share of the words (scripts with case).
        link_density: Link text, as a share of the code points.
        terminal: Whether it ends as a sentence does.
        heading: Whether it is marked as a heading.
        item: Whether it is a list item.
        prose: Words that count as running text: see :func:`_prose`.
    """

    chars: Ints
    words: Floats
    sentences: Ints
    commas: Ints
    digits: Floats
    capitals: Floats
    link_density: Floats
    terminal: Flags
    heading: Flags
    item: Flags
    prose: Floats


def of(sheet: "Sheet") -> Features:
    """Measure every block of a sheet."""
    start = np.array(sheet.start, dtype=np.int64)
    end = np.array(sheet.end, dtype=np.int64)
    codes = np.frombuffer(sheet.text.encode("utf-32-le"), dtype=np.uint32)
    chars = end - start

    def count(mask: Flags) -> Ints:
        sums = np.zeros(len(mask) + 1, dtype=np.int64)
        np.cumsum(mask, out=sums[1:])
        return sums[end] - sums[start]

    classes = _CLASSES[np.minimum(codes, BMP)]
    space = (classes & SPACE) != 0
    begins = np.ones(len(codes), dtype=bool)
    begins[1:] = space[:-1]
    closes = np.ones(len(codes), dtype=bool)  # a stop ends a sentence before a blank, a closing quote or the end
    closes[:-1] = ((classes[1:] & (SPACE | CLOSING)) != 0) | (codes[:-1] > 0x2FFF)

    unspaced = (classes & UNSPACED) != 0
    words = np.where(chars > 0, count(begins & ~space), 0) + (count(unspaced) / 2.0 if unspaced.any() else 0.0)
    sentences = count(((classes & TERMINAL) != 0) & closes)
    with np.errstate(divide="ignore", invalid="ignore"):
        capitals = np.nan_to_num(count(((classes & UPPER) != 0) & begins) / np.maximum(words, 1))
        digits = count((classes & DIGIT) != 0) / np.maximum(chars, 1)
    link_density = np.minimum(np.array(sheet.link_chars, dtype=np.float64) / np.maximum(chars, 1), 1.0)
    terminal = _ends_as_sentence(codes, classes, start, end)
    kinds = np.array([_KIND_CODE[k] for k in sheet.kind], dtype=np.int64)
    heading = kinds == _KIND_CODE[BlockKind.HEADING]
    prose = _prose(words, sentences, link_density, terminal, heading)
    return Features(
        chars=chars,
        words=words,
        sentences=sentences,
        commas=count((classes & COMMA) != 0),
        digits=digits,
        capitals=capitals,
        link_density=link_density,
        terminal=terminal,
        heading=heading,
        item=kinds == _KIND_CODE[BlockKind.LIST_ITEM],
        prose=prose,
    )


_KIND_CODE = {kind: number for number, kind in enumerate(BlockKind)}


def _ends_as_sentence(codes: NDArray[np.uint32], classes: NDArray[np.uint8], start: Ints, end: Ints) -> Flags:
    if not len(codes):
        return np.zeros(len(start), dtype=bool)
    last = classes[np.maximum(end - 1, 0)]
    before = np.maximum(end - 2, 0)
    quoted = ((last & CLOSING) != 0) & (((classes[before] & TERMINAL) != 0) | (codes[before] == ord(",")))
    ends: Flags = (end > start) & (((last & TERMINAL) != 0) | quoted)
    return ends


def _prose(words: Floats, sentences: Ints, link_density: Floats, terminal: Flags, heading: Flags) -> Floats:
    """How many words of a block are running text.

    A block counts when it is long enough to be a sentence and ends like one (or is so long that the missing stop is an
    accident); link text does not count.
    """
    sentence = (words >= 8) & (terminal | (sentences > 0))
    long = words >= 30
    plain = np.where(link_density < 0.5, words * (1.0 - link_density), 0.0)
    return np.where((sentence | long) & ~heading, plain, 0.0)
