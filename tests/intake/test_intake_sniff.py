"""HTML or text."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_texts import CHINESE, ENGLISH, GERMAN

from copydesk.intake import page_from
from copydesk.intake.sniff import is_html
from copydesk.types import MediaType

LONG = ENGLISH * 20
XML = '<?xml version="1.0"?>'
XHTML = "http://www.w3.org/1999/xhtml"
NEWS = f"{ENGLISH}\n\n{ENGLISH}\n\n{ENGLISH}\n"

DOCUMENTS = {
    "doctype": f"<!DOCTYPE html><title>x</title>{LONG}",
    "old doctype": '<!doctype HTML PUBLIC "-//W3C//DTD HTML 4.01//EN"\n "http://www.w3.org/TR/html4/strict.dtd">\n<p>x',
    "html": "<html><head><title>x</title></head></html>",
    "html with attributes": '<HTML lang="de"\n prefix="og: http://ogp.me/ns#">\n<HEAD>',
    "head": "<head>\n<title>x</title>",
    "body": f"<body class=front>{LONG}",
    "text in html": "<html>Service unavailable</html>",
    "white space first": "\n\n \t" * 20_000 + "<!DOCTYPE html><p>x",
    "comment first": f"<!-- {LONG * 20} --><!-- <b> --><html><p>x",
    "BOM first": "\ufeff<!DOCTYPE html><p>x",
    "XHTML": f'{XML}\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x">\n<html>',
    "XHTML without doctype": f'{XML}<html xmlns="{XHTML}"><body/></html>',
    "PHP left over": "<?php session_start() ?><html><p>x",
    "response headers first": f"HTTP/1.1 200 OK\r\n\r\n<!DOCTYPE html>\n<html>{LONG}</html>\n<!-- cached -->",
}

FRAGMENTS = {
    "paragraphs": f"<p>{ENGLISH}</p><p>{ENGLISH}</p>",
    "long paragraph": f"<p>{LONG * 5}</p>",
    "one paragraph": "<p>Rain.</p>",
    "padded": f"<p> {ENGLISH} </p>\n<p> {ENGLISH} </p>",
    "division": f'<div class="story"><h1>Rain</h1>{LONG}</div>',
    "article": f"<article><h1>Rain</h1>\n<p>{ENGLISH}</p>\n<p>{ENGLISH}</p>\n</article>",
    "XHTML fragment": f'{XML}<div xmlns="{XHTML}"><p>{ENGLISH}</p></div>',
    "wrapper that stays open": f'<div id="wrap"><div class="in"><p>{ENGLISH}</p><p>{ENGLISH}</p>',
    "paragraphs that stay open": f"<p>{ENGLISH}\n<p>{ENGLISH}\n<P>{GERMAN}\n",
    "line breaks": f"{ENGLISH}<br>{ENGLISH}<br />\n{GERMAN}<br/>",
    "double line breaks": f"{ENGLISH}<br><br>{ENGLISH}<br><br>{GERMAN}",
    "headline first": f"Rain\n<p>{ENGLISH}</p>\n<p>{ENGLISH}</p>",
    "list": "<ul>\n<li>Rain\n<li>Sun\n</ul>",
    "Chinese": f"<p>{CHINESE}</p>\n<p>{CHINESE}</p>",
    "pretty printed": "".join(f"\n    <p>\n      {ENGLISH}\n    </p>" for _ in range(4)),
}

TEXTS = {
    "news": NEWS,
    "a tag mentioned": f"Use the <b> tag for bold words. {ENGLISH}",
    "a pair mentioned": "Use <b> and </b> to make words bold.",
    "a pair mentioned first": "<p> opens a paragraph and </p> closes it, as every author of a web page knows.",
    "html mentioned first": "<html> is the root of a page; <head> and <body> stand in it, and </html> ends it.",
    "many tags discussed": "The <p>, <div> and <li> elements, unlike <span>, break the line. So does <br>.",
    "quoted tags": 'Between "<p>" and "</p>" stands a paragraph; between `<li>` and `</li>` an entry of a list.',
    "bold words": f"{NEWS}He said it was <b>urgent</b> and left. {NEWS}",
    "a link left over": f'{NEWS}Read <a href="https://example.org/">more</a>.\n{NEWS}',
    "line breaks left over": f"{NEWS}Rain.<br>\nSun.<br>\n{NEWS}",
    "an example of code": f"{NEWS}\n<html>\n<head><title>x</title></head>\n<body><p>x</p>\n</html>\n\n{NEWS * 3}",
    "an example at the end": f"{NEWS}\n<html>\n<body><p>x</p></body>\n</html>\n\nThat is all.",
    "an address": "Anna Berg <anna.berg@example.org>, Carl Dahl <c@example.org>: see <https://example.org/x>.",
    "arithmetic": "For all a<b and c>d we have x < y, y > z, and i<p && q>r.",
    "C++": "#include <map>\n#include <time.h>\nstd::vector<int> v;\nstd::map<int, b> m;\nList<Object> objects;\n",
    "placeholders": "usage: push <title> <label> [--output <object>]\n\nThe <source> is copied to <address>.\n",
    "escaped": "&lt;p&gt;Rain.&lt;/p&gt;&lt;p&gt;Sun.&lt;/p&gt;",
    "quoted mail": "> On Friday she wrote:\n>> rain <g>\n> sun\n",
    "kissing": "I <3 this, and this <3 too",
    "a cheat sheet": "<br> breaks the line\n<p> begins a paragraph\n<hr> draws a rule\n<li> begins an entry\n",
    "unclosed comment": f"<!-- {NEWS}",
    "one sign": "<",
}

FEEDS = {
    "RSS": f"{XML}\n<rss><channel><item><description><![CDATA[<p>{ENGLISH}</p>]]></description></item></channel></rss>",
    "RSS undeclared": f"<rss><channel><title>x</title><item><p>{ENGLISH}</p></item></channel></rss>",
    "RSS with a style sheet": f'{XML}<?xml-stylesheet href="x.xsl"?><!-- x --><rss><title>x</title></rss>',
    "Atom": f'<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title><content><div><p>{ENGLISH}</p></div></content></feed>',
    "RDF": f'{XML}<rdf:RDF xmlns="http://purl.org/rss/1.0/"><title>x</title></rdf:RDF>',
    "site map": "<?xml version='1.0'?><urlset><url><loc>https://example.org/</loc></url></urlset>",
    "other XML": f"{XML}<nitf><head><title>x</title></head><body><p>{ENGLISH}</p></body></nitf>",
    "DocBook": f'{XML}<!DOCTYPE article PUBLIC "x" "y"><article><title>x</title></article>',
    "DocBook with a subset": '<!DOCTYPE article [\n<!ENTITY a "b">\n]>\n<article><title>x</title></article>',
    "drawing": '<svg xmlns="http://www.w3.org/2000/svg"><title>x</title><a><text>y</text></a></svg>',
}


@pytest.mark.parametrize("text", DOCUMENTS.values(), ids=DOCUMENTS)
def test_documents_are_html(text):
    """A document shows itself by how it begins, whatever stands before its first tag."""
    assert is_html(text)


@pytest.mark.parametrize("text", FRAGMENTS.values(), ids=FRAGMENTS)
def test_fragments_are_html(text):
    """A part of a page is HTML if its words stand inside elements or its lines are broken by tags."""
    assert is_html(text)


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_texts_about_or_with_a_few_tags_are_text(text):
    """Mentioned tags, code, addresses and left-over tags do not make a text HTML."""
    assert not is_html(text)


@pytest.mark.parametrize("text", FEEDS.values(), ids=FEEDS)
def test_feeds_and_other_xml_are_text(text):
    """XML that is not XHTML is not read as a page, however much HTML it carries."""
    assert not is_html(text)


@pytest.mark.parametrize("name", ["page.txt", "page.html", "page", "page.jpg"])
def test_the_name_says_nothing(name):
    """The content alone decides."""
    assert page_from("<p>Rain.</p>", name=name).media_type is MediaType.HTML
    assert page_from("Rain.", name=name).media_type is MediaType.TEXT


@given(st.text(alphabet="<>/abcpdiv \n\"='!-?", max_size=200))
def test_sniffing_never_fails(text):
    """Any heap of angle brackets gives an answer, and the same one with a byte order mark before it."""
    assert is_html(text) == is_html("\ufeff" + text)


@given(st.text(st.characters(exclude_characters="<")))
def test_no_tag_no_html(text):
    """Without an angle bracket nothing is HTML."""
    assert not is_html(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p " * 100_000,
        "<p>" * 100_000,
        "<p></p><div>" * 50_000,
        "<!--" * 100_000,
        "<?" * 100_000,
        '<a "' * 100_000,
        "<!x" * 100_000,
        "</b>" * 100_000,
        "\n" * 300_000 + "<",
        "<p>x\n" * 80_000,
    ],
    ids=lambda text: repr(text[:8]),
)
def test_no_text_takes_long(text):
    """The time is bounded by the window, whatever is in it."""
    start = time.process_time()
    is_html(text)
    assert time.process_time() - start < 30  # a hang, not a speed: linear code takes a hundredth
