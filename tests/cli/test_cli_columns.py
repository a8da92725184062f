"""Articles as rows of a table."""

import csv
import io
from dataclasses import replace

import cli_articles
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.cli import columns
from copydesk.types import Field

ANY = st.text(st.characters(codec="utf-8"))
NASTY = st.text(st.sampled_from("'\"=+-@,;\t\r\n a＝"), max_size=12)


def _parsed(*lines):
    csv.field_size_limit(1 << 30)
    return list(csv.DictReader(io.StringIO("".join([columns.csv_header(), *lines]), newline="")))


def _row(article):
    [row] = _parsed(columns.as_csv(article, shown=False))
    return row


def _unguarded(cell):
    return cell[1:] if columns.GUARDED.match(cell) else cell


def test_a_row_has_what_the_page_says(portal):
    """Values stand in their columns, lists with semicolons, dates as claimed, what is unknown empty."""
    topics = Field((Field("Harbour", (), 0.9), Field("Light", (), 0.9)), (), 0.9)
    row = _row(replace(portal, topics=topics))
    assert row | {"text": "", "words": ""} == {
        "name": "portal/nerrin-light.html",
        "url": portal.url,
        "canonical_url": "https://www.tidewater-echo.example/2031/05/nerrin-light",
        "fetched_at": "",
        "media_type": "text/html",
        "kind": "article",
        "language": "en",
        "headline": "Nerrin light goes dark for the first time in a century",
        "dek": "The last keeper is dead, and nobody has the key.",
        "site_name": "Saltwick Portal",
        "section": "news",
        "authors": "Ansel Okoro; 柳田 真理",
        "brand_slot": "",
        "date_published": "2031-05-03T14:10+02:00",
        "date_modified": "2031-05-04",
        "credit_line": "This article first appeared in the Tidewater Echo.",
        "contributors": "",
        "topics": "Harbour; Light",
        "license": "https://creativecommons.org/licenses/by/4.0/",
        "is_accessible_for_free": "false",
        "words": "",
        "text": "",
    }
    assert row["text"] == portal.text
    assert int(row["words"]) == 105


def test_every_row_has_every_column(farm, portal, wall):
    """Rows of all sorts of pages parse back under one header, in its order."""
    rows = _parsed(*(columns.as_csv(article, shown=False) for article in (farm, portal, wall)))
    assert [row["name"] for row in rows] == [farm.name, portal.name, wall.name]
    assert all(None not in row and None not in row.values() for row in rows)


@given(ANY | NASTY)
@example("=HYPERLINK(1)")
@example("'=1")
@example("''@x")
@example("-")
@example("＝1")
@example("a\r\nb")
def test_a_cell_is_no_formula_and_not_lost(words):
    """A spreadsheet sees no formula in any cell, and the words come back by taking the guard away."""
    cell = _row(replace(cli_articles.wall(), headline=Field(words, (), 0.9)))["headline"]
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠"))
    assert _unguarded(cell) == words


@given(ANY | NASTY)
def test_the_first_cell_of_a_row_is_its_name(name):
    """The name can be read back from the row alone, however it had to be quoted."""
    row = columns.as_csv(replace(cli_articles.wall(), name=name), shown=False)
    assert columns.first_cell(row) == name


def test_a_row_for_a_terminal_is_safe(farm):
    """On a terminal a row obeys nothing that the page says."""
    shown = columns.as_csv(replace(farm, headline=Field("\x1b[2J\u202e", (), 0.9)), shown=True)
    assert r"\x1b[2J\u202e" in shown
    assert shown.endswith("\n")


@pytest.mark.parametrize("name", ["name", "url", "kind", "language", "headline", "site_name", "section", "authors"])
def test_the_columns_that_were_promised(name):
    """The columns that others build on keep their names."""
    assert name in columns.csv_header().rstrip("\n").split(",")
