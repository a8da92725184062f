"""The board: a sheet being marked up. Each pass gives roles to the blocks it is sure of; the first mark stands."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np

from copydesk.reading import words
from copydesk.types import Block, MediaType, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    from copydesk.reading.features import Features
    from copydesk.reading.linemeasures import Rows
    from copydesk.reading.sheet import Sheet


@dataclass(slots=True)
class Board:
    """A sheet, its features, and the marks so far.

    Attributes:
        sheet: The page laid out.
        features: Its numbers.
        role: The role of each block, None where no pass has decided.
        score: How sure that pass was, 0 to 1.
        rule: Which rule it was.
        label_of: For each block of a labelled region, the block that is its label; -1 elsewhere.
        hints: For each block, the hints of all boxes around it, less those that hold most of the page's prose.
        headline: The block that is the page's headline, -1 if none shows.
        teasers: How many short texts stand under linked headlines.
        clear: Whether the model, where there is one, sees a plain article.
        chance: What the model says of each block of an HTML page: how likely it is body.
        kept: The blocks that the model chose and no earlier pass knew better.
        recurs: For each block the odds that it is furniture of the pile, and in how many stories it stands; None of a
            page read by itself.
        about: Measures of an HTML page as a whole, by name.
        measured: Of a text each line's words, those that tell, and the measures that more than one model sees.
        credited: Of a text the lines that say who wrote it, and how sure the model is of each.
        body: First block of the body and one past its last; (0, 0) if there is none.
    """

    sheet: "Sheet"
    features: "Features"
    role: list[Role | None]
    score: list[float]
    rule: list[str]
    label_of: list[int]
    hints: "NDArray[np.int64]"
    headline: int = -1
    body: tuple[int, int] = (0, 0)
    teasers: int = 0
    clear: bool = True
    chance: "NDArray[np.float64] | None" = None
    kept: list[int] = field(default_factory=list)
    recurs: "tuple[NDArray[np.float32], NDArray[np.int32]] | None" = None
    about: dict[str, float] = field(default_factory=dict)
    measured: "tuple[list[list[str]], list[set[str]], Rows] | None" = None
    credited: dict[int, float] = field(default_factory=dict)
    _cues: dict[int, dict[str, tuple[int, int]]] = field(default_factory=dict)
    _by_role: dict[Role | None, list[int]] | None = None
    _lines: dict[int, str] = field(default_factory=dict)

    @classmethod
    def of(cls, sheet: "Sheet", features: "Features") -> "Board":
        """An empty board over a sheet."""
        n = len(sheet)
        return cls(sheet, features, [None] * n, [0.0] * n, [""] * n, [-1] * n, np.zeros(n, dtype=np.int64))

    def mark(self, block: int, role: Role, score: float, rule: str) -> bool:
        """Give a block its role, unless it has one; whether it was given."""
        if self.role[block] is not None:
            return False
        self.change(block, role, score, rule)
        return True

    def change(self, block: int, role: Role, score: float, rule: str) -> None:
        """Give a block another role: only for a pass that knows more than the one before."""
        self._by_role = None
        self.role[block], self.score[block], self.rule[block] = role, score, rule

    def take_back(self, block: int) -> None:
        """Take back a block's role: only for a pass that knows that the one before was wrong."""
        self._by_role = None
        self.role[block], self.score[block], self.rule[block], self.label_of[block] = None, 0.0, "", -1

    def line(self, block: int) -> str:
        """The words of a block on one line: a line break inside it is the page's layout, not part of a value."""
        found = self._lines.get(block)
        if found is None:
            found = self._lines[block] = " ".join(self.sheet.words(block).split())
        return found

    def cues(self, block: int) -> dict[str, tuple[int, int]]:
        """The cues of a block (see :func:`copydesk.reading.words.cues`), looked up once for all passes."""
        found = self._cues.get(block)
        if found is None:
            found = self._cues[block] = words.cues(self.sheet.words(block))
        return found

    def open_blocks(self, blocks: "Iterable[int]") -> "Iterator[int]":
        """Those blocks that no pass has decided on."""
        return (block for block in blocks if self.role[block] is None)

    def having(self, *roles: Role) -> list[int]:
        """The blocks with one of these roles, in page order."""
        index = self._by_role
        if index is None:
            index = self._by_role = {}
            for block, role in enumerate(self.role):
                index.setdefault(role, []).append(block)
        if len(roles) == 1:
            return list(index.get(roles[0], ()))
        return sorted(block for role in dict.fromkeys(roles) for block in index.get(role, ()))

    def span(self, block: int, rule: str = "") -> Span:
        """A whole block as evidence; by the rule that gave its role unless another is named."""
        return Span(self.sheet.start[block], self.sheet.end[block], rule or self.rule[block])

    def blocks(self) -> tuple[Block, ...]:
        """The finished blocks; where no pass decided, the role is ``other``."""
        sheet, boxes = self.sheet, self.sheet.boxes
        paths = boxes.paths(set(sheet.owner)) if sheet.page.media_type is MediaType.HTML else {}
        return tuple(
            Block(start, end, kind, role or Role.OTHER, score, rule, paths.get(owner))
            for start, end, kind, owner, role, score, rule in zip(
                sheet.start, sheet.end, sheet.kind, sheet.owner, self.role, self.score, self.rule, strict=True
            )
        )
