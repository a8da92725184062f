"""An article as Markdown: what a CommonMark parser makes of it."""

import re
from dataclasses import replace

import cli_articles
import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from copydesk.cli import markdown
from copydesk.types import Block, BlockKind, Field, Role

PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])

SIGNS = st.text(st.sampled_from("\\`*_{}[]()<>#+-.!|~&$=:; \ta1\n\"'"), max_size=40)
WORDS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=40) | SIGNS

KINDS = st.sampled_from(BlockKind)


def _article(*parts, paths=None):
    """An article whose body is these blocks."""
    text, blocks = "", []
    for number, (kind, words) in enumerate(parts):
        path = paths[number] if paths else None
        blocks.append(Block(len(text), len(text) + len(words), kind, Role.BODY, 0.9, "test", path))
        text += words + "\n"
    return replace(cli_articles.wall(), blocks=tuple(blocks), page_text=text)


def _body(article):
    """The document without its front matter."""
    return markdown.document(article).removeprefix(markdown.front_matter(article) + "\n")


def _tokens(article):
    return PARSER.parse(_body(article))


def _words(tokens):
    """The text that a reader of the rendered page sees, its white space folded."""
    parts = []
    for token in tokens:
        children = token.children or [token]
        parts += ["\n" if child.type in {"softbreak", "hardbreak"} else child.content for child in children]
        parts.append("\n")
    return " ".join("".join(parts).split())


def _types(tokens):
    return {child.type for token in tokens for child in (token.children or [token])}


BARE = {
    BlockKind.HEADING: {"heading_open", "heading_close"},
    BlockKind.LIST_ITEM: {
        "bullet_list_open", "bullet_list_close", "list_item_open", "list_item_close", "paragraph_open",
        "paragraph_close",
    },
    BlockKind.QUOTE: {"blockquote_open", "blockquote_close", "paragraph_open", "paragraph_close"},
    BlockKind.PREFORMATTED: {"fence"},
}  # fmt: skip
INLINE = {"text", "text_special", "hardbreak", "inline"}


@given(KINDS, WORDS)
@example(BlockKind.HEADING, "a #")
@example(BlockKind.HEADING, "# #")
@example(BlockKind.HEADING, "\\#")
@example(BlockKind.PARAGRAPH, "a\n===")
@example(BlockKind.PARAGRAPH, "a\n---")
@example(BlockKind.PARAGRAPH, "12) a")
@example(BlockKind.PARAGRAPH, "1. a")
@example(BlockKind.PARAGRAPH, "    a")
@example(BlockKind.PARAGRAPH, "a|b\n:-|-:")
@example(BlockKind.PARAGRAPH, "&lt;b&gt; <b>&copy;</b> ![x](y)")
@example(BlockKind.PARAGRAPH, "a\\\nb")
@example(BlockKind.PREFORMATTED, "```\n````")
@example(BlockKind.LIST_ITEM, "- - a")
def test_words_never_become_markup(kind, words):
    """Whatever a block says, a parser finds the block's own form and the very words, and no other markup."""
    tokens = _tokens(_article((kind, words)))
    shown = " ".join(words.split())
    if not shown:
        assert tokens == []
        return
    assert _words(tokens) == shown
    assert _types(tokens) <= BARE.get(kind, {"paragraph_open", "paragraph_close"}) | INLINE


@given(st.lists(st.tuples(KINDS, WORDS), min_size=2, max_size=5))
def test_neighbours_do_not_run_into_each_other(parts):
    """Blocks that follow each other keep their words and make no markup together."""
    tokens = _tokens(_article(*parts))
    assert _words(tokens) == " ".join(" ".join(words for _, words in parts).split())
    allowed = set().union(*BARE.values()) | INLINE
    assert _types(tokens) <= allowed


