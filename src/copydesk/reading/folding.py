"""Text -> the same text folded for look-up, character for character, so that every offset stays true.

Letters are case folded, digits of every script become ASCII, marks of direction become blanks. What folding cannot do
at the same length (composing marks) is done on the other side: ``spellings`` gives a listed word in every form of it.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from typing import Final

_DIRECTION: Final = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_OTHERS: Final = {"İ": "i", "：": ":", "．": ".", "／": "/", "（": "(", "）": ")", "，": ",", "、": ",", "،": ","}
_NUKTA: Final = {"फ़": "\u095e", "য়": "\u09df"}
"""Letters that NFC takes apart and that keyboards type whole."""

UNSPACED: Final = frozenset(["ja", "zh", "ko", "th"])
"""Languages whose words stand, or may stand, with no blank between them."""

MARKS: Final = r"\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0900-\u0963\u0980-\u09e5\u0b80-\u0be5\u0e31-\u0e4e"
"""Marks (and their letters) that ``\\w`` does not count as part of a word, as the inside of a character class."""
NO_LETTER_BEFORE: Final = rf"(?<![^\W\d_])(?<![{MARKS}])"
NO_LETTER_BEHIND: Final = rf"(?![^\W\d_])(?![{MARKS}])"


class _Table(dict[int, str]):
    """The fold of each character, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        if char in _DIRECTION:
            folded = " "
        elif char.isdecimal():
            folded = str(unicodedata.decimal(char))
        else:
            folded = _OTHERS.get(char) or unicodedata.normalize("NFC", char.casefold())
        self[code] = folded if len(folded) == 1 else char
        return self[code]


_TABLE: Final = _Table()


def fold(text: str) -> str:
    """The text folded, as long as it was."""
    return text.lower() if text.isascii() else text.translate(_TABLE)


@cache
def spellings(form: str) -> tuple[str, ...]:
    """A listed word (case folded, NFC) in every way that folded text may spell it."""
    whole = form
    for apart, letter in _NUKTA.items():
        whole = whole.replace(apart, letter)
    return tuple(dict.fromkeys(fold(way) for way in (form, unicodedata.normalize("NFD", form), whole)))


def pattern(forms: Iterable[str]) -> str:
    """A regular expression of words, the longest first, sorted by first letter so that most fail at once."""
    by_letter: dict[str, list[str]] = {}
    for form in sorted(forms, key=lambda form: (-len(form), form)):
        by_letter.setdefault(form[0], []).append(_escape(form[1:]))
    return "|".join(f"{_escape(letter)}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))


def _escape(form: str) -> str:
    """A word as a regular expression; its blanks may be any white space."""
    return re.escape(form).replace(r"\ ", r"\s")
