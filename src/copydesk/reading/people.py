"""Whether a line of a few words names a person, an injected brand, an outlet or a desk: by cue and by shape."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from typing import Final

from copydesk.reading import words

_TOKEN: Final = re.compile(r"[^\W\d_](?:[\w’'.\u0900-\u0dff\u0e00-\u0e7f-]*[\w\u0900-\u0dff])?\.?")
_PARTICLES: Final = frozenset(
    ["von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "das", "du", "la", "le", "el", "al", "bin",
     "ibn", "ben", "y", "e", "ter", "ten", "zu", "zur", "af", "av", "st", "mac", "o"]
)  # fmt: skip
_ARTICLES: Final = frozenset(["the", "der", "die", "das", "les", "los", "las", "il", "gli", "het"])
_HUMP: Final = re.compile(r"[a-z][A-Z]")
_ELIDED: Final = re.compile(r"[dlDL][’'][^\W\d_]")
_HUMPED_NAME: Final = re.compile(r"^(?:Mc|Mac|De|Di|Da|La|Le|Van|O['’])[A-Z]")


_INITIALS: Final = re.compile(r"(?!(?:U\.[SKN]|E\.U|D\.C|N\.Y|L\.A)\.)(?:[^\W\d_]\.){2,}")
"""Initials before a family name, and no country's or city's: ``Z.B. Roe``."""


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


@lru_cache(maxsize=1 << 12)  # the passes of a page ask for the same lines
def guess(line: str) -> Guess:
    """What a line of a few words names."""
    tokens = _TOKEN.findall(line)
    if _TOKEN.sub("", line).strip(" .,'’-"):
        tokens = []  # signs and digits are in no name
    folded = [token.casefold().strip(".") for token in tokens]
    whole = " ".join(folded)
    if not tokens or len(tokens) > 7:
        return Guess(Named.UNKNOWN, 0.0, "not a name")
    if _is_desk(folded, whole):
        return Guess(Named.DESK, 0.8, "name: desk, office or agency")
    brand = sum(token in words.phrases("brands", "brand_words") for token in folded)
    humped = any(_HUMP.search(token) and not _HUMPED_NAME.match(token) for token in tokens)
    if any(_is_outlet_word(token) for token in folded) and not (brand and humped):
        return Guess(Named.OUTLET, 0.75, "name: outlet word")
    if tokens[0].casefold() in _ARTICLES:
        return Guess(Named.UNKNOWN, 0.1, "not a name")
    if brand:
        sure = 0.6 + 0.12 * min(brand, 2) + (0.1 if humped else 0.0)
        return Guess(Named.BRAND, sure, "name: brand word")
    given = folded[0] in words.phrases("people", "given")
    if _person_shaped(tokens) and not humped:
        return Guess(Named.PERSON, 0.9 if given else 0.65, "name: given name" if given else "name: shape")
    if humped or (len(tokens) >= 2 and all(t[:1].isupper() or t.casefold() in _PARTICLES for t in tokens)):
        return Guess(Named.BRAND, 0.6 if humped else 0.45, "name: shape of a brand")
    return Guess(Named.UNKNOWN, 0.2, "not a name")


def _is_outlet_word(token: str) -> bool:
    """Whether a word is what newspapers and agencies are called, or ends in such a word as German builds them."""
    return token in words.phrases("brands", "outlet_words") or (
        len(token) > LEAST_COMPOUND and token.endswith(_outlet_endings())
    )


@cache
def _outlet_endings() -> tuple[str, ...]:
    return tuple(words.phrases("brands", "outlet_endings"))


LEAST_COMPOUND: Final = 9
"""Letters from which a word may be a compound: shorter ones are family names."""


def is_nobody(line: str) -> bool:
    """Whether a line names a function and no one who holds it: ``Staff Writer``, ``Our Correspondent``, ``Admin``."""
    tokens = [token.casefold().strip(".") for token in _TOKEN.findall(line)]
    if any(token in words.phrases("people", "nobody") for token in tokens):
        return True
    jobs, desks = words.phrases("jobs", "jobs"), words.phrases("people", "not_author")
    little = _ARTICLES | words.phrases("jobs", "ranks") | _OUR
    return all(token in jobs or token in desks or token in little for token in tokens)


_OUR: Final = frozenset(["our", "a", "nostra", "notre", "nuestra", "nossa", "unsere", "unserer", "onze", "la", "by"])


def is_agency(line: str) -> bool:
    """Whether a line is the name of a news agency."""
    return " ".join(token.casefold().strip(".") for token in _TOKEN.findall(line)) in words.phrases(
        "people", "agencies"
    )


def _is_desk(folded: list[str], whole: str) -> bool:
    if whole in words.phrases("people", "agencies"):
        return True
    if any(token in words.phrases("people", "not_author") for token in folded):
        return True
    jobs = words.phrases("jobs", "jobs")
    return any(token in jobs for token in folded) or (not whole.isascii() and _holds_job(whole))


def _holds_job(whole: str) -> bool:
    # Scripts without spaces run an office and a name together.
    return any(job in whole for key in ("zh", "ja", "ko") for job in words.table("jobs")["jobs"][key])


def _person_shaped(tokens: list[str]) -> bool:
    """Two to four words that begin as names do, particles apart; in Chinese or Japanese one of two to five signs."""
    core = [token for place, token in enumerate(tokens) if not _is_particle(token) or (not place and _is_given(token))]
    if len(core) == 1:
        return _is_caseless(core[0]) and 2 <= len(core[0]) <= 5
    if len(core) > 1 and all(token.isupper() for token in core):
        return len(core) <= 3 and all(len(token) > 1 for token in core)  # "ANNA WESTCOTT"
    if len(core) == 2 and len(core[1]) > 3 and core[1].isupper():
        return _begins_name(core[0])  # "Bill MCCARTHY"
    return 2 <= len(core) <= 4 and all(_begins_name(token) for token in core)


def _is_particle(token: str) -> bool:
    return token.casefold().strip(".") in _PARTICLES


def _is_given(token: str) -> bool:
    """Whether a particle is a given name where it begins one: ``Ben Roe``, but ``de Roe``."""
    return token[0].isupper() and token.casefold() in words.phrases("people", "given")


def _begins_name(token: str) -> bool:
    if _ELIDED.match(token) or _is_caseless(token):
        return True
    return token[0].isupper() and not (len(token) > 3 and token.isupper() and not _INITIALS.fullmatch(token))


def _is_caseless(token: str) -> bool:
    return not token.isascii() and token.upper() == token.lower()


def is_person(line: str) -> bool:
    """Whether a line is most likely one person's name."""
    return guess(line).named is Named.PERSON
