"""copydesk as a caller gets it, every field of the article made plain data."""

from typing import Any

import copydesk


def read(html: bytes, url: str) -> dict[str, Any]:
    """One page; beyond the peers' fields, the kind of page it was read as."""
    article = copydesk.read(html, url=url or None)
    article.to_dict()
    date = article.date_published.value
    return {
        "body": article.text,
        "title": article.headline.value or "",
        "authors": [author.value for author in article.authors.value],
        "date": date.value if date else "",
        "topics": [topic.value for topic in article.topics.value],
        "kind": article.kind.value.value if article.kind.value else "",
    }
