"""What is measured: a function from texts to overlaps, run in a process of its own.

In: its name as ``module:function`` and texts, or a recipe for a stream of texts. Out: a ``Run``: the pairs, CPU time
and memory. CPU time is that of the function alone: what it takes to make the texts is taken off. The function is called
as ``copydesk.overlaps`` is: ``overlaps(texts) -> Iterator`` of things with ``a``, ``b`` and ``kind``.
"""

import resource
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Protocol

from copying.scoring import UNNAMED, Pair

OURS = "copydesk:overlaps"
WARM_UP = ("The harbour of the town reopened on Saturday, three days after a storm had closed it. " * 3,) * 2
"""Read first, so that nobody pays for what is loaded late."""


class Source(Protocol):
    """Texts that are made where they are used."""

    def texts(self) -> Iterator[str]:
        """One after another."""


@dataclass(frozen=True, slots=True)
class Given:
    """Texts that are there already."""

    given: Sequence[str]

    def texts(self) -> Iterator[str]:
        """One after another."""
        return iter(self.given)


@dataclass(frozen=True, slots=True)
class Run:
    """One detector on one pile; ``size`` is the texts' in bytes, ``peak`` by how many bytes its memory grew at most."""

    pairs: Sequence[Pair]
    found: int
    texts: int
    size: int
    cpu_s: float
    wall_s: float
    peak: int

    @property
    def bytes_a_text(self) -> float:
        """Memory for each text."""
        return self.peak / max(1, self.texts)


class Clocked:
    """An iterator of texts that notes what making them took."""

    def __init__(self, texts: Iterator[str]) -> None:
        self._texts = texts
        self.count = self.size = 0
        self.cpu_s = self.wall_s = 0.0

    def __iter__(self) -> "Clocked":
        """Itself."""
        return self

    def __next__(self) -> str:
        """The next text, off the clock."""
        cpu, wall = time.process_time(), time.perf_counter()
        try:
            text = next(self._texts)
            self.count += 1
            self.size += len(text.encode())
        finally:
            self.cpu_s += time.process_time() - cpu
            self.wall_s += time.perf_counter() - wall
        return text


def measured(subject: str, source: Source, *, keep: bool = True) -> Run:
    """The subject in a process that has done nothing else; without ``keep`` pairs are counted only."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(run, subject, source, keep=keep).result()


def run(subject: str, source: Source, *, keep: bool) -> Run:
    """The subject in this process."""
    overlaps = find(subject)
    list(overlaps(WARM_UP))
    texts, pairs, found = Clocked(source.texts()), [], 0
    before = reset_peak()
    cpu, wall = cpu_seconds(), time.perf_counter()
    for overlap in overlaps(texts):
        found += 1
        if keep:
            pairs.append(pair_of(overlap))
    spent = cpu_seconds() - cpu - texts.cpu_s
    waited = time.perf_counter() - wall - texts.wall_s
    return Run(pairs, found, texts.count, texts.size, spent, waited, max(0, peak() - before))


def find(subject: str) -> Callable[[Iterable[str]], Iterable[Any]]:
    """The function of that name."""
    module, _, name = subject.partition(":")
    function: Callable[[Iterable[str]], Iterable[Any]] = getattr(import_module(module), name)
    return function


def pair_of(overlap: Any) -> Pair:  # noqa: ANN401 - whatever the subject yields: an overlap or a bare candidate
    """The pair and its name."""
    if isinstance(overlap, tuple):
        return int(overlap[0]), int(overlap[1]), UNNAMED
    return overlap.a, overlap.b, str(overlap.kind)


def cpu_seconds() -> float:
    """Of this process and of the children it has waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def reset_peak() -> int:
    """Bytes in use now; the peak starts again from here, where the system lets it."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "utf8")
    return _status("VmRSS")


def peak() -> int:
    """The most bytes that were in use since."""
    return _status("VmHWM")


def _status(key: str) -> int:
    for line in Path("/proc/self/status").read_text("utf8").splitlines():
        if line.startswith(f"{key}:"):
            return int(line.split()[1]) * 1024
    return 0
