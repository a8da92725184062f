"""Sources of authors that a page shows: the lines around its headline and below its body that credit somebody.

In goes the marked-up board, out come sources, the more telling first: lines with a cue (``By``), links to an author's
page, boxes called byline, names that only their place explains, and boxes about the author. Nobody is guessed from
running text. In a text without markup a model has found the lines before (textbyline.py).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Final

from copydesk.reading import byline, moments, people, textcredits, words
from copydesk.reading.people import Named
from copydesk.reading.sheet import Hint
from copydesk.reading.sources import KNOWN, Belief, Credit, Source, key, microdata
from copydesk.types import MediaType, PageKind, Role, Span

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.byline import Agent
    from copydesk.reading.sheet import Link

CUED, LINKED, BOXED, PLACED = "byline cue", "link to an author", "byline box", "byline by its place"

CUES: Final = frozenset(["byline_prefix", "byline_suffix_anywhere"])

WEIGHTS: Final = {CUED: 0.8, LINKED: 0.7, BOXED: 0.65, PLACED: 0.55}

WRITTEN: Final = frozenset([PageKind.ARTICLE, PageKind.LIVE_BLOG, PageKind.GALLERY, PageKind.VIDEO, PageKind.FORUM])
"""Kinds of page whose visible names are credits; on others they are products, customers or other pages' authors."""

ELSEWHERE: Final = frozenset(
    [Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.COMMENT, Role.HEADLINE, Role.CAPTION, Role.LIST_HEADING,
     Role.TOPIC, Role.SECTION]
)  # fmt: skip

_OUTSIDE: Final = int(Hint.HIDDEN | Hint.RELATED | Hint.RANKING | Hint.COMMENT)
_BYLINE, _DATE, _BIO = int(Hint.BYLINE), int(Hint.DATE), int(Hint.AUTHOR_BIO)

MAX_WORDS, MAX_PLACED_WORDS, MAX_DESK_WORDS = 30, 14, 4
"""Words of a line that names authors; of one that neither cue nor box explains; of one that names a desk."""

ABOVE, INTO, BELOW = 6, 4, 12
"""Blocks above the headline, into the body and below it in which a byline is sought."""

LONGEST_HEAD: Final = 60

NEAR, AFTER = 4, 6
"""Blocks between two names of one byline, and between the headline and a name that nothing but its place explains."""


def shown(board: "Board", kind: PageKind, site: str, *, impersonal: bool) -> Iterator[Source]:
    """The visible sources, the more telling first, the microdata among them.

    Args:
        board: The page.
        kind: What it is.
        site: The key of its site's name.
        impersonal: Whether its data credits organisations only; then a person's name right above the body is a byline.
    """
    if kind is PageKind.FORUM:
        yield Source(tuple(_starters(board)), Belief.SHOWN)
        yield microdata(board)
        yield Source(tuple(posters(board)), Belief.SHOWN)
    if board.sheet.page.media_type is MediaType.TEXT:
        yield textcredits.source(board)
        return
    head = _Head(board, kind, site, impersonal).credits()
    yield Source(tuple(head[CUED]), Belief.CUED)
    yield Source(tuple(head[LINKED]), Belief.SHOWN)
    yield Source(tuple(head[BOXED]), Belief.SHOWN)
    yield microdata(board)
    if kind in WRITTEN:
        yield Source(tuple(head[PLACED]), Belief.WEAK)
        yield Source(tuple(_below_body(board)), Belief.WEAK)


