"""From the labelled texts to the weights of the headline model: ``python -m training.titles``.

    --folds-only     print the cross-validated scores and write nothing
    --chances FILE   keep what the folds' models said of the lines of sites they had not seen (for training.lines)
    --limit N        a part of each set, for a quick try

Writes src/copydesk/weights/{titles.npz,titles.md}; seeds are fixed. The texts are those of the line model
(:mod:`training.texts`) and made-up farm pages of three editions. The line to be found is the one that says the page's
title: of several the last above the body's first line; the others teach nothing. Folds are by site, farms by template.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import catboost
import numpy as np
from numpy.typing import NDArray

from copydesk.reading import linemeasures, linewords, roles, texttitle, titlemeasures
from copydesk.types import Role
from training import labels, lines, pages, texts, trees
from training.pages import FOLDS

WEIGHTS = Path(__file__).resolve().parents[1] / "src/copydesk/weights"

TREES, RATE, DEPTH, SEED = 400, 0.1, 5, 7
MOST_LINES = 120
"""Of a longer text a random part is learned from, and the headline."""

EDITIONS = ("open", "kept", "publishers")
FARM_WEIGHT = 0.7


@dataclass(slots=True)
class Titled:
    """One text with what is known of its lines before the headline is.

    Attributes:
        set, type, site, fold, key, rendering: Whose text it is.
        sound: Whether its labels teach what words stand in bodies.
        said, sizes, body: The words of its lines, how many, and which lines are body.
        measures: Those that no table is needed for.
        lines: The lines that can be a headline.
        right: Those that say the page's title; of these ``best`` is the headline, -1 where there is none.
        rule: What the plain rule takes.
        has_title: Whether the page's title is known.
    """

    set: str
    type: str
    site: str
    fold: int
    key: str
    rendering: str
    sound: bool
    said: list[list[str]]
    sizes: NDArray[np.int64]
    body: NDArray[np.bool_]
    measures: linemeasures.Rows
    lines: NDArray[np.intp]
    right: list[int]
    best: int
    rule: int
    has_title: bool


def titled(found: Sequence[pages.Labelled]) -> Iterator[Titled]:
    """The texts of the labelled pages, and farm pages."""
    for page, name, content, spans in texts.drawn(found, lines.RENDERED):
        of_page = (page.set, page.type, page.site, page.fold, f"{page.id} {name}", name, page.sound)
        yield _titled(of_page, content, spans, page.title)
    for template, key, page in texts.farm_pages(EDITIONS):
        spans = [(start, end, role in {Role.BODY, Role.DEK}) for start, end, role in page.blocks]
        of_page = ("farms", template, key.rpartition(" ")[0], pages.fold_of(template), f"{key} farm", "farm", False)
        yield _titled(of_page, page.text, spans, page.fields.headline or "")


def _titled(of_page: tuple[str, str, str, int, str, str, bool], content: str, spans: list, title: str) -> Titled:
    board = roles.first(texts.laid_out(content, of_page[4]))
    sheet, rule = board.sheet, texttitle.rule(board)
    said = [[*map(sys.intern, line)] for line in linemeasures.said_in(board)]
    body = texts.body_of(sheet, spans)
    fold, _ = pages.official().SCORES["title"]
    wanted = fold(title)
    right = [line for line in range(len(sheet)) if wanted and fold(sheet.words(line)) == wanted]
    first = int(np.flatnonzero(body)[0]) if body.any() else len(sheet)
    above = [line for line in right if line <= first]
    sizes = np.array([len(labels.words_of(sheet.words(line))) for line in range(len(sheet))], dtype=np.int64)
    about = linemeasures.telling(said)
    measures = linemeasures.plain(board, about) | titlemeasures.own(board, rule, said, about)
    best = above[-1] if above else min(right, default=-1)
    can = titlemeasures.candidates(board)
    return Titled(*of_page, said, sizes, body, measures, can, right, best, rule, bool(wanted))


class Learner:
    """The texts in the form that training wants, their words scored by other folds than their own."""

    def __init__(self, found: Sequence[Titled]) -> None:
        self.found = found
        self.shares = [lines.shares(text) if text.sound else {} for text in found]
        bodies = [(text.sizes * text.body).sum() / max(text.sizes.sum(), 1) for text in found if text.sound]
        self.usual = float(np.mean(bodies))
        self.table = cache(self._table)
        self.columns: tuple[str, ...] = ()
        self.chances: dict[str, tuple[NDArray[np.intp], NDArray[np.float32]]] = {}

    def _table(self, folds: frozenset[int]) -> dict[str, float]:
        both = zip(self.found, self.shares, strict=True)
        sound = ((text.site, found) for text, found in both if text.fold in folds and text.sound)
        return lines.table(sound, self.usual)

    def matrix(self, text: Titled, folds: frozenset[int]) -> NDArray[np.float32]:
        """The measures of the lines that can be the headline, ``(lines, measures)``; words scored by those folds."""
        table = self.table(folds)
        rows = text.measures | linemeasures.scored(text.said, lambda said: linewords.scores(said, table))
        self.columns = tuple(rows)
        return linemeasures.matrix(rows, len(text.sizes))[:, text.lines].T

    def train(self, folds: frozenset[int]) -> catboost.CatBoostClassifier:
        """Learn from the texts of some folds whose headline is one of their lines."""
        rows, targets, weights = [], [], []
        draw = np.random.default_rng(SEED)
        for text in self.found:
            if text.fold not in folds or text.best not in text.lines:
                continue
            used = np.flatnonzero((text.lines == text.best) | ~np.isin(text.lines, text.right))
            if len(used) > MOST_LINES:
                some = draw.choice(used, MOST_LINES, replace=False)
                used = np.unique(np.append(some, np.flatnonzero(text.lines == text.best)))
            target = text.lines[used] == text.best
            rows.append(self.matrix(text, folds - {text.fold})[used])
            targets.append(target)
            weights.append(np.where(target, 0.5, 1 / len(used)) * (FARM_WEIGHT if text.set == "farms" else 1.0))
        options = {"iterations": TREES, "learning_rate": RATE, "depth": DEPTH, "rsm": 0.5, "random_seed": SEED}
        return trees.learned(rows, targets, weights, **options)

    def test(self, model: catboost.CatBoostClassifier, text: Titled) -> tuple[bool, bool, bool]:
        """Whether a text's headline is found by the model, by the rule, and is a line at all."""
        pick = -1
        if len(text.lines):
            others = frozenset(range(FOLDS)) - {text.fold}
            chance = model.predict_proba(self.matrix(text, others))[:, 1]
            self.chances[text.key] = text.lines, chance.astype(np.float32)
            pick = int(text.lines[chance.argmax()])
        return pick in text.right, text.rule in text.right, bool(text.right)


