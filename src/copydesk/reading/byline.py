"""Authors, and the brand that stands where an author belongs."""

import re
import string
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from copydesk.reading import moments, people, structured, titles, words
from copydesk.reading.candidates import Candidate, choose, collect
from copydesk.reading.people import Named
from copydesk.types import Evidence, Field, Pointer, Role, Span, Texts

if TYPE_CHECKING:
    from copydesk.reading.board import Board

_PART: Final = re.compile(
    r"\s*(?:[,;|/／、&•·\n]|\s[-–—]\s|(?<=\s)(?:and|und|et|y|e|og|och|en|ja|i|a|и|та|及)(?=\s))\s*"
)
_PLACE: Final = re.compile(r"\s(?:in|from|at|aus|à|desde|[Ff]or)\s")
_HOST: Final = re.compile(r"\b[\w-]{3,}\.(?:com|org|net|de|fr|uk|at|ch|it|es|eu|info|tv|news)\b", re.IGNORECASE)
_NOISE: Final = re.compile(r"https?://|\S@\S|@\w|\bwww\.\S+|^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}$")
"""Addresses, accounts and bare host names."""

EDGE: Final = string.whitespace + "\x1c\x1d\x1e\x1f\x85\u00a0\u2009\u202f\u3000:：*|-–—,()[]（）【】"

LONGEST = 400
"""Characters of a byline; a longer line is a text that happens to begin like one."""

MAX_AUTHORS = 12


def names_in(line: str, *, trusted: bool) -> Iterator[tuple[int, int, float]]:
    """The personal names of a byline: code points of the line, and how sure each is.

    Args:
        line: The byline, with its cue words (``By``) or without.
        trusted: Whether a machine-readable attribute or a cue says that these are authors; then a name need only not
            look like anything else.
    """
    if len(line) > LONGEST:
        return
    found = list(_names(line, trusted=trusted))
    # "Jane Roe, Ness Bay": behind people with known given names, what stands last and has none is a place.
    if len(found) > 1 and line[found[-2][1] : found[-1][0]].strip() == ",":
        first, last = found[0][2], found[-1][2]
        if last < 0.9 <= first or last <= 0.4 < first:
            found.pop()
    yield from found


def _names(line: str, *, trusted: bool) -> Iterator[tuple[int, int, float]]:
    begin = 0
    for seam in [*_PART.finditer(line), None]:
        end = seam.start() if seam else len(line)
        start, stop = _name_within(line, begin, end)
        if start < stop and not _NOISE.search(line[start:stop]) and not moments.find(line[start:stop]):
            sure = _sureness(line[start:stop], trusted=trusted)
            if sure:
                yield start, stop, sure
        begin = seam.end() if seam else end


def _sureness(name: str, *, trusted: bool) -> float:
    """How sure it is that these words are a person; 0 if they are to be left out."""
    guess = people.guess(name)
    if guess.named is Named.PERSON:
        return guess.confidence
    plain = not any(c.isdigit() for c in name) and (name.islower() <= (" " not in name))
    if trusted and guess.named is Named.UNKNOWN and 1 <= len(name.split()) <= 4 and plain:
        return 0.4
    return 0.4 if trusted and guess.rule == "name: shape of a brand" else 0.0


def _name_within(line: str, start: int, end: int) -> tuple[int, int]:
    """The name in one part of a byline, without cue words, offices, titles, places and what hangs behind it."""
    for _ in range(2):
        start, end = _stripped(line, start, end)
        hits = words.cues(line[start:end])
        prefix = hits.get("byline_prefix") or hits.get("credit_prefix")
        suffix = hits.get("byline_suffix_anywhere")
        if prefix and prefix[1] < end - start:
            start += prefix[1]
        elif suffix and suffix[0] and not line[start + suffix[1] : end].strip(EDGE):
            end = start + suffix[0]
        elif suffix and not suffix[0] and suffix[1] < end - start:  # Chinese puts the same word before the name
            start += suffix[1]
        else:
            break
    place = _PLACE.search(line, start, end)
    start, end = _stripped(line, start, place.start() if place else end)
    if people.guess(line[start:end]).named is not Named.PERSON:
        start = _after_introduction(line, start, end)
    return _before_suffix(line, start, end)


