"""Whether a line is a menu: names of sections and pages that were run together, or set off by blanks or bars."""

import re
from functools import cache
from typing import Final

from copydesk.reading import words
from copydesk.reading.glue import GLUE, JOINTS, UNSPACED

MOST_BLANKS: Final = 24

_SENTENCE_ENDS: Final = frozenset(".!?。,:")


def is_menu(whole: str, *, least: int = 3) -> bool:
    """Whether a line is nothing but names of sections and pages, glued or set off by blanks."""
    if len(whole) > 300 or len(whole) < 8 or whole[-1] in _SENTENCE_ENDS:
        return False
    if UNSPACED.search(whole):
        return _is_unspaced_menu(whole)
    if whole.count(" ") > MOST_BLANKS:
        return False
    names = [name for name in re.split(r"\s*[|·•/;>]\s*|\s+", GLUE.sub("|", whole)) if name]
    known = sum(_is_place(name) for name in names)
    return known >= least and known >= 0.6 * len(names)


def is_row(whole: str) -> bool:
    """Whether a line is a row of single words with capitals, one of them a known name of a section or a page."""
    names = whole.split()
    if not LEAST_NAMES <= len(names) <= MOST_BLANKS or not all(name[0].isupper() and name.isalpha() for name in names):
        return False
    return not whole.isupper() and any(_is_place(name) for name in names)


LEAST_NAMES: Final = 4


def _is_unspaced_menu(whole: str) -> bool:
    at = known = covered = 0
    while at < len(whole):
        size = next((n for n in range(min(12, len(whole) - at), 1, -1) if _is_place(whole[at : at + n])), 0)
        known += bool(size)
        covered += size or whole[at] in JOINTS
        at += size or 1
    return known >= 3 and covered >= 0.6 * len(whole)


@cache
def _places() -> frozenset[str]:
    return words.phrases("sections", "sections") | words.phrases("cues", "home") | words.phrases("labels", "navigation")


def _is_place(name: str) -> bool:
    return name.casefold() in _places()
