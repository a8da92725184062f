"""Which words of a text stand between quotation marks, by the marks alone.

Curly and angular marks and brackets say which way they face, straight ones alternate within a line. A quotation that
goes on in the next paragraph opens there again and is quoted in both. Each manner is read by itself, so that a
quotation may hold one in another manner. Single marks are left out: they are apostrophes too.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.arrays import gaps

Marks = NDArray[np.int64]

BORDER: Final = "\n\n\n"
"""What parts two texts: no quotation goes on behind so many line ends."""

_LINE, _OPENS, _CLOSES, _STRAIGHT = 0, 1, 2, 3

_MANNERS: Final = (("“„", "”"), ("«", "»"), ("「", "」"), ("『", "』"))
"""Marks that open and marks that close."""

_FOLLOWING: Final = 3
"""Ends of lines behind a mark that tell whether a quotation goes on."""

_LOW, _HIGH, _RIGHT = (np.uint32(ord(mark)) for mark in "„“»")


def quoted(codes: NDArray[np.uint32], marks: Marks, places: Marks) -> NDArray[np.bool_]:
    """For each place (rising) among code points whether a quotation is open there.

    Args:
        codes: The code points of all texts, a BORDER before, between and behind them.
        marks: The places of all :data:`copydesk.copies.signs.MARKS` among them.
        places: Where words begin.
    """
    at = codes[marks]
    # Nothing is open at a line's end, and only those around a quotation mark say something.
    near = at != 10
    near[:-1] |= near[1:]
    for _ in range(_FOLLOWING):
        near[1:] |= near[:-1]
    marks, at = marks[near], at[near]
    lines = at == 10
    is_open = np.zeros(len(marks), np.bool_)
    straight = at == 34
    if straight.any():
        count = np.cumsum(straight)
        is_open |= (count - np.maximum.accumulate(np.where(lines, count, 0))) % 2 == 1
    if np.count_nonzero(lines) + np.count_nonzero(straight) < len(marks):
        for opening, closing in _MANNERS:
            own = np.logical_or.reduce([at == ord(mark) for mark in opening + closing])
            if own.any():
                own |= lines
                is_open |= _faced(codes, marks[own], ord(closing))[np.cumsum(own) - 1]
    turns = np.flatnonzero(is_open[1:] != is_open[:-1]) + 1
    counts = gaps(places.searchsorted(marks[turns]), len(places))
    return np.repeat(np.arange(len(counts)) % 2 == 1, counts)


def _faced(codes: NDArray[np.uint32], marks: Marks, closing: int) -> NDArray[np.bool_]:
    """For each mark of one manner and each line's end whether a quotation is open behind it."""
    at = codes[marks]
    kinds = np.where(at == 10, _LINE, np.where(at == closing, _CLOSES, _OPENS))
    if closing == _RIGHT:
        _turn(codes, marks, kinds)
    # “ closes what „ opens.
    kinds[1:][(at[1:] == _HIGH) & (at[:-1] == _LOW)] = _CLOSES
    # At a text's end three line ends stand behind any mark.
    opens = np.flatnonzero(kinds == _OPENS)
    one, two, three = (np.minimum(opens + step, len(kinds) - 1) for step in (1, 2, 3))
    again = np.where((kinds[two] == _LINE) & (marks[two] <= marks[one] + 2), three, two)
    goes_on = (kinds[one] == _LINE) & (kinds[again] == _OPENS) & (marks[again] == marks[again - 1] + 1)
    faced = np.zeros(len(marks), np.bool_)
    faced[opens] = (kinds[one] == _CLOSES) | goes_on
    return faced


def _turn(codes: NDArray[np.uint32], marks: Marks, kinds: Marks) -> None:
    """Turns the marks of lines in which they face inwards: »so«, as in German and Danish.

    Such a line's first mark is a » that clings to the word behind it; one that ends what an earlier line began clings
    to the word before it, one that heads a line of a list to none.
    """
    firsts = np.flatnonzero((kinds[1:] == _CLOSES) & (kinds[:-1] == _LINE)) + 1
    before, behind = codes[marks[firsts] - 1], codes[marks[firsts] + 1]
    inwards = firsts[((before <= 32) | (before == ord("("))) & (behind > 32) & (behind != 0xA0)]
    if len(inwards):
        lines = np.cumsum(kinds == _LINE)
        turned = np.isin(lines, lines[inwards]) & (kinds != _LINE)
        kinds[turned] = _OPENS + _CLOSES - kinds[turned]
