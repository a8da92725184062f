"""Text -> Sheet: lines become blocks, nothing judged but where a glued line must be cut.

Offsets count the page's own text: a block is a cut of it, never a copy. List marks, heading marks and white space
stand outside the blocks. A run of hard-wrapped lines becomes one block (textlines.py). A line is cut into several only
where a seam shows: seams.py knows those of title lines, dateseams.py and menus.py those of the lines around them,
listseams.py those of lists.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from copydesk.reading import controls, dateseams, glue, listruns, listseams, menus, seams, textlines, textlists, words
from copydesk.reading.sheet import Sheet
from copydesk.types import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

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

SENTENCE: Final = 60
"""Characters of a line that ends as a sentence does and is one."""

ENTRY_WORDS: Final = range(3, 31)
"""Words of a line that can be an entry of a list."""

SPREAD: Final = 100
_RUN: Final = re.compile(r"\s{20}")
"""A run of blanks as only broken pages have it."""

_BULLETS: Final = " \t-–—•*►▶»·"
_STOPS: Final = (".", "!", "。")
_QUOTES: Final = "\"”»’'"
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
            named = seams.named(self.said[number], self.name) if self.name and number in head else []
            pieces = named or _pieces(self.said, number, head)
            if pieces:
                found[number] = pieces
        return found


def lines(page: "Page") -> Sheet:
    """Lay a text page out as a sheet, its first lines as title lines."""
    found = textlines.of(page.text)
    said = [page.text[line.start : line.end] for line in found]
    laid = Laid(found, said, seams.legal_name(said), _head(said), {})
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
        pieces = seams.labelled(whole)
        if pieces and not dateseams.dateline(whole):  # "Rubrik: Reise / 3. Mai 2024" is no Swedish headline
            return pieces
    if number in head:
        pieces = (seams.doubled(whole) if number < head.start + seams.SITE_LINES else []) or seams.repeated(
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
        if not pieces and number < head.start + seams.SITE_LINES:
            pieces = seams.site(whole)
        if not pieces and menus.is_menu(whole):
            return [(0, len(whole), Role.NAVIGATION)]
        if pieces:
            return pieces
    return list(_list(said, number)) or seams.credited(whole)


def _list(said: "Sequence[str]", number: int) -> "Iterator[Piece]":
    """A list that lost its line breaks: its label and first entry, or all its entries."""
    whole = said[number]
    if "1" in whole[:60] and "2." in whole and "3." in whole:
        ranked = listruns.pieces(whole, headed=False)
        if ranked:
            yield from ranked
            return
    if (
        (_opens_list(whole) or listseams.is_marked(whole))
        and not whole.endswith(_STOPS)
        and words.region_of(whole) is None
    ):
        end = listseams.label_end(whole)
        begin = end + len(whole[end:]) - len(whole[end:].lstrip(_BULLETS + ":："))
        if end and begin < len(whole) and _is_seam(said, number, end, begin):
            yield 0, end, None
            found = listseams.entries(whole, begin)
            yield from ((start, stop, None) for start, stop in (found if len(found) > 2 else [(begin, len(whole))]))
            return
    label = _glued_label(said, number)
    if label:
        yield 0, label, Role.LIST_HEADING
        yield label, len(whole), None
        return
    if len(whole) < listruns.LEAST:
        return
    headed = bool(number) and _is_heading(said[number - 1])
    if headed and len(whole) > 80:
        found = listseams.entries(whole, 0)
        if len(found) > 2:
            yield from ((start, stop, None) for start, stop in found)
            return
    yield from listruns.pieces(whole, headed=headed)


def _glued_label(said: "Sequence[str]", number: int) -> int:
    """Where a list's label ends that only its stem shows and that runs into the first of the entries below it."""
    whole = said[number]
    if not ENTRY_CHARS < len(whole) < MOST_ENTRY_CHARS or whole.isupper() or whole.endswith(_STOPS):
        return 0
    hump = _LABEL_HUMP.search(whole, LEAST_GLUED, textlists.MAX_HEADING_CHARS)
    if hump is None:
        return 0
    end = hump.start()
    head = whole[:end]
    if head.count(" ") >= textlists.MAX_HEADING_WORDS or not _is_entry(whole[end:]):
        return 0
    known = textlists.region_like(head) or (words.region_of(head, exactly=True) in listseams.LISTED)
    return end if known and _goes_on(said, number) else 0


