"""Sources of authors: who is credited where, and what a page states of its authors for machines.

Every place that names authors is a source: the author entry of a JSON-LD object, a meta element, the byline below the
headline, the box below the article. This module holds the nouns and reads the structured data; bylines.py reads what
the page shows, authors.py decides whom to believe.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from copydesk.reading import byline, people, structured, titles, words
from copydesk.reading.candidates import Candidate
from copydesk.reading.people import Named
from copydesk.types import Evidence, Pointer

if TYPE_CHECKING:
    from copydesk.reading.board import Board

ORGANISATION: Final = "organisation"
ACCOUNT: Final = "account"

KNOWN: Final = 0.9
"""How sure a name is that begins with a known given name."""

MAX_AUTHORS: Final = 24

MAX_MICRODATA = 120
"""Characters of an element marked as an author; a longer one is a box about the author."""


class Belief(Enum):
    """What kind of place a source is."""

    STATED = auto()
    CUED = auto()
    SHOWN = auto()
    WEAK = auto()
    """It can be the only source, but adds nobody to another."""


@dataclass(frozen=True, slots=True)
class Credit:
    """Whom one place names, what that is, and the chance that the place is right."""

    name: str
    named: Named
    evidence: Evidence
    weight: float

    def candidate(self) -> Candidate[str]:
        """The name as one of many; the evidence of who is no person says so."""
        if self.named is Named.PERSON:
            return Candidate(self.name, self.evidence, self.weight)
        what = ACCOUNT if self.named is Named.UNKNOWN else ORGANISATION
        return Candidate(self.name, replace(self.evidence, rule=f"{what}, {self.evidence.rule}"), self.weight)


@dataclass(frozen=True, slots=True)
class Source:
    """Everyone whom one place names."""

    credits: tuple[Credit, ...]
    belief: Belief

    def people(self) -> list[Credit]:
        """Those of them who are people."""
        return [credit for credit in self.credits if credit.named is Named.PERSON]

    def beside_people(self) -> list[Credit]:
        """Organisations that stand beside the people as authors of their own: agencies, entries of a list."""
        entries = {credit.evidence for credit in self.people()}
        return [
            credit
            for credit in self.credits
            if credit.named in {Named.DESK, Named.OUTLET}
            and (people.is_agency(credit.name) or (self.belief is Belief.STATED and credit.evidence not in entries))
        ]

    def names(self) -> set[str]:
        """The names as they are compared: of people, if there are any."""
        return {key(credit.name) for credit in self.people() or self.credits}

    def judged(self, site: str) -> "Source":
        """The same, but a name like the site's is the site, unless it is a person's: some sites are one person's."""
        return replace(self, credits=tuple(_judged(credit, site) for credit in self.credits))


def _judged(credit: Credit, site: str) -> Credit:
    if key(credit.name) == site and people.guess(credit.name).confidence < KNOWN:
        return replace(credit, named=Named.OUTLET)
    return credit


def key(name: str) -> str:
    """A name for comparison: without case, titles and middle initials."""
    tokens = titles.folded(name).split()
    if len(tokens) > 2 and tokens[0] in words.phrases("people", "titles"):
        tokens = tokens[1:]
    return " ".join([*tokens[:1], *(token for token in tokens[1:-1] if len(token) > 1), *tokens[1:][-1:]])


META_AUTHORS: Final = (
    ("author", 0.75), ("article:author", 0.65), ("parsely-author", 0.75), ("dc.creator", 0.6),
    ("sailthru.author", 0.75), ("byl", 0.75), ("citation_author", 0.8),
)  # fmt: skip

LIBRARIES: Final = frozenset(["citation_author", "dc.creator"])


def stated(board: "Board") -> Iterator[Source]:
    """The authors of the JSON-LD's articles, of meta elements, and of the two lines of a link's preview."""
    page = board.sheet.structured
    for pointer, item in structured.articles(page):
        for name in ("author", "creator"):
            values = structured.values(page, pointer, item, name)[:MAX_AUTHORS]
            if values:
                yield _source((Pointer(place, text, "author stated"), text, 0.8) for place, text in values)
                break
    for name, weight in META_AUTHORS:
        texts = page.meta.get(name, ())[:MAX_AUTHORS]
        if texts:
            place = f"meta/{name}"
            yield _source((Pointer(place, text, "author stated"), _turned(text, name), weight) for text in texts)
    for number in ("1", "2"):
        label = page.meta.get(f"twitter:label{number}", [""])[0]
        if "byline_prefix" in words.cues(label):
            place = f"meta/twitter:data{number}"
            texts = page.meta.get(f"twitter:data{number}", ())[:1]
            yield _source((Pointer(place, text, "author stated"), text, 0.7) for text in texts)


def microdata(board: "Board") -> Source:
    """What elements marked as an author hold; where they are many or no people, the first: others wrote comments."""
    data = board.sheet.structured.microdata
    texts = [(n, text) for n in ("author", "creator") for text in data.get(n, ()) if len(text) < MAX_MICRODATA]
    found = _source(
        (Pointer(f"microdata/{name}", text, "author stated"), _without_counts(text), 0.65)
        for name, text in texts[: 1 if len(texts) > 3 else None]
    ).credits
    whole = all(credit.named is Named.PERSON for credit in found)
    return Source(tuple(c for c in found if whole or c.evidence == found[0].evidence), Belief.WEAK)


def _without_counts(text: str) -> str:
    """A poster's name without the initial that stands for a picture, badges and counts of posts."""
    tokens = _COUNT.split(text, maxsplit=1)[0].split()
    if len(tokens) > 1 and len(tokens[0]) == 1 and tokens[1].casefold().startswith(tokens[0].casefold()):
        tokens = tokens[1:]
    if len(tokens) > 1 and len(tokens[-1]) == 1 and tokens[0].casefold().startswith(tokens[-1].casefold()):
        tokens = tokens[:-1]
    return " ".join(tokens)


_COUNT: Final = re.compile(r"\s(?=\d[\d,.]*[km]?\b)")


def _turned(text: str, meta: str) -> str:
    """A name as libraries write it, ``Roe, Jane``, the way people do."""
    last, comma, first = text.partition(", ")
    return f"{first} {last}" if comma and meta in LIBRARIES and "," not in first else text


def _source(values: Iterable[tuple[Evidence, str, float]]) -> Source:
    found = (credit for evidence, text, weight in values for credit in _named(text, evidence, weight))
    return Source(tuple(found), Belief.STATED)


def _named(text: str, evidence: Evidence, weight: float) -> Iterator[Credit]:
    if "://" in text or text.startswith(("www.", "/", "@")):
        return  # an address of a profile, not a name
    for agent in byline.agents(text, trusted=True):
        yield Credit(text[agent.start : agent.end], agent.named, evidence, weight * (0.5 + agent.sure / 2))
