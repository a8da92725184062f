"""Topics: the page's own tags, stated or shown.

Pages name their topics in several places that do not agree: tags that readers see, keywords that search engines see,
lists that machines made. One place is taken, the first of :data:`ORDER` that names any; the
others only confirm its topics (their union scores 0.06 less on the development pages).
"""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.reading import addresses, site, structured, textlists, textmarks, titles, topicrows, words
from copydesk.reading.candidates import Candidate, collect
from copydesk.reading.sheet import Hint
from copydesk.types import Pointer, Role, Span, Texts

if TYPE_CHECKING:
    from copydesk.reading.board import Board

_SPLIT: Final = re.compile(r"[,;|，、；]")
"""What stands between topics; blanks are taken off afterwards, for a search that begins with them costs its square."""

_TAG_PATH: Final = re.compile(
    r"/(?:tags?|topics?|thema|themen?|themes?|subjects?|keywords?|etiquetas?|stichwort|tagg?i?)/", re.IGNORECASE
)
_ELSEWHERE: Final = frozenset([Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.COMMENT, Role.PROMO, Role.BREADCRUMB])

_BARS: Final = re.compile(r"\s+[/·•»>–—-]\s+")
"""What else stands between the topics of a text, where nothing of the others does."""

_HASH: Final = re.compile(r"(?<=[^\s#])\s*(?=#)")

MAX_TOPICS = 40
MAX_CHARS = 80
"""Characters of a topic; what is longer is a sentence about the page."""

META_TOPICS: Final = ("news_keywords", "keywords", "article:tag")
_OTHER_META: Final = re.compile(r"(?:^|[:._-])(?:tags?|keywords?|topics?)$")
"""Names that publishers give such a meta tag themselves: ``parsely-tags``, ``sailthru.tags``, ``dmp:tags``."""

ORDER: Final = (
    ("meta/news_keywords", 0.9),
    ("meta/keywords", 0.8),
    ("json-ld", 0.8),
    ("meta/article:tag", 0.75),
    ("shown", 0.7),
    ("linked", 0.6),
    ("meta", 0.6),
)
"""The places, and how often a topic that one of them names is one of the page's."""

_CODE: Final = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{20,}|\d{5,}|[\w-]+(?:\.[\w-]+)+|[\w -]+:\S+|None|null|true|false")
"""What content management systems file among the topics: identifiers, hosts, ``key:value``, nothing at all."""
_TICKER: Final = re.compile(r"[A-Z0-9:-]{2,10}")
_KEYED: Final = re.compile(r"([A-Z][\w ]{1,20}): (?=\S)")
_KEYS: Final = frozenset(["subject", "topic", "category", "tag", "keyword", "nlp entity tokens"])
_FOLDER: Final = re.compile(r"[a-z]+/(?=\S)")

SEARCH_WORDS: Final = frozenset(["meta/news_keywords", "meta/keywords"])


def read(board: "Board") -> Texts:
    """What the page says it is about."""
    places: dict[str, list[Candidate[str]]] = {}
    for name, topics in _places(board):
        if topics:
            places.setdefault(name, topics)
    ranked = [name for name, _ in ORDER if name in places]
    if not ranked:
        return collect([], titles.folded)
    ranked.sort(key=lambda name: name in SEARCH_WORDS and _is_title(board, places[name]))
    kept = {titles.folded(topic.value) for topic in places[ranked[0]]}
    found = (topic for name in ranked for topic in places[name])
    return collect((topic for topic in found if titles.folded(topic.value) in kept), titles.folded)


def _places(board: "Board") -> "Iterator[tuple[str, list[Candidate[str]]]]":
    """Every place of :data:`ORDER` with the topics it names."""
    page, names, weight = board.sheet.structured, site.names(board), dict(ORDER)
    for name, texts in page.meta.items():
        place = f"meta/{name}" if f"meta/{name}" in weight else "meta"
        if place != "meta" or _OTHER_META.search(name):
            found = [topic for text in texts[:MAX_TOPICS] for topic in _parts(f"meta/{name}", text, weight[place])]
            yield place, _cleaned(found, names)
    stated = (structured.values(page, pointer, item, "keywords") for pointer, item in structured.articles(page))
    values = next(filter(None, stated), [])
    found = [topic for pointer, text in values for topic in _parts(pointer, text, weight["json-ld"])]
    yield "json-ld", _cleaned(found, names)
    yield "shown", [topic for block in board.having(Role.TOPIC)[:MAX_TOPICS] for topic in _shown(board, block)]
    yield "linked", list(_linked(board, weight["linked"]))


def _parts(pointer: str, text: str, weight: float) -> "Iterator[Candidate[str]]":
    for part in _SPLIT.split(text)[:MAX_TOPICS]:
        if part.strip(" #"):
            yield Candidate(part.strip(" #"), Pointer(pointer, text, "keywords stated"), weight)


def _cleaned(found: "list[Candidate[str]]", names: frozenset[str]) -> "list[Candidate[str]]":
    """The topics among what a content management system files with them."""
    keys = [_KEYED.match(topic.value) for topic in found]
    if 2 * sum(map(bool, keys)) >= len(keys) > 1:  # "Subject: Justice", "Language: English"
        found = [
            _without(topic, key) for topic, key in zip(found, keys, strict=True) if not key or key[1].lower() in _KEYS
        ]
    folders = [_FOLDER.match(topic.value) for topic in found]
    if len(found) > 1 and all(folders):  # "organization/lundsberg"
        found = [_without(topic, folder) for topic, folder in zip(found, folders, strict=True)]
    found = [
        topic
        for topic in found
        if len(topic.value) <= MAX_CHARS
        and not _CODE.fullmatch(topic.value)
        and titles.squeezed(topic.value) not in names
    ]
    tickers = sum(bool(_TICKER.fullmatch(topic.value)) for topic in found)
    return [] if tickers > max(0.6 * len(found), 2) else found[:MAX_TOPICS]


