"""The words of a pile of texts, kept so that any of them can be aligned; and its fingerprints."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from copydesk.copies import fingerprints, postings, tokens
from copydesk.copies.fingerprints import Prints
from copydesk.copies.tokens import Hashes, Tokens

Kind = TypeVar("Kind", bound=np.generic)


@dataclass(frozen=True, slots=True)
class Pile:
    """All words of all texts, about 17 bytes a word, and the fingerprints of the texts.

    Attributes:
        words: The words of all texts, one after another.
        prints: Their fingerprints.
        whole: A hash of each text's words, in their order; texts that differ in nothing but typography have the same.
    """

    words: Tokens
    prints: Prints
    whole: Hashes

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.words)

    def furnished(self, text: int, furniture: Hashes) -> NDArray[np.bool_]:
        """For each word of a text whether it stands in furniture: whether the nearest fingerprint does."""
        first, last = np.searchsorted(self.prints.texts, (text, text + 1))
        count = int(self.words.first[text + 1] - self.words.first[text])
        if first == last or not len(furniture):
            return np.zeros(count, np.bool_)
        prints = postings.short(self.prints.hashes[first:last])
        at = np.minimum(np.searchsorted(furniture, prints), len(furniture) - 1)
        flagged = furniture[at] == prints
        places = self.prints.places[first:last] + fingerprints.WIDTH // 2
        middle = (places[1:] + places[:-1] + 1) // 2
        furnished: NDArray[np.bool_] = flagged[np.searchsorted(middle, np.arange(count), side="right")]
        return furnished


def pile(texts: Iterable[str]) -> Pile:
    """Hashes texts, as many at a time as the processor likes; none of them is kept."""
    parts = [(words, fingerprints.prints(words), _whole(words)) for words in _batches(texts)]
    counts = [len(words) for words, _, _ in parts]
    begins = np.cumsum([0, *counts])
    words = [part for part, _, _ in parts]
    firsts = np.concatenate([[0], *(np.diff(part.first) for part in words)]).cumsum()
    prints = [part for _, part, _ in parts]
    return Pile(
        Tokens(
            _joined([part.hashes for part in words], np.uint64),
            _joined([part.starts for part in words], np.int32),
            _joined([part.ends for part in words], np.int32),
            _joined([part.flags for part in words], np.uint8),
            firsts.astype(np.int64),
        ),
        Prints(
            _joined([part.hashes for part in prints], np.uint64),
            _joined([part.texts + begin for part, begin in zip(prints, begins, strict=False)], np.int64),
            _joined([part.places for part in prints], np.int64),
            _joined([part.prose for part in prints], np.bool_),
        ),
        _joined([part for _, _, part in parts], np.uint64),
    )


def _batches(texts: Iterable[str]) -> Iterator[Tokens]:
    """The words of texts as they come, about tokens.BATCH code points at a time."""
    waiting: list[str] = []
    size = 0
    for text in texts:
        waiting.append(text)
        size += len(text)
        if size >= tokens.BATCH:
            yield tokens.tokens(waiting)
            waiting, size = [], 0
    if waiting:
        yield tokens.tokens(waiting)


def _whole(words: Tokens) -> Hashes:
    """One hash for all words of each text and their order."""
    sizes = np.diff(words.first)
    places = np.arange(len(words.hashes)) - np.repeat(words.first[:-1], sizes)
    placed = tokens.mixed(words.hashes + places.astype(np.uint64) * np.uint64(0x9E3779B97F4A7C15))
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(placed)))
    return sums[words.first[1:]] - sums[words.first[:-1]]


def _joined(parts: list[NDArray[Kind]], kind: type[Kind]) -> NDArray[Kind]:
    return np.concatenate(parts) if parts else np.zeros(0, kind)
