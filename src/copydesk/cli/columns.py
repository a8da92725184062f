"""Article -> one row of a table: the columns that CSV and Parquet share, and CSV's way of writing them.

A table is for counting and sorting: it has values, not their evidence. Who needs evidence takes the records.

CSV is opened in spreadsheets, and the pages it comes from are not to be trusted: a cell that a spreadsheet would run
as a formula gets an apostrophe in front, which is how a spreadsheet itself writes "this is text". To have every cell
back as it was take one apostrophe away from those that :data:`GUARDED` matches. JSON lines and Parquet hold every
word as it is.
"""

import csv
import io
import re
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from copydesk.cli import safe, values

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.types import Article, Field, Texts, Timestamp

__all__ = ["COLUMNS", "Cell", "Sort", "as_csv", "csv_header", "first_cell", "row"]

Cell = str | int | bool | list[str] | None


class Sort(Enum):
    """What a column holds."""

    WORDS = auto()
    LIST = auto()
    COUNT = auto()
    FLAG = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name, what it holds, and where that comes from."""

    name: str
    give: "Callable[[Article], Cell]"
    sort: Sort = Sort.WORDS


def _texts(field: "Texts") -> list[str]:
    return [item.value for item in field.value]


def _date(field: "Field[Timestamp | None]") -> str | None:
    return field.value.value if field.value else None


COLUMNS: Final = (
    Column("name", lambda a: a.name),
    Column("url", lambda a: a.url),
    Column("canonical_url", lambda a: a.canonical_url.value),
    Column("fetched_at", lambda a: a.fetched_at),
    Column("media_type", lambda a: a.media_type.value),
    Column("kind", lambda a: a.kind.value.value),
    Column("language", lambda a: a.language.value),
    Column("headline", lambda a: a.headline.value),
    Column("dek", lambda a: a.dek.value),
    Column("site_name", lambda a: a.site_name.value),
    Column("section", lambda a: _texts(a.sections), Sort.LIST),
    Column("authors", lambda a: _texts(a.authors), Sort.LIST),
    Column("brand_slot", lambda a: a.brand_slot.value),
    Column("date_published", lambda a: _date(a.date_published)),
    Column("date_modified", lambda a: _date(a.date_modified)),
    Column("credit_line", lambda a: a.credit_line.value),
    Column("contributors", lambda a: _texts(a.contributors), Sort.LIST),
    Column("topics", lambda a: _texts(a.topics), Sort.LIST),
    Column("license", lambda a: a.license.value),
    Column("is_accessible_for_free", lambda a: a.is_accessible_for_free.value, Sort.FLAG),
    Column("words", lambda a: values.words(a.text), Sort.COUNT),
    Column("text", lambda a: a.text),
)
"""Dates are the page's claims, as far as they go: 2031, 2031-04-11, 2031-04-11T05:48:19+02:00."""

FORMULA: Final = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
"""How a formula begins, and what would look like one behind apostrophes of its own (OWASP, CSV injection)."""

GUARDED: Final = re.compile(rf"'{FORMULA.pattern}")
"""How a cell begins that got an apostrophe."""


def row(article: "Article") -> dict[str, Cell]:
    """The values of an article by the names of their columns."""
    return {column.name: column.give(article) for column in COLUMNS}


def as_csv(article: "Article", *, shown: bool) -> str:
    """The article's row, as RFC 4180 has it but for the line feed at its end; safe for a terminal if shown on one."""
    line = _line([_cell(column.give(article)) for column in COLUMNS])
    return safe.lines(line) + "\n" if shown else line


def csv_header() -> str:
    """The names of the columns."""
    return _line([column.name for column in COLUMNS])


def _line(cells: list[str]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\r\n").writerow(cells)  # the writer quotes what its line ends are made of
    return text.getvalue().removesuffix("\r\n") + "\n"


def _cell(value: Cell) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case list():
            return _guarded("; ".join(value))
        case _:
            return _guarded(str(value))


def _guarded(text: str) -> str:
    return f"'{text}" if FORMULA.match(text) else text


def first_cell(record: str) -> str:
    """The first cell of a row that :func:`as_csv` made, as it was before it was guarded."""
    quoted = re.match(r'"((?:[^"]|"")*)"', record)
    cell = quoted[1].replace('""', '"') if quoted else record.rstrip("\n").partition(",")[0]
    return cell[1:] if GUARDED.match(cell) else cell
