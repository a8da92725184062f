"""A page as it came in, before anybody reads it. Never changed afterwards."""

from dataclasses import dataclass
from enum import StrEnum


class MediaType(StrEnum):
    """What the bytes turned out to be, by their content (RFC 2046 names)."""

    HTML = "text/html"
    TEXT = "text/plain"


@dataclass(frozen=True, slots=True)
class Page:
    """One input, decoded.

    Attributes:
        id: Digest of address and bytes, 32 hex digits: the same page from the same address is one page.
        name: The input as its user knows it: a path, ``<stdin>``, ``<bytes>`` …
        url: The address it was fetched from, if known.
        fetched_at: When it was fetched, ISO 8601, if known.
        media_type: HTML or text, by content.
        encoding: The encoding that decoded it (WHATWG label); ``str`` for content that came decoded.
        content: The bytes, unpacked if they came packed.
        text: The decoded bytes. For a text page its code points are what every offset counts.
    """

    id: str
    name: str
    url: str | None
    fetched_at: str | None
    media_type: MediaType
    encoding: str
    content: bytes
    text: str
