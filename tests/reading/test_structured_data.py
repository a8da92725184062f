"""What a page says about itself in JSON-LD, microdata, meta and link elements: evidence beside what it shows."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import copydesk
from copydesk.types import Article, Granularity, PageKind, Pointer, Span

ADDRESS = "https://tidewater-news.example/harbour/eel-census"
HEADLINE = "Volunteers count more eels in the Tarn than in any year since 1998"
STORY = (
    (
        "Volunteers have counted 4,112 eels in the lower Tarn this spring, more than in any year since the census began"
        " in 1998, and biologists believe that a new gate at the old mill is the reason."
    ),
    (
        "The gate opens by itself for two hours around every high tide and lets the young fish slip past the turbine."
        " Before it was fitted last autumn, fewer than one in ten survived the journey upstream, according to the river"
        " trust."
    ),
    (
        "“We stood in the dark with torches and lost count twice,” said Nell Farraday, who has led the census for"
        " eleven years. The trust will publish the full figures in June, and three other mills have asked what such a"
        " gate costs."
    ),
)
ANNA = {"@type": "Person", "name": "Anna Lindqvist", "url": "https://tidewater-news.example/by/anna"}
NEWS = {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    "headline": HEADLINE,
    "datePublished": "2025-05-06T07:30:00+02:00",
    "dateModified": "2025-05-06T11:05:00+02:00",
    "author": [ANNA],
    "publisher": {"@type": "NewsMediaOrganization", "name": "Tidewater News"},
    "articleSection": "Harbour",
    "keywords": ["Eels", "River Tarn"],
    "isAccessibleForFree": True,
}


def script(data):
    raw = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False)
    return f'<script type="application/ld+json">{raw}</script>'


def page(*, head="", lead="", end="", headline=HEADLINE, title=HEADLINE):
    heading = f"<h1>{headline}</h1>" if headline else ""
    body = "".join(f"<p>{text}</p>" for text in STORY)
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title}</title>{head}</head><body><header>'
        '<a href="/">Tidewater News</a><nav><a href="/harbour">Harbour</a> <a href="/sport">Sport</a></nav></header>'
        f"<main><article>{heading}{lead}<div>{body}</div>{end}</article></main>"
        "<footer><p>© 2025 Tidewater News</p></footer></body></html>"
    )


def read(html):
    return copydesk.read(html, url=ADDRESS)


def with_news(**changes):
    """The page with its JSON-LD, some of whose properties are changed."""
    return read(page(head=script(NEWS | changes)))


def texts(field):
    return [item.value for item in field.value]


def pointers(field):
    return {evidence.pointer: evidence.text for evidence in field.evidence if isinstance(evidence, Pointer)}


def spans(article, field):
    return [article.page_text[e.start : e.end] for e in field.evidence if isinstance(e, Span)]


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


# ------------------------------------------------------------------ the shapes that JSON-LD comes in
SHAPES = {
    "an object": NEWS,
    "a list": [NEWS],
    "a list with others": [{"@context": "https://schema.org", "@type": "Organization", "name": "Tidewater News"}, NEWS],
    "a graph": {"@context": "https://schema.org", "@graph": [{"@type": "WebPage", "name": "x"}, NEWS]},
    "a main entity": {"@context": "https://schema.org", "@type": "WebPage", "name": "x", "mainEntity": NEWS},
    "a list of types": NEWS | {"@type": ["NewsArticle", "CreativeWork"]},
    "full type names": NEWS | {"@type": "https://schema.org/NewsArticle"},
    "a subtype": NEWS | {"@type": "ReportageNewsArticle"},
    "CDATA": f"//<![CDATA[\n{json.dumps(NEWS)}\n//]]>",
    "an HTML comment": f"<!-- {json.dumps(NEWS)} -->",
    "a trailing semicolon": json.dumps(NEWS) + ";",
    "raw line breaks in strings": json.dumps(NEWS | {"description": "one§two"}).replace("§", "\n"),
    "a byte order mark": "\ufeff" + json.dumps(NEWS),
    "a reference in a graph": {
        "@context": "https://schema.org",
        "@graph": [
            NEWS | {"author": {"@id": "https://tidewater-news.example/#anna"}},
            ANNA | {"@id": "https://tidewater-news.example/#anna"},
        ],
    },
}


@pytest.mark.parametrize("shape", SHAPES)
def test_shapes_of_json_ld(shape):
    """However a page wraps its data, date, author and topics are read from it."""
    article = read(page(head=script(SHAPES[shape])))
    assert article.date_published.value.value == NEWS["datePublished"]
    assert texts(article.authors) == ["Anna Lindqvist"]
    assert texts(article.topics) == ["Eels", "River Tarn"]


@pytest.mark.parametrize(
    "broken",
    [
        "",
        "{",
        "null",
        "3",
        '"x"',
        '[1, null, "x"]',
        "{'headline': 'single quotes'}",
        '{"headline": NaN}',
        "<b>html</b>",
        "[" * 100_000,
        '{"a":' * 50_000,
        '{"headline": "\\ud800"}',
        '{"position": 1e999}',
        "9" * 10_000,
    ],
)
def test_broken_data_is_passed_over(broken):
    """Data that is no JSON, or no object, costs nothing: the whole block before it and the visible page are read."""
    article = read(page(head=script(NEWS) + script(broken)))
    assert article.headline.value == HEADLINE
    assert article.text == "\n\n".join(STORY)
    assert texts(article.authors) == ["Anna Lindqvist"]
    article.to_json().encode()


def test_other_entities_are_not_the_article():
    """Lists of other articles, the site, a product or a breadcrumb in the data do not give the article's parts."""
    other = NEWS | {
        "headline": "Seal sleeps in bus shelter",
        "author": {"@type": "Person", "name": "Rolf Amsel"},
        "datePublished": "2020-01-01",
    }
    items = {"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "position": 1, "item": other}]}
    product = {"@type": "Product", "name": "Waders", "brand": "Wet Feet"}
    article = read(page(head=script([items, product, {"@type": "WebSite", "name": "Tidewater News"}])))
    assert article.headline.value == HEADLINE
    assert (texts(article.authors), article.date_published.value) == ([], None)


# ------------------------------------------------------------------ people and publishers
AUTHORS = {
    "a person": (ANNA, ["Anna Lindqvist"]),
    "two people": ([ANNA, {"@type": "Person", "name": "Nuno Braga"}], ["Anna Lindqvist", "Nuno Braga"]),
    "a string": ("Anna Lindqvist", ["Anna Lindqvist"]),
    "two names in a string": ("Anna Lindqvist and Nuno Braga", ["Anna Lindqvist", "Nuno Braga"]),
    "strings": (["Anna Lindqvist", "Nuno Braga"], ["Anna Lindqvist", "Nuno Braga"]),
    "with a preposition": ({"@type": "Person", "name": "By Anna Lindqvist"}, ["Anna Lindqvist"]),
    "a list of names": (
        {"@type": "Person", "name": ["Anna Lindqvist", "Nuno Braga"]},
        ["Anna Lindqvist", "Nuno Braga"],
    ),
    "padded": ({"@type": "Person", "name": "  Anna \n Lindqvist "}, ["Anna Lindqvist"]),
    "the publisher": ({"@type": "Organization", "name": "Tidewater News"}, ["Tidewater News"]),
    "the publisher as a person": ({"@type": "Person", "name": "Tidewater News"}, ["Tidewater News"]),
    "an agency": ({"@type": "Person", "name": "Reuters"}, ["Reuters"]),
    "a person and an agency": ([ANNA, {"@type": "Organization", "name": "Reuters"}], ["Anna Lindqvist", "Reuters"]),
    "a person and a degree": ("Anna Lindqvist, PhD", ["Anna Lindqvist"]),
    "staff": ({"@type": "Person", "name": "Staff Writer"}, []),
    "an address": ("https://www.facebook.com/tidewater", []),
    "null": (None, []),
    "an empty name": ({"@type": "Person", "name": ""}, []),
    "a number": (17, []),
}


@pytest.mark.parametrize("name", AUTHORS)
def test_authors_in_data(name):
    """Who is credited in the data is an author whatever shape it comes in; functions and addresses are nobody."""
    value, expected = AUTHORS[name]
    assert texts(with_news(author=value).authors) == expected


@pytest.mark.parametrize(
    "content", ["Anna Lindqvist, Nuno Braga", "Anna Lindqvist and Nuno Braga", "Anna Lindqvist;Nuno Braga"]
)
def test_the_author_meta_element(content):
    """The author meta element may name several people."""
    assert texts(read(page(head=f'<meta name="author" content="{content}">')).authors) == [
        "Anna Lindqvist",
        "Nuno Braga",
    ]


def test_a_profile_address_is_no_author():
    """``article:author`` with the address of a profile names nobody."""
    head = '<meta property="article:author" content="https://www.facebook.com/anna.lindqvist">'
    assert texts(read(page(head=head)).authors) == []


def test_the_publisher_is_the_site():
    """The publisher of the data is the site's name."""
    assert with_news().site_name.value == "Tidewater News"


def test_the_open_graph_site_name():
    """``og:site_name`` is the site's name, and what the title adds to the headline agrees."""
    html = page(head='<meta property="og:site_name" content="Tidewater News">', title=f"{HEADLINE} - Tidewater News")
    article = read(html)
    assert article.site_name.value == "Tidewater News"
    assert article.headline.value == HEADLINE


def test_the_title_of_data_loses_the_site():
    """Without any heading, an Open Graph title that ends in the site's name gives the headline alone."""
    head = (
        f'<meta property="og:site_name" content="Tidewater News"><meta property="og:title" content="{HEADLINE} |'
        ' Tidewater News">'
    )
    assert read(page(head=head, headline="", title=f"{HEADLINE} | Tidewater News")).headline.value == HEADLINE


def test_entities_in_data_are_decoded():
    """Character references that a site wrote into its JSON are decoded, so that they agree with what it shows."""
    visible = "Eels & otters: the Tarn’s quiet comeback"
    html = page(
        headline=visible.replace("&", "&amp;"),
        title="x",
        head=script(NEWS | {"headline": "Eels &amp; otters: the Tarn&#8217;s quiet comeback"}),
    )
    article = read(html)
    assert article.headline.value == visible
    assert (
        article.headline.confidence >= read(page(headline=visible.replace("&", "&amp;"), title="x")).headline.confidence
    )


# ------------------------------------------------------------------ dates
def test_dates_of_data_with_their_zone():
    """Published and modified times of the data come with their offset."""
    article = with_news()
    assert article.date_published.value.value == "2025-05-06T07:30:00+02:00"
    assert article.date_published.value.zone == "+02:00"
    assert article.date_modified.value.value == "2025-05-06T11:05:00+02:00"


@pytest.mark.parametrize(
    ("raw", "value", "granularity"),
    [
        ("2025-05-06", "2025-05-06", Granularity.DAY),
        ("2025-05", "2025-05", Granularity.MONTH),
        ("2025", "2025", Granularity.YEAR),
        ("2025-05-06T07:30", "2025-05-06T07:30", Granularity.MINUTE),
        ("2025-05-06T07:30:12Z", "2025-05-06T07:30:12", Granularity.SECOND),
        ("2025-05-06T07:30:12.345678+00:00", "2025-05-06T07:30:12", Granularity.SECOND),
        ("2025-05-06 07:30:12", "2025-05-06T07:30:12", Granularity.SECOND),
        ("20250506T073012+0200", "2025-05-06T07:30:12", Granularity.SECOND),
        ("Tue, 06 May 2025 07:30:12 +0200", "2025-05-06T07:30:12", Granularity.SECOND),
        ("May 6, 2025", "2025-05-06", Granularity.DAY),
    ],
)
def test_dates_as_sites_write_them(raw, value, granularity):
    """A date of the data is read as precisely as it is written, also in the forms that no standard knows."""
    stamp = with_news(datePublished=raw).date_published.value
    assert stamp.value.startswith(value)
    assert stamp.granularity is granularity


@pytest.mark.parametrize(
    "raw",
    [
        "",
        "TBA",
        "0000-00-00",
        "2025-13-45",
        "0001-01-01T00:00:00Z",
        "1970-01-01T00:00:00Z",
        None,
        {"@value": 3},
        [],
        -5,
    ],
)
def test_dates_that_are_none(raw):
    """What is no date, or a database's empty one, gives no date."""
    assert with_news(datePublished=raw).date_published.value is None


@pytest.mark.parametrize(
    "head",
    [
        '<meta property="article:published_time" content="2025-05-06T07:30:00+02:00">',
        '<meta name="date" content="2025-05-06T07:30:00+02:00">',
        '<meta name="DC.date.issued" content="2025-05-06T07:30:00+02:00">',
        '<meta name="parsely-pub-date" content="2025-05-06T07:30:00+02:00">',
        '<meta itemprop="datePublished" content="2025-05-06T07:30:00+02:00">',
        '<meta name="pubdate" content="2025-05-06T07:30:00+02:00">',
        '<meta name="sailthru.date" content="2025-05-06T07:30:00+02:00">',
    ],
)
def test_dates_in_meta_elements(head):
    """The meta elements in which sites put their date give it."""
    assert read(page(head=head)).date_published.value.value == "2025-05-06T07:30:00+02:00"


# ------------------------------------------------------------------ sections and topics
@pytest.mark.parametrize(
    "keywords", [["Eels", "River Tarn"], "Eels, River Tarn", "Eels,River Tarn", "Eels; River Tarn"]
)
def test_keywords(keywords):
    """Keywords of the data are the topics, as a list or in one string."""
    assert texts(with_news(keywords=keywords).topics) == ["Eels", "River Tarn"]


def test_article_tags():
    """Each ``article:tag`` is a topic, named once even where the page shows it as well."""
    head = '<meta property="article:tag" content="Eels"><meta property="article:tag" content="River Tarn">'
    end = (
        '<ul class="tags"><li><a rel="tag" href="/t/eels">Eels</a></li><li><a rel="tag" href="/t/tarn">River'
        " Tarn</a></li></ul>"
    )
    assert texts(read(page(head=head, end=end)).topics) == ["Eels", "River Tarn"]


@pytest.mark.parametrize("value", ["Harbour", ["Harbour"]])
def test_the_section_of_data(value):
    """The section of the data is a section."""
    assert texts(with_news(articleSection=value).sections) == ["Harbour"]


def test_the_breadcrumb_of_data():
    """A breadcrumb list of the data is the breadcrumb, in the order of its positions, named by item or by itself."""
    crumbs = {
        "@context": "https://schema.org",
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": 2,
                "item": {"@id": "https://tidewater-news.example/harbour", "name": "Harbour"},
            },
            {"@type": "ListItem", "position": 1, "name": "Home", "item": "https://tidewater-news.example/"},
        ],
    }
    article = read(page(head=script(crumbs)))
    assert texts(article.breadcrumb) == ["Home", "Harbour"]
    assert texts(article.sections) == ["Harbour"]


