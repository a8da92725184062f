"""Article -> the rows of its card: what the page claims beside what copydesk finds.

A row is data, and each part of the article has its own function here that gives its rows. A later stage adds its
function to :data:`BESIDE` (rows with a claim to hold a finding against) or :data:`BELOW` (findings alone).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from copydesk.cli.values import counted, phrase, quoted, words, words_at
from copydesk.types import Address, Article, BlockKind, Entries, Evidence, Field, MediaType, Pointer, Role, Span

__all__ = ["BELOW", "BESIDE", "Row", "Tone", "rows"]

UNSURE: Final = 0.5
"""Below this confidence a row says that copydesk is unsure."""

LONGEST: Final = 12
"""So many topics or names are told; of more, how many there are."""

LINES: Final = 3
"""So many promos or counters are told, each on its line; of more, how many there are."""


class Tone(Enum):
    """How loudly a finding speaks."""

    QUIET = auto()
    PLAIN = auto()
    FLAG = auto()


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a card.

    Attributes:
        label: What it is about; empty where the row goes on with the subject of the one above.
        claim: What the page says, in its words.
        finding: What copydesk makes of it.
        tone: How loudly the finding speaks: as a note, as news, or as something that deserves a second look.
        unsure: The values behind it were read with little confidence.
    """

    label: str
    claim: str | None = None
    finding: str | None = None
    tone: Tone = Tone.PLAIN
    unsure: bool = False


Part = Callable[[Article], Iterator[Row]]


def rows(parts: tuple[Part, ...], article: Article) -> tuple[Row, ...]:
    """The rows of some parts, in their order."""
    return tuple(row for part in parts for row in part(article))


def _headline(article: Article) -> Iterator[Row]:
    yield _claim("headline", article, article.headline) or Row("headline")
    if dek := _claim("dek", article, article.dek):
        yield dek


def _site(article: Article) -> Iterator[Row]:
    yield _claim("site", article, article.site_name) or Row("site")


def _section(article: Article) -> Iterator[Row]:
    path = article.breadcrumb if article.breadcrumb.value else article.sections
    if path.value:
        claim = " › ".join(item.value for item in path.value)
        yield Row("section", claim, _source(article, path), Tone.QUIET, _unsure(path))


def _byline(article: Article) -> Iterator[Row]:
    if article.authors.value:
        names = [item.value for item in article.authors.value]
        yield Row("byline", _listed(names), _source(article, article.authors), Tone.QUIET, _unsure(article.authors))
    brand = article.brand_slot
    if brand.value is not None:
        finding = "a brand where a byline belongs" + ("" if article.authors.value else ", no author named")
        yield Row("" if article.authors.value else "byline", brand.value, finding, Tone.FLAG, _unsure(brand))
    elif not article.authors.value:
        yield Row("byline")


def _dates(article: Article) -> Iterator[Row]:
    yield _claim("published", article, article.date_published) or Row("published")
    if modified := _claim("modified", article, article.date_modified):
        yield modified


def _counters(article: Article) -> Iterator[Row]:
    counters = article.reactions.value
    for number, item in enumerate(counters[:LINES]):
        yield Row("" if number else "counter", phrase(item.value), _source(article, item), Tone.QUIET, _unsure(item))
    if len(counters) > LINES:
        yield Row("", f"and {len(counters) - LINES:,} more")


def _address(article: Article) -> Iterator[Row]:
    field = article.canonical_url
    if field.value is None:
        return
    from copydesk.reading.addresses import host  # whoever has an article has loaded it

    here, there = host(article.url), host(field.value)
    if not here or not there or _related(here, there):
        yield Row("address", field.value, _source(article, field), Tone.QUIET, _unsure(field))
    else:
        yield Row("address", field.value, f"names another host than {here}", Tone.FLAG, _unsure(field))


def _related(here: str, there: str) -> bool:
    return here == there or here.endswith("." + there) or there.endswith("." + here)


def _rights(article: Article) -> Iterator[Row]:
    if article.license.value:
        yield Row("licence", article.license.value, "reuse terms stated", Tone.FLAG, _unsure(article.license))
    free = article.is_accessible_for_free
    if free.value is not None:
        claim = "free to read" if free.value else "not free to read"
        yield Row("access", claim, _source(article, free), Tone.QUIET, _unsure(free))


def _kind(article: Article) -> Iterator[Row]:
    kind = article.kind
    yield Row("kind", _stated(kind), kind.value.replace("_", " "), unsure=_unsure(kind))


def _language(article: Article) -> Iterator[Row]:
    language = article.language
    if language.value:
        yield Row("language", _stated(language), language.value, unsure=_unsure(language))


def _body(article: Article) -> Iterator[Row]:
    kinds = Counter(block.kind for block in article.blocks if block.role is Role.BODY)
    if not kinds:
        yield Row("body", finding="none", tone=Tone.QUIET)
        return
    yield Row("body", finding=", ".join(counted(kinds[kind], name) for kind, name in FORMS.items() if kinds[kind]))
    unit, size, whole = _measure(article)
    yield Row("", finding=f"{size:,} of the page's {counted(whole, unit)}, {size / max(whole, 1):.0%}")


FORMS: Final = {
    BlockKind.PARAGRAPH: "paragraph",
    BlockKind.HEADING: "heading",
    BlockKind.LIST_ITEM: "list item",
    BlockKind.QUOTE: "quote",
    BlockKind.TABLE_ROW: "table row",
    BlockKind.PREFORMATTED: "preformatted block",
    BlockKind.CAPTION: "caption",
}

