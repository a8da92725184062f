"""A fingerprint, the text that has it, and whether it is prose there, in one number, so that sorting makes lists.

From the highest bit: 39 of the fingerprint, 24 of the text's number, and 0 for prose, so that of two equal
fingerprints of a text the one in prose comes first.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.fingerprints import Prints
from copydesk.copies.tokens import Hashes

__all__ = ["TEXTS", "entries", "named", "packed", "prints_of", "prose_in", "renumbered", "short", "sifted", "texts_in"]

TEXTS: Final = 1 << 24
"""No more texts than this in one pile."""

_PRINT: Final = np.uint64(25)
_TEXT: Final = np.uint64(1)
_TEXTS: Final = np.uint64(TEXTS - 1)
_NO_PROSE: Final = np.uint64(1)


def packed(of: Prints, begin: int) -> Hashes:
    """The keys of some texts' fingerprints, the first text having the number ``begin``."""
    texts = (of.texts + begin).astype(np.uint64)
    elsewhere = (~of.prose).astype(np.uint64)
    return (of.hashes << _PRINT) | (texts << _TEXT) | elsewhere


def named(names: Hashes, text: int, sieve: int) -> Hashes:
    """The keys of names that a text has in prose, of each 2**sieve one, as if they were fingerprints."""
    return sifted((names << _PRINT) | np.uint64(text << 1), sieve)


def short(hashes: Hashes) -> Hashes:
    """Fingerprints as keys hold them: their lower 39 bits."""
    return hashes & np.uint64((1 << 39) - 1)


def prints_of(keys: Hashes) -> Hashes:
    """The fingerprints, short."""
    return keys >> _PRINT


def texts_in(keys: Hashes) -> NDArray[np.int32]:
    """The numbers of the texts."""
    return ((keys >> _TEXT) & _TEXTS).astype(np.int32)


def prose_in(keys: Hashes) -> NDArray[np.bool_]:
    """Whether they are prose."""
    prose: NDArray[np.bool_] = (keys & _NO_PROSE) == 0
    return prose


def sifted(keys: Hashes, sieve: int) -> Hashes:
    """Those whose fingerprints end in so many zeros: of all texts the same."""
    return keys[prints_of(keys) & np.uint64((1 << sieve) - 1) == 0] if sieve else keys


def entries(keys: Hashes) -> Hashes:
    """Fingerprint and text alone."""
    return keys >> _TEXT


def renumbered(keys: Hashes, numbers: NDArray[np.int64]) -> Hashes:
    """The same keys with another number for each text."""
    kept = (prints_of(keys) << _PRINT) | (keys & _NO_PROSE)
    made: Hashes = kept | (numbers[texts_in(keys)].astype(np.uint64) << _TEXT)
    return made
