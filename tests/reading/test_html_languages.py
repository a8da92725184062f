"""Ten languages of HTML: each part of a page is found by the words of its country, and the language by the story's."""

import re

import pytest
from html_languages import LANGUAGES, LISTS, listed, localised
from html_pages import body, entries, flat, page, paragraphs, read, story, texts

from copydesk.types import Granularity, PageKind


# ------------------------------------------------------------------ ten languages, each page in its country's manner
@pytest.fixture(scope="module", params=LANGUAGES)
def local(request):
    """The language's code, its words and its article as read."""
    return request.param, LANGUAGES[request.param], read(localised(request.param))


def test_the_body_in_ten_languages(local):
    """In each language the body is the paragraphs of the story, whole, in order, and nothing else."""
    _, words, article = local
    assert body(article) == [flat(text) for text in words["body"]]


def test_the_headline_in_ten_languages(local):
    """In each language the headline is the page's first heading."""
    _, words, article = local
    assert article.headline.value == words["headline"]


def test_the_language_of_ten(local):
    """Each language is named by its code."""
    language, _, article = local
    assert article.language.value == language


def test_the_author_in_ten_languages(local):
    """The word that introduces a byline is known in each language and is no part of the name."""
    _, words, article = local
    assert texts(article.authors) == [words["author"]]


def test_the_date_in_ten_languages(local):
    """A day written out in the language's own manner is read to the day."""
    _, words, article = local
    stamp = article.date_published.value
    assert (stamp.value, stamp.granularity, stamp.zone) == (words["date"][1], Granularity.DAY, None)


def test_the_promo_in_ten_languages(local):
    """A line inside the body that leads to another article is a promo with an absolute address."""
    _, words, article = local
    ((title, url),) = entries(article.promos)
    assert title in {
        line := flat(words["promo"]),
        line.replace("：", "： "),
        re.split(r"[:：]\s*", line, maxsplit=1)[1],
    }
    assert url == "https://wendlemercury.example/other"


def test_the_topics_in_ten_languages(local):
    """The topics below the story are read, without their label."""
    _, words, article = local
    assert texts(article.topics) == words["topics"][1]


@pytest.mark.parametrize("name", LISTS)
def test_the_lists_in_ten_languages(local, name):
    """Related, most read and recommended lists are told apart by their headings, each entry with its address."""
    language, _, article = local
    expected = [(text, f"https://wendlemercury.example/{name}/{i}") for i, text in enumerate(listed(language, name))]
    assert entries(getattr(article, name)) == expected


def test_ten_languages_are_articles(local):
    """Each of them is an article."""
    assert local[2].kind.value is PageKind.ARTICLE


def test_right_to_left_marks():
    """Isolates and direction marks around Arabic words do not break the body into pieces."""
    words = LANGUAGES["ar"]
    html = localised("ar").replace(words["body"][0], f"<bdi dir='rtl'>{words['body'][0]}</bdi>")
    assert body(read(html)) == [flat(text) for text in words["body"]]


# ------------------------------------------------------------------ the language
def test_the_text_outweighs_the_lang_attribute():
    """Where the page calls itself English and its words are German, it is German."""
    words = LANGUAGES["de"]
    article = read(page(f"<h1>{words['headline']}</h1>{paragraphs(*words['body'])}", lang="en"))
    assert article.language.value == "de"


def test_a_foreign_quote_does_not_change_the_language():
    """One paragraph in another language leaves the language of the story."""
    assert read(story(between=f"<blockquote>{LANGUAGES['de']['body'][2]}</blockquote>")).language.value == "en"


def test_the_navigation_does_not_set_the_language():
    """Long furniture in another language does not outweigh the story."""
    furniture = (
        "<ul>"
        + "".join(f"<li><a href='/{i}'>{text}</a></li>" for i, text in enumerate(LANGUAGES["de"]["body"] * 3))
        + "</ul>"
    )
    assert read(story(top=f"<nav>{furniture}</nav>", lang="de")).language.value == "en"
