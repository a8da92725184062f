"""What the page says of its use: licence, and whether it can be read for free."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk.reading import structured
from copydesk.reading.candidates import Candidate, choose
from copydesk.types import Field, Pointer, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board

_TRUE = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}
_TIER = {"free": True, "metered": False, "locked": False}


def read_license(board: "Board") -> Field[str | None]:
    """The licence: an address where the page links one, else the words that grant it."""
    return choose(_licenses(board), lambda text: text.rstrip("/").casefold() if text else None)


def _licenses(board: "Board") -> Iterator[Candidate[str | None]]:
    page = board.sheet.structured
    for href in page.links.get("license", ())[:1]:
        yield Candidate(href, Pointer("link/license", href, "licence stated"), 0.8)
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "license")[:1]:
            yield Candidate(text, Pointer(place, text, "licence stated"), 0.8)
    for link in board.sheet.links:
        if "license" in link.rel.split() or "creativecommons.org/licenses" in link.href:
            weight = 0.7 if board.role[link.block] in {Role.BODY, Role.CREDIT, Role.LEGAL} else 0.4
            yield Candidate(link.href, Span(link.start, link.end, "licence linked"), weight)
    for block in board.having(Role.CREDIT):
        if "licensed_anywhere" in board.cues(block):
            yield Candidate(board.sheet.words(block), board.span(block, "line:licensed_anywhere"), 0.5)


def read_is_free(board: "Board") -> Field[bool | None]:
    """Whether the page says that everybody can read the whole of it; None where it says nothing."""
    page = board.sheet.structured
    candidates: list[Candidate[bool | None]] = []
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "isAccessibleForFree")[:1]:
            value = _TRUE.get(text.rsplit("/", 1)[-1].lower())
            if value is not None:
                candidates.append(Candidate(value, Pointer(place, text, "access stated"), 0.8))
    for text in page.meta.get("article:content_tier", ())[:1]:
        tier = _TIER.get(text.lower())
        if tier is not None:
            candidates.append(Candidate(tier, Pointer("meta/article:content_tier", text, "access stated"), 0.7))
    return choose(candidates, lambda value: None if value is None else str(value))
