"""rs-trafilatura with its own page classifier; comments are left out by default. It has no topics."""

from typing import Any

from rs_trafilatura import extract_bytes


def read(html: bytes, url: str) -> dict[str, Any]:
    """One page, its encoding detected by rs-trafilatura."""
    found = extract_bytes(html, url=url or None)
    return {
        "body": found.main_content or "",
        "title": found.title or "",
        "authors": found.author or "",
        "date": found.date or "",
        "topics": None,
    }
