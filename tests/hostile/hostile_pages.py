"""Pages that repeat one thing as often as a test likes: what a search that goes over its input twice would stumble on.

Nothing here is taken from anywhere. A shape is named by what it repeats.
"""

from dataclasses import dataclass

PROSE = (
    "The mayor of the town said on Tuesday that the rain would stop by the end of the week, and nobody believed her."
)
P = f"<p>{PROSE}</p>"
TEXT = f"{PROSE}\n\n"
H1 = "<h1>Rain falls on the town</h1>"
FAR = f"<base href='{'x/' * 500}'>{P * 5}<h3>Related</h3><ul>"
COMMENT = "<div class=comment><b>Anna</b><p>May 3, 2024</p><p>What a rain that was, said I.</p></div>"
POST = '<article class=post><time datetime="2024-05-03T10:00">10:00</time><p>It rains.</p></article>'
AGAIN = "Rain falls on the town again"


@dataclass(frozen=True, slots=True)
class Shape:
    """A page: what it begins with, what it repeats (``{}`` is the number of the repetition), what it ends with.

    Attributes:
        times: Repetitions that take some hundredths of a second: enough to be measured.
    """

    times: int
    before: str
    unit: str
    behind: str = ""

    def page(self, times: int) -> str:
        """The page with so many repetitions."""
        if "{}" in self.unit:
            middle = "".join(self.unit.replace("{}", str(number)) for number in range(times))
        else:
            middle = self.unit * times
        return self.before + middle + self.behind


def _body(times: int, unit: str, before: str = "", behind: str = P) -> Shape:
    return Shape(times, f"<html><head><title>Rain</title></head><body>{before}", unit, f"{behind}</body></html>")


def _head(times: int, before: str, unit: str, behind: str) -> Shape:
    return Shape(times, f"<html><head>{before}", unit, f"{behind}</head><body><h1>Rain falls</h1>{P * 3}</body></html>")


def _script(times: int, before: str, unit: str, behind: str) -> Shape:
    return _head(times, f'<script type="application/ld+json">{before}', unit, f"{behind}</script>")


def _line(times: int, before: str, unit: str, behind: str, prose: int = 5) -> Shape:
    """A text whose second part is one long line."""
    return Shape(times, f"Rain falls on the town again\n\n{TEXT * prose}{before}", unit, f"{behind}\n\n{TEXT}")


