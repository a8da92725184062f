"""Authors, and the brand that stands where an author belongs."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.reading import moments, people, structured, titles, words
from copydesk.reading.candidates import Candidate, choose, collect
from copydesk.reading.people import Named
from copydesk.types import Evidence, Field, Pointer, Role, Span, Texts

if TYPE_CHECKING:
    from copydesk.reading.board import Board

_PART: Final = re.compile(r"\s*(?:[,;|/&•·\n]|\s[-–—]\s|(?<=\s)(?:and|und|et|y|e|og|och|en|ja|i|a|и|та|及)(?=\s))\s*")
_PLACE: Final = re.compile(r"\s(?:in|from|at|aus|à|desde|da)\s")
_NOISE: Final = re.compile(r"https?://\S+|\S+@\S+|@\w+|\bwww\.\S+")

EDGE: Final = " \t:：*|-–—,()[]"

MAX_AUTHORS = 12


def names_in(line: str, *, trusted: bool) -> Iterator[tuple[int, int, float]]:
    """The personal names of a byline: code points of the line, and how sure each is.

    Args:
        line: The byline, with its cue words (``By``) or without.
        trusted: Whether a machine-readable attribute or a cue says that these are authors; then a name need only not
            look like anything else.
    """
    begin = 0
    for seam in [*_PART.finditer(line), None]:
        end = seam.start() if seam else len(line)
        start, stop = _trimmed(line, begin, end)
        place = _PLACE.search(line, start, stop)
        stop = place.start() if place else stop
        if start < stop and not _NOISE.search(line[start:stop]) and not moments.find(line[start:stop]):
            guess = people.guess(line[start:stop])
            if guess.named is Named.PERSON:
                yield start, stop, guess.confidence
            elif trusted and guess.named is Named.UNKNOWN and 1 <= len(line[start:stop].split()) <= 4:
                if not any(c.isdigit() for c in line[start:stop]):
                    yield start, stop, 0.4
            elif trusted and guess.named is Named.BRAND and guess.rule == "name: shape of a brand":
                yield start, stop, 0.4
        begin = seam.end() if seam else end


def _trimmed(line: str, start: int, end: int) -> tuple[int, int]:
    """Without blanks and without the cue words before the name."""
    for _ in range(2):
        suffix = words.cues(line[start:end]).get("byline_suffix_anywhere")
        if suffix and suffix[0] > 0:
            end = start + suffix[0]
        start += len(line[start:end]) - len(line[start:end].lstrip(EDGE))
        end = start + len(line[start:end].rstrip(EDGE))
        hits = words.cues(line[start:end])
        hit = hits.get("byline_prefix") or hits.get("credit_prefix")
        if not hit:
            break
        start += hit[1]
    return start, end


def read_authors(board: "Board", site_name: Field[str | None]) -> Texts:
    """The people who, as the page says, wrote it. Desks, agencies, sites and accounts are no people.

    What the page states of itself as a whole goes first; then a visible line supports a stated name and adds none, for
    bylines of other articles stand on the page as well.
    """
    site = titles.folded(site_name.value or "")

    def key(name: str) -> str:
        return titles.folded(name) if titles.folded(name) != site else ""

    stated, shown = list(_stated(board)), list(_visible(board))
    known = {key(candidate.value) for candidate in stated} - {""}
    return collect([*stated, *(c for c in shown if not known or key(c.value) in known)], key)


META_AUTHORS: Final = (
    ("author", 0.6), ("article:author", 0.5), ("parsely-author", 0.6), ("dc.creator", 0.5), ("sailthru.author", 0.6),
    ("byl", 0.6),
)  # fmt: skip


def _stated(board: "Board") -> Iterator[Candidate[str]]:
    page = board.sheet.structured
    for pointer, item in structured.articles(page):
        for number, text in enumerate(structured.plain(item.get("author"))[:MAX_AUTHORS]):
            yield from _named(text, Pointer(f"{pointer}/author/{number}", text, "author stated"), 0.8)
    for name, weight in META_AUTHORS:
        for text in page.meta.get(name, ())[:MAX_AUTHORS]:
            yield from _named(text, Pointer(f"meta/{name}", text, "author stated"), weight)


def _visible(board: "Board") -> Iterator[Candidate[str]]:
    page = board.sheet.structured
    for name in ("author", "creator"):
        texts = [text for text in page.microdata.get(name, ()) if len(text) < 80]
        for text in texts[: 1 if len(texts) > 3 else None]:  # many are the authors of comments
            yield from _named(text, Pointer(f"microdata/{name}", text, "author stated"), 0.5)
    elsewhere = {Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.COMMENT, Role.NAVIGATION}
    for link in board.sheet.links:
        if link.rel == "author" and board.role[link.block] not in elsewhere:
            yield from _shown(board, link.start, link.end, "rel=author", 0.6)
    for block in board.having(Role.BYLINE)[:3]:
        start, end = board.sheet.start[block], board.sheet.end[block]
        yield from _shown(board, start, end, board.rule[block], board.score[block])


def _named(text: str, evidence: Evidence, weight: float) -> Iterator[Candidate[str]]:
    if "://" in text or text.startswith(("www.", "/", "@")):
        return  # an address of a profile, not a name
    for start, end, sure in names_in(text, trusted=True):
        yield Candidate(text[start:end], evidence, weight * (0.5 + sure / 2))


def _shown(board: "Board", start: int, end: int, rule: str, weight: float) -> Iterator[Candidate[str]]:
    line = board.sheet.text[start:end]
    trusted = "cue" in rule or rule.startswith("rel")
    for begin, stop, sure in names_in(line, trusted=trusted):
        yield Candidate(line[begin:stop], Span(start + begin, start + stop, rule), weight * (0.5 + sure / 2))


def read_brand_slot(board: "Board") -> Field[str | None]:
    """The brand, if one stands where a byline belongs."""
    return choose(
        (Candidate(board.sheet.words(b), board.span(b), board.score[b]) for b in board.having(Role.BRAND_SLOT)[:1]),
        titles.folded,
    )
