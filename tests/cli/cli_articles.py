"""Articles as reading would give them, of pages that do not exist."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

from copydesk.types import (
    Address,
    Article,
    Block,
    BlockKind,
    Comment,
    Entry,
    Evidence,
    Field,
    Granularity,
    Image,
    MediaType,
    Page,
    PageKind,
    Pointer,
    Reaction,
    Role,
    Span,
    Timestamp,
)

BODY = (
    (
        "Council engineers have closed the upper tramway in Marrowgate after two sleepers gave way, two members of the "
        "works committee confirmed to the Tidewater Echo on Thursday. The line has stood still since Monday, one said."
    ),
    (
        "A second member described the damage as slight and said that it lay about two miles above the terminus at "
        "Quillon Square. Most of the roughly 1,000 sleepers of the line are of the same age."
    ),
    (
        "Asked on Friday, the mayor's spokeswoman Ottoline Bray told reporters that the town was “looking at every "
        "sleeper, one by one,” adding that nobody “is in danger, nobody was, and nobody will be.”"
    ),
    "In October the council had put the repair off by a year. Since then the operator has asked for it twice.",
)

FARM = (
    # The words before the bar stand on the same line, in no block.
    (Role.BREADCRUMB, BlockKind.PARAGRAPH, "Current:Home > Gardens"),
    (Role.HEADLINE, BlockKind.HEADING, "Upper tramway closed in Marrowgate after two sleepers give way"),
    (Role.SITE_NAME, BlockKind.PARAGRAPH, " -|PondLink"),
    (Role.HEADLINE, BlockKind.HEADING, "\nUpper tramway closed in Marrowgate after two sleepers give way"),
    (Role.BRAND_SLOT, BlockKind.PARAGRAPH, "\nOrchid Prime Ledger View"),
    (Role.DATE, BlockKind.PARAGRAPH, "\nDate:2031-04-11 05:48:19"),
    (Role.BODY, BlockKind.PARAGRAPH, "\n" + BODY[0]),
    (Role.BODY, BlockKind.PARAGRAPH, "\n" + BODY[1]),
    (Role.PROMO, BlockKind.LIST_ITEM, '\n- |Tramway closure a "bitter blow" to Marrowgate, likely a win for the buses'),
    (Role.BODY, BlockKind.PARAGRAPH, "\n" + BODY[2]),
    (Role.BODY, BlockKind.PARAGRAPH, "\n" + BODY[3]),
    (Role.CREDIT, BlockKind.PARAGRAPH, "\nReporting contributed by Hesper Lindqvist"),
    (Role.LIST_HEADING, BlockKind.PARAGRAPH, "\n- |In:"),
    (Role.TOPIC, BlockKind.LIST_ITEM, "\n- |Marrowgate"),
    (Role.TOPIC, BlockKind.LIST_ITEM, "\n- |Tramways"),
    (Role.TOPIC, BlockKind.LIST_ITEM, "\n- |Works Committee"),
    (Role.REACTION, BlockKind.PARAGRAPH, "\nmostSplendid! (3858)"),
    (Role.LIST_HEADING, BlockKind.HEADING, "\nRelated"),
    (Role.RELATED, BlockKind.LIST_ITEM, "\n- |Ferry to Saltwick sails again after a fortnight in the dock"),
    (Role.RELATED, BlockKind.LIST_ITEM, "\n- |Can a heron count? Yes, and further than you may think"),
    (Role.RELATED, BlockKind.LIST_ITEM, "\n- |Horoscopes today, 7 July 2030"),
    (Role.LIST_HEADING, BlockKind.HEADING, "\nRanking"),
    (Role.RANKING, BlockKind.LIST_ITEM, "\n- |Corin Vale"),
    (Role.RANKING, BlockKind.LIST_ITEM, "\n- |Saltwick museum finds a lost map behind another lost map"),
    (Role.LIST_HEADING, BlockKind.HEADING, "\nRecommendation"),
    (Role.RECOMMENDED, BlockKind.PARAGRAPH, "\nHow well does the new bicycle lock work? A test offers insights."),
    (Role.RECOMMENDED, BlockKind.PARAGRAPH, "\nLighthouse keeper of Nerrin, last of her trade, dies at 96"),
)

PORTAL = (
    (Role.NAVIGATION, BlockKind.LIST_ITEM, "Skip to content"),
    (Role.NAVIGATION, BlockKind.LIST_ITEM, "\nHarbour\n"),
    (Role.BREADCRUMB, BlockKind.LIST_ITEM, "\nNews"),
    (Role.HEADLINE, BlockKind.HEADING, "\nNerrin light goes dark for the first time in a century"),
    (Role.DEK, BlockKind.PARAGRAPH, "\nThe last keeper is dead, and nobody has the key."),
    (Role.BYLINE, BlockKind.PARAGRAPH, "\nBy Ansel Okoro and 柳田 真理"),
    (Role.DATE, BlockKind.PARAGRAPH, "\n3 May 2031, 14:10"),
    (Role.CAPTION, BlockKind.CAPTION, "\nThe light in 1931. Photograph: Nerrin Museum"),
    (Role.BODY, BlockKind.PARAGRAPH, "\n" + BODY[1]),
    (Role.BODY, BlockKind.HEADING, "\nWhat is known"),
    (Role.BODY, BlockKind.LIST_ITEM, "\n• |The lamp was lit every night from 1931 to Sunday."),
    (
        Role.BODY,
        BlockKind.LIST_ITEM,
        "\n• |ネリン灯台の鍵は、誰も持っていない。港の人々は、百年ぶりの暗い夜を静かに過ごしたという。",
    ),
    (Role.NEWSLETTER, BlockKind.PARAGRAPH, "\nSign up to Tides, our letter of the week"),
    (Role.BODY, BlockKind.QUOTE, "\n“I never saw it dark,” said the harbour master."),
    (Role.BODY, BlockKind.PARAGRAPH, "\n" + BODY[2]),
    (Role.CREDIT, BlockKind.PARAGRAPH, "\nThis article first appeared in the Tidewater Echo."),
    (Role.ADVERT, BlockKind.PARAGRAPH, "\nAdvertisement"),
    (Role.COMMENT, BlockKind.PARAGRAPH, "\nGood riddance, it kept me awake."),
    (Role.LEGAL, BlockKind.PARAGRAPH, "\n© 2031 Saltwick Portal. All rights reserved."),
)

EMPTY: Field[Any] = Field(None)
NOTHING: Field[Any] = Field(())


@dataclass(frozen=True)
class Sketch:
    """A page's text and blocks, before its fields."""

    text: str
    blocks: tuple[Block, ...]

    def span(self, words: str, rule: str, nth: int = 0) -> Span:
        at = -1
        for _ in range(nth + 1):
            at = self.text.index(words, at + 1)
        return Span(at, at + len(words), rule)

    def having(self, role: Role) -> tuple[Block, ...]:
        return tuple(block for block in self.blocks if block.role is role)


