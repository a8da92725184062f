"""In a pile of made-up sites, what the pages of a site share is furniture, and what they tell is not."""

from itertools import pairwise

import numpy as np
import pytest

import copydesk
from copies_prose import chance, nonsense, prose, sentences
from copydesk.copies.candidates import Candidates, candidates
from copydesk.copies.fingerprints import runs
from copydesk.copies.furniture import furnished
from copydesk.copies.pile import pile
from copydesk.types import OverlapKind

SITES, STORIES = 8, 6
PASSED_ON = prose(900, 250)
"""A story that every site has."""


def menu(site):
    """What is on every page of a site: links above, terms of use below."""
    words = nonsense(site, 90)
    links = "\n".join(" ".join(words[at : at + 3]).title() for at in range(0, 30, 3))
    return links, "\n".join((sentences(words[30:60]), sentences(words[60:])))


def page(site, story):
    above, below = menu(site)
    return f"{above}\n\n{story}\n\n{below}"


def own(site, number):
    return prose(1000 + 100 * site + number, 250)


@pytest.fixture(scope="module")
def texts():
    """Pages by site, the last of each with the story that all have."""
    return [
        page(site, story)
        for site in range(SITES)
        for story in (*(own(site, number) for number in range(STORIES)), PASSED_ON)
    ]


@pytest.fixture(scope="module")
def found(texts):
    return pile(texts), candidates(pile(texts))


def shares(text, part, words, common):
    """The share of the words of a part of a page that are furniture."""
    begin = text.index(part)
    inside = (words.starts >= begin) & (words.ends <= begin + len(part))
    return furnished(runs(words.hashes), len(words.hashes), common)[inside].mean()


def test_what_all_pages_of_a_site_have_is_furniture(texts, found):
    """On every page of every site the words of the menu and of the terms of use are furniture, but for their edges."""
    whole, made = found
    for number, text in enumerate(texts):
        above, below = menu(number // (STORIES + 1))
        assert shares(text, above, whole.words(number), made.furniture) > 0.75
        assert shares(text, below, whole.words(number), made.furniture) > 0.85


def test_stories_are_none(texts, found):
    """Neither a site's own stories nor the one that all have are furniture, but for a few words at their edges."""
    whole, made = found
    for number, text in enumerate(texts):
        site, story = divmod(number, STORIES + 1)
        part = PASSED_ON if story == STORIES else own(site, story)
        assert shares(text, part, whole.words(number), made.furniture) < 0.05


def test_only_the_story_passed_on_makes_overlaps(texts):
    """Pages of a site do not overlap; each two that tell the same story do, as near copies."""
    last = [*range(STORIES, len(texts), STORIES + 1)]
    overlaps = list(copydesk.overlaps(texts))
    assert {(each.a, each.b) for each in overlaps} == {(a, b) for a in last for b in last if a < b}
    assert {each.kind for each in overlaps} == {OverlapKind.NEAR}


def test_all_copies_of_a_story_are_led_by_one(texts, found):
    """The pages with the story that all sites have are one star; all other pages are stars by themselves."""
    del texts
    leaders = found[1].leaders.reshape(SITES, STORIES + 1)
    assert len(set(leaders[:, -1].tolist())) == 1
    numbers = np.arange(SITES * (STORIES + 1)).reshape(SITES, STORIES + 1)
    assert (leaders[:, :-1] == numbers[:, :-1]).all()


def test_the_order_of_the_pages_does_not_matter(texts, found):
    """Shuffled, the pile has the same furniture and the same pairs."""
    order = chance(1).sample(range(len(texts)), len(texts))
    made, shuffled = found[1], candidates(pile([texts[number] for number in order]))
    assert shuffled.furniture.tolist() == made.furniture.tolist()
    back = np.array(order)
    pairs = {(min(a, b), max(a, b)) for a, b in zip(back[shuffled.a].tolist(), back[shuffled.b].tolist(), strict=True)}
    assert pairs == set(zip(made.a.tolist(), made.b.tolist(), strict=True))


def test_candidates_are_what_they_say(found):
    """Each pair comes once, the smaller number first, sorted, with no more common fingerprints than either text has."""
    made: Candidates = found[1]
    rows = list(zip(made.a.tolist(), made.b.tolist(), strict=True))
    assert all(a < b for a, b in rows)
    assert all(before < after for before, after in pairwise(rows))
    assert (made.shared <= np.minimum(made.sizes[made.a], made.sizes[made.b])).all()
    assert (np.diff(made.furniture.astype(np.int64)) > 0).all()


@pytest.mark.parametrize("copies", [2, 5, 40, 100])
def test_a_story_is_no_furniture_however_often_it_is_copied(copies):
    """Copies of a story, each under another headline, are copies; nothing of the story is furniture."""
    story = prose(1, 200)
    made = candidates(pile(f"{prose(50 + number, 9)}\n\n{story}" for number in range(copies)))
    assert len(made.furniture) == 0
    assert set(made.a.tolist()) | set(made.b.tolist()) == set(range(copies))


def test_a_quotation_of_two_is_no_furniture():
    """A passage that a source and two others share, among many texts, is a passage."""
    said = prose(1, 60)
    texts = [f"{prose(100 + number, 150)} {said} {prose(200 + number, 150)}" for number in range(2)]
    texts += [prose(300 + number, 300) for number in range(20)]
    assert {(each.a, each.b) for each in copydesk.overlaps(texts)} == {(0, 1)}


def test_a_text_without_fingerprints_has_no_furniture():
    """A short text, or a pile without furniture, is no special case."""
    none = np.zeros(0, np.uint64)
    words = pile(["one two three", prose(1, 50)])
    short, long = (words.words(number).hashes for number in range(2))
    assert furnished(runs(short), len(short), np.array([7], np.uint64)).tolist() == [False] * 3
    assert furnished(runs(long), len(long), none).tolist() == [False] * len(long)
    assert len(furnished(none, 0, none)) == 0


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["one"], ["one", ""]])
def test_small_piles_have_no_pairs(texts):
    """Where no two texts have words in common there is no pair."""
    made = candidates(pile(texts))
    assert len(made.a) == len(made.b) == len(made.furniture) == 0
    assert made.leaders.tolist() == [*range(len(texts))]
