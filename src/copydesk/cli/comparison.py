"""Two pages and what they are to one another: in a word, in shares, in counts."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from copydesk.copies.tokens import tokens
from copydesk.types import OverlapKind
from copydesk.types.diff import Change

if TYPE_CHECKING:
    from copydesk.types import Overlap
    from copydesk.types.diff import Diff

__all__ = ["SAID", "Comparison", "Side"]

SAID: Final[dict[str, str]] = {
    "identical": "identical: the same words",
    "near": "near copies: nearly all of either is in the other",
    "excerpt": "excerpt: A is a part of B",
    "contains": "excerpt: B is a part of A",
    "spliced": "spliced: they share a part, and one goes on with other matter",
    "reworded": "reworded: one goes through the other with other words",
    "shared_quotation": "shared quotation: what both have is quoted",
    "serial": "serial: one form, with other names and numbers",
    "version": "versions: two states of one story",
    "follow_up": "follow-up: another story that repeats some background",
}
"""What each kind of overlap says of A and B."""


@dataclass(frozen=True, slots=True)
class Side:
    """What is compared of a page.

    Attributes:
        name: Where the page was.
        headline: Its headline, if it has one.
        language: Its language, if known.
        text: The words that are compared.
    """

    name: str
    headline: str | None
    language: str | None
    text: str

    @property
    def has_words(self) -> bool:
        """Whether there is anything to compare."""
        return bool(len(tokens([self.text]).hashes))


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two pages, what became of the first in the second, and what they are to one another if they share anything."""

    a: Side
    b: Side
    diff: "Diff"
    overlap: "Overlap | None"

    @property
    def kind(self) -> "OverlapKind | None":
        """What the first is to the second; few words are told only if they are the same."""
        diff = self.diff
        if self.overlap is None and diff.kept and not (diff.cut or diff.added or diff.moved):
            return OverlapKind.IDENTICAL
        return self.overlap.kind if self.overlap else None

    @property
    def said(self) -> str:
        """The same in words."""
        if self.kind:
            return SAID[self.kind]
        return "too little in common for a kind of copy" if any(self.held) else "no passage in common"

    @property
    def held(self) -> tuple[float, float]:
        """Share of the first's words that the second has, and of the second's that the first has."""
        if self.overlap:
            return self.overlap.containment_ab, self.overlap.containment_ba
        diff = self.diff
        common = diff.kept + diff.moved
        return common / max(common + diff.cut, 1), common / max(common + diff.added, 1)

    @property
    def in_quotations(self) -> int:
        """How many of the words that were cut or added stand between quotation marks."""
        changed = {Change.CUT, Change.ADDED, Change.REPLACED}
        return sum(each.a_words + each.b_words for each in self.diff.pieces if each.quoted and each.change in changed)

    @property
    def respelled(self) -> int:
        """How many words both have, written otherwise."""
        return sum(each.b_words for each in self.diff.pieces if each.respelled and each.change is not Change.MOVED_FROM)
