"""The headline of an HTML page, with the dek below it and the site's name beside it in the title."""

import pytest
from html_pages import HEADLINE, STORY, TOP, body, page, paragraphs, read, story


# ------------------------------------------------------------------ headline
def test_the_logo_is_no_headline():
    """Where the site's logo is an ``<h1>`` too, the story's own heading is the headline."""
    article = read(story(top=f"<header><h1 class='logo'><a href='/'>Wendle Mercury</a></h1></header>{TOP}"))
    assert article.headline.value == HEADLINE
    assert body(article) == list(STORY)


def test_the_logo_is_the_only_h1():
    """Where only the logo is an ``<h1>``, the ``<h2>`` above the story is the headline."""
    html = story(top="<header><h1><a href='/'>Wendle Mercury</a></h1></header>")
    html = html.replace(f"<h1>{HEADLINE}</h1>", f"<h2 class='title'>{HEADLINE}</h2>")
    article = read(html)
    assert (article.headline.value, body(article)) == (HEADLINE, list(STORY))


def test_a_second_h1_in_the_sidebar():
    """An ``<h1>`` of a box beside the story does not take the headline's place."""
    assert read(story(after="<aside><h1>Your weather for the week</h1><p>Rain.</p></aside>")).headline.value == HEADLINE


def test_two_h1_in_the_story():
    """Where crossheads are ``<h1>`` as well, the first is the headline and the others are body."""
    article = read(story(between="<h1>A crossing from 1874</h1>"))
    assert article.headline.value == HEADLINE
    assert body(article) == [*STORY[:2], "A crossing from 1874", *STORY[2:]]


@pytest.mark.parametrize(
    "tail",
    [" | Wendle Mercury", " - Wendle Mercury", " – Wendle Mercury", " :: Wendle Mercury", " — Local — Wendle Mercury"],
)
def test_the_title_gives_the_headline_without_the_site(tail):
    """Where no heading stands on the page, its title is the headline, without the site's name."""
    html = page(f"<article>{paragraphs(*STORY)}</article>", title=HEADLINE + tail)
    assert read(html).headline.value == HEADLINE


def test_a_dash_of_the_headline_stays():
    """A dash inside the headline is not taken for the seam before a site's name."""
    headline = "Bridge over the Wendle closed – farmers fear for their milk"
    article = read(story(headline=headline, title=f"{headline} | Wendle Mercury"))
    assert article.headline.value == headline


def test_a_headline_of_two_lines():
    """A break inside the headline is a space."""
    article = read(story(headline=HEADLINE.replace(" after", "<br>after")))
    assert article.headline.value == HEADLINE


def test_a_kicker_is_not_of_the_headline():
    """A kicker above the headline is no part of it, and no part of the body."""
    article = read(
        page(f"<article><p class='kicker'>Rural transport</p><h1>{HEADLINE}</h1>{paragraphs(*STORY)}</article>")
    )
    assert (article.headline.value, body(article)) == (HEADLINE, list(STORY))


def test_the_site_name_from_the_title():
    """What the title adds to the visible headline is the site's name."""
    assert read(story()).site_name.value == "Wendle Mercury"


# ------------------------------------------------------------------ dek
def test_the_dek_is_no_body():
    """The standfirst below the headline is the dek, and the body begins after it."""
    dek = "Three hundred people face a detour of 19 miles over the moor until a temporary bridge arrives"
    article = read(story(lead=f"<p class='standfirst'>{dek}</p>"))
    assert article.dek.value == dek
    assert body(article) == list(STORY)


def test_a_page_without_dek_has_none():
    """The first paragraph of the story is not taken for a dek."""
    assert read(story()).dek.value is None
