"""The account of a page, line by line and field by field."""

import io
from dataclasses import fields, replace

import cli_articles
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.console import Console

from copydesk.cli.explain import STYLES, WIDEST, Account, stretches
from copydesk.types import Block, BlockKind, Field, Pointer, Role


def draw(article, width=80, **options):
    stream = io.StringIO()
    Console(file=stream, width=width, **options).print(Account(article))
    return stream.getvalue()


def bare(text):
    return "".join(text.split())


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 12)), max_size=6)


@given(st.text("ab-• \n", max_size=50), SPANS)
def test_nothing_of_the_page_is_lost(text, spans):
    """Whatever blocks lie on a page, overlapping or not, its words all come out, in their order."""
    blocks = tuple(
        Block(min(at, len(text)), min(at + size, len(text)), BlockKind.PARAGRAPH, Role.BODY, 0.5, "rule")
        for at, size in spans
    )
    article = cli_articles.article(cli_articles.Sketch(text, blocks))
    told = bare("".join(stretch.mark + stretch.words for stretch in stretches(article)))
    left = iter(told)
    assert all(character in left for character in bare(text))
    if not any(a.start < b.end and b.start < a.end for a in blocks for b in blocks if a is not b):
        assert told == bare(text)


def test_each_block_shows_role_score_and_words(farm):
    """A block's line begins with its role and its score; its list mark stands before its words."""
    lines = draw(farm, 100).splitlines()
    assert any(line.startswith("brand_slot   0.93  line:brand_slot") for line in lines)
    assert any(line.startswith("topic        0.93") and line.endswith("- Tramways") for line in lines)


def test_long_words_hang_under_their_first_line(farm):
    """Further lines of a block are indented to where its words begin, and none is wider than the terminal."""
    lines = draw(farm, 60).splitlines()
    first = next(number for number, line in enumerate(lines) if line.startswith("body"))
    assert lines[first + 1].startswith(" " * 19 + "tramway")
    assert max(map(cell_len, lines)) <= 60


def test_words_in_no_block_are_shown_where_they_stand():
    """A line between two blocks that no block covers appears with a dot for a role."""
    page = cli_articles.sketch(
        [(Role.HEADLINE, BlockKind.HEADING, "First"), (Role.BODY, BlockKind.PARAGRAPH, "\nstray words\n|Second")]
    )
    rows = [line.split() for line in draw(cli_articles.article(page)).splitlines()[2:5]]
    assert rows == [["headline", "0.93", "First"], ["·", "stray", "words"], ["body", "0.93", "Second"]]


def test_fields_tell_value_confidence_place_and_rule(portal):
    """Each field has its value and confidence, and under it each place with its rule and words."""
    account = draw(portal, 120)
    assert "date_published  0.97  2031-05-03 14:10+02:00 (CEST)" in account
    assert "← json-ld/0/datePublished, stated: “2031-05-03T14:10+02:00”" in account
    assert "line: “3 May 2031, 14:10”" in account
    assert "←address,path:“https://www.saltwick-portal.example" in bare(account)


def test_evidence_that_repeats_the_value_is_not_quoted(portal):
    """Places where just the value stands share one line without quoting it again."""
    start = portal.page_text.index("Nerrin light")
    where = f"← page {start}–{start + 54}, h1; json-ld/0/headline, headline stated\n"
    assert where in draw(portal, 120)


def test_items_have_their_own_evidence(farm):
    """An item of a list has its confidence and its place, and the list its heading."""
    account = draw(farm)
    assert "topics          0.93  3 items\n" in account
    assert "list heading: “In:”" in account
    assert "Corin Vale (only a name)" in account


def test_long_evidence_is_cut(portal):
    """A piece of evidence as long as a body is quoted by its beginning."""
    article = replace(portal, dek=Field("x", (Pointer("meta/description", "word " * 900, "stated"),), 0.5))
    assert draw(article).count("word word") < 20
    assert "…”" in draw(article)


def test_every_field_is_told(farm, wall):
    """A field with a value has its part, one without is listed as not found: none is passed over."""
    for article in (farm, wall):
        account = bare(draw(article))
        assert all(
            attribute.name in account
            for attribute in fields(article)
            if isinstance(getattr(article, attribute.name), Field)
        )


def test_every_role_has_its_look():
    """A role added later needs one."""
    assert set(STYLES) == set(Role)


@pytest.mark.parametrize("width", [60, 80, 120, 200])
def test_no_line_is_wider_than_the_terminal_or_trails_spaces(portal, width):
    """Wide characters and long addresses are folded, and no line ends in white space."""
    lines = draw(portal, width).splitlines()
    assert max(map(cell_len, lines)) <= min(width, WIDEST)
    assert [line for line in lines if line != line.rstrip()] == []


def test_a_hostile_page_is_shown_not_obeyed():
    """Escape sequences and mark-up in blocks, marks, evidence, rules and names are only shown."""
    page = cli_articles.sketch([(Role.BODY, BlockKind.PARAGRAPH, "\x1b\x07|[red]a\u202e[/red]\x9b2J")])
    nasty = Pointer("meta/[b]\x1b", "\x1b[1m[/]", "\x07rule")
    article = cli_articles.article(page, name="\x1b[0m.html", headline=Field("[/red]\x1b[2J", (nasty,), 0.5))
    account = draw(article)
    assert not set(account) & (set(map(chr, range(32))) - {"\n"} | {"\x9b", "\u202e"})
    assert "[red]a" in account
