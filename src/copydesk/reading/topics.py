"""Topics: the page's own tags, stated or shown."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.reading import structured, titles, words
from copydesk.reading.candidates import Candidate, collect
from copydesk.reading.sheet import Hint
from copydesk.types import Pointer, Role, Span, Texts

if TYPE_CHECKING:
    from copydesk.reading.board import Board

_SPLIT: Final = re.compile(r"[,;|，、；]")
"""What stands between topics; blanks are taken off afterwards, for a search that begins with them costs its square."""

_TAG_PATH: Final = re.compile(r"/(?:tags?|topics?|themen?|themes?|keywords?|etiquetas?|stichwort)/", re.IGNORECASE)
_ELSEWHERE: Final = frozenset([Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.COMMENT, Role.PROMO, Role.BREADCRUMB])

_HASH: Final = re.compile(r"\s+(?=#)")

MAX_TOPICS = 40
META_TOPICS: Final = (("article:tag", 0.7), ("news_keywords", 0.6), ("keywords", 0.5), ("parsely-tags", 0.4))


def read(board: "Board") -> Texts:
    """What the page says it is about."""
    return collect(_candidates(board), titles.folded)


def _candidates(board: "Board") -> Iterator[Candidate[str]]:
    for block in board.having(Role.TOPIC)[:MAX_TOPICS]:
        yield from _shown(board, block)
    yield from _linked(board)
    page = board.sheet.structured
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "keywords"):
            for part in map(str.strip, _SPLIT.split(text)[:MAX_TOPICS]):
                yield Candidate(part, Pointer(place, text, "keywords stated"), 0.6)
    for name, weight in META_TOPICS:
        for text in page.meta.get(name, ())[:MAX_TOPICS]:
            for part in map(str.strip, _SPLIT.split(text)[:MAX_TOPICS]):
                yield Candidate(part, Pointer(f"meta/{name}", text, "keywords stated"), weight)


def _linked(board: "Board") -> Iterator[Candidate[str]]:
    """Links that say they are tags, by ``rel`` or by the way their address is made, from headline to below the body."""
    quiet = int(Hint.NAVIGATION | Hint.ASIDE)
    near = range(max(board.headline - 5, 0), board.body[1] + 15)
    for link in board.sheet.links:
        stated = "tag" in link.rel.split() and "category" not in link.rel.split()  # WordPress marks sections so
        shaped = _TAG_PATH.search(link.href) and board.role[link.block] is not Role.BODY
        if (stated or shaped) and link.block in near and not board.hints[link.block] & quiet:
            if board.role[link.block] in _ELSEWHERE:
                continue
            text = board.sheet.text[link.start : link.end]
            start = link.end - len(text.lstrip("# "))
            yield Candidate(
                text.lstrip("# "), Span(start, link.end, "rel=tag" if stated else "tag path"), 0.6 if stated else 0.4
            )


def _shown(board: "Board", block: int) -> Iterator[Candidate[str]]:
    """The topics of one block: its links if it has several, else its parts; a label before a colon is cut off."""
    start, line = board.sheet.start[block], board.sheet.words(block)
    begin = words.topics_label(line) or 0
    links = [link for link in board.sheet.links if link.block == block]
    if len(links) > 1:
        spans = [(link.start - start, link.end - start) for link in links]
    else:
        spans, at = [], begin
        for seam in [*(_HASH if line.startswith("#") else _SPLIT).finditer(line, begin), None]:
            end = seam.start() if seam else len(line)
            spans.append((at, end))
            at = seam.end() if seam else end
    for first, last in spans:
        text = line[first:last].rstrip()
        shift = len(text) - len(text.lstrip(" \t\u00a0#"))
        if text.strip(" #") and words.region_of(text) != "topics":
            span = Span(start + first + shift, start + first + len(text), board.rule[block])
            yield Candidate(text.strip(" #"), span, board.score[block])
