"""resiliparse's main-content text without bullets, alt texts, comments and meta lines: they are no body."""

from typing import Any

from resiliparse.extract.html2text import extract_plain_text
from resiliparse.parse.encoding import detect_encoding
from resiliparse.parse.html import HTMLTree


def read(html: bytes, url: str) -> dict[str, Any]:  # noqa: ARG001 - resiliparse reads no addresses
    """One page; fields are not offered."""
    tree = HTMLTree.parse_from_bytes(html, detect_encoding(html))
    body = extract_plain_text(
        tree, main_content=True, list_bullets=False, alt_texts=False, comments=False, post_meta=False
    )
    return {"body": body, "title": None, "authors": None, "date": None, "topics": None}
