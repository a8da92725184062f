"""The program as a process, for the tests that need a real one."""

import os
import subprocess
import sys
import time
from pathlib import Path

COPYDESK = [sys.executable, "-m", "copydesk"]


def copydesk(*arguments, **options):
    """Run to its end."""
    options = {"env": environment(), "timeout": 120, "capture_output": True} | options
    return subprocess.run([*COPYDESK, *map(str, arguments)], check=False, **options)  # noqa: S603  our own program


def started(*arguments, **options):
    """Started, and unbuffered on this side: what a test has not read stays in the pipe."""
    options = {"env": environment(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "bufsize": 0} | options
    return subprocess.Popen([*COPYDESK, *map(str, arguments)], **options)  # noqa: S603  our own program


def environment(**variables):
    """Ours, less what would change colours or encodings."""
    kept = {
        name: value for name, value in os.environ.items() if "COLOR" not in name and not name.startswith(("LC_", "PY"))
    }
    return kept | {"LANG": "C.UTF-8"} | variables


def until(true, process, *, seconds=60):
    """Wait for something to become true while the process runs."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        assert process.poll() is None, "the process ended first"
        time.sleep(0.02)


def workers_of(process):
    """The numbers of a process's workers (Linux)."""
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text("ascii").split()
    return [int(child) for child in children if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes()]


def everything_from(descriptor):
    """What a pseudoterminal shows to its end."""
    parts = []
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # Linux: the other side is closed
            part = b""
        if not part:
            os.close(descriptor)
            return b"".join(parts)
        parts.append(part)
