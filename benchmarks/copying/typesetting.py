"""The same words, set otherwise: what changes when a text passes through another system.

In: a text and a seed. Out: the text with other quotation marks and dashes, hard blanks, decomposed letters, capitals at
the beginning and lines wrapped. A word stays the same word once case, form and punctuation are folded.
"""

import re
import textwrap
import unicodedata
from random import Random

from seeds import seeded

WIDTH = 68
_CURLY = {"“": '"', "”": '"', "‘": "'", "’": "'", "„": '"', "«": '"', "»": '"'}
_TO_STRAIGHT = str.maketrans(_CURLY)
_DASH = re.compile(r"(?<=\s)(?:--|[-–—])(?=\s)")
_OPENING = re.compile(r'(?<!\S)"(?=\w)')


def typeset(text: str, seed: int) -> str:
    """The text as another house sets it."""
    random = seeded(seed)
    straight = text.translate(_TO_STRAIGHT)
    turned = straight if straight != text else _OPENING.sub("“", text).replace('"', "”").replace("'", "’")
    dashed = _DASH.sub(random.choice(["--", "–", "—", "-"]), turned)
    paragraphs = (_wrapped(_capitals(paragraph), random) for paragraph in dashed.split("\n\n"))
    return unicodedata.normalize("NFD", "\n\n".join(paragraphs))


def _capitals(paragraph: str) -> str:
    """The first three words in capitals; those that do not survive it, such as ß, as they are."""
    words = paragraph.split(" ")
    upper = [word.upper() if word.upper().casefold() == word.casefold() else word for word in words[:3]]
    return " ".join([*upper, *words[3:]])


def _wrapped(paragraph: str, random: Random) -> str:
    """Lines of a fixed width, one blank in twenty made a hard one."""
    words = paragraph.split(" ")
    glued = words[0] + "".join(("\xa0" if random.random() < 0.05 else " ") + word for word in words[1:])
    return textwrap.fill(glued, WIDTH, break_long_words=False, break_on_hyphens=False)
