"""What is shown of a run while it goes on: on a terminal, and nowhere else."""

import io
import os
import re

import cli_articles
import pytest
from cli_process import environment, everything_from, started
from rich.console import Console
from rich.progress import Progress

from copydesk.cli.drawn import Figures
from copydesk.cli.progress import Drawn

pty = pytest.importorskip("pty", reason="these are the terminals of POSIX")


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """A folder with four pages and one that is none."""
    folder = tmp_path_factory.mktemp("pages")
    for name in "abcd":
        (folder / f"{name}.txt").write_text(cli_articles.farm().page_text, "utf-8")
    (folder / "empty\x1b[2J.txt").touch()
    return folder


def _on_terminal(*arguments, stdout_too=False):
    """What stands on stderr, and maybe stdout, of a run that has a terminal."""
    master, slave = pty.openpty()
    options = {"stdout": slave} if stdout_too else {}
    with started(*arguments, stderr=slave, env=environment(TERM="xterm", COLUMNS="100"), **options) as process:
        os.close(slave)
        if not stdout_too:
            process.stdout.read()
        shown = everything_from(master).decode()
    return process.returncode, shown


def test_a_terminal_sees_count_rate_and_time_left(pages):
    """On a terminal there is a bar that goes away; failures stand above it, the summary is what stays."""
    code, shown = _on_terminal("read", "--jsonl", "-j", "1", pages)
    assert code == 1
    plain = re.sub(r"\x1b\[[0-9;?]*[a-zA-Z]", "", shown)
    assert re.search(r"[1-5] of 5 pages · [\d.]+/s · \d+ s left", plain)
    assert "empty\\x1b[2J.txt: empty\r\n" in plain
    last = shown.rpartition("\x1b[2K")[2]
    assert re.fullmatch(
        r"copydesk: 4 pages in [\d.]+ s: 4 articles; 1 failed\r\ncopydesk: 1 failed: [^\r\n]*\r\n", last
    )


@pytest.mark.parametrize("how", ["quiet", "data on the terminal"])
def test_no_bar_where_it_would_be_in_the_way(pages, how):
    """Under --quiet, and where the pages themselves go to the terminal, nothing is drawn."""
    if how == "quiet":
        code, shown = _on_terminal("read", "--jsonl", "-q", pages / "a.txt", pages / "b.txt")
    else:
        code, shown = _on_terminal("read", "--text", pages / "a.txt", pages / "b.txt", stdout_too=True)
    assert code == 0
    assert "\x1b" not in shown
    assert " left" not in shown


def test_no_bar_in_a_pipe(pages):
    """A pipe gets failures and the summary, and no sign of a bar, even where colours are forced."""
    with started("read", "--jsonl", pages, env=environment(FORCE_COLOR="1", TERM="xterm")) as process:
        process.stdout.read()
        told = process.stderr.read().decode()
    assert "\x1b" not in told
    assert [line.partition(" ")[0] for line in told.splitlines()] == ["copydesk:"] * 3


@pytest.fixture
def screen():
    """A terminal in memory."""
    return Console(file=io.StringIO(), force_terminal=True, width=100)


@pytest.fixture
def drawing(screen):
    return Progress(console=screen, auto_refresh=False)


def _state(drawing):
    [task] = drawing.tasks
    return task.completed, task.total


def test_the_total_comes_when_it_is_known(drawing, pages):
    """A bar begins without a total; counting gives it one, and what was done before is not to be done."""
    bar = Drawn(drawing, limit=None)
    bar.skip()
    bar.advance()
    assert _state(drawing) == (1, None)
    bar.count([str(pages)], None)
    assert _state(drawing) == (1, 4)
    bar.skip()
    assert _state(drawing) == (1, 3)


@pytest.mark.parametrize(("limit", "total"), [(3, 3), (30, 5)])
def test_the_total_keeps_to_the_limit(drawing, pages, limit, total):
    """--limit bounds the total too."""
    bar = Drawn(drawing, limit=limit)
    bar.count([str(pages)], None)
    assert _state(drawing) == (0, total)


def test_records_are_not_counted(drawing, tmp_path):
    """Where counting would mean reading there is no total."""
    (tmp_path / "x.jsonl").write_text("{}\n", "utf-8")
    bar = Drawn(drawing, limit=None)
    bar.count([str(tmp_path)], None)
    bar.skip()
    assert _state(drawing) == (0, None)


@pytest.mark.parametrize(
    ("total", "encoding", "words"),
    [(1497, "utf-8", "512 of 1,497 pages"), (None, "utf-8", "512 pages"), (None, "ascii", "512 pages")],
)
def test_figures_say_what_is_known(drawing, total, encoding, words):
    """Without a rate yet there is the count, with the total if it is known."""
    task = drawing.add_task("", total=total, completed=512)
    assert Figures(encoding).render(drawing.tasks[task]).plain == words


def test_figures_fit_the_encoding(drawing):
    """A terminal without typographic marks gets others."""
    task = drawing.add_task("", total=100)
    for _ in range(3):
        drawing.advance(task, 10)
    shown = Figures("ascii").render(drawing.tasks[task]).plain
    assert shown.isascii()
    assert "/s" in shown
    assert "s left" in shown
