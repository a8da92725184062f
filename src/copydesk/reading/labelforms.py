"""Whether a known label of a text is over nothing: a page of the menu, a page's section, the form for a comment.

HTML shows what a label is over by its box. In a text the lines around it tell: the names of a menu, a button.
"""

from typing import TYPE_CHECKING, Final

from copydesk.reading import controls, menus, people, textlists, words

if TYPE_CHECKING:
    from copydesk.reading.board import Board

TOPIC_WORDS: Final = 7


def is_of_menu(board: "Board", block: int) -> bool:
    """Whether a label such as ``Latest`` is a page of the menu: controls before it, or names of pages below it."""
    if board.features.prose[:block].any():
        return False  # below the article it is no longer the menu
    if block and controls.is_controls(board.line(block - 1)):
        return True
    if block < MENU_LINES and block + 1 < len(board.role) and menus.is_row(board.line(block + 1)):
        return True
    below = range(block + 1, min(block + 3, len(board.role)))
    sizes = board.features.words
    return len(below) == MENU_NAMES and all(
        sizes[other] <= MENU_NAMES
        and not any(map(str.isdigit, board.line(other)))
        and not people.is_person(board.line(other))
        for other in below
    )


MENU_LINES: Final = 3
"""Lines of a text in which its menu begins."""

MENU_NAMES: Final = 2
"""Lines below a label, and words of each, that make it one of their row."""


def is_of_section(board: "Board", block: int) -> bool:
    """Whether a label such as ``Category`` is over one short line: the page's section, and no list of topics."""
    if words.label(board.sheet.words(block)) not in words.phrases("cues", "section_prefix"):
        return False
    second = block + 2
    sizes, terminal = board.features.words, board.features.terminal
    above = float(board.features.prose[:block].sum()) < 0.3 * float(board.features.prose.sum())
    return above or second >= len(sizes) or sizes[second] > TOPIC_WORDS or bool(terminal[second])


def is_form(board: "Board", label: int) -> bool:
    """Whether a label of comments is over the button of a form for them, and over no comment."""
    below = label + 1
    return below >= len(board.role) or controls.is_controls(board.line(below)) or textlists.is_reply(board.line(below))
