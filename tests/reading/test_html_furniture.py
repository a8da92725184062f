"""What stands in or around a story without being of it is left out of the body of an HTML page."""

import pytest
from html_furniture import AROUND, FURNITURE
from html_kinds import TEASERS
from html_pages import HEADLINE, STORY, body, page, paragraphs, read, story


# ------------------------------------------------------------------ inside the story and below it
@pytest.mark.parametrize("name", FURNITURE)
def test_furniture_inside_the_body_is_dropped(name):
    """What stands between two paragraphs and is not of the story leaves the story as it was."""
    assert body(read(story(between=FURNITURE[name]))) == list(STORY)


LONG_TEASERS = pytest.mark.xfail(
    reason="teasers with summaries under a label weigh half as much as so short a story", strict=True
)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=LONG_TEASERS) if name == "other articles" else name for name in AROUND]
)
def test_what_follows_the_story_is_not_body(name):
    """What stands after the story on the page is no part of it."""
    assert body(read(story(after=AROUND[name]))) == list(STORY)


@pytest.mark.parametrize(
    "name", [pytest.param(name, marks=LONG_TEASERS) if name == "other articles" else name for name in AROUND]
)
def test_what_ends_the_container_is_not_body(name):
    """What closes the story's own container without being of the story is no part of it."""
    assert body(read(story(end=AROUND[name]))) == list(STORY)


# ------------------------------------------------------------------ other stories, pleas and hidden words
def teaser_cards(count):
    return "".join(
        f"<article><h3><a href='/s/{i}'>{title}</a></h3><p>{line} It was said on Monday that more would follow before"
        " the end of the week.</p></article>"
        for i, (title, line) in enumerate(TEASERS[:count])
    )


@pytest.mark.xfail(reason="ten long teasers outweigh a short story and become the body", strict=True)
@pytest.mark.parametrize("box", ["<aside>{}</aside>", "<div class='more'>{}</div>"])
def test_a_short_story_beside_long_teasers(box):
    """A report of two paragraphs below its headline is the body, however long the teasers beside it are."""
    inside = f"<article><h1>{HEADLINE}</h1>{paragraphs(STORY[0], STORY[2])}</article>"
    assert body(read(page(inside, after=box.format(teaser_cards(10))))) == [STORY[0], STORY[2]]


@pytest.mark.xfail(reason="a second article below the first is taken for its continuation", strict=True)
def test_the_next_article_below():
    """Where a page loads the next article below the first, the body ends with the first."""
    more = [text.replace("bridge", "library").replace("river", "square") for text in STORY]
    following = (
        "<article><h2><a href='/library'>Village library closes after engineers find rot in its shelves</a></h2>"
    )
    following += f"<p class='byline'>By Jonas Pell</p>{paragraphs(*more)}</article>"
    assert body(read(story().replace("</main>", f"{following}</main>"))) == list(STORY)


PLEAS = {
    "money": "<div><p>Since you are here, we have a small favour to ask. More people read us than ever, but few"
    " pay for it. Support us with as little as £1.</p><a href='/give'>Support the Mercury</a></div>",
    "tips": "<p><em>Do you know more? Contact the reporter at anna@wendlemercury.example</em></p>",
}


@pytest.mark.xfail(reason="no cue knows a plea for money or for tips in plain paragraphs", strict=True)
@pytest.mark.parametrize("name", PLEAS)
def test_pleas_to_the_reader(name):
    """A plea for money or for tips at the end of the story is no part of it."""
    assert body(read(story(end=PLEAS[name]))) == list(STORY)


@pytest.mark.xfail(reason="words for screen readers alone count as visible", strict=True)
def test_words_for_screen_readers():
    """A line that only screen readers say (``sr-only``) is no part of the story."""
    assert body(
        read(story(between="<span class='sr-only'>Skip advertisement and go on with the story</span>"))
    ) == list(STORY)


def test_a_caption_in_the_pictures_paragraph():
    """Words in italics that share a paragraph with a picture and name its photographer are its caption."""
    shot = "<p><img src='/b.jpg' alt=''><br><em>The barrier at the bridge on Monday. Photo: Lena Hartwell</em></p>"
    assert body(read(story(between=shot))) == list(STORY)
