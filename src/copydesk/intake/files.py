"""Paths -> Pages: files, folders and standard input.

In go paths as somebody typed them, out comes one Page or one InputError for each input, in order; an input that fails
stands in its place as its error and stops nothing. Only regular files are opened, so that a pipe or a device cannot
hang the run; which of them are pages is told by content, never by name.
"""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from copydesk.errors import InputError, MissingInput, UnreadableInput
from copydesk.intake.content import page_from
from copydesk.intake.unpack import LIMIT, refuse_oversized
from copydesk.types import Page

_KINDS = {
    stat.S_IFIFO: "a named pipe, not a file; - reads standard input",
    stat.S_IFSOCK: "a socket, not a file",
    stat.S_IFCHR: "a device, not a file",
    stat.S_IFBLK: "a device, not a file",
}


@dataclass(frozen=True, slots=True)
class Input:
    """Something to read that nobody has opened yet: small, and fit to be handed to another process.

    Attributes:
        name: What its user knows it by; every error begins with it.
        path: The file it lies in; None for standard input.
        url: The address it was fetched from, if known.
        fetched_at: When it was fetched, ISO 8601, if known.
    """

    name: str
    path: Path | None
    url: str | None = None
    fetched_at: str | None = None


def inputs_from(
    paths: Iterable[str | Path], *, url: str | None = None, fetched_at: str | None = None
) -> Iterator[Input | InputError]:
    """The files behind paths, of folders and their folders, and standard input; nothing is opened.

    A folder's entries come sorted by name; hidden ones are skipped, links are followed, and each folder is entered once
    for each argument, so that a link back to a folder above ends there. A path that leads nowhere is its error.

    Args:
        paths: Files and folders; ``-`` is standard input (``./-`` is a file of that name).
        url: The address of the page: for callers that give one file.
        fetched_at: When it was fetched, ISO 8601.
    """
    for path in paths:
        if str(path) == "-":
            yield Input("<stdin>", None, url, fetched_at)
            continue
        if path == "":  # an unset variable of a shell, to Path the working folder
            yield MissingInput("''", "no such file or folder")
            continue
        for found in _files(Path(path)):
            yield found if isinstance(found, InputError) else Input(_name(found), found, url, fetched_at)


def page_of(source: Input) -> Page:
    """The page that an input holds.

    Raises:
        InputError: It cannot be read; the error holds nothing of the content.
    """
    try:
        content = _content(source.path, source.name) if source.path else _standard_input(source.name)
        return page_from(content, url=source.url, fetched_at=source.fetched_at, name=source.name)
    except InputError as error:
        # The frames of a traceback hold the content: whoever keeps the errors of a large run would keep that too.
        error.__cause__ = error.__context__ = None
        raise error.with_traceback(None) from None


def pages_from(
    paths: Iterable[str | Path], *, url: str | None = None, fetched_at: str | None = None
) -> Iterator[Page | InputError]:
    """The pages of :func:`inputs_from`; an input that fails is yielded as its error, in its place."""
    for source in inputs_from(paths, url=url, fetched_at=fetched_at):
        try:
            yield source if isinstance(source, InputError) else page_of(source)
        except InputError as error:
            yield error.with_traceback(None)


def _files(argument: Path) -> Iterator[Path | InputError]:
    """The argument itself, or the files below it, without recursion: folders nest deeper than calls may."""
    entered: set[tuple[int, int]] = set()
    waiting = [argument]
    empty = True
    while waiting:
        path = waiting.pop()
        try:
            entries = _entries(path, entered)
        except (OSError, ValueError) as error:
            yield _refusal(error, path)
            empty = False
            continue
        if entries is None:
            yield path
            empty = False
        else:
            waiting.extend(reversed(entries))
    if empty:
        yield MissingInput(_name(argument), "folder holds no file")


def _entries(path: Path, entered: set[tuple[int, int]]) -> list[Path] | None:
    """What a folder holds, nothing if it was entered before; ``None`` for what is no folder."""
    status = path.stat()
    if not stat.S_ISDIR(status.st_mode):
        return None
    folder = (status.st_dev, status.st_ino)
    if folder in entered:
        return []
    entered.add(folder)
    return sorted(entry for entry in path.iterdir() if not entry.name.startswith("."))


def _content(file: Path, name: str) -> bytes:
    try:
        status = file.stat()
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableInput(name, _KINDS.get(stat.S_IFMT(status.st_mode), "not a regular file"))
        refuse_oversized(status.st_size, name)
        with file.open("rb") as stream:
            return stream.read(LIMIT + 1)
    except OSError as error:
        raise _refusal(error, file) from error


def _standard_input(name: str) -> bytes:
    if sys.stdin is None:
        raise UnreadableInput(name, "standard input is closed")
    try:
        return sys.stdin.buffer.read(LIMIT + 1)
    except (OSError, ValueError) as error:  # ValueError: it was closed from within
        raise UnreadableInput(name, _reason(error)) from error


def _refusal(error: OSError | ValueError, path: Path) -> InputError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        reason = "a link to nothing" if path.is_symlink() else "no such file or folder"
        return MissingInput(_name(path), reason)
    return UnreadableInput(_name(path), _reason(error))


def _reason(error: OSError | ValueError) -> str:
    """The system's words, in the form of ours."""
    words = (isinstance(error, OSError) and error.strerror) or str(error)
    return words[:1].lower() + words[1:].rstrip(".")


def _name(path: Path) -> str:
    """The path as it can be printed and stored: a name that is not UTF-8 keeps what is."""
    return os.fsencode(path).decode("utf-8", "replace")
