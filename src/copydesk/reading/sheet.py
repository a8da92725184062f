"""The sheet: a page laid out as blocks that nobody has judged yet. What html.py and text.py both make.

A sheet holds columns, not rows: entry ``i`` of every block column is block ``i``, in page order, so that features are
computed over whole pages at once. Boxes are the containers that blocks stand in (HTML's block-level elements; a text
has one box, the page). Boxes are numbered in the order they open, hence the blocks of a box are always the run
``box.first[b] : box.end[b]``, and a parent's number is smaller than its children's.
"""

from dataclasses import dataclass, field
from enum import IntFlag, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.reading.text import Laid
    from copydesk.types import BlockKind, Page, Role


class Hint(IntFlag):
    """What a tag name, a class or an id says of a box, before anybody has looked at its words."""

    MAIN = auto()
    ARTICLE_BODY = auto()
    HEADLINE = auto()
    DEK = auto()
    BYLINE = auto()
    DATE = auto()
    BREADCRUMB = auto()
    TOPIC = auto()
    CAPTION = auto()
    CREDIT = auto()
    AUTHOR_BIO = auto()
    NEWSLETTER = auto()
    PROMO = auto()
    RELATED = auto()
    RANKING = auto()
    RECOMMENDED = auto()
    COMMENT = auto()
    SHARE = auto()
    NAVIGATION = auto()
    HEADER = auto()
    FOOTER = auto()
    ASIDE = auto()
    ADVERT = auto()
    LEGAL = auto()
    WALL = auto()
    CONTROL = auto()
    HIDDEN = auto()
    LIVE = auto()
    POST = auto()


MAX_STEPS = 64
"""Steps of a path; real pages have up to about 45."""

MAX_NAME = 60
"""Letters of a tag in a path."""


@dataclass(slots=True)
class Boxes:
    """The containers, a column an attribute.

    Attributes:
        parent: The box around each, -1 for the outermost.
        tag: Its element.
        number: Its place among its parent's children of the same tag, from 1.
        hints: What its tag, class and id say, as the bits of :class:`Hint`.
        name: Its class, id and role.
        first: Its first block.
        end: One past its last.
    """

    parent: list[int] = field(default_factory=list)
    tag: list[str] = field(default_factory=list)
    number: list[int] = field(default_factory=list)
    hints: list[int] = field(default_factory=list)
    name: list[str] = field(default_factory=list)
    first: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)

    def begin(self, parent: int, tag: str, number: int, hints: int, name: str, *, first: int, end: int = -1) -> int:  # noqa: PLR0913 - a row of columns
        """Open a box at block ``first`` and give its number; ``end`` is filled in when it closes."""
        self.parent.append(parent)
        self.tag.append(tag)
        self.number.append(number)
        self.hints.append(hints)
        self.name.append(name)
        self.first.append(first)
        self.end.append(end)
        return len(self.parent) - 1

    def paths(self, wanted: "Iterable[int]") -> dict[int, str]:
        """The XPath of each wanted box; of one deeper than any real page's, what lies nearest."""
        known: dict[int, tuple[str, int]] = {-1: ("/html", 0)}
        for each in wanted:
            way: list[int] = []
            box = each
            while box not in known:
                way.append(box)
                box = self.parent[box]
            for inner in reversed(way):
                path, steps = known[self.parent[inner]]
                if steps >= MAX_STEPS:
                    path, steps = "//" + path.lstrip("/").split("/", 1)[1], steps - 1
                known[inner] = (f"{path}/{self._step(inner)}", steps + 1)
        return {box: path for box, (path, _) in known.items()}

    def _step(self, box: int) -> str:
        tag, number = self.tag[box], self.number[box]
        if len(tag) > MAX_NAME:  # a name as long as a page; and its number would count others of that name only
            return "*"
        return tag if number == 1 else f"{tag}[{number}]"


@dataclass(slots=True)
class Link:
    """A link inside a block: code points of the page's text, and where it leads."""

    block: int
    start: int
    end: int
    href: str
    rel: str


@dataclass(slots=True)
class Picture:
    """An image, the box it stands in, and the number of blocks before it."""

    src: str
    alt: str
    box: int
    block: int


@dataclass(slots=True)
class TimeTag:
    """A ``<time>`` element: its machine-readable value and the block it stands in."""

    datetime: str
    block: int


@dataclass(slots=True)
class Structured:
    """What the page says of itself for machines.

    Attributes:
        meta: ``<meta>`` content by lower-cased name or property.
        links: ``<link>`` addresses by rel.
        microdata: Values by ``itemprop``.
        title: The words of ``<title>``.
        language: ``lang`` of the root element.
        json_ld: The parsed objects of every JSON-LD script, graphs unfolded, each with its pointer.
    """

    meta: dict[str, list[str]] = field(default_factory=dict)
    links: dict[str, list[str]] = field(default_factory=dict)
    microdata: dict[str, list[str]] = field(default_factory=dict)
    title: str = ""
    language: str = ""
    json_ld: list[tuple[str, dict[str, object]]] = field(default_factory=list)


@dataclass(slots=True)
class Sheet:
    """See the module. Built up by one reader, not changed after it leaves it.

    Attributes:
        page: Where it came from.
        text: What all offsets count: the walk's text for HTML, the page's own for text.
        start: First code point of each block in ``text``.
        end: One past its last.
        kind: Its form.
        level: 1 to 6 for headings, else 0.
        owner: The innermost box it fills.
        link_chars: How many of its code points are link text.
        boxes: The containers.
        links: Every link with words, in page order.
        pictures: Every image.
        times: Every ``<time>``.
        laid: How its lines were cut (text).
        cut: Roles that a reader had to know already to cut a glued line at all (text): block -> role.
        structured: What the page says for machines; empty for text.
    """

    page: "Page"
    text: str = ""
    start: list[int] = field(default_factory=list)
    end: list[int] = field(default_factory=list)
    kind: list["BlockKind"] = field(default_factory=list)
    level: list[int] = field(default_factory=list)
    owner: list[int] = field(default_factory=list)
    link_chars: list[int] = field(default_factory=list)
    boxes: Boxes = field(default_factory=Boxes)
    links: list[Link] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    times: list[TimeTag] = field(default_factory=list)
    structured: Structured = field(default_factory=Structured)
    laid: "Laid | None" = None
    cut: dict[int, "Role"] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many blocks there are."""
        return len(self.start)

    @property
    def named(self) -> str:
        """The site's name by the legal lines at its foot (text)."""
        return self.laid.name if self.laid else ""

    def words(self, block: int) -> str:
        """The text of one block."""
        return self.text[self.start[block] : self.end[block]]
