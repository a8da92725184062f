"""Fingerprints are a fixed share of a text's runs of words, the same wherever the words stand."""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copies_prose import prose, text, without_spaces
from copydesk.copies.fingerprints import SCALE, WIDTH, chosen, prints, runs
from copydesk.copies.tokens import tokens

LETTERS = st.lists(st.sampled_from("abcde"), max_size=40)


def hashed(words):
    return tokens([" ".join(words)]).hashes


@settings(deadline=None)
@given(LETTERS, LETTERS)
def test_runs_are_equal_when_their_words_are(one, other):
    """Each five words in a row have a hash, and two of them the same one only for the same words in the same order."""
    keys, hashes = [], []
    for words in (one, other):
        own = runs(hashed(words)).tolist()
        assert len(own) == max(len(words) - WIDTH + 1, 0)
        keys += [tuple(words[at : at + WIDTH]) for at in range(len(own))]
        hashes += own
    assert len(set(keys)) == len(set(hashes)) == len(set(zip(keys, hashes, strict=True)))


@pytest.mark.parametrize("seed", range(5))
def test_a_passage_has_the_same_fingerprints_everywhere(seed):
    """The fingerprints within a passage are the same, as far from its first word, whatever stands around it."""
    passage, before, behind = prose(seed, 80), prose(seed + 100, 37), prose(seed + 200, 52)
    found = prints(tokens([passage, f"{before}\n\n{passage.upper()}\n{behind}"]))
    alone = [(place, each) for place, each, of in zip(found.places, found.hashes, found.texts, strict=True) if of == 0]
    placed = [(place, each) for place, each, of in zip(found.places, found.hashes, found.texts, strict=True) if of == 1]
    assert len(alone) > 5
    inside = [(place - 37, each) for place, each in placed if 37 <= place <= 37 + 80 - WIDTH]
    assert inside == alone


@settings(deadline=None, max_examples=50)
@given(st.lists(st.integers(0, 12), max_size=12))
def test_no_fingerprint_reaches_into_the_next_text(sizes):
    """The fingerprints of many texts are those of each by itself, be some of them empty or a few words long."""
    words = prose(7, 200).split()
    ends = np.cumsum([0, *sizes]).tolist()
    texts = [" ".join(words[begin:end]) for begin, end in pairwise(ends)]
    found = prints(tokens(texts))
    rows = list(zip(found.texts.tolist(), found.places.tolist(), found.hashes.tolist(), strict=True))
    expected = [
        (number, place, each)
        for number, own in enumerate(texts)
        for place, each in zip(
            prints(tokens([own])).places.tolist(), prints(tokens([own])).hashes.tolist(), strict=True
        )
    ]
    assert rows == expected
    assert all(place + WIDTH <= len(texts[number].split()) for number, place, _ in rows)


@pytest.mark.parametrize("text", [prose(1, 20_000), without_spaces(1, 20_000)], ids=["words", "signs"])
def test_a_fixed_share_of_the_runs_is_kept(text):
    """Of all runs one in four is a fingerprint, near enough, evenly over the text."""
    found = prints(tokens([text]))
    counts = np.histogram(found.places, bins=10, range=(0, 20_000))[0]
    assert (abs(counts - 2000 / SCALE) < 100).all()


def test_the_share_of_fingerprints_is_the_share_of_words():
    """What a text holds of another, measured by fingerprints, is what it holds of its words."""
    whole = prose(3, 8000)
    part = " ".join(whole.split()[2000:4000])
    one, other = (set(prints(tokens([each])).hashes.tolist()) for each in (whole, part))
    assert other <= one
    assert len(other) / len(one) == pytest.approx(0.25, abs=0.03)


def test_fingerprints_know_whether_they_stand_in_prose():
    """A fingerprint is prose when its first word is."""
    found = tokens(
        [text(1) + "\n" + "\n".join(["Harbour bridge to close for repairs", "Old mill finds a new owner"] * 5)]
    )
    kept = prints(found)
    assert kept.prose.tolist() == ((found.flags[kept.places] & 4) != 0).tolist()
    assert set(kept.prose.tolist()) == {True, False}


def test_short_texts_have_none():
    """Fewer than five words have no fingerprint."""
    assert len(prints(tokens(["", "one", "one two three four", " "])).hashes) == 0
    assert len(runs(hashed(["one"] * (WIDTH - 1)))) == 0
    assert len(chosen(runs(hashed(["one"] * WIDTH)))) == 1
