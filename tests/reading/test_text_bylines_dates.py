"""Who wrote a text and when: its bylines, credit lines and date lines, and what only looks like them."""

import pytest
from text_pages import BYLINES, HEADLINE, RELATED, STORY, body, read, scraped, texts, titles

from copydesk.types import Granularity


# ------------------------------------------------------------------ who
@pytest.mark.parametrize("line", BYLINES)
def test_bylines(line):
    """The names of a byline are the authors, an agency's or the paper's own where no person is; functions are not."""
    article = read([HEADLINE, line, "12 November 2025", *STORY])
    assert [name.casefold() for name in texts(article.authors)] == [name.casefold() for name in BYLINES[line]]
    assert body(article) == list(STORY)


@pytest.mark.parametrize("line", ["By\u00a0Edda Holm", "By \u00a0 Edda Holm", "(\u00a0Edda Holm)"])
def test_a_no_break_space_in_a_byline(line):
    """A no-break space in front of a name is a space."""
    assert texts(read([HEADLINE, line, "12 November 2025", *STORY]).authors) == ["Edda Holm"]


def test_byline_and_date_in_one_line():
    """A line of name and date is taken apart."""
    article = read([HEADLINE, "By Edda Holm - November 12, 2025", *STORY])
    assert texts(article.authors) == ["Edda Holm"]
    assert article.date_published.value.value == "2025-11-12"


def test_a_brand_in_the_bylines_place():
    """A firm's name between headline and date is a brand slot, with doubt, and nobody is an author."""
    article = read([HEADLINE, "GoldenPeak Wealth Society", "Date:2025-11-12 04:05:06", *STORY])
    assert article.brand_slot.value == "GoldenPeak Wealth Society"
    assert 0 < article.brand_slot.confidence < 1
    assert article.authors.value == ()


CREDITS = {
    "Reporting contributed by Lars Wiik and Siri Aune": ["Lars Wiik", "Siri Aune"],
    "Additional reporting by Lars Wiik.": ["Lars Wiik"],
    "(Reporting by Edda Holm; Editing by Lars Wiik)": ["Lars Wiik"],
    "Lars Wiik contributed to this report.": ["Lars Wiik"],
    "With contributions from Lars Wiik": ["Lars Wiik"],
}


@pytest.mark.parametrize("line", CREDITS)
def test_credit_lines(line):
    """A line at the end that says who took part is the credit line, with its names, and no body."""
    article = read(scraped(end=[line]))
    assert article.credit_line.value == line
    assert set(CREDITS[line]) <= set(texts(article.contributors))
    assert body(article) == list(STORY)


# ------------------------------------------------------------------ when
DATES = {
    "12 November 2025": ("2025-11-12", Granularity.DAY),
    "November 12, 2025": ("2025-11-12", Granularity.DAY),
    "Nov. 12, 2025": ("2025-11-12", Granularity.DAY),
    "Wednesday, November 12, 2025": ("2025-11-12", Granularity.DAY),
    "2025-11-12": ("2025-11-12", Granularity.DAY),
    "2025-11-12 04:05": ("2025-11-12T04:05", Granularity.MINUTE),
    "2025-11-12 04:05:06": ("2025-11-12T04:05:06", Granularity.SECOND),
    "2025-11-12T04:05:06+01:00": ("2025-11-12T04:05:06+01:00", Granularity.SECOND),
    "Date: 2025-11-12": ("2025-11-12", Granularity.DAY),
    "Published: November 12, 2025 4:05 PM": ("2025-11-12T16:05", Granularity.MINUTE),
    "Posted at 4:05 PM, Nov 12, 2025": ("2025-11-12T16:05", Granularity.MINUTE),
    "Last updated on 12 November 2025": (None, None),
    "12.11.2025": ("2025-11-12", Granularity.DAY),
    "12.11.2025, 16:05 Uhr": ("2025-11-12T16:05", Granularity.MINUTE),
    "13/11/2025": ("2025-11-13", Granularity.DAY),
    "11/13/2025": ("2025-11-13", Granularity.DAY),
    "12. November 2025": ("2025-11-12", Granularity.DAY),
    "Publié le 12 novembre 2025 à 16h05": ("2025-11-12T16:05", Granularity.MINUTE),
    "12 de noviembre de 2025": ("2025-11-12", Granularity.DAY),
    "12 listopada 2025": ("2025-11-12", Granularity.DAY),
    "12 ноября 2025, 16:05": ("2025-11-12T16:05", Granularity.MINUTE),
    "2025年11月12日 16:05": ("2025-11-12T16:05", Granularity.MINUTE),
    "2025년 11월 12일": ("2025-11-12", Granularity.DAY),
}


@pytest.mark.parametrize("line", DATES)
def test_date_lines(line):
    """A date line is read exactly as precisely as it is written, and is no body."""
    article = read([HEADLINE, "By Edda Holm", line, *STORY])
    value, granularity = DATES[line]
    stamp = article.date_published.value
    assert (stamp and stamp.value, stamp and stamp.granularity) == (value, granularity)
    assert body(article) == list(STORY)


def test_an_ambiguous_date_is_doubtful():
    """A date whose day and month could change places is less sure than one that cannot be misread."""
    clear, ambiguous = (read([HEADLINE, "By Edda Holm", line, *STORY]) for line in ("13/11/2025", "05/11/2025"))
    assert ambiguous.date_published.confidence < clear.date_published.confidence


@pytest.mark.parametrize(
    "line",
    [
        "Published 12 November 2025 16:05 | Updated 13 November 2025 09:30",
        "Updated: 13 November 2025 09:30\nPublished: 12 November 2025 16:05",
    ],
)
def test_published_and_updated(line):
    """Publication and last change are told apart by their words, in one line or two."""
    article = read([HEADLINE, "By Edda Holm", line, *STORY])
    assert article.date_published.value.value == "2025-11-12T16:05"
    assert article.date_modified.value.value == "2025-11-13T09:30"


def test_dates_in_the_story_are_not_its_date():
    """Days that the story tells of are not the page's date."""
    article = read(
        [
            HEADLINE,
            *STORY,
            "The tower was first lit on 4 May 1871 and automated on 30 June 1989, when the keepers left it.",
        ]
    )
    assert article.date_published.value is None


def test_dates_below_entries():
    """A date below an entry is no entry, and not the page's date."""
    article = read([HEADLINE, *STORY, "Related", *(line for title in RELATED for line in (title, "3 November 2025"))])
    assert titles(article.related) == RELATED
    assert article.date_published.value is None
