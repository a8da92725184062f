"""Pages as they are compared with one another, gathered until all are there; then what they share.

A sink (:class:`copydesk.cli.sinks.Sink`): pages come one after another, and nothing can be said before the last.
"""

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Final, Protocol
from urllib.parse import urlsplit

from copydesk.cli import output
from copydesk.cli.view import View

if TYPE_CHECKING:
    from copydesk.types import Article, Family, Overlap

__all__ = ["Data", "Gathered", "Leaf", "Shown", "leaf", "raw_leaf"]

PAIRS: Final = 200_000
"""With more pairs of pages than this each page is compared with those alone that stand for its stories."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is compared of a page, and what it is called by.

    Attributes:
        name: Where the page was.
        host: The host of its address; where that is not known its site name, or the host it states as its own.
        headline: Its headline, if it has one.
        text: The words that are compared.
    """

    name: str
    host: str | None
    headline: str | None
    text: str


def leaf(article: "Article") -> Leaf:
    """The article found in the page."""
    return Leaf(article.name, _host(article), article.headline.value, article.text)


def raw_leaf(article: "Article") -> Leaf:
    """All words of the page."""
    return Leaf(article.name, _host(article), article.headline.value, article.page_text)


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

    def text(self, leaves: Sequence[Leaf], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:
        """What is written to stdout."""


class Gathered:
    """The pages until all are there; then what they share, on stdout."""

    def __init__(self, face: Face) -> None:
        """Begin with none."""
        self._leaves: list[Leaf] = []
        self._face = face

    def holds(self, name: str) -> bool:  # noqa: ARG002  nothing is held before the run
        """No page was here before."""
        return False

    def put(self, name: str, product: Leaf) -> None:  # noqa: ARG002  the page knows its name
        """Take in a page."""
        self._leaves.append(product)

    def close(self) -> None:
        """Compare all pages and put out what was found; whoever pressed Ctrl-C does not want to wait for it."""
        if isinstance(sys.exception(), KeyboardInterrupt):
            return
        from copydesk.copies import families, overlapping, pile  # scipy, which --help does not need

        whole = pile.pile(leaf.text for leaf in self._leaves)
        overlaps = list(overlapping.overlaps_of(whole, self._face.most))
        text = self._face.text(self._leaves, overlaps, families.families(whole, overlaps))
        if text:
            output.Stdout().write(text)


class Data:
    """Everything, as JSON."""

    most: int | None = None

    def text(self, leaves: Sequence[Leaf], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:
        """One object."""
        output.use_utf8()
        whole = {
            "pages": [{"name": leaf.name, "host": leaf.host, "headline": leaf.headline} for leaf in leaves],
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

    def text(self, leaves: Sequence[Leaf], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:  # noqa: ARG002  families say it all
        """As the terminal is."""
        if self._silent and not families:
            return ""
        from copydesk.cli import kin  # rich

        return self._view.render(kin.Families(leaves, families, every=self._every))
