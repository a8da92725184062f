"""Whether a line of a few words names a person, an injected brand, an outlet or a desk: by cue and by shape."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from copydesk.reading import words

_TOKEN: Final = re.compile(r"[^\W\d_](?:[\w’'.-]*\w)?\.?")
_PARTICLES: Final = frozenset(
    ["von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "el", "al", "bin",
     "ibn", "ben", "y", "e", "ter", "ten", "zu", "zur", "af", "av", "st", "mac", "o"]
)  # fmt: skip
_ARTICLES: Final = frozenset(["the", "der", "die", "das", "les", "los", "las", "il", "gli", "het"])
_HUMP: Final = re.compile(r"[a-z][A-Z]")
_HUMPED_NAME: Final = re.compile(r"^(?:Mc|Mac|De|Di|Da|La|Le|Van|O['’])[A-Z]")


class Named(StrEnum):
    """What a short line names."""

    PERSON = "person"
    BRAND = "brand"
    OUTLET = "outlet"
    DESK = "desk"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Guess:
    """What a line names, how sure that is (0 to 1), and the rule that says so."""

    named: Named
    confidence: float
    rule: str


def guess(line: str) -> Guess:
    """What a line of a few words names."""
    tokens = _TOKEN.findall(line)
    if _TOKEN.sub("", line).strip(" .,'’-") or (tokens and tokens[0].casefold() in _ARTICLES):
        tokens = []  # signs and digits, or "The …", are in no name
    folded = [token.casefold().strip(".") for token in tokens]
    whole = " ".join(folded)
    if not tokens or len(tokens) > 7:
        return Guess(Named.UNKNOWN, 0.0, "not a name")
    not_author = words.phrases("people", "not_author")
    if whole in words.phrases("people", "agencies") or any(token in not_author for token in folded):
        return Guess(Named.DESK, 0.8, "name: desk or agency word")
    brand = sum(token in words.phrases("brands", "brand_words") for token in folded)
    humped = any(_HUMP.search(token) and not _HUMPED_NAME.match(token) for token in tokens)
    if any(token in words.phrases("brands", "outlet_words") for token in folded) and not (brand and humped):
        return Guess(Named.OUTLET, 0.75, "name: outlet word")
    if brand:
        sure = 0.6 + 0.12 * min(brand, 2) + (0.1 if humped else 0.0)
        return Guess(Named.BRAND, sure, "name: brand word")
    given = folded[0] in words.phrases("people", "given")
    if _person_shaped(tokens) and not humped:
        return Guess(Named.PERSON, 0.9 if given else 0.65, "name: given name" if given else "name: shape")
    if humped or (len(tokens) >= 2 and all(t[:1].isupper() or t.casefold() in _PARTICLES for t in tokens)):
        return Guess(Named.BRAND, 0.6 if humped else 0.45, "name: shape of a brand")
    return Guess(Named.UNKNOWN, 0.2, "not a name")


def _person_shaped(tokens: list[str]) -> bool:
    """Two to four capitalised words, particles apart; or two to four signs of a script without case."""
    core = [token for token in tokens if token.casefold().strip(".") not in _PARTICLES]
    if len(core) == 1 and not core[0].isascii() and not core[0][0].isupper() and not core[0][0].islower():
        return 2 <= len(core[0]) <= 5
    return 2 <= len(core) <= 4 and all(
        token[0].isupper() and not (len(token) > 3 and token.isupper()) for token in core
    )


def is_person(line: str) -> bool:
    """Whether a line is most likely one person's name."""
    return guess(line).named is Named.PERSON
