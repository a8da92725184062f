"""The card as rich draws it."""

import io
from dataclasses import replace

import pytest
from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from copydesk.cli.card import WIDEST, Card
from copydesk.types import Field


class _Stream(io.StringIO):
    def __init__(self, encoding):
        super().__init__()
        self._encoding = encoding

    @property
    def encoding(self):
        return self._encoding


def draw(thing, width, *, encoding="utf-8", **options):
    stream = _Stream(encoding)
    Console(file=stream, width=width, **options).print(thing)
    return stream.getvalue()


@pytest.mark.parametrize("width", [40, 60, 71, 72, 80, 100, 160])
@pytest.mark.parametrize("page", ["farm", "portal", "wall"])
def test_a_card_is_a_rectangle_at_every_width(request, page, width):
    """Every line has the same width in cells, wide characters included, and none is wider than the terminal."""
    widths = {cell_len(line) for line in draw(Card(request.getfixturevalue(page)), width).splitlines()}
    assert widths == {min(width, WIDEST)}


@pytest.mark.parametrize("width", [60, 80, 160])
def test_a_card_tells_every_row_at_every_width(farm, width):
    """Narrow or wide, nothing a row says is cut off."""
    card = " ".join(draw(Card(farm), width).replace("│", " ").split())
    for words in ("Orchid Prime Ledger View", "05:48:19, no zone", "Hesper Lindqvist contributed", "Works Committee"):
        assert words in card


def test_claim_and_finding_stand_beside_each_other_where_there_is_room(farm):
    """From 72 columns on claim and finding share a line; below, the finding follows behind an arrow."""
    wide = next(line for line in draw(Card(farm), 80).splitlines() if "byline" in line)
    assert "Orchid Prime Ledger View" in wide
    assert "! a brand" in wide
    assert "→ ! a brand where a byline belongs" in draw(Card(farm), 60)
    assert "the page claims → copydesk finds" in draw(Card(farm), 60)


@pytest.mark.parametrize("encoding", ["utf-8", "ascii"])
@pytest.mark.parametrize("name", [f"{'folder/' * 9}page.html", f"{'頁' * 40}/page.html"])
def test_of_a_long_name_the_end_stands_on_the_frame(farm, name, encoding):
    """A name with no room on the frame loses its beginning, which an ellipsis shows; the card stays a rectangle."""
    lines = draw(Card(replace(farm, name=name)), 60, encoding=encoding).splitlines()
    assert {cell_len(line) for line in lines} == {60}
    assert "page.html " in lines[0]
    assert lines[0][3:].startswith("..." if encoding == "ascii" else "…")
    assert "page.html" in draw(Card(replace(farm, name="page.html")), 60).splitlines()[0]


def test_doubt_and_flags_are_words_and_signs(farm):
    """Without any colour a flag is a ! and little confidence says unsure."""
    card = " ".join(draw(Card(farm), 120, no_color=True).split())
    assert "! a brand where a byline belongs" in card
    assert "(unsure)" in card


def test_doubt_without_a_finding_is_told_too(farm):
    """A claim with nothing to say beside it can still be unsure."""
    card = draw(Card(replace(farm, site_name=Field("PondLink", (), 0.2))), 80)
    assert any("PondLink" in line and "(unsure)" in line for line in card.splitlines())


def test_an_ascii_terminal_gets_an_ascii_card(farm):
    """Where the encoding has no boxes the frame is made of ASCII, and so is all the rest."""
    card = draw(Card(farm), 80, encoding="ascii")
    assert card.isascii()
    assert card.startswith("+- farm/48213.txt -")
    assert 'under "Ranking"' in card
    assert "\\u" not in card


def test_words_of_the_page_are_neither_obeyed_nor_interpreted(farm):
    """Escape sequences show as escapes and square brackets are no mark-up, in values and in the page's name."""
    name, headline = "a\x1b[2J\u202eb.txt", "\x1b]0;a\x07 [bold red]News[/] :smile:"
    article = replace(farm, name=name, headline=Field(headline, (), 0.9))
    card = draw(Card(article), 120)
    assert "\x1b" not in card
    assert r"a\x1b[2J\u202eb.txt" in card
    assert r"\x1b]0;a\x07 [bold red]News[/] :smile:" in card


def test_only_the_terminals_own_colours_are_used(portal):
    """No colour beyond the terminal's palette and no background: it suits light and dark alike."""
    drawn = draw(Card(portal), 80, force_terminal=True, color_system="truecolor")
    styles = [span.style for span in Text.from_ansi(drawn).spans]
    assert styles
    assert all(style.bgcolor is None and (style.color is None or style.color.number < 16) for style in styles)
