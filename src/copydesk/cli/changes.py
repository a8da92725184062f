"""Two texts and their diff -> paragraphs of marked parts, which the terminal and the page draw in their ways.

Where only one text has a paragraph's end, it ends; what replaces other words stands behind them; punctuation that both
have around a replaced word is marked in neither. What is kept, added or moved here is the second text, blanks apart:
where the texts set other marks behind a word that both have, the first one's are cut.
"""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from copydesk.cli.comparison import Comparison
from copydesk.copies.tokens import tokens
from copydesk.types.diff import Change

if TYPE_CHECKING:
    from copydesk.types.diff import Diff, Piece

__all__ = ["Move", "Paragraph", "Part", "grouped", "moves", "paragraphs"]

LONG: Final = 20
"""Words from which what is replaced and what replaces it are paragraphs of their own, where it ends in one."""

NEAR: Final = 200
"""Code points between two moved pieces up to which they belong to one passage, some words of which were changed."""

_STRAIGHT: Final = {"Pi": '"', "Pf": '"', "Pd": "-"}
_LOW: Final = str.maketrans("„‚'", '"""')
"""Unicode calls low quotation marks brackets; an apostrophe may be one of either."""


@dataclass(frozen=True, slots=True)
class Part:
    """Some words of a paragraph, with the punctuation around them and without the blanks.

    Attributes:
        change: What became of them; what is replaced is cut here, what replaces it added.
        words: They.
        count: How many.
        spaced: Whether a blank follows.
        quoted: Whether they stand between quotation marks.
        was: How the first text spells them, if otherwise.
        move: The number of the moved passage that they belong to; 0 for none.
    """

    change: Change
    words: str
    count: int
    spaced: bool = False
    quoted: bool = False
    was: str | None = None
    move: int = 0


Paragraph = tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Move:
    """A passage that stands elsewhere: how many words, and whether further down than it did."""

    words: int
    down: bool


def paragraphs(comparison: Comparison) -> list[Paragraph]:
    """The second text, with what was cut or moved where it stood."""
    layout = _Layout(comparison)
    pieces = comparison.diff.pieces
    for piece, following in zip(pieces, (*pieces[1:], None), strict=False):  # there may be none
        layout.put(piece, following)
    return layout.finished()


def grouped(parts: Paragraph) -> Iterator[tuple[Change, int, list[Part]]]:
    """The parts of a paragraph by what becomes of them: the change, the moved passage's number, the parts."""
    for (change, move), group in groupby(parts, lambda part: (part.change, part.move)):
        yield change, move, [*group]


def moves(text: list[Paragraph]) -> dict[int, Move]:
    """The moved passages by their numbers."""
    moved = [part for paragraph in text for part in paragraph if part.move]
    first = {(part.change, part.move): at for at, part in reversed([*enumerate(moved)])}
    words = Counter[int]()
    for part in moved:
        words[part.move] += part.count * (part.change is Change.MOVED_TO)
    return {
        move: Move(count, down=first[Change.MOVED_FROM, move] < first[Change.MOVED_TO, move])
        for move, count in words.items()
    }


class _Text:
    """One of the texts: its words, and where its paragraphs end."""

    def __init__(self, text: str) -> None:
        words = tokens([text])
        self.text = text
        self._starts: list[int] = words.starts.tolist()
        self._ends: list[int] = words.ends.tolist()
        # Where blank lines part paragraphs, other line ends are only layout.
        self._end = re.compile(r"\n[^\S\n]*\n\s*" if re.search(r"\n[^\S\n]*\n", text) else r"\n\s*")

    def parted(self, end: int) -> tuple[int, str]:
        """Where the last word before a place ends, and what stands between; the text's end is a paragraph's."""
        words_end = self._ends[bisect_left(self._starts, end) - 1]
        return words_end, self.text[words_end:end] + "\n\n" * (end == len(self.text))

    def lines(self, start: int, end: int) -> Iterator[tuple[str, int]]:
        """The paragraphs of a stretch, each with its number of words."""
        for line in self._end.split(self.text[start:end]):
            at = self.text.index(line, start)
            start = at + len(line)
            yield " ".join(line.split()), bisect_left(self._starts, start) - bisect_left(self._starts, at)

    def ends_in(self, between: str) -> bool:
        """Whether a paragraph ends between two words."""
        return bool(self._end.search(between))


