"""What stands around the articles of sites of any sort is known by its form, in whatever order it comes."""

import pytest

from copydesk.intake import page_from
from copydesk.reading import read_page
from copydesk.types import Role

STORY = (
    "The ferry to Ness Bay stayed in port on Monday after its crew found a crack in the ramp.",
    "Passengers waited for five hours, some of them in the harbour's only café, before buses came.",
    "The company said that a new ramp would be fitted within a week and that tickets stay valid.",
    "It is the third time this year that the ferry to Ness Bay has been stopped by its own doors.",
)
BODY = "\n".join(STORY)
TITLE = "Ferry to Ness Bay stopped by a crack in its ramp"


def read(*lines):
    return read_page(page_from("\n".join(lines)))


def authors(article):
    return [author.value for author in article.authors.value]


def day(article):
    claimed = article.date_published.value
    return claimed and claimed.value[:10]


def sections(article):
    return [section.value for section in article.sections.value]


def topics(article):
    return [topic.value for topic in article.topics.value]


def roles(article, role):
    return [article.block_text(block) for block in article.blocks if block.role is role]


@pytest.mark.parametrize(
    "row",
    [
        "FacebookTwitterWhatsAppTelegram",
        "Teilen Merken Drucken",
        "Partager sur Facebook Partager sur X",
        "SalvaAscolta",
    ],
)
def test_a_row_of_buttons_is_no_byline(row):
    """Buttons that stand below the headline are neither an author nor a brand, be they glued or not."""
    article = read(TITLE, "3 May 2024", row, BODY)
    assert authors(article) == []
    assert article.brand_slot.value is None
    assert article.text.split("\n\n") == list(STORY)


@pytest.mark.parametrize(
    ("line", "name", "section"),
    [
        ("May 3, 2024 · By Jane Roe in Travel · 12 Comments", "Jane Roe", "Travel"),
        ("3 May 2024 By Jane Roe Filed under Travel 4 comments so far", "Jane Roe", "Travel"),
        ("Rubrik: Reise / 3. Mai 2024 / Von Anna Berger / 7 Kommentare", "Anna Berger", "Reise"),
        (
            "3 mai 2024 / Par Anne Morel dans Horizons lointains / 2 commentaires à ce jour",
            "Anne Morel",
            "Horizons lointains",
        ),
        ("Publicado en Viajes el 3 de mayo de 2024 por Ana Robles", "Ana Robles", "Viajes"),
    ],
)
def test_a_line_of_a_weblog_is_taken_apart(line, name, section):
    """Day, author, section and counter in one line are told apart, whatever their order and the mark between them."""
    article = read("Harbour Notes", TITLE, line, BODY)
    assert authors(article) == [name]
    assert sections(article) == [section]
    assert day(article) == "2024-05-03"


def test_an_office_below_a_name_is_no_brand():
    """What the author is stands in a line of its own below the name."""
    article = read(TITLE, "By Jane Roe", "Staff Writer", "Published: 3 May 2024 10:20", BODY)
    assert authors(article) == ["Jane Roe"]
    assert article.brand_slot.value is None


def test_a_name_below_the_text_is_its_byline():
    """A hosted weblog says below the text who posted it, and when."""
    article = read(
        "Harbour Notes", TITLE, BODY, "Posted by Jane Roe", "3 May 2024", "Share", "Labels: Ferries, Ness Bay"
    )
    assert authors(article) == ["Jane Roe"]
    assert topics(article) == ["Ferries", "Ness Bay"]


def test_the_agency_of_the_opening_is_no_person():
    """A name that the text's own opening has in brackets is an agency's, be it shaped like a person's."""
    opening = f"NESS BAY (Norden Vale) - {STORY[0]}"
    article = read(TITLE, "By Norden Vale", "3 May 2024 10:20", opening, *STORY[1:])
    assert authors(article) == []
    assert article.brand_slot.value == "Norden Vale"


def test_a_slogan_is_no_headline():
    """The line under the site's name that shares no word with the text is the site's own."""
    article = read("HarbourPost", "All the stories, hour by hour", "3 May 2024", TITLE, BODY, "© 2024 HarbourPost")
    assert article.headline.value == TITLE
    assert article.site_name.value == "HarbourPost"


def test_the_day_of_the_visit_is_no_date_of_the_article():
    """A day above the site's name is when somebody came by, where the article has a date of its own."""
    article = read("Friday, July 12, 2024", "HarbourPost", TITLE, "By Jane Roe", "Published 3 May 2024", BODY)
    assert day(article) == "2024-05-03"


def test_links_to_other_posts_are_no_list():
    """Newer and older posts are links, with their headlines behind them or in the next line."""
    article = read(
        TITLE, "By Jane Roe", BODY, "Previous post: Storm closes the harbour", "Older Post",
        "Storm takes the roof off the town hall", "Related posts", "Harbour dues rise again this spring",
        "Pilot boat runs aground at low tide", "Fishermen sue over the new breakwater", "Newer Post",
    )  # fmt: skip
    assert [item.value.title for item in article.related.value] == [
        "Harbour dues rise again this spring", "Pilot boat runs aground at low tide",
        "Fishermen sue over the new breakwater",
    ]  # fmt: skip


