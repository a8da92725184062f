"""Arguments -> pages, one after another, what fails told on stderr; at the end a tally and an exit code.

One bad page never stops the others, whatever is wrong with it.
"""

from collections import Counter
from dataclasses import dataclass, field
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from copydesk.cli import output, values
from copydesk.errors import InputError, MissingInput

if TYPE_CHECKING:
    from copydesk.types import Article, Page, PageKind

__all__ = ["Exit", "Paths", "Tally", "Url", "are_several", "each"]

Paths = Annotated[
    list[str],
    typer.Argument(metavar="PATH", help="Files, folders (all pages in them), or - for stdin.", show_default=False),
]
Url = Annotated[
    str | None,
    typer.Option(metavar="URL", help="The address that the page came from; for a single page.", show_default=False),
]


class Exit(IntEnum):
    """What the process leaves with; 2 is typer's, for arguments that make no sense."""

    ALL_READ = 0
    SOME_FAILED = 1
    WRONG_USAGE = 2
    NOTHING_FOUND = 3


@dataclass(slots=True)
class Tally:
    """How it went so far."""

    kinds: "Counter[PageKind]" = field(default_factory=Counter)
    failed: int = 0
    missing: int = 0

    def fail(self, error: InputError) -> None:
        """Count an input that gave no article."""
        self.failed += 1
        self.missing += isinstance(error, MissingInput)

    @property
    def inputs(self) -> int:
        """Everything that was named, pages or not."""
        return self.kinds.total() + self.failed

    @property
    def exit(self) -> Exit:
        """The exit code that says so."""
        if self.missing == self.inputs:
            return Exit.NOTHING_FOUND
        return Exit.SOME_FAILED if self.failed else Exit.ALL_READ

    def __str__(self) -> str:
        """One line: ``42 pages: 36 article, 4 section front, 2 wall; 3 failed``."""
        kinds = ", ".join(f"{count:,} {kind.replace('_', ' ')}" for kind, count in self.kinds.most_common())
        pages = values.counted(self.kinds.total(), "page") + (f": {kinds}" if kinds else "")
        return f"{pages}; {self.failed:,} failed" if self.failed else pages


def are_several(paths: list[str]) -> bool:
    """Whether more than one page can come of them: so by the arguments, not by what a folder holds today."""
    return len(paths) > 1 or Path(paths[0]).is_dir()


def each(paths: list[str], url: str | None, form: output.Form) -> Tally:
    """Read every page and put it out in its form.

    Args:
        paths: The arguments as the user gave them.
        url: The address of a single page.
        form: What makes the text of an article. An exception of its ``page`` is that page's failure.

    Raises:
        typer.BadParameter: There is a ``url``, and more than one page that it could be the address of.
    """
    if url is not None and are_several(paths):
        message = "it is the address of one page, and there may be several"
        raise typer.BadParameter(message, param_hint="--url")
    from copydesk import intake  # what tells encodings apart is not needed by --help

    tally = Tally()
    with output.series(form) as put:
        for page in intake.pages_from(paths, url=url):
            made = page if isinstance(page, InputError) else _attempt(page, form)
            if isinstance(made, InputError):
                tally.fail(made)
                output.say(str(made))
            else:
                article, text = made
                tally.kinds[article.kind.value] += 1
                put(text)
    return tally


def _attempt(page: "Page", form: output.Form) -> "tuple[Article, str] | InputError":
    from copydesk import reading  # parser and models are not needed by --help

    try:
        article = reading.read_page(page)
        return article, form.page(article)
    except InputError as error:
        return error
    except Exception as error:  # noqa: BLE001  a fault in our own code must not cost the user the other pages
        return InputError(page.name, f"{type(error).__name__}: {error}")
