"""Board -> matrix: what the model sees of every block, as numbers; one row a block, one column a measure.

A block is seen with its form, its place, the boxes around it, its likes (blocks whose boxes nest in the same way, as
the posts of a thread do), its neighbours in page order, and the page as a whole. Everything is arithmetic on columns;
the texts themselves are not gone through again.
"""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from copydesk.reading import addresses, boxmeasures, structured, vocabulary
from copydesk.reading.sheet import Hint
from copydesk.types import BlockKind, Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.reading.board import Board
    from copydesk.reading.sheet import Sheet

Ints = NDArray[np.int64]

LEVELS: Final = 4
"""So many boxes outward are measured, counting only those that hold more than the one inside them."""

NEAR: Final = (1, 2, 3)
WINDOWS: Final = (5, 15)

ABOVE: Final = tuple(Hint)
"""Hints of any box around a block."""

BELIEVED: Final = (
    Hint.PROMO, Hint.RELATED, Hint.COMMENT, Hint.NAVIGATION, Hint.HEADER, Hint.FOOTER, Hint.ASIDE, Hint.CONTROL,
    Hint.HIDDEN, Hint.POST,
)  # fmt: skip
"""Hints as the regions left them: see :func:`copydesk.reading.regions.mark`."""

COUNTED: Final = (
    Hint.MAIN, Hint.ARTICLE_BODY, Hint.HEADLINE, Hint.BYLINE, Hint.DATE, Hint.TOPIC, Hint.RELATED, Hint.RANKING,
    Hint.RECOMMENDED, Hint.COMMENT, Hint.POST,
)  # fmt: skip
"""Hints whose share of the page's blocks tells what kind of page it is."""

KINDS: Final = (BlockKind.LIST_ITEM, BlockKind.CAPTION, BlockKind.QUOTE, BlockKind.TABLE_ROW, BlockKind.PREFORMATTED)
TAGS: Final = ("p", "div", "li", "td", "a", "section", "article")

KNOWN: Final = {
    "list": {Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.LIST_HEADING},
    "comment": {Role.COMMENT},
    "around": {Role.NAVIGATION, Role.ADVERT, Role.LEGAL},
    "hidden": {Role.OTHER},
    "head": {Role.HEADLINE, Role.DEK, Role.BYLINE, Role.DATE, Role.BREADCRUMB, Role.BRAND_SLOT, Role.SITE_NAME},
    "aside": {Role.PROMO, Role.NEWSLETTER, Role.AUTHOR_BIO, Role.TOPIC, Role.REACTION, Role.CREDIT, Role.CAPTION},
}
"""Roles that earlier passes may have given, by the company they keep."""

TYPES: Final = {
    "forum": {"DiscussionForumPosting", "QAPage", "Question"},
    "list": {"ItemList", "CollectionPage", "OfferCatalog"},
    "product": {"Product", "ProductGroup"},
    "article": structured.ARTICLE_TYPES,
}

ROOM = 256
"""Rows of the matrix: more than there are measures."""

_KIND_BITS = {kind: 1 << place for place, kind in enumerate(KINDS)}
_KIND_NAMES = [f"kind_{kind}" for kind in KINDS]
_TAG_BITS = {tag: 1 << place for place, tag in enumerate(TAGS)}
_TAG_NAMES = [f"tag_{tag}" for tag in TAGS]
_ABOVE_BITS = np.array([int(hint) for hint in ABOVE], dtype=np.int64)
_ABOVE_NAMES = [f"above_{hint.name}" for hint in ABOVE]
_BELIEVED_BITS = np.array([int(hint) for hint in BELIEVED], dtype=np.int64)
_BELIEVED_NAMES = [f"hint_{hint.name}" for hint in BELIEVED]
_ROLE_BITS = {role: 1 << place for place, roles in enumerate(KNOWN.values()) for role in roles}
_KNOWN_NAMES = [f"known_{name}" for name in KNOWN]

FAR = 400
"""Blocks: farther from the headline is not told apart."""


def of(board: "Board") -> tuple[list[str], NDArray[np.float32]]:
    """The measures' names and the matrix, one row a measure: ``(len(names), blocks)``.

    What is the same for all blocks is noted on the board as well, for whoever judges the page as a whole.
    """
    table = _Table(board)
    table.form()
    table.place()
    table.around()
    table.likes()
    table.neighbours()
    table.known()
    table.page()
    return table.names, table.matrix[: len(table.names)]


