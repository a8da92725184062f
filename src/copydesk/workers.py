"""Tasks -> results, by worker processes that may die: a pool that outlives a crash.

In go tasks and a way to make the function that does them; out come outcomes, one a task, in the order of the tasks. A
task that raises, hangs past its deadline, or takes its worker down with it costs that one task, which is named with the
reason; the worker is replaced, and workers are replaced anyway after a while, so that a leak in a parser stays small.
The standard library's pools give up, or wait for ever, when a worker dies.

It knows nothing of pages. Tasks are taken only as fast as results are fetched: memory is bounded by the number of jobs.
"""

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from multiprocessing.reduction import ForkingPickler
from typing import Any, Final, Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD: Final = 2
"""Tasks that lie with a worker, so that it never waits for the next one."""

SMALL: Final = 16 << 10
"""Bytes of a task that any pipe takes at once. A larger one is sent only to a worker that waits for it: to one that is
busy it would have to wait itself, and if that worker then has a large result, each would wait for the other for ever.
"""

WINDOW: Final = 32
"""Results that may wait for a slower task before them, for each job."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a worker may take.

    Attributes:
        deadline: Seconds for one task; then it is given up and its worker killed. Real pages take under one.
        lifetime: Tasks after which a worker is replaced: its start costs half a second, a hundredth of its time then.
        memory: Bytes of address space; None for no limit.
    """

    deadline: float = 60.0
    lifetime: int = 2000
    memory: int | None = 4 << 30


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T, R]):
    """What became of a task: its value, or the reason why there is none."""

    task: T
    value: R | None = None
    reason: str | None = None


class WorkerError(Exception):
    """Workers cannot be started at all: nothing about a task, and no use in going on."""


def run(
    tasks: Iterable[T],
    setup: Callable[[], Callable[[T], R]],
    *,
    jobs: int,
    limits: Limits = Limits(),
) -> Iterator[Outcome[T, R]]:
    """Do every task, and give the outcomes in the order of the tasks.

    Args:
        tasks: Anything that can be pickled; taken lazily.
        setup: Called once in each worker; what it returns does one task. Must be importable by name (or a partial of
            such a function).
        jobs: How many workers.
        limits: What each may take.

    Raises:
        WorkerError: A worker died before its first task.
    """
    pool = _Pool(setup, max(jobs, 1), limits)
    try:
        yield from pool.outcomes(tasks)
    finally:
        pool.close()


@dataclass(slots=True, eq=False)
class _Worker:
    """One process, and the tasks that lie with it, the one it is doing first."""

    process: SpawnProcess
    pipe: Connection
    ready: bool = False
    retiring: bool = False
    taken: int = 0
    queue: deque[int] = field(default_factory=deque)
    since: float = 0.0


