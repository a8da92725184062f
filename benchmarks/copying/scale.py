"""A stream of as many texts as are asked for: families of made-up originals and their changed copies, never all held.

In: the words, headlines and sites of the real pool, a count, a seed. Out: texts, one after another. Real bases are too
few for it: with a million texts of a thousand bases, every text would have a thousand copies. So originals are put
together from runs of three words of the real ones: words are as frequent as in the news, 5-grams are not repeated.
Seven of ten originals have no copy; the others have one to forty-nine, with a long tail (Pareto, 1.2).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from random import Random

from seeds import seeded

from copying import bases, furniture
from copying.changes import CHANGES, Around
from copying.drafts import Original
from copying.furniture import Site
from copying.pile import headlines_of

ALONE = 0.7
TAIL = 1.2
COPIES = 49
RUN = 3
PARAGRAPH = (40, 90)
WORDS = (150, 700)
BLOCK = 1000
"""Originals whose families are mixed with one another."""


@dataclass(frozen=True, slots=True)
class Stream:
    """A recipe: made into texts where they are used."""

    cache: Path
    count: int
    seed: int = 0

    def texts(self) -> Iterator[str]:
        """So many texts, the same ones each time."""
        pool = bases.pool(self.cache)
        words = [word for original in pool.short for word in original.text.split()]
        return islice(endless(words, headlines_of(pool.short), furniture.sites(self.cache), self.seed), self.count)


def endless(words: Sequence[str], headlines: Sequence[str], sites: Sequence[Site], seed: int) -> Iterator[str]:
    """Blocks of families, each shuffled."""
    changes = [change.make for change in CHANGES.values()]
    block = 0
    while True:
        random = seeded(f"{seed} block {block}")
        originals = [invented(words, block * BLOCK + nth, random) for nth in range(BLOCK)]
        members: list[tuple[int, Original]] = []
        for original in originals:
            members += [(nth, original) for nth in range(1 + copies(random))]
        random.shuffle(members)
        for nth, original in members:
            if not nth:
                yield original.text
                continue
            partner, host = random.sample(originals, 2)
            around = Around(partner, host, random.choice(sites), words, headlines)
            yield random.choice(changes)(original, around, random).text()
        block += 1


def copies(random: Random) -> int:
    """How many copies an original has."""
    return 0 if random.random() < ALONE else min(COPIES, int(random.paretovariate(TAIL)))


def invented(words: Sequence[str], number: int, random: Random) -> Original:
    """An original of the pool's words that nobody wrote."""
    left, lines = random.randint(*WORDS), []
    while left > 0:
        count = min(left, random.randint(*PARAGRAPH))
        left -= count
        line: list[str] = []
        while len(line) < count:
            at = random.randrange(len(words) - RUN)
            line += words[at : at + RUN]
        lines.append(" ".join(line[:count]))
    return Original(number, f"invented {number}", " ".join(lines[0].split()[:8]), "\n\n".join(lines))
