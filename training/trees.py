"""A trained CatBoost model -> plain arrays that :mod:`copydesk.reading.trees` evaluates."""

import json
import tempfile
from collections.abc import Sequence
from pathlib import Path

import catboost
import numpy as np
from numpy.typing import NDArray


def learned(
    rows: Sequence[NDArray], targets: Sequence[NDArray], weights: Sequence[NDArray], **options: float
) -> catboost.CatBoostClassifier:
    """A model of lines, from the measures, labels and weights of those of each text.

    ``options`` are CatBoost's; those given here serve all models of lines alike. The same data give the same model.
    """
    model = catboost.CatBoostClassifier(
        **options, border_count=63, l2_leaf_reg=5, bootstrap_type="Bernoulli", subsample=0.7, thread_count=2, verbose=0,
        allow_writing_files=False,
    )  # fmt: skip
    model.fit(np.concatenate(rows), np.concatenate(targets).astype(int), sample_weight=np.concatenate(weights))
    return model


def arrays(model: catboost.CatBoostClassifier, columns: Sequence[str]) -> dict[str, NDArray]:
    """The names of the measures in use; for each tree and level a measure and its border; leaves; bias.

    ``leaves`` has the shape (trees, leaves, outputs). Trees that stopped growing early are filled up with questions
    that no measure passes.
    """
    with tempfile.NamedTemporaryFile(suffix=".json") as file:
        model.save_model(file.name, format="json")
        stored = json.loads(Path(file.name).read_text("utf8"))
    depth = model.get_all_params()["depth"]
    scale, bias = stored["scale_and_bias"]
    bias = np.atleast_1d(np.array(bias, dtype=np.float32))
    features, borders, leaves = [], [], []
    for tree in stored["oblivious_trees"]:
        splits = tree["splits"] or []
        missing = depth - len(splits)
        features.append([split["float_feature_index"] for split in splits] + [0] * missing)
        borders.append([split["border"] for split in splits] + [np.inf] * missing)
        values = np.array(tree["leaf_values"]).reshape(-1, len(bias)) * scale
        leaves.append(np.vstack([values, np.zeros(((1 << depth) - len(values), len(bias)))]))
    used = sorted({feature for tree in features for feature in tree})
    place = {feature: number for number, feature in enumerate(used)}
    return {
        "columns": np.array([columns[feature] for feature in used]),
        "features": np.array([[place[f] for f in tree] for tree in features], dtype=np.int32),
        "borders": np.array(borders, dtype=np.float32),
        "leaves": np.array(leaves, dtype=np.float32),
        "bias": bias,
    }
