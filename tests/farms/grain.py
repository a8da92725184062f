"""The words of made-up farm pages: a language and a random in, invented articles and headlines out.

``stock/<language>.toml`` holds sentences with choices (``[a|b]``) and slots: ``{A}`` a person, ``{A2}`` the same
person's last name, ``{P}`` a place, ``{org}`` an outlet, ``{ag}`` an agency, ``{wd}`` and ``{mo}`` a weekday and a
month, ``{n2-9}`` a number, ``{k2-9}`` thousands, ``{d2-9}`` one decimal. People and places keep their names through
one article. All of them are invented; a likeness is chance. It knows nothing of pages, labels or readers.
"""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

STOCK = Path(__file__).parent / "stock"
LANGUAGES = ("en", "de", "es", "fr", "pt", "it", "tr", "id", "ru", "ja")
# The kept templates tell other stories than the open ones, so that no sentence learnt from one helps with the other.
OPEN_TOPICS = ("council", "sport", "weather", "markets")
KEPT_TOPICS = ("courts", "science", "culture")
WILD_TOPICS = ("clinics", "rails")
WILD_LANGUAGES = ("en", "de", "es", "fr", "it", "pt")

_CHOICE = re.compile(r"\[([^\[\]]*\|[^\[\]]*)\]")
_SLOT = re.compile(r"\{(?:([nkd])(\d+)-(\d+)|(\w+))\}")
_STRAIGHT = str.maketrans(dict.fromkeys("„“”", '"'))


@dataclass(frozen=True, slots=True)
class Lines:
    """What can be said on one topic, each kind of sentence with its alternatives."""

    section: str
    tags: tuple[str, ...]
    said: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Stock:
    """The stock of one language."""

    firsts: tuple[str, ...]
    lasts: tuple[str, ...]
    stems: tuple[str, ...]
    endings: tuple[str, ...]
    name: str
    outlets: tuple[str, ...]
    agencies: tuple[str, ...]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    decimal: str
    thousands: str
    dateline: str
    sentence_gap: str
    topics: Mapping[str, Lines]


@dataclass(frozen=True, slots=True)
class Story:
    """One invented article.

    Attributes:
        topic: Its topic's name, a table of the stock.
        section: The section a newspaper would print it in.
        headline: Its headline.
        dek: The sentence below the headline.
        paragraphs: Four to twelve, the first with the agency's dateline where ``dateline`` is true.
        tags: What its publisher would tag it with.
        author: Who wrote it.
        agency: The agency it came from.
        outlet: The newspaper it was taken from.
    """

    topic: str
    section: str
    headline: str
    dek: str
    paragraphs: tuple[str, ...]
    tags: tuple[str, ...]
    author: str
    agency: str
    outlet: str
    dateline: bool


@cache
def stock(language: str) -> Stock:
    """The stock of a language, read once, the topics of the wild templates with it where it has them."""
    table = tomllib.loads((STOCK / f"{language}.toml").read_text("utf8"))
    wild = WILD_TOPICS if language in WILD_LANGUAGES else ()
    if wild:
        table |= tomllib.loads((STOCK / f"wild_{language}.toml").read_text("utf8"))

    def lines(topic: str) -> Lines:
        kinds = {kind: tuple(text.split("\n")[:-1]) for kind, text in table[topic].items() if "\n" in text}
        tags = tuple(table[topic].get("tags", "").split("; "))
        return Lines(table[topic].get("section", ""), tags, kinds)

    return Stock(
        firsts=tuple(table["first"].split()),
        lasts=tuple(table["last"].split()),
        stems=tuple(stem.replace("_", " ") for stem in table["stems"].split()),
        endings=tuple(ending.replace("_", " ") for ending in table["endings"].split()),
        name=table["name"],
        outlets=tuple(table["outlet"]),
        agencies=tuple(table["agency"]),
        weekdays=tuple(table["weekday"].split()),
        months=tuple(table["month"].split()),
        decimal=table["decimal"],
        thousands=table["thousands"],
        dateline=table["dateline"],
        sentence_gap=table.get("sentence_gap", " "),
        topics={topic: lines(topic) for topic in ("common", *OPEN_TOPICS, *KEPT_TOPICS, *wild)},
    )


