"""Rows -> a folder of Parquet files that every reader of Parquet takes for one table.

A Parquet file is worth nothing before its end is written, and nothing can be put behind it later. So a table is a
folder of parts, each whole: ``part-00000.parquet`` and so on. A part has a hidden name until it is done, which readers
ignore; an interrupted run closes its part, and one that is killed loses at most that part, whose pages are read again.

The columns are CSV's with their types, lists as lists; ``dropped`` has what ``text`` leaves out, block by block with
its role; ``record`` is the whole record as JSON. Memory is bounded by the size of one row group.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import typer

from copydesk.cli import balance, columns, output
from copydesk.cli.columns import COLUMNS, Cell, Sort
from copydesk.cli.resume import NotOurs

if TYPE_CHECKING:
    import pyarrow as pa
    import pyarrow.parquet as pq

    from copydesk.intake import Input
    from copydesk.types import Article

__all__ = ["Parts", "as_row", "require_pyarrow"]

GROUP: Final = 16 << 20
"""Characters of text after which a row group is written, some 200 pages; memory is a few times that."""

GROUPS: Final = 8
"""Row groups of a part, a file of some 20 MB then: what a kill can cost at most, about a minute of work."""

DROPPED: Final = "dropped"
"""A list of pairs in the order of the page, not a map from roles to words: every engine can unnest it, and nothing is
lost of what stood before what.
"""

RECORD: Final = "record"

REPEATED: Final = ["media_type", "kind", "language", "site_name", "license", f"{DROPPED}.list.element.role"]
"""Columns with few values; a dictionary of the others would only cost memory."""

PART: Final = re.compile(r"part-(\d{5,})\.parquet")


def require_pyarrow() -> None:
    """Refuse the run while nothing has been read.

    Raises:
        typer.BadParameter: pyarrow, which the extra brings, is not there.
    """
    try:
        import pyarrow.parquet  # noqa: F401  # only whether it is there
    except ImportError as error:
        message = "it needs pyarrow, which is not installed: pip install 'copydesk[parquet]'"
        raise typer.BadParameter(message, param_hint="--parquet") from error


Row = dict[str, Cell | list[dict[str, str]]]
"""The values of the columns by their names."""


def as_row(article: "Article") -> Row:
    """The values of the columns and the whole record, in words that Arrow takes: half a surrogate pair is none."""
    row: Row = {name: _whole(value) for name, value in columns.row(article).items()}
    row[DROPPED] = [
        {"role": block.role.value, "text": _words(article.block_text(block))} for block in balance.dropped(article)
    ]
    row[RECORD] = article.to_json().encode("utf-8", "backslashreplace").decode()
    return row


def _whole(value: Cell) -> Cell:
    match value:
        case str():
            return _words(value)
        case list():
            return [_words(item) for item in value]
        case _:
            return value


def _words(value: str) -> str:
    return value.encode("utf-8", "replace").decode()


class Parts:
    """The folder, and the part that is being written."""

    def __init__(self, folder: Path, *, resume: bool) -> None:
        """Make the folder, or find what it holds.

        Args:
            folder: Where the parts lie.
            resume: Keep the parts that are there and skip what they hold; otherwise they are removed.

        Raises:
            NotOurs: A part that is there has other columns.
            OSError: The system refuses.
        """
        folder.mkdir(exist_ok=True)
        for left in folder.glob(".part-*.parquet"):
            left.unlink()
        parts = sorted(path for path in folder.iterdir() if PART.fullmatch(path.name))
        if not resume:
            for part in parts:
                part.unlink()
            parts = []
        self._folder = folder
        self._schema = _schema()
        self._held = {name for part in parts for name in _names(part, self._schema)}
        self._number = max((int(PART.sub(r"\1", part.name)) + 1 for part in parts), default=0)
        self._rows: list[Row] = []
        self._size = 0
        self._groups = 0
        self._writer: pq.ParquetWriter | None = None
        self._broken = False

    def holds(self, source: "Input") -> bool:
        """Whether a page of that name is in a part."""
        return source.name in self._held

    def put(self, name: str, product: Row) -> None:  # noqa: ARG002  # a folder of files needs the name
        """Take a row in, and write what has come together if it is enough."""
        self._rows.append(product)
        self._size += sum(len(value) for value in product.values() if isinstance(value, str))
        if self._size >= GROUP:
            with self._critical():
                self._write_group()
                if self._groups >= GROUPS:
                    self._finish_part()

    def close(self) -> None:
        """Write what is left. A table without rows still has its columns."""
        if self._broken:
            return
        with self._critical():
            if self._rows or not (self._number or self._writer):
                self._write_group()
            self._finish_part()

    @contextmanager
    def _critical(self) -> Iterator[None]:
        """Keep Ctrl-C out of the block. After a failure in it nothing more is written: the part stays hidden."""
        self._broken = True
        try:
            with output.uninterrupted():
                yield
                self._broken = False
        except OSError as error:
            raise output.cannot_write(error, str(self._folder)) from error

    def _write_group(self) -> None:
        import pyarrow as pa
        import pyarrow.parquet as pq

        if self._writer is None:
            self._writer = pq.ParquetWriter(
                self._path(hidden=True), self._schema, compression="zstd", use_dictionary=REPEATED
            )
        self._writer.write_table(pa.Table.from_pylist(self._rows, self._schema))
        self._rows, self._size = [], 0
        self._groups += 1

    def _finish_part(self) -> None:
        if self._writer is None:
            return
        self._writer.close()
        self._path(hidden=True).rename(self._path())
        self._writer, self._groups = None, 0
        self._number += 1

    def _path(self, *, hidden: bool = False) -> Path:
        return self._folder / f"{'.' * hidden}part-{self._number:05}.parquet"


def _schema() -> "pa.Schema":
    import pyarrow as pa

    types: dict[Sort, Any] = {
        Sort.WORDS: pa.string(),
        Sort.LIST: pa.list_(pa.string()),
        Sort.COUNT: pa.int64(),
        Sort.FLAG: pa.bool_(),
    }
    fields = [pa.field(column.name, types[column.sort]) for column in COLUMNS]
    dropped = pa.list_(pa.struct([("role", pa.string()), ("text", pa.string())]))
    return pa.schema([*fields, pa.field(DROPPED, dropped), pa.field(RECORD, pa.string())])


def _names(part: Path, schema: "pa.Schema") -> Iterator[str]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        with pq.ParquetFile(part) as file:
            if not file.schema_arrow.equals(schema):
                raise NotOurs(part, "its columns are not the ones that copydesk writes")
            for batch in file.iter_batches(columns=["name"]):
                yield from batch.column(0).to_pylist()
    except pa.ArrowInvalid as error:
        raise NotOurs(part, "it is no Parquet file") from error
