"""From the labelled pages to the weights of the body model: ``python -m training.body``.

    --folds-only     print the cross-validated scores and write nothing
    --chances FILE   keep what the folds' models said of the pages they had not seen (.npz, an array a page)
    --limit N        a part of each set, for a quick try
    --trees N

``make train`` sets up what it needs and runs it. Writes src/copydesk/weights/{body.npz,vocabulary.tsv,body.md}; the
seeds are fixed, so that the same data and the same reading code give the same weights.
"""

import argparse
import sys
import time
from collections import Counter
from functools import cache, partial
from pathlib import Path

import catboost
import numpy as np
from numpy.typing import NDArray

from copydesk.reading import boxmeasures, vocabulary
from copydesk.reading.judge import choose
from training import card, labels, names, pages, trees
from training.pages import FOLDS, Labelled

WEIGHTS = Path(__file__).resolve().parents[1] / "src/copydesk/weights"
DEPTH = 6
SEED = 7
MOST_BLOCKS = 500
"""Of a longer page a random part is learned from: it is one opinion on how pages look, as every page is."""


def main() -> int:
    """Cross-validate by site, then learn from everything."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folds-only", action="store_true")
    options.add_argument("--no-folds", action="store_true")
    options.add_argument("--limit", type=int)
    options.add_argument("--chances", type=Path)
    options.add_argument("--trees", type=int, default=400)
    options.add_argument("--rate", type=float, default=0.1)
    given = options.parse_args()
    begun = time.time()
    columns, labelled = pages.load(given.limit)
    print(f"{len(labelled)} pages, {sum(len(p.sizes) for p in labelled)} blocks, {len(columns)} measures "
          f"in {time.time() - begun:.0f} s", flush=True)  # fmt: skip
    learner = Learner(columns, labelled, given.trees, given.rate)
    scores: list[dict[str, float]] = []
    for fold in range(0 if given.no_folds else FOLDS):
        model = learner.train({f for f in range(FOLDS) if f != fold})
        tested = [page for page in labelled if page.fold == fold]
        scores += [learner.test(model, page, fold) for page in tested]
        print(f"fold {fold}: {card.line(scores[-len(tested) :])}   {time.time() - begun:.0f} s", flush=True)
    print(f"all    : {card.line(scores)}")
    if given.chances:
        np.savez_compressed(given.chances, **learner.chances)
    if given.folds_only:
        return 0
    model = learner.train(set(range(FOLDS)))
    np.savez_compressed(WEIGHTS / "body.npz", **trees.arrays(model, columns))
    table = learner.table(frozenset(range(FOLDS)))
    (WEIGHTS / "vocabulary.tsv").write_text("".join(f"{t}\t{s:g}\n" for t, s in sorted(table.items())), "utf8")
    (WEIGHTS / "body.md").write_text(card.text(scores, labelled, columns, model, table), "utf8")
    return 0


class Learner:
    """The data in the form that training wants, with the names' scores taken from other folds than the block's own."""

    def __init__(self, columns: list[str], labelled: list[Labelled], count: int, rate: float) -> None:
        self.columns, self.labelled, self.trees, self.rate = columns, labelled, count, rate
        self.shares = [names.shares(page) for page in labelled]
        body = [(page.sizes * page.body).sum() / max(page.sizes.sum(), 1) for page in labelled if page.sound]
        self.usual = float(np.mean(body))
        self.named = [columns.index(name) for name in boxmeasures.NAMED]
        self.table = cache(self._table)
        self.chances: dict[str, NDArray[np.float32]] = {}

    def _table(self, folds: frozenset[int]) -> dict[str, float]:
        chosen = zip(self.labelled, self.shares, strict=True)
        return names.table(((p.site, s) for p, s in chosen if p.fold in folds and p.sound), self.usual)

    def matrix(self, page: Labelled, folds: frozenset[int]) -> NDArray[np.float32]:
        """The page's measures, its names scored by what those folds say."""
        matrix = page.measures.copy()
        score_of = cache(partial(vocabulary.score, table=self.table(folds)))
        matrix[self.named] = boxmeasures.named(page.sheet, score_of)
        return matrix

    def train(self, folds: set[int]) -> catboost.CatBoostClassifier:
        """Learn from the sound pages of some folds."""
        rows, targets, weights = [], [], []
        draw = np.random.default_rng(SEED)
        for page in self.labelled:
            if page.fold not in folds or not page.sound:
                continue
            used = np.flatnonzero(page.sizes > 0)
            if len(used) > MOST_BLOCKS:
                used = np.sort(draw.choice(used, MOST_BLOCKS, replace=False))
            # Scored by the other folds: by its own, a name would know the answer.
            rows.append(self.matrix(page, frozenset(folds - {page.fold}))[:, used].T)
            targets.append(page.body[used])
            weight = np.sqrt(page.sizes[used])
            weights.append(weight / np.sqrt(weight.sum()))
        model = catboost.CatBoostClassifier(
            iterations=self.trees, learning_rate=self.rate, depth=DEPTH, rsm=0.4, border_count=63, l2_leaf_reg=5,
            bootstrap_type="Bernoulli", subsample=0.7, random_seed=SEED, thread_count=2, verbose=0,
            allow_writing_files=False,
        )  # fmt: skip
        model.fit(np.concatenate(rows), np.concatenate(targets).astype(int), sample_weight=np.concatenate(weights))
        return model

    def test(self, model: catboost.CatBoostClassifier, page: Labelled, fold: int) -> dict[str, float]:
        """What the model makes of a page it has not seen."""
        chance = np.zeros(0)
        if len(page.sizes):
            matrix = self.matrix(page, frozenset(f for f in range(FOLDS) if f != fold))
            chance = model.predict_proba(matrix.T)[:, 1]
        self.chances[page.id] = chance.astype(np.float32)
        chosen = choose(chance, page.sizes.astype(float))
        bag = sum((page.bags[block] for block in np.flatnonzero(chosen)), Counter())
        return {"set": page.set, "type": page.type, "id": page.id, "f1": labels.word_f1(bag, page.marked)}


if __name__ == "__main__":
    sys.exit(main())
