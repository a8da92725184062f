"""Records of JSON Lines as inputs."""

import gzip
import io
import json
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.errors import EmptyInput, InputError, MissingInput, OversizedInput, UnreadableInput
from copydesk.intake import Input, inputs_from, page_from, page_of, pages_from
from copydesk.intake.jsonlines import inputs
from copydesk.intake.records import PAGE, Corpus
from copydesk.intake.unpack import LIMIT
from copydesk.types import MediaType, Page
from own_python import run_python


@pytest.fixture
def jsonl(tmp_path):
    """Write lines, records as JSON, and give the file."""

    def write(*lines: object, name: str = "pile.jsonl") -> Path:
        file = tmp_path / name
        rows = [line if isinstance(line, bytes) else json.dumps(line).encode() for line in lines]
        file.write_bytes(b"\n".join(rows))
        return file

    return write


def reasons(found):
    return [(type(error), error.reason) for error in found if isinstance(error, InputError)]


def test_each_line_is_an_input_named_by_its_number(jsonl):
    """A record becomes an input with the page in it, under the name of its file and line."""
    file = jsonl({"html": "<p>Rain.</p>", "url": "https://example.org/1"}, {"html": "<p>Sun.</p>"})
    assert list(inputs_from([file])) == [
        Input(f"{file}:1", file, "https://example.org/1", None, "<p>Rain.</p>"),
        Input(f"{file}:2", file, None, None, "<p>Sun.</p>"),
    ]


def test_a_record_gives_what_its_page_gives(jsonl):
    """The page of a record is the page of its string, HTML or text by content as ever."""
    file = jsonl({"text": "Überall Regen.", "url": "https://example.org/"}, {"text": "<html><body><p>Rain.</p>"})
    text, html = pages_from([file])
    assert text == page_from("Überall Regen.", url="https://example.org/", name=f"{file}:1")
    assert isinstance(html, Page)
    assert html.media_type is MediaType.HTML


@pytest.mark.parametrize("name", ["a.jsonl", "a.ndjson", "a.JSONL", "a.jsonl.gz", "a.ndjson.gz", "unpacked.jsonl.gz"])
def test_files_are_json_lines_by_their_name(jsonl, name):
    """Four endings say so, in any case; whether it is packed is told by the bytes."""
    file = jsonl({"text": "Rain."}, name=name)
    if name.startswith("a.") and name.endswith(".gz"):
        file.write_bytes(gzip.compress(file.read_bytes()))
    assert [page.text for page in pages_from([file])] == ["Rain."]


def test_a_json_file_of_another_name_is_one_input(jsonl):
    """JSON that is not called JSON Lines is no file of records."""
    file = jsonl({"text": "Rain."}, name="a.json")
    assert [source.name for source in inputs_from([file])] == [str(file)]


@pytest.mark.parametrize("column", PAGE)
def test_a_known_column_holds_the_page(jsonl, column):
    """Eight columns are known to hold pages."""
    (source,) = inputs_from([jsonl({"id": "7", column: "Rain.", "title": "Weather"})])
    assert source.content == "Rain."


def test_the_fullest_form_of_a_page_is_taken(jsonl):
    """Of a record with HTML and text the HTML is read, wherever it stands; the text where the HTML is missing."""
    both, null, blank, number = inputs_from(
        [
            jsonl(
                {"text": "Rain.", "html": "<p>Rain.</p>"},
                {"text": "Rain.", "html": None},
                {"text": "Rain.", "html": ""},
                {"text": "Rain.", "html": 404},
            )
        ]
    )
    assert both.content == "<p>Rain.</p>"
    assert null.content == blank.content == number.content == "Rain."


def test_the_caller_may_name_the_column(jsonl):
    """A named column is the only one looked at."""
    sources = list(inputs_from([jsonl({"payload": "Rain.", "html": "<p>"}, {"html": "<p>"})], column="payload"))
    assert sources[0].content == "Rain."
    assert reasons(sources) == [(UnreadableInput, "no column payload")]


@pytest.mark.parametrize("key", ["url", "link", "uri"])
def test_the_address_comes_from_the_record(jsonl, key):
    """Three columns are known to hold it; a record without one is believed to come from the caller's."""
    file = jsonl({"text": "Rain.", key: " https://example.org/ "}, {"text": "Rain.", key: None})
    assert [source.url for source in inputs_from([file])] == ["https://example.org/", None]
    assert [source.url for source in inputs_from([file], url="https://example.com/")] == [
        "https://example.org/",
        "https://example.com/",
    ]


@pytest.mark.parametrize("key", ["fetched_at", "crawled_at", "date_crawled", "date_download", "warc_date"])
def test_the_time_comes_from_the_record(jsonl, key):
    """Five columns are known to hold it; what is no ISO 8601 in them is left out."""
    texts = ["2025-04-11T05:48:19Z", "2025-04-11 05:48:19", "Fri, 11 Apr 2025", "", None, 1744350499]
    file = jsonl(*({"text": "Rain.", key: text} for text in texts))
    assert [source.fetched_at for source in inputs_from([file])] == [*texts[:2], None, None, None, None]
    assert [source.fetched_at for source in inputs_from([file], fetched_at="2025")] == [*texts[:2], *["2025"] * 4]


