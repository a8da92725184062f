"""Pages as they are compared with one another, gathered until all are there; then what they share.

A sink (:class:`copydesk.cli.sinks.Sink`): pages come one after another, and nothing can be said before the last.
"""

import sys
import time
from typing import TYPE_CHECKING, Final

from copydesk.cli import output
from copydesk.cli.faces import Face, Found
from copydesk.cli.leaves import Key, Leaf, place_of
from copydesk.cli.piles import Pile
from copydesk.cli.values import counted

if TYPE_CHECKING:
    from copydesk.intake import Input

__all__ = ["Gathered"]

WAITING: Final = 1 << 24
"""Characters of pages that are taken in at a time."""

EVERY: Final = 5.0
"""Seconds after which they are taken in however few they are: what a run that is killed loses at most."""


class Gathered:
    """The pages until all are there; then what they share, on stdout."""

    def __init__(self, pile: Pile, face: Face) -> None:
        """Go on with what the pile holds."""
        self._pile, self._face = pile, face
        labels = pile.labels()
        self._held = frozenset(label.key for label in labels)
        self._places = frozenset(label.place for label in labels if label.place is not None)
        self._taken: set[Key] = set(self._held)
        self._changed: list[str] = []
        self._waiting: list[Leaf] = []
        self._size = 0
        self._due = time.monotonic() + EVERY

    def holds(self, source: "Input") -> bool:
        """Whether the page was there before the run, as it is now; only files in known places are looked into."""
        place = place_of(source.name, source.url)
        if place not in self._places:
            return False
        from copydesk import intake

        return (place, intake.id_of(source)) in self._held

    def put(self, name: str, product: Leaf) -> None:
        """Take in a page, once."""
        label = product.label
        if label.key in self._taken:
            return
        self._taken.add(label.key)
        if label.place in self._places:
            self._changed.append(name)
        self._waiting.append(product)
        self._size += len(product.text)
        if self._size >= WAITING or time.monotonic() >= self._due:
            self._add()

    def close(self) -> None:
        """Compare all pages and put out what was found, unless the run broke off: of a part nobody asked."""
        try:
            self._add()
            self._tell_changed()
            if sys.exception() is None:
                self._compare()
        finally:
            self._pile.close()

    def _add(self) -> None:
        with output.uninterrupted():
            # Whatever breaks off here, no page is taken in twice: the next run sees which ones are missing.
            pages, self._waiting, self._size = self._waiting, [], 0
            self._pile.add(pages)
            self._due = time.monotonic() + EVERY

    def _tell_changed(self) -> None:
        if self._changed:
            first, *others = self._changed
            named = f"{first} and {counted(len(others), 'other page')}" if others else first
            output.say(f"changed since the index took it in: {named}; the index keeps both versions")

    def _compare(self) -> None:
        from copydesk.copies import families, overlapping  # scipy, which --help does not need

        index, labels = self._pile.index(), self._pile.labels()
        overlaps = list(overlapping.overlaps_of(index, self._face.most))
        found = Found(labels, self._pile.texts(), overlaps, families.families(index, overlaps))
        text = self._face.text(found)
        if text:
            output.Stdout().write(text)
