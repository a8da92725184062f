"""gaoya's MinHash index at Jaccard 0.5, 42 bands of 3 hashes as its documentation has them, which makes the 5-grams."""

from collections.abc import Iterator

from gaoya.minhash import MinHashStringIndex


def find(texts: list[list[str]]) -> Iterator[tuple[int, int]]:
    """Texts whose estimated similarity reaches the threshold."""
    index = MinHashStringIndex(32, 0.5, 42, 3, None, "word", False, (5, 5))
    for number, words in enumerate(texts):
        text = " ".join(words)
        for other in index.query(text):
            yield other, number
        index.insert_document(number, text)
