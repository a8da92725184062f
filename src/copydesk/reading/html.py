"""HTML -> Sheet: one parse, one walk over the tree, nothing judged.

The walk collects every visible word in page order, cut into blocks at block-level elements, with the boxes, links,
images and structured data it passes. What is invisible to a reader of the page (scripts, styles) is left out; what is
hidden by markup is kept and marked, for some sites hide the article until a script shows it.
"""

from typing import TYPE_CHECKING

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from copydesk.reading import hints, structured
from copydesk.reading.elements import (
    ACTS,
    BOX,
    BOXES,
    BREAK,
    CELL,
    CUSTOM,
    INLINE,
    KINDS,
    LINK,
    PICTURE,
    SKIP,
    TIGHT,
    TIME,
)
from copydesk.reading.sheet import Link, Picture, Sheet, TimeTag
from copydesk.types import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from copydesk.types import Page

LONG_CELL = 120
"""A table cell of more characters is running text in a table made for layout, and ends its block."""

MAX_LINKS = 8
"""Of links inside links, which no reader can tell apart, so many are kept open."""

MAX_DEPTH = 512
"""Deeper elements are read, but open no box of their own: real pages stay below 60, hostile ones pass 100,000."""


def walk(page: "Page") -> Sheet:
    """Lay an HTML page out as a sheet."""
    tree = LexborHTMLParser(page.text, options=LexborDocumentOptions.WO_EVENTS)  # else options cost their square
    walker = _Walker(page)
    structured.read_head(tree, walker.sheet.structured)
    if tree.body is not None:
        walker.run(tree.body)
    return walker.finish()


class _Open:
    """An element that makes a box and is not over yet; the box itself is begun with its first block or image."""

    __slots__ = ("box", "counts", "kind", "level", "node", "number", "tag")

    def __init__(self, tag: str, number: int, kind: BlockKind, level: int, node: "LexborNode") -> None:
        self.tag, self.number, self.kind, self.level, self.node = tag, number, kind, level, node
        self.box = -1
        self.counts: dict[str, int] = {}  # its children, by tag


