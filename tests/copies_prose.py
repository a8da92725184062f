"""Invented prose for the tests of copies: stories that share no words but those a test lets them share."""

from functools import cache

from chance import chance
from farms.grain import KEPT_TOPICS, OPEN_TOPICS, Grain

TOPICS = OPEN_TOPICS + KEPT_TOPICS


@cache
def story(seed: int, language: str = "en") -> tuple[str, ...]:
    """The paragraphs of a story, about two hundred words; each topic tells its own."""
    least = 350 if language == "ja" else 1100
    random = chance(seed)
    grain = Grain(random, language, (TOPICS[seed % len(TOPICS)],))
    paragraphs: list[str] = []
    while sum(len(paragraph) for paragraph in paragraphs) < least:
        paragraphs = list(grain.story().paragraphs)
    return tuple(paragraphs)


def text(seed: int, language: str = "en") -> str:
    """The same as one text."""
    return "\n\n".join(story(seed, language))


# A word is two to four of these syllables.
_ONSETS = (*"bdfghklmnprstvz", "br", "dr", "kl", "pl", "st", "tr")
_RHYMES = tuple(vowel + end for vowel in "aeiou" for end in ("", "n", "l", "r", "s"))


@cache
def nonsense(seed: int, count: int) -> tuple[str, ...]:
    """Words of no language: two seeds have no five words in a row in common, nor has one seed twice."""
    random = chance(seed)
    return tuple(
        "".join(random.choice(_ONSETS) + random.choice(_RHYMES) for _ in range(random.randint(2, 4)))
        for _ in range(count)
    )


def sentences(words: tuple[str, ...] | list[str], length: int = 12) -> str:
    """Words as sentences of one paragraph."""
    parts = [words[at : at + length] for at in range(0, len(words), length)]
    return " ".join(" ".join(part).capitalize() + "." for part in parts)


def prose(seed: int, count: int) -> str:
    """A paragraph of so many words of no language."""
    return sentences(nonsense(seed, count))


def without_spaces(seed: int, count: int) -> str:
    """So many signs of a script without blanks, in sentences."""
    random = chance(seed)
    signs = [chr(random.randrange(0x4E00, 0x5E00)) for _ in range(count)]
    return "。".join("".join(signs[at : at + 20]) for at in range(0, count, 20)) + "。"
