"""Files, folders and standard input."""

import gzip
import io
import os
import socket
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from copydesk.errors import BinaryInput, EmptyInput, InputError, MissingInput, OversizedInput, UnreadableInput
from copydesk.intake import Input, id_of, inputs_from, page_from, page_of, pages_from
from copydesk.intake.unpack import LIMIT
from copydesk.types import Page


def write(path: Path, content: bytes = b"<p>Rain.</p>") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def names(*paths: str | Path) -> list[str]:
    return [found.name for found in pages_from(paths)]


def only(*paths: str | Path) -> Page | InputError:
    (found,) = pages_from(paths)
    return found


def test_a_file_is_a_page_named_by_its_path(tmp_path):
    """A file gives what its bytes give, under its path as it was written."""
    file = write(tmp_path / "rain.html")
    assert only(file) == page_from(b"<p>Rain.</p>", name=str(file))


def test_address_and_time_are_passed_on(tmp_path):
    """The caller of one file may know where it came from."""
    page = only(write(tmp_path / "rain.html"))
    (known,) = pages_from([tmp_path / "rain.html"], url="https://example.org/", fetched_at="2025-04-11")
    assert isinstance(page, Page)
    assert isinstance(known, Page)
    assert (known.url, known.fetched_at) == ("https://example.org/", "2025-04-11")
    assert known.id != page.id


def test_inputs_come_in_the_order_given(tmp_path, monkeypatch):
    """Arguments keep their order, twice if given twice, relative paths their form."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "b.txt")
    write(tmp_path / "a.txt")
    assert names("b.txt", Path("a.txt"), "./b.txt") == ["b.txt", "a.txt", "b.txt"]


def test_a_folder_is_walked_sorted(tmp_path, monkeypatch):
    """Files and folders come by name, each folder's files at its place."""
    monkeypatch.chdir(tmp_path)
    for path in ["f/b.txt", "f/a/2.html", "f/a/1", "f/c/d/e.txt", "f/A.txt", "f/a.txt"]:
        write(tmp_path / path)
    assert names("f") == ["f/A.txt", "f/a/1", "f/a/2.html", "f/a.txt", "f/b.txt", "f/c/d/e.txt"]


def test_hidden_entries_are_skipped_unless_named(tmp_path):
    """Hidden files and folders stay out of a walk; named directly they are tried."""
    write(tmp_path / "f/.git/config")
    write(tmp_path / "f/.hidden.html")
    write(tmp_path / "f/seen.html")
    assert names(tmp_path / "f") == [str(tmp_path / "f/seen.html")]
    assert names(tmp_path / "f/.hidden.html") == [str(tmp_path / "f/.hidden.html")]
    assert names(tmp_path / "f/.git") == [str(tmp_path / "f/.git/config")]


def test_a_failing_input_stands_in_its_place_and_stops_nothing(tmp_path):
    """Each input gives a page or its error, in order."""
    write(tmp_path / "1.html")
    write(tmp_path / "2.html", b"")
    write(tmp_path / "3.html", b"\x89PNG\r\n\x1a\n")
    write(tmp_path / "4.html", gzip.compress(b"rain")[:-9])
    write(tmp_path / "5.html")
    found = list(pages_from([tmp_path / "0.html", tmp_path]))
    assert [type(item) for item in found] == [MissingInput, Page, EmptyInput, BinaryInput, UnreadableInput, Page]
    assert [item.name for item in found] == [str(tmp_path / f"{number}.html") for number in range(6)]


def test_errors_hold_no_content(tmp_path):
    """A kept error keeps no traceback, whose frames would keep the bytes that were read."""
    error = only(write(tmp_path / "x", gzip.compress(b"rain")[:-9]))
    assert isinstance(error, UnreadableInput)
    assert (error.__traceback__, error.__cause__, error.__context__) == (None, None, None)


@pytest.mark.parametrize("path", ["nowhere.html", "file.html/inside.html"])
def test_what_does_not_exist_is_missing(tmp_path, path):
    """No such file, and no such folder on the way to it."""
    write(tmp_path / "file.html")
    error = only(tmp_path / path)
    assert isinstance(error, MissingInput)
    assert str(error) == f"{tmp_path / path}: no such file or folder"


