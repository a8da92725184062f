"""The interpreter of the tests, in a process of its own."""

import subprocess
import sys


def run_python(*arguments):
    """Run it with these arguments to its end; what it printed is text."""
    command = [sys.executable, *map(str, arguments)]
    return subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own scripts
