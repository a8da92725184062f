"""What became of one text in another, piece by piece, in words."""

from dataclasses import dataclass
from enum import StrEnum


class Change(StrEnum):
    """What became of the words of a piece on the way from the first text to the second."""

    KEPT = "kept"
    """Both have them, in the same order; case, punctuation and typography may differ."""
    CUT = "cut"
    """Only the first has them."""
    ADDED = "added"
    """Only the second has them."""
    REPLACED = "replaced"
    """Where the first has some words, the second has others."""
    MOVED_FROM = "moved_from"
    """The first has them here, the second elsewhere: a piece of its own with the same spans says where."""
    MOVED_TO = "moved_to"
    """The second has them here, the first elsewhere."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words with one fate, and what stands behind them up to the next words.

    Of a piece that only one text has, the other's span is empty: the place where its words would stand.

    Attributes:
        change: What became of them.
        a_start, a_end: Code points of the first text.
        b_start, b_end: Code points of the second.
        a_words, b_words: How many words of either; the same number where both have them.
        quoted: The words stand between quotation marks: in the second text, or in the first if only that has them.
        respelled: Both have the words, each of them written otherwise: other capitals, accents or forms of letters.
    """

    change: Change
    a_start: int
    a_end: int
    b_start: int
    b_end: int
    a_words: int
    b_words: int
    quoted: bool = False
    respelled: bool = False


@dataclass(frozen=True, slots=True)
class Diff:
    """Two texts word by word.

    The pieces with words of the second text (kept, added, replaced, moved_to), cut from it one after another, are the
    second text; so are those with words of the first (kept, cut, replaced, moved_from) the first, a text without any
    word apart.

    Attributes:
        pieces: In the order of the second text; what was cut or moved away stands where it was.
        kept: How many words are kept.
        cut: How many the first has and the second has not; those that others replaced are among them.
        added: How many the second has and the first has not; those that replace others are among them.
        moved: How many stand elsewhere.
    """

    pieces: tuple[Piece, ...]
    kept: int
    cut: int
    added: int
    moved: int


@dataclass(frozen=True, slots=True)
class Insertion:
    """A run of words that a text has and none of its relatives.

    Attributes:
        start, end: Code points, from the first word's beginning to the last one's end.
        words: How many.
        witnesses: How many of the relatives have the word before it and the word behind it, as far as there are any:
            they went through this place and do not have the words. Without witnesses it may be what the others cut.
    """

    start: int
    end: int
    words: int
    witnesses: int
