"""newspaper4k: download from given bytes, then parse; no images fetched, no NLP (its keywords are no topics)."""

from typing import Any

from newspaper import Article

NOWHERE = "https://page.invalid/"  # an address is required, and for some pages there is none


def read(html: bytes, url: str) -> dict[str, Any]:
    """One page; the topics are its tags, or else its meta keywords."""
    article = Article(url or NOWHERE, fetch_images=False)
    article.download(input_html=html)
    article.parse()
    return {
        "body": article.text or "",
        "title": article.title or "",
        "authors": list(article.authors or ()),
        "date": article.publish_date.isoformat() if article.publish_date else "",
        "topics": sorted(article.tags or ()) or [word for word in article.meta_keywords or () if word],
    }