def test_an_empty_path_is_missing(tmp_path, monkeypatch):
    """An empty argument does not stand for the working folder."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "rain.html")
    error = only("")
    assert isinstance(error, MissingInput)
    assert str(error) == "'': no such file or folder"


@pytest.mark.parametrize("entries", [[], [".hidden"], ["a/b/.hidden"]], ids=["empty", "hidden", "folders only"])
def test_a_folder_without_files_is_missing_input(tmp_path, entries):
    """Giving a folder that holds nothing is a mistake that must show."""
    folder = tmp_path / "f"
    folder.mkdir()
    for entry in entries:
        write(folder / entry)
    error = only(folder)
    assert isinstance(error, MissingInput)
    assert str(error) == f"{folder}: folder holds no file"


def test_links_are_followed(tmp_path):
    """A link to a file or folder gives what it leads to, under its own name."""
    write(tmp_path / "far/rain.html")
    (tmp_path / "near").mkdir()
    (tmp_path / "near/file").symlink_to(tmp_path / "far/rain.html")
    (tmp_path / "near/folder").symlink_to(tmp_path / "far")
    assert names(tmp_path / "near") == [str(tmp_path / "near/file"), str(tmp_path / "near/folder/rain.html")]


def test_folder_loops_end(tmp_path):
    """A link back to a folder above is entered no second time."""
    write(tmp_path / "a/b/rain.html")
    (tmp_path / "a/b/loop").symlink_to(tmp_path / "a")
    (tmp_path / "a/self").symlink_to(tmp_path / "a")
    assert names(tmp_path / "a") == [str(tmp_path / "a/b/rain.html")]


def test_a_folder_given_twice_is_walked_twice(tmp_path):
    """Each argument is walked for itself."""
    file = write(tmp_path / "a/rain.html")
    assert names(tmp_path / "a", tmp_path) == [str(file)] * 2


def test_a_link_to_nothing_is_missing(tmp_path):
    """A broken link shows, named directly or found in a folder."""
    (tmp_path / "broken").symlink_to(tmp_path / "gone")
    for error in pages_from([tmp_path / "broken", tmp_path]):
        assert isinstance(error, MissingInput)
        assert str(error) == f"{tmp_path / 'broken'}: a link to nothing"


def test_a_link_to_itself_is_unreadable(tmp_path):
    """A loop of links ends in an error, not in a loop."""
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    assert isinstance(only(tmp_path / "loop"), UnreadableInput)


def test_pipes_are_not_opened(tmp_path):
    """A named pipe, which would wait for a writer forever, is refused, named directly or found in a folder."""
    os.mkfifo(tmp_path / "pipe")
    for error in pages_from([tmp_path / "pipe", tmp_path]):
        assert isinstance(error, UnreadableInput)
        assert error.reason == "a named pipe, not a file; - reads standard input"


def test_devices_and_sockets_are_not_opened(tmp_path, monkeypatch):
    """Nor is anything else that is not a regular file."""
    monkeypatch.chdir(tmp_path)  # the path of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        reasons = [error.reason for error in pages_from(["/dev/zero", "socket"]) if isinstance(error, UnreadableInput)]
    assert reasons == ["a device, not a file", "a socket, not a file"]


def test_a_path_that_no_file_can_have_is_unreadable():
    """A NUL in a path is the caller's mistake and stops nothing."""
    error = only("a\0b")
    assert isinstance(error, UnreadableInput)


@contextmanager
def as_ordinary_user() -> Iterator[None]:
    """Permissions do not bind root: be nobody for a while."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user can reach, which pytest's own is not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        path.chmod(0o755)
        yield path


def test_a_file_without_permission_is_unreadable(open_folder):
    """The system's reason is given, and the files beside it are read."""
    write(open_folder / "a.html").chmod(0)
    write(open_folder / "b.html").chmod(0o644)
    with as_ordinary_user():
        error, page = pages_from([open_folder])
    assert isinstance(error, UnreadableInput)
    assert str(error) == f"{open_folder / 'a.html'}: permission denied"
    assert isinstance(page, Page)


def test_a_folder_without_permission_is_unreadable(open_folder):
    """A folder that cannot be listed stands in its place, and the walk goes on."""
    write(open_folder / "a/x.html")
    write(open_folder / "b.html").chmod(0o644)
    (open_folder / "a").chmod(0)
    with as_ordinary_user():
        error, page = pages_from([open_folder])
    assert isinstance(error, UnreadableInput)
    assert error.name == str(open_folder / "a")
    assert isinstance(page, Page)
    (open_folder / "a").chmod(0o755)


def test_a_file_that_breaks_off_is_unreadable(tmp_path, monkeypatch):
    """An error of the disk while reading is the input's error."""

    class Failing(io.BytesIO):
        def read(self, _size=-1):
            raise OSError(5, "Input/output error")

    file = write(tmp_path / "rain.html")
    monkeypatch.setattr(Path, "open", lambda *_, **__: Failing())
    error = only(file)
    assert isinstance(error, UnreadableInput)
    assert error.reason == "input/output error"


