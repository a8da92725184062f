"""What pages share -> a text for stdout: data for programs, families for people."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Final, Protocol

from copydesk.cli import output
from copydesk.cli.leaves import Label, superseded
from copydesk.cli.view import View

if TYPE_CHECKING:
    from copydesk.types import Family, Overlap

__all__ = ["Data", "Face", "Shown"]

PAIRS: Final = 200_000
"""With more pairs of pages than this each page is compared with those alone that stand for its stories."""


class Face(Protocol):
    """How what pages share is put out."""

    most: int | None
    """With more pairs than this only those are needed that families are made of."""

    def text(self, labels: Sequence[Label], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:
        """What is written to stdout."""


class Data:
    """Everything, as JSON."""

    most: int | None = None

    def text(self, labels: Sequence[Label], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:
        """One object."""
        output.use_utf8()
        earlier = superseded(labels)
        whole = {
            "pages": [asdict(label) | {"earlier": number in earlier} for number, label in enumerate(labels)],
            "overlaps": [asdict(overlap) for overlap in overlaps],
            "families": [asdict(family) for family in families],
        }
        return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


class Shown:
    """The families, for people."""

    most: int | None = PAIRS

    def __init__(self, *, every: bool = False, silent: bool = False) -> None:
        """With ``every`` each page of a family is named; with ``silent`` nothing is said where there is none."""
        self._every, self._silent = every, silent
        self._view = View.of_stdout()

    def text(self, labels: Sequence[Label], overlaps: "Sequence[Overlap]", families: "Sequence[Family]") -> str:  # noqa: ARG002  families say it all
        """As the terminal is."""
        if not labels or (self._silent and not families):
            return ""
        from copydesk.cli import kin  # rich

        return self._view.render(kin.Families(labels, families, every=self._every))
