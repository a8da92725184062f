"""Piles in real workers: order, pages that hang or kill, and runs that are interrupted and gone on with."""

import json
import os
import shlex
import signal
from pathlib import Path

import cli_articles
import pytest
from cli_process import copydesk, environment, started, until, workers_of
from typer.testing import CliRunner

from copydesk.cli import app

FARM = cli_articles.farm().page_text

linux = pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="it looks for workers in Linux's /proc")


@pytest.fixture(scope="module")
def pile(tmp_path_factory):
    """Thirty pages of different lengths."""
    folder = tmp_path_factory.mktemp("pile")
    for number in range(30):
        (folder / f"{number:02}.txt").write_text(FARM + "\nOne line more." * (number * 37 % 50), "utf-8")
    return folder


@pytest.fixture(scope="module")
def whole(pile, tmp_path_factory):
    """What one worker makes of the pile."""
    out = tmp_path_factory.mktemp("whole") / "out.jsonl"
    assert copydesk("read", "-q", "-o", out, "--jobs", "1", pile).returncode == 0
    return out


@pytest.fixture
def endless(tmp_path):
    """A page that takes many seconds, in a folder of its own, between others."""
    folder = tmp_path / "endless"
    folder.mkdir()
    for name in ("a.txt", "b.txt", "y.txt", "z.txt"):
        (folder / name).write_text(FARM, "utf-8")
    words = "<p>The ferry left the quay at seven, and nobody on board said a word about it.</p>"
    (folder / "m.html").write_text(f"<!doctype html><article><h1>Ferry</h1>{words * 100_000}</article>", "utf-8")
    return folder


def _names(path):
    return [json.loads(line)["name"].rpartition("/")[2] for line in path.read_text("utf-8").splitlines()]


def test_results_come_in_the_order_of_the_inputs(pile, whole, tmp_path):
    """However many workers there are, and whichever is done first, the output is that of one."""
    out = tmp_path / "out.jsonl"
    result = copydesk("read", "-q", "-o", out, "--jobs", "2", pile)
    assert (result.returncode, result.stderr) == (0, b"")
    assert out.read_bytes() == whole.read_bytes()
    assert _names(out) == sorted(path.name for path in pile.iterdir())


def test_a_summary_is_that_of_one_worker(pile, tmp_path):
    """However many workers there are, every page's characters count once."""
    log = tmp_path / "log.jsonl"
    for jobs in ("1", "2"):
        assert copydesk("read", "-q", "--text", "-j", jobs, "--summary-file", log, pile).returncode == 0
    one, two = map(json.loads, log.read_text("utf-8").splitlines())
    sizes = [len(path.read_text("utf-8")) for path in pile.iterdir()]
    for line in (one, two):
        assert (line["pages"], line["characters"]) == (len(sizes), sum(sizes))
        assert sum(line["kept"].values()) + sum(line["dropped"].values()) + line["between"] == sum(sizes)
    assert one["dropped"] == two["dropped"]


def test_a_worker_draws_what_this_process_would(pile):
    """The card of a page among others is the card of that page alone, colours, width and all."""
    env = environment(FORCE_COLOR="1", COLUMNS="90", TERM="xterm-256color")
    alone = copydesk("check", pile / "00.txt", env=env).stdout
    assert b"\x1b[" in alone
    twice = copydesk("check", "-q", "-j", "1", pile / "00.txt", pile / "00.txt", env=env).stdout
    assert twice == alone + alone


def test_a_page_that_hangs_costs_itself(endless, tmp_path):
    """A page that takes too long is named with the reason, the ones around it are read, and the exit code is 1."""
    out = tmp_path / "out.jsonl"
    result = copydesk("read", "-o", out, "--jobs", "1", "--deadline", "1.5", endless)
    assert result.returncode == 1
    assert _names(out) == ["a.txt", "b.txt", "y.txt", "z.txt"]
    failure, summary, reason = result.stderr.decode().splitlines()
    assert failure == f"copydesk: {endless / 'm.html'}: took longer than 1.5 s"
    assert summary.endswith("; 1 failed")
    assert reason == "copydesk: 1 failed: took longer than 1.5 s"


@linux
def test_a_worker_that_is_killed_costs_one_page(endless, tmp_path):
    """When the system kills a worker, its page is named with the reason and the others are read by another one."""
    out = tmp_path / "out.jsonl"
    with started("read", "-q", "-o", out, "-j", "1", endless) as process:
        until(lambda: out.exists() and out.read_bytes().count(b"\n") == 2, process)
        [worker] = workers_of(process)
        os.kill(worker, signal.SIGKILL)
        told = process.stderr.read().decode()
    assert process.returncode == 1
    assert told == f"copydesk: {endless / 'm.html'}: its worker was killed (SIGKILL)\n"
    assert _names(out) == ["a.txt", "b.txt", "y.txt", "z.txt"]


