"""Pairs are judged by the words they share, not by how they were made, and every figure means its name."""

import pytest
from copying import tables
from copying.changes import CHANGES
from copying.drafts import Draft, clip, paragraphs_of
from copying.misses import judge_misses, texts_of
from copying.negatives import ISSUES, PAIRS, near_misses
from copying.parts import Parts
from copying.pile import Document, Pile, original
from copying.scoring import Row, judge
from copying.stock import stock
from copying.subjects import Run
from copying_kit import article, varied


def variant(kind, base, **given):
    draft = varied(CHANGES[kind].make, base, **given)
    return Document(kind, draft.text(), draft.sources, draft.kept())


def part(base, start, stop):
    draft = Draft(clip(paragraphs_of(base), start, stop), ())
    return Document("cut to 25 %", draft.text(), (), draft.kept())


A, B, C = article(0), article(1), article(2)


def pile(*more, residue=()):
    """Documents 0, 1 and 2 are originals."""
    return Pile((original(A), original(B), original(C), *more), 3, frozenset(residue))


def test_a_pair_is_right_wrong_or_unjudged_by_its_words():
    """25 words of one original in common are right, fewer are unjudged, none are wrong."""
    documents = pile(part(A, 0, 100), part(A, 75, 300), part(A, 90, 300), part(A, 200, 400))
    verdict = judge(documents, [(3, 4, "near"), (3, 5, "near"), (3, 6, "near"), (0, 1, "excerpt")])
    assert (verdict.right, verdict.unjudged) == (1, 1)
    assert verdict.wrong == ((3, 6, "near"), (0, 1, "excerpt"))
    assert verdict.precision == pytest.approx(1 / 3)


def test_originals_with_words_in_common_are_unjudged():
    """Neither they nor what was made of them can be right or wrong."""
    documents = pile(part(B, 0, 100), residue=[(0, 1)])
    verdict = judge(documents, [(0, 1, "near"), (3, 0, "near"), (3, 2, "near")])
    assert (verdict.unjudged, len(verdict.wrong)) == (2, 1)


def test_both_orders_of_a_pair_are_one_pair():
    """What is reported twice counts once, and a text with itself not at all."""
    verdict = judge(pile(part(A, 0, 100)), [(0, 3, "excerpt"), (3, 0, "contains"), (3, 3, "identical")])
    assert verdict.right == 1


def test_recall_asks_for_the_variant_and_its_base():
    """A variant found with another variant only is not found; a right name is counted apart."""
    documents = pile(variant("cut to 50 %", A), variant("cut to 50 %", B), variant("identical", A))
    verdict = judge(documents, [(0, 3, "excerpt"), (4, 1, "near"), (3, 5, "excerpt")])
    assert verdict.rows == (Row("identical", 1, 0, 0), Row("cut to 50 %", 2, 2, 1))
    assert verdict.missed == ((5, 0, "identical"),)


def test_a_name_that_means_no_copying_finds_no_copy():
    """A cut that is called a serial is missed; a quotation that is called a shared one is found."""
    documents = pile(variant("cut to 50 %", A), variant("100-word quotation", A, host=C))
    verdict = judge(documents, [(0, 3, "serial"), (0, 4, "shared_quotation"), (2, 4, "contains")])
    assert verdict.rows == (
        Row("cut to 50 %", 1, 0, 0),
        Row("100-word quotation", 1, 1, 1),
        Row("100-word quotation: its host", 1, 1, 1),
    )


def test_a_splice_has_two_bases():
    """Each of the two is a pair to be found."""
    documents = pile(variant("two halves joined", A, partner=B))
    assert judge(documents, [(0, 3, "spliced")]).rows == (Row("two halves joined", 2, 1, 1),)


def test_only_pairs_that_name_the_same_article_unite():
    """A splice found as such merges nothing; called near to both, it merges two originals."""
    documents = pile(variant("two halves joined", A, partner=B), variant("identical", A))
    named = judge(documents, [(0, 3, "spliced"), (1, 3, "spliced"), (0, 4, "identical")])
    assert (named.mergers, named.merged) == (0, 0)
    joined = judge(documents, [(0, 3, "near"), (1, 3, "near"), (0, 4, "identical")])
    assert (joined.mergers, joined.merged) == (1, 4)
    assert judge(documents, [(0, 3, "pair"), (1, 3, "pair")]).merged == 3


def test_nothing_reported_has_no_precision():
    """No figure is made up where there is nothing to count."""
    assert judge(pile(), []).precision is None


def misses():
    return list(near_misses([article(number, 900, 18) for number in range(3 * PAIRS)]))


