"""The same story is read from any layout of its markup: breaks, tables, bare elements, tag soup, fragments."""

import pytest
from html_pages import HEADLINE, STORY, body, flat, page, paragraphs, read, story

from copydesk.types import MediaType


def test_breaks_are_paragraphs():
    """Two ``<br>`` in a row divide paragraphs; a single one does not."""
    first = STORY[0].replace(" cutting", "<br>cutting")
    inside = (
        "<div class='t'>"
        + "<br><br>".join((first, *STORY[1:3]))
        + "<br>\n<br/>"
        + "<br><br>".join(STORY[3:])
        + "</div>"
    )
    assert body(read(page(f"<h1>{HEADLINE}</h1>{inside}"))) == list(STORY)


def test_old_table_layout():
    """A page laid out in tables, with fonts and breaks, gives the same story."""
    html = f"""<html><head><title>Wendle Mercury: {HEADLINE}</title></head><body bgcolor=white>
    <table width=100% border=0><tr><td colspan=3><font size=5><b>Wendle Mercury</b></font></td></tr>
    <tr><td width=120 valign=top><a href=/>Home</a><br><a href=/local>Local</a><br><a href=/sport>Sport</a><br>
    <a href=/ads>Small ads</a></td><td><font face=Arial><h2>{HEADLINE}</h2><br>{"<br><br>".join(STORY)}</font></td>
    <td width=160><font size=1><b>Weather</b><br>Rain, then sun.</font></td></tr>
    <tr><td colspan=3 align=center><font size=1>Copyright 2003 Wendle Mercury</font></td></tr></table>"""
    article = read(html)
    assert body(article) == list(STORY)
    assert article.headline.value == HEADLINE


def test_text_directly_in_divs():
    """Paragraphs that are bare ``<div>``, with links and emphasis inside, are paragraphs."""
    divs = "".join(f"<div>{text}</div>" for text in STORY).replace(
        "Harriet Doyle", "<a href='/h'>Harriet <b>Doyle</b></a>"
    )
    assert body(read(page(f"<div><div><h1>{HEADLINE}</h1></div><div>{divs}</div></div>"))) == list(STORY)


def test_custom_elements():
    """Elements that HTML does not know hold paragraphs as well as those it knows."""
    inside = f"<x-story><x-title><h1>{HEADLINE}</h1></x-title><x-text><x-part>{paragraphs(*STORY)}</x-part></x-text>"
    assert body(read(page(f"{inside}</x-story>"))) == list(STORY)


def test_a_story_in_sections():
    """A story cut into many sections, each with its heading, is read to its end."""
    more = [
        f"{text[:-1]}, as the record of day {number} says in so many words." for number, text in enumerate(STORY * 3)
    ]
    inside = "".join(f"<section><h2>Day number {i}</h2><p>{text}</p></section>" for i, text in enumerate(more))
    article = read(page(f"<article><h1>{HEADLINE}</h1>{inside}</article>"))
    assert body(article) == [flat(line) for i, text in enumerate(more) for line in (f"Day number {i}", text)]


def test_a_long_list_story():
    """A story that is mostly a numbered list keeps every item."""
    items = [
        f"{text.split(',')[0]}, which the surveyors put in place {number} of their list of faults."
        for number, text in enumerate(STORY)
    ]
    inside = f"<article><h1>Five things that are wrong with the bridge</h1>{paragraphs(*STORY[:2])}<ol>"
    inside += "".join(f"<li>{item}</li>" for item in items) + f"</ol>{paragraphs(STORY[3])}</article>"
    assert body(read(page(inside))) == [*STORY[:2], *items, STORY[3]]


def test_tag_soup():
    """Unclosed paragraphs, upper-case tags, bare attributes and stray end tags change nothing."""
    inside = f"<H1>{HEADLINE}</H1><DIV CLASS=text>" + "".join(f"<P>{text}" for text in STORY[:3])
    inside += f"</span></b><P ALIGN=left><B>{STORY[3]}</P></B><p>{STORY[4]}</DIV>"
    assert body(read(page(inside))) == list(STORY)


def test_a_fragment_without_head():
    """A fragment that begins with the headline, without html, head or body, is a page."""
    article = read(f"<h1>{HEADLINE}</h1>\n{paragraphs(*STORY)}")
    assert article.media_type is MediaType.HTML
    assert (article.headline.value, body(article)) == (HEADLINE, list(STORY))


def test_paragraphs_alone():
    """A fragment of paragraphs alone is a body without a headline."""
    article = read(f"<div>{paragraphs(*STORY)}</div>")
    assert body(article) == list(STORY)
    assert article.headline.value is None


@pytest.mark.parametrize("url", ["http://[bad", "not an address", "", "://", "http://wendlemercury.example:port/"])
def test_an_address_that_is_none(url):
    """An address that is none costs the links their host, not the reading."""
    assert body(read(story(), url=url)) == list(STORY)
