"""Sheet -> what a block has from the boxes around it: their names' scores, their depth and hints, the way they nest."""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.reading.sheet import Sheet

Ints = NDArray[np.int64]

NAMED: Final = ("name", "name_parent", "name_low", "name_high", "name_sum")


def named(sheet: "Sheet", score_of: "Callable[[str], float]") -> tuple[NDArray[np.float64], ...]:
    """What the boxes' names say: the block's own, its parent's, the lowest, the highest, a fading sum."""
    boxes = sheet.boxes
    score = [score_of(name) if name else 0.0 for name in boxes.name]
    above: list[float] = []
    low: list[float] = []
    high: list[float] = []
    total: list[float] = []
    for parent, own in zip(boxes.parent, score, strict=True):
        outer = parent >= 0
        above.append(score[parent] if outer else 0.0)
        low.append(min(low[parent] if outer else 0.0, own))
        high.append(max(high[parent] if outer else 0.0, own))
        total.append(0.7 * total[parent] + own if outer else own)
    owner = np.array(sheet.owner, dtype=np.int64)
    return tuple(np.array(column)[owner] for column in (score, above, low, high, total))


def inherited(sheet: "Sheet") -> tuple["Ints", "Ints"]:
    """For each box: how deep it is, and the hints of all boxes around it and its own."""
    depth: list[int] = []
    above: list[int] = []
    for parent, hints in zip(sheet.boxes.parent, sheet.boxes.hints, strict=True):
        depth.append(depth[parent] + 1 if parent >= 0 else 0)
        above.append(above[parent] | hints if parent >= 0 else hints)
    return np.array(depth), np.array(above, dtype=np.int64)


def nestings(sheet: "Sheet") -> tuple["Ints", "Ints"]:
    """For each box: a number for the tags it nests in with its own, and that of its parent."""
    numbers: dict[tuple[int, str], int] = {}
    own: list[int] = []
    outer: list[int] = []
    for parent, tag in zip(sheet.boxes.parent, sheet.boxes.tag, strict=True):
        around = own[parent] if parent >= 0 else 0
        own.append(numbers.setdefault((around, tag), len(numbers) + 1))
        outer.append(around)
    return np.array(own), np.array(outer)
