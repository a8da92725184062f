"""The lists of calendar, people, brands, sections and stopwords are spelled, sized and parted as readers expect."""

import tomllib
import unicodedata
from collections import Counter
from importlib.resources import files

import pytest

from copydesk.reading import words

LISTS = ["calendar", "people", "brands", "sections", "stopwords", "furniture"]


def entries(node):
    """Every string of a table, however deep its lists."""
    if isinstance(node, str):
        yield node
    else:
        for child in node.values() if isinstance(node, dict) else node:
            yield from entries(child)


def source(name):
    """The words of a file as their author typed them."""
    return (files("copydesk.reading") / "words" / f"{name}.toml").read_text("utf8")


@pytest.mark.parametrize("name", LISTS)
def test_every_entry_is_spelled_as_it_is_looked_up(name):
    """An entry is case folded, NFC and single spaced, so that a folded word of a page can equal it."""
    odd = [
        entry
        for entry in entries(words.table(name))
        if entry != " ".join(unicodedata.normalize("NFC", entry.casefold()).split()) or not entry
    ]
    assert odd == []


@pytest.mark.parametrize("name", LISTS)
def test_no_list_says_a_word_twice(name):
    """One language's list holds each entry once."""
    twice = [
        (table, language, entry)
        for table, languages in words.table(name).items()
        for language, listed in languages.items()
        for entry, count in Counter(entries(listed)).items()
        if count > 1
    ]
    assert twice == []


@pytest.mark.parametrize("name", LISTS)
def test_every_file_says_what_it_is(name):
    """Each file begins with a comment, and parses as TOML."""
    assert source(name).startswith("# ")
    assert tomllib.loads(source(name)) == words.table(name)


def test_a_year_has_twelve_months_and_a_week_seven_days():
    """Every language names twelve months, in one table or the other, and seven days."""
    calendar = words.table("calendar")
    for language, months in calendar["months"].items():
        beside = calendar["months_beside_day"].get(language, [[]] * 12)
        assert len(months) == len(beside) == 12, language
        assert all(full or short for full, short in zip(months, beside, strict=True)), language
    assert {language: len(days) for language, days in calendar["weekdays"].items() if len(days) != 7} == {}


def test_a_month_name_means_one_month():
    """No form names two different months: all languages are matched at once."""
    calendar = words.table("calendar")
    numbers = {}
    for table in ("months", "months_beside_day"):
        for months in calendar[table].values():
            for number, forms in enumerate(months, 1):
                for form in forms:
                    numbers.setdefault(form, set()).add(number)
    assert {form: found for form, found in numbers.items() if len(found) > 1} == {}


def test_month_names_carry_no_trailing_dot():
    """The dot of an abbreviation is the reader's business."""
    calendar = words.table("calendar")
    assert [form for form in entries([calendar["months"], calendar["months_beside_day"]]) if form.endswith(".")] == []


def test_the_calendar_speaks_thirty_languages():
    """Month names, weekdays and relative words exist in at least thirty languages each."""
    calendar = words.table("calendar")
    assert all(len(calendar[table]) >= 30 for table in ("months", "weekdays", "relative"))


def test_a_word_marks_a_brand_or_an_outlet():
    """No word stands in both brand tables."""
    assert words.phrases("brands", "brand_words") & words.phrases("brands", "outlet_words") == set()


def test_brand_and_outlet_words_are_single_words():
    """They are compared with words, so a phrase could never hit."""
    assert [entry for entry in entries(words.table("brands")) if len(entry.split()) != 1] == []


def test_the_given_names_are_many_and_no_months():
    """At least 1,500 given names; none that marks a desk, and none that is a month or a country in English."""
    given_names = words.phrases("people", "given")
    assert len(given_names) >= 1500
    assert given_names & words.phrases("people", "not_author") == set()
    assert given_names & {"may", "april", "june", "august", "will", "chad", "jordan", "china", "georgia"} == set()
    assert {"mark", "james", "maría", "maria", "yuki", "olena", "amina", "chidi"} <= given_names


def test_a_person_with_a_title_is_no_desk():
    """``Reporter`` and ``Correspondent`` stand beside names, so they show no desk."""
    assert words.phrases("people", "not_author") & {"reporter", "correspondent"} == set()


def test_agencies_are_spelled_as_a_byline_is_compared():
    """Agencies are compared without dots."""
    assert [entry for entry in words.phrases("people", "agencies") if "." in entry] == []
