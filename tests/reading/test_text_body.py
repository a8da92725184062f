"""The body of a text keeps bullets, crossheads and short lines, and loses promos, adverts and captions."""

import re

import pytest
from text_pages import HEADLINE, PROMOS, STORY, body, marked, read, scraped, titles

from copydesk.types import BlockKind, Role


# ------------------------------------------------------------------ what stays
def test_bullets_inside_the_body():
    """Three bullets between two paragraphs are body, without their marks."""
    bullets = [
        "a cable of 900 metres, made to measure,",
        "two clamps that hold it to the cliff, and",
        "a week without wind.",
    ]
    article = read(
        scraped(
            story=[
                *STORY[:2],
                "The engineers need three things before they can begin:",
                *marked(bullets, "- "),
                *STORY[2:],
            ]
        )
    )
    assert body(article)[3:6] == bullets
    assert len(body(article)) == 9
    assert [block.kind for block in article.blocks if block.role is Role.BODY][3:6] == [BlockKind.LIST_ITEM] * 3


def test_numbered_points_inside_the_body():
    """Numbered points between two paragraphs are body."""
    points = [
        "1. A cable of 900 metres, made to measure.",
        "2. Two clamps that hold it to the cliff.",
        "3. A week without any wind.",
    ]
    article = read(
        scraped(story=[*STORY[:2], "The engineers need three things before they can begin:", *points, *STORY[2:]])
    )
    assert [re.sub(r"^\d\. ", "", text) for text in body(article)[3:6]] == [point[3:] for point in points]


def test_crossheads_inside_the_body():
    """A short line between two paragraphs is a crosshead and stays body."""
    article = read(
        scraped(story=[*STORY[:2], "A lamp older than its keepers", *STORY[2:4], "Waiting for calm", STORY[4]])
    )
    assert body(article) == [*STORY[:2], "A lamp older than its keepers", *STORY[2:4], "Waiting for calm", STORY[4]]


def test_a_short_paragraph():
    """A short sentence between two paragraphs is body."""
    assert body(read(scraped(story=[*STORY[:2], "Nobody was hurt.", *STORY[2:]]))) == [
        *STORY[:2],
        "Nobody was hurt.",
        *STORY[2:],
    ]


def test_a_quote_in_its_own_line():
    """A quotation in a line of its own is body."""
    quote = "“My wife says that I may come home when I smell of soap again.”"
    assert quote in body(read(scraped(story=[*STORY[:3], quote, *STORY[3:]])))


def test_a_year_in_brackets_is_no_counter():
    """A crosshead of the body that ends in a year in brackets is body and no counter."""
    article = read([HEADLINE, *STORY[:2], "The great frost (1871)", *STORY[2:]])
    assert article.reactions.value == ()
    assert "The great frost (1871)" in body(article)


# ------------------------------------------------------------------ what goes
@pytest.mark.parametrize("line", PROMOS)
def test_promos(line):
    """A line that advertises another article is data and not body."""
    article = read(scraped(story=[*STORY[:2], line, *STORY[2:]]))
    assert body(article) == list(STORY)
    assert titles(article.promos) in ([PROMOS[line]], [line])


def test_a_line_of_ornaments_is_no_promo():
    """A list item of arrows between two paragraphs sends nobody anywhere."""
    line = "The harbour wall moved by four centimetres in the night, and the berths were closed until further notice."
    article = read(f"Wall moves at Port Ellery\n\n{line}\n\n- » » » »\n\n{line} Again.\n\n{line} And again.")
    assert article.promos.value == ()


NOISE = [
    "Advertisement",
    "ADVERTISEMENT",
    "Sign up for our daily newsletter and get the best stories in your inbox.",
    "Share this article",
    "Follow us on Facebook and Instagram",
    "Story continues below advertisement",
    "Share  Tweet  Email  Print",
    "Anzeige",
    "Click here to subscribe to the Marren Post.",
]


@pytest.mark.parametrize("line", NOISE)
def test_noise_inside_the_body(line):
    """Advert labels, share bars and newsletter lines between two paragraphs are no body."""
    assert body(read(scraped(story=[*STORY[:3], line, *STORY[3:]]))) == list(STORY)


def test_a_copyright_line():
    """A copyright line at the end is no body."""
    assert body(read(scraped(end=["© 2025 Marren Post. All rights reserved."]))) == list(STORY)


def test_a_caption_line():
    """A caption with its photographer is no body."""
    line = "The tower at Cape Marren after the storm. Photo: Siri Aune / Marren Post"
    assert body(read(scraped(story=[line, *STORY]))) == list(STORY)