def words_in_common(one, other, length):
    grams = [
        {tuple(words[at : at + length]) for at in range(len(words) - length + 1)}
        for words in (one.split(), other.split())
    ]
    return len(grams[0] & grams[1])


def test_there_are_forty_near_misses_of_each_kind():
    """Four kinds of near-miss, at least forty pairs each, the same ones each time."""
    found = misses()
    counts = {kind: sum(miss.kind == kind for miss in found) for kind in {miss.kind for miss in found}}
    serial = len(stock().serials) * ISSUES * (ISSUES - 1) // 2
    assert counts == {"shared_quotation": PAIRS, "follow_up": PAIRS, "version": PAIRS, "serial": serial}
    assert serial >= PAIRS
    assert found == misses()


def test_statements_have_about_forty_words_and_are_quoted_by_both():
    """A shared quotation is one statement in two texts that have nothing else in common."""
    for miss in misses()[:PAIRS]:
        assert 25 <= words_in_common(miss.one, miss.other, 6) <= 50
        assert not {word for word in miss.one.split() if word[0] == "w" and "x" in word} & set(miss.other.split())


def test_follow_ups_share_their_background_only():
    """About ninety words are the same, at the end of both."""
    for miss in misses()[PAIRS : 2 * PAIRS]:
        common = set(miss.one.split()) & set(miss.other.split())
        assert 60 <= len(common) <= 120
        assert set(miss.one.split()[-60:]) <= common


def test_a_later_version_has_most_of_the_earlier_one():
    """Something is new at its beginning and its end, and something is gone."""
    for miss in misses()[2 * PAIRS : 3 * PAIRS]:
        earlier, later = miss.one.split(), miss.other.split()
        assert later[:5] != earlier[:5]
        assert len(later) > len(earlier)
        assert miss.one not in miss.other


def test_serials_share_their_frame_and_no_long_passage():
    """Two issues have 4-grams in common and no passage of forty words in a row."""
    for miss in misses()[3 * PAIRS :]:
        assert words_in_common(miss.one, miss.other, 4) > 10
        assert words_in_common(miss.one, miss.other, 40) == 0


def test_near_misses_are_counted_by_what_they_are_called():
    """Called so, called copies, called something else, not reported; and pairs that are none of them."""
    found = misses()[: PAIRS + 1]
    texts, places = texts_of(found, [A])
    quoted = [(places[miss.one], places[miss.other]) for miss in found]
    pairs = [(*quoted[0], "shared_quotation"), (*quoted[1], "near"), (*quoted[2], "serial"), (*quoted[PAIRS], "pair")]
    across = [(quoted[3][0], quoted[4][0], "near"), (quoted[0][0], quoted[20][0], "near"), (quoted[3][0], 82, "near")]
    rows, wrong = judge_misses(found, places, [*pairs, *across])
    assert texts[82] == A.text
    assert [(row.named, row.copies, row.other, row.silent) for row in rows] == [(1, 1, 1, PAIRS - 3), (0, 1, 0, 0)]
    assert wrong == 2


def test_tables_have_a_line_a_kind_and_a_column_a_detector():
    """The subject's right names stand beside its recall, the peers have none."""
    documents = pile(variant("cut to 50 %", A))
    verdicts = {"us": judge(documents, [(0, 3, "near")]), "a peer": judge(documents, [])}
    grid = tables.recalls(verdicts, "us:overlaps", 3)
    assert grid.heads == ("change", "pairs", "us", "rightly\nnamed", "a\npeer")
    assert grid.rows == [("cut to 50 %", "1", "1.000", "0.000", "0.000")]
    assert tables.precisions(verdicts, documents).rows[1][:3] == ("a peer", "–", "0")


def test_growth_is_cpu_time_a_text_against_the_row_above():
    """Twice the time for each text is a growth of two."""
    runs = [Run((), 1, texts, 10**6, cpu_s, 1.0, 2**20) for texts, cpu_s in ((100, 1.0), (1000, 20.0))]
    assert [row[-1] for row in tables.growth(runs).rows] == ["–", "2.0"]


def test_parts_grow_by_their_sum_a_text():
    """All parts together, for each text, against the row above."""
    rows = [Parts(texts, 10**6, *(cost,) * 4, 5, 2, 2**20, 2**21, 9.0) for texts, cost in ((100, 1.0), (1000, 20.0))]
    assert [row[-4:] for row in tables.parts(rows).rows] == [("40.0", "–", "9.0", "2.0"), ("80.0", "2.0", "9.0", "2.0")]
