"""What becomes of arguments: addresses, failures, exit codes."""

from dataclasses import replace

import pytest

from copydesk.cli.inputs import Tally
from copydesk.errors import EmptyInput, MissingInput
from copydesk.types import Field, PageKind

COMMANDS = ["check", "read"]


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


@pytest.mark.parametrize("command", COMMANDS)
def test_a_fault_of_ours_is_that_pages_failure(desk, farm, command):
    """An exception nobody foresaw is told with its type and message as the failure of its page alone."""
    result = desk.holds(("odd.html", RuntimeError("no such luck")), farm).run(command, "a", "b")
    assert result.exit_code == 1
    assert "copydesk: odd.html: RuntimeError: no such luck\n" in result.stderr
    assert farm.name in result.stdout


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


@pytest.mark.parametrize("arguments", [[], ["--nonsense", "a"]])
@pytest.mark.parametrize("command", COMMANDS)
def test_wrong_usage_is_two(desk, command, arguments):
    """Exit code 2: no path, or an option that does not exist."""
    result = desk.run(command, *arguments)
    assert (result.exit_code, result.stdout) == (2, "")


@pytest.mark.parametrize("command", COMMANDS)
def test_an_address_reaches_the_page(desk, farm, command):
    """--url is handed to intake for the single page."""
    desk.holds(farm).run(command, "--url", "https://a.example/1", "a")
    assert desk.urls == ["https://a.example/1"]


@pytest.mark.parametrize("command", COMMANDS)
def test_an_address_for_several_pages_is_wrong_usage(desk, farm, command, tmp_path):
    """--url with several paths or a folder is refused before anything is read or written."""
    for arguments in (["a", "b"], [tmp_path]):
        result = desk.holds(farm).run(command, "--url", "https://a.example/1", *arguments)
        assert (result.exit_code, result.stdout) == (2, "")
        assert "--url" in result.stderr
    assert desk.urls == []


def test_a_failure_is_told_in_one_safe_line(desk):
    """Names and reasons cannot break out of their line or reach the terminal."""
    result = desk.holds(EmptyInput("a\nb\x1b[2J", "holds\u202e nothing")).run("check", "a")
    assert result.stderr == "copydesk: a b\\x1b[2J: holds\\u202e nothing\n"


@pytest.mark.parametrize(
    ("kinds", "failed", "line"),
    [
        ({PageKind.ARTICLE: 1}, 0, "1 page: 1 article"),
        ({PageKind.WALL: 2, PageKind.SECTION_FRONT: 1200}, 3, "1,202 pages: 1,200 section front, 2 wall; 3 failed"),
        ({}, 2, "0 pages; 2 failed"),
    ],
)
def test_the_tally_in_one_line(kinds, failed, line):
    """Kinds come in the order of their counts, failures last and only if there are any."""
    tally = Tally(failed=failed)
    tally.kinds.update(kinds)
    assert str(tally) == line
