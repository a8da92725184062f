"""Text -> Sheet: lines become blocks, nothing judged but where a glued line must be cut.

Offsets count the page's own text: a block is a cut of it, never a copy. List marks, heading marks and white space
stand outside the blocks. A run of hard-wrapped lines becomes one block (textlines.py). A line is cut into several only
where a seam shows: seams.py and titleseams.py know those of title lines, dateseams.py and menus.py those of the lines
around them, listcuts.py those of lists.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from copydesk.reading import controls, dateseams, listcuts, menus, seams, textlines, titleseams
from copydesk.reading.sheet import Sheet
from copydesk.types import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copydesk.reading.glue import Piece
    from copydesk.reading.textlines import Line
    from copydesk.types import Page

HEAD_LINES: Final = 14
"""A scraped page has its title lines among so many, and repeats its headline within as many."""

ABOVE_TITLE: Final = 8
"""Title lines above a headline that does not stand among a page's first."""

DATED_LINES: Final = 40
"""Lines among which the article's dateline stands: lists and menus may come above it."""

MOST_HEAD_LINES, PARAGRAPH = 50, 140
"""Lines among which it does where lists come first, and characters of a line that can only be a paragraph."""

SPREAD: Final = 100
_RUN: Final = re.compile(r"\s{20}")
"""A run of blanks as only broken pages have it."""

_ENDS: Final = (".", "!", "?", "…", "。", '"', "”", "»", "」")


@dataclass(frozen=True, slots=True)
class Laid:
    """A text's lines and where each is cut: what is kept of a layout, so that another around a headline is cheap.

    Attributes:
        found: The lines.
        said: Their words.
        name: The site's name by the legal lines at its foot; empty where there is none.
        head: The title lines.
        pieces: The pieces of each line that is more than one part of the page.
    """

    found: "Sequence[Line]"
    said: "Sequence[str]"
    name: str
    head: range
    pieces: "Mapping[int, Sequence[Piece]]"

    def cut(self, head: range, numbers: "Iterable[int]") -> "dict[int, Sequence[Piece]]":
        """The pieces of these lines, were those the title lines."""
        found = {}
        for number in numbers:
            named = titleseams.named(self.said[number], self.name) if self.name and number in head else []
            pieces = named or _pieces(self.said, number, head)
            if pieces:
                found[number] = pieces
        return found


def lines(page: "Page") -> Sheet:
    """Lay a text page out as a sheet, its first lines as title lines."""
    found = textlines.of(page.text)
    said = [page.text[line.start : line.end] for line in found]
    laid = Laid(found, said, titleseams.legal_name(said), _head(said), {})
    return _sheet(page, replace(laid, pieces=laid.cut(laid.head, range(len(found)))))


def around(sheet: Sheet, title: int) -> Sheet:
    """A text laid out anew for a headline at this code point, below its first lines: with the title lines around it.

    The same sheet, where that cuts no line differently.
    """
    laid = sheet.laid
    if laid is None:
        return sheet
    head = _around(laid.found, title)
    asked = sorted({*_dated(laid.head), *_dated(head)} & {*range(len(laid.found))})
    pieces = dict(laid.pieces)
    for number in asked:
        pieces.pop(number, None)
    pieces |= laid.cut(head, asked)
    return sheet if pieces == laid.pieces else _sheet(sheet.page, replace(laid, head=head, pieces=pieces))


def _sheet(page: "Page", laid: Laid) -> Sheet:
    """Every line as a block, or its pieces."""
    sheet = Sheet(page, text=page.text, laid=laid)
    for number, line in enumerate(laid.found):
        pieces = laid.pieces.get(number)
        if not pieces:
            _append(sheet, line.start, line.end, line.kind, line)
            continue
        for start, end, role in pieces:
            if role is not None:
                sheet.cut[len(sheet)] = role
            _append(sheet, line.start + start, line.start + end, line.kind, line)
    sheet.boxes.begin(-1, "", 1, 0, "", first=0, end=len(sheet))
    return sheet


def is_below_head(sheet: Sheet, block: int) -> bool:
    """Whether a block stands below the title lines of a text."""
    laid = sheet.laid
    return laid is not None and sheet.start[block] >= laid.found[laid.head.stop - 1].end


def _head(said: "Sequence[str]") -> range:
    """The first lines, which can be title lines: more than a few where lists stand above the article."""
    for number, whole in enumerate(said[:MOST_HEAD_LINES]):
        if len(whole) > PARAGRAPH and whole.endswith(_ENDS):
            return range(min(len(said), max(number, HEAD_LINES)))
    return range(min(len(said), MOST_HEAD_LINES))


def _around(found: "Sequence[Line]", title: int) -> range:
    """The lines around a headline."""
    line = bisect_right(found, title, key=lambda line: line.start) - 1
    return range(max(0, line - ABOVE_TITLE), min(len(found), line + HEAD_LINES))


def _dated(head: range) -> range:
    """The lines among which the article's dateline is cut: the title lines, and more below them."""
    return range(head.start, max(head.start + DATED_LINES, head.stop))


def _append(sheet: Sheet, start: int, end: int, kind: BlockKind, line: "Line") -> None:
    sheet.start.append(start)
    sheet.end.append(end)
    sheet.kind.append(kind)
    sheet.level.append(line.level)
    sheet.owner.append(0)
    sheet.link_chars.append(0)


def _pieces(said: "Sequence[str]", number: int, head: range) -> "Sequence[Piece]":
    """The pieces of a line, if it is more than one part of the page."""
    whole = said[number]
    if len(whole) > SPREAD and _RUN.search(whole):
        return ()  # no line of a page; and every search for a seam would begin anew at each of its blanks
    if number in head and len(whole) <= controls.LONGEST_LINK and controls.has_menu_sign(whole):
        return [(0, len(whole), Role.NAVIGATION)]
    if number in head and (":" in whole[:30] or "：" in whole[:30]):
        pieces = titleseams.labelled(whole)
        if pieces and not dateseams.dateline(whole):  # "Rubrik: Reise / 3. Mai 2024" is no Swedish headline
            return pieces
    if number in head:
        pieces = (seams.doubled(whole) if number < head.start + titleseams.SITE_LINES else []) or seams.repeated(
            whole, said[number + 1 : number + HEAD_LINES]
        )
        if pieces:
            return pieces
    if number in _dated(head) and not (whole[-1] in ")]）" and dateseams.is_dated_entry(said, number)):
        pieces = dateseams.dateline(whole) or (dateseams.metaline(whole) if number in head else [])
        if pieces:
            return pieces
    if number in head:
        pieces = dateseams.filed(whole) or seams.filed(whole) or seams.crumbs(whole)
        if not pieces and number < head.start + titleseams.SITE_LINES:
            pieces = titleseams.site(whole)
        if not pieces and menus.is_menu(whole):
            return [(0, len(whole), Role.NAVIGATION)]
        if pieces:
            return pieces
    return list(listcuts.pieces(said, number)) or seams.credited(whole)
