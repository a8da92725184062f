"""The words and fingerprints of a pile on disk: a folder of runs, each written once and mapped into memory.

A run holds texts that came one after another; its fingerprints are sorted. The manifest names the runs that are whole.
It stands before the first of them and is replaced in one step after each, so that whatever a kill leaves behind is
ignored, and removed when the folder is opened next: what the manifest counts is there, and nothing else.

However few texts come at a time, runs stay few: a new one takes in those before it that are not much larger, up to RUN
words. So each text is written a few times, and there are some twenty small runs at most. Memory is bounded by three
runs while texts are added.
"""

import json
import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import asdict
from functools import cache, lru_cache
from hashlib import blake2b
from pathlib import Path
from types import TracebackType
from typing import Final, Self

import numpy as np
from filelock import FileLock, Timeout

from copydesk.copies.keys import sifted
from copydesk.copies.pile import Batch, batches, joined
from copydesk.copies.tokens import Hashes, Tokens
from copydesk.errors import StoreError
from copydesk.store.runs import Arrays, Run, mapped, words_in, written

__all__ = ["MANIFEST", "RUN", "PassageStore"]

RUN: Final = 1 << 22
"""Words from which a run takes in no other, about: some eight thousand articles, 80 MB."""

MAPPED: Final = 16
"""Runs that are mapped at a time for texts one by one: what is looked at of them counts as this process's memory."""

MANIFEST: Final = "manifest.json"
_FORM: Final = "copydesk passages 3"
_LOCK: Final = "lock"
_NEW: Final = f"{MANIFEST}.new"
_RUN_FILE: Final = re.compile(r"run-(\d{6,})\.bin")

_SAMPLE: Final = (
    "The “Straße” to Ørsta, MILE 12: 日本語の新聞は, said O’Hara – e\u0301tude no. 7 … ﬁn.\n\n- Menu\n\tहिन्दी"
)


class PassageStore:
    """A :class:`~copydesk.copies.index.PassageIndex` in a folder; one process at a time may add to it.

    Use it in a ``with`` statement, or close it.
    """

    def __init__(self, folder: Path, *, of: str = "texts", read_only: bool = False) -> None:
        """Open a folder, or make it.

        Args:
            folder: Where it is, or shall be; a new one must be empty.
            of: What is added here, and how it was made, in words. Texts of another sort cannot be compared with them.
            read_only: Nothing will be added.

        Raises:
            StoreError: The folder holds something else, or texts of another sort; it is damaged, cannot be written, or
                another process adds to it.
        """
        self.folder = folder
        self._of = of
        self._runs: list[Run] = []
        self._begins = [0]
        self._lock = FileLock(folder / _LOCK, timeout=0)
        self._arrays = lru_cache(MAPPED)(self._mapped)
        try:
            self._refuse_others()
            if not read_only:
                folder.mkdir(parents=True, exist_ok=True)
                self._lock.acquire()
            self._open(read_only=read_only)
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
            yield begin, words_in(self._mapped(number))

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

    def _refuse_others(self) -> None:
        """Raise if the folder is not ours and not empty, before anything is made in it."""
        if self.folder.exists() and not self.folder.is_dir():
            raise StoreError(str(self.folder), "it is a file, not a folder")
        if not self.folder.is_dir() or (self.folder / MANIFEST).exists():
            return
        # These were made before the first manifest stood, by a run that was killed then.
        if any(path.name not in {_LOCK, _NEW} for path in self.folder.iterdir()):
            raise StoreError(str(self.folder), "it holds other files, and no index of passages")

    def _open(self, *, read_only: bool) -> None:
        manifest = self.folder / MANIFEST
        if not manifest.exists():
            if not read_only:
                self._name([])
            return
        try:
            stored = json.loads(manifest.read_text("utf8"))
            self._refuse_unlike(stored)
            self._runs = [Run(**run) for run in stored["runs"]]
        except (ValueError, KeyError, TypeError) as error:
            raise StoreError(str(self.folder), f"its manifest cannot be read: {error}") from error
        for run in self._runs:
            path = self.folder / run.name
            if not path.exists() or path.stat().st_size != run.size:
                raise StoreError(str(self.folder), f"{path.name} is missing or cut off; make the index anew")
            self._begins.append(self._begins[-1] + run.texts)

    def _refuse_unlike(self, stored: dict[str, str]) -> None:
        """Raise if what the folder holds cannot be compared with what is to be added."""
        if stored["form"] != _FORM:
            reason = f"its form is {stored['form']!r}, not {_FORM!r}; make the index anew"
        elif stored["hashing"] != _hashing():
            reason = "its words were hashed by another version of copydesk; make the index anew"
        elif stored["of"] != self._of:
            reason = f"it holds {stored['of']}, not {self._of}; give another folder, or make the index anew"
        else:
            return
        raise StoreError(str(self.folder), reason)

    def _sweep(self) -> None:
        """Removes what a run that was never finished left behind."""
        known = {run.name for run in self._runs}
        for path in self.folder.iterdir():
            if path.name == _NEW or (_RUN_FILE.fullmatch(path.name) and path.name not in known):
                path.unlink()

    def _write(self, batch: Batch) -> None:
        """Adds a run, with those before it that are not much larger joined to it."""
        kept, weight = len(self._runs), len(batch.words) + len(batch.words.hashes)
        while kept and self._runs[kept - 1].weight < min(RUN, 2 * weight + 1):
            kept -= 1
            weight += self._runs[kept].weight
        taken_in = self._runs[kept:]
        try:
            batch = joined([*map(self._batch, range(kept, len(self._runs))), batch])
            run = written(self.folder, self._unused(), batch)
            self._name([*self._runs[:kept], run])
        except OSError as error:
            raise StoreError(str(self.folder), error.strerror or str(error)) from error
        self._begins[kept + 1 :] = [self._begins[kept] + run.texts]
        self._arrays.cache_clear()
        for each in taken_in:
            with suppress(OSError):  # a system may not remove what somebody has mapped; the next run will
                (self.folder / each.name).unlink()

    def _batch(self, number: int) -> Batch:
        arrays = self._mapped(number)
        return Batch(words_in(arrays), arrays["keys"], arrays["whole"])

    def _unused(self) -> str:
        """A name that no run has: also not one that still waits to be removed."""
        numbers = (_RUN_FILE.fullmatch(path.name) for path in self.folder.iterdir())
        return f"run-{max((int(number[1]) + 1 for number in numbers if number), default=0):06d}.bin"

    def _name(self, runs: list[Run]) -> None:
        """Makes these the runs that are whole, in one step."""
        new = self.folder / _NEW
        manifest = {"form": _FORM, "hashing": _hashing(), "of": self._of, "runs": [asdict(run) for run in runs]}
        with new.open("w", encoding="utf8") as file:
            json.dump(manifest, file)
            file.flush()
            os.fsync(file.fileno())
        new.replace(self.folder / MANIFEST)
        self._runs = runs

    def _mapped(self, number: int) -> Arrays:
        """The arrays of a run, mapped into memory."""
        run = self._runs[number]
        try:
            return mapped(self.folder, run)
        except (OSError, ValueError) as error:
            raise StoreError(str(self.folder), f"{run.name} cannot be read: {error}") from error


@cache
def _hashing() -> str:
    """What stands for the way in which words are told apart and hashed: what it makes of a sample."""
    digest = blake2b(digest_size=8)
    for batch in batches([_SAMPLE], 0):
        words = batch.words
        for part in (words.hashes, words.starts, words.ends, words.flags, batch.keys, batch.whole):
            digest.update(part.tobytes())
    return digest.hexdigest()
