"""Small originals, sites and a naive detector for the tests of the copies benchmark."""

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from pathlib import Path

from copying.changes import Around
from copying.drafts import Original
from copying.furniture import Site

from chance import chance

BENCHMARKS = Path(__file__).resolve().parents[2] / "benchmarks"
WORD = re.compile(r"\w+")


def article(number, words=400, paragraphs=8):
    """An original whose words no other has: its number and the place are in each."""
    every = words // paragraphs
    lines = [" ".join(f"w{number}x{at}" for at in range(start, start + every)) for start in range(0, words, every)]
    return Original(number, f"made {number}", f"Title of article {number}", "\n\n".join(lines))


def site():
    """A site with 30 words before and 90 after the body."""
    return Site(
        "a.example",
        tuple(f"menu{nth} entry{nth} here{nth}" for nth in range(10)),
        tuple(f"list{nth} headline{nth} of{nth} six{nth} words{nth} each{nth}" for nth in range(15)),
    )


def around(partner=None, host=None):
    """What a change may use."""
    return Around(
        partner or article(1), host or article(2), site(), [f"v{nth}" for nth in range(500)],
        [f"Some headline number {nth}" for nth in range(40)],
    )  # fmt: skip


def varied(make, base=None, seed=1, **given):
    """A change made once."""
    return make(base or article(0), around(**given), chance(seed))


@dataclass
class Found:
    """What a subject yields."""

    a: int
    b: int
    kind: str
    containment_ab: float
    containment_ba: float


def overlaps(texts):
    """Containment of word 5-grams, one text after another."""
    holders, sizes = defaultdict(list), []
    for number, text in enumerate(texts):
        words = WORD.findall(text.lower())
        grams = {tuple(words[at : at + 5]) for at in range(max(1, len(words) - 4))}
        for other, count in Counter(other for gram in grams for other in holders[gram]).items():
            one, two = count / sizes[other], count / len(grams)
            if max(one, two) >= 0.5:
                yield Found(other, number, "near" if min(one, two) >= 0.5 else "contains", one, two)
        sizes.append(len(grams))
        for gram in grams:
            holders[gram].append(number)


def candidates(texts):
    """Every text with the one before it."""
    for number, _ in enumerate(texts):
        if number:
            yield number - 1, number
