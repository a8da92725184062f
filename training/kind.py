"""From the labelled pages to the weights of the page-kind model: ``python -m training.kind --chances FILE``.

FILE holds what the body model's folds said of pages they had not seen (``python -m training.body --chances``): with the
finished model's own chances on its training pages, this one would learn to trust a certainty that new pages lack.
Writes src/copydesk/weights/{kind.npz,kind.md}.
"""

import argparse
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import catboost
import numpy as np
from numpy.typing import NDArray

from copydesk.intake.content import page_from
from copydesk.reading import html, judge, kind, pagemeasures, roles
from copydesk.reading.board import Board
from training import pages, trees
from training.body import SEED, WEIGHTS

LABELS = {"listing": "section_front", "collection": "section_front"}
"""WCXB's types that copydesk knows by another name; a category of goods or of posts is a front of links to us."""


def main() -> int:
    """Cross-validate by site, then learn from everything."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--chances", type=Path, required=True)
    options.add_argument("--trees", type=int, default=250)
    given = options.parse_args()
    names, vectors, labels, folds, votes = _read(dict(np.load(given.chances)))
    found = np.empty(len(labels), dtype=object)
    for fold in range(pages.FOLDS):
        model = _train(vectors[folds != fold], labels[folds != fold], given.trees)
        found[folds == fold] = [kind.LEARNED[int(n)].value for n in model.predict(vectors[folds == fold]).ravel()]
    truth = np.array([kind.LEARNED[n].value for n in labels])
    table = _table(truth, found, votes)
    print(table)
    model = _train(vectors, labels, given.trees)
    np.savez_compressed(WEIGHTS / "kind.npz", **trees.arrays(model, names))
    (WEIGHTS / "kind.md").write_text(CARD.format(table=table, trees=given.trees, measures=len(names)), "utf8")
    return 0


def _read(chances: Mapping[str, NDArray]) -> tuple[tuple[str, ...], NDArray, NDArray, NDArray, NDArray]:
    """Every page's measures with the chances of unseen folds in place of the finished model's."""
    vectors, labels, folds, votes, names = [], [], [], [], ()
    current: list[str] = []
    finished = judge.chances

    def unseen(board: Board) -> NDArray:
        return finished(board) * 0 + chances[current[0]]  # called for what it notes on the board

    judge.chances = unseen
    for _, page in pages.labelled_pages(None):
        board_of = html.walk(page_from(page["html"], name=page["id"], url=page["url"] or None))
        if not len(board_of):
            continue
        current[:] = [page["id"]]
        board = roles.assign(board_of)
        weights, _ = kind.tally(board)
        names, vector = pagemeasures.of(board, weights)
        vectors.append(vector[:, 0])
        known = [k.value for k in kind.LEARNED]
        labels.append(known.index(LABELS.get(page["type"], page["type"])))
        folds.append(pages.fold_of(pages.site_of(page)))
        votes.append(max(weights, key=weights.get).value)
    judge.chances = finished
    return names, np.array(vectors), np.array(labels), np.array(folds), np.array(votes)


def _train(vectors: NDArray, labels: NDArray, count: int) -> catboost.CatBoostClassifier:
    model = catboost.CatBoostClassifier(
        iterations=count, depth=4, learning_rate=0.08, loss_function="MultiClass", rsm=0.4, l2_leaf_reg=8,
        random_seed=SEED, thread_count=2, verbose=0, allow_writing_files=False, border_count=63,
    )  # fmt: skip
    model.fit(vectors, labels)
    return model


def _table(truth: NDArray, found: NDArray, votes: NDArray) -> str:
    lines = ["| kind | pages | recall | precision | recall of the rules alone |", "| --- | --- | --- | --- | --- |"]
    for name, count in Counter(truth.tolist()).most_common():
        recall = (found[truth == name] == name).mean()
        precision = (truth[found == name] == name).mean() if (found == name).any() else 0.0
        before = (votes[truth == name] == name).mean()
        lines.append(f"| {name} | {count} | {recall:.3f} | {precision:.3f} | {before:.3f} |")
    lines.append(f"| all | {len(truth)} | {(found == truth).mean():.3f} | | {(votes == truth).mean():.3f} |")
    return "\n".join(lines)


CARD = """# Page-kind model

Tells what kind of page an HTML page is, among the kinds that need a look at the whole; live blogs, galleries, videos
and walls are known by rules. Written by `python -m training.kind`.

- **Form**: {trees} oblivious decision trees of depth 4 for six kinds at once (CatBoost), on {measures} measures
  of the page (`copydesk.reading.pagemeasures`), among them the votes of the rules in `copydesk.reading.kind`.
- **Data**: as the body model (see body.md); the labels are WCXB's page types, listings and collections taken together.
- **Scores**: cross-validated in 5 folds by registered domain.

{table}
"""


if __name__ == "__main__":
    sys.exit(main())
