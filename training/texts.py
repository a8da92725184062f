"""Labelled texts: the labelled pages without their HTML, in the ways crawls leave them, and made-up farm pages.

All are read up to the model: laid out as lines, with the roles that the passes before the body know.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from copydesk.intake.content import page_from
from copydesk.reading import judge, linemeasures, roles, text, textbody
from copydesk.reading.board import Board
from copydesk.reading.sheet import Sheet
from copydesk.types import MediaType, Role
from training import labels
from training.pages import Labelled, fold_of
from training.renderings import RENDERINGS, Piece

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))  # the farms' generators are fixtures first
from farms.editions import EDITIONS
from farms.farm_page import FarmPage

Chances = Mapping[str, tuple[NDArray[np.int64], NDArray[np.float32]]]
"""By text the lines that can be its headline, and how likely each is."""

FARM_PAGES = 6
"""Made-up pages of each template in each of its languages."""


@dataclass(slots=True)
class Lined:
    """One text: where it is from, its board before the body is known, and each line's words, measures and label.

    Attributes:
        set: The data it was made from.
        id: The page in it.
        type: The kind of page.
        site: Whose page it is; ``fold`` goes by it.
        sound: Whether its labels are to be learned from.
        marked: The words that people marked as its text.
        rendering: The way in which it was made.
        run: The rule's body: first line and one past its last.
        said: The words of each line.
        measures: What needs no table: see :mod:`copydesk.reading.linemeasures`.
        sizes: How many words each line has.
        body: Whether it is body.
    """

    set: str
    id: str
    type: str
    site: str
    fold: int
    sound: bool
    marked: Counter[str]
    rendering: str
    board: Board
    run: tuple[int, int]
    said: list[list[str]]
    measures: linemeasures.Rows
    sizes: NDArray[np.int64]
    body: NDArray[np.bool_]

    @property
    def key(self) -> str:
        """Its page and its rendering."""
        return f"{self.id} {self.rendering}"

    def bag(self, lines: Iterable[int]) -> Counter[str]:
        """The words of some lines."""
        return Counter(word for line in lines for word in labels.words_of(self.board.sheet.words(line)))


Drawn = tuple[Labelled, str, str, list[tuple[int, int, bool]]]
"""A page, the name of a rendering, the text, and which of its code points are body."""


def drawn(pages: Sequence[Labelled], count: int) -> Iterator[Drawn]:
    """Each page as its bare lines, and in ``count`` other renderings drawn for it; pages without words give none."""
    first, *others = RENDERINGS
    for page in pages:
        sheet = page.sheet
        pieces = [
            Piece(sheet.words(block), bool(page.body[block]), sheet.kind[block], sheet.level[block])
            for block in range(len(sheet))
        ]
        draw = Random(crc32(page.id.encode()))  # noqa: S311 - to repeat it, not to hide it
        for name in (first, *draw.sample(others, count)):
            rendered = RENDERINGS[name](pieces, draw)
            if rendered.text.strip():
                yield page, name, rendered.text, [(a, b, bool(page.body[block])) for a, b, block in rendered.spans]


def made(pages: Sequence[Labelled], count: int, titles: Chances | None = None) -> Iterator[Lined]:
    """The drawn texts, read up to the model; ``titles``: what models say of headlines that do not know their sites."""
    for page, name, content, spans in drawn(pages, count):
        with headlines(titles, f"{page.id} {name}"):
            yield Lined(
                page.set, page.id, page.type, page.site, page.fold, page.sound, page.marked, name,
                *_lines(content, spans, page.id),
            )  # fmt: skip


@contextmanager
def headlines(titles: Chances | None, key: str) -> Iterator[None]:
    """Within, the headline of this text is found with these chances in place of the finished model's."""
    known = judge.title_chances
    if titles is not None and key in titles:
        lines, chance = titles[key]

        def unseen(_: Board, __: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
            return lines.astype(np.intp), chance.astype(np.float64)

        judge.title_chances = unseen
    try:
        yield
    finally:
        judge.title_chances = known


@contextmanager
def bodies(chances: Mapping[str, NDArray[np.float32]], key: str) -> Iterator[None]:
    """Within, the body of this text is found with these chances in place of the finished model's."""
    known = judge.line_chances

    def unseen(board: Board, run: tuple[int, int]) -> NDArray[np.float64]:
        chance = chances.get(key)
        same = chance is not None and len(chance) == len(board.role)  # no more if the lines were laid out otherwise
        return chance.astype(np.float64) if same else known(board, run)

    judge.line_chances = unseen
    try:
        yield
    finally:
        judge.line_chances = known


def farm_pages(editions: Sequence[str] = ("open",)) -> Iterator[tuple[str, str, FarmPage]]:
    """Made-up pages of content farms: the template's name, the page's site, the page."""
    for template in (template for name in editions for template in EDITIONS[name]):
        for language in template.languages:
            for seed in range(FARM_PAGES):
                yield template.name, f"{template.name} {language} {seed}", template.page(seed, language)


def farms(titles: Chances | None = None) -> Iterator[Lined]:
    """The farm pages that the line model learns from, of the templates open from the start."""
    for template, key, page in farm_pages():
        site = key.rpartition(" ")[0]
        spans = [(start, end, role in {Role.BODY, Role.DEK}) for start, end, role in page.blocks]
        with headlines(titles, f"{key} farm"):
            yield Lined(
                "farms", key, template, site, fold_of(template), True,
                Counter(labels.words_of(page.fields.article_text)), "farm", *_lines(page.text, spans, site),
            )  # fmt: skip


def chances(path: Path) -> Chances:
    """What ``training.titles --chances`` kept."""
    with np.load(path) as kept:
        keys = {name.removesuffix(" lines") for name in kept.files if name.endswith(" lines")}
        return {key: (kept[f"{key} lines"], kept[f"{key} chances"]) for key in keys}


def _lines(
    content: str, spans: Iterable[tuple[int, int, bool]], name: str
) -> tuple[Board, tuple[int, int], list[list[str]], linemeasures.Rows, NDArray[np.int64], NDArray[np.bool_]]:
    """A text laid out as lines, each with the label of most of its code points."""
    board = roles.begin(laid_out(content, name))
    sheet, body = board.sheet, body_of(board.sheet, spans)
    sizes = np.array([len(labels.words_of(sheet.words(line))) for line in range(len(sheet))], dtype=np.int64)
    run = textbody.run(board)
    said = [[*map(sys.intern, line)] for line in linemeasures.said_in(board)]
    board.measured = None  # of which a copy would be kept for every text
    about = linemeasures.telling(said)
    return board, run, said, linemeasures.plain(board, about) | linemeasures.headed(board, run, about), sizes, body


def laid_out(content: str, name: str) -> Sheet:
    """A text as a sheet, whatever it looks like."""
    return text.lines(replace(page_from(content, name=name), media_type=MediaType.TEXT))


def body_of(sheet: Sheet, spans: Iterable[tuple[int, int, bool]]) -> NDArray[np.bool_]:
    """Which lines are body: those of whose known code points at least half are."""
    length = len(sheet.text) + 1
    known, inside = (np.zeros(length, dtype=np.int64) for _ in range(2))
    for start, end, is_body in spans:
        known[start:end] = 1
        inside[start:end] = is_body
    known_to, inside_to = (np.concatenate(([0], np.cumsum(row))) for row in (known, inside))
    starts, ends = np.array(sheet.start, dtype=np.intp), np.array(sheet.end, dtype=np.intp)
    shares = 2 * (inside_to[ends] - inside_to[starts]), np.maximum(known_to[ends] - known_to[starts], 1)
    body: NDArray[np.bool_] = shares[0] >= shares[1]
    return body
