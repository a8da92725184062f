"""Words -> dates: finds the calendar dates, with their times and zones, that a short piece of text states.

Absolute dates only: ``3 May 2024, 14:10 CET``, ``2024-05-03T14:10:00+02:00``, ``2024年5月3日``. Relative ones
(``yesterday``) need an anchor and are not read here. Month names come from words/calendar.toml, all languages at once.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Final

from copydesk.reading import words
from copydesk.types import Granularity, Timestamp

OFFSETS: Final = {
    "z": "+00:00", "utc": "+00:00", "gmt": "+00:00", "wet": "+00:00", "bst": "+01:00", "cet": "+01:00", "mez": "+01:00",
    "west": "+01:00", "cest": "+02:00", "mesz": "+02:00", "eet": "+02:00", "sast": "+02:00", "eest": "+03:00",
    "msk": "+03:00", "est": "-05:00", "edt": "-04:00", "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00",
    "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00", "jst": "+09:00", "kst": "+09:00", "wib": "+07:00",
    "aest": "+10:00", "aedt": "+11:00", "nzst": "+12:00", "nzdt": "+13:00", "ist": "+05:30",
    "hkt": "+08:00", "sgt": "+08:00",
}  # fmt: skip
"""Offsets of the abbreviations that news pages use; ambiguous ones as news pages mean them."""

_ZONE: Final = r"(?P<zone>Z\b|[+-]\d{2}:?\d{2}\b|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[A-Z]{2,4}\b)"
_TIME: Final = re.compile(
    rf"(?:[T,\s|•·@/–—-]|\b(?:at|um|à|a las|às|alle|ore|kl|klo|о|в|om|at)\b\.?){{0,6}}"
    rf"(?P<hour>[01]?\d|2[0-3])"
    rf"(?:[:h.時시](?P<minute>[0-5]\d)분?(?:[:.](?P<second>[0-5]\d))?(?:[.,]\d{{1,9}})?|(?=\s?[ap]\.?m))"
    rf"(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?(?:\s*(?:uhr|h|hrs|ч)\b\.?)?(?:\s*\(?{_ZONE}\)?)?",
    re.IGNORECASE,
)
_TIME_BEFORE: Final = re.compile(
    rf"(?<![\d:.])(?P<hour>[01]?\d|2[0-3]):(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?(?:\s*(?P<half>[ap])\.?\s?m\b\.?)?"
    rf"(?:\s*\(?{_ZONE}\)?)?\s*(?:[,|•·–—-]|\bon\b|\buhr\b|\bam\b)?\s*(?:[A-Za-z]{{3,9}}\.?,\s*)?$",
    re.IGNORECASE,
)
_YMD: Final = re.compile(r"(?<!\d)(?P<y>(?:19|20)\d{2})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)")
_COMPACT: Final = re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<m>[01]\d)(?P<d>[0-3]\d)(?=T\d|$|\s)")
_NUMERIC: Final = re.compile(
    r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[-/.])\s?(?P<b>\d{1,2})(?P=sep)\s?(?P<y>(?:19|20)?\d{2})(?!\d)"
)
_CJK: Final = re.compile(r"(?P<y>(?:19|20)\d{2})\s*[年년]\s*(?P<m>\d{1,2})\s*[月월](?:\s*(?P<d>\d{1,2})\s*[日일])?")


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
    if not any(c.isdigit() for c in text):
        return []
    found: list[Moment] = []
    for day in _days(text, month_first=month_first):
        if not any(day[0] < other.end and other.start < day[1] for other in found):
            found.append(_with_time(text, day))
    return sorted(found, key=lambda moment: moment.start)


def is_relative(text: str) -> bool:
    """Whether a line is a date that needs an anchor: ``3 hours ago``, ``vor 2 Tagen``, ``yesterday``."""
    return len(text) < 40 and bool(_RELATIVE.search(text)) and len(text.split()) <= 5


_RELATIVE: Final = re.compile(
    r"\d+\s*\w+\s+ago\b|\bvor\s+\d+|\bil y a\b|\bhace\s+\d+|\bhá\s+\d+|\d+\s+\w+\s+fa\b|"
    r"\d+\s*(?:分|时|小時|小时|時間|日|天)前|\d+\s*\w+\s*전|назад\b",
    re.IGNORECASE,
)


def parse(value: str) -> Timestamp | None:
    """The one date that a machine-readable value states, or None; the epoch is what an unset clock states."""
    text = value.strip()[:120]
    if _BARE.fullmatch(text):
        return Timestamp(text, Granularity.MONTH if "-" in text else Granularity.YEAR)
    packed = _PACKED.match(text)
    if packed:
        text = "{}-{}-{}T{}:{}:{}".format(*packed.groups()) + text[packed.end() :]
    found = find(text)
    return found[0].value if found and found[0].value.value[:10] != "1970-01-01" else None


_BARE: Final = re.compile(r"(?:19|20)\d{2}(?:-(?:0[1-9]|1[0-2]))?")
_PACKED: Final = re.compile(r"((?:19|20)\d{2})([01]\d)([0-3]\d)T?([0-2]\d)([0-5]\d)([0-5]\d)(?!\d)")


_Day = tuple[int, int, int, int, int | None, float]
"""Start, end, year, month, day if stated, how sure."""


def _days(text: str, *, month_first: bool) -> Iterator[_Day]:
    for pattern in (_YMD, _CJK, _COMPACT):
        for match in pattern.finditer(text):
            year, month, day = int(match["y"]), int(match["m"]), match["d"] and int(match["d"])
            if _valid(year, month, day or 1):
                yield match.start(), match.end(), year, month, day or None, 1.0
    for match in _named().finditer(text):
        year_text = match["y1"] or match["y2"]
        day_text = match["d1"] or match["d2"]
        month = _month_numbers()[(match["m1"] or match["m2"]).casefold().rstrip(".")]
        if _valid(int(year_text), month, int(day_text or 1)):
            yield match.start(), match.end(), int(year_text), month, int(day_text) if day_text else None, 1.0
    for match in _NUMERIC.finditer(text):
        year = int(match["y"]) if len(match["y"]) == 4 else 2000 + int(match["y"])
        first, second = int(match["a"]), int(match["b"])
        swap = (month_first and match["sep"] != "." and first <= 12) or second > 12
        day, month = (second, first) if swap else (first, second)
        if _valid(year, month, day):
            # With full stops the day always stands first; with slashes it depends on the country.
            doubtful = match["sep"] == "/" and first != second and max(first, second) <= 12
            yield match.start(), match.end(), year, month, day, 0.7 if doubtful else 1.0


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return 1800 <= year <= 2100


def _with_time(text: str, found: _Day) -> Moment:
    start, end, year, month, day, sure = found
    if day is None:
        return Moment(start, end, Timestamp(f"{year:04}-{month:02}", Granularity.MONTH), sure)
    iso = f"{year:04}-{month:02}-{day:02}"
    match = _TIME.match(text, end)
    stop = match.end() if match else end
    if not match:  # "at 4:05 PM, Nov 12, 2025"
        match = _TIME_BEFORE.search(text, max(0, start - 40), start)
        if not match:
            return Moment(start, end, Timestamp(iso, Granularity.DAY), sure)
        start = match.start()
    hour, second = int(match["hour"]), match["second"]
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    offset, zone = _zone(match["zone"])
    clock = f"T{hour:02}:{int(match['minute'] or 0):02}" + (f":{second}" if second else "")
    unit = Granularity.SECOND if second else Granularity.MINUTE
    return Moment(start, stop, Timestamp(iso + clock + offset, unit, zone), sure)


def _zone(stated: str | None) -> tuple[str, str | None]:
    """The offset for the ISO value and the zone as it is kept."""
    if not stated:
        return "", None
    if stated[0] in "+-":
        offset = stated if ":" in stated else f"{stated[:3]}:{stated[3:]}"
        return offset, offset
    known = OFFSETS.get(stated.lower())
    if known:
        return known, known if stated in {"Z", "z"} else stated.upper()
    shifted = re.fullmatch(r"(?:UTC|GMT)([+-])(\d{1,2})(?::?(\d{2}))?", stated, re.IGNORECASE)
    if shifted:
        offset = f"{shifted[1]}{int(shifted[2]):02}:{shifted[3] or '00'}"
        return offset, offset
    # Two to four capitals that are no zone we know ("ET" moves with the season): kept as stated, without an offset.
    return "", stated if stated.isupper() and stated in _SEASONAL else None


_SEASONAL: Final = frozenset(["ET", "CT", "MT", "PT", "AEST", "UK"])


@cache
def _month_numbers() -> dict[str, int]:
    return {
        name.rstrip("."): number
        for months in words.table("calendar")["months"].values()
        for number, names in enumerate(months, 1)
        for name in names
    }


@cache
def _named() -> re.Pattern[str]:
    names = "|".join(map(re.escape, sorted(_month_numbers(), key=len, reverse=True)))
    day = r"[0-3]?\d"
    suffix = r"(?:st|nd|rd|th|er|º|ª|°|e)?\.?"
    of = r"(?:\s*,?\s*(?:de|del|of|di|d[’']|)\s*)"
    return re.compile(
        rf"(?<![\w])(?:(?P<d1>{day}){suffix}{of}[-\s]?(?P<m1>{names})\.?,?[-\s]?{of}(?P<y1>(?:19|20)\d{{2}})"
        rf"|(?P<m2>{names})\.?\s*(?:(?P<d2>{day}){suffix}\s*,?\s+)?(?P<y2>(?:19|20)\d{{2}}))(?!\d)",
        re.IGNORECASE,
    )
