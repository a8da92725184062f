"""A list of a text -> the lines that hang on its entries: dates, counters, bylines, sections, ``Read more``."""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk.reading import counters, moments, words
from copydesk.reading.textlists import LEAST_WORDS, MAX_HEADING_CHARS, MAX_HEADING_WORDS

if TYPE_CHECKING:
    from copydesk.reading.board import Board

_MARK: Final = re.compile(r"[·|•]")


def of(board: "Board", blocks: list[int]) -> set[int]:
    """Those of a list's lines.

    They are as many as the entries, near enough, and each is short, says the same as another, or is known; or all are
    sentences, as teasers below titles are.
    """
    lines = [board.line(block) for block in blocks]
    seen: dict[str, int] = {}
    for line in lines:
        seen[line] = seen.get(line, 0) + 1
    found = {block for block, line in zip(blocks, lines, strict=True) if seen[line] > 1 or _hangs(board, block, line)}
    if _alternate(blocks, found):
        return found
    told = {block for block, line in zip(blocks, lines, strict=True) if line.endswith((".", "。"))}
    return told if _alternate(blocks, told) and board.features.words[blocks[0]] >= LEAST_WORDS else set()


def _alternate(blocks: list[int], found: set[int]) -> bool:
    """Whether the lines of a list are by turns of one kind and the other."""
    turns = sum((before in found) != (after in found) for before, after in pairwise(blocks))
    return len(found) > 1 and blocks[0] not in found and turns >= TURNS * (len(blocks) - 1)


TURNS: Final = 0.6
"""The share of a list's seams at which an entry meets what hangs on one."""

MAX_PARTED_WORDS: Final = 10
"""Words of a line behind an entry that says who wrote it and when, with a mark between."""


def _hangs(board: "Board", block: int, line: str) -> bool:
    size = board.features.words[block]
    if size > MAX_HEADING_WORDS:
        # "The Daily Courier · 3 hours ago"
        parts = _MARK.split(line) if size <= MAX_PARTED_WORDS and not board.features.terminal[block] else []
        return len(parts) > 1 and any(c.isdigit() for c in parts[-1])
    if "byline_prefix" in board.cues(block) or words.label(line) in words.phrases("sections", "sections"):
        return True
    if "read_time_anywhere" in board.cues(block):
        return True
    if not any(c.isdigit() for c in line):
        return False
    # "The Courier · 3 h", "4:31", "1 mi": a number and a mark, or nothing but a number and its unit.
    parted = len(line) <= MAX_HEADING_CHARS and _MARK.search(line) is not None
    if parted or len(line.split()) <= 2 or counters.is_measure(line):
        return True
    return bool(moments.find(line) or counters.reactions(line, comments=True))
