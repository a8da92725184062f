"""The word lists of words/*.toml, loaded once, and the few ways the readers match them.

A list is kept by language, but matched over all languages at once: the label of a list is often in another language
than the article (and a page's language is only known after it is read).
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

_EDGE: Final = " \t\r\n:：.。…!！?？,，;·•|>»›–—-*#\"'“”‘’()[]【】"
_COUNTER: Final = re.compile(r"\s*[(\[]\s*\d[\d.,\s]*[)\]]\s*$")


@cache
def table(name: str) -> dict[str, Any]:
    """One file of words/ as it stands: table -> key -> list."""
    return tomllib.loads((files("copydesk.reading") / "words" / f"{name}.toml").read_text("utf8"))


@cache
def phrases(name: str, key: str) -> frozenset[str]:
    """All entries of one table, in every language."""
    return frozenset(entry for entries in table(name)[key].values() for entry in entries)


def cues(text: str) -> dict[str, tuple[int, int]]:
    """The cues of cues.toml that a line holds: table -> the code points of its first hit.

    Tables named ``*_anywhere`` and ``wall_*`` hit as whole words at any place, the others only at the line's start.
    The line is split into words once; a word that begins no cue costs one look-up.
    """
    folded = text.casefold()
    if len(folded) != len(text):  # a few letters grow when folded, and offsets would slip
        folded = text.lower()
    by_word, unspaced = _cue_index()
    found: dict[str, tuple[int, int]] = {}
    first = True
    for match in _WORD.finditer(folded):
        for phrase, key, free in by_word.get(match.group(), ()):
            start, end = match.start(), match.start() + len(phrase)
            if (
                key not in found
                and (free or first)
                and folded.startswith(phrase, start)
                and not folded[end : end + 1].isalnum()
            ):
                found[key] = (start, end)
        first = False
    if not folded.isascii():
        for phrase, key, free in unspaced:
            at = folded.find(phrase)
            if at >= 0 and key not in found and (free or at <= 1):
                found[key] = (at, at + len(phrase))
    return found


@cache
def _cue_index() -> tuple[dict[str, list[tuple[str, str, bool]]], list[tuple[str, str, bool]]]:
    """Cues by their first word, longest first; and those of scripts without spaces, which have no first word."""
    by_word: dict[str, list[tuple[str, str, bool]]] = {}
    unspaced: list[tuple[str, str, bool]] = []
    for key, languages in table("cues").items():
        free = key.endswith("_anywhere") or key.startswith("wall_")
        for language, entries in languages.items():
            for entry in entries:
                match = _WORD.match(entry)
                if language in _UNSPACED or not match:
                    unspaced.append((entry, key, free))
                else:
                    by_word.setdefault(match.group(), []).append((entry, key, free))
    for entries in (*by_word.values(), unspaced):
        entries.sort(key=lambda item: len(item[0]), reverse=True)
    return by_word, unspaced


_WORD: Final = re.compile(r"\w+")
_UNSPACED: Final = frozenset(["ja", "zh", "th"])


def label(text: str) -> str:
    """A line as the label tables spell it: case folded, without counter, colon or ornament at its edges."""
    return " ".join(_COUNTER.sub("", text).casefold().strip(_EDGE).split())


@cache
def _labels() -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    whole: dict[str, str] = {}
    begins: list[tuple[str, str]] = []
    for region, languages in table("labels").items():
        for entries in languages.values():
            for entry in entries:
                if entry.endswith(" *"):
                    begins.append((entry[:-1], region))
                else:
                    whole.setdefault(entry, region)
    return whole, tuple(begins)


def region_of(text: str) -> str | None:
    """The region of labels.toml that a line opens, if it is a label."""
    if len(text) > 60:  # the longest labels known have 45 characters
        return None
    folded = label(text)
    if not folded:
        return None
    whole, begins = _labels()
    found = whole.get(folded)
    if found is None:
        found = next((region for start, region in begins if folded.startswith(start)), None)
    return found


_REACTION: Final = re.compile(r"(?P<label>[^\d(]{1,30}?)\s*[(（:]\s*(?P<count>\d{1,3}(?:[.,\s]\d{3})+|\d+)\s*[)）]?$")
_REACTION_FIRST: Final = re.compile(r"(?P<count>\d{1,3}(?:[.,\s]\d{3})+|\d+)\s+(?P<label>[^\d]{1,30})$")


def reaction(line: str) -> tuple[str, int] | None:
    """A line that is a counter and nothing else, as label and count: ``veryGood! (3858)``, ``12 likes``.

    The bracketed form needs no known word (kits invent their own); the others need one of the words for a reaction.
    """
    if len(line) > 45 or not any(c.isdigit() for c in line):
        return None
    match = _REACTION.match(line)
    known = phrases("cues", "reaction")
    if match:
        bracketed = line.rstrip()[-1] in ")）"
        if not bracketed and label(match["label"]) not in known:
            match = None
    if not match:
        match = _REACTION_FIRST.match(line)
        if not match or label(match["label"]) not in known:
            return None
    if len(match["label"].split()) > 3:
        return None
    return match["label"].strip(), int(re.sub(r"\D", "", match["count"]))
