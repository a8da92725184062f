"""What stands above the headline of a text by its place: the site's name in the first line, the section right above.

Both are known by form and by what the rest of the page repeats; names behind labels are not its matter.
"""

import re
from typing import TYPE_CHECKING, Final

from copydesk.reading import menus, moments, people, textlists, words
from copydesk.reading.people import Named
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

SLOT_CUES: Final = frozenset(["byline_prefix", "date_prefix", "published_prefix", "modified_prefix"])
"""Cues of lines that are no names of sites."""


def mark(board: "Board") -> None:
    """Mark the site's name and the section."""
    _mark_masthead(board)
    _mark_kicker(board)


def is_section(text: str) -> bool:
    """Whether a line is the name of a section."""
    return words.label(text) in words.phrases("sections", "sections")


def _mark_masthead(board: "Board") -> None:
    """The first line of a text is the site's name if it is short and stands on the page again (in a legal line)."""
    name = board.sheet.words(0)
    short = board.features.words[0] <= 5 and board.headline != 0 and name[:1].isupper()
    if not short or is_section(name) or words.region_of(name):
        return
    if board.sheet.text.count(name) > 1 or (_is_in_title_line(board) and people.guess(name).named is not Named.PERSON):
        board.mark(0, Role.SITE_NAME, 0.6, "head:masthead")
    elif board.headline > 0 and _is_one_name(board, name):
        board.mark(0, Role.SITE_NAME, 0.5, "head:first line, a name")


def _mark_kicker(board: "Board") -> None:
    """A word or two right above the headline, in capitals or the name of a list that heads none: its section."""
    block = min(board.having(Role.HEADLINE), default=0) - 1
    if (
        block < 1
        or board.role[block] not in {None, Role.LIST_HEADING}
        or board.features.words[block] > MAX_KICKER_WORDS
    ):
        return
    if block + 1 in board.label_of or board.features.digits[block] or board.features.terminal[block]:
        return
    text = board.line(block)
    if (text.isupper() and len(text) > 3) or words.region_of(text) in textlists.LISTED:
        board.change(block, Role.SECTION, 0.5, "head:kicker")


MAX_KICKER_WORDS = 3


def _is_in_title_line(board: "Board") -> bool:
    """Whether the first line holds more than this name: a date, a section."""
    sheet = board.sheet
    return len(sheet) > 1 and "\n" not in sheet.text[sheet.end[0] : sheet.start[1]]


def _is_one_name(board: "Board", name: str) -> bool:
    """Whether a first line is a name as sites have them: a word with a hump, a host, or an outlet's or brand's word."""
    if (
        moments.find(name)
        or not board.cues(0).keys().isdisjoint(SLOT_CUES)
        or words.label(name) in words.phrases("cues", "home")
    ):
        return False
    humps = len(re.findall(r"[a-z][A-Z]|[A-Za-z]\d|\w\.[a-z]{2,}$", name))
    humped = len(name.split()) <= 2 and humps == 1 and not menus.is_menu(name, least=2)
    return humped or people.guess(name).named is Named.OUTLET
