"""One process of one tool: asked page by page, answering within a deadline or not at all.

In: a tool. Out: its answers, as ``peers/worker.py`` writes them. A worker that died or hung raises and is of no more
use.
"""

import json
import os
import selectors
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from comparing.tools import PEERS, Tool

STARTING = 60  # CPU seconds for imports, models and the warm-up page
LOOK = 0.5  # seconds between two looks at a worker that does not answer
PATIENCE = 5  # a tool may wait so many times longer than it may compute
BUFFER = 1 << 16


class WorkerDied(Exception):
    """The worker is gone; the message says how it went."""


class WorkerHung(Exception):
    """The worker did not answer in time: it used up its CPU time, or it waited."""


class Worker:
    """A running tool. What it says on standard error is kept for its last words."""

    def __init__(self, tool: Tool) -> None:
        settings = dict(os.environ)
        if str(tool.python) != sys.executable:  # what this environment is told about Python is not meant for a peer's
            settings = {key: value for key, value in settings.items() if not key.startswith("PYTHON")}
        settings |= {"PYTHONHASHSEED": "0", "PYTHONNOUSERSITE": "1", "PYTHONWARNINGS": "ignore"}
        self._errors = tempfile.TemporaryFile()  # noqa: SIM115 - it is closed in end(), with the process
        self._process = subprocess.Popen(
            [str(tool.python), str(PEERS / "worker.py"), tool.name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._errors,
            env=settings,
        )
        assert self._process.stdin is not None  # noqa: S101 - for the type checker: both are pipes
        assert self._process.stdout is not None  # noqa: S101 - same
        self._in, self._out, self._rest = self._process.stdin, self._process.stdout, b""
        self._answer(STARTING)

    def ask(self, question: dict[str, Any], cpu_s: int) -> dict[str, Any]:
        """The answer to one question. The deadline is CPU time, so that a busy machine makes no hangs."""
        try:
            self._in.write(json.dumps(question).encode() + b"\n")
            self._in.flush()
        except BrokenPipeError:
            raise WorkerDied(self._last_words()) from None
        return self._answer(cpu_s)

    def end(self) -> None:
        """Stop it, whatever it does."""
        self._process.kill()
        self._process.communicate()
        self._errors.close()

    def _answer(self, cpu_s: int) -> dict[str, Any]:
        asked, computed = time.monotonic(), self._cpu_seconds()
        with selectors.DefaultSelector() as selector:
            selector.register(self._out, selectors.EVENT_READ)
            while b"\n" not in self._rest:
                if not selector.select(LOOK):
                    if self._cpu_seconds() - computed > cpu_s or time.monotonic() - asked > PATIENCE * cpu_s:
                        message = f"no answer in {cpu_s} s"
                        raise WorkerHung(message)
                    continue
                read = os.read(self._out.fileno(), BUFFER)
                if not read:
                    raise WorkerDied(self._last_words())
                self._rest += read
        line, self._rest = self._rest.split(b"\n", 1)
        answer: dict[str, Any] = json.loads(line)
        return answer

    def _cpu_seconds(self) -> float:
        # utime and stime of proc(5), counted after the name: it may hold anything, but the last bracket closes it.
        stat = Path(f"/proc/{self._process.pid}/stat").read_text("utf8", "replace").rpartition(")")[2].split()
        return (int(stat[11]) + int(stat[12])) / os.sysconf("SC_CLK_TCK")

    def _last_words(self) -> str:
        code = self._process.wait()
        how = signal.Signals(-code).name if code < 0 else f"exit {code}"
        self._errors.seek(0)
        lines = self._errors.read().decode("utf8", "replace").strip().splitlines()
        return f"{how}: {lines[-1][:200]}" if lines else how