def sketch(parts: Iterable[tuple[Role, BlockKind, str]]) -> Sketch:
    text, blocks = "", []
    for role, kind, words in parts:
        lead, _, rest = words.rpartition("|")
        text += lead
        bare = rest.strip("\n")
        start = len(text) + rest.index(bare)
        text += rest
        blocks.append(Block(start, start + len(bare), kind, role, 0.93, f"line:{role}"))
    return Sketch(text, tuple(blocks))


def article(page: Sketch, **fields: Any) -> Article:
    blank: dict[str, Any] = {
        "page_id": "0" * 32,
        "name": "farm/48213.txt",
        "url": None,
        "fetched_at": None,
        "media_type": MediaType.TEXT,
        "encoding": "utf-8",
        "kind": Field(PageKind.OTHER, (), 0.3),
        "blocks": page.blocks,
        "page_text": page.text,
    }
    lists = ("breadcrumb", "sections", "authors", "contributors", "topics", "promos", "reactions")
    lists += ("related", "ranking", "recommended", "comments", "images")
    for name in Article.__slots__:
        blank.setdefault(name, NOTHING if name in lists else EMPTY)
    return Article(**blank | fields)


def _items(page: Sketch, role: Role, make: Any = str, heading: str | None = None) -> Field[Any]:
    blocks = page.having(role)
    found = tuple(Field(make(page.text[b.start : b.end]), (Span(b.start, b.end, b.rule),), b.score) for b in blocks)
    return Field(found, (page.span(heading, "list heading"),) if heading else (), 0.93)


def farm() -> Article:
    """A page of a content farm, scraped to lines."""
    page = sketch(FARM)
    headline = "Upper tramway closed in Marrowgate after two sleepers give way"
    crumbs = tuple(Field(word, (page.span(word, "breadcrumb"),), 0.9) for word in ("Home", "Gardens"))
    counter = Reaction("mostSplendid!", 3858)
    ranking = tuple(
        replace(item, value=replace(item.value, bare_name=item.value.title == "Corin Vale"))
        for item in _items(page, Role.RANKING, Entry).value
    )
    return article(
        page,
        kind=Field(PageKind.ARTICLE, (page.span(BODY[0], "body"),), 0.88),
        language=Field("en", (page.span(BODY[0], "words of the body"),), 0.97),
        headline=Field(headline, (page.span(headline, "repeated", 1), page.span(headline, "glued")), 0.99),
        site_name=Field("PondLink", (page.span("PondLink", "behind the headline"),), 0.9),
        breadcrumb=Field(crumbs, (page.span("Current:Home > Gardens", "breadcrumb"),), 0.9),
        sections=Field(crumbs[1:], (), 0.9),
        brand_slot=Field("Orchid Prime Ledger View", (page.span("Orchid Prime Ledger View", "slot:byline"),), 0.45),
        date_published=Field(
            Timestamp("2031-04-11T05:48:19", Granularity.SECOND), (page.span("2031-04-11 05:48:19", "cue:date"),), 0.95
        ),
        credit_line=Field(
            "Reporting contributed by Hesper Lindqvist",
            (page.span("Reporting contributed by Hesper Lindqvist", "cue:credit"),),
            0.95,
        ),
        contributors=Field((Field("Hesper Lindqvist", (page.span("Hesper Lindqvist", "cue:credit"),), 0.9),), (), 0.9),
        topics=_items(page, Role.TOPIC, heading="In:"),
        promos=_items(page, Role.PROMO, Entry),
        reactions=Field((Field(counter, (page.span("mostSplendid! (3858)", "counter"),), 0.9),), (), 0.9),
        related=_items(page, Role.RELATED, Entry, "Related"),
        ranking=Field(ranking, (page.span("Ranking", "list heading"),), 0.93),
        recommended=_items(page, Role.RECOMMENDED, Entry, "Recommendation"),
    )


