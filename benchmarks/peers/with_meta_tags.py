"""What a page's own meta tags say: the floor of every field."""

from typing import Any

from selectolax.lexbor import LexborHTMLParser

TITLE = ("og:title", "twitter:title")
AUTHORS = ("author", "article:author", "parsely-author", "dc.creator", "sailthru.author")
DATE = ("article:published_time", "datepublished", "parsely-pub-date", "sailthru.date", "dc.date", "pubdate", "date")
TOPICS = ("article:tag", "news_keywords", "keywords", "parsely-tags", "sailthru.tags")


def read(html: bytes, url: str) -> dict[str, Any]:  # noqa: ARG001 - meta tags know nothing of the address
    """One page: of each field, all values of the first tag that is there."""
    tree = LexborHTMLParser(html)
    tags: dict[str, list[str]] = {}
    for node in tree.css("meta[content]"):
        name = node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop") or ""
        content = (node.attributes.get("content") or "").strip()
        if content:
            tags.setdefault(name.strip().lower(), []).append(content)

    def first(names: tuple[str, ...]) -> list[str]:
        return next((tags[name] for name in names if name in tags), [])

    title = tree.css_first("title")
    return {
        "body": None,
        "title": next(iter(first(TITLE)), "") or (title.text().strip() if title else ""),
        "authors": [name for name in first(AUTHORS) if not name.startswith("http")],
        "date": next(iter(first(DATE)), ""),
        "topics": first(TOPICS),
    }
