"""HTML -> Sheet: one parse, one walk over the tree, nothing judged.

The walk collects every visible word in page order, cut into blocks at block-level elements, with the boxes, links,
images and structured data it passes. What is invisible to a reader of the page (scripts, styles) is left out; what is
hidden by markup is kept and marked, for some sites hide the article until a script shows it.
"""

from typing import TYPE_CHECKING, Final

from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

from copydesk.reading import hints, structured
from copydesk.reading.sheet import Link, Picture, Sheet, TimeTag
from copydesk.types import BlockKind

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from copydesk.types import Page

SKIPPED: Final = frozenset(
    ["script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "select", "textarea",
     "video", "datalist", "map", "head", "-comment", "!doctype", "frameset"]
)  # fmt: skip

BLOCK_LEVEL: Final = frozenset(
    ["address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
     "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "noscript", "ol", "optgroup",
     "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
     "ul"]
)  # fmt: skip

KINDS: Final = {
    "li": BlockKind.LIST_ITEM, "dt": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE, "pre": BlockKind.PREFORMATTED, "tr": BlockKind.TABLE_ROW,
    "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION,
    "h1": BlockKind.HEADING, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING, "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING, "h6": BlockKind.HEADING,
}  # fmt: skip

TIGHT: Final = frozenset(
    ["sub", "sup", "b", "strong", "i", "em", "u", "font", "wbr", "br", "img", "abbr", "mark", "small"]
)
"""Inline elements that stand inside words."""

UNKNOWN, SKIP, BOX, LINK, BREAK, PICTURE, TIME = range(7)
"""What an element does to the walk; inline elements without an effect are unknown."""

ACTS: Final = (
    dict.fromkeys(SKIPPED, SKIP)
    | dict.fromkeys(BLOCK_LEVEL, BOX)
    | {"a": LINK, "br": BREAK, "img": PICTURE, "time": TIME}
)

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


