"""The two passes of jusText on the lines of a text: each line by itself, then by its neighbours.

In: lines and the stop words of their language. Out: the good ones. Written from Pomikálek 2011, "Removing boilerplate
and duplicate content from web corpora", chapter 3, with the default thresholds but for ``DENSE``. A text has no links,
hence no link density, and its headings are not marked: the rules for both are left out.
"""

from collections.abc import Iterable, Sequence
from enum import Enum, auto

SHORT = 70
LONG = 200
DENSE = 0.18
HALF_DENSE = 0.16
"""Published: 0.32 and 0.30, for lists of some hundreds of words. Our lists have the 25 to 50 commonest: with them the
published thresholds score 0.60 on a tenth of WCXB's articles, these 0.85; with jusText's own lists they score 0.83."""


class Sort(Enum):
    """What a line is: by itself at first, then by its neighbours."""

    GOOD = auto()
    NEAR_GOOD = auto()
    SHORT = auto()
    BAD = auto()


SURE = frozenset([Sort.GOOD, Sort.BAD])


def good_lines(lines: Sequence[str], stop_words: frozenset[str]) -> list[str]:
    """The lines that are no boilerplate."""
    sorts = in_context([by_itself(line, stop_words) for line in lines])
    return [line for line, sort in zip(lines, sorts, strict=True) if sort is Sort.GOOD]


def by_itself(line: str, stop_words: frozenset[str]) -> Sort:
    """The first pass: length and the share of stop words."""
    if "©" in line:
        return Sort.BAD
    if len(line) < SHORT:
        return Sort.SHORT
    split = line.casefold().split()
    density = sum(word in stop_words for word in split) / len(split)
    if density >= DENSE:
        return Sort.GOOD if len(line) > LONG else Sort.NEAR_GOOD
    return Sort.NEAR_GOOD if density >= HALF_DENSE else Sort.BAD


def in_context(sorts: Sequence[Sort]) -> list[Sort]:
    """The second pass: short lines, then near-good ones, go with the nearest lines that are sure; edges are bad."""
    before, after = nearest(sorts, SURE), nearest(sorts[::-1], SURE)[::-1]
    kinds = SURE | {Sort.NEAR_GOOD}
    just_before, just_after = nearest(sorts, kinds), nearest(sorts[::-1], kinds)[::-1]
    found = list(sorts)
    for number, sort in enumerate(sorts):
        if sort is Sort.SHORT:
            sides = before[number], after[number]
            leans = (before[number] is Sort.BAD and just_before[number] is Sort.NEAR_GOOD) or (
                after[number] is Sort.BAD and just_after[number] is Sort.NEAR_GOOD
            )
            is_good = sides == (Sort.GOOD, Sort.GOOD) or (sides != (Sort.BAD, Sort.BAD) and leans)
            found[number] = Sort.GOOD if is_good else Sort.BAD
    after, last = nearest(found[::-1], SURE)[::-1], Sort.BAD
    for number, sort in enumerate(found):
        if sort is Sort.NEAR_GOOD:  # what was decided of the line before counts at once
            found[number] = Sort.GOOD if Sort.GOOD in (last, after[number]) else Sort.BAD
        last = found[number]
    return found


def nearest(sorts: Iterable[Sort], wanted: frozenset[Sort]) -> list[Sort]:
    """For each line the nearest earlier one's sort that is among the wanted."""
    found, last = [], Sort.BAD
    for sort in sorts:
        found.append(last)
        last = sort if sort in wanted else last
    return found
