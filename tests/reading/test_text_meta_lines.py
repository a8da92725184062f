"""Lines of a text that hold headline, byline, date, counters or credits at once, and what stands in each."""

import pytest
from text_pages import HEADLINE, STORY, body, read, texts, titles


def head(*lines):
    return read([*lines, *STORY])


@pytest.mark.parametrize("between", ["", " ", " | "])
def test_a_headline_printed_twice(between):
    """A headline that stands twice in its line, once in capitals, is one headline."""
    article = head(HEADLINE.upper() + between + HEADLINE, "By Edda Holm")
    assert article.headline.value == HEADLINE


@pytest.mark.parametrize(
    "line", ["[Web Desk | 2024/05/20 10:30]", "(Web Desk - 20 May 2024)", "By Web Desk on May 20, 2024"]
)
def test_a_slot_and_its_date(line):
    """A desk and its date in one line, in brackets or with a word between, are two parts."""
    article = head(HEADLINE, line)
    slot = article.brand_slot.value or ", ".join(texts(article.authors))
    assert slot == "Web Desk"
    assert article.date_published.value.value[:10] == "2024-05-20"


def test_a_headline_with_its_counter_slot_and_date():
    """A counter glued to the headline and what follows it with slashes are cut off."""
    article = head(HEADLINE + "3 Comments / Web Desk / 2024-05-20")
    assert article.headline.value == HEADLINE
    assert article.date_published.value.value == "2024-05-20"
    assert [(f.value.label, f.value.count) for f in article.reactions.value] == [("Comments", 3)]


def test_counters_of_networks():
    """A row of networks with their numbers is a row of counters, the people who shared among them."""
    article = head(HEADLINE, "By Edda Holm", "Facebook 81 X 12Pinterest 7 93 people shared this")
    found = [(f.value.label, f.value.count) for f in article.reactions.value]
    assert found == [("Facebook", 81), ("X", 12), ("Pinterest", 7), ("people shared this", 93)]


def test_counters_that_only_blanks_part():
    """Numbers and known words one behind the other are a row of counters."""
    article = head(HEADLINE, "By Edda Holm", "12 comments 340 shares")
    assert [(f.value.label, f.value.count) for f in article.reactions.value] == [("comments", 12), ("shares", 340)]


def test_labels_and_values_in_one_line():
    """Behind a date, each known label begins another part."""
    article = head(HEADLINE, "Author: Edda Holm Published: 20 May 2024 Category: Culture Views: 812")
    assert texts(article.sections) == ["Culture"]
    assert article.date_published.value.value == "2024-05-20"
    assert [f.value.count for f in article.reactions.value] == [812]


def test_a_number_that_counts_nothing():
    """An identifier in the head of a dump is no counter; its topics and its text are read without their labels."""
    first, *rest = STORY
    lines = ["id: 4411", f"title: {HEADLINE}", "tags: lighthouses, storms, Cape Marren", f"body: {first}", *rest]
    article = read(lines)
    assert not article.reactions.value
    assert texts(article.topics) == ["lighthouses", "storms", "Cape Marren"]
    assert body(article) == list(STORY)


@pytest.mark.parametrize(
    "caption", ["A keeper climbs the stairs. Courtesy of Marren News", "The tower at dusk. Marren News / file"]
)
def test_captions_by_their_source(caption):
    """A line above the text that ends in the source of a picture is a caption."""
    article = head(HEADLINE, "By Edda Holm", caption)
    assert body(article) == list(STORY)
    assert [article.block_text(block) for block in article.blocks if block.role == "caption"] == [caption]


@pytest.mark.parametrize("credit", ["(Marren News Agency)", "[Via Marren News]", "Via Marren News"])
def test_credits_behind_the_text(credit):
    """A name in brackets behind the text, or behind "Via", is its credit, even glued to the last paragraph."""
    assert read([HEADLINE, "By Edda Holm", *STORY, credit]).credit_line.value == credit


def test_a_credit_that_runs_into_the_last_paragraph():
    """A credit in brackets is cut off the paragraph that it was glued to."""
    article = read([HEADLINE, *STORY[:-1], STORY[-1] + "(Reporting by Edda Holm; Editing by Ruben Falk)"])
    assert article.credit_line.value == "(Reporting by Edda Holm; Editing by Ruben Falk)"
    assert body(article)[-1] == STORY[-1]


def test_topics_without_marks():
    """Topics that only blanks part are parted at capitals, names of the text kept whole."""
    article = read([HEADLINE, *STORY, "Keywords: Storm Cape Marren Lighthouse"])
    assert texts(article.topics) == ["Storm", "Cape Marren", "Lighthouse"]


def test_topics_without_a_label():
    """Short lines right behind the text, one of them a word of it, are its topics."""
    article = read([HEADLINE, *STORY, "Heritage", "Engineering", "Storm", "Related articles", "One", "Two"])
    assert texts(article.topics) == ["Heritage", "Engineering", "Storm"]


def test_filed_above_and_below():
    """What a page is filed under is its section above the text and its topics below it."""
    assert texts(head(HEADLINE, "Filed under: Culture").sections) == ["Culture"]
    assert texts(read([HEADLINE, *STORY, "Filed under: Storm; Lighthouse; Repairs"]).topics) == [
        "Storm",
        "Lighthouse",
        "Repairs",
    ]


def test_a_biography():
    """A sentence behind the text about its author is not of the text."""
    bio = "Edda Holm is a reporter who grew up on the cape."
    assert body(read([HEADLINE, "By Edda Holm", *STORY, bio])) == list(STORY)


def test_promos_behind_other_marks():
    """The label of a promo ends at a colon or a bar."""
    lines = [HEADLINE, *STORY[:2], "ALSO READ | Reef claims second yacht in a month", *STORY[2:]]
    assert titles(read(lines).promos) == ["Reef claims second yacht in a month"]


def test_views_are_no_promo():
    """A counter behind a word that also leads to other articles is a counter."""
    article = head(HEADLINE, "By Edda Holm", "Read: 34.7K")
    assert not titles(article.promos)
    assert [f.value.count for f in article.reactions.value] == [34_700]
