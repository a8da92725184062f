"""Headline and topics where a page says several things: which one is taken, from where, and how sure it is."""

import json

import pytest

import copydesk
from copydesk.reading import titles
from copydesk.types import Pointer, Span

URL = "https://www.marrenpost.example/fishing/2025/03/harbour-closes"
STORY = "".join(
    f"<p>The harbour of Cape Marren closed on {day}, because the wall beside the outer berths had begun to move, "
    "the port's engineer said.</p>"
    for day in ("Monday", "Tuesday", "Wednesday", "Thursday")
)
NAME = "<meta property='og:site_name' content='The Marren Post'>"
ARTICLE = "<meta property='og:type' content='article'>"
HEADLINE = "Harbour closes after wall moves"


def read(body="", *, head="", title="", url=URL):
    return copydesk.read(f"<html><head><title>{title}</title>{head}</head><body>{body}{STORY}</body></html>", url=url)


def social(text):
    return f'<meta property="og:title" content="{text}">'


def data(kind, **fields):
    return f"<script type='application/ld+json'>{json.dumps({'@type': kind, **fields})}</script>"


def texts(field):
    return [item.value for item in field.value]


def pointers(field):
    return [e.pointer for e in field.evidence if isinstance(e, Pointer)]


def shown(article, field):
    return [article.page_text[e.start : e.end] for e in field.evidence if isinstance(e, Span)]


def test_the_heading_outweighs_two_search_titles():
    """An article's heading is its headline, though ``og:title`` and ``<title>`` agree on other words."""
    head = ARTICLE + social("Harbour wall at Cape Marren moves: what to know")
    article = read(f"<h1>{HEADLINE}</h1>", head=head, title="Harbour wall at Cape Marren moves: what to know")
    assert article.headline.value == HEADLINE
    assert shown(article, article.headline) == [HEADLINE]


def test_a_slogan_is_not_the_name_of_a_page():
    """Where a page that is no article shows a slogan, its social title names it."""
    head = social("Harbour wall insurance for ports")
    article = read("<h1>Sleep well tonight</h1>", head=head, title="Harbour wall insurance for ports | The Marren Post")
    assert article.headline.value == "Harbour wall insurance for ports"


def test_a_newsroom_states_its_headline():
    """A ``NewsArticle``'s headline that a title repeats is taken before another heading."""
    longer = f"{HEADLINE}: boats must leave by Friday"
    article = read(f"<h1>{HEADLINE}</h1>", head=data("NewsArticle", headline=longer) + social(longer), title=longer)
    assert article.headline.value == longer
    assert pointers(article.headline) == ["json-ld/0/headline", "meta/og:title", "html/title"]


def test_a_kicker_is_no_part_of_the_headline():
    """Words before the social title in the same heading are a kicker; the evidence is what stands behind them."""
    article = read(f"<h1>Cape Marren – {HEADLINE}</h1>", head=ARTICLE + social(HEADLINE), title=HEADLINE)
    assert article.headline.value == HEADLINE
    assert shown(article, article.headline) == [HEADLINE]


@pytest.mark.parametrize(
    "title",
    [
        f"{HEADLINE} | The Marren Post",
        f"{HEADLINE} - News - The Marren Post",
        f"{HEADLINE} · Marren Post",
        f"{HEADLINE}_MarrenPost",
        f"{HEADLINE} | marrenpost.example",
    ],
)
def test_the_sites_name_is_cut_off(title):
    """A title loses the site's name in every way that the page or its address writes it."""
    assert read(head=NAME, title=title).headline.value == HEADLINE


def test_a_dash_in_an_agreed_title_stays():
    """Words behind a dash stay where the heading has them as well."""
    whole = f"{HEADLINE} - and what comes next"
    article = read(f"<h1>{whole}</h1>", head=ARTICLE + social(whole), title=whole)
    assert article.headline.value == whole


def test_only_title_has_the_sites_name():
    """What ``<title>`` has more than the social title is the site's name, so the social title has none to lose."""
    whole = f"{HEADLINE} - and what it costs"
    article = read(head=ARTICLE + social(whole), title=f"{whole} - Post")
    assert article.headline.value == whole


def test_the_only_h1_is_the_headline_in_any_box():
    """A page's one ``<h1>`` is its headline though its box is called a footer and no title repeats it."""
    article = read(f"<div class='footer'><h1>{HEADLINE}</h1></div>", head=ARTICLE, title="Storm")
    assert article.headline.value == HEADLINE


