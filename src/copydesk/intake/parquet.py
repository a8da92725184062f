"""Parquet -> Inputs: one record a row.

In goes a file, out comes an Input or an InputError for each row; of the columns only those that hold the page, its
address and its time are read, and of them a few rows at a time. Needs pyarrow, which the extra ``copydesk[parquet]``
brings.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.errors import EmptyInput, InputError, UnreadableInput
from copydesk.intake.records import FETCHED_AT, URL, Corpus, either, input_of
from copydesk.intake.walk import words_of

if TYPE_CHECKING:
    from pathlib import Path

    import pyarrow as pa
    import pyarrow.parquet as pq

    from copydesk.intake.source import Input

_MAGIC: Final = b"PAR1"
_ROWS: Final = 64
"""Rows held at a time: pages of 5 MB then stay within a third of a gigabyte."""

_BUFFER: Final = 1 << 20
"""Bytes read at a time. Without it a whole column of a row group is read at once, which may be the whole file."""

_NAMED: Final = 12
"""Columns that an error lists."""


def is_parquet(file: "Path") -> bool:
    """Whether a file begins as Parquet does; a text that begins with ``PAR1`` goes on with a printable character."""
    try:
        with file.open("rb", buffering=0) as stream:
            head = stream.read(len(_MAGIC) + 1)
    except OSError:
        return False  # whoever reads the page will say why
    return head.startswith(_MAGIC) and head[len(_MAGIC) :] < b" "


def inputs(file: "Path", corpus: Corpus) -> "Iterator[Input | InputError]":
    """The records of a file, each named by its row from 1."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        yield UnreadableInput(corpus.name, "Parquet needs pyarrow: pip install 'copydesk[parquet]'")
        return
    number = 0
    try:
        with file.open("rb") as stream, pq.ParquetFile(stream, buffer_size=_BUFFER, pre_buffer=False) as table:
            columns = _columns(table.schema_arrow, corpus)
            if isinstance(columns, InputError):
                yield columns
                return
            for number, row in enumerate(_rows(table, columns), 1):
                yield input_of(row, number, corpus)
    except (pa.ArrowException, OSError, ValueError) as error:
        yield UnreadableInput(
            corpus.record(number + 1) if number else corpus.name, f"broken Parquet: {words_of(error)}"
        )
        return
    if not number:
        yield EmptyInput(corpus.name, "no row in it")


def _columns(schema: "pa.Schema", corpus: Corpus) -> list[str] | InputError:
    """The columns to read; a fault of the schema is one of the file, not of each row."""
    pages = [name for name in corpus.page_columns if name in schema.names and _holds_words(schema.field(name).type)]
    if pages:
        return [*pages, *(name for name in (*URL, *FETCHED_AT) if name in schema.names)]
    if corpus.column in schema.names:
        return UnreadableInput(corpus.name, f"column {corpus.column} holds {schema.field(corpus.column).type}, no text")
    listed = ", ".join(schema.names[:_NAMED]) + (" …" if len(schema.names) > _NAMED else "")
    return UnreadableInput(corpus.name, f"no column {either(corpus.page_columns)}; it has {listed}")


def _holds_words(kind: "pa.DataType") -> bool:
    import pyarrow as pa

    kind = kind.value_type if pa.types.is_dictionary(kind) else kind
    tests = ("is_string", "is_large_string", "is_string_view", "is_binary", "is_large_binary", "is_binary_view")
    return any(getattr(pa.types, test)(kind) for test in tests)


def _rows(table: "pq.ParquetFile", columns: list[str]) -> Iterator[dict[str, object]]:
    for batch in table.iter_batches(_ROWS, columns=columns, use_threads=False):
        for row in range(batch.num_rows):
            yield {name: _value(batch.column(name)[row]) for name in columns}


def _value(cell: "pa.Scalar") -> object:
    """A cell as Python's value; text in another encoding than it says as its bytes, which intake makes sense of."""
    try:
        value: object = cell.as_py()
    except UnicodeDecodeError:
        value = cell.as_buffer().to_pybytes()
    return value
