"""``copydesk diff``: what became of one page in another, on the terminal, as data and as a page."""

import json
import re
import unicodedata
from collections import Counter

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from rich.cells import cell_len
from selectolax.lexbor import LexborHTMLParser
from typer.testing import CliRunner

import press
from copydesk import reading
from copydesk.cli import app, diffpage
from copydesk.cli.changes import paragraphs
from copydesk.cli.comparison import Comparison, Side
from copydesk.cli.tally import Exit
from copydesk.cli.values import share
from copydesk.copies.diff import diff
from copydesk.copies.tokens import tokens
from copydesk.types.diff import Change

COIN = press.EXAMPLES / "press/coinpaddock.example/48213.txt"
YIELD = press.EXAMPLES / "press/yieldlantern.example/90177.txt"
LEDGER = press.EXAMPLES / "press/harbourledger.example/port-ellery-outer-berths-closed.html"
REWORDED = press.EXAMPLES / "press/dailybramble.example/outer-berths-port-ellery-wall-splits.txt"
WALKS = [
    press.EXAMPLES / f"press/keldoutdoors.example/ten-walks-for-a-wet-sunday-{year}"
    for year in ("2025.txt", "2026.html")
]

LONG = " ".join(f"word{number}" for number in range(200))


def _run(*arguments, **environment):
    return CliRunner().invoke(app, ["diff", *map(str, arguments)], env={"COLUMNS": "80", **environment})


def _files(tmp_path, *texts):
    for name, text in zip("ab", texts, strict=True):
        (tmp_path / name).write_text(text, "utf8")
    return tmp_path / "a", tmp_path / "b"


def _flat(text):
    return " ".join(text.split())


def test_the_injected_brands_of_two_farm_copies_show_at_a_glance():
    """Of two farms' copies of a report the whole answer fits a screen, and what differs is the brand of each."""
    out = _run(COIN, YIELD).stdout
    assert len(out.splitlines()) <= 24
    assert re.findall(r"\[-.+?-\]|\{\+.+?\+\}", _flat(out.partition("─")[2])) == [
        "{+(Oldrun Signal Club)+}",
        "[-, Brightvale Capital Academy reports,-]",
    ]


def test_the_header_says_what_they_are_to_one_another():
    """Names, headlines, the kind of overlap, both containments and the counts come first."""
    head = _flat(_run(COIN, YIELD).stdout.partition("─")[0])
    assert str(COIN)[-20:] in head.replace(" ", "")
    assert head.count("Port Ellery shuts outer berths") == 2
    assert "near copies" in head
    assert "99% of A is in B, 99% of B is in A" in head
    assert re.search(r"\d+ words kept, 4 cut, 3 added, 0 moved", head)


@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("pages", [(COIN, YIELD), (LEDGER, REWORDED), WALKS], ids=["copies", "reworded", "moved"])
def test_no_line_is_wider_than_the_terminal(width, pages):
    """At any width every line fits and carries no blanks at its end, and every sign that opens closes."""
    out = _run(*pages, COLUMNS=str(width)).stdout
    assert max(map(cell_len, out.splitlines())) <= min(width, 100)
    assert not re.search(r" +\n", out)
    text = _flat(out.partition("─")[2])
    signs = Counter(re.findall(r"\[-|-\]|\{\+|\+\}|\[>|<\]|\{>|<\}", text))
    assert signs["[-"] == signs["-]"]
    assert signs["{+"] == signs["+}"]
    assert signs["[>"] == signs["<]"]
    assert signs["{>"] == signs["<}"]


def test_a_moved_passage_is_told_where_it_was_and_where_it_is():
    """Where it stood there is a note with its size and beginning; where it stands it is whole, under its number."""
    text = _flat(_run(*WALKS).stdout)
    assert re.search(r"\[>1 \d+ words, now further down: Hobwick Wood", text)
    assert "{>1 Beeches keep off the first half-hour of any shower." in text


