"""One input from content in memory to Page."""

import codecs
import gzip
import io
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.errors import BinaryInput, EmptyInput, InputError, OversizedInput
from copydesk.intake import page_from
from copydesk.intake.unpack import LIMIT
from copydesk.types import MediaType, Page
from own_python import run_python

# Text that a page may hold: something beside white space, and no control characters, which would make it binary.
texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"])).filter(
    lambda text: text.strip("\ufeff").strip()
)


def test_a_page_says_where_it_came_from():
    """Address, time and name stand in the page as they were given; the content is the bytes themselves."""
    page = page_from(
        b"<p>Rain.</p>", url="https://example.org/rain", fetched_at="2025-04-11T05:48:19Z", name="rain.html"
    )
    assert page == Page(
        id=page.id,
        name="rain.html",
        url="https://example.org/rain",
        fetched_at="2025-04-11T05:48:19Z",
        media_type=MediaType.HTML,
        encoding="utf-8",
        content=b"<p>Rain.</p>",
        text="<p>Rain.</p>",
    )


def test_the_id_is_32_hex_digits_and_stays_the_same():
    """Stored ids must still match: the digest is pinned."""
    assert page_from("Rain.", url="https://example.org/").id == "1724c01cb68c789914396e84f9a2aa39"


def test_packed_and_unpacked_are_one_page():
    """A page has the same id, content and text whether it came gzipped or not."""
    plain = page_from("Überall Regen.".encode(), url="https://example.org/")
    packed = page_from(gzip.compress("Überall Regen.".encode()), url="https://example.org/")
    assert packed == plain


def test_text_and_its_utf8_bytes_are_one_page():
    """Decoded text has the id of its UTF-8 bytes."""
    assert page_from("Überall Regen.").id == page_from("Überall Regen.".encode()).id


@given(st.tuples(st.text(), texts), st.tuples(st.text(), texts))
def test_another_address_or_text_is_another_page(one, other):
    """No address runs over into the content: two pages share an id only if both parts are equal."""
    ids = [page_from(text, url=url).id for url, text in (one, other)]
    assert (ids[0] == ids[1]) == (one == other)


def test_an_address_cannot_move_into_the_content():
    """The border between address and content counts."""
    assert page_from("bc", url="a").id != page_from("c", url="ab").id


def test_an_address_with_surrogates_has_an_id():
    """An address that came out of undecodable bytes is no reason to fail."""
    assert page_from("Rain.", url="https://example.org/\udcff").id


@given(st.text())
def test_decoded_text_stays_as_it_is(text):
    """Text keeps every code point, but for surrogates, which become U+FFFD one for one, and one leading BOM."""
    try:
        page = page_from(text)
    except InputError:
        return
    expected = "".join("\ufffd" if "\ud800" <= character <= "\udfff" else character for character in text)
    assert page.text == expected.removeprefix("\ufeff")
    assert page.encoding == "str"
    assert page.content == expected.encode()


def test_lone_surrogates_keep_offsets_true():
    """A pair of surrogates that came as two code points stays two code points."""
    assert page_from("rain \ud83d\ude00 sun \udc80").text == "rain \ufffd\ufffd sun \ufffd"


@pytest.mark.parametrize(
    "text", ["one\r\ntwo\rthree\n", "a\x00b", "tab\tand\x0bmore\x0c.", "\ufeff\ufeffx", "e\u0301 \u00ad"]
)
@pytest.mark.parametrize("encode", [str.encode, str], ids=["bytes", "str"])
def test_nothing_but_the_first_bom_is_changed(text, encode):
    """Line ends, NULs, combining marks and every byte order mark after the first are part of the text."""
    assert page_from(encode(text)).text == text.removeprefix("\ufeff")


@given(st.binary())
def test_arbitrary_bytes_give_a_page_or_an_input_error(content):
    """Nothing but an InputError is ever raised, and the text of a page can always be written as UTF-8."""
    try:
        page = page_from(content)
    except InputError:
        return
    assert page.text.encode()
    assert not page.text.startswith("\ufeff") or content.count(b"\xff") > 1 or content.count(b"\xbb\xbf") > 1


@given(st.binary(), st.sampled_from(["utf-8", "utf-16", "shift_jis", "iso-2022-jp", "gb18030", "euc-jp", "big5", "x"]))
def test_arbitrary_bytes_behind_a_declaration_give_a_page_or_an_input_error(content, declared):
    """No declaration makes any bytes fail in another way."""
    try:
        page = page_from(f"<html><head><meta charset={declared}></head><body>".encode() + content)
    except InputError:
        return
    assert page.text.encode()
    assert page.media_type is MediaType.HTML


