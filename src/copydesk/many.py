"""Many pages in memory -> their articles, in order, one in the place of each page.

In go the values of a column, or rows that hold a page and its address; out comes for each of them an article, or the
error that says why there is none, so that results line up with whatever the pages came from. Both are taken lazily: a
million pages need no more memory than ten. Reading is done in this process or in workers. No file is opened here.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from functools import partial
from itertools import repeat
from math import isnan
from typing import Any, Final

from copydesk import intake, reading, workers
from copydesk.copies.lines import Recurring, Seen
from copydesk.errors import InputError
from copydesk.intake.records import Corpus, input_of
from copydesk.reading import together as look
from copydesk.types import Article

__all__ = ["articles"]

NAME: Final = "<pages>"
"""What messages and articles call the column; the number behind it counts from 1, as in files of records."""

PAGE: Final = "page"

MISSING: Final = frozenset({"NoneType", "NAType", "NaTType"})
"""Types of what tables hold in place of a value; a NaN is one too."""

WARMING: Final = "<!doctype html><title>Nerrin</title><h1>Nerrin</h1><p>The ferry sails again on Monday, the town said."
"""A worker reads it first, so that loading the models does not count as time of a page."""


def articles(  # noqa: PLR0913  the arguments of a public function
    pages: Iterable[bytes | str | Mapping[str, Any] | None],
    urls: Iterable[str | None] | None,
    fetched_at: str | None,
    *,
    jobs: int,
    deadline: float,
    together: bool = False,
) -> Iterator[Article | InputError]:
    """What :func:`copydesk.read_many` gives: the arguments are its own."""
    if isinstance(pages, str | bytes | Mapping):
        message = "pages is a single page: give a list of pages, or use copydesk.read"
        raise TypeError(message)
    lengths = (_length(pages), _length(urls))
    if None not in lengths and len(set(lengths)) > 1:
        message = "{} pages, {} urls".format(*lengths)
        raise ValueError(message)
    if jobs < 0:
        message = f"jobs is a number of processes, not {jobs}"
        raise ValueError(message)
    tasks = _inputs(pages, urls, fetched_at)
    limits = workers.Limits(deadline=deadline)
    if together:
        return _as_one(tasks, jobs, limits)
    return _from_workers(tasks, jobs, limits) if jobs else map(_article, tasks)


def _length(column: object) -> int | None:
    return len(column) if isinstance(column, Sized) else None


def _inputs(
    pages: Iterable[object], urls: Iterable[object] | None, fetched_at: str | None
) -> Iterator[intake.Input | InputError]:
    addresses = repeat(None) if urls is None else urls
    for number, (page, address) in enumerate(zip(pages, addresses, strict=urls is not None), 1):
        content, url = _plain(page), _plain(address)
        corpus = Corpus(NAME, None, None, url.strip() or None if isinstance(url, str) else None, fetched_at)
        if isinstance(content, Mapping):
            yield input_of({column: _plain(value) for column, value in content.items()}, number, corpus)
        else:
            yield input_of({PAGE: content}, number, Corpus(NAME, None, PAGE, corpus.url, fetched_at))


def _plain(value: Any) -> object:  # noqa: ANN401  a cell may be anything
    """What a cell holds, as Python has it: Arrow's wrapping is taken off, and nothing is None whoever wrote it."""
    if isinstance(value, str | bytes):
        return value
    if hasattr(value, "as_py"):
        return _plain(value.as_py())
    if isinstance(value, bytearray | memoryview):
        return bytes(value)
    missing = isnan(value) if isinstance(value, float) else type(value).__name__ in MISSING
    return None if missing else value


def _as_one(
    tasks: Iterable[intake.Input | InputError], jobs: int, limits: workers.Limits
) -> Iterator[Article | InputError]:
    """All pages are taken, and looked at, before the first is read."""
    from copydesk.copies.recurring import Census  # scipy, which nobody else here needs

    held, census = list(tasks), Census()
    for page in _seen_by_workers(held, jobs, limits) if jobs else map(_seen, held):
        if page is not None:
            census.add(page)
    recurring = census.recurring()
    yield from _from_workers(held, jobs, limits, recurring) if jobs else (_article(task, recurring) for task in held)


def _seen_by_workers(
    tasks: Iterable[intake.Input | InputError], jobs: int, limits: workers.Limits
) -> Iterator[Seen | None]:
    return (outcome.value for outcome in workers.run(tasks, _looking, jobs=jobs, limits=limits))


def _looking() -> Callable[[intake.Input | InputError], Seen | None]:
    return _seen


def _seen(task: intake.Input | InputError) -> Seen | None:
    """What a page is remembered by; one that cannot be read says why when it is read."""
    try:
        return None if isinstance(task, InputError) else look.seen(intake.page_of(task))
    except Exception:  # noqa: BLE001  it will fail again, and be named
        return None


def _article(task: intake.Input | InputError, recurring: Recurring | None = None) -> Article | InputError:
    if isinstance(task, InputError):
        return task
    try:
        page = intake.page_of(task)
        return reading.read_page(page, recurring) if recurring else reading.read_page(page)
    except InputError as error:
        return error.with_traceback(None)
    except Exception as error:  # noqa: BLE001  a fault in our own code must not cost the caller the other pages
        return InputError(task.name, f"{type(error).__name__}: {error}")


def _prepared(recurring: Recurring | None) -> Callable[[intake.Input | InputError], Article | InputError]:
    reading.read_page(intake.page_from(WARMING))
    return partial(_article, recurring=recurring)


def _from_workers(
    tasks: Iterable[intake.Input | InputError], jobs: int, limits: workers.Limits, recurring: Recurring | None = None
) -> Iterator[Article | InputError]:
    for outcome in workers.run(tasks, partial(_prepared, recurring), jobs=jobs, limits=limits):
        yield outcome.value or InputError(outcome.task.name, outcome.reason or "no reason given")
