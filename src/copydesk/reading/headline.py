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

MAX_HEADLINE_WORDS = 40

_RANK: Final = re.compile(r"\d{1,2}[.)]\s+(?=[^\W\d_]\S*\s+\S+\s+\S)")
"""The number of a title in a newsletter's list of contents."""

ELLIPSES: Final = ("…", "...")

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
        shown = [_shown(board, block) for block in board.having(Role.HEADLINE)]
        shown = [one for one in shown if not (one.value or "").endswith(ELLIPSES)] or shown
        return choose(sorted(shown, key=lambda one: (one.value or "").isupper()), titles.folded)
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
    rank = _RANK.match(line) if board.sheet.page.media_type is MediaType.TEXT else None
    if rank and line == board.sheet.words(block):
        line, span = line[rank.end() :], Span(span.start + rank.end(), span.end, span.rule)
    elif board.sheet.page.media_type is MediaType.TEXT and block not in board.sheet.cut:
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
        article = article or next(iter(page.meta.get("headline", ())), "")
        kinds = {kind for _, item in page.json_ld for kind in structured.types_of(item)}
        marked = "article:published_time" in page.meta or "article" in " ".join(page.meta.get("og:type", ()))
        return cls(
            social,
            page.title,
            titles.stem(social, names),
            titles.stem(page.title, names),
            titles.cut_name(article, names),
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

    def social_like(self) -> set[str]:
        """The social title, whole and cut, folded."""
        return {titles.folded(self.social), titles.folded(self.social_stem)} - {""}

    def all(self) -> set[str]:
        """The social title and ``<title>``, whole and cut, folded."""
        return self.social_like() | ({titles.folded(self.page), titles.folded(self.page_stem)} - {""})


def _of_html(board: "Board", names: frozenset[str]) -> tuple[str, float]:
    """The headline of a page that states titles, and how often its like was right (1,755 development pages)."""
    own = _Titles.of(board.sheet.structured, names)
    if board.headline < 0:
        return _unshown(own)
    whole = board.line(board.headline)
    tail = _behind_kicker(whole, own)
    if tail:
        return tail, 0.85
    shown = titles.cut_name(whole, names)
    like, social = own.all(), own.social_like()
    if titles.folded(whole) in {titles.folded(own.social_stem), titles.folded(own.page_stem)}:
        shown = whole
    folded = titles.folded(shown)
    article = titles.folded(own.article)
    if own.is_news and article and article != folded:
        # Repeated by the social title it stands against any heading; by <title> alone only where the heading is not.
        repeated = article == titles.folded(own.social) or (folded not in social and article in social)
        if repeated or (folded not in like and article in like):
            return own.article, 0.85
    if folded in like:
        below = "" if folded in social else _below(board, own)
        return (below, 0.85) if below else (shown, _agreement(folded, article, board, names))
    if folded == article:
        return shown, 0.85
    tail = titles.common_tail(whole, own.social)
    return (tail, 0.85) if tail else _of_differing(board, shown, own, names)


def _unshown(own: _Titles) -> tuple[str, float]:
    """The headline of a page that shows none: what it states as its headline, if a title has that and more behind."""
    stem, article = own.best(), titles.folded(own.article)
    if article and titles.folded(stem).startswith(article + " ") and not own.article.endswith(ELLIPSES):
        return own.article, 0.85
    return stem, 0.8


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
        if titles.is_kicked(line, titles.folded(title)):
            # What a newsroom's own headline keeps, and with a colon, was written to be read as a part of it.
            kept = titles.folded(own.article) == line and whole.removesuffix(title).endswith(": ")
            return "" if kept else title
    return ""


def _below(board: "Board", own: _Titles) -> str:
    """The social title, where the page shows it right below a heading that ``<title>`` repeats.

    Then the heading is the one written for search engines. The other stands there alone, behind a kicker, or with its
    kicker in a line of its own, which is no part of it.
    """
    below = slice(board.headline + 1, board.headline + 3)
    sizes = board.features.words[below]
    if not len(sizes) or sizes[0] > MAX_HEADLINE_WORDS:
        return ""
    lines = [board.line(block) for block in range(below.start, below.start + len(sizes))]
    first, *rest = folded = [titles.folded(line) for line in lines]
    if first.endswith(titles.folded(board.line(board.headline))):
        return ""  # the heading once more
    for title in (own.social_stem, own.social):
        wanted = titles.folded(title)
        if titles.is_kicked(first, wanted) or (first == wanted and " " in wanted):
            return title
        if rest and " ".join(folded) == wanted and rest[0].count(" ") >= titles.MIN_TAIL_WORDS - 1:
            return lines[1]
    return ""


def _of_differing(board: "Board", shown: str, own: _Titles, names: frozenset[str]) -> tuple[str, float]:
    """Of a visible heading and a title that say different things, the one that names the page."""
    folded, like, stem = titles.folded(shown), own.all(), own.best()
    spelled = next((t for t in (own.social_stem, own.page_stem) if titles.squeezed(t) == titles.squeezed(shown)), "")
    if spelled and titles.folded(spelled).count(" ") > folded.count(" "):
        return spelled, 0.85  # the markup glued two words of the heading
    article = titles.folded(own.article)
    if board.sheet.level[board.headline] != 1:
        if article in like:
            return own.article, 0.8
        part = board.sheet.level[board.headline] and _is_part(folded, own)
        return (shown, 0.6) if part else (stem, 0.65)
    address = addresses.known(board)
    if (address and _HOME_PATH.fullmatch(addresses.parts(address).path)) or titles.squeezed(shown) in names:
        return stem, 0.5
    if _is_part(folded, own):
        return shown, 0.75
    if any(f" {folded} " in f" {title} " for title in like):
        return (shown, 0.6) if own.is_article or " " in shown else (stem, 0.5)
    if any(f" {title} " in f" {folded} " for title in like):
        return (shown, 0.65) if own.is_article else (stem, 0.6)
    alike = max((_overlap(folded, title) for title in like), default=0.0)
    if own.is_article:
        return (shown, 0.68) if alike >= MIN_ALIKE or not own.social else (stem, 0.6)
    return (shown, 0.45) if MIN_ALIKE <= alike < MAX_ALIKE or not own.social else (stem, 0.55)


def _is_part(folded: str, own: _Titles) -> bool:
    return any(folded in titles.pieces(title) for title in (own.social, own.page))


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
    below = range(board.headline + 1, min(board.headline + 3, len(board.role)))
    for block in dict.fromkeys((*board.having(Role.HEADLINE), *below)):
        rule = "" if board.role[block] is Role.HEADLINE else "below the headline"
        span, words = board.span(block, rule), board.sheet.words(block)
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
