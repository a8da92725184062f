"""The course of a run: inputs, through this process or through workers, to a sink.

One bad page never stops the others, whatever is wrong with it, unless the user asked for that: it is named with its
reason and counted. A single page is read in this process; several are read in workers, so that one which hangs or
crashes costs no other. Inputs are found while pages are read: a million of them need no more memory than ten.
"""

import re
import shlex
import sys
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import typer

from copydesk.cli import machine, output, progress, work
from copydesk.cli.tally import Exit, Tally
from copydesk.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator

    from copydesk.cli.destination import Destination
    from copydesk.cli.sinks import Sink
    from copydesk.cli.summary import Summary
    from copydesk.cli.work import Made
    from copydesk.copies.lines import Recurring
    from copydesk.intake import Input
    from copydesk.types import Article, Page
    from copydesk.workers import Outcome

__all__ = ["Course", "Pile", "pile", "run"]

T = TypeVar("T")
P = TypeVar("P")


@dataclass(frozen=True, slots=True)
class Course:
    """How the user wants it to run.

    Attributes:
        jobs: Workers; None to let the inputs decide.
        deadline: Seconds for a page; None for the default.
        strict: The first failure ends the run.
        quiet: No progress, no summary.
        summary: What is told of the characters of the pages, if anything is.
        kept: A folder of ours; what lies in it is no page.
    """

    jobs: int | None = None
    deadline: float | None = None
    strict: bool = False
    quiet: bool = False
    summary: "Summary | None" = None
    kept: Path | None = None


@dataclass(frozen=True, slots=True)
class Pile:
    """What there is to read.

    Attributes:
        paths: The arguments as the user gave them.
        inputs: What they lead to, found as it is taken.
        several: Whether more than one page can come of them.
        again: Gives the inputs anew; None unless they are to be read together.
        column: The column of records that holds the page.
        limit: So many inputs at most.
    """

    paths: list[str]
    inputs: "Iterator[Input | InputError]"
    several: bool
    column: str | None
    limit: int | None
    again: "Callable[[], Iterator[Input | InputError]] | None" = None


class _Enough(Exception):
    """An input failed, and the user wanted the run to end with the first."""


def pile(paths: list[str], *, url: str | None, column: str | None, limit: int | None, together: bool = False) -> Pile:
    """The inputs behind the arguments.

    Raises:
        typer.BadParameter: There is a ``url``, and more than one page that it could be the address of; or standard
            input is to be read twice.
    """
    if together and "-" in paths:
        message = "every page is read twice, and stdin can be read once: give files or folders"
        raise typer.BadParameter(message, param_hint="--together")
    from copydesk import intake  # what tells encodings apart is not needed by --help

    # By the arguments, not by what a folder holds today; of a file, by whether it holds several records.
    several = len(paths) > 1 or Path(paths[0]).is_dir()
    inputs = intake.inputs_from(paths, url=url, column=column)
    if not several:
        head = list(islice(inputs, 2))
        several, inputs = len(head) > 1, chain(head, inputs)
    if several and url is not None:
        message = "it is the address of one page, and there may be several"
        raise typer.BadParameter(message, param_hint="--url")

    def again() -> "Iterator[Input | InputError]":
        return islice(intake.inputs_from(paths, url=url, column=column), limit)

    return Pile(paths, islice(inputs, limit), several, column, limit, again if together else None)


def run(
    pile: Pile, course: Course, make: "Callable[[Article], P]", sink: "Sink[P]", place: "Destination | None" = None
) -> Exit:
    """Read every page and hand its product to the sink; tell failures, and at the end how it went.

    Args:
        pile: What there is to read.
        course: How.
        make: Makes the product of an article. An exception of it is that page's failure.
        sink: Where the products go; closed in the end, however the run ends.
        place: What the sink writes to, if the user chose it.

    Raises:
        typer.Exit: The user pressed Ctrl-C, or the output cannot be written.
    """
    tally = Tally()
    out = place.path if place else None
    try:
        with (
            progress.shown(
                pile.paths, column=pile.column, limit=pile.limit, quiet=course.quiet, data_on_stdout=out is None
            ) as bar,
            closing(sink),
        ):
            own = _own(pile, out, course)
            recurring = _recurring(pile, own, course)
            tasks = _tasks(pile, sink, own, tally, bar)
            _read_all(_outcomes(tasks, make, course, recurring), course, sink, tally, bar)
    except _Enough:
        pass  # the sink knows by it that not all pages came
    except KeyboardInterrupt:
        _sum_up(tally, course, told=not course.quiet)
        _tell_how_to_go_on(place)
        raise typer.Exit(Exit.INTERRUPTED) from None
    _sum_up(tally, course, told=tally.inputs > 1 and not course.quiet)  # a single input speaks for itself
    return Exit.SOME_FAILED if course.strict and tally.failed else tally.exit


