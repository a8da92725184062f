"""The simhash package: 64 bits over word 5-grams, texts at most 3 bits apart, as its index has it from the start."""

from collections.abc import Iterator

from pairs import grams
from simhash import Simhash, SimhashIndex

BITS, APART = 64, 3


def find(texts: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Texts whose fingerprints are near."""
    index = SimhashIndex([], f=BITS, k=APART)
    for number, words in enumerate(texts):
        fingerprint = Simhash(sorted(grams(words)), f=BITS)
        for other in index.get_near_dups(fingerprint):
            yield int(other), number
        index.add(str(number), fingerprint)
