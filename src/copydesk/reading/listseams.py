"""Lists of a text that lost their line breaks: where a label runs into its first entry, and entries into each other.

In goes one line of words, out come code points of it. Entries between which nothing but a blank stands are not parted.
"""

import re
from typing import Final

from copydesk.reading import textlists, words
from copydesk.reading.glue import GLUE, UNSPACED, glued

LISTED: Final = frozenset(["related", "ranking", "recommended", "latest"])
"""Regions of labels.toml that are lists of headlines."""

_LIST_SEAMS: Final = tuple(
    map(re.compile, (r"\s*\|\s*", r"\s*[•●▪►▶]\s*", r"\s*;\s+", r"\s+[·/»→]\s+", r"\s+(?=#?\d{1,2}[.)]\s)"))
)
_MARKED_SEAM: Final = re.compile(r"(?P<label>[^\d:：.!?]{3,40}?)\s*[:：]?\s*(?:#?1[.):]\s*|[-–—•*►▶→]\s+)(?=\S)")


_FIRST_MARK: Final = re.compile(r"1[.):]|[-–—•*►▶→]\s")
MARKED_REACH: Final = 60


def is_marked(whole: str) -> bool:
    """Whether a line is a short word or two and then the mark of a first entry: ``Charts 1. Storm …``."""
    return (
        _FIRST_MARK.search(whole, 3, MARKED_REACH) is not None
        and _MARKED_SEAM.match(whole, 0, MARKED_REACH) is not None
    )


def label_end(whole: str) -> int:
    """Where the label of a list ends that begins this line and runs into its first entry; 0 if none does."""
    marked = _MARKED_SEAM.match(whole, 0, MARKED_REACH)
    if (
        marked
        and textlists.region_like(marked["label"]) in LISTED
        and words.region_of(marked["label"]) in {None, *LISTED}
    ):
        return marked.end("label")
    head = whole[:60]
    colon = re.search(r"[:：]", head)
    ends = [colon.start()] if colon else []
    ends += [match.start() for match in GLUE.finditer(head)]
    ends += [match.start() for match in re.finditer(r"(?<=\w)(?=\s|[-–—•*►▶»#])|(?<=[^\W\d])(?=\d)", head)][:8]
    if UNSPACED.search(head[:16]):
        ends += range(2, min(16, len(whole)))
    for end in sorted({end for end in ends if end}, reverse=True):
        if words.region_of(head[:end], exactly=True) in LISTED:
            return end
    return 0


def entries(whole: str, begin: int) -> list[tuple[int, int]]:
    """The entries of a list that stand in one line, from ``begin`` on; one if no seam shows between them."""
    for seam in _LIST_SEAMS:
        parts = _parted(whole, begin, [match.span() for match in seam.finditer(whole, begin)])
        if len(parts) > 2 and all(
            len(whole[start:end].split()) >= 2 or UNSPACED.search(whole[start:end]) for start, end in parts
        ):
            return parts
    parts = _parted(whole, begin, [(at, at) for at in glued(whole, begin)])
    long: list[tuple[int, int]] = []
    for start, end in parts:
        if long and (len(whole[start:end].split()) < 2 or len(whole[slice(*long[-1])].split()) < 2):
            long[-1] = long[-1][0], end
        else:
            long.append((start, end))
    return long


def _parted(whole: str, begin: int, seams: list[tuple[int, int]]) -> list[tuple[int, int]]:
    parts, at = [], begin
    for start, end in [*seams, (len(whole), len(whole))]:
        text = whole[at:start]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            parts.append((at + lead, at + len(text.rstrip())))
        at = end
    return parts
