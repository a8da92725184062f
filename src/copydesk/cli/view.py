"""Renderables -> text with the width, the colours and the encoding of stdout, in whatever process it is made."""

import io
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["View"]

WIDTH: Final = 120
"""Columns of a file, which has no width of its own."""


@dataclass(frozen=True, slots=True)
class View:
    """What there is to know of stdout for whoever draws for it: small, and fit to be handed to a worker.

    Attributes:
        width: Columns.
        styles: rich's name of the colour system; None where there is no style at all.
        colours: Whether styles may have colours.
        encoding: What stdout takes.
    """

    width: int
    styles: str | None
    colours: bool
    encoding: str

    @classmethod
    def of_stdout(cls) -> "View":
        """Look at stdout; from now on a character that its encoding lacks becomes an escape there."""
        from rich.console import Console  # not needed by --help, nor by data

        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        console = Console(file=sys.stdout)
        return cls(console.width, console.color_system, not console.no_color, console.encoding)

    @classmethod
    def of_file(cls) -> "View":
        """What is drawn into a file: plain, and as wide as a page is read well."""
        return cls(WIDTH, None, colours=False, encoding="utf-8")

    def render(self, thing: "RenderableType") -> str:
        """The lines of it."""
        console = _console(self)
        with console.capture() as capture:
            console.print(thing)
        return capture.get()


@cache
def _console(view: View) -> "Console":
    from rich.console import Console

    return Console(
        file=io.TextIOWrapper(io.BytesIO(), view.encoding),
        width=view.width,
        color_system=view.styles,  # type: ignore[arg-type]  # rich's own word for it, typed as one of a few literals
        force_terminal=view.styles is not None,
        no_color=not view.colours,
        legacy_windows=False,
        highlight=False,
        markup=False,
        emoji=False,
    )
