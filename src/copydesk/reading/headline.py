"""Headline and dek: the visible lines and the page's own titles, weighed together.

``og:title`` and ``<title>`` are mostly one and the same field of the publisher's form, written for search engines:
their agreement with each other proves little, their agreement with the visible heading almost everything. So they are
not counted as votes. The page's way of using them decides (:func:`_of_html`), and how often each way was right on the
development pages is the confidence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.reading import addresses, site, structured, titles
from copydesk.reading.candidates import Candidate, choose
from copydesk.types import Evidence, Field, MediaType, Pointer, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.sheet import Structured

META_TITLES: Final = ("og:title", "twitter:title", "title", "dc.title", "headline")

NEWS: Final = frozenset(
    ["NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
     "ReviewNewsArticle", "LiveBlogPosting"]
)  # fmt: skip
"""JSON-LD types of newsrooms, who fill in ``headline`` themselves; an ``Article``'s is often a copy of the title."""

MAX_KICKER_WORDS = 5

_HOME_PATH: Final = re.compile(r"/?(?:(?:[a-z]{2}(?:-[a-z]{2})?|home|(?:index|default)\.\w+)/?)?", re.IGNORECASE)


def statements(page: "Structured") -> Iterator[tuple[str, str]]:
    """Every title that the structured data states: pointer and text."""
    for pointer, item in structured.articles(page):
        yield from structured.values(page, pointer, item, "headline")[:1]
    for name in META_TITLES:
        for text in page.meta.get(name, ())[:1]:
            yield f"meta/{name}", text
    for text in page.microdata.get("headline", ())[:1]:
        yield "microdata/headline", text
    if page.title:
        yield "html/title", page.title


def stated(page: "Structured") -> list[str]:
    """The titles alone, the site's name cut off behind them."""
    return [titles.split_site(text)[0] for _, text in statements(page)]


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
    if not any(statements(board.sheet.structured)):
        return choose((_shown(board, block) for block in board.having(Role.HEADLINE)), titles.folded)
    names = site.names(board)
    value, chance = _of_html(board, names)
    value = " ".join(value.split())
    if not titles.folded(value):
        return Field(None)
    evidence = tuple(_evidence(board, value, names)) or (board.span(max(board.headline, 0)),)
    return Field(value, evidence, chance)


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


@dataclass(frozen=True, slots=True)
class _Titles:
    """A page's own titles: the social one and ``<title>``, whole and without the site's name, and JSON-LD's."""

    social: str
    page: str
    social_stem: str
    page_stem: str
    article: str
    is_article: bool
    is_news: bool

    @classmethod
    def of(cls, page: "Structured", names: frozenset[str]) -> "_Titles":
        social = next((page.meta[name][0] for name in META_TITLES if name in page.meta), "")
        found = list(structured.articles(page))
        article = next((text for p, i in found for _, text in structured.values(page, p, i, "headline")[:1]), "")
        kinds = {kind for _, item in page.json_ld for kind in structured.types_of(item)}
        marked = "article:published_time" in page.meta or "article" in " ".join(page.meta.get("og:type", ()))
        return cls(
            social,
            page.title,
            titles.stem(social, names),
            titles.stem(page.title, names),
            article,
            marked or bool(kinds & structured.ARTICLE_TYPES),
            bool(kinds & NEWS),
        )

    def best(self) -> str:
        """The title of a page that shows no headline."""
        social, page = titles.folded(self.social_stem), titles.folded(self.page_stem)
        if not social or not page or social == page:
            return self.social_stem or self.page_stem
        if titles.folded(self.page).startswith(titles.folded(self.social) + " "):
            return self.social  # what <title> has more is the site's name, so the social one has none
        return self.social_stem if self.is_article else self.page_stem

    def all(self) -> set[str]:
        """The social title and ``<title>``, whole and cut, folded."""
        return {titles.folded(t) for t in (self.social, self.page, self.social_stem, self.page_stem)} - {""}


