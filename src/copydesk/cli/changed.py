"""A comparison -> what a terminal shows of it: who, how much, and the text with every change between signs.

The signs stand there with colours and without; colours, strokes and lines only repeat them. Long stretches without a
change are folded.
"""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Final

from rich.text import Text

from copydesk.cli import safe
from copydesk.cli.changes import Move, Paragraph, Part, grouped, moves, paragraphs
from copydesk.cli.comparison import Comparison
from copydesk.cli.folds import Fold, folded
from copydesk.cli.values import clip, counted, share
from copydesk.types.diff import Change

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

__all__ = ["Changes"]

WIDEST: Final = 100
"""Longer lines are hard to read."""

TASTE: Final = 40
"""Characters of a moved passage that are shown where it stood."""

STYLES: Final = {
    Change.KEPT: "",
    Change.CUT: "red strike",
    Change.ADDED: "bold green underline",
    Change.MOVED_FROM: "magenta",
    Change.MOVED_TO: "magenta",
}

SIGNS: Final = {
    Change.KEPT: ("", ""),
    Change.CUT: ("[-", "-]"),
    Change.ADDED: ("{+", "+}"),
    Change.MOVED_FROM: ("[>", "<]"),
    Change.MOVED_TO: ("{>", "<}"),
}
"""What stands before and behind the words of a change, whether there are colours or not."""


class Changes:
    """What rich draws for two pages."""

    def __init__(self, comparison: Comparison, *, full: bool) -> None:
        """``full`` folds nothing."""
        self._comparison = comparison
        text = paragraphs(comparison)
        self._moves = moves(text)
        self._text: Iterable[Paragraph | Fold] = text if full else folded(text)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Lay everything out for this console's width and encoding."""
        width = min(options.max_width, WIDEST)
        pen = _Pen(options.encoding, self._moves)
        for margin, line in self._lines(pen, width):
            for number, row in enumerate(line.wrap(console, max(width - len(margin), 20), overflow="fold") or [line]):
                row.rstrip()
                yield Text.assemble((" " * len(margin) if number else margin, "bold"), row, no_wrap=True)

    def _lines(self, pen: "_Pen", width: int) -> Iterator[tuple[str, Text]]:
        """Every line before it is wrapped, with what stands before its first row."""
        yield from _sides(pen, self._comparison)
        yield "", Text()
        for line in _figures(pen, self._comparison):
            yield "", line
        yield "", Text(pen.line("─") * width, "dim")
        first = True
        for paragraph in self._text:
            text = pen.fold(paragraph) if isinstance(paragraph, Fold) else pen.paragraph(paragraph)
            if text:
                yield from () if first else (("", Text()),)
                first = False
                yield "    " * isinstance(paragraph, Fold), text


class _Pen:
    """Writes words of any origin for one encoding: nothing else gets on to the terminal."""

    def __init__(self, encoding: str, moved: dict[int, Move]) -> None:
        self._encoding = encoding
        self._moves = moved
        self._told: set[int] = set()

    def line(self, words: str) -> str:
        return safe.line(words, encoding=self._encoding)

    def fold(self, fold: Fold) -> Text:
        return Text(self.line(f"… {counted(fold.words, 'word')} the same …"), "dim")

    def paragraph(self, parts: Paragraph) -> Text:
        text = Text()
        for change, move, group in grouped(parts):
            if change is Change.MOVED_FROM:
                text.append_text(self._left(move, group))
            else:
                number = f"{move} " if move else ""
                text.append_text(self._marked(change, number, group))
            if group[-1].spaced and text:
                text.append(" ")
        text.rstrip()
        return text

    def _left(self, move: int, group: list[Part]) -> Text:
        """What is told where a moved passage stood: its beginning, and where it went. The passage stands there."""
        if move in self._told:
            return Text()
        self._told.add(move)
        passage = self._moves[move]
        words = " ".join(part.words for part in group)
        where = "further down" if passage.down else "further up"
        note = f"{move} {counted(passage.words, 'word')}, now {where}: "
        return self._marked(Change.MOVED_FROM, note, [Part(Change.MOVED_FROM, clip(words, TASTE), 0)])

    def _marked(self, change: Change, note: str, group: list[Part]) -> Text:
        opening, closing = SIGNS[change]
        style = STYLES[change]
        text = Text(opening + note, style)
        for number, part in enumerate(group):
            shown = self.line(part.words) + " " * (part.spaced and number < len(group) - 1)
            text.append(shown, "italic" if part.quoted else "")
        return text.append(closing)


def _sides(pen: _Pen, comparison: Comparison) -> Iterator[tuple[str, Text]]:
    for label, side in (("A", comparison.a), ("B", comparison.b)):
        yield f"{label}  ", Text(pen.line(side.name), "dim")
        if side.headline:
            yield "   ", Text(pen.line(side.headline))


def _figures(pen: _Pen, comparison: Comparison) -> Iterator[Text]:
    diff = comparison.diff
    of_a, of_b = map(share, comparison.held)
    yield Text(pen.line(comparison.said), "bold")
    yield Text(f"{of_a} of A is in B, {of_b} of B is in A")
    yield Text(
        f"{counted(diff.kept, 'word')} kept, {diff.cut:,} cut, {diff.added:,} added, {diff.moved:,} moved"
        + f"; {comparison.in_quotations:,} changed inside quotations" * bool(comparison.in_quotations)
        + f"; {comparison.respelled:,} spelled otherwise" * bool(comparison.respelled)
    )
    legend = (
        (diff.cut, Change.CUT, "cut"),
        (diff.added, Change.ADDED, "added"),
        (diff.moved, Change.MOVED_FROM, "moved away"),
        (diff.moved, Change.MOVED_TO, "moved here"),
    )
    signs = [Text(words.join(SIGNS[change]), STYLES[change]) for words_there, change, words in legend if words_there]
    if signs:
        yield Text("  ").join(signs)
