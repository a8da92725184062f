"""The page it all started from: every row of the design's table that reading owes on this one page.

Names, labels and counts stand here; prose is compared by line numbers of the shared file.
"""

import pytest

import copydesk
from copydesk.types import Article, Granularity, PageKind, Role, Span
from shared_data import needs_shared, seed

pytestmark = needs_shared

HEADLINE, PROMO = 2, 8
BODY = [5, 6, 7, 9, 10, 11, 12, 13, 14, 15, 16, 17]
CREDIT = 18
RELATED, RANKING, RECOMMENDED = range(30, 40), range(41, 49), range(50, 58)


def line(number):
    """A line of the shared file, counted from 1, without its list mark."""
    return seed().split("\n")[number - 1].removeprefix("- ")


@pytest.fixture(scope="module")
def article() -> Article:
    return copydesk.read(seed())


def words_of(article, field):
    """The words that a field's first evidence points at."""
    evidence = field.evidence[0]
    assert isinstance(evidence, Span)
    return article.page_text[evidence.start : evidence.end]


def texts(field):
    return [item.value for item in field.value]


def titles(field):
    return [item.value.title for item in field.value]


def test_it_is_an_english_article(article):
    """The page is an article in English."""
    assert article.kind.value is PageKind.ARTICLE
    assert article.language.value == "en"


def test_breadcrumb_and_section_are_cut_from_the_headline(article):
    """``Current:Home > Stocks`` is a breadcrumb with a section, and no part of the headline."""
    assert texts(article.breadcrumb) == ["Home", "Stocks"]
    assert texts(article.sections) == ["Stocks"]
    assert words_of(article, article.sections.value[0]) == "Stocks"


def test_one_headline_and_the_site_name(article):
    """The headline stands twice and is one; what is glued behind it is the site's name."""
    assert article.headline.value == line(HEADLINE)
    spans = [e for e in article.headline.evidence if isinstance(e, Span)]
    assert [article.page_text[s.start : s.end] for s in spans] == [line(HEADLINE)] * 2
    assert article.site_name.value == "AssetLink"
    assert words_of(article, article.site_name) == "AssetLink"


def test_the_brand_is_no_author(article):
    """The brand in the byline's place is a brand slot, and nobody is named as author."""
    assert article.brand_slot.value == "SafeX Pro Exchange View"
    assert 0 < article.brand_slot.confidence < 1
    assert article.authors.value == ()


def test_the_claimed_date(article):
    """The claimed date is kept to the second, without a zone, for the page states none."""
    stamp = article.date_published.value
    assert (stamp.value, stamp.granularity, stamp.zone) == ("2025-04-11T05:48:19", Granularity.SECOND, None)
    assert words_of(article, article.date_published) == "2025-04-11 05:48:19"


def test_the_body_is_right_to_the_character(article):
    """Twelve paragraphs, whole, and nothing else."""
    assert article.text == "\n\n".join(line(number) for number in BODY)


def test_the_promo_stands_apart(article):
    """The line that advertises another article is data, not body."""
    assert titles(article.promos) == [line(PROMO)]


def test_the_credit_line(article):
    """The credit line is kept with the name it credits."""
    assert article.credit_line.value == line(CREDIT)
    assert texts(article.contributors) == ["Eleanor Watson"]
    assert words_of(article, article.contributors.value[0]) == "Eleanor Watson"


def test_eight_topics(article):
    """The eight topics, each with the words it was read from."""
    assert texts(article.topics) == [line(number) for number in range(20, 28)]
    assert [words_of(article, topic) for topic in article.topics.value] == texts(article.topics)


def test_the_counter(article):
    """The page's own reaction counter, label and count."""
    assert [(r.value.label, r.value.count) for r in article.reactions.value] == [("veryGood!", 3858)]


@pytest.mark.parametrize(("name", "lines"), [("related", RELATED), ("ranking", RANKING), ("recommended", RECOMMENDED)])
def test_the_three_lists(article, name, lines):
    """The three lists are kept whole, each with its heading as evidence."""
    field = getattr(article, name)
    assert titles(field) == [line(number) for number in lines]
    assert words_of(article, field) == line(lines[0] - 1)


def test_the_bare_name_is_flagged(article):
    """The ranking's first entry is only a name, and is the only one flagged."""
    flagged = [
        entry.value.title
        for field in (article.related, article.ranking, article.recommended)
        for entry in field.value
        if entry.value.bare_name
    ]
    assert flagged == [line(41)]


