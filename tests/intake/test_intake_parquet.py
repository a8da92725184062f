"""Records of Parquet files as inputs."""

import sys
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from copydesk.errors import BinaryInput, EmptyInput, InputError, OversizedInput, UnreadableInput
from copydesk.intake import Input, inputs_from, page_from, pages_from
from copydesk.intake.unpack import LIMIT
from own_python import run_python


@pytest.fixture
def parquet(tmp_path):
    """Write columns and give the file."""

    def write(columns: dict, name: str = "pile.parquet", **options: object) -> Path:
        file = tmp_path / name
        pq.write_table(pa.table(columns), file, **options)
        return file

    return write


def reasons(found):
    return [(type(error), error.reason) for error in found if isinstance(error, InputError)]


def test_each_row_is_an_input_named_by_its_number(parquet):
    """A row becomes an input with the page in it, numbered from 1 over all row groups."""
    file = parquet(
        {
            "id": [1, 2, 3],
            "html": ["<p>Rain.</p>", "<p>Sun.</p>", "<p>Hail.</p>"],
            "url": ["https://example.org/1", None, ""],
        },
        row_group_size=2,
    )
    assert list(inputs_from([file], url="https://example.com/")) == [
        Input(f"{file}:1", file, "https://example.org/1", None, "<p>Rain.</p>"),
        Input(f"{file}:2", file, "https://example.com/", None, "<p>Sun.</p>"),
        Input(f"{file}:3", file, "https://example.com/", None, "<p>Hail.</p>"),
    ]


@pytest.mark.parametrize("name", ["pile.parquet", "part-0", "pile.html"])
def test_a_parquet_file_is_told_by_its_first_bytes(parquet, name):
    """Whatever it is called, its rows are read."""
    assert [page.text for page in pages_from([parquet({"text": ["Rain."]}, name)])] == ["Rain."]


def test_a_file_only_called_parquet_is_a_page(tmp_path):
    """A name alone makes no table, nor do the first letters."""
    for number, text in enumerate(["Rain.", "PAR1 is how such files begin."]):
        file = tmp_path / f"{number}.parquet"
        file.write_text(text)
        assert [page.text for page in pages_from([file])] == [text]


def test_bytes_are_decoded_as_ever(parquet):
    """A column of bytes holds pages as they were fetched, in any encoding."""
    content = "<meta charset=windows-1251><p>Дождь идёт.</p>".encode("cp1251")
    (page,) = pages_from([parquet({"raw_html": [content]})])
    assert page.text == page_from(content).text


@pytest.mark.parametrize(
    "kind",
    [pa.string(), pa.large_string(), pa.binary(), pa.large_binary(), pa.dictionary(pa.int32(), pa.string())],
    ids=str,
)
def test_any_type_that_holds_words_will_do(parquet, kind):
    """Strings and bytes, long or short, dictionaries of them."""
    array = pa.array(["Rain.", None, "Rain."], pa.string()).cast(kind)
    found = list(pages_from([parquet({"text": array})]))
    assert [getattr(page, "text", None) for page in found] == ["Rain.", None, "Rain."]
    assert reasons(found) == [(EmptyInput, "text is null")]


def test_text_in_another_encoding_than_it_says_is_decoded(parquet):
    """A string column whose bytes are no UTF-8 gives the bytes to intake, which makes sense of them."""
    latin = "<meta charset=iso-8859-1><p>Überall Regen, hätte man wissen können.</p>".encode("latin-1")
    broken = pa.Array.from_buffers(pa.string(), 1, pa.array([latin], pa.binary()).buffers())
    (page,) = pages_from([parquet({"html": broken})])
    assert "Überall" in page.text


def test_times_come_as_words_or_as_times(parquet):
    """A column of timestamps or of days becomes ISO 8601."""
    moment = datetime(2025, 4, 11, 5, 48, 19, tzinfo=UTC)
    stamped = parquet({"text": ["Rain."], "fetched_at": pa.array([moment], pa.timestamp("s", "UTC"))}, "a.parquet")
    dated = parquet({"text": ["Rain."], "crawled_at": pa.array([date(2025, 4, 11)])}, "b.parquet")
    assert [source.fetched_at for source in inputs_from([stamped, dated])] == [
        "2025-04-11T05:48:19+00:00",
        "2025-04-11",
    ]


