"""--out, --resume and --force: what is written where, and what is refused."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from copydesk.cli import columns, names
from copydesk.errors import EmptyInput
from copydesk.types import Article

WIDE = {"COLUMNS": "300"}
A_FILE_A_PAGE = [("--json", ".json"), ("--jsonld", ".jsonld"), ("--text", ".txt"), ("--markdown", ".md")]


@pytest.fixture
def pages(farm):
    """Four pages that differ by name."""
    return [replace(farm, name=f"{name}.html") for name in "abcd"]


@pytest.fixture
def articles(farm, portal):
    """Two pages in different folders."""
    return farm, portal


def _run(desk, *arguments):
    return desk.run("read", *arguments, "a", "b", env=WIDE)


def _lines(path):
    return [json.loads(line)["name"] for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--jsonld", "--text", "--markdown", "--csv", "--explain"])
def test_a_file_holds_what_stdout_would(desk, farm, portal, tmp_path, form):
    """--out FILE takes the bytes that stdout gets otherwise, and leaves stdout empty."""
    env = {"COLUMNS": "120"}
    printed = desk.holds(farm, portal).run("read", form, "a", "b", env=env).stdout_bytes
    result = desk.run("read", form, "-o", tmp_path / "out", "a", "b", env=env)
    assert (result.exit_code, result.stdout) == (0, "")
    assert (tmp_path / "out").read_bytes() == printed


@pytest.mark.parametrize(
    ("name", "begins"),
    [
        ("x.jsonl", '{"version"'),
        ("x.CSV", "name,"),
        ("x.md", "---\n"),
        ("x.txt", "==> "),
        ("x.jsonld", '[\n  {\n    "@context'),
        ("x.json", '[\n  {\n    "version'),
        ("x.dat", '[\n  {\n    "version'),
    ],
)  # fmt: skip
def test_the_ending_chooses_the_form(desk, pages, tmp_path, name, begins):
    """Without an option for the form the file's name decides, and JSON is the default still."""
    _run(desk.holds(*pages), "-o", tmp_path / name)
    assert (tmp_path / name).read_text("utf-8").startswith(begins)


def test_an_option_outweighs_the_ending(desk, farm, tmp_path):
    """Whoever asks for a form gets it under any name."""
    _run(desk.holds(farm), "--jsonl", "-o", tmp_path / "x.csv")
    assert _lines(tmp_path / "x.csv") == [farm.name]


@pytest.mark.parametrize("out", ["x.jsonl", "x.csv", "x.txt", "x/", "x.parquet"])
def test_what_is_there_is_not_overwritten_unasked(desk, pages, tmp_path, out):
    """A second run to the same place is refused with both ways on, before anything is read or written."""
    desk.holds(*pages)
    target = f"{tmp_path}/{out}"
    assert _run(desk, "-o", target).exit_code == 0
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    asked = len(desk.asked)
    result = _run(desk, "-o", target)
    assert (result.exit_code, len(desk.asked)) == (2, asked)
    assert "--resume" in result.stderr
    assert "--force" in result.stderr
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.skipif(
    not Path("/proc/self").exists(), reason="it needs a folder that takes no files, such as Linux's /proc"
)
@pytest.mark.parametrize("out", ["/proc/x.jsonl", "/proc/x/", "/proc/x.parquet"])
def test_a_place_that_refuses_is_told(desk, farm, out):
    """Where the system does not let the output be made that is wrong usage, with the system's reason."""
    result = _run(desk.holds(farm), "-o", out)
    assert (result.exit_code, result.stdout) == (2, "")
    assert f"Invalid value for --out: {out.rstrip('/')}: No such file or directory" in result.stderr


def test_force_starts_over(desk, pages, tmp_path):
    """--force writes a file anew."""
    out = tmp_path / "x.jsonl"
    _run(desk.holds(*pages), "-o", out)
    assert _run(desk.holds(pages[3]), "-o", out, "--force").exit_code == 0
    assert _lines(out) == ["d.html"]