def test_agreement_makes_sure():
    """A headline that every title repeats is surer than one that one of them contradicts."""
    agreed = read(f"<h1>{HEADLINE}</h1>", head=social(HEADLINE), title=HEADLINE)
    split = read(f"<h1>{HEADLINE}</h1>", head=social(HEADLINE), title="Wall of the port moves")
    assert agreed.headline.confidence > split.headline.confidence > 0.5


OTHER = "Cape Marren port: what the moving wall means for boats"


@pytest.mark.parametrize("kicker", ["", "Fishing "])
def test_the_social_title_shown_below_the_heading(kicker):
    """Where the page shows its social title under a heading that ``<title>`` repeats, that is its headline."""
    body = f"<h1>{OTHER}</h1><h2>{kicker}{HEADLINE}</h2>"
    article = read(body, head=ARTICLE + social(HEADLINE), title=f"{OTHER} | marrenpost.example")
    assert article.headline.value == HEADLINE
    assert "meta/og:title" in pointers(article.headline)


def test_a_kicker_in_a_line_of_its_own():
    """A social title that the page shows as a kicker and a line below it is that line."""
    body = f"<h1>{OTHER}</h1><div>Cape Marren</div><h2>{HEADLINE}</h2>"
    article = read(body, head=ARTICLE + social(f"Cape Marren: {HEADLINE}"), title=OTHER)
    assert article.headline.value == HEADLINE
    assert shown(article, article.headline) == [HEADLINE]


def test_a_heading_shown_twice_stays():
    """A line below that repeats the heading behind a kicker does not speak for the social title that it ends with."""
    whole = f"Cape Marren: {HEADLINE}"
    body = f"<h1>{whole}</h1><div>Fishing {whole}</div>"
    head = data("NewsArticle", headline=whole) + social(HEADLINE)
    assert read(body, head=head, title=whole).headline.value == whole


def test_a_social_title_nobody_sees_gives_way():
    """A heading that ``<title>`` repeats is the headline before a social title that the page does not show."""
    article = read(f"<h1>{OTHER}</h1>", head=ARTICLE + social(HEADLINE), title=OTHER)
    assert article.headline.value == OTHER


def test_two_kickers():
    """What heading and social title both say behind kickers of their own is the headline."""
    article = read(f"<h1>Fishing - {HEADLINE}</h1>", head=ARTICLE + social(f"Trouble at Cape Marren: {HEADLINE}"))
    assert article.headline.value == HEADLINE
    assert shown(article, article.headline) == [HEADLINE]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Fishing: the wall moves", "Trouble: the wall moves"),
        ("Boats leave as harbour closes after wall moves", "Ships leave as harbour closes after wall moves"),
        (f"{HEADLINE}", f"Fishing: {HEADLINE}"),
        ("Harbour closes - and what comes next", "Fishing - and what comes next"),
        (f"All that we know about it by now: {HEADLINE}", f"Fishing: {HEADLINE}"),
    ],
)
def test_no_two_kickers(line, title):
    """Few words, words with no mark before them and the rest of a sentence are no headline of their own."""
    assert not titles.common_tail(line, title)


def test_a_newsroom_that_keeps_its_section():
    """What a ``NewsArticle``'s headline and the social title both have behind the heading is no site's name."""
    whole = f"{HEADLINE} - Latest news"
    head = NAME + data("NewsArticle", headline=whole) + social(whole)
    assert read(f"<h1>{HEADLINE}</h1>", head=head, title=whole).headline.value == whole


def test_a_newsroom_without_a_headline():
    """A ``NewsArticle`` that states no headline takes none from the page."""
    assert read(f"<h1>{HEADLINE}</h1>", head=data("NewsArticle"), title=OTHER).headline.value == HEADLINE


def test_glued_words_are_parted_as_the_title_parts_them():
    """Of two spellings that differ in blanks only, the one with more words is taken."""
    whole = f"Cape Marren / {HEADLINE}"
    heading = f"<h1>Cape <b>Marren</b>{HEADLINE}</h1>"
    assert read(heading, head=ARTICLE + social(whole), title=whole).headline.value == whole
    spaced = f"Cape Marren {HEADLINE}"
    assert read(f"<h1>{spaced}</h1>", head=ARTICLE + social(spaced.replace("Cape ", "Cape"))).headline.value == spaced


