"""The pool: every task gives one outcome, in order, whatever the others do to their workers."""

import itertools
import multiprocessing
import signal
import time

import pytest

import worker_tasks
from copydesk.workers import Limits, WorkerError, run

QUICK = Limits(deadline=1.0)


def values(outcomes):
    return [outcome.value for outcome in outcomes]


def test_results_come_in_the_order_of_the_tasks():
    """A slow task in front delays the results behind it, and does not change their order."""
    tasks = [("slow", 0), *(("double", n) for n in range(1, 40))]
    outcomes = list(run(tasks, worker_tasks.make, jobs=2))
    assert [outcome.task for outcome in outcomes] == tasks
    assert values(outcomes) == [2 * n for n in range(40)]


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("die", "its worker was killed (SIGKILL)"),
        ("exit", "its worker ended with code 7"),
        ("hang", "took longer than 1 s"),
        ("raise", "ValueError: no 5"),
        ("eat", "needs more memory than a worker may take"),
    ],
)
@pytest.mark.parametrize("jobs", [1, 2])
def test_a_fault_costs_its_own_task_only(fault, reason, jobs):
    """A task that kills its worker, hangs, raises or eats memory fails with its reason; all others are done."""
    tasks = [("double", n) for n in range(12)]
    tasks[5] = (fault, 5)
    outcomes = list(run(tasks, worker_tasks.make, jobs=jobs, limits=QUICK))
    assert [(o.task, o.reason) for o in outcomes if o.reason] == [((fault, 5), reason)]
    assert [o.value for o in outcomes if o.reason is None] == [2 * n for n in range(12) if n != 5]


def test_many_faults_in_a_row():
    """Workers that die one after another are replaced as often as it takes."""
    tasks = [("die", n) for n in range(6)] + [("double", 1)]
    outcomes = list(run(tasks, worker_tasks.make, jobs=2))
    assert [o.value for o in outcomes] == [None] * 6 + [2]


def test_workers_are_replaced_after_their_lifetime():
    """No process does more tasks than its lifetime."""
    pids = values(run([("pid", n) for n in range(20)], worker_tasks.make, jobs=1, limits=Limits(lifetime=5)))
    runs = [len(list(group)) for _, group in itertools.groupby(pids)]
    assert max(runs) <= 5
    assert len(set(pids)) >= 4


def test_tasks_are_taken_no_faster_than_results_are_fetched():
    """An endless stream of tasks is taken a bounded way ahead."""
    taken = 0

    def endless():
        nonlocal taken
        while True:
            taken += 1
            yield ("double", taken)

    outcomes = run(endless(), worker_tasks.make, jobs=2)
    first = [next(outcomes).value for _ in range(3)]
    outcomes.close()
    assert first == [2, 4, 6]
    assert taken < 100


@pytest.mark.parametrize("jobs", [1, 2])
def test_large_tasks_with_large_results_do_not_wait_for_each_other(jobs):
    """Tasks and results that no pipe holds pass all the same, none of them blocking the other, and in order."""
    tasks = [("echo", bytes([n]) * (3 << 20)) for n in range(8)]
    assert values(run(tasks, worker_tasks.make, jobs=jobs, limits=Limits(deadline=20))) == [task[1] for task in tasks]


def test_a_large_task_behind_one_that_hangs_is_done():
    """A deadline is kept even while a large task waits for its worker."""
    tasks = [("hang", 0), ("echo", bytes(3 << 20))]
    first, second = run(tasks, worker_tasks.make, jobs=1, limits=QUICK)
    assert first.reason == "took longer than 1 s"
    assert second.value == tasks[1][1]


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="Windows has no Ctrl-C for groups of processes")
def test_a_worker_never_hears_an_interrupt():
    """From its first moment a worker has interrupts blocked: its start cannot end in a traceback; ours are not."""
    [blocked] = values(run([("blocked", 0)], worker_tasks.make, jobs=1))
    assert blocked
    assert signal.SIGINT not in signal.pthread_sigmask(signal.SIG_BLOCK, set())


def test_closing_ends_every_worker():
    """Whoever stops fetching leaves no process behind, not even a hanging one."""
    outcomes = run([("double", 1), ("hang", 2), ("hang", 3)], worker_tasks.make, jobs=2)
    assert next(outcomes).value == 2
    outcomes.close()
    deadline = time.monotonic() + 5
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not multiprocessing.active_children()


def test_no_tasks_no_workers():
    """Nothing to do starts nothing."""
    assert list(run([], worker_tasks.make, jobs=2)) == []


def test_a_setup_that_fails_is_an_error_of_the_run():
    """If workers cannot be started, that is said once, and not blamed on every task."""
    with pytest.raises(WorkerError, match="cannot be started"):
        list(run([("double", 1)], worker_tasks.broken, jobs=1))
