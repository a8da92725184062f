"""Bytes of declared, marked and plain encodings."""

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st
from intake_texts import CHINESE, ENGLISH, FRENCH, GERMAN, JAPANESE, LEGACY, RUSSIAN, THAI, legacy_bytes
from w3lib.encoding import resolve_encoding

from copydesk.intake import page_from
from copydesk.intake.decode import decoded, wide_encoding, without_surrogates

LEGACY_IDS = [name + "-" + str(i) for i, (_, name, _) in enumerate(LEGACY)]


MARKED_UP = (
    f"<html><head><title>{JAPANESE[:9]}</title><meta name=robots content=index><link rel=icon href=/icon.png></head>"
    f"<body><p>{JAPANESE[:60]}"
)


def html(body: bytes, head: str) -> bytes:
    return (
        f"<!DOCTYPE html>\n<html><head>{head}<title>x</title></head><body><p>".encode() + body + b"</p></body></html>"
    )


def read(content: bytes) -> tuple[str, str]:
    page = page_from(content)
    return page.text, page.encoding


def test_plain_utf8_is_utf8():
    """UTF-8 needs no declaration."""
    assert read(GERMAN.encode()) == (GERMAN, "utf-8")


def test_ascii_is_utf8():
    """ASCII reads the same in every encoding, so that its name is UTF-8 whatever is declared."""
    text, encoding = read(html(b"Rain.", '<meta charset="windows-1251">'))
    assert "Rain." in text
    assert encoding == "utf-8"