def test_an_empty_file_has_nothing_to_lose(desk, pages, tmp_path):
    """A file that mktemp made is written without more ado."""
    out = tmp_path / "x.jsonl"
    out.touch()
    assert _run(desk.holds(*pages), "-o", out).exit_code == 0


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--resume"], "--resume"),
        (["--force"], "--force"),
        (["--parquet"], "--parquet"),
        (["-o", "{}/x.jsonl", "--resume", "--force"], "--resume"),
        (["-o", "{}/x.json", "--resume"], "--resume"),
        (["-o", "{}/x.txt", "--text", "--resume"], "--resume"),
        (["-o", "{}/x.jsonl.gz"], "--out"),
        (["-o", "{}/x.ZST", "--csv"], "--out"),
        (["-o", "{}/none/x.jsonl"], "--out"),
        (["-o", "{}/none/deep/"], "--out"),
        (["-o", "{}/x/", "--csv"], "--out"),
        (["-o", "{}/x/", "--jsonl"], "--out"),
        (["-o", "{}", "--jsonl"], "--out"),
        (["-o", "{}/a file/"], "--out"),
        (["-o", "{}/a file", "--parquet", "--force"], "--out"),
        (["-o", "{}/a file", "--jsonl", "--resume"], "--resume"),
        (["-o", "{}/a file", "--csv", "--resume"], "--resume"),
    ],
)
def test_options_that_make_no_sense_are_refused(desk, pages, tmp_path, arguments, named):
    """Exit code 2, the option at fault by name, nothing read, nothing written, nothing lost."""
    (tmp_path / "a file").write_text("no output of ours", "utf-8")
    result = _run(desk.holds(*pages), *(argument.format(tmp_path) for argument in arguments))
    assert result.exit_code == 2
    assert f"Invalid value for {named}" in result.stderr
    assert [path.name for path in tmp_path.rglob("*")] == ["a file"]
    assert (tmp_path / "a file").read_text("utf-8") == "no output of ours"


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv"])
@pytest.mark.parametrize("torn", [0, 1, 40])
def test_resume_completes_what_is_missing(desk, pages, tmp_path, name, torn):
    """After a run that ended in the middle of a record the second makes the file that one run would have made."""
    whole, out = tmp_path / f"whole-{name}", tmp_path / name
    _run(desk.holds(*pages), "-o", whole)
    _run(desk.holds(*pages[:2]), "-o", out)
    with out.open("ab") as file:
        file.write(whole.read_bytes()[out.stat().st_size :][:torn])
    result = _run(desk.holds(*pages), "-o", out, "--resume")
    assert result.exit_code == 0
    assert out.read_bytes() == whole.read_bytes()
    assert "copydesk: 2 pages in " in result.stderr
    assert "; 2 there already\n" in result.stderr


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv"])
def test_resume_with_nothing_there_starts(desk, pages, tmp_path, name):
    """The same command can begin a run and go on with it."""
    assert _run(desk.holds(*pages), "-o", tmp_path / name, "--resume").exit_code == 0
    before = (tmp_path / name).read_bytes()
    assert _run(desk, "-o", tmp_path / name, "--resume").exit_code == 0
    assert (tmp_path / name).read_bytes() == before


def test_resume_tries_failures_again(desk, pages, tmp_path):
    """An input that failed is in no output, so it is read again."""
    out = tmp_path / "x.jsonl"
    assert _run(desk.holds(pages[0], EmptyInput("b.html", "holds nothing")), "-o", out).exit_code == 1
    assert _run(desk.holds(pages[0], pages[1]), "-o", out, "--resume").exit_code == 0
    assert _lines(out) == ["a.html", "b.html"]


