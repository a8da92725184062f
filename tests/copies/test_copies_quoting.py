"""Words between quotation marks are told by the marks alone, in the manner of each language."""

import pytest

from copydesk.copies.tokens import QUOTED, tokens


def quoted(text):
    """The quoted words, a blank between them."""
    found = tokens([text])
    rows = zip(found.starts.tolist(), found.ends.tolist(), found.flags.tolist(), strict=True)
    return " ".join(text[start:end] for start, end, flag in rows if flag & QUOTED)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He said “no more” and left", "no more", id="English"),
        pytest.param('He said "no more" and left', "no more", id="straight"),
        pytest.param("Er sagte „nie mehr“ und ging", "nie mehr", id="German"),
        pytest.param("Powiedział „nigdy więcej” i wyszedł", "nigdy więcej", id="Polish"),
        pytest.param("Il dit « plus jamais » et part", "plus jamais", id="French"),
        pytest.param("Он сказал «никогда» и ушёл", "никогда", id="Russian"),
        pytest.param("市長は「二度と」と言", "二 度 と", id="Japanese"),
        pytest.param("“One,” he said. “Two.”", "One Two", id="two quotations"),
        pytest.param('"One," he said. "Two."', "One Two", id="two straight ones"),
        pytest.param("„Eins“, sagte er, „zwei“ und drei", "Eins zwei", id="two German ones"),
        pytest.param("“a“b”c", "b", id="opened twice"),
        pytest.param("“”", "", id="nothing between"),
        pytest.param("„Eins“, sagte er laut\n„zwei“ und drei", "Eins zwei", id="a German one heads the next line"),
        pytest.param("Dans l’« équipe » de l’« état »", "équipe état", id="French after an apostrophe"),
        pytest.param("It’s the mayor’s 5' wall and 'so on'", "", id="apostrophes"),
        pytest.param("no marks at all", "", id="none"),
        pytest.param("", "", id="empty"),
    ],
)
def test_marks_in_pairs_quote_what_is_between(text, expected):
    """Between an opening and a closing mark of any of these manners all words are quoted, and no others."""
    assert quoted(text) == expected


@pytest.mark.parametrize("mark", ["“", "„", "«", "「", "『"])
def test_an_opening_mark_that_is_never_closed_quotes_nothing(mark):
    """A mark that says which way it faces quotes only up to one that closes it."""
    assert quoted(f"before {mark}after\nnext line\nand another") == ""


@pytest.mark.parametrize("mark", ["”", "»", "」", "』"])
def test_a_closing_mark_that_was_never_opened_quotes_nothing(mark):
    """Nothing before a closing mark is quoted when nothing opened it."""
    assert quoted(f"before{mark} after\nnext line") == ""


def test_a_straight_mark_does_not_reach_into_the_next_line():
    """An unpaired straight mark (an inch, a slip) spoils its own line at most."""
    assert quoted('a 5" pipe\nthe mayor "agrees" now') == "pipe agrees"


def test_a_quotation_goes_on_in_the_next_line():
    """A paragraph that opens a quotation and does not close it is quoted when the next one opens there again."""
    assert quoted("He said: “one two\n“three four” and five") == "one two three four"


def test_a_quotation_goes_on_in_the_next_paragraph():
    """So it is with a blank line between the paragraphs, as in an article's text."""
    assert quoted("He said: “one two\n\n“three four” and five") == "one two three four"
    assert quoted("He said: “one two\r\n\r\n“three\n“four” and five") == "one two three four"


def test_a_quotation_in_the_next_line_does_not_close_an_earlier_one():
    """A mark that was never closed quotes nothing where the next line opens a quotation, but not at its beginning."""
    assert quoted("He said: “one two\n\nAnd “three four” and five") == "three four"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Er sagte »nie« und dann »mehr«", "nie mehr"),
        ("Han sagde »aldrig mere« og gik", "aldrig mere"),
        ("»Eins zwei\n\n»drei« und vier", "Eins zwei drei"),
        ("Er sagte »nie „und“ mehr«.\nElle dit « oui » et »\n» Mehr «lesen»", "nie und mehr oui lesen"),
    ],
)
def test_angular_marks_may_face_inwards(text, expected):
    """German and Danish print »so«: what is between is quoted, what is between two of them is not."""
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("「市長は『二度と』言」終", "市 長 は 二 度 と 言"),
        ("« Il a dit “jamais” hier », dit-elle", "Il a dit jamais hier"),
    ],
)
def test_a_quotation_may_hold_another(text, expected):
    """With one quotation inside another all words of the outer one are quoted."""
    assert quoted(text) == expected


def test_marks_of_one_text_do_not_quote_the_next():
    """A quotation open at the end of a text is closed there."""
    for mark in '"“„«':
        found = tokens([f"one {mark}two", f"three{mark} four ” »"])
        assert not (found.flags[found.first[1] : found.first[1] + 1] & QUOTED).any()