class _Walker:
    """The state of one walk: the open boxes and the words of the block at hand."""

    __slots__ = (
        "blanks", "closed_at", "depth_over", "has_items", "hrefs", "last_link_words", "length", "linked", "open",
        "opened_at", "pieces", "pre", "sheet", "size", "space", "texts", "times", "waiting",
    )  # fmt: skip

    def __init__(self, page: "Page") -> None:
        self.sheet = Sheet(page)
        self.texts: list[str] = []
        self.length = 0  # of the page's text so far, line breaks included
        self.open: list[tuple[int, BlockKind, int, dict[str, int]]] = []  # box, kind, heading level, children by tag
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
        self.has_items = "itemprop" in page.text  # else no element is asked for it

    def run(self, root: "LexborNode") -> None:
        """Go through the tree in page order without recursion: depth is the page's to choose, not ours.

        Most nodes are text or inline elements without an effect; they are dealt with here, not in calls of their own.
        """
        node: LexborNode | None = root
        way: list[tuple[str, int]] = []  # the open elements: tag and what it does
        acts, add = ACTS.get, self.add
        while node is not None:
            tag = node.tag or ""
            child = None
            if tag == "-text":
                raw = node.text_content
                if raw:
                    add(raw)
            elif (act := acts(tag, UNKNOWN)) != SKIP:
                if act != UNKNOWN or self.has_items or "-" in tag:
                    act = self.enter(tag, act, node)
                else:
                    if self.closed_at == self.size and not self.space and self.size - self.opened_at > 2:
                        self.space = self.size > 0
                    self.opened_at = self.size
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
                if act != UNKNOWN:
                    self.leave(tag, act)
                elif tag not in TIGHT:
                    self.closed_at = self.size
            else:
                return

    def enter(self, tag: str, act: int, node: "LexborNode") -> int:
        """Take in an element before its children; what :meth:`leave` is to do after them."""
        if act == BOX or (act == UNKNOWN and "-" in tag and not self.size):
            # A custom element is a wrapper, unless it stands in the middle of a line.
            self.enter_box(tag, node)
            return BOX
        if self.closed_at == self.size and not self.space and self.size - self.opened_at > 2:
            self.space = self.size > 0  # two inline elements side by side are set apart by style, not by a blank
        self.opened_at = self.size
        if act == LINK:
            if self.size and self.linked == self.size and self.last_link_words > 3:
                self.flush()  # headlines in links set as blocks, one under the other
            attributes = node.attributes
            if self.has_items:
                self.itemprop(node, attributes)
            if len(self.hrefs) >= MAX_LINKS:
                return UNKNOWN
            self.hrefs.append((attributes.get("href") or "", attributes.get("rel") or "", self.size))
            return LINK
        if act == BREAK:
            self.line_break()
        elif act == PICTURE:
            self.picture(node)
        elif act == TIME:
            self.times.append(node.attributes.get("datetime") or "")
        if self.has_items:
            self.itemprop(node, node.attributes)
        return act

    def leave(self, tag: str, act: int) -> None:
        """End an element after its children."""
        if act == BOX:
            self.leave_box(tag)
            return
        if act == LINK:
            self.close_link()
        if tag not in TIGHT:
            self.closed_at = self.size

    def enter_box(self, tag: str, node: "LexborNode") -> None:
        if len(self.open) >= MAX_DEPTH:
            self.depth_over += 1
            self.flush()
            return
        cell = tag in {"td", "th"}
        if not cell:
            self.flush()
        elif self.size:
            self.pieces.append(" | ")
            self.size += 3
            self.blanks += 2
            self.space = False
        attributes = node.attributes
        if self.has_items:
            self.itemprop(node, attributes)
        if self.open:
            parent, kind, level, counts = self.open[-1]
            number = counts[tag] = counts.get(tag, 0) + 1
        else:
            parent, kind, level, number = -1, BlockKind.PARAGRAPH, 0, 1
        own = KINDS.get(tag)
        if own is not None and not (own is BlockKind.TABLE_ROW and kind is BlockKind.QUOTE):
            kind = own
            level = int(tag[1]) if own is BlockKind.HEADING else 0
        bits, name = hints.of(tag, attributes)
        box = self.sheet.boxes.begin(parent, tag, number, bits, name, first=len(self.sheet.start))
        self.open.append((box, kind, level, {}))
        self.pre = kind is BlockKind.PREFORMATTED

    def leave_box(self, tag: str) -> None:
        if self.depth_over:
            self.depth_over -= 1
            self.flush()
            return
        if tag not in {"td", "th"} or self.size > LONG_CELL:
            self.flush()
        box = self.open.pop()[0]
        self.sheet.boxes.end[box] = len(self.sheet.start)
        self.pre = bool(self.open) and self.open[-1][1] is BlockKind.PREFORMATTED

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
        box, kind, level, _ = self.open[-1]
        number, start = len(sheet.start), self.length
        sheet.start.append(start)
        sheet.end.append(start + len(text))
        sheet.kind.append(kind)
        sheet.level.append(level)
        sheet.owner.append(box)
        sheet.link_chars.append(self.linked)
        shift = start - (len(whole) - len(whole.lstrip()))
        for link in self.waiting:
            begin, end = max(link.start + shift, start), min(link.end + shift, start + len(text))
            begin += _blanks(text, begin - start)
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
            self.sheet.pictures.append(Picture(src, attributes.get("alt") or "", self.open[-1][0], here))

    def itemprop(self, node: "LexborNode", attributes: "dict[str, str | None]") -> None:
        name = attributes.get("itemprop")
        if name:
            structured.note_microdata(self.sheet.structured, name, node, attributes)

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


def _blanks(text: str, at: int) -> int:
    # A link's own words begin after the blanks at its edge.
    size = 0
    while at + size < len(text) and text[at + size].isspace():
        size += 1
    return size
