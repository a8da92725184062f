"""The dates that the page claims: published and modified."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.reading import moments, structured, words
from copydesk.reading.candidates import Candidate, choose
from copydesk.types import Address, Evidence, Field, Granularity, PageKind, Pointer, Role, Span, Timestamp

if TYPE_CHECKING:
    from copydesk.reading.board import Board

Dates = Field[Timestamp | None]

PUBLISHED_META: Final = (
    ("article:published_time", 0.85), ("datepublished", 0.8), ("parsely-pub-date", 0.8), ("og:published_time", 0.7),
    ("date", 0.6), ("pubdate", 0.7), ("publish-date", 0.7), ("dc.date", 0.6), ("dc.date.issued", 0.7),
    ("dcterms.created", 0.6), ("sailthru.date", 0.7), ("cxenseparse:recs:publishtime", 0.7), ("article.published", 0.7),
    ("publication_date", 0.7), ("citation_publication_date", 0.7), ("last-published", 0.4),
)  # fmt: skip
MODIFIED_META: Final = (
    ("article:modified_time", 0.85), ("og:updated_time", 0.7), ("datemodified", 0.8), ("last-modified", 0.5),
    ("dcterms.modified", 0.6), ("article.updated", 0.7), ("dc.date.modified", 0.6),
)  # fmt: skip

_FINENESS: Final = {unit: number for number, unit in enumerate(Granularity)}


def read(board: "Board", kind: PageKind) -> tuple[Dates, Dates]:
    """The claimed dates of publication and of the last change.

    The visible dates of a front page are those of its teasers: there only what the page states of itself counts.
    """
    published, modified = list(_published(board)), list(_modified(board))
    if kind is not PageKind.SECTION_FRONT:
        published += _time_tags(board)
        for candidate, cue in _shown(board):
            (modified if cue == "modified" else published).append(candidate)
    return _finest(published), _finest(modified)


def _finest(candidates: list[Candidate[Timestamp | None]]) -> Dates:
    """The best supported day, as precisely as any of its witnesses states it."""
    field = choose(candidates, lambda stamp: stamp.value[:10] if stamp else None)
    if field.value is None:
        return field
    day = field.value.value[:10]
    same = [c.value for c in candidates if c.value and c.value.value[:10] == day]
    best = max(same, key=lambda stamp: (_FINENESS[stamp.granularity], stamp.zone is not None))
    return Field(best, field.evidence, field.confidence)


def _published(board: "Board") -> Iterator[Candidate[Timestamp | None]]:
    yield from _stated(board, "datePublished", 0.85, PUBLISHED_META)
    if board.sheet.page.url:
        for moment in moments.find(board.sheet.page.url.replace("_", "-"))[:1]:
            yield Candidate(moment.value, Address(board.sheet.page.url, "date in the address"), 0.5)


def _modified(board: "Board") -> Iterator[Candidate[Timestamp | None]]:
    yield from _stated(board, "dateModified", 0.85, MODIFIED_META)


def _stated(
    board: "Board", prop: str, weight: float, meta: tuple[tuple[str, float], ...]
) -> Iterator[Candidate[Timestamp | None]]:
    page = board.sheet.structured
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, prop)[:1]:
            yield from _parsed(text, Pointer(place, text, "date stated"), weight)
    for name, chance in meta:
        for text in page.meta.get(name, ())[:1]:
            yield from _parsed(text, Pointer(f"meta/{name}", text, "date stated"), chance)
    for text in page.microdata.get(prop, ())[:1]:
        yield from _parsed(text, Pointer(f"microdata/{prop}", text, "date stated"), 0.75)


def _parsed(text: str, evidence: Evidence, weight: float) -> Iterator[Candidate[Timestamp | None]]:
    stamp = moments.parse(text)
    if stamp is not None:
        yield Candidate(stamp, evidence, weight)


def _time_tags(board: "Board") -> Iterator[Candidate[Timestamp | None]]:
    """``<time>`` elements near the headline; those of teasers and comments are other pages' dates."""
    around = {Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.COMMENT, Role.NAVIGATION, Role.PROMO}
    top = max(board.headline, 0)
    for tag in board.sheet.times:
        near = top - 10 <= tag.block <= max(board.body[0], top) + 4
        own = near and board.role[tag.block] not in around and "modified_prefix" not in board.cues(tag.block)
        if tag.datetime and own:
            yield from _parsed(tag.datetime, board.span(tag.block, "time element"), 0.6)


def _shown(board: "Board") -> Iterator[tuple[Candidate[Timestamp | None], str]]:
    """The dates of the visible lines, each with what the words before it say it is."""
    month_first = _american(board)
    for block in board.having(Role.DATE, Role.BYLINE)[:6]:
        line, begin, last = board.sheet.words(block), board.sheet.start[block], 0
        for moment in moments.find(line, month_first=month_first):
            before = words.cues(line[last : moment.start])
            cue = "modified" if "modified_prefix" in before else "published"
            known = before.keys() & {"published_prefix", "date_prefix"}
            weight = (0.8 if known else 0.6) * moment.sure
            span = Span(begin + moment.start, begin + moment.end, board.rule[block])
            yield Candidate(moment.value, span, weight), cue
            last = moment.end


def _american(board: "Board") -> bool:
    language = board.sheet.structured.language.lower()
    return language in {"en-us", "en_us"} or (
        language in {"", "en"} and (board.sheet.page.url or ".com").find(".com") > 0
    )
