"""The fuzzer itself, and what it finds among the damaged pages of the made-up press: nothing."""

import fuzz_reading
import pytest

from copydesk.errors import RecordError
from copydesk.types import Article

SEED = 0


@pytest.fixture(autouse=True)
def press(monkeypatch):
    """Only the pages of examples/, whatever else lies beside the project."""
    folder = fuzz_reading.ROOT / "examples" / "press"
    pages = sorted(path for path in folder.rglob("*") if path.is_file())
    monkeypatch.setattr(fuzz_reading, "corpus", lambda: pages)


@pytest.mark.parametrize("number", range(60))
def test_a_damaged_page_is_read_or_refused(number):
    """Whatever befalls a page, it gives a sound article or an InputError."""
    assert fuzz_reading.check(number, SEED).faults == ()


def test_an_input_follows_from_its_seed_and_number():
    """The same numbers make the same input again, others another."""
    assert fuzz_reading.made(3, SEED) == fuzz_reading.made(3, SEED)
    assert len({fuzz_reading.made(number, seed)[1] for number in range(5) for seed in range(2)}) == 10


def test_what_is_wrong_is_told_saved_and_counted(monkeypatch, tmp_path, capsys):
    """An exception of the reader is a fault that names the reader's line; its input can be looked at afterwards."""

    def broken(_content, _url):
        Article.from_json("{}")

    monkeypatch.setattr(fuzz_reading.reading_laws, "article_or_error", broken)
    read = fuzz_reading.check(1, SEED)
    assert read.outcome == "exception"
    assert read.faults[0].startswith(RecordError.__name__)
    assert "codec.py:" in read.faults[0]

    fuzz_reading.save(tmp_path, SEED, 1, read.faults)
    assert (tmp_path / "0-1.page").read_bytes() == fuzz_reading.made(1, SEED)[1]
    assert read.faults[0] in (tmp_path / "0-1.txt").read_text("utf-8")

    tally = fuzz_reading.Tally()
    tally.note(1, read)
    fuzz_reading.report(tally, SEED, fuzz_reading.Console(highlight=False))
    assert "1 times: RecordError" in capsys.readouterr().out
