"""What an element is called -> how far its name speaks for the body: a score learned for each word of it.

Sites name their boxes as they please, but from the same few thousand words. The table says of each word how the share
of body text inside boxes named by it differs from the usual, as a difference of log-odds over sites (``training/``).
"""

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk import weights

if TYPE_CHECKING:
    from collections.abc import Mapping

_HUMP: Final = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SPLIT: Final = re.compile(r"[^a-z]+")


def tokens(name: str) -> list[str]:
    """The words of an element's name, and its pairs of neighbouring words: ``postBody`` -> post, body, post-body."""
    return [token for part in name.split() for token in _of_part(part)]


def _of_part(part: str) -> list[str]:
    words = [word for word in _SPLIT.split(part if part.islower() else _HUMP.sub(" ", part).lower()) if len(word) > 1]
    return [*words, *map("-".join, pairwise(words))]


def score(name: str, table: "Mapping[str, float]") -> float:
    """The score of the word in a name that says most, 0 where none is known."""
    known = [table[token] for token in tokens(name) if token in table]
    return max(known, key=abs, default=0.0)


@lru_cache(maxsize=1 << 15)  # a site repeats its class names on every page
def score_of(name: str) -> float:
    """The score of a name by the learned table."""
    return max(map(_score_of_part, name.split()), key=abs, default=0.0)


@lru_cache(maxsize=1 << 15)  # and all sites the parts of them
def _score_of_part(part: str) -> float:
    table = weights.scores("vocabulary")
    return max((table[token] for token in _of_part(part) if token in table), key=abs, default=0.0)
