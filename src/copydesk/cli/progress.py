"""How far a run has come, drawn on stderr for whoever watches a terminal: count, rate, time left.

Nothing is drawn where stderr is no terminal, and nothing where the pages themselves go to a terminal: they show how far
it is, and a bar would run through them. How many inputs there are is counted beside the work, a few milliseconds a
page, without opening one; files of many records cannot be counted that cheaply, and leave count and rate.
"""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

__all__ = ["Bar", "counting", "files_below", "shown"]

SLICE: Final = 0.005
"""Seconds that counting may take after each page: about a tenth of the page's own."""


class Bar(Protocol):
    """What is told of a run while it goes on."""

    def advance(self) -> None:
        """One input more is done."""

    def skip(self) -> None:
        """One input less is to be done: it was, in an earlier run."""

    def uncountable(self) -> None:
        """There are more inputs than files."""


class _Nothing:
    """For whoever does not watch."""

    def advance(self) -> None:
        pass

    skip = uncountable = advance


@contextmanager
def shown(paths: list[str], limit: int | None, *, quiet: bool, data_on_stdout: bool) -> Iterator[Bar]:
    """Draw a bar while the block runs, if anybody watches, and take it away at the end.

    Args:
        paths: The arguments.
        limit: So many inputs at most.
        quiet: Nobody wants to see it.
        data_on_stdout: The pages go there, which may be a terminal too.
    """
    if quiet or not sys.stderr.isatty() or (data_on_stdout and sys.stdout.isatty()):
        yield _Nothing()
        return
    from copydesk.cli import drawn  # rich's progress, which nobody sees in a pipe

    with drawn.progress() as progress:
        yield _Drawn(progress, counting(paths), limit)


class _Drawn:
    """A bar with a total that comes to be known on the way."""

    def __init__(self, progress: "Progress", count: Iterator[int], limit: int | None) -> None:
        self._progress = progress
        self._task: TaskID = progress.add_task("", total=None)
        self._count: Iterator[int] | None = count
        self._limit = limit
        self._counted = 0
        self._skipped = 0

    def advance(self) -> None:
        self._go_on_counting()
        self._progress.advance(self._task)

    def skip(self) -> None:
        self._skipped += 1
        if self._count is None and self._counted:
            self._tell_total()

    def uncountable(self) -> None:
        self._count = None
        self._counted = 0
        self._progress.update(self._task, total=None)

    def _go_on_counting(self) -> None:
        if self._count is None:
            return
        until = time.monotonic() + SLICE
        while time.monotonic() < until:
            counted = next(self._count, None)
            self._counted = counted or self._counted
            if counted is None or counted == self._limit:
                self._count = None
                self._tell_total()
                return

    def _tell_total(self) -> None:
        self._progress.update(self._task, total=self._counted - self._skipped)


def counting(paths: list[str]) -> Iterator[int]:
    """1, 2, 3 … up to how many files the paths lead to, by the rules of ``intake``."""
    number = 0
    for path in paths:
        before = number
        for _ in files_below(path):
            number += 1
            yield number
        if number == before:  # told as missing, so an input too
            number += 1
            yield number


def files_below(path: str) -> Iterator[str]:
    """The files of a folder and its folders, in no order: hidden ones left out, each folder entered once."""
    if not Path(path).is_dir():
        yield path
        return
    entered: set[tuple[int, int]] = set()
    waiting = [path]
    while waiting:
        with suppress(OSError):
            folder = waiting.pop()
            status = Path(folder).stat()
            if (status.st_dev, status.st_ino) in entered:
                continue
            entered.add((status.st_dev, status.st_ino))
            with os.scandir(folder) as entries:
                for entry in entries:
                    if entry.name.startswith("."):
                        continue
                    if entry.is_dir():
                        waiting.append(entry.path)
                    else:
                        yield entry.path
