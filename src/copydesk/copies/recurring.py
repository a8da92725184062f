"""Pages as they were seen -> the lines that recur beside different stories: furniture, told line by line.

As in :mod:`copydesk.copies.furniture` stories are counted (:mod:`copydesk.copies.stars`), never pages: a story that is
copied onto a hundred pages is one, and its lines do not recur. Nor do lines that most pages have because they carry
one and the same story.

Of pages of one host the stories count as they are. Across hosts, or where no host is known, they count half: a
quotation, a notice of an agency, a line of a law stand in several stories of several papers and belong to each.
"""

from typing import Final

import numpy as np
from numpy.typing import NDArray

from copydesk.copies.arrays import changes
from copydesk.copies.keys import numbered, of_text, short
from copydesk.copies.lines import Recurring, Seen, named, on_host
from copydesk.copies.postings import Postings, pairs, postings
from copydesk.copies.stars import FEW, stars
from copydesk.copies.tokens import Counts, Hashes

__all__ = ["Census"]

Floats = NDArray[np.float64]

MANY: Final = 1 << 24
"""Fingerprints and lines that are kept, 128 MB of them: of some 60,000 pages. A larger pile is known by a half of its
pages, a quarter …, chosen by their words: what is furniture of so many pages is so of a part of them."""

TABLE: Final = 1 << 20
"""Lines that are told at most, 16 MB, for every worker gets them; those with the best odds."""

STORIES: Final = 2
"""A line that counts for fewer does not recur."""

BALANCE: Final = 3
"""The odds that a line is furniture are the square of its stories by this. On the labelled pages of sites with several,
of the lines in two stories those that the model gives less than 0.57 are furniture more often than not, of those in
three less than 0.75; and no article becomes worse by it."""

MOST: Final = 2 / 3
"""In this share of the stories stands a template's line: an affair hardly fills most of a site …"""

FILLED: Final = 5
"""… of so many stories at least; then the odds are those of a line in the square of its stories."""

ABROAD: Final = 0.5
"""What a story counts for a line on any host."""

SPREAD: Final = 0.2
"""The share of the stories, of the host or of the pile, in which a line of furniture stands at least …"""

SELDOM: Final = 4
"""… else it counts for no more stories than this: the reports of an affair repeat its background, however many they
are, and a site that has thousands of stories has a dozen of one affair."""

TOLD: Final = 2 / 3
"""The share of the pages with a line that, if they carry one story, have it from there."""


class Census:
    """Pages are added in any order, and give the same table in any."""

    def __init__(self, many: int = MANY, table: int = TABLE) -> None:
        """Begin with none.

        Args:
            many: Fingerprints and lines that are kept.
            table: Lines that are told.
        """
        self._many, self._table = many, table
        self._seen: list[Seen] = []
        self._size = self._sieve = 0

    def add(self, page: Seen) -> None:
        """Take in a page, unless the pile is so large that others stand for it."""
        if not self._is_kept(page):
            return
        self._seen.append(page)
        self._size += _size(page)
        while self._size > self._many and len(self._seen) > 1 and self._sieve < 64:
            self._sieve += 1
            self._seen = list(filter(self._is_kept, self._seen))
            self._size = sum(map(_size, self._seen))

    def recurring(self) -> Recurring:
        """What recurs on the pages so far."""
        lines = _together([of_text(page.lines, number) for number, page in enumerate(self._seen)])
        lists = postings(lines, len(self._seen))
        if not len(lists.prints):
            return _bounded(lists.prints, np.zeros(0), np.zeros(0, np.int64), self._table)
        prints = _together([numbered(page.prints, number) for number, page in enumerate(self._seen)])
        marks = np.array([page.mark for page in self._seen], np.uint64)
        return self._weighed(lists, _stories(prints, marks))

    def _weighed(self, lists: Postings, stories: Counts) -> Recurring:
        line, page = lists.spread(np.arange(len(lists.prints))), lists.by_rank[lists.ranks]
        told = stories[page] >= 0
        line, page = line[told], page[told]
        line, page = _untold(line, page, stories)
        hosts = [page.host for page in self._seen]
        names, host = np.unique([name or "" for name in hosts], return_inverse=True)
        everywhere = np.zeros(len(hosts), np.int64)
        at, _, counts = _counted(line, everywhere[page], stories[page])
        anywhere = lists.prints[at]
        odds, stand = _odds(counts, ABROAD, _among(everywhere, stories)[:1]), counts
        at, where, counts = _counted(line, host[page], stories[page])
        own = np.where(names[where] == "", 0, _odds(counts, 1.0, _among(host, stories)[where]))
        owners = np.array([named(str(name)) for name in names], np.uint64)
        named_lines = np.concatenate((anywhere, on_host(lists.prints[at], owners[where])))
        return _bounded(named_lines, np.concatenate((odds, own)), np.concatenate((stand, counts)), self._table)

    def _is_kept(self, page: Seen) -> bool:
        return page.mark & ((1 << self._sieve) - 1) == 0


