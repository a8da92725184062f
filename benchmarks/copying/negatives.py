"""Near-misses: pairs of texts that share words and are no copies, or that are copies of a special kind.

In: long originals that are no base, the stock, a seed. Out: ``NearMiss`` pairs, each with the kind it should get.

- ``shared_quotation``: two disjoint halves of one long article, hence of one story, its names and its manner, which
  both quote the same statement of forty made-up words.
- ``serial``: issues of made-up serials (horoscope, market report, yearly list …): one frame, other names and numbers.
- ``follow_up``: two disjoint parts of one long article, each ending in the same two or three paragraphs of background.
- ``version``: an article and its later version: a new lead, figures changed, one paragraph gone, two or three new.

The articles are real, so that no two pairs resemble each other by the making of a generator; what is said of them is
made up. Statements of one pattern resemble each other and are kept apart by ``pattern``.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations
from random import Random

from seeds import seeded

from copying.drafts import Original, Paragraph, clip, numbered, size
from copying.stock import Speaker, stock

PAIRS = 40
PART = 280
"""Words of each of two parts of one article, about."""

BACKGROUND = 90
ISSUES = 5
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class NearMiss:
    """Two texts, what they are to each other, and the pattern that other pairs may share."""

    kind: str
    one: str
    other: str
    pattern: str


def near_misses(articles: Sequence[Original], seed: int = 0) -> Iterator[NearMiss]:
    """At least forty pairs a kind; no article is used twice."""
    left = iter(articles)
    for kind, make in (("shared_quotation", quoting), ("follow_up", following), ("version", developing)):
        for number in range(PAIRS):
            article = next(left, None)
            if article is None:
                message = f"{len(articles)} articles are too few"
                raise ValueError(message)
            yield make(article, number, seeded(f"{seed} {kind} {number}"))
    yield from serials(seed)


def quoting(article: Original, number: int, random: Random) -> NearMiss:
    """Two parts that quote the same statement in other company."""
    lines, said = parts(article, PART, PART), stock()
    pattern = number % len(said.statements)
    statement = Speaker(random).say(said.statements[pattern]).rstrip(".")
    texts: list[str] = []
    for part, attribution in zip(lines, random.sample(said.attributions, 2), strict=True):
        at = random.randint(1, len(part))
        texts.append("\n\n".join([*part[:at], Speaker(random).say(attribution, s=statement), *part[at:]]))
    return NearMiss("shared_quotation", texts[0], texts[1], f"statement {pattern}")


def following(article: Original, number: int, _: Random) -> NearMiss:
    """Two parts that end in the same background."""
    one, other, background = parts(article, PART, PART, BACKGROUND)
    texts = ["\n\n".join([*part, *background]) for part in (one, other)]
    return NearMiss("follow_up", texts[0], texts[1], f"follow-up {number}")


def developing(article: Original, number: int, random: Random) -> NearMiss:
    """The article as it was first and some hours later."""
    said, speaker = stock(), Speaker(random)
    early, new = parts(article, PART, BACKGROUND)
    later = [_NUMBER.sub(lambda found: _nudged(found[0], random), line) for line in early]
    if len(later) > 3:
        del later[random.randrange(1, len(later))]
    later[1:1] = [speaker.say(random.choice(said.notes))]
    later = [speaker.say(random.choice(said.updates)), *later, *new]
    return NearMiss("version", "\n\n".join(early), "\n\n".join(later), f"version {number}")


def serials(seed: int) -> Iterator[NearMiss]:
    """All pairs of a serial's issues."""
    for name, lines in stock().serials.items():
        issues = [issue(lines, seeded(f"{seed} {name} {number}")) for number in range(ISSUES)]
        for one, other in combinations(issues, 2):
            yield NearMiss("serial", one, other, f"serial {name}")


def issue(lines: Sequence[str], random: Random) -> str:
    """One issue of a serial."""
    speaker = Speaker(random)
    return "\n\n".join(speaker.say(line) for line in lines)


def parts(article: Original, *sizes: int) -> list[list[str]]:
    """Disjoint parts of an article, one after another, each of about so many words, in whole paragraphs if they are."""
    words = numbered(article.text, article.number)
    found, start = [], 0
    for wanted in sizes:
        stop = _paragraph_end(words, start + wanted)
        found.append([" ".join(word.text for word in paragraph) for paragraph in clip(words, start, stop)])
        start = stop
    if not all(found):
        message = f"{article.name} is too short"
        raise ValueError(message)
    return found


def _paragraph_end(words: Sequence[Paragraph], at: int) -> int:
    """The paragraph's end nearest to a place, the place itself where that is far."""
    ends, passed = [], 0
    for paragraph in words:
        passed += len(paragraph)
        ends.append(passed)
    nearest = min(ends, key=lambda end: abs(end - at))
    return nearest if abs(nearest - at) <= BACKGROUND // 3 else min(at, size(words))


def _nudged(number: str, random: Random) -> str:
    """A figure as a later version has it: a year stays, most others grow a little."""
    is_year = len(number) == 4 and number[:2] in {"19", "20"}
    return number if is_year or random.random() < 0.4 else str(int(number) + random.randint(1, 9))