def test_the_caller_may_name_the_column(parquet):
    """A named column is the only one looked at."""
    file = parquet({"payload": ["Rain.", None], "html": ["<p>", "<p>"]})
    found = list(inputs_from([file], column="payload"))
    assert found[0].content == "Rain."
    assert reasons(found) == [(EmptyInput, "payload is null")]


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        ("payload", "no column payload; it has id, body, meta"),
        ("body", "column body holds int64, no text"),
        (
            None,
            "no column html, raw_html, page_html, content, raw_content, text, body or page_text; it has id, body, meta",
        ),
    ],
)
def test_a_file_without_such_a_column_is_one_error(parquet, column, reason):
    """A fault of the columns is told once, with what there is instead of them."""
    file = parquet({"id": [1, 2], "body": [3, 4], "meta": [{"text": "Rain."}, None]})
    assert reasons(inputs_from([file], column=column)) == [(UnreadableInput, reason)]


def test_many_columns_are_not_all_listed(parquet):
    """An error stays a line."""
    (error,) = inputs_from([parquet({f"c{number}": [1] for number in range(100)})])
    assert error.reason.endswith("it has c0, c1, c2, c3, c4, c5, c6, c7, c8, c9, c10, c11 …")


def test_a_file_without_rows_is_empty(parquet):
    """A file that holds nothing is a mistake that must show."""
    assert reasons(inputs_from([parquet({"text": pa.array([], pa.string())})])) == [(EmptyInput, "no row in it")]


def test_a_page_beyond_the_limit_is_refused(parquet):
    """A cell that is larger than a page may be is that row's error."""
    found = list(inputs_from([parquet({"text": ["Rain.", "x" * (LIMIT + 1), "Sun."]})]))
    assert [getattr(one, "content", None) for one in found] == ["Rain.", None, "Sun."]
    assert reasons(found) == [(OversizedInput, "more than 50 MB")]
    assert found[1].name.endswith(":2")


def test_a_cut_off_file_is_one_error(parquet):
    """Half a download has no table of contents, hence no rows."""
    file = parquet({"text": ["Rain."] * 100})
    file.write_bytes(file.read_bytes()[:-20])
    (error,) = inputs_from([file])
    assert isinstance(error, UnreadableInput)
    assert error.name == str(file)
    assert error.reason.startswith("broken Parquet: ")


def test_a_damaged_file_fails_where_the_damage_is(parquet):
    """The rows before the damage are given, then the error; the files behind it go on."""
    words = [f"{number} millimetres of rain" for number in range(4000)]
    file = parquet({"text": words}, row_group_size=1000, compression="gzip", use_dictionary=False)
    content = bytearray(file.read_bytes())
    middle = pq.ParquetFile(file).metadata.row_group(2).column(0).data_page_offset
    content[middle + 100 : middle + 500] = b"\xff" * 400
    file.write_bytes(content)
    *good, error, last = inputs_from([file, parquet({"text": ["Rain."]}, "b.parquet")])
    assert all(isinstance(source, Input) for source in good)
    assert isinstance(error, UnreadableInput)
    assert error.name == f"{file}:{len(good) + 1}"
    assert isinstance(last, Input)


def test_without_pyarrow_the_error_says_what_to_install(parquet, monkeypatch):
    """The extra is named; other files are read."""
    file = parquet({"text": ["Rain."]})
    (file.parent / "z.txt").write_text("Sun.")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    error, other = inputs_from([file.parent])
    assert isinstance(error, UnreadableInput)
    assert str(error) == f"{file}: Parquet needs pyarrow: pip install 'copydesk[parquet]'"
    assert isinstance(other, Input)


def test_a_packed_parquet_file_is_binary(parquet):
    """Parquet inside gzip is refused by its name, as every other format is."""
    import gzip

    file = parquet({"text": ["Rain."]})
    file.write_bytes(gzip.compress(file.read_bytes()))
    assert reasons(pages_from([file])) == [(BinaryInput, "a Parquet file, not a page")]


def test_memory_is_bounded_by_a_few_rows(tmp_path):
    """A file that is a single row group of 160 MB takes no more than 80 MB beyond what its first rows take."""
    file = tmp_path / "pile.parquet"
    pages = [f"<p>Rain, {number}.</p>" * 2000 for number in range(4000)]
    pq.write_table(
        pa.table({"html": pages, "other": pages}), file, row_group_size=4000, use_dictionary=False, compression="none"
    )
    script = (
        "import resource, sys\n"
        "from copydesk.intake import inputs_from\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "records = inputs_from(sys.argv[1:])\n"
        "start = [next(records) for _ in range(3)] and peak()\n"
        "read = sum(1 for _ in records)\n"
        "sys.exit(f'{read} records, {peak() - start} more' if read < 3000 or peak() - start > 80_000 * UNIT else 0)"
    ).replace("UNIT", "1024" if sys.platform == "darwin" else "1")
    done = run_python("-c", script, file)
    assert (done.returncode, done.stderr) == (0, "")
