"""The dates that the page claims: published and modified.

stamps.py reads what the page says to machines, datelines.py what it shows; here the two are weighed. Places of one kind
(all meta tags, all dates beside the headline) are one witness. Where witnesses differ an argument decides, not a sum of
weights: see :func:`_standing` and :func:`_likely`. Nothing is guessed: each date was read at the place that it names.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import TYPE_CHECKING, Final

from copydesk.reading import datelines, stamps
from copydesk.reading.candidates import Candidate, choose
from copydesk.reading.datelines import Place, Shown
from copydesk.reading.moments import Event
from copydesk.types import Field, Granularity, PageKind, Pointer, Timestamp

if TYPE_CHECKING:
    from copydesk.reading.board import Board

Dates = Field[Timestamp | None]
Dated = Candidate[Timestamp | None]

NEWS: Final = frozenset([PageKind.ARTICLE, PageKind.LIVE_BLOG, PageKind.GALLERY, PageKind.VIDEO, PageKind.FORUM])
"""Kinds of pages that have a day of their own; elsewhere a picture's day is that of goods and teasers."""

SURE_SHOWN = 0.5
"""A shown date of less weight refutes nothing: it stands in a headline, or the text begins with it."""

DOUBT = 0.5
"""A page that shows only the day of a change was published by then, and on that day on 18 of 29 development pages."""

MOST_PLACES = 20
"""Places of one kind that are taken in: real pages have fewer, and each stays in the record as evidence."""

_DAY: Final = timedelta(days=1)
_BEHIND: Final = timedelta(hours=12)
"""No clock is farther behind UTC."""
_MINUTE: Final = len("2024-05-03T14:10")
_OFFSET: Final = re.compile(r"[+-]\d\d:\d\d$")
_FINENESS: Final = {unit: number for number, unit in enumerate(Granularity)}


@dataclass(frozen=True, slots=True)
class _Claims:
    """All that a page says of its dates, in the order in which it is believed."""

    issued: list[Dated]
    changed: list[Dated]
    address: list[Dated]
    month: list[Dated]
    shown: list[Shown]


def read(board: "Board", kind: PageKind) -> tuple[Dates, Dates]:
    """The claimed dates of publication and of the last change."""
    claims = _collected(board, kind)
    edits = [shown.claim for shown in claims.shown if shown.event is Event.CHANGE]
    modified = _finest([*claims.changed, *_one_witness(edits)])
    published = _finest(_published(board, kind, claims))
    if published.value is None and not any(_kind(claim) == "meta" for claim in claims.changed):
        # A CMS that states the change of a page in its meta tags, but no publication, holds it for undated.
        top = [shown.claim for shown in claims.shown if shown.event is Event.CHANGE and shown.place is Place.HEAD]
        field = _finest(_one_witness(top))
        published = Field(field.value, field.evidence, min(field.confidence, DOUBT))
    return published, modified


def _collected(board: "Board", kind: PageKind) -> _Claims:
    month_first = _month_first(board)
    issued = list(stamps.published(board.sheet, month_first=month_first))
    changed = list(stamps.modified(board.sheet, month_first=month_first))
    address, month = list(stamps.in_address(board.sheet)), list(stamps.month_in_address(board.sheet))
    if kind is PageKind.FORUM:  # a thread is as old as its first post
        issued.sort(key=_stated)
    last = _last_day(board)
    issued, changed, address = (
        [c for c in listed if (_day(c) or last) <= last] for listed in (issued, changed, address)
    )
    known = {_day(claim) for claim in (*issued, *changed, *address)}
    shown = [_settled(one, known, last) for one in datelines.read(board, month_first=month_first)]
    shown = [one for one in shown if (_day(one.claim) or last) <= last]
    if kind is PageKind.SECTION_FRONT:  # the other dates there are those of its teasers
        shown = [one for one in shown if one.place is Place.HEAD and one.claim.weight >= datelines.SURE]
    if month and not address:
        stated = _stated(month[0])
        shown = [one for one in shown if _stated(one.claim).startswith(stated) or one.event is Event.CHANGE] or shown
    return _Claims(issued, changed, address, month, shown)


def _published(board: "Board", kind: PageKind, claims: _Claims) -> list[Dated]:
    """The candidates for the date of publication: days first, then a last resort, then a mere month."""
    stated = list(_standing(claims))
    found = [*stated, *_likely(claims, stated, kind), *claims.address]
    days = [claim for claim in found if _day(claim)]
    if not days and kind in NEWS:
        page = board.sheet.structured
        described = stamps.in_description(page, month_first=_month_first(board))
        days = [claim for claim in described if _day(claim)] or [*stamps.in_images(page)]
    return days or found or claims.month


def _standing(claims: _Claims) -> Iterator[Dated]:
    """What the page says to machines, less what its dateline or its address refutes.

    A page that its dateline or the path of its address makes older than its machine-readable date was imported or
    republished: a CMS puts its own clock there (the shown date was right on 15 of 16 development pages). An instant in
    UTC gives way to the day that it was where the page was written, if the address has that day or another place
    states the same instant with its offset.
    """
    heard = _in_order(claims, Place.HEAD)
    first = [claim for claim in heard[:1] if claim.weight >= SURE_SHOWN]
    path = [claim for claim in claims.address if claim.weight >= stamps.NAMED]
    seen = {_day(claim) for claim in heard}
    address = {_day(claim) for claim in claims.address}
    local = {_instant(claim) for claim in (*claims.issued, *heard) if not _is_utc(claim)} - {None}
    for claim in _witnesses(claims.issued):
        day = _day(claim)
        if day is None:
            yield claim
            continue
        older = _before(path, claim) or (day not in seen and _before(first, claim))
        abroad = _is_utc(claim) and (_instant(claim) in local or {day - _DAY, day + _DAY} & address)
        if not older and (not abroad or day in address):
            yield claim


