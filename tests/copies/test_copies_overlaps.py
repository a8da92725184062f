"""copydesk.overlaps: whatever the texts, in whatever order, where they share words and what that makes."""

import time
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import copydesk
from copies_prose import chance, nonsense, prose, sentences, story, text, without_spaces
from copydesk.copies.tokens import tokens
from copydesk.types import OverlapKind
from farms.grain import LANGUAGES

TURNED = {OverlapKind.EXCERPT: OverlapKind.CONTAINS, OverlapKind.CONTAINS: OverlapKind.EXCERPT}
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


def overlaps(texts):
    return list(copydesk.overlaps(texts))


def check(texts, found):
    """What holds of the overlaps of any texts, asserted."""
    places = [(each.a, each.b) for each in found]
    assert all(0 <= a < b < len(texts) for a, b in places)
    assert all(before < after for before, after in pairwise(places))
    words = [tokens([text]) for text in texts]
    starts = [set(each.starts.tolist()) for each in words]
    ends = [set(each.ends.tolist()) for each in words]
    for each in found:
        assert isinstance(each.kind, OverlapKind)
        assert 0 < each.containment_ab <= 1
        assert 0 < each.containment_ba <= 1
        assert 0 < each.words <= min(len(words[each.a].starts), len(words[each.b].starts))
        assert each.passages
        assert all(before.a_start <= after.a_start for before, after in pairwise(each.passages))
        for passage in each.passages:
            assert {passage.a_start} <= starts[each.a]
            assert {passage.a_end} <= ends[each.a]
            assert {passage.b_start} <= starts[each.b]
            assert {passage.b_end} <= ends[each.b]
            stretches = (
                texts[each.a][passage.a_start : passage.a_end],
                texts[each.b][passage.b_start : passage.b_end],
            )
            shared = [tokens([stretch]) for stretch in stretches]
            assert 0 < passage.words <= len(shared[0].starts)
            if each.kind is OverlapKind.IDENTICAL:
                assert shared[0].hashes.tolist() == shared[1].hashes.tolist()
                assert passage.words == len(shared[0].starts)


def named(found):
    """Pair -> kind, shares and words, seen from the text with the smaller number."""
    return {(each.a, each.b): (each.kind, each.containment_ab, each.containment_ba, each.words) for each in found}


def numbered(found, order):
    """The same where text ``at`` had the number ``order[at]``."""
    made = {}
    for (a, b), (kind, ab, ba, words) in named(found).items():
        one, other = order[a], order[b]
        back = TURNED.get(kind, kind)
        made[min(one, other), max(one, other)] = (kind, ab, ba, words) if one < other else (back, ba, ab, words)
    return made


def made_text(recipe):
    """A text of parts: each a stretch of one of a few stories, perhaps with words exchanged, under a headline."""
    parts = []
    for number, begin, end, change in recipe:
        words = nonsense(number, 160)[begin * 16 : max(begin + 1, end) * 16]
        other = nonsense(number + 1000 * change, 160)
        parts.append(sentences([other[at] if change and at % 15 == 7 else word for at, word in enumerate(words)]))
    return "\n\n".join(parts)


# Parts of six stories, none twice in one text.
PARTS = st.tuples(st.integers(0, 5), st.integers(0, 8), st.integers(1, 10), st.sampled_from([0, 0, 1, 2]))
RECIPES = st.lists(PARTS, max_size=4, unique_by=lambda part: part[0])


@settings(patient, max_examples=60)
@given(st.lists(RECIPES, max_size=9), st.randoms(use_true_random=False))
def test_the_order_of_texts_does_not_matter(recipes, random):
    """Shuffled, the same texts overlap in the same way: kinds, shares and words, turned where the pair is turned."""
    texts = list(dict.fromkeys(map(made_text, recipes)))
    order = random.sample(range(len(texts)), len(texts))
    found = overlaps(texts)
    shuffled = overlaps([texts[number] for number in order])
    check(texts, found)
    assert numbered(shuffled, order) == named(found)


