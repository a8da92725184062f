"""What this machine lets one process have: CPUs and memory, limits of a container included."""

import os
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

__all__ = ["Amount", "cpus", "memory"]

CGROUP: Final = Path("/sys/fs/cgroup")
"""Where Linux shows a container its limits (cgroup v2)."""


class Amount(NamedTuple):
    """So much of something, and who says so."""

    value: int
    source: str


def cpus() -> Amount:
    """CPUs that this process may use: what a container or a scheduler left of those there are."""
    try:
        amount = Amount(len(os.sched_getaffinity(0)), "CPUs that this process may run on")
    except AttributeError:  # macOS and Windows bind no process to CPUs
        amount = Amount(os.cpu_count() or 1, "CPUs of this machine")
    quota, _, period = _control("cpu.max").partition(" ")
    if quota.isdigit() and period.isdigit() and (share := max(1, int(quota) // int(period))) < amount.value:
        return Amount(share, "the container's quota")
    return amount


def memory() -> Amount | None:
    """Bytes of memory; None where the system does not tell."""
    amount = None
    with suppress(AttributeError, ValueError, OSError):  # Windows has no sysconf
        amount = Amount(os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE"), "this machine")
    limit = _control("memory.max")
    if limit.isdigit() and (amount is None or int(limit) < amount.value):
        return Amount(int(limit), "the container's limit")
    return amount


def _control(name: str) -> str:
    try:
        return (CGROUP / name).read_text("ascii").strip()
    except OSError:
        return ""
