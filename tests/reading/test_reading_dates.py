"""Which of a page's many dates is its own: what it says to machines, what it shows, and which of them gives way."""

import json

import pytest

import copydesk
from copydesk.reading import stamps
from copydesk.types import Address, Article, Granularity, Pointer, Span

URL = "https://tidewater-news.example/harbour/eel-census"
STORY = (
    (
        "Volunteers have counted 4,112 eels in the lower Tarn this spring, more than in any year since the census"
        " began, and biologists believe that a new gate at the old mill is the reason."
    ),
    (
        "The gate opens by itself for two hours around every high tide and lets the young fish slip past the turbine."
        " Before it was fitted last autumn, fewer than one in ten survived the journey upstream, says the river trust."
    ),
    (
        "“We stood in the dark with torches and lost count twice,” said Nell Farraday, who has led the census for"
        " eleven years. The trust will publish the full figures soon, and three other mills have asked what it costs."
    ),
)


def page(*, head="", above="", below="", body=STORY, foot="", lang="en"):
    """A news page with something in its head, above and below its headline, and below its body."""
    title = "Volunteers count more eels than ever in the Tarn"
    paragraphs = "".join(f"<p>{text}</p>" for text in body)
    return (
        f"<!doctype html><html lang='{lang}'><head><title>{title}</title>{head}</head><body><main><article>"
        f"{above}<h1>{title}</h1>{below}<div class='story'>{paragraphs}</div>{foot}</article></main></body></html>"
    )


def read(*, url=URL, fetched_at=None, **parts) -> Article:
    return copydesk.read(page(**parts), url=url, fetched_at=fetched_at)


def published(**parts):
    stamp = read(**parts).date_published.value
    return stamp.value if stamp else None


def json_ld(**dates):
    item = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": "Volunteers count", **dates}
    return f"<script type='application/ld+json'>{json.dumps(item)}</script>"


def meta(name, content):
    return f"<meta name='{name}' content='{content}'>"


# ------------------------------------------------------------------ meta tags
ISSUE = [
    "article:published_time", "og:article:published_time", "date", "dc.date", "dc.date.issued", "dcterms.created",
    "sailthru.date", "parsely-pub-date", "bt:pubdate", "w-published-date", "publish-date", "published_at",
    "citation_publication_date", "article_date_original", "cxenseparse:recs:publishtime", "datepublished",
]  # fmt: skip
CHANGE = ["article:modified_time", "og:updated_time", "lastmod", "last-modified", "dcterms.modified", "revision_date"]
NEITHER = [
    "viewport", "expires", "event-start-date", "unpublish_date", "article:expiration_time", "publisher", "reading_time",
    "build-date", "last-crawled", "template",
]  # fmt: skip


@pytest.mark.parametrize("name", ISSUE)
def test_meta_names_of_publication(name):
    """A meta tag is known as the date of publication by the words inside its name."""
    article = read(head=meta(name, "2024-05-03T14:10:00+02:00"))
    assert article.date_published.value.value == "2024-05-03T14:10:00+02:00"
    assert article.date_published.evidence[0].pointer == f"meta/{name}"
    assert article.date_modified.value is None


@pytest.mark.parametrize("name", CHANGE)
def test_meta_names_of_change(name):
    """A meta tag is known as the date of a change likewise, and states no publication."""
    article = read(head=meta(name, "2024-05-03T14:10:00+02:00"))
    assert article.date_modified.value.value == "2024-05-03T14:10:00+02:00"
    assert article.date_published.value is None


@pytest.mark.parametrize("name", NEITHER)
def test_meta_names_of_neither(name):
    """Dates of expiry, of events and of machines are no dates of an article."""
    assert (stamps.issue_weight(name), stamps.change_weight(name)) == (0.0, 0.0)


# ------------------------------------------------------------------ shown dates
BOXES = [
    "div",
    "footer",
    "div class='author-info'",
    "div class='share-tools'",
    "div class='newsletter-details'",
    "aside",
]


@pytest.mark.parametrize("box", BOXES)
def test_a_date_beside_the_headline_in_any_box(box):
    """The date right below the headline is read whatever its box is called."""
    article = read(below=f"<{box}>May 3, 2024</{box.split()[0]}>")
    assert article.date_published.value.value == "2024-05-03"
    span = article.date_published.evidence[0]
    assert isinstance(span, Span)
    assert article.page_text[span.start : span.end] == "May 3, 2024"


