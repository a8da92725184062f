"""Pages as they are compared with one another, gathered until all are there; then what they share.

A sink (:class:`copydesk.cli.sinks.Sink`): pages come one after another, and nothing can be said before the last.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

from copydesk.cli import output
from copydesk.cli.view import View

if TYPE_CHECKING:
    from copydesk.copies.index import PassageIndex
    from copydesk.types import Article, Family, Overlap

__all__ = ["Data", "Disk", "Gathered", "Label", "Leaf", "Memory", "Shown", "leaf", "raw_leaf"]

PAIRS: Final = 200_000
"""With more pairs of pages than this each page is compared with those alone that stand for its stories."""


WAITING: Final = 1 << 24
"""Characters of pages that are taken in at a time."""

TITLE: Final = 120
"""So many characters of a page without a headline stand for it."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a page is called by.

    Attributes:
        name: Where it was.
        host: The host of its address; where that is not known its site name, or the host it states as its own.
        title: Its headline, or how it begins.
    """

    name: str
    host: str | None
    title: str


@dataclass(frozen=True, slots=True)
class Leaf:
    """What a page is called by, and what of it is compared."""

    label: Label
    text: str


def leaf(article: "Article") -> Leaf:
    """The article found in the page."""
    return Leaf(_label(article, article.text), article.text)


def raw_leaf(article: "Article") -> Leaf:
    """All words of the page."""
    return Leaf(_label(article, article.page_text), article.page_text)


def _label(article: "Article", text: str) -> Label:
    return Label(article.name, _host(article), article.headline.value or text[:TITLE].strip() or article.name)


def _host(article: "Article") -> str | None:
    stated = _hostname(article.canonical_url.value)
    return _hostname(article.url) or article.site_name.value or stated


def _hostname(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


class Face(Protocol):
    """How what pages share is put out."""

    most: int | None
    """With more pairs than this only those are needed that families are made of."""

    def text(self, labels: Sequence[Label], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:
        """What is written to stdout."""


class Pile(Protocol):
    """Where pages are gathered."""

    def add(self, pages: Sequence[Leaf]) -> None:
        """Take in some pages."""

    def index(self) -> "PassageIndex":
        """Their words."""

    def labels(self) -> list[Label]:
        """What they are called by."""

    def close(self) -> None:
        """Nothing follows."""


class Memory:
    """Pages gathered in memory: their words as hashes, not as texts."""

    def __init__(self) -> None:
        """Begin with none."""
        from copydesk.copies import pile  # NumPy, which --help does not need

        self._pile, self._labels = pile.Pile(), list[Label]()

    def add(self, pages: Sequence[Leaf]) -> None:
        """Take in some pages."""
        self._pile.append(page.text for page in pages)
        self._labels += [page.label for page in pages]

    def index(self) -> "PassageIndex":
        """Their words."""
        return self._pile

    def labels(self) -> list[Label]:
        """What they are called by."""
        return self._labels

    def close(self) -> None:
        """Nothing is open."""


class Disk:
    """Pages gathered in a folder, for this run and those that follow."""

    def __init__(self, folder: Path) -> None:
        """Open the folder, or make it.

        Raises:
            StoreError: It cannot be used.
        """
        from copydesk.store.named import NamedStore

        self._store = NamedStore(folder)

    def add(self, pages: Sequence[Leaf]) -> None:
        """Take in some pages; then they are on the disk."""
        self._store.append([asdict(page.label) for page in pages], [page.text for page in pages])

    def index(self) -> "PassageIndex":
        """Their words."""
        return self._store.passages

    def labels(self) -> list[Label]:
        """What they are called by."""
        return [Label(str(name["name"]), name["host"], str(name["title"])) for name in self._store.names()]

    def close(self) -> None:
        """Let another run use the folder."""
        self._store.close()


class Gathered:
    """The pages until all are there; then what they share, on stdout."""

    def __init__(self, pile: Pile, face: Face) -> None:
        """Go on with what the pile holds."""
        self._pile, self._face = pile, face
        self._held = {label.name for label in pile.labels()}
        self._waiting: list[Leaf] = []
        self._size = 0

    def holds(self, name: str) -> bool:
        """Whether a page of that name was there before the run."""
        return name in self._held

    def put(self, name: str, product: Leaf) -> None:  # noqa: ARG002  the page knows its name
        """Take in a page."""
        self._waiting.append(product)
        self._size += len(product.text)
        if self._size >= WAITING:
            self._add()

    def close(self) -> None:
        """Compare all pages and put out what was found; whoever pressed Ctrl-C does not want to wait for it."""
        try:
            with output.uninterrupted():
                self._add()
            if not isinstance(sys.exception(), KeyboardInterrupt):
                self._compare()
        finally:
            self._pile.close()

    def _add(self) -> None:
        self._pile.add(self._waiting)
        self._waiting, self._size = [], 0

    def _compare(self) -> None:
        from copydesk.copies import families, overlapping  # scipy, which --help does not need

        index, labels = self._pile.index(), self._pile.labels()
        overlaps = list(overlapping.overlaps_of(index, self._face.most))
        text = self._face.text(labels, overlaps, families.families(index, overlaps))
        if text:
            output.Stdout().write(text)


class Data:
    """Everything, as JSON."""

    most: int | None = None

    def text(self, labels: Sequence[Label], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:
        """One object."""
        output.use_utf8()
        whole = {
            "pages": [asdict(label) for label in labels],
            "overlaps": [asdict(overlap) for overlap in overlaps],
            "families": [asdict(family) for family in families],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class Shown:
    """The families, for people."""

    most: int | None = PAIRS

    def __init__(self, *, every: bool = False, silent: bool = False) -> None:
        """With ``every`` each page of a family is named; with ``silent`` nothing is said where there is none."""
        self._every, self._silent = every, silent
        self._view = View.of_stdout()

    def text(self, labels: Sequence[Label], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:  # noqa: ARG002  families say it all
        """As the terminal is."""
        if self._silent and not families:
            return ""
        from copydesk.cli import kin  # rich

        return self._view.render(kin.Families(labels, families, every=self._every))
