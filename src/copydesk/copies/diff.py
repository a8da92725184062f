"""Two texts -> what became of the words of the first in the second; and the words that one copy has alone.

Words are compared as everywhere in this room, folded: case, accents and typography make no change. What stands between
words goes with the word before it, opening marks with the word behind them: the pieces hold every sign of both texts.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.backbone import Run
from copydesk.copies.matching import PARAGRAPH, Matches, matches
from copydesk.copies.tokens import QUOTED, Hashes, tokens
from copydesk.types.diff import Change, Diff, Insertion, Piece

__all__ = ["diff", "insertions"]

_BLANK: Final = re.compile(r"\s+")
_SENTENCE: Final = frozenset(".!?…。！？")
_PAUSE: Final = frozenset(',;:()[]«»“”„"–—')


def diff(a: str, b: str) -> Diff:
    """What became of ``a`` in ``b``, word by word: kept, cut, added, replaced, moved.

    Time grows with the words where the texts share much, see :mod:`copydesk.copies.matching`.
    """
    one, other = _text(a), _text(b)
    found = matches(one.words, other.words, (one.breaks, other.breaks))
    pieces = tuple(_Pieces(one, other, found).all())
    kept = sum(run.words for run in found.kept)
    moved = sum(run.words for run in found.moved)
    return Diff(pieces, kept, len(one.words) - kept - moved, len(other.words) - kept - moved, moved)


def insertions(text: str, relatives: Sequence[str]) -> tuple[Insertion, ...]:
    """The runs of words that a text has and none of its relatives has, in their order; none without relatives.

    A relative has the words that its diff keeps or moves. Whether the words were put in or the others' cut shows in
    the witnesses.
    """
    if not relatives:
        return ()
    own = _text(text)
    had = np.zeros(len(own.words), np.bool_)
    keeping = []
    for relative in map(_text, relatives):
        found = matches(relative.words, own.words, (relative.breaks, own.breaks))
        kept = np.zeros(len(own.words), np.bool_)
        _mark(kept, found.kept)
        keeping.append(kept)
        had |= kept
        _mark(had, found.moved)
    edges = np.flatnonzero(np.diff(had, prepend=True, append=True))
    bounds = zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True)
    return tuple(
        Insertion(own.starts[first], own.ends[end - 1], end - first, _witnesses(keeping, first, end))
        for first, end in bounds
    )


def _witnesses(keeping: list[NDArray[np.bool_]], first: int, end: int) -> int:
    """How many texts have the words around some words, as far as there are any."""
    around = [at for at in (first - 1, end) if 0 <= at < len(keeping[0])]
    return sum(bool(kept[around].all()) for kept in keeping) if around else 0


def _mark(words: NDArray[np.bool_], found: Iterable[Run]) -> None:
    for run in found:
        words[run.b : run.b + run.words] = True


@dataclass(frozen=True, slots=True)
class _Text:
    """A text by its words.

    Attributes:
        text: The text.
        words: Their hashes.
        starts, ends: Code points where each begins and ends.
        cuts: Where the part of each begins, with opening marks before it; and the length of the text.
        breaks: How much of a break there is before each, and behind the last.
        quoted: Whether each stands between quotation marks.
    """

    text: str
    words: Hashes
    starts: list[int]
    ends: list[int]
    cuts: list[int]
    breaks: NDArray[np.int8]
    quoted: list[bool]


def _text(text: str) -> _Text:
    found = tokens([text])
    starts, ends = found.starts.tolist(), found.ends.tolist()
    cuts, breaks = [0], [PARAGRAPH]
    for end, start in zip(ends, starts[1:], strict=False):
        between = text[end:start]
        blank = None if between == " " else _BLANK.search(between)
        cuts.append(end + blank.end() if blank else start)
        breaks.append(_break(between) if blank else 0)
    if starts:
        cuts.append(len(text))
        breaks.append(PARAGRAPH)
    quoted = (found.flags & QUOTED) != 0
    return _Text(text, found.hashes, starts, ends, cuts, np.array(breaks, np.int8), quoted.tolist())


def _break(between: str) -> int:
    """How much of a break the signs between two words are: a paragraph's or line's, a sentence's, a pause, or none."""
    if "\n" in between:
        return PARAGRAPH
    if not _SENTENCE.isdisjoint(between):
        return 2
    return int(not _PAUSE.isdisjoint(between))