# ------------------------------------------------------------------ address, licence, access, language
@pytest.mark.parametrize(
    "href",
    [
        "/harbour/eel-census",
        "https://tidewater-news.example/harbour/eel-census",
        "//tidewater-news.example/harbour/eel-census",
        "eel-census",
    ],
)
def test_the_canonical_address_is_absolute(href):
    """The canonical address is absolute, however the page writes it."""
    article = read(page(head=f'<link rel="canonical" href="{href}">'))
    assert article.canonical_url.value == ADDRESS
    assert pointers(article.canonical_url)["link/canonical"] == href


def test_the_canonical_address_of_another_site():
    """A canonical address that leads to another site is kept: a licensed copy says so."""
    head = '<link rel="canonical" href="https://river-gazette.example/eels">'
    assert read(page(head=head)).canonical_url.value == "https://river-gazette.example/eels"


@pytest.mark.parametrize("href", ["", "javascript:void(0)", "http://[bad", "mailto:a@b.example"])
def test_a_canonical_address_that_is_none(href):
    """What is no web address is no canonical address."""
    value = read(page(head=f'<link rel="canonical" href="{href}">')).canonical_url.value
    assert value in {None, ADDRESS}


def test_no_canonical_address():
    """A page that states no canonical address has none."""
    assert copydesk.read(page()).canonical_url.value is None


