"""How many fingerprints any two texts share is what counting them one by one gives."""

from itertools import combinations
from unittest.mock import patch

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.copies import postings as module
from copydesk.copies.fingerprints import Prints
from copydesk.copies.keys import TEXTS, entries, packed, prints_of, prose_in, quoted_in, short, texts_in
from copydesk.copies.pile import batches
from copydesk.copies.postings import pairs, postings

# Fingerprints are known by their lower bits alone; a text may have one several times, in prose and out of it.
HELD = st.lists(st.lists(st.tuples(st.integers(1, 12), st.booleans()), max_size=15), max_size=14)


def keys(held):
    """The keys of texts given as lists of fingerprints, each in prose or not; even ones are quoted."""
    rows = [(value, number, prose) for number, own in enumerate(held) for value, prose in own]
    values, numbers, prose = (list(column) for column in zip(*rows, strict=True)) if rows else ([], [], [])
    count = len(rows)
    spread = np.array(values, np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    places, quoted = np.zeros(count, np.int64), np.array(values, np.int64) % 2 == 0
    return packed(Prints(spread, np.array(numbers, np.int64), places, np.array(prose, np.bool_), quoted), 0)


def shared_lists(held):
    """Fingerprint -> the texts that have it, for those that two have or more."""
    lists = {}
    for number, own in enumerate(held):
        for value, _ in own:
            lists.setdefault(value, set()).add(number)
    return {value: texts for value, texts in lists.items() if len(texts) > 1}


@given(HELD)
def test_keys_hold_what_was_packed(held):
    """A key gives back its fingerprint, its text and how it stands there; of two equal ones prose comes first."""
    rows = [(value, number, prose) for number, own in enumerate(held) for value, prose in own]
    made = keys(held)
    hashes = np.array([value for value, _, _ in rows], np.uint64) * np.uint64(0x9E3779B97F4A7C15)
    assert prints_of(made).tolist() == short(hashes).tolist()
    assert texts_in(made).tolist() == [number for _, number, _ in rows]
    assert prose_in(made).tolist() == [prose for _, _, prose in rows]
    assert quoted_in(made).tolist() == [prose and value % 2 == 0 for value, _, prose in rows]
    order = np.sort(made)
    same = entries(order)[1:] == entries(order)[:-1]
    assert (prose_in(order)[:-1][same] | ~prose_in(order)[1:][same]).all()


@given(HELD, st.integers(1, 6))
def test_each_list_names_the_texts_that_have_its_fingerprint(held, part):
    """There is a list for each fingerprint that two texts have, with all of them once, and prose if any has it so."""
    with patch.object(module, "PART", part):
        found = postings(keys(held), len(held))
    expected = shared_lists(held)
    parts = np.split(found.by_rank[found.ranks], found.starts[1:-1]) if len(found.prints) else []
    assert sorted(sorted(part.tolist()) for part in parts) == sorted(map(sorted, expected.values()))
    assert (np.diff(found.prints.astype(np.int64)) > 0).all()
    assert all((np.diff(part) > 0).all() for part in np.split(found.ranks, found.starts[1:-1]))
    prose = {value for own in held for value, prose in own if prose}
    assert sum(found.prose) == len(prose & expected.keys())
    most = {
        value
        for value, texts in expected.items()
        if value % 2 == 0 and 2 * sum((value, True) in held[text] for text in texts) > len(texts)
    }
    assert sum(found.quoted) == len(most)
    own = [{value for value, _ in text} for text in held]
    assert found.sizes.tolist() == [len(own[text]) for text in found.by_rank]
    assert found.prose_sizes.tolist() == [len(own[text] & prose) for text in found.by_rank]


@given(HELD)
def test_lists_of_the_same_texts_are_one_set(held):
    """Each list names the texts of its set, no two sets are the same, and a set knows how many lists name it."""
    found = postings(keys(held), len(held))
    sets = [tuple(part.tolist()) for part in np.split(found.sets.ranks, found.sets.starts[1:-1])]
    lists = [tuple(part.tolist()) for part in np.split(found.ranks, found.starts[1:-1])]
    assert len(set(sets)) == len(sets)
    assert [sets[number] for number in found.sets.number.tolist()] == (lists if len(found.prints) else [])
    assert found.sets.lists.tolist() == [lists.count(each) for each in sets if each]


@given(HELD, st.randoms(use_true_random=False))
def test_ranks_come_from_contents(held, random):
    """However texts are numbered, those of each rank have the same fingerprints and the lists are the same."""
    order = random.sample(range(len(held)), len(held))
    found, other = postings(keys(held), len(held)), postings(keys([held[number] for number in order]), len(held))
    assert [sorted({value for value, _ in held[number]}) for number in found.by_rank] == [
        sorted({value for value, _ in held[order[number]]}) for number in other.by_rank
    ]
    assert found.prints.tolist() == other.prints.tolist()
    assert found.starts.tolist() == other.starts.tolist()
    assert found.prose.tolist() == other.prose.tolist()


@given(HELD, st.data(), st.integers(1, 3), st.integers(1, 4), st.tuples(st.integers(1, 5), st.integers(2, 6)))
def test_pairs_are_those_of_brute_force(held, data, masks, least, limits):
    """Under up to three masks, in stretches of any size, with long lists cut to their hubs, pairs are all counted."""
    stretch, full = limits
    found = postings(keys(held), len(held))
    count = len(found.prints)
    chosen = [
        np.array(data.draw(st.lists(st.booleans(), min_size=count, max_size=count)), np.bool_) for _ in range(masks)
    ]
    hubs = max(full // 2, 1)
    with (
        patch.object(module, "STRETCH", stretch),
        patch.object(module, "FULL", full),
        patch.object(module, "HUBS", hubs),
    ):
        made = pairs(found, *chosen, least=least)
    expected = {}
    for number, part in enumerate(np.split(found.ranks, found.starts[1:-1]) if count else []):
        if not chosen[0][number]:
            continue
        for one, other in combinations(part.tolist(), 2):
            if len(part) > full and one not in part[:hubs]:
                continue
            row = expected.setdefault((one, other), [0] * masks)
            for which, mask in enumerate(chosen):
                row[which] += bool(mask[number])
    expected = {pair: row for pair, row in expected.items() if row[0] >= least}
    assert (made.a < made.b).all()
    assert (
        dict(zip(zip(made.a.tolist(), made.b.tolist(), strict=True), made.shared.T.tolist(), strict=True)) == expected
    )
    assert len(made.a) == len(expected)


def test_some_pairs_can_be_left_out():
    """Pairs under a mask keep their counts."""
    found = postings(keys([[(1, True), (2, True)], [(1, True), (2, True)], [(1, True)]]), 3)
    every = pairs(found, np.ones(2, np.bool_))
    most = every.where(every.shared[0] > 1)
    assert most.shared.tolist() == [[2]]
    assert sorted(found.by_rank[[most.a[0], most.b[0]]].tolist()) == [0, 1]


@settings(max_examples=20)
@given(st.integers(3, 200))
def test_a_story_copied_often_makes_no_square_of_pairs(copies):
    """Each of many copies is paired with the same few hubs, and those with all."""
    found = postings(keys([[(1, True)]] * copies), copies)
    made = pairs(found, np.ones(1, np.bool_))
    if copies <= module.FULL:
        assert len(made.a) == copies * (copies - 1) // 2
    else:
        assert set(made.a.tolist()) == set(range(module.HUBS))
        assert set(made.a.tolist()) | set(made.b.tolist()) == set(range(copies))


def test_too_many_texts_are_refused():
    """A pile that would number texts beyond its bits says so and how many it can hold."""
    with pytest.raises(ValueError, match=str(TEXTS)):
        next(batches(["a"], TEXTS))
