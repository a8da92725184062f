"""The brand that stands where an author belongs: what the kits of content farms put there."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.reading import moments, people, textcredits, textslot, titles, words
from copydesk.reading.byline import EDGE
from copydesk.reading.candidates import Candidate, choose
from copydesk.reading.people import Named
from copydesk.types import Field, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def read(board: "Board") -> Field[str | None]:
    """The brand, if one stands where a byline belongs: in a line of its own, or before the date in the date's line."""
    alone: list[Candidate[str | None]] = [_alone(board, b) for b in board.having(Role.BRAND_SLOT)[:1]]
    return choose(alone or list(_before_dates(board)), titles.folded)


def _alone(board: "Board", block: int) -> Candidate[str | None]:
    """The brand of a line of its own, without the ``By`` before it and what hangs behind it."""
    for agent in textcredits.agents(board, block) if block in board.credited else ():
        begin = board.sheet.start[block]
        span = Span(begin + agent.start, begin + agent.end, board.rule[block])
        return Candidate(board.sheet.text[span.start : span.end], span, board.score[block])
    line, words_ = board.line(block), board.sheet.words(block)
    name = textslot.without_cue(line)
    span = board.span(block)
    if name != line and name in words_:
        begin = span.start + words_.rindex(name)
        span = Span(begin, begin + len(name), span.rule)
    return Candidate(name, span, board.score[block])


def _before_dates(board: "Board") -> Iterator[Candidate[str | None]]:
    for block in board.having(Role.DATE)[:2]:
        line, begin = board.sheet.words(block), board.sheet.start[block]
        ends = [moment.start for moment in moments.find(line)[:1]]
        ends += [
            hump.start() for hump in re.finditer(r"(?<=\s)\S", line) if words.cues(line[hump.start() :]).keys() & DATED
        ]
        name = line[: min(ends, default=0)].rstrip(EDGE)
        guess = people.guess(name)
        if guess.named is Named.BRAND and guess.rule == "name: brand word":
            yield Candidate(
                name, Span(begin, begin + len(name), f"before a date, {guess.rule}"), guess.confidence * 0.9
            )


DATED: Final = frozenset(["published_prefix", "modified_prefix", "date_prefix"])
