"""Words -> dates: finds the calendar dates, with their times and zones, that a short piece of text states.

Absolute dates only: ``3 May 2024, 14:10 CET``, ``2024-05-03T14:10:00+02:00``, ``2024年5月3日``. Relative ones
(``yesterday``) need an anchor: they are known as such and not read. Days come from days.py, times from clock.py.
What a date is the date of, the words beside it say: :func:`event_before`, :func:`is_issued_behind`.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from copydesk.reading import clock, days, folding, words
from copydesk.types import Granularity, Timestamp

MAX_RELATIVE: Final = 40
"""Code points of a line that is nothing but a relative date."""

LABEL, BEHIND = 6, 40
"""Words of a label; code points in which one stands behind its date."""

_DIGITS: Final = re.compile(r"\d\D*\d\D*\d")
_BARE: Final = re.compile(r"(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?")
_PACKED: Final = re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)T?([0-2]\d)([0-5]\d)([0-5]\d)(?!\d)")
_ASCTIME: Final = re.compile(
    r"[A-Z][a-z]{2} ([A-Z][a-z]{2}) {1,2}(\d{1,2}) ([\d:]{8})( [A-Z]{1,4}| [+-]\d{4})? (\d{4})"
)


_JOINTS: Final = " \t\r\n:|•·/()–—,;-"
_SEAM: Final = re.compile(r"[|•·/\n()–—,;]")


class Event(StrEnum):
    """What a date is the date of, by the words before it."""

    ISSUE = "published"
    CHANGE = "modified"
    OTHER = "other"
    UNSAID = "unsaid"


@dataclass(frozen=True, slots=True)
class Moment:
    """A date found in a text: its code points there, and its value.

    ``sure`` is below 1 where day and month could be exchanged.
    """

    start: int
    end: int
    value: Timestamp
    sure: float = 1.0


def find(text: str, *, month_first: bool = False) -> list[Moment]:
    """Every date of a text, in order, none inside another.

    Args:
        text: A short text: a line, an attribute.
        month_first: How to read ``05/03/2024``: the American way, or as the rest of the world does.
    """
    if not _DIGITS.search(text):
        return []
    return list(_find(text, month_first))


@lru_cache(maxsize=256)  # the passes and the readers of a page ask for the same lines
def _find(text: str, month_first: bool) -> tuple[Moment, ...]:
    folded = folding.fold(text)
    found: list[Moment] = []
    listed = days.find(folded, month_first=month_first)
    for place, day in enumerate(listed):
        stop = listed[place + 1].start if place + 1 < len(listed) else len(text)
        found.append(_moment(text, folded, day, (found[-1].end if found else 0, stop)))
    return tuple(found)


def _moment(text: str, folded: str, day: days.Day, room: tuple[int, int]) -> Moment:
    """A day with its time, which stands between the dates before and behind."""
    if day.day is None:
        return Moment(day.start, day.end, Timestamp(f"{day.year:04}-{day.month:02}", Granularity.MONTH), day.sure)
    iso = f"{day.year:04}-{day.month:02}-{day.day:02}"
    # The full stop behind a dotted date is the date's own, unless a sentence begins there.
    own = day.dotted and folded.startswith(".", day.end) and not text[day.end + 1 : day.end + 4].lstrip()[:1].isupper()
    at = day.end + own
    time = clock.after(text, folded, at, room[1], iso=day.iso) or clock.before(text, folded, room[0], day.start)
    if time is None:
        return Moment(day.start, day.end, Timestamp(iso, Granularity.DAY), day.sure)
    span = min(day.start, time.start), max(day.end, time.end)
    return Moment(*span, Timestamp(iso + time.value, time.granularity, time.zone), day.sure)


def parse(value: str, *, month_first: bool = False) -> Timestamp | None:
    """The one date that a machine-readable value states, or None; the epoch is what an unset clock states."""
    text = value.strip()[:120]
    if _BARE.fullmatch(text):
        return Timestamp(text, Granularity.MONTH if "-" in text else Granularity.YEAR)
    if packed := _PACKED.match(text):
        text = "{}-{}-{}T{}:{}:{}".format(*packed.groups()) + text[packed.end() :]
    elif asctime := _ASCTIME.fullmatch(text):
        text = "{1} {0} {4} {2}{3}".format(*asctime.groups(""))
    found = find(text, month_first=month_first)
    return found[0].value if found and found[0].value.value[:10] != "1970-01-01" else None


def event_before(before: str) -> Event | None:
    """What the label that ends a text says; a weekday between it and its date is skipped."""
    tail = before.rstrip(_JOINTS)
    listed = _SEAM.split(tail)[-1].split() if tail else []
    while listed and words.label(listed[-1]) in _weekdays():
        listed.pop()
    for size in range(min(len(listed), LABEL), 0, -1):
        label = " ".join(listed[-size:])
        cues = words.cues(label)
        if "modified_prefix" in cues:
            return Event.CHANGE
        if "published_prefix" in cues or "date_prefix" in cues:
            return Event.ISSUE
        if event := _labels().get(words.label(label)):
            return event
    return None


def is_issued_behind(text: str, end: int) -> bool:
    """Whether the words behind a date say that it is of publication, as in ``am 3. Mai 2024 veröffentlicht``."""
    listed = text[end : end + BEHIND].lstrip(_JOINTS).split()[:LABEL]
    return any("published_prefix" in words.cues(word) for word in listed if len(word) > 3)


def is_relative(text: str) -> bool:
    """Whether a line is a date that needs an anchor: ``3 hours ago``, ``vor 2 Tagen``, ``yesterday``."""
    if len(text) >= MAX_RELATIVE:
        return False
    line = words.label(text)
    openers, phrase = _relative()
    if line.isascii() and openers.isdisjoint(_WORD.findall(line)):  # most lines end here
        return False
    cues = words.cues(line)
    line = line[max((cues[cue][1] for cue in _CUES if cue in cues), default=0) :].strip(" :")
    return any(_states_only(line, *match.span()) for match in phrase.finditer(line))


def _states_only(line: str, start: int, end: int) -> bool:
    """Whether a line is this phrase, with at most a number, its unit and one word more before it or behind."""
    if start and end < len(line):
        return False
    rest = _WORD.findall(line[:start] + " " + line[end:])
    counted = any(c.isdigit() for c in line) or (len(rest) == 2 and rest[0] in _ONE)
    return len(rest) <= 2 if counted else not rest


_CUES: Final = ("published_prefix", "modified_prefix", "date_prefix")
_WORD: Final = re.compile(rf"[^\W\d_][\w{folding.MARKS}]*")
_ONE: Final = frozenset(
    ["a", "an", "one", "un", "una", "une", "uma", "um", "eine", "einer", "einem", "einen", "en", "ett", "een"]
)
"""The words for one unit: ``an hour ago``."""


@cache
def _relative() -> tuple[frozenset[str], re.Pattern[str]]:
    """The first words of the calendar's relative phrases, and the phrases; a single sign (``前``) ends its line."""
    spaced: set[str] = set()
    joined: set[str] = set()
    for language, phrases in words.table("calendar")["relative"].items():
        (joined if language in folding.UNSPACED else spaced).update(phrases)
    signs = {phrase for phrase in joined if len(phrase) == 1}
    whole = rf"{folding.NO_LETTER_BEFORE}(?:{folding.pattern(spaced)}){folding.NO_LETTER_BEHIND}"
    ending = rf"(?<=\w)\s?(?:{folding.pattern(signs)})$"
    openers = frozenset(first for phrase in spaced for first in _WORD.findall(phrase)[:1])
    return openers, re.compile(f"{whole}|{folding.pattern(joined - signs)}|{ending}")


@cache
def _weekdays() -> frozenset[str]:
    weeks = words.table("calendar")["weekdays"].values()
    return frozenset(form for week in weeks for day in week for form in day if " " not in form)


@cache
def _labels() -> dict[str, Event]:
    tables = {"issued": Event.ISSUE, "changed": Event.CHANGE, "other_day": Event.OTHER}
    return {word: event for table, event in tables.items() for word in words.phrases("calendar", table)}
