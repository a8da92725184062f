"""What a pile of texts must give so that its overlaps can be found: in memory, on disk, or wherever it is kept."""

from typing import Protocol

from copydesk.copies.tokens import Hashes, Tokens

__all__ = ["PassageIndex"]


class PassageIndex(Protocol):
    """The words and fingerprints of texts, numbered from 0 in the order in which they came."""

    def __len__(self) -> int:
        """How many texts there are."""

    def words(self, text: int) -> Tokens:
        """The words of one text."""

    def keys(self) -> Hashes:
        """The fingerprints of all texts (:mod:`copydesk.copies.keys`), in any order; the caller may change them."""

    def whole(self) -> Hashes:
        """A hash of each text's words, in their order; 0 for a text without words."""
