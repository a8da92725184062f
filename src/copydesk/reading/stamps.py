"""What a page says to machines of its dates -> candidates: JSON-LD, meta tags, microdata, its address, its picture.

Collected by what a place means, not yet weighed against the dates that the page shows. The names of meta tags are too
many to list (``dc.date.issued``, ``bt:pubdate``, ``w-published-date``): they are known by the words inside them.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from copydesk.reading import moments, structured
from copydesk.reading.candidates import Candidate
from copydesk.types import Address, Granularity, Pointer, Timestamp

if TYPE_CHECKING:
    from copydesk.reading.sheet import Sheet, Structured

Dated = Candidate[Timestamp | None]

STRONG = 0.85
"""An article's own JSON-LD, and Open Graph's ``article:`` properties."""
MICRODATA = 0.75
NAMED = 0.7
"""A meta tag whose name says that it is the date of publication; the day in the path of the address."""
PLAIN = 0.6
"""A meta tag named ``date``; the dates of making and of uploading; a day among the words of the address."""
MONTH = 0.5
PICTURED = 0.4
"""The last resorts."""

DESCRIPTION = 400
"""Code points of a description that are read."""
MAX_DATE = 40
"""Characters of a meta tag that is nothing but a date."""

_OTHER_EVENT: Final = re.compile(
    r"expir|valid|event|start|end|birth|build|render|crawl|cache|unpub|copyright|embargo|read"
)
"""Meta names of dates that are not of writing: ``expires``, ``event-start-date``."""
_CHANGE: Final = re.compile(r"lastmod|modif|updat|revis|change|edited|review")
_ISSUE: Final = re.compile(r"publi(?!sher)|pub[-_]?date|issued|creat|released|posted|sailthru\.date|citation_.*date")
_DATE: Final = re.compile(r"(?:^|[._:-])(?:date|datetime|time|timestamp)(?:$|[._:-])|article_?date")

_DIGIT: Final = re.compile(r"\d")
_IMAGE_DAY: Final = re.compile(r"/(?:19|20)\d\d/[01]\d/[0-3]\d/")
_ADDRESS_MONTH: Final = re.compile(r"/((?:19|20)\d\d)[/-](0?[1-9]|1[0-2])/")
_ADDRESS_DAY: Final = re.compile(r"/((?:19|20)\d\d)(?:[/-](\d\d?)[/-]|(\d\d)/?|/(\d\d))(\d\d?)/")
"""A day in the path, joined in many ways: ``/2024/05/03/``, ``/2024-05/03/``, ``/202405/03/``, ``/2024/0503/``."""
_ADDRESS_NAMED: Final = re.compile(r"/((?:19|20)\d\d)/([a-z]{3,9})/(\d{1,2})/", re.IGNORECASE)


def published(sheet: "Sheet", *, month_first: bool) -> Iterator[Dated]:
    """When the page says to machines that it was published."""
    page = sheet.structured
    for pointer, item in structured.articles(page):
        for prop, weight in (("datePublished", STRONG), ("uploadDate", PLAIN), ("dateCreated", PLAIN)):
            if stated := structured.values(page, pointer, item, prop)[:1]:
                yield from _parsed(*stated[0], weight, month_first=month_first)
                break
    for name, text in _meta(page):
        if weight := issue_weight(name):
            yield from _parsed(f"meta/{name}", text, weight, month_first=month_first)
    for prop, weight in (("datePublished", MICRODATA), ("dateCreated", NAMED)):
        for text in page.microdata.get(prop, ())[:1]:
            yield from _parsed(f"microdata/{prop}", text, weight, month_first=month_first)


def modified(sheet: "Sheet", *, month_first: bool) -> Iterator[Dated]:
    """When the page says to machines that it was last changed."""
    page = sheet.structured
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "dateModified")[:1]:
            yield from _parsed(place, text, STRONG, month_first=month_first)
    for name, text in _meta(page):
        if weight := change_weight(name):
            yield from _parsed(f"meta/{name}", text, weight, month_first=month_first)
    for text in page.microdata.get("dateModified", ())[:1]:
        yield from _parsed("microdata/dateModified", text, MICRODATA, month_first=month_first)


def in_address(sheet: "Sheet") -> Iterator[Dated]:
    """The day in the page's own address: ``/2024/05/03/``, ``/2024-05/03/``, ``/2024/may/03/``, ``-20240503``."""
    url = sheet.page.url
    if url:
        named = _ADDRESS_NAMED.search(url)
        path = _ADDRESS_DAY.search(url)
        stated = " ".join(named.groups()) if named else "-".join(filter(None, path.groups())) if path else ""
        for moment in moments.find(stated or url.replace("_", "-"))[:1]:
            yield Candidate(moment.value, Address(url, "date in the address"), NAMED if stated else PLAIN)


def month_in_address(sheet: "Sheet") -> Iterator[Dated]:
    """The month in the page's own address: ``/2024/05/``."""
    url = sheet.page.url
    if url and (month := _ADDRESS_MONTH.search(url)):
        stamp = Timestamp(f"{month[1]}-{int(month[2]):02}", Granularity.MONTH)
        yield Candidate(stamp, Address(url, "month in the address"), MONTH)


def in_images(page: "Structured") -> Iterator[Dated]:
    """The day under which the page's own picture was stored: a last resort."""
    for name in ("og:image", "twitter:image"):
        for text in page.meta.get(name, ())[:1]:
            stamp = moments.parse(day.group()) if (day := _IMAGE_DAY.search(text)) else None
            if stamp is not None:
                yield Candidate(stamp, Pointer(f"meta/{name}", text, "date of the picture"), PICTURED)
                return


def in_description(page: "Structured", *, month_first: bool) -> Iterator[Dated]:
    """The date of publication in the page's description, where a label says that it is one: a last resort."""
    for text in page.meta.get("description", ())[:1]:
        for moment in moments.find(text[:DESCRIPTION], month_first=month_first):
            if moments.event_before(text[: moment.start]) is moments.Event.ISSUE:
                yield Candidate(moment.value, Pointer("meta/description", text, "labelled date"), PICTURED)


def _meta(page: "Structured") -> Iterator[tuple[str, str]]:
    for name, texts in page.meta.items():
        if len(texts[0]) <= MAX_DATE and _DIGIT.search(texts[0]):
            yield name, texts[0]


@lru_cache(maxsize=4096)  # sites have few names, and the same on every page
def issue_weight(name: str) -> float:
    """How sure a meta tag of this name states the date of publication; 0 if it does not."""
    if _OTHER_EVENT.search(name) or _CHANGE.search(name) or "last" in name:
        return PICTURED if name == "last-published" else 0.0
    if name == "article:published_time":
        return STRONG
    return NAMED if _ISSUE.search(name) else PLAIN if _DATE.search(name) else 0.0


@lru_cache(maxsize=4096)
def change_weight(name: str) -> float:
    """How sure a meta tag of this name states the date of the last change; 0 if it does not."""
    if not _CHANGE.search(name) or _OTHER_EVENT.search(name) or "review" in name:
        return 0.0
    return STRONG if name == "article:modified_time" else NAMED


def _parsed(place: str, text: str, weight: float, *, month_first: bool = False) -> Iterator[Dated]:
    stamp = moments.parse(text, month_first=month_first)
    if stamp is not None:
        yield Candidate(stamp, Pointer(place, text, "date stated"), weight)
