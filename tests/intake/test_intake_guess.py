"""Legacy encodings that nobody declared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_texts import CHINESE, ENGLISH, JAPANESE, LEGACY, RUSSIAN, SPANISH, legacy_bytes

from copydesk.intake import page_from
from copydesk.intake.guess import guessed_codec

LEGACY_IDS = [name + "-" + str(i) for i, (_, name, _) in enumerate(LEGACY)]


@pytest.mark.parametrize(("text", "name", "codec"), LEGACY, ids=LEGACY_IDS)
def test_a_paragraph_is_enough_to_tell_an_encoding(text, name, codec):
    """A paragraph of plain text in a legacy encoding is read in it, undeclared."""
    content = legacy_bytes(text, codec)
    page = page_from(content)
    assert page.encoding == name
    assert page.text == content.decode(codec)


@pytest.mark.parametrize(("text", "name", "codec"), LEGACY, ids=LEGACY_IDS)
def test_markup_and_scripts_do_not_mislead(text, name, codec):
    """The same inside an undeclared HTML page, most of which is ASCII."""
    script = b"<script>" + b"function f(a, b) { return a + b; } " * 500 + b"</script>"
    content = b"<html><head>" + script + b"</head><body><p>" + legacy_bytes(text, codec) + b"</p></body></html>"
    assert page_from(content).encoding == name


def test_a_few_quotation_marks_mean_windows_1252():
    """Where hardly any byte is beyond ASCII, the usual encoding is meant."""
    assert page_from(b"It\x92s raining, \x93again\x94, in the caf\xe9 by the harbour. " * 3).text.startswith(
        "It’s raining, “again”"
    )


@pytest.mark.parametrize("cut", [1, 2, 3])
@pytest.mark.parametrize(
    ("text", "name", "codec"),
    [(JAPANESE, "shift_jis", "cp932"), (JAPANESE, "euc-jp", "euc_jp"), (CHINESE, "gb18030", "gb18030")],
)
def test_a_text_cut_off_inside_a_character_is_still_told(text, name, codec, cut):
    """The end of the page may be anywhere."""
    page = page_from(text.encode(codec)[:-cut])
    assert page.encoding == name
    assert page.text.startswith(text[:-4])


@pytest.mark.parametrize("content", [b"\xe9", b"\x81", b"ab\x81", b"\xff\xfd\xfc", b"caf\xe9"])
def test_hardly_anything_still_gives_an_encoding(content):
    """A few bytes decode to something, without an error."""
    assert content.decode(guessed_codec(content), "replace")


def test_a_sample_is_enough():
    """A large page is judged by a part of it, in a fraction of a second, and decoded whole."""
    content = (b"<p>" + b"plain words " * 50 + RUSSIAN.encode("cp1251") + b"</p>\n") * 6000
    page = page_from(content)
    assert page.encoding == "windows-1251"
    assert page.text.count("одна из участниц") == 6000


def test_the_first_foreign_word_may_come_late():
    """Half a megabyte of ASCII before it does not hide what the text is written in."""
    page = page_from(b"Regular report. " * 40_000 + b"\n" + SPANISH.encode("cp1252") + b"\n" + ENGLISH.encode("cp1252"))
    assert page.encoding == "windows-1252"
    assert SPANISH in page.text


@given(st.binary(max_size=300).filter(lambda content: not content.isascii()))
def test_every_guess_is_a_codec(content):
    """Whatever the bytes, the answer decodes them."""
    assert content.decode(guessed_codec(content), "replace")
