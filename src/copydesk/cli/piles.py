"""Where pages that are compared come together: in memory for one run, or in a folder for those that follow.

In go pages as they come, out come their words, as hashes, and what they are called by.
"""

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from copydesk.cli.leaves import Label, Leaf

if TYPE_CHECKING:
    from copydesk.copies.index import PassageIndex

__all__ = ["Disk", "Memory", "Pile"]


class Pile(Protocol):
    """Where pages are gathered."""

    def add(self, pages: Sequence[Leaf]) -> None:
        """Take in some pages."""

    def index(self) -> "PassageIndex":
        """Their words."""

    def labels(self) -> list[Label]:
        """What they are called by."""

    def texts(self) -> list[str] | None:
        """What was compared of them; None if only hashes are kept."""

    def close(self) -> None:
        """Nothing follows."""


class Memory:
    """Pages gathered in memory: their words as hashes, and as texts only if somebody will ask for them."""

    def __init__(self, *, texts: bool = False) -> None:
        """Begin with none; with ``texts`` keep what is compared."""
        from copydesk.copies import pile  # NumPy, which --help does not need

        self._pile, self._labels = pile.Pile(), list[Label]()
        self._texts: list[str] | None = [] if texts else None

    def add(self, pages: Sequence[Leaf]) -> None:
        """Take in some pages."""
        self._pile.append(page.text for page in pages)
        self._labels += [page.label for page in pages]
        if self._texts is not None:
            self._texts += [page.text for page in pages]

    def index(self) -> "PassageIndex":
        """Their words."""
        return self._pile

    def labels(self) -> list[Label]:
        """What they are called by."""
        return self._labels

    def texts(self) -> list[str] | None:
        """What was compared of them, if it was to be kept."""
        return self._texts

    def close(self) -> None:
        """Nothing is open."""


class Disk:
    """Pages gathered in a folder, for this run and those that follow."""

    def __init__(self, folder: Path, *, raw: bool) -> None:
        """Open the folder, or make it; with ``raw`` for all words of the pages.

        Raises:
            StoreError: It cannot be used.
        """
        from copydesk import __version__
        from copydesk.store.named import NamedStore

        what = "all words of pages" if raw else "articles"
        self._store = NamedStore(folder, of=f"{what} as copydesk {__version__} reads them")

    def add(self, pages: Sequence[Leaf]) -> None:
        """Take in some pages; then they are on the disk."""
        self._store.append([asdict(page.label) for page in pages], [page.text for page in pages])

    def index(self) -> "PassageIndex":
        """Their words."""
        return self._store.passages

    def labels(self) -> list[Label]:
        """What they are called by."""
        return [
            Label(str(name["name"]), name["host"], str(name["title"]), str(name["id"]), name["place"])
            for name in self._store.names()
        ]

    def texts(self) -> None:
        """A folder has hashes only."""

    def close(self) -> None:
        """Let another run use the folder."""
        self._store.close()
