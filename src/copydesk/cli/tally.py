"""What became of the inputs -> the summary of a run and its exit code."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from copydesk.cli import values
from copydesk.cli.balance import Balance
from copydesk.errors import InputError, MissingInput

if TYPE_CHECKING:
    from copydesk.types import PageKind

__all__ = ["Exit", "Tally", "lasting"]

REASONS: Final = 100
"""Different reasons that are counted apart: a reason may name a place in its page, and no two be the same."""

TOLD: Final = 8
"""Reasons that the summary tells, the most frequent first."""

REST: Final = "other reasons"

PLURALS: Final = {"gallery": "galleries", "documentation": "documentation", "other": "other"}
"""Of the kinds of pages that do not take an s."""


class Exit(IntEnum):
    """What the process leaves with; 2 is typer's too, for arguments that make no sense."""

    ALL_READ = 0
    SOME_FAILED = 1
    WRONG_USAGE = 2
    NOTHING_FOUND = 3
    INTERRUPTED = 130  # as shells show it for a program that Ctrl-C ended: 128 + 2


@dataclass(slots=True)
class Tally:
    """How it went so far."""

    kinds: "Counter[PageKind]" = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    balance: Balance = field(default_factory=Balance)
    missing: int = 0
    skipped: int = 0
    began: float = field(default_factory=time.monotonic)

    def read(self, kind: "PageKind") -> None:
        """Count a page that gave an article."""
        self.kinds[kind] += 1

    def fail(self, error: InputError) -> None:
        """Count an input that gave none."""
        reason = error.reason if error.reason in self.reasons or len(self.reasons) < REASONS else REST
        self.reasons[reason] += 1
        self.missing += isinstance(error, MissingInput)

    def skip(self) -> None:
        """Count an input that was read in an earlier run."""
        self.skipped += 1

    @property
    def pages(self) -> int:
        """Articles, from this run."""
        return self.kinds.total()

    @property
    def failed(self) -> int:
        """Inputs without an article."""
        return self.reasons.total()

    @property
    def inputs(self) -> int:
        """Everything that was named, pages or not."""
        return self.pages + self.failed + self.skipped

    @property
    def seconds(self) -> float:
        """How long it has taken."""
        return time.monotonic() - self.began

    @property
    def exit(self) -> Exit:
        """The exit code that says so."""
        if self.missing == self.inputs:
            return Exit.NOTHING_FOUND
        return Exit.SOME_FAILED if self.failed else Exit.ALL_READ

    def lines(self) -> Iterator[str]:
        """``42 pages in 3.1 s: 36 articles, 6 section fronts; 3 failed``, then a line for each reason."""
        kinds = ", ".join(_of_kind(kind, count) for kind, count in self.kinds.most_common())
        pages = f"{values.counted(self.pages, 'page')} in {lasting(self.seconds)}"
        parts = [f"{pages}: {kinds}" if kinds else pages]
        if self.skipped:
            parts.append(f"{self.skipped:,} there already")
        if self.failed:
            parts.append(f"{self.failed:,} failed")
        yield "; ".join(parts)
        told = self.reasons.most_common(TOLD)
        yield from (f"{count:,} failed: {values.clip(reason, 200)}" for reason, count in told)
        if more := self.failed - sum(count for _, count in told):
            yield f"{more:,} failed for {values.counted(len(self.reasons) - TOLD, 'more reason')}"


def _of_kind(kind: "PageKind", count: int) -> str:
    return values.counted(count, kind.replace("_", " "), PLURALS.get(kind))


def lasting(seconds: float) -> str:
    """A span of time in the two units that matter: ``3.1 s``, or ``3 s`` of a whole number; ``2 h 05 min``."""
    if seconds < 59.5:
        return f"{seconds} s" if isinstance(seconds, int) else f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    if minutes < 60:
        return f"{minutes} min {rest:02} s"
    hours, minutes = divmod(minutes, 60)
    return f"{hours:,} h {minutes:02} min"
