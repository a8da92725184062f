"""A made-up farm page and the truth about it: its text, a role for every part, and the values a reader should find.

Values stand as the page prints them: with its entities, its wrapped lines and its joined paragraphs. A span covers the
whole part: list mark, label, separator and rank number lie in it; blank space around a part does not. Words of the
site's interface (menus, forms, buttons, links to neighbouring posts) are ``NAVIGATION``, faults of the kit such as
``undefined`` or ``{{author}}`` are ``OTHER``, a label without a value of its own has the role of what it labels.
"""

from dataclasses import dataclass
from typing import NamedTuple

from copydesk.types import Role


class Piece(NamedTuple):
    """A part of the page: code points ``start`` to ``end``, one past the last, and what it is for."""

    start: int
    end: int
    role: Role


@dataclass(frozen=True, slots=True)
class Counter:
    """A counter: as printed (``1.2K views``), the words around its number, and the number it means."""

    printed: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class FarmList:
    """A list of headlines; ``kind`` is RELATED, RANKING or RECOMMENDED, ``bare`` its entries that are only a name."""

    kind: Role
    heading: str
    entries: tuple[str, ...]
    bare: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FarmFields:
    """What the page says, part by part; ``None`` or ``()`` where it lacks the part.

    Attributes:
        brand: What stands in the byline's place and is no person, without "By".
        byline: The person named as author, without "By".
        date_iso: What ``date_printed`` means, as precise as it is.
        section: The section it claims, from the breadcrumb or a label.
        paragraphs: The body, each as printed, line breaks of a hard wrap included.
    """

    language: str
    label_language: str
    headline: str = ""
    dek: str | None = None
    date_printed: str | None = None
    date_iso: str | None = None
    brand: str | None = None
    byline: str | None = None
    site_name: str | None = None
    breadcrumb: tuple[str, ...] = ()
    section: str | None = None
    credit: str | None = None
    topics: tuple[str, ...] = ()
    counters: tuple[Counter, ...] = ()
    lists: tuple[FarmList, ...] = ()
    captions: tuple[str, ...] = ()
    promos: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()

    @property
    def body(self) -> str:
        """The paragraphs, a blank line between; a line break within one is layout and becomes a blank."""
        return "\n\n".join(" ".join(paragraph.split("\n")) for paragraph in self.paragraphs)

    @property
    def article_text(self) -> str:
        """Dek and body, as ``Article.text`` has them."""
        return "\n\n".join([*([self.dek] if self.dek else []), *([self.body] if self.body else [])])


@dataclass(frozen=True, slots=True)
class FarmPage:
    """One page: what the reader gets, what each part of it is, and what it says."""

    template: str
    text: str
    blocks: tuple[Piece, ...]
    fields: FarmFields

    def words(self, role: Role) -> tuple[str, ...]:
        """The texts of the parts with a role, in the page's order."""
        return tuple(self.text[start:end] for start, end, own in self.blocks if own is role)


class Sheet:
    """The page while it is printed: text is only ever added at its end."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._blocks: list[Piece] = []

    def put(self, text: str, role: Role, end: str = "\n") -> None:
        """Print a part; ``end`` is blank space or nothing: what sets it off from the next, or glues them."""
        words = text.strip()
        if not words:
            return
        if end.strip():
            message = f"{end!r} would be text without a role"
            raise ValueError(message)
        self._blocks.append(Piece(self._length, self._length + len(words), role))
        self.blank(words + end)

    def blank(self, text: str) -> None:
        """Print text that belongs to no part."""
        self._parts.append(text)
        self._length += len(text)

    def page(self, template: str, fields: FarmFields) -> FarmPage:
        """The finished page, with one line end at its end."""
        text = "".join(self._parts).rstrip() + "\n"
        return FarmPage(template, text, tuple(self._blocks), fields)
