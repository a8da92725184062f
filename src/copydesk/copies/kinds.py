"""What two aligned texts are to one another: one kind for each pair, by rules that read from top to bottom."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.alignment import Aligned
from copydesk.copies.tokens import NAMELIKE, PROSE, QUOTED
from copydesk.types import OverlapKind

MOST: Final = 0.8
"""The share of a text from which all of it, but for small changes, is in the other."""

WHOLE: Final = 0.9
"""The share from which that holds even of a text that has a little of a third."""

THROUGH: Final = 0.6
"""The share of both texts that lies in passages, changed or not, from which one goes through the other."""

DENSE: Final = 0.85
"""Passages in which a smaller share of the words is the same are another's words in part."""

NAMED: Final = 0.45
"""Share of names and figures among the changed words from which it is they that were changed: of any words, a fifth."""

CHANGED: Final = 0.05
"""With a smaller share of changed words a text is a copy, whatever was changed."""

ENTRIES: Final = 4
"""So many passages in another order are entries of a list."""

ENTRY: Final = 20
"""Fewer words are no entry, but a turn of phrase."""

LEAD: Final = 50
"""Words of a story's beginning."""

GROWN: Final = 0.9
"""A later version of which parts are gone has more words all the same: of what it was, less than this share of it."""


LEAST: Final = 0.2
"""The share of either text's words that a rewording has in common with the other."""

LOOSE: Final = frozenset(
    {OverlapKind.SHARED_QUOTATION, OverlapKind.SPLICED, OverlapKind.VERSION, OverlapKind.FOLLOW_UP}
)
"""Kinds of pairs of which a good part is in one text only, and may go through the other with other words."""


@dataclass(frozen=True, slots=True)
class Side:
    """One of two texts, seen from their overlap; shares are of its words without furniture, known or likely.

    Attributes:
        words: How many these are.
        held: Share of them that the other has.
        reach: Share of them that lies in passages, changed or not.
        same: How many of them the other has.
        prose: How many of these stand in prose.
        quoted: Share of the shared words that stands between quotation marks.
        changed: Share of the words in passages that the other has not.
        named: Share of names and figures among those.
        lead: Share of the text's first words of prose that the other has: a list of links that two pages begin with
            is no story's beginning.
        edited: Share of the text that the other has not, between the first and the last word that it has.
    """

    words: int
    held: float
    reach: float
    same: int
    prose: int
    quoted: float
    changed: float
    named: float
    lead: float
    edited: float


def sides(
    found: Aligned, a: tuple[NDArray[np.uint8], NDArray[np.bool_]], b: tuple[NDArray[np.uint8], NDArray[np.bool_]]
) -> tuple[Side, Side]:
    """Both texts of an alignment, each given by the flags of its words and which of them are furniture."""
    return (
        _side(found.same_a, _inside(found.starts_a, found.ends_a, len(a[0])), *a),
        _side(found.same_b, _inside(found.starts_b, found.ends_b, len(b[0])), *b),
    )


def entries(found: Aligned) -> bool:
    """Whether what two texts share are several passages in another order."""
    words = np.minimum(found.ends_a - found.starts_a, found.ends_b - found.starts_b)
    whole = found.starts_b[words >= ENTRY]
    return len(whole) >= ENTRIES and bool((whole[1:] < whole[:-1]).any())


def longest(found: Aligned, among: NDArray[np.bool_] | None = None) -> int:
    """How many words the two texts share in the passage that has most of them; among these of the first text's."""
    if not len(found.starts_a):
        return 0
    counted = found.same_a if among is None else found.same_a & among
    shared = np.concatenate(([0], np.cumsum(counted)))
    return int((shared[found.ends_a] - shared[found.starts_a]).max())


def is_serial(a: Side, b: Side) -> bool:
    """Whether one text goes through the other with other names and figures.

    A form that recurs over a series is furniture by its number; but furniture stands beside a story, and a form goes
    through it. So this holds of whole texts too, furniture and all.
    """
    through = min(a.reach, b.reach) >= THROUGH
    return through and min(a.changed, b.changed) >= CHANGED and min(a.named, b.named) >= NAMED