BELOW = {
    "Posted on May 3, 2024": "2024-05-03",
    "Jo Reyes • Updated on May 4, 2024 • First published May 3, 2024": "2024-05-03",
    "by Jo Reyes, last updated 4 May 2024, originally created 3 May 2024": "2024-05-03",
    "Published: Friday, May 3, 2024": "2024-05-03",
    "Member since May 3, 2014": None,
    "Joined: Mon May 3, 2014": None,
    "Next meeting: May 30, 2024": None,
    "Available until May 30, 2024": None,
}


@pytest.mark.parametrize("line", BELOW)
def test_what_the_words_before_a_date_say(line):
    """The words right before a date say what it is the date of; an unknown label makes it another thing's."""
    assert published(below=f"<p class='meta'>{line}</p>") == BELOW[line]


def test_a_label_in_a_box_of_its_own():
    """A label may stand in the box before its date."""
    article = read(below="<div>Published</div><div>May 3, 2024</div><div>Last updated:</div><div>May 9, 2024</div>")
    assert article.date_published.value.value == "2024-05-03"
    assert article.date_modified.value.value == "2024-05-09"


FOOT = {
    "<p>Posted on 3 May 2024</p>": "2024-05-03",
    "<p>Jo Reyes, 3 May 2024</p>": "2024-05-03",
    "<p>The next census will be held by the same volunteers at the mill on 3 May 2025, and all are welcome.</p>": None,
    "<p>The census is kept by hand, and its keeper cites: Farraday, Eels of the Tarn, published 3 May 2011.</p>": None,
}


@pytest.mark.parametrize("foot", FOOT)
def test_below_the_body(foot):
    """Below the body a date counts alone in a short line or behind a label that begins it; not in a sentence."""
    assert published(foot=foot) == FOOT[foot]


def test_the_text_begins_with_its_date():
    """A dateline that opens the running text is the page's date; a date in its first sentence is not."""
    opening = read(body=("HARROW (3 May 2024). " + STORY[0], *STORY[1:]))
    sentence = read(body=("On 3 May 2024 the census ended. " + STORY[0], *STORY[1:]))
    assert opening.date_published.value.value == "2024-05-03"
    assert sentence.date_published.value is None


def test_dates_of_related_articles_are_not_the_pages():
    """A list of other articles lends the page none of their dates."""
    entries = "".join(
        f"<li><a href='/{n}'>Another story of the river</a> <time datetime='2024-05-0{n}'>May {n}, 2024</time></li>"
        for n in range(1, 7)
    )
    assert published(foot=f"<section><h2>Related articles</h2><ul>{entries}</ul></section>") is None


def test_a_time_element_makes_a_shown_day_exact():
    """``<time>`` gives the shown day its time and zone; the day stays the shown one."""
    time = "<time datetime='2024-05-03T14:10:00+02:00'>3 May 2024</time>"
    assert published(below=f"<p>{time}</p>") == "2024-05-03T14:10:00+02:00"


# ------------------------------------------------------------------ day or month first
def test_day_and_month_agree_with_the_rest_of_the_page():
    """``03/05/2024`` is the day that another place of the page states too."""
    line = "<p class='date'>03/05/2024</p>"
    assert published(below=line, url=URL, lang="en-GB") == "2024-05-03"
    assert published(below=line, url="https://tidewater-news.example/2024/03/05/eels", lang="en-GB") == "2024-03-05"


def test_a_day_to_come_is_read_the_other_way():
    """A date that lies behind the day of fetching has its day and month the other way round."""
    line = "<p class='date'>03/05/2024</p>"
    assert published(below=line, fetched_at="2024-03-05T20:00:00Z", lang="en-GB") == "2024-03-05"


def test_no_page_is_published_after_it_was_fetched():
    """A date behind the day of fetching is none of the page's, wherever it stands."""
    article = read(head=json_ld(datePublished="2031-01-01"), fetched_at="2024-05-03T20:00:00Z")
    assert article.date_published.value is None


def test_a_dateline_far_below_the_headline():
    """A line that is a dateline by its role dates the page wherever it stands between headline and body."""
    links = "".join(f"<p><a href='/{number}'>Ward {number}</a></p>" for number in range(24))
    assert published(below=f"{links}<p class='date'>May 3, 2024 14:10</p>") == "2024-05-03T14:10"


