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

_TERMINAL = np.array([ord(c) for c in ".!?…。！？؟।"], dtype=np.uint32)
_CLOSING = np.array([ord(c) for c in "\"'”’»)]」』“"], dtype=np.uint32)
_COMMA = np.array([ord(c) for c in ",;:，、；：،"], dtype=np.uint32)


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

    space = (codes == 32) | ((codes >= 9) & (codes <= 13)) | (codes == 160)
    upper = (
        ((codes >= 65) & (codes <= 90)) | ((codes >= 0xC0) & (codes <= 0xDE)) | ((codes >= 0x410) & (codes <= 0x42F))
    )
    begins = np.ones(len(codes), dtype=bool)
    begins[1:] = space[:-1]
    unspaced = ((codes >= 0x3040) & (codes <= 0x9FFF)) | ((codes >= 0x0E00) & (codes <= 0x0E7F))
    stop = np.isin(codes, _TERMINAL)
    closes = np.ones(len(codes), dtype=bool)  # a stop ends a sentence before a blank, a closing quote or the end
    closes[:-1] = space[1:] | np.isin(codes[1:], _CLOSING) | (codes[:-1] > 0x2FFF)

    words = np.where(chars > 0, count(begins & ~space), 0) + count(unspaced) / 2.0
    sentences = count(stop & closes)
    with np.errstate(divide="ignore", invalid="ignore"):
        capitals = np.nan_to_num(count(upper & begins) / np.maximum(words, 1))
        digits = count((codes >= 48) & (codes <= 57)) / np.maximum(chars, 1)
    link_density = np.minimum(np.array(sheet.link_chars, dtype=np.float64) / np.maximum(chars, 1), 1.0)
    terminal = _ends_as_sentence(codes, start, end)
    kinds = np.array([_KIND_CODE[k] for k in sheet.kind], dtype=np.int64)
    heading = kinds == _KIND_CODE[BlockKind.HEADING]
    prose = _prose(words, sentences, link_density, terminal, heading)
    return Features(
        chars=chars,
        words=words,
        sentences=sentences,
        commas=count(np.isin(codes, _COMMA)),
        digits=digits,
        capitals=capitals,
        link_density=link_density,
        terminal=terminal,
        heading=heading,
        item=kinds == _KIND_CODE[BlockKind.LIST_ITEM],
        prose=prose,
    )


_KIND_CODE = {kind: number for number, kind in enumerate(BlockKind)}


def _ends_as_sentence(codes: NDArray[np.uint32], start: Ints, end: Ints) -> Flags:
    if not len(codes):
        return np.zeros(len(start), dtype=bool)
    last = codes[np.maximum(end - 1, 0)]
    before = codes[np.maximum(end - 2, 0)]
    quoted = np.isin(last, _CLOSING) & (np.isin(before, _TERMINAL) | (before == ord(",")))
    ends: Flags = (end > start) & (np.isin(last, _TERMINAL) | quoted)
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
