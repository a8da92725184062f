"""What became of the words of one text in another."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chance import chance
from copydesk.copies.diff import diff, insertions
from copydesk.copies.tokens import tokens
from copydesk.types.diff import Change

OF_A = {Change.KEPT, Change.CUT, Change.REPLACED, Change.MOVED_FROM}
OF_B = {Change.KEPT, Change.ADDED, Change.REPLACED, Change.MOVED_TO}
IN_BOTH = {Change.KEPT, Change.MOVED_FROM, Change.MOVED_TO}

WORDS = st.sampled_from(
    ["the", "The", "a", "wall", "berth", "“ferry", "dock”", "crane,", "tide.", "9:40", "né", "海水"]
)
BLANKS = st.sampled_from([" ", " ", " ", "\n", "\n\n", " – ", "-"])
TEXTS = st.lists(st.tuples(WORDS, BLANKS), max_size=40).map(lambda pairs: "".join(map("".join, pairs)))
ANY = st.text(max_size=40)

STORY = (
    "Freight ferries were turned away from the outer berths on Tuesday after divers found cracks in the wall.",
    "“We had a choice between an awkward spring and a dangerous one,” the harbour master told the Ledger.",
    "The order follows a survey of the long wall that began last month when a crew reported loose stone.",
    "Islands count their stocks of flour and diesel, and the council asked for the naval tender Aldine.",
    "The wall was finished in 1964 and last strengthened in 1991, and a second dive is planned for Saturday.",
)


@st.composite
def _edited(draw):
    """A text of paragraphs, and the same with some of them moved, cut, or with words put in."""
    paragraphs = draw(st.lists(st.sampled_from(STORY), min_size=1, max_size=5, unique=True))
    other = draw(st.permutations(paragraphs))
    other = [draw(st.sampled_from([each, each, each[: len(each) // 2], f"{each} Tessermark Circle"])) for each in other]
    return "\n\n".join(paragraphs), "\n\n".join(other[draw(st.integers(0, 1)) :])


def _parts(text_a, text_b, found):
    """The words of every piece with its change, those of the first text's if only that has them."""
    for piece in found.pieces:
        yield (
            piece.change,
            text_a[piece.a_start : piece.a_end].strip(),
            text_b[piece.b_start : piece.b_end].strip(),
        )


def _changes(text_a, text_b):
    return [part for part in _parts(text_a, text_b, diff(text_a, text_b)) if part[0] is not Change.KEPT]


def _hashes(text):
    return tokens([text]).hashes.tolist()


@given(a=TEXTS | ANY, b=TEXTS | ANY)
def test_the_pieces_are_both_texts(a, b):
    """The pieces with words of a text, one after another in its own order, are that text, to the last sign."""
    pieces = diff(a, b).pieces
    of_a = [a[piece.a_start : piece.a_end] for piece in pieces if piece.change in OF_A]
    of_b = [b[piece.b_start : piece.b_end] for piece in pieces if piece.change in OF_B]
    assert "".join(of_a) == (a if _hashes(a) else "")
    assert "".join(of_b) == (b if _hashes(b) else "")


@given(texts=_edited())
def test_the_pieces_of_an_edited_text_are_both_texts(texts):
    """So it is with paragraphs that moved."""
    test_the_pieces_are_both_texts.hypothesis.inner_test(*texts)


@given(texts=_edited() | st.tuples(TEXTS, TEXTS))
def test_every_word_counts_once(texts):
    """The counts add up to the words of either text, and so do the pieces'; no piece is without a word."""
    a, b = texts
    found = diff(a, b)
    assert found.kept + found.moved + found.cut == len(_hashes(a)) == _sum(found, OF_A, "a_words")
    assert found.kept + found.moved + found.added == len(_hashes(b)) == _sum(found, OF_B, "b_words")
    assert found.kept == _sum(found, {Change.KEPT}, "b_words")
    assert found.moved == _sum(found, {Change.MOVED_TO}, "b_words")
    assert all(piece.a_words or piece.b_words for piece in found.pieces)