def test_a_dateline_closing_the_body():
    """A dateline that ends the body is read like one below it."""
    foot = "<p class='date'>May 3, 2024. Updated: May 7, 2024</p><p>“We stay,” said the keeper of the old mill.</p>"
    article = read(body=(*STORY, "</p>" + foot + "<p>"))
    assert (article.date_published.value.value, article.date_modified.value.value) == ("2024-05-03", "2024-05-07")


def test_a_caption_with_a_time_of_day_is_a_dateline():
    """A line that looks like a picture's caption is one of a date too, if it tells the minute."""
    line = "<p>Nell Farraday / 03.05.2024 / 09:30 / Foto: Imago / 23 /</p>"
    assert published(above=line, lang="de") == "2024-05-03T09:30"


@pytest.mark.parametrize("line", ["03 | 05 | 2024 | Wales | Rivers", "03 / 05 / 2024"])
def test_spaced_numbers(line):
    """Day, month and year may stand apart, if all their digits are written."""
    assert published(above=f"<p>{line}</p>", lang="en-GB") == "2024-05-03"
    assert published(above="<p>3 | 5 | 2024 | 8</p>") is None


def test_the_label_may_follow():
    """In German the participle closes the sentence: a date of publication is known by the word behind it too."""
    line = "<p>Dieser Beitrag wurde von der Redaktion am 3. Mai 2024 um 14:10 Uhr veröffentlicht und abgelegt.</p>"
    assert published(foot=line, lang="de") == "2024-05-03T14:10"


# ------------------------------------------------------------------ JSON-LD beyond repair
ITEM = '{"@context": "https://schema.org", "@type": "NewsArticle", "datePublished": "2024-05-03T08:00:00Z"%s}'


@pytest.mark.parametrize(
    "script",
    [
        ITEM.replace('"', "&quot;") % "",
        ITEM % ', "about": \'a quoted "thing"\'',
        ITEM % ', "ratingValue": "5" // counted by hand',
        ITEM % "" + "}]}",
    ],
)
def test_dates_of_broken_json_ld(script):
    """JSON-LD that is escaped as HTML is read whole; of one that no parser takes, its plain dates are."""
    assert published(head=f"<script type='application/ld+json'>{script}</script>") == "2024-05-03T08:00:00+00:00"


def test_json_ld_in_a_meta_tag():
    """A framework that renders its descriptor ``script:ld+json`` as a meta tag has JSON-LD in its content."""
    content = (ITEM % "").replace('"', "&quot;")
    assert published(head=f'<meta name="script:ld+json" content="{content}">') == "2024-05-03T08:00:00+00:00"


# ------------------------------------------------------------------ conflicts
def test_an_older_path_refutes_the_machines():
    """Addresses outlive a new edition: a path days older than the JSON-LD is right, a number in its words is not."""
    head = json_ld(datePublished="2024-05-03T08:00:00Z")
    assert published(head=head, url="https://a.example/2019/8/25/eels") == "2019-08-25"
    assert published(head=head, url="https://a.example/eels-since-2019-08-25") == "2024-05-03T08:00:00+00:00"


@pytest.mark.parametrize(("clock", "day"), [("11:40", "2024-05-02"), ("23:40", "2024-05-03")])
def test_a_shown_moment_no_zone_explains(clock, day):
    """A shown time of the day before is older than the JSON-LD only if it is farther from it than clocks can be."""
    head = json_ld(datePublished="2024-05-03T08:00:00Z")
    assert published(head=head, below=f"<p class='date'>May 2, 2024 {clock}</p>")[:10] == day


def test_an_older_shown_date_refutes_the_machines():
    """A page shown as older than its JSON-LD was imported: the CMS put its own clock there."""
    head = json_ld(datePublished="2024-05-03T08:00:00Z", dateModified="2024-05-03T08:00:00Z")
    assert published(head=head, below="<p class='date'>August 25, 2019</p>") == "2019-08-25"


def test_a_later_shown_date_is_a_change():
    """A page shown as newer than its JSON-LD was changed; it was published when the JSON-LD says."""
    head = json_ld(datePublished="2019-08-25T08:00:00Z")
    assert published(head=head, below="<p class='date'>May 3, 2024</p>") == "2019-08-25T08:00:00+00:00"


def test_a_doubtful_older_date_refutes_nothing():
    """A date in the headline is too weak to refute what the page states."""
    html = page(head=json_ld(datePublished="2024-05-03T08:00:00Z")).replace(
        "<h1>Volunteers count more eels than ever in the Tarn", "<h1>Volunteers count more eels than on 25 August 2019"
    )
    assert copydesk.read(html, url=URL).date_published.value.value == "2024-05-03T08:00:00+00:00"


