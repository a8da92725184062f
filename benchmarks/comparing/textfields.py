"""Fields read from texts, against the ground truth of the pages they were made from, by the official metrics.

A text says less than its page: a title, an author or a topic may stand in the markup alone. What a text says word for
word is counted beside what was read of it; a date is written in too many ways for that.
"""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from comparing.pages import official
from comparing.scores import FIELDS, mean
from comparing.texts import BenchText

SAID = ("title", "authors", "topics")
"""Fields of which it can be told whether a text says them."""


class Scored(Protocol):
    """What a mean is taken of."""

    @property
    def set(self) -> str:
        """The set its page is of."""

    @property
    def fields(self) -> Mapping[str, float]:
        """Scores by field."""

    @property
    def said(self) -> Mapping[str, float]:
        """The share of each field that the text says."""


def scores(text: BenchText, read: Mapping[str, Any]) -> dict[str, float]:
    """The score of each field that the page's ground truth has and the reader gives on any text."""
    marks = {}
    for name in FIELDS:
        if text.truth.get(name) and name in read:
            fold, compare = official().SCORES[name]
            marks[name] = compare(fold(text.truth[name]), fold(read[name]))["score"]
    return marks


def said(text: BenchText, names: Iterable[str]) -> dict[str, float]:
    """Which share of these fields' values stands in the text."""
    known = [name for name in names if name in SAID]
    if not known:
        return {}
    fold_words, _ = official().SCORES["title"]
    words = f" {fold_words(text.text)} "
    shares = {}
    for name in known:
        value = official().SCORES[name][0](text.truth[name])
        values = {value} if isinstance(value, str) else value
        shares[name] = mean(float(f" {each} " in words) for each in values) or 0.0
    return shares


def mean_of(rows: Iterable[Scored], field: str, name: str, *, of: str = "fields") -> float | None:
    """The mean of one field over the texts of one set; None where no text has it."""
    return mean(getattr(row, of)[field] for row in rows if row.set == name and field in getattr(row, of))