def test_signs_stand_there_with_colours_and_without():
    """Colour repeats the signs: without its escapes a coloured text is the plain one."""
    plain = _run(COIN, YIELD).stdout
    coloured = _run(COIN, YIELD, FORCE_COLOR="1", TERM="xterm").stdout
    assert "\x1b" not in plain
    assert "\x1b[9;31m[-, Brightvale" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_long_stretches_without_a_change_are_folded(tmp_path):
    """Far from a change the words are counted, not shown; --full shows them all."""
    pages = _files(tmp_path, f"{LONG} here {LONG}", f"{LONG} there {LONG}")
    folded, full = (_flat(_run("--raw", *pages, *options).stdout.partition("─")[2]) for options in ((), ("--full",)))
    numbers = [int(number) for number in re.findall(r"… (\d+) words the same …", folded)]
    shown = len(re.findall(r"\bword\d+", folded))
    assert len(numbers) == 2
    assert sum(numbers) + shown == 400
    assert len(re.findall(r"\bword\d+", full)) == 400
    assert "the same" not in full


def test_pages_with_the_same_words_say_so(tmp_path):
    """Of two files with the same words nothing is marked."""
    out = _run("--raw", *_files(tmp_path, LONG, LONG.upper())).stdout
    assert "identical: the same words" in out
    assert "100% of A is in B" in out
    assert not re.search(r"\[-|\{\+", out)


def test_unlike_pages_have_nothing_in_common(tmp_path):
    """Two texts without a common passage say that, and what became of either."""
    out = _run("--raw", *_files(tmp_path, "One thing only, told in a few words.", "Nobody knows why it rained.")).stdout
    assert "no passage in common" in out
    assert "0% of A is in B" in out


def test_changed_words_inside_quotations_are_counted(tmp_path):
    """A word exchanged between quotation marks is worth a figure of its own."""
    a = f"{LONG} “We had an awkward choice between two springs,” she said."
    assert "2 changed inside quotations" in _flat(
        _run("--raw", *_files(tmp_path, a, a.replace("awkward", "easy"))).stdout
    )


def test_without_raw_the_articles_are_compared():
    """Menus, dates and lists of a page are no part of it, unless all words are asked for."""
    article, everything = (_run("--full", *options, COIN, YIELD).stdout for options in ((), ("--raw",)))
    assert "Current:Home" not in article
    assert "Current:Home" in _flat(everything)


def test_json_holds_both_texts_and_every_piece():
    """The data is one object; its spans lead to the words beside them."""
    found = json.loads(_run("--json", COIN, YIELD).stdout)
    assert (found["a"]["name"], found["kind"]) == (str(COIN), "near")
    assert (found["cut"], found["added"], found["moved"]) == (4, 3, 0)
    for piece in found["pieces"]:
        assert found["a"]["text"][piece["a_start"] : piece["a_end"]] == piece["a_text"]
        assert found["b"]["text"][piece["b_start"] : piece["b_end"]] == piece["b_text"]
    assert [each["b_text"].strip() for each in found["pieces"] if each["change"] == "added"] == ["(Oldrun Signal Club)"]


def _words(text):
    found = tokens([text])
    return found.hashes.tolist()


def _page(*pages, out):
    result = _run(*pages, "--html", out)
    assert (result.exit_code, result.stdout) == (0, "")
    return out.read_text("utf8")


@pytest.mark.parametrize("pages", [(COIN, YIELD), (LEDGER, REWORDED), WALKS], ids=["copies", "reworded", "moved"])
def test_the_page_holds_both_texts(tmp_path, pages):
    """Without what was added and moved here its words are the first text's, without the rest the second's."""
    html = _page(*pages, out=tmp_path / "out.html")
    found = json.loads(_run("--json", *pages).stdout)
    for side, away in (("a", "ins, mark:not(.left)"), ("b", "del, mark.left")):
        main = LexborHTMLParser(html).css_first("main")
        for node in main.css(f".heard, .sign, summary, {away}"):
            node.decompose()
        text = "\n".join(paragraph.text() for paragraph in main.css("p"))
        assert _words(text) == _words(found[side]["text"])


def test_the_page_needs_nothing_else(tmp_path):
    """It loads nothing and runs nothing, knows light and dark, and is laid out for small screens."""
    html = _page(LEDGER, REWORDED, out=tmp_path / "out.html")
    assert not re.search(r"<(?:script|link|img|iframe)|https?://|@import|url\(", html)
    assert "prefers-color-scheme: dark" in html
    assert 'name="viewport"' in html


def test_a_change_on_the_page_has_a_sign_and_a_name(tmp_path):
    """Every ins, del and mark in the text has a visible sign, and words for whoever hears it."""
    tree = LexborHTMLParser(_page(*WALKS, out=tmp_path / "out.html"))
    changes = tree.css("main ins, main del, main mark")
    assert {node.tag for node in changes} == {"ins", "del", "mark"}
    for node in changes:
        assert node.css_first(".sign").text().strip()
        assert node.css_first(".heard").text().strip()


