"""Lines of a text's head that hold byline, date, section and counters at once: the seams between these.

In goes one line of words, out come its pieces as in :mod:`copydesk.reading.seams`. What stands before a date is not
judged here: the lines around the headline are (:mod:`copydesk.reading.texthead`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from copydesk.reading import counters, moments, words
from copydesk.reading.glue import JOINTS, LARGE, SMALL, Piece, is_title
from copydesk.types import Granularity, Role

LONGEST_DATELINE, LONGEST_META, SENTENCE = 200, 160, 60
"""Characters of a line with a date, of one with counters only, and of one that is a sentence if it ends as one."""

SLOT_WORDS, DATE_TITLE_WORDS, TITLE_WORDS = 8, 40, 30
"""Words of a part of such a line; of a title that a date or a counter hangs behind."""

LONGEST_COUNTER, COUNTER_END = 30, 20
"""Code points of a counter at a line's end, and in which it has a digit."""

DATED: Final = frozenset(["published_prefix", "modified_prefix", "date_prefix"])

_OPENERS, _CLOSERS = ("[", "(", "【"), ("]", ")", "】")
_HARD: Final = frozenset("|·•-–—/\t")
_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(r"\d\D*\d\D*\d")
_PART: Final = re.compile(r"(?:(?!\s*[|·•\t]|\s{2}|\s[/–—-]\s).)+")
_WORD_START: Final = re.compile(r"(?<![\w.,])\w|(?<=[^\W\d_])\d|(?<=[a-zß-ÿа-я])[A-ZÀ-ÞА-Я]")
_HUMP: Final = re.compile(r"(?<=[^\W\d_])(?<![A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zß-ÿ])")
_DATE_GLUE: Final = re.compile(rf"(?<=[^\W\d_])(?=\d)|(?<=[{SMALL}])(?=[{LARGE}])")


def dateline(whole: str) -> list[Piece]:
    """A line of a head that holds a date and more: what stands before it, the date with its label, counters behind."""
    if whole[:1] in _OPENERS and whole[-1] in _CLOSERS:
        return [(start + 1, end + 1, role) for start, end, role in dateline(whole[1:-1])]
    if len(whole) > LONGEST_DATELINE or not _DIGITS.search(whole) or (len(whole) > SENTENCE and whole[-1] in ".!?。"):
        return []
    found = _glued_date(whole) or [(moment.start, moment.end) for moment in moments.find(whole)]
    if not 1 <= len(found) <= 2:
        return []
    label = _label_start(whole, found[0][0])
    before, end = whole[:label].rstrip(JOINTS), found[-1][1]
    behind = list(_behind(whole, end))
    if (not before and not behind) or before.endswith("."):
        return []
    name = _without_lead(before)
    led = len(name) < len(before) and not behind_words(behind) and len(name.split()) <= SLOT_WORDS
    first = _first_part(before, behind, timed=whole[found[0][0] : found[0][1]].count(":") > 0 or label < found[0][0])
    if first is None:
        return []
    titled_behind = len(behind) == 1 and is_title(whole[slice(*behind[0][:2])])
    if not titled_behind and any(len(whole[start:stop].split()) > SLOT_WORDS for start, stop, _ in behind):
        return []
    between = whole[len(before) : label]
    iso = found[0][1] - found[0][0] >= 8 and whole[found[0][0] : found[0][0] + 4].isdigit()
    parted = led or label < found[0][0] or not between or not _HARD.isdisjoint(between) or iso
    if before and not parted and "byline_prefix" not in words.cues(before):
        return []
    if (
        not before
        and not all(role or "byline_prefix" in words.cues(whole[start:stop]) for start, stop, role in behind)
        and not (titled_behind and (iso or _HARD & set(whole[end : behind[0][0]])))
    ):
        return []  # "3 May 2024 in Ness Bay" is a date and its place
    return [*first, *_parts(name if led else before, first[-1][1] if first else 0), (label, end, Role.DATE), *behind]


def behind_words(behind: list[Piece]) -> bool:
    """Whether something stands behind a date that is no counter."""
    return any(role is None for *_, role in behind)


def _first_part(before: str, behind: list[Piece], *, timed: bool) -> list[Piece] | None:
    """The title before a dateline's other parts, if there is one, with its counter; None if no dateline it can be."""
    if len(before.split()) <= (DATE_TITLE_WORDS if timed and not behind else SLOT_WORDS):
        return []
    parts = list(_parts(before, 0))
    if len(parts) < 2 or behind_words(behind):
        return None
    start, end, _ = parts[0]
    if len(before[start:end].split()) > DATE_TITLE_WORDS or any(
        len(before[a:b].split()) > SLOT_WORDS for a, b, _ in parts[1:]
    ):
        return None
    return metaline(before[start:end]) or [(start, end, None)]


