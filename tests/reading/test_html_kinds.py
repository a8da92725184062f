"""The kind of an HTML page is told by what it shows, and a page that is no article has no article's parts."""

import pytest
from html_kinds import KINDS
from html_pages import HEADLINE, STORY, body, page, read, story

from copydesk.types import PageKind


@pytest.mark.parametrize("name", KINDS)
def test_kinds(name):
    """Each kind of page is told by what it shows."""
    html, kind = KINDS[name]
    assert read(html).kind.value is kind


@pytest.mark.parametrize("name", ["section front", "consent wall", "German consent wall", "robot check"])
def test_pages_that_carry_no_article(name):
    """A section front or a wall has no author, no date and no topics of its own."""
    article = read(KINDS[name][0])
    assert (article.authors.value, article.date_published.value, article.topics.value) == ((), None, ())


def test_a_paywalled_teaser():
    """Below the first paragraph of a closed article, the offer to subscribe is not body."""
    inside = (
        f"<article><h1>{HEADLINE}</h1><p>{STORY[0]}</p><div class='paywall'><h3>To continue reading,"
        " subscribe</h3><p>Get"
    )
    inside += (
        " unlimited access to every story for £1 a week. Cancel at any time.</p><a href='/s'>Subscribe now</a> <a"
        " href='/l'>Already"
    )
    article = read(page(f"{inside} a subscriber? Log in</a></div></article>"))
    assert STORY[0] in body(article) or article.kind.value is PageKind.WALL
    assert "subscribe" not in article.text.casefold()
    assert "Cancel" not in article.text


@pytest.mark.xfail(
    reason="a banner that sells subscriptions makes a wall of a whole article below 250 words", strict=True
)
def test_a_metered_article_is_an_article():
    """A whole article with a banner about free articles left is an article, and the banner is not of it."""
    banner = (
        "<div class='paywall-banner'><p>You have read two of your three free articles this month. Subscribe now for"
    )
    article = read(story(end=f"{banner} unlimited access to all of our journalism.</p></div>"))
    assert body(article) == list(STORY)
    assert article.kind.value is PageKind.ARTICLE


@pytest.mark.parametrize(
    "html",
    [
        "<html></html>",
        "<!DOCTYPE html><html><head><title></title></head><body></body></html>",
        "<html><head><script>var a = 1;</script></head><body><script>document.write('news')</script></body></html>",
        "<html><body><div id='root'></div><script src='/app.js'></script></body></html>",
    ],
)
def test_pages_without_words(html):
    """A page that shows no words has no body and no headline, and is of no special kind."""
    article = read(html)
    assert (article.kind.value, article.text, article.headline.value) == (PageKind.OTHER, "", None)
