"""What the command line says of itself."""

import re

import pytest
from typer.testing import CliRunner

import copydesk
from copydesk.cli import app
from copydesk.cli.tally import Exit

WIDE = {"COLUMNS": "200", "TERM": "dumb"}
NARROW = {"COLUMNS": "80", "TERM": "dumb"}
COMMANDS = ["check", "read", "copies", "diff", "doctor"]


def _help(*arguments, env=WIDE):
    result = CliRunner().invoke(app, [*arguments], env=env)
    return result.exit_code, result.output


def test_alone_it_prints_its_help():
    """``copydesk`` without a command shows the same as --help."""
    assert _help()[1].split() == _help("--help")[1].split()


def test_help_names_the_commands_and_how_to_install_completion():
    """Every command stands in the help of the program, and so does completion."""
    text = _help("--help")[1]
    assert all(command in text for command in COMMANDS)
    assert "--install-completion" in text


def test_the_version_is_the_packages():
    """--version tells the version that the package has."""
    assert _help("--version") == (0, f"copydesk {copydesk.__version__}\n")


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["read", "--help"]])
def test_help_tells_every_exit_code(arguments):
    """Every exit code there is stands in every help."""
    code, text = _help(*arguments)
    assert code == 0
    told = text.split("Exit codes:")[1].split(".")[0]
    assert [int(part.split()[0]) for part in told.split(",")] == list(Exit)


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_a_command_ends_in_an_example(command):
    """The last thing a command's help says is how to use it."""
    assert _help(command, "-h")[1].rstrip().splitlines()[-1].strip().startswith(f"Example: copydesk {command} ")


@pytest.mark.parametrize("command", COMMANDS)
def test_help_fits_a_narrow_terminal(command):
    """At 80 columns no line is wider, and no option is cut."""
    text = _help(command, "--help", env=NARROW)[1]
    assert max(map(len, text.splitlines())) <= 80
    assert "…" not in text


@pytest.mark.parametrize("arguments", [[], *([command] for command in COMMANDS)])
def test_help_tells_no_types_of_python(arguments):
    """A flag stands alone, and an argument beside its name only."""
    text = _help(*arguments, "--help")[1]
    assert "--help" in text
    assert not re.search(r"<\w", text)