@dataclass(frozen=True, slots=True)
class _Head:
    """The blocks around the headline."""

    board: "Board"
    kind: PageKind
    site: str
    impersonal: bool

    def credits(self) -> dict[str, list[Credit]]:
        """The credits, by what shows that they are some; each list ends where its byline does."""
        board = self.board
        found: dict[str, list[Credit]] = {rule: [] for rule in WEIGHTS}
        last = dict.fromkeys(WEIGHTS, -1)
        for block, agent, rule in self._agents():
            if (not found[rule] or block - last[rule] <= NEAR) and self._is_meant(block, agent, rule):
                found[rule].append(_credit(board, block, agent, rule))
                last[rule] = block
        return found

    def _agents(self) -> Iterator[tuple[int, "Agent", str]]:
        board = self.board
        start = max(0, board.headline - ABOVE)
        stop = min(board.body[0] + INTO, max(board.headline, 0) + LONGEST_HEAD, len(board.role))
        linked: dict[int, list[Link]] = {}
        for link in board.sheet.links:
            if start <= link.block < stop and _leads_to_author(link):
                linked.setdefault(link.block, []).append(link)
        label_at = others_at = -2
        for block in range(start, stop):
            if not _may_credit(board, block):
                continue
            text, hints = board.sheet.words(block), int(board.hints[block])
            if byline.is_label(text):
                label_at = block
            elif byline.is_label_of_others(text):
                others_at = block
            elif others_at != block - 1:
                labelled = label_at == block - 1
                boxed = bool(hints & _BYLINE) or board.role[block] is Role.BYLINE
                trusted = labelled or boxed or block in linked or bool(hints & _DATE)
                if not trusted and not self._may_be_byline(block):
                    continue
                found = byline.agents(text, trusted=trusted)
                named = any(agent.named is Named.PERSON for agent in found)
                if block in linked and not named and not byline.is_about_others(text):
                    found = (*_in_links(board, linked[block]), *found)
                for agent in found:
                    by_box = LINKED if block in linked else BOXED if boxed else PLACED
                    yield block, agent, CUED if labelled or agent.cued else by_box

    def _may_be_byline(self, block: int) -> bool:
        """Whether a line outside every telling box is worth to be taken apart."""
        if not self.board.cues(block).keys().isdisjoint(CUES) or self.board.role[block] is Role.DATE:
            return True
        near = 0 < block - self.board.headline <= AFTER
        return (near and self.board.features.words[block] <= MAX_PLACED_WORDS) or block == self.board.body[0] - 1

    def _is_meant(self, block: int, agent: "Agent", rule: str) -> bool:
        """Whether a name that stands in such a place is an author's, and not a button's, a section's or a product's."""
        board, written = self.board, self.kind in WRITTEN
        if rule == CUED:
            return agent.named is Named.PERSON or (written and not _is_brand(board, block, agent))
        if board.role[block] is Role.BRAND_SLOT:
            return False
        if agent.named is Named.PERSON:
            known = agent.sure >= KNOWN
            boxed = written and (known or self._opens(block, agent))
            return {LINKED: written or known, BOXED: boxed}.get(rule) or (
                rule == PLACED and self._explains(block, agent)
            )
        line = board.sheet.words(block)
        if rule == BOXED and key(line[agent.start : agent.end]) == self.site != "":
            return True
        if agent.named is Named.DESK:
            return rule != PLACED and written and len(line.split()) <= MAX_DESK_WORDS
        return rule == LINKED and written and agent.named is Named.UNKNOWN and block > board.headline

    def _explains(self, block: int, agent: "Agent") -> bool:
        """Whether the place alone makes a name an author's: below the headline, by itself or in the date's line."""
        board = self.board
        if board.features.heading[block] or board.features.words[block] > MAX_PLACED_WORDS:
            return False
        line, below = board.sheet.words(block), block - board.headline
        opens = self._opens(block, agent)
        if opens and line[agent.end :].strip(byline.EDGE)[:1] in {"", "/"}:
            over_body = self.impersonal and self.kind is PageKind.ARTICLE and block == board.body[0] - 1
            return 0 < below <= AFTER and (agent.sure >= KNOWN or over_body)
        if not 0 < below <= NEAR or not (opens or agent.sure >= KNOWN) or board.features.prose[block] > 0:
            return False
        return board.role[block] is Role.DATE or bool(moments.find(line))

    def _opens(self, block: int, agent: "Agent") -> bool:
        return not self.board.sheet.words(block)[: agent.start].strip(byline.EDGE)


def _is_brand(board: "Board", block: int, agent: "Agent") -> bool:
    """Whether a name is a brand by its words: what the kits of content farms put where an author belongs."""
    if agent.named is not Named.BRAND:
        return False
    return people.guess(board.sheet.words(block)[agent.start : agent.end]).rule == "name: brand word"


def _may_credit(board: "Board", block: int) -> bool:
    if board.role[block] in ELSEWHERE or int(board.hints[block]) & _OUTSIDE:
        return False
    return bool(board.features.words[block] <= MAX_WORDS)


