"""Reads real pages that were damaged at random, and checks that each gives a sound article or a clear error.

    python tests/fuzz/fuzz_reading.py [--seconds N] [--seed S] [--jobs N] [--folder DIR] [--only NUMBER]

Every input follows from the seed and its number alone: ``--only`` reads one again in this process. Inputs that break a
law (tests/hostile/reading_laws.py), raise, crash their worker or take more than a minute are saved to the folder, each
with its reason; the exit code is then 1. The pages come from ../shared/data, or from examples/ where that is absent.
"""

import argparse
import gzip
import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path

from mutations import damaged
from rich.console import Console

import copydesk
from copydesk import workers
from copydesk.errors import InputError

PACKAGE = Path(copydesk.__file__).parent
ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "hostile"))

import reading_laws  # noqa: E402  the laws lie with the tests, which are no package

DEADLINE = 60.0
"""Seconds by the clock, which on a busy machine are many more than a page takes."""

SLOWEST = 8
"""Inputs of which the summary tells that they were slow for their size."""

FAIR = 0.2
"""Seconds that any page may take before its size is asked for."""


@dataclass(frozen=True, slots=True)
class Read:
    """What came of an input: how large it was, how long it took, and what is wrong."""

    size: int
    seconds: float
    outcome: str
    faults: tuple[str, ...] = ()


@dataclass(slots=True)
class Tally:
    """What came of all inputs so far: outcomes and faults by number, and the slowest by their rate."""

    outcomes: Counter[str] = field(default_factory=Counter)
    faults: Counter[str] = field(default_factory=Counter)
    slow: list[tuple[float, float, int]] = field(default_factory=list)
    size: int = 0

    def note(self, number: int, read: Read) -> None:
        self.outcomes[read.outcome] += 1
        self.size += read.size
        if read.faults:
            self.faults[re.sub(r"\d+", "N", read.faults[0])] += 1
        if read.seconds > FAIR:
            self.slow = sorted([*self.slow, (read.seconds / read.size, read.seconds, number)], reverse=True)[:SLOWEST]


@cache
def corpus() -> list[Path]:
    """The pages that are damaged, in a fixed order."""
    data = ROOT.parent / "shared" / "data"
    real = [data / "wcxb-dev" / "html", data / "fundus" / "pages"]
    folders = real if data.is_dir() else [ROOT / "examples" / "press"]
    pages = (path for folder in folders for path in folder.rglob("*") if path.suffix != ".json")
    return sorted(path for path in pages if path.is_file())


def made(number: int, seed: int) -> tuple[str, bytes, str | None]:
    """The input of a number: how it was made, its bytes, and its address."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - no secret is made of it

    def page() -> bytes:
        path = chance.choice(corpus())
        content = path.read_bytes()
        return gzip.decompress(content) if path.suffix == ".gz" else content

    return damaged(chance, page)


def check(number: int, seed: int) -> Read:
    """Read one input and hold it against the laws; exceptions of the reader are faults like any other."""
    _, content, url = made(number, seed)
    start = time.process_time()
    try:
        article = reading_laws.article_or_error(content, url)
        seconds = time.process_time() - start
        if isinstance(article, InputError):
            return Read(len(content), seconds, type(article).__name__)
        return Read(len(content), seconds, article.kind.value, tuple(reading_laws.broken_laws(article)))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we are looking for
        return Read(len(content), time.process_time() - start, "exception", (told(error),))


def told(error: Exception) -> str:
    """An exception with the last line of copydesk that it passed."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if PACKAGE in Path(frame.filename).parents] or frames
    return f"{type(error).__name__}: {error} ({Path(own[-1].filename).name}:{own[-1].lineno})"


def prepared(seed: int) -> Callable[[int], Read]:
    """What a worker does: make an input, read it, check it. Whatever is loaded with the first page is loaded before."""
    reading_laws.article_or_error("<p>Rain.</p>")
    return partial(check, seed=seed)


def numbered(first: int, until: float) -> Iterator[int]:
    """Numbers upwards until the time is over."""
    while time.monotonic() < until:
        yield first
        first += 1


def fuzz(given: argparse.Namespace, console: Console) -> int:
    """Read until the time is over; give the exit code."""
    folder = given.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    tally, until = Tally(), time.monotonic() + given.seconds
    limits = workers.Limits(deadline=DEADLINE)
    setup = partial(prepared, given.seed)
    with console.status("reading") as status:
        for outcome in workers.run(numbered(given.first, until), setup, jobs=given.jobs, limits=limits):
            read = outcome.value or Read(0, 0.0, "died", (outcome.reason or "",))
            tally.note(outcome.task, read)
            if read.faults:
                save(folder, given.seed, outcome.task, read.faults)
            status.update(f"{max(until - time.monotonic(), 0):.0f} s left, {tally.outcomes.total():,} pages")
    report(tally, given.seed, console)
    if tally.faults:
        console.print(f"inputs with faults lie in {folder}")
    return 1 if tally.faults else 0


def report(tally: Tally, seed: int, console: Console) -> None:
    """Say what came of all, what was slow and what was wrong."""
    outcomes = ", ".join(f"{number:,} {what}" for what, number in tally.outcomes.most_common())
    console.print(
        f"seed {seed}: {tally.outcomes.total():,} pages, {tally.size / 1e6:,.0f} MB: {outcomes}", soft_wrap=True
    )
    for rate, seconds, number in tally.slow:
        steps, _, _ = made(number, seed)
        console.print(f"slow: --only {number}: {seconds:.2f} s, {rate * 1e6:.2f} s/MB, {steps}", soft_wrap=True)
    for fault, number in tally.faults.most_common():
        console.print(f"{number:,} times: {fault}", markup=False, soft_wrap=True)


def save(folder: Path, seed: int, number: int, faults: tuple[str, ...]) -> None:
    """Keep an input with a fault, and beside it what is wrong with it."""
    steps, content, url = made(number, seed)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{seed}-{number}.page").write_bytes(content)
    (folder / f"{seed}-{number}.txt").write_text("\n".join([f"{steps}, address {url!a}", *faults[:50]]) + "\n", "utf-8")


def main() -> int:
    """Do what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=60, help="how long (60)")
    parser.add_argument("--seed", type=int, default=1, help="which inputs (1)")
    parser.add_argument("--first", type=int, default=0, help="the number to begin with (0)")
    parser.add_argument("--jobs", type=int, default=1, help="worker processes (1)")
    parser.add_argument(
        "--folder", type=Path, help="where inputs with faults are saved (a new one among the temporary)"
    )
    parser.add_argument("--only", type=int, metavar="NUMBER", help="read this input alone, in this process")
    given = parser.parse_args()
    console = Console(highlight=False)
    if given.only is None:
        return fuzz(given, console)
    read = check(given.only, given.seed)
    console.print(made(given.only, given.seed)[0], read, markup=False)
    return 1 if read.faults else 0


if __name__ == "__main__":
    sys.exit(main())
