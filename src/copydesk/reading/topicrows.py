"""Topics of a text by their form: a row of names in one line, set off by marks or run together.

Kits call their topics what they like; what shows them is that a line below the article is nothing but names. In goes a
line, out come code points of it; whether the article has the names itself is for whoever asks.
"""

import re
from typing import Final

from copydesk.reading import textlists, words
from copydesk.reading.glue import glued

LONGEST, LABEL, LABEL_WORDS, NAME_WORDS, LEAST = 300, 40, 5, 4, 2
"""Characters of such a line and of the label before its colon, words of that and of a name, names of a row."""

_SEAMS: Final = re.compile(r"\s*[|•·;，、]\s*|\s*,\s*|\s/\s")
_SIGN: Final = re.compile("[|•·;，、,]")
_CLOSING: Final = '.!?:："”»)'


def label_end(text: str) -> int:
    """Where the names begin behind a label and its colon; 0 if there is none."""
    colon = text.replace("：", ":").find(":", 0, LABEL)
    if colon > 0:
        return colon + 1 if text[colon + 1 :].strip() else 0
    if not has_seam(text):
        return 0
    at = 0
    for _ in range(LABEL_WORDS):  # "Tags Eels, Storms"
        at = text.find(" ", at + 1, LABEL)
        if at < 0 or at + 1 == len(text):
            break
        if not text[at + 1].islower() and textlists.is_topics_label(text[:at]):
            return at
    return 0


def has_seam(text: str) -> bool:
    """Whether a line that may be a row has a mark that may part names."""
    if len(text) > LONGEST:
        return False
    return _SIGN.search(text) is not None or ("/" in text and _SEAMS.search(text) is not None)


def row(text: str, begin: int = 0) -> list[tuple[int, int]]:
    """The names of a row, from ``begin`` on; none if the line is anything else."""
    if len(text) > LONGEST or text[-1] in _CLOSING or "©" in text or any(map(str.isdigit, text)):
        return []
    spans, at = [], begin
    for start, end in [*(seam.span() for seam in _SEAMS.finditer(text, begin)), (len(text), len(text))]:
        spans.append((at, start))
        at = end
    if len(spans) == 1:
        seams = list(glued(text, begin))
        spans = list(zip([begin, *seams], [*seams, len(text)], strict=True)) if len(seams) >= LEAST - 1 else []
    found = [(end - len(text[start:end].lstrip()), start + len(text[start:end].rstrip())) for start, end in spans]
    named = all(_is_name(text[start:end]) for start, end in found)
    return found if len(found) >= LEAST and named else []


def closes_list(text: str, following: str) -> bool:
    """Whether a line is the row of topics, or its label with the row below, that a list of headlines has behind it."""
    if text[-1] in ":：" and len(text) <= LABEL:
        return len(row(following)) > LEAST
    begin = label_end(text)
    if not begin:
        return False
    if words.region_of(text[: begin - 1]) == "topics" or textlists.topics_begin(text):
        return bool(row(text, begin)) or len(text[begin:].split()) <= NAME_WORDS
    return not _COMMA.search(text, begin) and len(row(text, begin)) > LEAST


_COMMA: Final = re.compile(",")


def _is_name(text: str) -> bool:
    return bool(text) and not text[0].islower() and len(text.split()) <= NAME_WORDS