def test_moved_passages_lead_to_one_another(tmp_path):
    """Each link on the page leads to an element that is there once."""
    tree = LexborHTMLParser(_page(*WALKS, out=tmp_path / "out.html"))
    ids = Counter(node.attributes["id"] for node in tree.css("[id]"))
    links = {node.attributes["href"].removeprefix("#") for node in tree.css("main a")}
    assert links == set(ids)
    assert set(ids.values()) == {1}


def test_the_page_obeys_no_word_of_a_page():
    """Markup and control characters in names and texts are shown, not obeyed."""
    text = 'A <script>alert(1)</script> & "words" \x07 end'
    side = Side("<b>&.html", "<i>Head</i>", 'en"><script>', text)
    html = diffpage.page(Comparison(side, side, diff(text, text), None), full=True)
    assert "<script>" not in html
    assert "<i>Head" not in html
    assert "\x07" not in html


def test_an_existing_page_is_not_overwritten_unasked(tmp_path):
    """--html refuses a file that holds something; --force overwrites it."""
    out = tmp_path / "out.html"
    out.write_text("mine", "utf8")
    refused = _run(COIN, YIELD, "--html", out)
    assert refused.exit_code == Exit.WRONG_USAGE
    assert out.read_text("utf8") == "mine"
    assert _run(COIN, YIELD, "--html", out, "--force").exit_code == 0
    assert "Oldrun" in out.read_text("utf8")


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (["--html", "no/such/folder/x.html"], "no/such/folder"),
        (["--html", "x.html", "--json"], "exclude each other"),
        (["--force"], "--html"),
    ],
)
def test_options_that_make_no_sense_are_wrong_usage(arguments, named):
    """Nothing is read then, and the message names what is wrong."""
    result = _run(COIN, YIELD, *arguments, COLUMNS="300")
    assert (result.exit_code, result.stdout) == (Exit.WRONG_USAGE, "")
    assert named in result.stderr


def test_a_folder_is_not_a_page(tmp_path):
    """A path that may lead to several pages is wrong usage, and named."""
    result = _run(COIN, tmp_path, COLUMNS="300")
    assert result.exit_code == Exit.WRONG_USAGE
    assert tmp_path.name in result.stderr


def test_standard_input_is_one_of_them():
    """A page may come on stdin, but not both."""
    result = CliRunner().invoke(app, ["diff", "-", str(YIELD)], input=COIN.read_bytes())
    assert "Oldrun" in result.stdout
    assert CliRunner().invoke(app, ["diff", "-", "-"], input=b"x").exit_code == Exit.WRONG_USAGE


def test_pages_that_cannot_be_read_are_named(tmp_path):
    """Each is named with its reason; nothing is shown; where neither is there, nothing was found."""
    one = _run(COIN, tmp_path / "gone.html")
    both = _run(tmp_path / "lost.html", tmp_path / "gone.html")
    assert (one.exit_code, one.stdout) == (Exit.SOME_FAILED, "")
    assert "gone.html: " in one.stderr
    assert (both.exit_code, both.stderr.count("copydesk: ")) == (Exit.NOTHING_FOUND, 2)


@pytest.mark.parametrize(
    ("options", "reason"), [((), "--raw compares all words of a page"), (("--raw",), "no word in it")]
)
def test_a_page_without_words_is_told(tmp_path, options, reason):
    """A page in which nothing was found to compare is an error that names it and the way out."""
    (tmp_path / "picture.html").write_text("<html><body><img src='a.png'></body></html>", "utf8")
    result = _run(tmp_path / "picture.html", COIN, *options)
    assert (result.exit_code, result.stdout) == (Exit.SOME_FAILED, "")
    assert "picture.html: " in result.stderr
    assert reason in result.stderr


def test_a_fault_of_ours_is_told_as_any_other(monkeypatch):
    """Whatever reading raises, the page is named and no traceback shown."""

    def fail(_page):
        message = "a fault"
        raise ValueError(message)

    monkeypatch.setattr(reading, "read_page", fail)
    result = _run(COIN, YIELD)
    assert result.exit_code == Exit.SOME_FAILED
    assert f"copydesk: {COIN}: ValueError: a fault" in result.stderr


