"""The page's own counters, as it shows them."""

from typing import TYPE_CHECKING

from copydesk.reading import counters
from copydesk.reading.candidates import listed
from copydesk.types import Field, MediaType, Reaction, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def read(board: "Board") -> Field[tuple[Field[Reaction], ...]]:
    """Every counter of the lines that are counters and nothing else."""
    found = []
    is_text = board.sheet.page.media_type is MediaType.TEXT
    heads = {board.label_of[block] for block in board.having(Role.COMMENT)} if is_text else set()
    for block in sorted({*board.having(Role.REACTION), *heads} - {-1}):
        begin, line = board.sheet.start[block], board.sheet.words(block)
        shown = counters.reactions(line, below=True, comments=is_text)
        if is_text and not shown:
            shown = _in_two_lines(board, block)
        for label, count, start, end in shown:
            span = Span(begin + start, begin + end, board.rule[block])
            found.append(Field(Reaction(label, count), (span,), board.score[block]))
    return listed(tuple(found))


def _in_two_lines(board: "Board", block: int) -> list[tuple[str, int, int, int]]:
    """A counter of which this line has the number, and the one above or below the word; or a number without any."""
    number = board.line(block)
    if not counters.is_count(number):
        return []
    near = (other for other in (block - 1, block + 1) if 0 <= other < len(board.role))
    labels = [board.line(other) for other in near if board.role[other] is Role.REACTION]
    label = next((line for line in labels if counters.is_reaction(line)), "")
    return [(label.strip(" :："), counters.count_of(number.strip("()（） ")), 0, len(board.sheet.words(block)))]
