"""A value read from a page, with where it was read and how sure the reader is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Generic, TypeVar

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Span:
    """Words of the page: code points ``start`` to ``end`` of ``article.page_text``, and the rule that read them."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True, slots=True)
class Pointer:
    """A place in the page's structured data.

    Attributes:
        pointer: ``json-ld/0/headline`` (RFC 6901 after the first word), ``meta/og:title``, ``microdata/author``,
            ``link/canonical``, ``html/title``, ``html/lang``.
        text: The raw value that stands there.
        rule: The rule that read it.
    """

    pointer: str
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Address:
    """The page's own address, and the rule that read something from it."""

    url: str
    rule: str


Evidence = Span | Pointer | Address


@dataclass(frozen=True, slots=True)
class Field(Generic[T_co]):
    """What a page gives for one attribute.

    Attributes:
        value: The value; ``None`` where the page gives none. For a list attribute a tuple whose items are
            Fields themselves, each with its own evidence; ``()`` where the page gives none.
        evidence: Every place that supports the value, the strongest first.
        confidence: 0 to 1: how likely the value is what the page says. It says nothing about whether the page
            tells the truth.
    """

    value: T_co
    evidence: tuple[Evidence, ...] = ()
    confidence: float = 0.0


class Granularity(StrEnum):
    """How precise a date is; the names of TIMEX3's units."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"
    MINUTE = "minute"
    SECOND = "second"


@dataclass(frozen=True, slots=True)
class Timestamp:
    """A date, or a date and time.

    Attributes:
        value: ISO 8601, as far as the page goes: ``2024``, ``2024-05``, ``2024-05-03``, ``2024-05-03T14:10`` …,
            with its offset (``+02:00``) where the page gives one.
        granularity: The smallest unit the page states.
        zone: The zone as stated: an offset, or an abbreviation such as ``CET``; ``None`` if unstated.
    """

    value: str
    granularity: Granularity
    zone: str | None = None