@pytest.mark.parametrize(
    ("mark", "codec", "name"),
    [
        (codecs.BOM_UTF8, "utf-8", "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16le"),
        (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16be"),
        (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32le"),
        (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32be"),
    ],
)
def test_a_byte_order_mark_decides(mark, codec, name):
    """A mark beats any declaration and is no part of the text."""
    source = f'<html><head><meta charset="koi8-r"></head><body><p>{RUSSIAN}{JAPANESE}</p></body></html>'
    assert read(mark + source.encode(codec)) == (source, name)


@pytest.mark.parametrize(("text", "name", "codec"), LEGACY, ids=LEGACY_IDS)
@pytest.mark.parametrize(
    "declaration",
    ['<meta charset="{}">', "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset={}'>"],
    ids=["charset", "http-equiv"],
)
def test_the_declared_encoding_is_used(text, name, codec, declaration):
    """HTML that declares a legacy encoding, and is in it, is read in it."""
    body = legacy_bytes(text, codec)
    content = html(body, declaration.format(name.upper()))
    found, encoding = read(content)
    assert encoding == name
    assert body.decode(codec) in found
    assert "\ufffd" not in found


def test_an_xml_declaration_is_a_declaration():
    """XHTML declares its encoding in its first line."""
    content = b'<?xml version="1.0" encoding="windows-1251"?>\n' + html(RUSSIAN.encode("cp1251"), "")
    text, encoding = read(content)
    assert encoding == "windows-1251"
    assert RUSSIAN in text


@pytest.mark.parametrize("alias", ["iso-8859-1", "latin1", "us-ascii", "ISO8859-1", "cp1252"])
def test_latin_1_is_read_as_browsers_read_it(alias):
    """Who declares Latin-1 means windows-1252, with its quotation marks and dashes."""
    text, encoding = read(html(ENGLISH.encode("cp1252"), f'<meta charset="{alias}">'))
    assert encoding == "windows-1252"
    assert ENGLISH in text


@pytest.mark.parametrize(
    ("alias", "name"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("ks_c_5601-1987", "euc-kr"), ("x-sjis", "shift_jis")],
)
def test_browser_aliases_are_known(alias, name):
    """The names that pages use, not only the standard's own."""
    text, codec = {
        "gb18030": (CHINESE, "gb18030"),
        "euc-kr": ("진실을 듣기 전에는", "euc_kr"),
        "shift_jis": (JAPANESE, "shift_jis"),
    }[name]
    found, encoding = read(html(text.encode(codec), f"<meta charset={alias}>"))
    assert encoding == name
    assert text in found


def test_utf8_that_declares_latin_1_is_utf8():
    """Valid UTF-8 beats a declaration: nobody writes it by accident."""
    text, encoding = read(html(FRENCH.encode(), '<meta charset="iso-8859-1">'))
    assert encoding == "utf-8"
    assert FRENCH in text


def test_one_sequence_of_utf8_is_enough():
    """A single valid accent, with nothing invalid beside it, shows UTF-8."""
    text, encoding = read(html("a café".encode(), '<meta charset="windows-1252">'))
    assert encoding == "utf-8"
    assert "a café" in text


def test_windows_1252_that_declares_utf8_is_windows_1252():
    """A declaration of UTF-8 over bytes that are not is no declaration."""
    text, encoding = read(html(FRENCH.encode("cp1252"), '<meta charset="utf-8">'))
    assert encoding == "windows-1252"
    assert FRENCH in text


def test_a_multibyte_declaration_that_does_not_fit_is_ignored():
    """Bytes that the declared encoding cannot hold are read as what they look like."""
    text, encoding = read(html(RUSSIAN.encode("cp1251"), '<meta charset="euc-jp">'))
    assert encoding == "windows-1251"
    assert RUSSIAN in text


def test_a_single_error_does_not_refute_a_declaration():
    """A byte that stands for nothing becomes U+FFFD; the rest is read as declared."""
    body = JAPANESE.encode("euc_jp")
    text, encoding = read(html(body + b"\xff" + body, '<meta charset="euc-jp">'))
    assert encoding == "euc-jp"
    assert text.count(JAPANESE) == 2
    assert text.count("\ufffd") == 1


def test_stray_bytes_in_utf8_are_read_as_windows_1252():
    """A UTF-8 page with a comment pasted in from elsewhere is repaired and stays UTF-8."""
    content = html(GERMAN.encode() + b"<p>r\xe9sum\xe9 \x96 \x93quoted\x94</p>", '<meta charset="utf-8">')
    text, encoding = read(content)
    assert encoding == "utf-8"
    assert GERMAN in text
    assert "<p>résumé – “quoted”</p>" in text


@pytest.mark.parametrize("head", ["", '<meta charset="iso-8859-1">'], ids=["undeclared", "declared otherwise"])
def test_mostly_utf8_needs_no_declaration(head):
    """What is UTF-8 but for a byte in ten sequences is repaired whatever it declares."""
    text, encoding = read(html((THAI + GERMAN).encode() + b" caf\xe9", head))
    assert encoding == "utf-8"
    assert THAI + GERMAN + " café" in text


def test_a_stray_byte_without_meaning_becomes_a_replacement_character():
    """windows-1252 has five holes."""
    assert read(GERMAN.encode() + b" \x81 x")[0] == GERMAN + " \ufffd x"


@pytest.mark.parametrize("cut", [1, 2])
def test_utf8_cut_off_inside_a_character_stays_utf8(cut):
    """What the end of a page cuts off becomes U+FFFD and changes nothing before it."""
    assert read((GERMAN + "€").encode()[:-cut]) == (GERMAN + "\ufffd", "utf-8")


@pytest.mark.parametrize(("text", "name", "codec"), [(JAPANESE, "shift_jis", "cp932"), (CHINESE, "gb18030", "gb18030")])
def test_a_declared_encoding_cut_off_inside_a_character_is_kept(text, name, codec):
    """The same for declared legacy encodings."""
    whole = html(b"", f"<meta charset={name}>") + text.encode(codec)
    found, encoding = read(whole[:-1])
    assert encoding == name
    assert text[:-1] in found


@pytest.mark.parametrize("codec", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    "text",
    [
        ENGLISH,
        GERMAN,
        RUSSIAN,
        MARKED_UP,
    ],
)
def test_utf16_without_a_mark_is_told_by_its_pattern(codec, text):
    """The upper bytes of UTF-16 are control characters outside CJK text, and in markup anyway."""
    assert read(text.encode(codec)) == (text, codec.replace("-le", "le").replace("-be", "be"))


def test_utf16_cut_in_half_ends_in_a_replacement_character():
    """An odd byte at the end is no reason to doubt the rest."""
    assert read(b"\xff\xfe" + GERMAN.encode("utf-16-le") + b"x") == (GERMAN + "\ufffd", "utf-16le")


def test_lone_surrogates_in_utf16_are_replaced():
    """UTF-16 can spell half a pair, text cannot."""
    assert read(b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x3d\xd8" + "cd".encode("utf-16-le"))[0].count("\ufffd") == 1


def test_half_a_pair_does_not_hide_unmarked_utf16():
    """One error among units that fit the pattern is replaced, and the rest is read."""
    text, encoding = read(GERMAN.encode("utf-16-le") + b"\x3d\xd8" + GERMAN.encode("utf-16-le"))
    assert encoding == "utf-16le"
    assert text == GERMAN + "\ufffd" + GERMAN


@pytest.mark.parametrize("content", [b"a\0b", b"rain\0" * 3, b"one\0two\0three and more", ENGLISH.encode() + b"\0\0"])
def test_a_few_nuls_are_no_utf16(content):
    """NULs left over in a text are kept and say nothing about its encoding."""
    assert wide_encoding(content) is None
    assert read(content) == (content.decode(), "utf-8")


def test_nuls_alone_are_no_utf16():
    """Padding has no encoding."""
    assert wide_encoding(b"\0" * 64) is None


def test_iso_2022_jp_is_read_where_it_is_declared():
    """Its bytes are all ASCII, so that nothing but the declaration tells."""
    text, encoding = read(html(JAPANESE.encode("iso2022_jp"), "<meta charset=iso-2022-jp>"))
    assert encoding == "iso-2022-jp"
    assert JAPANESE in text


@pytest.mark.parametrize(
    "label", ["utf-16", "utf-7", "unicode_escape", "idna", "hex", "rot13", "undefined", "no-such-thing", ""]
)
def test_only_encodings_of_the_web_are_obeyed(label):
    """A label that means something to Python only, or to nobody, is no declaration."""
    text, encoding = read(html(FRENCH.encode("cp1252") + b"\\u0041 +ADw-", f'<meta charset="{label}">'))
    assert encoding == "windows-1252"
    assert FRENCH + "\\u0041 +ADw-" in text


def test_a_text_that_shows_a_declaration_declares_nothing():
    """A meta tag in a text about meta tags is words."""
    text = 'В тексте можно написать <meta charset="koi8-r"> и ничего не изменится. ' + RUSSIAN
    assert read(text.encode("cp1251")) == (text, "windows-1251")


def test_a_declaration_in_a_comment_declares_nothing():
    """What is commented out is not said."""
    text, encoding = read(html(RUSSIAN.encode("cp1251"), "<!-- <meta charset=koi8-r> -->"))
    assert encoding == "windows-1251"
    assert RUSSIAN in text


@given(st.binary(min_size=1))
def test_decoding_never_fails(content):
    """Every byte string decodes to text without surrogates, under a name that stands for an encoding."""
    text, encoding = decoded(content, wide_encoding(content))
    assert without_surrogates(text) is text
    assert resolve_encoding(encoding)


def test_the_repair_is_for_decoding_only():
    """The error handler, which every codec can reach, leaves errors of writing as they are."""
    with pytest.raises(UnicodeEncodeError):
        "Überall".encode("ascii", "copydesk.stray_windows_1252")


@given(st.text(st.characters(codec="utf-8"), min_size=5), st.lists(st.integers(0xC0, 0xFF), max_size=1))
def test_repair_touches_nothing_else(text, stray):
    """However UTF-8 is broken, its valid parts stand in the repaired text in order."""
    high = sum(character > "\x7f" for character in text)
    if high < 2:
        text += "Æ€"
    content = text.encode() + b" " + bytes(stray) + b" end"
    found, encoding = decoded(content)
    assert encoding == "utf-8"
    assert found == text.removeprefix("\ufeff") + " " + bytes(stray).decode("cp1252") + " end"
