"""Where a list of a text ends: at forms, links, the site's own lines and the headline that comes again."""

import pytest
from text_pages import HEADLINE, RELATED, STORY, body, read, titles


@pytest.mark.parametrize(
    "behind",
    [
        ("Stay in touch", "One e-mail a week, no nonsense", "Count me in"),
        ("Our morning letter", "Your email address", "Join"),
        ("Bleiben Sie dran", "E-Mail eingeben", "Dabei sein"),
        ("Reply", "Report", "Load more comments"),
        ("The Cape Marren Post is not responsible for other sites.",),
        ("Read more »",),
    ],
)
def test_what_ends_a_list(behind):
    """Forms, controls and legal lines behind a list are none of its entries."""
    article = read(["The Cape Marren Post", HEADLINE, "By Edda Holm", *STORY, "Related articles", *RELATED, *behind])
    assert titles(article.related) == RELATED


@pytest.mark.parametrize("link", ["Read more »", "Continue reading", "Weiterlesen »", "Leer más", "続きを読む »"])
def test_links_behind_entries(link):
    """A link behind each entry, in the next line or its own, is no entry and heads no list."""
    below = [line for title in RELATED for line in (title, link)]
    assert titles(read([HEADLINE, *STORY, "Related articles", *below]).related) == RELATED
    if "»" in link:
        beside = [f"{title} {link}" for title in RELATED]
        assert titles(read([HEADLINE, *STORY, "Related articles", *beside]).related) == RELATED


def test_a_ticker_above_the_masthead():
    """A list above the site's name ends there, and what follows is the article's head."""
    lines = [
        "Latest headlines",
        *RELATED,
        "MarrenPost",
        "CULTURE",
        HEADLINE,
        "By Edda Holm",
        *STORY,
        "© 2024 MarrenPost",
    ]
    article = read(lines)
    assert titles(article.recommended) == RELATED
    assert article.headline.value == HEADLINE
    assert article.site_name.value == "MarrenPost"
    assert [section.value for section in article.sections.value] == ["CULTURE"]


def test_a_rail_between_two_prints_of_the_headline():
    """A list that the headline interrupts ends there, dates behind its entries or not."""
    dated = [f"{title} (2024-05-{day})" for day, title in enumerate(RELATED, 11)]
    lines = [HEADLINE, "Latest headlines", *dated, "Back to Home / Culture", HEADLINE, "Time: May 20, 2024", *STORY]
    article = read(lines)
    assert titles(article.recommended) == RELATED
    assert [crumb.value for crumb in article.breadcrumb.value] == ["Home", "Culture"]
    assert article.date_published.value.value == "2024-05-20"
    assert body(article) == list(STORY)
