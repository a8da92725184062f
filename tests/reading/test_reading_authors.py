"""Whom a page credits: sources that agree, sources that contradict each other, and pages that credit no person."""

import json

import pytest

import copydesk
from copydesk.reading import byline
from copydesk.reading.people import Named
from copydesk.types import Pointer, Span

STORY = """The harbour wall at Port Ellery moved by four centimetres in the night, and the outer berths were closed.
Engineers of the authority walked the length of it at low water on Tuesday and found three cracks in the rebuilt part.
The ferries will sail from the fish dock until the wall is safe, the harbour master said, and the freight will wait.
""".splitlines()


def page(head="", lead="", below="", site="Marren Post"):
    """A news page with a headline, what stands under it, a story, and what stands below."""
    body = "".join(f"<p>{text}</p>" for text in STORY)
    return (
        f"<html lang=en><head><title>Wall moves at Port Ellery - {site}</title>"
        f"<meta property='og:type' content='article'><meta property='og:site_name' content='{site}'>{head}</head>"
        f"<body><main><article><h1>Wall moves at Port Ellery</h1>{lead}{body}</article>{below}</main></body></html>"
    ).encode()


def news(**values):
    """A script with the data of a news article."""
    record = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Wall moves", **values}
    return f"<script type='application/ld+json'>{json.dumps(record)}</script>"


def names(html):
    return [author.value for author in copydesk.read(html).authors.value]


def rules(html):
    return [evidence.rule for author in copydesk.read(html).authors.value for evidence in author.evidence]


# ------------------------------------------------------------------ sources
def test_sources_that_agree_are_one_author():
    """Data, meta element and byline that name the same person support one author, with each as evidence."""
    head = news(author={"name": "Dr. Anna M. Holm"}) + "<meta name='author' content='Anna Holm'>"
    (author,) = copydesk.read(page(head=head, lead="<p class='byline'>By ANNA HOLM</p>")).authors.value
    assert [type(evidence) for evidence in author.evidence] == [Pointer, Pointer, Span]
    assert author.confidence > 0.9


def test_the_byline_is_believed_before_the_account():
    """Where the data names somebody whom the page does not show, and a byline somebody else, the byline is right."""
    head = news(author={"@type": "Person", "name": "Siri Aune"})
    assert names(page(head=head, lead="<p>By Anna Holm</p>")) == ["Anna Holm"]


def test_the_data_is_believed_where_the_page_shows_it():
    """A byline of another article near the headline changes nothing for an author whom data and page name."""
    head = news(author={"@type": "Person", "name": "Siri Aune"})
    lead = "<p class='author'>Siri Aune</p><div><p>More of today</p><p>By Anna Holm</p></div>"
    assert names(page(head=head, lead=lead)) == ["Siri Aune"]


def test_a_byline_that_shares_a_name_adds_the_others():
    """Data with the first of two authors and a byline with both give both."""
    head = news(author="Anna Holm")
    assert names(page(head=head, lead="<p>By Anna Holm and Lars Wiik</p>")) == ["Anna Holm", "Lars Wiik"]


def test_a_reference_into_the_graph():
    """An author that is only a reference is looked up among the page's objects."""
    graph = [
        {"@type": "NewsArticle", "headline": "Wall moves", "author": {"@id": "#anna"}},
        {"@type": "Person", "@id": "#anna", "name": "Anna Holm"},
    ]
    assert names(page(head=f"<script type='application/ld+json'>{json.dumps({'@graph': graph})}</script>")) == [
        "Anna Holm"
    ]


@pytest.mark.parametrize(
    ("label", "value", "expected"),
    [("Written by", "Anna Holm", ["Anna Holm"]), ("Est. reading time", "Four Minutes", [])],
)
def test_the_lines_of_a_preview(label, value, expected):
    """The second line of a link's preview names the author if its label says so."""
    head = f"<meta name='twitter:label1' content='{label}'><meta name='twitter:data1' content='{value}'>"
    assert names(page(head=head)) == expected


def test_names_as_libraries_write_them():
    """A citation's family name comes first and is turned."""
    head = "<meta name='citation_author' content='Holm, Anna'><meta name='citation_author' content='Wiik, Lars'>"
    assert names(page(head=head)) == ["Anna Holm", "Lars Wiik"]


# ------------------------------------------------------------------ places
LEADS = {
    "with its date": "<p>Anna Holm | 12 March 2026</p>",
    "behind its date": "<p>12 March 2026 • By Anna Holm • 3 min read</p>",
    "a label and a name": "<div><span>By</span></div><div>Anna Holm</div>",
    "a link to her page": "<p><a href='/authors/anna-holm'>Anna Holm</a> covers the coast</p>",
    "editor beside her": "<p>By Anna Holm</p><div>Edited by</div><div>Lars Wiik</div>",
    "checker in the line": "<p>By Anna Holm – Updated 12 March 2026 | Fact-checked by Lars Wiik</p>",
    "a section behind the date": "<p>By Anna Holm | 12 March 2026 | Lars Coast</p>",
    "the cue glued to it": "<p>By<b>Anna Holm</b></p>",
    "alone": "<p>Anna Holm</p>",
}


