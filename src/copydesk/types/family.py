"""A passage and the texts that have it."""

from dataclasses import dataclass

from copydesk.types.overlap import OverlapKind, Passage


@dataclass(frozen=True, slots=True)
class Member:
    """A text of a family.

    Attributes:
        text: Its place in the pile.
        kind: What it is to the family's root.
        held: Share of its own words that the root has, 0 to 1.
        passages: What it shares of the family's passage, in the order of the root: ``a`` is the root, ``b`` this text.
    """

    text: int
    kind: OverlapKind
    held: float
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Family:
    """A passage with all texts that have it, as a whole or in part. A text may belong to several.

    Attributes:
        id: Sixteen hexadecimal digits, of the passage's words alone: the same for the same passage in any pile.
        root: The place of the text that stands for the passage best, being most like all that have it. It need not be
            the original: that is for dates and credits to say.
        spans: The passage, as code points of the root: one stretch, or several that the same texts have.
        words: How many words that are.
        members: All other texts that have it, those that have the most of it first.
    """

    id: str
    root: int
    spans: tuple[tuple[int, int], ...]
    words: int
    members: tuple[Member, ...]
