"""``copydesk copies``: the families of a pile, on a terminal and as data."""

import json
import re
import string
from contextlib import closing
from itertools import count
from pathlib import Path

import pytest
from typer.testing import CliRunner

import copydesk
from copydesk.cli import app, faces
from copydesk.cli.gathered import Gathered
from copydesk.cli.leaves import Label, Leaf
from copydesk.cli.piles import Disk

PRESS = Path("examples/press")


@pytest.fixture(scope="module")
def press():
    """All pages of the made-up press, once."""
    return CliRunner().invoke(app, ["copies", "--json", str(PRESS)])


@pytest.fixture(scope="module")
def shown():
    """The same for people, at three widths."""
    return {
        width: CliRunner().invoke(app, ["copies", "-q", str(PRESS)], env={"COLUMNS": str(width)}).stdout
        for width in (40, 80, 160)
    }


def test_the_stolen_report_is_one_family(press):
    """Every page that carries the ferry report is in one family, and no page that does not."""
    record = json.loads(press.stdout)
    pages = [Path(page["name"]).parts[-2] for page in record["pages"]]
    largest = record["families"][0]
    inside = {pages[largest["root"]], *(pages[member["text"]] for member in largest["members"])}
    assert {"coinpaddock.example", "harbourledger.example", "tidalvault.example", "yieldlantern.example"} <= inside
    assert "quaynotes.example" not in inside
    assert press.exit_code == 0


def test_the_data_say_where(press):
    """The places of passages count the text that stands with each page, which is the article's as read gives it."""
    record = json.loads(press.stdout)
    assert record["offsets"] == "text"
    pages = record["pages"]
    for page in pages[:3]:
        assert page["text"] == copydesk.read(Path(page["name"]).read_bytes()).text
    copies = [each for each in record["overlaps"] if each["kind"] in {"identical", "near"}]
    assert copies
    for overlap in copies:
        assert overlap["a"] < overlap["b"] < len(pages)
        for each in overlap["passages"]:
            one = pages[overlap["a"]]["text"][each["a_start"] : each["a_end"]].casefold().split()
            other = pages[overlap["b"]]["text"][each["b_start"] : each["b_end"]].casefold().split()
            assert one[0].strip(string.punctuation) == other[0].strip(string.punctuation)
            assert one[-1].strip(string.punctuation) == other[-1].strip(string.punctuation)
            assert len(set(one) & set(other)) >= 0.6 * min(len(set(one)), len(set(other)))