def kind(a: Side, b: Side, *, entries: bool, third: Callable[[], bool], drawn: bool) -> OverlapKind:
    """What the first text is to the second, if they are not the same.

    Args:
        a: The first.
        b: The second.
        entries: Whether what they share are entries in another order.
        third: Says whether the rest of one of them is known from a text that has nothing of the other.
        drawn: Whether the first is the part where each is as much of the other.
    """
    through = min(a.reach, b.reach) >= THROUGH
    if max(a.quoted, b.quoted) >= MOST and max(a.held, b.held) < 0.6:
        return OverlapKind.SHARED_QUOTATION
    if is_serial(a, b):
        return OverlapKind.SERIAL
    if min(a.held, b.held) >= MOST and (min(a.held, b.held) >= WHOLE or not third()):
        return OverlapKind.NEAR
    if through and min(a.changed, b.changed) > 1 - DENSE:
        return OverlapKind.REWORDED
    if max(a.reach, b.reach) >= MOST:
        one, other = (a.reach, a.held, -a.words), (b.reach, b.held, -b.words)
        part = one > other or (one == other and drawn)
        if not entries and (_is_update(a, b) or _is_update(b, a)):
            return OverlapKind.VERSION
        return OverlapKind.EXCERPT if part else OverlapKind.CONTAINS
    if third():
        return OverlapKind.SPLICED
    if min(a.lead, b.lead) >= 0.5:
        return OverlapKind.VERSION
    # Whole entries in another order under another beginning: this year's list and last year's.
    if entries:
        return OverlapKind.SERIAL
    return OverlapKind.FOLLOW_UP if max(a.held, b.held) < 0.5 else OverlapKind.VERSION


def _is_update(old: Side, new: Side) -> bool:
    """Whether a text that holds another tells the later state of its story: under a new lead, and the rest edited.

    Names and figures have changed, or parts are gone; whoever quotes a text at length begins with a story of their own
    and leaves it as it is.
    """
    if old.reach < MOST or new.lead > 0.8:
        return False
    if new.changed >= 0.04 and new.named >= 0.25:
        return old.lead >= 0.9
    is_grown = old.words < GROWN * new.words
    return is_grown and old.lead >= 0.65 and new.lead >= 0.1 and old.edited >= 0.04


def _side(
    same: NDArray[np.bool_],
    inside: NDArray[np.bool_],
    flags: NDArray[np.uint8],
    furniture: NDArray[np.bool_],
) -> Side:
    # What only this text has and what looks like no prose is its site's, were it on no other page.
    prose = (flags & PROSE) != 0
    own, shared = (same | prose) > furniture, same > furniture
    reached = (inside | same) & own
    other = reached > same
    # Counting is cheap, of booleans most of all: most of this is done a million times for a large pile.
    count, words, reach = max(_count(own), 1), _count(shared), _count(reached)
    changed = _count(other)
    quoted = _count(flags[shared] & QUOTED)
    named = _count(flags[other] & NAMELIKE)
    opening = (own & prose).nonzero()[0][:LEAD]
    places = shared.nonzero()[0]
    between = _count(own[places[0] : places[-1] + 1]) if words else 0
    return Side(
        words=count,
        held=words / count,
        reach=reach / count,
        same=words,
        prose=_count(shared & prose),
        quoted=quoted / max(words, 1),
        changed=changed / max(reach, 1),
        named=named / max(changed, 1),
        lead=_count(same[opening]) / max(len(opening), 1),
        edited=(between - words) / count,
    )


def _count(values: NDArray[np.generic]) -> int:
    return int(np.count_nonzero(values))


def _inside(starts: NDArray[np.int64], ends: NDArray[np.int64], count: int) -> NDArray[np.bool_]:
    """For each word whether it lies in a passage."""
    inside = np.zeros(count, np.bool_)
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        inside[start:end] = True
    return inside
