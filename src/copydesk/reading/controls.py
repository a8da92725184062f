"""Whether a line of a text is nothing but controls: share buttons, a font size, search and log in, a menu's sign.

HTML shows a button by its box. In a text its word stands in a line of its own or runs into the next one's
(``FacebookTwitterWhatsApp``), often where a byline belongs. In goes a short line, out comes yes or no.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Final

from copydesk.reading import words

LONGEST: Final = 90
"""Characters of such a line."""

LEAST: Final = 3
"""Letters of such a line: the lone ``X`` of a network may be anything."""

MENU_SIGNS: Final = frozenset("☰≡")
"""The signs that open a menu; nothing else on a page has them."""

_SIGNS: Final = re.compile(r"[\W_]+")


def is_controls(text: str) -> bool:
    """Whether a line is nothing but controls, in any language of furniture.toml."""
    return len(text) <= LONGEST and (_opens(text) and _is_row(text))


def has_menu_sign(text: str) -> bool:
    """Whether a menu's sign stands in a line."""
    return not text.isascii() and not MENU_SIGNS.isdisjoint(text)


def _opens(text: str) -> bool:
    """Whether a line begins with the letters of a control; most do not, and the search is dear."""
    begin = text[:2].casefold()
    return begin in _beginnings() or not text[0].isalnum() or has_menu_sign(text)


@lru_cache(maxsize=1 << 9)
def _is_row(text: str) -> bool:
    squeezed = _SIGNS.sub("", text.casefold())
    return len(squeezed) >= LEAST and _row().fullmatch(squeezed) is not None


@cache
def _squeezed() -> frozenset[str]:
    entries = words.phrases("furniture", "controls") | words.phrases("furniture", "networks")
    return frozenset(_SIGNS.sub("", entry) for entry in entries) | {"aa", "aaa"}  # the sizes of letters


@cache
def _beginnings() -> frozenset[str]:
    entries = words.phrases("furniture", "controls") | words.phrases("furniture", "networks")
    return frozenset(entry[:2] for entry in entries | _squeezed()) | {"a ", "x "}


@cache
def _row() -> re.Pattern[str]:
    longest_first = sorted(_squeezed(), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, longest_first))})+")


def leads_beside(text: str) -> bool:
    """Whether a line leads to the post before or after, be its headline behind it or not: ``Next article: Eels …``."""
    if len(text) > LONGEST_LINK:
        return False
    first = text.split(None, 1)[0].strip(_LEADING).casefold()
    if first not in _first_words() and text[0] not in _LEADING:
        return False
    known = words.phrases("furniture", "neighbours")
    if words.label(text) in known or words.label(_BEHIND.split(text, maxsplit=1)[0]) in known:
        return True
    # "Next post Storm over the coast": two words or more of a label, and a title behind them.
    return any(begin in known and title[:1].isupper() for begin, title in _beginnings_of(text))


def _beginnings_of(text: str) -> Iterator[tuple[str, str]]:
    tokens = text.split(None, LABEL_WORDS)
    for size in range(2, min(len(tokens), LABEL_WORDS) + 1):
        yield " ".join(tokens[:size]).casefold(), tokens[size] if size < len(tokens) else ""


LABEL_WORDS: Final = 4


LONGEST_LINK: Final = 200
_LEADING: Final = "«»‹›←→<>⟵⟶◀▶:："
_BEHIND: Final = re.compile(r"\s*[:：→»›←]\s*|\s[-–—|]\s")


@cache
def _first_words() -> frozenset[str]:
    return frozenset(entry.split(None, 1)[0] for entry in words.phrases("furniture", "neighbours"))
