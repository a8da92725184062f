"""A fingerprint, the text that has it, and how it stands there, in one number, so that sorting makes lists.

From the highest bit: 38 of the fingerprint, 24 of the text's number, 0 for prose, so that of two equal fingerprints of
a text the one in prose comes first, and 1 for what stands between quotation marks.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.fingerprints import Prints
from copydesk.copies.tokens import Counts, Hashes

__all__ = [
    "TEXTS",
    "entries",
    "numbered",
    "of_text",
    "packed",
    "prints_of",
    "prose_in",
    "quoted_in",
    "renumbered",
    "short",
    "sifted",
    "texts_in",
]

TEXTS: Final = 1 << 24
"""No more texts than this in one pile."""

_PRINT: Final = np.uint64(26)
_TEXT: Final = np.uint64(2)
_TEXTS: Final = np.uint64(TEXTS - 1)
_NO_PROSE: Final = np.uint64(2)
_QUOTED: Final = np.uint64(1)
_MANNER: Final = _NO_PROSE | _QUOTED


def packed(of: Prints, begin: int) -> Hashes:
    """The keys of some texts' fingerprints, the first text having the number ``begin``."""
    texts = (of.texts + begin).astype(np.uint64)
    made: Hashes = (of.hashes << _PRINT) | (texts << _TEXT)
    made[~of.prose] |= _NO_PROSE
    made[of.quoted] |= _QUOTED
    return made


def of_text(hashes: Hashes, text: int | Counts) -> Hashes:
    """The keys of what else a text has in prose, or each its own: lines, names."""
    return numbered(hashes << _PRINT, text)


def numbered(keys: Hashes, text: int | Counts) -> Hashes:
    """The keys of a text that had the number 0."""
    made: Hashes = keys | (np.asarray(text, np.uint64) << _TEXT)
    return made


def short(hashes: Hashes) -> Hashes:
    """Fingerprints as keys hold them: their lower 38 bits."""
    return hashes & np.uint64((1 << 38) - 1)


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


def quoted_in(keys: Hashes) -> NDArray[np.bool_]:
    """Whether they are prose between quotation marks."""
    quoted: NDArray[np.bool_] = (keys & _MANNER) == _QUOTED
    return quoted


def sifted(keys: Hashes, sieve: int) -> Hashes:
    """Those whose fingerprints end in so many zeros: of all texts the same."""
    return keys[prints_of(keys) & np.uint64((1 << sieve) - 1) == 0] if sieve else keys


def entries(keys: Hashes) -> Hashes:
    """Fingerprint and text alone."""
    return keys >> _TEXT


def renumbered(keys: Hashes, numbers: NDArray[np.int64]) -> Hashes:
    """The same keys with another number for each text."""
    kept = (prints_of(keys) << _PRINT) | (keys & _MANNER)
    made: Hashes = kept | (numbers[texts_in(keys)].astype(np.uint64) << _TEXT)
    return made
