"""``copydesk doctor``: the report on an installation."""

import importlib.metadata
import json

import pytest
from typer.testing import CliRunner

import copydesk
from copydesk import reading, workers
from copydesk.cli import app, sample


def _run(*arguments, **options):
    return CliRunner().invoke(app, ["doctor", *arguments], **options)


@pytest.fixture
def quick(monkeypatch):
    """The worker's part of the self-test done here."""

    def here(tasks, setup, **_options):
        work = setup()
        for task in tasks:
            yield workers.Outcome(task, work(task))

    monkeypatch.setattr(workers, "run", here)


def test_a_good_installation_is_well():
    """Both self-tests pass, in this process and in a real worker, and the exit code is 0."""
    result = _run()
    assert result.exit_code == 0
    assert result.stdout.endswith("\nall is well\n")
    assert result.stdout.count("\n  ok ") == 2


@pytest.mark.usefixtures("quick")
def test_the_report_tells_versions_paths_and_settings():
    """As JSON it has every section, and each setting says where it comes from."""
    report = json.loads(_run("--json", env={"COLUMNS": "77", "NO_COLOR": None}).stdout)
    assert [*report] == ["versions", "paths", "settings", "checks", "ok"]
    lines = {line["name"]: line for name in ("versions", "paths", "settings") for line in report[name]}
    assert lines["copydesk"]["value"] == copydesk.__version__
    assert lines["selectolax"]["value"] == importlib.metadata.version("selectolax")
    assert (lines["COLUMNS"]["value"], lines["COLUMNS"]["source"]) == ("77", "environment")
    assert (lines["NO_COLOR"]["value"], lines["NO_COLOR"]["source"]) == (None, "not set")
    assert lines["package"]["value"] in lines["word lists"]["value"]
    assert {"Python", "platform", "temporary", "caches", "CPUs", "memory", "jobs", "stdout"} <= set(lines)
    assert report["ok"] is True


@pytest.mark.usefixtures("quick")
def test_what_is_missing_is_told(monkeypatch):
    """An optional dependency that is absent is named with what it is for, and is no trouble."""
    wanted = ["rich>=13", "unheard-of>=2 ; extra == 'parquet'"]
    monkeypatch.setattr(importlib.metadata, "requires", lambda _name: wanted)
    result = _run()
    assert "unheard-of          not installed, >=2 is wanted, only for copydesk[parquet]\n" in result.stdout
    assert result.exit_code == 0


@pytest.mark.usefixtures("quick")
def test_a_package_that_was_not_installed_has_no_dependencies(monkeypatch):
    """Run from a source tree without metadata the report is shorter, not broken."""

    def absent(name):
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(importlib.metadata, "requires", absent)
    monkeypatch.setattr(importlib.metadata, "version", absent)
    assert _run().exit_code == 0


@pytest.mark.parametrize("trouble", ["raises", "misreads"])
@pytest.mark.usefixtures("quick")
def test_a_page_that_cannot_be_read_is_told(monkeypatch, cannot, trouble):
    """Exit code 1, and the reason in the report, for both kinds of trouble."""
    monkeypatch.setattr(reading, "read_page", cannot[trouble])
    result = _run()
    assert result.exit_code == 1
    assert "something is wrong here\n" in result.stdout
    words = {"raises": "(OSError: no word lists)", "misreads": "(the headline was read as None)"}[trouble]
    assert result.stdout.count(words) == 2


@pytest.fixture
def cannot(wall):
    """Two ways to read a page wrongly."""

    def raises(_page):
        message = "no word lists"
        raise OSError(message)

    return {"raises": raises, "misreads": lambda _page: wall}


def test_a_worker_that_dies_is_told(monkeypatch):
    """Where no worker can be started the report says so."""

    def dead(*_arguments, **_options):
        message = "a worker cannot be started: it was killed (SIGKILL)"
        raise workers.WorkerError(message)
        yield

    monkeypatch.setattr(workers, "run", dead)
    result = _run("--json")
    report = json.loads(result.stdout)
    assert (result.exit_code, report["ok"]) == (1, False)
    assert report["checks"][0]["trouble"] is None
    assert report["checks"][1]["trouble"] == "WorkerError: a worker cannot be started: it was killed (SIGKILL)"


@pytest.mark.usefixtures("quick")
def test_the_environment_cannot_write_to_the_terminal():
    """Escape sequences in a variable are shown, not sent."""
    assert r"\x1b[2J" in _run(env={"TMPDIR": "/x\x1b[2J"}).stdout


def test_the_sample_is_read_as_it_should():
    """The page that workers warm up on gives its headline and its body."""
    article = copydesk.read(sample.HTML)
    assert article.headline.value == sample.HEADLINE
    assert article.text == "\n\n".join(sample.TEXT)
