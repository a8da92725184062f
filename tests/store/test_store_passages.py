"""The index of passages on disk: the same answers as in memory, whatever happens while it grows."""

import json
from contextlib import suppress
from itertools import pairwise, product
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.copies import families, overlapping, pile
from copydesk.errors import StoreError
from copydesk.store import passages
from copydesk.store.passages import PassageStore

TEXTS = [
    "Nothing to see here, said the keeper of the light, and went up the stairs again to wind the clock.",
    "",
    "日本語の新聞は今日も売れている。灯台守は階段を上がった。",
    *(
        f"Page {number} of the harbour book, in which the ferries of that day are written down one by one."
        for number in range(9)
    ),
    "Nothing to see here, said the keeper of the light, and went up the stairs again to wind the clock.",
]


@pytest.fixture(autouse=True)
def _small_runs(monkeypatch):
    """So that a few texts make several runs."""
    monkeypatch.setattr(passages, "RUN", 40)
    monkeypatch.setattr("copydesk.copies.tokens.BATCH", 200)


def same(store, texts):
    """Whether a store answers as a pile in memory does."""
    memory = pile.pile(texts)
    assert len(store) == len(memory) == len(texts)
    assert store.prints() == memory.prints()
    assert np.array_equal(np.sort(store.keys()), np.sort(memory.keys()))
    assert np.array_equal(np.sort(store.keys(2)), np.sort(memory.keys(2)))
    assert np.array_equal(store.whole(), memory.whole())
    together = [words.one(number) for _, words in store.parts() for number in range(len(words))]
    assert len(together) == len(texts)
    for text in range(len(texts)):
        other = memory.words(text)
        for one, part in product((store.words(text), together[text]), ("hashes", "starts", "ends", "flags", "first")):
            assert np.array_equal(getattr(one, part), getattr(other, part))
    assert list(overlapping.overlaps_of(store)) == list(overlapping.overlaps_of(memory))


@settings(max_examples=20, deadline=None)
@given(st.lists(st.integers(0, len(TEXTS)), max_size=4))
def test_it_answers_as_memory_does(tmp_path_factory, cuts):
    """However the texts are dealt out over openings of the folder."""
    folder = tmp_path_factory.mktemp("store")
    borders = [0, *sorted(cuts), len(TEXTS)]
    for first, last in pairwise(borders):
        with PassageStore(folder) as store:
            store.append(TEXTS[first:last])
    with PassageStore(folder, read_only=True) as store:
        same(store, TEXTS)


@pytest.mark.parametrize("held", [None, 0, 5], ids=["before the first manifest", "in the first run", "later"])
def test_what_a_kill_leaves_behind_is_ignored(tmp_path, held):
    """A run that the manifest does not name was never finished: it is gone when the folder is opened again."""
    if held is not None:
        with PassageStore(tmp_path) as store:
            store.append(TEXTS[:held])
        (tmp_path / "run-000099.bin").write_bytes(b"half of")
    (tmp_path / "lock").touch()
    (tmp_path / "manifest.json.new").write_text("{", "utf8")
    with PassageStore(tmp_path) as store:
        assert len(store) == (held or 0)
        assert not list(tmp_path.glob("run-000099*"))
        assert not (tmp_path / "manifest.json.new").exists()
        store.append(TEXTS[held or 0 :])
        same(store, TEXTS)
    with PassageStore(tmp_path, read_only=True) as store:
        same(store, TEXTS)


@pytest.mark.parametrize("at", range(8))
def test_a_kill_at_any_step_of_joining(tmp_path, monkeypatch, at):
    """Whatever the last thing was that the disk took, no text is lost and none is there twice."""
    with PassageStore(tmp_path) as store:
        store.append(TEXTS[:3])
        left = at

        def stops(do):
            def step(*arguments, **options):
                nonlocal left
                left -= 1
                if left < 0:
                    raise KeyboardInterrupt
                return do(*arguments, **options)

            return step

        with monkeypatch.context() as killed:
            killed.setattr(Path, "open", stops(Path.open))
            killed.setattr(Path, "replace", stops(Path.replace))
            killed.setattr(Path, "unlink", stops(Path.unlink))
            with suppress(KeyboardInterrupt):
                store.append(TEXTS[3:4])
    with PassageStore(tmp_path) as store:
        assert len(store) in {3, 4}
        same(store, TEXTS[: len(store)])
        store.append(TEXTS[len(store) :])
        same(store, TEXTS)
        named = {run["name"] for run in json.loads((tmp_path / "manifest.json").read_text("utf8"))["runs"]}
        assert {path.name for path in tmp_path.glob("run-*")} == named


def test_small_runs_are_joined(tmp_path, monkeypatch):
    """However many times a text is added by itself, the files stay few, and those that are full are let be."""
    monkeypatch.setattr(passages, "RUN", 1000)
    texts = [TEXTS[number % len(TEXTS)] for number in range(300)]
    files = []
    for number in range(0, 300, 20):
        with PassageStore(tmp_path) as store:
            for text in texts[number : number + 20]:
                store.append([text])
        files.append({path.name for path in tmp_path.glob("run-*")})
    full = sum(run["words"] for run in json.loads((tmp_path / "manifest.json").read_text("utf8"))["runs"]) // 1000
    assert max(map(len, files)) <= full + 11
    assert files[-3] & files[-1]
    with PassageStore(tmp_path, read_only=True) as store:
        same(store, texts)


