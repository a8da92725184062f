"""goose3 as configured by default, images left alone."""

from typing import Any

from goose3 import Goose

GOOSE = Goose({"enable_image_fetching": False})


def read(html: bytes, url: str) -> dict[str, Any]:
    """One page; the topics are its tags, or else its meta keywords."""
    article = GOOSE.extract(url=url or None, raw_html=html)
    keywords = article.meta_keywords or ""
    return {
        "body": article.cleaned_text or "",
        "title": article.title or "",
        "authors": article.authors or [],
        "date": str(article.publish_date or ""),
        "topics": list(article.tags or ()) or [word for word in keywords.split(",") if word.strip()],
    }
