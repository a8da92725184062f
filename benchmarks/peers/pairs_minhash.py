"""datasketch's MinHash LSH at Jaccard 0.5 with 128 permutations: each text looked up, then put in."""

from collections.abc import Iterator

from datasketch import MinHash, MinHashLSH
from pairs import grams

PERMUTATIONS = 128


def find(texts: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Candidates as the index gives them."""
    index = MinHashLSH(threshold=0.5, num_perm=PERMUTATIONS)
    for number, words in enumerate(texts):
        sketch = MinHash(num_perm=PERMUTATIONS)
        sketch.update_batch([gram.encode() for gram in grams(words)])
        for other in index.query(sketch):
            yield other, number
        index.insert(number, sketch, check_duplication=False)
