"""The lists of other headlines that a page carries, kept as data: related, ranking, recommended, promos."""

import re
from bisect import bisect_left, bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING, Final

from copydesk.reading import addresses, counters, entries, hangers, listends, moments, people, titles, words
from copydesk.reading.candidates import listed
from copydesk.types import Entries, Entry, Field, MediaType, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board

_COLON: Final = re.compile(r"\s*[:：|»>►▶→]\s*|\s+[-–—]\s+")

_BLOCK: Final = attrgetter("block")
"""By which the links of a page are in order."""

MIN_NEIGHBOUR_WORDS = 5
"""A list is of headlines if its entries have so many words in the middle; then a bare name among them is a fault."""


def read(board: "Board", role: Role) -> Entries:
    """The entries of one kind of list; its evidence are the headings."""
    blocks = [block for block in board.having(role) if _is_entry(board, block)]
    if not blocks:
        return Field(())
    if board.sheet.page.media_type is MediaType.TEXT:
        hanging = hangers.of(board, blocks)
        blocks = [block for block in blocks if block not in hanging]
    spans = _trimmed(board, blocks)
    bare = _bare_names(board, blocks)
    seen: set[str] = set()
    found = []
    for block in blocks:
        span, title = _title(board, block, spans.get(block))
        folded = titles.folded(title)
        if folded and folded not in seen:
            seen.add(folded)
            entry = Entry(title, _href(board, block), bare_name=block in bare)
            found.append(Field(entry, (span,), board.score[block]))
    headings = {board.label_of[block] for block in blocks} - {-1}
    return listed(tuple(found), tuple(board.span(block) for block in sorted(headings)))


def _is_entry(board: "Board", block: int) -> bool:
    """Text has one entry a line; in HTML an entry is what is linked, its summary, date and kicker are not."""
    title = board.sheet.words(block)
    if board.sheet.page.media_type is MediaType.TEXT:
        worded = any(c.isalpha() for c in title) and not listends.leads_on(title)
        return worded and not _is_dateline(title) and not counters.reactions(title)
    long_enough = board.features.words[block] >= (2 if board.label_of[block] >= 0 else 3)
    return long_enough and board.features.link_density[block] > 0.6 and words.region_of(title) is None


def _is_dateline(text: str) -> bool:
    """Whether a line below an entry only says when that appeared."""
    return sum(m.end - m.start for m in moments.find(text)) > 0.6 * len(text) or moments.is_relative(text)


def _trimmed(board: "Board", blocks: list[int]) -> dict[int, tuple[int, int]]:
    """In a text, where the headline of each entry begins and ends, list by list; HTML shows its own bounds."""
    if board.sheet.page.media_type is not MediaType.TEXT:
        return {}
    lists: dict[int, list[int]] = {}
    for block in blocks:
        lists.setdefault(board.label_of[block], []).append(block)
    return {
        block: span
        for listed_ in lists.values()
        for block, span in zip(listed_, entries.trimmed([board.line(b) for b in listed_]), strict=True)
    }


def _title(board: "Board", block: int, within: tuple[int, int] | None = None) -> tuple[Span, str]:
    """An entry's words without the ornament before them."""
    text = board.sheet.words(block)
    if within is None or len(board.line(block)) != len(text):
        mark = entries.MARK.match(text)
        within = mark.end() if mark else 0, len(text)
    begin, end = within
    start = board.sheet.start[block]
    return Span(start + begin, start + end, board.rule[block]), " ".join(text[begin:end].split())


def _bare_names(board: "Board", blocks: list[int]) -> set[int]:
    sizes = sorted(board.features.words[block] for block in blocks)
    if len(sizes) < 3 or sizes[len(sizes) // 2] < MIN_NEIGHBOUR_WORDS:
        return set()
    short = [block for block in blocks if board.features.words[block] <= 3]
    return {block for block in short if people.is_person(board.sheet.words(block))}


def _href(board: "Board", block: int) -> str | None:
    links = board.sheet.links
    inside = links[bisect_left(links, block, key=_BLOCK) : bisect_right(links, block, key=_BLOCK)]
    link = next((link for link in inside if link.href), None)
    return addresses.absolute(addresses.base_of(board), link.href) if link else None


def read_promos(board: "Board") -> Entries:
    """The lines inside the article that send the reader elsewhere."""
    found = []
    for block in board.having(Role.PROMO):
        span, title = _title(board, block, _behind_label(board, block))
        if title:  # an arrow or a dash alone sends nobody anywhere
            found.append(Field(Entry(title, _href(board, block)), (span,), board.score[block]))
    return listed(tuple(found))


LABEL_WORDS: Final = 4
"""Words of a promo's label in capitals, or one with the site's name."""


def _behind_label(board: "Board", block: int) -> tuple[int, int] | None:
    """Where a promo's headline stands behind the label that sends the reader there: ``Read also: …``."""
    text = board.sheet.words(block)
    if board.sheet.page.media_type is not MediaType.TEXT:
        return None
    hit = board.cues(block).get("promo_prefix")
    if not hit:
        label, sign, title = text.partition(":")
        own = label.isupper() or (board.sheet.named and board.sheet.named in label)
        led = sign and title.strip() and own and len(label.split()) <= LABEL_WORDS
        return (len(text) - len(title.lstrip()), len(text)) if led else None
    colon = _COLON.match(text, hit[1])
    return (colon.end(), len(text)) if colon and colon.end() < len(text) else None
