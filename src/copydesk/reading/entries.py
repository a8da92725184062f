"""The entries of a list in a text -> where the headline in each begins and ends.

Kits number their lists, even without a blank behind the number, and hang dates, counters and sources behind each
entry. One entry alone does not show which of its words are the maker's; the list does: ranks count up from one, and
tails are of one kind on most entries. In go the words of each entry, out come code points of them.
"""

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from copydesk.reading import counters, moments, words

MARK: Final = re.compile(r"[\s»›>•·–—*▸►▶→|✓✔★☆■□◆◇➤➔❯●○◦▪‣-]*(?:\d{1,2}[.)]\s+(?=\S))?")
"""What a list's maker puts before an entry: an ornament, a number."""

_RANK: Final = re.compile(
    r"(?:#|№|[Nn][or]?[.°º]\s?|[（(\[])?\s?0?(\d{1,2})(?:[.)\]:：、．）/|-]|\.?[ºª°]|位|위)?\s*(?=\S)"
)
_SPACE: Final = re.compile(r"\s+(?=\S)|(?<=\S)(?=[(（\[])")
_DAY_TAIL: Final = re.compile(
    r"(?:\s+[|·•–—/-]?\s*|\s*[(（\[])"
    r"(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\.?|\d{4}[/.-]\d{1,2}[/.-]\d{1,2}|\d{1,2}:\d{2}(?::\d{2})?)[)）\]]?$"
)
_COUNT_TAIL: Final = re.compile(r"\s*[(（\[]\s?\d[\d.,]*\s?[KkMm万]?\s?[)）\]]$")

MOST_TAIL: Final = 40
"""Code points in which a tail stands."""

MOST_RELATIVE: Final = 26
"""Code points of a counter, and of a date that needs an anchor."""

RELATIVE_WORDS: Final = 5
"""Words of such a date."""

FIRST: Final = 3
"""Entries of which at most one may lack the tail that the others are asked for."""

LAST: Final = 16
"""Code points at an entry's end in which a tail has a digit."""

_DIGIT: Final = re.compile(r"\d")

OFTEN: Final = 0.6
"""The share of a list's entries that must have a tail of one kind."""


def trimmed(listed: Sequence[str]) -> list[tuple[int, int]]:
    """Where the headline of each entry begins and ends."""
    begins = _behind_ranks(listed)
    spans = []
    for entry, begin in zip(listed, begins, strict=True):
        mark = MARK.match(entry, begin) if begin == 0 else None
        spans.append((mark.end() if mark and mark.end() < len(entry) else begin, _before_link(entry)))
    ending = sum(_DIGIT.search(entry, max(0, len(entry) - LAST)) is not None for entry in listed)
    if len(listed) < 2 or ending < OFTEN * len(listed):
        return spans
    for kind in (_day_tail, _counter_tail, _count_tail, _number_tail):
        first = [kind(entry[:end]) for entry, (_, end) in zip(listed[:FIRST], spans, strict=False)]
        if first.count(None) > 1:
            continue
        rest = zip(listed[FIRST:], spans[FIRST:], strict=True)
        cuts = [*first, *(kind(entry[:end]) for entry, (_, end) in rest)]
        often = 1.0 if kind is _number_tail else OFTEN
        if sum(cut is not None for cut in cuts) >= max(2, often * len(listed)):
            spans = [
                (start, min(end, cut) if cut is not None and cut > start else end)
                for (start, end), cut in zip(spans, cuts, strict=True)
            ]
            break
    return spans


def _before_link(entry: str) -> int:
    """Where an entry ends before a link that leads on and stands in its line: ``Storm over the coast Read more »``."""
    text = entry.rstrip("»›→ …")
    marked = len(text) < len(entry)
    tokens = text.rsplit(" ", LINK_WORDS)
    for size in range(min(LINK_WORDS, len(tokens) - 1), 0, -1):
        tail = " ".join(tokens[-size:])
        if not tail[:1].islower() and (marked or size > 1) and words.label(tail) in words.phrases("cues", "read_on"):
            return len(text[: len(text) - len(tail)].rstrip(" \t|·-–—"))
    return len(entry)


LINK_WORDS: Final = 4
"""Words of such a link."""


def _behind_ranks(listed: Sequence[str]) -> list[int]:
    """Where each entry begins behind its rank, if the entries are numbered from one."""
    ends, expected = [], 1
    if listed and listed[0][0] == "①":
        circled = all(entry.startswith(chr(0x245F + number)) for number, entry in enumerate(listed, 1))
        return [len(entry) - len(entry[1:].lstrip(" .)")) if circled else 0 for entry in listed]
    for entry in listed:
        match = _RANK.match(entry)
        if match is None:
            return [0] * len(listed)
        shown, end = match[1], match.end()
        if int(shown) != expected and shown.startswith(str(expected)):
            end = match.start(1) + len(str(expected))  # "127 people …" may be the first, about 27
            shown = str(expected)
        if int(shown) != expected:
            return [0] * len(listed)
        ends.append(end + len(entry[end:]) - len(entry[end:].lstrip(" \t–—·•|-")))
        expected += 1
    return ends if len(listed) > 1 else [0] * len(listed)


def _day_tail(entry: str) -> int | None:
    """Where the date behind a headline begins: a day in figures, a whole date, or one such as ``3 hours ago``."""
    match = _DAY_TAIL.search(entry, max(0, len(entry) - MOST_TAIL))
    if match:
        return match.start()
    start = max(0, len(entry) - MOST_TAIL)
    end = entry[start:].rstrip(" )）].")
    if not _DIGIT.search(end, max(0, len(end) - LAST)):
        return None
    for moment in moments.find(end)[-1:]:
        if moment.end == len(end) and moment.start > 0:
            return _seam(entry, start + moment.start)
    seams = list(_SPACE.finditer(end, max(0, len(end) - MOST_RELATIVE)))[-RELATIVE_WORDS:]
    for seam in reversed(seams):  # the shortest: "returns after 23 years 15h ago" has another number before it
        if _DIGIT.search(end, seam.end()) and moments.is_relative(end[seam.end() :]):
            return _seam(entry, start + seam.end())
    return None


def _seam(entry: str, tail: int) -> int | None:
    """Where what sets a tail off begins; None if nothing does."""
    head = entry[:tail].rstrip(" \t([（|·•–—/-")
    return len(head) if len(head) < tail and head else None


def _counter_tail(entry: str) -> int | None:
    """Where the counter behind a headline begins: ``12 comments``, ``(1.2K views)``."""
    end = entry.rstrip(" )）]")
    for seam in islice(_SPACE.finditer(end, max(1, len(end) - MOST_RELATIVE)), 5):
        tail = end[seam.end() :].lstrip("([（|·•–—/- ")
        if (
            tail
            and counters.is_reaction(tail.strip("0123456789.,KkMm :："))
            and counters.reactions(tail, comments=True)
        ):
            return _seam(entry, len(end) - len(tail))
    return None


def _count_tail(entry: str) -> int | None:
    match = _COUNT_TAIL.search(entry, max(1, len(entry) - LAST)) if entry[-1:] in ")）]" else None
    return match.start() if match else None


def _number_tail(entry: str) -> int | None:
    match = _NUMBER_TAIL.search(entry, max(0, len(entry) - 12))
    return match.start() if match else None


_NUMBER_TAIL: Final = re.compile(r"\s+\d[\d.,]*\s?[KkMm万]?$")
