"""Tasks for the tests of workers.py: importable, because workers start afresh."""

import os
import signal
import time


def make():
    """What a worker does: a task is a pair of what to do and a number."""
    return do


def do(task):
    """Double the number, give it back, or fail in the way the task asks for."""
    what, number = task
    if what == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif what == "exit":
        os._exit(7)
    elif what == "hang":
        time.sleep(600)
    elif what == "raise":
        message = f"no {number}"
        raise ValueError(message)
    elif what == "slow":
        time.sleep(0.2)
    elif what == "eat":
        return bytearray(64 << 30)
    elif what == "pid":
        return os.getpid()
    elif what == "blocked":
        return signal.SIGINT in signal.pthread_sigmask(signal.SIG_BLOCK, set())
    elif what == "echo":
        return number
    return 2 * number


def broken():
    """A way to make the work that does not work."""
    message = "nothing to work with"
    raise RuntimeError(message)
