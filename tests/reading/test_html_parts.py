"""The small parts around an HTML story: breadcrumb, section, topics, counters, images, comments, links."""

import pytest
from html_furniture import COMMENTS, CRUMBS
from html_pages import HEADLINE, STORY, body, entries, flat, read, story, texts


# ------------------------------------------------------------------ breadcrumb, section, topics, counters
@pytest.mark.parametrize("name", CRUMBS)
def test_breadcrumbs(name):
    """The crumbs above the headline are the breadcrumb, home included, and its rest the sections."""
    article = read(story().replace("<article>", f"{CRUMBS[name]}<article>"))
    assert texts(article.breadcrumb) == ["Home", "Local", "Roads"]
    assert texts(article.sections)[-1] == "Roads"
    assert "Home" not in texts(article.sections)
    assert body(article) == list(STORY)


def test_the_headline_in_the_breadcrumb():
    """A breadcrumb that ends in the headline does not make the headline a section."""
    crumbs = CRUMBS["list"].replace("</ol>", f"<li>{HEADLINE}</li></ol>")
    article = read(story().replace("<article>", f"{crumbs}<article>"))
    assert HEADLINE not in texts(article.sections)
    assert article.headline.value == HEADLINE


def test_a_section_link_above_the_headline():
    """A link to the section above the headline gives the section."""
    html = story().replace("<article>", "<article><a class='section-label' href='/local'>Local</a>")
    assert texts(read(html).sections) == ["Local"]


def test_topics_in_one_line():
    """Topics named in one line behind a label are taken apart at the commas."""
    html = story(
        after=(
            "<div class='tags'>Tags: <a href='/t/1'>Bridges</a>, <a href='/t/2'>Rural roads</a>, <a"
            " href='/t/3'>Oak</a></div>"
        )
    )
    assert texts(read(html).topics) == ["Bridges", "Rural roads", "Oak"]


def test_counters():
    """The page's own counters are reactions with label and count."""
    html = story(after="<div class='reactions'><button>Like (1,204)</button> <button>Surprised (36)</button></div>")
    assert [(r.value.label, r.value.count) for r in read(html).reactions.value] == [("Like", 1204), ("Surprised", 36)]


# ------------------------------------------------------------------ images
def test_a_caption_with_its_credit():
    """A caption is no body; it is data with its picture's absolute address and the credit taken apart."""
    figure = (
        "<figure><img src='/img/bridge.jpg' alt=''><figcaption>The barrier at the bridge on Monday. <span"
        " class='credit'>Photograph: Lena Hartwell/Wendle Mercury</span></figcaption></figure>"
    )
    article = read(story(between=figure))
    (image,) = [item.value for item in article.images.value]
    assert image.url == "https://wendlemercury.example/img/bridge.jpg"
    assert flat(image.caption) == "The barrier at the bridge on Monday."
    assert "Lena Hartwell" in image.credit
    assert "barrier" not in article.text


@pytest.mark.parametrize(
    "credit",
    [
        "Photo: Lena Hartwell",
        "Foto: Lena Hartwell/dpa",
        "© Lena Hartwell",
        "(Photo by Lena Hartwell)",
        "Crédit photo : Lena Hartwell",
        "Image: Lena Hartwell",
    ],
)
def test_a_credit_inside_the_caption(credit):
    """A credit that only its words set apart is taken out of the caption."""
    figure = (
        "<figure><img src='/b.jpg' alt=''><figcaption>The barrier at the bridge on Monday."
        f" {credit}</figcaption></figure>"
    )
    (image,) = [item.value for item in read(story(between=figure)).images.value]
    assert flat(image.caption) == "The barrier at the bridge on Monday."
    assert "Lena Hartwell" in image.credit


def test_a_caption_without_figure():
    """A caption in a classed ``<div>`` below its picture is no body either."""
    box = (
        "<div class='image-wrap'><img src='/b.jpg' alt=''><div class='caption'>The barrier at the bridge on"
        " Monday.</div></div>"
    )
    article = read(story(between=box))
    assert body(article) == list(STORY)
    assert [flat(item.value.caption or "") for item in article.images.value] == ["The barrier at the bridge on Monday."]


def test_lazy_images_have_their_true_address():
    """A picture loaded late is named by its true address, never by its placeholder."""
    figure = (
        "<figure><img src='data:image/gif;base64,R0lGOD' data-src='/img/true.jpg' alt=''><figcaption>The"
        " barrier.</figcaption></figure>"
    )
    (image,) = [item.value for item in read(story(between=figure)).images.value]
    assert image.url == "https://wendlemercury.example/img/true.jpg"


def test_logos_and_pixels_are_no_images():
    """Logo, portrait of the author's box and counting pixel are not pictures of the article."""
    html = story(
        top="<header><a href='/'><img src='/logo.svg' alt='Wendle Mercury'></a></header>",
        after="<img src='https://count.example/p.gif' width='1' height='1' alt=''>",
    )
    assert read(html).images.value == ()


# ------------------------------------------------------------------ comments
def test_comments_are_data():
    """Readers' comments come with author, words and date, and without their buttons."""
    comments = [item.value for item in read(story(after=COMMENTS)).comments.value]
    assert [(c.author and flat(c.author), flat(c.text)) for c in comments] == [
        ("Millpond", "My grandfather drove the first lorry over that bridge."),
        ("Jane from Lower Wendle", "And who pays for the taxis to school? Not the county, I bet."),
    ]
    assert [c.date.value[:16] for c in comments] == ["2025-03-03T18:22", "2025-03-04T07:01"]


def test_commenters_are_no_authors():
    """Who comments is no author, and the day of a comment is not the page's date."""
    article = read(story(after=COMMENTS))
    assert texts(article.authors) == []
    assert article.date_published.value is None


# ------------------------------------------------------------------ addresses
def test_lists_without_an_address():
    """Without the page's address a relative link stays unknown or as it stands, and is never made up."""
    html = story(
        after=(
            "<aside><h2>Related</h2><ul><li><a href='/a'>Oak prices double in a year</a></li><li><a"
            " href='https://b.example/b'>The last ferryman remembers</a></li></ul></aside>"
        )
    )
    first, second = (url for _, url in entries(read(html, url=None).related))
    assert first in {None, "/a"}
    assert second == "https://b.example/b"


def test_base_href():
    """A ``<base>`` moves relative links, as in a browser."""
    html = story(
        head="<base href='https://static.example/deep/'>",
        after=(
            "<aside><h2>Related</h2><ul><li><a href='a'>Oak prices double in a year</a></li><li><a href='b'>The last"
            " ferryman remembers</a></li></ul></aside>"
        ),
    )
    assert [url for _, url in entries(read(html).related)] == [
        "https://static.example/deep/a",
        "https://static.example/deep/b",
    ]
