"""What becomes of arguments: addresses, failures, exit codes, and where the work is done."""

import json
from dataclasses import replace

import pytest

from copydesk import intake, workers
from copydesk.cli import machine
from copydesk.errors import EmptyInput, MissingInput
from copydesk.types import Field

COMMANDS = ["check", "read"]


@pytest.fixture
def three(farm):
    """Three pages that differ by name."""
    return [replace(farm, name=name) for name in ("a.html", "b.html", "c.html")]


def _names(result):
    return [json.loads(line)["name"] for line in result.stdout.splitlines()]


@pytest.mark.parametrize("command", COMMANDS)
def test_all_read_is_zero(desk, farm, command):
    """Exit code 0: every page was read."""
    assert desk.holds(farm).run(command, "a").exit_code == 0


@pytest.mark.parametrize("command", COMMANDS)
def test_one_failure_is_one_and_stops_nothing(desk, farm, wall, command):
    """Exit code 1: a page failed, which is told by name and reason, and the ones after it are read."""
    bad = EmptyInput("bad.html", "holds nothing")
    result = desk.holds(farm, bad, wall).run(command, "a", "b", "c")
    assert result.exit_code == 1
    assert "copydesk: bad.html: holds nothing\n" in result.stderr
    assert farm.name in result.stdout
    assert wall.name in result.stdout


@pytest.mark.parametrize("paths", [["a"], ["a", "b"]])
@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_of_ours_is_that_pages_failure(desk, farm, command, paths):
    """An exception nobody foresaw is told with its type and message as the failure of its page alone."""
    odd = ("odd.html", RuntimeError("no such luck"))
    result = desk.holds(*[odd, farm][: len(paths)]).run(command, *paths)
    assert result.exit_code == 1
    assert "copydesk: odd.html: RuntimeError: no such luck\n" in result.stderr
    assert (farm.name in result.stdout) is (len(paths) > 1)


