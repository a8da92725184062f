"""Article -> schema.org JSON-LD.

What the page only claims is listed in ``copydesk:claimed``: a reader of the JSON-LD can tell a checked date from a
stated one. Nothing is checked before origins are traced, so for now every claim is listed.
"""

from typing import TYPE_CHECKING, Any, Final

from copydesk.types.article import PageKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.types.article import Article, Texts
    from copydesk.types.field import Evidence, Field, Timestamp

TYPES: Final = {
    PageKind.ARTICLE: "NewsArticle",
    PageKind.LIVE_BLOG: "LiveBlogPosting",
    PageKind.SECTION_FRONT: "CollectionPage",
    PageKind.GALLERY: "ImageGallery",
    PageKind.VIDEO: "VideoObject",
    PageKind.FORUM: "DiscussionForumPosting",
    PageKind.PRODUCT: "ItemPage",
    PageKind.DOCUMENTATION: "TechArticle",
}
"""schema.org's type for each kind of page; a kind that is not here is a WebPage."""

CONTEXT: Final = ["https://schema.org", {"copydesk": "urn:copydesk:"}]


def to_jsonld(article: "Article") -> dict[str, Any]:
    """The article under schema.org's names; attributes without a value are left out."""
    record: dict[str, Any] = {"@context": CONTEXT, "@type": TYPES.get(article.kind.value, "WebPage")}
    claimed = []
    for name, give, is_claim in PROPERTIES:
        value = give(article)
        if value not in (None, "", []):
            record[name] = value
            if is_claim:
                claimed.append(name)
    if claimed:
        record["copydesk:claimed"] = claimed
    return record


def _texts(field: "Texts") -> list[str]:
    return [item.value for item in field.value]


def _people(field: "Texts") -> list[dict[str, str]]:
    # Reading marks who is no person in the rule of each piece of evidence.
    return [
        {"@type": "Organization" if _is_organisation(item.evidence) else "Person", "name": item.value}
        for item in field.value
    ]


def _is_organisation(evidence: "tuple[Evidence, ...]") -> bool:
    return bool(evidence) and all(each.rule.startswith("organisation, ") for each in evidence)


def _date(field: "Field[Timestamp | None]") -> str | None:
    return field.value.value if field.value else None


def _publisher(article: "Article") -> dict[str, str] | None:
    name = article.site_name.value
    return {"@type": "Organization", "name": name} if name else None


def _images(article: "Article") -> list[dict[str, str]]:
    return [
        {"@type": "ImageObject"}
        | {
            key: value
            for key, value in (
                ("contentUrl", item.value.url),
                ("caption", item.value.caption),
                ("creditText", item.value.credit),
            )
            if value
        }
        for item in article.images.value
    ]


def _comments(article: "Article") -> list[dict[str, Any]]:
    return [
        {"@type": "Comment", "text": item.value.text}
        | ({"author": {"@type": "Person", "name": item.value.author}} if item.value.author else {})
        | ({"dateCreated": item.value.date.value} if item.value.date else {})
        for item in article.comments.value
    ]


def _counters(article: "Article") -> list[dict[str, Any]]:
    return [
        {"@type": "InteractionCounter", "name": item.value.label, "userInteractionCount": item.value.count}
        for item in article.reactions.value
    ]


def _breadcrumb(article: "Article") -> dict[str, Any] | None:
    items = [
        {"@type": "ListItem", "position": number, "name": crumb.value}
        for number, crumb in enumerate(article.breadcrumb.value, 1)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items} if items else None


PROPERTIES: "Final[tuple[tuple[str, Callable[[Article], Any], bool], ...]]" = (
    # schema.org's name, where its value comes from, whether the page only claims it
    ("headline", lambda a: a.headline.value, False),
    ("alternativeHeadline", lambda a: a.dek.value, False),
    ("url", lambda a: a.canonical_url.value or a.url, False),
    ("inLanguage", lambda a: a.language.value, False),
    ("datePublished", lambda a: _date(a.date_published), True),
    ("dateModified", lambda a: _date(a.date_modified), True),
    ("publisher", _publisher, True),
    ("author", lambda a: _people(a.authors), True),
    ("contributor", lambda a: _people(a.contributors), True),
    ("creditText", lambda a: a.credit_line.value, True),
    ("articleSection", lambda a: _texts(a.sections), True),
    ("keywords", lambda a: _texts(a.topics), True),
    ("breadcrumb", _breadcrumb, False),
    ("interactionStatistic", _counters, True),
    ("license", lambda a: a.license.value, True),
    ("isAccessibleForFree", lambda a: a.is_accessible_for_free.value, True),
    ("image", _images, False),
    ("comment", _comments, False),
    ("articleBody", lambda a: a.text, False),
)
