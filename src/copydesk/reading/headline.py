"""Headline and dek: the visible lines and the page's own titles, weighed together."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk.reading import addresses, structured, titles
from copydesk.reading.candidates import Candidate, choose
from copydesk.types import Field, MediaType, Pointer, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.sheet import Structured

META_TITLES = (("og:title", 0.5), ("twitter:title", 0.3), ("title", 0.3), ("dc.title", 0.3), ("headline", 0.4))


def statements(page: "Structured") -> Iterator[tuple[str, str, float]]:
    """Every title that the structured data states: pointer, text, weight."""
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "headline")[:1]:
            yield place, text, 0.6
    for name, weight in META_TITLES:
        for text in page.meta.get(name, ())[:1]:
            yield f"meta/{name}", text, weight
    for text in page.microdata.get("headline", ())[:1]:
        yield "microdata/headline", text, 0.5
    if page.title:
        yield "html/title", page.title, 0.4


def stated(page: "Structured") -> list[str]:
    """The titles alone, the site's name cut off behind them."""
    return [titles.split_site(text)[0] for _, text, _ in statements(page)]


def descriptions(page: "Structured") -> list[str]:
    """What the structured data gives as a summary of the page."""
    found = [
        text
        for pointer, item in structured.articles(page)
        for _, text in structured.values(page, pointer, item, "description")
    ]
    for name in ("description", "og:description", "twitter:description"):
        found += page.meta.get(name, ())
    return [*found, *page.microdata.get("description", ()), *page.microdata.get("alternativeHeadline", ())]


def read(board: "Board") -> Field[str | None]:
    """The headline."""
    visible = [_shown(board, block) for block in board.having(Role.HEADLINE)]
    shown = {titles.folded(candidate.value) for candidate in visible}
    return choose([*visible, *_from_data(board, shown)], titles.folded)


def _shown(board: "Board", block: int) -> Candidate[str | None]:
    """A visible headline; of a scraped page's title line the part before the site's name."""
    line, span = board.line(block), board.span(block)
    prefix, headline = titles.split_prefix(line, addresses.host(board.sheet.page.url))
    if prefix:
        return Candidate(headline, Span(span.end - len(headline), span.end, span.rule), 0.7)
    if board.sheet.page.media_type is MediaType.TEXT and block not in board.sheet.cut:
        headline, name = titles.split_site(line)
        if name and line == board.sheet.words(block) and titles.is_site_like(line, headline, name):
            line, span = headline, Span(span.start, span.start + len(headline), span.rule)
    return Candidate(line, span, 0.75 if block == board.headline else 0.5)


def _from_data(board: "Board", shown: set[str]) -> Iterator[Candidate[str | None]]:
    for pointer, text, weight in statements(board.sheet.structured):
        # The site's name is cut off unless the page shows the headline with it.
        value = text if titles.folded(text) in shown else titles.split_site(text)[0]
        yield Candidate(value, Pointer(pointer, text, "title stated"), weight)


def read_dek(board: "Board") -> Field[str | None]:
    """The line under the headline."""
    return choose(
        (Candidate(board.line(block), board.span(block), board.score[block]) for block in board.having(Role.DEK)[:1]),
        titles.folded,
    )
