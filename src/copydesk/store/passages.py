"""The words and fingerprints of a pile on disk: a folder of runs, each written once and mapped into memory.

A run holds some thousand texts that came one after another; its fingerprints are sorted. The manifest names the runs
that are whole. It is replaced in one step after a run stands, so that whatever a kill leaves behind is ignored, and
removed when the folder is opened next: what the manifest counts is there, and nothing else. Memory is bounded by
one run while texts are added.
"""

import json
import os
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

import numpy as np
from filelock import FileLock, Timeout
from numpy.typing import NDArray

from copydesk.copies.keys import sifted
from copydesk.copies.pile import Batch, batches, joined
from copydesk.copies.tokens import Hashes, Tokens
from copydesk.errors import StoreError

__all__ = ["RUN", "PassageStore"]

RUN: Final = 1 << 22
"""Words of a run, about: some eight thousand articles, 80 MB."""

MAPPED: Final = 16
"""Runs that are mapped at a time for texts one by one: what is looked at of them counts as this process's memory."""

_MANIFEST: Final = "manifest.json"
_FORM: Final = "copydesk passages 2"
_LOCK: Final = "lock"


@dataclass(frozen=True, slots=True)
class _Run:
    """A run as the manifest has it: its file, and how many texts, words and fingerprints it holds."""

    name: str
    texts: int
    words: int
    prints: int

    @property
    def layout(self) -> tuple[tuple[str, type[np.generic], int], ...]:
        """The arrays in its file, one behind the other: widest numbers first, so that each begins where it may."""
        return (
            ("hashes", np.uint64, self.words),
            ("keys", np.uint64, self.prints),
            ("whole", np.uint64, self.texts),
            ("first", np.int64, self.texts + 1),
            ("starts", np.int32, self.words),
            ("ends", np.int32, self.words),
            ("flags", np.uint8, self.words),
        )

    @property
    def size(self) -> int:
        """The bytes of its file."""
        return sum(np.dtype(kind).itemsize * count for _, kind, count in self.layout)


