"""Each of the 22 changes does what its name says, and its truth says what it did."""

import re
import unicodedata

import pytest
from copying.bases import Text, common_grams, pool_of
from copying.changes import CHANGES
from copying.drafts import Draft, clip, numbered, paragraphs_of, shared, size
from copying.furniture import drawn
from copying.pile import made
from copying.typesetting import typeset
from copying_kit import article, site, varied

from chance import chance

BASE = article(0)
WORDS = 400


def draft(kind, **given):
    return varied(CHANGES[kind].make, BASE, **given)


def kept(kind, original=0):
    return draft(kind).kept().get(original, 0).bit_count()


def foreign_words(text):
    return [word for word in text.split() if not word.startswith("w0x")]


def test_there_are_22_kinds_and_each_knows_its_names():
    """The issue counts 22 kinds of change; every one says what its pair may be called."""
    assert len(CHANGES) == 22
    assert all(change.names for change in CHANGES.values())


@pytest.mark.parametrize("kind", CHANGES)
def test_the_same_seed_makes_the_same_text(kind):
    """A change depends on its seed and on nothing else."""
    assert draft(kind).text() == draft(kind).text()


@pytest.mark.parametrize("kind", CHANGES)
def test_the_truth_is_in_the_text(kind):
    """Every word that is said to be kept stands in the text, and no other word of the base does."""
    made_draft = draft(kind)
    places = {int(at) for at in re.findall(r"w0x(\d+)", made_draft.text().casefold())}
    mask = made_draft.kept().get(0, 0)
    assert {at for at in range(WORDS) if mask >> at & 1} == places


def test_identical_is_identical():
    """Nothing changes."""
    assert draft("identical").text() == BASE.text


