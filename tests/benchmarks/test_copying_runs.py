"""Subjects and peers get the same texts, are timed by themselves, and what a peer found is not asked for again."""

import json
import re
import sys
import textwrap
from itertools import islice

import pytest
from copying import parts, rivals, subjects
from copying.bases import Pool
from copying.negatives import PAIRS
from copying.rivals import RIVALS, Rival
from copying.scale import BLOCK, endless
from copying_kit import BENCHMARKS, article, site

import copies

TEXTS = [article(0).text, article(1).text, article(0).text[:800]]


@pytest.fixture(scope="module")
def given_run():
    return subjects.measured("copying_kit:overlaps", subjects.Given(TEXTS))


def test_a_subject_runs_in_a_process_of_its_own(given_run):
    """Its pairs come back with what they cost."""
    assert list(given_run.pairs) == [(0, 2, "contains")]
    assert (given_run.texts, given_run.found) == (3, 1)
    assert given_run.size == sum(map(len, TEXTS))
    assert given_run.cpu_s > 0


def test_making_texts_is_off_the_clock():
    """A stream that is slow to make does not slow the subject."""

    class Slow:
        def texts(self):
            for text in TEXTS:
                sum(range(3_000_000))
                yield text

    assert subjects.run("copying_kit:candidates", Slow(), keep=True).cpu_s < 0.05


def test_candidates_are_pairs_without_a_name():
    """A subject may yield bare pairs; without keeping, they are counted."""
    run = subjects.run("copying_kit:candidates", subjects.Given(TEXTS), keep=True)
    assert run.pairs == [(0, 1, "pair"), (1, 2, "pair")]
    assert subjects.run("copying_kit:candidates", subjects.Given(TEXTS), keep=False).found == 2


def test_a_stream_is_the_same_each_time_and_has_copies():
    """Families and originals that have no copy, mixed, by the seed alone."""
    words = [f"v{nth * 7919 % 4001}" for nth in range(4001)]
    headlines = [f"Headline number {nth}" for nth in range(30)]
    first = list(islice(endless(words, headlines, [site()], 1), BLOCK // 2))
    assert first == list(islice(endless(words, headlines, [site()], 1), BLOCK // 2))
    assert first[:5] != list(islice(endless(words, headlines, [site()], 2), 5))
    assert all(text.strip() for text in first)


def test_the_parts_of_a_large_pile_are_timed_one_by_one(tmp_path):
    """Hashing, pairs, alignment, families: what each costs and gives; nothing is left of the index."""
    found = parts.run(subjects.Given(TEXTS), tmp_path / "index")
    assert (found.texts, found.size) == (3, sum(map(len, TEXTS)))
    assert (found.pairs, found.families) == (1, 1)
    assert min(found.hashing, found.candidates, found.gathering) > 0
    assert not list((tmp_path / "index").iterdir())


ADAPTER = """
    def find(texts):
        for number, words in enumerate(texts):
            for other in range(number):
                if set(words) & set(texts[other]):
                    yield other, number
"""


@pytest.fixture
def rival(tmp_path, monkeypatch):
    """A peer of this Python that pairs whatever shares a word."""
    peers = tmp_path / "peers"
    (peers / "requirements").mkdir(parents=True)
    (peers / "pairs.py").write_bytes((BENCHMARKS / "peers/pairs.py").read_bytes())
    (peers / "pairs_fake.py").write_text(textwrap.dedent(ADAPTER), "utf8")
    (peers / "requirements/fake.txt").write_text("fake==1.0\n", "utf8")
    monkeypatch.setattr(rivals, "PEERS", peers)
    monkeypatch.setattr(rivals, "environment", lambda *_: sys.executable)
    return Rival("fake", "fake", "fake")


def test_a_peer_is_asked_once_for_a_pile(rival, tmp_path, monkeypatch):
    """Its pairs are kept; only a fresh run asks again."""
    first = rivals.remembered(rival, TEXTS, "digest", tmp_path, fresh=False)
    assert list(first.pairs) == [(0, 2, "pair")]
    monkeypatch.setattr(rivals, "asked", lambda *_: pytest.fail("it was asked"))
    assert rivals.remembered(rival, TEXTS, "digest", tmp_path, fresh=False) == first
    with pytest.raises(pytest.fail.Exception):
        rivals.remembered(rival, TEXTS, "digest", tmp_path, fresh=True)


def test_a_peer_that_fails_is_left_out(rival, tmp_path):
    """The last line it said is the reason."""
    (rivals.PEERS / "pairs_fake.py").write_text("raise SystemExit('out of order')", "utf8")
    assert rivals.remembered(rival, TEXTS, "digest", tmp_path, fresh=False).reason == "out of order"


@pytest.mark.parametrize("rival", RIVALS.values(), ids=lambda rival: rival.adapter)
def test_every_peer_is_pinned_and_has_an_adapter(rival):
    """A peer is measured in exactly one state."""
    pins = (BENCHMARKS / f"peers/requirements/{rival.package}.txt").read_text("utf8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert any(pin.startswith(f"{rival.package}==") for pin in pins)
    assert (BENCHMARKS / f"peers/pairs_{rival.adapter}.py").is_file()


@pytest.fixture
def command(tmp_path, monkeypatch):
    """The command on nine made-up articles, wherever the shared data lies."""
    short = tuple(article(number) for number in range(9))
    long = tuple(article(number, 900, 18) for number in range(9, 9 + 3 * PAIRS))
    monkeypatch.setattr(copies, "SHARED", tmp_path)
    monkeypatch.setattr(copies.bases, "pool", lambda _: Pool(short, long, 9, frozenset(), 0))
    monkeypatch.setattr(copies.furniture, "sites", lambda _: [site()])

    def run(*given):
        monkeypatch.setattr(sys, "argv", ["copies.py", "--cache", str(tmp_path / "cache"), *given])
        return copies.main()

    return run


def test_the_command_prints_every_table(command, tmp_path, capsys):
    """Recall, precision, near-misses and cost of a naive subject, and its faults in a file."""
    faults = tmp_path / "faults.jsonl"
    given = ["--bases", "6", "--kinds", "identical,two halves joined", "--markdown", "--pairs", str(faults)]
    assert command("--subject", "copying_kit:overlaps", *given) == 0
    printed = capsys.readouterr().out
    assert [line for line in printed.splitlines() if line.startswith("**")] == [
        "**recall by kind of change (6 bases)**",
        "**pairs reported of 21 texts**",
        "**near-misses: the share called what they are, or copies**",
        "**cost: CPU time, peak memory**",
    ]
    assert "| identical | 6 | 1.000 | 0.000 |" in printed
    found = [json.loads(line) for line in faults.read_text("utf8").splitlines()]
    assert {fault["fault"] for fault in found} <= {"missed", "wrong"}
    assert all(len(fault["originals"]) == 2 for fault in found)


def test_kinds_are_named_as_the_table_has_them(command, capsys):
    """A name with commas is one name, and a name that is none is refused with all there are."""
    assert copies.kind_names("identical, cut, shuffled, furnished") == ["identical", "cut, shuffled, furnished"]
    with pytest.raises(SystemExit):
        command("--kinds", "upside down")
    assert "no kind upside down; there are identical, typography" in capsys.readouterr().err.replace("\n", " ")


def test_a_subject_that_is_not_there_is_said(command, capsys):
    """No traceback: one line says what is missing."""
    assert command("--subject", "nowhere:overlaps") == 2
    assert capsys.readouterr().err == "copies.py: left out: nowhere:overlaps: No module named 'nowhere'\n"
