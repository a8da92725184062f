"""A line of a text that is a list run together -> its label and its entries.

A page that lost line breaks has a list's label and its first entry, or all its entries, in one line. The lines below
tell: entries follow a label, paragraphs a promo (``Read also | Storm over the coast``).
"""

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from copydesk.reading import glue, listruns, listseams, textlists, words
from copydesk.types import Role

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.reading.glue import Piece

_STOPS: Final = (".", "!", "。")
SENTENCE: Final = 60
"""Characters of a line that ends as a sentence does and is one."""

ENTRY_WORDS: Final = range(3, 31)
"""Words of a line that can be an entry of a list."""

_BULLETS: Final = " \t-–—•*►▶»·"
_QUOTES: Final = "\"”»’'"


def pieces(said: "Sequence[str]", number: int) -> "Iterator[Piece]":
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