TEXTS = {
    "paragraphs": Shape(500, "", TEXT),
    "one paragraph": Shape(2000, "", f"{PROSE} "),
    "wrapped lines": Shape(2000, "", f"{PROSE[:70]}\n"),
    "short lines": Shape(1500, "", "Rain falls\n"),
    "one word": Shape(200_000, "", "a"),
    "humps": Shape(60_000, "", "aB"),
    "capitals": Shape(10_000, "", "A "),
    "names": Shape(15_000, "", "Anna Smith, "),
    "ands": Shape(20_000, "", "and "),
    "digits": Shape(100_000, "", "1"),
    "digits after a headline": _line(50_000, "", "1", ""),
    "digits apart": Shape(20_000, "", "1 "),
    "dotted digits": Shape(10_000, "", "1.1."),
    "commas and digits": Shape(10_000, "", "1,111"),
    "clocks": Shape(10_000, "", "1:1:"),
    "dashed digits": Shape(10_000, "", "2024-05-"),
    "slashed digits": Shape(10_000, "", "1/2/"),
    "years": Shape(10_000, "", "2024 "),
    "months": Shape(10_000, "", "May "),
    "dates": Shape(2000, "", "May 3, 2024 "),
    "lines of dates": Shape(1000, "", "May 3, 2024\n"),
    "Chinese dates": Shape(2000, "", "2024年5月3日"),
    "blanks in a date": _line(20_000, "May", " ", "3, 2024", prose=0),
    "quotation marks": Shape(50_000, "", '"'),
    "opening quotation marks": Shape(50_000, "", "“"),
    "apostrophes": Shape(20_000, "", "o’"),
    "parentheses": Shape(50_000, "", "("),
    "pairs of parentheses": Shape(30_000, "", "()"),
    "counters in a row": Shape(5000, "", "Like (12) "),
    "lines of counters": Shape(1000, TEXT, "Splendid! (12)\n"),
    "arrows": Shape(50_000, "", " >"),
    "crumbs": Shape(5000, "", "Home > "),
    "dashes": Shape(30_000, "", "- "),
    "words and dashes": Shape(5000, "", "a - "),
    "bars": Shape(10_000, "", "Ab | "),
    "hashes": Shape(50_000, "", "#"),
    "hashtags": Shape(5000, "", "#a "),
    "stars": Shape(50_000, "", "*"),
    "full stops": Shape(50_000, "", "."),
    "letters and full stops": Shape(5000, "", "a."),
    "at signs": Shape(10_000, "", "a@"),
    "hyphens": Shape(10_000, "", "a-"),
    "blanks in a line": Shape(100_000, "a", " ", "b"),
    "blank lines": Shape(100_000, "a", "\n", "b"),
    "lines of blanks": Shape(50_000, "a", " \n", "b"),
    "no-break spaces": Shape(100_000, "a", "\xa0", "b"),
    "carriage returns": Shape(2000, "", "a\r"),
    "angle brackets": Shape(50_000, "", "<"),
    "tags that do not end": Shape(4000, "", "<a"),
    "comments that do not end": Shape(50_000, "", "<!--"),
    "instructions": Shape(30_000, "", "<?>", "Rain."),
    "combining marks": Shape(50_000, "a", "\u0301"),
    "joiners": Shape(50_000, "a", "\u200d"),
    "bidirectional controls": Shape(50_000, "a", "\u202e"),
    "Chinese": Shape(10_000, "", "昨夜数千人"),
    "Thai": Shape(5000, "", "เมื่อคืนนี้"),
    "letters that grow when folded": Shape(5000, "", "İ"),
    "lines of labels": Shape(150, "", "Related\n"),
    "labels over an entry each": Shape(150, "", "Related\nRain falls on the town again\n"),
    "labels of topics": Shape(150, "", "Tags\nRain\n"),
    "labels of comments": Shape(250, TEXT, "Comments\nWhat a rain\n"),
    "entries": Shape(1000, f"{TEXT}Related\n", "Rain falls on the town again\n"),
    "list items": Shape(1000, "", "- Rain falls on the town\n"),
    "numbered items": Shape(1000, "", "1. Rain falls on the town\n"),
    "comments": Shape(400, f"{TEXT * 5}Comments\n", "Anna\nMay 3, 2024\nWhat a rain that was.\nReply\n"),
    "topics in a line": _line(5000, "Tags: ", "rain, ", "sun"),
    "headlines again": Shape(1000, "", "Rain falls on the town again\n\n"),
    "bylines": Shape(500, "Rain falls on the town again\n", "By Anna Smith\n", TEXT),
    "names in a byline": _line(2000, "By ", "Anna Smith and ", "Joan", prose=0),
    "share bars": Shape(1000, TEXT, "Share Tweet\n"),
    "photographs": Shape(5000, "", "photo "),
    "addresses": Shape(5000, "", "https://example.org/ "),
    "blanks behind a label": _line(20_000, "Tags: rain", " ", "sun, moon"),
    "blanks before a hashtag": _line(20_000, "#rain", " ", "#sun"),
    "blanks in a credit": _line(20_000, "Reporting by", " ", "Anna Smith"),
    "blanks in a promo": _line(20_000, "Read more", " ", "rain falls"),
    "blanks in a byline": _line(20_000, "By Anna", " ", "Smith", prose=0),
    "blanks in a caption": _line(20_000, "Rain. Photo", " ", "by Anna"),
    "blanks in a crumb": Shape(20_000, "Home", " ", f"> News > x\nRain falls on the town again\n\n{TEXT}"),
    "blanks before a site": Shape(20_000, "Rain falls on the town again", " ", f"- Site\n{AGAIN}\n\n{TEXT}"),
    "blanks in a commenter": _line(1500, "Comments\nAnna", " ", "Smith\nWhat a rain that was."),
    "blanks in an entry": _line(20_000, "Related\nRain", " ", "falls on the town"),
}

