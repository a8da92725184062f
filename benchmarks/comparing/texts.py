"""The development pages without their HTML, in the ways crawls leave them.

In: pages and the names of renderings. Out: a :class:`BenchText` a page and rendering. Whose block is body, which some
renderings ask, comes from aligning the page with its ground truth, as in training.
"""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seeds import seeded

from comparing.pages import BenchPage
from copydesk.intake.content import page_from
from copydesk.reading import html

sys.path.append(str(Path(__file__).resolve().parents[2]))
from training import labels
from training.pages import BODY
from training.renderings import RENDERINGS, Piece

SETS = ("wcxb", "fundus")
"""Those whose pages have a body in the ground truth."""


@dataclass(frozen=True, slots=True)
class BenchText:
    """One text, the body that should be read from it, and the page's other ground truth."""

    set: str
    type: str
    page: str
    rendering: str
    text: str
    body: str
    truth: Mapping[str, Any] = field(default_factory=dict)


def rendered(pages: Iterable[BenchPage], names: Sequence[str]) -> Iterator[BenchText]:
    """Each page in each of these renderings; chance depends on the page and the rendering alone."""
    for page in pages:
        pieces = pieces_of(page)
        for name in names:
            text = RENDERINGS[name](pieces, seeded(f"{page.id} {name}")).text
            yield BenchText(page.set, page.type, page.id, name, text, page.body, page.truth)


def pieces_of(page: BenchPage) -> list[Piece]:
    """The page's blocks in order, labelled."""
    sheet = html.walk(page_from(page.html, name=page.id, url=page.url or None))
    texts = [sheet.words(block) for block in range(len(sheet))]
    _, shares = labels.shares(texts, page.body)
    return [
        Piece(text, bool(share >= BODY), kind, level)
        for text, share, kind, level in zip(texts, shares, sheet.kind, sheet.level, strict=True)
    ]