def _before(earlier: list[Dated], claim: Dated) -> bool:
    """Whether one of these is more than a day before a claim, or by more hours than any two clocks of one moment."""
    day, said = _day(claim), _stated(claim)[:_MINUTE]
    for other in earlier:
        first, shown = _day(other), _stated(other)[:_MINUTE]
        if first and day and first < day - _DAY:
            return True
        if (
            len(shown) == len(said) == _MINUTE
            and datetime.fromisoformat(said) - datetime.fromisoformat(shown) > _BEHIND
        ):
            return True
    return False


def _likely(claims: _Claims, stated: list[Dated], kind: PageKind) -> list[Dated]:
    """The shown dates that can be the publication's: one later than the machine-readable one is that of a change."""
    sure = [day for claim in stated if claim.weight >= stamps.MICRODATA and (day := _day(claim))]
    latest = max(sure, default=date.max)
    found = [claim for claim in _in_order(claims, *Place) if (_day(claim) or latest) <= latest]
    if kind is PageKind.FORUM:
        found.sort(key=_rank)
    return _one_witness(found)


def _in_order(claims: _Claims, *places: Place) -> list[Dated]:
    """The dates shown there that are no change's: labelled ones first, then the surest, then those said elsewhere."""
    said = {_day(claim) for claim in (*claims.issued, *claims.address)}
    found = sorted(
        (one for one in claims.shown if one.event is not Event.CHANGE and one.place in places),
        key=lambda one: (one.event is Event.UNSAID, -round(one.claim.weight, 1), _day(one.claim) not in said),
    )
    return [one.claim for one in found]


def _witnesses(stated: Iterable[Dated]) -> list[Dated]:
    """The stated dates, those of one kind of place as one witness."""
    kinds: dict[str, list[Dated]] = {}
    for claim in stated:
        kinds.setdefault(_kind(claim), []).append(claim)
    kinds.get("meta", []).sort(key=_rank)
    return [claim for claims in kinds.values() for claim in _one_witness(claims)]


def _one_witness(claims: Iterable[Dated]) -> list[Dated]:
    """Places of one kind: the first for a day counts, the others are only shown; further days count half."""
    days: set[str] = set()
    found: list[Dated] = []
    for claim in islice(claims, MOST_PLACES):
        day = _stated(claim)[:10]
        weight = 0.0 if day in days else claim.weight / 2 if days else claim.weight
        days.add(day)
        found.append(Candidate(claim.value, claim.evidence, weight))
    return found


def _settled(one: Shown, known: set[date | None], last: date) -> Shown:
    """A shown date with day and month exchanged, if the page states that day elsewhere, or this one is yet to come."""
    if one.exchanged is None or _day(one.claim) in known:
        return one
    other: Dated = Candidate(one.exchanged, one.claim.evidence, one.claim.weight)
    to_come = (_day(one.claim) or last) > last
    return Shown(one.event, one.place, other) if to_come or _day(other) in known else one


def _last_day(board: "Board") -> date:
    """The last day that a page can name as its own: it was fetched then, or a day earlier west of there."""
    fetched = (board.sheet.page.fetched_at or "")[:10]
    try:
        return date.fromisoformat(fetched) + _DAY
    except (ValueError, OverflowError):
        return date.max


def _finest(candidates: Iterable[Dated]) -> Dates:
    """The best supported day, as precisely as any of its witnesses states it."""
    claims = list(candidates)
    field = choose(claims, lambda stamp: stamp.value[:10] if stamp else None)
    if field.value is None:
        return field
    day = field.value.value[:10]
    same = [claim.value for claim in claims if claim.value and claim.value.value[:10] == day]
    best = max(same, key=lambda stamp: (_FINENESS[stamp.granularity], stamp.zone is not None))
    return Field(best, field.evidence, field.confidence)


def _kind(claim: Dated) -> str:
    """The kind of place that states a date: ``json-ld``, ``meta``, ``microdata``."""
    return claim.evidence.pointer.split("/")[0] if isinstance(claim.evidence, Pointer) else ""


def _rank(claim: Dated) -> tuple[float, str]:
    """The surest first; of equals the earliest, for answers and changes come later."""
    return -round(claim.weight, 1), _stated(claim)


def _stated(claim: Dated) -> str:
    return claim.value.value if claim.value else ""


def _day(claim: Dated) -> date | None:
    """The day of a claim; None if it states less."""
    return date.fromisoformat(day) if len(day := _stated(claim)[:10]) == len("2024-05-03") else None


def _is_utc(claim: Dated) -> bool:
    return _stated(claim).endswith("+00:00")


def _instant(claim: Dated) -> datetime | None:
    """The moment of a claim that states its offset."""
    value = _stated(claim)
    return datetime.fromisoformat(value) if _OFFSET.search(value, _MINUTE) else None


def _month_first(board: "Board") -> bool:
    """Whether ``05/03/2024`` is in May here: in the United States, and on ``.com`` in plain English."""
    language = board.sheet.structured.language.lower().replace("_", "-")
    return language == "en-us" or (language in {"", "en"} and ".com" in (board.sheet.page.url or ".com"))