@settings(patient, max_examples=40)
@given(st.lists(RECIPES, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_typography_does_not_matter(recipes, random):
    """With accents put in and dashes for full stops the same texts overlap in the same way."""
    texts = [made_text(recipe) for recipe in recipes]
    other = [each.replace(". ", " — ").replace("o", "ö") if random.random() < 0.5 else each for each in texts]
    assert named(overlaps(other)) == named(overlaps(texts))


@settings(patient, max_examples=150)
@given(st.lists(st.text(max_size=60), max_size=8))
@example(["\ud800", "\ud800", "a\udfffb", "a b"])
@example(["\x00", "\n", "\r\n\r", "\ufeff", "\u2028"])
@example(["ﬁ" * 30, "fi" * 30, "½", "12"])
def test_any_texts_can_be_compared(texts):
    """No sequence of code points raises, and what is said of them holds."""
    check(texts, overlaps(texts))


SIGNS = st.text(st.sampled_from("ab日本ไé\u0301.“”\n ﬁ"), min_size=1, max_size=300)


@settings(patient, max_examples=60)
@given(SIGNS, st.lists(SIGNS, max_size=3))
def test_texts_that_repeat_themselves_can_be_compared(part, others):
    """Of few signs again and again, in any mixture, the same is true."""
    texts = [f"{part} {other}{part}\n." for other in others] + [part * 3 + "\n."]
    check(texts, overlaps(texts))


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param([], id="no texts"),
        pytest.param([""], id="an empty text"),
        pytest.param(["", "", ""], id="empty texts"),
        pytest.param([text(1)], id="one text"),
        pytest.param([text(1), ""], id="a text and an empty one"),
        pytest.param(["…!?", "…!?", "—", "\n"], id="punctuation"),
        pytest.param(["😀🎉", "😀🎉", "👩‍👩‍👧"], id="pictures"),
        pytest.param(["\ud800", "\ud800", "\udfff\ud800"], id="lone surrogates"),
        pytest.param(["one two three", "one two four"], id="short texts"),
    ],
)
def test_where_no_words_are_shared_there_is_no_overlap(texts):
    """Texts without words are not even identical to themselves; nothing is no input to be afraid of."""
    assert overlaps(texts) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_identical_texts_share_one_passage_from_first_word_to_last(language):
    """The passage of identical texts begins with the first word of each and ends with the last."""
    one = text(1, language)
    other = f"  “{one}”\n"
    (found,) = overlaps([one, other])
    (passage,) = found.passages
    assert found.kind is OverlapKind.IDENTICAL
    assert other[passage.b_start : passage.b_end] == one[passage.a_start : passage.a_end]
    assert one[: passage.a_start].strip("“„«\"'「 —-") == ""
    assert one[passage.a_end :].strip(".!?”“»\"'」。 ") == ""
    assert found.words == passage.words


def test_texts_in_scripts_without_blanks_are_identical_wherever_they_stand():
    """A Japanese headline without a full stop is the same whichever text stands behind it."""
    found = overlaps(["日本語の新聞", "日本語の新聞", "米"])
    assert [(each.a, each.b, each.kind) for each in found] == [(0, 1, OverlapKind.IDENTICAL)]


def test_texts_in_scripts_without_blanks_are_compared():
    """Two thirds of a Chinese text, put into another one, are found with the right offsets."""
    source = without_spaces(1, 300)
    page = without_spaces(2, 200) + source[100:] + without_spaces(3, 50)
    (found,) = overlaps([source, page])
    check([source, page], [found])
    passage = found.passages[0]
    assert found.kind in {OverlapKind.VERSION, OverlapKind.FOLLOW_UP, OverlapKind.CONTAINS}
    assert abs(passage.a_start - 100) <= 2
    assert source[passage.a_start + 5 : passage.a_end - 5] == page[passage.b_start + 5 : passage.b_end - 5]
    assert found.containment_ab == pytest.approx(2 / 3, abs=0.05)


def test_a_passage_is_where_it_is():
    """A paragraph found in the middle of another page is the passage, to the letter, whatever signs stand before it."""
    paragraph = prose(1, 60)
    one = f"🎉 {prose(2, 100)}\n{paragraph}\n{prose(3, 80)}"
    other = f"𝐗e\u0301ﬁ\u00ad½ {prose(4, 150)}\n{paragraph.upper()}"
    (found,) = overlaps([one, other])
    (passage,) = found.passages
    assert one[passage.a_start : passage.a_end] == paragraph.rstrip(".")
    assert other[passage.b_start : passage.b_end] == paragraph.upper().rstrip(".")
    assert (found.words, passage.words) == (60, 60)


def test_many_identical_texts_are_paired_with_the_first():
    """Of short texts with the same words each is paired with the first of them."""
    texts = ["Nothing new.", "Something else.", "nothing, new", "NOTHING NEW!", "something — else"]
    assert [(each.a, each.b) for each in overlaps(texts)] == [(0, 2), (0, 3), (1, 4)]