class _Pieces:
    """Lays the runs of two texts out as pieces, in the order of the second."""

    def __init__(self, one: _Text, other: _Text, found: Matches) -> None:
        self._one = one
        self._other = other
        self._kept = found.kept
        self._leaving = {run.a: run for run in found.moved}
        self._coming = {run.b: run for run in found.moved}

    def all(self) -> Iterator[Piece]:
        """Every piece."""
        a = b = 0
        for run in self._kept:
            yield from self._between((a, run.a), (b, run.b))
            yield from self._shared(Change.KEPT, run)
            a, b = run.a + run.words, run.b + run.words
        yield from self._between((a, len(self._one.words)), (b, len(self._other.words)))

    def _between(self, a: tuple[int, int], b: tuple[int, int]) -> Iterator[Piece]:
        """The words between two kept runs: first those of the first text, then those of the second."""
        mine, theirs = [*_parts(*a, self._leaving)], [*_parts(*b, self._coming)]
        if len(mine) == len(theirs) == 1 and isinstance(mine[0], range) and isinstance(theirs[0], range):
            for one, other in self._paired(mine[0], theirs[0]):
                yield from self._replaced(one, other)
            return
        for part in mine:
            yield from self._cut(part, b[0]) if isinstance(part, range) else self._shared(Change.MOVED_FROM, part)
        for part in theirs:
            yield from self._added(part, a[1]) if isinstance(part, range) else self._shared(Change.MOVED_TO, part)

    def _paired(self, a: range, b: range) -> Iterator[tuple[range, range]]:
        """Which words stand for which: a paragraph's end for another's, whole ones for others, a beginning for one."""
        ends_a, ends_b = _ends(a, self._one.breaks), _ends(b, self._other.breaks)
        if ends_a and ends_b:
            if self._inside(a.start, b.start):
                yield range(a.start, ends_a[0]), range(b.start, ends_b[0])
                a, b = range(ends_a[0], a.stop), range(ends_b[0], b.stop)
            if self._inside(a.stop, b.stop):
                yield range(a.start, ends_a[-1]), range(b.start, ends_b[-1])
                a, b = range(ends_a[-1], a.stop), range(ends_b[-1], b.stop)
        yield a, b

    def _inside(self, a: int, b: int) -> bool:
        """Whether two words, one of either text, both stand within a paragraph."""
        return bool(self._one.breaks[a] < PARAGRAPH and self._other.breaks[b] < PARAGRAPH)

    def _replaced(self, a: range, b: range) -> Iterator[Piece]:
        if a and b:
            yield self._piece(Change.REPLACED, a, b, quoted=all(map(self._other.quoted.__getitem__, b)))
        elif a:
            yield from self._cut(a, b.start)
        elif b:
            yield from self._added(b, a.start)

    def _cut(self, words: range, place: int) -> Iterator[Piece]:
        for quoted, part in _alike(words, self._one.quoted):
            yield self._piece(Change.CUT, part, range(place, place), quoted=quoted)

    def _added(self, words: range, place: int) -> Iterator[Piece]:
        for quoted, part in _alike(words, self._other.quoted):
            yield self._piece(Change.ADDED, range(place, place), part, quoted=quoted)

    def _shared(self, change: Change, run: Run) -> Iterator[Piece]:
        """The words of a run, parted where a quotation begins or ends and where the spelling differs."""

        def traits(number: int) -> tuple[bool, bool]:
            return self._other.quoted[run.b + number], self._is_respelled(run.a + number, run.b + number)

        for (quoted, respelled), group in groupby(range(run.words), traits):
            numbers = [*group]
            mine = range(run.a + numbers[0], run.a + numbers[-1] + 1)
            theirs = range(run.b + numbers[0], run.b + numbers[-1] + 1)
            yield self._piece(change, mine, theirs, quoted=quoted, respelled=respelled)

    def _is_respelled(self, a: int, b: int) -> bool:
        one, other = self._one, self._other
        return one.text[one.starts[a] : one.ends[a]] != other.text[other.starts[b] : other.ends[b]]

    def _piece(self, change: Change, a: range, b: range, *, quoted: bool, respelled: bool = False) -> Piece:
        cuts_a, cuts_b = self._one.cuts, self._other.cuts
        return Piece(
            change,
            cuts_a[a.start],
            cuts_a[a.stop],
            cuts_b[b.start],
            cuts_b[b.stop],
            len(a),
            len(b),
            quoted,
            respelled,
        )


def _parts(start: int, end: int, moved: dict[int, Run]) -> Iterator[range | Run]:
    """Some words of a text as those that moved and the others."""
    at = start
    while start < end:
        while at < end and at not in moved:
            at += 1
        if start < at:
            yield range(start, at)
        if at < end:
            yield moved[at]
            at += moved[at].words
        start = at


def _ends(words: range, breaks: NDArray[np.int8]) -> list[int]:
    """The words, but for the first, that begin a paragraph."""
    inner = np.flatnonzero(breaks[words.start + 1 : words.stop] == PARAGRAPH) + words.start + 1
    ends: list[int] = inner.tolist()
    return ends


def _alike(words: range, quoted: list[bool]) -> Iterator[tuple[bool, range]]:
    """Runs of words that are all quoted, or all not."""
    for flag, group in groupby(words, quoted.__getitem__):
        numbers = [*group]
        yield flag, range(numbers[0], numbers[-1] + 1)
