"""Article -> its characters, kept and dropped, by role; and their sum over many articles.

Kept is what ``Article.text`` is made of, dropped is every other block. Each character of the page's text counts once:
in a block, or between blocks, where white space and the marks of lists stand. So the parts add up to the whole.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from copydesk.types import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.types import Article, Block

__all__ = ["Balance", "dropped", "of"]


@dataclass(slots=True)
class Balance:
    """So many characters were kept, so many dropped, so many stand between blocks."""

    kept: Counter[Role] = field(default_factory=Counter)
    dropped: Counter[Role] = field(default_factory=Counter)
    between: int = 0

    @property
    def whole(self) -> int:
        """All of them."""
        return self.kept.total() + self.dropped.total() + self.between

    def add(self, other: "Balance") -> None:
        """Take in the characters of other pages."""
        self.kept.update(other.kept)
        self.dropped.update(other.dropped)
        self.between += other.between


def of(article: "Article") -> Balance:
    """The balance of one page."""
    balance = Balance()
    kept = _kept(article)
    for block in article.blocks:
        (balance.kept if block.role in kept else balance.dropped)[block.role] += block.end - block.start
    balance.between = len(article.page_text) - balance.whole
    return balance


def dropped(article: "Article") -> "Iterator[Block]":
    """The blocks that the text leaves out, in the order of the page."""
    kept = _kept(article)
    return (block for block in article.blocks if block.role not in kept)


def _kept(article: "Article") -> frozenset[Role]:
    """The roles that the text is made of: a dek is part of it only before a body."""
    has_body = any(block.role is Role.BODY for block in article.blocks)
    return frozenset({Role.DEK, Role.BODY}) if has_body else frozenset()
