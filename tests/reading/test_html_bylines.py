"""Who wrote an HTML page: names come out of the byline, functions and brands do not, and others are contributors."""

import pytest
from html_furniture import AROUND
from html_pages import STORY, body, read, story, texts

BYLINES = {
    "By Anna Westcott": ["Anna Westcott"],
    "By&nbsp;Anna&nbsp;Westcott": ["Anna Westcott"],
    "By <b>Anna&thinsp;Westcott</b>": ["Anna Westcott"],
    "By Anna Westcott and Jonas Pell": ["Anna Westcott", "Jonas Pell"],
    "By Anna Westcott, Jonas Pell and Zoë O’Brien-Lee": ["Anna Westcott", "Jonas Pell", "Zoë O’Brien-Lee"],
    "By Anna Westcott & Jonas Pell": ["Anna Westcott", "Jonas Pell"],
    "By ANNA WESTCOTT": ["Anna Westcott"],
    "Words by Anna Westcott": ["Anna Westcott"],
    "Written by Anna Westcott": ["Anna Westcott"],
    "By Anna Westcott, rural affairs correspondent": ["Anna Westcott"],
    "By Anna Westcott in Upper Wendle": ["Anna Westcott"],
    "Anna Westcott, Local Democracy Reporter": ["Anna Westcott"],
    "Anna Westcott": ["Anna Westcott"],
    "Von Jürgen Müller-Lohse und Käthe Sommer": ["Jürgen Müller-Lohse", "Käthe Sommer"],
    "Von unserer Redakteurin Käthe Sommer": ["Käthe Sommer"],
    "Ein Kommentar von Käthe Sommer": ["Käthe Sommer"],
    "Par Hélène Marchadier et Luc d’Aubigny": ["Hélène Marchadier", "Luc d’Aubigny"],
    "Por María José Quintanilla y Íñigo de la Vega": ["María José Quintanilla", "Íñigo de la Vega"],
    "Di Giulia Bianchetti e Carlo Rovere": ["Giulia Bianchetti", "Carlo Rovere"],
    "Door Pieter van den Hoek": ["Pieter van den Hoek"],
    "Autor: Jan Kowalewski": ["Jan Kowalewski"],
    "Автор: Ольга Мельникова": ["Ольга Мельникова"],
    "Текст: Ольга Мельникова": ["Ольга Мельникова"],
    "作者：李文博": ["李文博"],
    "記者 王曉明": ["王曉明"],
    "記者王曉明／台北報導": ["王曉明"],
    "文：高橋美咲": ["高橋美咲"],
    "記者　高橋美咲": ["高橋美咲"],
    "김서연 기자": ["김서연"],
    "بقلم: سلمى الحداد": ["سلمى الحداد"],
    "Yazan: Ayşe Çelik": ["Ayşe Çelik"],
}


@pytest.mark.parametrize("line", BYLINES)
def test_bylines(line):
    """The names of a byline are the authors, without introduction, office or place."""
    names = texts(read(story(lead=f"<div class='byline'>{line}</div>")).authors)
    assert [name.casefold() for name in names] == [name.casefold() for name in BYLINES[line]]


def test_a_name_in_full_width_brackets():
    """A Japanese name in brackets of its script is a name."""
    assert texts(read(story(lead="<div class='byline'>（高橋美咲）</div>")).authors) == ["高橋美咲"]


def test_titles_of_a_person():
    """A person with a title before the name and one behind it is an author still."""
    (name,) = texts(read(story(lead="<div class='byline'>By Dr. Anna K. Westcott Jr.</div>")).authors)
    assert "Anna K. Westcott" in name


NOBODY = [
    "By Staff",
    "By Staff Reporter",
    "By Our Correspondent",
    "By Admin",
    "Redaktion",
    "Von Redaktion",
    "La Rédaction",
    "Redacción",
    "Редакция",
    "編集部",
    "@annawest",
    "By newsdesk@wendlemercury.example",
    "By https://wendlemercury.example/anna",
    "Edited by Anna Westcott",
    "Photos: Anna Westcott",
    "4 min read",
    "Updated 2 hours ago",
    "Share",
]


@pytest.mark.parametrize("line", NOBODY)
def test_nobody_is_an_author(line):
    """A function without a name, a handle, an address or who did not write is never an author."""
    assert texts(read(story(lead=f"<div class='byline'>{line}</div>")).authors) == []


ORGANISATIONS = {
    "By Reuters": "Reuters",
    "By The Associated Press": "The Associated Press",
    "AFP": "AFP",
    "Von dpa": "dpa",
    "By Editorial Board": "Editorial Board",
    "By Wendle Mercury": "Wendle Mercury",
    "By Wendle Mercury Staff": "Wendle Mercury Staff",
}


@pytest.mark.parametrize("line", ORGANISATIONS)
def test_organisations_in_the_byline(line):
    """Where no person is credited, the organisation in the byline is the author, and its evidence says what it is."""
    (author,) = read(story(lead=f"<div class='byline'>{line}</div>")).authors.value
    assert author.value == ORGANISATIONS[line]
    assert all(evidence.rule.startswith("organisation, ") for evidence in author.evidence)


def test_linked_authors_with_portraits():
    """Names in links, with a portrait, an office and a handle beside them, come out as names."""
    lead = """<div class="authors"><div class="author"><img src="/aw.jpg" alt="Anna Westcott"><a rel="author"
    href="/by/aw">Anna
    Westcott</a><span class="role">Rural affairs editor</span><a href="https://x.example/aw">@annawest</a></div><div
    class="author"><a rel="author" href="/by/jp">Jonas Pell</a><span class="role">Reporter</span></div></div>"""
    assert texts(read(story(lead=lead)).authors) == ["Anna Westcott", "Jonas Pell"]


def test_an_author_named_twice_is_one():
    """A name above the story and again in the box below it is one author."""
    html = story(lead="<p class='byline'>By Anna Westcott</p>", after=AROUND["author bio"])
    assert texts(read(html).authors) == ["Anna Westcott"]


def test_byline_and_date_in_one_line():
    """A line of name, date and reading time is taken apart."""
    article = read(story(lead="<p class='meta'>By Anna Westcott | 3 March 2025, 14:10 | 4 min read</p>"))
    assert texts(article.authors) == ["Anna Westcott"]
    assert article.date_published.value.value == "2025-03-03T14:10"
    assert body(article) == list(STORY)


def test_people_in_the_story_are_no_authors():
    """Where no byline stands on the page, those who speak in the story are not its authors."""
    assert texts(read(story()).authors) == []


def test_a_brand_in_the_bylines_place():
    """A firm's name where the byline belongs is a brand slot, with doubt, and nobody is an author."""
    article = read(story(lead="<div class='author'>SummitGain Trading Academy</div><div>2025-03-03 14:10:22</div>"))
    assert article.brand_slot.value == "SummitGain Trading Academy"
    assert 0 < article.brand_slot.confidence < 1
    assert texts(article.authors) == []


def test_a_credit_line_ends_the_body():
    """Who contributed and who edited is a credit line with names, not the last paragraph."""
    line = "Reporting by Anna Westcott; additional reporting by Jonas Pell and Mia Farrant; editing by Sue Kettering"
    article = read(story(end=f"<p><em>{line}</em></p>"))
    assert article.credit_line.value == line
    assert {"Jonas Pell", "Mia Farrant"} <= set(texts(article.contributors))
    assert body(article) == list(STORY)
