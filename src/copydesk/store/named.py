"""A pile of named pages on disk: the index of their passages, and beside it what each page is called by.

The names are lines of JSON behind a line that says what they are, written before the passages that they belong to. The
index decides how many there are: names of pages that it did not get any more are cut off when pages are added. Nothing
is written into a folder that this module did not make.
"""

import json
import os
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from copydesk.errors import StoreError
from copydesk.store.passages import MANIFEST, PassageStore

__all__ = ["NamedStore"]

_NAMES: Final = "copydesk-names"
"""No ending of a file of records: the folder may lie among the pages."""

_PASSAGES: Final = "passages"
_FORM: Final = b'{"form": "copydesk names 1"}\n'


class NamedStore:
    """Pages in a folder, numbered in the order in which they came; one process at a time may add to it."""

    def __init__(self, folder: Path, *, of: str = "texts") -> None:
        """Open a folder, or make it.

        Args:
            folder: Where it is, or shall be; a new one must be empty.
            of: What is added here, as :class:`PassageStore` takes it.

        Raises:
            StoreError: It holds something else, is damaged, cannot be written, or another process adds to it.
        """
        self._path = folder / _NAMES
        try:
            _refuse_others(folder)
        except OSError as error:
            raise StoreError(str(folder), error.strerror or str(error)) from error
        self.passages = PassageStore(folder / _PASSAGES, of=of)
        try:
            self._size = self._whole()
        except (OSError, ValueError) as error:
            self.close()
            raise StoreError(str(self._path), f"it cannot be read: {error}") from error
        except BaseException:
            self.close()
            raise

    def append(self, names: Sequence[dict[str, str | None]], texts: Sequence[str]) -> None:
        """Add pages: what each is called by, and its text. They are on the disk when this returns.

        Raises:
            StoreError: The disk is full, or the like.
        """
        lines = [json.dumps(name).encode() + b"\n" for name in names]
        try:
            with self._path.open("ab") as file:
                file.truncate(self._size)
                file.writelines(lines)
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(str(self._path), error.strerror or str(error)) from error
        before = len(self.passages)
        try:
            self.passages.append(texts)
        finally:  # of many texts some may stand although it broke off
            self._size += sum(map(len, lines[: len(self.passages) - before]))

    def names(self) -> Iterator[dict[str, str | None]]:
        """What each page is called by."""
        with self._path.open("rb") as file:
            yield from map(json.loads, islice(file, 1, 1 + len(self.passages)))

    def close(self) -> None:
        """Let another process add pages."""
        self.passages.close()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def _whole(self) -> int:
        """The bytes of the names of those pages whose passages are there, with the line before them."""
        wanted = len(self.passages)
        begun = self._path.read_bytes()[: len(_FORM)] if self._path.exists() else b""
        if not wanted and _FORM.startswith(begun):  # a new folder, or one whose maker was killed at once
            self._path.write_bytes(_FORM)
        elif begun != _FORM:
            reason = f"it is missing, with the names of {wanted} pages; make the index anew" if not begun else None
            raise StoreError(str(self._path), reason or "it is no file of copydesk's")
        size = 0
        with self._path.open("rb") as file:
            for number in range(wanted + 1):
                line = file.readline()
                if not line.endswith(b"\n"):
                    message = f"it names {number - 1} pages of {wanted}; make the index anew"
                    raise StoreError(str(self._path), message)
                size += len(line)
        return size


def _refuse_others(folder: Path) -> None:
    """Raise if the folder is not ours and not empty, before anything is made in it."""
    if folder.exists() and not folder.is_dir():
        raise StoreError(str(folder), "it is a file, not a folder")
    if not folder.is_dir() or (folder / _PASSAGES / MANIFEST).exists():
        return
    # Nothing else but the folder that it lies in stands before the manifest.
    if any(path.name != _PASSAGES for path in folder.iterdir()):
        raise StoreError(str(folder), "it holds other files, and no index of passages")
