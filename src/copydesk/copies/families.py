"""Overlaps -> families of passages: each passage once, under the text that stands for it best, with all that have it.

Families are of passages, not of pages: a page spliced from two stories is in the families of both and joins neither.
A text belongs to a family by what it shares with the root, never through a third text. Nothing depends on the order of
the texts.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from copydesk.copies import fingerprints
from copydesk.copies.index import PassageIndex
from copydesk.copies.kinds import MOST
from copydesk.types import Family, Member, Overlap, OverlapKind, Passage

WORDS: Final = 20
"""A shorter passage makes no family, unless it is a whole text."""

NOT_COPIES: Final = frozenset({OverlapKind.SHARED_QUOTATION, OverlapKind.SERIAL, OverlapKind.FOLLOW_UP})
"""What shares words for another reason makes no family."""

_TURNED: Final = {OverlapKind.EXCERPT: OverlapKind.CONTAINS, OverlapKind.CONTAINS: OverlapKind.EXCERPT}


@dataclass(frozen=True, slots=True)
class _Link:
    """An overlap seen from one of its texts: ``passages`` have that text as ``a``; ``kind`` says what the other is."""

    other: int
    kind: OverlapKind
    held: float
    passages: tuple[Passage, ...]


Bounds = tuple[int, int]
Group = list[tuple[_Link, Passage]]


def families(of: PassageIndex, overlaps: Iterable[Overlap]) -> list[Family]:
    """The families of a pile, the largest first, from all its overlaps."""
    whole = of.whole()
    links: dict[int, list[_Link]] = defaultdict(list)
    worth: dict[int, tuple[float, float]] = defaultdict(lambda: (0.0, 0.0))
    for overlap in overlaps:
        if overlap.kind in NOT_COPIES:
            continue
        likeness = min(overlap.containment_ab, overlap.containment_ba)
        for link, text in _links(overlap):
            links[text].append(link)
            near, any_ = worth[text]
            worth[text] = (near + likeness * (likeness >= MOST), any_ + likeness)
    taken: dict[int, list[tuple[int, int]]] = defaultdict(list)
    found: list[Family] = []
    together: dict[int, set[int]] = defaultdict(set)

    def rank(text: int) -> tuple[float, float, int, int, int]:
        """Near copies first, then copies of any kind, length, and the words themselves."""
        near, any_ = worth[text]
        return -round(near, 6), -round(any_, 6), -_words(of, text), int(whole[text]), text

    for root in sorted(links, key=rank):
        for spans, members in _shared(links[root], taken[root]):
            if set.intersection(together[root], *(together[member.text] for member in members)):
                continue  # they share more than this, and are known to
            words = sum(_words(of, root, *span) for span in spans)
            found.append(Family(_id(of, root, spans, int(whole[root])), root, spans, words, members))
            ours = {member.text for member in members}
            for text in (root, *ours):
                together[text].add(len(found))
            # What else a text shares with the root, were it too short for a passage, is known as well.
            for link in links[root]:
                if link.other in ours:
                    taken[link.other].extend((each.b_start, each.b_end) for each in link.passages)
    return sorted(found, key=lambda family: (-len(family.members), -family.words, family.id))


def _links(overlap: Overlap) -> Iterator[tuple[_Link, int]]:
    """An overlap from both of its texts."""
    a, b, kind, passages = overlap.a, overlap.b, overlap.kind, overlap.passages
    back = tuple(
        sorted(
            (Passage(each.b_start, each.b_end, each.a_start, each.a_end, each.words) for each in passages),
            key=lambda each: each.a_start,
        )
    )
    yield _Link(b, _TURNED.get(kind, kind), overlap.containment_ba, passages), a
    yield _Link(a, kind, overlap.containment_ab, back), b


def _shared(links: Sequence[_Link], taken: Sequence[Bounds]) -> Iterator[tuple[tuple[Bounds, ...], tuple[Member, ...]]]:
    """What a text shares and no family has yet, with the texts that have it; what the same texts have is one."""
    merged = _merged(taken)
    by_texts: dict[frozenset[int], list[tuple[Bounds, Group]]] = defaultdict(list)
    for bounds, group in _stretches(links, merged):
        by_texts[frozenset(link.other for link, _ in group)].append((bounds, group))
    for stretches in by_texts.values():
        spans = tuple(bounds for bounds, _ in stretches)
        yield spans, _members([each for _, group in stretches for each in group])


def _stretches(links: Sequence[_Link], taken: Sequence[Bounds]) -> Iterator[tuple[Bounds, Group]]:
    """Stretches of a text that hang together, each with all passages in it."""
    free = [
        (*bounds, link, each)
        for link in links
        for each in link.passages
        if each.words >= WORDS or link.held >= MOST
        for bounds in _without(each, taken)
        if each.words * (bounds[1] - bounds[0]) >= WORDS * (each.a_end - each.a_start) or link.held >= MOST
    ]
    free.sort(key=lambda each: (each[0], each[1], each[2].other))
    start = end = -1
    group: Group = []
    for first, last, link, passage in free:
        # Two passages hang together if they share more than a fifth of the shorter.
        if group and min(end, last) - first > (min(end - start, last - first)) // 5:
            group.append((link, passage))
            end = max(end, last)
            continue
        if group:
            yield (start, end), group
        start, end, group = first, last, [(link, passage)]
    if group:
        yield (start, end), group


def _members(group: Group) -> tuple[Member, ...]:
    """Each text of a group of passages once."""
    passages: dict[int, list[Passage]] = defaultdict(list)
    by_text = {}
    for link, passage in group:
        passages[link.other].append(passage)
        by_text[link.other] = link
    members = [
        Member(text, link.kind, link.held, tuple(sorted(passages[text], key=lambda each: each.a_start)))
        for text, link in by_text.items()
    ]
    return tuple(sorted(members, key=lambda member: (-sum(each.words for each in member.passages), member.text)))


def _without(passage: Passage, taken: Sequence[Bounds]) -> Iterator[Bounds]:
    """What of a passage has no family yet; ``taken`` rises and does not overlap."""
    start = passage.a_start
    for first, last in taken:
        if first >= passage.a_end:
            break
        if first > start:
            yield start, first
        start = max(start, last)
    if start < passage.a_end:
        yield start, passage.a_end


def _merged(spans: Sequence[Bounds]) -> list[Bounds]:
    merged: list[Bounds] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def _words(of: PassageIndex, text: int, start: int = 0, end: int = 1 << 31) -> int:
    """How many words of a text begin between two of its code points."""
    first, last = np.searchsorted(of.words(text).starts, (start, end))
    return int(last - first)


def _id(of: PassageIndex, text: int, spans: Sequence[Bounds], whole: int) -> str:
    """The smallest hash of five words in a passage: nearly always the same in its near copies."""
    words = of.words(text)
    runs = [fingerprints.runs(words.hashes[slice(*np.searchsorted(words.starts, span))]) for span in spans]
    # A passage of fewer words than a run is a whole text.
    smallest = min((int(each.min()) for each in runs if len(each)), default=whole)
    return f"{smallest:016x}"
