"""Pages that hypothesis makes: bytes, text and tag soup. Whatever they are, the laws hold."""

import reading_laws
from hostile_pages import PROSE
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from copydesk.types import Article, MediaType

TAGS = """
html head title meta link base script style body p div span a h1 h2 h3 ul ol li table tr td th thead br hr img b i font
blockquote pre figure figcaption article section aside header footer nav main time button form select option textarea
iframe noscript template svg math dl dt dd x-y plaintext frameset marquee ruby details object
"""
ATTRIBUTES = """
class id href src rel itemprop content name property datetime lang style hidden type charset alt data-src width
"""
VALUES = """
related byline headline comments breadcrumb topic author datePublished og:title article:published_time canonical tag
application/ld+json 2024-05-03T14:10 http://[ // # javascript: 1px display:none en-US utf-16 dateline share promo
"""
WORDS = (
    *(
        "Rain",
        "By Anna Smith",
        "May 3, 2024 10:00 CET",
        "Related",
        "Tags: rain, sun",
        "Home > News >",
        "Like (12)",
        PROSE,
    ),
    *(
        "Comments",
        "Read more:",
        "Photo: Anna Smith",
        "©",
        "&amp;",
        "&#xd800;",
        "&#0;",
        "&",
        "<",
        "]]>",
        "-->",
        "\0",
        "\r",
        "\n\n",
    ),
    *(
        "\u202e",
        "İ",
        "\ufb01",
        "٣ مايو ٢٠٢٤",
        "2024年5月3日",
        "-",
        "|",
        "'",
        '"',
        '{"@type":"NewsArticle","headline":[{}]}',
        "// <![CDATA[",
    ),
)

words = st.sampled_from(WORDS) | st.text(max_size=12)
attributes = st.lists(
    st.tuples(
        st.sampled_from(ATTRIBUTES.split()),
        st.sampled_from(VALUES.split()) | st.text(max_size=8),
        st.sampled_from(["", '"', "'"]),
    ),
    max_size=3,
).map(lambda parts: "".join(f" {name}={quote}{value}{quote}" for name, value, quote in parts))
opening = st.builds("<{}{}{}".format, st.sampled_from(TAGS.split()), attributes, st.sampled_from([">", "/>", ""]))
closing = st.sampled_from(TAGS.split()).map("</{}>".format)
markup = st.sampled_from(["<!--", "-->", "<![CDATA[", "<!doctype html>", "<?xml version='1.0'?>", "</", "<>", "<!"])
soup = st.lists(opening | opening | closing | words | words | markup, max_size=40).map("".join)
lines = st.lists(words, max_size=25).flatmap(
    lambda parts: st.sampled_from(["\n", "\n\n", " ", ""]).map(lambda joint: joint.join(parts))
)

# A page takes milliseconds; what hypothesis would call slow is the first one, which loads the models.
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def hold(content: bytes | str, url: str | None = None) -> None:
    """Read a page and hold it against the laws."""
    result = reading_laws.article_or_error(content, url)
    if isinstance(result, Article):
        assert reading_laws.broken_laws(result) == []
        if result.media_type is MediaType.TEXT and isinstance(content, str):
            assert result.page_text == content.removeprefix("\ufeff")


@patient
@given(st.binary(max_size=400))
@example(b"\xff\xfe<\0p\0>\0")
@example(b"<meta charset=iso-2022-jp>\x1b$B$")
def test_any_bytes_are_read_or_refused(content):
    """No bytes raise anything but an InputError."""
    hold(content)


@patient
@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=400), st.none() | st.text(max_size=30))
def test_any_text_is_read_or_refused(content, url):
    """No text and no address raise anything but an InputError; a text page's offsets count the text itself."""
    hold(content, url)


@patient
@given(lines, st.none() | st.sampled_from(["https://example.org/2024/05/03/rain", "http://["]))
def test_any_lines_of_a_scraped_page_are_read(content, url):
    """Lines of the kinds that scraped pages have, in any order and glued in any way, keep the laws."""
    hold(content, url)


@settings(patient, max_examples=300)
@given(soup, st.none() | st.sampled_from(["https://example.org/2024/05/03/rain", "http://["]))
def test_any_tag_soup_is_read(content, url):
    """Tags, attributes and words in any order give an article whose record round-trips, its blocks in order."""
    hold(f"<html>{content}", url)


@patient
@given(soup)
def test_tag_soup_that_is_no_document_is_read(content):
    """The same without anything that says it is HTML, as bytes."""
    hold(content.encode("utf-8", "surrogatepass"))
