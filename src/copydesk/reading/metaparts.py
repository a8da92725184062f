"""A line of a text's head -> its parts between bars, wide blanks, labels and cues: bylines, sections, counters.

Shared by the lines with a date and those without one (:mod:`copydesk.reading.dateseams`), which say where the parts
begin; counters are known as such here, the other parts are judged later.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from copydesk.reading import counters, section_lead, words
from copydesk.reading.glue import JOINTS, Piece
from copydesk.types import Role

SECTION_WORDS: Final = 3
"""Words of a section's name."""

_DIGIT: Final = re.compile(r"\d")
_PART: Final = re.compile(r"(?:(?!\s*[|·•\t]|\s{2}|\s[/–—-]\s|\s/(?=[^\W\d])).)+")


def is_known_counter(text: str) -> bool:
    """Whether a text is a counter by a word that is known to be one: ``12 comments``."""
    return counters.is_reaction(text.strip("0123456789.,KkMm :：()（）")) and bool(
        counters.reactions(text, comments=True)
    )


def parts(text: str, at: int) -> Iterator[Piece]:
    """The parts of a line of the head, from ``at`` on, between bars, dots, wide blanks; counters are known as such."""
    for part in _PART.finditer(text, at):
        for first, last in _cued_parts(text, part.start(), part.end()):
            inner = text[first:last].strip(JOINTS)
            if inner:
                start = text.index(inner, first)
                counts = _DIGIT.search(inner) and counters.reactions(inner, comments=True)
                yield start, start + len(inner), Role.REACTION if counts else None


def _cued_parts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What stands between two marks, cut before each byline, section and counter that only a blank sets off."""
    counted = _DIGIT.search(text, start) is not None
    stop = _counter_start(text, start, end) if _DIGIT.search(text, start, end) else end
    at, lead = start, start + _lead(text[start:stop])
    for word in _AFTER_BLANK.finditer(text, start + 1, stop):
        if word.start() >= lead and _begins_part(text[word.start() : stop], counted=counted):
            yield at, word.start()
            at = word.start()
            lead = at + _lead(text[at:stop])
    yield at, stop
    if stop < end:
        yield stop, end


def _counter_start(text: str, start: int, end: int) -> int:
    """Where the counter begins with which a part ends; its end if it ends with none."""
    numbered = text[end - 1] in _NUMBER_ENDS
    starts = (word.start() for word in _AFTER_BLANK.finditer(text, start + 1, end))
    return next((at for at in starts if (numbered or text[at].isdigit()) and is_known_counter(text[at:end])), end)


_NUMBER_ENDS: Final = frozenset("0123456789)）KkMm")

_AFTER_BLANK: Final = re.compile(r"(?<=\s)\w")

_UNCLEAR: Final = 2
"""Letters of a byline's cue that is as often the preposition of a name (``Ponte di Legno``), ``by`` apart."""


def _begins_part(rest: str, *, counted: bool) -> bool:
    """Whether a byline or a section begins here; ``counted``: the line has a counter, as only those of kits do."""
    first, _, name = rest.partition(" ")
    if first.casefold().strip(":：") not in _first_words():
        return False
    cued = words.cues(rest).get("byline_prefix")
    if cued:
        behind = rest[cued[1] :]
        clear = cued[1] > _UNCLEAR or rest[: cued[1]].casefold() == "by" or rest[: cued[1]].isupper()
        if behind[:1] in ":：" or (clear and behind[:1] == " " and behind[1:2].isupper()):
            return bool(behind.strip(JOINTS))
    filed = counted and first in words.phrases("furniture", "within")
    if filed and name[:1].isupper() and len(name.split()) <= SECTION_WORDS:
        return True  # "by Jane Roe in Features | 12 comments": a section, whatever it is called
    return section_lead.begin(rest, before=0) > 0


@cache
def _first_words() -> frozenset[str]:
    """The words with which a byline or a section's label begins; most of a line's begin neither."""
    entries = words.phrases("cues", "byline_prefix") | words.phrases("cues", "section_prefix")
    return frozenset(entry.split(None, 1)[0] for entry in entries) | words.phrases("furniture", "within")


def _lead(part: str) -> int:
    """Where the label of a part ends, so that it is not cut in two: ``Posted under``, ``Story by``."""
    part = part.lstrip(JOINTS)
    cued = words.cues(part).get("byline_prefix")
    return max(cued[1] if cued else 0, section_lead.begin(part)) + 1


def _labelled_parts(rest: str) -> Iterator[tuple[int, int]]:
    """The parts of what stands behind a date, between marks or before the next label: ``Category: Eels Views: 7``."""
    for part in _PART.finditer(rest):
        at = part.start()
        for label in _LABEL.finditer(rest, part.start(), part.end()) if ":" in part.group() else ():
            if label.start() > at and (counters.is_reaction(label[1]) or words.label(label[1]) in _labels()):
                yield from _cued_parts(rest, at, label.start())
                at = label.start()
        yield from _cued_parts(rest, at, part.end())


_LABEL: Final = re.compile(r"(?<=\s)([^\W\d_]+):")


@cache
def _labels() -> frozenset[str]:
    cued = ("section_prefix", "byline_prefix", "date_prefix", "published_prefix", "modified_prefix", "credit_prefix")
    return frozenset().union(*(words.phrases("cues", table) for table in cued))


def behind(whole: str, at: int) -> Iterator[Piece]:
    """What stands behind a date: counters known as such, and the rest as it is."""
    rest = whole[at:].strip(JOINTS)
    if not rest:
        return
    start = at + whole[at:].index(rest)
    for first, last in _labelled_parts(rest):
        text = rest[first:last].strip(JOINTS)
        begin = start + rest.index(text, first) if text else 0
        if text:
            counts = text.isdigit() or counters.reactions(text, comments=True)
            yield begin, begin + len(text), Role.REACTION if counts else None
