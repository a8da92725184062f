"""Little texts: prose, a headline or a list alone, a brief among headlines, a page without spaces."""

import pytest
from text_pages import HEADLINE, LISTS, RANKING, RECOMMENDED, RELATED, STORY, all_lists, body, marked, read, titles

from copydesk.types import PageKind


def test_prose_alone():
    """A text that is only prose is all body, has no headline and nothing else."""
    article = read(STORY)
    assert body(article) == list(STORY)
    assert article.headline.value is None
    assert (article.authors.value, article.topics.value, all_lists(article)) == ((), (), [[], [], []])


def test_one_paragraph_alone():
    """A single paragraph is body."""
    assert body(read(STORY[0])) == [STORY[0]]


def test_a_headline_alone():
    """A single short line is a headline or unknown, but no body, and no article."""
    article = read(HEADLINE)
    assert article.headline.value in {HEADLINE, None}
    assert article.text == ""
    assert article.kind.value is not PageKind.ARTICLE


def test_a_headline_and_its_story():
    """A headline followed by prose is told from it, with a blank line between or without."""
    for glue in ("\n", "\n\n"):
        article = read(glue.join((HEADLINE, *STORY)))
        assert (article.headline.value, body(article)) == (HEADLINE, list(STORY))


def test_a_list_alone():
    """A text that is only headlines has no body and is no article."""
    article = read(marked(RELATED + RANKING + RECOMMENDED, "- "))
    assert article.text == ""
    assert article.kind.value is not PageKind.ARTICLE


@pytest.mark.xfail(reason="an entry of the list is taken for the headline", strict=True)
def test_a_list_alone_has_no_headline():
    """The first entry of a marked list is not the headline of the others."""
    assert read(marked(RELATED + RANKING + RECOMMENDED, "- ")).headline.value is None


def test_a_brief_in_long_lists():
    """A report of one paragraph keeps it, however many headlines follow."""
    lists = [line for label, entries in LISTS.items() for line in (label, *entries)]
    assert body(read([HEADLINE, "By Edda Holm", STORY[0], *lists])) == [STORY[0]]


@pytest.mark.xfail(reason="no rule parts the teasers below a story from it", strict=True)
def test_a_brief_above_teasers():
    """Headlines with their summaries below a story are no part of it."""
    more = " said officials on Tuesday. A report on the matter is due by the end of the month."
    teasers = [line for title in RELATED + RANKING for line in (title, f"{title},{more}")]
    assert body(read([HEADLINE, "By Edda Holm", *STORY[:2], "More news", *teasers])) == list(STORY[:2])


def test_japanese_text():
    """A Japanese page without spaces is read as one with them."""
    headline = "岬の灯台、嵐のあと三十六年ぶりに手で点灯"
    story = (
        (
            "先週末の嵐で電線が崖から引きちぎられたため、岬の灯台は今夜から三十六年ぶりに人の手で灯されることになった。"
            "沿岸局が水曜日に発表した。"
        ),
        (
            "引退した二人の灯台守が修理の終わるまで塔に泊まり込み、"
            "夕暮れに油のランプを灯して三時間ごとにレンズを回すぜんまいを巻くという。"
        ),
        (
            "「やり方は忘れないが、膝が階段を忘れた」と七十四歳の元灯台守は笑った。"
            "修理には来月の半ばまでかかる見通しで、漁師たちは胸をなで下ろしている。"
        ),
    )
    article = read(
        [
            headline,
            "2025年11月12日 16:05",
            *story,
            "関連記事",
            "- 嵐で南海岸の四千世帯が停電",
            "- 最後の灯台守たちのその後",
        ]
    )
    assert (article.language.value, article.headline.value, body(article)) == ("ja", headline, list(story))
    assert titles(article.related) == ["嵐で南海岸の四千世帯が停電", "最後の灯台守たちのその後"]
