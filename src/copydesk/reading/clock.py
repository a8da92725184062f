"""Words beside a date -> the time of day and the zone that they state.

In: a line, its fold, and where the date ends or begins. Out: a ``Clock``, or None. A bare number is no time: it takes
minutes, ``pm``, ``Uhr`` or ``時``. A zone is read from its capitals only: ``ist`` and ``est`` are words.
"""

import re
from dataclasses import dataclass
from functools import cache
from typing import Final

from copydesk.reading import folding, words
from copydesk.types import Granularity

OFFSETS: Final = {
    "Z": "+00:00", "UTC": "+00:00", "GMT": "+00:00", "WET": "+00:00", "BST": "+01:00", "CET": "+01:00", "MEZ": "+01:00",
    "WEST": "+01:00", "CEST": "+02:00", "MESZ": "+02:00", "EET": "+02:00", "SAST": "+02:00", "EEST": "+03:00",
    "MSK": "+03:00", "МСК": "+03:00",
    "EST": "-05:00", "EDT": "-04:00", "CST": "-06:00", "CDT": "-05:00", "MST": "-07:00",
    "MDT": "-06:00", "PST": "-08:00", "PDT": "-07:00", "JST": "+09:00", "KST": "+09:00", "WIB": "+07:00",
    "WITA": "+08:00", "PKT": "+05:00", "AWST": "+08:00", "AEST": "+10:00", "AEDT": "+11:00", "NZST": "+12:00",
    "NZDT": "+13:00", "IST": "+05:30", "HKT": "+08:00", "SGT": "+08:00",
}  # fmt: skip
"""Offsets of the abbreviations that news pages use; ambiguous ones as news pages mean them."""

SEASONAL: Final = frozenset(["ET", "CT", "MT", "PT", "UK"])
"""Zones that move with the season: kept as stated, without an offset."""

_HALVES: Final = {
    "午前": 0, "午後": 12, "上午": 0, "早上": 0, "凌晨": 0, "下午": 12, "晚上": 12, "傍晚": 12, "오전": 0, "오후": 12,
    "am": 0, "pm": 12, "πμ": 0, "μμ": 12, "ص": 0, "م": 12, "صباحا": 0, "مساء": 12,
}  # fmt: skip
"""What a half of the day adds to the hour, by its letters."""

_AROUND: Final = (
    "at", "on", "um", "am", "den", "à", "le", "a", "las", "la", "às", "as", "alle", "ore", "ora", "orele", "om", "kl",
    "klo", "klokken", "kell", "plkst", "godz", "o", "u", "ob", "v", "w", "о", "в", "у", "saat", "στις", "pukul", "pkl",
    "jam", "lúc", "เวลา", "בשעה", "الساعة",
)  # fmt: skip
"""Words that join a date and its time."""

