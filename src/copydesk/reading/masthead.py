"""What stands above the headline of a text by its place: the site's name in the first line, the section right above.

Both are known by form and by what the rest of the page repeats; names behind labels are not its matter.
"""

import re
from typing import TYPE_CHECKING, Final

from copydesk.reading import controls, glue, menus, moments, people, textlists, words
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
    """The first line of a text is the site's name if it is short and stands on the page again (in a legal line).

    Where a menu or the day of the visit stands above it, it is sought over the headline.
    """
    name = board.sheet.words(0)
    short = board.features.words[0] <= 5 and board.headline != 0 and name[:1].isupper()
    if board.having(Role.SITE_NAME):
        return
    if not short or is_section(name) or words.region_of(name):
        _mark_above_headline(board)
        return
    titled = _is_in_title_line(board) and people.guess(name).named is not Named.PERSON
    if titled or board.sheet.text.count(name) > 1:
        board.mark(0, Role.SITE_NAME, 0.6, "head:masthead")
    elif board.headline > 0 and _is_one_name(board, name):
        board.mark(0, Role.SITE_NAME, 0.5, "head:first line, a name")
    else:
        _mark_above_headline(board)


def _mark_above_headline(board: "Board") -> None:
    """A menu stands above it: the site's name is the line over the headline, its breadcrumb and section apart."""
    block = board.headline - 1
    while block > 0 and board.role[block] in {Role.BREADCRUMB, Role.SECTION, Role.DATE}:
        block -= 1
    if 0 < block < MASTHEAD_LINES and board.role[block] is None and _is_one_name(board, board.line(block)):
        board.mark(block, Role.SITE_NAME, 0.5, "head:name under a menu")


def mark_visit(board: "Board") -> None:
    """The day on which somebody came by stands above the site's name or a menu: no date of the article.

    Only where another date stands below, at the headline.
    """
    top = board.headline
    dated = board.having(Role.DATE)
    if top < 1 or len(dated) < 2 or dated[0] >= top or dated[-1] < top:
        return
    for block in dated:
        roofs = any(board.role[other] in {Role.SITE_NAME, Role.NAVIGATION} for other in range(block + 1, top))
        if block < top and roofs and board.cues(block).keys().isdisjoint(SLOT_CUES):
            board.change(block, Role.OTHER, 0.6, "head:day of the visit")


MASTHEAD_LINES: Final = 14


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


def _is_glued_menu(name: str) -> bool:
    """Whether names of pages run into one another: more than one hump, or words that the menus of all sites have."""
    return len(name.split()) > MASTHEAD_WORDS or sum(map(bool, _GLUE.finditer(name))) > 1


MASTHEAD_WORDS: Final = 3
_GLUE: Final = re.compile(r"[a-zß-ÿ'][A-ZÀ-Þ]")


def _is_one_name(board: "Board", name: str) -> bool:
    """Whether a first line is a name as sites have them: a word with a hump, a host, or an outlet's or brand's word."""
    if (
        moments.find(name)
        or not board.cues(0).keys().isdisjoint(SLOT_CUES)
        or words.label(name) in words.phrases("cues", "home")
    ):
        return False
    humps = len(re.findall(r"[a-z][A-Z]|[A-Za-z]\d|\w\.[a-z]{2,}$", name))
    if controls.is_controls(name) or _is_glued_menu(name):
        return False
    humped = len(name.split()) <= 2 and humps == 1 and not menus.is_menu(name, least=2)
    return humped or people.guess(name).named is Named.OUTLET


def without_slogan(board: "Board", best: int, scored: list[tuple[int, float]]) -> int:
    """The headline itself, where a site's slogan stood in its place: that shares no word with the text below it."""
    if best > SLOGAN_LINES or len(scored) < 2 or board.features.words[best] > SLOGAN_WORDS:
        return best
    named = best and board.sheet.cut.get(best - 1) is Role.SITE_NAME
    if (best > 1 and not named) or glue.is_unspaced(board.line(best)):
        return best
    prose = board.features.prose[scored[-1][0] + 1 :].nonzero()[0][:SLOGAN_PROSE] + scored[-1][0] + 1
    said = {word for block in prose.tolist() for word in long_words(board, block)}
    if not said or not said.isdisjoint(long_words(board, best)):
        return best
    others = [(score, -block) for block, score in scored if block > best and len(said & long_words(board, block)) > 1]
    return -max(others)[1] if others else best


def long_words(board: "Board", block: int) -> set[str]:
    """The words of a line that tell what it is about: names and whatever is not short."""
    return set(_LONG_WORD.findall(board.line(block).casefold()))


_LONG_WORD: Final = re.compile(r"\w{5,}")


SLOGAN_LINES, SLOGAN_WORDS, SLOGAN_PROSE = 10, 9, 8
"""Lines of a page among which its site's slogan stands, the words of one, lines compared."""
