"""The card of the body model: what it was made of and how well it does, in words and figures."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from training.pages import FOLDS, Labelled

if TYPE_CHECKING:
    from catboost import CatBoostClassifier


def means(scores: Sequence[Mapping[str, Any]]) -> dict[str, tuple[int, float]]:
    """Pages and mean F1 of each set and page type."""
    groups: dict[str, list[float]] = defaultdict(list)
    for entry in scores:
        groups[entry["set"]].append(entry["f1"])
        if entry["set"] == "wcxb":
            groups[f"wcxb {entry['type']}"].append(entry["f1"])
    return {name: (len(values), float(np.mean(values))) for name, values in sorted(groups.items())}


def line(scores: Sequence[Mapping[str, Any]]) -> str:
    """All means on one line."""
    return "  ".join(f"{name.removeprefix('wcxb ')} {mean:.4f}" for name, (_, mean) in means(scores).items())


def text(
    scores: Sequence[Mapping[str, Any]],
    pages: Sequence[Labelled],
    columns: Sequence[str],
    model: "CatBoostClassifier",
    table: Mapping[str, float],
) -> str:
    """The card, as Markdown."""
    rows = "\n".join(f"| {name} | {count} | {mean:.3f} |" for name, (count, mean) in means(scores).items())
    gains = sorted(zip(model.get_feature_importance(), columns, strict=True), reverse=True)[:20]
    counts = {name: sum(page.set == name for page in pages) for name in ("wcxb", "fundus")}
    return TEMPLATE.format(
        trees=model.tree_count_,
        depth=model.get_all_params()["depth"],
        measures=len(columns),
        words=len(table),
        wcxb=counts["wcxb"],
        fundus=counts["fundus"],
        unsound=sum(not page.sound for page in pages if len(page.sizes)),
        bare=sum(not len(page.sizes) for page in pages),
        folds=FOLDS,
        rows=rows,
        most=", ".join(name for _, name in gains),
    )


TEMPLATE = """# Body model

Tells of every block of an HTML page how likely it is part of the page's main content. Written by
`python -m training.body`.

- **Form**: {trees} oblivious decision trees of depth {depth} (CatBoost), evaluated with NumPy, on {measures} measures
  of a block (`copydesk.reading.measures`), among them a score for the words in class and id names ({words} words,
  `vocabulary.tsv`).
- **Data**: the development split of WCXB (Murrough Foley, CC-BY 4.0), {wcxb} pages; test pages of Fundus (MIT),
  {fundus} pages. No text of either is in the weights. {unsound} pages whose marked text cannot be found among their
  blocks and {bare} that have no visible block at all were left out of training, not of testing.
- **Labels**: a block is body when at least half of its words align with the marked text, in order.
- **Scores**: word F1 of the chosen blocks, cross-validated in {folds} folds by registered domain.

| pages | count | word F1 |
| --- | --- | --- |
{rows}

Most used measures: {most}.
"""
