"""Sources -> authors: whom the page credits.

Sources that share a name are about the same people and are joined. Of sources that contradict each other the byline
with a cue (``By``) is believed before the data, for data often names the account that entered the text. People go
before everybody else: an organisation or an account is given only where no person is, or beside people in an entry of
its own; its evidence says so, for the rule begins with ``organisation`` or ``account``.
"""

from typing import TYPE_CHECKING, Final

from copydesk.reading import bylines, people, sources, structured
from copydesk.reading.bylines import WRITTEN
from copydesk.reading.candidates import collect
from copydesk.reading.people import Named
from copydesk.reading.sources import KNOWN, MAX_AUTHORS, Belief, Credit, Source, key
from copydesk.types import Field, PageKind, Span, Texts

if TYPE_CHECKING:
    from copydesk.reading.board import Board

MAX_OWNER_WORDS: Final = 3


def read(board: "Board", site_name: Field[str | None], kind: PageKind) -> Texts:
    """The people who, as the page says, wrote it; where it names none, the organisation or account it credits."""
    site = key(site_name.value or "")
    stated = [source.judged(site) for source in sources.stated(board)]
    impersonal = any(source.credits for source in stated) and not any(source.people() for source in stated)
    shown = [source.judged(site) for source in bylines.shown(board, kind, site, impersonal=impersonal)]
    chosen = _chosen(board, [*stated, *shown, _owner(board, site_name, kind)], site, kind)
    # A line that was found in two ways is one witness, not two.
    places = {_place(credit): credit for credit in reversed(chosen)}
    return collect((credit.candidate() for credit in reversed([*places.values()][-MAX_AUTHORS:])), key)


def _place(credit: Credit) -> tuple[object, ...]:
    evidence = credit.evidence
    return (evidence.start, evidence.end) if isinstance(evidence, Span) else (evidence, credit.name)


def _chosen(board: "Board", found: list[Source], site: str, kind: PageKind) -> list[Credit]:
    if kind is PageKind.FORUM:
        return _opener(found)
    chosen = _people(found)
    if not chosen and kind in WRITTEN:
        chosen = _others(found, site) or list(bylines.posters(board))
    return chosen


def _people(found: list[Source]) -> list[Credit]:
    """The people of the source that is believed first, and of every source that shares a name with it."""
    ranked = [source for source in found if source.people()]
    if not ranked:
        return []
    base = ranked[0]
    if base.belief is Belief.WEAK and any(source.belief is Belief.CUED and source.credits for source in found):
        return []  # the byline credits an organisation
    cued = next((source for source in ranked if source.belief is Belief.CUED), None)
    supported = any(source.belief is not Belief.STATED and base.names() & source.names() for source in ranked)
    if cued and not supported:
        base = cued
    return _with_supporters(base, ranked)


def _with_supporters(base: Source, ranked: list[Source]) -> list[Credit]:
    chosen, names = [*base.people(), *base.beside_people()], base.names()
    for source in ranked:
        if source is not base and names & source.names():
            adds = source.belief is not Belief.WEAK
            chosen += [credit for credit in source.people() if adds or key(credit.name) in names]
            names |= {key(credit.name) for credit in chosen}
    return chosen


def _others(found: list[Source], site: str) -> list[Credit]:
    """The organisation or account that is credited, the site itself only if no other is."""
    ranked = [source for source in found if source.credits]
    elsewhere = [source for source in ranked if not any(_is_site(name, site) for name in source.names())]
    for base in elsewhere or ranked:
        known = [credit for credit in base.credits if credit.named is not Named.UNKNOWN] or list(base.credits)
        names = {key(credit.name) for credit in known}
        rest = (credit for source in ranked if source is not base for credit in source.credits)
        return [*known, *(credit for credit in rest if key(credit.name) in names)]
    return []


def _is_site(name: str, site: str) -> bool:
    return bool(site) and (name == site or name.startswith(f"{site} "))


def _opener(found: list[Source]) -> list[Credit]:
    """On a forum whoever opened the thread, whatever the name looks like."""
    named = [credit for source in found for credit in source.credits]
    return [credit for credit in named if key(credit.name) == key(named[0].name)]


def _owner(board: "Board", site_name: Field[str | None], kind: PageKind) -> Source:
    """An article on a site called like a person is that person's."""
    name, page = site_name.value or "", board.sheet.structured
    guess = people.guess(name)
    short = guess.named is Named.PERSON and guess.confidence >= KNOWN and len(name.split()) <= MAX_OWNER_WORDS
    article = "article" in page.meta.get("og:type", ()) or any(structured.articles(page))
    if kind not in WRITTEN or not short or not article:
        return Source((), Belief.WEAK)
    return Source(tuple(Credit(name, Named.PERSON, evidence, 0.5) for evidence in site_name.evidence[:1]), Belief.WEAK)
