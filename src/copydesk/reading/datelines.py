"""The dates that a page shows -> candidates, the most telling place first.

A date says what it is by the words before it (``Updated``), or by where it stands: beside the headline, or alone in a
short line below the body. There it is read whatever its box is called, for many sites set it in a ``<footer>`` or a box
named ``author-info``. The dates of lists, comments and running text are other things' dates and are not read.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from copydesk.reading import moments
from copydesk.reading.candidates import Candidate
from copydesk.reading.moments import Event
from copydesk.reading.sheet import Hint
from copydesk.types import Granularity, MediaType, Role, Span, Timestamp

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.moments import Moment


class Place(StrEnum):
    """Where on the page a date stands."""

    HEAD = "date beside the headline"
    OPENING = "date opening the text"
    FOOT = "date below the body"
    ELSEWHERE = "date on the page"


@dataclass(frozen=True, slots=True)
class Shown:
    """A date that the page shows.

    Attributes:
        event: What its label says it is.
        place: Where on the page it stands.
        claim: The date, its code points, and how sure it is the page's own.
        exchanged: The other reading of ``05/03/2024``, if there is one.
    """

    event: Event
    place: Place
    claim: Candidate[Timestamp | None]
    exchanged: Timestamp | None = None


@dataclass(frozen=True, slots=True)
class _Spot:
    """A block to look into, and the chance that a date there is the page's own if nothing says what it is."""

    block: int
    place: Place
    weight: float


STATED, LABELLED = 0.85, 0.8
"""With a ``<time>`` of that day beside its label; with a label."""
SURE = 0.75
"""An unlabelled date in a line that is a dateline by its role: right on 231 of 248 development pages."""
LOOSE = 0.6
"""In any other short line beside the headline."""
WEAK = 0.4
"""In the headline or a breadcrumb, in a long line, or in a line of the body that is hardly more than the date."""
OPENED = 0.45
"""At the very beginning of the running text."""
BELOW = 0.35
"""In a short line below the body."""

ABOVE, NEAR, FAR = 6, 6, 20
"""Blocks above and below the headline in which the page's own date stands; down to the body, but not beyond FAR."""
UNDER = 6
"""Blocks below the body in which it stands otherwise."""

PHRASE, LINE, HEAD, NOTE = 10, 12, 30, 60
"""Words of: a line that shows a date below the body, a loose line, a line of the head, a note with a labelled date."""
OPENING = 60
"""Code points at the beginning of a text in which its dateline stands, and a note's label."""
MOST_OF_A_LINE = 8
MOST = 2
"""Dates on the rest of the page: more of them are a list's."""

APART: Final = frozenset(
    [Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.COMMENT, Role.PROMO, Role.LIST_HEADING, Role.TOPIC]
)
DATELINE: Final = frozenset([Role.DATE, Role.BYLINE])

_TIMED: Final = frozenset([Granularity.MINUTE, Granularity.SECOND])
"""A caption's or a sentence's date has no time of day."""

_DIGITS: Final = re.compile(r"\d{2}")
_CLOSED: Final = re.compile(r"\s?(?:[.):–—|/„“\"\n-]|$)")
"""What stands behind the date that opens a text: a stop or a dash, where a date in a sentence has words."""


def read(board: "Board", *, month_first: bool) -> list[Shown]:
    """Every date that may be the page's own, the most telling place first."""
    if board.sheet.page.media_type is MediaType.TEXT:
        spots = [_Spot(block, Place.ELSEWHERE, LOOSE) for block in board.having(*DATELINE)[:6]]
        return [shown for spot in spots for shown in _line(board, spot, (), month_first=month_first)]
    times = _times(board)
    found = [
        shown
        for spot in _spots(board)
        for shown in _line(board, spot, times.get(spot.block, ()), month_first=month_first)
    ]
    found += _openings(board, month_first=month_first)
    return found or _elsewhere(board, times, month_first=month_first)


