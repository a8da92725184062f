"""Dates of a page's data and meta elements are read as precisely as they are written, or not at all."""

import pytest
from structured_pages import page, read, with_news

from copydesk.types import Granularity


def test_dates_of_data_with_their_zone():
    """Published and modified times of the data come with their offset."""
    article = with_news()
    assert article.date_published.value.value == "2025-05-06T07:30:00+02:00"
    assert article.date_published.value.zone == "+02:00"
    assert article.date_modified.value.value == "2025-05-06T11:05:00+02:00"


@pytest.mark.parametrize(
    ("raw", "value", "granularity"),
    [
        ("2025-05-06", "2025-05-06", Granularity.DAY),
        ("2025-05", "2025-05", Granularity.MONTH),
        ("2025", "2025", Granularity.YEAR),
        ("2025-05-06T07:30", "2025-05-06T07:30", Granularity.MINUTE),
        ("2025-05-06T07:30:12Z", "2025-05-06T07:30:12", Granularity.SECOND),
        ("2025-05-06T07:30:12.345678+00:00", "2025-05-06T07:30:12", Granularity.SECOND),
        ("2025-05-06 07:30:12", "2025-05-06T07:30:12", Granularity.SECOND),
        ("20250506T073012+0200", "2025-05-06T07:30:12", Granularity.SECOND),
        ("Tue, 06 May 2025 07:30:12 +0200", "2025-05-06T07:30:12", Granularity.SECOND),
        ("May 6, 2025", "2025-05-06", Granularity.DAY),
    ],
)
def test_dates_as_sites_write_them(raw, value, granularity):
    """A date of the data is read as precisely as it is written, also in the forms that no standard knows."""
    stamp = with_news(datePublished=raw).date_published.value
    assert stamp.value.startswith(value)
    assert stamp.granularity is granularity


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "TBA",
        "0000-00-00",
        "2025-13-45",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        None,
        {"@value": 3},
        [],
        -5,
    ],
)
def test_dates_that_are_none(raw):
    """What is no date, or a database's empty one, gives no date."""
    assert with_news(datePublished=raw).date_published.value is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-05-06T07:30:00+02:00">',
        '<meta name="date" content="2025-05-06T07:30:00+02:00">',
        '<meta name="DC.date.issued" content="2025-05-06T07:30:00+02:00">',
        '<meta name="parsely-pub-date" content="2025-05-06T07:30:00+02:00">',
        '<meta itemprop="datePublished" content="2025-05-06T07:30:00+02:00">',
        '<meta name="pubdate" content="2025-05-06T07:30:00+02:00">',
        '<meta name="sailthru.date" content="2025-05-06T07:30:00+02:00">',
    ],
)
def test_dates_in_meta_elements(head):
    """The meta elements in which sites put their date give it."""
    assert read(page(head=head)).date_published.value.value == "2025-05-06T07:30:00+02:00"
