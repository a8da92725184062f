"""The 22 things that happen to an article on its way to another page.

In: a base, what is around it (a partner, a host, a site's furniture) and a seeded random. Out: a ``Draft`` that knows
which words of which original it kept. ``CHANGES`` holds them by name, each with the kinds of overlap that name it
rightly: two where a change lies on the border of two kinds. A kind is said of the pair, whichever text comes first.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from random import Random

from copying.drafts import FOREIGN, Draft, Original, Paragraph, Word, clip, foreign, paragraphs_of, size
from copying.farm_page import farm_page
from copying.furniture import Site
from copying.stock import stock
from copying.typesetting import typeset

QUOTED = 100
"""Words of a quoted passage."""


@dataclass(frozen=True, slots=True)
class Around:
    """What one variant may be made with besides its base."""

    partner: Original
    host: Original
    site: Site
    vocabulary: Sequence[str]
    headlines: Sequence[str]


Make = Callable[[Original, Around, Random], Draft]


@dataclass(frozen=True, slots=True)
class Change:
    """One kind of change. ``names`` are the right kinds against its base, ``second`` against its second source."""

    make: Make
    names: frozenset[str]
    second: frozenset[str] = frozenset()


def identical(base: Original, _: Around, __: Random) -> Draft:
    """The base, byte for byte."""
    return Draft(paragraphs_of(base), (base.number,), lambda _: base.text)


def typography(base: Original, _: Around, random: Random) -> Draft:
    """The same words in another typesetter's hands."""
    return Draft(paragraphs_of(base), (base.number,), partial(typeset, seed=random.getrandbits(32)))


def cut(base: Original, _: Around, __: Random, *, part: float) -> Draft:
    """The beginning of the base."""
    words = paragraphs_of(base)
    return Draft(clip(words, 0, round(part * size(words))), (base.number,))


def furnished(base: Original, around: Around, random: Random, *, more: float) -> Draft:
    """The base within furniture of ``more`` times its words."""
    return Draft(framed(paragraphs_of(base), around.site, more, random), (base.number,))


def half_furnished(base: Original, around: Around, random: Random) -> Draft:
    """The first half of the base within as much furniture."""
    half = cut(base, around, random, part=0.5).paragraphs
    return Draft(framed(half, around.site, 1.0, random), (base.number,))


def replaced(base: Original, around: Around, random: Random, *, share: float) -> Draft:
    """The base with words exchanged for any others of the bases' words."""
    return Draft(exchanged(paragraphs_of(base), share, around.vocabulary, random), (base.number,))


