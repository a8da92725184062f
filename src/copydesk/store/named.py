"""A pile of named pages on disk: the index of their passages, and beside it what each page is called by.

The names are lines of JSON, written before the passages that they belong to. The index decides how many there are:
names of pages that it did not get any more are cut off when the folder is opened to add to it.
"""

import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from copydesk.errors import StoreError
from copydesk.store.passages import PassageStore

__all__ = ["NamedStore"]

_NAMES: Final = "pages.jsonl"


class NamedStore:
    """Pages in a folder, numbered in the order in which they came; one process at a time may add to it."""

    def __init__(self, folder: Path) -> None:
        """Open a folder, or make it.

        Raises:
            StoreError: It holds something else, is damaged, cannot be written, or another process adds to it.
        """
        self._path = folder / _NAMES
        if folder.is_dir() and not self._path.exists() and any(folder.iterdir()):
            raise StoreError(str(folder), "it holds other files, and no index of passages")
        self.passages = PassageStore(folder / "passages")
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
        try:
            with self._path.open("ab") as file:
                file.truncate(self._size)
                for name in names:
                    file.write(json.dumps(name).encode() + b"\n")
                file.flush()
                os.fsync(file.fileno())
                size = file.tell()
        except OSError as error:
            raise StoreError(str(self._path), error.strerror or str(error)) from error
        self.passages.append(texts)
        self._size = size

    def names(self) -> Iterator[dict[str, str | None]]:
        """What each page is called by."""
        if self._size:
            with self._path.open("rb") as file:
                yield from map(json.loads, file.read(self._size).splitlines())

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
        """The bytes of the names of those pages whose passages are there."""
        wanted = len(self.passages)
        if not self._path.exists():
            self._path.touch()
        size = 0
        with self._path.open("rb") as file:
            for number in range(wanted):
                line = file.readline()
                if not line.endswith(b"\n"):
                    message = f"it names {number} pages of {wanted}; make the index anew"
                    raise StoreError(str(self._path), message)
                size += len(line)
        return size
