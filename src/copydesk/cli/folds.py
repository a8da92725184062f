"""Paragraphs of marked parts -> the same with long stretches folded in which nothing changed.

Beside a change some words stay, as far as its own paragraph goes.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from copydesk.cli.changes import Paragraph, Part
from copydesk.copies.tokens import tokens
from copydesk.types.diff import Change

__all__ = ["Fold", "folded"]

CONTEXT: Final = 100
"""Characters that stay beside a change."""

LEAST: Final = 20
"""Fewer words are not folded: the note in their place would be no shorter."""


@dataclass(frozen=True, slots=True)
class Fold:
    """So many words that are the same."""

    words: int


_Item = Part | None
"""A part, or the end of a paragraph."""

_Shown = Part | Fold | None


def folded(text: list[Paragraph]) -> Iterator[Paragraph | Fold]:
    """The paragraphs, and folds between them."""
    items: list[_Item] = [item for paragraph in text for item in (*paragraph, None)]
    stretches = [[*group] for _, group in groupby(items, lambda item: item is None or item.change is Change.KEPT)]
    paragraph: list[Part] = []
    for number, stretch in enumerate(stretches):
        for item in _shown(stretch, first=number == 0, last=number == len(stretches) - 1):
            if isinstance(item, Part):
                paragraph.append(item)
                continue
            if paragraph:
                yield tuple(paragraph)
                paragraph = []
            if item:
                yield item
    if paragraph:
        yield tuple(paragraph)


def _shown(stretch: list[_Item], *, first: bool, last: bool) -> Sequence[_Shown]:
    """What is shown of a stretch: of the first one no beginning, and of the last no end."""
    if any(item and item.change is not Change.KEPT for item in stretch):
        return stretch
    head = [] if first else _head(stretch)
    tail = [] if last else _tail(stretch)
    hidden = _words(stretch) - _words(head) - _words(tail)
    return [*head, None, Fold(hidden), None, *tail] if hidden >= LEAST else stretch


def _words(items: list[_Item]) -> int:
    return sum(item.count for item in items if item)


def _head(stretch: list[_Item]) -> list[_Item]:
    """The beginning of a stretch, up to the end of its paragraph or of the context."""
    head: list[_Item] = []
    room = CONTEXT
    for item in stretch:
        if item is None:
            break
        if len(item.words) > room:
            words = item.words[:room]
            kept = words[: words.rfind(" ")] if " " in words else words
            head.append(_cut(item, kept, f"{kept} …"))
            break
        head.append(item)
        room -= len(item.words)
    return head


def _tail(stretch: list[_Item]) -> list[_Item]:
    """The end of a stretch, from the beginning of its paragraph or of the context on."""
    tail: list[_Item] = []
    room = CONTEXT
    for item in reversed(stretch):
        if item is None:
            break
        if len(item.words) > room:
            words = item.words[-room:] if room > 0 else ""
            kept = words[words.find(" ") + 1 :]
            tail.append(_cut(item, kept, f"… {kept}"))
            break
        tail.append(item)
        room -= len(item.words)
    return tail[::-1]


def _cut(part: Part, kept: str, shown: str) -> Part:
    return replace(part, words=shown, count=len(tokens([kept]).starts))
