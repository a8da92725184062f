"""Rows -> Parquet: the folder of parts, as pyarrow reads it."""

import os
import signal
import sys
from dataclasses import replace

import pytest
import typer

from copydesk.cli import columns, parquet
from copydesk.cli.parquet import Parts, as_row
from copydesk.cli.resume import NotOurs
from copydesk.intake import Input
from copydesk.types import Article, Field

pa = pytest.importorskip("pyarrow", reason="Parquet output needs the extra copydesk[parquet]")
pq = pytest.importorskip("pyarrow.parquet", reason="Parquet output needs the extra copydesk[parquet]")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "pages.parquet"


@pytest.fixture
def small(monkeypatch):
    """Row groups of two pages, parts of two row groups."""
    monkeypatch.setattr(parquet, "GROUP", 2 * 8000)
    monkeypatch.setattr(parquet, "GROUPS", 2)


def _write(folder, articles, *, resume=False):
    parts = Parts(folder, resume=resume)
    for article in articles:
        if not parts.holds(Input(article.name, None)):
            parts.put(article.name, as_row(article))
    parts.close()


def _numbered(article, count):
    text = (article.page_text + "\n" + "x" * 4000)[:8000]
    return [replace(article, name=f"{number}.html", page_text=text, blocks=()) for number in range(count)]


def _names(folder):
    return pq.read_table(folder).column("name").to_pylist()


def test_the_columns_have_types(folder, farm, portal):
    """Lists are lists, counts are numbers, flags are flags, and what is unknown is null."""
    _write(folder, [farm, portal])
    first, second = pq.read_table(folder).to_pylist()
    assert first["topics"] == ["Marrowgate", "Tramways", "Works Committee"]
    assert first["authors"] == []
    assert first["url"] is None
    assert first["words"] == columns.row(farm)["words"]
    assert second["is_accessible_for_free"] is False
    assert second["authors"] == ["Ansel Okoro", "柳田 真理"]
    assert [*first] == [*(column.name for column in columns.COLUMNS), "dropped", "record"]


def test_what_the_text_leaves_out_is_there_with_its_role(folder, farm, portal):
    """Every block is either in the text or, in the order of the page, in the column of what was dropped."""
    _write(folder, [farm, portal])
    for row, article in zip(pq.read_table(folder).to_pylist(), (farm, portal), strict=True):
        blocks = [{"role": b.role.value, "text": article.block_text(b)} for b in article.blocks]
        assert row["dropped"] == [block for block in blocks if block["role"] not in {"body", "dek"}]
        assert all(block["text"] in row["text"] for block in blocks if block not in row["dropped"])


def test_the_whole_record_is_there(folder, farm, portal):
    """The last column gives the article back, evidence and all."""
    _write(folder, [farm, portal])
    assert [Article.from_json(text) for text in pq.read_table(folder)["record"].to_pylist()] == [farm, portal]


def test_half_a_surrogate_pair_does_not_stop_it(folder, farm):
    """What is no Unicode is replaced in the columns and an escape in the record."""
    text = farm.page_text.replace("Gardens", "Garden\ud83d")
    _write(folder, [replace(farm, headline=Field("broken \ud83d", (), 0.9), page_text=text)])
    [row] = pq.read_table(folder).to_pylist()
    assert row["headline"] == "broken ?"
    assert row["dropped"][0] == {"role": "breadcrumb", "text": "Current:Home > Garden?"}
    assert Article.from_json(row["record"]).headline.value == "broken \ud83d"


@pytest.mark.usefixtures("small")
def test_rows_go_to_groups_and_groups_to_parts(folder, farm):
    """What is held in memory is a group at most; parts are whole files, numbered, and one table in order."""
    articles = _numbered(farm, 9)
    _write(folder, articles)
    parts = sorted(folder.iterdir())
    assert [part.name for part in parts] == ["part-00000.parquet", "part-00001.parquet", "part-00002.parquet"]
    assert max(pq.ParquetFile(part).num_row_groups for part in parts) == 2
    assert _names(folder) == [article.name for article in articles]


