"""A byline -> whom it names: people, organisations and accounts.

In goes one line (``By Jane Roe and Ann Poe, Ness Bay | 3 March``), out come the code points of each name, without cue
words, offices, degrees, places and dates. Which lines of a page are bylines, and whom to believe, is for authors.py.
"""

import re
import string
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from copydesk.reading import moments, people, words
from copydesk.reading.people import Named

_SEAM: Final = re.compile(r"[,;|/／、•·⋅∙‧»\n]|\s[-–—]\s")
_LISTING: Final = frozenset([",", ";", "/", "、"])
_AND: Final = re.compile(
    r"\s*&\s*|\s+(?:and|with|und|mit|et|avec|y|con|e|og|med|och|en|met|ja|i|a|и|та|及)(?=\s)", re.IGNORECASE
)
_PLACE: Final = re.compile(r"\s(?:in|from|at|via|aus|à|desde|[Ff]or|für|pour|para|per|untuk|voor)\s")
_GLUED: Final = re.compile(r"(?:[Bb]y|Von|Par|Por|Door)(?=[A-Z][^\W\d_])")
_LABELLED: Final = re.compile(r"([^\W\d_]{2,5})\s?[:：]\s*(?=[^\W\d_])")
"""A label that may be the preposition of a mail's sender in any language."""

_ASIDE: Final = re.compile(r"\s*[(（][^()（）]*[)）]?$")
_ADDRESS: Final = re.compile(r"(?<!\S)[^\s@:]*(?:://|@)\S*|(?<!\S)www\.\S+")
_NOISE: Final = re.compile(r"^#|[<>{}=]")

_AMOUNT: Final = re.compile(r"\d[\d.,]*\s")
"""How many of something: ``By 70,600 seedlings`` names nobody."""

_WORD: Final = re.compile(r"\w+")
_HOST: Final = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)

EDGE: Final = string.whitespace + "\x1c\x1d\x1e\x1f\x85\u00a0\u2009\u202f\u3000:：*|-–—,»«›‹·•()[]（）【】"

MAX_LABEL = 40

LONGEST = 400
"""Characters of a byline; a longer line is a text that happens to begin like one."""


@dataclass(frozen=True, slots=True)
class Agent:
    """Whom a part of a byline names.

    Attributes:
        start: First code point in the line.
        end: One past the last.
        named: Person, brand, outlet or desk; unknown is an account: a word or two that look like no name.
        sure: How sure that is, 0 to 1.
        cued: Whether a word before or behind it says that this is an author: ``By``.
    """

    start: int
    end: int
    named: Named
    sure: float
    cued: bool = False


def names_in(line: str, *, trusted: bool) -> Iterator[tuple[int, int, float]]:
    """The personal names of a byline or a credit: code points of the line, and how sure each is.

    Args:
        line: The byline, with its cue words (``By``) or without.
        trusted: Whether a machine-readable attribute or a cue says that these are authors; then a name need only not
            look like anything else.
    """
    for agent in agents(line, trusted=trusted, everyone=True):
        if agent.named is Named.PERSON:
            yield agent.start, agent.end, agent.sure


@lru_cache(maxsize=1 << 10)  # data, meta elements and byline say the same, and a site's authors come again
def agents(line: str, *, trusted: bool, everyone: bool = False) -> tuple[Agent, ...]:
    """Everyone a byline credits with writing, in its order; ``trusted`` as for :func:`names_in`.

    Who edited, checked, translated or photographed is passed over unless ``everyone`` is wanted; a name behind a date
    is a section's.
    """
    if len(line) > LONGEST:
        return ()
    helpers = not everyone and _may_name_helpers(line)
    found: list[Agent] = []
    others = led = False
    dates = [(moment.start, moment.end) for moment in moments.find(line)]
    for begin, end in _parts(line, dates):
        start, stop, cued, helped = _without_cue(line, begin, end)
        if not everyone and (helpers or helped):
            other = _others().search(line, start, stop)
            others = helped or other is not None or (others and not cued)
            stop = start if helped else other.start() if other else stop
            if others and not other:
                continue
        if any(stop <= date[0] <= end + 1 for date in dates):
            stop = _before_date_words(line, start, stop)
        if found and (_is_degree(line[start:stop]) or (not cued and any(found[-1].end <= d[0] < start for d in dates))):
            continue
        led = cued or (led and line[:begin].rstrip()[-1:] in _LISTING)
        if start < stop:
            named = _agents_of_part(line, start, stop, trusted=trusted or cued, cued=led)
            # "itself", "our team": a cue alone makes no name of a common word.
            found += [a for a in named if trusted or a.named is not Named.UNKNOWN or not line[a.start].islower()]
    _drop_place(line, found)
    return tuple(found)