def test_no_text_of_a_much_copied_story_is_left_out():
    """Of a hundred copies under headlines of their own, each is paired with another, and all pairs are near copies."""
    body = text(4)
    texts = [f"{prose(number, 8)}\n{body}" for number in range(100)]
    found = overlaps(texts)
    assert {each.a for each in found} | {each.b for each in found} == set(range(100))
    assert {each.kind for each in found} == {OverlapKind.NEAR}
    assert len(found) < 100 * 99 / 2


def test_texts_are_taken_once_and_only_when_asked_for():
    """The texts may be a generator; it is read to its end, once, when the first overlap is wanted."""
    taken = []

    def given_texts():
        for number in (1, 2, 1):
            taken.append(number)
            yield prose(number, 100)

    found = copydesk.overlaps(given_texts())
    assert isinstance(found, Iterator)
    assert taken == []
    assert [(each.a, each.b) for each in found] == [(0, 2)]
    assert taken == [1, 2, 1]


def test_one_string_is_refused():
    """A string is a sequence of strings, and never meant."""
    with pytest.raises(TypeError, match="several texts"):
        copydesk.overlaps("one text")


def test_the_same_input_gives_the_same_answer():
    """Nothing is random, and no call leaves anything behind for the next."""
    texts = [text(number) for number in (1, 2, 3)] + [text(1)[:500] + text(2)[500:]]
    assert overlaps(texts) == overlaps(iter(texts)) == overlaps(tuple(texts))


def test_a_huge_text_is_a_text():
    """A book of three hundred thousand words holds the story in its middle, at its offsets, in short time."""
    book = prose(77, 300_000)
    middle = len(book) // 2
    page = text(5)
    texts = [page, f"{book[:middle]}\n\n{page}\n\n{book[middle:]}", "short"]
    begin = time.process_time()
    (found,) = overlaps(texts)
    assert time.process_time() - begin < 5
    assert found.kind is OverlapKind.EXCERPT
    assert found.containment_ab == 1
    assert texts[1][found.passages[0].b_start : found.passages[-1].b_end] in page


def test_one_word_again_and_again_takes_no_long_time():
    """Texts that say the same few words a hundred thousand times are compared in short time."""
    begin = time.process_time()
    phrase = prose(1, 30) + " "
    texts = ["so " * 100_000, "SO " * 100_000, phrase * 3_000, phrase * 3_000 + "or not"]
    found = overlaps(texts)
    assert time.process_time() - begin < 5
    check(texts, found)
    assert [(each.a, each.b) for each in found] == [(0, 1), (2, 3)]


def test_a_cut_stays_a_cut_among_many_texts():
    """What two texts are does not change when texts that have nothing to do with them join the pile."""
    one, half = text(1), "\n\n".join(story(1)[:3])
    alone = named(overlaps([one, half]))
    others = [prose(number, 200) for number in range(40)]
    chance(2).shuffle(others)
    assert named(overlaps([one, half, *others])) == alone
    assert [kind for kind, *_ in alone.values()] == [OverlapKind.CONTAINS]


TWICE = f"{prose(1, 30)} {prose(1, 30)}"


def test_a_page_that_says_all_twice_has_near_copies():
    """Two words more do not make a part of a copy of a page that has its text twice."""
    (found,) = overlaps([TWICE, TWICE + " Or not."])
    assert found.kind is OverlapKind.NEAR
    assert found.containment_ab == 1


def test_a_passage_has_no_more_words_than_either_text_there():
    """The words of a passage are the same in both texts, so there are no more of them than stand in either."""
    part = "aaa日a.a日."
    texts = [f"{part} {part}{part}\n.", part * 3 + "\n."]
    (found,) = overlaps(texts)
    for passage in found.passages:
        assert passage.words <= len(tokens([texts[1][passage.b_start : passage.b_end]]).starts)


def test_a_draw_is_no_excerpt():
    """Of two texts that hold equal parts of one another neither is an excerpt in both orders."""
    one, other = (made_text([recipe]) for recipe in ((0, 0, 6, 0), (0, 1, 7, 1)))
    kinds = [overlaps(texts)[0].kind for texts in ([one, other], [other, one])]
    assert set(kinds) == {OverlapKind.EXCERPT, OverlapKind.CONTAINS}


def test_capitals_do_not_make_a_series():
    """A near copy is one in capitals too."""
    one, other = (made_text([(0, 0, 8, change)]) for change in (0, 1))
    written = ([one, other], [one.upper(), other.upper()], [one.title(), other.title()])
    assert [overlaps(texts)[0].kind for texts in written] == [OverlapKind.NEAR] * 3
