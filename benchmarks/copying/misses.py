"""A detector's pairs on the near-misses: what each was called, and whether anything else was reported.

In: near-misses and bases, made one list of texts, and pairs. Out: a ``MissRow`` a kind, and how many pairs across
near-misses were reported: of those, pairs of one serial are right, pairs of one statement's pattern are not counted.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from copying.drafts import Original
from copying.negatives import NearMiss
from copying.scoring import COPYING, UNNAMED, Pair


@dataclass(frozen=True, slots=True)
class MissRow:
    """One kind of near-miss: pairs called what they are, called copies, called something else, not reported."""

    kind: str
    pairs: int
    named: int
    copies: int
    other: int
    silent: int


def texts_of(misses: Sequence[NearMiss], bases: Sequence[Original]) -> tuple[list[str], dict[str, int]]:
    """Every text once, near-misses before bases, and the place of each."""
    ordered = [text for miss in misses for text in (miss.one, miss.other)] + [base.text for base in bases]
    places = {text: at for at, text in enumerate(dict.fromkeys(ordered))}
    return list(places), places


def judge_misses(
    misses: Sequence[NearMiss], places: dict[str, int], pairs: Iterable[Pair]
) -> tuple[list[MissRow], int]:
    """A row a kind, and the number of wrong pairs beside them."""
    names = {(min(a, b), max(a, b)): kind for a, b, kind in pairs}
    kinds = dict.fromkeys(miss.kind for miss in misses)
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in kinds}
    patterns: dict[int, str] = {}
    for miss in misses:
        one, other = places[miss.one], places[miss.other]
        patterns |= {one: miss.pattern, other: miss.pattern}
        name = names.pop((min(one, other), max(one, other)), None)
        counts[miss.kind].update(["pairs", called(name, miss.kind)])
    wrong = sum(a not in patterns or patterns[a] != patterns.get(b) for a, b in names)
    columns = ("pairs", "named", "copies", "other", "silent")
    return [MissRow(kind, *(count[key] for key in columns)) for kind, count in counts.items()], wrong


def called(name: str | None, kind: str) -> str:
    """The column of a pair."""
    if name is None:
        return "silent"
    if name == kind:
        return "named"
    return "copies" if name in COPYING or name == UNNAMED else "other"