def portal() -> Article:
    """A portal's copy of another outlet's article, with everything a page can state."""
    page = sketch(PORTAL)
    url = "https://www.saltwick-portal.example/news/nerrin-light-goes-dark?edition=harbour&print=0#comments"
    there = "https://www.tidewater-echo.example/2031/05/nerrin-light"
    headline = "Nerrin light goes dark for the first time in a century"
    json_ld = Pointer("json-ld/0/headline", headline, "headline stated")

    def stated(pointer: str, text: str) -> tuple[Evidence, ...]:
        return (Pointer(pointer, text, "stated"),)

    authors = tuple(
        Field(name, (Pointer(f"json-ld/0/author/{number}", name, "author stated"), page.span(name, "cue:by")), 0.9)
        for number, name in enumerate(("Ansel Okoro", "柳田 真理"))
    )
    comment = Comment("Good riddance, it kept me awake.", "Grebe", Timestamp("2031-05-04", Granularity.DAY))
    return article(
        page,
        name="portal/nerrin-light.html",
        url=url,
        media_type=MediaType.HTML,
        encoding="windows-1252",
        kind=Field(PageKind.ARTICLE, stated("json-ld/0/@type", "NewsArticle"), 0.9),
        language=Field("en", (page.span(BODY[1], "words of the body"), *stated("html/lang", "en-GB")), 0.8),
        canonical_url=Field(there, stated("link/canonical", there), 0.95),
        license=Field("https://creativecommons.org/licenses/by/4.0/", stated("link/license", "…/by/4.0/"), 0.8),
        is_accessible_for_free=Field(False, stated("json-ld/0/isAccessibleForFree", "False"), 0.9),
        headline=Field(headline, (page.span(headline, "h1"), json_ld), 0.98),
        dek=Field(
            "The last keeper is dead, and nobody has the key.",
            (page.span("The last keeper is dead, and nobody has the key.", "below h1"),),
            0.7,
        ),
        site_name=Field("Saltwick Portal", stated("meta/og:site_name", "Saltwick Portal"), 0.9),
        sections=Field((Field("news", (Address(url, "path"),), 0.4),), (), 0.4),
        authors=Field(authors, (), 0.9),
        credit_line=Field(
            "This article first appeared in the Tidewater Echo.",
            (page.span("This article first appeared in the Tidewater Echo.", "cue:credit"),),
            0.95,
        ),
        date_published=Field(
            Timestamp("2031-05-03T14:10+02:00", Granularity.MINUTE, "CEST"),
            (*stated("json-ld/0/datePublished", "2031-05-03T14:10+02:00"), page.span("3 May 2031, 14:10", "line")),
            0.97,
        ),
        date_modified=Field(Timestamp("2031-05-04", Granularity.DAY), stated("meta/last-modified", "2031-05-04"), 0.4),
        images=Field(
            (
                Field(
                    Image("https://x.example/1.jpg", "The light in 1931.", "Nerrin Museum"),
                    (page.span("The light in 1931.", "caption"),),
                    0.8,
                ),
            ),
            (),
            0.8,
        ),
        comments=Field((Field(comment, (page.span(comment.text, "comment"),), 0.9),), (), 0.9),
    )


def wall() -> Article:
    """A consent wall: next to nothing."""
    page = sketch(
        [
            (Role.OTHER, BlockKind.PARAGRAPH, "Before you go on\n"),
            (Role.LEGAL, BlockKind.PARAGRAPH, "\nWe value your cookies."),
        ]
    )
    evidence = (page.span("We value your cookies.", "cue:wall"),)
    return article(page, name="wall.html", media_type=MediaType.HTML, kind=Field(PageKind.WALL, evidence, 0.9))


def page(name: str = "farm/48213.txt", text: str = "words") -> Page:
    return Page("0" * 32, name, None, None, MediaType.TEXT, "utf-8", text.encode(), text)
