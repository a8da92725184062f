"""Pages as they are compared with one another, gathered until all are there; then what they share.

A sink (:class:`copydesk.cli.sinks.Sink`): pages come one after another, and nothing can be said before the last.
"""

import sys
from typing import Final

from copydesk.cli import output
from copydesk.cli.faces import Face
from copydesk.cli.leaves import Leaf
from copydesk.cli.piles import Pile

__all__ = ["Gathered"]

WAITING: Final = 1 << 24
"""Characters of pages that are taken in at a time."""


class Gathered:
    """The pages until all are there; then what they share, on stdout."""

    def __init__(self, pile: Pile, face: Face) -> None:
        """Go on with what the pile holds."""
        self._pile, self._face = pile, face
        self._held = {label.name for label in pile.labels()}
        self._waiting: list[Leaf] = []
        self._size = 0

    def holds(self, name: str) -> bool:
        """Whether a page of that name was there before the run."""
        return name in self._held

    def put(self, name: str, product: Leaf) -> None:  # noqa: ARG002  the page knows its name
        """Take in a page."""
        self._waiting.append(product)
        self._size += len(product.text)
        if self._size >= WAITING:
            self._add()

    def close(self) -> None:
        """Compare all pages and put out what was found; whoever pressed Ctrl-C does not want to wait for it."""
        try:
            with output.uninterrupted():
                self._add()
            if not isinstance(sys.exception(), KeyboardInterrupt):
                self._compare()
        finally:
            self._pile.close()

    def _add(self) -> None:
        self._pile.add(self._waiting)
        self._waiting, self._size = [], 0

    def _compare(self) -> None:
        from copydesk.copies import families, overlapping  # scipy, which --help does not need

        index, labels = self._pile.index(), self._pile.labels()
        overlaps = list(overlapping.overlaps_of(index, self._face.most))
        text = self._face.text(labels, overlaps, families.families(index, overlaps))
        if text:
            output.Stdout().write(text)
