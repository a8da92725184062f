"""Lists of a text that stand in one line, whatever their label is: numbered, parted by marks or wide blanks, or glued.

In goes one line of words, out come its label, if it has one, and its entries, as code points of the line. The form must
show: three parts or more, each as long as headlines are, none a sentence. A line of prose has no such parts.
"""

import re
from itertools import pairwise
from typing import Final

from copydesk.reading import textlists, words
from copydesk.reading.glue import Piece, glued, is_unspaced
from copydesk.types import Role

LEAST, LONGEST = 60, 4000
"""Characters of a line that can be a whole list."""

LEAST_ENTRIES: Final = 3

MOST_LABEL: Final = 44
MOST_LABEL_WORDS: Final = 6

PARTED: Final = (
    " | ",
    " • ",
    " ||| ",
    " / ",
    " · ",
    " ● ",
    " ▪ ",
    " » ",
    " → ",
    " ► ",
    " ▶ ",
    " || ",
    " // ",
    "; ",
    "  ",
)
"""What stands between the entries of a list in one line; the last and weakest are tried last."""

MEAN_WORDS: Final = 4.5
"""Words that the headlines of a list have on average; what a menu or a data sheet lists has fewer."""

_STOPS: Final = (".", "!", "。")
_CLOSING: Final = "\"'”“»」)]"
_SENTENCE: Final = re.compile(r"[a-zа-яß-ÿ]{3}[.!]\s+[A-ZА-ЯÀ-Þ]")
"""Where a sentence ends and another begins."""

_RANK: Final = re.compile(
    r"(?:(?<![\w.,:])|(?<=[^\W\d])|(?<=\s5)|(?<=\s10)|(?<=[^\W\d]10))#?1[.)]\s*(?=[^\W_]|[«„“\"'¿¡])"
)
"""The first rank, be it glued to its label, even to one such as ``Top 10``."""

_EDGE: Final = " \t:：|•·/-–—>»→"


def pieces(whole: str, *, headed: bool) -> list[Piece]:
    """The label and entries of a list in one line; ``headed``: the line above heads a list, so none need stand here."""
    if not LEAST <= len(whole) <= LONGEST or whole[-1] in _STOPS or whole.rstrip(_CLOSING).endswith(_STOPS):
        return []
    spans = _numbered(whole) or _parted(whole) or _glued(whole)
    if not spans or any(_SENTENCE.search(whole, start, end) for start, end in spans):
        return []
    first, stop = spans[0]
    label = 0 if headed else label_end(whole, first, stop)
    if not headed and not label:
        return []
    begin = stop - len(whole[max(label, first) : stop].lstrip(_EDGE)) if label >= first else first
    listed = [(begin, stop), *spans[1:]] if begin < stop else spans[1:]
    if len(listed) < LEAST_ENTRIES - 1 or not all(_is_entry(whole[start:end]) for start, end in listed[1:]):
        return []
    head: list[Piece] = [(0, label, Role.LIST_HEADING)] if label else []
    return [*head, *((start, end, None) for start, end in listed)]


def _is_entry(text: str) -> bool:
    size = text.count(" ") + 1
    return 2 <= size <= textlists.MAX_ENTRY_WORDS if not is_unspaced(text) else 4 <= len(text) <= 90


def _numbered(whole: str) -> list[tuple[int, int]]:
    """Entries behind the numbers one, two, three …; what stands before the first is the label, and short."""
    first = _RANK.search(whole, 0, MOST_LABEL + 6) if "2" in whole and "3" in whole else None
    if first is None:
        return []
    form, at, number = first.group().strip()[-1], first.end(), 1
    starts = [first.start()]
    while True:
        number += 1
        place = whole.find(f"{number}{form}", at)
        while place > 0 and (whole[place - 1].isdigit() or whole[place - 1] in ".,:-"):
            place = whole.find(f"{number}{form}", place + 1)
        if place < 0:
            break
        starts.append(place)
        at = place + 2
    if len(starts) < LEAST_ENTRIES:
        return []
    spans = [_stripped(whole, start, end) for start, end in pairwise([*starts, len(whole)])]
    return [(0, first.start()), *spans] if whole[: first.start()].strip() else spans


def _parted(whole: str) -> list[tuple[int, int]]:
    for mark in PARTED:
        if whole.count(mark) >= LEAST_ENTRIES - 1:
            spans, at = [], 0
            for part in whole.split(mark):
                if part.strip():
                    spans.append(_stripped(whole, at, at + len(part)))
                at += len(part) + len(mark)
            if len(spans) >= LEAST_ENTRIES and _are_headlines([whole[a:b] for a, b in spans]):
                return spans
    return []


