"""Which blocks of a page are its body, by the text that people marked as its main content.

The page's words and the marked words are aligned by their longest common subsequence; a block is body when most of
its words take part. Alignment keeps order, so that a headline repeated in a list far below is not mistaken for a line
of the article, as it would be if words were compared as bags.
"""

import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq

WORD = re.compile(r"\w+")
MOST = 400_000_000
"""Cells of an alignment: a longer pair is compared by runs of four words instead."""


def words_of(text: str) -> list[str]:
    """The words of a text as the official score counts them."""
    return WORD.findall(text.lower())


def shares(blocks: Sequence[str], truth: str) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """For each block, how many words it has and what share of them is in the marked text, in order."""
    split = [words_of(block) for block in blocks]
    sizes = np.array([len(words) for words in split], dtype=np.int64)
    marked = words_of(truth)
    hits = np.zeros(len(blocks))
    known = set(marked)
    pairs = [(block, word) for block, words in enumerate(split) for word in words if word in known]
    if not pairs:
        return sizes, hits
    if len(pairs) * len(marked) < MOST:
        numbers: dict[str, int] = {}
        here = [numbers.setdefault(word, len(numbers)) for _, word in pairs]
        there = [numbers.setdefault(word, len(numbers)) for word in marked]
        for step in LCSseq.opcodes(here, there):
            if step.tag == "equal":
                for place in range(step.src_start, step.src_end):
                    hits[pairs[place][0]] += 1
    else:
        runs = set(zip(marked, marked[1:], marked[2:], marked[3:], strict=False))
        for block, words in enumerate(split):
            covered = np.zeros(len(words), dtype=bool)
            for place in range(len(words) - 3):
                if tuple(words[place : place + 4]) in runs:
                    covered[place : place + 4] = True
            hits[block] = covered.sum()
    return sizes, hits / np.maximum(sizes, 1)


def word_f1(chosen: Counter[str], marked: Counter[str]) -> float:
    """Word F1 of two bags, as WCXB counts it."""
    if not chosen or not marked:
        return float(not chosen and not marked)
    common = (chosen & marked).total()
    return 2 * common / (chosen.total() + marked.total())
