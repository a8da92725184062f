"""``--together``: the pages of a run as one pile, in the program as its users start it."""

import json
import signal
import sys
from pathlib import Path

import cli_process
import pytest
from typer.testing import CliRunner

import copydesk
from copydesk.cli import app
from reading.pile_pages import PROMO, html, story

SEEDS = range(1, 25)


def run(*arguments, **options):
    return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)


@pytest.fixture(scope="module")
def site(tmp_path_factory):
    """A folder with the pages of one site, and one that cannot be read."""
    folder = tmp_path_factory.mktemp("site")
    for seed in SEEDS:
        canonical = f'<link rel="canonical" href="https://lindowcourier.example/{seed}">'
        content = html(seed).text.replace("<title>", f"{canonical}<title>", 1)
        (folder / f"page-{seed:02}.html").write_text(content, "utf8")
    (folder / "z-empty.html").write_text("", "utf8")
    return folder


@pytest.fixture(scope="module")
def whole(site, tmp_path_factory):
    """The records of a run over all of them, as lines by name."""
    out = tmp_path_factory.mktemp("whole") / "all.jsonl"
    done = run("read", "--together", "--quiet", "--jobs", 2, "--out", out, site)
    assert done.exit_code == 1
    assert done.stderr.count("z-empty.html") == 1
    return out.read_text("utf8")


def test_the_promo_leaves_every_body(site, whole):
    """Together the promo stands in no body, by itself in every one; nothing of the stories is lost."""
    record = run("read", "--json", site / "page-03.html")
    assert PROMO in _body(json.loads(record.stdout))
    records = [json.loads(line) for line in whole.splitlines()]
    assert len(records) == len(SEEDS)
    for seed, each in zip(SEEDS, records, strict=True):
        assert PROMO not in _body(each)
        assert all(paragraph in _body(each) for paragraph in story(seed))


def test_explain_says_why(site):
    """The account of a page names the rule with the number of stories."""
    shown = run("read", "--together", "--explain", "--quiet", site, env={"COLUMNS": "120"})
    assert "recurs in 24 stories" in shown.stdout


@pytest.mark.parametrize("jobs", [1, 3])
def test_workers_do_not_matter(site, whole, jobs, tmp_path):
    """However many workers, the same records in the same order."""
    out = tmp_path / "some.jsonl"
    run("read", "--together", "--quiet", "--jobs", jobs, "--out", out, site)
    assert out.read_text("utf8") == whole


def test_going_on_knows_the_whole_pile(site, whole, tmp_path):
    """A run that goes on reads the rest as the run before would have."""
    out = tmp_path / "half.jsonl"
    out.write_text("".join(whole.splitlines(keepends=True)[:20]), "utf8")
    run("read", "--together", "--quiet", "--resume", "--out", out, site)
    assert out.read_text("utf8") == whole


def test_one_page_alone(site):
    """A single page is read as without it."""
    page = site / "page-05.html"
    assert run("read", "--together", "--json", page).stdout == run("read", "--json", page).stdout


def test_few_unrelated_pages(tmp_path):
    """Pages of different papers give what each gives by itself."""
    for seed in (1, 2, 3):
        (tmp_path / f"{seed}.html").write_text(html(seed, promo=f"Paper {seed} says so.").text, "utf8")
    alone, together = (run("read", "--jsonl", "-q", *flag, tmp_path).stdout for flag in ([], ["--together"]))
    assert alone == together != ""


def test_stdin_is_refused():
    """What can be read once only is refused before anything is read."""
    done = run("read", "--together", "-", input="Some words.")
    assert done.exit_code == 2
    assert "stdin can be read once" in " ".join(done.stderr.replace("│", " ").split())


def test_check_reads_together_too(site):
    """The cards of check come from the same reading."""
    assert run("check", "--together", "--quiet", site).exit_code == 1


@pytest.mark.skipif(sys.platform != "linux", reason="it looks for the workers in /proc")
def test_an_interrupted_run_can_go_on(site, whole, tmp_path):
    """Ctrl-C while the pile is looked at ends the run with its exit code and a way to go on."""
    out = tmp_path / "cut.jsonl"
    arguments = ["read", "--together", "--jobs", "1", "--out", out, site]
    ours = cli_process.environment(PYTHONPATH=str(Path(copydesk.__file__).parents[1]))
    with cli_process.started(*arguments, env=ours) as process:
        cli_process.until(lambda: cli_process.workers_of(process), process)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"go on with" in said
    run("read", "--together", "--quiet", "--resume", "--out", out, site)
    assert out.read_text("utf8") == whole


def _body(record):
    parts = [block for block in record["blocks"] if block["role"] == "body"]
    return "\n".join(record["page_text"][block["start"] : block["end"]] for block in parts)
