"""HTML or text? By content, whatever the file is called.

In goes decoded text, out comes a yes or no. Whole documents show themselves by how they begin; fragments by how much of
their beginning stands inside elements. A text that mentions tags, holds a few, shows code or carries escaped HTML is a
text. So are XML documents other than XHTML: feeds are not read as pages.
"""

import re
from collections import defaultdict

_WINDOW = 1 << 15
"""Characters looked at: longer than any paragraph that might stand between two tags."""

_TAIL = 1 << 10
"""Characters at the end in which a document closes; caches leave their comments behind it."""

_VOID_NAMES = "area base br col embed hr img input link meta param source track wbr"
_PAIRED_NAMES = """
a abbr acronym address article aside audio b basefont bdi bdo big blockquote body button canvas caption center cite code
colgroup data datalist dd del details dfn dialog dir div dl dt em fieldset figcaption figure font footer form frame
frameset h1 h2 h3 h4 h5 h6 head header hgroup html i iframe ins kbd label legend li main map mark marquee menu meter nav
nobr noframes noscript object ol optgroup option output p picture pre progress q rp rt ruby s samp script search section
select slot small span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time
title tr tt u ul var video
"""
_VOID = frozenset(_VOID_NAMES.split())
_ELEMENTS = _VOID | frozenset(_PAIRED_NAMES.split())
_XML_ROOTS = frozenset({"rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "opml", "svg"})

_PROLOGUE = re.compile(
    r"(?:[\s\ufeff]+|<!--.*?-->|<\?[^>]*>|<!(?!--|doctype\s+html\b)[^>]*>){0,500}", re.IGNORECASE | re.DOTALL
)
"""White space, comments, the XML declaration and other instructions, document types that are not HTML's. Without an end
to them the search would keep 60 bytes of memory for each of millions."""

_BEGINNING = r"(?:<!doctype\s+html\b|<(?:html|head|body)(?=[\s>])[^<>]*>(?=\s*<|\s*\Z|\s*\n|\w))"
"""How a document begins; ``<html> is the root`` begins a sentence."""

_DOCUMENT = re.compile(_BEGINNING, re.IGNORECASE)
_PREFACED = re.compile(rf"^[ \t]*{_BEGINNING}", re.IGNORECASE | re.MULTILINE)
# The lookahead does not backtrack; comments one behind the other would cost the match exponential time if it did.
_END = re.compile(r"</html\s*>(?=((?:\s|<!--.*?-->)*))\1\Z", re.IGNORECASE | re.DOTALL)

_FIRST_TAG = re.compile(r"<([a-z][\w:.-]*)", re.IGNORECASE)
_TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)(?=[\s/>])([^<>]*)>", re.IGNORECASE)

_BREAK = re.compile(
    r"<(?<![ \t\"'`(“‘«]<)(?:br|hr|p|div|li|dd|dt|tr|td|h[1-6])(?=[\s/>])[^<>]*>(?=[\w<&\n\"“«]|\Z)", re.IGNORECASE
)
"""A tag in the place of a line end, which need not be closed: glued to the words on both sides."""

_BEFORE_MENTION = frozenset(" \t\"'`(“‘«")
_AFTER_MENTION = frozenset(" \t\"'`),.;:?!”’»")


def is_html(text: str) -> bool:
    """Whether the text is an HTML document or fragment."""
    prologue = _PROLOGUE.match(text)
    start = prologue.end() if prologue else 0
    if "<" not in text[start : start + _WINDOW]:
        return False
    if _DOCUMENT.match(text, start):
        return True
    if _is_other_xml(text, start):
        return False
    if _END.search(text[-_TAIL:]) and _PREFACED.search(text, start, start + _WINDOW):
        return True  # after what a server or a tool put before it: headers, warnings
    window = text[start : start + _WINDOW].strip()
    # Prose first, and markup has to make up for it: what begins with words is often a text that shows some code.
    needed = 1 / 2 if window.startswith("<") else 3 / 4
    return _inside_elements(window) > needed * len(window) or _broken_by_tags(window)


def _is_other_xml(text: str, start: int) -> bool:
    prologue = text[:start].lower()
    if "<!doctype" in prologue:  # of another language: a prologue ends before HTML's
        return True
    root = _FIRST_TAG.match(text, start)
    if root is None:
        return False
    name = root[1].lower()
    return name in _XML_ROOTS or ("<?xml" in prologue and name not in _ELEMENTS)


def _inside_elements(window: str) -> int:
    """How many characters stand in closed elements, or in tags that carry attributes or need no closing."""
    opened: defaultdict[str, list[int]] = defaultdict(list)
    spans: list[tuple[int, int]] = []
    for tag in _TAG.finditer(window):
        closing, name, attributes = tag[1], tag[2].lower(), tag[3]
        start = tag.start()
        if name not in _ELEMENTS or (not attributes and _is_mentioned(window, tag)):
            continue
        if closing and opened[name]:
            start = opened[name].pop()
        elif name not in _VOID and not closing:
            opened[name].append(start)
        if closing or name in _VOID or "=" in attributes:
            while spans and spans[-1][1] > start:
                start = min(start, spans.pop()[0])
            spans.append((start, tag.end()))
    return sum(end - start for start, end in spans)


def _is_mentioned(window: str, tag: re.Match[str]) -> bool:
    """Whether the sentence around a tag speaks about it: ``the <b> tag``, ``("<p>")``."""
    start, end = tag.span()
    return start > 0 and window[start - 1] in _BEFORE_MENTION and window[end : end + 1] in _AFTER_MENTION


def _broken_by_tags(window: str) -> bool:
    """Whether tags break the lines: as many as half of the lines, so that few line ends of its own mean anything."""
    breaks = len(_BREAK.findall(window))
    return breaks >= 2 and 2 * breaks >= sum(1 for line in window.splitlines() if line.strip())