def _without_lead(before: str) -> str:
    """What stands before a date without the word that leads to it: ``Jane Roe on``, ``Web Desk @``."""
    head, _, last = before.rpartition(" ")
    if head and (last == "@" or (last.islower() and last in words.phrases("jobs", "before_dates"))):
        return head.rstrip(JOINTS)
    return before


_TAIL: Final = re.compile(r"\D[(\[（]?\d{1,4}[-./]\d{1,2}(?:[-./]\d{1,4})?[)\]）]$")


def is_dated_entry(said: Sequence[str], number: int) -> bool:
    """Whether a line is one of several that end in a date: entries of a list, and none of them a dateline."""
    if not _TAIL.search(said[number], max(0, len(said[number]) - TAIL)):
        return False
    near = [said[other] for other in (number - 1, number + 1) if 0 <= other < len(said)]
    return any(_TAIL.search(line, max(0, len(line) - TAIL)) and len(line) > TAIL for line in near)


TAIL: Final = 14
"""Code points in which a date at the end of an entry stands."""


def metaline(whole: str) -> list[Piece]:
    """A line of a head without a date: byline, section and counters, set off by bars or wide blanks, or glued."""
    if len(whole) > LONGEST_META or not _DIGIT.search(whole) or whole[-1] in ".!?。":
        return []
    parts = list(_parts(whole, 0))
    if 2 <= len(parts) <= 6 and all(len(whole[start:end].split()) <= SLOT_WORDS for start, end, _ in parts):
        return parts if any(role for *_, role in parts) else []
    if counters.reactions(whole, comments=True):
        return []
    if not _DIGIT.search(whole, max(0, len(whole) - COUNTER_END)):
        return []
    starts = (match.start() for match in _WORD_START.finditer(whole, max(1, len(whole) - LONGEST_COUNTER)))
    for start in starts:
        before = whole[:start].rstrip(JOINTS)
        if before and len(before.split()) <= TITLE_WORDS and _is_known_counter(whole[start:]):
            return [*_parts(before, 0), (start, len(whole), Role.REACTION)]
    return []


def _is_known_counter(text: str) -> bool:
    return counters.is_reaction(text.strip("0123456789.,KkMm :：()（）")) and bool(
        counters.reactions(text, comments=True)
    )


def _parts(text: str, at: int) -> Iterator[Piece]:
    """The parts of a line of the head, from ``at`` on, between bars, dots, wide blanks; counters are known as such."""
    for part in _PART.finditer(text, at):
        inner = part.group().strip(JOINTS)
        if inner:
            start = part.start() + part.group().index(inner)
            counts = _DIGIT.search(inner) and counters.reactions(inner, comments=True)
            yield start, start + len(inner), Role.REACTION if counts else None


def _glued_date(whole: str) -> list[tuple[int, int]]:
    """A date that begins where a name ends, with no blank between them: ``Newsroom3 May 2024``."""
    for seam in islice(_DATE_GLUE.finditer(whole), 4):
        begin = seam.start()
        for moment in moments.find(whole[begin:])[:1]:
            if moment.start == 0 and moment.value.granularity not in {Granularity.YEAR, Granularity.MONTH}:
                return [(begin, begin + moment.end)]
    return []


def _label_start(whole: str, date: int) -> int:
    """Where the label of a date begins, be it set off by a blank or not; the date itself if it has none."""
    starts = [match.start() for match in re.finditer(r"(?<![^\W\d_])[^\W\d_]", whole[:date])]
    starts += [hump.start() for hump in _HUMP.finditer(whole[:date])]
    for start in sorted(starts):
        cues = words.cues(whole[start:date])
        ends = [end for cue, (begin, end) in cues.items() if cue in DATED and begin == 0]
        if ends and not whole[start + max(ends) : date].strip(JOINTS + "."):
            return start
    return date


def _labelled_parts(rest: str) -> Iterator[tuple[int, int]]:
    """The parts of what stands behind a date, between marks or before the next label: ``Category: Eels Views: 7``."""
    for part in _PART.finditer(rest):
        at = part.start()
        for label in _LABEL.finditer(rest, part.start(), part.end()) if ":" in part.group() else ():
            if label.start() > at and (counters.is_reaction(label[1]) or words.label(label[1]) in _labels()):
                yield at, label.start()
                at = label.start()
        yield at, part.end()


_LABEL: Final = re.compile(r"(?<=\s)([^\W\d_]+):")


@cache
def _labels() -> frozenset[str]:
    cued = ("section_prefix", "byline_prefix", "date_prefix", "published_prefix", "modified_prefix", "credit_prefix")
    return frozenset().union(*(words.phrases("cues", table) for table in cued))


def _behind(whole: str, at: int) -> Iterator[Piece]:
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
