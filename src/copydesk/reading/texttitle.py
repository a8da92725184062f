"""Which line of a text is its headline: a plain rule's choice, and a model's that sees it.

Where a page's title lines come first, as on a farm's page, the rule is right: the first line that stands as a headline
does. Below a menu of a hundred names it is not, and no rule tells the name of a page from a headline of two words; the
model weighs what stands above and below each line (:mod:`copydesk.reading.titlemeasures`), the rule's choice among it.
"""

import heapq
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Final

from copydesk.reading import byline, glue, judge, masthead, moments, titles, words
from copydesk.types import BlockKind, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.sheet import Sheet

HEAD: Final = 20
REACH: Final = 80
"""Lines of a text among which the rule seeks its headline: those that are part of no list, and all."""

LEAST: Final = 0.03
"""The chance of its likeliest line below which the model knows of no headline."""

SLOT_WORDS: Final = 14
"""Words of a line that can hold a byline or date by its cues."""


def find(board: "Board") -> int:
    """The line of the headline, -1 where the text has none."""
    first = rule(board)
    lines, chances = judge.title_chances(board, first)
    if not len(lines) or chances.max() < LEAST:
        return first  # a text without any headline, most likely
    best = int(lines[chances.argmax()])
    # Of two prints of one headline the rule knows the one that has the date below it.
    same = first >= 0 and titles.folded(board.line(first)) == titles.folded(board.line(best))
    return _in_full(board, first if same else best)


def within(sheet: "Sheet", start: int, end: int) -> int:
    """Of the blocks between two code points the headline: the one that was cut as such, or the first."""
    blocks = range(bisect_right(sheet.start, start) - 1, bisect_left(sheet.start, end))
    return next((block for block in blocks if sheet.cut.get(block) is Role.HEADLINE), blocks.start)


def _in_full(board: "Board", best: int) -> int:
    """Of a headline that was cut short, the line below that has all of it."""
    text = board.line(best)
    said = titles.folded(text)
    if not text.endswith(("…", "...")) or len(said) < 10:
        return best
    below = range(best + 1, min(best + HEAD, len(board.role)))
    longer = (
        other for other in below if titles.folded(board.line(other)).startswith(said) and board.line(other) != text
    )
    return next((other for other in longer if board.features.words[other] <= 40), best)


def rule(board: "Board") -> int:
    """The line near the top that stands as a headline does: long enough, over a date, a byline or the first prose."""
    cut = [block for block, role in board.sheet.cut.items() if role is Role.HEADLINE]
    if cut:
        return cut[0]
    features, looked_at = board.features, 0
    scored: list[tuple[int, float]] = []
    for block in range(min(REACH, len(board.role))):
        if board.role[block] is None:
            looked_at += 1
            if looked_at > HEAD:
                break
        text = board.sheet.words(block)
        if board.sheet.kind[block] is BlockKind.HEADING:
            return block
        if features.prose[block] > 0 and (features.sentences[block] > 1 or text.endswith((".", "。"))):
            break  # the body has begun
        if board.role[block] is not None or block in board.sheet.cut or _is_slot_line(board, block, text):
            continue
        score = _headline_score(board, block)
        if score > 0:
            scored.append((block, score))
    first, second = heapq.nlargest(2, (score for _, score in scored)) if len(scored) > 1 else (TOLD, 0.0)
    if first - second < TOLD:
        scored = _by_the_text(board, scored)
    best = max(scored, key=lambda one: (one[1], -one[0]), default=(-1, 0.0))[0]
    return masthead.without_slogan(board, best, scored)


def _by_the_text(board: "Board", scored: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The lines with their scores, raised by what they have of the text's own words: menus and slogans have none."""
    prose = board.features.prose.nonzero()[0][:TOLD_PROSE].tolist()
    said = {word for block in prose for word in masthead.long_words(board, block)}
    if not said or glue.is_unspaced(board.line(scored[0][0])):
        return scored
    return [(block, score + TOLD * _told(board, block, said)) for block, score in scored]


def _told(board: "Board", block: int, said: set[str]) -> float:
    """How many of a title's telling words the text has; a brand or a caption is no title."""
    text = board.line(block)
    if board.features.words[block] < TITLE_WORDS or words.photo_credit(text) is not None or words.ends_in_source(text):
        return 0.0
    return min(len(said & masthead.long_words(board, block)), MOST_TOLD) / MOST_TOLD


TOLD, MOST_TOLD, TITLE_WORDS, TOLD_PROSE = 0.9, 3, 5, 8
"""What a headline's score gains by words that the text has, how many count, words of such a line, paragraphs asked."""


def _headline_score(board: "Board", block: int) -> float:
    """How much a line of a text looks like its headline: by its length, and by what stands below it."""
    features, size = board.features, board.features.words[block]
    if size > 40:
        return 0.0
    below = range(block + 1, min(block + 11, len(board.role)))
    over_slot = any(_is_slot(board, other, board.sheet.words(other)) for other in below[:3])
    over_prose = any(features.prose[other] > 0 for other in below)
    return (1.0 if size >= 5 else 0.2 * size) + 0.8 * over_slot + 0.6 * over_prose - 0.02 * block


def _is_slot(board: "Board", block: int, text: str) -> bool:
    """A line of the kind that stands under headlines: a date, a byline."""
    if sum(m.end - m.start for m in moments.find(text)) > 0.5 * len(text):
        return True
    cues = board.cues(block).keys() & masthead.SLOT_CUES
    if not cues or board.features.words[block] > SLOT_WORDS:
        return False
    if ":" in text[: sum(board.cues(block).get("byline_prefix", (0, 0))) + 2]:
        return True
    return cues != {"byline_prefix"} or any(byline.names_in(text, trusted=False))  # "Por qué …" is no byline


def _is_slot_line(board: "Board", block: int, text: str) -> bool:
    """A line near a headline that is none: a date, a byline, a breadcrumb, a label, a section's name, a control."""
    known = titles.is_breadcrumb(text) or words.region_of(text) or masthead.is_section(text) or words.is_share_bar(text)
    return bool(known or _is_slot(board, block, text) or "read_time_anywhere" in board.cues(block))
