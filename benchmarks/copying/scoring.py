"""A detector's pairs against the truth of a pile.

In: a pile and pairs ``(a, b, kind)`` of document numbers. Out: a ``Verdict``. A pair is *right* if both documents kept
``SHARED`` or more of the same words of the same originals at the same places: the first quarter of an article and a
splice with its second half are no right pair. It is *unjudged* if they have fewer in common, or if two of their
originals have word 8-grams in common from the start, or their one original repeats some, and *wrong* otherwise,
whatever it is called. Recall asks for the pairs of a variant and its originals, reported as copying of any kind, and
apart from that by a right name.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import product

from copying.changes import CHANGES
from copying.drafts import shared
from copying.pile import ORIGINAL, Document, Pile

Pair = tuple[int, int, str]

SHARED = 25
"""Words in common that make a pair right."""

COPYING = frozenset({"identical", "near", "excerpt", "contains", "spliced", "reworded", "version"})
"""Kinds that say that one text was made from the other."""

WHOLE = frozenset({"identical", "near", "reworded", "version"})
"""Kinds that say that two documents are the same article: what a collector would unite."""

UNNAMED = "pair"
"""The kind of a pair from a detector that does not name any."""


@dataclass(frozen=True, slots=True)
class Row:
    """One kind of change: how many pairs there are, how many were found, how many by a right name."""

    kind: str
    pairs: int
    found: int
    named: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """All of one detector on one pile.

    Attributes:
        rows: Recall by kind of change.
        right: Right pairs.
        wrong: Wrong pairs, as reported.
        unjudged: Pairs that are neither.
        merged: Documents in clusters that hold two originals, if pairs that name the same article are joined.
        mergers: Such clusters.
    """

    rows: tuple[Row, ...]
    missed: tuple[Pair, ...]
    right: int
    wrong: tuple[Pair, ...]
    unjudged: int
    merged: int
    mergers: int

    @property
    def precision(self) -> float | None:
        """The share of right pairs among the judged ones; None where nothing was reported."""
        judged = self.right + len(self.wrong)
        return self.right / judged if judged else None


def judge(pile: Pile, pairs: Iterable[Pair]) -> Verdict:
    """Recall, precision and mergers; a pair that is reported twice counts once, under its first name."""
    names: dict[tuple[int, int], str] = {}
    for a, b, kind in pairs:
        if a != b:
            names.setdefault((min(a, b), max(a, b)), kind)
    judged = {True: 0, False: 0}
    wrong: list[Pair] = []
    for (a, b), kind in names.items():
        is_right = judged_pair(pile, pile.documents[a], pile.documents[b])
        if is_right is None:
            continue
        judged[is_right] += 1
        if not is_right:
            wrong.append((a, b, kind))
    rows, missed = recall(pile, names)
    merged, mergers = united(pile, names)
    unjudged = len(names) - sum(judged.values())
    return Verdict(rows, missed, judged[True], tuple(wrong), unjudged, merged, mergers)


def judged_pair(pile: Pile, one: Document, other: Document) -> bool | None:
    """Whether two documents really share a passage; None where they share too little to say."""
    words = shared(one.kept, other.kept)
    if words >= SHARED:
        return True
    if words or any((min(pair), max(pair)) in pile.residue for pair in product(one.kept, other.kept)):
        return None
    return False


def recall(pile: Pile, names: Mapping[tuple[int, int], str]) -> tuple[tuple[Row, ...], tuple[Pair, ...]]:
    """Each variant with each of its originals; a second original that is named otherwise has a row of its own."""
    place = {next(iter(each.kept)): at for at, each in enumerate(pile.documents) if each.kind == ORIGINAL}
    counts: defaultdict[str, Counter[str]] = defaultdict(Counter)
    missed: list[Pair] = []
    for at, document in enumerate(pile.documents):
        for nth, source in enumerate(document.sources):
            change = CHANGES[document.kind]
            right = change.second if nth else change.names
            kind = f"{document.kind}: its host" if nth and change.second != change.names else document.kind
            other = place[source]
            name = names.get((min(at, other), max(at, other)))
            is_found = name is not None and (name in COPYING or name in right or name == UNNAMED)
            counts[kind].update(pairs=1, found=int(is_found), named=int(name in right))
            if not is_found:
                missed.append((at, other, kind))
    order = [key for kind in CHANGES for key in (kind, f"{kind}: its host") if key in counts]
    return tuple(Row(kind, *(counts[kind][key] for key in ("pairs", "found", "named"))) for kind in order), tuple(
        missed
    )


def united(pile: Pile, names: Mapping[tuple[int, int], str]) -> tuple[int, int]:
    """Documents and clusters in which two originals came together by joining pairs called the same article."""
    parent = list(range(len(pile.documents)))

    def root(at: int) -> int:
        while parent[at] != at:
            parent[at] = at = parent[parent[at]]
        return at

    for (a, b), kind in names.items():
        if kind in WHOLE or kind == UNNAMED:
            parent[root(a)] = root(b)
    sizes = Counter(map(root, range(len(parent))))
    originals = Counter(root(at) for at, document in enumerate(pile.documents) if document.kind == ORIGINAL)
    mixed = [cluster for cluster, count in originals.items() if count > 1]
    return sum(sizes[cluster] for cluster in mixed), len(mixed)