def test_a_table_without_pages_has_its_header(desk, tmp_path):
    """Where nothing could be read CSV still says what its columns are, once, also after a second try."""
    out = tmp_path / "x.csv"
    for options in ([], ["--resume"]):
        _run(desk.holds(EmptyInput("a", "holds nothing")), "-o", out, *options)
        assert out.read_text("utf-8") == columns.csv_header()


@pytest.mark.parametrize(("form", "suffix"), A_FILE_A_PAGE)
def test_a_folder_gets_a_file_a_page(desk, articles, tmp_path, form, suffix):
    """--out DIR/ gives every page the file that it alone would give on stdout, under its own name."""
    target = tmp_path / "out"
    farm, portal = articles
    assert _run(desk.holds(farm, portal), form, "-o", f"{target}/").exit_code == 0
    found = {path.relative_to(target) for path in target.rglob("*") if path.is_file()}
    assert found == {Path(f"farm/48213.txt{suffix}"), Path(f"portal/nerrin-light.html{suffix}")}
    alone = desk.holds(portal).run("read", form, "a").stdout_bytes
    assert (target / f"portal/nerrin-light.html{suffix}").read_bytes() == alone


def test_a_folder_that_is_there_needs_no_slash(desk, farm, tmp_path):
    """An existing folder is recognized as one, and JSON is what it gets unless told otherwise."""
    assert _run(desk.holds(farm), "-o", tmp_path).exit_code == 0
    assert Article.from_json((tmp_path / "farm/48213.txt.json").read_text("utf-8")) == farm


def test_resume_leaves_the_files_of_a_folder(desk, pages, tmp_path):
    """Files that are there are neither read again nor written again."""
    target = f"{tmp_path}/out/"
    _run(desk.holds(*pages[:2]), "--text", "-o", target)
    kept = tmp_path / "out/a.html.txt"
    kept.write_text("kept", "utf-8")
    result = _run(desk.holds(*pages), "--text", "-o", target, "--resume")
    assert "; 2 there already" in result.stderr
    assert kept.read_text("utf-8") == "kept"
    assert {path.name for path in (tmp_path / "out").iterdir()} == {f"{page.name}.txt" for page in pages}


def test_force_overwrites_the_files_of_a_folder(desk, pages, tmp_path):
    """Under --force the pages' files are written anew; others in the folder stay."""
    (tmp_path / "a.html.txt").write_text("old", "utf-8")
    (tmp_path / "notes").write_text("mine", "utf-8")
    assert _run(desk.holds(pages[0]), "--text", "-o", tmp_path, "--force").exit_code == 0
    assert (tmp_path / "a.html.txt").read_text("utf-8") == pages[0].text + "\n"
    assert (tmp_path / "notes").read_text("utf-8") == "mine"


def test_names_that_lead_elsewhere_stay_in_the_folder(desk, farm, tmp_path):
    """No name of an input puts a file outside, and no two inputs share one."""
    evil = ["/etc/x", "../x", "a/../../x", "x", "X", "..", "\x1b[2J", "x.txt/y", "y" * 400]
    out = tmp_path / "deep" / "out"
    out.mkdir(parents=True)
    _run(desk.holds(*(replace(farm, name=name) for name in evil)), "--text", "-o", out)
    assert [path.name for path in tmp_path.iterdir()] == ["deep"]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["out"]
    assert len([path for path in out.rglob("*") if path.is_file()]) == len(evil)


def test_a_file_that_cannot_be_written_ends_the_run(desk, pages, tmp_path):
    """Where a page's file cannot be made the run ends with the reason."""
    (tmp_path / names.path_for("b.html", ".txt")).mkdir()
    result = _run(desk.holds(*pages), "--text", "-o", tmp_path, "--force")
    assert result.exit_code == 1
    assert "copydesk: cannot write" in result.stderr
    assert (tmp_path / "a.html.txt").exists()
    assert not (tmp_path / "c.html.txt").exists()
    assert not [*tmp_path.glob(".draft*")]