class Grain:
    """The words of one page: a language, the topics it tells of, and a random that decides everything."""

    def __init__(self, random: Random, language: str, topics: Sequence[str]) -> None:
        self.random = random
        self.language = language
        self.topics = tuple(topics)
        self.stock = stock(language)

    def person(self) -> str:
        """A full name."""
        return self._name(self._pick(self.stock.firsts), self._pick(self.stock.lasts))

    def place(self) -> str:
        """A town."""
        return self._pick(self.stock.stems) + self._pick(self.stock.endings)

    def cast(self) -> dict[str, str]:
        """The people, places and papers of one article, by slot."""
        cast: dict[str, str] = {}
        for slot, last in zip("ABC", self.random.sample(self.stock.lasts, 3), strict=True):
            cast |= {slot: self._name(self._pick(self.stock.firsts), last), f"{slot}2": last}
        stems = self.random.sample(self.stock.stems, 3)
        cast |= {slot: stem + self._pick(self.stock.endings) for slot, stem in zip("PQR", stems, strict=True)}
        cast["PLACE"] = cast["P"].upper()
        cast["ag"] = self._pick(self.stock.agencies)
        cast["org"] = self._pick(self.stock.outlets).replace("{Q}", self.place())
        return cast

    def say(self, pattern: str, cast: Mapping[str, str] | None = None, **extra: str) -> str:
        """A pattern with its choices made and its slots filled, from the cast where it has them."""
        known = {**(self.cast() if cast is None else cast), **extra}
        chosen = _CHOICE.sub(lambda match: self._pick(match[1].split("|")), pattern)
        text = _SLOT.sub(lambda match: self._fill(match, known), chosen)
        return re.sub(" {2,}", " ", text).strip()

    def headline(self) -> str:
        """A headline of any of the topics."""
        return self._headline(self._pick(self.topics), self.cast())

    def headlines(self, count: int) -> tuple[str, ...]:
        """So many different headlines."""
        found: dict[str, None] = {}
        while len(found) < count:
            found[self.headline()] = None
        return tuple(found)

    def story(self) -> Story:
        """An article, whole."""
        topic, cast = self._pick(self.topics), self.cast()
        own = self.stock.topics[topic]
        dateline = self.random.random() < 0.35
        lead = self._sentence(topic, "lead", cast)
        paragraphs = [self.say(self.stock.dateline + lead, cast) if dateline else lead, *self._rest(topic, cast)]
        if self.random.random() < 0.4:
            paragraphs = [paragraph.translate(_STRAIGHT) for paragraph in paragraphs]
        return Story(
            topic=topic,
            section=own.section,
            headline=self._headline(topic, cast),
            dek=self._sentence(topic, "dek", cast),
            paragraphs=tuple(paragraphs),
            tags=(*self.random.sample(own.tags, self.random.randint(2, 5)), cast["P"]),
            author=self.person(),
            agency=cast["ag"],
            outlet=cast["org"],
            dateline=dateline,
        )

    def _rest(self, topic: str, cast: Mapping[str, str]) -> list[str]:
        """The paragraphs after the lead: one to three sentences each, no pattern twice."""
        patterns = [
            pattern
            for lines in (self.stock.topics[topic], self.stock.topics["common"])
            for kind in ("plain", "quote")
            for pattern in lines.said[kind]
        ]
        self.random.shuffle(patterns)
        paragraphs = []
        for _ in range(self.random.randint(3, 11)):
            if not patterns:
                break
            sentences = [patterns.pop() for _ in range(min(self.random.choice((1, 1, 2, 2, 3)), len(patterns)))]
            paragraphs.append(self.stock.sentence_gap.join(_capital(self.say(each, cast)) for each in sentences))
        return paragraphs

    def _headline(self, topic: str, cast: Mapping[str, str]) -> str:
        plain = self._sentence(topic, "headline", cast)
        if self.random.random() < 0.65:
            return plain
        return self.say(self._pick(self.stock.topics["common"].said["headline"]), cast, x=plain)

    def _sentence(self, topic: str, kind: str, cast: Mapping[str, str]) -> str:
        return _capital(self.say(self._pick(self.stock.topics[topic].said[kind]), cast))

    def _name(self, first: str, last: str) -> str:
        return self.stock.name.format(first=first, last=last)

    def _pick(self, among: Sequence[str]) -> str:
        return self.random.choice(among)

    def _fill(self, match: re.Match[str], known: Mapping[str, str]) -> str:
        kind, low, high, slot = match.groups()
        if kind == "n":
            return str(self.random.randint(int(low), int(high)))
        if kind == "k":
            return f"{self.random.randint(int(low), int(high))}{self.stock.thousands}{self.random.randint(1, 9)}00"
        if kind == "d":
            return f"{self.random.randint(int(low), int(high))}{self.stock.decimal}{self.random.randint(1, 9)}"
        if slot == "wd":
            return self._pick(self.stock.weekdays)
        return self._pick(self.stock.months) if slot == "mo" else known[slot]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
