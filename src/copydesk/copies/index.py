"""What a pile of texts must give so that its overlaps can be found: in memory, on disk, or wherever it is kept."""

from collections.abc import Iterator
from typing import Protocol

from copydesk.copies.tokens import Hashes, Tokens

__all__ = ["PassageIndex"]


class PassageIndex(Protocol):
    """The words and fingerprints of texts, numbered from 0 in the order in which they came."""

    def __len__(self) -> int:
        """How many texts there are."""

    def words(self, text: int) -> Tokens:
        """The words of one text."""

    def parts(self) -> Iterator[tuple[int, Tokens]]:
        """The words of all texts, many texts at a time, each time with the number of the first."""

    def prints(self) -> int:
        """How many fingerprints all texts have."""

    def keys(self, sieve: int = 0) -> Hashes:
        """The fingerprints of all texts (:mod:`copydesk.copies.keys`), in any order; the caller may change them.

        Of each 2**sieve only one is given, chosen by itself (:func:`copydesk.copies.keys.sifted`).
        """

    def whole(self) -> Hashes:
        """A hash of each text's words, in their order; 0 for a text without words."""
