"""Tag name and attributes of an element -> Hint flags. The vocabulary is data: words/hints.toml."""

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from copydesk.reading import words
from copydesk.reading.sheet import Hint

if TYPE_CHECKING:
    from collections.abc import Mapping

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LANDMARKS: Final = frozenset(["nav", "aside", "section", "ol", "ul"])
_HIDDEN: Final = int(Hint.HIDDEN)
_SPLIT: Final = re.compile(r"[^a-z0-9]+")


def of(tag: str, attributes: "Mapping[str, str | None]") -> tuple[int, str]:
    """The hints on one element, as the bits of :class:`Hint`; and all that it is called: class, id and role."""
    bits, name = _of_tag(tag), ""
    if not attributes:
        return bits, name
    class_, id_, role = attributes.get("class"), attributes.get("id"), attributes.get("role")
    if (class_ or id_ or role) and tag != "body":  # a body's classes describe the site's state, not the body's content
        name = f"{class_ or ''} {id_ or ''} {role or ''}"[:400]
        bits |= _of_name(name)
    if tag in _LANDMARKS and "aria-label" in attributes:
        bits |= _of_name((attributes["aria-label"] or "")[:100])
    if "hidden" in attributes or ("style" in attributes and _displays_none(attributes)):
        bits |= _HIDDEN
    return bits, name


def _displays_none(attributes: "Mapping[str, str | None]") -> bool:
    return "display:none" in (attributes.get("style") or "").replace(" ", "").lower()


@lru_cache(maxsize=1024)
def _of_tag(tag: str) -> int:
    return _vocabulary()[2].get(tag, 0)


@lru_cache(maxsize=1 << 15)  # a site repeats its class names on every page
def _of_name(name: str) -> int:
    bits = 0
    for part in name.split():
        bits |= _of_part(part)
    return bits


@lru_cache(maxsize=1 << 15)  # and the parts of the names on all its elements
def _of_part(part: str) -> int:
    by_word, stems, _ = _vocabulary()
    bits = 0
    lower = part.lower()
    for word in _SPLIT.split(lower if part == lower else _HUMP.sub(" ", part).lower()):
        bits |= by_word.get(word, 0)
    for found in stems[0].finditer(lower):
        bits |= stems[1][found.group()]
    return bits


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[str, int], tuple[re.Pattern[str], dict[str, int]], dict[str, int]]:
    by_word: dict[str, int] = {}
    by_stem: dict[str, int] = {}
    by_tag: dict[str, int] = {}
    for name, table in words.table("hints").items():
        bit = Hint[name.upper()].value
        for target, key in ((by_word, "words"), (by_stem, "stems"), (by_tag, "tags")):
            for word in table.get(key, ()):
                target[word] = target.get(word, 0) | bit
    longest_first = sorted(by_stem, key=len, reverse=True)
    pattern = re.compile("|".join(map(re.escape, longest_first)))
    return by_word, (pattern, by_stem), by_tag
