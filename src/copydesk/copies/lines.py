"""A page's lines -> hashes, by which the same line is known on other pages; and the table of those that recur there.

A line is a block of a page as reading lays it out. Two are the same if their words are, however they are set (see
:mod:`copydesk.copies.tokens`).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies import fingerprints, keys, tokens
from copydesk.copies.arrays import ranges
from copydesk.copies.tokens import Counts, Hashes, Tokens

__all__ = ["LEAST", "Recurring", "Seen", "hashes", "named", "on_host", "seen"]

LEAST: Final = 8
"""Words of a line that is counted. Shorter ones stand in many stories of a site and belong to each: the headings of a
series, ``What happens next``, the names of its parts."""

_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is kept of a page until all were seen: about 2 bytes a word, and 8 a line.

    Attributes:
        prints: Its fingerprints, as keys of the text 0.
        lines: The hashes of its lines, each once, short.
        host: Where it was published, if that is known.
        mark: A hash of its words; equal for pages with the same words.
    """

    prints: Hashes
    lines: Hashes
    host: str | None
    mark: int


@dataclass(frozen=True, slots=True)
class Recurring:
    """The lines that recur in a pile beside different stories, and what that says.

    Attributes:
        lines: Their hashes, rising; those of a host's own under its name (:func:`on_host`).
        weights: The odds that each is furniture, before anybody has looked at it.
        stories: In how many stories it stands, of the host or of the pile.
    """

    lines: Hashes
    weights: NDArray[np.float32]
    stories: NDArray[np.int32]

    def __len__(self) -> int:
        """How many there are."""
        return len(self.lines)

    def of(self, lines: Hashes, host: str | None) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        """For each line of a page its odds and its stories; 0 for one that does not recur."""
        odds, stories = self._of(lines)
        if host is None:
            return odds, stories
        own, told = self._of(on_host(lines, named(host)))
        return np.maximum(odds, own), np.where(own >= odds, told, stories)

    def _of(self, lines: Hashes) -> tuple[NDArray[np.float32], NDArray[np.int32]]:
        if not len(self.lines):
            return np.zeros(len(lines), np.float32), np.zeros(len(lines), np.int32)
        at = np.minimum(np.searchsorted(self.lines, lines), len(self.lines) - 1)
        known = (self.lines[at] == lines) & (lines != 0)
        return self.weights[at] * known, self.stories[at] * known


def hashes(text: str, starts: Sequence[int], ends: Sequence[int]) -> Hashes:
    """The hash of each line of a page by its code points; 0 for lines of few words."""
    return _hashes(tokens.tokens([text]), starts, ends)


def named(host: str) -> np.uint64:
    """A host's name as a hash, the same in every process."""
    return np.uint64(int.from_bytes(blake2b(host.encode("utf-8", "replace"), digest_size=8).digest()))


def on_host(lines: Hashes, host: Hashes | np.uint64) -> Hashes:
    """What lines are called as lines of a host, or each of its own; 0 stays 0."""
    return np.where(lines == 0, lines, keys.short(tokens.mixed(lines + host)))


def seen(text: str, starts: Sequence[int], ends: Sequence[int], host: str | None) -> Seen:
    """What a page is remembered by."""
    words = tokens.tokens([text])
    lines = np.unique(_hashes(words, starts, ends))
    places = np.arange(len(words.hashes), dtype=np.uint64)
    mark = int(tokens.mixed(words.hashes + places * _FACTOR).sum(dtype=np.uint64))
    return Seen(np.unique(keys.packed(fingerprints.prints(words), 0)), lines[lines != 0], host, mark)


def _hashes(words: Tokens, starts: Sequence[int], ends: Sequence[int]) -> Hashes:
    first, end = (np.searchsorted(words.starts, np.asarray(bounds, np.int64)) for bounds in (starts, ends))
    sizes: Counts = np.where(end - first >= LEAST, end - first, 0)
    at = ranges(first, sizes)
    places = (at - np.repeat(first, sizes)).astype(np.uint64)
    placed = tokens.mixed(words.hashes[at] + places * _FACTOR)
    sums = np.concatenate((np.zeros(1, np.uint64), np.cumsum(placed)))
    bounds = np.concatenate(([0], np.cumsum(sizes)))
    return keys.short(sums[bounds[1:]] - sums[bounds[:-1]])
