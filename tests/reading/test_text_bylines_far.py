"""Bylines of texts that no cue marks: found by what stands around them; and the names taken from their lines."""

import numpy as np
import pytest
from text_pages import HEADLINE, STORY, read, texts

from copydesk import weights
from copydesk.intake.content import page_from
from copydesk.reading import bylinemeasures, judge, linewords, roles, text, textbyline, textcredits
from copydesk.types import Role

MENU = ["News", "Fishing Fleet", "Harbour Life", "Tide Tables", "Lost and Found", "Our Team", "Sign In"]


def board(*lines):
    """A text read up to its bylines."""
    return roles.filled(text.lines(page_from("\n".join(lines), name="page")))


def named(line):
    """Whom a line names if it is a byline."""
    marked = board(HEADLINE, line, "12 November 2025", *STORY)
    block = next(block for block in range(len(marked.role)) if marked.line(block) == line)
    return [line[agent.start : agent.end] for agent in textcredits.agents(marked, block)]


@pytest.mark.parametrize(
    "top",
    [
        ["Edda Holm", "12 November 2025"],
        ["12 November 2025", "Edda Holm"],
        ["12 November 2025 Edda Holm"],
        ["Edda Holm | 12 November 2025 | 5 min read"],
    ],
)
def test_a_name_beside_the_date_is_the_author(top):
    """Below a menu of names and a headline the name beside the date is the author, without any cue."""
    assert texts(read([*MENU, HEADLINE, *top, *STORY]).authors) == ["Edda Holm"]


def test_names_of_pages_are_no_authors():
    """Where nobody is named, what a menu or a button says is nobody's name."""
    assert texts(read([*MENU, HEADLINE, "12 November 2025", "Share Article", *STORY, *MENU]).authors) == []


def test_what_only_looks_like_a_byline_gives_way():
    """Beside a byline with a cue no other line near the headline keeps the role of one."""
    marked = board(*MENU, HEADLINE, "By Edda Holm", "12 November 2025", *STORY)
    textbyline.mark(marked)
    assert [marked.line(block) for block in marked.having(Role.BYLINE, Role.BRAND_SLOT)] == ["By Edda Holm"]


@pytest.mark.parametrize(
    ("line", "names"),
    {
        "Edda Holm Edda Holm": ["Edda Holm"],
        "Emma Holm Lifestyle Writer": ["Emma Holm"],
        "Anna Holm Peter Wiik": ["Anna Holm", "Peter Wiik"],
        "FROM Edda Holm": ["Edda Holm"],
        "De Edda Holm": ["Edda Holm"],
        "By Ben Holm": ["Ben Holm"],
        "By Z.B. Holm": ["Z.B. Holm"],
        "Bericht: Edda Holm": ["Edda Holm"],
        "Harbour Desk via HarbourPost": ["Harbour Desk"],
        "By": [],
        "GoldenPeak Wealth Society": [],
    }.items(),
)
def test_names_in_a_byline(line, names):
    """A byline names people, each once, without their offices; neither a label nor a brand is anybody."""
    assert named(line) == names


def test_measures_of_bylines():
    """Every measure is a number for every line that can be a byline; the model knows them all."""
    marked = board(*MENU, HEADLINE, "By Edda Holm", "12 November 2025", *STORY)
    lines = bylinemeasures.candidates(marked)
    names, matrix = bylinemeasures.of(marked, lines, linewords.score_of())
    assert matrix.shape == (len(names), len(lines))
    assert np.isfinite(matrix).all()
    assert len(set(names)) == len(names)
    assert set(weights.arrays("bylines")["columns"].tolist()) <= set(names)


@pytest.mark.parametrize("lines", [["Edda"], ["12"], [*MENU], ["\u200b"], ["By", "By"], [STORY[0]]])
def test_any_little_text_has_chances(lines):
    """Of a text without headline or body the lines at its top can be bylines; none is one for sure."""
    marked = board(*lines)
    if len(marked.role):
        found, chance = judge.byline_chances(marked)
        assert len(found) == len(chance)
        assert all(0 <= value < 1 for value in chance)


def test_candidates_stand_near():
    """A line far from the headline, the body's ends and any look of a byline is not looked at."""
    marked = board(*[f"Chapter {number} of the log" for number in range(60)], HEADLINE, *STORY, *MENU * 9)
    lines = bylinemeasures.candidates(marked)
    assert 0 < len(lines) < 60
