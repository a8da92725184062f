"""One scraped page is read alike in every layout of its lines: marks, blank lines, indents, wrapping."""

import textwrap

import pytest
from text_pages import (
    HEADLINE,
    LAYOUTS,
    RANKING,
    RECOMMENDED,
    RELATED,
    STORY,
    TOPICS,
    all_lists,
    body,
    flat,
    read,
    texts,
)

from copydesk.types import Granularity, MediaType, PageKind


@pytest.fixture(scope="module", params=LAYOUTS)
def layout(request):
    """The article of one layout."""
    return read(LAYOUTS[request.param])


def test_a_layout_is_text(layout):
    """None of the layouts is taken for HTML."""
    assert layout.media_type is MediaType.TEXT


def test_the_body_of_every_layout(layout):
    """The body is the five paragraphs, whole, and nothing else."""
    assert body(layout) == list(STORY)


def test_the_headline_of_every_layout(layout):
    """The headline that stands twice is one, without the site's name, which is the site's name."""
    assert flat(layout.headline.value) == HEADLINE
    assert flat(layout.site_name.value) == "Marren Post"


def test_the_values_of_every_layout_are_one_line(layout):
    """No single value carries a line break of the page's layout."""
    values = [layout.headline.value, layout.site_name.value, *(item.value for item in layout.authors.value)]
    values += [
        item.value.title for name in ("related", "ranking", "recommended") for item in getattr(layout, name).value
    ]
    assert [value for value in values if "\n" in value] == []


def test_the_byline_of_every_layout(layout):
    """The byline's name is the author."""
    assert texts(layout.authors) == ["Edda Holm"]


def test_the_date_of_every_layout(layout):
    """The date line is the date of publication, to the day."""
    stamp = layout.date_published.value
    assert (stamp.value, stamp.granularity) == ("2025-11-12", Granularity.DAY)


def test_the_topics_of_every_layout(layout):
    """Topics in one line behind a label are taken apart."""
    assert texts(layout.topics) == TOPICS


def test_the_counter_of_every_layout(layout):
    """The counter comes with label and count."""
    assert [(r.value.label, r.value.count) for r in layout.reactions.value] == [("Like", 41)]


def test_the_lists_of_every_layout(layout):
    """The three lists are told apart by their headings, and no entry is lost or glued to another."""
    assert all_lists(layout) == [[flat(entry) for entry in entries] for entries in (RELATED, RANKING, RECOMMENDED)]


def test_every_layout_is_an_article(layout):
    """Each of them is an article in English."""
    assert (layout.kind.value, layout.language.value) == (PageKind.ARTICLE, "en")


def test_no_block_of_text_has_a_path(layout):
    """A text has no nodes, so that no block has a path."""
    assert {block.path for block in layout.blocks} == {None}


def test_wrapped_at_120():
    """Paragraphs that were wrapped at 120 columns, a blank line between, are whole."""
    assert body(read("\n\n".join(textwrap.fill(line, 120) for line in (HEADLINE, *STORY)))) == list(STORY)


@pytest.mark.xfail(reason="an indent does not begin a paragraph: all are joined to one", strict=True)
def test_wrapped_with_indented_paragraphs():
    """Where wrapped paragraphs are told apart by the indent of their first line, each is one block."""
    text = "\n".join(textwrap.fill(line, 72, initial_indent="    ") for line in STORY)
    assert body(read(f"{HEADLINE}\n\n{text}")) == list(STORY)