BODIES = {
    "paragraphs": _body(400, P),
    "short paragraphs": _body(1500, "<p>Rain</p>"),
    "empty boxes": _body(5000, "<div></div>"),
    "nested spans": _body(10_000, "<span>rain "),
    "nested boxes": _body(4000, "<div>"),
    "nested lists": _body(2000, "<ul><li>"),
    "nested tables": _body(1000, "<table><tr><td>rain "),
    "nested fonts": _body(10_000, "<font>rain "),
    "nested quotes": _body(1000, "<blockquote>rain "),
    "nested forms": _body(1000, "<form><p>rain "),
    "nested boxes in links": _body(500, "<div><a href=x>rain "),
    "wrongly nested": _body(1000, "<b><p><i>rain</b>"),
    "custom elements": _body(1500, "<x-{}>rain</x-{}>"),
    "rows": _body(1000, "<tr><td>rain</td><td>sun</td></tr>", "<table>", f"</table>{P}"),
    "cells": _body(5000, "<td>rain</td>", "<table><tr>", f"</table>{P}"),
    "words among rows": _body(1000, "rain<p>sun", "<table>"),
    "line breaks": _body(5000, "rain<br>", "<p>"),
    "line breaks alone": _body(20_000, "<br>", "<p>rain"),
    "pairs of line breaks": _body(1000, "rain<br><br>", "<p>"),
    "list items": _body(1000, "<li>Rain falls on the town</li>", "<ul>"),
    "links in a paragraph": _body(1500, '<a href="/rain">Rain</a> and ', "<p>"),
    "links in a row": _body(1000, '<a href="/rain">Rain falls on the town again</a> '),
    "links that do not end": _body(2000, "<p><a href=x>rain "),
    "links in links": _body(80, "<a href=x><table><tr><td>rain<p>sun"),
    "related": _body(5000, '<li><a href="/{}">Rain falls on town {} again</a></li>', f"{P * 5}<h3>Related</h3><ul>"),
    "related with its base": _body(300, '<li><a href="../../{}">Rain falls on town {} again</a></li>', FAR),
    "labels": _body(1000, "<div>Related</div>"),
    "labels over an entry each": _body(500, "<h2>Related</h2><a href=x>Rain falls on the town</a>"),
    "labels over prose": _body(300, f"<div><p>Related</p>{P}</div>"),
    "topics": _body(700, '<li><a rel=tag href="/tag/{}">Rain {}</a></li>', f"{P * 5}<ul class=tags>"),
    "promos": _body(400, P + "<ul><li><a href=/{}>Rain falls on the town again</a></li></ul>"),
    "headings like the title": _body(500, H1, "<title>Rain falls on the town</title>"),
    "comments": _body(300, COMMENT, f"{P * 5}<div id=comments>"),
    "images": _body(6000, '<img src="/{}.jpg" alt="rain">', P * 5),
    "figures": _body(400, '<figure><img src="/{}.jpg"><figcaption>Rain. Photo: Anna</figcaption></figure>', P * 3),
    "times": _body(700, '<p><time datetime="2024-05-03">May 3</time></p>', H1 + P),
    "bylines": _body(500, "<p class=byline>By <a rel=author href=/{}>Anna Smith</a></p>", H1),
    "microdata": _body(1500, "<p itemprop=author>Anna Smith</p>"),
    "nested microdata": _body(1000, "<span itemprop=author>rain "),
    "crumbs": _body(1000, "<li><a href=/>News</a></li>", "<ul class=breadcrumb>", f"</ul><h1>Rain falls on us</h1>{P}"),
    "menu": _body(4000, "<a href=/x>News</a>", "<nav>", f"</nav>{P}"),
    "credits": _body(400, "<p>Reporting by Anna Smith; editing by Joe Doe</p>", P * 4),
    "posts": _body(400, POST, H1),
    "teasers": _body(250, f"<article><h2><a href=x>Rain falls on the town</a></h2>{P}</article>"),
    "prices": _body(700, "<p>$10.00 add to cart</p>", "<h1>Rain coat</h1>"),
    "captions with parentheses": _body(5000, "(a", "<figure><img src=a><figcaption>", f"</figcaption></figure>{P}"),
    "options": _body(2000, "<option>rain</option>", "<select>", f"</select>{P}"),
    "attributes": _body(3000, " a{}=1", "<p", f">{PROSE}"),
    "attributes of one name": _body(30_000, " a=1", "<p", f">{PROSE}"),
    "words of a class": _body(50_000, "rain ", '<p class="', f'">{PROSE}'),
    "hyphens of a class": _body(50_000, "r-", '<p class="', f'">{PROSE}'),
    "entities": _body(30_000, "&amp;"),
    "entities that are none": _body(30_000, "&x"),
    "comments of markup": _body(5000, "rain<!-- -->"),
    "comment that does not end": _body(50_000, "a--", f"{P}<!--"),
    "sections of CDATA": _body(20_000, "<![CDATA["),
    "script that does not end": _body(20_000, "</scrip", f"{P}<script>"),
    "drawings": _body(3000, "<svg>"),
    "templates": _body(3000, "<template>"),
    "white space": _body(50_000, " \n", "<p>"),
    "preformatted lines": _body(10_000, "rain\n", "<pre>"),
    "definitions": _body(1000, "<dt>rain<dd>sun", "<dl>"),
    "bodies": _body(700, "<body class=x>rain"),
    "attributes of the root": _body(2500, "<html a{}=1>"),
    "end tags without a beginning": _body(3000, "</div>", "<span>" * 3000),
}  # fmt: skip

