"""Pages that are far larger, deeper or wider than any real one: an article or an error, in bounded time and memory.

The bounds are loose: they catch what hangs or eats the machine, not what is slow. Sizes are a tenth of what was tried
by hand, so that the tests stay quick. By hand, at the limit of 50 MB, on one core of a small server:

    text in paragraphs         29 s   1.6 GB        one line, one word       6 s   1.5 GB
    text of 3 million lines    74 s   2.3 GB        HTML in paragraphs      22 s   1.7 GB
    1 million <p>              29 s   0.9 GB        HTML, one paragraph      8 s   1.5 GB
    1 million <br>            2.3 s   0.4 GB        1 million entities     0.3 s   0.1 GB
    200,000 lines             6.7 s   0.2 GB        100,000 links          3.5 s   0.2 GB

so that a worker's 60 s and 4 GB are enough for whatever intake lets pass, but for millions of very short lines.
"""

import sys
import time
from collections.abc import Callable

import pytest
import reading_laws
from hostile_pages import PROSE, TEXT, P

from copydesk.types import Article

SECONDS = 10.0


def repeated(unit: str, size: int) -> str:
    """So much of a unit."""
    return unit * (size // len(unit))


def stated(json: str) -> str:
    """A page with this JSON-LD."""
    return f'<script type="application/ld+json">{json}</script>{P}'


HUGE: dict[str, Callable[[], str]] = {
    "paragraphs of text": lambda: repeated(TEXT, 5_000_000),
    "a line of text": lambda: repeated(f"{PROSE} ", 5_000_000),
    "a word": lambda: "a" * 5_000_000,
    "a word of each kind": lambda: " ".join(repeated(unit, 1_000_000) for unit in ("Aa", "1", "é", "雨", "a-", "a.")),
    "lines": lambda: "Rain falls on the town\n" * 20_000,
    "white space": lambda: f"{' ' * 5_000_000}Rain.",
    "line feeds": lambda: "Rain." + "\n" * 5_000_000 + "Sun.",
    "quotation marks": lambda: '"' * 2_000_000,
    "digits": lambda: "1" * 1_000_000,
    "paragraphs of HTML": lambda: f"<html><body>{repeated(P, 5_000_000)}",
    "a paragraph of HTML": lambda: f"<html><body><p>{repeated(f'{PROSE} ', 5_000_000)}",
    "siblings": lambda: f"<html><body>{'<i>a</i>' * 200_000}",
    "sibling paragraphs": lambda: f"<html><body>{'<p>a' * 30_000}",
    "line breaks": lambda: f"<html><body><p>{'a<br>' * 200_000}",
    "entities": lambda: f"<html><body><p>{'&eacute;' * 1_000_000}",
    "links": lambda: f"<html><body>{'<p><a href=/rain>Rain falls on the town again</a></p>' * 15_000}",
    "nested spans": lambda: f"<html><body><p>{'<span>' * 100_000}{PROSE}",
    "nested fonts": lambda: f"<html><body>{'<font>' * 100_000}{PROSE}",
    "nested tables": lambda: f"<html><body>{'<table><tr><td>' * 20_000}{PROSE}",
    "nested, and closed": lambda: f"<html><body>{'<span>' * 100_000}{PROSE}{'</span>' * 100_000}",
    "a class": lambda: f'<html><body><p class="{"rain " * 200_000}">{PROSE}',
    "an address": lambda: f'<html><body><p><a href="/{"x" * 1_000_000}">{PROSE}</a>',
    "a comment": lambda: f"<html><body>{P}<!--{'a' * 5_000_000}",
    "a script": lambda: f"<html><body>{P}<script>{'a' * 5_000_000}",
    "a style": lambda: f"<html><head><style>{'a{} ' * 1_000_000}</style></head><body>{P}",
    "comments before the page": lambda: f"{'<!---->' * 500_000}{P}",
    "instructions before the page": lambda: f"{'<?>' * 1_000_000}{P}",
    "a title": lambda: f"<html><head><title>{'Rain ' * 200_000}</title></head><body>{P}",
    "JSON-LD": lambda: stated(f'{{"@type":"NewsArticle","articleBody":"{"x " * 5_000_000}"}}'),
    "deep JSON-LD": lambda: stated("[" * 10_000 + "]" * 10_000),
    "wide JSON-LD": lambda: stated(f'{{"@type":"NewsArticle","keywords":[{"[]," * 500_000}[]]}}'),
    "a number in JSON-LD": lambda: stated(f'{{"@type":"NewsArticle","headline":{"9" * 1_000_000}}}'),
    "microdata in microdata": lambda: f"<html><body>{'<span itemprop=author>' * 20_000}{PROSE}",
    "one property again and again": lambda: f"<html><body>{'<p itemprop=name>Rain</p>' * 30_000}",
}  # fmt: skip


@pytest.mark.parametrize("name", HUGE)
def test_a_huge_page_is_read_in_bounded_time(name):
    """Whatever is huge about a page, it gives a sound article in seconds."""
    page = HUGE[name]()
    start = time.process_time()
    article = reading_laws.article_or_error(page)
    assert time.process_time() - start < SECONDS
    assert isinstance(article, Article)
    assert reading_laws.broken_laws(article) == []


@pytest.mark.parametrize(
    "page",
    [
        f"<html><body>{P * 100}",
        f"<html><body>{'<div>' * 50}{'<p>a' * 200}",
        f"<html><body>{('<x-' + 'a' * 500 + '>') * 100}{'<p>a' * 200}",
        f"<html><body>{'<section>' * 500}{'<p>a' * 2000}",
    ],
    ids=["plain", "nested", "long names", "deep"],
)
def test_a_record_is_not_a_hundred_times_its_page(page):
    """No page of kilobytes becomes a record of megabytes, nor one of megabytes one that fills the memory."""
    article = reading_laws.article_or_error(page)
    assert isinstance(article, Article)
    assert sum(len(block.path or "") for block in article.blocks) < 100 * len(page)


def test_depth_is_the_pages_to_choose():
    """Elements nested a hundred times deeper than Python's calls are read, not refused, and cost no word."""
    depth = 100 * sys.getrecursionlimit()
    article = reading_laws.article_or_error(f"<html><body>{'<b>' * depth}{PROSE}{'</b>' * depth}")
    assert isinstance(article, Article)
    assert article.page_text == PROSE
