"""JSON-LD is read in the shapes that sites wrap it in, and broken or foreign data costs nothing."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from structured_pages import ANNA, CC, HEADLINE, NEWS, STORY, page, read, script, texts

from copydesk.types import Article

# ------------------------------------------------------------------ the shapes that JSON-LD comes in
SHAPES = {
    "an object": NEWS,
    "a list": [NEWS],
    "a list with others": [{"@context": "https://schema.org", "@type": "Organization", "name": "Tidewater News"}, NEWS],
    "a graph": {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, NEWS]},
    "a main entity": {"@context": "https://schema.org", "@type": "WebPage", "name": "x", "mainEntity": NEWS},
    "a list of types": NEWS | {"@type": ["NewsArticle", "CreativeWork"]},
    "full type names": NEWS | {"@type": "https://schema.org/NewsArticle"},
    "a subtype": NEWS | {"@type": "ReportageNewsArticle"},
    "CDATA": f"//<![CDATA[\n{json.dumps(NEWS)}\n//]]>",
    "an HTML comment": f"<!-- {json.dumps(NEWS)} -->",
    "a trailing semicolon": json.dumps(NEWS) + ";",
    "raw line breaks in strings": json.dumps(NEWS | {"description": "one§two"}).replace("§", "\n"),
    "a byte order mark": "\ufeff" + json.dumps(NEWS),
    "a reference in a graph": {
        "@context": "https://schema.org",
        "@graph": [
            NEWS | {"author": {"@id": "https://tidewater-news.example/#anna"}},
            ANNA | {"@id": "https://tidewater-news.example/#anna"},
        ],
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_json_ld(shape):
    """However a page wraps its data, date, author and topics are read from it."""
    article = read(page(head=script(SHAPES[shape])))
    assert article.date_published.value.value == NEWS["datePublished"]
    assert texts(article.authors) == ["Anna Lindqvist"]
    assert texts(article.topics) == ["Eels", "River Tarn"]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "{",
        "null",
        "3",
        '"x"',
        '[1, null, "x"]',
        "{'headline': 'single quotes'}",
        '{"headline": NaN}',
        "<b>html</b>",
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"headline": "\\ud800"}',
        '{"position": 1e999}',
        "9" * 10_000,
    ],
)
def test_broken_data_is_passed_over(broken):
    """Data that is no JSON, or no object, costs nothing: the whole block before it and the visible page are read."""
    article = read(page(head=script(NEWS) + script(broken)))
    assert article.headline.value == HEADLINE
    assert article.text == "\n\n".join(STORY)
    assert texts(article.authors) == ["Anna Lindqvist"]
    article.to_json().encode()


def test_other_entities_are_not_the_article():
    """Lists of other articles, the site, a product or a breadcrumb in the data do not give the article's parts."""
    other = NEWS | {
        "headline": "Seal sleeps in bus shelter",
        "author": {"@type": "Person", "name": "Rolf Amsel"},
        "datePublished": "2020-01-01",
    }
    items = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": other}]}
    product = {"@type": "Product", "name": "Waders", "brand": "Wet Feet"}
    article = read(page(head=script([items, product, {"@type": "WebSite", "name": "Tidewater News"}])))
    assert article.headline.value == HEADLINE
    assert (texts(article.authors), article.date_published.value) == ([], None)


# ------------------------------------------------------------------ data of any content
@pytest.mark.parametrize("name", ["headline", "articleSection", "keywords", "author"])
def test_half_a_surrogate_pair(name):
    """A JSON escape of half a surrogate pair does not keep the record from being written as UTF-8."""
    head = script(json.dumps(NEWS).replace(json.dumps(NEWS[name]), '"half \\ud800 pair"', 1))
    read(page(head=head, headline="", title="")).to_json().encode()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["2025-05-06", "Anna Lindqvist", CC, "\x00"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@value", "name", "item", "url", "0", ""]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
KEYS = [
    "@type",
    "@graph",
    "@id",
    "headline",
    "name",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "articleSection",
    "keywords",
    "image",
    "isAccessibleForFree",
    "inLanguage",
    "license",
    "itemListElement",
    "mainEntity",
    "mainEntityOfPage",
    "comment",
    "description",
    "url",
]


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_any_data(data):
    """Whatever the data holds, the visible body is read, and the record can be written and read back."""
    article = read(page(head=script(json.dumps({"@type": "NewsArticle"} | data).replace("<", "\\u003c"))))
    assert article.text == "\n\n".join(STORY)
    assert article.headline.value == HEADLINE
    assert Article.from_json(article.to_json()) == article
    article.to_json().encode()
    json.dumps(article.to_jsonld())
