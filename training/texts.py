"""Labelled texts: the labelled pages without their HTML, in the ways crawls leave them, and made-up farm pages.

All are read up to the model: laid out as lines, with the roles that the passes before the body know.
"""

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from copydesk.intake.content import page_from
from copydesk.reading import linemeasures, roles, text, textbody
from copydesk.reading.board import Board
from copydesk.types import MediaType, Role
from training import labels
from training.pages import Labelled, fold_of
from training.renderings import RENDERINGS, Piece

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))  # the farms' generators are fixtures first
from farms.open_templates import OPEN_TEMPLATES

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


def made(pages: Sequence[Labelled], count: int) -> Iterator[Lined]:
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
                spans = [(start, end, bool(page.body[block])) for start, end, block in rendered.spans]
                yield Lined(
                    page.set, page.id, page.type, page.site, page.fold, page.sound, page.marked, name,
                    *_lines(rendered.text, spans, page.id),
                )  # fmt: skip


def farms() -> Iterator[Lined]:
    """Made-up pages of content farms, of the templates that are open to whoever works on the rules."""
    for template in OPEN_TEMPLATES:
        for language in template.languages:
            site = f"{template.name} {language}"
            for seed in range(FARM_PAGES):
                page = template.page(seed, language)
                spans = [(start, end, role in {Role.BODY, Role.DEK}) for start, end, role in page.blocks]
                yield Lined(
                    "farms", f"{site} {seed}", template.name, site, fold_of(template.name), True,
                    Counter(labels.words_of(page.fields.article_text)), "farm", *_lines(page.text, spans, site),
                )  # fmt: skip


def _lines(
    content: str, spans: Iterable[tuple[int, int, bool]], name: str
) -> tuple[Board, tuple[int, int], list[list[str]], linemeasures.Rows, NDArray[np.int64], NDArray[np.bool_]]:
    """A text laid out as lines, each with the label of most of its code points."""
    page = replace(page_from(content, name=name), media_type=MediaType.TEXT)
    board = roles.begin(text.lines(page))
    sheet = board.sheet
    known, inside = (np.zeros(len(page.text) + 1, dtype=np.int64) for _ in range(2))
    for start, end, is_body in spans:
        known[start:end] = 1
        inside[start:end] = is_body
    known_to, inside_to = (np.concatenate(([0], np.cumsum(row))) for row in (known, inside))
    starts, ends = np.array(sheet.start, dtype=np.intp), np.array(sheet.end, dtype=np.intp)
    body = 2 * (inside_to[ends] - inside_to[starts]) >= np.maximum(known_to[ends] - known_to[starts], 1)
    sizes = np.array([len(labels.words_of(sheet.words(line))) for line in range(len(sheet))], dtype=np.int64)
    run = textbody.run(board)
    said = [[*map(sys.intern, line)] for line in linemeasures.said_in(board)]
    return board, run, said, linemeasures.fixed(board, run, said), sizes, body