def _stripped(line: str, start: int, end: int) -> tuple[int, int]:
    start += len(line[start:end]) - len(line[start:end].lstrip(EDGE))
    return start, start + len(line[start:end].rstrip(EDGE))


def _after_introduction(line: str, start: int, end: int) -> int:
    """Where a name begins behind its introduction: ``unserer Redakteurin``, ``Ein Kommentar von``, ``Dr.``."""
    jobs, titles_ = words.phrases("jobs", "jobs"), words.phrases("people", "titles")
    prefixes = words.phrases("cues", "byline_prefix")
    for gap in list(re.finditer(r"\s+", line[start:end]))[:4]:
        before = line[start : start + gap.start()].rsplit(maxsplit=1)
        folded = before[-1].casefold().strip(".:") if before else ""
        introduces = folded in jobs or folded in titles_ or folded in prefixes
        if introduces and people.is_person(line[start + gap.end() : end]):
            return start + gap.end()
    return start


def _before_suffix(line: str, start: int, end: int) -> tuple[int, int]:
    last = line[start:end].rsplit(None, 1)
    if len(last) == 2 and last[1].casefold().strip(".") in words.phrases("jobs", "suffixes"):
        return _stripped(line, start, start + len(last[0]))
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
    supporting = [candidate for candidate in shown if not known or key(candidate.value) in known]
    # A byline with a cue under the headline that names none of the stated people is not another article's.
    cued = [c for c in shown if isinstance(c.evidence, Span) and c.evidence.rule == "head:byline cue"]
    first = cued if known and cued and not any(key(c.value) in known for c in cued) else []
    return collect([*first, *stated, *supporting], key)


META_AUTHORS: Final = (
    ("author", 0.6), ("article:author", 0.5), ("parsely-author", 0.6), ("dc.creator", 0.5), ("sailthru.author", 0.6),
    ("byl", 0.6),
)  # fmt: skip


def _stated(board: "Board") -> Iterator[Candidate[str]]:
    page = board.sheet.structured
    for pointer, item in structured.articles(page):
        for place, text in structured.values(page, pointer, item, "author")[:MAX_AUTHORS]:
            yield from _named(text, Pointer(place, text, "author stated"), 0.8)
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
    if "://" in text or text.startswith(("www.", "/", "@")) or _HOST.search(text):
        return  # an address of a profile, not a name
    for start, end, sure in names_in(text, trusted=True):
        yield Candidate(text[start:end], evidence, weight * (0.5 + sure / 2))


def _shown(board: "Board", start: int, end: int, rule: str, weight: float) -> Iterator[Candidate[str]]:
    line = board.sheet.text[start:end]
    trusted = "cue" in rule or rule.startswith("rel")
    for begin, stop, sure in names_in(line, trusted=trusted):
        yield Candidate(line[begin:stop], Span(start + begin, start + stop, rule), weight * (0.5 + sure / 2))


def read_brand_slot(board: "Board") -> Field[str | None]:
    """The brand, if one stands where a byline belongs: in a line of its own, or before the date in the date's line."""
    alone: list[Candidate[str | None]] = [
        Candidate(board.line(b), board.span(b), board.score[b]) for b in board.having(Role.BRAND_SLOT)[:1]
    ]
    return choose(alone or list(_before_dates(board)), titles.folded)


def _before_dates(board: "Board") -> Iterator[Candidate[str | None]]:
    for block in board.having(Role.DATE)[:2]:
        line, begin = board.sheet.words(block), board.sheet.start[block]
        ends = [moment.start for moment in moments.find(line)[:1]]
        ends += [
            hump.start() for hump in re.finditer(r"(?<=\s)\S", line) if words.cues(line[hump.start() :]).keys() & DATED
        ]
        name = line[: min(ends, default=0)].rstrip(EDGE)
        guess = people.guess(name)
        if guess.named is Named.BRAND and guess.rule == "name: brand word":
            yield Candidate(
                name, Span(begin, begin + len(name), f"before a date, {guess.rule}"), guess.confidence * 0.9
            )


DATED: Final = frozenset(["published_prefix", "modified_prefix", "date_prefix"])