HEADS = {
    "meta tags": _head(3000, "", '<meta name=a{} content="Anna Smith">', ""),
    "authors": _head(5000, '<meta name=author content="', "Anna Smith, ", '">'),
    "blanks in an author": _head(20_000, '<meta name=author content="Anna', "\xa0", 'Smith">'),
    "keywords": _head(10_000, '<meta name=keywords content="', "rain,", '">'),
    "blanks in keywords": _head(20_000, '<meta name=keywords content="rain', " ", 'sun">'),
    "topics": _head(8000, "", '<meta property="article:tag" content="Rain {}">', ""),
    "digits of a date": _head(50_000, '<meta property="article:published_time" content="', "1", '">'),
    "words of the title": _head(10_000, "<title>", "Rain falls ", "</title>"),
    "bars in the title": _head(10_000, "<title>", "Rain | ", "</title>"),
    "blanks in the title": _head(20_000, '<meta property="og:title" content="Rain', "\xa0", 'x">'),
    "links": _head(3000, "", "<link rel=canonical href=/{}>", ""),
    "canonical address": _head(100_000, '<link rel=canonical href="https://example.org/', "x", '">'),
    "base address": _head(10_000, '<base href="https://example.org/', "x/", '">'),
    "scripts": _script(1000, "{}", '</script><script type="application/ld+json">{"@type":"NewsArticle"}', ""),
    "graph": _script(3000, '{"@graph":[0', ',{"@type":"NewsArticle","author":{"@id":"#{}"}}', "]}"),
    "stated authors": _script(3000, '{"@type":"NewsArticle","author":[0', ',{"name":"Anna {} Smith"}', "]}"),
    "digits of a number": _script(50_000, '{"@type":"NewsArticle","headline":', "1", "}"),
    "stated body": _script(200_000, '{"@type":"NewsArticle","articleBody":"', "x ", '"}'),
    "lists in lists": _script(50_000, "", "[", ""),
    "commas": _script(20_000, '{"a":1', ", ", "}"),
    "blanks behind a comma": _script(20_000, '{"a":1,', " ", "x"),
    "slashes": _script(20_000, '{"a":1}', "// ", "x"),
    "blanks behind CDATA": _script(3000, '{"a":1}x]]>', " ", "x"),
    "escaped entities": _script(20_000, '{"@type":"NewsArticle","headline":"', "&amp;", '"}'),
}
