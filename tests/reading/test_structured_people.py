"""Authors, publisher and site name from a page's data, and a headline free of the site's name and of escapes."""

import pytest
from structured_pages import ANNA, HEADLINE, NEWS, page, read, script, texts, with_news

AUTHORS = {
    "a person": (ANNA, ["Anna Lindqvist"]),
    "two people": ([ANNA, {"@type": "Person", "name": "Nuno Braga"}], ["Anna Lindqvist", "Nuno Braga"]),
    "a string": ("Anna Lindqvist", ["Anna Lindqvist"]),
    "two names in a string": ("Anna Lindqvist and Nuno Braga", ["Anna Lindqvist", "Nuno Braga"]),
    "strings": (["Anna Lindqvist", "Nuno Braga"], ["Anna Lindqvist", "Nuno Braga"]),
    "with a preposition": ({"@type": "Person", "name": "By Anna Lindqvist"}, ["Anna Lindqvist"]),
    "a list of names": (
        {"@type": "Person", "name": ["Anna Lindqvist", "Nuno Braga"]},
        ["Anna Lindqvist", "Nuno Braga"],
    ),
    "padded": ({"@type": "Person", "name": "  Anna \n Lindqvist "}, ["Anna Lindqvist"]),
    "the publisher": ({"@type": "Organization", "name": "Tidewater News"}, ["Tidewater News"]),
    "the publisher as a person": ({"@type": "Person", "name": "Tidewater News"}, ["Tidewater News"]),
    "an agency": ({"@type": "Person", "name": "Reuters"}, ["Reuters"]),
    "a person and an agency": ([ANNA, {"@type": "Organization", "name": "Reuters"}], ["Anna Lindqvist", "Reuters"]),
    "a person and a degree": ("Anna Lindqvist, PhD", ["Anna Lindqvist"]),
    "staff": ({"@type": "Person", "name": "Staff Writer"}, []),
    "an address": ("https://www.facebook.com/tidewater", []),
    "null": (None, []),
    "an empty name": ({"@type": "Person", "name": ""}, []),
    "a number": (17, []),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_authors_in_data(name):
    """Who is credited in the data is an author whatever shape it comes in; functions and addresses are nobody."""
    value, expected = AUTHORS[name]
    assert texts(with_news(author=value).authors) == expected


@pytest.mark.parametrize(
    "content", ["Anna Lindqvist, Nuno Braga", "Anna Lindqvist and Nuno Braga", "Anna Lindqvist;Nuno Braga"]
)
def test_the_author_meta_element(content):
    """The author meta element may name several people."""
    assert texts(read(page(head=f'<meta name="author" content="{content}">')).authors) == [
        "Anna Lindqvist",
        "Nuno Braga",
    ]


def test_a_profile_address_is_no_author():
    """``article:author`` with the address of a profile names nobody."""
    head = '<meta property="article:author" content="https://www.facebook.com/anna.lindqvist">'
    assert texts(read(page(head=head)).authors) == []


def test_the_publisher_is_the_site():
    """The publisher of the data is the site's name."""
    assert with_news().site_name.value == "Tidewater News"


def test_the_open_graph_site_name():
    """``og:site_name`` is the site's name, and what the title adds to the headline agrees."""
    html = page(head='<meta property="og:site_name" content="Tidewater News">', title=f"{HEADLINE} - Tidewater News")
    article = read(html)
    assert article.site_name.value == "Tidewater News"
    assert article.headline.value == HEADLINE


def test_the_title_of_data_loses_the_site():
    """Without any heading, an Open Graph title that ends in the site's name gives the headline alone."""
    head = (
        f'<meta property="og:site_name" content="Tidewater News"><meta property="og:title" content="{HEADLINE} |'
        ' Tidewater News">'
    )
    assert read(page(head=head, headline="", title=f"{HEADLINE} | Tidewater News")).headline.value == HEADLINE


def test_entities_in_data_are_decoded():
    """Character references that a site wrote into its JSON are decoded, so that they agree with what it shows."""
    visible = "Eels & otters: the Tarn’s quiet comeback"
    html = page(
        headline=visible.replace("&", "&amp;"),
        title="x",
        head=script(NEWS | {"headline": "Eels &amp; otters: the Tarn&#8217;s quiet comeback"}),
    )
    article = read(html)
    assert article.headline.value == visible
    assert (
        article.headline.confidence >= read(page(headline=visible.replace("&", "&amp;"), title="x")).headline.confidence
    )
