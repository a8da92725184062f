"""The command line: one file a command, built on typer and rich.

In: arguments. Out: data on stdout, talk on stderr, an exit code (:class:`copydesk.cli.tally.Exit`). It decides
nothing about pages: it hands them to ``intake`` and ``reading`` and shows what comes back. What is heavy (rich, the
parser, the models) is imported inside the functions that need it, so that ``copydesk --help`` answers at once.

The way of a run: ``options`` are shared by the commands; ``run`` takes the inputs through ``work``, here or in workers,
to one of the ``sinks``; ``forms`` say what is made of an article, ``destination`` where it goes, ``resume`` what is
there already, ``tally`` how it went; ``census`` looks at all pages first, if they are read together.
"""

from collections.abc import Callable
from typing import Annotated

import typer

from copydesk import __version__
from copydesk.cli import output
from copydesk.cli.check import check
from copydesk.cli.copies import copies
from copydesk.cli.diff import diff
from copydesk.cli.doctor import doctor
from copydesk.cli.read import read
from copydesk.cli.usage import Command, Group

__all__ = ["app", "main"]

EXIT_CODES = (
    "Exit codes: 0 every page was read, 1 some failed, 2 wrong usage, 3 nothing was found to read, 130 interrupted."
)

app = typer.Typer(
    name="copydesk",
    cls=Group,
    rich_markup_mode="rich",
    no_args_is_help=True,
    # A traceback belongs into a bug report as Python prints it, without the values of local variables.
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"copydesk {__version__}")
        raise typer.Exit


@app.callback(epilog=EXIT_CODES)
def _copydesk(
    *,
    version: Annotated[
        bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Read news pages: the article, every part of its page, and the evidence for each.

    A page is saved HTML, or text that someone scraped.
    """


def _command(function: Callable[..., None], example: str, exit_codes: str = EXIT_CODES) -> None:
    app.command(cls=Command, epilog=f"{exit_codes}\n\nExample: copydesk {example}")(function)


_command(check, "check saved-pages/")
_command(read, "read --jsonl --out articles.jsonl saved-pages/")
_command(copies, "copies saved-pages/")
_command(diff, "diff original.html copy.html")
_command(doctor, "doctor --json", "Exit codes: 0 all is well, 1 something is not.")


def main() -> None:
    """Run ``copydesk`` on the arguments of the process and leave with its exit code."""
    output.heed_termination()
    app(prog_name="copydesk")
