"""What kind of page this is: by its form, its words, its address and what it states, weighed together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import numpy as np

from copydesk.reading import addresses, judge, structured, words
from copydesk.reading.sheet import Hint
from copydesk.types import Address, BlockKind, Evidence, Field, MediaType, PageKind, Pointer, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board

WALL_WORDS = 250
"""A page with more words than this, links apart, is no wall, whatever box pops up over it."""


@dataclass(frozen=True, slots=True)
class _Vote:
    kind: PageKind
    weight: float
    evidence: Evidence | None


LEARNED = (
    PageKind.ARTICLE,
    PageKind.DOCUMENTATION,
    PageKind.FORUM,
    PageKind.PRODUCT,
    PageKind.SECTION_FRONT,
    PageKind.SERVICE,
)
"""The kinds that the model knows, in the order of its outputs; the others have a form or words of their own."""

ALONE = 0.5
"""Below this chance the model does not know the page, and the votes decide."""


def read(board: "Board") -> Field[PageKind]:
    """The kind with the most weight behind it, and how far it is ahead of the rest."""
    weights, evidence = tally(board)
    best = max(weights, key=lambda kind: weights[kind])
    others = sum(max(weight, 0.0) for kind, weight in weights.items() if kind is not best)
    confidence = weights[best] / (weights[best] + others + 0.1)
    if board.about and best in (*LEARNED, PageKind.OTHER):
        chances = judge.kinds(board, weights)
        likely = int(chances.argmax())
        if chances[likely] >= ALONE:
            best, confidence = LEARNED[likely], float(chances[likely])
    return Field(best, tuple(evidence.get(best, ())) or _whole(board), round(confidence, 3))


def tally(board: "Board") -> tuple[dict[PageKind, float], dict[PageKind, list[Evidence]]]:
    """What the rules say: the weight of each kind, and what it rests on."""
    weights: dict[PageKind, float] = {PageKind.OTHER: 0.3}
    evidence: dict[PageKind, list[Evidence]] = {}
    for vote in (*_by_form(board), *_by_words(board), *_by_statement(board), *_by_address(board)):
        weights[vote.kind] = weights.get(vote.kind, 0.0) + vote.weight
        if vote.evidence is not None and vote.weight > 0:
            evidence.setdefault(vote.kind, []).append(vote.evidence)
    return weights, evidence


def is_stated(board: "Board", kind: PageKind) -> bool:
    """Whether the page's data, its title or its address say that it is of this kind; known before its body is."""
    return any(vote.kind is kind for vote in (*_by_statement(board), *_by_address(board)))


def _whole(board: "Board") -> tuple[Evidence, ...]:
    """What the model saw: the whole page."""
    return (Span(board.sheet.start[0], board.sheet.end[-1], "model:kind"),) if board.about else ()


def _by_form(board: "Board") -> Iterator[_Vote]:
    features = board.features
    body = board.having(Role.BODY)
    prose = sum(float(features.prose[block]) for block in body)
    total = float(features.words.sum())
    if prose >= 60:
        span = Span(board.sheet.start[body[0]], board.sheet.end[body[-1]], "body")
        yield _Vote(PageKind.ARTICLE, 0.6 + min(prose / 500, 1.0) + (0.3 if prose > 0.4 * total else 0.0), span)
    entries = (features.link_density > 0.6) & (features.words >= 4)
    outside = int(entries.sum()) - sum(bool(entries[block]) for block in body)
    if board.sheet.page.media_type is MediaType.TEXT:
        known = np.array([role in _APART for role in board.role], dtype=bool)
        outside = int(((features.words >= 4) & (features.prose == 0) & ~known).sum())
    signed = bool(board.having(Role.BYLINE))
    if signed and 60 <= prose < 150:  # short articles are outweighed by the lists around them
        yield _Vote(PageKind.ARTICLE, 0.5, board.span(board.having(Role.BYLINE)[0], "byline"))
    if outside >= 12 and prose < 150:
        yield _Vote(PageKind.SECTION_FRONT, min(outside / 20, 1.2) + (0.6 if prose < 60 else 0.0), None)
    if board.teasers >= 8 and prose < 40 * board.teasers:
        yield _Vote(PageKind.SECTION_FRONT, 0.6 + min(board.teasers / 15, 1.0), None)
    posts = int(((board.hints & int(Hint.POST)) != 0).sum())
    if posts > 0.3 * len(board.role):
        yield _Vote(PageKind.FORUM, 1.0, None)
    if int(((board.hints & int(Hint.LIVE)) != 0).sum()) > 0.2 * len(board.role):
        yield _Vote(PageKind.LIVE_BLOG, 1.5, None)
    entries_in_time = {tag.block for tag in board.sheet.times if board.body[0] <= tag.block <= board.body[1]}
    if len(entries_in_time) >= 5:
        yield _Vote(PageKind.LIVE_BLOG, 0.8, None)
    listings = sum(board.sheet.kind[block] is BlockKind.PREFORMATTED for block in body)
    if listings >= 2:
        yield _Vote(PageKind.DOCUMENTATION, 0.6, None)
    pictures = [p for p in board.sheet.pictures if board.body[0] <= p.block <= board.body[1]]
    if len(pictures) >= 8 and prose < 40 * len(pictures):
        yield _Vote(PageKind.GALLERY, 0.6, None)


