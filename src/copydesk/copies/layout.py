"""Which words of a text stand in prose, by the lines alone: not in headlines, menus, tickers, lists of links.

A line is prose if it is long or ends as a sentence does; so is one that the next line goes on with a small letter,
which is how wrapped text looks. Where hardly a line is prose (verse, a table, a text that lost its line ends to
blanks), every word counts as prose: the lines of such a text tell nothing.
"""

from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.arrays import changes

LONG: Final = 25
"""Words from which a line is prose, however it ends."""

SHORT: Final = 5
"""Words below which a line is none, however it ends."""

SCARCE: Final = 0.1
"""A text with a smaller share of its words in prose is taken as it is."""

PADDING: Final = 200
"""Blanks at the end of a line: more than any page is wide."""

_ENDS: Final = ".!?…。！？:;”\"'’»)؟।"
_MOST: Final = np.uint32(0xFFFF)


@cache
def _closes() -> NDArray[np.bool_]:
    """For each code point of the basic plane whether a sentence ends with it; the last is for all above."""
    ends = np.zeros(int(_MOST) + 1, np.bool_)
    ends[list(map(ord, _ENDS))] = True
    return ends


def prose(
    codes: NDArray[np.uint32],
    marks: NDArray[np.int64],
    starts: NDArray[np.int64],
    first: NDArray[np.int64],
    small: NDArray[np.bool_],
) -> NDArray[np.bool_]:
    """For each word whether it stands in prose.

    Args:
        codes: The code points of all texts, line ends before, between and behind them.
        marks: The places of all :data:`copydesk.copies.signs.MARKS` among them.
        starts: Where each word begins among them.
        first: The number of each text's first word, and the number of words.
        small: Whether a word begins with a small letter.
    """
    if not len(starts):
        return np.zeros(0, np.bool_)
    ends = marks[codes[marks] == ord("\n")]
    ends = ends[np.append(True, ends[1:] != ends[:-1] + 1)]
    at = np.searchsorted(starts, ends)
    # Of several line ends without a word between them the first ends a line.
    new = changes(at)
    bounds, after = at[new], ends[new][1:]
    counts = np.diff(bounds)
    closed = _closes()[np.minimum(_last_signs(codes, after), _MOST)]
    # The next text's first line goes on with nothing.
    goes_on = small[bounds[1:-1]] & (first[np.searchsorted(first, bounds[1:-1])] != bounds[1:-1])
    wrapped = np.append(goes_on, False) & (counts >= SHORT)
    good = (counts >= LONG) | (closed & (counts >= SHORT)) | wrapped
    # What a wrapped line goes on with is of its kind.
    good[1:] |= wrapped[:-1]
    text = np.searchsorted(first, bounds[:-1], side="right") - 1
    share = np.bincount(text, good * counts, len(first) - 1)
    return np.repeat(good | (share < SCARCE * np.diff(first))[text], counts)


def _last_signs(codes: NDArray[np.uint32], after: NDArray[np.int64]) -> NDArray[np.uint32]:
    """The last sign before each place that is no blank; beyond PADDING blanks none is looked for."""
    signs = codes[after - 1]
    left = np.flatnonzero(_is_blank(signs))
    for back in range(2, PADDING):
        if not len(left):
            break
        signs[left] = codes[after[left] - back]
        left = left[_is_blank(signs[left])]
    return signs


def _is_blank(signs: NDArray[np.uint32]) -> NDArray[np.bool_]:
    blank: NDArray[np.bool_] = (
        (signs <= 32)
        | (signs == 0xA0)
        | ((signs >= 0x2000) & (signs <= 0x200B))
        | (signs == 0x202F)
        | (signs == 0x3000)
    )
    return blank
