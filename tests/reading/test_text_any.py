"""Any text and any bytes are read in time or refused with InputError, and keep the laws."""

import json
import re
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from text_laws import check_laws, outside_of_blocks
from text_pages import HEADLINE, RELATED, STORY, read

import copydesk
from copydesk.errors import InputError
from copydesk.types import Article, MediaType

# ------------------------------------------------------------------ any text
LINES = st.sampled_from(
    [
        HEADLINE,
        *STORY[:3],
        *RELATED[:2],
        "Related",
        "Most read",
        "By Edda Holm",
        "12 November 2025",
        "Tags: a, b",
        "- In:",
        "-",
        "•",
        "Like (41)",
        "(3)",
        "Comments (2)",
        "Home > ",
        " > ",
        f"Home > X{HEADLINE} -Y",
        "| ",
        "© 2025",
        "Read more:",
        "Date:",
        "2025-02-30 25:61",
        "#",
        "# ",
        "===",
        "\u200b",
        "\u202e",
        "\u2028",
        "\x0c",
        "1.",
        "٣",
        "²",
        "Ⅷ",
        "ß" * 80,
        "İ" * 20,
    ]
)
ANY_TEXT = st.text() | st.lists(LINES | st.text(max_size=30), max_size=25).map("\n".join)


@settings(max_examples=500, deadline=None)
@given(ANY_TEXT)
@example("( \u00a0x")
@example("By \u00a0")
@example("\x1c(\u00a0\x1c")
@example("0\r:\x1f0")
def test_any_text(text):
    """Whatever the text, reading raises nothing but InputError, every law holds, and no visible letter is lost."""
    try:
        article = read(text)
    except InputError:
        return
    if article.media_type is MediaType.TEXT:
        check_laws(article)
        assert not re.findall(r"[^\W_\d]{2,}", outside_of_blocks(article))
    assert Article.from_json(article.to_json()) == article
    json.dumps(article.to_jsonld())


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
@example(b"\x00\x1c(\xa0\x00")
def test_any_bytes(content):
    """Whatever the bytes, reading raises nothing but InputError."""
    try:
        article = copydesk.read(content)
    except InputError:
        return
    assert Article.from_dict(article.to_dict()) == article


def test_lone_surrogates():
    """Text with half a surrogate pair, which no encoding can write, is refused or can be written afterwards."""
    try:
        article = read("\n".join((HEADLINE + "\ud800", *STORY)))
    except InputError:
        return
    article.to_json().encode()


# ------------------------------------------------------------------ long lines
LONG_LINES = {
    "crumbs": f"Home > …{HEADLINE} -X\n{HEADLINE}\n{STORY[0]}",
    "byline": f"{HEADLINE}\nBy Edda … Holm\n{STORY[0]}",
    "date": f"{HEADLINE}\n12…November 2025\n{STORY[0]}",
    "topics": f"{HEADLINE}\n{STORY[0]}\nTags: a…, b",
    "counter": f"{HEADLINE}\n{STORY[0]}\nLike…(41)",
    "any line": f"{HEADLINE}\n…\n{STORY[0]}",
}


@pytest.mark.parametrize("template", LONG_LINES.values(), ids=LONG_LINES)
@pytest.mark.parametrize(
    "run",
    [
        "- ",
        "(1) ",
        "By ",
        "Home > ",
        "| ",
        "a ",
        "12 November 2025 ",
        "“",
        ", and ",
        "x",
        "2025",
        "...",
        "1:",
        "d’",
        "日",
        "a@",
        " ",
    ],
)
def test_long_runs_are_read_in_time(run, template):
    """A line of twenty thousand signs that repeat is read in time that does not grow with its square."""
    read("Models and parsers load when first needed.")
    start = time.process_time()
    check_laws(read(template.replace("…", run * (20_000 // len(run)))))
    assert time.process_time() - start < 30  # a hang, not a speed: linear code takes a hundredth


def test_a_long_gap_between_topics():
    """A gap of twenty thousand blanks in a line of topics is read in time that does not grow with its square."""
    start = time.process_time()
    check_laws(read(f"{HEADLINE}\n{STORY[0]}\nTags: a{' ' * 20_000}b"))
    assert time.process_time() - start < 30  # a hang, not a speed: linear code takes a hundredth
