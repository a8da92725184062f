"""What training learns from: the labels, the folds, the names' table. Runs without the shared data."""

import numpy as np
from training import labels, names


def test_blocks_are_aligned_in_order():
    """A headline repeated in a list below the body is body once: where the order of the words has it."""
    blocks = ["Home Sport", "The eel is back", "It was seen on Monday by two men", "Sport", "The eel is back"]
    sizes, shares = labels.shares(blocks, "The eel is back It was seen on Monday by two men")
    assert sizes.tolist() == [2, 4, 8, 1, 4]
    assert (shares >= 0.5).tolist() == [False, True, True, False, False]


def test_nothing_marked_is_nothing_found():
    """A page without a truth has no body, and an empty block no share."""
    assert labels.shares(["a b", ""], "")[1].tolist() == [0.0, 0.0]


def test_a_name_counts_once_a_site():
    """Ten pages of one site say no more of a word than one; words of few sites are left out."""
    few = [("a.example", {"story": 1.0})] * 10
    assert names.table(few, 0.5) == {}
    many = [(f"{n}.example", {"story": 1.0, "menu": 0.0}) for n in range(names.SITES)]
    table = names.table(many + few, 0.5)
    assert table["story"] > 1
    assert table["menu"] < -1
    assert np.isclose(table["story"], names.table(many, 0.5)["story"], atol=0.2)
