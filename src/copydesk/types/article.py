"""An article: every part of a page, each with its evidence. What reading a Page gives."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from copydesk.types.field import Field, Timestamp
from copydesk.types.page import MediaType

if TYPE_CHECKING:
    from collections.abc import Mapping


class BlockKind(StrEnum):
    """What a block is by its form."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ITEM = "list_item"
    TABLE_ROW = "table_row"
    QUOTE = "quote"
    CAPTION = "caption"
    PREFORMATTED = "preformatted"


class Role(StrEnum):
    """What a block is for."""

    HEADLINE = "headline"
    DEK = "dek"
    SITE_NAME = "site_name"
    BREADCRUMB = "breadcrumb"
    SECTION = "section"
    BYLINE = "byline"
    BRAND_SLOT = "brand_slot"
    DATE = "date"
    BODY = "body"
    CAPTION = "caption"
    PROMO = "promo"
    NEWSLETTER = "newsletter"
    CREDIT = "credit"
    AUTHOR_BIO = "author_bio"
    TOPIC = "topic"
    REACTION = "reaction"
    LIST_HEADING = "list_heading"
    RELATED = "related"
    RANKING = "ranking"
    RECOMMENDED = "recommended"
    COMMENT = "comment"
    NAVIGATION = "navigation"
    ADVERT = "advert"
    LEGAL = "legal"
    OTHER = "other"


class PageKind(StrEnum):
    """What a page is, whatever its site says it is."""

    ARTICLE = "article"
    LIVE_BLOG = "live_blog"
    SECTION_FRONT = "section_front"
    GALLERY = "gallery"
    VIDEO = "video"
    FORUM = "forum"
    PRODUCT = "product"
    DOCUMENTATION = "documentation"
    SERVICE = "service"
    WALL = "wall"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Block:
    """A run of the page's text that belongs together, such as a paragraph, a heading or a list entry.

    Attributes:
        start: First code point in ``Article.page_text``.
        end: One past the last. The text is ``page_text[start:end]``; a list mark stands outside it.
        kind: Its form.
        role: Its purpose.
        score: 0 to 1: how sure the reader is of the role.
        rule: The rule or model that gave the role.
        path: For HTML the node it came from, as an XPath (``/html/body/div[2]/p[3]``); ``None`` for text.
    """

    start: int
    end: int
    kind: BlockKind
    role: Role
    score: float
    rule: str
    path: str | None = None


@dataclass(frozen=True, slots=True)
class Reaction:
    """A counter that the page shows about itself, such as ``Likes (12)``: a claim, like its date."""

    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One headline of a list that the page carries beside its article.

    Attributes:
        title: Its words.
        url: Where it leads, absolute if the page's address is known; ``None`` in text.
        bare_name: It is only a person's name where its neighbours are headlines: a fault of the list's maker.
    """

    title: str
    url: str | None = None
    bare_name: bool = False


@dataclass(frozen=True, slots=True)
class Image:
    """A picture of the article, with the words below it."""

    url: str | None
    caption: str | None = None
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment."""

    text: str
    author: str | None = None
    date: Timestamp | None = None


Texts = Field[tuple[Field[str], ...]]
"""A list attribute whose items are words."""

Entries = Field[tuple[Field[Entry], ...]]
"""A list of headlines; the list's own evidence is its heading."""


@dataclass(frozen=True, slots=True)
class Article:
    """Everything that reading gives of one page.

    Nothing here is checked against the world: dates, authors and publisher are what the page *claims*.
    The attributes are schema.org's in meaning; :meth:`to_jsonld` gives its names.
    """

    page_id: str
    name: str
    url: str | None
    fetched_at: str | None
    media_type: MediaType
    encoding: str

    kind: Field[PageKind]
    language: Field[str | None]
    canonical_url: Field[str | None]
    license: Field[str | None]
    is_accessible_for_free: Field[bool | None]

    headline: Field[str | None]
    dek: Field[str | None]
    site_name: Field[str | None]
    breadcrumb: Texts
    sections: Texts
    brand_slot: Field[str | None]
    authors: Texts
    contributors: Texts
    credit_line: Field[str | None]
    date_published: Field[Timestamp | None]
    date_modified: Field[Timestamp | None]
    topics: Texts
    promos: Entries
    reactions: Field[tuple[Field[Reaction], ...]]
    related: Entries
    ranking: Entries
    recommended: Entries
    comments: Field[tuple[Field[Comment], ...]]
    images: Field[tuple[Field[Image], ...]]

    blocks: tuple[Block, ...]
    page_text: str

    @property
    def text(self) -> str:
        """Dek and body: headings, paragraphs, list items, quotes, table rows; a block a paragraph, blank lines between.

        The headline is not in it, nor are captions; ``blocks`` tells the dek from the body. Empty without a body.
        A line break that a text page has inside a paragraph is its layout and becomes a blank; in HTML it is a ``<br>``
        and stays.
        """
        if not any(block.role is Role.BODY for block in self.blocks):
            return ""
        body = [self.page_text[b.start : b.end] for b in self.blocks if b.role in {Role.DEK, Role.BODY}]
        if self.media_type is MediaType.TEXT:
            body = [" ".join(text.split()) if "\n" in text or "\r" in text else text for text in body]
        return "\n\n".join(body)

    def block_text(self, block: Block) -> str:
        """The words of one of this article's blocks."""
        return self.page_text[block.start : block.end]

    def to_dict(self) -> dict[str, Any]:
        """The whole article as plain dictionaries, lists, strings and numbers, ready for JSON."""
        from copydesk.types import codec  # the converter is built on first use, not on import

        return codec.to_dict(self)

    def to_json(self, *, indent: int | None = None) -> str:
        """The whole article as JSON; characters beyond ASCII stand as themselves."""
        from copydesk.types import codec

        return codec.to_json(self, indent=indent)

    def to_jsonld(self) -> dict[str, Any]:
        """The article as schema.org JSON-LD, what the page only claims marked so."""
        from copydesk.types import jsonld

        return jsonld.to_jsonld(self)

    @classmethod
    def from_dict(cls, record: "Mapping[str, Any]") -> "Article":
        """The article that :meth:`to_dict` gave.

        Raises:
            RecordError: The record lacks something or holds something of another shape; the message says where.
        """
        from copydesk.types import codec

        return codec.from_dict(record)

    @classmethod
    def from_json(cls, text: str) -> "Article":
        """The article that :meth:`to_json` gave; raises RecordError like :meth:`from_dict`."""
        from copydesk.types import codec

        return codec.from_json(text)
