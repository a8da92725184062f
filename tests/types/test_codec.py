"""Article <-> dict <-> JSON, for articles of any content."""

import json
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import RecordError
from copydesk.types import (
    Address,
    Article,
    Block,
    BlockKind,
    Comment,
    Entry,
    Field,
    Granularity,
    Image,
    MediaType,
    PageKind,
    Pointer,
    Reaction,
    Role,
    Span,
    Timestamp,
)

WORDS = st.text(max_size=12)
CHANCE = st.floats(0, 1)
NUMBERS = st.integers(0, 10**6)
EVIDENCE = st.lists(
    st.one_of(
        st.builds(Span, NUMBERS, NUMBERS, WORDS),
        st.builds(Pointer, WORDS, WORDS, WORDS),
        st.builds(Address, WORDS, WORDS),
    ),
    max_size=2,
).map(tuple)
STAMP = st.builds(Timestamp, WORDS, st.sampled_from(Granularity), st.none() | WORDS)


def field(values):
    return st.builds(Field, values, EVIDENCE, CHANCE)


def items(values):
    return field(st.lists(field(values), max_size=3).map(tuple))


MAYBE = field(st.none() | WORDS)
ENTRIES = items(st.builds(Entry, WORDS, st.none() | WORDS, st.booleans()))
BLOCKS = st.lists(
    st.builds(
        Block,
        NUMBERS,
        NUMBERS,
        st.sampled_from(BlockKind),
        st.sampled_from(Role),
        CHANCE,
        WORDS,
        st.none() | WORDS,
    ),
    max_size=3,
).map(tuple)
ARTICLES = st.builds(
    Article,
    page_id=WORDS,
    name=WORDS,
    url=st.none() | WORDS,
    fetched_at=st.none() | WORDS,
    media_type=st.sampled_from(MediaType),
    encoding=WORDS,
    kind=field(st.sampled_from(PageKind)),
    language=MAYBE,
    canonical_url=MAYBE,
    license=MAYBE,
    is_accessible_for_free=field(st.none() | st.booleans()),
    headline=MAYBE,
    dek=MAYBE,
    site_name=MAYBE,
    breadcrumb=items(WORDS),
    sections=items(WORDS),
    brand_slot=MAYBE,
    authors=items(WORDS),
    contributors=items(WORDS),
    credit_line=MAYBE,
    date_published=field(st.none() | STAMP),
    date_modified=field(st.none() | STAMP),
    topics=items(WORDS),
    promos=ENTRIES,
    reactions=items(st.builds(Reaction, WORDS, NUMBERS)),
    related=ENTRIES,
    ranking=ENTRIES,
    recommended=ENTRIES,
    comments=items(st.builds(Comment, WORDS, st.none() | WORDS, st.none() | STAMP)),
    images=items(st.builds(Image, st.none() | WORDS, st.none() | WORDS, st.none() | WORDS)),
    blocks=BLOCKS,
    page_text=st.text(max_size=40),
)


@given(ARTICLES)
def test_dict_round_trip(article):
    """Whatever an article holds, its dictionary gives it back."""
    assert Article.from_dict(article.to_dict()) == article


@given(ARTICLES)
def test_json_round_trip(article):
    """Whatever an article holds, its JSON gives it back."""
    assert Article.from_json(article.to_json()) == article


@given(ARTICLES)
def test_dict_is_plain_data(article):
    """The dictionary holds nothing but what JSON has: no enumeration, no tuple, no dataclass."""

    def check(value):
        assert type(value) in {dict, list, str, int, float, bool, type(None)}
        for inner in value.values() if type(value) is dict else value if type(value) is list else ():
            check(inner)

    check(article.to_dict())


@given(ARTICLES)
def test_every_attribute_is_in_the_record(article):
    """A record has every attribute of the article by its own name, and the body's text."""
    record = article.to_dict()
    assert {f.name for f in fields(Article)} | {"version", "text"} == set(record)
    assert record["text"] == article.text


def _some_article():
    none, empty = Field(None), Field(())
    values = {f.name: empty for f in fields(Article)}
    for name in ("language", "canonical_url", "license", "is_accessible_for_free", "headline", "dek", "site_name",
                 "brand_slot", "credit_line", "date_published", "date_modified"):  # fmt: skip
        values[name] = none
    values |= {"page_id": "0", "name": "n", "url": None, "fetched_at": None, "media_type": MediaType.TEXT}
    values |= {"encoding": "utf-8", "kind": Field(PageKind.OTHER), "page_text": "Words.", "blocks": ()}
    block = Block(0, 6, BlockKind.PARAGRAPH, Role.BODY, 0.5, "rule")
    return replace(Article(**values), blocks=(block,))


@pytest.mark.parametrize(
    ("spoil", "place"),
    [
        (lambda r: r.pop("headline"), "headline"),
        (lambda r: r.update(extra=1), "extra"),
        (lambda r: r["headline"].update(confidence="high"), "record.headline.confidence"),
        (lambda r: r["blocks"][0].pop("end"), "record.blocks[0].end"),
        (lambda r: r["blocks"][0].update(role="hero"), "record.blocks[0].role"),
        (lambda r: r["blocks"][0].update(start=True), "record.blocks[0].start"),
        (lambda r: r.update(version=99), "version"),
    ],
)
def test_a_bad_record_names_the_place(spoil, place):
    """A record of another shape is refused, and the message says where it is wrong."""
    record = json.loads(_some_article().to_json())
    spoil(record)
    with pytest.raises(RecordError, match=place.replace("[", r"\[").replace("]", r"\]")):
        Article.from_dict(record)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '"x"', "null"])
def test_what_is_no_record_is_refused(text):
    """Text that is no JSON object raises RecordError, never another exception."""
    with pytest.raises(RecordError):
        Article.from_json(text)