def test_the_data_name_the_text_that_is_counted(tmp_path):
    """With --raw it is all words of the page; an index has no texts, and says which they were."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Menu {name}\n\n{STORY}", "utf8")
    record = json.loads(_copies(tmp_path / "a.txt", tmp_path / "b.txt").stdout)
    assert record["offsets"] == "page_text"
    passage = record["overlaps"][0]["passages"][0]
    assert record["pages"][0]["page_text"][passage["a_start"] : passage["a_end"]].startswith("The keeper")
    kept = json.loads(_copies("--index", tmp_path / "index", tmp_path / "a.txt", tmp_path / "b.txt").stdout)
    assert kept["offsets"] == "page_text"
    assert [page["page_text"] for page in kept["pages"]] == [None, None]
    assert kept["overlaps"] == record["overlaps"]


def test_no_line_is_wider_than_the_terminal(shown):
    """At any width."""
    for width, out in shown.items():
        assert max(map(len, out.splitlines())) <= width


def test_pages_are_named_whole(shown):
    """However narrow the terminal, the name of each page can be put together from its lines."""
    for out in shown.values():
        assert "coinpaddock.example/48213.txt" in re.sub(r"\s+", "", out)


def test_the_families_are_counted(shown):
    """The first line says how many there are, among how many pages."""
    assert re.match(r"\d families among 23 pages; \d+ pages in one or more\n", shown[80])


def test_pages_that_share_nothing(tmp_path):
    """Are told so, and that is no failure."""
    for number, words in enumerate(("The harbour was closed on Monday.", "A mill burnt down in Veskara.")):
        (tmp_path / f"{number}.txt").write_text(words, "utf8")
    result = CliRunner().invoke(app, ["copies", "-q", str(tmp_path)])
    assert result.stdout == "no family among 2 pages\n"
    assert result.exit_code == 0


def test_a_page_that_cannot_be_read_stops_no_other(tmp_path):
    """It is named; the others are compared."""
    story = "The keeper of the light went up the stairs again to wind the clock, and nobody saw him come down. " * 4
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(story, "utf8")
    (tmp_path / "c.txt").write_bytes(b"")
    result = CliRunner().invoke(app, ["copies", "--raw", str(tmp_path)])
    assert "c.txt: " in result.stderr
    assert result.stdout.startswith("1 family among 2 pages")
    assert result.exit_code == 1


def test_an_index_is_gone_on_with(tmp_path):
    """Pages that the folder holds are not read again; the answer is that of one run over all of them."""
    index = tmp_path / "index"
    names = [str(path) for path in sorted(PRESS.iterdir())]
    first = CliRunner().invoke(app, ["copies", "--index", str(index), *names[:9]])
    assert first.exit_code == 0
    second = CliRunner().invoke(app, ["copies", "--index", str(index), str(PRESS)])
    assert "there already" in second.stderr
    whole = CliRunner().invoke(app, ["copies", "--index", str(tmp_path / "other"), *names[:9], *names[9:]])
    assert second.stdout == whole.stdout
    again = CliRunner().invoke(app, ["copies", "--index", str(index), str(PRESS)])
    assert again.stdout == whole.stdout


def test_an_index_of_other_things_is_refused(tmp_path):
    """With the folder's name and the reason, and nothing in it is touched."""
    (tmp_path / "notes.txt").write_text("mine", "utf8")
    result = CliRunner().invoke(app, ["copies", "--index", str(tmp_path), str(PRESS)])
    assert result.exit_code == 1
    assert f"{tmp_path}: it holds other files" in result.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


STORY = "The keeper of the light went up the stairs again to wind the clock, and nobody saw him come down. " * 4
OTHER = "Ferries lay idle at the quay all week while the harbour board argued over who should mend the wall. " * 4


def _copies(*arguments, **options):
    return CliRunner().invoke(app, ["copies", "--raw", "--json", *map(str, arguments)], **options)


def _pages(result):
    return [(page["name"], page["earlier"]) for page in json.loads(result.stdout)["pages"]]


def test_the_same_name_in_two_folders_is_two_pages(tmp_path, monkeypatch):
    """An index knows a page by where it is, not by what was typed for it; where names are alike, places are shown."""
    index = tmp_path / "index"
    for name in ("a", "b"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "page.txt").write_text(STORY, "utf8")
        monkeypatch.chdir(tmp_path / name)
        result = _copies("--index", index, "page.txt")
    assert _pages(result) == [("page.txt", False)] * 2
    shown = CliRunner().invoke(
        app, ["copies", "--raw", "-q", "--index", str(index), "page.txt"], env={"COLUMNS": "300"}
    )
    assert all(str(tmp_path / name / "page.txt") in shown.stdout for name in ("a", "b"))


