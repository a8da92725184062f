"""Overlaps -> families of passages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from copies_prose import chance, nonsense
from copydesk.copies import families, overlapping, pile
from copydesk.types import OverlapKind


def words(seed, first=0, last=120):
    """Some words that no other seed has in a row, as sentences."""
    run = nonsense(seed, 240)[first:last]
    return " ".join(f"{word}." if nth % 12 == 11 else word for nth, word in enumerate(run)) + "."


def found(texts):
    whole = pile.pile(texts)
    return families.families(whole, overlapping.overlaps_of(whole))


def members(found):
    """The texts that belong to any family."""
    return {text for family in found for text in (family.root, *(member.text for member in family.members))}


def test_too_many_pairs_cost_no_text_its_family():
    """Where pairs are too many for all to be aligned, texts with parts of one another are in families all the same."""
    parts = [words(seed, last=60) for seed in range(20)]
    draw = chance(3)
    texts = ["\n\n".join([*draw.sample(parts, 4), words(100 + number, last=30)]) for number in range(60)]
    whole = pile.pile(texts)
    every = list(overlapping.overlaps_of(whole))
    few = list(overlapping.overlaps_of(whole, most=len(every) // 2))
    assert len(few) < len(every)
    assert members(families.families(whole, few)) == members(families.families(whole, every)) == {*range(60)}


def described(texts):
    """The families by the texts themselves, so that their order in the pile does not show."""
    return {
        (
            family.id,
            texts[family.root],
            tuple(texts[family.root][slice(*span)] for span in family.spans),
            frozenset((texts[member.text], member.kind) for member in family.members),
        )
        for family in found(texts)
    }


def test_a_pile_without_copies_has_no_family():
    """Texts that share nothing make none; neither does an empty pile."""
    assert found([words(1), words(2)]) == []
    assert found([]) == []


def test_a_family_is_a_passage_with_all_that_have_it():
    """The text most like the others stands for it; each other says how much of it is there, and where."""
    story = words(1)
    wrapped = f"{words(2, 0, 60)}\n\n{story}\n\n{words(3, 0, 60)}"
    texts = [words(1, 0, 60), story, wrapped, story.upper(), words(9)]
    (family,) = found(texts)
    assert texts[family.root].lower() == story.lower()
    assert {member.text for member in family.members} == {0, 1, 2, 3} - {family.root}
    kinds = {member.text: member.kind for member in family.members}
    assert kinds[0] is OverlapKind.EXCERPT
    assert kinds[2] is OverlapKind.CONTAINS
    for member in family.members:
        for passage in member.passages:
            ours = texts[family.root][passage.a_start : passage.a_end]
            theirs = texts[member.text][passage.b_start : passage.b_end]
            assert ours.lower() == theirs.lower()


def test_a_page_patched_together_is_in_both_families_and_joins_neither():
    """Two stories stay two families, whatever third text holds halves of both."""
    one, other = [words(1), words(1).upper()], [words(2), words(2).upper()]
    patched = f"{words(1, 0, 60)} {words(2, 60, 120)}"
    texts = [*one, *other, patched]
    held = [{family.root, *(member.text for member in family.members)} for family in found(texts)]
    assert sorted(map(sorted, held)) == [[0, 1, 4], [2, 3, 4]]


def test_a_page_of_two_whole_stories_is_two_families():
    """Even where nothing but that page stands for either."""
    texts = [words(1), words(2), f"{words(1)}\n\n{words(2)}"]
    held = [{family.root, *(member.text for member in family.members)} for family in found(texts)]
    assert sorted(map(sorted, held)) == [[0, 2], [1, 2]]


def test_a_quotation_makes_no_family():
    """Two stories with the same statement between quotation marks are no copies of one another."""
    said = f"“{words(5, 0, 40)}”"
    texts = [f"{words(1)}\n\n{said}\n\n{words(2)}", f"{words(3)}\n\n{said}\n\n{words(4)}"]
    assert found(texts) == []


def test_the_id_is_the_passages_own():
    """Another pile with the same passage, changed a little, has the same family."""
    story = words(1)
    (one,) = found([story, story.upper()])
    (other,) = found([words(7), story, f"{story} {words(8, 0, 5)}", words(9)])
    assert one.id == other.id


@settings(max_examples=25, deadline=None)
@given(st.permutations(range(9)))
def test_the_order_of_the_pile_does_not_matter(order):
    """The same texts make the same families with the same ids, in whatever order they come."""
    story, other = words(1), words(2)
    random = chance(3)
    changed = " ".join(word if random.random() > 0.05 else "brim" for word in story.split())
    texts = [
        story,
        changed,
        words(1, 0, 60),
        f"{story} {words(4, 0, 50)}",
        other,
        f"{words(5, 0, 40)} {other}",
        f"{words(1, 60, 120)} {words(2, 0, 60)}",
        words(6),
        words(6, 10, 120),
    ]
    assert described([texts[place] for place in order]) == described(texts)
