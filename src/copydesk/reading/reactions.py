"""The page's own counters, as it shows them."""

from typing import TYPE_CHECKING

from copydesk.reading import words
from copydesk.reading.candidates import listed
from copydesk.types import Field, Reaction, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def read(board: "Board") -> Field[tuple[Field[Reaction], ...]]:
    """Every counter of the lines that are counters and nothing else."""
    found = []
    for block in board.having(Role.REACTION):
        begin = board.sheet.start[block]
        for label, count, start, end in words.reactions(board.sheet.words(block), below=True):
            span = Span(begin + start, begin + end, board.rule[block])
            found.append(Field(Reaction(label, count), (span,), board.score[block]))
    return listed(tuple(found))
