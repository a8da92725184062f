"""The benchmark counts what it says: a failure costs one page, nothing kept is read again, figures mean their names."""

import re
import shutil
import sys
import textwrap
from pathlib import Path

import pytest
from comparing import linefilters, tables, textscores, tools
from comparing.justext_lines import Sort, in_context
from comparing.pages import BenchPage, spread
from comparing.runs import Outcome, measured, recall, remembered
from comparing.scores import Row, mean, percentile, score
from comparing.texts import BenchText, rendered

from shared_data import needs_shared

BENCHMARKS = Path(__file__).resolve().parents[1] / "benchmarks"

ADAPTER = """
    import os, time

    def read(html, url):
        print("noise on standard output")
        if "raise" in url:
            raise SystemExit("out")
        if "die" in url:
            os._exit(7)
        if "wait" in url:
            time.sleep(60)
        while "loop" in url:
            pass
        return {"body": html.decode(), "title": None}
"""


def page(url="https://a.example/", html=b"<p>one two</p>", truth=None):
    return BenchPage("wcxb", url, "a.example", "article", url, html, truth or {"text": "one two"})


def row(**given):
    figures = {"scores": {}, "body": None, "rouge": None, "read_ms": None, "parse_ms": None, "failure": None}
    names = dict.fromkeys(("id", "site", "kind", "note"), "")
    return Row(**{**names, **figures, "set": "wcxb", "type": "article", "words": 0, **given})


@pytest.fixture
def tool(tmp_path, monkeypatch):
    """A tool of this Python that does what the address of a page says."""
    peers = tmp_path / "peers"
    peers.mkdir()
    shutil.copy(BENCHMARKS / "peers/worker.py", peers)
    (peers / "with_fake.py").write_text(textwrap.dedent(ADAPTER), "utf8")
    monkeypatch.setattr("comparing.worker.PEERS", peers)
    return tools.Tool("fake", "1.0", Path(sys.executable), "digest")


def test_what_goes_wrong_costs_one_page_and_the_next_is_read(tool, monkeypatch):
    """Exceptions, dead processes and silence are told apart, and each costs its own page only."""
    monkeypatch.setattr("comparing.worker.PATIENCE", 2)
    pages = [page(f"https://a.example/{what}") for what in ("raise", "die", "wait", "loop", "fine")]
    raised, died, waited, looped, fine = measured(tool, pages, cpu_s=1)
    failures = [outcome.failure for outcome in (raised, died, waited, looped, fine)]
    assert failures == ["crash", "crash", "hang", "hang", None]
    assert "SystemExit" in raised.note
    assert "exit 7" in died.note
    assert "no answer" in waited.note
    assert fine.reading == {"body": "<p>one two</p>", "title": None}
    assert fine.read_ms >= 0
    assert fine.parse_ms > 0


def test_a_kept_reading_is_not_read_again(tool, tmp_path, monkeypatch):
    """A second run starts no worker for a page that the first has read, unless it is to be fresh."""
    pages = [page(), page("https://a.example/raise")]
    first = list(remembered(tool, pages, 5, tmp_path, fresh=False))
    monkeypatch.setattr("comparing.runs.Worker", lambda _: pytest.fail("a worker was started"))
    assert list(remembered(tool, pages, 5, tmp_path, fresh=False)) == first
    with pytest.raises(pytest.fail.Exception):
        list(remembered(tool, pages, 5, tmp_path, fresh=True))


def test_half_a_line_of_a_stopped_run_is_no_reading(tmp_path):
    """What a stopped run left behind is passed over, and the whole lines are used."""
    kept = tmp_path / "kept.jsonl"
    kept.write_text('\n{"page": "a", "reading": null}\n{"page": "b", "rea', "utf8")
    assert recall(kept) == {"a": Outcome(None)}


def test_a_page_is_another_page_under_another_address():
    """Readings are kept by address and bytes: tools read the address too."""
    assert page().digest != page("https://b.example/").digest
    assert page().digest != page(html=b"<p>one</p>").digest
    assert page().digest == page(truth={"text": "something else"}).digest


@needs_shared
def test_a_failed_page_scores_zero_and_a_field_not_offered_scores_nothing():
    """Crashing is no way to a better mean; not having a field is no fault."""
    truth = {"text": "one two", "title": "One", "date": "2024-01-02"}
    pages = [page(truth=truth), page("https://b.example/", truth=truth)]
    good, failed = score(
        pages, [Outcome({"body": "one two", "title": "One", "date": None}), Outcome(None, failure="crash")]
    )
    assert good.body["f1"] == 1
    assert good.scores == {"title": 1.0}
    assert failed.body["f1"] == 0
    assert failed.scores == {"title": 0.0}
    assert not failed.empty


