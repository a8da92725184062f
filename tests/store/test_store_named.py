"""Named pages on disk: as many names as there are texts, whatever happened before."""

import json

import pytest

from copydesk.errors import StoreError
from copydesk.store.named import NamedStore


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
    with (tmp_path / "pages.jsonl").open("ab") as file:
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
    (tmp_path / "pages.jsonl").write_bytes(json.dumps(name(0)).encode() + b"\n")
    with pytest.raises(StoreError, match="it names 1 pages of 2"):
        NamedStore(tmp_path)


def test_other_folders_are_left_alone(tmp_path):
    """Nothing is made in a folder that holds other things."""
    (tmp_path / "mine.txt").write_text("mine", "utf8")
    with pytest.raises(StoreError, match="holds other files"):
        NamedStore(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
