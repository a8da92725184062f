"""Lines of a text's head that hold byline, date, section and counters at once: the seams between these.

In goes one line of words, out come its pieces as in :mod:`copydesk.reading.seams`. What stands before a date is not
judged here: the lines around the headline are (:mod:`copydesk.reading.texthead`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice
from typing import Final

from copydesk.reading import counters, moments, people, section_lead, words
from copydesk.reading.glue import JOINTS, LARGE, SMALL, Piece, is_title
from copydesk.types import Granularity, Role

LONGEST_DATELINE, LONGEST_META, SENTENCE = 200, 160, 60
"""Characters of a line with a date, of one with counters only, and of one that is a sentence if it ends as one."""

SLOT_WORDS, DATE_TITLE_WORDS, TITLE_WORDS, SECTION_WORDS = 8, 40, 30, 3
"""Words of a part of such a line; of a title that a date or a counter hangs behind; of a section's name."""

LONGEST_COUNTER, COUNTER_END = 30, 20
"""Code points of a counter at a line's end, and in which it has a digit."""

DATED: Final = frozenset(["published_prefix", "modified_prefix", "date_prefix"])

_OPENERS, _CLOSERS = ("[", "(", "【"), ("]", ")", "】")
_HARD: Final = frozenset("|·•-–—/\t")
_DIGIT: Final = re.compile(r"\d")
_DIGITS: Final = re.compile(r"\d\D*\d\D*\d")
_PART: Final = re.compile(r"(?:(?!\s*[|·•\t]|\s{2}|\s[/–—-]\s|\s/(?=[^\W\d])).)+")
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
    label = _label_start(whole, len(_before_weekday(whole[: found[0][0]])))
    before, end = whole[:label].rstrip(JOINTS), found[-1][1]
    behind = list(_behind(whole, end))
    if (not before and not behind) or before.endswith("."):
        return []
    name = _without_lead(before)
    signed = not behind_words(behind) or "byline_prefix" in words.cues(name)
    led = len(name) < len(before) and signed and len(name.split()) <= SLOT_WORDS
    first = _first_part(before, behind, timed=whole[found[0][0] : found[0][1]].count(":") > 0 or label < found[0][0])
    if first is None:
        return []
    titled_behind = len(behind) == 1 and is_title(whole[slice(*behind[0][:2])])
    captioned = titled_behind and label < found[0][0] and _is_caption(whole[slice(*behind[0][:2])])
    if not titled_behind and any(len(whole[start:stop].split()) > SLOT_WORDS for start, stop, _ in behind):
        return []
    between = whole[len(before) : label]
    iso = found[0][1] - found[0][0] >= 8 and whole[found[0][0] : found[0][0] + 4].isdigit()
    parted = led or label < found[0][0] or not between or not _HARD.isdisjoint(between) or iso
    parted = parted or ("," in between and " " not in before and before.islower())
    if before and not parted and not _says_itself(before):
        return []
    if (
        not before
        and not all(role or _says_itself(whole[start:stop]) for start, stop, role in behind)
        and not (titled_behind and (captioned or iso or _HARD & set(whole[end : behind[0][0]])))
        and not _BARS & set(whole[end : behind[0][0]])
    ):
        return []  # "3 May 2024 in Ness Bay" is a date and its place
    return [*first, *_parts(name if led else before, first[-1][1] if first else 0), (label, end, Role.DATE), *behind]


def _is_caption(text: str) -> bool:
    return words.photo_credit(text) is not None or words.ends_in_source(text)


def _before_weekday(before: str) -> str:
    """What stands before a date without the day of the week that belongs to it."""
    head, _, last = before.rstrip(JOINTS).rpartition(" ")
    return head + " " * bool(head) if last.casefold().strip(JOINTS) in _weekdays() else before


@cache
def _weekdays() -> frozenset[str]:
    return frozenset(name for days in words.table("calendar")["weekdays"].values() for day in days for name in day)


def _says_itself(part: str) -> bool:
    """Whether a part of a dateline says that it is a byline or a section."""
    label, colon, name = part.partition(":")
    led = colon and name.strip() and label.count(" ") < LABEL_WORDS and not any(map(str.isdigit, part))
    return bool(led) or "byline_prefix" in words.cues(part) or section_lead.begin(part) > 0


LABEL_WORDS: Final = 2
"""Words of an unknown label behind a date: ``Report: Jane Roe``."""


