"""Laws of reading HTML, on every page that the HTML tests are about: blocks, evidence, paths and records."""

import json
import re
from dataclasses import replace

import pytest
from html_furniture import AROUND, COMMENTS, CRUMBS, FURNITURE
from html_kinds import KINDS
from html_languages import LANGUAGES, localised
from html_laws import check_blocks, check_evidence, check_lists_have_absolute_addresses, css, supports
from html_pages import STORY, paragraphs, read, story
from selectolax.lexbor import LexborHTMLParser

from copydesk.types import Article, Role, Span

PAGES = {
    **{f"language {name}": localised(name) for name in LANGUAGES},
    **{f"kind {name}": html for name, (html, _) in KINDS.items()},
    **{f"furniture {name}": story(between=html) for name, html in FURNITURE.items()},
    **{f"around {name}": story(after=html) for name, html in AROUND.items()},
    **{f"crumbs {name}": story().replace("<article>", f"{html}<article>") for name, html in CRUMBS.items()},
    "comments": story(after=COMMENTS),
    "all": story(
        lead="<p class='byline'>By Anna Westcott</p><time datetime='2025-03-03T14:10:00Z'>3 March 2025</time>",
        between="".join(FURNITURE.values()),
        after="".join(AROUND.values()) + COMMENTS,
    ),
    "paragraphs alone": paragraphs(*STORY),
    "empty": "<html></html>",
}


@pytest.fixture(scope="module", params=PAGES)
def law(request):
    """The page's source and its article."""
    return PAGES[request.param], read(PAGES[request.param])


def test_blocks_are_in_order(law):
    """Blocks rise, never overlap and lie in the page's text."""
    check_blocks(law[1])


def test_evidence_lies_in_the_page(law):
    """Every span of evidence lies in the page's text, and every confidence between 0 and 1."""
    check_evidence(law[1])


def test_the_text_is_the_body_blocks(law):
    """The text is the body's blocks, a blank line between."""
    article = law[1]
    assert article.text == "\n\n".join(
        article.block_text(block) for block in article.blocks if block.role in {Role.DEK, Role.BODY}
    )


def test_every_path_finds_its_block(law):
    """Each block's path leads to the node of the page that holds the block's words."""
    source, article = law
    tree = LexborHTMLParser(source)
    for block in article.blocks:
        assert re.fullmatch(r"(/[a-z][\w.:-]*(\[\d+\])?)+", block.path)
        node = tree.css_first(css(block.path))
        assert node is not None, block.path
        assert "".join(article.block_text(block).split()) in "".join(node.text(deep=True).split())


def test_evidence_has_the_words_of_the_value(law):
    """The spans behind headline, authors, topics, sections and credit line hold the value's own words."""
    article = law[1]
    named = [article.headline, article.dek, article.site_name, article.brand_slot, article.credit_line]
    for field in (
        *named,
        *article.authors.value,
        *article.topics.value,
        *article.sections.value,
        *article.breadcrumb.value,
    ):
        for evidence in field.evidence:
            if isinstance(evidence, Span):
                assert supports(field.value, article.page_text[evidence.start : evidence.end])


def test_the_list_entries_evidence_has_their_titles(law):
    """The span behind an entry of any list holds the entry's title."""
    article = law[1]
    for field in (article.related, article.ranking, article.recommended, article.promos):
        for item in field.value:
            for evidence in item.evidence:
                if isinstance(evidence, Span):
                    assert supports(item.value.title, article.page_text[evidence.start : evidence.end])


def test_known_values_have_evidence(law):
    """What has a value has evidence and a confidence above nothing; what has none claims none."""
    article = law[1]
    for name in (
        "headline",
        "dek",
        "site_name",
        "brand_slot",
        "credit_line",
        "date_published",
        "date_modified",
        "license",
    ):
        field = getattr(article, name)
        assert (field.value is not None) == bool(field.evidence), name
        assert field.value is None or field.confidence > 0, name


def test_nothing_visible_is_lost(law):
    """Every word of the page's text lies in a block."""
    article = law[1]
    left = list(article.page_text)
    for block in article.blocks:
        left[block.start : block.end] = " " * (block.end - block.start)
    assert not re.findall(r"[^\W_]+", "".join(left))


def test_reading_is_deterministic(law):
    """The same page read again is the same article."""
    assert read(law[0]) == law[1]


def test_bytes_and_text_are_one_page(law):
    """UTF-8 bytes and their decoded text give the same article, but for identity and encoding."""
    as_bytes = read(law[0].encode())
    assert replace(as_bytes, page_id=law[1].page_id, encoding=law[1].encoding, name=law[1].name) == law[1]


def test_the_record_gives_the_article_back(law):
    """The record of an article, as data and as JSON, gives the article back."""
    assert Article.from_dict(law[1].to_dict()) == law[1]
    assert Article.from_json(law[1].to_json()) == law[1]


def test_jsonld_is_json_with_the_headline(law):
    """The JSON-LD can be written as JSON and has the headline where there is one."""
    record = json.loads(json.dumps(law[1].to_jsonld()))
    assert record.get("headline") == law[1].headline.value


def test_list_addresses_are_absolute(law):
    """With the page's address known, every entry's address is absolute."""
    check_lists_have_absolute_addresses(law[1])
