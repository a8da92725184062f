"""Board of a text -> the lists below its body whose labels no table has, by their form: a short line over headlines.

Only after the body is known: above its end a short line over short lines is anything.
"""

from typing import TYPE_CHECKING

from copydesk.reading import listends, people, textlists, words
from copydesk.reading.glue import is_unspaced
from copydesk.reading.regions import BY_LABEL, MAX_ENTRY_WORDS
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def mark(board: "Board") -> None:
    """Text only: below the body, a short line over headlines heads a list, whatever its word is."""
    features, end = board.features, len(board.role)
    short = (features.words <= UNKNOWN_WORDS) & ~features.terminal & (features.digits == 0)
    stop, free = 0, max(board.body[1], board.headline + 1, 1)
    for block in short[: -textlists.MIN_ENTRIES].nonzero()[0].tolist():
        known = _heads_unknown(board, block) if block >= max(free, stop) else ""
        run = block + 1
        while known and run < end and _may_be_listed(board, run):
            run += 1
        run = listends.of(board, block, run) if run > block + 1 else run
        long = sum(features.words[other] >= LONG_ENTRY for other in range(block + 1, run))
        if known and long >= (LEAST_KNOWN if known in textlists.LISTED else LEAST_UNKNOWN):
            role = _kind_left(board, known, block)
            board.mark(block, Role.LIST_HEADING, 0.5, "list of unknown label")
            for entry in range(block + 1, run):
                if board.role[entry] is None or board.rule[entry] == "line:promo_prefix":
                    board.change(entry, role, 0.4, "under unknown label")
                    board.label_of[entry] = block
        stop = run


LONG_ENTRY, LEAST_KNOWN, LEAST_UNKNOWN, UNKNOWN_WORDS = 4, 2, 3, 5
"""Words of an entry that shows its list to be one; how many under a label of known words and another; its words."""


def _heads_unknown(board: "Board", block: int) -> str:
    """Whether a line can head a list: its region, or ``unknown``; empty if it cannot."""
    text = board.line(block)
    if board.role[block] is not None or text[0].islower() or len(text) > textlists.MAX_HEADING_CHARS or "@" in text:
        return ""
    region = words.region_of(text)
    if region is not None:
        return region if region in textlists.LISTED else ""
    stem = textlists.region_like(text)
    return stem or ("" if people.is_person(text) or is_unspaced(text) else "unknown")


def _may_be_listed(board: "Board", block: int) -> bool:
    """Whether a line can stand in a list: a headline, a bare name, or what hangs on one."""
    features, text = board.features, board.line(block)
    if board.role[block] is not None:
        return board.rule[block] in {"line:promo_prefix", "body:lone headline"}
    if features.words[block] > MAX_ENTRY_WORDS or (features.terminal[block] and features.words[block] < LONG_ENTRY):
        return False
    if features.words[block] >= LONG_ENTRY:
        return words.region_of(text) is None
    return bool(features.digits[block] or people.is_person(text))


def _kind_left(board: "Board", known: str, block: int) -> Role:
    """The kind of a list whose label no table has: ranked, or the first of those that the page lacks."""
    if known in textlists.LISTED:
        return BY_LABEL[known]
    stem = textlists.region_like(board.line(block))
    if stem:
        return BY_LABEL[stem]
    if textlists.is_ranked(board, block + 1) and not board.having(Role.RANKING):
        return Role.RANKING
    return next((role for role in (Role.RELATED, Role.RECOMMENDED) if not board.having(role)), Role.RELATED)
