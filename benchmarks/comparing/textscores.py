"""Texts read by copydesk and by filters of lines: what was right and what it cost.

In: texts and readers. Out: a ``TextRow`` a text and reader, and the tables of them. Cost is the CPU time of the reading
alone: neither making the text nor scoring is in it.
"""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from comparing.pages import official
from comparing.scores import mean
from comparing.tables import Grid, number, share
from comparing.texts import BenchText
from copydesk.errors import InputError
from copydesk.intake.content import page_from
from copydesk.reading import read_page
from copydesk.types import MediaType

Reader = Callable[[str], str]

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
    """One reader on one text; ``empty`` says that it found no word of a body that has some."""

    reader: str
    set: str
    type: str
    rendering: str
    f1: float
    empty: bool
    size: int
    cpu_s: float


def read_text(text: str) -> str:
    """copydesk, told that this is text: some texts of code look like HTML."""
    try:
        page = page_from(text, name="text")
    except InputError:  # nothing in it but white space
        return ""
    return read_page(replace(page, media_type=MediaType.TEXT)).text


def scored(texts: Iterable[BenchText], readers: Mapping[str, Reader]) -> Iterator[list[TextRow]]:
    """All readers on each text."""
    for read in readers.values():
        read(WARM_UP)
    for text in texts:
        yield [row(text, name, read) for name, read in readers.items()]


def row(text: BenchText, name: str, read: Reader) -> TextRow:
    """One reader on one text."""
    started = time.process_time()
    body = read(text.text)
    cpu_s = time.process_time() - started
    f1 = official().score_words(text.body, body)["f1"]
    is_empty = not body.strip() and bool(text.body.strip())
    return TextRow(name, text.set, text.type, text.rendering, f1, is_empty, len(text.text.encode()), cpu_s)


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
