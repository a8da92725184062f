"""Texts read by copydesk and by filters of lines: what was right and what it cost.

In: texts and readers. Out: a ``TextRow`` a text and reader, and the tables of them. Cost is the CPU time of the reading
alone: neither making the text nor scoring is in it.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from comparing import textfields
from comparing.pages import official
from comparing.scores import FIELDS, mean
from comparing.tables import FIELD_COLUMNS as ALL_COLUMNS
from comparing.tables import Grid, number, share
from comparing.texts import SETS, BenchText
from copydesk.errors import InputError
from copydesk.intake.content import page_from
from copydesk.reading import read_page
from copydesk.types import MediaType

Reading = tuple[str, Mapping[str, Any]]
"""The body, and by name the fields that the reader gives."""

Reader = Callable[[str], Reading]

FIELD_COLUMNS = tuple(column for column in ALL_COLUMNS if column[1] in SETS)

SIX_KB = 6000
"""Bytes of a usual article with its page around it."""

WARM_UP = """Home > News
Harbour reopens after the storm
By Ann Example, 3 February 2024
The harbour of the town reopened on Saturday, three days after a storm had closed it, the council said.
Ferries will run again from noon, and the market on the quay is to open on Sunday as it does in every week.
"""
"""Read before the first text, so that no text pays for what is loaded late."""


@dataclass(frozen=True, slots=True)
class TextRow:
    """One reader on one text; ``empty`` says that it found no word of a body that has some.

    ``fields`` are the scores of the fields that the ground truth has and the reader gives, ``said`` the share of each
    that the text itself says word for word: what the page only had in its markup is in no text.
    """

    reader: str
    set: str
    type: str
    rendering: str
    f1: float
    empty: bool
    size: int
    cpu_s: float
    fields: Mapping[str, float]
    said: Mapping[str, float]


def read_text(text: str) -> Reading:
    """copydesk, told that this is text: some texts of code look like HTML."""
    try:
        page = page_from(text, name="text")
    except InputError:  # nothing in it but white space
        return "", dict.fromkeys(FIELDS, "")
    article = read_page(replace(page, media_type=MediaType.TEXT))
    published = article.date_published.value
    return article.text, {
        "title": article.headline.value or "",
        "authors": [author.value for author in article.authors.value],
        "date": published.value if published else "",
        "topics": [topic.value for topic in article.topics.value],
    }


def of_lines(choose: Callable[[str], str]) -> Reader:
    """A filter of lines as a reader: it gives a body and no field."""
    return lambda text: (choose(text), {})


def scored(texts: Iterable[BenchText], readers: Mapping[str, Reader]) -> Iterator[list[TextRow]]:
    """All readers on each text."""
    for read in readers.values():
        read(WARM_UP)
    for text in texts:
        yield [row(text, name, read) for name, read in readers.items()]


def row(text: BenchText, name: str, read: Reader) -> TextRow:
    """One reader on one text."""
    started = time.process_time()
    body, fields = read(text.text)
    cpu_s = time.process_time() - started
    f1 = official().score_words(text.body, body)["f1"]
    is_empty = not body.strip() and bool(text.body.strip())
    size = len(text.text.encode())
    scores = textfields.scores(text, fields)
    said = textfields.said(text, scores)
    return TextRow(name, text.set, text.type, text.rendering, f1, is_empty, size, cpu_s, scores, said)


PARTS: dict[str, Callable[[TextRow], bool]] = {
    "WCXB articles": lambda row: row.set == "wcxb" and row.type == "article",
    "WCXB, all pages": lambda row: row.set == "wcxb",
    "fundus": lambda row: row.set == "fundus",
}


def bodies(rows: Sequence[TextRow]) -> list[Grid]:
    """Body F1 by reader and rendering, a table a part of the pages."""
    return [_bodies(part, [row for row in rows if holds(row)]) for part, holds in PARTS.items()]


def _bodies(part: str, rows: Sequence[TextRow]) -> Grid:
    names, readers = _names(rows), list(dict.fromkeys(row.reader for row in rows))
    pages = len(rows) // max(1, len(names) * len(readers))
    lines = []
    for reader in readers:
        mine = [row for row in rows if row.reader == reader]
        figures = [mean(row.f1 for row in mine if row.rendering == name) for name in names]
        lines.append((reader, *map(share, figures), share(mean(row.f1 for row in mine))))
    heads = ("reader", *(name.replace("_", "\n") for name in names), "mean")
    return Grid(f"body of texts: word F1 by rendering, {part} ({pages})", heads, lines)


def fields(rows: Sequence[TextRow]) -> Grid:
    """What copydesk reads besides the body by rendering, and how much of it the texts say word for word."""
    names = _names(rows)
    mine = [row for row in rows if row.fields]
    lines = []
    for name in names:
        some = [row for row in mine if row.rendering == name]
        lines.append((name.replace("_", " "), *(share(textfields.mean_of(some, *column)) for column in FIELD_COLUMNS)))
    said = (share(textfields.mean_of(mine, *column, of="said")) for column in FIELD_COLUMNS)
    lines.append(("said word for word", *said))
    heads = ("texts", *(f"{field}\n{name}" for field, name in FIELD_COLUMNS))
    return Grid("fields of texts: title and date exact, authors and topics set F1", heads, lines)


def costs(rows: Sequence[TextRow]) -> Grid:
    """What reading costs, and how many texts nothing was read of."""
    lines = []
    for reader in dict.fromkeys(row.reader for row in rows):
        mine = [row for row in rows if row.reader == reader]
        size, cpu_s = sum(row.size for row in mine), sum(row.cpu_s for row in mine)
        figures = (
            (len(mine) / cpu_s, size / cpu_s / 1e6, cpu_s / size * SIX_KB * 1000) if cpu_s and size else (None,) * 3
        )
        lines.append((reader, *map(number, figures), share(mean(row.empty for row in mine))))
    heads = ("reader", "texts\na CPU s", "MB\na CPU s", "ms\nper 6 kB", "read as\nempty")
    return Grid(
        f"cost of texts: CPU time, {len({(r.set, r.rendering) for r in rows})} sets and renderings", heads, lines
    )


def _names(rows: Iterable[TextRow]) -> list[str]:
    return list(dict.fromkeys(row.rendering for row in rows))
