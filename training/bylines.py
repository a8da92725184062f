"""From the labelled texts to the weights of the byline model: ``python -m training.bylines``.

    --titles FILE    the chances of ``training.titles``, so that headlines are found as on sites that are not known
    --lines FILE     likewise those of ``training.lines`` for bodies
    --folds-only     print the cross-validated scores and write nothing
    --chances FILE   keep what the folds' models said of the lines of sites they had not seen (.npz)
    --limit N        a part of each set, for a quick try

Writes src/copydesk/weights/{bylines.npz,bylines.md}; the seed is fixed. The texts are those of the headline model, and
made-up farm pages of four editions, read up to the byline. To be found are the lines that hold a name of the page's
authors, near one another; other lines with such a name teach nothing. Folds are by site, farms by template. The table
of words is the finished one: a word is in it only if twelve sites use it, so no author's name is.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import catboost
import numpy as np
from numpy.typing import NDArray

from copydesk.reading import bylinemeasures, linewords, roles
from copydesk.reading.board import Board
from copydesk.reading.textbyline import BAR
from copydesk.types import Role
from training import lines, pages, texts, trees
from training.pages import FOLDS

WEIGHTS = Path(__file__).resolve().parents[1] / "src/copydesk/weights"

TREES, RATE, DEPTH, SEED = 300, 0.1, 5, 7

EDITIONS = ("open", "kept", "publishers", "wild")
FARM_WEIGHT, OTHER_WEIGHT, REST_WEIGHT = 0.5, 0.5, 0.3
"""What a farm page weighs, a text that is not its page's bare lines, and a line that is no byline."""

SHARE = 0.25
"""The share of a line's words that are its page's authors, where neither cue nor date says that it is a byline."""

PART = 4
"""Lines between the parts of one byline."""


@dataclass(slots=True)
class Signed:
    """The lines of one text that can be its byline.

    Attributes:
        set, type, fold, key, rendering: Whose text it is.
        named: Whether the page's authors are known.
        lines: The lines.
        names, matrix: Their measures, ``(lines, measures)``.
        right: 1 for a line of the byline, 0 for another, -1 for one that is neither learned from nor counted.
    """

    set: str
    type: str
    fold: int
    key: str
    rendering: str
    named: bool
    lines: NDArray[np.intp]
    names: tuple[str, ...]
    matrix: NDArray[np.float32]
    right: NDArray[np.int8]


def signed(
    found: Sequence[pages.Labelled], titles: texts.Chances, bodies: Mapping[str, NDArray[np.float32]]
) -> Iterator[Signed]:
    """The texts of the labelled pages, and farm pages."""
    fold_names, _ = pages.official().SCORES["authors"]
    fold_words, _ = pages.official().SCORES["title"]
    for page, name, content, _ in texts.drawn(found, lines.RENDERED):
        key = f"{page.id} {name}"
        board = _read(content, page.id, key, titles, bodies)
        said = {line: f" {fold_words(board.line(line))} " for line in _short(board)}
        authors = fold_names(page.authors)
        holding = {line: share for line, text in said.items() if (share := _share(text, authors))}
        yield _signed((page.set, page.type, page.fold, key, name), board, authors, _byline(board, holding), {*holding})
    for template, key, page in texts.farm_pages(EDITIONS):
        board = _read(page.text, key.rpartition(" ")[0], f"{key} farm", titles, bodies)
        authors = {name for name in (page.fields.byline, page.fields.brand) if name}
        holding = {line for line in _short(board) if any(name in board.line(line) for name in authors)}
        slots = [(start, end) for start, end, role in page.blocks if role in {Role.BYLINE, Role.BRAND_SLOT}]
        starts, ends = board.sheet.start, board.sheet.end
        right = {line for line in holding if any(a < ends[line] and starts[line] < b for a, b in slots)}
        of_page = ("farms", template, pages.fold_of(template), f"{key} farm", "farm")
        yield _signed(of_page, board, authors, right, holding)


def _read(content: str, name: str, key: str, titles: texts.Chances, bodies: Mapping[str, NDArray[np.float32]]) -> Board:
    with texts.headlines(titles, key), texts.bodies(bodies, key):
        return roles.filled(texts.laid_out(content, name))


def _signed(
    of_page: tuple[str, str, int, str, str], board: Board, authors: set[str], right: set[int], holding: set[int]
) -> Signed:
    can = bylinemeasures.candidates(board)
    names, matrix = bylinemeasures.of(board, can, linewords.score_of())
    marks = [1 if line in right else -1 if line in holding else 0 for line in can.tolist()]
    return Signed(*of_page, bool(authors), can, names, matrix.T, np.array(marks, dtype=np.int8))


def _short(board: Board) -> list[int]:
    size = board.features.words
    return np.flatnonzero((size >= 1) & (size <= bylinemeasures.MOST_WORDS)).tolist()


def _share(text: str, authors: set[str]) -> float:
    """The share of a line's words that are names of the page's authors."""
    named = sum(len(name.split()) for name in authors if f" {name} " in text)
    return named / max(len(text.split()), 1)


def _byline(board: Board, holding: Mapping[int, float]) -> set[int]:
    """Of the lines that hold an author's name those of the byline: near the headline, or at the text's two ends."""
    told = {line for line in holding if "byline_prefix" in board.cues(line)}
    dated = {line for line in holding if board.role[line] is Role.DATE}
    good = [line for line, share in holding.items() if share >= SHARE or line in told | dated]

    def within(line: int, place: int, reach: tuple[int, int]) -> bool:
        return reach[0] <= line - place < reach[1]

    def far(line: int) -> tuple[bool, int]:
        below = line - board.headline
        return line not in told, below - 1 if below > 0 else -2 * below

    near = [line for line in good if board.headline < 0 or within(line, board.headline, bylinemeasures.AROUND_HEADLINE)]
    ends = ((board.body[0], bylinemeasures.AROUND_BODY), (board.body[1], bylinemeasures.AROUND_END))
    first = min(near, key=far, default=-1)
    if first < 0 and board.body[1]:
        first = next((line for line in good if any(within(line, *end) for end in ends)), -1)
    return {line for line in good if first >= 0 and abs(line - first) <= PART}


