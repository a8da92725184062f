"""Board pass, text only: under what a page files itself: breadcrumbs of a line a part, sections behind their labels.

Wherever such a line stands above the text it is the section's; below it, with several names, it has the topics.
"""

from typing import TYPE_CHECKING, Final

from copydesk.reading import section_lead, words
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

CRUMB_LINES: Final = 12

MAX_CRUMB_WORDS, MAX_LABEL_WORDS, MAX_FILED_WORDS = 5, 4, 8

_SEPARATORS: Final = frozenset([">", "»", "›", "/", "→", "≫", "|", "·", "::", "\\", "-", "–"])


def mark(board: "Board") -> None:
    """Mark the breadcrumb and the section."""
    _mark_crumb_column(board)
    _mark_sections(board)


def is_filed_by_place(board: "Board", block: int, text: str) -> bool:
    """``in Features`` in one line with the byline or date before it: the section, whatever it is called."""
    first, _, name = text.partition(" ")
    if first.casefold() not in words.phrases("furniture", "within") or not name or board.role[block - 1] is None:
        return False
    joined = "\n" not in board.sheet.text[board.sheet.end[block - 1] : board.sheet.start[block]]
    return joined and name[0].isupper() and len(name.split()) <= MAX_LABEL_WORDS and not any(map(str.isdigit, name))


# ------------------------------------------------------------------ breadcrumb
def _mark_crumb_column(board: "Board") -> None:
    """A breadcrumb of which each part stands in a line of its own: home, separators, short names."""
    stop = min(CRUMB_LINES, len(board.role))
    for block in range(stop):
        if board.role[block] is None and words.label(board.line(block)) in words.phrases("cues", "home"):
            crumbs = _column(board, block, stop)
            for crumb in crumbs:
                board.mark(crumb, Role.BREADCRUMB, 0.75, "head:breadcrumb, a line a part")
            return


def _column(board: "Board", home: int, stop: int) -> list[int]:
    crumbs, names, parted = [home], 1, False
    for block in range(home + 1, stop):
        if board.role[block] is not None:
            break
        text = board.line(block)
        if text in _SEPARATORS:
            parted = True
        elif parted or text[0] in _SEPARATORS or board.sheet.text[board.sheet.start[block] - 2] in _SEPARATORS:
            if board.features.words[block] > MAX_CRUMB_WORDS:
                break
            names, parted = names + 1, False
        else:
            break
        crumbs.append(block)
    if names < 2:
        return []
    return crumbs if not parted else crumbs[:-1]


# ------------------------------------------------------------------ section
def _mark_sections(board: "Board") -> None:
    """A section behind its label: ``Category: Sport``, or in the line below ``Category``."""
    labels = section_labels()
    for block in range(len(board.role)):
        if board.role[block] is not None or board.features.words[block] > MAX_FILED_WORDS:
            continue
        text = board.line(block)
        if words.label(text) in labels and block + 1 < len(board.role):
            value = block + 1
            if (
                board.role[value] is None
                and board.features.words[value] <= MAX_LABEL_WORDS
                and not (board.features.terminal[value] or any(c.isdigit() for c in board.line(value)))
            ):
                board.mark(block, Role.SECTION, 0.6, "head:label of a section")
                board.mark(value, Role.SECTION, 0.7, "head:section behind its label")
                board.label_of[value] = block
        elif begin := _begins_section(board, block, text):
            _mark_filed(board, block, text[begin:])


def _begins_section(board: "Board", block: int, text: str) -> int:
    """Where a section's name begins behind its label; without a colon only close to the headline."""
    head, colon, rest = text.replace("：", ":").partition(":")
    if colon:
        return len(head) + 1 if rest.strip() and words.label(head) in section_labels() else 0
    near = -2 <= block - board.headline <= NEAR_TITLE and board.headline >= 0
    return section_lead.begin(text) if near else 0


NEAR_TITLE: Final = 6
"""Lines from the headline in which a section's label needs no colon."""


def _mark_filed(board: "Board", block: int, rest: str) -> None:
    """``Filed under: Sport`` above the text is its section, ``Filed under: Eels, Storms`` below it are its topics."""
    prose = board.features.prose
    below = float(prose[:block].sum()) > 0.7 * float(prose.sum()) > 0
    several = any(sign in rest for sign in ",;|/·•、，") or len(rest.split()) > MAX_LABEL_WORDS
    if below and (several or len(rest.split()) > 2):
        board.mark(block, Role.TOPIC, 0.7, "line:behind a section's label")
    elif "," not in rest:
        board.mark(block, Role.SECTION, 0.7, "head:section behind its label")


def section_labels() -> frozenset[str]:
    """The labels of a page's section."""
    return words.phrases("cues", "section_prefix")
