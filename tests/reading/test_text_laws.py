"""Laws of reading text, on every text that the text tests are about: blocks, evidence and records."""

import json
import re
from dataclasses import replace

import pytest
from text_laws import check_laws, outside_of_blocks
from text_pages import BYLINES, CRUMBS, HEADLINE, LAYOUTS, PROMOS, RELATED, STORY, TOPIC_LINES, marked, read, scraped

import copydesk
from copydesk.types import Article, Role, Span

TEXTS = {
    **{f"layout {name}": text for name, text in LAYOUTS.items()},
    **{f"byline {line}": "\n".join((HEADLINE, line, *STORY)) for line in BYLINES},
    **{f"crumbs {line}": "\n".join(scraped(first=f"{line}{HEADLINE} -Marren Post")) for line in CRUMBS},
    **{f"promo {line}": "\n".join(scraped(story=[*STORY[:2], line, *STORY[2:]])) for line in PROMOS},
    **{f"topics {number}": "\n".join((HEADLINE, *STORY, lines)) for number, lines in enumerate(TOPIC_LINES)},
    "prose": "\n".join(STORY),
    "headline": HEADLINE,
    "list": "\n".join(marked(RELATED, "- ")),
    "one letter": "a",
    "a sign": "…",
}


@pytest.fixture(scope="module", params=TEXTS)
def law(request):
    """The text and its article."""
    return TEXTS[request.param], read(TEXTS[request.param])


def test_laws_of_blocks_and_evidence(law):
    """Blocks rise, never overlap and lie in the text, and every span of evidence does."""
    check_laws(law[1])


def test_the_page_text_is_the_text(law):
    """Offsets count the code points of the text as it came."""
    assert law[1].page_text == law[0].removeprefix("\ufeff")


def test_nothing_is_lost(law):
    """Every letter and digit lies in a block, but for the numbers that mark list entries."""
    assert not re.findall(r"[^\W_]+", re.sub(r"(?m)^\s*\d{1,3}[.)]?(?=\s|$)", "", outside_of_blocks(law[1])))


def test_the_text_is_the_dek_and_the_body(law):
    """The text is the dek's and the body's blocks, a blank line between; a line break inside a paragraph is a blank."""
    article = law[1]
    blocks = [article.block_text(block) for block in article.blocks if block.role in {Role.DEK, Role.BODY}]
    assert article.text == "\n\n".join(" ".join(text.split()) if "\n" in text else text for text in blocks)


def test_evidence_has_the_words_of_the_value(law):
    """The spans behind headline, site, authors, topics, sections and entries hold their own words."""
    article = law[1]
    named = [
        (field.value, field)
        for field in (article.headline, article.dek, article.site_name, article.brand_slot, article.credit_line)
    ]
    for texts_ in (article.authors, article.contributors, article.topics, article.sections, article.breadcrumb):
        named += [(item.value, item) for item in texts_.value]
    for entries in (article.related, article.ranking, article.recommended, article.promos):
        named += [(item.value.title, item) for item in entries.value]
    for value, field in named:
        for evidence in field.evidence:
            if isinstance(evidence, Span):
                words = article.page_text[evidence.start : evidence.end].casefold()
                assert all(word in words for word in re.findall(r"\w+", value.casefold()))


def test_known_values_have_evidence(law):
    """What has a value has evidence and a confidence above nothing."""
    for name in ("headline", "dek", "site_name", "brand_slot", "credit_line", "date_published", "date_modified"):
        field = getattr(law[1], name)
        assert (field.value is not None) == bool(field.evidence), name
        assert field.value is None or field.confidence > 0, name


def test_reading_is_deterministic(law):
    """The same text read again is the same article."""
    assert read(law[0]) == law[1]


def test_bytes_and_text_are_one_page(law):
    """UTF-8 bytes and their decoded text give the same article, but for identity and encoding."""
    article = law[1]
    as_bytes = read_bytes(law[0])
    assert replace(as_bytes, page_id=article.page_id, encoding=article.encoding, name=article.name) == article


def read_bytes(text):
    return copydesk.read(text.encode())


def test_the_record_gives_the_article_back(law):
    """The record of an article, as data and as JSON, gives the article back."""
    assert Article.from_dict(law[1].to_dict()) == law[1]
    assert Article.from_json(law[1].to_json()) == law[1]


def test_jsonld_is_json_with_the_headline(law):
    """The JSON-LD can be written as JSON and has the headline where there is one."""
    record = json.loads(json.dumps(law[1].to_jsonld()))
    assert record.get("headline") == law[1].headline.value
