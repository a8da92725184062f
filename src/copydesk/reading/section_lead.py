"""Where a section's name begins in a line that files the page under it: ``Posted under Travel``, ``Rubrik: Sport``.

In goes a short line or a part of one, out comes a code point. What stands behind a label and a colon is believed;
behind a label alone or a mere ``in`` only a name that is written as one.
"""

from typing import Final

from copydesk.reading import words

MOST_WORDS, NAME_WORDS = 7, 4
"""Words of such a line, and of a section's name."""

EDGE: Final = " \t:：»›>-–—"


def begin(text: str, *, before: int = 1) -> int:
    """Where the section's name begins; 0 if the line names none.

    Args:
        text: The line, or its rest from some word on.
        before: How many words may stand before a preposition that is no part of a known label.
    """
    cued = words.cues(text).get("section_prefix")
    if cued:
        return _behind(text, cued[1])
    tokens = text.split()
    if not 2 <= len(tokens) <= MOST_WORDS:
        return 0
    # "Filed away under Travel": whatever the participle is, what is left must be a section that others have as well.
    prepositions = words.phrases("furniture", "within")
    at = 0
    for number, token in enumerate(tokens[:-1]):
        at = text.index(token, at) + len(token)
        if token.casefold() in prepositions and number <= before:
            name = text[at:].strip(EDGE)
            if is_known(name):
                return text.index(name, at)
    return 0


def is_known(name: str) -> bool:
    """Whether a name is that of a section, as sections.toml has them."""
    return words.label(name) in words.phrases("sections", "sections")


def end_of(text: str) -> int:
    """Where a section's name ends before the word that leads to a date behind it: ``Viajes el``."""
    head, _, last = text.rstrip().rpartition(" ")
    return len(head) if head and last in words.phrases("jobs", "before_dates") else len(text)


def _behind(text: str, end: int) -> int:
    rest = text[end:].lstrip(EDGE)
    if not rest or len(rest.split()) > NAME_WORDS:
        return 0
    at = len(text) - len(rest)
    coloned = any(sign in text[end:at] for sign in ":：")
    named = rest[0].isupper() or not rest[0].isascii()
    return at if coloned or (named and not any(map(str.isdigit, rest)) and rest[-1] not in ".!?,") else 0
