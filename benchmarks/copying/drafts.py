"""The nouns of the copies benchmark: an original, its words with their places, and a draft made of them.

In: a text. Out: words that know where they come from, so that every change keeps its own truth: whatever is done to a
draft, ``kept`` says which words of which original are still in it. Nothing here is random.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from typing import NamedTuple

FOREIGN = -1


class Word(NamedTuple):
    """A word between white space, the original it comes from and its place there; ``FOREIGN`` where it has none."""

    text: str
    original: int
    place: int


Paragraph = tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Original:
    """An article that is nobody's copy; ``number`` is its place in the pool and its name in every truth."""

    number: int
    name: str
    title: str
    text: str


def as_is(text: str) -> str:
    """What a draft without a dress looks like."""
    return text


@dataclass(frozen=True, slots=True)
class Draft:
    """A text in the making: paragraphs, the originals that it copies, most important first, and its last touch.

    ``dress`` changes how the text looks and none of its words.
    """

    paragraphs: tuple[Paragraph, ...]
    sources: tuple[int, ...]
    dress: Callable[[str], str] = as_is

    def text(self) -> str:
        """What a detector gets: a paragraph a line, a blank line between."""
        return self.dress("\n\n".join(" ".join(word.text for word in paragraph) for paragraph in self.paragraphs))

    def kept(self) -> dict[int, int]:
        """By original, which of its words are in here, as the bits of a number: what two share is an ``and``."""
        places: defaultdict[int, int] = defaultdict(int)
        for word in chain.from_iterable(self.paragraphs):
            if word.original != FOREIGN:
                places[word.original] |= 1 << word.place
        return dict(places)


@lru_cache(maxsize=2048)
def paragraphs_of(original: Original) -> tuple[Paragraph, ...]:
    """The original's words, a paragraph a line of it."""
    return numbered(original.text, original.number)


def numbered(text: str, original: int) -> tuple[Paragraph, ...]:
    """Words with their places; an original that is used once need not be remembered."""
    found: list[Paragraph] = []
    place = 0
    for line in text.splitlines():
        words = line.split()
        if words:
            found.append(tuple(Word(word, original, place + nth) for nth, word in enumerate(words)))
            place += len(words)
    return tuple(found)


def foreign(lines: Iterable[str]) -> tuple[Paragraph, ...]:
    """Lines that come from no original."""
    return tuple(tuple(Word(word, FOREIGN, FOREIGN) for word in line.split()) for line in lines if line.split())


def size(paragraphs: Iterable[Paragraph]) -> int:
    """How many words there are."""
    return sum(map(len, paragraphs))


def clip(paragraphs: Sequence[Paragraph], start: int, stop: int) -> tuple[Paragraph, ...]:
    """The words from ``start`` up to ``stop``, in the paragraphs they were in."""
    return tuple(_clip(paragraphs, start, stop))


def _clip(paragraphs: Sequence[Paragraph], start: int, stop: int) -> Iterator[Paragraph]:
    passed = 0
    for paragraph in paragraphs:
        part = paragraph[max(0, start - passed) : max(0, stop - passed)]
        if part:
            yield part
        passed += len(paragraph)


def shared(one: Mapping[int, int], other: Mapping[int, int]) -> int:
    """How many words of the same originals, at the same places, two drafts both have."""
    return sum((words & other[original]).bit_count() for original, words in one.items() if original in other)