class _Layout:
    """Puts pieces one after another into paragraphs."""

    def __init__(self, comparison: Comparison) -> None:
        self._a, self._b = _Text(comparison.a.text), _Text(comparison.b.text)
        self._moves = _numbered(comparison.diff)
        self._done: list[Paragraph] = []
        self._parts: list[Part] = []
        self._owed = False  # a paragraph of the second text ends here, and something cut stands before its end

    def finished(self) -> list[Paragraph]:
        self._end()
        return self._done

    def put(self, piece: "Piece", following: "Piece | None") -> None:
        if piece.change in {Change.CUT, Change.MOVED_FROM}:
            self._put(piece, piece.change, self._a, (piece.a_start, piece.a_end))
            return
        if self._owed:
            self._end()
        if piece.change is Change.REPLACED:
            self._replace(piece)
            return
        between = self._put(piece, piece.change, self._b, (piece.b_start, piece.b_end), separate=False)
        if piece.change is Change.KEPT and following and following.change in {Change.CUT, Change.MOVED_FROM}:
            self._leave(between, self._a.parted(piece.a_end)[1])
            return
        self._separate(between, self._b)
        if piece.a_words and following and following.change is Change.REPLACED:
            self._separate(" ", self._b)

    def _leave(self, between: str, cut: str) -> None:
        """Puts what stands behind a kept word in either text where the first goes on with words that are cut here."""
        self._mark(between)
        if cut.strip() and _folded(cut) != _folded(between):
            self._parts.append(Part(Change.CUT, "", 0))
            self._mark(cut)
        self._owed = self._b.ends_in(between) and not self._a.ends_in(cut)
        self._space(cut, self._a)

    def _put(self, piece: "Piece", change: Change, text: _Text, span: tuple[int, int], *, separate: bool = True) -> str:
        """Puts the words of a piece; gives what stands behind them."""
        start, end = span
        words_end, between = text.parted(end)
        was = self._a.text[piece.a_start : self._a.parted(piece.a_end)[0]] if piece.respelled else None
        for number, (line, count) in enumerate(text.lines(start, words_end)):
            if number:
                self._end()
            move = self._moves[piece.a_start] if change in {Change.MOVED_FROM, Change.MOVED_TO} else 0
            self._parts.append(Part(change, line, count, quoted=piece.quoted, was=was, move=move))
        if separate:
            self._separate(between, text)
        return between

    def _replace(self, piece: "Piece") -> None:
        _, behind_a = self._a.parted(piece.a_end)
        _, behind_b = self._b.parted(piece.b_end)
        marks = behind_b.strip()
        long = max(piece.a_words, piece.b_words) >= LONG
        alike = _folded(behind_a) == _folded(marks) and not long
        self._put(piece, Change.CUT, self._a, (piece.a_start, piece.a_end), separate=False)
        if not alike:
            self._separate(behind_a.strip(), self._a)
        if self._a.ends_in(behind_a) and long:
            self._end()
        else:
            self._separate(" ", self._a)
        self._put(piece, Change.ADDED, self._b, (piece.b_start, piece.b_end), separate=False)
        if alike and marks:
            self._parts.append(Part(Change.KEPT, "", 0))
        self._separate(behind_b, self._b)

    def _separate(self, between: str, text: _Text) -> None:
        """Puts what stands behind words: marks, and a blank or a paragraph's end."""
        self._mark(between)
        self._space(between, text)

    def _mark(self, between: str) -> None:
        marks = between.strip()
        if marks:
            last = self._parts[-1]
            gap = " " if between[0].isspace() and last.words else ""
            self._parts[-1] = replace(last, words=last.words + gap + " ".join(marks.split()))

    def _space(self, between: str, text: _Text) -> None:
        if text.ends_in(between):
            self._end()
        elif self._parts and any(map(str.isspace, between)):
            self._parts[-1] = replace(self._parts[-1], spaced=True)

    def _end(self) -> None:
        self._owed = False
        if self._parts:
            self._done.append(tuple(self._parts))
            self._parts = []


def _folded(marks: str) -> str:
    """What stands between words without its typography: a straight mark for each curly one, and no blanks."""
    return "".join(
        _STRAIGHT.get(unicodedata.category(sign), sign) for sign in marks.translate(_LOW) if not sign.isspace()
    )


def _numbered(diff: "Diff") -> dict[int, int]:
    """The number of the moved passage that each moved piece belongs to, by where it begins in the first text."""
    numbers: dict[int, int] = {}
    last: Piece | None = None
    for piece in diff.pieces:
        if piece.change is Change.MOVED_TO:
            goes_on = last is not None and 0 <= piece.a_start - last.a_end <= NEAR
            numbers[piece.a_start] = max(numbers.values(), default=0) + (not goes_on)
            last = piece
        elif piece.change not in {Change.ADDED, Change.CUT}:
            last = None
    return numbers
