"""What a page says of itself for machines: meta tags, links, microdata and JSON-LD, collected, not believed.

The readers of the fields take these as candidates beside the visible text.
"""

import html
import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from selectolax.lexbor import LexborHTMLParser, LexborNode

    from copydesk.reading.sheet import Structured

MAX_SCRIPT = 2_000_000
"""Characters of one JSON-LD script that are parsed; real ones with a whole article inside stay below 200,000."""

MAX_OBJECTS = 200
"""Objects taken from a page's JSON-LD: product lists repeat thousands that say nothing of the page."""

MAX_VALUES = 20
"""Values kept of one microdata property: a list of products repeats thousands."""

MAX_NODES = 300
"""Nodes of an element that are searched for the words of its microdata. Real ones have up to 224; where a thousand
elements stand inside each other, each would be searched for the words of all."""

MICRODATA: Final = frozenset(
    ["headline", "name", "author", "creator", "publisher", "datePublished", "dateModified", "dateCreated",
     "articleSection", "keywords", "description", "alternativeHeadline", "inLanguage", "isAccessibleForFree", "license"]
)  # fmt: skip

_CDATA: Final = re.compile(r"^\s*(?://\s*)?(?:<!\[CDATA\[|<!--)|(?://\s*)?(?:\]\]>|-->)\s*(?:;\s*)?$")
_HALF: Final = re.compile(r"\\u[dD][89a-fA-F]")
_TRAILING_COMMA: Final = re.compile(r",(?=\s*[}\]])")
_STATED: Final = re.compile(r'"(@type|date(?:Published|Modified|Created))"\s*:\s*"([^"\\]{4,40})"')
"""What can be told of an object that no parser takes: its type and its dates."""


def read_head(tree: "LexborHTMLParser", into: "Structured") -> None:
    """Collect meta tags, links, the title, the language and every JSON-LD script of a page."""
    root = tree.root
    if root is not None:
        into.language = (root.attributes.get("lang") or root.attributes.get("xml:lang") or "").strip()
    for node in tree.css("meta"):
        attributes = node.attributes
        name = attributes.get("property") or attributes.get("name") or attributes.get("http-equiv")
        content = (attributes.get("content") or "").strip()
        if name and content:
            into.meta.setdefault(name.strip().lower(), []).append(html.unescape(content))
    for node in tree.css("[itemprop]"):
        attributes = node.attributes
        note_microdata(into, attributes["itemprop"] or "", node, attributes)
    for node in tree.css("link[rel][href]"):
        attributes = node.attributes
        href = (attributes.get("href") or "").strip()
        for rel in (attributes.get("rel") or "").lower().split():
            into.links.setdefault(rel, []).append(href)
    base = tree.css_first("base[href]")
    if base is not None:
        into.links["base"] = [(base.attributes.get("href") or "").strip()]
    title = tree.css_first("title")
    if title is not None:
        into.title = " ".join(title.text().split())
    scripts = [node.text() for node in tree.css('script[type*="ld+json"]')]
    scripts += into.meta.get("script:ld+json", ())  # Remix: a descriptor rendered as what it is not
    for number, script in enumerate(scripts):
        for pointer, item in _objects(_parse(script), f"json-ld/{number}"):
            into.json_ld.append((pointer, item))
            if len(into.json_ld) >= MAX_OBJECTS:
                return


def note_microdata(into: "Structured", names: str, node: "LexborNode", attributes: "Mapping[str, str | None]") -> None:
    """Keep the value of an element with ``itemprop``, if it is one that articles use."""
    known = into.microdata
    asked = [name for name in names.split() if name in MICRODATA and len(known.get(name, ())) < MAX_VALUES]
    if not asked:
        return
    value = " ".join((attributes.get("content") or attributes.get("datetime") or _words(node)).split())
    for name in asked:
        if value and value not in known.setdefault(name, []):
            known[name].append(value)


def _words(node: "LexborNode") -> str:
    """The words of an element that is small enough to be a value; of a larger one those at its beginning."""
    some = islice(node.traverse(include_text=True), MAX_NODES)
    return " ".join(text for text in (inner.text_content for inner in some) if text)


def _parse(script: str) -> object:
    """The value of a script, its commonest faults mended; of one beyond mending its dates; None if it is no JSON."""
    if len(script) > MAX_SCRIPT:
        return None
    try:
        try:
            value = json.loads(script, strict=False)
        except ValueError:
            value = _mended(script)
        return _whole(value) if _HALF.search(script) else value
    except (ValueError, RecursionError):
        return None


