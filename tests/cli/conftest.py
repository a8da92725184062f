"""The command line with reading, intake and the workers replaced by what a test says."""

from pathlib import Path

import cli_articles
import pytest
from typer.testing import CliRunner

from copydesk import intake, reading, workers
from copydesk.cli import app, output
from copydesk.errors import InputError


class Desk:
    """Runs the command line over articles that no page was read for."""

    def __init__(self, monkeypatch):
        self.inputs = []
        self.read = {}
        self.asked = []
        self.pools = []
        monkeypatch.setattr(intake, "inputs_from", self._inputs)
        monkeypatch.setattr(intake, "page_of", lambda source: cli_articles.page(source.name))
        monkeypatch.setattr(reading, "read_page", self._read)
        monkeypatch.setattr(workers, "run", self._work)

    def holds(self, *inputs):
        """What comes of the inputs, in their order.

        An article, an error of intake, or the name of a page with the exception that reading it raises.
        """
        self.inputs = inputs
        return self

    def run(self, *arguments, **options):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)

    def _inputs(self, _paths, *, url=None, fetched_at=None, column=None):
        assert fetched_at is None
        self.asked.append({"url": url, "column": column})
        for one in self.inputs:
            name, outcome = one if isinstance(one, tuple) else (one.name, one)
            self.read[name] = outcome
            yield one if isinstance(one, InputError) else intake.Input(name, Path(name))

    def _read(self, page):
        outcome = self.read.get(page.name)  # the sample, on which a worker warms up, is nobody's
        if isinstance(outcome, Exception):
            raise outcome
        return outcome

    def _work(self, tasks, setup, *, jobs, limits):
        """A pool of no process."""
        self.pools.append((jobs, limits))
        work = setup()
        for task in tasks:
            try:
                outcome = workers.Outcome(task, work(task))
            except Exception as error:  # noqa: BLE001  as the pool does
                outcome = workers.Outcome(task, None, f"{type(error).__name__}: {error}")
            yield outcome


@pytest.fixture
def desk(monkeypatch):
    return Desk(monkeypatch)


@pytest.fixture
def terminal(monkeypatch):
    monkeypatch.setattr(output, "on_terminal", lambda: True)


@pytest.fixture
def farm():
    return cli_articles.farm()


@pytest.fixture
def portal():
    return cli_articles.portal()


@pytest.fixture
def wall():
    return cli_articles.wall()
