"""Texts made from a page keep its words in order and know whose they are."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from training.renderings import KEPT, LOST, NEAR, RENDERINGS, WIDTH, Piece

from chance import chance
from copydesk.types import BlockKind

PARAGRAPH, HEADING, ITEM = BlockKind.PARAGRAPH, BlockKind.HEADING, BlockKind.LIST_ITEM
LOSSLESS = [name for name in RENDERINGS if name != "noisy"]

PAGE = [
    Piece("Home", False, ITEM),
    Piece("Harbour", False, ITEM),
    Piece("The eel is back", False, HEADING, 1),
    Piece("It was seen on Monday by two men who fish there, and by a third who does not.", True, PARAGRAPH),
    Piece("Nobody had seen one for eleven years.", True, PARAGRAPH),
    Piece("What it eats", True, HEADING, 2),
    Piece("• Crabs", True, ITEM),
    Piece("• Roach", True, ITEM),
    Piece("  ", False, PARAGRAPH),
    Piece("Share", False, PARAGRAPH),
    Piece("Print", False, PARAGRAPH),
]

pieces_of_any_page = st.lists(
    st.builds(
        Piece,
        st.text(st.sampled_from("aB é.-•>#\n\u00a0漢😀"), max_size=120),
        st.booleans(),
        st.sampled_from(BlockKind),
        st.integers(0, 6),
    ),
    max_size=12,
)


def rendered(name, page=PAGE, seed=1):
    return RENDERINGS[name](page, chance(seed))


def every_text(name, page=PAGE):
    """What a rendering makes of a page with each of many seeds."""
    return {rendered(name, page, seed).text for seed in range(60)}


@pytest.mark.parametrize("name", RENDERINGS)
@settings(max_examples=40)
@given(page=pieces_of_any_page, seed=st.integers(0, 99))
def test_a_span_has_the_words_of_its_block(name, page, seed):
    """Whatever the page, spans follow each other, each with its block's words up to white space and a list's mark."""
    found = rendered(name, page, seed)
    at = 0
    for start, end, block in found.spans:
        assert at <= start < end
        words = "".join(found.text[start:end].split())
        whole = "".join(page[block].text.split())
        assert words == whole or (name == "unmarked" and words == whole[1:])
        at = end
    blocks = [block for _, _, block in found.spans]
    assert blocks == sorted(set(blocks))
    assert at == len(found.text)
    assert found.name == name


@pytest.mark.parametrize("name", LOSSLESS)
@settings(max_examples=40)
@given(page=pieces_of_any_page)
def test_nothing_is_lost_but_by_the_noisy_extractor(name, page):
    """Every block with words is in the text."""
    with_words = [number for number, piece in enumerate(page) if piece.text.strip("-• \n\u00a0")]
    assert set(with_words) <= {block for _, _, block in rendered(name, page).spans}


@pytest.mark.parametrize("name", RENDERINGS)
def test_the_same_seed_makes_the_same_text(name):
    """Chance comes from the seed alone."""
    assert rendered(name, seed=5) == rendered(name, seed=5)


@pytest.mark.parametrize("name", sorted({*RENDERINGS} - {"lines", "spaced"}))
def test_another_seed_can_make_another_text(name):
    """Where chance is involved, it is used."""
    assert len(every_text(name)) > 1


def test_lines_are_blocks():
    """The plainest renderings have a block a line, with and without blank lines, and no other mark."""
    blocks = [piece.text for piece in PAGE if piece.text.strip()]
    assert rendered("lines").text.split("\n") == blocks
    assert rendered("spaced").text.split("\n\n") == blocks


def test_marks_say_the_form():
    """Headings, lists and quotes have marks; blank lines part all but entries of a list or a table."""
    page = [
        Piece("Eels", False, HEADING, 2),
        *(Piece(t, True, ITEM) for t in "ab"),
        Piece("So.", True, BlockKind.QUOTE),
    ]
    assert every_text("marked", page) == {f"## Eels\n\n{m} a\n{m} b\n\n> So." for m in "-*•"}


def test_headings_touch_what_follows():
    """A heading and the next block share a line, with nothing between them."""
    text = rendered("glued_headings").text
    assert "The eel is backIt was seen" in text
    assert "What it eats• Crabs" in text
    assert "Harbour\n" in text


def test_crumbs_touch_the_headline():
    """The short lines before the headline stand on its line, however they are parted; no other lines are."""
    heads = {text.split("\n")[0] for text in every_text("glued_crumbs")}
    assert {
        "Home > Harbour > The eel is back",
        "Home > HarbourThe eel is back",
        "HomeHarbourThe eel is back",
        "Home»Harbour»The eel is back",
    } <= heads
    assert all(re.fullmatch(r"Home( > | ?» ?|)Harbour( > | ?» ?|)The eel is back", head) for head in heads)


def test_long_lines_before_a_headline_are_no_crumbs():
    """A sentence before the headline keeps its line, also in a script without spaces."""
    for sentence in ("This paper was printed here since the year of the flood.", "鰻" * 70):
        page = [Piece(sentence, False, PARAGRAPH), *PAGE[2:]]
        assert all(text.startswith(f"{sentence}\n") for text in every_text("glued_crumbs", page))


def test_entries_run_together_outside_the_body():
    """Short lines outside the body share a line; headings and the body keep theirs."""
    texts = every_text("run_together")
    assert {text.split("\n")[0] for text in texts} == {"Home Harbour", "HomeHarbour"}
    assert {text.split("\n")[-1] for text in texts} == {"Share Print", "SharePrint"}
    assert all("• Crabs\n" in text and "The eel is back\n" in text for text in texts)


def test_lists_lose_their_marks_and_lines():
    """Entries of a list, in the body or not, share a line without their marks."""
    texts = every_text("unmarked")
    assert {re.findall("Crabs.*", text)[0] for text in texts} == {"Crabs Roach", "Crabs | Roach"}
    assert not any("•" in text for text in texts)


def test_paragraphs_are_joined_on_their_own_side_of_the_body():
    """Paragraphs share a line with paragraphs of the same sort only."""
    page = [Piece(word, word.isupper(), PARAGRAPH) for word in ("a", "b", "C", "D", "e")]
    texts = {re.sub("\n+", "\n", text) for text in every_text("joined", page)}
    assert texts == {f"a{x}b\nC{y}D\ne" for x in " \n" for y in " \n"}


def test_lines_are_wrapped_at_a_width():
    """No line is longer than the width, unless by one word, and a paragraph has several."""
    page = [Piece("eel " * 60, True, PARAGRAPH), Piece("x" * 100, True, PARAGRAPH)]
    for text in every_text("wrapped", page):
        lines = text.replace("\n\n", "\n").split("\n")
        assert [len(line) for line in lines] == [79, 79, 79, 100]
        assert all(len(line) <= WIDTH or " " not in line for line in lines)


def test_the_noisy_extractor_errs_as_often_as_it_says():
    """Of the blocks near the body it keeps a share, of those far from it none, of the body it loses a share."""
    page = [Piece(f"n{i}", False, PARAGRAPH) for i in range(NEAR)]
    page = [*page, *page, *(Piece(f"b{i}", True, PARAGRAPH) for i in range(10)), *page]
    kept = [{block for _, _, block in rendered("noisy", page, seed).spans} for seed in range(400)]
    near = sum(len(blocks & {*range(NEAR, 2 * NEAR), *range(2 * NEAR + 10, 3 * NEAR + 10)}) for blocks in kept)
    body = sum(len(blocks & {*range(2 * NEAR, 2 * NEAR + 10)}) for blocks in kept)
    assert near / (400 * 2 * NEAR) == pytest.approx(KEPT, abs=0.05)
    assert body / (400 * 10) == pytest.approx(1 - LOST, abs=0.02)
    assert not any(blocks & {*range(NEAR)} for blocks in kept)


def test_the_noisy_extractor_never_returns_nothing():
    """The longest block of the body stays, on a page without a body the longest of all."""
    assert all("who fish there" in text for text in every_text("noisy"))
    assert all("menu" in text for text in every_text("noisy", [Piece("a", False, ITEM), Piece("menu", False, ITEM)]))
