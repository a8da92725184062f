"""``--out``, ``--resume``, ``--force`` -> a sink, or a refusal before anything is read or written.

What is there is never overwritten unasked: going on (``--resume``) and starting over (``--force``) have to be said.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from copydesk.cli import output, safe
from copydesk.cli.forms import TABLES, Form, Format
from copydesk.cli.resume import NotOurs, csv_rows, json_lines
from copydesk.cli.sinks import Folder, Series

if TYPE_CHECKING:
    from copydesk.cli.parquet import Parts

__all__ = ["Destination", "choose"]

RESUMABLE: Final = "JSON lines, CSV, Parquet or a folder (--out DIR/)"


PACKED: Final = frozenset({".gz", ".bz2", ".xz", ".zst", ".zip"})
"""Endings that promise what nobody here does: whoever unpacks such a file would find it broken."""


@dataclass(frozen=True, slots=True)
class Destination:
    """A place for products of one format that has been found fit for them.

    Attributes:
        format: The format.
        path: A file or a folder; None for stdout.
        folder: It is, or becomes, a folder: with a file a page, or with the parts of a table.
        resume: What it holds is kept and gone on with.
    """

    format: Format
    path: Path | None = None
    folder: bool = False
    resume: bool = False

    @property
    def a_file_a_page(self) -> bool:
        """Whether every page gets a file of its own."""
        return self.folder and self.format is not Format.PARQUET

    @property
    def resumable(self) -> bool:
        """Whether a later run can go on with what this one leaves."""
        return self.path is not None and (self.folder or self.format in TABLES)

    def texts(self, form: Form) -> Series | Folder:
        """The sink for texts."""
        if self.path is None:
            if self.format is not Format.EXPLAIN:
                output.use_utf8()
            return Series(form, output.Stdout())
        with _refusals():
            if self.folder:
                return Folder(self.path, self.format.suffix, resume=self.resume)
            if not self.resume or not self.path.exists():
                return Series(form, output.Lines(self.path, go_on=False))
            held = (csv_rows if self.format is Format.CSV else json_lines)(self.path)
            os.truncate(self.path, held.size)
            return Series(form, output.Lines(self.path, go_on=True), held=held.names, begun=held.size > 0)

    def rows(self) -> "Parts":
        """The sink for rows of Parquet."""
        from copydesk.cli import parquet

        with _refusals():
            return parquet.Parts(self.path or Path(), resume=self.resume)


def choose(format_: Format, out: str | None, *, resume: bool, force: bool) -> Destination:
    """The destination that the options name.

    Raises:
        typer.BadParameter: They contradict each other, or there is something that nobody said to overwrite.
    """
    folder = out is not None and (format_ is Format.PARQUET or out.endswith(("/", os.sep)) or Path(out).is_dir())
    chosen = Destination(format_, None if out is None else Path(out), folder, resume)
    objection = _objection_to_stdout(chosen, force) if out is None else _objection(chosen, Path(out), force)
    if objection:
        option, message = objection
        raise typer.BadParameter(message, param_hint=option)
    return chosen


def _objection_to_stdout(chosen: Destination, force: bool) -> tuple[str, str] | None:
    """What stands against writing to stdout: an option and the reason."""
    if chosen.resume or force:
        return "--resume" if chosen.resume else "--force", "it needs --out"
    if chosen.format is Format.PARQUET:
        return "--parquet", "it needs --out: a table of Parquet files is no stream"
    return None


def _objection(chosen: Destination, path: Path, force: bool) -> tuple[str, str] | None:
    """What stands against writing there: an option and the reason."""
    told = safe.line(str(path))
    if chosen.resume and force:
        return "--resume", "it keeps what --force overwrites"
    if chosen.folder and chosen.format in TABLES:
        return "--out", f"{chosen.format} goes into one file, and {told} is a folder"
    if chosen.resume and not chosen.resumable:
        return "--resume", f"{chosen.format} in one file cannot be gone on with; {RESUMABLE} can"
    if not chosen.folder and path.suffix.lower() in PACKED:
        return "--out", f"nothing is packed here; leave {path.suffix} away, or pack what comes on stdout"
    if not path.absolute().parent.is_dir():
        return "--out", f"there is no folder {safe.line(str(path.absolute().parent))}"
    if chosen.folder and path.exists() and not path.is_dir():
        return "--out", f"{told} is no folder"
    if not chosen.resume and not force and _is_in_use(path):
        return "--out", f"{told} exists; --resume goes on with it, --force overwrites it"
    return None


def _is_in_use(path: Path) -> bool:
    """Whether something would be lost: an empty file or folder, a device and a pipe have nothing to lose."""
    if path.is_dir():
        return any(path.iterdir())
    return path.is_file() and path.stat().st_size > 0


@contextmanager
def _refusals() -> Iterator[None]:
    """What is wrong with a place shows when it is opened: wrong usage too, for nothing has been read yet."""
    try:
        yield
    except NotOurs as error:
        raise typer.BadParameter(safe.line(str(error)), param_hint="--resume") from error
    except OSError as error:
        message = safe.line(f"{error.filename}: {error.strerror}")
        raise typer.BadParameter(message, param_hint="--out") from error