def _size(page: Seen) -> int:
    return len(page.prints) + len(page.lines)


def _together(parts: list[Hashes]) -> Hashes:
    return np.concatenate([np.zeros(0, np.uint64), *parts])


def _stories(prints: Hashes, marks: NDArray[np.uint64]) -> Counts:
    """Which story each page carries; -1 for a page that has too few words to tell."""
    lists = postings(prints, len(marks))
    led = stars(pairs(lists, lists.prose, least=FEW), lists.prose_sizes)
    stories = np.full(len(marks), -1)
    # Pages with the same words carry the same story, whoever leads them.
    _, story = np.unique(marks[lists.by_rank[led.leaders]], return_inverse=True)
    known = lists.prose_sizes >= FEW
    stories[lists.by_rank[known]] = story[known]
    return stories


def _untold(line: Counts, page: Counts, stories: Counts) -> tuple[Counts, Counts]:
    """The entries of lines without those lines that are one story's own."""
    order = np.lexsort((stories[page], line))
    line, page = line[order], page[order]
    story = stories[page]
    begins = np.flatnonzero(changes(line) | changes(story))
    pages = np.diff(np.append(begins, len(line)))
    having = np.bincount(line)[line[begins]]
    own = (pages > 1) & (pages >= TOLD * having) & (2 * pages >= np.bincount(stories[stories >= 0])[story[begins]])
    kept = ~np.isin(line, line[begins[own]])
    return line[kept], page[kept]


def _counted(line: Counts, place: Counts, story: Counts) -> tuple[Counts, Counts, Counts]:
    """For each line and place: how many stories it stands in there."""
    order = np.lexsort((story, place, line))
    line, place, story = line[order], place[order], story[order]
    new = changes(line) | changes(place)
    begins = np.flatnonzero(new)
    different = (new | changes(story)).astype(np.int64)
    counts = np.add.reduceat(different, begins) if len(begins) else different
    return line[begins], place[begins], counts


def _among(place: Counts, stories: Counts) -> Counts:
    """How many stories there are at each place."""
    known = stories >= 0
    both = np.unique(np.stack((place[known], stories[known])), axis=1)
    return np.bincount(both[0], minlength=int(place.max()) + 1)


def _odds(counts: Counts, each: float, among: Counts) -> Floats:
    """What it says of a line that it stands in so many of so many stories, if each counts for so much."""
    stories, share = each * counts.astype(np.float64), counts / among
    counted = np.where(share < SPREAD, np.minimum(stories, SELDOM), stories)
    odds: Floats = counted**2 / BALANCE
    filled = (share >= MOST) & (stories >= FILLED)
    odds[filled] *= stories[filled] ** 2
    odds[stories < STORIES] = 0
    return odds


def _bounded(lines: Hashes, odds: Floats, stories: Counts, most: int) -> Recurring:
    """The lines that recur; of more than ``most`` those with better odds than the first one left out."""
    kept = odds > 0
    if kept.sum() > most:
        kept &= odds > np.sort(odds)[-most - 1]
    lines, odds, stories = short(lines[kept]), odds[kept], stories[kept]
    order = np.lexsort((odds, lines))
    return Recurring(lines[order], odds[order].astype(np.float32), stories[order].astype(np.int32))
