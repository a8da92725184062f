"""Text -> Sheet: lines become blocks, nothing judged but where a glued line must be cut.

Offsets count the page's own text: a block is a cut of it, never a copy. List marks, heading marks and white space
stand outside the blocks. A line is cut into several blocks only where a repeated headline, a breadcrumb or a site
suffix shows the seam; a run of hard-wrapped lines becomes one block.
"""

import re
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk.reading import titles, words
from copydesk.reading.sheet import Sheet
from copydesk.types import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.types import Page

_LINE: Final = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_MARK: Final = re.compile(r"(?:(?P<bullet>[-*•‣▪◦●○·–—+►▶]|[oO](?=\t))\s+|(?P<hashes>#{1,6})\s+|(?P<quote>>)\s+)")
_NUMBERED: Final = re.compile(r"\d{1,2}[.)]\s+\S")

HEAD_LINES = 14
"""A scraped page has its title lines among so many, and repeats its headline within as many."""

LONGEST = 1000
"""Characters of a line that can be title lines run together."""

MIN_REPEAT = 15
"""Characters of a line that is taken for a repeated headline; shorter ones are section names and dates."""


NARROWEST, WIDEST = 50, 130
"""Characters of the lines of a wrapped text."""

OVERLONG = 50
"""One line in so many may be longer."""

MARK_ROOM = 3


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    kind: BlockKind
    level: int
    after_blank: bool
    first_word: int


def lines(page: "Page") -> Sheet:
    """Lay a text page out as a sheet."""
    sheet = Sheet(page, text=page.text)
    found = list(_lines(page.text))
    width = _width(found)
    if width:
        found = list(_joined(found, width))
    for number, line in enumerate(found):
        pieces = list(_cut(page.text, found, number)) if number < HEAD_LINES else []
        if pieces:
            for start, end, role in pieces:
                if role is not None:
                    sheet.cut[len(sheet)] = role
                _append(sheet, start, end, line)
        else:
            _append(sheet, line.start, line.end, line)
    sheet.boxes.begin(-1, "", 1, 0, "", first=0, end=len(sheet))
    return sheet


def _append(sheet: Sheet, start: int, end: int, line: _Line) -> None:
    sheet.start.append(start)
    sheet.end.append(end)
    sheet.kind.append(line.kind)
    sheet.level.append(line.level)
    sheet.owner.append(0)
    sheet.link_chars.append(0)


def _lines(text: str) -> "Iterator[_Line]":
    """Every line with words, without the white space and the mark before it."""
    last_end = 0
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        end = match.start() + len(line.rstrip())
        if start >= end:
            continue
        kind, level = BlockKind.PARAGRAPH, 0
        mark = _MARK.match(text, start, end)
        if mark and mark.end() < end:
            start = mark.end()
            if mark["bullet"]:
                kind = BlockKind.LIST_ITEM
            elif mark["hashes"]:
                kind, level = BlockKind.HEADING, len(mark["hashes"])
            else:
                kind = BlockKind.QUOTE
        elif _NUMBERED.match(text, start, end) and end - start < 200:
            kind = BlockKind.LIST_ITEM
        between = text[last_end : match.start()]
        blank = between.count("\n") > 1 or (between.count("\r") > 1 and "\n" not in between)
        yield _Line(start, end, kind, level, blank, len(text[start : min(end, start + WIDEST)].split(None, 1)[0]))
        last_end = end


