"""Values and evidence -> the words a person reads for them.

The words of a page come out as they are: whoever shows them on a terminal makes them safe.
"""

import re
from typing import TYPE_CHECKING, Final

from copydesk.types import Address, Comment, Entry, Granularity, Image, Pointer, Reaction, Span, Timestamp

if TYPE_CHECKING:
    from copydesk.types import Article, Evidence

__all__ = ["clip", "counted", "phrase", "place", "quoted", "share", "words", "words_at"]

_TIMED: Final = frozenset({Granularity.MINUTE, Granularity.SECOND})

_WORD: Final = re.compile(r"\w+(?:['’.,-]\w+)*")


def phrase(value: object) -> str:
    """A field's value in words."""
    match value:
        case bool():
            return "yes" if value else "no"
        case Timestamp():
            return _moment(value)
        case Entry():
            return (
                value.title + (f" <{value.url}>" if value.url else "") + (" (only a name)" if value.bare_name else "")
            )
        case Reaction():
            return f"{value.label} ({value.count:,})"
        case Image():
            return " · ".join(filter(None, (value.caption, value.credit, value.url))) or "an image"
        case Comment():
            return ": ".join(filter(None, (value.author, value.text)))
        case _:
            return str(value)


def _moment(time: Timestamp) -> str:
    words = time.value.replace("T", " ")
    if time.granularity not in _TIMED:
        return words
    if time.zone is None:
        return f"{words}, no zone"
    return words if words.endswith((time.zone, "Z")) else f"{words} ({time.zone})"


def place(evidence: "Evidence") -> str:
    """Where a value was read."""
    match evidence:
        case Span(start, end):
            return f"page {start}–{end}"
        case Pointer(pointer):
            return pointer
        case Address():
            return "address"


def words_at(article: "Article", evidence: "Evidence") -> str:
    """What stands there."""
    match evidence:
        case Span(start, end):
            return article.page_text[start:end]
        case Pointer():
            return evidence.text
        case Address(url):
            return url


def quoted(words: str) -> str:
    """The words between quotation marks."""
    return f"“{words.strip()}”"


def clip(words: str, size: int) -> str:
    """The words, or as much of their beginning as fits into ``size`` characters with an ellipsis behind it."""
    return words if len(words) <= size else words[: size - 1].rstrip() + "…"


def counted(number: int, one: str, many: str | None = None) -> str:
    """``1 list item``, ``1,204 list items``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def share(part: float) -> str:
    """A share in per cent; nearly all is not said to be all, nor hardly anything to be nothing."""
    return "over 99%" if 0.995 <= part < 1 else "under 1%" if 0 < part <= 0.005 else f"{part:.0%}"


def words(text: str) -> int:
    """How many words it has; where a script sets no spaces between them, a run of letters counts as one."""
    return len(_WORD.findall(text))
