"""Which words of a text stand between quotation marks, by the marks alone.

Curly and angular marks say which way they face, straight ones alternate within a line. A quotation that goes on in
the next paragraph opens there again and is quoted in both. Single marks are left out: they are apostrophes too.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

_LINE, _OPENS, _CLOSES, _STRAIGHT = 0, 1, 2, 3

_MARKS: Final = {"\n": _LINE, '"': _STRAIGHT, "“": _OPENS, "„": _OPENS, "«": _OPENS, "「": _OPENS, "『": _OPENS}
_MARKS_BACK: Final = {"”": _CLOSES, "»": _CLOSES, "」": _CLOSES, "』": _CLOSES}


def quoted(codes: NDArray[np.uint32], places: NDArray[np.int64]) -> NDArray[np.bool_]:
    """For each place (rising) among code points whether a quotation is open there."""
    marks, kinds = _marks(codes)
    if not len(marks):
        return np.zeros(len(places), np.bool_)
    following = np.append(kinds[1:], _LINE)
    after = np.append(following[1:], _LINE)
    # “ also closes what „ opens.
    closed = (following == _CLOSES) | ((following == _OPENS) & (codes[marks] == ord("„")))
    goes_on = (following == _LINE) & (after == _OPENS)
    faced = (kinds == _OPENS) & (closed | goes_on)
    straight = kinds == _STRAIGHT
    count = np.cumsum(straight)
    lines = np.maximum.accumulate(np.where(kinds == _LINE, count, 0))
    open_behind = np.append(False, faced | (straight & ((count - lines) % 2 == 1)))
    return open_behind[np.searchsorted(marks, places)]


def _marks(codes: NDArray[np.uint32]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Where quotation marks and ends of lines stand, and what each is."""
    found = (codes == 10) | (codes == 34) | (codes == 0xAB) | (codes == 0xBB)
    found |= (codes - np.uint32(0x201C)) < 3  # “ ” „ follow one another; what lies below wraps to large numbers
    found |= (codes - np.uint32(0x300C)) < 4  # likewise 「 」 『 』
    marks = np.flatnonzero(found)
    names = _MARKS | _MARKS_BACK
    kinds = np.zeros(len(marks), np.int64)
    at = codes[marks]
    for mark, kind in names.items():
        kinds[at == ord(mark)] = kind
    return marks, kinds
