"""Paths -> Pages: files, folders, patterns, standard input, and files of records.

In go paths as somebody typed them, out comes one Page or one InputError for each input, in order; an input that fails
stands in its place as its error and stops nothing. Only regular files are opened, so that a pipe or a device cannot
hang the run. Which of them are pages is told by content, never by name; only JSON Lines go by theirs.
"""

import stat
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from copydesk.errors import InputError, UnreadableInput
from copydesk.intake import jsonlines, parquet
from copydesk.intake.content import id_from, page_from
from copydesk.intake.records import Corpus
from copydesk.intake.source import Input
from copydesk.intake.unpack import LIMIT, refuse_oversized
from copydesk.intake.walk import files_behind, name_of, refusal, words_of
from copydesk.types import Page

_STDIN = "<stdin>"

_KINDS = {
    stat.S_IFIFO: "a named pipe, not a file; - reads standard input",
    stat.S_IFSOCK: "a socket, not a file",
    stat.S_IFCHR: "a device, not a file",
    stat.S_IFBLK: "a device, not a file",
}


def inputs_from(
    paths: Iterable[str | Path], *, url: str | None = None, fetched_at: str | None = None, column: str | None = None
) -> Iterator[Input | InputError]:
    """The files behind paths, of folders and their folders, the records of files that hold many, and standard input.

    A folder's entries come sorted by name; hidden ones are skipped, links are followed, and each folder is entered once
    for each argument. A path that leads nowhere is its error; with ``*``, ``?`` or ``[`` in it, it is a pattern (``**``
    for folders of any depth). Files called ``.jsonl``, ``.ndjson``, ``.jsonl.gz`` or ``.ndjson.gz`` are JSON Lines;
    files that begin as Parquet does are Parquet: an input for each of their records, taken one at a time. Its page
    stands in the first of the columns ``html``, ``raw_html``, ``page_html``, ``content``, ``raw_content``, ``text``,
    ``body``, ``page_text`` that holds words, its address in ``url``, ``link`` or ``uri``, its time in ``fetched_at``,
    ``crawled_at``, ``date_crawled``, ``date_download`` or ``warc_date``. Of other files no more than the first bytes
    are looked at.

    Args:
        paths: Files, folders and patterns; ``-`` is standard input (``./-`` is a file of that name): one page, or JSON
            Lines if a column is given.
        url: The address of the page, or of records that name none: for callers that give one file.
        fetched_at: When it was fetched, ISO 8601; records that say so themselves are believed.
        column: The column that holds the page, in files of records.
    """
    for path in paths:
        if str(path) == "-":
            yield from _from_stdin(Corpus(_STDIN, None, column, url, fetched_at))
            continue
        for found in files_behind(path):
            if isinstance(found, InputError):
                yield found
            else:
                yield from _inputs_in(found, Corpus(name_of(found), found, column, url, fetched_at))


def count(paths: Iterable[str | Path], *, column: str | None = None) -> int | None:
    """How many inputs the paths lead to, those that fail among them; None if records would have to be read to know.

    For progress bars: a walk over the folders, a few microseconds a file.
    """
    number = 0
    for path in paths:
        if str(path) == "-":
            if column is not None:
                return None
            number += 1
            continue
        for found in files_behind(path):
            if not isinstance(found, InputError) and (_is_jsonl(found) or _is_parquet(found)):
                return None
            number += 1
    return number


def page_of(source: Input) -> Page:
    """The page that an input holds.

    Raises:
        InputError: It cannot be read; the error holds nothing of the content.
    """
    try:
        return page_from(_content(source), url=source.url, fetched_at=source.fetched_at, name=source.name)
    except InputError as error:
        # The frames of a traceback hold the content: whoever keeps the errors of a large run would keep that too.
        error.__cause__ = error.__context__ = None
        raise error.with_traceback(None) from None


def id_of(source: Input) -> str | None:
    """The id of the page that an input holds, without reading it; None of standard input, and of what cannot be read.

    Who asks wants to know whether the page is one that was there before: whatever is wrong with it, reading it tells.
    """
    if source.path is None and source.content is None:
        return None
    try:
        return id_from(_content(source), url=source.url, name=source.name)
    except InputError:
        return None


def pages_from(
    paths: Iterable[str | Path], *, url: str | None = None, fetched_at: str | None = None, column: str | None = None
) -> Iterator[Page | InputError]:
    """The pages of :func:`inputs_from`; an input that fails is yielded as its error, in its place."""
    for source in inputs_from(paths, url=url, fetched_at=fetched_at, column=column):
        try:
            yield source if isinstance(source, InputError) else page_of(source)
        except InputError as error:
            yield error.with_traceback(None)


def _from_stdin(corpus: Corpus) -> Iterator[Input | InputError]:
    if corpus.column is None:
        yield Input(_STDIN, None, corpus.url, corpus.fetched_at)
    elif sys.stdin is None or sys.stdin.closed:
        yield _closed()
    else:
        yield from jsonlines.inputs(sys.stdin.buffer, corpus)


def _inputs_in(file: Path, corpus: Corpus) -> Iterator[Input | InputError]:
    """The inputs of one file: its records, or the file."""
    if _is_jsonl(file):
        try:
            with file.open("rb") as stream:
                yield from jsonlines.inputs(stream, corpus)
        except OSError as error:
            yield refusal(error, file)
    elif _is_parquet(file):
        yield from parquet.inputs(file, corpus)
    else:
        yield Input(corpus.name, file, corpus.url, corpus.fetched_at)


def _is_jsonl(file: Path) -> bool:
    return jsonlines.is_jsonl(file.name) and file.is_file()


def _is_parquet(file: Path) -> bool:
    return file.is_file() and parquet.is_parquet(file)


def _content(source: Input) -> bytes | str:
    if source.content is not None:
        return source.content
    return _standard_input(source.name) if source.path is None else _file(source.path, source.name)


def _file(file: Path, name: str) -> bytes:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableInput(name, _KINDS.get(stat.S_IFMT(status.st_mode), "not a regular file"))
        refuse_oversized(status.st_size, name)
        with file.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except OSError as error:
        raise refusal(error, file) from error


def _standard_input(name: str) -> bytes:
    if sys.stdin is None:
        raise _closed()
    try:
        return sys.stdin.buffer.read(LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: it was closed from within
        raise UnreadableInput(name, words_of(error)) from error


def _closed() -> InputError:
    return UnreadableInput(_STDIN, "standard input is closed")
