"""Hard HTML: very deep, wide and long pages are read within seconds, and any tree of tags by the laws."""

import json
import time

import pytest
from html_laws import check_blocks, check_evidence
from html_pages import ADDRESS, HEADLINE, STORY, flat, paragraphs, read, story
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.errors import InputError
from copydesk.types import Article


# ------------------------------------------------------------------ very deep, very wide, very long
def seconds_to_read(html):
    read("<p>Models and parsers load when first needed.</p>")
    start = time.process_time()
    article = read(html)
    return time.process_time() - start, article


def test_very_deep_nesting():
    """Ten thousand nested elements are read within seconds, and the words inside are found."""
    took, article = seconds_to_read(
        f"<html><body>{'<div>' * 10_000}{paragraphs(*STORY)}{'</div>' * 10_000}</body></html>"
    )
    assert took < 30  # a hang, not a speed: linear code takes a hundredth
    assert STORY[0] in flat(article.page_text)
    check_blocks(article)


def test_very_deep_inline_nesting():
    """Ten thousand nested inline elements are read within seconds."""
    took, article = seconds_to_read(f"<html><body><p>{'<b>' * 10_000}{STORY[0]}{'</b>' * 10_000}</p></body></html>")
    assert took < 30  # a hang, not a speed: linear code takes a hundredth
    assert STORY[0] in flat(article.page_text)


def test_very_many_siblings():
    """A hundred thousand siblings are read within seconds."""
    took, article = seconds_to_read(f"<html><body>{'<p>One of very many.</p>' * 100_000}</body></html>")
    assert took < 30  # a hang, not a speed: linear code takes a hundredth
    check_blocks(article)


def test_one_very_long_paragraph():
    """A paragraph of two megabytes is read within seconds, whole."""
    took, article = seconds_to_read(f"<html><body><h1>{HEADLINE}</h1><p>{(STORY[0] + ' ') * 10_000}</p></body></html>")
    assert took < 30  # a hang, not a speed: linear code takes a hundredth
    assert article.text.count("Upper Wendle") == 10_000


def test_very_many_links():
    """Twenty thousand links in one list are read within seconds."""
    items = "".join(f"<li><a href='/{i}'>Headline number {i} of a long archive page</a></li>" for i in range(20_000))
    took, article = seconds_to_read(f"<html><body><h1>Archive</h1><ul>{items}</ul></body></html>")
    assert took < 30  # a hang, not a speed: linear code takes a hundredth
    check_blocks(article)


def test_a_hostile_attribute():
    """Class names and addresses of a megabyte, and runs of spaces and dashes, are read within seconds."""
    name = "a-" * 500_000
    lead = f"<p class='{name}'>{'- ' * 50_000}</p><a href='/{name}'>{'By ' * 50_000}</a><p>{' ' * 200_000}x</p>"
    assert seconds_to_read(story(lead=lead))[0] < 30  # a hang, not a speed: linear code takes a hundredth


@pytest.mark.parametrize("run", ["x", "2025", "“", "...", "1:", "d’", "日", "a@", "a, ", "A ", "By A and ", "Photo: "])
def test_long_runs_in_small_boxes(run):
    """A byline, a date or a caption of many thousand characters is read in time that does not grow with its square."""
    line = run * (24_000 // len(run))
    boxes = f"<div class='byline'>{line}</div><div class='date'>{line}</div>"
    boxes += f"<figure><img src='/i.jpg' alt=''><figcaption>{line}</figcaption></figure>"
    assert seconds_to_read(story(lead=boxes))[0] < 30  # a hang, not a speed: linear code takes a hundredth


# ------------------------------------------------------------------ any tree of tags
TAGS = st.sampled_from(
    [
        "p",
        "div",
        "span",
        "a",
        "b",
        "h1",
        "h2",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "article",
        "section",
        "aside",
        "nav",
        "header",
        "footer",
        "main",
        "figure",
        "figcaption",
        "img",
        "br",
        "blockquote",
        "pre",
        "time",
        "form",
        "button",
        "dl",
        "dt",
        "dd",
        "x-y",
        "svg",
        "math",
        "template",
        "select",
        "option",
        "title",
        "body",
        "html",
        "head",
        "base",
        "meta",
        "link",
        "iframe",
        "noscript",
        "textarea",
        "frameset",
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        "",
        " class='byline'",
        " class='comment'",
        " class='related'",
        " href='/a b'",
        " href='http://[bad'",
        " datetime='2025-02-30'",
        " datetime='x'",
        " src=''",
        " id='comments'",
        " rel='author'",
        " hidden",
        " itemprop='author'",
        " itemprop='datePublished' content='9999-99-99'",
        " style='display:none'",
        " property='og:title' content=''",
        " rel='canonical' href='//'",
    ]
)
WORDS = st.sampled_from(
    [
        "By Anna Westcott",
        "Related",
        "Most read",
        "Comments (2)",
        "3 March 2025",
        "Home > Local",
        "Tags: a, b",
        "Read more:",
        "Photo: A",
        "Like (3)",
        "© 2025",
        "•",
        "-",
        " ",
        "\u200b",
        "\u202e",
        "۳",
        "²",
        "9" * 30,
        HEADLINE,
        STORY[0],
    ]
)
TREES = st.recursive(
    WORDS | st.text(max_size=20),
    lambda inner: st.builds(
        lambda tag, attribute, parts, closed: f"<{tag}{attribute}>{''.join(parts)}" + (f"</{tag}>" if closed else ""),
        TAGS,
        ATTRIBUTES,
        st.lists(inner, max_size=4),
        st.booleans(),
    ),
    max_leaves=25,
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(TREES, st.sampled_from([None, ADDRESS, "not an address", "file:///x", ""]))
def test_any_tree_of_tags(markup, url):
    """Whatever the tags, reading raises nothing but InputError, and the laws of blocks and evidence hold."""
    try:
        article = copydesk.read(f"<html>{markup}", url=url)
    except InputError:
        return
    check_blocks(article)
    check_evidence(article)
    assert Article.from_json(article.to_json()) == article
    json.dumps(article.to_jsonld())
