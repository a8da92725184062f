"""Stars are those of a plain greedy loop: the worthiest text takes all it is linked to, and so on."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.copies.postings import Pairs
from copydesk.copies.stars import FEW, HELD, stars

# Texts as ranges of a few stories' fingerprints, so that cuts, copies and splices all come up.
TEXTS = st.lists(
    st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12), st.integers(1, 12)), max_size=2), min_size=1, max_size=12
)


def prints(parts):
    return {20 * story + at for story, begin, size in parts for at in range(begin, begin + size)}


def pairs_of(texts):
    """All pairs that share any."""
    rows = [(a, b, len(texts[a] & texts[b])) for a, b in combinations(range(len(texts)), 2) if texts[a] & texts[b]]
    a, b, shared = (
        (np.array(column, np.int64) for column in zip(*rows, strict=True)) if rows else np.zeros((3, 0), np.int64)
    )
    return Pairs(a, b, shared[None, :])


def linked(one, other):
    smaller = min(len(one), len(other))
    return smaller >= FEW and len(one & other) >= HELD * smaller


def greedy(texts):
    """Who leads each text, by a loop."""
    likeness = {
        (a, b): len(texts[a] & texts[b]) / len(texts[a] | texts[b])
        for a, b in combinations(range(len(texts)), 2)
        if linked(texts[a], texts[b])
    }
    worth = [sum(value for pair, value in likeness.items() if text in pair) for text in range(len(texts))]
    leaders = {}
    for text in sorted(range(len(texts)), key=lambda text: (-round(worth[text], 6), -len(texts[text]), text)):
        if text in leaders:
            continue
        leaders[text] = text
        for other in range(len(texts)):
            if other not in leaders and (min(text, other), max(text, other)) in likeness:
                leaders[other] = text
    return [leaders[text] for text in range(len(texts))]


def sizes(texts):
    return np.array([len(text) for text in texts], np.int64)


@given(TEXTS)
def test_stars_are_those_of_a_greedy_loop(parts):
    """Each text is led as a loop over the texts, the worthiest first, has it; sizes count who is led."""
    texts = [prints(each) for each in parts]
    found = stars(pairs_of(texts), sizes(texts))
    assert found.leaders.tolist() == greedy(texts)
    assert found.sizes.tolist() == [found.leaders.tolist().count(text) for text in range(len(texts))]


@given(TEXTS)
def test_stars_are_never_joined(parts):
    """Who leads is led by nobody else, and holds most of each text it leads or is mostly held by it."""
    texts = [prints(each) for each in parts]
    leaders = stars(pairs_of(texts), sizes(texts)).leaders.tolist()
    for text, leader in enumerate(leaders):
        assert leaders[leader] == leader
        assert leader == text or linked(texts[text], texts[leader])


@given(TEXTS, st.randoms(use_true_random=False))
def test_the_order_of_pairs_does_not_matter(parts, random):
    """The same pairs in another order make the same stars."""
    texts = [prints(each) for each in parts]
    found = pairs_of(texts)
    order = np.array(random.sample(range(len(found.a)), len(found.a)), np.int64)
    shuffled = Pairs(found.a[order], found.b[order], found.shared[:, order])
    assert stars(shuffled, sizes(texts)).leaders.tolist() == stars(found, sizes(texts)).leaders.tolist()


def test_the_best_text_leads():
    """Of a story, its cut and a page that wraps it in three times its length, the story leads."""
    story = set(range(40))
    texts = [story | set(range(100, 220)), set(range(20)), story, set(range(15, 40)), {300, 301, 302, 303}]
    assert stars(pairs_of(texts), sizes(texts)).leaders.tolist() == [2, 2, 2, 2, 4]


def test_a_splice_joins_no_two_stories():
    """Half of one story and half of another make a page that is in one star at most, and two stars remain."""
    one, other = set(range(40)), set(range(100, 140))
    splice = set(range(20)) | set(range(100, 120))
    copies = [one, one | {50}, other, other | {150}, splice]
    leaders = stars(pairs_of(copies), sizes(copies)).leaders.tolist()
    assert leaders[0] == leaders[1] != leaders[2] == leaders[3]


def test_no_texts_have_no_stars():
    """A pile without texts or without pairs is no special case."""
    assert len(stars(pairs_of([]), sizes([])).leaders) == 0
    assert stars(pairs_of([{1}, {2}]), sizes([{1}, {2}])).leaders.tolist() == [0, 1]