class PassageStore:
    """A :class:`~copydesk.copies.index.PassageIndex` in a folder; one process at a time may add to it.

    Use it in a ``with`` statement, or close it.
    """

    def __init__(self, folder: Path, *, read_only: bool = False) -> None:
        """Open a folder, or make it.

        Args:
            folder: Where it is, or shall be; a new one must be empty.
            read_only: Nothing will be added.

        Raises:
            StoreError: The folder holds something else, is damaged, cannot be written, or another process adds to it.
        """
        self.folder = folder
        self._runs: list[_Run] = []
        self._begins = [0]
        self._lock = FileLock(folder / _LOCK, timeout=0)
        self._arrays = lru_cache(MAPPED)(self._mapped)
        try:
            if not read_only:
                folder.mkdir(parents=True, exist_ok=True)
                self._lock.acquire()
            self._open()
            if not read_only:
                self._sweep()
        except Timeout as error:
            raise StoreError(str(folder), "another process adds to it") from error
        except OSError as error:
            self.close()
            raise StoreError(str(folder), error.strerror or str(error)) from error
        except BaseException:
            self.close()
            raise

    def append(self, texts: Iterable[str]) -> None:
        """Add texts; whole runs stand even if this is stopped, and ``len`` says how many texts that were.

        Raises:
            StoreError: The disk is full, or the like.
        """
        waiting: list[Batch] = []
        words = 0
        for batch in batches(texts, len(self)):
            waiting.append(batch)
            words += len(batch.words.hashes)
            if words >= RUN:
                self._write(joined(waiting))
                waiting, words = [], 0
        if waiting:
            self._write(joined(waiting))

    def __len__(self) -> int:
        """How many texts there are."""
        return self._begins[-1]

    def words(self, text: int) -> Tokens:
        """The words of one text."""
        number = bisect_right(self._begins, text) - 1
        run = self._arrays(number)
        a, b = run["first"][text - self._begins[number] :][:2].tolist()
        # What is copied does not hold the whole run in memory.
        hashes, starts, ends, flags = (run[name][a:b].copy() for name in ("hashes", "starts", "ends", "flags"))
        return Tokens(hashes, starts, ends, flags, np.array([0, b - a]))

    def parts(self) -> Iterator[tuple[int, Tokens]]:
        """The words of all texts, a run at a time, each with the number of its first."""
        for number, begin in enumerate(self._begins[:-1]):
            run = self._mapped(number)
            yield begin, Tokens(*(run[name] for name in ("hashes", "starts", "ends", "flags", "first")))

    def prints(self) -> int:
        """How many fingerprints all texts have."""
        return sum(run.prints for run in self._runs)

    def keys(self, sieve: int = 0) -> Hashes:
        """The fingerprints of all texts, or one of each 2**sieve."""
        parts = (sifted(self._mapped(number)["keys"], sieve).copy() for number in range(len(self._runs)))
        return np.concatenate([np.zeros(0, np.uint64), *parts])

    def whole(self) -> Hashes:
        """A hash of each text's words."""
        parts = (self._mapped(number)["whole"].copy() for number in range(len(self._runs)))
        return np.concatenate([np.zeros(0, np.uint64), *parts])

    def close(self) -> None:
        """Let another process add texts."""
        self._arrays.cache_clear()
        self._lock.release()

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close it."""
        self.close()

    def _open(self) -> None:
        manifest = self.folder / _MANIFEST
        if not manifest.exists():
            others = {path.name for path in self.folder.iterdir()} - {_LOCK}
            if any(not name.startswith("run-") for name in others):
                raise StoreError(str(self.folder), "it holds other files, and no index of passages")
            return
        try:
            stored = json.loads(manifest.read_text("utf8"))
            if stored["form"] != _FORM:
                raise StoreError(str(self.folder), f"its form is {stored['form']!r}, not {_FORM!r}")
            self._runs = [_Run(**run) for run in stored["runs"]]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(str(self.folder), f"its manifest cannot be read: {error}") from error
        for run in self._runs:
            path = self.folder / run.name
            if not path.exists() or path.stat().st_size != run.size:
                raise StoreError(str(self.folder), f"{path.name} is missing or cut off; make the index anew")
            self._begins.append(self._begins[-1] + run.texts)

    def _sweep(self) -> None:
        """Removes what a run that was never finished left behind."""
        known = {run.name for run in self._runs}
        for path in self.folder.glob("run-*"):
            if path.name not in known:
                path.unlink()
        (self.folder / f"{_MANIFEST}.new").unlink(missing_ok=True)

    def _write(self, batch: Batch) -> None:
        try:
            self._save(batch, f"run-{len(self._runs):06d}.bin")
        except OSError as error:
            raise StoreError(str(self.folder), error.strerror or str(error)) from error

    def _save(self, batch: Batch, name: str) -> None:
        words = batch.words
        run = _Run(name, len(words), len(words.hashes), len(batch.keys))
        parts = {
            "hashes": words.hashes,
            "keys": np.sort(batch.keys),
            "whole": batch.whole,
            "first": words.first,
            "starts": words.starts,
            "ends": words.ends,
            "flags": words.flags,
        }
        with (self.folder / name).open("wb") as file:
            for part, kind, _ in run.layout:
                file.write(np.ascontiguousarray(parts[part], kind).data)
            file.flush()
            os.fsync(file.fileno())
        runs = [*self._runs, run]
        new = self.folder / f"{_MANIFEST}.new"
        with new.open("w", encoding="utf8") as file:
            json.dump({"form": _FORM, "runs": [asdict(run) for run in runs]}, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.folder / _MANIFEST)
        self._runs = runs
        self._begins.append(self._begins[-1] + len(words))

    def _mapped(self, number: int) -> dict[str, NDArray[Any]]:
        """The arrays of a run, mapped into memory."""
        run = self._runs[number]
        try:
            whole = np.memmap(self.folder / run.name, np.uint8, "r").view(np.ndarray)
        except (OSError, ValueError) as error:
            raise StoreError(str(self.folder), f"{run.name} cannot be read: {error}") from error
        arrays: dict[str, NDArray[Any]] = {}
        place = 0
        for name, kind, count in run.layout:
            size = np.dtype(kind).itemsize * count
            arrays[name] = whole[place : place + size].view(kind)
            place += size
        return arrays