class _Walker:
    """The state of one walk: the open boxes and the words of the block at hand."""

    __slots__ = (
        "blanks", "closed_at", "depth_over", "hrefs", "last_link_words", "length", "linked", "open", "opened_at",
        "pieces", "pre", "sheet", "size", "space", "texts", "times", "waiting",
    )  # fmt: skip

    def __init__(self, page: "Page") -> None:
        self.sheet = Sheet(page)
        self.texts: list[str] = []
        self.length = 0  # of the page's text so far, line breaks included
        self.open: list[_Open] = []
        self.pre = False  # whether the innermost box keeps its white space
        self.depth_over = 0
        self.pieces: list[str] = []
        self.size = 0
        self.space = False
        self.blanks = 0  # between the words of the block so far
        self.linked = 0
        self.last_link_words = 0
        self.opened_at = self.closed_at = -1  # where in the block inline elements last began and ended
        self.hrefs: list[tuple[str, str, int]] = []  # open links: href, rel, where in the block they began
        self.waiting: list[Link] = []
        self.times: list[str] = []

    def run(self, root: "LexborNode") -> None:
        """Go through the tree in page order without recursion: depth is the page's to choose, not ours."""
        node: LexborNode | None = root
        way: list[tuple[str, int]] = []  # the open elements: tag and what it does
        acts = dict(ACTS)
        while node is not None:
            tag = node.tag or ""
            if tag == "-text":
                raw = node.text_content
                if raw:
                    self.add(raw)
            else:
                act = acts.get(tag)
                if act is None:
                    act = acts[tag] = CUSTOM if "-" in tag else INLINE
                if act != SKIP:
                    act = self.enter(tag, act, node)
                    child = node.first_child
                    if child is not None:
                        way.append((tag, act))
                        node = child
                        continue
                    self.leave(tag, act)
            while way:
                following = node.next
                if following is not None:
                    node = following
                    break
                node = node.parent
                if node is None:  # cannot be: the way is as long as the tree is deep
                    break
                tag, act = way.pop()
                self.leave(tag, act)
            else:
                return

    def enter(self, tag: str, act: int, node: "LexborNode") -> int:
        """Take in an element before its children; what :meth:`leave` is to do after them."""
        if act in BOXES or (act == CUSTOM and not self.size):
            # A custom element is a wrapper, unless it stands in the middle of a line.
            self.enter_box(tag, act, node)
            return CELL if act == CELL else BOX
        if self.closed_at == self.size and not self.space and self.size - self.opened_at > 2:
            self.space = self.size > 0  # two inline elements side by side are set apart by style, not by a blank
        self.opened_at = self.size
        if act == LINK:
            if self.size and self.linked == self.size and self.last_link_words > 3:
                self.flush()  # headlines in links set as blocks, one under the other
            if len(self.hrefs) >= MAX_LINKS:
                return INLINE
            attributes = node.attributes
            self.hrefs.append((attributes.get("href") or "", attributes.get("rel") or "", self.size))
        elif act == BREAK:
            self.line_break()
        elif act == PICTURE:
            self.picture(node)
        elif act == TIME:
            self.times.append(node.attributes.get("datetime") or "")
        return act

    def leave(self, tag: str, act: int) -> None:
        """End an element after its children."""
        if act in BOXES:
            self.leave_box(act)
            return
        if act == LINK:
            self.close_link()
        if tag not in TIGHT:
            self.closed_at = self.size

    def enter_box(self, tag: str, act: int, node: "LexborNode") -> None:
        if len(self.open) >= MAX_DEPTH:
            self.depth_over += 1
            self.flush()
            return
        if act == CELL:
            if self.size:
                self.pieces.append(" | ")
                self.size += 3
                self.blanks += 2
                self.space = False
        elif self.size or self.hrefs:
            self.flush()
        else:
            self.space = False
        kind, level, number = BlockKind.PARAGRAPH, 0, 1
        if self.open:
            outer = self.open[-1]
            kind, level = outer.kind, outer.level
            number = outer.counts[tag] = outer.counts.get(tag, 0) + 1
        own = KINDS.get(tag)
        if own is not None and not (own is BlockKind.TABLE_ROW and kind is BlockKind.QUOTE):
            kind = own
            level = int(tag[1]) if own is BlockKind.HEADING else 0
        self.open.append(_Open(tag, number, kind, level, node))
        self.pre = kind is BlockKind.PREFORMATTED

    def leave_box(self, act: int) -> None:
        if self.depth_over:
            self.depth_over -= 1
            self.flush()
            return
        if act == BOX or self.size > LONG_CELL:
            if self.size or self.hrefs:
                self.flush()
            else:
                self.space = False
        box = self.open.pop().box
        if box >= 0:
            self.sheet.boxes.end[box] = len(self.sheet.start)
        self.pre = bool(self.open) and self.open[-1].kind is BlockKind.PREFORMATTED

    def box(self) -> int:
        """The innermost box, begun if need be: on real pages every fifth would stay empty, and is no box."""
        innermost = self.open[-1]
        if innermost.box < 0:
            parent = -1
            for each in self.open:
                if each.box < 0:
                    bits, name = hints.of(each.tag, each.node.attributes)
                    first = len(self.sheet.start)
                    each.box = self.sheet.boxes.begin(parent, each.tag, each.number, bits, name, first=first)
                parent = each.box
        return innermost.box

    def add(self, raw: str) -> None:
        if self.pre:
            text = raw if self.size else raw.lstrip("\r\n")
            if not text:
                return
            self.blanks += text.count(" ")
        else:
            words = raw.split()
            if not words:
                self.space = True
                return
            text = " ".join(words)
            if self.size and (self.space or raw[0].isspace()) and self.pieces[-1] != "\n":
                text = " " + text
                self.blanks += 1
            self.blanks += len(words) - 1
            self.space = raw[-1].isspace()
        self.pieces.append(text)
        self.size += len(text)
        if self.hrefs:
            self.linked += len(text)

    def line_break(self) -> None:
        if not self.size:
            return
        if self.pieces[-1] == "\n":  # two line breaks part paragraphs
            self.flush()
            return
        self.pieces.append("\n")
        self.size += 1
        self.space = False

    def close_link(self) -> None:
        if not self.hrefs:
            return
        href, rel, begun = self.hrefs.pop()
        self.last_link_words = self.blanks + 1
        if self.size > begun:
            self.waiting.append(Link(len(self.sheet.start), begun, self.size, href, rel))

    def flush(self) -> None:
        """End the block at hand, if it has any words."""
        if not self.size and not self.hrefs:
            self.space = False
            return
        sheet = self.sheet
        for at, (href, rel, begun) in enumerate(self.hrefs):  # a link that goes on into the next block
            if self.size > begun:
                self.waiting.append(Link(len(sheet.start), begun, self.size, href, rel))
            self.hrefs[at] = (href, rel, 0)
        if self.size:
            whole = "".join(self.pieces)
            text = whole.strip()
            if text:
                self.append(whole, text)
            self.pieces.clear()
            self.size = self.linked = self.blanks = 0
            self.waiting.clear()
        self.space = False

    def append(self, whole: str, text: str) -> None:
        sheet = self.sheet
        number, start = len(sheet.start), self.length
        box, innermost = self.box(), self.open[-1]
        sheet.start.append(start)
        sheet.end.append(start + len(text))
        sheet.kind.append(innermost.kind)
        sheet.level.append(innermost.level)
        sheet.owner.append(box)
        sheet.link_chars.append(self.linked)
        shift = start - (len(whole) - len(whole.lstrip()))
        for link in self.waiting:
            begin, end = max(link.start + shift, start), min(link.end + shift, start + len(text))
            while begin < end and text[begin - start].isspace():  # its words begin after the blanks at its edge
                begin += 1
            if end > begin:
                sheet.links.append(Link(number, begin, end, link.href, link.rel))
        sheet.times += [TimeTag(value, number) for value in self.times]
        self.times.clear()
        self.texts.append(text)
        self.length = start + len(text) + 1

    def picture(self, node: "LexborNode") -> None:
        attributes = node.attributes
        src = attributes.get("src") or ""
        if not src or src.startswith("data:"):  # lazy loading keeps the address elsewhere
            src = attributes.get("data-src") or attributes.get("data-original") or src
        tiny = {attributes.get("width"), attributes.get("height")} & {"0", "1", "2", "1px", "0px"}
        if self.open and not tiny:  # else it counts visitors
            here = len(self.sheet.start)
            self.sheet.pictures.append(Picture(src, attributes.get("alt") or "", self.box(), here))

    def finish(self) -> Sheet:
        self.flush()
        boxes = self.sheet.boxes
        for box, end in enumerate(boxes.end):
            if end < 0:
                boxes.end[box] = len(self.sheet.start)
        if not boxes.parent:
            boxes.begin(-1, "body", 1, 0, "", first=0, end=0)
        self.sheet.text = "\n".join(self.texts)
        return self.sheet
