"""Article -> its card, which rich draws: two columns where there is room, one where there is not."""

from itertools import accumulate
from typing import TYPE_CHECKING, Final

from rich import box
from rich.cells import cell_len
from rich.console import Group
from rich.panel import Panel
from rich.rule import Rule
from rich.table import Table
from rich.text import Text

from copydesk.cli import rows, safe
from copydesk.cli.rows import Row, Tone

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, RenderResult

    from copydesk.types import Article

__all__ = ["Card"]

WIDEST: Final = 108
"""Longer lines than this make a card hard to read; a wider terminal stays empty at its right."""

BESIDE_FROM: Final = 72
"""From this width on, claim and finding stand beside each other."""

LABEL: Final = 11
"""Width of the labels, the longest being ``recommended``: one for all cards, so that they line up."""

FRAME: Final = 6
"""Cells of a title's line that are not the title's: corners, a dash and a blank on either side."""

CLAIMS: Final = "the page claims"
FINDS: Final = "copydesk finds"

STYLES: Final = {Tone.QUIET: "dim", Tone.PLAIN: "", Tone.FLAG: "bold"}


class Card:
    """What rich draws for one article."""

    def __init__(self, article: "Article") -> None:
        """Only the rows are made here; they are laid out when the width is known."""
        self._name = article.name
        self._form = f"{article.media_type}, {article.encoding}"
        self._beside = rows.rows(rows.BESIDE, article)
        self._below = rows.rows(rows.BELOW, article)

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Lay the rows out for this console's width and encoding."""
        pen = _Pen(options.encoding)
        width = min(options.max_width, WIDEST)
        draw = _two_columns if width >= BESIDE_FROM else _one_column
        rule = Rule(characters=str(pen.write("─")), style="dim")
        yield Panel(
            Group(draw(self._beside, pen), rule, _one_column(self._below, pen)),
            title=pen.ending(self._name, "not dim bold", width - FRAME),
            title_align="left",
            subtitle=pen.write(self._form, "dim"),
            subtitle_align="right",
            border_style="dim",
            box=box.ROUNDED,
            padding=(0, 1),
            width=width,
        )


class _Pen:
    """Writes words of any origin for one encoding: the only way on to the card, so nothing unsafe gets there."""

    def __init__(self, encoding: str) -> None:
        self._encoding = encoding

    def write(self, words: str, style: str = "") -> Text:
        return Text(safe.line(words, encoding=self._encoding), style, overflow="fold")

    def ending(self, words: str, style: str, room: int) -> Text:
        """The words, or as much of their end as there is room for: of a path that is what tells pages apart."""
        text = self.write(words, style)
        if text.cell_len <= room:
            return text
        dots = self.write("…")
        sizes = accumulate(map(cell_len, reversed(text.plain)))
        kept = sum(size <= room - dots.cell_len for size in sizes)
        return Text.assemble(dots, text[len(text) - kept :], style=style)


def _two_columns(rows_: tuple[Row, ...], pen: _Pen) -> Table:
    grid = _grid()
    grid.add_column(ratio=1)
    grid.add_column(ratio=1)
    grid.add_row("", Text(CLAIMS, "magenta"), Text(FINDS, "green"))
    for row in rows_:
        grid.add_row(pen.write(row.label, "dim"), _claim(row, pen), _finding(row, pen))
    return grid


def _one_column(rows_: tuple[Row, ...], pen: _Pen) -> Table:
    """Every claim with its finding after it: a quiet one on its line, others on the next, behind an arrow."""
    grid = _grid()
    grid.add_column(ratio=1)
    if any(row.claim is not None for row in rows_):
        grid.add_row("", Text.assemble((CLAIMS, "magenta"), " ", pen.write("→", "dim"), " ", (FINDS, "green")))
    for row in rows_:
        label, claim, finding = pen.write(row.label, "dim"), _claim(row, pen), _finding(row, pen)
        if row.claim is None:
            grid.add_row(label, finding or claim)
        elif isinstance(finding, Text) and row.tone is Tone.QUIET:
            grid.add_row(label, Text.assemble(claim, "  ", finding, overflow="fold"))
        else:
            grid.add_row(label, claim)
            if finding:
                grid.add_row("", _marked(pen.write("→", "dim"), finding))
    return grid


def _grid() -> Table:
    grid = Table.grid(padding=(0, 2, 0, 0), expand=True)
    grid.add_column(width=LABEL, no_wrap=True)
    return grid


def _claim(row: Row, pen: _Pen) -> Text:
    if row.claim is None:
        return pen.write("–", "dim")
    return pen.write(row.claim, "bold" if row.label == "headline" else "")


def _finding(row: Row, pen: _Pen) -> "Text | Table | None":
    if row.finding is None and not row.unsure:
        return None
    words = Text.assemble(pen.write(row.finding or "", STYLES[row.tone]), overflow="fold")
    if row.unsure:
        words.append(" (unsure)" if row.finding else "(unsure)", "italic")
    return _marked(Text("!", "bold red"), words) if row.tone is Tone.FLAG else words


def _marked(mark: Text, words: "Text | Table") -> Table:
    grid = Table.grid(padding=(0, 1, 0, 0))
    grid.add_column(no_wrap=True)
    grid.add_column(ratio=1)
    grid.add_row(mark, words)
    return grid
