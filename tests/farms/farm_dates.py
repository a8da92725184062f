"""The dates that farm pages claim, most of them false: a random and a style in, the printed date and ISO 8601 out.

It prints no date that could be read in two ways: where day and month are both numbers and no rule tells them apart,
the day is past the twelfth. Time zones appear only where the style prints one.
"""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from random import Random

from farms.grain import stock

# The stock has Russian months as they stand behind "in"; in a date they are genitives.
_RUSSIAN = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_OLDEST = datetime(2016, 1, 1, tzinfo=UTC)
_FUTURE = datetime(2031, 1, 1, tzinfo=UTC)

_LONG = {
    "en": "{month} {day}, {year}",
    "de": "{day}. {month} {year}",
    "es": "{day} de {month} de {year}",
    "pt": "{day} de {month} de {year}",
    "ja": "{year}年{month}{day}日",
}


@dataclass(frozen=True, slots=True)
class Claim:
    """A date as the page prints it, and what that means."""

    printed: str
    iso: str


def moment(random: Random, *, epoch: float = 0.08, future: float = 0.08) -> datetime:
    """A moment of the last years, or by these chances the epoch or a year to come."""
    draw = random.random()
    if draw < epoch:
        return _EPOCH
    start, days = (_FUTURE, 20_000) if draw < epoch + future else (_OLDEST, 4_000)
    when = start + timedelta(days=random.randrange(days), seconds=random.randrange(86_400))
    return when.replace(day=random.randint(13, 28)) if when.day <= 12 else when


def claim(when: datetime, style: str, language: str) -> Claim:
    """A moment printed in a style.

    Styles: ``seconds``, ``minutes``, ``day``, ``slashes`` (year first), ``dots``, ``dots_minutes``, ``long``,
    ``long_minutes`` (month names of the language), ``mail`` (RFC 5322, with its zone) and ``zulu``.
    """
    day, minute, second = f"{when:%Y-%m-%d}", f"{when:%Y-%m-%dT%H:%M}", f"{when:%Y-%m-%dT%H:%M:%S}"
    clock = f"{when:%H:%M}"
    printed = {
        "seconds": Claim(f"{day} {when:%H:%M:%S}", second),
        "minutes": Claim(f"{day} {clock}", minute),
        "day": Claim(day, day),
        "slashes": Claim(f"{when:%Y/%m/%d} {clock}", minute),
        "dots": Claim(f"{when:%d.%m.%Y}", day),
        "dots_minutes": Claim(f"{when:%d.%m.%Y}, {clock}", minute),
        "long": Claim(long_day(when, language), day),
        "long_minutes": Claim(f"{long_day(when, language)} {clock}", minute),
        "mail": Claim(format_datetime(when), f"{second}+00:00"),
        "zulu": Claim(f"{second}Z", f"{second}Z"),
    }
    return printed[style]


def long_day(when: datetime, language: str) -> str:
    """A day with its month's name, as the language writes it."""
    months = _RUSSIAN if language == "ru" else stock(language).months
    month = months[when.month - 1]
    if language == "tr":
        month = month.capitalize()
    return _LONG.get(language, "{day} {month} {year}").format(day=when.day, month=month, year=when.year)
