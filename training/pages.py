"""The labelled pages, laid out and measured as reading does it, with their truth and their fold.

Folds are by registered domain: no site, and no sister host of a site, is both learned from and tested on.
"""

import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from urllib.parse import urlsplit
from zlib import crc32

import numpy as np
import tldextract
from numpy.typing import NDArray

from copydesk.intake.content import page_from
from copydesk.reading import html, measures, roles
from copydesk.reading.sheet import Sheet
from training import labels

SHARED = Path(__file__).resolve().parents[2] / "shared"
FOLDS = 5
BODY = 0.5
"""A block of which at least this share is in the marked text is body."""

NOISE = 0.5
"""A page whose marked text no choice of blocks can reach by this F1 has a wrong or empty truth: not learned from."""

_split = tldextract.TLDExtract(suffix_list_urls=(), cache_dir=None)


@dataclass(slots=True)
class Labelled:
    """One page: its sheet, the measures ``(names, blocks)``, and for each block its words and whether it is body.

    A page without any block is kept as well: it is tested, as a reader would have to read it, and teaches nothing.
    """

    set: str
    id: str
    type: str
    site: str
    fold: int
    sheet: Sheet
    measures: NDArray[np.float32]
    sizes: NDArray[np.int64]
    body: NDArray[np.bool_]
    bags: list[Counter[str]]
    marked: Counter[str]
    sound: bool
    title: str
    authors: list[str] | str | None


def load(limit: int | None = None) -> tuple[list[str], list[Labelled]]:
    """All labelled pages, or an evenly spread part of each set; and the names of the measures."""
    pages: list[Labelled] = []
    names: list[str] = []
    for name, page in labelled_pages(limit):
        board = roles.begin(html.walk(page_from(page["html"], name=page["id"], url=page["url"] or None)))
        if len(board.sheet):
            names, matrix = measures.of(board)
        else:
            matrix = np.empty((len(names), 0), dtype=np.float32)
        pages.append(_labelled(name, page, board.sheet, matrix))
    return names, pages


def labelled_pages(limit: int | None) -> Iterator[tuple[str, dict]]:
    """Each page as the official loaders give it, with the name of its set."""
    score = official()
    for name, source in (("wcxb", score.wcxb_dev), ("fundus", score.fundus_pages)):
        found = list(source())
        yield from ((name, page) for page in found[:: max(1, len(found) // limit) if limit else 1])


def official() -> ModuleType:
    """The loaders and metrics that lie beside the data."""
    sys.path.insert(0, str(SHARED))
    import score  # not a part of the project

    return score


def _labelled(name: str, page: dict, sheet: Sheet, matrix: NDArray[np.float32]) -> Labelled:
    truth = page["truth"].get("text") or "\n".join(page["truth"].get("paragraphs", ()))
    texts = [sheet.words(block) for block in range(len(sheet))]
    sizes, shares = labels.shares(texts, truth)
    bags = [Counter(labels.words_of(text)) for text in texts]
    body = (shares >= BODY) & (sizes > 0)
    marked = Counter(labels.words_of(truth))
    best = labels.word_f1(sum((bags[block] for block in np.flatnonzero(body)), Counter()), marked)
    site = site_of(page)
    return Labelled(
        name, page["id"], page["type"], site, fold_of(site), sheet, matrix, sizes, body, bags, marked,
        sound=len(sizes) > 0 and best >= NOISE, title=page["truth"].get("title") or "",
        authors=page["truth"].get("authors"),
    )  # fmt: skip


def site_of(page: dict) -> str:
    """The registered domain of a page's address; the two sets share publishers, whom only the address gives away."""
    host = urlsplit(page["url"] or "").hostname or page["site"]
    return (_split(host).top_domain_under_public_suffix or host).lower()


def fold_of(site: str) -> int:
    """The fold that all pages of a site are in."""
    return crc32(site.encode()) % FOLDS