def _parts(line: str, dates: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """A line cut at its separators, dates and addresses."""
    begin = 0
    addresses = _ADDRESS.finditer(line) if "://" in line or "@" in line or "www." in line else ()
    for start, end in sorted([*(seam.span() for seam in (*_SEAM.finditer(line), *addresses)), *dates]):
        if start > begin:
            yield begin, start
        begin = max(begin, end)
    if begin < len(line):
        yield begin, len(line)


def _without_cue(line: str, start: int, end: int) -> tuple[int, int, bool, bool]:
    """A part without the cue words before or behind its names, whether it had any, and whether one of a helper's."""
    cued = helped = False
    for _ in range(2):
        start, end = _stripped(line, start, end)
        hits = words.cues(line[start:end])
        prefix = hits.get("byline_prefix") or hits.get("credit_prefix")
        suffix = hits.get("byline_suffix_anywhere")
        glued = None if prefix else _GLUED.match(line, start, end)
        helped = helped or (not cued and "byline_prefix" not in hits and "credit_prefix" in hits)
        if prefix and prefix[1] < end - start:
            start += prefix[1]
        elif glued and people.guess(line[glued.end() : end]).named is not Named.UNKNOWN:
            start = glued.end()
        elif not cued and (behind := _behind_label(line, start, end)):
            start = behind
        elif suffix and suffix[0] and not line[start + suffix[1] : end].strip(EDGE):
            end = start + suffix[0]
        elif suffix and not suffix[0] and suffix[1] < end - start:  # Chinese puts the same word before the name
            start += suffix[1]
        else:
            break
        cued = True
    start, end = _stripped(line, start, end)
    return start, end, cued, helped


def _behind_label(line: str, start: int, end: int) -> int:
    """Where a person's name begins behind a short label that no table knows: ``Da: Jane Roe <jroe@…>``; 0 if none."""
    label = _LABELLED.match(line, start, end)
    if label is None or label[1].casefold() in words.phrases("cues", "photo_credit_prefix"):
        return 0
    name = line[label.end() : end].partition(" <")[0].strip(EDGE)
    return label.end() if people.is_person(name) else 0


def _before_date_words(line: str, start: int, end: int) -> int:
    """Where a part ends without what introduces the date behind it: ``Jane Roe on``, ``Jane Roe Published:``."""
    start, end = _stripped(line, start, end)
    for _ in range(3):
        head, _, last = line[start:end].rpartition(" ")
        if not head or last.casefold().strip(EDGE) not in introducing_dates():
            break
        end = start + len(head.rstrip(EDGE))
    return end


@cache
def introducing_dates() -> frozenset[str]:
    """Words that stand before dates, and the weekdays."""
    tables = ("published_prefix", "modified_prefix", "date_prefix")
    single = frozenset(entry for key in tables for entry in words.phrases("cues", key) if " " not in entry)
    weekdays = frozenset(name for days in words.table("calendar")["weekdays"].values() for day in days for name in day)
    return single | weekdays | words.phrases("jobs", "before_dates")


def _may_name_helpers(line: str) -> bool:
    return not _first_words_of_others().isdisjoint(_WORD.findall(line.casefold()))


@cache
def _first_words_of_others() -> frozenset[str]:
    return frozenset(_WORD.findall(phrase)[0] for phrase in words.phrases("jobs", "others"))


@cache
def _others() -> re.Pattern[str]:
    longest_first = sorted(words.phrases("jobs", "others"), key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b", re.IGNORECASE)


def _agents_of_part(line: str, start: int, end: int, *, trusted: bool, cued: bool) -> list[Agent]:
    """The people of one part; if it names none and is trusted, whatever it names as a whole."""
    found: list[Agent] = []
    begin = start
    for seam in [*_AND.finditer(line, start, end), None]:
        first, last = _name_within(line, begin, seam.start() if seam else end)
        if first < last and not _NOISE.search(line[first:last]):
            agent = _person(line, first, last, trusted=trusted, cued=cued)
            if agent is None and trusted and (seam or found) and _is_one_name(line[first:last]):
                agent = Agent(first, last, Named.PERSON, 0.3, cued)  # "Linny and Peter", if Peter is one
            found += [agent] if agent else []
        begin = seam.end() if seam else end
    if any(agent.sure > 0.3 for agent in found):
        return found
    if not trusted:
        return []
    place = _PLACE.search(line, start, end) if cued else None
    start, end = _stripped(line, start, place.start() if place else end)
    aside = _ASIDE.search(line, start, end)
    end = aside.start() if aside and aside.start() > start else end
    other = _no_person(line[start:end])
    if cued and line[start].islower() and " " in line[start:end]:
        return []  # "by our engineering team"
    return [Agent(start, end, *other, cued)] if other else []


def _is_one_name(name: str) -> bool:
    return name.istitle() and name.isalpha()


def _person(line: str, start: int, end: int, *, trusted: bool, cued: bool) -> Agent | None:
    name = line[start:end]
    guess = people.guess(name)
    if guess.named is Named.PERSON:
        first = name.split(None, 1)[0].casefold()
        if guess.confidence < 0.9 and (people.is_nobody(name) or first in words.phrases("jobs", "ranks")):
            return None
        return Agent(start, end, Named.PERSON, guess.confidence, cued)
    tokens = name.split()
    given = tokens[0].casefold() in words.phrases("people", "given")
    uniform = all(token.isalpha() and token[0].isupper() == name[0].isupper() for token in tokens)
    if trusted and given and guess.named is Named.UNKNOWN and len(tokens) <= 3 and uniform:
        return Agent(start, end, Named.PERSON, 0.6, cued)  # "Kiersten", "anna westcott"
    return None


def _no_person(name: str) -> tuple[Named, float] | None:
    """What a trusted name that is no person's is; nothing if it says nothing."""
    if (
        not 1 < len(name) <= 60
        or _AMOUNT.match(name)
        or _NOISE.search(name)
        or is_label(name)
        or people.is_nobody(name)
    ):
        return None
    if _HOST.fullmatch(name):
        return Named.OUTLET, 0.6
    guess = people.guess(name)
    if guess.named is not Named.UNKNOWN:
        return guess.named, guess.confidence
    return (Named.UNKNOWN, 0.4) if len(name.split()) <= 3 else None


def _name_within(line: str, start: int, end: int) -> tuple[int, int]:
    """The name in one piece of a byline, without offices, titles, degrees, places and what hangs behind it."""
    start, end = _stripped(line, start, end)
    place = _PLACE.search(line, start, end)
    start, end = _stripped(line, start, place.start() if place else end)
    aside = _ASIDE.search(line, start, end)
    end = aside.start() if aside and aside.start() > start else end
    end = _before_suffix(line, start, end)
    if people.guess(line[start:end]).named is not Named.PERSON:
        start = _after_introduction(line, start, end)
        end = _before_suffix(line, start, end)
    return start, end


def _stripped(line: str, start: int, end: int) -> tuple[int, int]:
    start += len(line[start:end]) - len(line[start:end].lstrip(EDGE))
    return start, start + len(line[start:end].rstrip(EDGE))


def _after_introduction(line: str, start: int, end: int) -> int:
    """Where a name begins behind its introduction: ``unserer Redakteurin``, ``Ein Kommentar von``, ``Dr.``."""
    jobs, titles_ = words.phrases("jobs", "jobs"), words.phrases("people", "titles")
    prefixes = words.phrases("cues", "byline_prefix")
    for gap in list(re.finditer(r"\s+", line[start:end]))[:4]:
        before = line[start : start + gap.start()].rsplit(maxsplit=1)
        folded = before[-1].casefold().strip(".:") if before else ""
        introduces = folded in jobs or folded in titles_ or folded in prefixes
        if introduces and people.is_person(line[start + gap.end() : end]):
            return start + gap.end()
    return start


def _before_suffix(line: str, start: int, end: int) -> int:
    """Where a name ends before its bearer's rank or degree: ``Jane Roe Founder``, ``Jane Roe MD``, ``John Roe Jr.``."""
    name = line[start:end].rstrip()
    gaps = list(re.finditer(r"\s+", name))[:6]
    for gap in gaps:
        head, following = name[: gap.start()].rstrip(EDGE), name[gap.end() :].split(None, 1)[0]
        folded = following.casefold().strip(".,*")
        degree = folded in words.phrases("jobs", "suffixes") or (following.isupper() and _is_degree(following))
        office = folded in words.phrases("jobs", "ranks") or following[0].isdigit()
        if (degree and not head.isupper()) or (office and people.is_person(head)):
            return start + len(head)
    return start + len(name.rstrip("*†‡0123456789¹²³⁴⁵" if gaps else "*†‡"))


def is_label(text: str) -> bool:
    """Whether a line is nothing but the cue of a byline whose names follow: ``By``, ``Author:``."""
    return len(text) <= MAX_LABEL and text.strip(EDGE).casefold() in words.phrases("cues", "byline_prefix")


def is_label_of_others(text: str) -> bool:
    """Whether a line says that who follows did something else than write: ``Edited by``."""
    return len(text) <= MAX_LABEL and text.strip(EDGE).casefold() in words.phrases("jobs", "others")


def is_about_others(text: str) -> bool:
    """Whether a line says of somebody that they did something else than write."""
    helped = _may_name_helpers(text) and _others().search(text) is not None
    return helped or "credit_prefix" in words.cues(text)


def _is_degree(part: str) -> bool:
    """Whether a part is nothing but degrees: ``MS``, ``Ph.D.``, ``M.D. FACLM``."""
    tokens = [token.strip(".*").replace(".", "") for token in part.split()]
    return all(token.casefold() in words.phrases("jobs", "degrees") for token in tokens)


def _drop_place(line: str, found: list[Agent]) -> None:
    # "Jane Roe, Ness Bay": behind people with known given names, what stands last and has none is a place.
    named = [agent for agent in found if agent.named is Named.PERSON]
    if len(named) > 1 and named[-1] is found[-1] and line[named[-2].end : named[-1].start].strip() == ",":
        first, last = named[0].sure, named[-1].sure
        if (last < 0.9 <= first or last <= 0.6 < first) and not line[: found[-1].end].rsplit(maxsplit=1)[-1].isupper():
            found.pop()
