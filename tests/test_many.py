"""Many pages in memory: an article or an error for each, in its place."""

from dataclasses import replace
from itertools import islice

import pytest

import copydesk
from copydesk import reading
from copydesk.errors import BinaryInput, EmptyInput, InputError, UnreadableInput
from copydesk.types import Article

WORDS = (
    "The ferry between Nerrin and Saltwick left the quay at seven on Monday, two weeks after its rudder broke.",
    "“She steers as she should,” said the harbour master, who was on board for the trial on Sunday evening.",
)
PAGE = f"<!doctype html><title>Ferry sails again</title><h1>Ferry sails again</h1><p>{WORDS[0]}</p><p>{WORDS[1]}</p>"
URL = "https://tidewater-echo.example/ferry"


class NAType:
    """What pandas holds for nothing: it refuses to be compared."""

    def __eq__(self, other):
        raise TypeError

    __hash__ = None


def told(results):
    """Headlines of articles, messages of errors."""
    return [str(one) if isinstance(one, InputError) else one.headline.value for one in results]


def test_each_page_is_read_as_it_would_be_alone():
    """An article of a column is the one that read gives, but for its name."""
    [article] = copydesk.read_many([PAGE], urls=[URL], fetched_at="2031-04-12")
    assert article.name == "<pages>:1"
    assert replace(article, name="<bytes>") == copydesk.read(PAGE, url=URL, fetched_at="2031-04-12")


def test_an_error_stands_in_the_place_of_its_page():
    """What cannot be read is given, not raised, and the pages around it are read."""
    pages = [PAGE, None, "", b"%PDF-1.7\n", 3, PAGE.encode(), bytearray(PAGE, "utf-8"), memoryview(PAGE.encode())]
    results = list(copydesk.read_many(pages))
    kinds = [Article, EmptyInput, EmptyInput, BinaryInput, UnreadableInput, Article, Article, Article]
    assert [type(one) for one in results] == kinds
    assert [str(one) for one in results[1:5]] == [
        "<pages>:2: page is null",
        "<pages>:3: page is empty",
        "<pages>:4: a PDF, not a page",
        "<pages>:5: page is no string",
    ]


@pytest.mark.parametrize("nothing", [None, float("nan"), NAType()], ids=["None", "NaN", "NA"])
def test_a_missing_cell_is_null_however_tables_write_it(nothing):
    """Nothing is nothing: as a page, in a row, and as an address."""
    pages = [nothing, {"html": nothing, "url": URL}, PAGE]
    *errors, article = copydesk.read_many(pages, urls=[None, None, nothing])
    assert told(errors) == ["<pages>:1: page is null", "<pages>:2: html is null"]
    assert article.url is None


def test_rows_bring_their_addresses_and_times():
    """A row is taken as a record of a file is; what it does not say comes from the arguments."""
    rows = [{"html": PAGE, "link": URL, "crawled_at": "2031-04-13"}, {"text": PAGE}, {"title": "a"}]
    one, two, error = copydesk.read_many(
        rows, urls=["https://a.example/", "https://b.example/", None], fetched_at="2031"
    )
    assert (one.url, one.fetched_at) == (URL, "2031-04-13")
    assert (two.url, two.fetched_at) == ("https://b.example/", "2031")
    assert error.reason.startswith("no column html, ")


def test_columns_of_arrow_are_taken_as_they_are():
    """A column of Arrow, text or bytes, in chunks and with nulls, needs no conversion; neither do rows of it."""
    pa = pytest.importorskip("pyarrow", reason="columns of Arrow need the extra copydesk[parquet]")
    urls = pa.chunked_array([[URL], [None, URL]])
    for type_ in (pa.string(), pa.large_binary()):
        pages = pa.chunked_array([[PAGE.encode(), None], [PAGE.encode()]], pa.binary()).cast(type_)
        first, error, last = copydesk.read_many(pages, urls=urls)
        assert (first.url, error.reason, last.url) == (URL, "page is null", URL)
    [row] = copydesk.read_many(pa.table({"html": [PAGE], "url": [URL]}).to_struct_array())
    assert row.url == URL


def test_pages_are_taken_as_articles_are_fetched():
    """Of an endless column no page is taken before its article is asked for, and nothing before the first."""
    taken = []

    def endless():
        while True:
            taken.append(PAGE)
            yield PAGE

    results = copydesk.read_many(endless())
    assert not taken
    assert told(islice(results, 3)) == ["Ferry sails again"] * 3
    assert len(taken) == 3


@pytest.mark.parametrize("page", [PAGE, PAGE.encode(), {"html": PAGE}], ids=["str", "bytes", "row"])
def test_a_single_page_is_no_column(page):
    """Whoever gives one page is told at once, instead of having its letters read as pages."""
    with pytest.raises(TypeError, match=r"single page: .* use copydesk\.read$"):
        copydesk.read_many(page)


def test_columns_of_different_lengths_are_refused():
    """Where it can be seen before anything is read it is said then, else where one of them ends."""
    with pytest.raises(ValueError, match=r"^1 pages, 2 urls$"):
        copydesk.read_many([PAGE], urls=[URL, URL])
    with pytest.raises(ValueError, match="is longer than"):
        list(copydesk.read_many(iter([PAGE]), urls=iter([URL, URL])))


def test_a_negative_number_of_workers_is_refused():
    """-1 means every CPU elsewhere; here it means nothing."""
    with pytest.raises(ValueError, match="not -1"):
        copydesk.read_many([PAGE], jobs=-1)


def test_a_fault_of_ours_is_that_pages_error(monkeypatch):
    """An exception nobody foresaw is given with its type and message, and costs no other page."""
    read = reading.read_page

    def faulty(page):
        if page.text == "odd":
            message = "no such luck"
            raise RuntimeError(message)
        return read(page)

    monkeypatch.setattr(reading, "read_page", faulty)
    results = told(copydesk.read_many(["odd", PAGE]))
    assert results == ["<pages>:1: RuntimeError: no such luck", "Ferry sails again"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_workers_give_what_this_process_gives(jobs):
    """The same articles and errors in the same order, whoever reads them."""
    pages = [PAGE.replace("seven", str(number)) for number in range(5)] + [None, b"%PDF-1.7\n"]
    here, there = list(copydesk.read_many(pages)), list(copydesk.read_many(pages, jobs=jobs))
    assert there[:5] == here[:5]
    assert [(type(one), str(one)) for one in there[5:]] == [(type(one), str(one)) for one in here[5:]]


def test_a_page_that_takes_too_long_in_a_worker_is_an_error():
    """A page has its deadline, and the one behind it is read."""
    slow = f"<!doctype html><article>{f'<p>{WORDS[0]}</p>' * 40_000}</article>"
    first, second = copydesk.read_many([slow, PAGE], jobs=1, deadline=0.5)
    assert str(first) == "<pages>:1: took longer than 0.5 s"
    assert second.headline.value == "Ferry sails again"