def _of_html(board: "Board", names: frozenset[str]) -> tuple[str, float]:
    """The headline of a page that states titles, and how often its like was right (1,755 development pages)."""
    own = _Titles.of(board.sheet.structured, names)
    stem = own.best()
    if board.headline < 0:
        return stem, 0.8
    whole = board.line(board.headline)
    tail = _behind_kicker(whole, own)
    if tail:
        return tail, 0.85
    shown = titles.cut_name(whole, names)
    like = own.all()
    if titles.folded(whole) in {titles.folded(own.social_stem), titles.folded(own.page_stem)}:
        shown = whole
    article = titles.folded(titles.cut_name(own.article, names))
    if titles.folded(shown) in like:
        return shown, _agreement(titles.folded(shown), article, board, names)
    if article and own.is_news and (article in like or article == titles.folded(shown)):
        return own.article, 0.85
    return _of_differing(board, shown, stem, own, names)


def _agreement(shown: str, article: str, board: "Board", names: frozenset[str]) -> float:
    """How sure a heading is that the title repeats: by what else the page states."""
    if article and article != shown:
        return 0.65
    stated = (titles.stem(text, names) for _, text in statements(board.sheet.structured))
    return 0.97 if all(titles.folded(text).startswith(shown) for text in stated) else 0.88


def _behind_kicker(whole: str, own: _Titles) -> str:
    """The title that ends the visible line, where all before it is a kicker (``War in Syria – Druze demand …``)."""
    line = titles.folded(whole)
    for title in (own.social_stem, own.social, own.article):
        folded = titles.folded(title)
        more = line.count(" ") - folded.count(" ")
        if line.endswith(" " + folded) and folded.count(" ") >= 2 and 0 < more <= MAX_KICKER_WORDS:
            return title
    return ""


def _of_differing(board: "Board", shown: str, stem: str, own: _Titles, names: frozenset[str]) -> tuple[str, float]:
    """Of a visible heading and a title that say different things, the one that names the page."""
    folded, like = titles.folded(shown), own.all()
    part = any(folded in titles.pieces(title) for title in (own.social, own.page))
    level = board.sheet.level[board.headline]
    if level != 1:
        return (shown, 0.6) if level and part else (stem, 0.65)
    if folded == titles.folded(titles.cut_name(own.article, names)):
        return shown, 0.85
    address = addresses.known(board)
    if (address and _HOME_PATH.fullmatch(addresses.parts(address).path)) or titles.squeezed(shown) in names:
        return stem, 0.5
    if part:
        return shown, 0.75
    if any(f" {folded} " in f" {title} " for title in like):
        return (shown, 0.6) if own.is_article or " " in shown else (stem, 0.5)
    if any(f" {title} " in f" {folded} " for title in like):
        return (shown, 0.65) if own.is_article else (stem, 0.6)
    alike = max((_overlap(folded, title) for title in like), default=0.0)
    if own.is_article:
        return (shown, 0.68) if alike >= MIN_ALIKE or not own.social else (stem, 0.6)
    return (shown, 0.45) if MIN_ALIKE <= alike < MAX_ALIKE or not own.social else (stem, 0.55)


MIN_ALIKE = 0.2
"""Shared words below which heading and title speak of different things: a slogan over a service's page."""

MAX_ALIKE = 0.8
"""Shared words above which a page that is no article says the same more carefully in its title."""


def _overlap(one: str, other: str) -> float:
    """The share of words that two folded titles have in common (Jaccard)."""
    a, b = set(one.split()), set(other.split())
    return len(a & b) / len(a | b)


def _evidence(board: "Board", value: str, names: frozenset[str]) -> Iterator[Evidence]:
    """Every place that says so: visible lines first, whole or in part, then the page's own titles."""
    folded = titles.folded(value)
    for block in board.having(Role.HEADLINE):
        span, words = board.span(block), board.sheet.words(block)
        if titles.folded(words) == folded:
            yield span
        elif block == board.headline and value in words:
            start = span.start + words.rindex(value)
            yield Span(start, start + len(value), span.rule)
    for pointer, text in statements(board.sheet.structured):
        if folded in {titles.folded(text), titles.folded(titles.stem(text, names))}:
            yield Pointer(pointer, text, "title stated")


def read_dek(board: "Board") -> Field[str | None]:
    """The line under the headline."""
    return choose(
        (Candidate(board.line(block), board.span(block), board.score[block]) for block in board.having(Role.DEK)[:1]),
        titles.folded,
    )
