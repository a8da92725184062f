"""The credit line, and who contributed by its account."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk.reading import byline, titles
from copydesk.reading.candidates import Candidate, choose, collect
from copydesk.types import Field, Role, Span, Texts

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def read_line(board: "Board") -> Field[str | None]:
    """The line that says who else worked on the article, or where it was first published."""
    return choose(
        (Candidate(board.line(b), board.span(b), board.score[b]) for b in board.having(Role.CREDIT)[:1]),
        titles.folded,
    )


def read_contributors(board: "Board") -> Texts:
    """The people that the credit lines name."""
    return collect(_people(board), titles.folded)


def _people(board: "Board") -> Iterator[Candidate[str]]:
    for block in board.having(Role.CREDIT):
        line, begin = board.sheet.words(block), board.sheet.start[block]
        found = board.cues(block)
        if "licensed_anywhere" in found:
            continue  # such a line names outlets
        start, end = 0, len(line)
        if "credit_prefix" in found:
            start = found["credit_prefix"][1]
        elif "credit_anywhere" in found:
            end = found["credit_anywhere"][0]
        for first, last, sure in byline.names_in(line[start:end].rstrip(" ."), trusted=False):
            span = Span(begin + start + first, begin + start + last, board.rule[block])
            yield Candidate(line[start + first : start + last], span, board.score[block] * sure)
