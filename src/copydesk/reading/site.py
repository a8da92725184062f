"""The site's name: stated by the page, glued to its titles, or, failing that, its host."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.reading import addresses, structured, titles
from copydesk.reading.candidates import Candidate, choose
from copydesk.types import Address, Field, MediaType, Pointer, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board

META_NAMES = (("og:site_name", 0.8), ("application-name", 0.5), ("al:android:app_name", 0.3), ("publisher", 0.4))


def read(board: "Board") -> Field[str | None]:
    """The name under which the page says it appears."""
    return choose(_candidates(board), titles.folded)


def names(board: "Board") -> frozenset[str]:
    """Every name that the page gives its site, and its host's, squeezed: what may be cut from a title."""
    page, host = board.sheet.structured, addresses.host(addresses.known(board))
    found = {text for name, _ in META_NAMES for text in page.meta.get(name, ())[:1]}
    for pointer, item in structured.articles(page):
        found.update(text for _, text in structured.values(page, pointer, item, "publisher")[:1])
    for pointer, item in page.json_ld:
        if structured.types_of(item) & PUBLISHERS:
            found.update(text for _, text in structured.values(page, pointer, item, "name")[:1])
    labels = host.split(".")[:-1]
    found.update((host, max(labels, key=len, default="")))
    return frozenset(titles.squeezed(text) for text in found if not text.startswith("http")) - {""}


PUBLISHERS: Final = frozenset(["WebSite", "Organization", "NewsMediaOrganization", "Corporation"])


def _behind_headline(board: "Board", block: int) -> Iterator[Candidate[str | None]]:
    """The name behind a scraped page's title, if its headline is read without it."""
    line, words = board.line(block), board.sheet.words(block)
    headline, name = titles.split_site(line)
    if name and line == words and block not in board.sheet.cut and titles.is_site_like(line, headline, name):
        end = board.sheet.end[block]
        yield Candidate(name, Span(end - len(name), end, "behind the headline"), 0.6)


def _candidates(board: "Board") -> Iterator[Candidate[str | None]]:
    for block in board.having(Role.SITE_NAME):
        yield Candidate(board.line(block), board.span(block), board.score[block])
    for block in board.having(Role.HEADLINE):
        if board.sheet.page.media_type is MediaType.TEXT:
            yield from _behind_headline(board, block)
        prefix, _ = titles.split_prefix(board.line(block), addresses.host(board.sheet.page.url))
        if prefix:
            start = board.sheet.start[block]
            yield Candidate(prefix, Span(start, start + len(prefix), "glued before the headline"), 0.7)
    page = board.sheet.structured
    for name, weight in META_NAMES:
        for text in page.meta.get(name, ())[:1]:
            if not text.startswith("http"):
                yield Candidate(text, Pointer(f"meta/{name}", text, "site stated"), weight)
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "publisher")[:1]:
            yield Candidate(text, Pointer(place, text, "publisher stated"), 0.6)
    for pointer, item in page.json_ld:
        if structured.types_of(item) & {"WebSite", "NewsMediaOrganization"}:
            for place, text in structured.values(page, pointer, item, "name")[:1]:
                yield Candidate(text, Pointer(place, text, "site stated"), 0.4)
    headline, suffix = titles.split_site(page.title)
    if suffix and board.headline >= 0 and titles.folded(headline) == titles.folded(board.sheet.words(board.headline)):
        yield Candidate(suffix, Pointer("html/title", page.title, "behind the headline"), 0.5)
    if board.sheet.page.url:
        yield Candidate(addresses.host(board.sheet.page.url), Address(board.sheet.page.url, "host"), 0.1)
