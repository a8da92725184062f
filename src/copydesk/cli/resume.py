"""An output of an earlier run -> the names of the inputs it holds, and where its last whole record ends.

A run that was killed may have left half a record at the end. It is found by form alone: half a JSON line has no line
feed, half a row of CSV has none or has it inside quotation marks. What stands before it was written whole.
"""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import IO, Final, NamedTuple

from copydesk.cli import columns

__all__ = ["Held", "NotOurs", "csv_rows", "json_lines"]


class Held(NamedTuple):
    """What an output holds: the names of its inputs, and the size of its whole records in bytes."""

    names: set[str]
    size: int


class NotOurs(Exception):
    """The output was not written by copydesk in this form, or was changed since."""

    def __init__(self, path: Path, reason: str) -> None:
        """Keep both; the message is one line."""
        super().__init__(f"cannot go on with {path}: {reason}")


def json_lines(path: Path) -> Held:
    """What a file of JSON lines holds.

    Raises:
        NotOurs: A line is not a record.
        OSError: The system refuses.
    """
    return _held(path, _lines, _name_in_json, opening=b'{"version": ')


def csv_rows(path: Path) -> Held:
    """What a CSV file holds; raises as :func:`json_lines` does."""
    header = columns.csv_header().encode()
    return _held(path, _rows, _name_in_csv, opening=header, header=header)


def _held(
    path: Path,
    records: Callable[[IO[bytes]], Iterator[bytes]],
    name: Callable[[bytes], str],
    *,
    opening: bytes,
    header: bytes | None = None,
) -> Held:
    names: set[str] = set()
    size = 0
    with path.open("rb") as file:
        for number, record in enumerate(records(file), 1):
            if number > 1 or header is None:
                try:
                    names.add(name(record))
                except (ValueError, KeyError, TypeError) as error:
                    raise NotOurs(path, f"record {number:,} is not one of copydesk's") from error
            elif record != header:
                raise NotOurs(path, "its columns are not the ones that copydesk writes")
            size += len(record)
        file.seek(0)
        if not size and not opening.startswith(file.read(len(opening))):
            raise NotOurs(path, "it does not begin as copydesk's files do")  # and cutting it off would lose all of it
    return Held(names, size)


def _lines(file: IO[bytes]) -> Iterator[bytes]:
    """The whole lines."""
    return (line for line in file if line.endswith(b"\n"))


def _rows(file: IO[bytes]) -> Iterator[bytes]:
    """The whole rows: a line feed ends one unless it stands inside quotation marks, after an odd number of them."""
    parts: list[bytes] = []
    marks = 0
    for line in file:
        parts.append(line)
        marks += line.count(b'"')
        if marks % 2 == 0 and line.endswith(b"\n"):
            yield b"".join(parts)
            parts, marks = [], 0


_BEGINNING: Final = re.compile(rb'\{"version":\s*\d+,\s*"page_id":\s*"[^"\\]*",\s*"name":\s*("(?:[^"\\]|\\.)*")')
"""A record up to its name: parsing whole records would take a thousand times as long."""


def _name_in_json(record: bytes) -> str:
    found = _BEGINNING.match(record)
    name = json.loads(found[1]) if found else json.loads(record)["name"]
    if not isinstance(name, str):
        raise TypeError
    return name


def _name_in_csv(record: bytes) -> str:
    return columns.first_cell(record.decode())