_END: Final = folding.NO_LETTER_BEHIND
_CLOCK: Final = re.compile(
    rf"(?:(?P<early>午[前後]|[上下]午|早上|凌晨|晚上|傍晚|오[전후])\s?)?"
    rf"(?<!\d)(?<!\d[.:])(?P<hour>[01]?\d|2[0-3])"
    rf"(?:(?::|\s?h\s?|\s?[時时点點]\s?|시\s?|(?P<dot>(?<![-/]\d)(?<![-/]\d\d)\.))(?P<minute>[0-5]\d)(?!\d)"
    rf"(?:[:.](?P<second>[0-5]\d)(?!\d)(?:[.,]\d{{1,9}})?|(?![.:]\d)(?:\s?(?:[分분]|min{_END}))?(?:\s?(?P<tick>[0-5]?\d)[秒초])?)"
    rf"|(?P<bare>(?=\s?[ap]\.?\s?m{_END})|h{_END}|\s?uhr{_END}|[時时](?![間间])|시(?!간)))"
    rf"(?:\s?(?P<half>[apπμ]\.?\s?[mμ]{_END}\.?|(?:ص|م|صباحا|مساء){_END}))?"
    rf"(?:\s?(?P<unit>uhr|hrs?|h|ч|น|ώρα){_END}(?:(?<=[чน])\.)?)?"
)
_ZONE: Final = re.compile(
    r"\s?\(?(?P<zone>(?<=\d)[Zz](?!\w)|[+\-−]\d\d(?::?[0-5]\d)?(?![\d:])"
    r"|(?:UTC|GMT)(?:\s?[+\-−]\d{1,2}(?::?[0-5]\d)?)?(?!\w)|[A-ZМСК]{1,4}(?!\w))(?:(?<=\w)\))?"
)
_SHIFT: Final = re.compile(r"(?:UTC|GMT)?\s?([+\-−])(\d{1,2}):?(\d{2})?")
_REACH: Final = 40
"""Code points before a date in which its time may stand: ``14:10 Uhr (MESZ) am Donnerstag, den``."""


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day: its code points, its part of the ISO value from ``T`` on, the zone as it is kept."""

    start: int
    end: int
    value: str
    granularity: Granularity
    zone: str | None


def after(text: str, folded: str, at: int, stop: int, *, iso: bool) -> Clock | None:
    """The time behind a date: ``, 14:10 Uhr``, `` г. в 14:10``, ``(金) 14時10分``.

    Args:
        text: The line.
        folded: Its fold.
        at: Where the date ends.
        stop: Where the next date begins.
        iso: Whether the date is ISO 8601: there ``10:00-12:00`` is a time and its offset, elsewhere two times.
    """
    gap = _gap().match(folded, at, stop)
    match = _CLOCK.match(folded, gap.end() if gap else at, stop)
    return _clock(text, match, stop, iso=iso) if match else None


def before(text: str, folded: str, start: int, at: int) -> Clock | None:
    """The time in front of a date that begins at ``at``: ``14:10, ``, ``4:05 PM on Friday, ``."""
    for match in _CLOCK.finditer(folded, max(start, at - _REACH), at):
        # A decimal number is too much like 14.10 to be a time without its unit.
        if match["dot"] and not (match["unit"] or match["half"]):
            continue
        clock = _clock(text, match, at, iso=False)
        if _gap().fullmatch(folded, clock.end, at):
            return clock
    return None


def _clock(text: str, match: re.Match[str], stop: int, *, iso: bool) -> Clock:
    hour, second = int(match["hour"]), match["second"] or match["tick"]
    half = match["early"] or match["half"]
    if half and hour <= 12:
        hour = hour % 12 + _HALVES[re.sub(r"[.\s]", "", half)]
    stated = _ZONE.match(text, match.end(), stop)
    found = _zone(stated["zone"], exact=iso or bool(second)) if stated else None
    offset, zone = found or ("", None)
    end = stated.end() if stated and found else match.end()
    value = f"T{hour:02}:{int(match['minute'] or 0):02}" + (f":{int(second):02}" if second else "") + offset
    return Clock(match.start(), end, value, Granularity.SECOND if second else Granularity.MINUTE, zone)


def _zone(stated: str, *, exact: bool) -> tuple[str, str | None] | None:
    """The offset for the ISO value and the zone as it is kept, or None if this is no zone."""
    known = OFFSETS.get(stated.upper() if stated == "z" else stated)
    if known:
        return known, known if stated in {"Z", "z"} else stated
    if stated in SEASONAL:
        return "", stated
    shift = _SHIFT.fullmatch(stated)
    if not shift or int(shift[2]) > 14:
        return None
    bare = stated[0] in "+-−"
    if bare and not exact and (shift[3] is None or (shift[1] != "+" and ":" in stated)):
        return None  # "10:00-12:00" on a printed page is a beginning and an end
    offset = f"{'+' if shift[1] == '+' else '-'}{int(shift[2]):02}:{shift[3] or '00'}"
    return offset, offset


@cache
def _gap() -> re.Pattern[str]:
    """What may stand between a date and its time: joints, joining words, a weekday."""
    spaced: set[str] = set(_AROUND)
    joined: set[str] = set()
    for language, days in words.table("calendar")["weekdays"].items():
        forms = {way for names in days for form in names for way in folding.spellings(form)}
        (joined if language in folding.UNSPACED else spaced).update(forms)
    return re.compile(
        rf"(?:[\s,;|•·@/–—()\[\]-]|t(?=\d)"
        rf"|{folding.NO_LETTER_BEFORE}(?:{folding.pattern(spaced)}){_END}\.?|{folding.pattern(joined)}){{0,12}}"
    )
