"""``--out``, ``--resume``, ``--force`` -> a sink, or a refusal before anything is read or written.

What is there is never overwritten unasked: going on (``--resume``) and starting over (``--force``) have to be said.
"""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from copydesk.cli import output, resume
from copydesk.cli.forms import TABLES, Form, Format
from copydesk.cli.sinks import Folder, Series

if TYPE_CHECKING:
    from copydesk.cli.parquet import Parts

__all__ = ["Destination", "choose"]

RESUMABLE: Final = "JSON lines, CSV, Parquet or a folder (--out DIR/)"


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
            held = (resume.csv_rows if self.format is Format.CSV else resume.json_lines)(self.path)
            os.truncate(self.path, held.size)
            return Series(form, output.Lines(self.path, go_on=True), held=held.names, begun=held.size > 0)

    def rows(self) -> "Parts":
        """The sink for rows of Parquet."""
        from copydesk.cli import parquet

        assert self.path is not None
        with _refusals():
            return parquet.Parts(self.path, resume=self.resume)


def choose(format_: Format, out: str | None, *, resume: bool, force: bool) -> Destination:
    """The destination that the options name.

    Raises:
        typer.BadParameter: They contradict each other, or there is something that nobody said to overwrite.
    """
    if out is None:
        if resume or force:
            raise _refusal("it needs --out", "--resume" if resume else "--force")
        if format_ is Format.PARQUET:
            raise _refusal("a table of Parquet files is no stream; it needs --out", "--parquet")
        return Destination(format_)
    if resume and force:
        raise _refusal("--resume keeps what --force overwrites", "--resume")
    path = Path(out)
    folder = format_ is Format.PARQUET or out.endswith(("/", os.sep)) or path.is_dir()
    if folder and format_ in TABLES:
        raise _refusal(f"{format_} goes into one file, and this is a folder: {out}", "--out")
    chosen = Destination(format_, path, folder, resume)
    if resume and not chosen.resumable:
        raise _refusal(f"{format_} in one file cannot be gone on with; {RESUMABLE} can", "--resume")
    if not path.absolute().parent.is_dir():
        raise _refusal(f"there is no folder {path.absolute().parent}", "--out")
    if folder and path.exists() and not path.is_dir():
        raise _refusal(f"{out} is no folder", "--out")
    if not resume and not force and _is_in_use(path):
        raise _refusal(f"{out} exists; --resume goes on with it, --force overwrites it", "--out")
    return chosen


def _is_in_use(path: Path) -> bool:
    """Whether something would be lost: an empty file or folder, a device and a pipe have nothing to lose."""
    if path.is_dir():
        return any(path.iterdir())
    return path.is_file() and path.stat().st_size > 0
