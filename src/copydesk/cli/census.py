"""The first pass of a pile that is read together: every page is looked at, and what recurs in all of them is known.

A page that cannot be looked at says nothing here: it is named, with its reason, when it is read.
"""

from typing import TYPE_CHECKING

from copydesk.cli import output, sample
from copydesk.cli.tally import Exit
from copydesk.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copydesk.copies.lines import Recurring, Seen
    from copydesk.intake import Input

__all__ = ["prepared", "recurring"]


def recurring(tasks: "Iterator[Input | InputError]", jobs: int, deadline: float | None) -> "Recurring":
    """What recurs in the pages of a pile.

    Raises:
        typer.Exit: No worker can be started; the user was told.
    """
    import typer

    from copydesk import workers
    from copydesk.copies.recurring import Census

    census = Census()
    limits = workers.Limits() if deadline is None else workers.Limits(deadline=deadline)
    try:
        for outcome in workers.run(tasks, prepared, jobs=jobs, limits=limits):
            if outcome.value is not None:
                census.add(outcome.value)
    except workers.WorkerError as error:
        output.say(f"{error}; copydesk doctor tells more")
        raise typer.Exit(Exit.SOME_FAILED) from error
    return census.recurring()


def prepared() -> "Callable[[Input | InputError], Seen | None]":
    """What a worker is set up with: looking at a page, after the tables that it needs have been made."""
    from copydesk import intake
    from copydesk.reading import together

    together.seen(intake.page_from(sample.HTML, name="<sample>"))
    return _seen


def _seen(task: "Input | InputError") -> "Seen | None":
    from copydesk import intake
    from copydesk.reading import together

    try:
        return None if isinstance(task, InputError) else together.seen(intake.page_of(task))
    except InputError:
        return None
