"""Readers' comments: each with its author and date where the page shows them."""

import re
from bisect import bisect_right
from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading import counters, moments, words
from copydesk.reading.candidates import listed
from copydesk.types import Comment, Field, Role, Span, Timestamp

if TYPE_CHECKING:
    from copydesk.reading.board import Board

MAX_NAME_WORDS = 4

_SAYS: Final = re.compile(r"(?<=\s)(?:says|wrote|schrieb|a dit|dice)\s*:?$", re.IGNORECASE)
"""It begins with its words: a search for the blanks before them would begin anew at each of a thousand."""

MIN_UNSIGNED = 3
"""So many texts without any author are comments of a section that shows none."""


def read(board: "Board") -> Field[tuple[Field[Comment], ...]]:
    """The comments, in page order."""
    blocks = board.having(Role.COMMENT)
    if not blocks:
        return Field(())
    found: list[Field[Comment]] = []
    author: str | None = None
    date: Timestamp | None = None
    pending: list[int] = []
    boxes = _comment_boxes(board, blocks)

    def close() -> None:
        nonlocal author, date
        if pending:
            text = "\n\n".join(board.sheet.words(block) for block in pending)
            span = Span(board.sheet.start[pending[0]], board.sheet.end[pending[-1]], board.rule[pending[0]])
            found.append(Field(Comment(text, author, date), (span,), board.score[pending[0]]))
        pending.clear()
        author, date = None, None

    for place, block in enumerate(blocks):
        if place and boxes[place] != boxes[place - 1]:
            close()
        text = board.sheet.words(block)
        kind = _part(board, block, text)
        if kind == "text":
            pending.append(block)
        elif kind == "name":
            if pending:
                close()
            author = author or words_of_author(text)
        elif kind == "date":
            if pending:
                close()
            stamp = next(iter(moments.find(text)), None)
            date = stamp.value if stamp else None
            name = text[: stamp.start].strip(" ,|·•-–") if stamp else ""
            if name and len(name.split()) <= MAX_NAME_WORDS:
                author = author or words_of_author(name)
    close()
    # "No comments yet" is no comment: a comment has an author or a date, if any of them has.
    signed = [comment for comment in found if comment.value.author or comment.value.date]
    return listed(tuple(signed if signed or len(found) < MIN_UNSIGNED else found))


def words_of_author(text: str) -> str:
    """A name line without what stands around the name (``Anna says:``)."""
    return _SAYS.sub("", text.strip()).rstrip().rstrip(":")


def _part(board: "Board", block: int, text: str) -> str:
    """Whether a line of a comment is its text, its author's name, its date, or a control."""
    controls = words.phrases("cues", "comment_reply")
    if words.label(text) in controls or all(words.label(part) in controls for part in text.split()):
        return "control"
    if words.region_of(text) or counters.reactions(text):
        return "control"
    dated = [m for m in moments.find(text) if m.end - m.start >= 0.4 * len(text)]
    if dated or moments.is_relative(text):
        return "date"
    features = board.features
    if features.words[block] <= MAX_NAME_WORDS and not features.terminal[block]:
        return "name"
    if features.link_density[block] > 0.8:
        return "control"
    return "text"


def _comment_boxes(board: "Board", blocks: list[int]) -> list[int]:
    """For each block the box of its single comment: the children of the box that holds them all.

    Going down from the whole section, the first box with several children that have text in them is the list.
    """
    boxes = board.sheet.boxes
    first, end = np.array(boxes.first), np.array(boxes.end)
    within = np.flatnonzero((first >= blocks[0] - 1) & (end <= blocks[-1] + 1) & (end > first)).tolist()
    children: dict[int, list[int]] = {}
    for box in within:
        children.setdefault(boxes.parent[box], []).append(box)
    lists = [kids for kids in children.values() if len(kids) >= 2 and len({boxes.tag[kid] for kid in kids}) == 1]
    best = max(lists, key=lambda kids: sum(boxes.end[kid] - boxes.first[kid] > 1 for kid in kids), default=[])
    begins = [boxes.first[kid] for kid in best]
    places = [bisect_right(begins, block) - 1 for block in blocks]
    return [
        best[place] if place >= 0 and block < boxes.end[best[place]] else -1
        for block, place in zip(blocks, places, strict=True)
    ]