def test_a_file_beyond_the_limit_is_refused_unread(tmp_path, monkeypatch):
    """A huge file is refused by its size alone, once its first bytes have shown that it holds no records."""

    class Head(io.BytesIO):
        def read(self, size=-1):
            assert 0 < size < 10, "read on"
            return super().read(size)

    file = write(tmp_path / "dump.html")
    os.truncate(file, LIMIT + 1)
    monkeypatch.setattr(Path, "open", lambda *_, **__: Head(b"<p>Rain.</p>"))
    assert isinstance(only(file), OversizedInput)


def test_a_name_that_is_not_utf8_can_be_printed(tmp_path):
    """The name of a page can be written anywhere, whatever bytes the file's has."""
    file = write(tmp_path / os.fsdecode(b"caf\xe9.html"))
    page = only(file)
    assert isinstance(page, Page)
    assert page.name == f"{tmp_path}/caf\ufffd.html"


def test_deep_folders_are_walked(tmp_path, monkeypatch):
    """Folders may nest deeper than Python's calls."""
    depth = 1200
    monkeypatch.chdir(tmp_path)
    for _ in range(depth):
        Path("d").mkdir()
        os.chdir("d")
    write(Path("rain.html"))
    monkeypatch.chdir(tmp_path)
    assert names("d") == ["d/" * depth + "rain.html"]
    # pytest removes its folders by recursion, which does not reach so deep.
    Path("d/" * depth + "rain.html").unlink()
    for level in range(depth, 0, -1):
        Path("d/" * level).rmdir()


@pytest.fixture
def stdin(monkeypatch):
    def give(content: bytes) -> None:
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(content), encoding="ascii"))

    return give


@pytest.mark.parametrize("dash", ["-", Path("-")])
def test_a_dash_is_standard_input(stdin, dash):
    """The bytes of standard input are one page, whatever encoding the terminal has."""
    stdin("<p>Überall Regen.</p>".encode())
    assert only(dash) == page_from("<p>Überall Regen.</p>".encode(), name="<stdin>")


def test_standard_input_stands_among_files(stdin, tmp_path):
    """It is an input like any other; read a second time it is empty."""
    stdin(b"Rain.")
    file = write(tmp_path / "rain.html")
    assert [type(found) for found in pages_from([file, "-", "-", file])] == [Page, Page, EmptyInput, Page]


def test_a_file_named_dash_can_be_named(tmp_path, monkeypatch):
    """With its folder before it, a dash is a file."""
    monkeypatch.chdir(tmp_path)
    write(tmp_path / "-", b"Rain.")
    page = only("./-")
    assert isinstance(page, Page)
    assert (page.name, page.text) == ("-", "Rain.")


def test_standard_input_beyond_the_limit_is_refused(monkeypatch):
    """An endless stream is read up to the limit, no further."""

    class Endless(io.RawIOBase):
        given = 0

        def readable(self):
            return True

        def readinto(self, buffer):
            self.given += len(buffer)
            assert self.given <= LIMIT + (1 << 20), "read on"
            buffer[:] = b"x" * len(buffer)
            return len(buffer)

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BufferedReader(Endless())))
    assert isinstance(only("-"), OversizedInput)


def test_a_closed_standard_input_is_unreadable(monkeypatch, stdin):
    """No standard input, or one that was closed, is an error of that input."""
    stdin(b"Rain.")
    sys.stdin.close()
    assert isinstance(only("-"), UnreadableInput)
    monkeypatch.setattr("sys.stdin", None)
    assert isinstance(only("-"), UnreadableInput)


def test_pages_come_one_at_a_time(tmp_path):
    """Nothing is read before it is asked for: a pile larger than memory can be read."""
    first, second = write(tmp_path / "1.html"), write(tmp_path / "2.html")
    found = pages_from(iter([first, second]))
    next(found)
    second.unlink()
    assert isinstance(next(found), MissingInput)


def test_the_id_of_an_input_is_its_pages(tmp_path):
    """It is told without reading the page: of a file, packed or not, and of records; of nothing else there is one."""
    (tmp_path / "a.html").write_bytes("<p>Überall Regen.".encode("latin-1"))
    (tmp_path / "b.txt.gz").write_bytes(gzip.compress("Überall Regen.".encode()))
    records = '{"url": "https://rain.example/1", "text": "\\u00dcberall \\ud800."}\n{"text": "Regen."}'
    (tmp_path / "c.jsonl").write_text(records, "utf8")
    sources = [*inputs_from([tmp_path])]
    assert len(sources) == 4
    assert [id_of(source) for source in sources] == [page_of(source).id for source in sources]
    assert id_of(Input("<stdin>", None)) is None
    assert id_of(Input("gone", tmp_path / "gone")) is None