@linux
def test_strict_ends_workers_too(endless, tmp_path):
    """--strict: the first failure ends the run, and no worker outlives it."""
    out = tmp_path / "out.jsonl"
    (endless / "c.txt").touch()
    with started("read", "-q", "--strict", "-o", out, "-j", "2", endless) as process:
        until(lambda: out.exists() and out.read_bytes(), process)
        workers = workers_of(process)
        told = process.stderr.read().decode()
    assert process.returncode == 1
    assert _names(out) == ["a.txt", "b.txt"]
    assert told.startswith(f"copydesk: {endless / 'c.txt'}: ")
    assert not any(Path(f"/proc/{worker}").exists() for worker in workers)


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_run_says_how_to_go_on_and_does(pile, whole, tmp_path, how):
    """After Ctrl-C or SIGTERM the file ends with a whole record; the command told completes it."""
    out = tmp_path / "out.jsonl"
    with started("read", "-q", "--force", "-o", out, "-j", "1", pile) as process:
        until(lambda: out.exists() and out.stat().st_size > 20_000, process)
        process.send_signal(how)
        told = process.stderr.read().decode()
    assert process.returncode == 130
    begun = out.read_bytes()
    assert whole.read_bytes().startswith(begun)
    assert begun.endswith(b"\n")
    assert len(begun) < whole.stat().st_size
    program, *command = shlex.split(told.removeprefix("copydesk: interrupted; go on with: "))
    assert (program, command[:2]) == ("copydesk", ["read", "--resume"])
    assert "--force" not in command
    assert copydesk(*command).returncode == 0
    assert out.read_bytes() == whole.read_bytes()


@linux
def test_a_run_that_was_killed_can_be_gone_on_with(pile, tmp_path):
    """SIGKILL leaves no time for anything; what is missing is read in the next run, and nothing twice."""
    pq = pytest.importorskip("pyarrow.parquet", reason="Parquet output needs the extra copydesk[parquet]")
    out = tmp_path / "out.parquet"
    with started("read", "-q", "-o", out, "-j", "1", pile) as process:
        until(lambda: workers_of(process), process)
        process.kill()
    assert copydesk("read", "-q", "-o", out, "--resume", "-j", "1", pile).returncode == 0
    names = [Path(name).name for name in pq.read_table(out)["name"].to_pylist()]
    assert names == sorted(path.name for path in pile.iterdir())


def test_standard_input_beside_files(pile):
    """- among other inputs keeps its place, though no worker can read it."""
    page = FARM.replace("Marrowgate", "Saltwick").encode()
    result = copydesk("read", "-q", "--text", pile / "00.txt", "-", pile / "01.txt", input=page)
    assert result.returncode == 0
    first, second, third = result.stdout.decode().split("==> ")[1:]
    assert second.startswith("<stdin> <==\n")
    assert "Saltwick" in second
    assert "Saltwick" not in first.partition("Ferry")[0] + third.partition("Ferry")[0]


@pytest.mark.parametrize("out", ["out.jsonl", "texts/"])
def test_an_output_among_the_inputs_is_not_read(tmp_path, out):
    """Whoever writes into the folder that is read does not read what is written."""
    (tmp_path / "a.txt").write_text(FARM, "utf-8")
    form = "--text" if out.endswith("/") else "--jsonl"
    for _ in range(2):
        result = CliRunner().invoke(app, ["read", form, "-o", f"{tmp_path}/{out}", "--resume", str(tmp_path)])
        assert (result.exit_code, result.stderr) == (0, "")
    written = [path for path in tmp_path.rglob("*") if path.is_file() and path.name != "a.txt"]
    assert len(written) == 1
    assert written[0].read_text("utf-8").count("Hesper Lindqvist") >= (form == "--jsonl")


def test_records_of_a_file_are_inputs(pile, tmp_path):
    """A file of JSON lines is read record by record, each under its own name, and --column says where the page is."""
    corpus = tmp_path / "corpus.jsonl"
    pages = [{"url": f"https://a.example/{path.stem}", "page": path.read_text("utf-8")} for path in pile.iterdir()]
    corpus.write_text("".join(json.dumps(page) + "\n" for page in pages), "utf-8")
    result = copydesk("read", "-q", "--jsonl", "--column", "page", "-j", "1", corpus)
    assert (result.returncode, result.stderr) == (0, b"")
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["url"] for record in records] == [page["url"] for page in pages]
    assert len({record["name"] for record in records}) == len(pages)