CC = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    "html",
    [
        page(end=f'<p>This story may be reused under <a rel="license" href="{CC}">CC BY 4.0</a>.</p>'),
        page(head=f'<link rel="license" href="{CC}">'),
        page(head=script(NEWS | {"license": CC})),
        page(end=f'<p>Published under a <a href="{CC}">Creative Commons licence</a>.</p>'),
    ],
    ids=["link in the page", "link element", "data", "a Creative Commons link"],
)
def test_the_licence(html):
    """The licence is the address that the page links as its licence."""
    assert read(html).license.value == CC


def test_no_licence():
    """A page that states no licence has none."""
    assert read(page()).license.value is None


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        (True, True),
        (False, False),
        ("True", True),
        ("False", False),
        ("false", False),
        ("https://schema.org/False", False),
        ("http://schema.org/True", True),
        (None, None),
        ("perhaps", None),
    ],
)
def test_access(raw, value):
    """Whether the page is free is a boolean, however the data writes it."""
    assert with_news(isAccessibleForFree=raw).is_accessible_for_free.value is value


def test_access_unstated():
    """A page that says nothing of access has no value for it."""
    assert read(page()).is_accessible_for_free.value is None


def test_a_closed_article_is_an_article():
    """A whole article that its data calls not free is an article still."""
    assert with_news(isAccessibleForFree=False).kind.value is PageKind.ARTICLE


