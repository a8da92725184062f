"""What two texts have in common, and what kind of copy that makes."""

from dataclasses import dataclass
from enum import StrEnum


class OverlapKind(StrEnum):
    """What the first text is to the second. Furniture of their sites is left out of account.

    The last four are no copies: they share words because they come of one source, one form or one running story.
    """

    IDENTICAL = "identical"
    """The same words; case, punctuation and typography may differ."""
    NEAR = "near"
    """Nearly all of either is in the other."""
    EXCERPT = "excerpt"
    """The first is a part of the second."""
    CONTAINS = "contains"
    """The second is a part of the first."""
    SPLICED = "spliced"
    """They share a part, and the rest of one of them is from a third text."""
    REWORDED = "reworded"
    """One goes through the other with other words: single words exchanged, spun, translated back."""
    SHARED_QUOTATION = "shared_quotation"
    """What they share stands between quotation marks in one of them or in both."""
    SERIAL = "serial"
    """The same form with other names and numbers: horoscopes, market reports, yearly lists."""
    VERSION = "version"
    """Two states of a developing story: the same beginning, rewritten or grown."""
    FOLLOW_UP = "follow_up"
    """Another story that repeats some background."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Words that two texts share, with small changes or none; of a rewording, one that both tell.

    Attributes:
        a_start, a_end: Code points of the first text.
        b_start, b_end: Code points of the second.
        words: How many of the words in it are the same in both.
    """

    a_start: int
    a_end: int
    b_start: int
    b_end: int
    words: int


@dataclass(frozen=True, slots=True)
class Overlap:
    """Two texts that share passages.

    Attributes:
        a, b: Their places in the input, a before b.
        kind: What ``a`` is to ``b``.
        containment_ab: Share of the words of ``a``, furniture aside, that are in ``b``: 0 to 1.
        containment_ba: The same of ``b`` in ``a``.
        words: How many words they share.
        passages: Where, in the order of ``a``.
    """

    a: int
    b: int
    kind: OverlapKind
    containment_ab: float
    containment_ba: float
    words: int
    passages: tuple[Passage, ...]
