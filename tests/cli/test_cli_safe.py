"""Words of a page, made safe for a terminal."""

import json
import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.cli import safe

ANY = st.text(st.characters(codec=None, categories=None))  # surrogates and all
NASTY = st.text(
    st.sampled_from("a\x1b[\x07\x00\x7f\x9b\x85\u202e\u2066\u200f\u200d\ufeff\u2028\U000e0041\ud800\t\r\n 漢")
)


def _obeyed(text, *, besides=""):
    return [c for c in text if unicodedata.category(c) in {"Cc", "Cf", "Cs", "Zl", "Zp"} and c not in besides]


@given(ANY | NASTY)
@example("\x1b]0;title\x07\x1b[2J")
def test_a_safe_line_holds_nothing_that_a_terminal_obeys(text):
    """No control, format or separator character of any Unicode category survives in a line."""
    assert _obeyed(safe.line(text)) == []


@given(ANY | NASTY)
def test_safe_lines_hold_nothing_but_line_breaks(text):
    """In a text of several lines the only control character left is the line feed."""
    assert _obeyed(safe.lines(text), besides="\n") == []


@given(ANY | NASTY)
def test_json_for_a_terminal_is_the_same_data(text):
    """Escaping JSON for a terminal changes no value and leaves nothing to obey but line breaks."""
    shown = safe.data(json.dumps({"text": text}, ensure_ascii=False, indent=1))
    assert json.loads(shown) == json.loads(json.dumps({"text": text}))
    assert _obeyed(shown, besides="\n") == []


@given(ANY | NASTY, st.sampled_from(["ascii", "latin-1", "cp1252", "gbk"]))
def test_a_line_for_an_encoding_fits_into_it(text, encoding):
    """What is made for a terminal of some encoding can be encoded strictly."""
    line = safe.line(text, encoding=encoding)
    assert line.encode(encoding).decode(encoding) == line


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", r"\x1b[31mred"),
        ("\x9b2J", r"\x9b2J"),
        ("bell\x07 del\x7f", r"bell\x07 del\x7f"),
        ("abc\u202edef\u2066", r"abc\u202edef\u2066"),
        ("soft\u00adhyphen zero\u200bwidth \u200fמילה\u200e", "softhyphen zerowidth מילה"),
        ("  two\n\tlines\u2028and \u00a0 spaces ", "two lines and spaces"),
        ("tag\U000e0041", r"tag\U000e0041"),
        ("漢字 [bold]mark-up[/bold] é", "漢字 [bold]mark-up[/bold] é"),
    ],
)
def test_what_would_be_obeyed_can_be_read_instead(text, shown):
    """Controls come out as escapes, silent marks not at all, white space as one space, all else as it is."""
    assert safe.line(text) == shown


def test_typographic_marks_have_ascii_cousins():
    """Where a terminal knows only ASCII, quotes and dashes stay readable, and the rest becomes escapes."""
    assert safe.line("“a” – ‘b’ … › é", encoding="ascii") == "\"a\" - 'b' ... > \\xe9"


def test_lines_keep_their_breaks_and_lose_their_tabs():
    """Every kind of line break becomes a line feed and a tab becomes spaces."""
    assert safe.lines("a\r\nb\x0bc\u2028d\te") == "a\nb\nc\nd    e"
