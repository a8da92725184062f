"""``copydesk copies``: the families of passages in a pile of pages, with who has how much of each."""

from pathlib import Path
from typing import Annotated

import typer

from copydesk.cli import faces, leaves, options, output, run
from copydesk.cli.gathered import Gathered
from copydesk.cli.piles import Disk, Memory
from copydesk.cli.tally import Exit
from copydesk.errors import StoreError

__all__ = ["copies"]

Json = Annotated[
    bool,
    typer.Option(
        "--json",
        help="All pages, overlaps and families as one JSON object, with the texts and the places of passages in them.",
        rich_help_panel=options.FORM,
    ),
]
Raw = Annotated[
    bool,
    typer.Option(
        "--raw",
        help="Compare all words of the pages instead of the articles found in them.",
        rich_help_panel=options.INPUT,
    ),
]
Every = Annotated[
    bool,
    typer.Option("--all", help="Every page of every family, however many.", rich_help_panel=options.FORM),
]

Index = Annotated[
    Path | None,
    typer.Option(
        metavar="DIR",
        help="Keep the pages' passages in this folder: pages that it holds are not read again, new ones are added.",
        show_default=False,
        rich_help_panel=options.PLACE,
    ),
]


def copies(  # noqa: PLR0913  a parameter is an option
    paths: options.Paths,
    *,
    as_json: Json = False,
    raw: Raw = False,
    every: Every = False,
    index: Index = None,
    column: options.Column = None,
    limit: options.Limit = None,
    jobs: options.Jobs = None,
    deadline: options.Deadline = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
) -> None:
    """Find the passages that pages share, and the pages that have them.

    What pages of a site have in common whatever their story is left out of account. The more pages, the better it is
    told.
    """
    pile = run.pile(paths, url=None, column=column, limit=limit)
    face = faces.Data(raw=raw) if as_json else faces.Shown(every=every)
    course = run.Course(jobs, deadline, strict, quiet, kept=index)
    try:
        gathered = Gathered(Disk(index, raw=raw) if index else Memory(texts=as_json), face)
        raise typer.Exit(run.run(pile, course, leaves.raw_leaf if raw else leaves.leaf, gathered))
    except StoreError as error:
        output.say(str(error))
        raise typer.Exit(Exit.SOME_FAILED) from error
