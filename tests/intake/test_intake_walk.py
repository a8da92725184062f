"""Patterns, and counting what paths lead to. Folders: see test_intake_files."""

import gzip
import time
from pathlib import Path

import pytest

from copydesk.errors import InputError, MissingInput
from copydesk.intake import count, inputs_from


@pytest.fixture
def pile(tmp_path, monkeypatch):
    """A folder with pages in it, the working folder."""
    monkeypatch.chdir(tmp_path)

    def fill(*paths: str) -> None:
        for path in paths:
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_text("Rain.")

    fill("b.html", "a.html", "c.txt", ".hidden.html", "f/d.html", "f/g/e.html", "f/g/.h/x.html", "f/g/e.txt")
    return fill


def names(*paths):
    return [found.name for found in inputs_from(paths)]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("*.html", ["a.html", "b.html"]),
        ("?.html", ["a.html", "b.html"]),
        ("[bc].*", ["b.html", "c.txt"]),
        ("[!b].html", ["a.html"]),
        (".*.html", [".hidden.html"]),
        ("f/*", ["f/d.html", "f/g/e.html", "f/g/e.txt"]),
        ("*/g/*.html", ["f/g/e.html"]),
        ("**/*.html", ["a.html", "b.html", "f/d.html", "f/g/e.html"]),
        ("f/**/e.*", ["f/g/e.html", "f/g/e.txt"]),
        ("f/**", ["f/d.html", "f/g/e.html", "f/g/e.txt"]),
        ("**/*", ["a.html", "b.html", "c.txt", "f/d.html", "f/g/e.html", "f/g/e.txt"]),
    ],
)
@pytest.mark.usefixtures("pile")
def test_patterns_match_files_sorted(pattern, expected):
    """A pattern gives the files that a shell would give, sorted, each once; folders it matches are walked."""
    assert names(pattern) == expected


@pytest.mark.usefixtures("pile")
def test_an_absolute_pattern_gives_absolute_paths(tmp_path):
    """A pattern may begin at the root."""
    assert names(f"{tmp_path}/?.txt", tmp_path / "a*") == [f"{tmp_path}/c.txt", f"{tmp_path}/a.html"]


@pytest.mark.parametrize("pattern", ["*.md", "nowhere/*.html", "a.html/*", "**/*.md", "page[1].html", "a\0*"])
@pytest.mark.usefixtures("pile")
def test_a_pattern_without_a_match_is_missing(pattern):
    """A pattern that matches nothing is a mistake that must show."""
    (error,) = inputs_from([pattern])
    assert isinstance(error, MissingInput)
    assert str(error) == f"{pattern}: no file matches"


def test_a_file_called_like_a_pattern_is_that_file(pile):
    """What exists is meant, whatever its name would match."""
    pile("[ab].html")
    assert names("[ab].html") == ["[ab].html"]
    Path("*.html").symlink_to("nowhere")
    (error,) = inputs_from(["*.html"])
    assert error.reason == "a link to nothing"


def test_patterns_end_in_folder_loops(pile, tmp_path):
    """Links back to folders above, of which the standard library would follow 2 to the 40th ways, are entered once."""
    pile("loops/a/x.html")
    for number in range(20):
        (tmp_path / f"loops/a/{number}").symlink_to(tmp_path / "loops")
    assert names("loops/**/*.html") == ["loops/a/x.html"]


@pytest.mark.usefixtures("pile")
def test_a_pattern_passes_over_what_it_may_not_list(monkeypatch):
    """A folder that cannot be listed has nothing that matches."""
    real = Path.iterdir

    def iterdir(folder):
        if folder.name == "g":
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    assert names("**/*.html") == ["a.html", "b.html", "f/d.html"]
    assert names("f/*/*.html", "a.html") == ["f/*/*.html", "a.html"]


def test_a_pattern_may_match_a_broken_link(pile, tmp_path):
    """A match that cannot be read is its own error, and no missing match."""
    pile("links/x.html")
    (tmp_path / "links/y.html").symlink_to("nowhere")
    one, error = inputs_from(["links/*"])
    assert one.name == "links/x.html"
    assert (error.name, error.reason) == ("links/y.html", "a link to nothing")
    (tmp_path / "links/x.html").unlink()
    assert [found.reason for found in inputs_from(["links/*"])] == ["a link to nothing"]


@pytest.mark.usefixtures("pile")
def test_count_is_the_number_of_inputs():
    """Files, folders, patterns, standard input and errors count as what they give."""
    paths = ["f", "*.html", "-", "a.html", "nowhere", "*.md", "", "f"]
    assert count(paths) == len(list(inputs_from(paths))) == 13
    assert count([]) == 0


@pytest.mark.parametrize("name", ["pile.jsonl", "pile.jsonl.gz", "pile.parquet"])
def test_records_are_not_counted(pile, name, tmp_path):
    """Where records would have to be read to be counted, there is no number."""
    pile("records/a.html")
    assert count(["records"]) == 1
    content = {"pile.jsonl": b"{}", "pile.jsonl.gz": gzip.compress(b"{}"), "pile.parquet": b"PAR1\x15\x04"}[name]
    (tmp_path / "records" / name).write_bytes(content)
    assert count(["records"]) is None
    assert count(["a.html", "records/*"]) is None


def test_standard_input_counts_as_one_page_unless_it_holds_records():
    """With a column given, nobody knows how many records will come."""
    assert count(["-"]) == 1
    assert count(["-"], column="html") is None


def test_counting_is_cheap(tmp_path):
    """Counting takes well under a millisecond a file."""
    for number in range(1000):
        (tmp_path / f"{number}.html").write_text("Rain.")
    start = time.process_time()
    assert count([tmp_path]) == 1000
    assert time.process_time() - start < 30  # a hang, not a speed: linear code takes a hundredth


@pytest.mark.usefixtures("pile")
def test_errors_are_errors_of_the_path():
    """Whatever is wrong with a pattern or path, it is an InputError that names it."""
    for path in ["[", "[]", "*a" * 300, "a" * 5000 + "*", "\udcff*", "\ud800*"]:
        (error,) = inputs_from([path])
        assert isinstance(error, InputError)
        assert error.name.encode()