def injected(base: Original, _: Around, random: Random) -> Draft:
    """One brand set into the text, once in about 80 words, as spinners of farms do it."""
    words, brand = paragraphs_of(base), random.choice(stock().brands)
    count = max(3, size(words) // 80)
    places = set(random.sample(range(1, size(words)), count))
    return Draft(with_words(words, places, brand), (base.number,))


def shuffled(base: Original, _: Around, random: Random) -> Draft:
    """The paragraphs in another order; a base of fewer than four is cut into quarters first."""
    return Draft(reordered(paragraphs_of(base), random), (base.number,))


def spliced(base: Original, around: Around, random: Random) -> Draft:
    """One half of the base and then the other half of its partner."""
    halves = [paragraphs_of(base), paragraphs_of(around.partner)]
    is_first = random.random() < 0.5
    one, other = (half(words, first=first) for words, first in zip(halves, (is_first, not is_first), strict=True))
    return Draft((*one, *other), (base.number, around.partner.number))


def quotation(base: Original, around: Around, random: Random) -> Draft:
    """The host article with a hundred words of the base as a paragraph of their own."""
    words, host = paragraphs_of(base), paragraphs_of(around.host)
    start = random.randint(0, max(0, size(words) - QUOTED))
    passage = tuple(word for paragraph in clip(words, start, start + QUOTED) for word in paragraph)
    after = random.randint(1, len(host))
    return Draft((*host[:after], passage, *host[after:]), (base.number, around.host.number))


def farmed(base: Original, around: Around, random: Random) -> Draft:
    """The base on a page of a content farm."""
    headline = base.title or " ".join(base.text.split()[:9])
    return Draft(farm_page(paragraphs_of(base), headline, around.headlines, random), (base.number,))


def mixed(base: Original, around: Around, random: Random) -> Draft:
    """A bit of all: two thirds of the paragraphs in another order, 2 % of words replaced, half as much furniture."""
    kept = cut(base, around, random, part=2 / 3).paragraphs
    body = exchanged(reordered(kept, random), 0.02, around.vocabulary, random)
    return Draft(framed(body, around.site, 0.5, random), (base.number,))


def framed(body: Sequence[Paragraph], site: Site, more: float, random: Random) -> tuple[Paragraph, ...]:
    """A body within its site's furniture."""
    before, after = site.draw(round(more * size(body)), random)
    return (*foreign(before), *body, *foreign(after))


def exchanged(
    paragraphs: Sequence[Paragraph], share: float, vocabulary: Sequence[str], random: Random
) -> tuple[Paragraph, ...]:
    """A share of the words, one at least, exchanged for others."""
    count = size(paragraphs)
    places, place = set(random.sample(range(count), max(1, round(share * count)))), 0
    made: list[Paragraph] = []
    for paragraph in paragraphs:
        words = list(paragraph)
        for at, word in enumerate(paragraph, place):
            if at in places:
                words[at - place] = Word(other_word(word.text, vocabulary, random), FOREIGN, FOREIGN)
        made.append(tuple(words))
        place += len(paragraph)
    return tuple(made)


def other_word(word: str, vocabulary: Sequence[str], random: Random) -> str:
    """Any word but this one."""
    while (found := random.choice(vocabulary)).casefold() == word.casefold():
        pass
    return found


def with_words(paragraphs: Sequence[Paragraph], places: set[int], text: str) -> tuple[Paragraph, ...]:
    """The words with others set before these places."""
    (inserted,) = foreign([text])
    made, place = [], 0
    for paragraph in paragraphs:
        words: list[Word] = []
        for at, word in enumerate(paragraph, place):
            words += (*inserted, word) if at in places else (word,)
        made.append(tuple(words))
        place += len(paragraph)
    return tuple(made)


def reordered(paragraphs: Sequence[Paragraph], random: Random) -> tuple[Paragraph, ...]:
    """The paragraphs, or four quarters, in an order that is not theirs."""
    parts: list[tuple[Paragraph, ...]] = [(paragraph,) for paragraph in paragraphs]
    if len(parts) < 4:
        quarter = -(-size(paragraphs) // 4)
        parts = [clip(paragraphs, start, start + quarter) for start in range(0, size(paragraphs), quarter)]
    order = list(range(len(parts)))
    while order == sorted(order):
        random.shuffle(order)
    return tuple(paragraph for number in order for paragraph in parts[number])


def half(paragraphs: Sequence[Paragraph], *, first: bool) -> tuple[Paragraph, ...]:
    """One of the two halves."""
    middle = size(paragraphs) // 2
    return clip(paragraphs, 0, middle) if first else clip(paragraphs, middle, size(paragraphs))


_PART = frozenset({"excerpt", "contains"})
_NEAR = frozenset({"near"})
_NEAR_PART = _NEAR | _PART

CHANGES: dict[str, Change] = {
    "identical": Change(identical, frozenset({"identical"})),
    "typography": Change(typography, frozenset({"identical", "near"})),
    "cut to 75 %": Change(partial(cut, part=0.75), _NEAR_PART),
    "cut to 50 %": Change(partial(cut, part=0.5), _PART),
    "cut to 25 %": Change(partial(cut, part=0.25), _PART),
    "furniture +5 %": Change(partial(furnished, more=0.05), _NEAR_PART),
    "furniture +20 %": Change(partial(furnished, more=0.2), _NEAR_PART),
    "furniture +50 %": Change(partial(furnished, more=0.5), _NEAR_PART),
    "furniture +100 %": Change(partial(furnished, more=1.0), _NEAR_PART),
    "furniture +300 %": Change(partial(furnished, more=3.0), _NEAR_PART),
    "half in furniture": Change(half_furnished, _PART),
    "farm page": Change(farmed, _NEAR_PART),
    "1 % replaced": Change(partial(replaced, share=0.01), _NEAR),
    "2 % replaced": Change(partial(replaced, share=0.02), _NEAR),
    "5 % replaced": Change(partial(replaced, share=0.05), _NEAR),
    "10 % replaced": Change(partial(replaced, share=0.1), _NEAR | {"reworded"}),
    "20 % replaced": Change(partial(replaced, share=0.2), _NEAR | {"reworded"}),
    "names injected": Change(injected, _NEAR),
    "paragraphs shuffled": Change(shuffled, _NEAR),
    "two halves joined": Change(spliced, frozenset({"spliced"}), frozenset({"spliced"})),
    "100-word quotation": Change(quotation, _PART | {"spliced", "shared_quotation"}, _NEAR_PART),
    "cut, shuffled, furnished": Change(mixed, _PART | {"near", "reworded"}),
}
"""By name, in the order of the tables. Furniture is no part of a copy: once it is known, the furnished base is near."""
