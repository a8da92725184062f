"""Bytes and words that leave the process: whole texts to stdout or a file, a word to the user on stderr.

Every text is written in one piece: Ctrl-C waits until it stands, so what is there ends with a whole line. A reader
that has gone away (``| head``) ends the program quietly; a full disk ends it with a reason.
"""

import errno
import io
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType
from typing import Final, TextIO

import typer

from copydesk.cli import safe

__all__ = [
    "Lines",
    "Stdout",
    "cannot_write",
    "heed_termination",
    "on_terminal",
    "say",
    "show",
    "uninterrupted",
    "use_utf8",
]

_READER_GONE: Final = 141
"""What a shell shows for a program that SIGPIPE ended: 128 + 13."""


def on_terminal() -> bool:
    """Whether a person rather than a program takes what is written."""
    return sys.stdout is not None and sys.stdout.isatty()


def use_utf8() -> None:
    """Make stdout UTF-8, as data is in every locale; a lone surrogate comes out as the escape JSON has for it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")


def say(message: str, *, verbatim: str = "") -> None:
    """Tell the user something: one safe line on stderr.

    Args:
        message: Words, of any origin; white space in them is folded.
        verbatim: What stands behind them with every blank it has, such as a command to be copied.
    """
    if sys.stderr is not None:  # the shell's 2>&-
        _put(f"copydesk: {safe.line(message)}{' ' * bool(verbatim)}{safe.lines(verbatim)}\n", sys.stderr)


def show(text: str) -> None:
    """Show the user something of several lines on stderr, laid out as it is: words of ours, never of a page."""
    if sys.stderr is not None:
        _put(text, sys.stderr)


class Stdout:
    """Stdout as it is when something is written, for whoever writes whole texts."""

    def write(self, text: str) -> None:
        """Write and flush the text in one piece.

        Raises:
            typer.Exit: Nobody takes it; the user was told.
        """
        if sys.stdout is None:  # the shell's >&-
            raise cannot_write(OSError(errno.EBADF, "standard output is closed"))
        _put(text, sys.stdout)

    def close(self) -> None:
        """Stdout is not ours to close."""


class Lines:
    """A file that grows by whole texts."""

    def __init__(self, path: Path, *, go_on: bool) -> None:
        """Open it.

        Args:
            path: A file, there or not; or a device, or a pipe.
            go_on: Write behind what it holds, instead of over it.

        Raises:
            OSError: The system refuses.
        """
        self._name = str(path)
        self._file = path.open("ab" if go_on else "wb", buffering=0)

    def write(self, text: str) -> None:
        """Write the text in one piece, or take back what was written of it.

        Raises:
            typer.Exit: The system refuses; the user was told.
        """
        rest = memoryview(text.encode("utf-8", "backslashreplace"))
        before = os.fstat(self._file.fileno()).st_size
        try:
            with uninterrupted():
                while rest:
                    rest = rest[self._file.write(rest) :]
        except (OSError, KeyboardInterrupt) as error:
            with suppress(OSError):  # a device or a pipe cannot take anything back
                self._file.truncate(before)
            if isinstance(error, OSError):
                raise cannot_write(error, self._name) from error
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()


def cannot_write(error: OSError, name: str = "") -> typer.Exit:
    """Tell why and give the exit that follows; of a reader that has gone away, only the exit."""
    if isinstance(error, BrokenPipeError):
        return typer.Exit(_READER_GONE)
    say(f"cannot write{' ' * bool(name)}{name}: {error.strerror}")
    return typer.Exit(1)


def _put(text: str, stream: TextIO) -> None:
    try:
        with uninterrupted():
            stream.write(text)
            stream.flush()
    except OSError as error:
        # Python flushes the stream once more on its way out; the null device takes that in silence.
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
        raise cannot_write(error) from error


def heed_termination() -> None:
    """Take SIGTERM, by which services and batch systems stop a run, for Ctrl-C: what was read is put away."""
    if threading.current_thread() is threading.main_thread() and signal.getsignal(signal.SIGTERM) is signal.SIG_DFL:
        signal.signal(signal.SIGTERM, _terminated)


def _terminated(number: int, frame: FrameType | None) -> None:
    interrupt = signal.getsignal(signal.SIGINT)
    # A shell starts what is in the background deaf to Ctrl-C.
    (interrupt if callable(interrupt) else signal.default_int_handler)(number, frame)


@contextmanager
def uninterrupted() -> Iterator[None]:
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