class _Pool:
    """The workers and the tasks under way, by their number."""

    def __init__(self, setup: Callable[[], Callable[[Any], Any]], jobs: int, limits: Limits) -> None:
        # A forked worker would inherit locks and threads of whoever calls; a fresh one inherits nothing.
        self.context = multiprocessing.get_context("spawn")
        self.setup, self.jobs, self.limits = setup, jobs, limits
        self.workers: list[_Worker] = []
        self.tasks: dict[int, Any] = {}
        self.waiting: deque[int] = deque()  # tasks whose worker died before it came to them
        self.done: dict[int, Outcome[Any, Any]] = {}

    def outcomes(self, tasks: Iterable[T]) -> Iterator[Outcome[T, R]]:
        """The way of all tasks: hand out, listen, give back in order."""
        source, given, returned, exhausted = iter(tasks), 0, 0, False
        while True:
            while not exhausted and len(self.tasks) < self.jobs * WINDOW and self._has_room():
                try:
                    self.tasks[given] = next(source)
                except StopIteration:
                    exhausted = True
                else:
                    self.waiting.append(given)
                    given += 1
                    self._hand_out()
            self._hand_out()
            while returned in self.done:
                yield self.done.pop(returned)
                del self.tasks[returned]
                returned += 1
            if exhausted and returned == given:
                return
            if self._under_way():
                self._listen()

    def _has_room(self) -> bool:
        free = sum(AHEAD - len(worker.queue) for worker in self.workers if not worker.retiring)
        missing = self.jobs - sum(not worker.retiring for worker in self.workers)
        return free + AHEAD * missing > len(self.waiting)

    def _under_way(self) -> bool:
        return bool(self.waiting) or any(worker.queue for worker in self.workers)

    def _hand_out(self) -> None:
        """Give waiting tasks to the workers with the shortest queues, starting workers where some are missing."""
        while self.waiting:
            open_ = [worker for worker in self.workers if not worker.retiring and len(worker.queue) < AHEAD]
            idle = sum(not worker.queue for worker in open_)
            if len(self.waiting) > idle and sum(not worker.retiring for worker in self.workers) < self.jobs:
                self._start()
                continue
            first = min(open_, key=lambda worker: (len(worker.queue), not worker.ready), default=None)
            if first is None or not self._given(first):
                return

    def _given(self, worker: _Worker) -> bool:
        """Give the worker the next waiting task, unless that could make both wait for each other."""
        number = self.waiting[0]
        message = ForkingPickler.dumps((number, self.tasks[number]))
        if len(message) > SMALL and (worker.queue or not worker.ready):
            return False
        self.waiting.popleft()
        if not worker.queue:
            worker.since = time.monotonic()
        worker.queue.append(number)
        worker.taken += 1
        worker.retiring = worker.taken >= self.limits.lifetime
        with suppress(OSError):  # a worker that is gone is noticed, and its queue saved, when we listen
            worker.pipe.send_bytes(message)
            if worker.retiring:
                worker.pipe.send(None)
        return True

    def _start(self) -> None:
        here, there = self.context.Pipe()
        process = self.context.Process(target=_serve, args=(there, self.setup, self.limits.memory), daemon=True)
        with _deaf_to_interrupts():
            process.start()
        there.close()
        self.workers.append(_Worker(process, here))

    def _listen(self) -> None:
        """Wait for a result, a death or a deadline, and take in whatever has come."""
        now = time.monotonic()
        left = [w.since + self.limits.deadline - now for w in self.workers if w.queue and w.ready]
        ready = wait([w.pipe for w in self.workers], timeout=max(0.0, min(left, default=self.limits.deadline)))
        for worker in list(self.workers):
            if worker.pipe in ready:
                self._receive(worker)
            elif worker.queue and worker.ready and time.monotonic() - worker.since >= self.limits.deadline:
                self._bury(worker, f"took longer than {self.limits.deadline:g} s")

    def _receive(self, worker: _Worker) -> None:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join(5)
            if not worker.ready:
                why = _death(worker.process.exitcode)
                msg = f"a worker cannot be started: {why}"
                raise WorkerError(msg) from None
            self._bury(worker, f"its worker {_death(worker.process.exitcode)}")
            return
        worker.since = time.monotonic()
        if message is None:
            worker.ready = True
            return
        number, value, reason = message
        worker.queue.remove(number)
        self.done[number] = Outcome(self.tasks[number], value, reason)
        if worker.retiring and not worker.queue:
            worker.process.join(5)
            self._remove(worker)

    def _bury(self, worker: _Worker, reason: str) -> None:
        """A worker that is dead or must die: its task failed, the ones behind it go to another."""
        if worker.queue:
            number = worker.queue.popleft()
            self.done[number] = Outcome(self.tasks[number], None, reason)
            self.waiting.extendleft(reversed(worker.queue))
        self._remove(worker)

    def _remove(self, worker: _Worker) -> None:
        self.workers.remove(worker)
        worker.pipe.close()
        if worker.process.is_alive():
            worker.process.kill()
        worker.process.join()

    def close(self) -> None:
        """End every worker, whatever it is doing."""
        for worker in list(self.workers):
            self._remove(worker)


@contextmanager
def _deaf_to_interrupts() -> Iterator[None]:
    """What is started in the block never hears Ctrl-C, not even while it imports; here it is heard after the block."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    resource_tracker.ensure_running()  # starting it with the first worker would let interrupts through again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _death(code: int | None) -> str:
    if code is None:
        return "stopped answering"
    if code < 0:
        with suppress(ValueError):
            return f"was killed ({signal.Signals(-code).name})"
    return f"ended with code {code}"


def _serve(pipe: Connection, setup: Callable[[], Callable[[Any], Any]], memory: int | None) -> None:
    """The life of a worker: make the function, then do task after task until told to stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; who started us decides
    if memory is not None and sys.platform != "win32":
        import resource  # not on Windows

        hard = resource.getrlimit(resource.RLIMIT_AS)[1]
        resource.setrlimit(resource.RLIMIT_AS, (memory if hard < 0 else min(memory, hard), hard))
    work = setup()
    pipe.send(None)
    while True:
        try:
            message = pipe.recv()
        except (EOFError, OSError):
            return
        if message is None:
            return
        number, task = message
        try:
            answer: tuple[int, Any, str | None] = (number, work(task), None)
        except MemoryError:
            answer = (number, None, "needs more memory than a worker may take")
        except Exception as error:  # noqa: BLE001 - whatever a task raises is that task's failure
            answer = (number, None, f"{type(error).__name__}: {error}")
        pipe.send(answer)