def test_a_subheading_is_not_taken_for_the_headline():
    """Where only a heading of a lower level shows, what titles and JSON-LD agree on stays whole."""
    whole = f"{HEADLINE} - and what comes next"
    head = data("Article", headline=whole) + social(whole)
    assert read("<h2>Harbour closes - and what comes next</h2>", head=head, title=whole).headline.value == whole


@pytest.mark.parametrize(("end", "value"), [("", HEADLINE), ("…", f"{HEADLINE}…-Ports")])
def test_a_stated_headline_ends_before_the_section(end, value):
    """On a page that shows no headline, a stated one that begins the title is taken, unless it was cut short."""
    head = ARTICLE + f"<meta name='headline' content='{HEADLINE}{end}'>" + social(f"{HEADLINE}{end}-Ports")
    assert read(head=head, title=f"{HEADLINE}{end}-Ports").headline.value == value


def test_soft_hyphens_do_not_part_words():
    """A soft hyphen inside a word does not make two titles different."""
    assert titles.folded("Ver\u00adfassungs\u00adbeschwerde") == titles.folded("Verfassungsbeschwerde")


@pytest.mark.parametrize(("part", "named"), [("The Marren Post", True), ("Marren Post UK", True), ("Wall", False)])
def test_names_of_a_site(part, named):
    """A site's name is known with or without an article or a country, and no other word is."""
    assert titles.is_name(part, frozenset(["themarrenpost", "marrenpost"])) is named


def test_one_place_names_the_topics():
    """Topics come from the first place that names any; other places confirm them and add none."""
    head = "<meta name='keywords' content='Ports, Cape Marren'>" + data("NewsArticle", keywords=["ports", "Sport"])
    article = read(f"<h1>{HEADLINE}</h1>", head=head)
    assert texts(article.topics) == ["Ports", "Cape Marren"]
    assert pointers(article.topics.value[0]) == ["meta/keywords", "json-ld/0/keywords/0"]
    assert article.topics.value[0].confidence > article.topics.value[1].confidence


def test_a_chopped_title_gives_no_topics():
    """Keywords that are the title's own words in small letters give way to any other place."""
    head = (
        "<meta name='keywords' content='harbour, closes, after, wall, moves'>"
        "<meta property='article:tag' content='Ports'>"
    )
    assert texts(read(f"<h1>{HEADLINE}</h1>", head=head, title=HEADLINE).topics) == ["Ports"]


def test_what_systems_file_is_no_topic():
    """Identifiers, numbers, hosts and the site's own name among the keywords are no topics."""
    filed = "Ports,98be933f-38cf-4fba-b6c6-ad438e82010a,1003123,www.marrenpost.example,The Marren Post,pageType:story"
    head = NAME + f"<meta name='keywords' content='{filed}'>"
    assert texts(read(head=head).topics) == ["Ports"]


def test_ticker_codes_are_no_topics():
    """A list that is mostly codes is left out whole."""
    head = (
        "<meta name='keywords' content='AER,AERO,GEN,INDG,TRAN,ASIA'><meta property='article:tag' content='Airlines'>"
    )
    assert texts(read(head=head).topics) == ["Airlines"]


def test_keyed_keywords():
    """Of keywords with keys, those that are subjects are topics, without their key."""
    kept = ["Subject: Ports", "Language: English", "Page Type: Article", "Subject: Fishing"]
    assert texts(read(head=data("NewsArticle", keywords=kept)).topics) == ["Ports", "Fishing"]


@pytest.mark.parametrize(
    "after",
    [
        "<nav><ul><li><a rel='tag' href='/a'>Ports</a></li><li><a rel='tag' href='/b'>Fishing</a></li></ul></nav>",
        "<div><h3>Mehr lesen über</h3><ul><li><a href='/a'>Ports</a></li><li><a href='/b'>Fishing</a></li></ul></div>",
        "<footer><div>Schlagworte: <a href='/a'>Ports</a> <a href='/b'>Fishing</a></div></footer>",
    ],
)
def test_visible_tags(after):
    """Tags below the story are known by ``rel``, by the label over them or by the label before them."""
    article = copydesk.read(f"<html><body><h1>{HEADLINE}</h1>{STORY}{after}</body></html>", url=URL)
    assert texts(article.topics) == ["Ports", "Fishing"]