def _glued(whole: str) -> list[tuple[int, int]]:
    """Entries between which not even a blank stands; a hump inside a name parts nothing."""
    spans: list[tuple[int, int]] = []
    at = 0
    for seam in glued(whole):
        if is_part(whole, at, seam, first=not spans):
            spans.append((at, seam))
            at = seam
    spans.append((at, len(whole)))
    if len(spans) < LEAST_ENTRIES or not is_part(whole, at, len(whole), first=False):
        return []
    return spans if _are_headlines([whole[a:b] for a, b in spans[1:]]) else []


def is_part(whole: str, start: int, end: int, *, first: bool) -> bool:
    """Whether code points between two glued seams can be a part of their own: four words, or the label before all."""
    return whole.count(" ", start, end) >= (0 if first else 3)


def _are_headlines(parts: list[str]) -> bool:
    """Whether parts look like headlines: most of them long enough, begun as headlines are, and none a sentence."""
    long = sum(part.count(" ") >= 2 or (is_unspaced(part) and len(part) >= 6) for part in parts)
    begun = sum(not part[:1].islower() for part in parts)
    stopped = sum(part.endswith((".", "。")) or part.count("(") != part.count(")") for part in parts)
    spaced = [part.count(" ") + 1 for part in parts[1:] if not is_unspaced(part)]
    if spaced and sum(spaced) < MEAN_WORDS * len(spaced):
        return False  # the names of sections, the lines of a data sheet
    return long >= 0.7 * len(parts) and begun >= 0.9 * len(parts) and not stopped and all(map(_is_entry, parts[1:]))


def label_end(whole: str, first: int, stop: int) -> int:
    """Where the label before the first entry ends, which stands between these code points; 0 if there is none."""
    part = whole[first:stop]
    head = part[:MOST_LABEL]
    if (
        part.rstrip().endswith((":", "："))
        and len(part.split()) <= MOST_LABEL_WORDS
        and first == 0
        and stop < len(whole)
    ):
        return len(part.rstrip(_EDGE))
    colon = next((at for at in map(head.find, (":", "：")) if at > 0 and part[at + 1 :].strip()), 0)
    known = _known_label(head)
    if colon and (_lists(head[:colon]) or (known and head[known:colon].strip().count(" ") == 0)):
        return first + colon
    if known and known < len(part):
        return first + known
    for seam in glued(head[:colon] if colon else ""):
        if seam > LEAST_LABEL and textlists.region_like(head[:seam]):
            return first + seam
    if colon and head[:colon].count(" ") < MOST_STEM_WORDS and textlists.region_like(head[:colon]):
        return first + colon
    if first == 0 and _is_label(part) and stop < len(whole):
        return stop  # the label was set off as the entries are
    if colon and len(head[:colon].split()) < MOST_LABEL_WORDS and part[colon + 1 :].strip():
        return first + colon
    for seam in glued(head):
        if len(head[:seam].split()) <= MOST_LABEL_WORDS and seam > LEAST_LABEL:
            return first + seam
    stem = _stem_label(head)
    return first + stem if stem else 0


LEAST_LABEL: Final = 2

MOST_STEM_WORDS: Final = 4
"""Words before a colon that are a label if one of them is as labels have it."""


def _is_label(text: str) -> bool:
    if len(text) > MOST_LABEL or text.endswith(_STOPS):
        return False
    if is_unspaced(text):
        return len(text) <= MOST_LABEL // 3 and not any(sign in text for sign in " :：")
    size = len(text.split())
    return size <= 3 or (size <= MOST_LABEL_WORDS and words.region_of(text) is not None)


def _known_label(head: str) -> int:
    """The longest beginning that labels.toml knows as a list's label, at the end of a word or where a hump is."""
    ends = [match.start() for match in re.finditer(r"(?<=\w)(?!\w)|(?<=[^\W\d])(?=\d)", head)]
    ends += glued(head)
    if is_unspaced(head):
        ends += range(2, min(16, len(head)))
    return next((end for end in sorted(set(ends), reverse=True) if end and _ends_label(head, end)), 0)


def _ends_label(head: str, end: int) -> bool:
    """Whether a beginning is a list's label, and what stands behind it no word more of the same."""
    return _lists(head[:end]) and not head[end:].lstrip(_EDGE)[:1].islower()


def _lists(text: str) -> bool:
    return words.region_of(text, exactly=True) in {"related", "ranking", "recommended", "latest"}


def _stem_label(head: str) -> int:
    """The end of a label that only its stem shows: the word before the next capital behind it."""
    tokens = list(re.finditer(r"\S+", head))
    for before, after in pairwise(tokens[:MOST_LABEL_WORDS]):
        begins = head[after.start()].isupper() or head[after.start()] in "«„“\"'¿¡"
        if begins and textlists.region_like(head[: before.end()]):
            return before.end()
    return 0


def _stripped(whole: str, start: int, end: int) -> tuple[int, int]:
    text = whole[start:end]
    lead = len(text) - len(text.lstrip(" \t"))
    return start + lead, start + len(text.rstrip(" \t"))