def test_remarks_of_readers_are_no_text():
    """What stands between the counter of comments and the form for one more was written by readers."""
    article = read(
        TITLE, "By Jane Roe", BODY, "2 Comments", "Ann Poe", "I waited there as well, with two children and a dog.",
        "Tom Vale", "They said the same last year and the year before.", "Leave a comment", "Send",
    )  # fmt: skip
    assert article.text.split("\n\n") == list(STORY)
    assert [(item.value.label, item.value.count) for item in article.reactions.value] == [("Comments", 2)]


def test_an_offer_amid_a_text_is_an_advert():
    """A short line that names a brand of money's in a text that knows no other is an advertisement."""
    offer = "Start with Solvane Wealth Academy: the first month is free"
    article = read(TITLE, "By Jane Roe", *STORY[:2], offer, *STORY[2:])
    assert offer not in article.text
    assert roles(article, Role.ADVERT) == [offer]


def test_a_text_about_money_keeps_its_lines():
    """Where the article itself speaks of such a house, a line that names it stays."""
    lines = [
        "Solvane Wealth Academy opened its third branch in Ness Bay on Monday, to the surprise of its rivals there.",
        "Solvane Wealth Academy will hire ninety people.",
        "The town gave the site for free and pays for the road to it.",
        "Neighbours went to court over the road last year and lost the case in the spring.",
    ]
    assert read("Solvane Wealth Academy comes to Ness Bay", "By Jane Roe", *lines).text.split("\n\n") == lines


@pytest.mark.parametrize("sign", [" | ", " • ", "; ", ", "])
def test_topics_stand_under_any_label(sign):
    """A row of names below the text, one of them the text's own, is its topics, whatever the label is."""
    article = read(TITLE, "By Jane Roe", BODY, "Filed away beneath:", sign.join(["Ferries", "Ness Bay", "Harbours"]))
    assert topics(article) == ["Ferries", "Ness Bay", "Harbours"]


def test_topics_behind_a_list_are_none_of_its_entries():
    """A list of headlines ends before the row of topics that a page has at its very end."""
    article = read(
        TITLE, "By Jane Roe", BODY, "Most read", "Harbour dues rise again this spring",
        "Pilot boat runs aground at low tide", "Fishermen sue over the new breakwater", "Tags: Ferries | Ness Bay",
    )  # fmt: skip
    assert len(article.ranking.value) == 3
    assert topics(article) == ["Ferries", "Ness Bay"]


def test_ranks_of_their_own_lines_head_no_entry():
    """A ranking whose numbers stand alone has as many entries as numbers."""
    article = read(
        TITLE, "By Jane Roe", BODY, "Most clicked now", "1", "Harbour dues rise again this spring", "2",
        "Pilot boat runs aground at low tide", "3", "Fishermen sue over the new breakwater",
    )  # fmt: skip
    assert [item.value.title for item in article.ranking.value][:2] == [
        "Harbour dues rise again this spring", "Pilot boat runs aground at low tide",
    ]  # fmt: skip


def test_the_age_of_an_entry_is_cut_off():
    """How long ago an entry appeared is no part of its headline, in languages that say it before the number too."""
    article = read(
        TITLE, "By Jane Roe", BODY, "Am meisten gelesen", "Hafen wird teurer vor 3 Stunden",
        "Lotsenboot läuft bei Ebbe auf Grund vor 12 Minuten", "Fischer klagen gegen die neue Mole vor 2 Tagen",
    )  # fmt: skip
    assert [item.value.title for item in article.ranking.value] == [
        "Hafen wird teurer", "Lotsenboot läuft bei Ebbe auf Grund", "Fischer klagen gegen die neue Mole",
    ]  # fmt: skip


def test_where_it_appeared_first_is_the_credit():
    """A line that repeats the title amid other words says where the article came from."""
    credit = f"The post {TITLE} appeared first on Harbour Notes."
    article = read(TITLE, "By Jane Roe", BODY, credit, "Share", "Print")
    assert article.credit_line.value == credit
    assert credit not in article.text


def test_the_archive_of_a_weblog_counts_nothing():
    """Months with the number of their posts are no counters of the page."""
    article = read(TITLE, "By Jane Roe", BODY, "18 likes", "Blog Archive", "▼ 2024 (31)", "May (12)", "April (19)")
    assert [(item.value.label, item.value.count) for item in article.reactions.value] == [("likes", 18)]


def test_arrows_lead_out_of_the_text():
    """A lone line behind arrows amid a text is another article's headline."""
    article = read(TITLE, "By Jane Roe", *STORY[:2], ">> Storm closes the harbour for a week", *STORY[2:])
    assert [item.value.title for item in article.promos.value] == ["Storm closes the harbour for a week"]
    assert article.text.split("\n\n") == list(STORY)


def test_sources_head_a_list_like_any_other():
    """A list in one line that calls itself sources breaks nothing."""
    line = (
        "Sources: Harbour dues rise again this spring | Pilot boat runs aground at low tide | Storm closes the harbour"
    )
    assert read(TITLE, "By Jane Roe", BODY, line).headline.value == TITLE
