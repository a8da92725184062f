"""What a process may have: CPUs and memory."""

import os

import pytest

from copydesk.cli import machine


@pytest.fixture
def container(monkeypatch, tmp_path):
    """The limits of a container, as files."""
    monkeypatch.setattr(machine, "CGROUP", tmp_path)

    def limit(**values):
        for name, value in values.items():
            (tmp_path / name.replace("_", ".")).write_text(value + "\n", "ascii")

    return limit


@pytest.mark.parametrize(
    ("quota", "cpus", "source"),
    [
        ("max 100000", 8, "CPUs that this process may run on"),
        ("250000 100000", 2, "the container's quota"),
        ("50000 100000", 1, "the container's quota"),
        ("1600000 100000", 8, "CPUs that this process may run on"),
        ("nonsense", 8, "CPUs that this process may run on"),
    ],
)
def test_a_containers_quota_counts(monkeypatch, container, quota, cpus, source):
    """The smaller of what the scheduler and the container allow is what there is, and never none."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _pid: set(range(8)), raising=False)
    container(cpu_max=quota)
    assert machine.cpus() == (cpus, source)


def test_without_affinity_all_cpus_count(monkeypatch, container):
    """Where processes are not bound to CPUs there are as many as the machine has."""
    container()
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    assert machine.cpus() == (1, "CPUs of this machine")


@pytest.mark.parametrize(("limit", "source"), [("max", "this machine"), ("1048576", "the container's limit")])
def test_a_containers_memory_counts(container, limit, source):
    """A limit below what the machine has is what there is."""
    container(memory_max=limit)
    amount = machine.memory()
    assert amount.source == source
    assert (amount.value == 1 << 20) is (limit != "max")


def test_memory_may_be_unknown(monkeypatch, container):
    """A system that does not tell is no error."""
    container()
    monkeypatch.delattr(os, "sysconf", raising=False)
    assert machine.memory() is None
