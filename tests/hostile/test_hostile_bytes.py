"""Bytes that are no page, hardly one, or one that lies about itself: a clear error or a sound article."""

import gzip
import time

import pytest
import reading_laws
from hostile_pages import PROSE, P

import copydesk
from chance import chance
from copydesk.errors import BinaryInput, EmptyInput, InputError, OversizedInput, UnreadableInput
from copydesk.intake.unpack import LIMIT
from copydesk.types import Article, PageKind

MANY = (
    "Дождь идёт третий день, сказала мэр. ",
    "昨夜、数千人の住民が大通りを行進した。",
    "Où êtes-vous, cœur d’été ? ",
    PROSE,
)
CODECS = [
    *("utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-7", "latin-1", "cp1251"),
    *("koi8-r", "shift_jis", "euc_jp", "iso2022_jp", "gb18030", "big5", "euc_kr", "cp037", "mac_roman", "cp874"),
]


def sound(content: bytes | str, url: str | None = None) -> Article | InputError:
    """What comes of a page, held against the laws; an error names the input and a reason, none of the content."""
    result = reading_laws.article_or_error(content, url)
    if isinstance(result, InputError):
        assert str(result).startswith("<bytes>: ")
        assert 0 < len(result.reason) < 80
        assert result.reason.isprintable()
    else:
        assert reading_laws.broken_laws(result) == []
    return result


def test_nothing_is_empty():
    """No byte, no character, nothing but white space, NULs and byte order marks: an EmptyInput."""
    for content in (
        b"",
        "",
        b"\n",
        " \t\r\n" * 1000,
        b"\0" * 5000,
        "\ufeff",
        b"\xff\xfe",
        b"\xef\xbb\xbf \n",
        "\u3000\u2028",
    ):
        assert isinstance(sound(content), EmptyInput)
    assert isinstance(sound(gzip.compress(b"")), EmptyInput)


@pytest.mark.parametrize("text", [False, True], ids=["bytes", "text"])
def test_each_single_byte_is_an_answer(text):
    """Every byte, and every character of one byte, alone: white space is empty, everything else ``other`` or binary."""
    for byte in range(256):
        result = sound(chr(byte) if text else bytes([byte]))
        if isinstance(result, Article):
            assert result.kind.value is PageKind.OTHER
        else:
            assert isinstance(result, EmptyInput | BinaryInput)


def test_each_single_byte_in_a_page_is_an_answer():
    """Every byte inside a word, a tag, an attribute and a script leaves a sound article."""
    for byte in range(256):
        one = bytes([byte])
        page = b"<html><p id='x%b'>ra%bin</p><%bp>%b</html>" % (one, one, one, P.encode())
        assert isinstance(sound(page), Article)


@pytest.mark.parametrize("seed", range(8))
def test_noise_is_binary(seed):
    """Random bytes, short or long, are refused as binary, or read as the few characters they are."""
    noise = chance(seed)
    for size in (1, 2, 3, 5, 10, 50, 500, 5000, 100_000):
        result = sound(noise.randbytes(size))
        assert size < 500 or isinstance(result, BinaryInput)


@pytest.mark.parametrize(
    "head", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04", b"\x7fELF", b"\xff\xd8\xff\xe0", b"SQLite format 3\0"]
)
def test_known_formats_are_named(head):
    """A file of another format is refused by its name, though pages follow in it."""
    result = sound(head + P.encode() * 10)
    assert isinstance(result, BinaryInput)
    assert result.reason.endswith(", not a page")


@pytest.mark.parametrize("declared", ["", *CODECS, "unicode_escape", "x-user-defined", "rot13", "utf-8;", "\xff"])
def test_a_page_in_another_encoding_than_it_declares_is_read(declared):
    """Every encoding under every name gives a sound article or is taken for binary data."""
    for codec in CODECS:
        for words in MANY:
            page = f'<html><meta charset="{declared}"><body><p>{words}</p></body></html>'
            sound(page.encode(codec, "replace"))


@pytest.mark.parametrize("codec", CODECS)
def test_a_page_cut_off_inside_a_character_is_read(codec):
    """Wherever the bytes end, the article is sound."""
    content = "".join(MANY).encode(codec, "ignore")
    for end in [*range(1, 30), *range(len(content) - 12, len(content))]:
        sound(content[:end])


