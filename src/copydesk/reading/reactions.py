"""The page's own counters, as it shows them."""

from typing import TYPE_CHECKING

from copydesk.reading import words
from copydesk.reading.candidates import listed
from copydesk.types import Field, Reaction, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def read(board: "Board") -> Field[tuple[Field[Reaction], ...]]:
    """Every line that is a counter and nothing else."""
    found = []
    for block in board.having(Role.REACTION):
        counter = words.reaction(board.sheet.words(block))
        if counter:
            found.append(Field(Reaction(*counter), (board.span(block),), board.score[block]))
    return listed(tuple(found))