def test_an_address_with_half_a_character_can_be_written(jsonl):
    """A lone surrogate, which JSON can spell and no file can hold, becomes U+FFFD."""
    (source,) = inputs_from([jsonl(b'{"text": "Rain.", "url": "https://example.org/\\ud83d"}')])
    assert source.url == "https://example.org/\ufffd"


@pytest.mark.parametrize(
    ("line", "kind", "reason"),
    [
        (b'{"text": "Rain."', UnreadableInput, "no JSON: expecting ',' delimiter at character 18"),
        (b"rain", UnreadableInput, "no JSON: expecting value at character 1"),
        (b'["Rain."]', UnreadableInput, "no JSON object"),
        (b'"Rain."', UnreadableInput, "no JSON object"),
        (b"null", UnreadableInput, "no JSON object"),
        (b'{"text": "\xff"}', UnreadableInput, "not UTF-8 at byte 11"),
        (b"[" * 100_000, UnreadableInput, "JSON nested too deep"),
        (b'{"text": null}', EmptyInput, "text is null"),
        (b'{"text": ""}', EmptyInput, "text is empty"),
        (b'{"text": 1}', UnreadableInput, "text is no string"),
        (b'{"text": ["Rain."]}', UnreadableInput, "text is no string"),
        (
            b'{"title": "Rain."}',
            UnreadableInput,
            "no column html, raw_html, page_html, content, raw_content, text, body or page_text",
        ),
    ],
)
def test_a_bad_line_is_an_error_in_its_place(jsonl, line, kind, reason):
    """A line that gives no page is named by file and line, with the reason; the others go on."""
    file = jsonl({"text": "Rain."}, line, {"text": "Sun."})
    first, error, last = inputs_from([file])
    assert (first.content, last.content) == ("Rain.", "Sun.")
    assert isinstance(error, kind)
    assert str(error) == f"{file}:2: {reason}"


def test_blank_lines_count_and_are_no_records(jsonl):
    """Lines keep their numbers, whatever stands between them; line ends of Windows and raw tabs do no harm."""
    file = jsonl(b"", b'{"text": "Rain\t."}\r', b" \t ", b'{"text": "Sun."}', b"")
    assert [source.name for source in inputs_from([file])] == [f"{file}:2", f"{file}:4"]


def test_a_byte_order_mark_is_no_fault(jsonl):
    """UTF-8 with a byte order mark is UTF-8."""
    file = jsonl(b'\xef\xbb\xbf{"text": "Rain."}', {"text": "Sun."})
    assert [source.content for source in inputs_from([file])] == ["Rain.", "Sun."]


def test_utf16_is_one_error(jsonl):
    """A file in UTF-16 fails once, not with every line."""
    file = jsonl({"text": "Rain."}, {"text": "Sun."})
    file.write_text(file.read_text(), "utf-16")
    assert reasons(inputs_from([file])) == [(UnreadableInput, "JSON Lines in UTF-16; they must be UTF-8")]


@pytest.mark.parametrize("content", [b"", b"\n\n", gzip.compress(b"")])
def test_a_file_without_records_is_empty(jsonl, content):
    """A file that holds nothing is a mistake that must show."""
    file = jsonl(content)
    assert reasons(inputs_from([file])) == [(EmptyInput, "no record in it")]


@pytest.mark.parametrize("cut", [-9, 40, 12])
def test_a_packed_file_that_breaks_off_fails_where_it_does(jsonl, cut):
    """The records before the break are given, then the error; the files behind it go on."""
    rows = [{"text": f"Rain, {number}th day."} for number in range(2000)]
    broken, whole = jsonl(*rows, name="a.jsonl.gz"), jsonl(*rows[:1])
    broken.write_bytes(gzip.compress(broken.read_bytes())[:cut])
    *good, error, last = inputs_from([broken, whole])
    assert all(isinstance(source, Input) for source in good)
    assert isinstance(error, UnreadableInput)
    assert error.name == f"{broken}:{len(good) + 1}"
    assert error.reason.startswith("broken gzip: ")
    assert isinstance(last, Input)


def test_a_disk_that_fails_is_no_broken_gzip(jsonl, monkeypatch):
    """The system's reason is given as it is."""

    class Failing(io.BytesIO):
        def readinto(self, _buffer):
            raise OSError(5, "Input/output error")

    file = jsonl({"text": "Rain."})
    monkeypatch.setattr(Path, "open", lambda *_, **__: Failing())
    assert reasons(inputs_from([file])) == [(UnreadableInput, "input/output error")]


def test_a_file_that_cannot_be_opened_is_its_error(jsonl, monkeypatch):
    """A file of records that the system refuses stands in its place as the error."""

    def refuse(*_, **__):
        raise PermissionError(13, "Permission denied")

    file = jsonl({"text": "Rain."})
    monkeypatch.setattr(Path, "open", refuse)
    assert reasons(inputs_from([file])) == [(UnreadableInput, "permission denied")]


