"""An article -> what a page is called by where pages are compared, and what of it is compared.

Made in a worker and passed between processes: the text, and no more of the article than people want to read of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from copydesk.types import Article

__all__ = ["Key", "Label", "Leaf", "leaf", "place_of", "raw_leaf", "superseded"]

Key = tuple[str | None, str]

TITLE: Final = 120
"""So many characters of a page without a headline stand for it."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a page is called by.

    Attributes:
        name: Where it was.
        host: The host of its address; where that is not known its site name, or the host it states as its own.
        title: Its headline, or how it begins.
        id: Its id: of its address and its bytes.
        place: Where it is found again: its address, or its file with the whole path. Standard input is no such place.
    """

    name: str
    host: str | None
    title: str
    id: str
    place: str | None

    @property
    def key(self) -> "Key":
        """What makes two pages one: the same content in the same place, whatever it was called by."""
        return self.place, self.id


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
    title = article.headline.value or text[:TITLE].strip() or article.name
    return Label(article.name, _host(article), title, article.page_id, place_of(article.name, article.url))


def place_of(name: str, url: str | None) -> str | None:
    """Where the page of an input is found again, by the input's name and the address it was fetched from."""
    if url:
        return url
    return None if name.startswith("<stdin>") else str(Path(name).resolve())


def superseded(labels: Sequence[Label]) -> frozenset[int]:
    """The numbers of the pages in whose places others came later."""
    last = {label.place: number for number, label in enumerate(labels)}
    return frozenset(
        number for number, label in enumerate(labels) if label.place is not None and last[label.place] != number
    )


def _host(article: "Article") -> str | None:
    from copydesk.reading.addresses import host  # whoever has an article has loaded it

    return host(article.url) or article.site_name.value or host(article.canonical_url.value) or None