class _Table:
    """The rows as they are made, and the sums they share."""

    def __init__(self, board: "Board") -> None:
        self.names: list[str] = []
        self.board, self.sheet, self.features = board, board.sheet, board.features
        features, sheet = board.features, board.sheet
        self.n = len(sheet)
        self.matrix = np.empty((ROOM, self.n), dtype=np.float32)
        self.index = np.arange(self.n)
        self.owner = np.array(sheet.owner, dtype=np.int64)
        self.parent = np.maximum(np.array(sheet.boxes.parent, dtype=np.int64), 0)
        self.first = np.array(sheet.boxes.first, dtype=np.int64)
        self.end = np.array(sheet.boxes.end, dtype=np.int64)
        self.links = np.array(sheet.link_chars, dtype=np.float64)
        self.words_to = _sums(features.words)
        self.prose_to = _sums(features.prose)
        self.chars_to = _sums(features.chars)
        self.links_to = _sums(self.links)
        self.words_all = max(float(self.words_to[-1]), 1.0)
        self.prose_all = max(float(self.prose_to[-1]), 1.0)
        self.long = np.log1p(features.words)

    def add(self, name: str, row: "NDArray[np.generic] | float") -> None:
        self.matrix[len(self.names)] = row
        self.names.append(name)

    def flags(self, names: "Sequence[str]", bits: "Ints", values: "Ints") -> None:
        """A row for each bit: whether a value has it."""
        begun = len(self.names)
        self.matrix[begun : begun + len(names)] = (values & bits[:, None]) != 0
        self.names += names

    def form(self) -> None:
        """The block by itself."""
        features, sheet = self.features, self.sheet
        words = np.maximum(features.words, 1)
        self.add("words", self.long)
        self.add("chars", np.log1p(features.chars))
        self.add("word_length", features.chars / words)
        self.add("sentences", features.sentences)
        self.add("commas", features.commas / words)
        self.add("digits", features.digits)
        self.add("capitals", features.capitals)
        self.add("links", features.link_density)
        self.add("link_count", np.bincount([link.block for link in sheet.links], minlength=self.n)[: self.n])
        self.add("terminal", features.terminal)
        self.add("level", np.array(sheet.level))
        kinds = np.array([_KIND_BITS.get(kind, 0) for kind in sheet.kind])
        self.flags(_KIND_NAMES, 1 << np.arange(len(KINDS)), kinds)
        tags = np.array([_TAG_BITS.get(sheet.boxes.tag[box], 0) for box in sheet.owner])
        self.flags(_TAG_NAMES, 1 << np.arange(len(TAGS)), tags)
        lines = [sheet.text[a:b] for a, b in zip(sheet.start, sheet.end, strict=True)]
        counts: dict[str, int] = {}
        for line in lines:
            counts[line] = counts.get(line, 0) + 1
        self.add("repeats", np.array([counts[line] for line in lines]))
        stated = _stated_body(sheet)
        self.add("stated", np.array([len(line) > 20 and line[:40] in stated for line in lines]) if stated else -1.0)

    def place(self) -> None:
        """Where on the page."""
        board, n = self.board, self.n
        self.add("index", self.index)
        self.add("index_share", self.index / n)
        self.add("rest", n - self.index)
        self.add("words_before", self.words_to[:-1] / self.words_all)
        self.add("prose_before", self.prose_to[:-1] / self.prose_all)
        self.add("prose_words_before", np.log1p(self.prose_to[:-1]))
        self.add("prose_words_after", np.log1p(self.prose_to[-1] - self.prose_to[1:]))
        has = board.headline >= 0
        self.add("from_headline", np.clip(self.index - board.headline, -FAR, FAR) if has else float(-FAR - 1))
        words = self.words_to[:-1] - self.words_to[max(board.headline, 0)]
        self.add("words_from_headline", np.sign(words) * np.log1p(np.abs(words)) if has else -99.0)
        for name, blocks in (
            ("pictures", [picture.block for picture in self.sheet.pictures]),
            ("times", [tag.block for tag in self.sheet.times]),
        ):
            self.add(name, np.bincount(np.minimum(blocks, n - 1), minlength=n) if blocks else 0.0)

    def around(self) -> None:
        """The boxes, from the innermost outward."""
        box = self.owner
        for level in range(1, LEVELS + 1):
            box = (
                self.outward(box)
                if level > 1
                else np.where(self.end[box] - self.first[box] <= 1, self.outward(box), box)
            )
            first, end = self.first[box], self.end[box]
            words = self.words_to[end] - self.words_to[first]
            prose = self.prose_to[end] - self.prose_to[first]
            chars = np.maximum(self.chars_to[end] - self.chars_to[first], 1)
            self.add(f"box{level}_words", np.log1p(words))
            self.add(f"box{level}_share", words / self.words_all)
            self.add(f"box{level}_prose_share", prose / self.prose_all)
            self.add(f"box{level}_links", (self.links_to[end] - self.links_to[first]) / chars)
            self.add(f"box{level}_prose", prose / np.maximum(words, 1))
            self.add(f"box{level}_blocks", end - first)
            self.add(f"box{level}_place", self.index - first)
        for name, row in zip(boxmeasures.NAMED, boxmeasures.named(self.sheet, vocabulary.score_of), strict=True):
            self.add(name, row)
        depth, above = boxmeasures.inherited(self.sheet)
        self.add("depth", depth[self.owner])
        hints = above[self.owner]
        self.flags(_ABOVE_NAMES, _ABOVE_BITS, hints)
        self.flags(_BELIEVED_NAMES, _BELIEVED_BITS, self.board.hints)

    def outward(self, box: "Ints") -> "Ints":
        """The next box around each that holds more blocks."""
        outer = self.parent[box]
        for _ in range(6):
            same = (self.first[outer] == self.first[box]) & (self.end[outer] == self.end[box]) & (outer > 0)
            if not same.any():
                break
            outer = np.where(same, self.parent[outer], outer)
        return outer

    def likes(self) -> None:
        """The blocks whose boxes nest in the same way, and those whose parents do."""
        features = self.features
        own, outer = boxmeasures.nestings(self.sheet)
        groups = own[self.owner]
        size = np.maximum(np.bincount(groups), 1)
        words, prose = np.bincount(groups, features.words), np.bincount(groups, features.prose)
        self.add("like_count", size[groups])
        self.add("like_words", (words / size)[groups])
        self.add("like_share", (words / self.words_all)[groups])
        self.add("like_prose", (prose / self.prose_all)[groups])
        chars = np.maximum(np.bincount(groups, features.chars), 1)
        self.add("like_links", (np.bincount(groups, self.links) / chars)[groups])
        parents = outer[self.owner]
        self.add("kin_share", (np.bincount(parents, features.words) / self.words_all)[parents])
        self.add("kin_prose", (np.bincount(parents, features.prose) / self.prose_all)[parents])
        same = np.zeros(self.n + 1)
        same[1:-1] = groups[1:] == groups[:-1]
        self.add("like_before", same[:-1])
        self.add("like_after", same[1:])

    def neighbours(self) -> None:
        """The blocks before and after."""
        features = self.features
        for name, row in (
            ("words", self.long), ("links", features.link_density), ("terminal", features.terminal),
            ("prose", features.prose > 0), ("heading", features.heading),
        ):  # fmt: skip
            padded = np.full(self.n + 6, -1.0)
            padded[3:-3] = row
            for step in NEAR if name != "heading" else NEAR[:2]:
                self.add(f"{name}-{step}", padded[3 - step : self.n + 3 - step])
                self.add(f"{name}+{step}", padded[3 + step : self.n + 3 + step])
        for width in WINDOWS:
            low, high = np.maximum(self.index - width, 0), np.minimum(self.index + width + 1, self.n)
            words = self.words_to[high] - self.words_to[low]
            self.add(f"window{width}_prose", (self.prose_to[high] - self.prose_to[low]) / np.maximum(words, 1))
            chars = np.maximum(self.chars_to[high] - self.chars_to[low], 1)
            self.add(f"window{width}_links", (self.links_to[high] - self.links_to[low]) / chars)
            self.add(f"window{width}_words", words / (high - low))

    def known(self) -> None:
        """What earlier passes are sure of."""
        roles = np.array([_ROLE_BITS.get(role, 0) if role else 0 for role in self.board.role])
        self.flags(_KNOWN_NAMES, 1 << np.arange(len(KNOWN)), roles)

    def page(self) -> None:
        """The page, the same for all its blocks."""
        board, features, sheet = self.board, self.features, self.sheet
        teasers = ((features.link_density > 0.6) & (features.words >= 4)).sum()
        kinds = " ".join(sheet.structured.meta.get("og:type", ())).lower()
        types = {name for _, item in sheet.structured.json_ld for name in structured.types_of(item)}
        address = addresses.parts(addresses.known(board))
        steps = [step for step in address.path.split("/") if step]
        last = steps[-1] if steps else ""
        values = {
            "blocks": self.n,
            "words": np.log1p(self.words_all),
            "prose": np.log1p(self.prose_to[-1]),
            "prose_share": self.prose_to[-1] / self.words_all,
            "links": self.links_to[-1] / max(self.chars_to[-1], 1),
            "longest": np.log1p(features.prose.max()),
            "paragraphs": (features.prose > 30).sum(),
            "headings": features.heading.sum(),
            "items": features.item.mean(),
            "teasers": teasers,
            "og_article": "article" in kinds,
            "og_product": "product" in kinds,
            **{f"type_{name}": not types.isdisjoint(named) for name, named in TYPES.items()},
            "address_steps": len(steps),
            "address_last": len(last),
            "address_dashes": last.count("-"),
            "address_query": bool(address.query),
            "headline": board.headline >= 0,
            "pictures": len(sheet.pictures),
            "times": len(sheet.times),
            "bylines": sum(role is Role.BYLINE for role in board.role),
            "comments": sum(role is Role.COMMENT for role in board.role),
            **{f"share_{hint.name}": ((board.hints & int(hint)) != 0).mean() for hint in COUNTED},
        }
        for name, value in values.items():
            board.about[name] = float(value)
            self.add(f"page_{name}", float(value))


def _sums(row: "NDArray[np.generic]") -> NDArray[np.float64]:
    return np.concatenate(([0.0], np.cumsum(row, dtype=np.float64)))


def _stated_body(sheet: "Sheet") -> str:
    """The page's text as its structured data states it, if it does."""
    bodies = [text for _, item in sheet.structured.json_ld if isinstance(text := item.get("articleBody"), str)]
    longest = max(bodies, key=len, default="")
    return " ".join(longest.split()) if len(longest) > 200 else ""
