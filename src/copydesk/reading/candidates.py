"""Many places say the same thing: candidates for a value, weighed together into one Field.

Each candidate carries the chance that it is right on its own. Candidates that agree support each other as independent
witnesses (noisy-or: ``1 - (1-a)(1-b)``); the value with the best sum wins, in the words of its strongest witness.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from copydesk.types import Evidence, Field

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """A possible value, the place that says so, and the chance (0 to 1) that this place is right."""

    value: T
    evidence: Evidence
    weight: float


MOST = 0.99
"""No agreement of a page with itself is certainty."""


def choose(candidates: Iterable[Candidate[T]], key: Callable[[T], Hashable]) -> Field[T | None]:
    """The best supported value, with every place that supports it; an empty Field if there is no candidate.

    Args:
        candidates: In no particular order; of equals the first wins.
        key: What makes two values the same; None or an empty string leaves a candidate out.
    """
    groups: dict[Hashable, list[Candidate[T]]] = {}
    for candidate in candidates:
        folded = key(candidate.value)
        if folded:
            groups.setdefault(folded, []).append(candidate)
    if not groups:
        return Field(None)
    best = max(groups.values(), key=support)
    best.sort(key=lambda candidate: -candidate.weight)
    # A place that was found by two ways is one witness, not two.
    witnesses = list({candidate.evidence: candidate for candidate in reversed(best)}.values())[::-1]
    return Field(best[0].value, tuple(c.evidence for c in witnesses), round(support(witnesses), 3))


def support(group: Iterable[Candidate[T]]) -> float:
    """The chance that at least one of the candidates is right."""
    doubt = 1.0
    for candidate in group:
        doubt *= 1.0 - candidate.weight
    return min(1.0 - doubt, MOST)


def collect(candidates: Iterable[Candidate[T]], key: Callable[[T], Hashable]) -> Field[tuple[Field[T], ...]]:
    """All different values, in the order of their first candidate, each with every place that supports it."""
    groups: dict[Hashable, list[Candidate[T]]] = {}
    for candidate in candidates:
        folded = key(candidate.value)
        if folded:
            groups.setdefault(folded, []).append(candidate)
    items = tuple(
        Field(group[0].value, tuple(c.evidence for c in group), round(support(group), 3)) for group in groups.values()
    )
    return listed(items)


def listed(items: tuple[Field[T], ...], evidence: tuple[Evidence, ...] = ()) -> Field[tuple[Field[T], ...]]:
    """A list attribute of these items; as sure as its items are on average."""
    if not items:
        return Field((), evidence)
    return Field(items, evidence, round(sum(item.confidence for item in items) / len(items), 3))
