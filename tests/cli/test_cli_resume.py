"""What an output holds that an earlier run left, whole or cut anywhere."""

import itertools
import json
from dataclasses import replace

import cli_articles
import pytest

from copydesk.cli import columns, resume
from copydesk.cli.resume import NotOurs

NAMES = ["a.html", 'q"uote.html', "new\nline, comma", "=1", "'@x", "name", "\\back", "é…"]


def _articles():
    return [replace(cli_articles.wall(), name=name, page_text=f'say "{name}"\n=1,', blocks=()) for name in NAMES]


JSON_LINES = [(article.to_json() + "\n").encode() for article in _articles()]
CSV = [columns.csv_header().encode(), *(columns.as_csv(article, shown=False).encode() for article in _articles())]


@pytest.mark.parametrize(
    ("records", "held", "names"),
    [(JSON_LINES, resume.json_lines, NAMES), (CSV, resume.csv_rows, [None, *NAMES])],
    ids=["json lines", "csv"],
)
def test_a_file_cut_anywhere_holds_its_whole_records(tmp_path, records, held, names):
    """Wherever a file breaks off, what is found is exactly the records that end before that place."""
    content = b"".join(records)
    path = tmp_path / "out"
    ends = [0, *itertools.accumulate(map(len, records))]
    sizes = {end + step for end in ends for step in (-1, 0, 1)} | {*range(0, len(content), 61)}
    for size in sizes & {*range(len(content) + 1)}:
        path.write_bytes(content[:size])
        whole = max(number for number, end in enumerate(ends) if end <= size)
        assert held(path) == (set(names[:whole]) - {None}, ends[whole])


@pytest.mark.parametrize(
    "record",
    [
        '{"name": "a.html", "version": 1}',
        '{"version":1,"page_id":"00","name":"a.html","url":null}',
        json.dumps({"version": 1, "page_id": "00", "name": "a.html"}),
    ],
)
def test_records_that_another_program_wrote_again_are_known(tmp_path, record):
    """The order of keys and the spaces between them do not matter."""
    path = tmp_path / "out"
    path.write_text(record + "\n", "utf-8")
    assert resume.json_lines(path).names == {"a.html"}


@pytest.mark.parametrize("content", ["no json\n", "[1]\n", "1\n", '{"title": "a"}\n', '{"name": 3}\n', "\n", "\xff\n"])
def test_other_peoples_lines_are_refused(tmp_path, content):
    """A file that is not JSON lines of ours is named with the place, and not touched."""
    path = tmp_path / "out"
    path.write_bytes(JSON_LINES[0] + content.encode("latin-1"))
    with pytest.raises(NotOurs, match="record 2 is not one of copydesk's"):
        resume.json_lines(path)


@pytest.mark.parametrize("content", ["no line feed", '{"version": 1', "[", "nam", "nama"])
@pytest.mark.parametrize("held", [resume.json_lines, resume.csv_rows])
def test_a_beginning_that_is_not_ours_is_not_cut_off(tmp_path, held, content):
    """Only what may be the beginning of a first record is half a record: anything else is somebody's file."""
    path = tmp_path / "out"
    path.write_text(content, "utf-8")
    ours = content in {resume.json_lines: ['{"version": 1'], resume.csv_rows: ["nam"]}[held]
    if ours:
        assert held(path) == (set(), 0)
    else:
        with pytest.raises(NotOurs, match="does not begin as copydesk's files do"):
            held(path)


@pytest.mark.parametrize("content", ["a,b\n1,2\n", "\n", '"name"\n'])
def test_other_peoples_tables_are_refused(tmp_path, content):
    """A table with other columns is refused."""
    path = tmp_path / "out"
    path.write_text(content, "utf-8")
    with pytest.raises(NotOurs, match="its columns are not the ones"):
        resume.csv_rows(path)
