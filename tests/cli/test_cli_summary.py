"""--summary and --summary-file: what became of the characters of a run."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk import intake, reading
from copydesk.cli import balance, output, summary
from copydesk.cli.balance import Balance
from copydesk.cli.tally import Tally
from copydesk.errors import EmptyInput
from copydesk.types import Role


@pytest.fixture
def log(tmp_path):
    return tmp_path / "runs.jsonl"


def _rows(text):
    """Name, count and share of each line of a table."""
    rows = (line.rsplit(maxsplit=2) for line in text.splitlines())
    return {name.strip(): (int(count.replace(",", "")), float(share.rstrip("%"))) for name, count, share in rows}


def _lines(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_the_table_adds_up(farm, portal):
    """Kept, dropped and between are the whole; the roles below kept and dropped are theirs; shares are of the whole."""
    total = balance.of(farm)
    total.add(balance.of(portal))
    rows = _rows(summary.table(total))
    whole, share = rows["all characters"]
    assert (whole, share) == (len(farm.page_text) + len(portal.page_text), 100.0)
    assert rows["kept"][0] + rows["dropped"][0] + rows["between blocks"][0] == whole
    roles = {name: count for name, (count, _) in rows.items() if name in list(Role)}
    assert roles["body"] + roles["dek"] == rows["kept"][0]
    assert sum(roles.values()) == rows["kept"][0] + rows["dropped"][0]
    assert all(abs(100 * count / whole - share) <= 0.05 + 1e-9 for count, share in rows.values())


def test_the_table_is_laid_out_in_columns():
    """Counts and shares stand one below the other, roles by their size, within a narrow terminal."""
    total = Balance()
    total.kept[Role.BODY] = 1_234_567
    total.dropped.update({Role.LIST_HEADING: 7, Role.HEADLINE: 1000})
    assert summary.table(total) == (
        "  kept            1,234,567   99.9%\n"
        "    body          1,234,567   99.9%\n"
        "  dropped             1,007    0.1%\n"
        "    headline          1,000    0.1%\n"
        "    list_heading          7    0.0%\n"
        "  between blocks          0    0.0%\n"
        "  all characters  1,235,574  100.0%\n"
    )


def test_it_stands_behind_the_closing_lines(desk, farm, wall):
    """--summary: on stderr, below how it went; data stays alone on stdout."""
    plain = desk.holds(farm, wall).run("read", "--jsonl", "a", "b")
    result = desk.holds(farm, wall).run("read", "--jsonl", "--summary", "a", "b")
    assert result.stdout == plain.stdout
    first, rest = result.stderr.split("\n", 1)
    assert first.startswith("copydesk: 2 pages in ")
    assert _rows(rest)["all characters"][0] == len(farm.page_text) + len(wall.page_text)


def test_a_single_page_has_one_too(desk, farm):
    """Whoever asks for it gets it, where a single page would else be read without a word."""
    result = desk.holds(farm).run("read", "--text", "--summary", "a")
    assert result.stderr == summary.table(balance.of(farm))


def test_what_fails_has_no_characters(desk, farm):
    """Only pages that were read count; where none was there is no table."""
    bad = EmptyInput("bad", "holds nothing")
    rows = desk.holds(farm, bad).run("read", "--text", "--summary", "a", "b").stderr.split("bad: holds nothing\n")[1]
    assert _rows(rows.split("\n", 1)[1].split("\n", 1)[1])["all characters"][0] == len(farm.page_text)
    assert desk.holds(bad).run("read", "--summary", "a").stderr == "copydesk: bad: holds nothing\n"


def test_the_file_gets_a_line_for_each_run(desk, farm, portal, log):
    """--summary-file: a run adds its line, whatever was there; the numbers are those of the table."""
    desk.holds(farm, EmptyInput("bad", "holds nothing")).run(
        "read", "--text", "--quiet", "--summary-file", log, "a", "b"
    )
    desk.holds(portal).run("read", "--text", "--summary-file", log, "a")
    first, second = _lines(log)
    assert (first["pages"], first["failed"], first["kinds"], first["out"]) == (1, 1, {"article": 1}, None)
    found = balance.of(farm)
    assert first["kept"] == {role.value: count for role, count in found.kept.items()}
    assert first["dropped"] == {role.value: count for role, count in found.dropped.items()}
    assert first["characters"] == len(farm.page_text)
    for line in (first, second):
        assert sum(line["kept"].values()) + sum(line["dropped"].values()) + line["between"] == line["characters"]


def test_a_run_that_goes_on_tells_of_itself(desk, farm, portal, log, tmp_path):
    """--resume: what was there already is counted as such, its characters belong to the run that read it."""
    out = tmp_path / "out.jsonl"
    options = ("--summary", "--summary-file", log, "-o", out)
    desk.holds(farm).run("read", *options, "a")
    second = desk.holds(farm, portal).run("read", *options, "--resume", "a", "b").stderr
    third = desk.holds(farm, portal).run("read", *options, "--resume", "a", "b").stderr
    assert [(line["pages"], line["there_already"], line["characters"], line["out"]) for line in _lines(log)] == [
        (1, 0, len(farm.page_text), str(out)),
        (1, 1, len(portal.page_text), str(out)),
        (0, 2, 0, str(out)),
    ]
    assert f"all characters  {len(portal.page_text):,}" in second
    assert third.count("\n") == 1


def test_strict_tells_of_what_was_read_before_the_failure(desk, farm, portal, log):
    """A run that ends early accounts for the pages that it has put out."""
    bad = EmptyInput("bad", "holds nothing")
    result = desk.holds(farm, bad, portal).run("read", "--text", "--strict", "--summary-file", log, "a", "b", "c")
    assert result.exit_code == 1
    assert [line["characters"] for line in _lines(log)] == [len(farm.page_text)]


def test_an_interrupted_run_accounts_for_what_it_read(desk, farm, log, monkeypatch):
    """After Ctrl-C the table and the line are there, of the pages that were put out."""
    desk.holds(farm, replace(farm, name="late"))

    def interrupted(page):
        if page.name == "late":
            raise KeyboardInterrupt
        return farm

    monkeypatch.setattr(reading, "read_page", interrupted)
    result = desk.run("read", "--text", "--summary", "--summary-file", log, "a", "b")
    assert result.exit_code == 130
    assert summary.table(balance.of(farm)) in result.stderr
    assert result.stderr.endswith("can go on\n")
    assert [line["pages"] for line in _lines(log)] == [1]


def test_quiet_contradicts_the_table_and_not_the_file(desk, farm, log):
    """--quiet --summary is refused before anything is read; with --summary-file a quiet run stays quiet."""
    result = desk.holds(farm).run("read", "-q", "--summary", "a", env={"COLUMNS": "200"})
    assert (result.exit_code, result.stdout) == (2, "")
    assert "--summary-file goes with it" in result.stderr
    assert desk.run("read", "-q", "--text", "--summary-file", log, "a").stderr == ""
    assert len(_lines(log)) == 1


@pytest.mark.parametrize("content", ["mine\n", '{"version": 1, "page_id": "0"}\n', "\n"])
def test_a_file_of_something_else_is_refused_and_left_alone(desk, farm, log, content):
    """Nothing is put behind what is no summary: exit code 2, and nothing was read."""
    log.write_text(content, "utf-8")
    result = desk.holds(farm).run("read", "--summary-file", log, "a", env={"COLUMNS": "300"})
    assert (result.exit_code, result.stdout) == (2, "")
    assert "is no file of summaries" in result.stderr
    assert log.read_text("utf-8") == content


@pytest.mark.parametrize("name", ["out.jsonl", "nowhere/runs.jsonl", "."])
def test_a_place_that_cannot_take_it_is_refused_at_once(desk, farm, tmp_path, name):
    """The output itself, a folder that is not there and a folder are wrong usage, found before a page is read."""
    result = desk.holds(farm).run("read", "-o", tmp_path / "out.jsonl", "--summary-file", tmp_path / name, "a")
    assert (result.exit_code, result.stdout) == (2, "")
    assert not (tmp_path / "out.jsonl").exists()


def test_a_disk_that_is_full_at_the_end_is_told(desk, farm, log, monkeypatch):
    """Where the line cannot be written the reason is told, and the exit code is 1."""

    def full(_file, _text):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(output.Lines, "write", full)
    result = desk.holds(farm).run("read", "--text", "--summary-file", log, "a")
    assert result.exit_code == 1
    assert result.stderr == f"copydesk: cannot write {log}: No space left on device\n"


def test_the_file_is_not_read_as_a_page(desk, farm, tmp_path, monkeypatch):
    """A summary that lies in the folder that is read is left out of it."""
    log = tmp_path / "runs.jsonl"

    def inputs(_paths, **_options):
        yield intake.Input(str(tmp_path / "a.html"), tmp_path / "a.html")
        yield intake.Input(f"{log}:1", log)

    monkeypatch.setattr(intake, "inputs_from", inputs)
    desk.read = {str(tmp_path / "a.html"): farm}
    result = desk.run("read", "--text", "--summary-file", log, tmp_path)
    assert (result.exit_code, result.stderr) == (0, "")
    assert [line["pages"] for line in _lines(log)] == [1]


def test_the_tally_begins_without_characters():
    """A run that has read nothing has a line of zeros."""
    line = json.loads(summary.record(Tally(), Path("out")))
    assert (line["pages"], line["characters"], line["kept"], line["dropped"], line["out"]) == (0, 0, {}, {}, "out")
