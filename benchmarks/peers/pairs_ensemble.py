"""datasketch's LSH Ensemble at containment 0.5 with 128 permutations in 16 partitions: all put in, all looked up."""

from collections.abc import Iterator

from datasketch import MinHash, MinHashLSHEnsemble
from pairs import grams

PERMUTATIONS = 128


def find(texts: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Candidates as the index gives them, in whichever direction they were found, once."""
    entries = []
    for number, words in enumerate(texts):
        sketch, found = MinHash(num_perm=PERMUTATIONS), grams(words)
        sketch.update_batch([gram.encode() for gram in found])
        entries.append((number, sketch, len(found)))
    index = MinHashLSHEnsemble(threshold=0.5, num_perm=PERMUTATIONS, num_part=16)
    index.index(entries)
    pairs = set()
    for number, sketch, size in entries:
        pairs.update((min(number, other), max(number, other)) for other in index.query(sketch, size) if other != number)
    yield from pairs
