"""Lists of a text that stand in one line, whatever their label is and whatever stands between their entries."""

import pytest
from text_pages import HEADLINE, RANKING, RELATED, STORY, body, read, titles

TOP = [*RANKING[:3], "Band plays on the pier until the tide takes the drums"]
NUMBERED = " ".join(f"{rank}. {title}" for rank, title in enumerate(TOP, 1))
GLUED_RANKS = "".join(f"{rank}.{title}" for rank, title in enumerate(TOP, 1))


def with_line(*lines):
    return read([HEADLINE, "By Edda Holm", *STORY, *lines])


@pytest.mark.parametrize("mark", [" | ", " • ", " / ", " · ", " ||| ", "  ", "; "])
@pytest.mark.parametrize("label", ["Related stories: ", "Further tales from the coast: "])
def test_entries_set_off_by_a_mark(label, mark):
    """The entries of a list in one line are parted by whatever stands between them, be its label known or not."""
    article = with_line(label + mark.join(RELATED))
    assert titles(article.related) == RELATED
    assert body(article) == list(STORY)


@pytest.mark.parametrize("label", ["Most read ", "Top 10", "What the harbour talks about: ", "Charts — "])
@pytest.mark.parametrize("ranks", [NUMBERED, GLUED_RANKS])
def test_numbered_entries(label, ranks):
    """Numbers that count up from one part a line into a ranking."""
    assert titles(with_line(label + ranks).ranking) == TOP


def test_glued_entries():
    """Entries run into each other without a blank are parted where a new one begins, not inside a quotation."""
    quoted = 'Keeper wins prize for "The Long Night" on the cliff'
    article = with_line("Related stories" + RELATED[0] + quoted + RELATED[1] + RELATED[2])
    assert titles(article.related) == [RELATED[0], quoted, *RELATED[1:3]]


@pytest.mark.parametrize(
    "line",
    [
        "Rope | Lamp oil | Matches | Two blankets | Kettle | Bread",
        "Weight: 4 kg | Height: 30 cm | Material: brass | Year: 1931 | Lens: glass",
        "She said yes; he said no; nobody asked the keeper what he thought of it, and nobody will.",
    ],
)
def test_lines_with_marks_that_are_no_lists(line):
    """A data sheet, a list of things and a sentence with semicolons are no lists of headlines."""
    article = with_line(line)
    assert not titles(article.related) + titles(article.ranking) + titles(article.recommended)


def test_lists_told_apart():
    """ "You may also like" is over related articles where the page recommends others, else over recommended ones."""
    both = with_line("You may also like", *RELATED, "Recommended", *RANKING)
    assert (titles(both.related), titles(both.recommended)) == (RELATED, RANKING)
    assert titles(with_line("You may also like", *RELATED).recommended) == RELATED