@pytest.mark.parametrize("place", LEADS)
def test_places_under_the_headline(place):
    """However a byline stands under the headline, its author is read and nobody beside her."""
    assert names(page(lead=LEADS[place])) == ["Anna Holm"]


@pytest.mark.parametrize("below", ["<p>Written by Anna Holm</p>", "<div class='author-box'><b>Anna Holm</b></div>"])
def test_places_below_the_story(below):
    """Where nothing above names an author, the line or box below the story does."""
    assert names(page(below=below)) == ["Anna Holm"]


def test_buttons_and_headings_are_no_names():
    """Capitalised words under the headline that are no known names are nobody."""
    assert names(page(lead="<p>Show Comments</p><h2>Harbour Safety</h2><div class='byline'>Read More</div>")) == []


# ------------------------------------------------------------------ no person
def test_people_before_organisations():
    """An organisation in the data gives way to a person in the byline."""
    head = news(author={"@type": "Organization", "name": "Marren Post"})
    assert names(page(head=head, lead="<p class='byline'>Anna Holm</p>")) == ["Anna Holm"]


def test_an_agency_before_the_site():
    """Of two organisations the one that is not the site itself is the author."""
    head = news(author={"@type": "Organization", "name": "Marren Post"})
    html = page(head=head, lead="<p class='byline'>By Reuters</p>")
    assert names(html) == ["Reuters"]
    assert all(rule.startswith("organisation, ") for rule in rules(html))


def test_a_list_of_a_person_and_an_agency():
    """An agency beside a person in the data's list is an author too, and only its evidence calls it an organisation."""
    html = page(head=news(author=[{"name": "Anna Holm"}, {"name": "AFP"}]))
    assert names(html) == ["Anna Holm", "AFP"]
    assert rules(html) == ["author stated", "organisation, author stated"]


def test_an_account():
    """A name that looks like no name is given where nobody else is, and its evidence calls it an account."""
    html = page(head=news(author={"@type": "Person", "name": "millpond77"}))
    assert names(html) == ["millpond77"]
    assert rules(html) == ["account, author stated"]


@pytest.mark.parametrize(
    "name", ["admin", "NOC Admin", "Anonymous", "Staff Writer", "Our Correspondent", "@marren", "By"]
)
def test_nobody_is_stated(name):
    """An account that stands for no one, a function and a handle are nobody."""
    assert names(page(head=news(author={"@type": "Person", "name": name}))) == []


def test_the_owner_of_a_site():
    """An article on a site that is called like a person is that person's, unless it names another."""
    assert names(page(site="Anna Holm")) == ["Anna Holm"]
    assert names(page(site="Anna Holm", lead="<p>By Lars Wiik</p>")) == ["Lars Wiik"]


def test_a_brand_is_no_author():
    """A firm's name where the byline belongs is no author, with a cue or without."""
    assert names(page(lead="<div class='author'>SummitGain Trading Academy</div>")) == []
    assert names(page(lead="<p>By SummitGain Trading Academy</p>")) == []


def test_the_opener_of_a_thread():
    """On a forum the author is whoever opened the thread, not whoever answered."""
    post = "<div class='post'><a href='/members/{0}.1/'>{0}</a><div class='message-body'><p>{1}</p></div></div>"
    posts = "".join(post.format(name, text) for name, text in zip(["millpond", "eel_77", "sluice"], STORY, strict=True))
    head = news(**{"@type": "DiscussionForumPosting", "author": {"@type": "Person", "name": "millpond"}})
    title = "Is the wall safe?"
    html = f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1>{posts}</body></html>"
    assert names(html.encode()) == ["millpond"]


# ------------------------------------------------------------------ lines
LINES = {
    "Anna Holm, MS, RD": ["Anna Holm"],
    "Anna Holm MD": ["Anna Holm"],
    "Anna Holm Founder & Lead Reviewer": ["Anna Holm"],
    "Guide by Anna Holm Former Deputy Editor": ["Anna Holm"],
    "Anna Holm (Content Manager)": ["Anna Holm"],
    "Anna HOLMGREN": ["Anna HOLMGREN"],
    "By Lars and Anna": ["Lars", "Anna"],
    "Edited by Lars Wiik | Written by Anna Holm": ["Anna Holm"],
    "Posted by Anna Holm on Friday 12 March 2026": ["Anna Holm"],
    "Anna Holm @anna https://marren.example/anna": ["Anna Holm"],
    "Anna Holm1, Lars Wiik2": ["Anna Holm", "Lars Wiik"],
}


@pytest.mark.parametrize("line", LINES)
def test_people_of_a_line(line):
    """Degrees, ranks, dates, footnotes, addresses and who did not write are no part of the names."""
    found = [line[a.start : a.end] for a in byline.agents(line, trusted=True) if a.named is Named.PERSON]
    assert found == LINES[line]


def test_helpers_are_named_on_request():
    """A credit line's reader gets who edited as well."""
    line = "Edited by Lars Wiik"
    assert list(byline.names_in(line, trusted=False)) == [(10, 19, 0.9)]
    assert byline.agents(line, trusted=True) == ()