def test_bytes_that_are_no_characters_cost_no_word_beside_them():
    """Lone continuation bytes, surrogates, overlong forms and half characters in UTF-8 leave the words around them."""
    before, behind = "Après la pluie, l’été à Besançon où tout s’arrête:", f"le beau temps. {PROSE}"
    for stray in (b"\x80", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8\x88\x80\x80\x80", b"\xf4\x90\x80\x80", b"\xfe\xff"):
        article = sound(f"<p>{before} ".encode() + stray + f" {behind}</p>".encode())
        assert isinstance(article, Article)
        assert before in article.page_text
        assert behind in article.page_text


@pytest.mark.parametrize("code", [0xD800, 0xDC80, 0xDFFF])
def test_half_characters_can_be_written(code):
    """Lone surrogates in text or address, as other tools leave them, give a record that can be written as UTF-8."""
    half = chr(code)
    for content in (f"{half}{PROSE}", f"<p>{half}{PROSE}</p>", f"<p title='{half}'>{PROSE}", half):
        assert isinstance(sound(content, f"https://example.org/{half}"), Article)


@pytest.mark.parametrize("prop", ["headline", "image", "@type", "@id", "author", "datePublished", "keywords"])
def test_half_characters_that_json_escapes_can_be_written(prop):
    """A lone surrogate in any value of the page's JSON-LD, and in its keys, is no character of the record."""
    for value in (
        '"\\ud800"',
        '"Rain \\uDFFF"',
        '["\\ud83d", {"url": "\\ude00", "name": "\\udc80"}]',
        '{"\\udabc": "\\udabc"}',
    ):
        script = f'{{"@type": ["NewsArticle"], "headline": "Rain falls", "\\ud800": 1, "{prop}": {value}}}'
        article = sound(f"<html><script type=application/ld+json>{script}</script><h1>Rain falls</h1>{P * 3}")
        assert isinstance(article, Article)


def test_whole_characters_that_json_escapes_are_read():
    """A pair of surrogates is the character that it stands for, beside halves as well."""
    script = '{"@type": "NewsArticle", "headline": "Rain \\ud83c\\udf27", "image": "/\\ud83c.jpg"}'
    article = sound(f"<html><script type=application/ld+json>{script}</script><h1>Rain \U0001f327</h1>{P * 3}")
    assert isinstance(article, Article)
    assert article.headline.value == "Rain \U0001f327"
    assert any(getattr(place, "text", "") == "Rain \U0001f327" for place in article.headline.evidence)


@pytest.mark.parametrize(
    "some", ["\u202e", "\u2066", "\u200f", "\u200b", "\u00ad", "\u2060", "\ufeff", "\U000e0001", "\U0010ffff"]
)
def test_invisible_characters_are_characters(some):
    """Bidirectional and other invisible controls, few or many, stay where they are and break nothing."""
    for content in (
        some * 3,
        f"{some * 2000}{PROSE}",
        some.join(PROSE),
        f"<p>{some.join(PROSE)}</p>",
        f"<p>{some}</p>",
    ):
        result = sound(content)
        assert isinstance(result, Article | EmptyInput)


def test_nuls_are_dropped_or_binary():
    """A few NULs are let pass; a page full of them is binary."""
    assert isinstance(sound(f"Rain\0falls. {PROSE}"), Article)
    assert isinstance(sound(f"<p>Rain\0falls.\0</p>{P}"), Article)
    assert isinstance(sound("<p>" + "R\0" * 500), BinaryInput)


@pytest.mark.parametrize(
    "content",
    [gzip.compress(P.encode())[:-10], gzip.compress(P.encode())[:12], b"\x1f\x8b\x08" + b"\0" * 100, b"\x1f\x8b\x08"],
)
def test_broken_packing_is_unreadable(content):
    """A gzip stream that breaks off or is none is told as such."""
    assert isinstance(sound(content), UnreadableInput)


def test_a_bomb_is_defused_in_time():
    """Ten gigabytes of white space in ten megabytes, or in ten kilobytes packed twice, are given up after 50 MB."""
    member = gzip.compress(b" " * 10_000_000)
    start = time.process_time()
    for bomb in (member * 1000, gzip.compress(member * 1000)):
        assert isinstance(sound(bomb), OversizedInput)
    assert time.process_time() - start < 10


@pytest.mark.parametrize(
    "content", [b"a" * (LIMIT + 1), "a" * (LIMIT + 1), "é" * (LIMIT // 2 + 1)], ids=["bytes", "text", "utf-8"]
)
def test_more_than_the_limit_is_refused(content):
    """Beyond 50 MB, packed or not, nothing is decoded or parsed."""
    start = time.process_time()
    assert isinstance(sound(content), OversizedInput)
    assert time.process_time() - start < 2


def test_an_error_names_its_input():
    """An error is a line that begins with the input's name."""
    with pytest.raises(BinaryInput, match=r"\A<bytes>: a PDF, not a page\Z"):
        copydesk.read(b"%PDF-1.4")