@pytest.mark.usefixtures("small")
def test_a_run_that_was_killed_costs_its_last_part_only(folder, farm):
    """A part that was not finished is not seen by readers, is removed, and its pages are read again."""
    articles = _numbered(farm, 9)
    killed = Parts(folder, resume=False)
    for article in articles[:7]:
        killed.put(article.name, as_row(article))
    assert {path.name for path in folder.iterdir()} == {"part-00000.parquet", ".part-00001.parquet"}
    assert _names(folder) == [article.name for article in articles[:4]]
    _write(folder, articles, resume=True)
    assert _names(folder) == [article.name for article in articles]
    assert not [*folder.glob(".*")]


def test_a_table_without_rows_has_its_columns(folder):
    """Where no page was read there is still a table."""
    _write(folder, [])
    assert pq.read_table(folder).num_rows == 0
    assert "headline" in pq.read_table(folder).column_names


def test_going_on_with_nothing_to_do_adds_nothing(folder, farm):
    """A table that is complete stays as it is."""
    _write(folder, [farm])
    before = {path.name: path.stat().st_mtime_ns for path in folder.iterdir()}
    _write(folder, [farm], resume=True)
    assert {path.name: path.stat().st_mtime_ns for path in folder.iterdir()} == before


def test_starting_over_removes_old_parts_and_nothing_else(folder, farm, wall):
    """Parts of an earlier run do not stay beside the new ones; other files are not ours."""
    _write(folder, [farm])
    (folder / "notes.txt").write_text("mine", "utf-8")
    _write(folder, [wall])
    assert pq.read_table(folder / "part-00000.parquet")["name"].to_pylist() == [wall.name]
    assert (folder / "notes.txt").exists()


@pytest.mark.parametrize("make", ["other columns", "no Parquet"])
def test_other_peoples_parts_are_refused(folder, make):
    """A table that copydesk did not write is not gone on with."""
    folder.mkdir()
    part = folder / "part-00000.parquet"
    if make == "no Parquet":
        part.write_text("something else that is long enough", "utf-8")
    else:
        pq.write_table(pa.table({"name": ["a"]}), part)
    with pytest.raises(NotOurs, match=str(part)):
        Parts(folder, resume=True)


def test_a_full_disk_ends_it_and_hides_the_part(folder, farm, monkeypatch, capsys):
    """When a part cannot be written the reason is told, and no reader takes half a part for a whole one."""
    parts = Parts(folder, resume=False)
    parts.put(farm.name, as_row(farm))

    def full(*_arguments):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(pq.ParquetWriter, "write_table", full)
    with pytest.raises(typer.Exit):
        parts.close()
    parts.close()
    assert "cannot write" in capsys.readouterr().err
    assert [*folder.glob("part-*")] == []


def test_ctrl_c_in_the_middle_of_a_group_writes_no_row_twice(folder, farm, monkeypatch):
    """An interrupt waits until the group stands, and closing adds only what was not written."""
    monkeypatch.setattr(parquet, "GROUP", 1)
    parts = Parts(folder, resume=False)
    write = pq.ParquetWriter.write_table

    def interrupted(self, table):
        os.kill(os.getpid(), signal.SIGINT)
        write(self, table)

    monkeypatch.setattr(pq.ParquetWriter, "write_table", interrupted)
    with pytest.raises(KeyboardInterrupt):
        parts.put(farm.name, as_row(farm))
    parts.close()
    assert _names(folder) == [farm.name]


def test_without_pyarrow_the_command_says_how_to_get_it(desk, farm, monkeypatch, tmp_path):
    """Where the extra is missing nothing is read, and the message is the pip command."""
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    result = desk.holds(farm).run("read", "--parquet", "-o", tmp_path / "x", "a", env={"COLUMNS": "200"})
    assert (result.exit_code, desk.asked) == (2, [])
    assert "pip install 'copydesk[parquet]'" in result.stderr
    assert not (tmp_path / "x").exists()


def test_the_command_writes_a_table(desk, farm, portal, folder):
    """--parquet --out gives the folder; so does a name with that ending."""
    assert desk.holds(farm, portal).run("read", "--parquet", "-o", folder, "a", "b").exit_code == 0
    assert _names(folder) == [farm.name, portal.name]
    assert desk.holds(farm).run("read", "-o", folder, "--force", "a").exit_code == 0
    assert _names(folder) == [farm.name]