@pytest.mark.parametrize(
    ("instant", "day"), [("2024-05-04T03:30:00Z", "2024-05-03"), ("2024-05-02T23:01:00Z", "2024-05-03")]
)
def test_an_instant_in_utc_yields_to_the_addresss_day(instant, day):
    """West and east of Greenwich the address has the day that it was where the page was written."""
    article = read(head=json_ld(datePublished=instant), url="https://tidewater-news.example/2024/05/03/eels/")
    assert article.date_published.value.value == day
    assert isinstance(article.date_published.evidence[0], Address)


def test_an_instant_in_utc_yields_to_the_same_with_its_offset():
    """Of one instant stated twice the one with the local offset has the local day."""
    time = "<p><time datetime='2024-05-03T21:11:03-05:00'>May 3, 2024</time></p>"
    assert published(head=json_ld(datePublished="2024-05-04T02:11:03Z"), below=time) == "2024-05-03T21:11:03-05:00"


def test_machines_of_one_kind_are_one_witness():
    """Six meta tags of one CMS are not surer than one of them."""
    one = read(head=meta("dc.date", "2024-05-03")).date_published
    six = read(head="".join(meta(name, "2024-05-03") for name in ISSUE[2:8] if name != "date")).date_published
    assert len(six.evidence) > len(one.evidence)
    assert six.confidence <= 0.7


# ------------------------------------------------------------------ last resorts
def test_only_an_update_is_shown():
    """A page whose only date is an update beside its headline was published by then: a doubtful date."""
    article = read(below="<p class='date'>Updated May 3, 2024</p>")
    assert article.date_published.value.value == article.date_modified.value.value == "2024-05-03"
    assert article.date_published.confidence <= 0.5


@pytest.mark.parametrize("parts", [
    {"foot": "<p>This page was last edited on 3 May 2024.</p>"},
    {"head": meta("article:modified_time", "2024-05-03"), "below": "<p class='date'>Updated May 3, 2024</p>"},
])  # fmt: skip
def test_an_undated_page_stays_undated(parts):
    """A change noted below the body, or stated in meta tags that could state a publication, dates no page."""
    article = read(**parts)
    assert article.date_published.value is None
    assert article.date_modified.value.value == "2024-05-03"


def test_the_month_in_the_address():
    """The address's month stands where there is no day, as a month; shown dates of other months give way to it."""
    url = "https://tidewater-news.example/2024/05/eels/"
    month = read(url=url).date_published.value
    assert (month.value, month.granularity) == ("2024-05", Granularity.MONTH)
    below = "<p class='date'>May 3, 2024</p><p class='date'>Released: June 17, 2019</p>"
    assert published(url=url, below=below) == "2024-05-03"


@pytest.mark.parametrize(
    "url",
    [
        "https://a.example/2024/may/03/eels", "https://a.example/2024/05/03/eels", "https://a.example/eels-20240503/",
        "https://a.example/local/2024-05/03/c_1125597921.htm", "https://a.example/n1/2024/0503/c90000-1.html",
        "https://a.example/zw/202405/03/eels",
    ],
)  # fmt: skip
def test_the_day_in_the_address(url):
    """The day in an address is read with its month as a number or a name, however the path joins them."""
    assert published(url=url) == "2024-05-03"


def test_the_description_is_a_last_resort():
    """Where nothing else dates a page, its description does, if a label says so there."""
    labelled = meta("description", "Eels return to the Tarn. Published on May 3, 2024.")
    assert published(head=labelled) == "2024-05-03"
    assert published(head=labelled, below="<p class='date'>May 5, 2024</p>") == "2024-05-05"
    assert published(head=meta("description", "Eels return on May 3, 2024.")) is None


def test_the_day_of_the_picture():
    """Where nothing else is, the day under which the page's own picture was stored, and little confidence."""
    article = read(head="<meta property='og:image' content='https://img.example/2024/05/03/eels.jpg'>")
    assert article.date_published.value.value == "2024-05-03"
    assert isinstance(article.date_published.evidence[0], Pointer)
    assert article.date_published.confidence < 0.5


def test_no_day_zero():
    """A version number with a nought for its day is no date."""
    assert published(below="<p class='date'>2024-5-0</p>") is None