def main() -> int:
    """Cross-validate by site, then learn from everything."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folds-only", action="store_true")
    options.add_argument("--chances", type=Path)
    options.add_argument("--limit", type=int)
    given = options.parse_args()
    return learn(list(titled(pages.load(given.limit)[1])), given)


def learn(found: Sequence[Titled], given: argparse.Namespace) -> int:
    """Print the cross-validated scores and write the weights."""
    learner = Learner(found)
    groups: dict[str, list[tuple[bool, bool, bool]]] = defaultdict(list)
    everything = frozenset(range(FOLDS))
    for fold in range(FOLDS):
        model = learner.train(everything - {fold})
        for text in found:
            if text.fold == fold:
                marks = learner.test(model, text)
                kind = text.set if text.set != "wcxb" else f"wcxb {'article' if text.type == 'article' else 'other'}"
                if text.has_title:
                    groups[f"{text.rendering}, {kind}"].append(marks)
        print(f"fold {fold}", flush=True)
    rows = {
        name: (len(marks), *(float(np.mean(column)) for column in zip(*marks, strict=True)))
        for name, marks in sorted(groups.items())
    }
    for name, (count, share, rule, most) in rows.items():
        print(f"{name:32} {count:5} {share:.3f}   rule {rule:.3f}   a line {most:.3f}")
    if given.chances:
        kept = {f"{key} lines": each[0] for key, each in learner.chances.items()}
        np.savez_compressed(given.chances, **kept, **{f"{k} chances": each[1] for k, each in learner.chances.items()})
    if given.folds_only:
        return 0
    model = learner.train(everything)
    np.savez_compressed(WEIGHTS / "titles.npz", **trees.arrays(model, learner.columns))
    (WEIGHTS / "titles.md").write_text(card(rows, found, learner.columns, model), "utf8")
    return 0


def card(
    rows: Mapping[str, tuple[int, float, float, float]],
    found: Sequence[Titled],
    columns: Sequence[str],
    model: catboost.CatBoostClassifier,
) -> str:
    """What the model was made of and how well it does, as Markdown."""
    gains = sorted(zip(model.get_feature_importance(), columns, strict=True), reverse=True)[:20]
    return CARD.format(
        trees=model.tree_count_, depth=DEPTH, measures=len(columns), folds=FOLDS,
        **{name: sum(text.set == name for text in found) for name in ("wcxb", "fundus", "farms")},
        rows="\n".join(
            f"| {name} | {count} | {share:.3f} | {rule:.3f} | {most:.3f} |"
            for name, (count, share, rule, most) in rows.items()
        ),
        most=", ".join(name for _, name in gains),
    )  # fmt: skip


CARD = """# Headline model

Tells of every line of a text without markup how likely it is the page's headline. Written by
`python -m training.titles`.

- **Form**: {trees} oblivious decision trees of depth {depth} (CatBoost), evaluated with NumPy, on {measures} measures
  of a line (`copydesk.reading.titlemeasures`), among them the choice of a plain rule (`copydesk.reading.texttitle`).
- **Data**: texts made from the labelled pages of the body model in ten ways (`training/renderings.py`): {wcxb} of the
  development split of WCXB (CC-BY 4.0), {fundus} of Fundus's test pages (MIT); {farms} made-up pages of content farms
  (`tests/farms`, the three editions that were open). No text of any is in the weights.
- **Labels**: the line that says the page's title as people or a publisher's own parser gave it.
- **Scores**: the share of texts whose headline is found, cross-validated in {folds} folds by registered domain, farms
  by template; beside it the rule's share, and that of texts that have the title as a line of its own.

| rendering and pages | texts | model | rule | a line |
| --- | --- | --- | --- | --- |
{rows}

Most used measures: {most}.
"""


if __name__ == "__main__":
    sys.exit(main())