def _mended(script: str) -> object:
    """The value of a script that is escaped as HTML, wrapped, or has commas too many; else what it states plainly."""
    if "&quot;" in script and '"@type"' not in script:
        script = html.unescape(script)
    mended = _TRAILING_COMMA.sub("", _CDATA.sub("", script.lstrip("\ufeff"))).strip().rstrip(";")
    try:
        return json.loads(mended, strict=False)
    except ValueError:
        if '"datePublished"' not in mended:
            raise
    stated: dict[str, str] = {}
    for key, value in _STATED.findall(mended):
        stated.setdefault(key, value)
    return stated


def _whole(value: object) -> object:
    """JSON can escape half of a surrogate pair; such a half is no character, and no record could hold it."""
    text = json.dumps(value, ensure_ascii=False)
    return json.loads(text.encode("utf-16", "surrogatepass").decode("utf-16", "replace"))


def _objects(value: object, pointer: str) -> "Iterator[tuple[str, dict[str, object]]]":
    """Every object at the top, in a list or in an @graph, and an object's main entity, each with its pointer."""
    if isinstance(value, list):
        for number, item in enumerate(value[:MAX_OBJECTS]):
            yield from _objects(item, f"{pointer}/{number}")
    elif isinstance(value, dict):
        if "@type" in value:
            yield pointer, value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(value.get(key), list | dict):
                yield from _objects(value[key], f"{pointer}/{key}")


def types_of(item: "Mapping[str, object]") -> set[str]:
    """The schema.org types of a JSON-LD object, without their namespace."""
    found = item.get("@type")
    names = found if isinstance(found, list) else [found]
    return {name.rsplit("/", 1)[-1].rsplit(":", 1)[-1] for name in names if isinstance(name, str)}


def values(page: "Structured", pointer: str, item: "Mapping[str, object]", key: str) -> list[tuple[str, str]]:
    """The readable strings under a key: of a string itself, of an object its name, of a list all, with pointers.

    An object that is only a reference (``{"@id": …}``) is looked up among the page's objects.
    """
    return list(_strings(page, f"{pointer}/{key}", item.get(key), depth=0))


def _strings(page: "Structured", pointer: str, value: object, *, depth: int) -> "Iterator[tuple[str, str]]":
    if isinstance(value, str):
        text = " ".join(html.unescape(value).split())
        if text:
            yield pointer, text
    elif isinstance(value, bool):
        yield pointer, str(value)
    elif isinstance(value, list) and depth < MAX_NESTING:
        for number, inner in enumerate(value[:100]):
            yield from _strings(page, f"{pointer}/{number}", inner, depth=depth + 1)
    elif isinstance(value, dict) and depth < MAX_NESTING:
        named = next((key for key in ("name", "@value", "headline") if value.get(key)), None)
        if named:
            yield from _strings(page, f"{pointer}/{named}", value[named], depth=depth + 1)
        elif value.get("@id"):
            same = ((p, i) for p, i in page.json_ld if i.get("@id") == value["@id"] and i is not value)
            found = next(same, None)
            if found and found[1].get("name"):
                yield from _strings(page, f"{found[0]}/name", found[1]["name"], depth=depth + 1)


MAX_NESTING = 8


def articles(structured: "Structured") -> "Iterator[tuple[str, dict[str, object]]]":
    """The JSON-LD objects that describe the page itself: an article, else whatever creative work has a headline."""
    found = [(p, i) for p, i in structured.json_ld if any(t in ARTICLE_TYPES for t in types_of(i))]
    if not found:
        found = [(p, i) for p, i in structured.json_ld if "headline" in i or "datePublished" in i]
    yield from found[:3]


ARTICLE_TYPES: Final = frozenset(
    ["Article", "NewsArticle", "BlogPosting", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle",
     "BackgroundNewsArticle", "ReviewNewsArticle", "AdvertiserContentArticle", "SatiricalArticle", "ScholarlyArticle",
     "TechArticle", "Report", "LiveBlogPosting", "SocialMediaPosting", "DiscussionForumPosting", "Review", "Recipe",
     "HowTo", "VideoObject", "PodcastEpisode", "MedicalWebPage", "QAPage", "ImageGallery"]
)  # fmt: skip
