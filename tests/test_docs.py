"""The docs say what the program does."""

from pathlib import Path

from copydesk.cli import app
from own_python import run_python

ROOT = Path(__file__).resolve().parents[1]


def test_reference_and_readme_are_as_the_program_has_them():
    """The reference of the commands and the card in the README are what the program prints now."""
    done = run_python(ROOT / "docs/generate.py", "--check")
    assert done.returncode == 0, done.stderr


def test_every_command_is_in_the_reference():
    """No command is missing from the reference."""
    text = (ROOT / "docs/reference.md").read_text("utf8")
    names = [command.name or command.callback.__name__ for command in app.registered_commands]
    assert names
    assert all(f"## copydesk {name}\n" in text for name in names)


def test_how_it_works_names_rooms_that_exist():
    """Every module that the walk through the house names is there."""
    text = (ROOT / "docs/how-it-works.md").read_text("utf8")
    house = ROOT / "src/copydesk"
    for name in ("intake/files", "intake/content", "reading/text", "reading/html", "reading/features", "reading/roles"):
        assert (house / f"{name}.py").is_file()
        assert name.replace("/", ".") in text
