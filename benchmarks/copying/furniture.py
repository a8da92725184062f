"""What stands around an article on real sites: menus, lists of headlines, notices, as the pages of wcxb-dev have them.

In: pages of the development data that are no base. Out: a ``Site`` each: its lines before and after the body in the
order of the page, without what the ground truth calls body. A site is one page, for the data has one of most sites;
that its pages differ is made by drawing: each page takes a stretch of the lists and skips some entries. The sites are
those with the most furniture, 900 to 3,600 words: a list that has to be begun again within one page has its words twice
and its fingerprints once, which flatters whoever counts sets.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random

from comparing.pages import BenchPage, pages_of
from comparing.texts import pieces_of

from copying.bases import LONGEST, SHORTEST

SITES = 60
WORDS = 250
"""A site with fewer words of furniture than this is not used."""

LINE = 40
"""Longer lines are rather prose that the ground truth missed."""

SKIPPED = 0.2
"""The share of lines that another page of the site has and this one lacks."""

VERSION = 2


@dataclass(frozen=True, slots=True)
class Site:
    """One site's furniture, line by line."""

    name: str
    before: tuple[str, ...]
    after: tuple[str, ...]

    def draw(self, count: int, random: Random) -> tuple[list[str], list[str]]:
        """Exactly ``count`` words, before and after a body in the site's own proportion."""
        before, after = _words(self.before), _words(self.after)
        # A page is never all menu or all footer: a fifth of the words at least stand on either side that has any.
        portion = min(0.8, max(0.2, before / (before + after))) if before and after else float(before > 0)
        first = round(count * portion)
        return drawn(self.before, first, random), drawn(self.after, count - first, random)


def drawn(lines: Sequence[str], count: int, random: Random) -> list[str]:
    """Lines of ``count`` words in their order, from a random place on, the list begun again where it ends."""
    spare = _words(lines) - count
    place = 0
    while spare > 0 and place < len(lines) - 1 and random.random() < 0.7:
        spare -= len(lines[place].split())
        place += spare > 0
    found: list[str] = []
    while count > 0:
        words = lines[place % len(lines)].split()
        place += 1
        if random.random() >= SKIPPED:
            found.append(" ".join(words[:count]))
            count -= len(words)
    return found


def sites(cache: Path) -> list[Site]:
    """The sites, from the cache where they are."""
    kept = cache / f"sites-{VERSION}.json"
    if not kept.is_file():
        found = sorted(_all_sites(), key=lambda site: -_words((*site.before, *site.after)))
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps([asdict(site) for site in found[:SITES]]), "utf8")
    table = json.loads(kept.read_text("utf8"))
    return [Site(item["name"], tuple(item["before"]), tuple(item["after"])) for item in table]


def _all_sites() -> Iterator[Site]:
    """Every site with enough furniture, from articles too long or too short to be bases."""
    seen: set[str] = set()
    for page in pages_of("wcxb"):
        if page.type == "article" and not SHORTEST <= len(page.body.split()) <= LONGEST and page.site not in seen:
            site = site_of(page)
            if site and _words((*site.before, *site.after)) >= WORDS:
                seen.add(page.site)
                yield site


def site_of(page: BenchPage) -> Site | None:
    """The page's lines outside its body; lines within the body, adverts mostly, are left out."""
    pieces = pieces_of(page)
    bodies = [number for number, piece in enumerate(pieces) if piece.is_body]
    if not bodies:
        return None

    def lines(start: int, stop: int) -> tuple[str, ...]:
        texts = (" ".join(piece.text.split()) for piece in pieces[start:stop] if not piece.is_body)
        return tuple(text for text in texts if text and len(text.split()) <= LINE)

    return Site(page.site, lines(0, bodies[0]), lines(bodies[-1] + 1, len(pieces)))


def _words(lines: Sequence[str]) -> int:
    return sum(len(line.split()) for line in lines)
