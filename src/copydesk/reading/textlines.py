"""Text -> lines: the page's lines with words, without their marks; hard-wrapped ones joined again.

A line is a run of code points of the page's own text, never a copy. It does not say what a line is for, nor cut one.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk.types import BlockKind

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARK: Final = re.compile(
    r"(?:(?P<bullet>[-*•‣▪◦●○·–—+►▶▸→»›■□◆◇✓✔★☆※⁃∙➤➜➔❯▷△▲◉~]|[oO](?=\t))\s+|(?P<hashes>#{1,6})\s+|(?P<quote>>)\s+)"
)
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]\s+\S")
_MARKS: Final = frozenset("-*•‣▪◦●○·–—+►▶▸→»›■□◆◇✓✔★☆※⁃∙➤➜➔❯▷△▲◉~oO#>0123456789")
_FIRST_WORD: Final = re.compile(r"\S+")
_STOPS: Final = (".", "!", "?", "…", '"', "”", "»", "“")

NARROWEST, WIDEST = 50, 130
"""Characters to which texts are wrapped."""

MIN_FULL = 4
"""So many lines must be as full as a width lets them be before the text is held for wrapped to it."""

FULL_SHARE = 0.3
"""And so large a share of all lines as long as such a width that another follows at once."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its code points without its mark, its form, and whether a blank line stands before it."""

    start: int
    end: int
    kind: BlockKind
    level: int
    after_blank: bool


def of(text: str) -> list[Line]:
    """The lines of a text, in order."""
    found = list(_lines(text))
    if _is_wrapped(found):
        return list(_joined(found))
    width = _width(text, found)
    return list(_refilled(text, found, width)) if width else found


def _lines(text: str) -> "Iterator[Line]":
    """Every line with words, without the white space and the mark before it."""
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        kind, level = BlockKind.PARAGRAPH, 0
        if text[start] in _MARKS:
            start, kind, level = _marked(text, start, end)
        between = text[last_end : match.start()]
        blank = len(between) > 1 and (between.count("\n") > 1 or (between.count("\r") > 1 and "\n" not in between))
        yield Line(start, end, kind, level, blank)
        last_end = end


def _marked(text: str, start: int, end: int) -> tuple[int, BlockKind, int]:
    """Where the words of a line begin behind its mark, and what the mark makes of it."""
    mark = _MARK.match(text, start, end)
    if mark and mark.end() < end:
        if mark["bullet"]:
            return mark.end(), BlockKind.LIST_ITEM, 0
        if mark["hashes"]:
            return mark.end(), BlockKind.HEADING, len(mark["hashes"])
        return mark.end(), BlockKind.QUOTE, 0
    if _NUMBERED.match(text, start, end) and end - start < 200:
        return start, BlockKind.LIST_ITEM, 0
    return start, BlockKind.PARAGRAPH, 0


def _is_wrapped(found: list[Line]) -> bool:
    """Whether the whole text was wrapped to a width: nearly all lines that go on are about as long as the longest."""
    width = max((line.end - line.start for line in found), default=0)
    if not NARROWEST <= width <= WIDEST:
        return False
    inner = [a for a, b in pairwise(found) if not b.after_blank]
    full = sum(line.end - line.start > 0.75 * width for line in inner)
    return len(inner) >= 4 and full >= 0.8 * len(inner)


def _joined(found: list[Line]) -> "Iterator[Line]":
    group: list[Line] = []
    for line in found:
        if group and (line.after_blank or line.kind is not BlockKind.PARAGRAPH):
            yield _one(group)
            group = []
        group.append(line)
    if group:
        yield _one(group)


def _one(group: list[Line]) -> Line:
    first = group[0]
    return Line(first.start, group[-1].end, first.kind, first.level, first.after_blank)


def _width(text: str, found: list[Line]) -> int:
    """The width to which the paragraphs among other lines were wrapped, 0 if they were not.

    A wrapped line is as full as the next word lets it be: it fits the width, with that word it would not.
    """
    ends: list[tuple[int, int]] = []
    for line, following in pairwise(found):
        size = line.end - line.start
        if NARROWEST <= size <= WIDEST and _may_go_on(following):
            ends.append((size, size + _first_word(text, following)))
    if len(ends) < MIN_FULL:
        return 0
    least, most = sorted(size for size, _ in ends), sorted(end for _, end in ends)

    def full(width: int) -> int:
        return bisect_right(least, width) - bisect_left(most, width)

    best = max(set(least), key=lambda width: (full(width), -width))
    enough = full(best) >= max(MIN_FULL, FULL_SHARE * len(ends))
    return best if enough else 0


def _may_go_on(line: Line) -> bool:
    return line.kind is BlockKind.PARAGRAPH and not line.after_blank


def _first_word(text: str, line: Line) -> int:
    word = _FIRST_WORD.match(text, line.start, line.end)
    return word.end() - word.start() if word else 0


def _refilled(text: str, found: list[Line], width: int) -> "Iterator[Line]":
    """The lines, those joined that are full and end, all together, as a paragraph does."""
    group = found[:1]
    for line in found[1:]:
        last = group[-1]
        size = last.end - last.start
        if _may_go_on(line) and size <= width < size + 1 + _first_word(text, line) and line.end - line.start <= width:
            group.append(line)
            continue
        yield from _paragraph(text, group)
        group = [line]
    yield from _paragraph(text, group)


def _paragraph(text: str, group: list[Line]) -> "Iterator[Line]":
    if len(group) > 1 and text.endswith(_STOPS, group[-1].start, group[-1].end):
        yield _one(group)
    else:
        yield from group
