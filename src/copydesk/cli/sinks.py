"""Where products go: one text on stdout or in a file, or a folder with a file for each page.

A sink takes the product of one page after another, in order, each whole or not at all, and knows which inputs it held
before. (The sink of Parquet has its own module.)
"""

import os
from collections.abc import Container
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from copydesk.cli import names, output
from copydesk.cli.forms import Form

if TYPE_CHECKING:
    from copydesk.intake import Input

__all__ = ["Folder", "Series", "Sink", "Writer"]

P_contra = TypeVar("P_contra", contravariant=True)


class Sink(Protocol[P_contra]):
    """What takes products in."""

    def holds(self, source: "Input") -> bool:
        """Whether what was made of that input was put here by an earlier run."""

    def put(self, name: str, product: P_contra) -> None:
        """Take in what was made of the input of that name."""

    def close(self) -> None:
        """Write what is missing for the whole to be whole; also after Ctrl-C."""


class Writer(Protocol):
    """What takes whole texts: stdout, or a file."""

    def write(self, text: str) -> None:
        """Write the text in one piece."""

    def close(self) -> None:
        """Nothing follows."""


class Series:
    """One text of many, with what its form wants around them."""

    def __init__(self, form: Form, writer: Writer, *, held: Container[str] = (), begun: bool = False) -> None:
        """Nothing is written before the first text comes.

        Args:
            form: What stands before, between and behind the texts.
            writer: Where they go.
            held: Names of the inputs whose texts are there.
            begun: What stands before the first text is there.
        """
        self._form, self._writer, self._held, self._begun = form, writer, held, begun
        self._broken = False

    def holds(self, source: "Input") -> bool:
        """Whether the text of an input of that name is there."""
        return source.name in self._held

    def put(self, name: str, product: str) -> None:  # noqa: ARG002  # a folder of files needs the name
        """Write it, with what stands between it and the one before."""
        lead = self._form.between if self._begun else self._form.opening
        self._write(lead + product)

    def close(self) -> None:
        """Write what stands behind the last."""
        try:
            if not self._broken:
                self._write(self._form.closing if self._begun else self._form.opening + self._form.closing)
        finally:
            self._writer.close()

    def _write(self, text: str) -> None:
        self._broken = True  # until it stands: nothing may follow half a text
        with output.uninterrupted():
            if text:
                self._writer.write(text)
            self._broken, self._begun = False, True


class Folder:
    """A file for each page; it has a hidden name of its own until it is whole."""

    def __init__(self, folder: Path, suffix: str, *, resume: bool) -> None:
        """Make the folder if it is not there.

        Raises:
            OSError: The system refuses.
        """
        folder.mkdir(exist_ok=True)
        self._folder, self._suffix, self._resume = folder, suffix, resume
        self._draft = folder / f".draft-{os.getpid()}"

    def holds(self, source: "Input") -> bool:
        """Whether the input's file is there."""
        return self._resume and (self._folder / names.path_for(source.name, self._suffix)).exists()

    def put(self, name: str, product: str) -> None:
        """Write the input's file.

        Raises:
            typer.Exit: The system refuses; the user was told.
        """
        path = self._folder / names.path_for(name, self._suffix)
        try:
            with output.uninterrupted():
                path.parent.mkdir(parents=True, exist_ok=True)
                self._draft.write_bytes(product.encode("utf-8", "backslashreplace"))
                self._draft.replace(path)
        except OSError as error:
            raise output.cannot_write(error, str(path)) from error

    def close(self) -> None:
        """Leave nothing behind that is no page."""
        self._draft.unlink(missing_ok=True)
