"""Folded line -> the calendar days that it states, in numbers or with the name of a month, in every language at once.

A day has a year; a month with a year is a day without its number. What only looks like one is none: IP addresses,
telephone numbers, versions. Month names come from words/calendar.toml.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain
from typing import Final

from copydesk.reading import folding, words

_BUDDHIST: Final = 543
"""Years that the Thai calendar is ahead."""

_YEAR: Final = r"(?P<y>(?:19|20)\d{2})(?!\d)"
_SOME_YEAR: Final = re.compile(r"(?<!\d)(?:19|20|25)\d{2}(?!\d)|[฀-๿]")
_YMD: Final = re.compile(
    r"(?<!\d)(?<!\d\.)(?P<y>(?:19|20)\d{2})"
    r"(?:(?P<sep>[-/])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})|(?P<dot>\.)\s?(?P<m2>\d{1,2})\.\s?(?P<d2>\d{1,2})(?!\.?\d))(?!\d)"
)
_COMPACT: Final = re.compile(r"(?<!\d)(?P<y>20\d{2})(?P<m>[01]\d)(?P<d>[0-3]\d)(?=t\d|$|[\s/])")
_CJK: Final = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d{2})\s?[年년]\s?(?P<m>\d{1,2})\s?[月월](?:\s?(?P<d>\d{1,2})\s?[日号號일])?"
)
_NUMERIC: Final = re.compile(
    r"(?<!\d)(?P<a>\d{1,2})(?P<sep>[-/.]|\s[|/]\s)(?:(?P<b>\d{1,2})(?P=sep)(?P<y>(?:19|20)?\d{2})"
    r"|\s?(?P<b2>\d{1,2})(?P=sep)\s?(?P<y2>(?:19|20)\d{2}))(?!\d)"
)

_SUFFIX: Final = r"(?:(?:st|nd|rd|th|er|º|ª|°|e|-?го)(?!\w))?"
_OF: Final = r"(?:(?:de|del|of|di|den|ng)\s|d[’'])?"
_ERA: Final = r"(?:(?P<era>พ\.?ศ\.?|ค\.?ศ\.?)\s?)?"
_AS_YEAR: Final = r"(?:\s?(?:г|р|r|год|года|году|року|рік|roku|godine|године)(?!\w)\.?)?"
"""What follows a year to say that it is one: ``2024 г.``"""
_DAY_BEFORE: Final = re.compile(
    rf"(?:(?<!\w)(?P<y>(?:19|20)\d{{2}})\.?\s(?:gada\s)?)?(?<!\w)(?P<d>[0-3]?\d){_SUFFIX}(?P<dot>\.?)[\s,]{{0,2}}{_OF}[-/]?$"
)
_YEAR_BEFORE: Final = re.compile(r"(?<![\w.])(?P<y>(?:19|20)\d{2})(?:\.|\sm\.)?[\s-]$")
_DAY_BEHIND: Final = re.compile(rf"\.?[\s-](?P<d>[0-3]?\d)(?![\d:])(?!\.\d){_SUFFIX}\.?(?:\sd(?!\w)\.?)?")
_DAY_YEAR_BEHIND: Final = re.compile(rf"\.?\s{{0,2}}(?P<d>[0-3]?\d){_SUFFIX}\.?(?:[\s,]{{1,3}}){_OF}{_YEAR}{_AS_YEAR}")
_YEAR_BEHIND: Final = re.compile(
    rf"\.?(?P<gap>[\s,]{{0,3}}){_OF}{_ERA}(?P<dash>[-/]?)(?P<y>(?:19|20|25)\d{{2}}|(?<!\d)\d{{2}}(?![.:]\d)){_AS_YEAR}(?!\d)"
)


@dataclass(frozen=True, slots=True)
class Day:
    """A day in a line.

    Attributes:
        start: Its first code point.
        end: The one behind its last.
        year: The year of the common era.
        month: 1 to 12.
        day: None where only the month is stated.
        sure: Below 1 where day and month could be exchanged.
        iso: Whether it is written as ISO 8601 has it.
        dotted: Whether a full stop behind it may belong to it, as in ``3. svibnja 2024.``
    """

    start: int
    end: int
    year: int
    month: int
    day: int | None
    sure: float = 1.0
    iso: bool = False
    dotted: bool = False


def find(folded: str, *, month_first: bool) -> list[Day]:
    """Every day of a folded line, in order, none inside another."""
    found = [*_from_year(folded), *_from_day(folded, month_first=month_first)]
    if _SOME_YEAR.search(folded):
        found += _named(folded)
    valid = sorted((day for day in found if _valid(day)), key=lambda day: (day.start, -day.end))
    apart: list[Day] = []
    for day in valid:
        if not apart or apart[-1].end <= day.start:
            apart.append(day)
    return apart


def _valid(day: Day) -> bool:
    try:
        date(day.year, day.month, 1 if day.day is None else day.day)
    except ValueError:
        return False
    return 1800 <= day.year <= 2100


def _from_year(folded: str) -> Iterator[Day]:
    """``2024-05-03``, ``2024. 05. 03.``, ``20240503``, ``2024年5月3日``."""
    for match in _YMD.finditer(folded):
        month, day = match["m"] or match["m2"], match["d"] or match["d2"]
        iso, dotted = match["sep"] == "-", bool(match["dot"])
        yield Day(match.start(), match.end(), int(match["y"]), int(month), int(day), iso=iso, dotted=dotted)
    for match in _COMPACT.finditer(folded):
        yield Day(match.start(), match.end(), int(match["y"]), int(match["m"]), int(match["d"]), iso=True)
    for match in _CJK.finditer(folded):
        stated = int(match["d"]) if match["d"] else None
        yield Day(match.start(), match.end(), int(match["y"]), int(match["m"]), stated)


def _from_day(folded: str, *, month_first: bool) -> Iterator[Day]:
    """``03.05.2024``, ``3. 5. 2024``, ``5/3/24``, ``03 | 05 | 2024``."""
    for match in _NUMERIC.finditer(folded):
        start, end, sep = match.start(), match.end(), match["sep"]
        stated = match["y"] or match["y2"]
        goes_on = folded[end : end + 1] == sep and folded[end + 1 : end + 2].isdigit()
        if (folded[start - 1 : start] == sep and folded[start - 2 : start - 1].isdigit()) or (
            goes_on and (sep == "." or len(stated) == 2)
        ):
            continue  # a number of four parts or more: an address, a telephone, a version
        if len(sep) > 1 and (len(stated) == 2 or end - start < len("03 / 05 / 2024")):
            continue  # a count in a row of counts
        first, second = int(match["a"]), int(match["b"] or match["b2"])
        swap = (month_first and sep != "." and first <= 12) or second > 12
        day, month = (second, first) if swap else (first, second)
        # With full stops the day always stands first; with slashes it depends on the country.
        doubtful = sep != "." and first != second and max(first, second) <= 12
        yield Day(start, end, _full(stated), month, day, 0.7 if doubtful else 1.0, dotted=sep == ".")


def _full(year: str) -> int:
    """A year of two digits in the century that POSIX gives it."""
    return int(year) if len(year) == 4 else int(year) + (1900 if int(year) >= 69 else 2000)


def _named(folded: str) -> Iterator[Day]:
    months, beside_day, thai = _names()
    for match in _name().finditer(folded):
        name, start, end = match.group(), match.start(), match.end()
        month = months.get(name) or beside_day[name]
        window = max(0, start - 20)
        first = _DAY_BEFORE.search(folded, window, start)
        if first and (last := _YEAR_BEHIND.match(folded, end)) and (year := _year(last, thai=name in thai)):
            # Croatian listopad is October; Polish has the same word for November, without the ordinal's full stop.
            number = 10 if name == "listopada" and first["dot"] else month
            yield Day(first.start("d"), last.end(), year, number, int(first["d"]), dotted=bool(first["dot"]))
        elif name in months:
            found = _with_day_behind(folded, window, match, month) or _year_only(
                folded, match, month, thai=name in thai
            )
            if first and first["y"] and not found:
                found = Day(first.start(), end, int(first["y"]), month, int(first["d"]))
            if found:
                yield found


def _with_day_behind(folded: str, window: int, name: re.Match[str], month: int) -> Day | None:
    """``May 3, 2024``, ``2024. május 3.``, ``2024 m. gegužės 3 d.``."""
    start, end = name.span()
    both = _DAY_YEAR_BEHIND.match(folded, end)
    if both:
        return Day(start, both.end(), int(both["y"]), month, int(both["d"]))
    first, last = _YEAR_BEFORE.search(folded, window, start), _DAY_BEHIND.match(folded, end)
    return Day(first.start(), last.end(), int(first["y"]), month, int(last["d"])) if first and last else None


def _year_only(folded: str, name: re.Match[str], month: int, *, thai: bool) -> Day | None:
    """``May 2024``."""
    match = _YEAR_BEHIND.match(folded, name.end())
    if not match or match.start("y") == name.end() or len(match["y"]) == 2:
        return None
    year = _year(match, thai=thai)
    return Day(name.start(), match.end(), year, month, None) if year else None


def _year(match: re.Match[str], *, thai: bool) -> int | None:
    """The year of the common era; Thai pages count from the Buddha, with two digits or four."""
    stated, buddhist = int(match["y"]), thai or (match["era"] or "").startswith("พ")
    if len(match["y"]) == 2:
        return 2500 + stated - _BUDDHIST if thai else None
    if stated < 2500:
        return stated
    return stated - _BUDDHIST if buddhist else None


@cache
def _names() -> tuple[dict[str, int], dict[str, int], frozenset[str]]:
    """Month names and their numbers; those that are ordinary words without a day; the Thai ones."""
    months, beside_day = (
        {
            way: number
            for listed in words.table("calendar")[table].values()
            for number, forms in enumerate(listed, 1)
            for form in forms
            for way in (*folding.spellings(form), *([form.replace("/", " / ")] if "/" in form else ()))
        }
        for table in ("months", "months_beside_day")
    )
    return months, beside_day, frozenset(chain.from_iterable(words.table("calendar")["months"]["th"]))


@cache
def _name() -> re.Pattern[str]:
    months, beside_day, _ = _names()
    names = folding.pattern({**months, **beside_day})
    return re.compile(rf"{folding.NO_LETTER_BEFORE}(?:{names}){folding.NO_LETTER_BEHIND}(?!(?<=\d)\d)")