@pytest.mark.parametrize("lang", ["en", "en-GB", "EN_us", "de", "", "xx-invalid-lang"])
def test_the_words_outweigh_every_attribute(lang):
    """Whatever the lang attribute, the locale and the data say, English words make an English page."""
    head = '<meta property="og:locale" content="de_DE">' + script(NEWS | {"inLanguage": "de"})
    assert read(page(head=head).replace('lang="en"', f'lang="{lang}"')).language.value == "en"


def test_the_data_does_not_set_the_kind_alone():
    """A section front whose data calls it an article is a section front still."""
    cards = "".join(
        f"<article><h3><a href='/s/{i}'>{STORY[i % 3].split(',')[0][:60]} {i}</a></h3><p>A line about story number"
        f" {i}.</p></article>"
        for i in range(12)
    )
    html = page(head=script(NEWS | {"headline": "Harbour news"}), headline="Harbour")
    start, end = html.index("<article>"), html.index("</main>")
    assert read(html[:start] + f"<h1>Harbour</h1>{cards}" + html[end:]).kind.value is PageKind.SECTION_FRONT


# ------------------------------------------------------------------ data of any content
@pytest.mark.parametrize("name", ["headline", "articleSection", "keywords", "author"])
def test_half_a_surrogate_pair(name):
    """A JSON escape of half a surrogate pair does not keep the record from being written as UTF-8."""
    head = script(json.dumps(NEWS).replace(json.dumps(NEWS[name]), '"half \\ud800 pair"', 1))
    read(page(head=head, headline="", title="")).to_json().encode()


VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.text(max_size=12)
    | st.sampled_from(["2025-05-06", "Anna Lindqvist", CC, "\x00"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@value", "name", "item", "url", "0", ""]), inner, max_size=3
        )
    ),
    max_leaves=6,
)
KEYS = [
    "@type",
    "@graph",
    "@id",
    "headline",
    "name",
    "datePublished",
    "dateModified",
    "author",
    "publisher",
    "articleSection",
    "keywords",
    "image",
    "isAccessibleForFree",
    "inLanguage",
    "license",
    "itemListElement",
    "mainEntity",
    "mainEntityOfPage",
    "comment",
    "description",
    "url",
]


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from(KEYS), VALUES, max_size=8))
def test_any_data(data):
    """Whatever the data holds, the visible body is read, and the record can be written and read back."""
    article = read(page(head=script(json.dumps({"@type": "NewsArticle"} | data).replace("<", "\\u003c"))))
    assert article.text == "\n\n".join(STORY)
    assert article.headline.value == HEADLINE
    assert Article.from_json(article.to_json()) == article
    article.to_json().encode()
    json.dumps(article.to_jsonld())