def _width(found: list[_Line]) -> int:
    """The width that a text was wrapped to, or 0: nearly all its longer lines had no room for the next line's word.

    A line beyond the width (one long word) does not count; a few are expected.
    """
    sizes = sorted(line.end - line.start for line in found)
    width = sizes[-1 - len(sizes) // OVERLONG] if sizes else 0
    if not NARROWEST <= width <= WIDEST:
        return 0
    long = [(a, b) for a, b in pairwise(found) if a.end - a.start > 0.6 * width and not b.after_blank]
    full = sum(_is_full(a, b, width) for a, b in long)
    return width if len(long) >= 4 and full >= 0.7 * len(long) else 0


def _is_full(line: _Line, following: _Line, width: int) -> bool:
    """Whether the next line's first word had no room behind a line; a mark before the line took some."""
    return line.end - line.start + 1 + following.first_word > width - MARK_ROOM


def _joined(found: list[_Line], width: int) -> "Iterator[_Line]":
    """The lines with those made one that a wrapped paragraph was cut into."""
    group: list[_Line] = []
    for line in found:
        begins = line.after_blank or line.kind is not BlockKind.PARAGRAPH
        if group and (begins or not _is_full(group[-1], line, width)):
            yield replace(group[0], end=group[-1].end)
            group = []
        group.append(line)
    if group:
        yield replace(group[0], end=group[-1].end)


def _cut(text: str, found: list[_Line], number: int) -> "Iterator[tuple[int, int, Role | None]]":
    """The pieces of a line near the top in which breadcrumb, headline and site name were run together."""
    line = found[number]
    whole = text[line.start : line.end]
    if len(whole) > LONGEST:
        return
    for other in found[number + 1 : number + HEAD_LINES]:
        repeated = text[other.start : other.end]
        at = whole.find(repeated)
        if len(repeated) >= MIN_REPEAT and " " in repeated and at >= 0 and len(repeated) < len(whole):
            yield from _around(text, line, line.start + at, line.start + at + len(repeated))
            return
    slot = _date_seam(whole)
    if slot:
        yield line.start, line.start + slot, None
        yield line.start + slot, line.end, Role.DATE
        return
    seam = _crumb_seam(whole)
    if seam:
        headline, site = titles.split_site(whole[seam:])
        begin = line.start + seam
        yield from _around(text, line, begin, begin + len(headline) if site else line.end)


def _around(text: str, line: _Line, start: int, end: int) -> "Iterator[tuple[int, int, Role]]":
    """The headline at these code points, and what is glued before and behind it."""
    before, behind = text[line.start : start], text[end : line.end]
    if before.strip():
        stop = line.start + len(before.rstrip(titles.SEAMS))
        if stop > line.start:
            yield line.start, stop, _role_before(before)
    yield start, end, Role.HEADLINE
    begin = end + len(behind) - len(behind.lstrip(titles.SEAMS))
    if begin < line.end:
        yield begin, line.end, _short_role(behind)


def _role_before(words_: str) -> Role:
    # In front of a headline that is known by its repetition, arrows between short names are enough.
    return Role.BREADCRUMB if titles.is_breadcrumb(words_) or titles.is_path(words_) else _short_role(words_)


def _short_role(words_: str) -> Role:
    return Role.SITE_NAME if len(words_.split()) <= 6 else Role.OTHER


def _date_seam(whole: str) -> int:
    """Where a date's label begins that a byline runs into without a blank (``…LeaguePosted 09.03.2026``), or 0."""
    if len(whole) > 120 or not any(c.isdigit() for c in whole):
        return 0
    labels = {"published_prefix", "modified_prefix", "date_prefix"}
    humps = (hump.start() for hump in _HUMP.finditer(whole))
    return next((hump for hump in humps if words.cues(whole[hump:]).keys() & labels), 0)


_HUMP: Final = re.compile(r"(?<=[^\W\d_])(?<![A-ZÀ-Þ])(?=[A-ZÀ-Þ][a-zß-ÿ])")


def _crumb_seam(whole: str) -> int:
    """Where a headline begins that a breadcrumb runs into without a blank, or 0."""
    if not titles.is_breadcrumb(whole):
        return 0
    last = list(titles.CRUMB_SEPARATOR.finditer(whole))[-1].end()
    rest = whole[last:]
    sections = words.phrases("sections", "sections")
    for size in range(min(30, len(rest) - 1), 1, -1):
        begins = rest[size].isupper() or rest[size].isdigit() or rest[size] in '"“‘«„'
        if begins and rest[:size].casefold() in sections:
            return last + size
    hump = re.search(r"(?<=[^\W\d_A-Z])(?=[A-Z\d\"“'‘])", rest[:40])
    return last + hump.start() if hump else 0
