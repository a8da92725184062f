"""Arguments -> files: folders walked, patterns matched, nothing opened.

In goes a path as somebody typed it, out come the files that it leads to, sorted, and for what leads nowhere its error.
Hidden entries are left out unless they are named, links are followed, and each folder is entered once for each
argument, so that a link back to a folder above ends there.
"""

import os
import re
import stat
from collections.abc import Iterable, Iterator
from fnmatch import translate
from pathlib import Path

from copydesk.errors import InputError, MissingInput, UnreadableInput
from copydesk.intake.decode import without_surrogates

_MAGIC = re.compile(r"[*?[]")
_ANY_DEPTH = "**"


def files_behind(argument: str | Path) -> Iterator[Path | InputError]:
    """The file itself, the files in a folder and its folders, or those that a pattern matches.

    A pattern is an argument with ``*``, ``?`` or ``[…]`` that no file is called. ``**`` as a whole part stands for
    folders of any depth; a folder that matches is walked; no file comes twice.
    """
    if argument == "":  # an unset variable of a shell, to Path the working folder
        yield MissingInput("''", "no such file or folder")
    elif _MAGIC.search(str(argument)) and not os.path.lexists(argument):
        yield from _matched(Path(argument))
    else:
        yield from _below(Path(argument))


def name_of(path: Path) -> str:
    """The path as it can be printed and stored: a name that is not UTF-8 keeps what is."""
    return without_surrogates(str(path))


def refusal(error: OSError | ValueError, path: Path) -> InputError:
    """The system's refusal of a path as the error of an input."""
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        reason = "a link to nothing" if path.is_symlink() else "no such file or folder"
        return MissingInput(name_of(path), reason)
    return UnreadableInput(name_of(path), words_of(error))


def words_of(error: Exception) -> str:
    """The words of a library or the system, in the form of ours: one line, no capital, no full stop."""
    words = (isinstance(error, OSError) and error.strerror) or (str(error).splitlines() or [type(error).__name__])[0]
    return words[:1].lower() + words[1:].rstrip(". ")


def _below(argument: Path) -> Iterator[Path | InputError]:
    """The argument itself, or the files below it, without recursion: folders nest deeper than calls may."""
    entered: set[tuple[int, int]] = set()
    waiting = [argument]
    empty = True
    while waiting:
        path = waiting.pop()
        try:
            entries = _entries(path, entered)
        except (OSError, ValueError) as error:
            yield refusal(error, path)
            empty = False
            continue
        if entries is None:
            yield path
            empty = False
        else:
            waiting.extend(reversed(entries))
    if empty:
        yield MissingInput(name_of(argument), "folder holds no file")


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


def _matched(pattern: Path) -> Iterator[Path | InputError]:
    matches: Iterable[Path] = [Path(pattern.anchor)]
    for part in pattern.relative_to(pattern.anchor).parts:
        if part == _ANY_DEPTH:
            matches = _folders_below(matches)
        elif _MAGIC.search(part):
            matches = _children(matches, part)
        else:
            matches = [folder / part for folder in matches if os.path.lexists(folder / part)]
    seen: set[Path | str] = set()
    for match in sorted(set(matches)):
        for found in _below(match):
            name = found.name if isinstance(found, InputError) else found
            if name not in seen:
                seen.add(name)
                yield found
    if not seen:
        yield MissingInput(name_of(pattern), "no file matches")


def _children(folders: Iterable[Path], part: str) -> Iterator[Path]:
    matches = re.compile(translate(part)).match
    for folder in folders:
        for entry in _listed(folder):
            if matches(entry.name) and (part.startswith(".") or not entry.name.startswith(".")):
                yield entry


def _folders_below(folders: Iterable[Path]) -> Iterator[Path]:
    """The folders and all folders in them; the standard library's way follows a loop of links forty times."""
    entered: set[tuple[int, int]] = set()
    waiting = list(folders)
    while waiting:
        folder = waiting.pop()
        try:
            entries = _entries(folder, entered)
        except (OSError, ValueError):
            continue
        if entries is not None:
            yield folder
            waiting.extend(entries)


def _listed(folder: Path) -> list[Path]:
    """What a folder holds; nothing if it is none or may not be listed: then nothing in it matches."""
    try:
        return list(folder.iterdir())
    except (OSError, ValueError):
        return []
