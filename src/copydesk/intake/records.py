"""Record -> Input: which columns of a corpus hold a page, its address and its time.

In goes one record of a file of records, whatever form the file has, out comes one Input, or the error that stands in
its place. Names of columns are matched as they are written; nothing of the content is looked at.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from copydesk.errors import EmptyInput, InputError, OversizedInput, UnreadableInput
from copydesk.intake.decode import without_surrogates
from copydesk.intake.source import Input
from copydesk.intake.unpack import LIMIT

PAGE = ("html", "raw_html", "page_html", "content", "raw_content", "text", "body", "page_text")
"""Columns that hold a page, the fullest form first: of a crawl that kept both, the HTML is read, not the text."""

URL = ("url", "link", "uri")
FETCHED_AT = ("fetched_at", "crawled_at", "date_crawled", "date_download", "warc_date")
"""When it was fetched, never when it was published: ``date`` and ``timestamp`` mean the one as often as the other."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """A file of records, and what its user says of it.

    Attributes:
        name: What its user knows it by.
        path: Where it lies; None for standard input.
        column: The column that holds the page; None for the first of ``PAGE`` that holds words.
        url: The address of records that name none themselves.
        fetched_at: When records that do not say so were fetched.
    """

    name: str
    path: Path | None
    column: str | None = None
    url: str | None = None
    fetched_at: str | None = None

    @property
    def page_columns(self) -> tuple[str, ...]:
        """The columns in which the page is sought."""
        return PAGE if self.column is None else (self.column,)

    def record(self, number: int) -> str:
        """What a record is called."""
        return f"{self.name}:{number}"


def input_of(row: Mapping[str, object], number: int, corpus: Corpus) -> Input | InputError:
    """The input that a record holds: in the first of its columns that holds words, else its first fault."""
    fault: InputError | None = None
    for column in corpus.page_columns:
        content = row.get(column)
        if isinstance(content, str | bytes) and content:
            if len(content) > LIMIT:
                return OversizedInput(corpus.record(number), f"more than {LIMIT // 1_000_000} MB")
            url = _words(row, URL) or corpus.url
            return Input(corpus.record(number), corpus.path, url, _time(row) or corpus.fetched_at, content)
        if column in row and fault is None:
            fault = _fault(content, column, corpus.record(number))
    return fault or UnreadableInput(corpus.record(number), f"no column {either(corpus.page_columns)}")


def either(names: Iterable[str]) -> str:
    """Names as a sentence lists them: ``html, text or body``."""
    *some, last = names
    return f"{', '.join(some)} or {last}" if some else last


def _fault(content: object, column: str, name: str) -> InputError:
    if content is None:
        return EmptyInput(name, f"{column} is null")
    if isinstance(content, str | bytes):
        return EmptyInput(name, f"{column} is empty")
    return UnreadableInput(name, f"{column} is no string")


def _words(row: Mapping[str, object], columns: Iterable[str]) -> str | None:
    """The first of some columns that holds words. A record may spell half of a surrogate pair, which none may write."""
    values = (value.strip() for column in columns if isinstance(value := row.get(column), str))
    return next((without_surrogates(value) for value in values if value), None)


def _time(row: Mapping[str, object]) -> str | None:
    """The first of the columns for it that holds a time; words only if they are ISO 8601."""
    for column in FETCHED_AT:
        value = row.get(column)
        if isinstance(value, date):  # a time is one, too
            return value.isoformat()
        if isinstance(value, str) and _is_iso(value.strip()):
            return value.strip()
    return None


def _is_iso(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True
