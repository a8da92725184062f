"""One page -> its product: the work of a worker, from the file to the text that only waits to be written.

Everything that costs time happens here, so that the process that starts the workers has only to write. What a worker
is given passes between processes: a task is an input, or a page that the parent had to read itself (standard input
belongs to it alone), or the error of a path that led nowhere, which keeps its place among the others.
"""

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Generic, TypeVar

from copydesk.cli import balance, sample
from copydesk.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.copies.lines import Recurring
    from copydesk.intake import Input
    from copydesk.types import Article, Page, PageKind

__all__ = ["Made", "attempt", "prepared"]

P_co = TypeVar("P_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Made(Generic[P_co]):
    """What became of a page that was read: its kind and its balance, for the tally, and its product."""

    kind: "PageKind"
    product: P_co
    balance: balance.Balance


def prepared(
    make: "Callable[[Article], P_co]", recurring: "Recurring | None" = None
) -> "Callable[[Input | Page | InputError], Made[P_co] | InputError]":
    """What a worker is set up with: the work, after the models that it needs have been loaded.

    Loading takes half a second and would else count as time of the first page.
    """
    from copydesk import intake, reading

    reading.read_page(intake.page_from(sample.HTML, name="<sample>"))
    return partial(attempt, make, recurring=recurring)


def attempt(
    make: "Callable[[Article], P_co]", task: "Input | Page | InputError", recurring: "Recurring | None" = None
) -> "Made[P_co] | InputError":
    """Read a page and make its product; an input that cannot be read gives its error."""
    from copydesk import intake, reading
    from copydesk.types import Page

    if isinstance(task, InputError):
        return task
    try:
        page = task if isinstance(task, Page) else intake.page_of(task)
        article = reading.read_page(page, recurring) if recurring else reading.read_page(page)
    except InputError as error:
        return error.with_traceback(None)
    return Made(article.kind.value, make(article), balance.of(article))