def test_many_runs_need_few_open_files(tmp_path, monkeypatch):
    """The runs of a large pile are many more than the files a process may have open."""
    resource = pytest.importorskip("resource", reason="limits of a process are POSIX's")
    monkeypatch.setattr(passages, "RUN", 1)
    with PassageStore(tmp_path) as store:
        for number in range(120):
            store.append([TEXTS[number % len(TEXTS)]])
        assert len(list(tmp_path.glob("run-*"))) == 120
        before = resource.getrlimit(resource.RLIMIT_NOFILE)
        used = len(list(Path("/dev/fd").iterdir()))
        resource.setrlimit(resource.RLIMIT_NOFILE, (used + passages.MAPPED + 20, before[1]))
        try:
            found = list(overlapping.overlaps_of(store))
            families.families(store, found)
        finally:
            resource.setrlimit(resource.RLIMIT_NOFILE, before)
    assert found


def test_texts_of_another_sort_are_refused(tmp_path):
    """What is held and what was to be added are both named."""
    PassageStore(tmp_path, of="articles").close()
    with pytest.raises(StoreError, match="it holds articles, not pages; give another folder"):
        PassageStore(tmp_path, of="pages")


def test_words_hashed_otherwise_are_refused(tmp_path, monkeypatch):
    """A folder whose words another version told apart in another way says so: nothing in it would be found again."""
    with PassageStore(tmp_path) as store:
        store.append(TEXTS)
    monkeypatch.setattr(passages, "_SAMPLE", "told apart otherwise")
    passages._hashing.cache_clear()
    with pytest.raises(StoreError, match="hashed by another version of copydesk; make the index anew"):
        PassageStore(tmp_path)
    passages._hashing.cache_clear()


def test_the_hash_of_the_sample_sees_every_change(monkeypatch):
    """Another hash of words, another length of fingerprints, another rule for prose: each makes another form."""
    known = passages._hashing.__wrapped__()
    assert passages._hashing.__wrapped__() == known
    with monkeypatch.context() as otherwise:
        otherwise.setattr("copydesk.copies.tokens.mixed", lambda hashes: hashes + np.uint64(1))
        assert passages._hashing.__wrapped__() != known
    with monkeypatch.context() as otherwise:
        otherwise.setattr("copydesk.copies.tokens.NAMELIKE", 8)
        otherwise.setattr("copydesk.copies.tokens.PROSE", 16)
        otherwise.setattr("copydesk.copies.tokens.QUOTED", 32)
        assert passages._hashing.__wrapped__() != known


def test_a_stop_while_texts_come_keeps_whole_runs(tmp_path):
    """What was there before the input broke off is there afterwards, and the rest can follow."""

    def breaking_off():
        yield from TEXTS[:8]
        raise KeyboardInterrupt

    with PassageStore(tmp_path) as store, pytest.raises(KeyboardInterrupt):
        store.append(breaking_off())
    with PassageStore(tmp_path) as store:
        assert 0 < len(store) <= 8
        store.append(TEXTS[len(store) :])
        same(store, TEXTS)


def test_one_process_at_a_time_adds(tmp_path):
    """A second one is told so; a reader is not in the way."""
    with PassageStore(tmp_path) as store:
        store.append(TEXTS[:3])
        with pytest.raises(StoreError, match="another process adds to it"):
            PassageStore(tmp_path)
        with PassageStore(tmp_path, read_only=True) as reader:
            assert len(reader) == 3
    with PassageStore(tmp_path) as store:
        assert len(store) == 3


def test_a_folder_of_other_things_is_left_alone(tmp_path):
    """It is refused before anything is written or removed."""
    (tmp_path / "run-of-the-mill.txt").write_text("mine", "utf8")
    (tmp_path / "notes.txt").write_text("mine", "utf8")
    with pytest.raises(StoreError, match="holds other files"):
        PassageStore(tmp_path)
    assert (tmp_path / "run-of-the-mill.txt").exists()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("{", "cannot be read"),
        ("[]", "cannot be read"),
        (json.dumps({"form": "other", "runs": []}), "its form is 'other'"),
    ],
)
def test_a_damaged_manifest_is_named(tmp_path, content, reason):
    """With what is wrong with it."""
    (tmp_path / "manifest.json").write_text(content, "utf8")
    with pytest.raises(StoreError, match=reason):
        PassageStore(tmp_path)


def test_a_file_cut_off_is_named(tmp_path):
    """A run whose bytes are not all there is no run."""
    with PassageStore(tmp_path) as store:
        store.append(TEXTS)
    path = min(tmp_path.glob("run-*.bin"))
    path.write_bytes(path.read_bytes()[:-1])
    with pytest.raises(StoreError, match=rf"{path.name} is missing or cut off"):
        PassageStore(tmp_path, read_only=True)


def test_a_full_disk_is_named(tmp_path, monkeypatch):
    """And what stood before still stands."""
    with PassageStore(tmp_path) as store:
        store.append(TEXTS[:3])

        def full(*_):
            raise OSError(28, "No space left on device")

        monkeypatch.setattr(passages.os, "fsync", full)
        with pytest.raises(StoreError, match="No space left on device"):
            store.append(TEXTS[3:])
        assert len(store) == 3
    monkeypatch.undo()
    with PassageStore(tmp_path) as store:
        assert len(store) == 3
