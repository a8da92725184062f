"""The progress bar itself: what rich draws on stderr."""

from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn
from rich.text import Text

from copydesk.cli import safe
from copydesk.cli.tally import lasting

if TYPE_CHECKING:
    from rich.progress import Task

__all__ = ["Figures", "progress"]


def progress() -> Progress:
    """A bar for stderr that is gone when it ends; what is said meanwhile stands above it."""
    # What is said is one line, however long: the terminal folds it, and whoever copies it gets it whole.
    console = Console(stderr=True, highlight=False, soft_wrap=True)
    bar = BarColumn(bar_width=24)
    return Progress(
        bar, Figures(console.encoding), console=console, transient=True, redirect_stdout=False, refresh_per_second=4
    )


class Figures(ProgressColumn):
    """``512 of 1,497 pages · 43/s · 23 s left``, as far as it is known."""

    def __init__(self, encoding: str) -> None:
        """The encoding says which marks the terminal has."""
        super().__init__()
        self._encoding = encoding

    def render(self, task: "Task") -> Text:
        """The figures of the moment."""
        done = f"{task.completed:,.0f}"
        parts = [f"{done} pages" if task.total is None else f"{done} of {task.total:,.0f} pages"]
        if task.speed:
            parts.append(f"{task.speed:,.0f}/s" if task.speed >= 10 else f"{task.speed:.1f}/s")
        if task.time_remaining is not None:
            parts.append(f"{lasting(round(task.time_remaining))} left")
        return Text(safe.line(" · ".join(parts), encoding=self._encoding), "dim")
