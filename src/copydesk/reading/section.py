"""Breadcrumb and sections."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from copydesk.reading import section_lead, structured, titles, words
from copydesk.reading.candidates import Candidate, collect, listed
from copydesk.types import Field, MediaType, PageKind, Pointer, Role, Span, Texts

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def read_breadcrumb(board: "Board", kind: PageKind) -> Texts:
    """The way from the home page to this one, as far as the page shows it; an article's headline is no part of it."""
    items = [item for item in _visible(board) or _stated(board) if titles.folded(item.value)]
    if items and board.headline >= 0 and kind is not PageKind.SECTION_FRONT:
        headline = titles.folded(board.sheet.words(board.headline))
        items = [item for item in items if titles.folded(item.value) != headline]
    return listed(tuple(items))


def _visible(board: "Board") -> list[Field[str]]:
    blocks = board.having(Role.BREADCRUMB)
    is_text = board.sheet.page.media_type is MediaType.TEXT
    run = [block for block in blocks if block - blocks[0] < 12][:12]
    items = []
    for block in run:
        begin, line = board.sheet.start[block], board.sheet.words(block)
        links = [(link.start - begin, link.end - begin) for link in board.sheet.links if link.block == block]
        for start, end in links if len(links) > 1 else titles.crumbs(line, by_any_mark=is_text):
            span = Span(begin + start, begin + end, board.rule[block])
            items.append(Field(line[start:end].strip(), (span,), board.score[block]))
    return items


def _stated(board: "Board") -> list[Field[str]]:
    page = board.sheet.structured
    for pointer, item in page.json_ld:
        elements = item.get("itemListElement")
        if "BreadcrumbList" in structured.types_of(item) and isinstance(elements, list):
            placed = []
            for number, element in enumerate(elements[:12]):
                if isinstance(element, dict):
                    place = f"{pointer}/itemListElement/{number}"
                    names = structured.values(page, place, element, "name") or structured.values(
                        page, place, element, "item"
                    )
                    position = element.get("position")
                    order = position if isinstance(position, int) else number
                    placed += [
                        (order, Field(n, (Pointer(where, n, "breadcrumb stated"),), 0.8)) for where, n in names[:1]
                    ]
            return [field for _, field in sorted(placed, key=lambda pair: pair[0])]
    return []


def read_sections(board: "Board", breadcrumb: Texts, site_name: Field[str | None]) -> Texts:
    """The sections the page files itself under: stated, shown above the headline, or the crumbs behind ``Home``."""
    not_sections = words.phrases("cues", "home") | {words.label(site_name.value or "")}
    return collect(
        (found for found in _filed(board, breadcrumb) if words.label(found.value) not in not_sections), words.label
    )


def _shown(board: "Board", block: int) -> Candidate[str]:
    """A section in a line of its own, without the label before it."""
    line, span = board.sheet.words(block), board.span(block)
    colon = re.search(r"[:：]\s*(?=\S)", line)
    begin = (
        colon.end() if colon and words.label(line[: colon.start()]) in words.phrases("cues", "section_prefix") else 0
    )
    if not begin and board.sheet.page.media_type is MediaType.TEXT:
        begin = section_lead.begin(line)
        if not begin and board.rule[block].endswith("by its place"):
            begin = line.find(" ") + 1
    if begin:
        end = begin + section_lead.end_of(line[begin:]) if board.sheet.page.media_type is MediaType.TEXT else len(line)
        span = Span(span.start + begin, span.start + end, span.rule)
        line = line[begin:end]
    return Candidate(line, span, board.score[block])


def _filed(board: "Board", breadcrumb: Texts) -> Iterator[Candidate[str]]:
    page = board.sheet.structured
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "articleSection"):
            for part in re.split(r"[,;|>]", text):
                yield Candidate(part.strip(), Pointer(place, text, "section stated"), 0.8)
    for name in ("article:section", "section", "category", "article:category", "dc.subject"):
        for text in page.meta.get(name, ())[:3]:
            yield Candidate(text, Pointer(f"meta/{name}", text, "section stated"), 0.7)
    for link in board.sheet.links:
        if "category" in link.rel.split() and link.block <= board.body[1] + 10:
            yield Candidate(board.sheet.text[link.start : link.end], Span(link.start, link.end, "rel=category"), 0.6)
    labels = {board.label_of[block] for block in board.having(Role.SECTION)}
    for block in board.having(Role.SECTION):
        if block not in labels:
            yield _shown(board, block)
    # The first of several crumbs is the site itself, whatever it is called, unless it is known as a section.
    known = words.phrases("sections", "sections")
    rootless = len(breadcrumb.value) < 2 or words.label(breadcrumb.value[0].value) in known
    for crumb in breadcrumb.value if rootless else breadcrumb.value[1:]:
        yield Candidate(crumb.value, crumb.evidence[0], crumb.confidence)