_BARS: Final = frozenset("|·•/")
"""Marks behind a date with its label that part it from whatever follows."""


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
    if head and (last == "@" or last.casefold() in words.phrases("jobs", "before_dates")):
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
    if len(whole) <= counters.MAX_COUNTERS and _HARD.isdisjoint(whole) and _is_counters(whole):
        return []
    counted = _DIGIT.search(whole, max(0, len(whole) - COUNTER_END)) is not None
    if not counted and _HARD.isdisjoint(whole) and "  " not in whole:
        return []
    parts = list(_parts(whole, 0))
    if 2 <= len(parts) <= 6 and all(len(whole[start:end].split()) <= SLOT_WORDS for start, end, _ in parts):
        return parts if any(role for *_, role in parts) else []
    if counters.reactions(whole, comments=True):
        return []
    if not counted:
        return []
    starts = (match.start() for match in _WORD_START.finditer(whole, max(1, len(whole) - LONGEST_COUNTER)))
    for start in starts:
        before = whole[:start].rstrip(JOINTS)
        if before and len(before.split()) <= TITLE_WORDS and _is_known_counter(whole[start:]):
            return [*_parts(before, 0), (start, len(whole), Role.REACTION)]
    return []


def filed(whole: str) -> list[Piece]:
    """A line of a head that says who posted it in which section: ``Posted by Jane Roe in Features``."""
    within = words.phrases("furniture", "within")
    if len(whole) > LONGEST_FILED or not whole[-1].isalnum() or within.isdisjoint(whole.split()):
        return []
    for blank in _BLANK.finditer(whole, 1):
        lead, _, name = whole[blank.end() :].partition(" ")
        if lead not in within or not name[:1].isupper() or name.count(" ") >= SECTION_WORDS:
            continue
        before = whole[: blank.start()]
        cued = words.cues(before).get("byline_prefix")
        who = before[cued[1] :].strip(JOINTS) if cued and cued[0] == 0 else before
        posted = cued is not None and " " in before[: cued[1]].strip()
        if not 1 <= len(who.split()) <= NAME_WORDS or not (posted or section_lead.is_known(name)):
            return []
        if not posted and not (is_account(who) or people.is_person(who)):
            return []
        return [(0, blank.start(), None), (len(whole) - len(name), len(whole), Role.SECTION)]
    return []


LONGEST_FILED, NAME_WORDS = 90, 4
"""Characters of such a line, and words of the name in it."""

_BLANK: Final = re.compile(r"\s+(?=[^\W\d_])")


def is_account(text: str) -> bool:
    """Whether a word is written as the names of accounts are: ``@jane``, ``jane_roe``, ``jroe88``."""
    return _ACCOUNT.fullmatch(text) is not None


_ACCOUNT: Final = re.compile(r"@\w[\w.]{1,30}|(?=\w*[_\d])[a-z][\w.]{2,30}|u/\w{3,30}")


def _is_counters(whole: str) -> bool:
    """Whether a line is a row of counters, or one with what stands before it: ``Total views: 12``, ``1 234 vues``."""
    if not whole[0].isdigit() and not (whole[-1].isdigit() or whole[-1] in ")）"):
        return False
    found = counters.reactions(whole, below=True, comments=True)
    whole_line = whole[0].isdigit() or whole.split(None, 1)[0].casefold() in _BEFORE_COUNTERS
    return len(found) > 1 or (len(found) == 1 and len(whole) <= LONGEST_COUNTER and whole_line)


_BEFORE_COUNTERS: Final = frozenset(
    ["total", "post", "article", "page", "all", "view", "show", "see", "leave", "read", "gesamt", "alle", "artikel",
     "ver", "todos", "total de", "deja", "voir", "tous", "nombre", "número", "numero", "vedi", "tutti", "totale",
     "jumlah", "lihat", "semua", "toplam", "tüm", "всего", "все"]
)  # fmt: skip
"""First words of a counter that are no part of what is counted."""


def _is_known_counter(text: str) -> bool:
    return counters.is_reaction(text.strip("0123456789.,KkMm :：()（）")) and bool(
        counters.reactions(text, comments=True)
    )


def _parts(text: str, at: int) -> Iterator[Piece]:
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
    return next((at for at in starts if (numbered or text[at].isdigit()) and _is_known_counter(text[at:end])), end)


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
    label = whole[:date].rstrip()
    unknown = label[-1:] in _COLONS and len(label) <= LABEL and label.count(" ") < LABEL_WORDS
    return 0 if unknown and not any(map(str.isdigit, label)) else date


_COLONS: Final = (":", "：")
LABEL: Final = 24
"""Characters of a label before a date that no table knows."""


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
