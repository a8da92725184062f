"""From the labelled texts to the weights of the line model: ``python -m training.lines``.

    --folds-only     print the cross-validated scores and write nothing
    --chances FILE   keep what the folds' models said of the lines of sites they had not seen (.npz, an array a text)
    --titles FILE    the chances of ``training.titles``, so that headlines are found as on sites that are not known
    --limit N        a part of each set, for a quick try

Writes src/copydesk/weights/{lines.npz,words.tsv,lines.md}; the seeds are fixed, so that the same data and the same
reading code give the same weights. The texts are made from labelled pages (:mod:`training.renderings`), each page as
its bare lines and in two more ways; folds are by site, and hold all texts of a page.
"""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from math import log
from pathlib import Path
from typing import Any

import catboost
import numpy as np
from numpy.typing import NDArray

from copydesk.reading import linemeasures, linewords
from copydesk.reading.judge import choose
from training import labels, pages, texts, trees
from training.pages import FOLDS
from training.texts import Lined

WEIGHTS = Path(__file__).resolve().parents[1] / "src/copydesk/weights"
RENDERED = 2
"""Texts of a page beside its bare lines."""

TREES, RATE, DEPTH, SEED = 400, 0.1, 6, 7
MOST_LINES = 250
"""Of a longer text a random part is learned from."""

SITES = 12
"""A word must be in use on so many sites."""

DOUBT = 6.0
"""Imagined sites with the usual share, which rare words are drawn towards."""


class Learner:
    """The texts in the form that training wants, their words scored by other folds than their own."""

    def __init__(self, lined: Sequence[Lined]) -> None:
        self.lined = lined
        self.shares = [shares(text) for text in lined]
        bodies = [(text.sizes * text.body).sum() / max(text.sizes.sum(), 1) for text in lined if text.sound]
        self.usual = float(np.mean(bodies))
        self.table = cache(self._table)
        self.columns: tuple[str, ...] = ()
        self.chances: dict[str, NDArray[np.float32]] = {}

    def _table(self, folds: frozenset[int]) -> dict[str, float]:
        return table(
            (
                (text.site, found)
                for text, found in zip(self.lined, self.shares, strict=True)
                if text.fold in folds and text.sound
            ),
            self.usual,
        )

    def matrix(self, text: Lined, folds: frozenset[int]) -> NDArray[np.float32]:
        """The measures of a text, its words scored by what those folds say."""
        known = self.table(folds)
        rows = text.measures | linemeasures.scored(text.said, lambda said: linewords.scores(said, known))
        self.columns = tuple(rows)
        return linemeasures.matrix(rows, len(text.sizes))

    def train(self, folds: frozenset[int]) -> catboost.CatBoostClassifier:
        """Learn from the sound pages of some folds."""
        rows, targets, weights = [], [], []
        draw = np.random.default_rng(SEED)
        for text in self.lined:
            if text.fold not in folds or not text.sound or not len(text.sizes):
                continue
            used = np.flatnonzero(text.sizes > 0)
            if len(used) > MOST_LINES:
                used = np.sort(draw.choice(used, MOST_LINES, replace=False))
            rows.append(self.matrix(text, folds - {text.fold})[:, used].T)
            targets.append(text.body[used])
            weight = np.sqrt(text.sizes[used])
            weights.append(weight / np.sqrt(weight.sum()))
        options = {"iterations": TREES, "learning_rate": RATE, "depth": DEPTH, "rsm": 0.4, "random_seed": SEED}
        return trees.learned(rows, targets, weights, **options)

    def test(self, model: catboost.CatBoostClassifier, text: Lined) -> dict[str, Any]:
        """What the model makes of a text it has not seen."""
        chance = np.zeros(0)
        if len(text.sizes):
            others = frozenset(range(FOLDS)) - {text.fold}
            chance = model.predict_proba(self.matrix(text, others).T)[:, 1]
        self.chances[text.key] = chance.astype(np.float32)
        chosen = choose(chance, text.sizes.astype(float))
        bag, rule = text.bag(np.flatnonzero(chosen).tolist()), text.bag(range(*text.run))
        return {
            "set": text.set, "type": text.type, "rendering": text.rendering, "id": text.id,
            "f1": labels.word_f1(bag, text.marked), "rule": labels.word_f1(rule, text.marked),
        }  # fmt: skip


def shares(text: Lined) -> dict[str, float]:
    """For each word of a text, the share of body lines among the lines that hold it."""
    sums: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    for said, body in zip(text.said, text.body, strict=True):
        for token in set(said):
            sums[token][0] += bool(body)
            sums[token][1] += 1
    return {token: part / whole for token, (part, whole) in sums.items()}


