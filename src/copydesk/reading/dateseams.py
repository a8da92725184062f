"""Lines of a text's head that hold byline, date, section and counters at once: the seams between these.

In goes one line of words, out come its pieces as in :mod:`copydesk.reading.seams`. What stands before a date is not
judged here: the lines around the headline are (:mod:`copydesk.reading.texthead`).
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import islice
from typing import Final

from copydesk.reading import counters, metaparts, moments, people, section_lead, words
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
    behind = list(metaparts.behind(whole, end))
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
    return [
        *first,
        *metaparts.parts(name if led else before, first[-1][1] if first else 0),
        (label, end, Role.DATE),
        *behind,
    ]


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
    parts = list(metaparts.parts(before, 0))
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
    parts = list(metaparts.parts(whole, 0))
    if 2 <= len(parts) <= 6 and all(len(whole[start:end].split()) <= SLOT_WORDS for start, end, _ in parts):
        return parts if any(role for *_, role in parts) else []
    if counters.reactions(whole, comments=True):
        return []
    if not counted:
        return []
    starts = (match.start() for match in _WORD_START.finditer(whole, max(1, len(whole) - LONGEST_COUNTER)))
    for start in starts:
        before = whole[:start].rstrip(JOINTS)
        if before and len(before.split()) <= TITLE_WORDS and metaparts.is_known_counter(whole[start:]):
            return [*metaparts.parts(before, 0), (start, len(whole), Role.REACTION)]
    return []


def filed(whole: str) -> list[Piece]:
    """A line of a head that says who posted it in which section: ``Posted by Jane Roe in Features``."""
    within = words.phrases("furniture", "within")
    if len(whole) > LONGEST_FILED or not whole[-1].isalnum() or within.isdisjoint(whole.split()):
        return []
    for blank in _BLANK.finditer(whole, 1):
        lead, _, name = whole[blank.end() :].partition(" ")
        if lead not in within or not name[:1].isupper() or name.count(" ") >= metaparts.SECTION_WORDS:
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
