"""trafilatura as its documentation says to use it for articles: everything at once, comments left out."""

from typing import Any

from trafilatura import bare_extraction


def read(html: bytes, url: str) -> dict[str, Any]:
    """One page; tags are trafilatura's topics."""
    found = bare_extraction(html, url=url or None, with_metadata=True, include_comments=False)
    if found is None:
        return {"body": "", "title": "", "authors": "", "date": "", "topics": []}
    return {
        "body": found.text or "",
        "title": found.title or "",
        "authors": found.author or "",
        "date": found.date or "",
        "topics": list(found.tags or ()),
    }
