"""Tools on pages: what crashes or hangs costs one page and is counted, and the tool goes on with the next.

In: a tool and pages. Out: an ``Outcome`` a page, in order. Peers' outcomes are kept, so that a second run measures only
copydesk again. Memory is limited in the worker itself (``peers/worker.py``).
"""

import base64
import json
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from comparing.pages import BenchPage
from comparing.tools import Tool
from comparing.worker import Worker, WorkerDied, WorkerHung


@dataclass(frozen=True, slots=True)
class Outcome:
    """What one tool made of one page. ``failure`` is "crash" or "hang", ``note`` says how: then there is no reading."""

    reading: dict[str, Any] | None
    read_ms: float | None = None
    parse_ms: float | None = None
    failure: str | None = None
    note: str = ""


class Runner:
    """A tool that outlives its own workers."""

    def __init__(self, tool: Tool, cpu_s: int) -> None:
        self._tool, self._cpu_s = tool, cpu_s
        self._worker: Worker | None = None

    def read(self, page: BenchPage) -> Outcome:
        """The page's outcome; a dead or silent worker is one too. A tool that cannot even start is raised."""
        self._worker = self._worker or Worker(self._tool)
        question = {"html": base64.b64encode(page.html).decode(), "url": page.url}
        try:
            answer = self._worker.ask(question, self._cpu_s)
        except WorkerDied as death:
            self.close()
            return Outcome(None, failure="crash", note=str(death))
        except WorkerHung as hang:
            self.close()
            return Outcome(None, failure="hang", note=str(hang))
        if answer["crash"]:
            return Outcome(None, failure="crash", note=answer["crash"])
        return Outcome(answer["reading"], answer["read_ms"], answer["parse_ms"])

    def close(self) -> None:
        """End the worker; the next page would start another."""
        if self._worker:
            self._worker.end()
        self._worker = None


def measured(tool: Tool, pages: Sequence[BenchPage], cpu_s: int) -> Iterator[Outcome]:
    """Each page read once."""
    with closing(Runner(tool, cpu_s)) as runner:
        for page in pages:
            yield runner.read(page)


def remembered(tool: Tool, pages: Sequence[BenchPage], cpu_s: int, cache: Path, *, fresh: bool) -> Iterator[Outcome]:
    """Each page's outcome, read only where no earlier run of the same tool on the same page is kept."""
    kept = cache / "readings" / f"{tool.name}-{tool.version}-{tool.digest}.jsonl"
    kept.parent.mkdir(parents=True, exist_ok=True)
    if fresh:
        kept.unlink(missing_ok=True)
    known = recall(kept)
    with closing(Runner(tool, cpu_s)) as runner, kept.open("a", encoding="utf8") as out:
        for page in pages:
            outcome = known.get(page.digest)
            if outcome is None:
                outcome = runner.read(page)
                # The line break comes first: a run that was stopped leaves half a line.
                print("\n" + json.dumps({"page": page.digest, **asdict(outcome)}), end="", file=out, flush=True)
            yield outcome


def recall(kept: Path) -> dict[str, Outcome]:
    """The outcomes of earlier runs, by the page's digest."""
    found: dict[str, Outcome] = {}
    for line in kept.read_text("utf8").split("\n") if kept.is_file() else ():
        try:
            item = json.loads(line)
        except ValueError:
            continue
        page = item.pop("page")
        found[page] = Outcome(**item)
    return found