def test_headings_lists_and_quotes_are_what_they_are(portal):
    """The forms of the body's blocks are Markdown's own."""
    first, *others, last = [portal.block_text(block) for block in portal.blocks if block.role is Role.BODY]
    heading, one, two, quote = others
    assert _body(portal) == f"\n{first}\n\n## {heading}\n\n- {one}\n- {two}\n\n> {quote}\n\n{last}\n"


@pytest.mark.parametrize(
    ("path", "mark"),
    [(None, "##"), ("/html/body/h1", "##"), ("/html/body/h2[3]", "##"), ("/html/body/div/h4/span", "####")],
)
def test_headings_have_their_level(path, mark):
    """A heading's level is its element's; the first is the title's, which stands in the front matter."""
    assert _body(_article((BlockKind.HEADING, "Known"), paths=[path])) == f"\n{mark} Known\n"


def test_ordered_lists_keep_their_numbers():
    """Items of an ordered list have its numbers, and a list of the other sort is another list."""
    paths = ["/html/body/ol/li", "/html/body/ol/li[2]/p", "/html/body/ol/li[2]/ul/li", "/html/body/ul/li[2]"]
    article = _article(*((BlockKind.LIST_ITEM, word) for word in "abcd"), paths=paths)
    assert _body(article) == "\n1. a\n2. b\n\n- c\n- d\n"


def test_a_line_break_of_the_page_stays():
    """Lines within a block are broken where the page broke them."""
    assert _body(_article((BlockKind.QUOTE, "one\n two"))) == "\n> one\\\n> two\n"
    assert "hardbreak" in _types(_tokens(_article((BlockKind.PARAGRAPH, "one\ntwo"))))


def test_rows_of_a_table_stay_together():
    """Rows are lines of one paragraph, with their bars as words."""
    rows = _article((BlockKind.TABLE_ROW, "Year | Boats"), (BlockKind.TABLE_ROW, "2030 | 4"))
    assert _body(rows) == "\nYear \\| Boats\\\n2030 \\| 4\n"


def test_ordinary_prose_stays_readable():
    """Words without signs are untouched, punctuation and numbers included."""
    prose = "It cost Hask & Merrin 1,000 crowns (3.5 % more), “he” said: we – all of us – can't pay! 2031. End."
    assert _body(_article((BlockKind.PARAGRAPH, prose))) == f"\n{prose}\n"


def test_front_matter_is_yaml_with_what_is_known(portal):
    """Title, site, authors, claimed dates, address, language, kind and topics come back from a YAML parser."""
    topics = Field((Field("Harbour", (), 0.9), Field("Light: dark", (), 0.9)), (), 0.9)
    front = markdown.front_matter(replace(portal, topics=topics))
    assert front.startswith("---\n")
    assert front.endswith("\n---")
    assert yaml.safe_load(front.strip("-")) == {
        "title": "Nerrin light goes dark for the first time in a century",
        "site": "Saltwick Portal",
        "authors": ["Ansel Okoro", "柳田 真理"],
        "claimed": {"published": "2031-05-03T14:10+02:00", "modified": "2031-05-04"},
        "url": portal.url,
        "language": "en",
        "kind": "article",
        "topics": ["Harbour", "Light: dark"],
        "name": "portal/nerrin-light.html",
    }


def test_what_is_not_known_is_left_out(wall):
    """A page with nothing to tell has its kind and its name."""
    assert yaml.safe_load(markdown.front_matter(wall).strip("-")) == {"kind": "wall", "name": "wall.html"}


@given(st.text(st.characters(codec="utf-8"), min_size=1))
@example("---\n...\n# no: comment\x85\u2028\ufeff\ufffe\U000e0041\x00\x7f")
@example("yes")
@example("1.0")
@example("👩‍💻 “a”\\")
def test_every_title_comes_back_from_yaml(title):
    """Whatever a title is made of, YAML gives it back as the same string, from one line."""
    front = markdown.front_matter(replace(cli_articles.wall(), headline=Field(title, (), 0.9)))
    assert len(re.split("[\n\r\x85\u2028\u2029]", front)) == 5
    assert yaml.safe_load(front.strip("-"))["title"] == title