def test_the_ratio_is_of_one_page_and_its_own_parse():
    """The cost in parses is the mean of the pages' ratios, not the ratio of the sums."""
    group = [row(read_ms=10.0, parse_ms=1.0), row(read_ms=40.0, parse_ms=2.0)]
    assert tables.costs({"fake": group}).rows == [("fake", "25.0", "10.0", "40.0", "15.0", "20.0")]


def test_percentiles_and_means_of_nothing_are_none():
    """No figure is made up where there is nothing to count."""
    assert percentile([], 99) is None
    assert mean([]) is None
    assert percentile(range(1, 101), 99) == 99
    assert percentile([3.0], 99) == 3


def test_pages_are_spread_evenly():
    """A limit takes every n-th page, not the first n."""
    assert list(spread(range(10), 3)) == [0, 3, 6, 9]
    assert list(spread(range(3), 10)) == [0, 1, 2]
    assert list(spread(range(3), None)) == [0, 1, 2]


def test_markdown_has_a_line_a_row_and_no_broken_heads():
    """A head of several lines is one cell in Markdown."""
    grid = tables.Grid("cost", ("tool", "mean\nms"), [("a", "1.0")])
    assert tables.as_markdown(grid).splitlines()[2:] == ["| tool | mean ms |", "| --- | ---: |", "| a | 1.0 |"]


@pytest.mark.parametrize("name", tools.peer_names())
def test_every_peer_is_pinned_has_an_adapter_and_is_in_the_docs(name):
    """A peer is measured in exactly one state, and the docs name it."""
    pins = (BENCHMARKS / "peers/requirements" / f"{name}.txt").read_text("utf8").splitlines()
    assert all(re.fullmatch(r"[\w.-]+==[\w.]+", pin) for pin in pins)
    assert (BENCHMARKS / "peers" / f"with_{name.replace('-', '_')}.py").is_file()
    assert tools.label(name) in (BENCHMARKS.parent / "docs/benchmarks.md").read_text("utf8")


ARTICLE = """Home
The eel is back
The eel was seen in the harbour on Monday by two men who had been there to fish for crabs.
Nobody in the town could say that one had been seen for eleven years, and the men have no picture of it.
"It is a good sign for the river," a biologist of the university said to the paper with a smile."""


def test_c4_keeps_lines_that_end_like_sentences():
    """C4 drops lines without an end mark, with an ellipsis, under five words, on scripts or on cookies."""
    gone = [
        "Read more about eels here",
        "One more about the eel...",
        "It is back.",
        "Please turn on JavaScript for it.",
    ]
    gone += ["This site uses cookies to know you.", "Never end a line so…", f"A word of {'e' * 1001} is no word."]
    assert [line for line in gone if linefilters.c4_keeps(line)] == []
    assert linefilters.c4_lines("\n".join([*gone, ARTICLE, *gone])).split("\n") == [
        *ARTICLE.split("\n")[2:4],
        ARTICLE.split("\n")[4],
    ]
    assert linefilters.c4_lines("  The eel is back again.[12]") == "The eel is back again."


def test_c4_drops_pages_of_code_filler_or_too_few_sentences():
    """A bracket, the filler text or fewer than three sentences cost the page, not by the rules for lines alone."""
    assert linefilters.c4(ARTICLE).count("\n") == 2
    for bad in (f"{ARTICLE}\nvar a = {{}}", f"{ARTICLE}\nLorem ipsum", "\n".join(ARTICLE.split("\n")[:4])):
        assert linefilters.c4(bad) == ""
        assert linefilters.c4_lines(bad)


def test_gopher_keeps_prose_whole_in_any_language():
    """A page passes with all its lines; stop words are the language's own."""
    german = "Der Aal ist zurück im Hafen, und die Männer haben ihn mit der Angel an den Kai geholt, das ist wahr. " * 3
    for text in (ARTICLE, german):
        assert linefilters.gopher(text) == text


@pytest.mark.parametrize(
    "bad",
    [
        "the eel and the crab",
        f"{ARTICLE} {'#' * 10}",
        "\n".join(f"- {line} {number}" for number, line in enumerate(ARTICLE.split("\n"))),
        "\n".join(f"{line}…" for line in ARTICLE.split("\n")),
        f"{ARTICLE}{' 1' * 20}",
        "eel crab roach perch pike " * 12,
        ARTICLE + "\nShare" * 4,
        f"{ARTICLE}\n{ARTICLE.splitlines()[-1]}",
        f"{ARTICLE} {'the-and-' * 100}",
    ],
    ids=["short", "signs", "bullets", "ellipses", "numbers", "no stop words", "lines", "characters", "long words"],
)
def test_gopher_drops_what_is_unlike_prose(bad):
    """Each rule alone costs the page."""
    assert linefilters.gopher(bad) == ""