def test_a_folder_of_that_name_is_walked(tmp_path):
    """A folder may be called as files are."""
    (tmp_path / "pile.jsonl").mkdir()
    (tmp_path / "pile.jsonl/page.txt").write_text("Rain.")
    assert [source.name for source in inputs_from([tmp_path])] == [str(tmp_path / "pile.jsonl/page.txt")]


def test_a_line_beyond_the_limit_is_passed_over(jsonl):
    """A line that no page can fill is an error, and the one behind it is read."""
    huge = b'{"text": "' + b"x" * LIMIT + b'"}'
    file = jsonl({"text": "Rain."}, huge, {"text": "Sun."}, huge)
    first, error, last, end = inputs_from([file])
    assert (first.content, last.content) == ("Rain.", "Sun.")
    for number, one in ((2, error), (4, end)):
        assert isinstance(one, OversizedInput)
        assert str(one) == f"{file}:{number}: a line of more than 50 MB"


@pytest.fixture
def stdin(monkeypatch):
    def give(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))

    return give


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_standard_input_is_json_lines_if_a_column_is_named(stdin, pack):
    """With a column given, its lines are records; the stream stays open."""
    stdin(pack(b'{"text": "Rain."}\n{"text": "Sun."}'))
    assert list(inputs_from(["-"], column="text")) == [
        Input("<stdin>:1", None, content="Rain."),
        Input("<stdin>:2", None, content="Sun."),
    ]
    assert not sys.stdin.buffer.closed


def test_standard_input_is_one_page_else(stdin):
    """Without a column it is one page, even if it looks like records."""
    stdin(b'{"text": "Rain."}\n{"text": "Sun."}')
    (page,) = pages_from(["-"])
    assert page.text == '{"text": "Rain."}\n{"text": "Sun."}'


def test_a_closed_standard_input_gives_no_records(stdin, monkeypatch):
    """No standard input, or one that was closed, is an error of that input."""
    stdin(b"{}")
    sys.stdin.close()
    expected = [(UnreadableInput, "standard input is closed")]
    assert reasons(inputs_from(["-"], column="text")) == expected
    monkeypatch.setattr("sys.stdin", None)
    assert reasons(inputs_from(["-"], column="text")) == expected


def test_records_come_one_at_a_time():
    """No line is read before it is asked for, but for what one read of the system brings along."""

    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            line = b'{"text": "Rain."}\n'
            self.given += len(line)
            buffer[: len(line)] = line
            return len(line)

    stream = Endless()
    records = inputs(stream, Corpus("endless", None))
    assert [next(records).name for _ in range(3)] == ["endless:1", "endless:2", "endless:3"]
    assert stream.given < 100_000


def test_a_record_costs_no_more_than_its_content_when_shown():
    """Neither a log nor a traceback prints a whole page by accident."""
    assert "Rain" not in repr(Input("a.jsonl:1", None, content="Rain."))


def test_an_input_that_is_a_record_is_read_without_its_file(jsonl):
    """What passes to another process holds the page itself."""
    file = jsonl({"text": "Rain."})
    (source,) = inputs_from([file])
    file.unlink()
    assert page_of(source).text == "Rain."


def test_a_missing_file_of_records_is_missing(tmp_path):
    """A name alone makes no records."""
    assert reasons(inputs_from([tmp_path / "a.jsonl"])) == [(MissingInput, "no such file or folder")]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from([*PAGE, "url", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(st.lists(st.binary(max_size=40) | json_values.map(lambda value: json.dumps(value).encode()), max_size=6))
@example([b"\x1f\x8b\x08"])
@example([b'{"text": ' + b"9" * 5000 + b"}"])
def test_whatever_the_lines_hold_each_is_an_input_or_an_error(lines):
    """No line raises anything, and names count the lines upwards."""
    found = list(inputs(io.BytesIO(b"\n".join(lines)), Corpus("pile", None)))
    assert found
    numbers = [int(one.name.partition(":")[2] or 0) for one in found]
    assert numbers == sorted(set(numbers))
    assert all(isinstance(one, Input | InputError) for one in found)


def test_memory_is_bounded_by_one_line(tmp_path):
    """A file of 200 MB takes no more memory than one of 2 MB: 40 MB are let pass for what the process itself needs."""
    line = json.dumps({"html": "<p>Rain.</p>" * 8000}).encode() + b"\n"
    file = tmp_path / "pile.jsonl.gz"
    with gzip.open(file, "wb", compresslevel=1) as stream:
        for _ in range(200_000_000 // len(line)):
            stream.write(line)
    script = (
        "import resource, sys\n"
        "from copydesk.intake import inputs_from\n"
        "peak = lambda: resource.getrusage(resource.RUSAGE_SELF).ru_maxrss\n"
        "records = inputs_from(sys.argv[1:])\n"
        "start = [next(records) for _ in range(3)] and peak()\n"
        "read = sum(1 for _ in records)\n"
        "sys.exit(f'{read} records, {peak() - start} more' if read < 2000 or peak() - start > 40_000 * UNIT else 0)"
    ).replace("UNIT", "1024" if sys.platform == "darwin" else "1")
    done = run_python("-c", script, file)
    assert (done.returncode, done.stderr) == (0, "")
