"""The first lines of a text: headline, site, breadcrumb, menu and dek are told apart."""

import pytest
from text_pages import CRUMBS, HEADLINE, STORY, body, read, scraped, texts

from copydesk.types import BlockKind


# ------------------------------------------------------------------ the first lines
@pytest.mark.parametrize("seam", [" | ", " - ", " – ", " — ", " -", " · ", " :: "])
def test_the_repeated_headline_loses_the_site(seam):
    """The second standing of the headline shows what is glued behind the first."""
    article = read(scraped(first=f"{HEADLINE}{seam}Marren Post"))
    assert (article.headline.value, article.site_name.value) == (HEADLINE, "Marren Post")


@pytest.mark.parametrize("crumbs", CRUMBS)
def test_glued_breadcrumbs(crumbs):
    """A breadcrumb glued to the first standing of the headline is cut off it and gives the section."""
    article = read(scraped(first=f"{crumbs}{HEADLINE} -Marren Post"))
    home = crumbs.split(":")[-1].split()[0]
    assert article.headline.value == HEADLINE
    assert texts(article.breadcrumb) == [home, "Coast"]
    assert texts(article.sections) == ["Coast"]
    assert article.site_name.value == "Marren Post"
    assert body(article) == list(STORY)


@pytest.mark.parametrize("crumbs", CRUMBS)
def test_breadcrumbs_in_their_own_line(crumbs):
    """A breadcrumb in a line of its own gives the section."""
    article = read([crumbs, *scraped()])
    assert texts(article.sections) == ["Coast"]
    assert article.headline.value == HEADLINE
    assert body(article) == list(STORY)


def test_three_crumbs():
    """Two sections below home are both sections."""
    article = read(["Home > Coast > Shipping", *scraped()])
    assert texts(article.breadcrumb) == ["Home", "Coast", "Shipping"]
    assert texts(article.sections)[-1] == "Shipping"


def test_menu_lines_are_no_body():
    """A menu of short lines above the headline is navigation."""
    menu = ["Skip to content", "Menu", "News", "Sport", "Weather", "Culture", "Log in", "Subscribe"]
    article = read([*menu, *scraped()])
    assert body(article) == list(STORY)
    assert article.headline.value == HEADLINE


def test_a_dek_below_the_headline():
    """A standfirst between headline and byline is the dek and no body."""
    dek = "Two retired keepers will sleep in the tower until the cable is mended"
    article = read([HEADLINE, dek, "By Edda Holm", "12 November 2025", *STORY])
    assert (article.headline.value, article.dek.value) == (HEADLINE, dek)
    assert body(article) == list(STORY)


def test_a_labelled_headline():
    """The label of a headline (``Title:``) is no part of it."""
    article = read([f"Title: {HEADLINE}", "Author: Edda Holm", "Date: 2025-11-12", "", *STORY])
    assert article.headline.value == HEADLINE


# ------------------------------------------------------------------ Markdown
def test_a_markdown_page():
    """The marks of Markdown headings stand outside the headline and the crossheads."""
    article = read("\n\n".join((f"# {HEADLINE}", STORY[0], STORY[1], "## Two men and a lamp", *STORY[2:])))
    assert article.headline.value == HEADLINE
    assert body(article) == [*STORY[:2], "Two men and a lamp", *STORY[2:]]
    (crosshead,) = [block for block in article.blocks if article.block_text(block) == "Two men and a lamp"]
    assert crosshead.kind is BlockKind.HEADING


def test_markdown_underlines():
    """A headline underlined with signs of equality is a headline, and the line is no word of the page."""
    article = read("\n".join((HEADLINE, "=" * len(HEADLINE), "", "\n\n".join(STORY))))
    assert (article.headline.value, body(article)) == (HEADLINE, list(STORY))