_APART = frozenset([Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.HEADLINE, Role.PROMO, Role.CREDIT, Role.CAPTION])
"""What stands around the article of a text under a heading of its own, and is no teaser."""

_LISTED = frozenset([Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.BREADCRUMB, Role.TOPIC])

_CUES = (
    ("live_anywhere", PageKind.LIVE_BLOG, 1.2),
    ("gallery_anywhere", PageKind.GALLERY, 1.0),
    ("video_anywhere", PageKind.VIDEO, 0.6),
)


def _by_words(board: "Board") -> Iterator[_Vote]:
    """Cues in the headline, and anywhere on the page for walls, forums and shops."""
    body_words = sum(float(board.features.words[block]) for block in board.having(Role.BODY))
    if board.headline >= 0:
        found = board.cues(board.headline)
        for cue, kind, weight in _CUES:
            if cue in found:
                yield _Vote(kind, weight, board.span(board.headline, f"cue:{cue}"))
    most = 60 if body_words < WALL_WORDS else 12  # what asks for consent is a paragraph, what sells is a button
    seen: dict[str, int] = {}
    for block in np.flatnonzero(board.features.words <= most).tolist():
        if board.role[block] not in _LISTED:
            for cue in board.cues(block):
                if cue.startswith(("wall_", "forum_", "product_")):
                    seen.setdefault(cue, block)
    wall = [cue for cue in seen if cue.startswith("wall_")]
    unlinked = float((board.features.words * (1.0 - board.features.link_density)).sum())
    named = board.headline >= 0 and any(cue.startswith("wall_") for cue in board.cues(board.headline))
    signed = bool(board.having(Role.BYLINE)) and (len(wall) < 2 or body_words >= 100)
    if wall and not signed and body_words < WALL_WORDS and (named or unlinked < WALL_WORDS):
        yield _Vote(PageKind.WALL, 2.0 + 0.5 * len(wall), board.span(seen[wall[0]], f"cue:{wall[0]}"))
    if "forum_anywhere" in seen:
        yield _Vote(PageKind.FORUM, 0.5, board.span(seen["forum_anywhere"], "cue:forum_anywhere"))
    if "product_anywhere" in seen:
        yield _Vote(PageKind.PRODUCT, 0.7, board.span(seen["product_anywhere"], "cue:product_anywhere"))


def _kinds() -> dict[PageKind, dict[str, Any]]:
    return {PageKind(name): entry for name, entry in words.table("kinds").items()}


_STATED = {PageKind.ARTICLE: 0.9, PageKind.SERVICE: 0.15, PageKind.VIDEO: 0.3, PageKind.SECTION_FRONT: 0.9}


def _by_statement(board: "Board") -> Iterator[_Vote]:
    page = board.sheet.structured
    types = {name: pointer for pointer, item in page.json_ld for name in structured.types_of(item)}
    for kind, entry in _kinds().items():
        hits = [name for name in entry["types"] if name in types]
        if hits:
            yield _Vote(kind, _STATED.get(kind, 1.2), Pointer(f"{types[hits[0]]}/@type", hits[0], "type stated"))
        named = [word for word in entry.get("titles", ()) if word in page.title.casefold()]
        if named:
            yield _Vote(kind, 0.8, Pointer("html/title", page.title, "cue in the title"))
        for text in page.meta.get("og:type", ())[:1]:
            if text.lower() in entry["og"]:
                yield _Vote(kind, 0.5, Pointer("meta/og:type", text, "type stated"))


def _by_address(board: "Board") -> Iterator[_Vote]:
    url = board.sheet.page.url
    if not url:
        return
    parts = addresses.parts(url)
    segments = [segment for segment in unquote(parts.path).lower().split("/") if segment]
    evidence = Address(url, "path")
    if not segments and not parts.query:
        yield _Vote(PageKind.SECTION_FRONT, 0.5, evidence)
    for kind, entry in _kinds().items():
        host = addresses.host(url).split(".")[0]
        if any(segment in entry["paths"] for segment in [host, *segments[:-1]]):
            yield _Vote(kind, 0.5 if kind is not PageKind.ARTICLE else 0.4, evidence)
        elif segments and segments[-1] in entry["paths"]:
            yield _Vote(kind, 0.4 if kind is PageKind.SECTION_FRONT else 0.3, evidence)
