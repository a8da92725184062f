"""Named pages on disk: as many names as there are texts, whatever happened before."""

import json

import pytest

from copydesk.errors import StoreError
from copydesk.store import passages
from copydesk.store.named import NamedStore
from copydesk.store.passages import PassageStore


def name(number):
    return {"name": f"{number}.txt", "host": None, "title": "Für\n„alle“"}


def test_pages_keep_their_names(tmp_path):
    """In their order, over several openings."""
    for number in range(3):
        with NamedStore(tmp_path) as store:
            store.append([name(number)], [f"page {number}"])
    with NamedStore(tmp_path) as store:
        assert list(store.names()) == [name(number) for number in range(3)]
        assert len(store.passages) == 3


def test_names_without_their_passages_are_cut_off(tmp_path):
    """A kill between the two leaves names too many, maybe half of one."""
    with NamedStore(tmp_path) as store:
        store.append([name(0)], ["page"])
    with (tmp_path / "copydesk-names").open("ab") as file:
        file.write(json.dumps(name(1)).encode() + b'\n{"na')
    with NamedStore(tmp_path) as store:
        assert list(store.names()) == [name(0)]
        store.append([name(2)], ["another"])
        assert list(store.names()) == [name(0), name(2)]
    with NamedStore(tmp_path) as store:
        assert list(store.names()) == [name(0), name(2)]


def test_lost_names_are_told(tmp_path):
    """Passages whose names are gone are of no use."""
    with NamedStore(tmp_path) as store:
        store.append([name(0), name(1)], ["page", "another"])
    names = tmp_path / "copydesk-names"
    names.write_bytes(b"".join(names.read_bytes().splitlines(keepends=True)[:2]))
    with pytest.raises(StoreError, match="it names 1 pages of 2"):
        NamedStore(tmp_path)
    names.unlink()
    with pytest.raises(StoreError, match="it is missing, with the names of 2 pages"):
        NamedStore(tmp_path)


@pytest.mark.parametrize(
    "mine", ["mine.txt", "pages.jsonl", "copydesk-names", "passages/mine.txt", "passages/run-000001.bin"]
)
def test_other_folders_are_left_alone(tmp_path, mine):
    """Nothing is made and nothing cut off in a folder that holds other things, whatever they are called."""
    path = tmp_path / mine
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", "utf8")
    with pytest.raises(StoreError, match="holds other files"):
        NamedStore(tmp_path)
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [path]
    assert path.read_text("utf8") == "mine"


def test_other_names_beside_an_index_are_left_alone(tmp_path):
    """A file of that name that does not begin as ours do is not written to, not even beside an empty index."""
    NamedStore(tmp_path).close()
    names = tmp_path / "copydesk-names"
    names.write_text("mine", "utf8")
    with pytest.raises(StoreError, match="it is no file of copydesk's"):
        NamedStore(tmp_path)
    assert names.read_text("utf8") == "mine"


def test_a_file_is_no_folder(tmp_path):
    """It is refused by what it is."""
    (tmp_path / "file").write_text("mine", "utf8")
    with pytest.raises(StoreError, match="it is a file, not a folder"):
        NamedStore(tmp_path / "file")


@pytest.mark.parametrize("left", [[], ["passages/lock"], ["passages/lock", "passages/manifest.json.new"]])
def test_a_kill_before_the_first_manifest(tmp_path, left):
    """What was begun then is begun again."""
    (tmp_path / "passages").mkdir()
    for each in left:
        (tmp_path / each).write_bytes(b"{")
    with NamedStore(tmp_path) as store:
        store.append([name(0)], ["page"])
    with NamedStore(tmp_path) as store:
        assert list(store.names()) == [name(0)]


def test_a_kill_before_the_first_name(tmp_path):
    """Half of the line that says what the names are is written anew."""
    NamedStore(tmp_path).close()
    (tmp_path / "copydesk-names").write_bytes(b'{"form')
    with NamedStore(tmp_path) as store:
        store.append([name(0)], ["page"])
        assert list(store.names()) == [name(0)]


def test_a_folder_of_an_older_form_says_so(tmp_path):
    """With what to do about it."""
    (tmp_path / "passages").mkdir()
    (tmp_path / "pages.jsonl").write_bytes(b"")
    (tmp_path / "passages/manifest.json").write_text('{"form": "copydesk passages 2", "runs": []}', "utf8")
    with pytest.raises(StoreError, match=r"its form is 'copydesk passages 2'.*make the index anew"):
        NamedStore(tmp_path)


def test_a_stop_between_runs_keeps_names_and_pages_together(tmp_path, monkeypatch):
    """Where some of many texts stand when it breaks off, the next ones get their own names."""
    monkeypatch.setattr(passages, "RUN", 4)
    monkeypatch.setattr("copydesk.copies.tokens.BATCH", 1)
    write = PassageStore._write

    def once(store, batch):
        if len(store):
            raise StoreError(str(store.folder), "No space left on device")
        write(store, batch)

    with NamedStore(tmp_path) as store:
        with monkeypatch.context() as full:
            full.setattr(PassageStore, "_write", once)
            with pytest.raises(StoreError, match="No space"):
                store.append([name(0), name(1)], ["one page with five words", "another page with five words"])
        store.append([name(2)], ["a third"])
        assert list(store.names()) == [name(0), name(2)]
    with NamedStore(tmp_path) as store:
        assert list(store.names()) == [name(0), name(2)]
