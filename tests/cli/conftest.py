"""The command line with reading and intake replaced by what a test says."""

import cli_articles
import pytest
from typer.testing import CliRunner

from copydesk import intake, reading
from copydesk.cli import app
from copydesk.errors import InputError


class Desk:
    """Runs the command line over articles that no page was read for."""

    def __init__(self, monkeypatch):
        self.inputs = []
        self.read = {}
        self.urls = []
        monkeypatch.setattr(intake, "pages_from", self._pages)
        monkeypatch.setattr(reading, "read_page", self._read)

    def holds(self, *inputs):
        """What comes of the inputs, in their order.

        An article, an error of intake, or the name of a page with the exception that reading it raises.
        """
        self.inputs = inputs
        return self

    def run(self, *arguments, **options):
        return CliRunner().invoke(app, [str(argument) for argument in arguments], **options)

    def _pages(self, _paths, *, url=None):
        self.urls.append(url)
        for one in self.inputs:
            name, outcome = one if isinstance(one, tuple) else (one.name, one)
            self.read[name] = outcome
            yield one if isinstance(one, InputError) else cli_articles.page(name)

    def _read(self, page):
        outcome = self.read[page.name]
        if isinstance(outcome, Exception):
            raise outcome
        return outcome


@pytest.fixture
def desk(monkeypatch):
    return Desk(monkeypatch)


@pytest.fixture
def farm():
    return cli_articles.farm()


@pytest.fixture
def portal():
    return cli_articles.portal()


@pytest.fixture
def wall():
    return cli_articles.wall()