def test_justext_takes_prose_and_what_stands_within():
    """Long lines rich in stop words are good, short ones between two good ones as well, lists of names never."""
    prose = " ".join(ARTICLE.split("\n")[2:])
    names = "Harbour Sports Weather Culture Markets Obituaries Crosswords Newsletters Podcasts Archive Subscriptions"
    lines = ["Home", names, prose, "What it eats", prose, "Share", names, "© The Paper, all rights reserved to it"]
    assert linefilters.justext("\n".join(lines)).split("\n") == [prose, "What it eats", prose]


@pytest.mark.parametrize(
    ("sorts", "kept"),
    [
        ("gsg", "111"),
        ("gsb", "100"),
        ("sgs", "010"),
        ("gnb", "110"),
        ("bnb", "000"),
        ("gsnb", "1110"),
        ("nsg", "111"),
        ("nn", "00"),
    ],
)
def test_justext_judges_by_neighbours(sorts, kept):
    """Near-good lines need one good neighbour; short ones two, or a near-good one on the bad side."""
    names = {"g": Sort.GOOD, "n": Sort.NEAR_GOOD, "s": Sort.SHORT, "b": Sort.BAD}
    found = in_context([names[sort] for sort in sorts])
    assert "".join(str(int(sort is Sort.GOOD)) for sort in found) == kept


def test_a_page_is_made_into_one_text_a_rendering():
    """Texts carry the page's truth, and the same page makes the same texts again."""
    html = b"<ul><li>Home<li>Eels</ul><h1>The eel is back</h1><p>It was seen on Monday.</p><p>Nobody had hoped.</p>"
    pages = [page(html=html, truth={"paragraphs": ["It was seen on Monday.", "Nobody had hoped."]})]
    texts = list(rendered(pages, ["lines", "noisy", "wrapped"]))
    assert [text.rendering for text in texts] == ["lines", "noisy", "wrapped"]
    assert texts[0].text.split("\n")[-2:] == ["It was seen on Monday.", "Nobody had hoped."]
    assert {text.body for text in texts} == {"It was seen on Monday.\n\nNobody had hoped."}
    assert list(rendered(pages, ["lines", "noisy", "wrapped"])) == texts


def test_text_that_looks_like_html_is_read_as_text():
    """copydesk is told what it gets; nothing but white space is an empty body, not an error."""
    body, fields = textscores.read_text("<p>" + ARTICLE.replace("fish", "<b>fish</b>"))
    assert "<b>fish</b> for crabs" in body
    assert fields["title"]
    assert textscores.read_text(" \n") == ("", dict.fromkeys(("title", "authors", "date", "topics"), ""))


@needs_shared
def test_a_reader_is_scored_and_timed_by_text():
    """A row has the official score; tables have a line a reader and count pages, not renderings."""
    body = "\n".join(ARTICLE.split("\n")[2:])
    texts = [BenchText("wcxb", "article", "1", name, ARTICLE, body) for name in ("lines", "spaced")]
    readers = {"right": textscores.of_lines(lambda _: body), "mute": textscores.of_lines(lambda _: "")}
    rows = [row for group in textscores.scored(texts, readers) for row in group]
    articles, everything, fundus = textscores.bodies(rows)
    assert articles.rows == [("right", "1.000", "1.000", "1.000"), ("mute", "0.000", "0.000", "0.000")]
    assert articles.title.endswith("articles (1)")
    assert everything.rows == articles.rows
    assert fundus.rows == []
    assert [line[-1] for line in textscores.costs(rows).rows] == ["0.000", "1.000"]


@needs_shared
def test_fields_of_texts_are_scored_and_what_a_text_says_is_counted():
    """A field has the official score; a text that holds the title and one author of two says all and half of them."""
    truth = {"title": "The eel is back", "authors": ["Ann Example", "Bo Sample"], "date": "2024-02-03"}
    text = BenchText("wcxb", "article", "1", "lines", "The eel is back\nBy Ann Example\nIt was seen.", "", truth)
    read = {"title": "The eel is back", "authors": ["Ann Example"], "date": "", "topics": []}
    [[row]] = textscores.scored([text], {"one": lambda _: ("", read)})
    assert row.fields == {"title": 1.0, "authors": 2 / 3, "date": 0.0}
    assert row.said == {"title": 1.0, "authors": 0.5}
    table = textscores.fields([row])
    lines = {
        line[0]: dict(zip((head.replace("\n", " ") for head in table.heads), line, strict=True)) for line in table.rows
    }
    assert lines["lines"]["authors wcxb"] == "0.667"
    assert lines["said word for word"]["title wcxb"] == "1.000"
    assert lines["said word for word"]["title fundus"] == "–"
