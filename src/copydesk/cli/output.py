"""The texts of pages -> stdout, and a word to the user -> stderr.

Every text is written and flushed in one piece: Ctrl-C waits until it stands, so what is there ends with a whole line.
A reader that has gone away (``| head``) ends the program quietly; a full disk ends it with a reason.
"""

import io
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, TextIO

import typer

from copydesk.cli import safe

if TYPE_CHECKING:
    from rich.console import RenderableType

    from copydesk.types import Article

__all__ = ["Form", "View", "on_terminal", "say", "series", "use_utf8"]

_READER_GONE = 141
"""What a shell shows for a program that SIGPIPE ended: 128 + 13."""


@dataclass(frozen=True, slots=True)
class Form:
    """How articles become one text.

    Attributes:
        page: The text of one article. It ends with a line break, unless ``between`` and ``closing`` begin with one.
        opening: What stands before the first.
        between: What stands between two.
        closing: What stands behind the last.
    """

    page: "Callable[[Article], str]"
    opening: str = ""
    between: str = ""
    closing: str = ""


def on_terminal() -> bool:
    """Whether a person rather than a program takes what is written."""
    return sys.stdout.isatty()


def use_utf8() -> None:
    """Make stdout UTF-8, as data is in every locale; a lone surrogate comes out as the escape JSON has for it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


@contextmanager
def series(form: Form) -> Iterator[Callable[[str], None]]:
    """Put texts on stdout with what the form wants around them; closed properly however the block ends."""
    begun = False

    def put(text: str) -> None:
        nonlocal begun
        lead = form.between if begun else form.opening
        begun = True
        _put(lead + text, sys.stdout)

    try:
        yield put
    finally:
        _put(form.closing if begun else form.opening + form.closing, sys.stdout)


def say(message: str) -> None:
    """Tell the user something: one safe line on stderr."""
    _put(f"copydesk: {safe.line(message)}\n", sys.stderr)


class View:
    """What turns renderables into strings for stdout as it is: its width, its colours, its encoding."""

    def __init__(self) -> None:
        """Look at stdout; a character its encoding lacks will become an escape."""
        from rich.console import Console  # not needed by --help, nor by data

        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="backslashreplace")
        self._console = Console(file=sys.stdout, highlight=False, markup=False, emoji=False)

    def render(self, thing: "RenderableType") -> str:
        """The lines of it, with colours if stdout shows them."""
        with self._console.capture() as capture:
            self._console.print(thing)
        return capture.get()


def _put(text: str, stream: TextIO) -> None:
    try:
        with _uninterrupted():
            stream.write(text)
            stream.flush()
    except OSError as error:
        # Python flushes the stream once more on its way out; the null device takes that in silence.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        if isinstance(error, BrokenPipeError):
            raise typer.Exit(_READER_GONE) from error
        say(f"cannot write: {error.strerror}")
        raise typer.Exit(1) from error


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Hold the first Ctrl-C back to the end of the block; the second one is obeyed at once."""
    if signal.getsignal(signal.SIGINT) is not signal.default_int_handler:
        yield  # started in the background, or under a handler of somebody else's
        return
    held = False

    def hold(_number: int, _frame: object) -> None:
        nonlocal held
        if held:
            raise KeyboardInterrupt
        held = True

    signal.signal(signal.SIGINT, hold)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
    if held:
        raise KeyboardInterrupt
