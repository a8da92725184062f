"""``copydesk copies``: the families of a pile, on a terminal and as data."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from copydesk.cli import app

PRESS = Path("examples/press")


@pytest.fixture(scope="module")
def press():
    """All pages of the made-up press, once."""
    return CliRunner().invoke(app, ["copies", "--json", str(PRESS)])


@pytest.fixture(scope="module")
def shown():
    """The same for people, at three widths."""
    return {
        width: CliRunner().invoke(app, ["copies", "-q", str(PRESS)], env={"COLUMNS": str(width)}).stdout
        for width in (40, 80, 160)
    }


def test_the_stolen_report_is_one_family(press):
    """Every page that carries the ferry report is in one family, and no page that does not."""
    record = json.loads(press.stdout)
    pages = [Path(page["name"]).parts[-2] for page in record["pages"]]
    largest = record["families"][0]
    inside = {pages[largest["root"]], *(pages[member["text"]] for member in largest["members"])}
    assert {"coinpaddock.example", "harbourledger.example", "tidalvault.example", "yieldlantern.example"} <= inside
    assert "quaynotes.example" not in inside
    assert press.exit_code == 0


def test_the_data_say_where(press):
    """Passages are code points of the articles' texts, and hold words."""
    record = json.loads(press.stdout)
    for overlap in record["overlaps"]:
        assert overlap["a"] < overlap["b"] < len(record["pages"])
        assert all(each["a_start"] < each["a_end"] and each["b_start"] < each["b_end"] for each in overlap["passages"])


def test_no_line_is_wider_than_the_terminal(shown):
    """At any width."""
    for width, out in shown.items():
        assert max(map(len, out.splitlines())) <= width


def test_pages_are_named_whole(shown):
    """However narrow the terminal, the name of each page can be put together from its lines."""
    for out in shown.values():
        assert "coinpaddock.example/48213.txt" in re.sub(r"\s+", "", out)


def test_the_families_are_counted(shown):
    """The first line says how many there are, among how many pages."""
    assert re.match(r"\d families among 23 pages; \d+ pages in one or more\n", shown[80])


def test_pages_that_share_nothing(tmp_path):
    """Are told so, and that is no failure."""
    for number, words in enumerate(("The harbour was closed on Monday.", "A mill burnt down in Veskara.")):
        (tmp_path / f"{number}.txt").write_text(words, "utf8")
    result = CliRunner().invoke(app, ["copies", "-q", str(tmp_path)])
    assert result.stdout == "no family among 2 pages\n"
    assert result.exit_code == 0


def test_a_page_that_cannot_be_read_stops_no_other(tmp_path):
    """It is named; the others are compared."""
    story = "The keeper of the light went up the stairs again to wind the clock, and nobody saw him come down. " * 4
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(story, "utf8")
    (tmp_path / "c.txt").write_bytes(b"")
    result = CliRunner().invoke(app, ["copies", "--raw", str(tmp_path)])
    assert "c.txt: " in result.stderr
    assert result.stdout.startswith("1 family among 2 pages")
    assert result.exit_code == 1


def test_an_index_is_gone_on_with(tmp_path):
    """Pages that the folder holds are not read again; the answer is that of one run over all of them."""
    index = tmp_path / "index"
    names = [str(path) for path in sorted(PRESS.iterdir())]
    first = CliRunner().invoke(app, ["copies", "--index", str(index), *names[:9]])
    assert first.exit_code == 0
    second = CliRunner().invoke(app, ["copies", "--index", str(index), str(PRESS)])
    assert "there already" in second.stderr
    whole = CliRunner().invoke(app, ["copies", "--index", str(tmp_path / "other"), *names[:9], *names[9:]])
    assert second.stdout == whole.stdout
    again = CliRunner().invoke(app, ["copies", "--index", str(index), str(PRESS)])
    assert again.stdout == whole.stdout


def test_an_index_of_other_things_is_refused(tmp_path):
    """With the folder's name and the reason, and nothing in it is touched."""
    (tmp_path / "notes.txt").write_text("mine", "utf8")
    result = CliRunner().invoke(app, ["copies", "--index", str(tmp_path), str(PRESS)])
    assert result.exit_code == 1
    assert f"{tmp_path}: it holds other files" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]
