"""Words -> fingerprints: a fixed share of all runs of five words, chosen by their own hash.

Two texts choose alike (FracMinHash: a run is kept if its hash is below a threshold; Irber et al. 2022, after Broder's
mod p of 1997), so the share of fingerprints that one has of another estimates the share of its words, whatever else
either holds.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies import tokens
from copydesk.copies.tokens import Counts, Hashes, Tokens

WIDTH: Final = 5
"""Words of a run."""

SCALE: Final = 4
"""One run in so many is a fingerprint: 25 words of a text that are those of another show with odds of 400 to 1."""

_FACTOR: Final = np.uint64(0x9E3779B97F4A7C15)
_SQUARE: Final = np.uint64(0x9E3779B97F4A7C15**2 % (1 << 64))


@dataclass(frozen=True, slots=True)
class Prints:
    """The fingerprints of one or more texts, in the order of the texts and of their words.

    Attributes:
        hashes: The fingerprint.
        texts: The number of its text.
        places: The number of its first word within that text.
        prose: Whether that word stands in prose.
        quoted: Whether that word and the last one stand between quotation marks.
    """

    hashes: Hashes
    texts: Counts
    places: Counts
    prose: NDArray[np.bool_]
    quoted: NDArray[np.bool_]


def runs(words: Hashes) -> Hashes:
    """The hash of each run of WIDTH words: as many as words, less WIDTH - 1; empty for fewer words."""
    count = len(words) - WIDTH + 1
    if count <= 0:
        return np.zeros(0, np.uint64)
    # Horner's rule, by pairs: two words, then four, then all five.
    two = words[:-1] * _FACTOR
    two += words[1:]
    hashes = two[:count] * _SQUARE
    hashes += two[2 : count + 2]
    hashes *= _FACTOR
    hashes += words[WIDTH - 1 :]
    return tokens.mixed(hashes)


def chosen(hashes: Hashes) -> NDArray[np.bool_]:
    """Which hashes of runs are fingerprints."""
    return hashes < np.uint64((1 << 64) // SCALE)


def prints(of: Tokens) -> Prints:
    """The fingerprints of the texts whose words these are, numbered from 0."""
    hashes = runs(of.hashes)
    places = np.flatnonzero(chosen(hashes))
    texts = np.repeat(np.arange(len(of)), np.diff(np.searchsorted(places, of.first)))
    # A run that reaches into the next text is none.
    inside = places + WIDTH <= of.first[texts + 1]
    places, texts = places[inside], texts[inside]
    prose = (of.flags[places] & tokens.PROSE) != 0
    quoted = (of.flags[places] & of.flags[places + WIDTH - 1] & tokens.QUOTED) != 0
    return Prints(hashes[places], texts, places - of.first[texts], prose, quoted)
