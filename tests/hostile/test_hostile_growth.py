"""Time grows with the size of a page and not with its square, whatever the page repeats.

No times are compared with a clock's: four times the input may take eight times the time of this very machine. What is
linear takes four, what is quadratic sixteen.
"""

import time

import hostile_pages
import pytest
import reading_laws

FACTOR = 4
ROOM = 2 * FACTOR

SOON = 0.1
"""Seconds that tell nothing: a page read so fast has no growth that could be measured."""

SHAPES = {
    f"{where}: {name}": shape
    for where, shapes in (
        ("text", hostile_pages.TEXTS),
        ("body", hostile_pages.BODIES),
        ("head", hostile_pages.HEADS),
    )
    for name, shape in shapes.items()
}

LABELS = "regions._extent looks for the end of each label's entries up to the end of the text, not to the next label"
PARSER = "lexbor goes through all open elements, options or attributes for each new one"
KNOWN = {
    "text: lines of labels": LABELS,
    "text: labels over an entry each": LABELS,
    "text: labels of topics": LABELS,
    "text: labels of comments": LABELS,
    "text: blanks in a commenter": "comments.words_of_author searches for a pattern that begins with white space",
    "body: links in a paragraph": "html.close_link joins the whole block at the end of each link",
    "body: links in links": "html.flush notes every open link for each block",
    "body: related": "lists._href goes through the links of the whole page for each entry",
    "body: nested microdata": "structured.note_microdata takes the words of everything in each element",
    "body: nested boxes": PARSER,
    "body: nested lists": PARSER,
    "body: options": PARSER,
    "body: attributes": PARSER,
    "body: attributes of the root": PARSER,
    "head: blanks behind CDATA": "structured._CDATA may part a run of white space in many ways",
}


def seconds(page: str) -> float:
    start = time.process_time()
    reading_laws.article_or_error(page)
    return time.process_time() - start


@pytest.mark.parametrize(
    "name",
    [pytest.param(n, marks=pytest.mark.xfail(strict=True, reason=KNOWN[n])) if n in KNOWN else n for n in SHAPES],
)
def test_four_times_the_page_takes_about_four_times_the_time(name):
    """Nothing that a page can repeat makes it more expensive than its size."""
    shape = SHAPES[name]
    small, large = shape.page(shape.times), shape.page(FACTOR * shape.times)
    measured = []
    for _ in range(1 if name in KNOWN else 3):  # a machine that does something else for a moment proves nothing
        one, other = seconds(small), seconds(large)
        if other < max(ROOM * one, SOON):
            return
        measured.append(f"{one:.3f} s -> {other:.3f} s")
    pytest.fail(f"{len(small):,} -> {len(large):,} characters: {', '.join(measured)}")