_UNSPACED: Final = re.compile(
    # Thai and Lao, Burmese, Khmer, kana, Han: scripts that do not set spaces between words
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]"
)


def _measure(article: Article) -> tuple[str, int, int]:
    """A unit, and the size in it of the body and of the page."""
    body, page = article.text, article.page_text
    if 2 * len(_UNSPACED.findall(body)) > len(body):
        return "character", len("".join(body.split())), len("".join(page.split()))
    return "word", words(body), words(page)


def _credit(article: Article) -> Iterator[Row]:
    if line := article.credit_line.value:
        yield Row("credit", finding=quoted(line), unsure=_unsure(article.credit_line))
    if names := [item.value for item in article.contributors.value]:
        unsure = _unsure(article.contributors)
        yield Row("" if line else "credit", finding=f"{_listed(names)} contributed", unsure=unsure)


def _topics(article: Article) -> Iterator[Row]:
    if topics := [item.value for item in article.topics.value]:
        yield Row("topics", finding=_listed(topics), unsure=_unsure(article.topics))


def _lists(article: Article) -> Iterator[Row]:
    for label in ("related", "ranking", "recommended"):
        entries: Entries = getattr(article, label)
        if not entries.value:
            continue
        headings = [quoted(words_at(article, at)) for at in entries.evidence if isinstance(at, Span)]
        under = f" under {_listed(headings)}" if headings else ""
        yield Row(label, finding=counted(len(entries.value), "headline") + under, unsure=_unsure(entries))
        if names := [quoted(item.value.title) for item in entries.value if item.value.bare_name]:
            what = "is only a name" if len(names) == 1 else "are only names"
            yield Row("", finding=f"{_listed(names)} {what}", tone=Tone.FLAG)


def _promos(article: Article) -> Iterator[Row]:
    promos = article.promos.value
    for number, item in enumerate(promos[:LINES]):
        yield Row("" if number else "promos", finding=quoted(item.value.title), unsure=_unsure(item))
    if len(promos) > LINES:
        yield Row("", finding=f"and {len(promos) - LINES:,} more")


def _around(article: Article) -> Iterator[Row]:
    if count := len(article.images.value):
        captions = sum(item.value.caption is not None for item in article.images.value)
        yield Row("images", finding=counted(count, "image") + (f", {captions:,} with a caption" if captions else ""))
    if count := len(article.comments.value):
        yield Row("comments", finding=counted(count, "reader comment"))


CUT: Final = {
    # Roles of what is cut from the body, as their counts are told; other roles are parts of the article
    Role.PROMO: ("promo", "promos"),
    Role.NEWSLETTER: ("newsletter box", "newsletter boxes"),
    Role.RELATED: ("related entry", "related entries"),
    Role.RANKING: ("ranking entry", "ranking entries"),
    Role.RECOMMENDED: ("recommended entry", "recommended entries"),
    Role.LIST_HEADING: ("list heading", "list headings"),
    Role.TOPIC: ("topic", "topics"),
    Role.REACTION: ("counter", "counters"),
    Role.AUTHOR_BIO: ("author note", "author notes"),
    Role.COMMENT: ("comment block", "comment blocks"),
    Role.CAPTION: ("caption", "captions"),
    Role.ADVERT: ("advert", "adverts"),
    Role.LEGAL: ("legal notice", "legal notices"),
    Role.NAVIGATION: ("navigation block", "navigation blocks"),
    Role.OTHER: ("other block", "other blocks"),
}


def _cut(article: Article) -> Iterator[Row]:
    counts = Counter(block.role for block in article.blocks)
    if told := [counted(counts[role], *names) for role, names in CUT.items() if counts[role]]:
        yield Row("cut away", finding=", ".join(told))


BESIDE: Final[tuple[Part, ...]] = (
    _kind, _headline, _site, _section, _byline, _dates, _counters, _address, _rights, _language,
)  # fmt: skip
"""Rows with a claim, or with the place for one."""

BELOW: Final[tuple[Part, ...]] = (_body, _credit, _topics, _promos, _lists, _around, _cut)
"""Rows with a finding alone."""


def _claim(label: str, article: Article, field: Field[object]) -> Row | None:
    if field.value is None:
        return None
    return Row(label, phrase(field.value), _source(article, field), Tone.QUIET, _unsure(field))


def _unsure(field: Field[object]) -> bool:
    return field.confidence < UNSURE


def _source(article: Article, field: Field[object]) -> str | None:
    """Where the claim was read: ``from the page (twice), json-ld, meta``. Of a text that goes without saying."""
    items = field.value if isinstance(field.value, tuple) else ()
    evidence = field.evidence or tuple(at for item in items[:1] for at in item.evidence)
    spots = len({at.start for at in evidence if isinstance(at, Span)})
    often = {0: "", 1: "", 2: " (twice)"}.get(spots, f" ({spots} times)")
    told = [place + often * (place == PAGE) for place in dict.fromkeys(map(_origin, evidence))]
    if not told or (article.media_type is MediaType.TEXT and told == [PAGE]):
        return None
    return f"from {', '.join(told)}"


PAGE: Final = "the page"


def _origin(evidence: Evidence) -> str:
    match evidence:
        case Span():
            return PAGE
        case Pointer(pointer):
            return pointer.split("/")[0]
        case Address():
            return "the address"


def _stated(field: Field[object]) -> str | None:
    """What the page's structured data says outright of something that copydesk judges itself."""
    return next((at.text for at in field.evidence if isinstance(at, Pointer)), None)


def _listed(words: list[str]) -> str:
    more = len(words) - LONGEST
    return ", ".join(words) if more <= 0 else f"{', '.join(words[:LONGEST])} and {more:,} more"
