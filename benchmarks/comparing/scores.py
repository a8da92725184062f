"""One tool's outcomes against the ground truth, by the official metrics.

In: pages and outcomes, in the same order. Out: a ``Row`` a page. A failed page scores as an empty reading; a field that
the tool offers on no page has no score at all.
"""

import hashlib
import json
import statistics
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from comparing.pages import SHARED, BenchPage, official
from comparing.runs import Outcome
from comparing.tools import PEERS, environment

FIELDS = ("title", "authors", "date", "topics")


@dataclass(frozen=True, slots=True)
class Row:
    """One tool on one page. Scores are between 0 and 1; ``body`` is precision, recall and F1 of words."""

    set: str
    id: str
    site: str
    type: str
    kind: str
    words: int
    body: dict[str, float] | None
    rouge: float | None
    scores: dict[str, float]
    read_ms: float | None
    parse_ms: float | None
    failure: str | None
    note: str

    @property
    def ratio(self) -> float | None:
        """The reading's cost in bare parses of the same page, in the same run."""
        return self.read_ms / self.parse_ms if self.read_ms is not None and self.parse_ms else None

    @property
    def empty(self) -> bool:
        """No word of a page that has a body, though nothing failed."""
        return self.body is not None and not self.words and not self.failure


def score(pages: Sequence[BenchPage], outcomes: Sequence[Outcome], rouge: "Rouge | None" = None) -> list[Row]:
    """All pages of one tool."""
    offered = {name for outcome in outcomes for name, value in (outcome.reading or {}).items() if value is not None}
    bodies = [str((outcome.reading or {}).get("body") or "") for outcome in outcomes]
    rouges: list[float | None] = [None] * len(pages)
    if rouge and "body" in offered:
        rouges = rouge([page.truth.get("paragraphs") for page in pages], bodies)
    return [
        _row(page, outcome, body, f1, offered)
        for page, outcome, body, f1 in zip(pages, outcomes, bodies, rouges, strict=True)
    ]


def _row(page: BenchPage, outcome: Outcome, body: str, rouge: float | None, offered: set[str]) -> Row:
    metrics, reading = official(), outcome.reading or {}
    fields = {}
    for name in FIELDS:
        if page.truth.get(name) and name in offered:
            fold, compare = metrics.SCORES[name]
            fields[name] = compare(fold(page.truth[name]), fold(reading.get(name)))["score"]
    return Row(
        set=page.set,
        id=page.id,
        site=page.site,
        type=page.type,
        kind=reading.get("kind") or "",
        words=len(body.split()),
        body=metrics.score_words(page.body, body) if page.body and "body" in offered else None,
        rouge=rouge,
        scores=fields,
        read_ms=outcome.read_ms,
        parse_ms=outcome.parse_ms,
        failure=outcome.failure,
        note=outcome.note,
    )


class Rouge:
    """ROUGE-LSum F1 of bodies, counted in an environment of its own and kept by what was compared."""

    def __init__(self, cache: Path) -> None:
        self._python = environment("rouge", Path(sys.executable), cache)
        self._kept = cache / "rouge.jsonl"
        self._known: dict[str, float] = {}
        if self._kept.is_file():
            for line in self._kept.read_text("utf8").splitlines():
                self._known.update(json.loads(line))

    def __call__(self, truths: Iterable[list[str] | None], bodies: Iterable[str]) -> list[float | None]:
        """One score a pair; None where there is no truth."""
        pairs = [(truth, body) if truth else None for truth, body in zip(truths, bodies, strict=True)]
        keys = [self._key(pair) if pair else "" for pair in pairs]
        unknown = {key: pair for key, pair in zip(keys, pairs, strict=True) if pair and key not in self._known}
        if unknown:
            found = self._count(unknown)
            self._known |= found
            with self._kept.open("a", encoding="utf8") as out:
                print(json.dumps(found), file=out)
        return [self._known.get(key) for key in keys]

    def _count(self, pairs: dict[str, tuple[list[str], str]]) -> dict[str, float]:
        command = [str(self._python), str(PEERS / "rouge.py"), str(SHARED)]
        done = subprocess.run(command, input=json.dumps(pairs), capture_output=True, text=True, check=True)
        found: dict[str, float] = json.loads(done.stdout)
        return found

    @staticmethod
    def _key(pair: tuple[list[str], str]) -> str:
        return hashlib.blake2b(json.dumps(pair).encode(), digest_size=16).hexdigest()


def mean(values: Iterable[float]) -> float | None:
    """The mean, or None of nothing."""
    found = list(values)
    return statistics.mean(found) if found else None


def percentile(values: Iterable[float], rank: int) -> float | None:
    """The value that ``rank`` per cent of the values do not pass, or None of nothing."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(rank / 100 * (len(ordered) - 1)))] if ordered else None


def as_json(row: Row) -> dict[str, Any]:
    """A row as ``--pages`` writes it."""
    return {name: getattr(row, name) for name in Row.__slots__}
