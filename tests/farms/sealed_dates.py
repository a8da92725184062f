"""The dates of the sealed templates, as they are printed in a place: a moment and a style in, a claim out.

All are of one day past the twelfth (see ``farm_dates.moment``), so that no order of day and month can mislead. KEPT
APART: see ``sealed_templates``.
"""

from datetime import datetime, timedelta, timezone

from farms.farm_dates import Claim, long_day
from farms.grain import stock

STYLES = (
    "weekday",
    "short",
    "short_clock",
    "clock",
    "numeric",
    "numeric_clock",
    "clock_first",
    "board",
    "offset",
    "zone",
)

# Where an abbreviated month is not just its first three letters.
_MONTHS = {
    "fr": ("janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."),
    "de": ("Jan.", "Feb.", "März", "Apr.", "Mai", "Juni", "Juli", "Aug.", "Sept.", "Okt.", "Nov.", "Dez."),
    "id": ("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
}
_SHORT = {"en": "{month} {day}, {year}", "de": "{day}. {month} {year}"}
_CLOCK = {
    "en": "{day} at {twelve}",
    "de": "{day} um {clock} Uhr",
    "es": "{day} a las {clock}",
    "fr": "{day} à {french}",
    "pt": "{day} às {french}",
    "it": "{day} alle {clock}",
    "id": "{day} pukul {dotted} WIB",
}
_WEEKDAY = {"it": "{name} {day}", "fr": "{name} {day}"}
_JAKARTA = "+07:00"


def claim(when: datetime, style: str, language: str) -> Claim:
    """A moment printed in one of ``STYLES``; the ISO value is as precise as the print."""
    day, minute = f"{when:%Y-%m-%d}", f"{when:%Y-%m-%dT%H:%M}"
    twelve = f"{when:%I:%M %p}".lstrip("0")
    clock = twelve if language == "en" else f"{when:%H:%M}"
    figures = numeric_day(when, language)
    far = when.astimezone(timezone(timedelta(hours=2)))
    match style:
        case "weekday":
            return Claim(_WEEKDAY.get(language, "{name}, {day}").format(**_names(when, language)), day)
        case "short":
            return Claim(short_day(when, language), day)
        case "short_clock":
            return Claim(f"{short_day(when, language)}{' ' if language == 'en' else ', '}{clock}", minute)
        case "clock":
            printed = _CLOCK[language].format(
                day=long_day(when, language),
                twelve=twelve.lower(),
                clock=clock,
                french=f"{when:%Hh%M}",
                dotted=f"{when:%H.%M}",
            )
            return Claim(printed, minute + (_JAKARTA if language == "id" else ""))
        case "numeric":
            return Claim(figures, day)
        case "numeric_clock":
            return Claim(f"{figures} {clock}", minute)
        case "clock_first":
            return Claim(f"{clock}, {short_day(when, language)}", minute)
        case "board":
            weekday = stock(language).weekdays[when.weekday()][: 2 if language == "de" else 3]
            return Claim(
                f"{weekday} {short_day(when, language)} {twelve.lower() if language == 'en' else clock}", minute
            )
        case "offset":
            return Claim(far.isoformat(), far.isoformat())
        case "zone":
            return Claim(f"{day} {when:%H:%M} UTC", f"{minute}+00:00")
    raise KeyError(style)


def short_day(when: datetime, language: str) -> str:
    """A day with its month abbreviated."""
    months = _MONTHS.get(language) or tuple(month[:3] for month in stock(language).months)
    month = months[when.month - 1]
    return _SHORT.get(language, "{day} {month} {year}").format(day=when.day, month=month, year=when.year)


def numeric_day(when: datetime, language: str) -> str:
    """A day in figures, the month first in English only."""
    if language == "en":
        return f"{when.month}/{when.day}/{when.year}"
    return f"{when:%d.%m.%Y}" if language == "de" else f"{when:%d/%m/%Y}"


def _names(when: datetime, language: str) -> dict[str, str]:
    return {"name": stock(language).weekdays[when.weekday()], "day": long_day(when, language)}
