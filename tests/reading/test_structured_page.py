"""What a page's data says of the page: section, topics, address, licence, access, language and kind."""

import pytest
from structured_pages import ADDRESS, CC, NEWS, STORY, page, pointers, read, script, texts, with_news

import copydesk
from copydesk.types import PageKind


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