@pytest.mark.parametrize("kept", [False, True])
def test_a_page_given_twice_is_one_page(tmp_path, monkeypatch, kept):
    """By its folder, by its name, by its whole path, by a link: it is no copy of itself, in one run or in several."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a").mkdir()
    page = tmp_path / "a" / "page.txt"
    page.write_text(STORY, "utf8")
    (tmp_path / "link.txt").symlink_to(page)
    options = ["--index", "index"] if kept else []
    assert _pages(_copies(*options, "a", "a/page.txt", page, "link.txt")) == [(str(Path("a/page.txt")), False)]
    if kept:
        assert _pages(_copies(*options, page)) == [(str(Path("a/page.txt")), False)]


def test_what_stdin_brings_is_told_by_its_content(tmp_path):
    """A second page from standard input is another page; the same one is the same."""
    for words, pages in ((STORY, 1), (OTHER, 2), (STORY, 2)):
        result = _copies("--index", tmp_path / "index", "-", input=words)
        assert len(_pages(result)) == pages


def test_a_page_that_changed_is_held_in_both_versions(tmp_path):
    """It is read again, that is said, and the state before is marked as the earlier one."""
    page = tmp_path / "page.txt"
    page.write_text(STORY, "utf8")
    assert "changed" not in _copies("--index", tmp_path / "index", page).stderr
    page.write_text(STORY + OTHER, "utf8")
    result = _copies("--index", tmp_path / "index", page)
    assert f"changed since the index took it in: {page}; the index keeps both versions" in result.stderr
    assert _pages(result) == [(str(page), True), (str(page), False)]
    again = _copies("--index", tmp_path / "index", page)
    assert "changed" not in again.stderr
    assert _pages(again) == _pages(result)
    shown = CliRunner().invoke(app, ["copies", "--raw", "--index", str(tmp_path / "index"), str(page)])
    assert "(an earlier version)" in " ".join(shown.stdout.split())


def test_records_are_told_by_address_and_content(tmp_path):
    """A record that moves to another line is the same page; other content from its address is another version."""
    rows = [{"url": f"https://harbour.example/{number}", "text": text} for number, text in enumerate((STORY, OTHER))]
    file = tmp_path / "crawl.jsonl"
    for given, pages in ((rows, 2), (rows[::-1], 2), ([rows[0] | {"text": STORY + "Later he did."}], 3)):
        file.write_text("".join(json.dumps(row) + "\n" for row in given), "utf8")
        result = _copies("--index", tmp_path / "index", file)
        assert len(_pages(result)) == pages
    assert [earlier for _, earlier in _pages(result)] == [True, False, False]


def test_pages_that_the_index_holds_are_not_read(tmp_path, monkeypatch):
    """Of a page that is as it was the bytes are looked at, and no more."""
    page = tmp_path / "page.txt"
    page.write_text(STORY, "utf8")
    index = tmp_path / "index"
    _copies("--index", index, page)
    monkeypatch.setattr("copydesk.reading.read_page", lambda *_: pytest.fail("it was read"))
    assert _copies("--index", index, page).exit_code == 0


def test_an_index_of_articles_takes_no_whole_pages(tmp_path):
    """What --raw compares is something else, and it says what is in the folder."""
    (tmp_path / "page.txt").write_text(STORY, "utf8")
    arguments = ["copies", "--index", str(tmp_path / "index"), str(tmp_path / "page.txt")]
    assert CliRunner().invoke(app, arguments).exit_code == 0
    result = CliRunner().invoke(app, [*arguments, "--raw"])
    assert result.exit_code == 1
    assert "it holds articles as copydesk" in result.stderr
    assert "not all words of pages as copydesk" in result.stderr


def test_an_index_among_the_pages_is_no_page(tmp_path):
    """What lies in the folder of the index is not read."""
    (tmp_path / "page.txt").write_text(STORY, "utf8")
    for _ in range(2):
        result = _copies("--index", tmp_path / "index", tmp_path)
        assert (result.exit_code, len(_pages(result))) == (0, 1)


def test_a_crawl_is_no_index(tmp_path):
    """A folder with records called as an index might call its own is refused, and they are what they were."""
    crawl = tmp_path / "pages.jsonl"
    crawl.write_text('{"text": "mine"}\n', "utf8")
    result = _copies("--index", tmp_path, PRESS)
    assert result.exit_code == 1
    assert f"{tmp_path}: it holds other files" in result.stderr
    assert crawl.read_text("utf8") == '{"text": "mine"}\n'


def test_a_file_is_no_index(tmp_path):
    """--index FILE says what it is."""
    (tmp_path / "page.txt").write_text(STORY, "utf8")
    result = _copies("--index", tmp_path / "page.txt", tmp_path)
    assert result.exit_code == 1
    assert "page.txt: it is a file, not a folder" in result.stderr


def test_an_address_that_is_none_costs_nothing(tmp_path):
    """A record whose address nobody can take apart is compared as any other."""
    file = tmp_path / "crawl.jsonl"
    rows = [{"url": url, "text": STORY} for url in ("http://[broken/x", "https://www.harbour.example/1")]
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), "utf8")
    result = _copies(file)
    assert result.exit_code == 0
    assert [page["host"] for page in json.loads(result.stdout)["pages"]] == [None, "harbour.example"]


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_run_that_ends_at_a_failure_compares_nothing(tmp_path, form):
    """With --strict a failure is the answer; of the pages that came before it nobody asked."""
    for name, words in (("a.txt", STORY), ("b.txt", STORY), ("c.txt", "")):
        (tmp_path / name).write_text(words, "utf8")
    result = CliRunner().invoke(app, ["copies", "--raw", "--strict", *form, str(tmp_path)])
    assert (result.exit_code, result.stdout) == (1, "")
    assert "c.txt: " in result.stderr


def test_of_no_pages_nothing_is_said(tmp_path):
    """Where nothing could be read there is no family to be counted."""
    result = CliRunner().invoke(app, ["copies", str(tmp_path / "gone")])
    assert (result.exit_code, result.stdout) == (3, "")


def test_pages_are_taken_in_while_others_are_read(tmp_path, monkeypatch):
    """After some seconds what was read is on the disk, however little it is: a kill costs no more."""
    clock = count(0, 2)
    monkeypatch.setattr("copydesk.cli.gathered.time.monotonic", lambda: next(clock))
    gathered = Gathered(Disk(tmp_path / "index", raw=True), faces.Data(raw=True))
    held = []
    for number in range(8):
        label = Label(f"{number}.txt", None, "A page", str(number), f"/{number}.txt")
        gathered.put(label.name, Leaf(label, STORY))
        held.append(len((tmp_path / "index" / "copydesk-names").read_bytes().splitlines()) - 1)
    with pytest.raises(KeyboardInterrupt), closing(gathered):
        raise KeyboardInterrupt
    assert held == sorted(held)
    assert 4 <= held[-1] <= 8
    assert 0 < held[3] < held[-1]


def test_nearly_all_is_not_all(tmp_path):
    """A page that has a few words of its own is not said to be in another to the last one, as diff does not."""
    story = " ".join(f"word{number}" for number in range(900))
    for name, words in (("a.txt", f"{story} end"), ("b.txt", f"{story} stop"), ("c.txt", f"{story} end")):
        (tmp_path / name).write_text(words, "utf8")
    shown = CliRunner().invoke(app, ["copies", "--raw", "-q", str(tmp_path)]).stdout
    assert re.search(r"near copy +over 99%  ", shown)
    assert re.search(r"identical +100%  ", shown)


def test_no_page_is_taken_in_twice(tmp_path, monkeypatch):
    """Where Ctrl-C comes between the disk and the memory of what is on it, closing does not add the pages again."""
    monkeypatch.setattr("copydesk.cli.gathered.WAITING", 1)
    add = Disk.add

    def interrupted(pile, pages):
        add(pile, pages)
        if pages:
            raise KeyboardInterrupt

    monkeypatch.setattr(Disk, "add", interrupted)
    with (
        pytest.raises(KeyboardInterrupt),
        closing(Gathered(Disk(tmp_path / "index", raw=True), faces.Data(raw=True))) as gathered,
    ):
        gathered.put("a.txt", Leaf(Label("a.txt", None, "A page", "1", "/a.txt"), STORY))
    with closing(Disk(tmp_path / "index", raw=True)) as pile:
        assert [label.name for label in pile.labels()] == ["a.txt"]
