"""Where a date of a line begins and ends, how sure and precise it is, and which lines are relative."""

import itertools
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.reading import moments
from copydesk.types import Granularity

DAY = "2024-05-03"
WORDS_BEHIND = {
    # the date, what follows it, the value
    "a count": ("May 3, 2024", " 5 amazing things", DAY),
    "a number": ("3 May 2024", " 10 people", DAY),
    "pages": ("May 3, 2024", " 10 pages", DAY),
    "a word like a zone, de": ("3. Mai 2024 14:10 Uhr", " ist es so weit", f"{DAY}T14:10"),
    "a word like a zone, fr": ("3 mai 2024 à 14h10", " est annoncé", f"{DAY}T14:10"),
    "a preposition": ("2024-05-03 14:10", " von Anna Schmidt", f"{DAY}T14:10"),
    "a short name": ("3 May 2024 14:10", " Ana Silva", f"{DAY}T14:10"),
    "a price": ("3 May 2024", " for 10.50 euros", DAY),
    "hours": ("2024년 5월 3일", " 2시간", DAY),
}


@pytest.mark.parametrize("name", WORDS_BEHIND)
def test_the_words_behind_a_date_are_no_time_and_no_zone(name):
    """Only a time is read as a time, only a zone's capitals as a zone, and the words behind stay outside the span."""
    stated, behind, expected = WORDS_BEHIND[name]
    (found,) = moments.find(stated + behind)
    assert (found.value.value, found.end) == (expected, len(stated))


def test_the_span_covers_the_date_and_nothing_else():
    """Start and end are code points of the text, around the words that state the date."""
    text = "Aktualisiert am 3. Mai 2024, 14:10 Uhr, von Anna Schmidt"
    (found,) = moments.find(text)
    assert text[found.start : found.end] == "3. Mai 2024, 14:10 Uhr"


def test_two_dates_of_a_line_are_two():
    """Published and updated stand in one line, each with its own time."""
    found = moments.find("Published 3 May 2024 14:10, updated 4 May 2024 09:05")
    assert [moment.value.value for moment in found] == [f"{DAY}T14:10", "2024-05-04T09:05"]


def test_a_time_belongs_to_one_date():
    """The time between two dates is the first one's, and the beginning of a date is no time."""
    found = moments.find("3 May 2024 14:10 - 14.10.2024")
    assert [moment.value.value for moment in found] == [f"{DAY}T14:10", "2024-10-14"]


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ("2024", "2024"),
        ("2024-05", "2024-05"),
        ("20240503", DAY),
        ("20240503T141000Z", f"{DAY}T14:10:00+00:00"),
        ("2024-05-03t14:10:00z", f"{DAY}T14:10:00+00:00"),
        ("2024-05-03T14:10:00.000+0000", f"{DAY}T14:10:00+00:00"),
        ("2024-05-03T14:10+02", f"{DAY}T14:10+02:00"),
        ("Fri May  3 14:10:00 2024", f"{DAY}T14:10:00"),
        ("Fri May 03 14:10:00 CEST 2024", f"{DAY}T14:10:00+02:00"),
    ],
)
def test_machine_readable_values_are_parsed(stated, expected):
    """ISO 8601 in its forms, and what C and Java print."""
    stamp = moments.parse(stated)
    assert stamp is not None
    assert stamp.value == expected


@pytest.mark.parametrize("stated", ["", "1970-01-01T00:00:00Z", "2024-13-40", "soon", "120240503"])
def test_other_values_are_no_dates(stated):
    """An unset clock, an impossible day and anything else give None."""
    assert moments.parse(stated) is None


RELATIVE = [
    "3 hours ago", "an hour ago", "vor 2 Tagen", "vor einer Stunde", "il y a 3 heures", "hace 3 horas", "há 3 horas",
    "3 giorni fa", "3時間前", "3天前", "2시간 전", "2 часа назад", "منذ 3 ساعات", "3 घंटे पहले", "yesterday",
    "Yesterday at 2:10 PM", "Gestern, 14:10 Uhr", "今日 14:10", "Updated 2 hours ago", "Posted yesterday",
]  # fmt: skip


@pytest.mark.parametrize("line", RELATIVE)
def test_a_line_that_needs_an_anchor_is_relative(line):
    """A relative date is known as one, in any language of the calendar, and is no moment."""
    assert moments.is_relative(line)
    assert moments.find(line) == []


@pytest.mark.parametrize(
    "line",
    ["", "3 May 2024", "I saw it today", "vor allem gut", "전국 3위", "DOW today: 5 things to know", "Anna Westcott"],
)
def test_a_line_that_says_more_is_not_relative(line):
    """A sentence with a relative word is a sentence."""
    assert not moments.is_relative(line)


@pytest.mark.parametrize(
    ("text", "month_first", "expected", "certain"),
    [
        ("05/03/2024", False, "2024-03-05", False),
        ("05/03/2024", True, "2024-05-03", False),
        ("25/03/2024", True, "2024-03-25", True),
        ("03/25/2024", False, "2024-03-25", True),
        ("05/05/2024", False, "2024-05-05", True),
        ("03.05.2024", False, DAY, True),
    ],
)
def test_day_and_month_are_exchanged_only_where_they_can_be(text, month_first, expected, certain):
    """A date is uncertain exactly if exchanging day and month gives another one; dots never put the month first."""
    (found,) = moments.find(text, month_first=month_first)
    assert found.value.value == expected
    assert (found.sure == 1.0) is certain


@pytest.mark.parametrize(
    ("text", "granularity"),
    [
        ("May 2024", Granularity.MONTH),
        ("2024年5月", Granularity.MONTH),
        ("3 May 2024", Granularity.DAY),
        ("3 May 2024 14:10", Granularity.MINUTE),
        ("2024-05-03T14:10:59Z", Granularity.SECOND),
    ],
)
def test_a_date_is_as_precise_as_its_words(text, granularity):
    """The granularity is that of the smallest unit stated."""
    (found,) = moments.find(text)
    assert found.value.granularity is granularity


@given(st.text(alphabet="0123456789./-: ,年月日maytoctİıſ", max_size=30))
def test_any_text_is_read_without_an_error(text):
    """Whatever the page prints, the reader gives moments inside the text, in order, apart."""
    found = moments.find(text)
    assert all(0 <= moment.start < moment.end <= len(text) for moment in found)
    assert all(first.end <= second.start for first, second in itertools.pairwise(found))


LONG = {
    "digits": "1" * 100_000,
    "digits, blanks and dots": "12 3.4. " * 12_500,
    "blanks inside a date": "3 " + " " * 100_000 + "May 2024",
    "dots": "." * 100_000 + "2024",
    "dates": "01.02.2024. " * 8_000,
    "joints behind a date": "3 May 2024" + " t," * 33_000,
    "months": "may " * 25_000 + "2024",
}


@pytest.mark.parametrize("name", LONG)
def test_long_lines_take_no_longer_than_their_length(name):
    """100 kB of what dates are made of are read in time that grows with the length (here below 0.5 s)."""
    start = time.process_time()
    moments.find(LONG[name])
    assert time.process_time() - start < 30  # a hang, not a speed: linear code takes a hundredth
