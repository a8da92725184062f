"""Words as arrays are the words of plain Python, however the texts are put together."""

from itertools import product
from unittest.mock import patch

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from copies_prose import chance
from copies_prose import text as told
from copydesk.copies import folding
from copydesk.copies.keys import entries
from copydesk.copies.pile import batches, pile
from copydesk.copies.tokens import BATCH, tokens
from farms.grain import LANGUAGES

# What is easy to get wrong: signs that vanish, signs that are several, scripts without blanks, quotation marks.
SIGNS = 'aAé \n.,“”"„«»「」한\u1112\u1161\u11abো日本のไา1½ßﬁ\u0301\u00ad\u200dक\u093f😀𝐀𠮷\ud800'
ANY = st.text(st.one_of(st.sampled_from(SIGNS), st.characters()), max_size=40)

LINES = "A menu\nThe council met again on Tuesday and stayed.\n"


def spelled(text):
    """The folded signs of a text and where each stood."""
    for place, sign in enumerate(text):
        entry = int(folding.table()[ord(sign)])
        if entry == folding.DOUBLED:
            yield from ((ord(letter), place) for letter in folding.spelled(sign))
        elif entry != folding.DROPPED:
            yield entry, place


def reference(text):
    """(signs, start, end) of each word."""
    signs = [*spelled(text), (0, len(text)), (0, len(text))]
    found, word = [], []
    for number, (sign, place) in enumerate(signs):
        alone = sign >= folding.SINGLE
        if word and (alone or not sign):
            found.append((tuple(each for each, _ in word), word[0][1], word[-1][1] + 1))
            word = []
        if alone:
            found.append(((sign, signs[number + 1][0], signs[number + 2][0]), place, place + 1))
        elif sign:
            word.append((sign, place))
    return found


def rows(found, text):
    part = slice(found.first[text], found.first[text + 1])
    columns = (found.hashes, found.starts, found.ends, found.flags)
    return list(zip(*(column[part].tolist() for column in columns), strict=True))


@settings(deadline=None)
@given(ANY, ANY)
@example("日", "日\n本")
@example("ﬁ½ß", "fi12ss")
def test_words_are_those_of_plain_python(one, other):
    """Any text has the words, at the places, that a loop over its signs finds; words are equal when their signs are."""
    signs, hashes = [], []
    for text, few in product((one, other), (0, 1 << 20)):
        # Signs are dropped and spelled out one by one if they are few, else all at once.
        with patch("copydesk.copies.signs.FEW", few):
            expected, found = reference(text), rows(tokens([text]), 0)
        assert [(start, end) for _, start, end, _ in found] == [(start, end) for _, start, end in expected]
        signs += [each for each, _, _ in expected]
        hashes += [each for each, _, _, _ in found]
    assert len(set(signs)) == len(set(hashes)) == len(set(zip(signs, hashes, strict=True)))


def columns(found):
    return found.hashes.tolist(), found.starts.tolist(), found.ends.tolist(), found.flags.tolist()


@settings(deadline=None)
@given(st.lists(ANY, max_size=6))
def test_texts_together_are_texts_one_by_one(texts):
    """The words of several texts, their places and their flags are those of each by itself."""
    together = tokens(texts)
    assert len(together) == len(texts)
    assert [columns(together.one(number)) for number in range(len(texts))] == [
        columns(tokens([text])) for text in texts
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_stories_together_are_stories_one_by_one(language):
    """In every language a story's words and their flags are the same wherever among others it is read."""
    texts = [told(seed, language) for seed in range(4)]
    together = tokens(texts)
    assert [rows(together, number) for number in range(4)] == [rows(tokens([text]), 0) for text in texts]


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("日本", "語", id="scripts without blanks"),
        pytest.param(f"{LINES}Council votes on the harbour", "and then it rained", id="small letter"),
        pytest.param(f"{LINES}Council votes on the harbour", '"Never," said the mayor.', id="straight mark"),
        pytest.param(f"{LINES}The council voted on the harbour.", "- A list", id="list mark"),
        pytest.param("He said: “one two", "“three", id="opened again"),
    ],
)
def test_a_text_knows_nothing_of_the_one_behind_it(text, after):
    """What the next text begins with changes no word of a text and no flag of one."""
    assert rows(tokens([text, after]), 0) == rows(tokens([text]), 0)


@settings(deadline=None, max_examples=40)
@given(st.lists(ANY, max_size=8), st.integers(1, 60))
def test_a_pile_is_its_batches(texts, size):
    """The size of the batches that texts are hashed in changes no word, no fingerprint and no digest of a text."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("copydesk.copies.tokens.BATCH", size)
        small = [*batches(iter(texts), 0)]
    large = [*batches(texts, 0)]
    assert sum(len(batch.words) for batch in small) == len(texts)
    words = [[batch.words.one(number) for batch in way for number in range(len(batch.words))] for way in (small, large)]
    assert [*map(columns, words[0])] == [*map(columns, words[1])]
    assert [each for batch in small for each in batch.whole] == [each for batch in large for each in batch.whole]
    keys = [[each for batch in way for each in entries(batch.keys)] for way in (small, large)]
    assert keys[0] == keys[1]


@settings(deadline=None, max_examples=40)
@given(st.lists(ANY, max_size=8), st.integers(0, 8))
def test_a_pile_grows(texts, at):
    """Texts appended in two parts are the pile that they make at once."""
    grown, whole = pile(texts[:at]), pile(texts)
    grown.append(texts[at:])
    assert len(grown) == len(whole) == len(texts)
    assert grown.whole().tolist() == whole.whole().tolist()
    assert entries(grown.keys()).tolist() == entries(whole.keys()).tolist()
    for number in range(len(texts)):
        assert columns(grown.words(number)) == columns(whole.words(number))


@settings(deadline=None)
@given(st.text(st.sampled_from("ab é.“\n"), max_size=30), st.text(st.sampled_from("ab é.“\n"), max_size=30))
def test_texts_have_one_digest_when_they_have_the_same_words(one, other):
    """The digest of a text is that of its words in their order, and 0 where there are none."""
    digests = pile([one, other]).whole().tolist()
    spelled_out = [[signs for signs, _, _ in reference(text)] for text in (one, other)]
    assert (digests[0] == digests[1]) == (spelled_out[0] == spelled_out[1])
    assert [digest != 0 for digest in digests] == [bool(words) for words in spelled_out]


def test_the_order_of_words_counts():
    """The same words in another order have another digest."""
    words = told(1).split()
    chance(1).shuffle(words)
    digests = pile([told(1), " ".join(words)]).whole()
    assert digests[0] != digests[1]


def test_a_text_longer_than_a_batch_is_one_text():
    """A text of several batches' length has all its words, at its own offsets."""
    text = told(1) + "\n\n"
    many = 2 * BATCH // len(text) + 1
    found, once = tokens([text * many]), tokens([text])
    count = len(once.hashes)
    assert found.hashes.tolist() == once.hashes.tolist() * many
    assert found.starts[-count:].tolist() == (once.starts + len(text) * (many - 1)).tolist()
