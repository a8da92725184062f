"""What each part of the work costs on a stream of texts: hashing to disk, pairs, alignment, families.

In: a stream and a folder for its index, which is removed afterwards. Each text is laid beside the leaders of its
stories, as in any large pile, so that rows can be compared. Out: ``Parts``: CPU seconds by part, without what
it takes to make the texts, and the most memory. Each runs in a process of its own.
"""

import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Generic, TypeVar

from copydesk.copies.families import families
from copydesk.copies.overlapping import overlaps_of
from copydesk.store.passages import PassageStore
from copying.subjects import Clocked, Source, cpu_seconds, peak, reset_peak

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Parts:
    """One pile of texts; times in CPU seconds, sizes in bytes; ``hashing_peak`` is the memory of that part alone."""

    texts: int
    size: int
    hashing: float
    candidates: float
    aligning: float
    gathering: float
    pairs: int
    families: int
    hashing_peak: int
    peak: int
    wall_s: float

    @property
    def cpu_s(self) -> float:
        """All of it."""
        return self.hashing + self.candidates + self.aligning + self.gathering


class Timed(Generic[Item]):
    """An iterator that notes what each of its items took, the first one apart."""

    def __init__(self, items: Iterable[Item]) -> None:
        self._items = iter(items)
        self.count, self.first, self.rest = 0, 0.0, 0.0

    def __iter__(self) -> Iterator[Item]:
        """Itself."""
        return self

    def __next__(self) -> Item:
        """The next item, on the clock."""
        begin = time.process_time()
        try:
            item = next(self._items)
        finally:
            spent = time.process_time() - begin
            if self.count:
                self.rest += spent
            else:
                self.first += spent
        self.count += 1
        return item


def measured(source: Source, folder: Path) -> Parts:
    """A stream in a process that has done nothing else."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(run, source, folder).result()


def run(source: Source, folder: Path) -> Parts:
    """A stream in this process."""
    folder.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=folder) as place:
        before = reset_peak()
        texts = Clocked(source.texts())
        wall, cpu = time.perf_counter(), cpu_seconds()
        with PassageStore(Path(place)) as store:
            store.append(texts)
            hashing = cpu_seconds() - cpu - texts.cpu_s
            hashing_peak = peak() - before
            overlaps = Timed(overlaps_of(store, 0))
            cpu = cpu_seconds()
            found = families(store, overlaps)
            gathering = cpu_seconds() - cpu - overlaps.first - overlaps.rest
            waited = time.perf_counter() - wall - texts.wall_s
            return Parts(
                texts.count,
                texts.size,
                hashing,
                overlaps.first,
                overlaps.rest,
                gathering,
                overlaps.count,
                len(found),
                hashing_peak,
                max(hashing_peak, peak() - before),
                waited,
            )