def _read_all(
    outcomes: "Generator[tuple[str, Made[P] | InputError]]",
    course: Course,
    sink: "Sink[P]",
    tally: Tally,
    bar: progress.Bar,
) -> None:
    with closing(outcomes):
        for name, result in outcomes:
            if isinstance(result, InputError):
                tally.fail(result)
                output.say(str(result))
                if course.strict:
                    raise _Enough
            else:
                tally.read(result.kind)
                tally.balance.add(result.balance)
                sink.put(name, result.product)
            bar.advance()


def _tasks(
    pile: Pile, sink: "Sink[P]", own: list[Path], tally: Tally, bar: progress.Bar
) -> "Iterator[Input | Page | InputError]":
    """The inputs that are to be read, in a form that can be handed to a worker."""
    for source in _others(pile.inputs, own):
        if isinstance(source, InputError):
            yield source
        elif sink.holds(source):
            tally.skip()
            bar.skip()
        else:
            yield _from_stdin(source) if source.path is None and source.content is None else source


def _others(inputs: "Iterable[Input | InputError]", own: list[Path]) -> "Iterator[Input | InputError]":
    """The inputs that this run does not write itself."""
    return (each for each in inputs if not own or not any(map(_file_of(each).resolve().is_relative_to, own)))


def _recurring(pile: Pile, own: list[Path], course: Course) -> "Recurring | None":
    """What recurs in the pile, those pages among it that an earlier run has read; None where each stands for itself."""
    if pile.again is None:
        return None
    from copydesk.cli import census

    found, tasks = _ahead(_others(pile.again(), own), 2)
    if found < 2:
        return None
    return census.recurring(tasks, course.jobs or machine.cpus().value, course.deadline)


def _own(pile: Pile, out: Path | None, course: Course) -> list[Path]:
    """What this run writes among its inputs: it is not to be read."""
    written = [path.resolve() for path in (out, course.summary and course.summary.path, course.kept) if path]
    folders = [Path(path).resolve() for path in pile.paths]
    return [own for own in written if any(map(own.is_relative_to, folders))]


def _file_of(source: "Input | InputError") -> Path:
    """The file that an input lies in; an error has only its name, with the number of the record behind it."""
    if isinstance(source, InputError):
        return Path(re.sub(r":\d+$", "", source.name))
    return source.path or Path(source.name)


def _from_stdin(source: "Input") -> "Page | InputError":
    """Read here what no worker can: standard input belongs to this process."""
    from copydesk import intake

    try:
        return intake.page_of(source)
    except InputError as error:
        return error


def _outcomes(
    tasks: "Iterator[Input | Page | InputError]",
    make: "Callable[[Article], P]",
    course: Course,
    recurring: "Recurring | None",
) -> "Generator[tuple[str, Made[P] | InputError]]":
    """What becomes of each task, in their order, with its name."""
    enough = 2 if course.jobs is None and course.deadline is None else 1
    found, tasks = _ahead(tasks, enough)
    if found < enough:
        for task in tasks:
            yield task.name, _attempt_here(make, task, recurring)
        return
    from copydesk import workers  # whoever reads a single page needs none

    limits = workers.Limits() if course.deadline is None else workers.Limits(deadline=course.deadline)
    jobs = course.jobs or machine.cpus().value
    try:
        for outcome in workers.run(tasks, partial(work.prepared, make, recurring), jobs=jobs, limits=limits):
            yield outcome.task.name, _result(outcome)
    except workers.WorkerError as error:
        output.say(f"{error}; copydesk doctor tells more")
        raise typer.Exit(Exit.SOME_FAILED) from error


def _ahead(tasks: "Iterable[T | InputError]", enough: int) -> "tuple[int, Iterator[T | InputError]]":
    """How many tasks there are that want work, counted up to what is enough to know; and all of the tasks."""
    head: list[T | InputError] = []
    found = 0
    source = iter(tasks)
    while found < enough:
        try:
            head.append(next(source))
        except StopIteration:
            break
        found += not isinstance(head[-1], InputError)
    return found, chain(head, source)


def _attempt_here(
    make: "Callable[[Article], P]", task: "Input | Page | InputError", recurring: "Recurring | None"
) -> "Made[P] | InputError":
    try:
        return work.attempt(make, task, recurring)
    except Exception as error:  # noqa: BLE001  a fault in our own code must not cost the user the other pages
        return InputError(task.name, f"{type(error).__name__}: {error}")


def _result(outcome: "Outcome[Input | Page | InputError, Made[P] | InputError]") -> "Made[P] | InputError":
    if outcome.value is None:
        return InputError(outcome.task.name, outcome.reason or "no reason given")
    return outcome.value


def _sum_up(tally: Tally, course: Course, *, told: bool) -> None:
    if told:
        for line in tally.lines():
            output.say(line)
    if course.summary:
        course.summary.give(tally)


def _tell_how_to_go_on(place: "Destination | None") -> None:
    if place is None:
        output.say("interrupted")
    elif place.resumable:
        command, *rest = [word for word in sys.argv[1:] if word not in {"--force", "--resume"}]
        output.say("interrupted; go on with:", verbatim=shlex.join(["copydesk", command, "--resume", *rest]))
    else:
        output.say("interrupted; a run that writes --out FILE as JSON lines, CSV or Parquet, or --out DIR/, can go on")
