"""Markup that would cost the parser minutes or gigabytes -> OversizedInput, before it is parsed.

The HTML standard builds its tree in steps that are not all constant: a block looks through the elements it stands in,
an attribute through the others of its tag, and formatting that nobody closed is opened again in every paragraph behind
it. A hundred kilobytes can so ask for gigabytes, a megabyte for hours. In goes the text of an HTML page, out comes
nothing or the error. The steps are estimated from the tags alone, and a page with an ordinary number of them is let
pass at a glance. It is no proof: a page that was written to slip through is left to the worker's deadline.
"""

import re
from collections import Counter
from typing import TYPE_CHECKING, Final

from copydesk.errors import OversizedInput

if TYPE_CHECKING:
    from collections.abc import Iterator

LIMIT: Final = 500_000_000
"""Steps that a page may ask for, about two seconds: four hundred times the most that 1,755 real pages ask for."""

CLONE: Final = 300
"""Steps that it costs to open an element again; 320 bytes each, too, so that the limit keeps half a gigabyte."""

FEW: Final = 2500
"""Tags that cannot ask for more than the limit: half of them left open, the other half opening those again."""

WINDOW: Final = 25_000
"""Characters of which a tag with too many attributes covers a whole window, wherever it begins. A tag of two windows
has room for 12,500: a third of a second."""

NESTING: Final = "too many tags inside each other"
ATTRIBUTES: Final = "too many attributes in a tag"
FORMATTING: Final = "too many tags of formatting left open"

_FORMAT: Final = frozenset(["b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"])

_BLOCK: Final = frozenset(
    ["address", "article", "aside", "blockquote", "button", "center", "dd", "details", "dialog", "dir", "div", "dl",
     "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup",
     "hr", "li", "listing", "main", "menu", "nav", "ol", "p", "pre", "search", "section", "summary", "table", "ul"]
)  # fmt: skip
"""Elements whose beginning looks through those that are open: a paragraph may have to end there."""

_FLAT: Final = frozenset(
    ["a", "area", "base", "body", "br", "button", "col", "colgroup", "dd", "dt", "embed", "form", "frame", "h1", "h2",
     "h3", "h4", "h5", "h6", "head", "hr", "html", "img", "input", "li", "link", "meta", "nobr", "option", "p", "param",
     "rb", "rp", "rt", "rtc", "script", "select", "source", "style", "tbody", "td", "tfoot", "th", "thead", "tr",
     "track", "wbr"]
)  # fmt: skip
"""Elements that are empty, hold no tags, or end where the next of their kind begins; none stays inside another."""

_SAME: Final = 3
"""Formatting elements with the same attributes that are opened again; the standard's Noah's Ark clause."""

_FORMATTED: Final = re.compile(  # ignoring the case would take twice the time
    f"<(?:{'|'.join(''.join(f'[{letter}{letter.upper()}]' for letter in name) for name in sorted(_FORMAT))})[\\s/]"
)
# Nothing in these has to end, or the search would go to the end of the page for each beginning.
_TAG: Final = r"""(?P<name>[a-z][^\s/>]*)(?P<attributes>(?:[^>=]+|=\s*(?:"[^"]*"?|'[^']*'?)?)*)"""
_START: Final = re.compile(f"<{_TAG}", re.IGNORECASE)
_TOKEN: Final = re.compile(
    r"<(?:!--.*?(?:-->|\Z)|(?:(?P<end>/)|(?=(?P<raw>script|style)[\s/>])|)"
    rf"{_TAG}(?(raw).*?(?:</(?P=raw)|\Z)))",
    re.IGNORECASE | re.DOTALL,
)
_ATTRIBUTE: Final = re.compile(r"""([^\s/=]+)(?:\s*=\s*(?:"[^"]*"?|'[^']*'?|[^\s"']+))?""")


def refuse_tangled(text: str, name: str) -> None:
    """Raise OversizedInput if the tree of an HTML page would take more steps than any real one's."""
    if not _is_suspect(text):
        return
    asked: Counter[str] = Counter()
    total = 0
    for kind, steps in _costs(text):
        asked[kind] += steps
        total += steps
        if total > LIMIT:
            raise OversizedInput(name, asked.most_common(1)[0][0])


def _is_suspect(text: str) -> bool:
    """Whether a page has so many tags, or one so long, that it could go beyond the limit at all."""
    tags = text.count("<")
    if tags * tags > 2 * LIMIT or _has_long_tag(text):
        return True
    return tags > FEW and tags * len(_FORMATTED.findall(text)) * CLONE > LIMIT


def _has_long_tag(text: str) -> bool:
    """Whether a window without the beginning of any tag lies inside one."""
    for begin in range(0, len(text) - WINDOW, WINDOW):
        if text.find("<", begin, begin + WINDOW) < 0:
            tag = text.rfind("<", max(0, begin - WINDOW), begin)
            token = _START.match(text, tag) if tag >= 0 else None
            if token and token.end() > begin + WINDOW:
                return True
    return False


def _costs(text: str) -> "Iterator[tuple[str, int]]":
    """What each tag asks of the parser: a kind and its steps."""
    path: list[str] = []  # the open elements, less those that are flat
    inside: Counter[str] = Counter()
    formats: list[list[tuple[str, str]]] = [[]]  # formatting to be opened again; a list for each open table
    roots: dict[str, set[str]] = {"html": set(), "body": set()}  # elements that all their tags give attributes to
    for token in _TOKEN.finditer(text):
        end, tag, attributes = token["end"], (token["name"] or "").lower(), token["attributes"] or ""
        if len(attributes) > WINDOW or (tag in roots and not end):
            names = _ATTRIBUTE.findall(attributes)
            known = roots.get(tag, set())
            known.update(names)
            yield ATTRIBUTES, len(names) * len(known)
        if tag in _FORMAT:
            yield NESTING, len(formats[-1])
            _note_format(formats[-1], tag, attributes, end=bool(end))
        elif end or tag in _BLOCK:
            yield NESTING, 0 if end and inside[tag] else len(path)
            yield FORMATTING, CLONE * len(formats[-1])
        elif tag in {"td", "th"} and len(formats) > 1:
            formats[-1].clear()
        if not end and tag and tag not in _FLAT:
            path.append(tag)
            inside[tag] += 1
            if tag == "table":
                formats.append([])
        while end and inside[tag]:
            inside[path[-1]] -= 1
            if path[-1] == "table":
                formats.pop()
            if path.pop() == tag:
                break


def _note_format(formats: list[tuple[str, str]], tag: str, attributes: str, *, end: bool) -> None:
    if not end:
        if formats.count((tag, attributes)) < _SAME:
            formats.append((tag, attributes))
        return
    last = next((place for place in reversed(range(len(formats))) if formats[place][0] == tag), None)
    if last is not None:
        del formats[last]