def test_cuts_keep_the_beginning():
    """A cut has exactly the first words."""
    for percent in (75, 50, 25):
        mask = draft(f"cut to {percent} %").kept()[0]
        assert mask == (1 << (WORDS * percent // 100)) - 1


@pytest.mark.parametrize("percent", [5, 20, 50, 100, 300])
def test_furniture_is_as_much_as_wanted(percent):
    """All of the body is there, in order, in exactly so many words of the site."""
    text = draft(f"furniture +{percent} %").text()
    assert [word for word in text.split() if word.startswith("w0x")] == BASE.text.split()
    assert len(foreign_words(text)) == WORDS * percent // 100


def test_half_in_furniture_is_half_body():
    """The first half, and as many foreign words."""
    assert draft("half in furniture").kept()[0] == (1 << (WORDS // 2)) - 1
    assert len(foreign_words(draft("half in furniture").text())) == WORDS // 2


@pytest.mark.parametrize("percent", [1, 2, 5, 10, 20])
def test_replaced_words_are_replaced(percent):
    """So many words are others, each in its place."""
    text = draft(f"{percent} % replaced").text().split()
    assert len(text) == WORDS
    assert sum(new != old for new, old in zip(text, BASE.text.split(), strict=True)) == WORDS * percent // 100
    assert kept(f"{percent} % replaced") == WORDS - WORDS * percent // 100


def test_injected_names_cost_no_word():
    """One brand stands in the text several times, and every word of the base as well."""
    assert kept("names injected") == WORDS
    extra = foreign_words(draft("names injected").text())
    assert len(extra) >= 3
    assert len(extra) == len(set(extra)) * (WORDS // 80)


def test_shuffled_paragraphs_are_all_there_elsewhere():
    """The same paragraphs in an order that is not theirs; one long paragraph is cut first."""
    lines = draft("paragraphs shuffled").text().split("\n\n")
    assert lines != BASE.text.split("\n\n")
    assert sorted(lines) == sorted(BASE.text.split("\n\n"))
    single = varied(CHANGES["paragraphs shuffled"].make, article(0, 400, 1))
    assert single.text() != article(0, 400, 1).text
    assert single.kept()[0].bit_count() == WORDS


def test_a_splice_is_half_of_each():
    """Two halves, one the first of its article and one the second; both are sources."""
    both = draft("two halves joined")
    masks = both.kept()
    assert both.sources == (0, 1)
    assert {mask.bit_count() for mask in masks.values()} == {WORDS // 2}
    assert masks[0] & masks[1] == 0


def test_a_quotation_is_a_hundred_words_in_its_host():
    """A hundred words in a row of the base, and all of the host."""
    masks = draft("100-word quotation").kept()
    assert masks[2].bit_count() == WORDS
    assert masks[0].bit_count() == 100
    assert masks[0] >> (masks[0].bit_length() - 100) == (1 << 100) - 1


def test_a_farm_page_has_the_body_and_three_lists():
    """Breadcrumb and headline are glued, and the body is whole between promos and lists."""
    text = draft("farm page").text()
    assert kept("farm page") == WORDS
    assert re.match(r"Current:Home > \w+Title of article 0", text)
    assert all(f"\n{label}\n" in text for label in ("Related", "Ranking", "Recommendation"))


def test_the_last_kind_does_a_bit_of_all():
    """A third is cut away, 2 % of the rest replaced, furniture of half its length around it."""
    assert 255 <= kept("cut, shuffled, furnished") <= 267
    assert size(draft("cut, shuffled, furnished").paragraphs) == 267 + 134


def folded(text):
    return re.findall(r"\w+", unicodedata.normalize("NFC", text).casefold())


def test_typesetting_changes_no_word():
    """Quotes, dashes, blanks, forms, capitals and lines are others; folded words are the same."""
    text = '"Café" said the man - who\'d seen "straße" - twice. ' * 12
    for seed in range(5):
        assert typeset(text, seed) != text
        assert folded(typeset(text, seed)) == folded(text)
    assert "“" in typeset(text, 1)
    assert "“" not in typeset("“So,” he said – and left.", 1)


def test_furniture_keeps_its_order_and_begins_again():
    """Exactly so many words; a list that is too short is begun again."""
    lines = site().after
    random = chance(3)
    found = drawn(lines, 40, random)
    assert sum(len(line.split()) for line in found) == 40
    assert [line for line in lines if line in found] == found[:-1] + [line for line in found[-1:] if line in lines]
    assert sum(len(line.split()) for line in drawn(lines, 1000, random)) == 1000


def test_words_in_common_are_counted_at_their_places():
    """The first quarter and the second half of an article have nothing in common."""
    words = paragraphs_of(BASE)
    first, last, both = (Draft(clip(words, *cut), (0,)).kept() for cut in ((0, 100), (200, 400), (50, 300)))
    assert shared(first, last) == 0
    assert shared(first, both) == 50
    assert shared(first, Draft(numbered("w0x1 w0x2", 7), (7,)).kept()) == 0


def test_copies_among_the_bases_leave():
    """The later of two texts with the same words leaves; a shared sentence makes residue."""
    one, other, third = (article(number).text for number in range(3))
    sentence = "and this is one sentence that both of the articles have at their end"
    texts = [Text("a", "1", "", f"{one} {sentence}"), Text("b", "2", "", one[:2000]), Text("b", "3", "", other)]
    found = pool_of([*texts, Text("b", "4", "", f"{third} {sentence}")], [])
    assert [original.name for original in found.short] == ["a 1", "b 3", "b 4"]
    assert [original.number for original in found.short] == [0, 1, 2]
    assert found.residue == {(0, 2)}
    assert (found.first_set, found.copies) == (1, 1)
    assert common_grams([one, one])[0] == {(0, 1): 393}
    assert common_grams([f"{one} {one}"])[0] == {(0, 0): 393}


def test_a_pile_has_its_bases_hosts_and_variants_in_no_order():
    """Every base once in every kind; hosts are no bases; the seed decides all."""
    pool = pool_of([Text("a", str(n), f"A title {n} here", article(n).text) for n in range(9)], [])
    kinds = ["identical", "two halves joined", "100-word quotation"]
    pile = made(pool, [site()], 4, kinds, seed=5)
    assert pile == made(pool, [site()], 4, kinds, seed=5)
    assert pile.digest != made(pool, [site()], 4, kinds, seed=6).digest
    counts = {kind: sum(document.kind == kind for document in pile.documents) for kind in ("original", *kinds)}
    assert counts == {"original": 6, "identical": 4, "two halves joined": 4, "100-word quotation": 4}
    assert [document.kind for document in pile.documents][:6] != ["original"] * 6
    originals = {next(iter(document.kept)) for document in pile.documents if document.kind == "original"}
    assert all(set(document.sources) <= originals for document in pile.documents)
