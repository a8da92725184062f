"""Board pass, text only: which lines say who wrote it, by a model.

The passes before have marked what looks like a byline by its own words. In a text that is much: names of pages,
buttons, products. The model weighs each line near the headline and at the text's two ends by what stands around it
(:mod:`copydesk.reading.bylinemeasures`). What it takes is a byline, or where it names a brand the brand's slot; what
it does not believe loses the role that its shape alone gave it. Whom a line names is for textcredits.py.
"""

from typing import TYPE_CHECKING, Final

from copydesk.reading import judge, people, textcredits, textmarks, textslot
from copydesk.reading.people import Named
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

BAR: Final = 0.25
"""The chance from which the likeliest line that names anyone is a byline."""

ALSO: Final = 0.5
"""The chance from which another line near it is a part of it."""

NEAR: Final = 5
"""Lines between the parts of one byline."""

DOUBT: Final = 0.1
"""The chance below which what looks like a byline is none, where no other line is one."""

FOREIGN_ROLES: Final = frozenset([Role.HEADLINE, Role.CREDIT])
"""Roles of lines that name nobody who wrote the page."""

KEPT: Final = frozenset([Role.DATE, Role.SITE_NAME, Role.SECTION, Role.CAPTION])
"""Roles that a line keeps although it says who wrote it: a page's date has a name beside it, a blog its owner's."""

FOREIGN: Final = frozenset([textmarks.FIRST_RULE, "head:slot, agency that the text names"])
"""Rules of lines that credit others than the page's authors."""


def mark(board: "Board") -> None:
    """Mark the lines that the model takes for bylines, and take back what it does not believe."""
    if not board.role:
        return
    lines, chances = judge.byline_chances(board)
    chance = dict(zip(lines.tolist(), chances.tolist(), strict=True))
    taken = _taken(board, chance)
    for line in sorted(taken):
        _take(board, line, round(chance[line], 3))
    bar = ALSO if taken else DOUBT
    for line in board.having(Role.BYLINE, Role.BRAND_SLOT):
        if line not in taken and board.rule[line] not in FOREIGN and chance.get(line, 0.0 if taken else 1.0) < bar:
            board.change(line, Role.OTHER, 0.5, "looks like a byline")


def _taken(board: "Board", chance: dict[int, float]) -> set[int]:
    """The likeliest line that names anyone, and the others of the same byline."""
    likely = sorted((line for line in chance if chance[line] >= BAR), key=lambda line: -chance[line])
    top = next((line for line in likely if _names(board, line)), -1)
    if top < 0:
        return set()
    # Behind a line that says "By" a name alone is a photographer's or the next article's.
    cued = "byline_prefix" in board.cues(top)
    others = (line for line in likely if chance[line] >= ALSO and abs(line - top) <= NEAR and _names(board, line))
    return {top, *(line for line in others if not cued or "byline_prefix" in board.cues(line))}


def _names(board: "Board", line: int) -> bool:
    """Whether a line names anyone, and no earlier pass knows that it is not the author."""
    if board.role[line] in FOREIGN_ROLES or board.rule[line] in FOREIGN:
        return False
    return is_brand(board.line(line)) or bool(textcredits.agents(board, line))


def _take(board: "Board", line: int, sure: float) -> None:
    """Mark a line by what it names, unless it is something else besides."""
    board.credited[line] = sure
    if board.role[line] in KEPT:
        return
    agents = textcredits.agents(board, line)
    person = any(agent.named is Named.PERSON and agent.sure > textcredits.UNSURE for agent in agents)
    brand = not person and (board.role[line] is Role.BRAND_SLOT or is_brand(board.line(line)))
    board.change(line, Role.BRAND_SLOT if brand else Role.BYLINE, sure, textcredits.RULE)


def is_brand(text: str) -> bool:
    """Whether a byline names a brand by its words: what kits put where an author belongs."""
    guess = people.guess(textslot.without_cue(text))
    return guess.named is Named.BRAND and guess.rule == "name: brand word"
