"""The words of a line -> how far they speak for body text, by a table learned for single words.

Of each word the table says how the share of body lines among those that hold it differs from the usual, as a difference
of log-odds over sites (``training/lines.py``): "subscribe" and "copyright" speak against, "said" and "weil" for.
"""

from functools import partial
from typing import TYPE_CHECKING

from copydesk import weights

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


def scores(said: "Sequence[str]", table: "Mapping[str, float]") -> tuple[float, float, float, float]:
    """Of the scores of a line's words: their mean, the lowest, the highest, the first word's; 0 where none is known."""
    known = [table.get(word, 0.0) for word in said]
    if not known:
        return 0.0, 0.0, 0.0, 0.0
    return sum(known) / len(known), min(known), max(known), known[0]


def score_of() -> "Callable[[Sequence[str]], tuple[float, float, float, float]]":
    """The same by the learned table."""
    return partial(scores, table=weights.scores("words"))