def test_words_are_safe_on_a_terminal(tmp_path):
    """Escape sequences in a page come out as escapes one can read."""
    out = _run("--raw", *_files(tmp_path, f"{LONG} one", f"{LONG} \x1b[2J two")).stdout
    assert all(unicodedata.category(sign) != "Cc" or sign == "\n" for sign in out)
    assert r"\x1b[2J" in out


@pytest.mark.parametrize("pages", [(COIN, YIELD), (LEDGER, REWORDED), WALKS], ids=["copies", "reworded", "moved"])
def test_a_page_on_stdout_is_the_page_of_a_file(tmp_path, monkeypatch, pages):
    """--html - writes it there, and no file of that name."""
    monkeypatch.chdir(tmp_path)
    result = _run(*map(press.EXAMPLES.absolute().joinpath, pages), "--html", "-")
    assert (result.exit_code, result.stderr, [*tmp_path.iterdir()]) == (0, "", [])
    assert result.stdout == _page(*pages, out=tmp_path / "out.html")


def test_few_words_are_no_contradiction(tmp_path):
    """What is too short for a passage is not said to have nothing in common, and the same words are identical."""
    short = "Ferry stopped at the Ellery quay."
    for other, said, kind in (
        (short.upper(), "identical: the same words", "identical"),
        (short.replace("Ellery", "Marrow"), "too little in common for a kind of copy", None),
        ("Nobody knows why it rained.", "no passage in common", None),
    ):
        pages = _files(tmp_path, short, other)
        assert said in _run("--raw", *pages).stdout
        found = json.loads(_run("--raw", "--json", *pages).stdout)
        assert found["kind"] == kind
        assert (found["containment_ab"] > 0) is (other[0] != "N")


def test_a_share_that_is_nearly_nothing_or_all_says_so():
    """No share is rounded to none or all of a text that is not."""
    assert [share(part) for part in (0, 0.004, 0.01, 0.994, 0.996, 1)] == [
        "0%",
        "under 1%",
        "1%",
        "99%",
        "over 99%",
        "100%",
    ]


SIGNED = 'said that "no deal was signed with anyone before Friday" and left'
UNSIGNED = 'said that "no deal was signed" and left'


def _shown(a, b):
    sides = (Side(name, None, None, text) for name, text in (("a", a), ("b", b)))
    return [part for paragraph in paragraphs(Comparison(*sides, diff(a, b), None)) for part in paragraph]


def test_the_marks_of_kept_words_are_the_second_texts():
    """A quotation that was cut short closes where it closes now, and the mark that closed it is cut with the words."""
    parts = [(part.change, part.words) for part in _shown(SIGNED, UNSIGNED)]
    assert parts == [
        (Change.KEPT, "said that"),
        (Change.KEPT, '"no deal was signed"'),
        (Change.CUT, 'with anyone before Friday"'),
        (Change.KEPT, "and left"),
    ]


def test_typography_behind_kept_words_is_no_change():
    """Curly marks where the second text has straight ones are not cut, before a cut as around a replacement."""
    parts = _shown(
        "He said “no deal yet” – loudly – and left for ‘good’ reasons",
        "He said \"no deal yet\" and left for 'bad' reasons",
    )
    cut = "".join(part.words for part in parts if part.change is Change.CUT)
    assert not set(cut) & set("“”’")


_SCRAPS = st.lists(
    st.tuples(
        st.sampled_from(["sea", "wall", "Ellery", "harbour", "cracks", "quay", "1931", "mill"]),
        st.sampled_from([" ", " ", " ", ", ", ". ", '" ', ' "', "\n\n", '."\n\n"', "\n", " (", ") ", " – "]),
    ),
    min_size=1,
    max_size=40,
).map(lambda scraps: "".join(map("".join, scraps)))


@given(_SCRAPS, _SCRAPS)
@example(SIGNED, UNSIGNED)
@example(UNSIGNED, SIGNED)
@example("He left. She cried and sang", "He left, and sang.")
def test_what_is_not_struck_out_is_the_second_text(a, b):
    """The parts that are unmarked, added or moved here are, blanks apart, the second text, marks and all."""
    here = {Change.KEPT, Change.ADDED, Change.MOVED_TO}
    assert "".join("".join(part.words for part in _shown(a, b) if part.change in here).split()) == "".join(b.split())
