"""magic-html's article extractor: the text of the HTML it gives back."""

from typing import Any

from html_text import text_of
from magic_html import GeneralExtractor
from magic_html.utils import decode_file

EXTRACTOR = GeneralExtractor()


def read(html: bytes, url: str) -> dict[str, Any]:
    """One page, decoded by magic-html's own means."""
    found = EXTRACTOR.extract(decode_file(html), base_url=url)
    body, title = text_of(found["html"] or ""), found["title"] or ""
    return {"body": body, "title": title, "authors": None, "date": None, "topics": None}
