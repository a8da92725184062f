"""What pages share -> a text for stdout: data for programs, families for people."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from itertools import repeat
from typing import TYPE_CHECKING, Final, Protocol

from copydesk.cli import output
from copydesk.cli.leaves import Label, superseded
from copydesk.cli.view import View

if TYPE_CHECKING:
    from copydesk.types import Family, Overlap

__all__ = ["Data", "Face", "Found", "Shown"]

PAIRS: Final = 200_000
"""With more pairs of pages each is compared with those alone that stand for its stories, or are closest to it."""


@dataclass(frozen=True, slots=True)
class Found:
    """What pages share.

    Attributes:
        labels: What they are called by.
        texts: What was compared of them; None if it was not kept.
        overlaps: The pairs that share something, by their numbers.
        families: The families, by the same.
    """

    labels: Sequence[Label]
    texts: Sequence[str] | None
    overlaps: "Sequence[Overlap]"
    families: "Sequence[Family]"


class Face(Protocol):
    """How what pages share is put out."""

    most: int | None
    """With more pairs than this only those are needed that families are made of."""

    def text(self, found: Found) -> str:
        """What is written to stdout."""


class Data:
    """Everything, as JSON."""

    most: int | None = None

    def __init__(self, *, raw: bool) -> None:
        """With ``raw`` all words of the pages were compared."""
        self._of = "page_text" if raw else "text"

    def text(self, found: Found) -> str:
        """One object."""
        output.use_utf8()
        earlier = superseded(found.labels)
        pages = [asdict(label) | {"earlier": number in earlier} for number, label in enumerate(found.labels)]
        for page, text in zip(pages, found.texts or repeat(None), strict=False):
            page[self._of] = text
        whole = {
            "offsets": self._of,
            "pages": pages,
            "overlaps": [asdict(overlap) for overlap in found.overlaps],
            "families": [asdict(family) for family in found.families],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class Shown:
    """The families, for people."""

    most: int | None = PAIRS

    def __init__(self, *, every: bool = False, silent: bool = False) -> None:
        """With ``every`` each page of a family is named; with ``silent`` nothing is said where there is none."""
        self._every, self._silent = every, silent
        self._view = View.of_stdout()

    def text(self, found: Found) -> str:
        """As the terminal is."""
        if not found.labels or (self._silent and not found.families):
            return ""
        from copydesk.cli import kin  # rich

        return self._view.render(kin.Families(found.labels, found.families, every=self._every))
