"""The copies tables: recall by change, what else was reported, near-misses, cost, growth, parts.

In: verdicts and runs by detector. Out: grids. Nothing is computed here but shares.
"""

from collections.abc import Mapping, Sequence

from comparing.tables import Grid, number, share

from copying.misses import MissRow
from copying.parts import Parts
from copying.pile import Pile
from copying.scoring import Verdict
from copying.subjects import Run


def recalls(verdicts: Mapping[str, Verdict], subject: str | None, bases: int) -> Grid:
    """Recall by change, a column a detector; of the subject also how many were called by a right name."""
    labels = list(verdicts)
    heads = ["change", "pairs", *map(head, labels)]
    if subject:
        heads.insert(3, "rightly\nnamed")
    rows = []
    for nth, first in enumerate(verdicts[labels[0]].rows):
        cells = [share(verdict.rows[nth].found / first.pairs) for verdict in verdicts.values()]
        if subject:
            cells.insert(1, share(first.named / first.pairs))
        rows.append((first.kind, str(first.pairs), *cells))
    return Grid(f"recall by kind of change ({bases} bases)", tuple(heads), rows)


def precisions(verdicts: Mapping[str, Verdict], pile: Pile) -> Grid:
    """Precision over all pairs, and what joining the pairs that name the same article unites."""
    rows = [
        (
            label,
            "–" if verdict.precision is None else f"{verdict.precision:.4f}",
            *(str(count) for count in (verdict.right, len(verdict.wrong), verdict.unjudged)),
            *(str(count) for count in (verdict.mergers, verdict.merged)),
        )
        for label, verdict in verdicts.items()
    ]
    heads = ("detector", "precision", "right", "wrong", "unjudged", "clusters with\ntwo originals", "texts\nin them")
    return Grid(f"pairs reported of {len(pile.documents)} texts", heads, rows)


def costs(runs: Mapping[str, Run]) -> Grid:
    """What finding costs."""
    rows: list[tuple[str, ...]] = [
        (label, number(run.texts / run.cpu_s), number(run.size / run.cpu_s / 1e6), f"{run.bytes_a_text:.0f}")
        for label, run in runs.items()
        if run.cpu_s
    ]
    return Grid("cost: CPU time, peak memory", ("detector", "texts\na CPU s", "MB\na CPU s", "bytes\na text"), rows)


def near_misses(by_detector: Mapping[str, tuple[Sequence[MissRow], int]], subject: str | None) -> Grid:
    """What the subject calls near-misses; of the peers, how many they report, which is as copies."""
    labels = list(by_detector)
    parts = ("called\nso", "called\ncopies", "something\nelse") if subject else ()
    heads = ["near-miss", "pairs", *parts, *(head(label) for label in labels[bool(subject) :])]
    rows = []
    for nth, first in enumerate(by_detector[labels[0]][0]):
        found = [by_detector[label][0][nth] for label in labels]
        counts = [first.named, first.copies, first.other] if subject else []
        counts += [row.copies for row in found[bool(subject) :]]
        rows.append((first.kind, str(first.pairs), *(share(count / first.pairs) for count in counts)))
    wrong = [str(by_detector[label][1]) for label in labels]
    rows.append(("wrong pairs beside", "", *(["", "", wrong.pop(0)] if subject else []), *wrong))
    return Grid("near-misses: the share called what they are, or copies", tuple(heads), rows)


def growth(runs: Sequence[Run]) -> Grid:
    """Cost by the number of texts; growth is CPU time by texts, against the row above."""
    rows: list[tuple[str, ...]] = []
    above: Run | None = None
    for run in runs:
        grown = None if above is None else run.cpu_s / run.texts / (above.cpu_s / above.texts)
        figures = (run.cpu_s, run.wall_s, run.texts / run.cpu_s, run.peak / 2**20, grown)
        rows.append((f"{run.texts:,}", number(run.size / 1e6), f"{run.found:,}", *map(number, figures)))
        above = run
    heads = ("texts", "MB", "pairs", "CPU s", "wall s", "texts\na CPU s", "peak\nMiB", "CPU a text,\n× above")
    return Grid("growth", heads, rows)


def parts(rows: Sequence[Parts]) -> Grid:
    """Cost by part and number of texts; growth is all CPU time by texts, against the row above."""
    cells: list[tuple[str, ...]] = []
    above: Parts | None = None
    for row in rows:
        grown = None if above is None else row.cpu_s / row.texts / (above.cpu_s / above.texts)
        steps = map(number, (row.hashing, row.candidates))
        found = (f"{row.pairs:,}", number(row.aligning), f"{row.families:,}", number(row.gathering))
        figures = (row.cpu_s / row.texts * 1000, grown, row.wall_s, row.peak / 2**20)
        cells.append((f"{row.texts:,}", number(row.size / 1e6), *steps, *found, *map(number, figures)))
        above = row
    costs = ("hashing,\nCPU s", "candidates,\nCPU s", "pairs", "alignment,\nCPU s", "families", "families,\nCPU s")
    heads = ("texts", "MB", *costs, "CPU ms\na text", "× above", "wall s", "peak\nMiB")
    return Grid("parts", heads, cells)


def head(label: str) -> str:
    """A detector's name over a column."""
    return label.replace(" ", "\n")
