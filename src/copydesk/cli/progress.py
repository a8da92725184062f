"""How far a run has come, for whoever watches a terminal: count, rate, time left, on stderr.

Nothing is drawn where stderr is no terminal, and nothing where the pages themselves go to a terminal: they show how far
it is, and a bar would run through them. How many inputs there are is counted beside the work; until that is known, and
where records would have to be read to know it, there are count and rate.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Thread
from typing import TYPE_CHECKING, Protocol

from copydesk.cli import output

if TYPE_CHECKING:
    from rich.progress import Progress

__all__ = ["Bar", "Drawn", "shown"]


class Bar(Protocol):
    """What is told of a run while it goes on."""

    def advance(self) -> None:
        """One input more is done."""

    def skip(self) -> None:
        """One input less is to be done: it was, in an earlier run."""


class _Nothing:
    """For whoever does not watch."""

    def advance(self) -> None:
        pass

    skip = advance


@contextmanager
def shown(
    paths: list[str], *, column: str | None, limit: int | None, quiet: bool, data_on_stdout: bool
) -> Iterator[Bar]:
    """Draw a bar while the block runs, if anybody watches, and take it away at the end.

    Args:
        paths: The arguments.
        column: The column of records that holds the page.
        limit: So many inputs at most.
        quiet: Nobody wants to see it.
        data_on_stdout: The pages go there, which may be a terminal too.
    """
    if quiet or sys.stderr is None or not sys.stderr.isatty() or (data_on_stdout and output.on_terminal()):
        yield _Nothing()
        return
    from copydesk.cli import drawn  # rich's progress, which nobody sees in a pipe

    with drawn.progress() as progress:
        bar = Drawn(progress, limit)
        # A daemon: a run that is over does not wait to know how long it would have been.
        Thread(target=bar.count, args=(paths, column), daemon=True).start()
        yield bar


class Drawn:
    """A bar with a total that comes to be known on the way."""

    def __init__(self, progress: "Progress", limit: int | None) -> None:
        """The bar is there at once, without a total."""
        self._progress = progress
        self._task = progress.add_task("", total=None)
        self._limit = limit
        self._counted: int | None = None
        self._skipped = 0

    def count(self, paths: list[str], column: str | None) -> None:
        """Find out how many inputs there are."""
        from copydesk import intake

        counted = intake.count(paths, column=column)
        if counted is not None:
            self._counted = counted if self._limit is None else min(counted, self._limit)
            self._tell_total()

    def advance(self) -> None:
        """One input more is done."""
        self._progress.advance(self._task)

    def skip(self) -> None:
        """One input less is to be done."""
        self._skipped += 1
        self._tell_total()

    def _tell_total(self) -> None:
        if self._counted is not None:
            self._progress.update(self._task, total=self._counted - self._skipped)
