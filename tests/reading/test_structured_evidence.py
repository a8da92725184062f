"""What a page's data says is evidence beside what the page shows: agreement is surer, the visible wins."""

import pytest
from structured_pages import ANNA, HEADLINE, NEWS, page, pointers, read, script, spans, texts, with_news


# ------------------------------------------------------------------ evidence
def test_data_stands_beside_the_visible_headline():
    """A headline that the page shows and its data repeats has both as evidence."""
    article = with_news()
    assert spans(article, article.headline)[0] == HEADLINE
    assert pointers(article.headline)["json-ld/0/headline"] == HEADLINE


def test_open_graph_is_evidence():
    """An Open Graph title is evidence under its own name."""
    article = read(page(head=f'<meta property="og:title" content="{HEADLINE}">'))
    assert pointers(article.headline)["meta/og:title"] == HEADLINE


def test_microdata_is_evidence():
    """Microdata gives author, date and section where the page has nothing else."""
    lead = (
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Anna'
        " Lindqvist</span>"
    )
    lead += '</span><meta itemprop="datePublished" content="2025-05-06T07:30:00+02:00">'
    html = page(lead=lead).replace("<article>", '<article itemscope itemtype="https://schema.org/NewsArticle">')
    article = read(html)
    assert texts(article.authors) == ["Anna Lindqvist"]
    assert article.date_published.value.value == "2025-05-06T07:30:00+02:00"
    assert any(name.startswith("microdata/") for name in pointers(article.date_published))


def test_agreement_raises_confidence():
    """A headline that data repeats is surer than the same headline alone."""
    assert with_news().headline.confidence >= read(page()).headline.confidence


def resolve(data, path):
    """RFC 6901."""
    for step in path:
        key = step.replace("~1", "/").replace("~0", "~")
        data = data[int(key)] if isinstance(data, list) else data[key]
    return data


POINTED = (
    "headline",
    "site_name",
    "date_published",
    "date_modified",
    "authors",
    "topics",
    "sections",
    "is_accessible_for_free",
)


def pointed(author):
    """Every pointer into the JSON-LD of a page with this author: what it leads to, and what it quotes."""
    graph = {"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "x"}, NEWS | {"author": author}]}
    article = read(page(head=script(graph) + script({"@type": "Organization"})))
    for name in POINTED:
        field = getattr(article, name)
        for item in (field, *(field.value if isinstance(field.value, tuple) else ())):
            for pointer, text in pointers(item).items():
                first, number, *path = pointer.split("/")
                if first == "json-ld":
                    yield resolve([graph][int(number)], path), text


@pytest.mark.parametrize("author", [[ANNA], ANNA, "Anna Lindqvist"], ids=["a list", "an object", "a string"])
def test_pointers_resolve(author):
    """Every pointer into JSON-LD leads to a place of the page's own data."""
    assert len(list(pointed(author))) >= 6


def test_pointers_lead_to_what_they_quote():
    """At the place that a pointer into JSON-LD names stands the very text that it quotes."""
    assert [(place, text) for place, text in pointed([ANNA]) if str(place) != text] == []


# ------------------------------------------------------------------ conflicts
def test_the_visible_headline_wins():
    """Where data says another headline than the page shows, the shown one is the headline."""
    other = "EXCLUSIVE: You will not believe how many eels live here"
    assert with_news(headline=other).headline.value == HEADLINE


def test_a_conflict_lowers_confidence():
    """A headline that data contradicts is less sure than one that it repeats."""
    other = "EXCLUSIVE: You will not believe how many eels live here"
    assert with_news(headline=other).headline.confidence < with_news().headline.confidence


def test_a_date_conflict_lowers_confidence():
    """A visible day that data contradicts is less sure than one that it repeats."""
    agreed = read(page(head=script(NEWS), lead="<p class='date'>6 May 2025</p>"))
    split = read(page(head=script(NEWS), lead="<p class='date'>2 February 2024</p>"))
    assert split.date_published.confidence < agreed.date_published.confidence


def test_the_finer_date_of_the_same_day():
    """A visible day and a data time of the same day are one date, as precise as the finer, with both as evidence."""
    article = read(page(head=script(NEWS), lead="<p class='date'>6 May 2025</p>"))
    assert article.date_published.value.value == "2025-05-06T07:30:00+02:00"
    assert "6 May 2025" in spans(article, article.date_published)
    assert "json-ld/0/datePublished" in pointers(article.date_published)


def test_the_visible_authors_are_not_lost():
    """Where the byline below the headline and the data name different people, the byline's are among the authors."""
    article = read(page(head=script(NEWS), lead="<p class='byline'>By Petra Voss and Nuno Braga</p>"))
    assert {"Petra Voss", "Nuno Braga"} <= set(texts(article.authors))