def train(found: Sequence[Signed]) -> catboost.CatBoostClassifier:
    """Learn from these texts."""
    rows, targets, weights = [], [], []
    for text in found:
        used = text.right >= 0
        target = text.right[used] > 0
        plain = text.rendering in {"farm", "lines"}
        page = (FARM_WEIGHT if text.set == "farms" else 1.0) * (1.0 if plain else OTHER_WEIGHT)
        rows.append(text.matrix[used])
        targets.append(target)
        weights.append(page * np.where(target, 1 / np.sqrt(max(target.sum(), 1)), REST_WEIGHT))
    options = {"iterations": TREES, "learning_rate": RATE, "depth": DEPTH, "rsm": 0.5, "random_seed": SEED}
    return trees.learned(rows, targets, weights, **options)


def main() -> int:
    """Cross-validate by site, then learn from everything."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--titles", type=Path, required=True)
    options.add_argument("--lines", type=Path, required=True)
    options.add_argument("--folds-only", action="store_true")
    options.add_argument("--chances", type=Path)
    options.add_argument("--limit", type=int)
    given = options.parse_args()
    bodies = dict(np.load(given.lines))
    return learn(list(signed(pages.load(given.limit)[1], texts.chances(given.titles), bodies)), given)


def learn(found: Sequence[Signed], given: argparse.Namespace) -> int:
    """Print the cross-validated scores and write the weights."""
    found = [text for text in found if len(text.lines)]
    groups: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    kept: dict[str, NDArray] = {}
    for fold in range(FOLDS):
        model = train([text for text in found if text.fold != fold])
        for text in (text for text in found if text.fold == fold):
            chance = model.predict_proba(text.matrix)[:, 1]
            kept |= {f"{text.key} lines": text.lines, f"{text.key} chances": chance.astype(np.float32)}
            counted = np.where(text.right < 0, -1.0, chance)
            top = int(counted.argmax())
            kind = text.set if text.set != "wcxb" else f"wcxb {'article' if text.type == 'article' else 'other'}"
            has = bool((text.right > 0).any())
            if has or not text.named:
                taken = bool(counted[top] >= BAR)
                right = taken and bool(text.right[top] > 0) if has else not taken
                groups[f"{text.rendering}, {kind}"].append((has, right))
        print(f"fold {fold}", flush=True)
    rows = {name: _rates(marks) for name, marks in sorted(groups.items())}
    for name, row in rows.items():
        print(f"{name:32} {row}")
    if given.chances:
        np.savez_compressed(given.chances, **kept)
    if given.folds_only:
        return 0
    model = train(found)
    np.savez_compressed(WEIGHTS / "bylines.npz", **trees.arrays(model, found[0].names))
    (WEIGHTS / "bylines.md").write_text(card(rows, found, model), "utf8")
    return 0


def _rates(marks: Sequence[tuple[bool, bool]]) -> tuple[int, str, int, str]:
    """How many texts have a byline, the share of those found; how many have none, the share that none is found in."""
    sides = [[right for has, right in marks if has is side] for side in (True, False)]
    shares = [f"{float(np.mean(side)):.3f}" if side else "–" for side in sides]
    return len(sides[0]), shares[0], len(sides[1]), shares[1]


def card(rows: Mapping[str, tuple], found: Sequence[Signed], model: catboost.CatBoostClassifier) -> str:
    """What the model was made of and how well it does, as Markdown."""
    gains = sorted(zip(model.get_feature_importance(), found[0].names, strict=True), reverse=True)[:20]
    return CARD.format(
        trees=model.tree_count_, depth=DEPTH, measures=len(found[0].names), folds=FOLDS,
        **{name: sum(text.set == name for text in found) for name in ("wcxb", "fundus", "farms")},
        rows="\n".join(f"| {name} | {' | '.join(map(str, row))} |" for name, row in rows.items()),
        most=", ".join(name for _, name in gains),
    )  # fmt: skip


CARD = """# Byline model

Tells of every line near the headline and the two ends of a text without markup how likely it says who wrote it. Written
by `python -m training.bylines`.

- **Form**: {trees} oblivious decision trees of depth {depth} (CatBoost), evaluated with NumPy, on {measures} measures
  of a line (`copydesk.reading.bylinemeasures`).
- **Data**: texts made from the labelled pages of the body model in ten ways (`training/renderings.py`): {wcxb} of the
  development split of WCXB (CC-BY 4.0), {fundus} of Fundus's test pages (MIT); {farms} made-up pages of content farms
  (`tests/farms`, the four editions that were open). No text of any is in the weights.
- **Labels**: the lines that hold a name of the page's authors, as people or a publisher's own parser gave them, near
  one another and to the headline or the body's ends.
- **Scores**, cross-validated in {folds} folds by registered domain, farms by template, with headlines and bodies by
  models that did not know the site either: of texts with such a line the share in which the likeliest line is one and
  is taken; of texts whose page has no author the share in which none is taken.

| rendering and pages | with a byline | found | without | none found |
| --- | --- | --- | --- | --- |
{rows}

Most used measures: {most}.
"""


if __name__ == "__main__":
    sys.exit(main())
