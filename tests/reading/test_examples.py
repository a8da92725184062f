"""The made-up press: every page is read as its truth says, in every part."""

import pytest

from copydesk.types import BlockKind, Pointer, Role, Span
from press import ARTICLES, PAGES, TRUTH, body_of, cases, read


def every(parts, pages):
    """Each of these parts on each of these pages."""
    return [case for part in parts for case in cases(part, pages)]


def texts(field):
    return [item.value for item in field.value]


def titles(field):
    return [item.value.title for item in field.value]


@pytest.mark.parametrize("path", PAGES)
def test_kind_media_and_language(path):
    """What kind of page it is, whether it is HTML or text, and its language."""
    article, truth = read(path), TRUTH[path]
    assert article.kind.value == truth["kind"]
    assert article.media_type.value == {"html": "text/html", "text": "text/plain"}[truth["media"]]
    assert article.language.value == truth["language"]


@pytest.mark.parametrize(
    ("name", "path"), every(["dek", "site_name", "brand_slot", "credit_line", "canonical_url"], PAGES)
)
def test_single_fields(name, path):
    """Attributes with one value."""
    assert getattr(read(path), name).value == TRUTH[path][name]


@pytest.mark.parametrize("path", PAGES)
def test_headline(path):
    """The headline; on a page without an article the heading of the page."""
    assert read(path).headline.value == (TRUTH[path]["headline"] or TRUTH[path]["page_title"])


@pytest.mark.parametrize(
    ("name", "path"), every(["breadcrumb", "sections", "authors", "contributors", "topics"], PAGES)
)
def test_lists_of_words(name, path):
    """Attributes that are lists of words, in the order of the page."""
    assert texts(getattr(read(path), name)) == TRUTH[path][name]


@pytest.mark.parametrize(("name", "path"), every(["date_published", "date_modified"], PAGES))
def test_dates(name, path):
    """The dates the page claims, with their zone where it states one."""
    stamp = getattr(read(path), name).value
    assert (stamp and stamp.value) == TRUTH[path][name]


@pytest.mark.parametrize(("name", "path"), every(["promos", "related", "ranking", "recommended"], ARTICLES))
def test_lists_of_headlines(name, path):
    """The headlines around the article, whole and in order."""
    assert titles(getattr(read(path), name)) == TRUTH[path][name]


@pytest.mark.parametrize(("part", "path"), cases("body", ARTICLES))
def test_body(part, path):
    """The body: every paragraph, crosshead and list item to the character, and nothing else."""
    assert body_of(read(path)) == TRUTH[path][part]


@pytest.mark.parametrize(("part", "path"), cases("items", ARTICLES))
def test_list_items_of_the_body(part, path):  # noqa: ARG001 - names the part that may be misread
    """List items of the body are blocks of that kind, and the marks of a text stand outside them."""
    items = [
        read(path).block_text(block)
        for block in read(path).blocks
        if block.role is Role.BODY and block.kind is BlockKind.LIST_ITEM
    ]
    roles = zip(TRUTH[path]["body"], TRUTH[path]["body_roles"], strict=True)
    assert items == [text for text, role in roles if role == "item"]


@pytest.mark.parametrize(("part", "path"), cases("comments", PAGES))
def test_reactions_and_comments(part, path):
    """The page's own counter, and how many comments it has."""
    counter = TRUTH[path]["reaction"]
    found = [{"label": r.value.label, "count": r.value.count} for r in read(path).reactions.value]
    assert found == ([counter] if counter else [])
    assert len(read(path).comments.value) == TRUTH[path][part]


@pytest.mark.parametrize(("part", "path"), cases("not_body", PAGES))
def test_what_is_never_body(part, path):
    """Newsletter boxes, legal lines and other pages' summaries are no part of the body."""
    for text in TRUTH[path][part]:
        assert text not in read(path).text


def test_an_original_and_its_licensed_copy_point_at_one_address():
    """The licensed copy names the original's address as canonical."""
    copy = next(p for p in PAGES if "nessbaypost" in p)
    original = next(p for p in PAGES if TRUTH[p]["url"] == TRUTH[copy]["canonical_url"])
    assert read(copy).canonical_url.value == read(original).url


@pytest.mark.parametrize("path", PAGES)
def test_evidence_supports_its_value(path):
    """Every field with a value has evidence, and every span of a word value holds that value's words."""
    article = read(path)
    for name in ("headline", "dek", "site_name", "brand_slot", "credit_line"):
        field = getattr(article, name)
        assert (field.value is None) == (field.evidence == ())
        for evidence in field.evidence:
            if isinstance(evidence, Span):
                found = article.page_text[evidence.start : evidence.end]
                assert found.casefold() == field.value.casefold()
            elif isinstance(evidence, Pointer):
                assert evidence.text
    for name in ("authors", "topics", "contributors", "sections", "breadcrumb"):
        for item in getattr(article, name).value:
            spans = [e for e in item.evidence if isinstance(e, Span)]
            assert all(article.page_text[s.start : s.end].strip().casefold() == item.value.casefold() for s in spans)


@pytest.mark.parametrize("path", PAGES)
def test_blocks_cover_the_page_in_order(path):
    """Blocks rise and never overlap, and no word of the page lies outside them."""
    article, last = read(path), 0
    for block in article.blocks:
        assert last <= block.start < block.end <= len(article.page_text)
        outside = article.page_text[last : block.start]
        assert not any(c.isalnum() for c in outside)
        last = block.end
    assert not any(c.isalnum() for c in article.page_text[last:])
