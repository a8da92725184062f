"""Time grows with the size of a page and not with its square, whatever the page repeats.

No times are compared with a clock's: four times the input may take eight times the time of this very machine. What is
linear takes four, what is quadratic sixteen.
"""

import time

import hostile_pages
import pytest
import reading_laws

from copydesk.errors import OversizedInput
from copydesk.types import Article

FACTOR = 4
ROOM = 2 * FACTOR

SOON = 0.1
"""Seconds that tell nothing: a page read so fast has no growth that could be measured."""

REFUSED = 2.0
"""Seconds within which a page is refused that the parser would need a minute for, or an hour."""

SHAPES = {
    f"{where}: {name}": shape
    for where, shapes in (
        ("text", hostile_pages.TEXTS),
        ("body", hostile_pages.BODIES),
        ("head", hostile_pages.HEADS),
    )
    for name, shape in shapes.items()
}

PARSER = ("body: nested boxes", "body: nested lists", "body: attributes", "body: attributes of the root")
"""What the parser itself goes through again and again: every open element, every attribute of a tag."""


def seconds(page: str) -> float:
    start = time.process_time()
    reading_laws.article_or_error(page)
    return time.process_time() - start


@pytest.mark.parametrize("name", [name for name in SHAPES if name not in PARSER])
def test_four_times_the_page_takes_about_four_times_the_time(name):
    """Nothing that a page can repeat makes it more expensive than its size."""
    shape = SHAPES[name]
    small, large = shape.page(shape.times), shape.page(FACTOR * shape.times)
    measured = []
    for _ in range(3):  # a machine that does something else for a moment proves nothing
        one, other = seconds(small), seconds(large)
        if other < max(ROOM * one, SOON):
            return
        measured.append(f"{one:.3f} s -> {other:.3f} s")
    pytest.fail(f"{len(small):,} -> {len(large):,} characters: {', '.join(measured)}")


@pytest.mark.parametrize("name", PARSER)
def test_what_would_take_the_parser_too_long_is_refused(name):
    """Where only the parser's time grows with the square, a page of some 100,000 repetitions costs less than a read."""
    shape = SHAPES[name]
    article, error = (reading_laws.article_or_error(shape.page(times)) for times in (shape.times, 100_000))
    assert isinstance(article, Article)
    assert isinstance(error, OversizedInput)
    assert seconds(shape.page(100_000)) < REFUSED