def _spots(board: "Board") -> Iterator[_Spot]:
    """The blocks in which a page's own date stands: from the headline down, from it up, from the body's end down."""
    size, top = len(board.role), board.headline
    begin, stop = board.body
    if top < 0 and stop:
        top = begin
    body_next = begin + 1 if begin >= top else 0
    after = min(max(top + NEAR, body_next), top + FAR, stop if stop > top else size)
    for block in (*range(max(top, 0), after), *range(after, min(begin + 2, stop))):
        if block > begin and board.role[block] is Role.BODY and board.features.prose[block] > 0:
            continue  # a sentence of the text tells of other days
        dateline = board.role[block] in DATELINE and block < top + 2 * FAR
        if block < after or block >= begin - 3 or dateline:
            yield from _beside(board, block, Place.HEAD, 0.0)
    for block in range(top - 1, max(top - ABOVE, 0) - 1, -1):
        if board.role[block] is not Role.NAVIGATION or block >= top - 3:
            yield from _beside(board, block, Place.HEAD, 0.1 if block < top - 1 else 0.0)
    last = stop - 1 if stop > begin + 1 else after  # of a short body it stands right below the headline
    for block in range(min(max(stop - UNDER, after), last), min(stop + UNDER, size)):
        dateline = block >= last or board.role[block] in DATELINE
        if dateline and board.role[block] not in APART and board.features.words[block] <= NOTE:
            short = BELOW if board.features.words[block] <= PHRASE else 0.0
            yield _Spot(block, Place.FOOT, WEAK if board.role[block] in DATELINE else short)


def _beside(board: "Board", block: int, place: Place, less: float) -> Iterator[_Spot]:
    """A block beside the headline, with the chance that an unlabelled date in it is the page's own."""
    role, size = board.role[block], board.features.words[block]
    if (role in APART and not (role is Role.PROMO and 0 < block - board.headline <= 2)) or size > HEAD:
        return
    if role in {Role.HEADLINE, Role.BREADCRUMB}:
        weight = WEAK
    elif role in DATELINE or board.hints[block] & int(Hint.DATE):
        sentence = size > PHRASE and board.features.terminal[block]
        weight = WEAK if size > LINE or sentence else SURE
    else:
        weight = 0.0 if size > LINE or role in {Role.BODY, Role.CAPTION} else LOOSE
    yield _Spot(block, place, max(weight - less, 0.0))


def _line(board: "Board", spot: _Spot, times: Sequence[Timestamp], *, month_first: bool) -> Iterator[Shown]:
    """The dates of a block, each with what the words before it say it is."""
    block, line, last = spot.block, board.sheet.words(spot.block), 0
    if not times and not _DIGITS.search(line):
        return
    rule = board.rule[block] if board.role[block] in DATELINE else spot.place.value
    begin = board.sheet.start[block]
    found = moments.find(line, month_first=month_first)[:MOST_OF_A_LINE]
    for place, moment in enumerate(found):
        title = board.role[block] is Role.HEADLINE  # "Update 2024-05-03" is its name
        event = None if title else _event(line[last : moment.start])
        if event is None and not last:
            event = _above(board, block)
        last = moment.end
        if event is None and not title and place + 1 == len(found) and moments.is_issued_behind(line, last):
            event = Event.ISSUE
        weight = _weight(spot, event, moment, len(line))
        if event is Event.OTHER and _is_own(board, block):
            event, weight = None, weight * UNKNOWN_LABEL
        if weight > 0 and event is not Event.OTHER:
            value, other = _exact(moment, times)
            exact = value is not moment.value
            sure = min(weight + 0.1 * exact, STATED) * (moment.sure if other else 1.0)
            span = Span(begin + moment.start, begin + moment.end, rule)
            yield Shown(event or Event.UNSAID, spot.place, Candidate(value, span, sure), other)
    if not last and times:  # "3 hours ago" on the page, the date in its element
        event = moments.event_before(line) or _above(board, block) or Event.UNSAID
        yield Shown(event, spot.place, Candidate(times[0], board.span(block, "time element"), LOOSE))


def _is_own(board: "Board", block: int) -> bool:
    """Whether a date of a text is the page's, whatever its label: in a dateline, a line or two from the headline."""
    is_text = board.sheet.page.media_type is MediaType.TEXT
    return is_text and board.role[block] is Role.DATE and abs(block - board.headline) <= NEAR_TITLE