def _in_links(board: "Board", links: "list[Link]") -> "Iterator[Agent]":
    """Whom links to authors' pages name, where the words beside them in the line hide it."""
    for link in links:
        shift = link.start - board.sheet.start[link.block]
        for agent in byline.agents(board.sheet.text[link.start : link.end], trusted=False):
            yield replace(agent, start=agent.start + shift, end=agent.end + shift)


def _leads_to_author(link: "Link") -> bool:
    return link.rel == "author" or ("/" in link.href and _AUTHOR_PATH.search(link.href) is not None)


_AUTHOR_PATH: Final = re.compile(
    r"/(?:authors?|autor(?:es|en)?|auteurs?|autori|by|contributors?|staff|writers?|profiles?|journalists?"
    r"|columnists?|experts?)/[^/]",
    re.IGNORECASE,
)


def _credit(board: "Board", block: int, agent: "Agent", rule: str) -> Credit:
    begin = board.sheet.start[block]
    span = Span(begin + agent.start, begin + agent.end, rule)
    name = board.sheet.text[span.start : span.end]
    return Credit(name, agent.named, span, WEIGHTS[rule] * (0.5 + agent.sure / 2))


def _below_body(board: "Board") -> Iterator[Credit]:
    """The first names below the body, or in a box about the author, that are introduced or stand alone."""
    end = board.body[1]
    near = set(range(max(0, end - INTO), min(end + BELOW, len(board.role)))) if end else set()
    for block in sorted(near | set(board.having(Role.AUTHOR_BIO)[:6])):
        if not _may_credit(board, block):
            continue
        about = board.role[block] is Role.AUTHOR_BIO or bool(int(board.hints[block]) & (_BYLINE | _BIO))
        if not about and board.cues(block).keys().isdisjoint(CUES):
            continue
        found = [
            _credit(board, block, agent, PLACED)
            for agent in byline.agents(board.sheet.words(block), trusted=False)
            if (agent.cued and not _is_brand(board, block, agent))
            or (about and agent.start == 0 and agent.named is Named.PERSON)
        ]
        if found:
            yield from found
            return


# ------------------------------------------------------------------ forums
def posters(board: "Board") -> Iterator[Credit]:
    """The first link to a user's own page: on a forum that is whoever opened the thread."""
    for link in board.sheet.links:
        if link.block > board.body[0] + LONGEST_HEAD:
            return
        here = "/" in link.href and "//" not in link.href  # other networks have users as well
        if here and 1 < link.end - link.start <= LONGEST_ACCOUNT and _USER_PATH.search(link.href):
            name = board.sheet.text[link.start : link.end]
            if _is_account(name, link.href) and not people.is_nobody(name):
                yield Credit(name, Named.UNKNOWN, Span(link.start, link.end, "first link to a user"), 0.6)
                return


def _is_account(name: str, href: str) -> bool:
    """Whether a link's words are those of the account it leads to, by its name or number."""
    squashed = _SIGNS.sub("", name).casefold()
    return len(name.split()) <= 2 and (squashed in _SIGNS.sub("", href).casefold() or any(c.isdigit() for c in href))


_SIGNS: Final = re.compile(r"[\W_]+")

_USER_PATH: Final = re.compile(r"/(?:u|users?|members?|memberlist\.php|profile|profile\.php)[/?][^/]", re.IGNORECASE)

LONGEST_ACCOUNT: Final = 30


def _starters(board: "Board") -> Iterator[Credit]:
    """Whom the page itself calls the thread's opener: ``Thread starter millpond``."""
    for block in range(min(len(board.role), board.body[0] + LONGEST_HEAD)):
        if board.features.words[block] > MAX_PLACED_WORDS:
            continue
        line, begin = board.sheet.words(block), board.sheet.start[block]
        match = _starter().search(line)
        if match:
            start, end = match.span("before" if match["before"] else "behind")
            span = Span(begin + start, begin + end, "opened the thread")
            yield Credit(line[start:end], Named.UNKNOWN, span, 0.7)
            return


@cache
def _starter() -> re.Pattern[str]:
    cues = "|".join(map(re.escape, sorted(words.phrases("jobs", "starters"), key=len, reverse=True)))
    name = r"[^\s,|]{2,30}"
    return re.compile(rf"^(?P<before>{name}) (?:{cues})\b|\b(?:{cues}):? (?P<behind>{name})", re.IGNORECASE)
