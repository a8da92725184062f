"""readability-lxml: the summary's text, the shortened title and the author."""

from typing import Any

from html_text import text_of
from readability import Document

NO_AUTHOR = "[no-author]"  # what it says instead of nothing


def read(html: bytes, url: str) -> dict[str, Any]:
    """One page; ``summary`` changes the document, so it comes last."""
    document = Document(html, url=url or None)
    title, author = document.short_title(), document.author()
    body = text_of(document.summary(html_partial=True))
    authors = "" if author == NO_AUTHOR else author or ""
    return {"body": body, "title": title or "", "authors": authors, "date": None, "topics": None}
