"""The blocks of an HTML body: each form of block is kept, and its words are those that a reader sees."""

import re

from html_pages import STORY, body, body_kinds, read, story

from copydesk.types import BlockKind, Role


# ------------------------------------------------------------------ the forms of a block
def test_headings_lists_and_quotes_are_body():
    """Crossheads, bullets and block quotes are body, each with its own form."""
    html = story(
        between=(
            "<h2>A crossing from 1874</h2><p>The surveyors listed three faults in their report to the council, which"
            " was published on the county’s website on Monday afternoon:</p><ul><li>Four beams are rotten at the north"
            " end.</li><li>Two iron straps have rusted through.</li><li>The railing leans by nine"
            " degrees.</li></ul><blockquote><p>It is a miracle that the milk lorry never ended up in the river"
            " below.</p></blockquote>"
        )
    )
    article = read(html)
    assert body(article)[2:8] == [
        "A crossing from 1874",
        (
            "The surveyors listed three faults in their report to the council, which was published on the county’s"
            " website on Monday afternoon:"
        ),
        "Four beams are rotten at the north end.",
        "Two iron straps have rusted through.",
        "The railing leans by nine degrees.",
        "It is a miracle that the milk lorry never ended up in the river below.",
    ]
    assert body_kinds(article)[2:8] == [
        BlockKind.HEADING,
        BlockKind.PARAGRAPH,
        *[BlockKind.LIST_ITEM] * 3,
        BlockKind.QUOTE,
    ]
    assert len(body(article)) == 11


def test_a_pull_of_bold_words_stays_body():
    """A paragraph that begins in bold, or is bold altogether, is still of the story."""
    bold = (
        "The parish council meets again on Thursday at seven, and the county has promised to send somebody who can say"
    )
    article = read(story(between=f"<p><strong>{bold} yes or no.</strong></p>"))
    assert f"{bold} yes or no." in body(article)


def test_a_short_paragraph_stays_body():
    """A paragraph of three words between two long ones is of the story."""
    assert body(read(story(between="<p>It did not.</p>"))) == [*STORY[:2], "It did not.", *STORY[2:]]


def test_a_linked_paragraph_stays_body():
    """A sentence of the story that is mostly a link is still of the story."""
    sentence = "The full report of the surveyors was published on the county’s website late on Monday."
    article = read(story(between=f"<p><a href='/report.pdf'>The full report of the surveyors</a>{sentence[32:]}</p>"))
    assert body(article) == [*STORY[:2], sentence, *STORY[2:]]


def test_a_table_of_figures_is_body():
    """A table inside the story gives a row a block, with its cells kept apart."""
    table = (
        "<table><thead><tr><th>Beam</th><th>Depth of rot</th></tr></thead><tbody><tr><td>North two</td><td>14"
        " cm</td></tr><tr><td>North three</td><td>9 cm</td></tr></tbody></table>"
    )
    article = read(story(between=table))
    rows = [article.block_text(block) for block in article.blocks if block.kind is BlockKind.TABLE_ROW]
    assert [re.sub(r"[\s|]+", " ", row).strip() for row in rows] == [
        "Beam Depth of rot",
        "North two 14 cm",
        "North three 9 cm",
    ]
    assert all(row in article.text for row in rows)


def test_a_definition_list_is_body():
    """Terms and their definitions inside the story are body."""
    article = read(story(between="<dl><dt>Length</dt><dd>42 metres</dd><dt>Built</dt><dd>1874, by hand</dd></dl>"))
    inner = re.sub(r"[\s:]+", " ", " ".join(body(article)[2:-3])).strip()
    assert inner == "Length 42 metres Built 1874 by hand".replace("1874 by", "1874, by")


def test_preformatted_text_keeps_its_lines():
    """A ``<pre>`` inside the story is one block of its own form, with its line breaks."""
    poem = "Oak was it once,\n  oak is it still,\nnow it is porridge."
    article = read(story(between=f"<pre>{poem}</pre>"))
    (block,) = [block for block in article.blocks if block.kind is BlockKind.PREFORMATTED]
    assert article.block_text(block).strip() == poem
    assert block.role is Role.BODY


def test_nested_list_items_stand_once():
    """An item that holds a list stands once, and its inner items once."""
    article = read(
        story(
            between=(
                "<p>The council will look at two ways to carry traffic while the beams are out of the bridge, and will"
                " choose between them in April:</p><ul><li>A temporary bridge<ul><li>of steel</li><li>of"
                " aluminium</li></ul></li><li>A cleared ford</li></ul>"
            )
        )
    )
    assert body(article)[3:7] == ["A temporary bridge", "of steel", "of aluminium", "A cleared ford"]
    assert len(body(article)) == 10


# ------------------------------------------------------------------ the words of a block
def test_letters_in_inline_tags_stay_one_word():
    """A drop cap, an emphasis or a link inside a word or before a full stop adds no space."""
    html = story().replace("<p>The only road", "<p><span class='drop'>T</span>he <b>on</b>ly road", 1)
    html = html.replace("Harriet Doyle,", "<a href='/hd'>Harriet <i>Doyle</i></a>,")
    assert body(read(html)) == list(STORY)


def test_source_line_breaks_are_spaces():
    """Line breaks and indents of the source inside a paragraph are single spaces of the story."""
    assert body(read(story().replace(" who keeps ", "\n      who\n\tkeeps "))) == list(STORY)
    assert "\n" not in next(t for t in read(story().replace(" who ", "\n  who ")).text.split("\n\n") if "Ashdown" in t)


def test_entities_are_decoded():
    """Named, decimal and hexadecimal character references come out as characters, and markup in them stays words."""
    html = story(
        between=(
            "<p>Tom &amp; Jane&rsquo;s caf&eacute; sells &#8220;&#x62;ridge&#8221; buns at &lt;b&gt;cost&lt;/b&gt;.</p>"
        )
    )
    assert "Tom & Jane’s café sells “bridge” buns at <b>cost</b>." in body(read(html))


def test_no_break_spaces_are_spaces_to_the_reader():
    """A no-break space keeps two words apart as any space does."""
    assert body(read(story().replace("19 miles", "19&nbsp;miles"))) == list(STORY)
