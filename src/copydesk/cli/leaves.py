"""An article -> what a page is called by where pages are compared, and what of it is compared.

Made in a worker and passed between processes: the text, and no more of the article than people want to read of it.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from copydesk.types import Article

__all__ = ["Label", "Leaf", "leaf", "raw_leaf"]

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
