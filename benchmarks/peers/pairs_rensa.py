"""rensa's R-MinHash with LSH at Jaccard 0.5, 128 permutations in 32 bands; candidates below the threshold leave."""

from collections.abc import Iterator

from pairs import grams
from rensa import RMinHash, RMinHashLSH

PERMUTATIONS, BANDS, SEED = 128, 32, 42
THRESHOLD = 0.5
BATCH = 256
"""More at once would hold the 5-grams of all texts."""


def find(texts: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Candidates whose estimated similarity reaches the threshold."""
    sketches: list[RMinHash] = []
    for start in range(0, len(texts), BATCH):
        found = [list(grams(words)) for words in texts[start : start + BATCH]]
        sketches += RMinHash.from_token_sets(found, num_perm=PERMUTATIONS, seed=SEED)
    index = RMinHashLSH(threshold=THRESHOLD, num_perm=PERMUTATIONS, num_bands=BANDS)
    for number, sketch in enumerate(sketches):
        for other in index.query(sketch):
            if sketch.jaccard(sketches[other]) >= THRESHOLD:
                yield other, number
        index.insert(number, sketch)