def _sum(found, changes, words):
    return sum(getattr(piece, words) for piece in found.pieces if piece.change in changes)


@given(texts=_edited() | st.tuples(TEXTS, TEXTS))
def test_what_both_have_is_the_same_when_folded(texts):
    """Kept and moved pieces have the same words in both texts, and are marked where these are written otherwise."""
    a, b = texts
    for piece in diff(a, b).pieces:
        if piece.change in IN_BOTH and "海" not in a + b:  # a sign of such a script is hashed with the next ones
            mine, theirs = a[piece.a_start : piece.a_end], b[piece.b_start : piece.b_end]
            assert _hashes(mine) == _hashes(theirs)
            assert piece.respelled == (not _written_alike(mine, theirs))


def _written_alike(mine, theirs):
    return _words(mine) == _words(theirs)


def _words(text):
    found = tokens([text])
    return [text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


@given(texts=_edited())
def test_what_left_arrives(texts):
    """Each piece that moved away has its counterpart, with the same spans, where it stands now."""
    pieces = diff(*texts).pieces
    left, come = (
        sorted((piece.a_start, piece.a_end, piece.b_start, piece.b_end) for piece in pieces if piece.change is change)
        for change in (Change.MOVED_FROM, Change.MOVED_TO)
    )
    assert left == come


@given(texts=_edited())
def test_a_paragraph_that_changed_places_is_neither_cut_nor_added(texts):
    """Where paragraphs only change places nothing is cut and nothing added."""
    a, _ = texts
    b = "\n\n".join(reversed(a.split("\n\n")))
    found = diff(a, b)
    assert (found.cut, found.added) == (0, 0)


@given(text=TEXTS)
def test_typography_is_no_change(text):
    """Capitals, accents, quotation marks, dashes and line ends make no difference in words."""
    other = text.upper().replace("“", '"').replace("”", '"').replace("–", "-").replace("É", "E").replace("\n", " ")
    assert all(piece.change is Change.KEPT for piece in diff(text, other).pieces)


def test_an_injected_brand_is_added_whole():
    """A brand put into a sentence is one addition, its brackets with it."""
    a = STORY[0]
    b = a.replace("on Tuesday", "(SafeX Pro Exchange) on Tuesday")
    assert _changes(a, b) == [(Change.ADDED, "", "(SafeX Pro Exchange)")]


def test_two_brands_at_one_place_leave_the_words_between_alone():
    """Where one copy has its brand before some words and the other behind them, the words are kept."""
    a = STORY[0].replace("on Tuesday", "on Tuesday, Brightvale Capital Academy reports,")
    b = STORY[0].replace("on Tuesday", "(Oldrun Signal Club) on Tuesday")
    assert _changes(a, b) == [
        (Change.ADDED, "", "(Oldrun Signal Club)"),
        (Change.CUT, "Brightvale Capital Academy reports,", ""),
    ]


def test_a_changed_name_is_replaced():
    """Another name in the same place is one piece with both."""
    a = STORY[1]
    assert _changes(a, a.replace("Ledger", "Evening Courant")) == [(Change.REPLACED, "Ledger.", "Evening Courant.")]


def test_spun_words_are_replaced_one_by_one():
    """Words exchanged here and there do not swallow those between them."""
    a = STORY[2]
    b = a.replace("order", "command").replace("long", "extended").replace("loose", "slack")
    assert _changes(a, b) == [
        (Change.REPLACED, "order", "command"),
        (Change.REPLACED, "long", "extended"),
        (Change.REPLACED, "loose", "slack"),
    ]


def test_words_that_agree_by_chance_are_not_kept():
    """Between long changes a word or two that both texts happen to have say nothing."""
    a = "Yesterday every baker within reach closed early because of rain and thunder, sadly enough."
    b = "Yesterday no council member ever asked for reports because of mere costs, sadly enough."
    changes = _changes(a, b)
    assert [change for change, _, _ in changes] == [Change.REPLACED]


def test_a_cut_end_is_cut():
    """Of a text without its last paragraphs these are cut, and nothing else changes."""
    a, b = "\n\n".join(STORY), "\n\n".join(STORY[:3])
    assert _changes(a, b) == [(Change.CUT, "\n\n".join(STORY[3:]), "")]


def test_a_moved_paragraph_is_told_at_both_places():
    """A paragraph from the beginning that stands at the end is moved, in the order of both texts."""
    a, b = "\n\n".join(STORY), "\n\n".join((*STORY[2:], STORY[0]))
    assert _changes(a, b) == [
        (Change.MOVED_FROM, STORY[0], STORY[0]),
        (Change.CUT, STORY[1].split("the harbour")[0].strip(), ""),
        (Change.CUT, "the harbour" + STORY[1].split("the harbour")[1], ""),
        (Change.MOVED_TO, STORY[0], STORY[0]),
    ]


def test_a_changed_word_in_a_moved_paragraph_is_told():
    """What was changed on the way is cut there and added here; the rest has moved."""
    moved = STORY[2].replace("survey", "careful study")
    a, b = "\n\n".join(STORY), "\n\n".join((*STORY[:2], *STORY[3:], moved))
    changes = _changes(a, b)
    assert (Change.CUT, "survey", "") in changes
    assert (Change.ADDED, "", "careful study") in changes
    assert diff(a, b).moved == len(_hashes(STORY[2])) - 1


def test_few_words_elsewhere_have_not_moved():
    """A turn of phrase that ends up elsewhere is cut and added."""
    a = f"In other words, quite simply.\n\n{STORY[0]}\n\n{STORY[2]}"
    b = f"{STORY[0]}\n\n{STORY[2]}\n\nIn other words, quite simply."
    assert diff(a, b).moved == 0


def test_a_change_begins_at_a_break_where_it_can():
    """An added paragraph is told as it stands, although the one behind it begins with the same words."""
    a = f"{STORY[0]}\n\nThe wall holds."
    b = f"{STORY[0]}\n\nThe wall cracks again.\n\nThe wall holds."
    assert _changes(a, b) == [(Change.ADDED, "", "The wall cracks again.")]


def test_what_stands_for_what_ends_with_its_paragraph():
    """A number changed at a paragraph's end and another paragraph behind it are two replacements."""
    a = "Ten walks for a wet Sunday 2025\n\nEvery spring somebody asks. Buses run hourly."
    b = "Ten walks for a wet Sunday 2026\n\nIt has rained a lot. Buses run hourly."
    assert _changes(a, b) == [
        (Change.REPLACED, "2025", "2026"),
        (Change.REPLACED, "Every spring somebody asks.", "It has rained a lot."),
    ]


def test_quotations_are_marked():
    """Words between quotation marks are pieces of their own, kept or changed."""
    a = STORY[1]
    b = a.replace("awkward", "easy")
    marked = [
        (part[0], part[2])
        for part, piece in zip(_parts(a, b, diff(a, b)), diff(a, b).pieces, strict=True)
        if piece.quoted
    ]
    assert marked == [
        (Change.KEPT, "“We had a choice between an"),
        (Change.REPLACED, "easy"),
        (Change.KEPT, "spring and a dangerous one,”"),
    ]


def test_a_space_lost_shows():
    """Two words run together are other words."""
    assert _changes("from the firm Hask and Merrin have since", "from the firm Hask and Merrinhave since") == [
        (Change.REPLACED, "Merrin have", "Merrinhave")
    ]


def test_scripts_without_blanks_are_compared():
    """Of a Chinese sentence only what changed is changed."""
    a = "港口周二关闭了外侧泊位，因为潜水员发现防波堤有裂缝，渡轮只能改道。"
    b = "港口周三关闭了外侧泊位，因为潜水员发现防波堤有裂缝，渡轮只能改道。"
    assert diff(a, b).cut <= 4
    assert "外侧泊位" in "".join(each for change, each, _ in _parts(a, b, diff(a, b)) if change is Change.KEPT)


@pytest.mark.parametrize("a", ["", "…", STORY[0]])
def test_nothing_in_common_is_cut_and_added(a):
    """Against a text without its words everything is cut; against nothing, too."""
    assert diff(a, "").kept == 0
    assert diff(a, "").cut == len(_hashes(a))
    assert diff("", a).added == len(_hashes(a))


def _seconds(a, b):
    began = time.process_time()
    diff(a, b)
    return time.process_time() - began


FACTOR, ROOM = 4, 8
"""Four times the words may take eight times the time of this very machine; what is quadratic takes sixteen."""


def _grows_with_its_size(pair, words):
    """Whether texts of four times the words take about four times the time, in one of three tries."""
    small, large = pair(words), pair(FACTOR * words)
    diff(*small)  # what the first call sets up is no growth
    return any(_seconds(*large) < ROOM * _seconds(*small) for _ in range(3))


def _rewritten(others):
    """Pairs of a text of so many words, and what became of it."""

    def pair(count):
        dice = chance(7)
        words = [f"w{int(dice.paretovariate(0.6)) % 5000}" for _ in range(count)]
        return " ".join(words), " ".join(others(words, dice))

    return pair


@pytest.mark.parametrize(
    "others",
    [
        pytest.param(lambda words, dice: [w if dice.random() > 0.3 else "x" for w in words], id="a third spun"),
        pytest.param(lambda words, _: words[len(words) // 2 :] + words[: len(words) // 2], id="halves exchanged"),
        pytest.param(lambda words, _: list(reversed(words)), id="backwards"),
        pytest.param(lambda words, dice: dice.choices("ab", k=len(words)), id="nothing in common"),
    ],
)
def test_time_grows_with_the_texts_and_not_with_their_square(others):
    """Texts of 10,000 words take about four times as long as such of 2,500, whatever became of them."""
    assert _grows_with_its_size(_rewritten(others), 2_500)


def test_texts_without_unique_runs_are_given_up_in_time():
    """Beyond what is compared exactly, texts of two words in random order count as different, and soon."""

    def pair(count):
        dice = chance(7)
        return tuple(" ".join(dice.choices("ab", k=count)) for _ in range(2))

    assert _grows_with_its_size(pair, 10_000)


def test_insertions_are_what_no_relative_has():
    """A brand that one copy alone has is found, with the copies that go through that place without it."""
    original, other = STORY[0], STORY[0].replace("found", "SafeX Pro found")
    text = original.replace("on Tuesday", "on Tuesday, Brightvale Capital reports,")
    [found] = insertions(text, [original, other, STORY[4]])
    assert text[found.start : found.end] == "Brightvale Capital reports"
    assert (found.words, found.witnesses) == (3, 2)


def test_what_a_relative_has_is_no_insertion():
    """Words that one relative has, kept or moved, are not the text's own."""
    text = "\n\n".join((STORY[0], STORY[1], STORY[2]))
    assert insertions(text, ["\n\n".join((STORY[0], STORY[2])), "\n\n".join((STORY[1], STORY[3]))]) == ()


def test_an_end_has_witnesses_before_it():
    """Of a text's own end those are witnesses that have what is before it; nothing is behind it."""
    text = "\n\n".join(STORY[:2])
    [found] = insertions(text, [STORY[0], STORY[4]])
    assert text[found.start : found.end] == STORY[1].rstrip(".")[1:]
    assert found.witnesses == 1


def test_without_relatives_there_are_no_insertions():
    """Against nothing, nothing was inserted; against a text of other words, everything, without a witness."""
    assert insertions(STORY[0], []) == ()
    [found] = insertions(STORY[0], ["quite different"])
    assert (found.words, found.witnesses) == (len(_hashes(STORY[0])), 0)
