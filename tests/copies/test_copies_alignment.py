"""The passages of two texts are those of a plain search for runs of words, on any edits."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.copies.alignment import GAP, Aligner
from copydesk.copies.fingerprints import WIDTH
from copydesk.copies.tokens import mixed

# An edit: what is done, where (in hundredths of the text), to how many words.
EDITS = st.lists(
    st.tuples(st.sampled_from(["cut", "insert", "replace", "move"]), st.integers(0, 99), st.integers(1, 45)), max_size=6
)


def hashed(words):
    return mixed(np.array(words, np.uint64))


def align(a, b):
    return Aligner(hashed(a)).align(Aligner(hashed(b)))


def edited(words, edits):
    """A text after some edits; new words are numbers that were not there."""
    words, fresh = list(words), 10_000
    for what, where, size in edits:
        at = where * len(words) // 100
        new = [*range(fresh, fresh + size)]
        fresh += size
        part = words[at : at + size]
        if what == "cut":
            del words[at : at + size]
        elif what == "insert":
            words[at:at] = new
        elif what == "replace":
            words[at : at + size] = new[: len(part)]
        else:
            del words[at : at + size]
            back = (where * 7 + 31) % 100 * len(words) // 100
            words[back:back] = part
    return words


def diagonals(a, b):
    """The longest runs of WIDTH words or more that both have, in the order of a: (begin in a, in b, words)."""
    place = {word: number for number, word in enumerate(b)}
    found, at = [], 0
    while at < len(a):
        begin, there = at, place.get(a[at])
        if there is None:
            at += 1
            continue
        while at < len(a) and there + at - begin < len(b) and a[at] == b[there + at - begin]:
            at += 1
        if at - begin >= WIDTH:
            found.append((begin, there, at - begin))
    return found


def reference(a, b):
    """The passages, as four bounds, and the words of both that are the same."""
    runs = diagonals(a, b)
    same_a = {begin + step for begin, _, words in runs for step in range(words)}
    same_b = {there + step for _, there, words in runs for step in range(words)}
    passages = []
    for number, (begin, there, words) in enumerate(runs):
        if number:
            before, there_before, words_before = runs[number - 1]
            gap, gap_there = begin - before - words_before, there - there_before - words_before
            if gap == gap_there and 0 < gap <= GAP:
                agree = [step for step in range(gap) if a[begin - gap + step] == b[there - gap + step]]
                same_a |= {begin - gap + step for step in agree}
                same_b |= {there - gap + step for step in agree}
            if gap <= GAP and abs(gap_there) <= GAP and there >= there_before:
                first = passages[-1]
                passages[-1] = (first[0], begin + words, first[2], max(first[3], there + words))
                continue
        passages.append((begin, begin + words, there, there + words))
    return passages, same_a, same_b


def bounds(found):
    columns = (found.starts_a, found.ends_a, found.starts_b, found.ends_b)
    return list(zip(*(column.tolist() for column in columns), strict=True))


@settings(deadline=None, max_examples=200)
@given(st.integers(0, 200), EDITS)
def test_passages_are_those_of_a_plain_search(count, edits):
    """Whatever is cut, put in, exchanged or moved, the same passages and the same words are found."""
    a = [*range(1, count + 1)]
    b = edited(a, edits)
    found = align(a, b)
    passages, same_a, same_b = reference(a, b)
    assert bounds(found) == passages
    assert set(np.flatnonzero(found.same_a).tolist()) == same_a
    assert set(np.flatnonzero(found.same_b).tolist()) == same_b
    assert found.longest == max((words for _, _, words in diagonals(a, b)), default=0)


FEW_WORDS = st.lists(st.integers(1, 4), max_size=60)


@settings(deadline=None, max_examples=200)
@given(FEW_WORDS, FEW_WORDS)
def test_passages_of_texts_that_repeat_themselves_lie_in_both(a, b):
    """Where words come again and again, passages still rise in the first text, lie in both and hold words of both."""
    found = align(a, b)
    rows = bounds(found)
    assert all(0 <= start < end <= len(a) and 0 <= there < back <= len(b) for start, end, there, back in rows)
    assert all(before[0] <= after[0] for before, after in pairwise(rows))
    assert len(found.same_a) == len(a)
    assert len(found.same_b) == len(b)
    for same, words, others, sides in ((found.same_a, a, b, (0, 1)), (found.same_b, b, a, (2, 3))):
        inside = {at for row in rows for at in range(row[sides[0]], row[sides[1]])}
        marked = set(np.flatnonzero(same).tolist())
        assert marked <= inside
        assert {words[at] for at in marked} <= set(others)


@settings(deadline=None)
@given(FEW_WORDS, FEW_WORDS)
def test_texts_share_a_passage_when_they_share_a_run(a, b):
    """There is a passage exactly if five words in a row stand in both, and all such are marked wherever they stand."""
    of_a, of_b = ([tuple(words[at : at + WIDTH]) for at in range(len(words) - WIDTH + 1)] for words in (a, b))
    found = align(a, b)
    assert bool(bounds(found)) == bool(set(of_a) & set(of_b))
    for same, mine, theirs in ((found.same_a, of_a, of_b), (found.same_b, of_b, of_a)):
        assert all(same[at : at + WIDTH].all() for at, run in enumerate(mine) if run in theirs)


@settings(deadline=None)
@given(st.integers(0, 150), EDITS)
def test_an_alignment_can_be_turned(count, edits):
    """Seen from the other text passages are the same ones, in its own order; turned twice, they are as they were."""
    a = [*range(1, count + 1)]
    found = align(a, edited(a, edits))
    turned = found.turned()
    assert sorted(bounds(turned)) == bounds(turned)
    assert sorted((row[2], row[3], row[0], row[1]) for row in bounds(turned)) == bounds(found)
    assert bounds(turned.turned()) == bounds(found)
    assert turned.same_a.tolist() == found.same_b.tolist()
    assert turned.longest == found.longest


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        pytest.param(range(100), range(20, 60), [(20, 60, 0, 40)], id="a part"),
        pytest.param(range(100), [*range(40), 999, *range(41, 100)], [(0, 100, 0, 100)], id="a changed word"),
        pytest.param(range(100), [*range(50), *range(900, 930), *range(50, 100)], [(0, 100, 0, 130)], id="a small gap"),
        pytest.param(
            range(100),
            [*range(50), *range(900, 931), *range(50, 100)],
            [(0, 50, 0, 50), (50, 100, 81, 131)],
            id="a large gap",
        ),
        pytest.param(range(100), [*range(50, 100), *range(50)], [(0, 50, 50, 100), (50, 100, 0, 50)], id="moved"),
        pytest.param(range(4), range(4), [], id="too short"),
        pytest.param(range(100), range(200, 300), [], id="nothing in common"),
        pytest.param([], range(9), [], id="empty"),
        pytest.param(range(9), [], [], id="other empty"),
    ],
)
def test_passages_of_one_edit(a, b, expected):
    """The passages of a cut, an exchanged word, an insertion and a move are what a reader would mark."""
    assert bounds(align([*a], [*b])) == expected


REPEATED = [*range(100, 120), *range(12), *range(200, 220), *range(12), *range(300, 320)]


def test_a_repeated_sentence_breaks_no_passage():
    """A part of a text that has a sentence of another part is one passage; the sentence's other place is another."""
    assert bounds(align(REPEATED, REPEATED[32:])) == [(20, 32, 20, 32), (32, 84, 0, 52)]
    assert bounds(align(REPEATED[32:], REPEATED)) == [(0, 52, 32, 84), (20, 32, 20, 32)]
    assert bounds(align(REPEATED, REPEATED[:64])) == [(0, 64, 0, 64)]


def test_a_text_said_twice_is_in_the_other_as_a_whole():
    """All words of a text that repeats itself are in the other, whichever of the two comes first."""
    once, twice = [*range(50)], [*range(50), *range(50)]
    assert align(once, twice).same_b.all()
    assert align(twice, once).same_a.all()
    assert bounds(align(once, twice)) == [(0, 50, 0, 50), (0, 50, 50, 100)]
    assert bounds(align(twice, once)) == [(0, 50, 0, 50), (50, 100, 0, 50)]


def test_a_repetition_with_changes_is_marked_as_well():
    """Of a text and its near copy behind one another, all that the other text has is marked, changes apart."""
    once = [*range(60)]
    changed = [word + 1000 * (word % 20 == 10) for word in once]
    for twice, first, second in ((changed + once, 57, 60), (once + changed, 60, 57)):
        for same in (align(twice, once).same_a, align(once, twice).same_b):
            assert (same[:60].sum(), same[60:].sum()) == (first, second)