NEAR_TITLE, UNKNOWN_LABEL = 4, 0.7
"""Blocks from a text's headline in which an unknown label is one of the page's date; how sure that makes the date."""


def _weight(spot: _Spot, event: Event | None, moment: "Moment", size: int) -> float:
    """How sure a date in a line is the page's own."""
    alone = moment.end - moment.start > 0.5 * size
    if not spot.weight and not alone and moment.start > OPENING:
        return 0.0  # a source that a long note cites
    timed = moment.value.granularity in _TIMED
    weight = LABELLED if event is not None else max(spot.weight, WEAK if alone or timed else 0.0)
    return weight * 0.6 if moment.value.granularity is Granularity.MONTH else weight


def _exact(moment: "Moment", times: Sequence[Timestamp]) -> tuple[Timestamp, Timestamp | None]:
    """A date as its line's ``<time>`` states it, else as it stands; and its other reading, while that is open."""
    value, other = moment.value, _exchanged(moment.value) if moment.sure < 1 else None
    if other and any(time.value[:10] == other.value[:10] for time in times):
        value, other = other, None
    same = [time for time in times if time.value[:10] == value.value[:10]]
    return max([*same, value], key=lambda stamp: len(stamp.value)), other


def _openings(board: "Board", *, month_first: bool) -> Iterator[Shown]:
    """Dates with which the running text begins: ``Berlin, (3.5.2024)``, then a stop."""
    begin, stop = board.body
    for block in range(begin, min(begin + 2, stop)):
        line = board.sheet.words(block)[:OPENING]
        if not _DIGITS.search(line):
            continue
        for moment in moments.find(line, month_first=month_first)[:1]:
            whole = moment.value.granularity is not Granularity.MONTH
            if whole and moment.start <= OPENING // 3 and _CLOSED.match(line, moment.end):
                start = board.sheet.start[block]
                span = Span(start + moment.start, start + moment.end, Place.OPENING.value)
                yield Shown(Event.UNSAID, Place.OPENING, Candidate(moment.value, span, OPENED))


def _elsewhere(board: "Board", times: dict[int, list[Timestamp]], *, month_first: bool) -> list[Shown]:
    """The few dates on the rest of the page that a label, a ``<time>`` or the role of their line marks."""
    found: list[Shown] = []
    size: list[float] = board.features.words.tolist()
    for block, role in enumerate(board.role):
        stamps = times.get(block, ())
        if role in APART or size[block] > LINE or not (stamps or _DIGITS.search(board.sheet.words(block))):
            continue
        marked = bool(stamps) or role in DATELINE
        spot = _Spot(block, Place.ELSEWHERE, WEAK if marked else 0.0)
        listed = _line(board, spot, stamps, month_first=month_first)
        found += [shown for shown in listed if marked or shown.event is not Event.UNSAID]
        if len(found) > MOST:
            return []
    return found


def _times(board: "Board") -> dict[int, list[Timestamp]]:
    """The ``<time>`` elements with a date, by the block that they stand in."""
    found: dict[int, list[Timestamp]] = {}
    for tag in board.sheet.times:
        if tag.datetime and (stamp := moments.parse(tag.datetime)):
            found.setdefault(tag.block, []).append(stamp)
    return found


def _event(before: str) -> Event | None:
    """What the words before a date say it is; None if they say nothing. An unknown label is another thing's."""
    known = moments.event_before(before)
    if known is None and before.rstrip().endswith(":") and before.strip() != ":":
        return Event.OTHER
    return known


def _above(board: "Board", block: int) -> Event | None:
    """What the label in the block before says: ``Last updated:`` over the date."""
    labelled = block > 0 and board.features.words[block - 1] <= 4
    return moments.event_before(board.sheet.words(block - 1)) if labelled else None


def _exchanged(stamp: Timestamp) -> Timestamp:
    """The same with day and month exchanged."""
    year, month, day, rest = stamp.value[:4], stamp.value[5:7], stamp.value[8:10], stamp.value[10:]
    return Timestamp(f"{year}-{day}-{month}{rest}", stamp.granularity, stamp.zone)