def test_a_fault_while_forming_is_that_pages_failure(desk, farm):
    """An article that cannot be shown fails like one that cannot be read, and leaves nothing half written."""
    broken = replace(farm, name="broken", kind=Field(None))
    result = desk.holds(broken, farm).run("check", "a", "b")
    assert result.exit_code == 1
    assert "copydesk: broken: " in result.stderr
    assert "Orchid" in result.stdout
    assert "broken" not in result.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_reading_may_refuse_an_input(desk, command):
    """An InputError that reading raises is told like one of intake's."""
    result = desk.holds(("bad", EmptyInput("bad", "holds nothing"))).run(command, "a")
    assert (result.exit_code, result.stderr) == (1, "copydesk: bad: holds nothing\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_nothing_found_is_three(desk, command):
    """Exit code 3: none of the names led to anything, be it that there were only empty folders or no such file."""
    missing = [MissingInput(name, "no such file or folder") for name in ("a", "b")]
    assert desk.holds(*missing).run(command, "a", "b").exit_code == 3
    assert desk.holds().run(command, "a").exit_code == 3


def test_something_missing_beside_something_read_is_one(desk, farm):
    """A missing file among others is a failure, not an empty-handed run."""
    assert desk.holds(farm, MissingInput("b", "no such file or folder")).run("check", "a", "b").exit_code == 1


@pytest.mark.parametrize("arguments", [[], ["--nonsense", "a"], ["--jobs", "0", "a"], ["--limit", "0", "a"]])
@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_usage_is_two(desk, command, arguments):
    """Exit code 2: no path, an option that does not exist, or a number that makes no sense."""
    result = desk.run(command, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_an_address_and_a_column_reach_intake(desk, farm, command):
    """--url is handed on for the single page, --column for files of records."""
    desk.holds(farm).run(command, "--url", "https://a.example/1", "--column", "html", "a")
    assert desk.asked == [{"url": "https://a.example/1", "column": "html"}]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_address_for_several_pages_is_wrong_usage(desk, three, command, tmp_path):
    """--url with several paths, a folder or a file of several records is refused before anything is written."""
    for arguments in (["a", "b"], [tmp_path], ["records"]):
        result = desk.holds(*three).run(command, "--url", "https://a.example/1", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--url" in result.stderr


def test_a_failure_is_told_in_one_safe_line(desk):
    """Names and reasons cannot break out of their line or reach the terminal."""
    result = desk.holds(EmptyInput("a\nb\x1b[2J", "holds\u202e nothing")).run("check", "a")
    assert result.stderr == "copydesk: a b\\x1b[2J: holds\\u202e nothing\n"


@pytest.mark.parametrize("command", COMMANDS)
def test_strict_ends_at_the_first_failure(desk, farm, wall, command):
    """--strict: what came before the failure is whole, what comes after it is not read, and the exit code is 1."""
    bad = EmptyInput("bad.html", "holds nothing")
    result = desk.holds(farm, bad, wall).run(command, "--strict", "a", "b", "c")
    assert result.exit_code == 1
    assert farm.name in result.stdout
    assert wall.name not in result.stdout
    assert "copydesk: bad.html: holds nothing\n" in result.stderr


def test_strict_about_a_missing_file_is_one(desk, farm):
    """--strict: a name that leads nowhere is a failure as any other."""
    missing = MissingInput("gone", "no such file or folder")
    assert desk.holds(missing, farm).run("read", "--strict", "a", "b").exit_code == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_quiet_names_failures_and_nothing_else(desk, farm, command):
    """--quiet leaves the failures on stderr and takes the summary away."""
    bad = EmptyInput("bad.html", "holds nothing")
    assert desk.holds(farm, bad).run(command, "-q", "a", "b").stderr == "copydesk: bad.html: holds nothing\n"


def test_both_commands_sum_up(desk, three):
    """Without --quiet several inputs end in a summary, whatever the form."""
    for arguments in (["check"], ["read"], ["read", "--text"]):
        assert "copydesk: 3 pages in " in desk.holds(*three).run(*arguments, "a", "b", "c").stderr


@pytest.mark.parametrize(("limit", "names"), [(1, ["a.html"]), (2, ["a.html", "b.html"]), (9, None)])
def test_limit_takes_the_first_inputs(desk, three, limit, names):
    """--limit N reads the first N inputs, or all if there are fewer."""
    result = desk.holds(*three).run("read", "--jsonl", "--limit", limit, "a", "b", "c")
    assert _names(result) == (names or [page.name for page in three])
    assert result.exit_code == 0


def test_limit_counts_failures(desk, three):
    """An input that fails is one of the N."""
    result = desk.holds(EmptyInput("x", "holds nothing"), *three).run("read", "--jsonl", "--limit", "2", "a", "b")
    assert _names(result) == ["a.html"]


def test_inputs_are_taken_as_they_are_read(monkeypatch, desk, farm):
    """An endless enumeration of inputs is no problem for a run with a limit: nothing is collected first."""

    def endless(_paths, **_options):
        while True:
            desk.read[farm.name] = farm
            yield intake.Input(farm.name, None)

    monkeypatch.setattr(intake, "inputs_from", endless)
    assert len(_names(desk.run("read", "--jsonl", "--limit", "20", "a", "b"))) == 20


def test_a_single_page_needs_no_worker(desk, farm):
    """One page is read in this process, whether it is named or lies alone in a folder, and so are none."""
    for arguments in (["a"], ["a", "b"]):
        desk.holds(farm, MissingInput("gone", "no such file or folder")).run("read", *arguments)
    desk.holds(MissingInput("a", "none"), MissingInput("b", "none")).run("read", "a", "b")
    assert desk.pools == []


def test_several_pages_are_read_by_as_many_workers_as_there_are_cpus(monkeypatch, desk, three):
    """Without --jobs the CPUs decide, and the deadline is a minute."""
    monkeypatch.setattr(machine, "cpus", lambda: machine.Amount(7, "a test"))
    desk.holds(*three).run("read", "a", "b", "c")
    assert desk.pools == [(7, workers.Limits())]
    assert workers.Limits().deadline == 60


@pytest.mark.parametrize("pages", [1, 3])
def test_jobs_and_deadline_reach_the_workers(desk, three, pages):
    """Whoever asks for workers or for a deadline gets them, even for one page."""
    desk.holds(*three[:pages]).run("read", "-j", "1", "--deadline", "2.5", "a")
    [(jobs, limits)] = desk.pools
    assert (jobs, limits.deadline) == (1, 2.5)


def test_workers_that_cannot_be_started_end_the_run(monkeypatch, desk, three):
    """That is told once, not for every page, and the exit code is 1."""

    def broken(*_arguments, **_options):
        message = "a worker cannot be started: it ended with code 1"
        raise workers.WorkerError(message)
        yield

    monkeypatch.setattr(workers, "run", broken)
    result = desk.holds(*three).run("read", "--jsonl", "a", "b", "c")
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "copydesk: a worker cannot be started: it ended with code 1; copydesk doctor tells more\n"
