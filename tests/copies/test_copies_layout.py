"""Words of prose are told from those of headlines and menus by the lines they stand in."""

import pytest

from copies_prose import chance, prose, story
from copydesk.copies.tokens import PROSE, tokens
from farms.grain import LANGUAGES, OPEN_TOPICS, Grain


def lines_of_prose(text):
    """For each line that has words the share of them that count as prose, as they come."""
    found = tokens([text])
    marks = (found.flags & PROSE) != 0
    shares, begin = [], 0
    for line in text.split("\n"):
        inside = (found.starts >= begin) & (found.starts < begin + len(line))
        if inside.any():
            shares.append(marks[inside].mean())
        begin += len(line) + 1
    return shares


def test_paragraphs_are_prose_and_lists_of_headlines_are_none():
    """Of a page with a menu above its story and headlines below it, the story alone is prose."""
    menu = ["Home", "Sport and Leisure", "Subscribe to our letter now", "Log in"]
    headlines = [
        "Harbour bridge to close for repairs",
        "Rain ends the cup in round three",
        "Old mill finds a new owner",
    ]
    paragraphs = ["The council met on Tuesday and agreed.", prose(1, 40), "Nobody spoke against it."]
    text = "\n".join([*menu, *paragraphs, *headlines])
    assert lines_of_prose(text) == [0] * len(menu) + [1, 1, 0] + [0] * len(headlines)


@pytest.mark.parametrize("end", [".", "!", "?", "…", ":", ";", ".”", ".»", ' "yes."', ".)", "。", "؟", "।"])
def test_a_line_that_ends_as_a_sentence_does_is_prose(end):
    """Full stops of all scripts, and the marks that close a quotation behind them, end a line of prose."""
    text = f"The council met again on Tuesday{end}\nHarbour bridge to close for repairs\nAnother line without an end"
    assert lines_of_prose(text) == [1, 0, 0]


def test_a_long_line_is_prose_however_it_ends():
    """Twenty-five words in one line are no headline."""
    words = prose(1, 60).replace(".", "").split()
    text = "\n".join([" ".join(words[:25]), "Other lines", " ".join(["Then", *words[25:48]]), "End of it all."])
    assert lines_of_prose(text) == [1, 0, 0, 0]


def test_wrapped_lines_are_prose():
    """Lines that go on with a small letter in the next one are a wrapped paragraph, with its last line."""
    text = (
        "Menu\nHome page\nThe council met again on\nthe evening of it and\nthen went to its\nNext headline of the day"
    )
    assert lines_of_prose(text) == [0, 0, 1, 1, 1, 0]


@pytest.mark.parametrize(
    "text",
    [
        "\n".join(["Roses are red", "Violets are blue", "Nobody knew"] * 5),
        "\n".join(f"{number}\t{number * 7}\tA{number}" for number in range(30)),
        "one word after another with no line at all",
        "word",
    ],
    ids=["verse", "table", "one line", "one word"],
)
def test_a_text_without_prose_is_taken_as_it_is(text):
    """Where no line looks like prose, every word counts as such."""
    assert set(lines_of_prose(text)) == {1}


def test_stories_are_prose_in_all_languages():
    """All but a few words of an article's paragraphs are prose."""
    for language in LANGUAGES:
        found = tokens(["\n".join(story(seed, language)) for seed in range(3)])
        assert ((found.flags & PROSE) != 0).mean() > 0.95, language


@pytest.mark.parametrize("language", [language for language in LANGUAGES if language != "ja"])
def test_headlines_around_a_story_are_none(language):
    """A dozen headlines under a story are not prose, in any language that sets blanks, but for a few odd ones."""
    headlines = Grain(chance(5), language, OPEN_TOPICS).headlines(12)
    shares = lines_of_prose("\n".join([*story(1, language), *headlines]))
    assert sum(shares[-12:]) <= 3


@pytest.mark.parametrize(
    ("line", "after", "expected"),
    [
        ("The council met again on Tuesday.", "“We will see,” she said to us.", 1),
        ("The council met again on Tuesday.", "- Harbour bridge to close for repairs", 1),
        ("The council met again on Tuesday.", " " * 8 + "Harbour bridge to close for repairs", 1),
        ("Harbour bridge to close for repairs", '"Never again," said the mayor of it.', 0),
    ],
    ids=["opening mark", "list mark", "indented", "straight mark"],
)
def test_what_a_line_ends_with_is_its_own(line, after, expected):
    """How the next line begins does not tell what this one ends with."""
    assert lines_of_prose("\n".join(["A menu", line, after, prose(1, 40)]))[1] == expected


@pytest.mark.parametrize(
    "blanks",
    [
        " ",
        "\t \r",
        "\u00a0",
        "\u202f\u3000",
        " " * 6,
        " " * 90,
    ],
)
def test_blanks_at_the_end_of_a_line_do_not_matter(blanks):
    """A sentence ends its line with whatever blanks stand behind it."""
    text = f"The council met again on Tuesday.{blanks}\nHarbour bridge to close for repairs\n{prose(1, 40)}"
    assert lines_of_prose(text) == [1, 0, 1]