def _goes_on(said: "Sequence[str]", number: int) -> bool:
    """Whether entries of a list stand below a line, be their dates between them or not."""
    following = said[number + 1 : number + 4]
    entries = sum(_is_entry(line) for line in following)
    between = all(_is_entry(line) or (len(line) <= DATE_CHARS and any(map(str.isdigit, line))) for line in following)
    return len(following) > 1 and entries > 0 and between


_LABEL_HUMP: Final = re.compile(r"(?<=[a-zß-öø-ÿа-яё])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ«„“\"\d])")
LEAST_GLUED, ENTRY_CHARS, MOST_ENTRY_CHARS, DATE_CHARS = 6, 30, 220, 32
"""Characters of such a label, of a line with one, and of a date between two entries."""


def _is_heading(line: str) -> bool:
    if len(line) > textlists.MAX_HEADING_CHARS or line.endswith(_STOPS):
        return False
    return words.region_of(line, exactly=True) in listseams.LISTED or textlists.region_like(line) in listseams.LISTED


def _is_seam(said: "Sequence[str]", number: int, end: int, begin: int) -> bool:
    """Whether what follows a label in its line is its list: glued to it, marked, or with more entries behind it."""
    whole = said[number]
    goes_on = not whole[begin].islower() or glue.is_unspaced(whole[begin])
    if not goes_on:
        return False
    following = said[number + 1 : number + 3]
    listed = len(following) == 2 and all(_is_entry(line) for line in following)
    if begin == end or whole[end:begin] in ":：":
        return listed or len(listseams.entries(whole, begin)) > 2
    if any(len(line) > SENTENCE and line.rstrip(_QUOTES).endswith(_STOPS) for line in following):
        return False  # "Read also | Storm over the coast" amid a text
    if any(c in _BULLETS[2:] for c in whole[end:begin]) or whole[begin : begin + 2] in {"1.", "1)"}:
        return True
    return listed or len(listseams.entries(whole, begin)) > 2


def _is_entry(line: str) -> bool:
    if line.endswith(_STOPS) or words.region_of(line):
        return False
    return len(line.split()) in ENTRY_WORDS or glue.is_unspaced(line[:1])


def _opens_list(whole: str) -> bool:
    """Whether a line begins as the label of a list does; most do not."""
    match = _FIRST_LETTERS.match(whole)
    if not match:
        return False
    first, openers = match.group().casefold(), _openers()
    if first in openers or (not first.isascii() and first[:2] in openers and glue.is_unspaced(first)):
        return True
    hump = _HUMP.search(match.group())
    return hump is not None and first[: hump.start()] in openers


_FIRST_LETTERS: Final = re.compile(r"\W{0,2}[^\W\d_]+")
_HUMP: Final = re.compile(r"(?<=[^\W\d_])(?<=[a-zß-öø-ÿа-яё])(?=[A-ZÀ-ÖØ-ÞА-ЯЁ])")


@cache
def _openers() -> frozenset[str]:
    """The first words of the labels of lists, and the first two signs of those in scripts without blanks."""
    labels = words.table("labels")
    listed = [entry for region in listseams.LISTED for entries in labels[region].values() for entry in entries]
    firsts = {match.group() for entry in listed if (match := _FIRST_LETTERS.match(entry))}
    return frozenset(firsts | {entry[:2] for entry in listed if glue.is_unspaced(entry)})
