"""A made-up page, the data that it states about itself, and what the tests take out of the article."""

import json

import copydesk
from copydesk.types import Pointer, Span

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


CC = "https://creativecommons.org/licenses/by/4.0/"