def test_nothing_is_lost(article):
    """Every visible character of the page lies in a block, or is a list mark or a seam between glued parts."""
    left = list(article.page_text)
    for block in article.blocks:
        left[block.start : block.end] = [""] * (block.end - block.start)
    assert set("".join(left)) <= set("\n- ")


def test_every_block_has_a_role(article):
    """No part of this page is left over."""
    assert Role.OTHER not in {block.role for block in article.blocks}


# ------------------------------------------------------------------ the same page in other clothes
OUTFITS = {
    "plain English": {
        "crumbs": "You are here: Home / Economy",
        "section": "Economy",
        "site": " | ValueWire",
        "brand": "NovaTrade Capital Hub",
        "date": ("Published: March 2, 2027 14:07", "2027-03-02T14:07"),
        "topics": "Tags:",
        "counter": ("Like", 77),
        "lists": {"recommended": "Editor's picks", "related": "Related articles", "ranking": "Most popular"},
        "marks": False,
    },
    "another kit": {
        "crumbs": "Position:Index » Markets",
        "section": "Markets",
        "site": " - Dayline Post",
        "brand": "Quantum Ridge Wealth Academy",
        "date": ("Date:2027-12-30 23:01:44", "2027-12-30T23:01:44"),
        "topics": "- Topics:",
        "counter": ("soHelpful!", 12),
        "lists": {"ranking": "Trending", "recommended": "Recommended for you", "related": "More stories"},
        "marks": True,
    },
    "German labels": {
        "crumbs": "Startseite > Wirtschaft",
        "section": "Wirtschaft",
        "site": " – Kursblick",
        "brand": "Finanzkraft Invest Akademie",
        "date": ("Veröffentlicht: 02.03.2027 14:07", "2027-03-02T14:07"),
        "topics": "Schlagwörter:",
        "counter": ("Gefällt mir", 4120),
        "lists": {"related": "Mehr zum Thema", "recommended": "Empfehlungen", "ranking": "Meistgelesen"},
        "marks": False,
    },
}
LINES = {"related": RELATED, "ranking": RANKING, "recommended": RECOMMENDED}


def dressed(outfit):
    """The seed page as another kit would print it: labels, brand, outlet, years, order of lists, list marks."""
    other = seed().replace("CBS News", "Radio Meridian").replace("2023", "2025").replace("2013", "2015").split("\n")
    headline, mark = other[1], "- " if outfit["marks"] else ""
    plain = [text.removeprefix("- ") for text in other]
    page = [f"{outfit['crumbs']}{headline}{outfit['site']}", headline, outfit["brand"], outfit["date"][0], *other[4:7]]
    page += [mark + plain[7], *other[8:18], outfit["topics"], *(mark + text for text in plain[19:27])]
    page.append(f"{outfit['counter'][0]} ({outfit['counter'][1]})")
    for name, label in outfit["lists"].items():
        page += [label, *(mark + plain[number - 1] for number in LINES[name])]
    return "\n".join(page)


@pytest.mark.parametrize("name", OUTFITS)
def test_in_other_clothes(name):
    """Other labels, brand, outlet, years, order of lists, lost list marks: every part is still found."""
    outfit = OUTFITS[name]
    article = copydesk.read(dressed(outfit))
    page = dressed(outfit).split("\n")
    assert article.headline.value == page[1]
    assert texts(article.sections) == [outfit["section"]]
    assert article.site_name.value == outfit["site"].strip(" |-–")
    assert article.brand_slot.value == outfit["brand"]
    assert article.authors.value == ()
    assert article.date_published.value.value == outfit["date"][1]
    assert article.text.split("\n\n") == [page[number - 1] for number in BODY]
    assert titles(article.promos) == [line(PROMO)]
    assert article.credit_line.value == line(CREDIT)
    assert texts(article.topics) == [line(number) for number in range(20, 28)]
    assert [(r.value.label, r.value.count) for r in article.reactions.value] == [outfit["counter"]]
    assert titles(article.related) == [line(number) for number in RELATED]
    assert titles(article.ranking) == [line(number) for number in RANKING]
    assert titles(article.recommended) == [line(number) for number in RECOMMENDED]
    assert [e.value.title for e in article.ranking.value if e.value.bare_name] == [line(41)]