@given(
    st.binary(max_size=64),
    st.sampled_from([b"\xff\xfe", b"\xfe\xff", b"\xff\xfe\0\0", b"\0\0\xfe\xff", b"\x1f\x8b\x08"]),
)
def test_arbitrary_bytes_behind_a_magic_number_give_a_page_or_an_input_error(content, magic):
    """Neither a byte order mark nor the look of gzip makes any bytes fail in another way."""
    try:
        page = page_from(magic + content)
    except InputError:
        return
    assert page.text.encode()


@given(texts, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_text_written_with_a_bom_comes_back(text, encoding):
    """Whatever a writer with a byte order mark wrote is read back exactly."""
    page = page_from(text.encode(encoding))
    assert page.text == text
    assert page.encoding.startswith(encoding[:6].rstrip("-s"))


@given(texts.filter(lambda text: "\ufeff" not in text))
def test_utf8_without_a_bom_comes_back(text):
    """Valid UTF-8 is read as UTF-8 whatever stands in it."""
    page = page_from(text.encode())
    assert (page.text, page.encoding) == (text, "utf-8")


BLANK_UTF16 = codecs.BOM_UTF16_BE + b"\0 \0\0" * 50


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b" \r\n\t",
        b"\0" * 40,
        b"\xef\xbb\xbf \n",
        b"\xff\xfe",
        BLANK_UTF16,
        b"\n\0\0\0 \0",
        "",
        "\ufeff",
        "\u00a0\u3000\0",
    ],
)
def test_nothing_to_read_is_an_empty_input(content):
    """White space, NULs and byte order marks are no content."""
    with pytest.raises(EmptyInput, match=r"^nothing\.txt: "):
        page_from(content, name="nothing.txt")


def test_a_packed_nothing_is_an_empty_input():
    """Emptiness shows after unpacking."""
    with pytest.raises(EmptyInput):
        page_from(gzip.compress(b""))


@pytest.mark.parametrize(
    "content", [b"x" * (LIMIT + 1), "x" * (LIMIT + 1), "€" * (LIMIT // 3 + 1)], ids=["bytes", "str", "UTF-8"]
)
def test_more_than_the_limit_is_refused(content):
    """The limit is one of bytes, for text of its UTF-8."""
    with pytest.raises(OversizedInput, match="more than 50 MB"):
        page_from(content)


@pytest.mark.parametrize("content", [b"%PDF-1.7\n%\xe2\xe3", "%PDF-1.7\n"], ids=["bytes", "str"])
def test_a_known_format_is_named(content):
    """The error says what the input is instead of a page."""
    with pytest.raises(BinaryInput, match=r"^front\.pdf: a PDF, not a page$"):
        page_from(content, name="front.pdf")


def test_binary_data_read_as_text_is_refused():
    """Somebody who decoded a program as latin-1 gets told."""
    with pytest.raises(BinaryInput):
        page_from(bytes(range(256)).decode("latin-1") * 20)


@pytest.mark.parametrize("content", [Path("page.html"), io.BytesIO(b"<p>Rain."), None, 7])
def test_what_is_no_content_is_named(content):
    """A path, an open file or nothing in place of a page: the error says what was given."""
    with pytest.raises(TypeError, match=f"^a page is bytes or str, not {type(content).__name__}"):
        page_from(content)


@pytest.mark.parametrize("kind", [bytearray, memoryview])
def test_any_buffer_of_bytes_is_a_page(kind):
    """What a socket or a mapped file gives is read like bytes."""
    assert page_from(kind(b"<p>Rain.")) == page_from(b"<p>Rain.")


def test_a_clean_page_costs_little():
    """A UTF-8 page of 300 kB takes at most a few times what decoding and hashing it take."""
    content = (
        "<!doctype html><meta charset=utf-8><body>" + "<p>Schönes Wetter – wie angekündigt.</p>\n" * 7000
    ).encode()

    def fastest(call):
        times = []
        for _ in range(15):
            start = time.process_time()
            call()
            times.append(time.process_time() - start)
        return min(times)

    assert fastest(lambda: page_from(content)) < 0.005 + 3 * fastest(content.decode)


def test_the_detector_waits_until_it_is_needed():
    """charset-normalizer, slow to import, loads with the first page that needs it."""
    script = (
        "import sys, copydesk.intake as intake\n"
        "intake.page_from('<p>café</p>'.encode())\n"
        "sys.exit('charset_normalizer' in sys.modules)"
    )
    assert run_python("-c", script).returncode == 0
