"""Addresses: made absolute against the page's own, and the page's canonical one."""

from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, urljoin, urlsplit

from copydesk.reading.candidates import Candidate, choose
from copydesk.types import Field, Pointer

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def absolute(base: str | None, href: str) -> str | None:
    """Where a link leads; as it stands if the page's address is unknown, None if it leads nowhere."""
    href = href.strip()
    if not href or href.startswith(("javascript:", "#", "data:", "mailto:", "tel:")):
        return None
    if not base:
        return href
    if "[" not in href and "/." not in href:  # most links need no joining, which takes ten times as long
        if href.startswith(("https://", "http://")):
            return href
        if href[0] == "/" and href[1:2] != "/":
            return _origin(base) + href
    try:
        return urljoin(base, href)
    except ValueError:  # "http://[" and its like
        return None


@lru_cache(maxsize=64)
def _origin(base: str) -> str:
    address = parts(base)
    return f"{address.scheme}://{address.netloc}" if address.scheme else ""


def base_of(board: "Board") -> str | None:
    """What the page's links are relative to: its ``<base>``, its address, or the one it says it belongs under."""
    page = board.sheet.structured
    stated = [*page.links.get("base", ())[:1], *page.links.get("canonical", ())[:1], *page.meta.get("og:url", ())[:1]]
    address = board.sheet.page.url
    if page.links.get("base"):
        return absolute(address, stated[0])
    return address or next((url for url in stated if host(url)), None)


def read_canonical(board: "Board") -> Field[str | None]:
    """The address under which the page says it belongs: another site's, if it is a licensed copy that says so."""
    page, base = board.sheet.structured, board.sheet.page.url
    stated = [
        (f"link/{rel}", href, weight) for rel, weight in (("canonical", 0.9),) for href in page.links.get(rel, ())[:1]
    ]
    stated += [("meta/og:url", href, 0.6) for href in page.meta.get("og:url", ())[:1]]
    candidates = (
        Candidate(absolute(base, href), Pointer(pointer, href, "canonical stated"), weight)
        for pointer, href, weight in stated
    )
    return choose(candidates, lambda url: url.rstrip("/") if url and host(url) else None)


def known(board: "Board") -> str | None:
    """The page's address, or the one it says it is found under: a saved page has no other."""
    page = board.sheet.structured
    stated = (*page.links.get("canonical", ()), *page.meta.get("og:url", ()))
    return board.sheet.page.url or next((url for url in stated if host(url)), None)


def parts(url: str | None) -> SplitResult:
    """An address in its parts; of what is no address, empty ones."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return urlsplit("")


def host(url: str | None) -> str:
    """The host of an address, without ``www.``; empty if there is none."""
    try:
        return (parts(url).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