def _without(topic: Candidate[str], begins: re.Match[str] | None) -> Candidate[str]:
    return Candidate(topic.value[begins.end() :], topic.evidence, topic.weight) if begins else topic


def _is_title(board: "Board", found: "list[Candidate[str]]") -> bool:
    """Whether a list of keywords is the title chopped into words, as some systems fill it."""
    title = set(titles.folded(f"{board.sheet.structured.title} {addresses.known(board)}").split())
    chopped = sum(topic.value in title for topic in found)  # in small letters, as addresses are
    return len(found) > 3 and chopped >= 0.7 * len(found)


def _linked(board: "Board", weight: float) -> Iterator[Candidate[str]]:
    """Links that say they are tags, by ``rel``, by a label before them or by the way their address is made."""
    quiet = int(Hint.NAVIGATION | Hint.ASIDE)
    near = range(max(board.headline - 5, 0), board.body[1] + 40)
    asked = labelled = -1
    for link in board.sheet.links:
        if link.block not in near or board.role[link.block] in _ELSEWHERE:
            continue
        stated = "tag" in link.rel.split() and "category" not in link.rel.split()  # WordPress marks sections so
        if link.block != asked and board.role[link.block] is not Role.BODY:
            asked = link.block
            labelled = asked if words.topics_label(board.sheet.words(asked)) else -1
        shaped = link.block < board.body[1] + 15 and not board.hints[link.block] & quiet and _TAG_PATH.search(link.href)
        if stated or link.block == labelled or (shaped and board.role[link.block] is not Role.BODY):
            text = board.sheet.text[link.start : link.end]
            start = link.end - len(text.lstrip("# "))
            rule = "rel=tag" if stated else "tag path" if shaped else "behind a label"
            yield Candidate(text.lstrip("# "), Span(start, link.end, rule), weight)


def _named(board: "Board", line: str, begin: int) -> list[tuple[int, int]]:
    """Topics that only blanks part: names that the article has as such stay whole, else each capital begins one."""
    tokens = [match.span() for match in _WORD.finditer(line, begin)]
    if len(tokens) < LEAST_NAMED or line[tokens[0][0]].islower():
        return []
    said, found, at = _said(board), list[tuple[int, int]](), 0
    while at < len(tokens):
        start, size = tokens[at][0], 1
        for more in range(min(MOST_NAMED, len(tokens) - at), 1, -1):
            if line[start : tokens[at + more - 1][1]] in said:
                size = more
                break
        while at + size < len(tokens) and line[tokens[at + size][0]].islower():
            size += 1  # "Rights of way": a small letter begins nothing
        found.append((start, tokens[at + size - 1][1]))
        at += size
    return found if len(found) >= LEAST_NAMED else []


def _is_whole_list(board: "Board", block: int) -> bool:
    """Whether a line of a text is the only one under its label."""
    label = board.label_of[block]
    return label == block - 1 >= 0 and (block + 1 == len(board.role) or board.label_of[block + 1] != label)


def _said(board: "Board") -> str:
    """The words of headline and body, in which topics of several words stand."""
    return " ".join(board.line(block) for block in board.having(Role.HEADLINE, Role.BODY))


_WORD: Final = re.compile(r"\S+")
LEAST_NAMED, MOST_NAMED = 3, 5
"""Topics that must stand in a line to be parted at blanks, and words of the longest of them."""

FILED: Final = "behind a section's label"
"""The rule of topics that a page files as other pages file their section."""


def _shown(board: "Board", block: int) -> Iterator[Candidate[str]]:
    """The topics of one block: its links if it has several, else its parts; a label before a colon is cut off."""
    start, line = board.sheet.start[block], board.sheet.words(block)
    begin = words.topics_label(line) or (textlists.topics_begin(line) if not board.sheet.links else None) or 0
    if board.rule[block].endswith(FILED):
        begin = line.replace("：", ":").find(":") + 1
    elif board.rule[block] == textmarks.TOPICS_ROW or (
        board.rule[block].startswith("line:names") and line.count(":") == 1
    ):
        begin = topicrows.label_end(line)
    links = [link for link in board.sheet.links if link.block == block]
    seam = _HASH if line.startswith("#") else _SPLIT
    if not links and not seam.search(line, begin) and len(_BARS.findall(line, begin)) > 0:
        seam = _BARS
    unparted = (begin > 0 or _is_whole_list(board, block)) and not links and not seam.search(line, begin)
    row = topicrows.row(line, begin) if not links and (unparted or board.rule[block] == textmarks.TOPICS_ROW) else []
    if row:
        spans = row
    elif unparted and (named := _named(board, line, begin)):
        spans = named
    elif len(links) > 1:
        spans = [(link.start - start, link.end - start) for link in links]
    else:
        spans, at = [], begin
        for match in [*seam.finditer(line, begin), None]:
            end = match.start() if match else len(line)
            spans.append((at, end))
            at = match.end() if match else end
    for first, last in spans:
        text = line[first:last].rstrip()
        shift = len(text) - len(text.lstrip(" \t\u00a0#"))
        if text.strip(" #") and words.region_of(text) != "topics":
            span = Span(start + first + shift, start + first + len(text), board.rule[block])
            yield Candidate(text.strip(" #"), span, board.score[block])