def table(found: Iterable[tuple[str, Mapping[str, float]]], usual: float) -> dict[str, float]:
    """The score of each word: its share averaged over sites, drawn to the usual, as a difference of log-odds."""
    sites: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for site, each in found:
        for token, share in each.items():
            sites[token][site].append(share)
    scores: dict[str, float] = {}
    for token, by_site in sites.items():
        if len(by_site) >= SITES:
            mean = (sum(float(np.mean(v)) for v in by_site.values()) + DOUBT * usual) / (len(by_site) + DOUBT)
            score = log(mean / (1 - mean)) - log(usual / (1 - usual))
            scores[token] = round(score, 2)
    return scores


def main() -> int:
    """Cross-validate by site, then learn from everything."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folds-only", action="store_true")
    options.add_argument("--chances", type=Path)
    options.add_argument("--titles", type=Path, required=True)
    options.add_argument("--limit", type=int)
    given = options.parse_args()
    begun = time.time()
    titles = texts.chances(given.titles)
    lined = [*texts.made(pages.load(given.limit)[1], RENDERED, titles), *texts.farms(titles)]
    print(f"{len(lined)} texts, {sum(len(t.sizes) for t in lined)} lines in {time.time() - begun:.0f} s", flush=True)
    return learn(lined, given)


def learn(lined: Sequence[Lined], given: argparse.Namespace) -> int:
    """Print the cross-validated scores and write the weights."""
    learner = Learner(lined)
    results: list[dict[str, Any]] = []
    everything = frozenset(range(FOLDS))
    for fold in range(FOLDS):
        model = learner.train(everything - {fold})
        results += [learner.test(model, text) for text in lined if text.fold == fold]
        print(f"fold {fold}", flush=True)
    rows = means(results)
    for name, (count, model_f1, rule_f1) in rows.items():
        print(f"{name:32} {count:5} {model_f1:.4f}   rule {rule_f1:.4f}")
    if given.chances:
        np.savez_compressed(given.chances, **learner.chances)
    if given.folds_only:
        return 0
    model = learner.train(everything)
    np.savez_compressed(WEIGHTS / "lines.npz", **trees.arrays(model, learner.columns))
    known = learner.table(everything)
    (WEIGHTS / "words.tsv").write_text("".join(f"{t}\t{s:g}\n" for t, s in sorted(known.items())), "utf8")
    (WEIGHTS / "lines.md").write_text(card(rows, lined, learner.columns, model, known), "utf8")
    return 0


def means(results: Sequence[Mapping[str, Any]]) -> dict[str, tuple[int, float, float]]:
    """Texts, and mean word F1 of the model and of the rule, by rendering, set and kind of page."""
    groups: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in results:
        kinds = ["all", row["type"]] if row["set"] == "wcxb" and row["rendering"] == "lines" else ["all"]
        kinds += ["article"] if row["set"] == "wcxb" and row["type"] == "article" and len(kinds) == 1 else []
        for kind in kinds:
            groups[f"{row['rendering']}, {row['set']} {kind}"].append((row["f1"], row["rule"]))
    return {
        name: (len(pairs), *(float(np.mean(column)) for column in zip(*pairs, strict=True)))
        for name, pairs in sorted(groups.items())
    }


def card(
    rows: Mapping[str, tuple[int, float, float]],
    lined: Sequence[Lined],
    columns: Sequence[str],
    model: catboost.CatBoostClassifier,
    known: Mapping[str, float],
) -> str:
    """What the model was made of and how well it does, as Markdown."""
    gains = sorted(zip(model.get_feature_importance(), columns, strict=True), reverse=True)[:20]
    counts = {name: sum(text.set == name for text in lined) for name in ("wcxb", "fundus", "farms")}
    return CARD.format(
        trees=model.tree_count_, depth=DEPTH, measures=len(columns), words=len(known), folds=FOLDS, **counts,
        rows="\n".join(f"| {name} | {count} | {f1:.3f} | {rule:.3f} |" for name, (count, f1, rule) in rows.items()),
        most=", ".join(name for _, name in gains),
    )  # fmt: skip


CARD = """# Line model

Tells of every line of a text without markup how likely it is part of the page's main content. Written by
`python -m training.lines`.

- **Form**: {trees} oblivious decision trees of depth {depth} (CatBoost), evaluated with NumPy, on {measures} measures
  of a line (`copydesk.reading.linemeasures`), among them scores of its words ({words} words, `words.tsv`).
- **Data**: texts made from the labelled pages of the body model in ten ways (`training/renderings.py`): {wcxb} of the
  development split of WCXB (CC-BY 4.0), {fundus} of Fundus's test pages (MIT); {farms} made-up pages of content farms
  (`tests/farms/open_templates.py`). No text of any is in the weights but single words in use on many sites.
- **Labels**: those of the blocks a line was made of, by most of its characters.
- **Scores**: word F1 of the chosen lines, cross-validated in {folds} folds by registered domain, farms by template;
  beside it the rule that was there before (`copydesk.reading.textbody.run`), one run of prose.

| rendering and pages | texts | model | rule |
| --- | --- | --- | --- |
{rows}

Most used measures: {most}.
"""


if __name__ == "__main__":
    sys.exit(main())
