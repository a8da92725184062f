"""The options that commands share, once each: their names, their help and their limits."""

from typing import Annotated, Final

import typer

__all__ = [
    "Column",
    "Deadline",
    "Force",
    "Jobs",
    "Limit",
    "Out",
    "Paths",
    "Quiet",
    "Resume",
    "Strict",
    "Summary",
    "SummaryFile",
    "Together",
    "Url",
]

FORM: Final = "What comes out"
PLACE: Final = "Where it goes"
INPUT: Final = "What is read"
COURSE: Final = "How it runs"
ACCOUNT: Final = "What is told at the end"

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders (all pages in them), or - for stdin.", show_default=False),
]

Url = Annotated[
    str | None,
    typer.Option(
        metavar="URL",
        help="The address that the page came from; for a single page.",
        show_default=False,
        rich_help_panel=INPUT,
    ),
]

Column = Annotated[
    str | None,
    typer.Option(
        metavar="NAME",
        help="The column that holds the page, in files of records.",
        show_default=False,
        rich_help_panel=INPUT,
    ),
]

Limit = Annotated[
    int | None,
    typer.Option(metavar="N", min=1, help="Only the first N inputs.", show_default=False, rich_help_panel=INPUT),
]

Together = Annotated[
    bool,
    typer.Option(
        "--together",
        help="Read the pages as one pile: lines that recur beside different stories are no part of a body. "
        "Every page is read twice.",
        rich_help_panel=INPUT,
    ),
]

Jobs = Annotated[
    int | None,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=1,
        help="Worker processes. Without it, as many as there are CPUs, and none for a single page.",
        show_default=False,
        rich_help_panel=COURSE,
    ),
]

Deadline = Annotated[
    float | None,
    typer.Option(
        metavar="SECONDS",
        min=0.001,
        help="What one page may take in a worker; then it fails. 60 if not given.",
        show_default=False,
        rich_help_panel=COURSE,
    ),
]

Strict = Annotated[
    bool, typer.Option("--strict", help="End the run at the first failure, with exit code 1.", rich_help_panel=COURSE)
]

Quiet = Annotated[
    bool,
    typer.Option("--quiet", "-q", help="No progress and no summary; failures are still named.", rich_help_panel=COURSE),
]

Out = Annotated[
    str | None,
    typer.Option(
        "--out",
        "-o",
        metavar="FILE|DIR/",
        help="Write there, not to stdout. FILE's ending chooses the form if no option does; DIR/ gets a file a page.",
        show_default=False,
        rich_help_panel=PLACE,
    ),
]

Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Go on: read only the inputs that --out does not hold yet (JSON lines, CSV, Parquet, DIR/).",
        rich_help_panel=PLACE,
    ),
]

Force = Annotated[bool, typer.Option("--force", help="Overwrite what --out holds.", rich_help_panel=PLACE)]

Summary = Annotated[
    bool,
    typer.Option(
        "--summary",
        help="The characters that were kept and dropped, by role, as a table.",
        rich_help_panel=ACCOUNT,
    ),
]

SummaryFile = Annotated[
    str | None,
    typer.Option(
        metavar="FILE",
        help="The same, added to FILE as a line of JSON for each run.",
        show_default=False,
        rich_help_panel=ACCOUNT,
    ),
]
