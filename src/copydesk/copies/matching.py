"""Words of two texts -> the runs of words that both have, in order or moved.

First the backbone, of which there is no doubt. What is left over and stands in another place has moved. The gaps get a
longest common subsequence, from which words that agree by chance are dropped again: a diff is for readers, and the same
``of`` in two sentences tells them nothing.

Time grows with the words for texts that share much. A gap without any unique run is compared exactly up to LARGE cells;
beyond that, what lies between its common beginning and end counts as other words.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.alignment import Aligner
from copydesk.copies.backbone import Gap, Run, backbone, gaps, joined
from copydesk.copies.fingerprints import WIDTH
from copydesk.copies.tokens import Counts, Hashes, mixed

MOVED: Final = 8
"""Fewer words in another place are a turn of phrase."""

SHORT: Final = 3
"""Fewer words in a row, in a moved passage, agree by chance."""

REACH: Final = 10
"""Words before and behind the runs of a moved passage in which shorter runs may belong to it."""

LARGE: Final = 1 << 28
"""Cells up to which a gap is compared exactly: 16,000 words by 16,000, a bit each, in some hundredths of a second."""


PARAGRAPH: Final = 3
"""The break at a paragraph's or a line's end, and at a text's; a sentence's and a pause are less."""

Breaks = tuple[NDArray[np.int8], NDArray[np.int8]]
"""How much of a break there is before each word of two texts, and behind the last."""


@dataclass(frozen=True, slots=True)
class Matches:
    """What two texts have in common: no word twice.

    Attributes:
        kept: Runs that follow one another in both texts.
        moved: Runs that do not, in the order of the first text.
    """

    kept: tuple[Run, ...]
    moved: tuple[Run, ...]


def matches(a: Hashes, b: Hashes, breaks: Breaks) -> Matches:
    """The runs that two texts share.

    Args:
        a: The words of the first.
        b: The words of the second.
        breaks: A change that may begin a word earlier or later begins at one of these.
    """
    whole = Gap(0, len(a), 0, len(b))
    certain = joined(backbone(a, b, whole))
    rest_a, rest_b = a.copy(), b.copy()
    moved = _moved(rest_a, rest_b, certain, breaks)
    kept = joined(certain + [run for gap in gaps(certain, whole) for run in _in_gap(rest_a, rest_b, gap, breaks)])
    if kept != certain:  # then something may have crossed it within a gap
        moved += _moved(rest_a, rest_b, kept, breaks)
    a, b = a.copy(), b.copy()
    _hide(a, b, moved)  # no change may be shifted over them
    return Matches(tuple(_slid(kept, (a, b), breaks)), tuple(sorted(moved)))


def _moved(a: Hashes, b: Hashes, kept: list[Run], breaks: Breaks) -> list[Run]:
    """Passages outside the kept runs that stand in another gap; all these words become unlike any other.

    The unlike ones can be aligned no more, so that no word is matched twice.
    """
    gap_a, gap_b = _hidden(a, b, kept)
    found = Aligner(a).align(Aligner(b))
    passages = [found.starts_a, found.ends_a, found.starts_b, found.ends_b]
    moved: list[Run] = []
    longest_first = sorted(zip(*(part.tolist() for part in passages), strict=True), key=lambda at: at[0] - at[1])
    for passage in map(Gap._make, longest_first):
        around = (_before(passage), passage, _behind(passage, len(a), len(b)))
        found_here = joined(run for gap in around for run in _common(a, b, gap))
        common = [_trimmed(run, breaks) for run in found_here if gap_a[run.a] != gap_b[run.b]]
        common = [run for run in common if run.words >= SHORT]
        if _is_passage(common):
            moved += common
            _hide(a, b, common)
    return moved


def _before(passage: Gap) -> Gap:
    return Gap(max(passage.a - REACH, 0), passage.a, max(passage.b - REACH, 0), passage.b)


def _behind(passage: Gap, end_a: int, end_b: int) -> Gap:
    a, b = passage.a_end, passage.b_end
    return Gap(a, min(a + REACH, end_a), b, min(b + REACH, end_b))


def _trimmed(run: Run, breaks: Breaks) -> Run:
    """A run less the few words with which it reaches into a paragraph that is another one otherwise."""
    ends = (breaks[0][run.a : run.a + run.words + 1] == PARAGRAPH) & (
        breaks[1][run.b : run.b + run.words + 1] == PARAGRAPH
    )
    first, last = 0, run.words
    if not ends[0] and ends[:SHORT].any():
        first = int(ends[:SHORT].argmax())
    if not ends[-1] and ends[-SHORT:].any():
        last -= int(ends[::-1][:SHORT].argmax())
    return Run(run.a + first, run.b + first, max(last - first, 0))


def _is_passage(common: list[Run]) -> bool:
    """Whether runs are a passage together: long enough, with no more of other words between them than of their own."""
    words = sum(run.words for run in common)
    if words < MOVED:
        return False
    first, last = common[0], common[-1]
    return 2 * words >= max(last.a - first.a, last.b - first.b) + last.words


def _hidden(a: Hashes, b: Hashes, kept: list[Run]) -> tuple[Counts, Counts]:
    """Hides the kept runs; gives for each word of either text after how many of them it stands."""
    _hide(a, b, kept)
    starts = np.array(kept, np.int64).reshape(-1, 3)
    return (
        np.searchsorted(starts[:, 0], np.arange(len(a)), side="right"),
        np.searchsorted(starts[:, 1], np.arange(len(b)), side="right"),
    )


def _hide(a: Hashes, b: Hashes, found: list[Run]) -> None:
    """Makes the words of runs unlike all others."""
    for run in found:
        numbers = np.arange(run.a, run.a + run.words, dtype=np.uint64)
        a[run.a : run.a + run.words] = mixed(numbers + np.uint64(1 << 62))
        numbers = np.arange(run.b, run.b + run.words, dtype=np.uint64)
        b[run.b : run.b + run.words] = mixed(numbers + np.uint64(1 << 63))


def _in_gap(a: Hashes, b: Hashes, gap: Gap, breaks: Breaks) -> list[Run]:
    """The runs of a gap that are worth being told."""
    if gap.empty:
        return []
    # The words before a gap carry those at its beginning, unless a paragraph ends between them; so behind it.
    before = int(breaks[0][gap.a] == breaks[1][gap.b] == PARAGRAPH)
    behind = int(breaks[0][gap.a_end] == breaks[1][gap.b_end] == PARAGRAPH)
    edges = Run(gap.a - before, gap.b - before, 0), Run(gap.a_end + behind, gap.b_end + behind, WIDTH)
    return _readable([*_common(a, b, gap)], edges)


def _common(a: Hashes, b: Hashes, gap: Gap) -> list[Run]:
    """A longest common subsequence of the sides of a gap, as runs; none if the gap is too large."""
    mine, theirs = a[gap.a : gap.a_end].tolist(), b[gap.b : gap.b_end].tolist()
    both = set(mine) & set(theirs)
    at_a = [number for number, word in enumerate(mine, gap.a) if word in both]
    at_b = [number for number, word in enumerate(theirs, gap.b) if word in both]
    if not both or len(at_a) * len(at_b) > LARGE:
        return []
    pairs = _subsequence([mine[at - gap.a] for at in at_a], [theirs[at - gap.b] for at in at_b])
    return joined(Run(at_a[i], at_b[j], 1) for i, j in pairs)


def _subsequence(a: list[int], b: list[int]) -> list[tuple[int, int]]:
    """A longest common subsequence, as places in both, with a bit for each cell (Hyyrö 2004, after Crochemore 2001)."""
    places: dict[int, int] = {}
    for number, word in enumerate(a):
        places[word] = places.get(word, 0) | 1 << number
    every = (1 << len(a)) - 1
    row = every
    rows = [row]  # after so many words of b: bit i is 0 where word i of a makes the subsequence longer
    for word in b:
        here = row & places.get(word, 0)
        row = ((row + here) | (row - here)) & every
        rows.append(row)
    pairs = []
    i, j = len(a), len(b)
    while i and j:
        if rows[j] >> (i - 1) & 1:
            i -= 1
            continue
        j -= 1
        if rows[j] >> (i - 1) & 1:
            i -= 1
            pairs.append((i, j))
    return pairs[::-1]


def _readable(found: list[Run], edges: tuple[Run, Run]) -> list[Run]:
    """The runs between two others less those that are short beside the changes before them and behind them."""
    left = [edges[0]]
    for run in (*found, edges[1]):
        while len(left) > 1 and not _is_telling(left[-1].words, _changed(left[-2], left[-1]), _changed(left[-1], run)):
            left.pop()
        left.append(run)
    return left[1:-1]


def _is_telling(words: int, before: int, behind: int) -> bool:
    """Whether so many words are kept between so many changed ones, those of both texts together.

    Where as many words are replaced by as many others, a run of fewer words goes; where words were only cut or only
    added, a run of fewer than half. Where little was changed on one side, much more than that must have been on the
    other.
    """
    near, far = sorted((before, behind))
    return words >= WIDTH or not near or (2 * words >= near and 8 * words >= far)


def _changed(run: Run, following: Run) -> int:
    """How many words lie between two runs, in both texts together."""
    return following.a - run.a + following.b - run.b - 2 * run.words


def _slid(
    kept: list[Run], words: tuple[Hashes, Hashes], breaks: tuple[NDArray[np.int8], NDArray[np.int8]]
) -> list[Run]:
    """The runs with every pure cut and every pure addition shifted to where it begins or ends at a break, if it can be.

    ``the {+man and the+} wife`` is ``{+the man and+} the wife`` as well.
    """
    slid = [*kept]
    for number, (one, other) in enumerate(pairwise(kept)):
        before, after = slid[number], other
        ends = (one.a + one.words, one.b + one.words)
        sizes = (other.a - ends[0], other.b - ends[1])
        if min(sizes) or not max(sizes):
            continue
        side = 0 if sizes[0] else 1
        shift = _best_shift(words[side], breaks[side], (ends[side], sizes[side]), (before.words - 1, after.words - 1))
        slid[number] = Run(before.a, before.b, before.words + shift)
        slid[number + 1] = Run(after.a + shift, after.b + shift, after.words - shift)
    return slid


def _best_shift(words: Hashes, breaks: NDArray[np.int8], change: tuple[int, int], room: tuple[int, int]) -> int:
    """By how many words, left (negative) or right, a change of so many words reads best; 0 where nothing is gained."""
    start, size = change
    lowest = highest = 0
    while -lowest < room[0] and words[start + lowest - 1] == words[start + lowest - 1 + size]:
        lowest -= 1
    while highest < room[1] and words[start + highest] == words[start + highest + size]:
        highest += 1

    def worth(shift: int) -> int:
        return int(breaks[start + shift]) + int(breaks[start + shift + size])

    return max(range(lowest, highest + 1), key=lambda shift: (worth(shift), -abs(shift)))
