"""The learned part of reading: the measures, the trees, the choice of blocks, the tables they come from."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk import weights
from copydesk.intake.content import page_from
from copydesk.reading import html, judge, kind, measures, pagemeasures, roles, trees, vocabulary

STORY = " ".join(["The harbour wall moved by four centimetres in the night, and the berths were closed."] * 4)
PAGE = f"""<html><head><title>Wall moves</title></head><body><nav><a href=/>Home</a><a href=/s>Sport</a></nav>
<article class="postBody entry-content"><h1>Wall moves</h1><p>{STORY}</p><p>{STORY}</p><ul><li>One</li></ul></article>
<footer class="site-footer">All rights reserved</footer></body></html>"""


def board(page=PAGE):
    """A page with the passes run that come before the model."""
    return roles.begin(html.walk(page_from(page, name="page")))


def by_hand(name, vector):
    """What one case comes to, one tree and one question at a time."""
    model = weights.arrays(name)
    total = model["bias"].astype(float)
    for features, borders, leaves in zip(model["features"], model["borders"], model["leaves"], strict=True):
        leaf = sum(1 << level for level, (f, b) in enumerate(zip(features, borders, strict=True)) if vector[f] > b)
        total = total + leaves[leaf]
    return total


@pytest.mark.parametrize("name", ["body", "kind", "lines", "titles", "bylines"])
def test_trees_are_added_up_as_by_hand(name):
    """Evaluating all trees at once gives what going down each of them gives."""
    columns = tuple(str(column) for column in weights.arrays(name)["columns"])
    cases = np.random.default_rng(5).normal(0.5, 2.0, (len(columns), 7)).astype(np.float32)
    found = trees.load(name, columns).totals(cases)
    for case in range(7):
        assert found[case] == pytest.approx(by_hand(name, cases[:, case]), abs=1e-3)


def test_a_strip_of_cases_is_judged_as_each_by_itself():
    """How many cases a model is given at once changes nothing: more than one strip, the last of them not full."""
    columns = tuple(str(column) for column in weights.arrays("lines")["columns"])
    forest = trees.load("lines", columns)
    count = 2 * trees.STRIP + 3
    cases = np.random.default_rng(3).normal(0.5, 2.0, (len(columns), count)).astype(np.float32)
    singly = [forest.totals(cases[:, case : case + 1]) for case in range(count)]
    assert forest.totals(cases) == pytest.approx(np.concatenate(singly))


def test_measures_may_come_in_any_order():
    """The model takes its measures by name, not by place."""
    names, matrix = measures.of(board())
    order = np.random.default_rng(1).permutation(len(names))
    shuffled = trees.load("body", tuple(names[place] for place in order)).totals(matrix[order])
    assert shuffled == pytest.approx(trees.load("body", tuple(names)).totals(matrix))


def test_every_measure_is_a_number_for_every_block():
    """One row a name, one column a block, no gaps; the names are distinct and the models know them all."""
    marked = board()
    names, matrix = measures.of(marked)
    assert matrix.shape == (len(names), len(marked.sheet))
    assert np.isfinite(matrix).all()
    assert len(set(names)) == len(names)
    assert set(weights.arrays("body")["columns"].tolist()) <= set(names)
    of_page, vector = pagemeasures.of(marked, {})
    assert vector.shape == (len(of_page), 1)
    assert set(weights.arrays("kind")["columns"].tolist()) <= set(of_page)


def test_the_story_is_likelier_than_the_menu():
    """Paragraphs are more likely body than links above and legal words below them."""
    marked = board()
    chance = judge.chances(marked)
    words = marked.features.words
    assert chance[words > 20].min() > 0.8
    assert chance[[0, len(words) - 1]].max() < 0.2


def test_chances_of_kinds_add_up_to_one():
    """The kinds that the model knows share one page between them."""
    marked = board()
    judge.chances(marked)
    chances = judge.kinds(marked, {})
    assert chances.shape == (len(kind.LEARNED),)
    assert chances.sum() == pytest.approx(1.0)


def expected_f1(chance, words, chosen):
    """The expected word F1 of a choice, as its docstring counts it."""
    trust = chance**judge.SHARPNESS
    return 2 * (trust * words)[chosen].sum() / (words[chosen].sum() + (trust * words).sum())


@given(st.lists(st.tuples(st.floats(0.01, 1.0), st.integers(1, 60)), min_size=1, max_size=9))
def test_no_other_bar_gives_a_better_page(blocks):
    """The blocks chosen are those above the bar with the largest expected F1."""
    chance, words = np.array([c for c, _ in blocks]), np.array([float(w) for _, w in blocks])
    best = max(expected_f1(chance, words, chance >= bar) for bar in chance)
    assert expected_f1(chance, words, judge.choose(chance, words)) == pytest.approx(best)


def test_nothing_is_chosen_of_nothing():
    """Blocks without words are never chosen, and a page without any gives none."""
    assert not judge.choose(np.array([0.9, 0.8]), np.array([0.0, 0.0])).any()
    assert judge.choose(np.array([0.9, 0.8]), np.array([0.0, 5.0])).tolist() == [False, True]


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("postBody", ["post", "body", "post-body"]),
        ("entry-content  col2", ["entry", "content", "entry-content", "col"]),
        ("x 12", []),
    ],
)
def test_words_of_names(name, found):
    """A name's words are parted at humps, signs and digits; neighbours make pairs; single letters are none."""
    assert vocabulary.tokens(name) == found


def test_names_speak_for_and_against_the_body():
    """The learned table knows a body's name from a menu's; the quick way through it gives what the plain way does."""
    table = weights.scores("vocabulary")
    assert vocabulary.score_of("entry-content") > 1
    assert vocabulary.score_of("site-footer") < -1
    assert vocabulary.score_of("zzzyx") == 0
    for name in ("entry-content sidebar", "nav-menu x", "post-body"):
        assert vocabulary.score_of(name) == vocabulary.score(name, table)


def test_weights_have_cards_and_cannot_be_changed():
    """Each model says beside it what it was made of; what is loaded is the same for everybody."""
    from importlib.resources import files

    cards = {name: files("copydesk.weights").joinpath(f"{name}.md").read_text("utf8") for name in ("body", "kind")}
    assert all("CC-BY 4.0" in card or "body.md" in card for card in cards.values())
    assert weights.arrays("body") is weights.arrays("body")
    with pytest.raises(TypeError):
        weights.arrays("body")["bias"] = 0
