"""What is no page."""

import codecs
import io
import struct
import tarfile
import zipfile
import zlib

import pytest
from intake_texts import JAPANESE, KOREAN, RUSSIAN

from chance import chance
from copydesk.errors import BinaryInput
from copydesk.intake import page_from
from copydesk.intake.binary import binary_kind, mostly_controls


def zip_archive(member: str) -> bytes:
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        writer.writestr(member, "rain")
    return archive.getvalue()


def tar_archive() -> bytes:
    archive = io.BytesIO()
    with tarfile.open(fileobj=archive, mode="w") as writer:
        member = tarfile.TarInfo("rain.txt")
        member.size = 4
        writer.addfile(member, io.BytesIO(b"rain"))
    return archive.getvalue()


KNOWN = [
    (b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>", "a PDF"),
    (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a PNG image"),
    (b"\xff\xd8\xff\xe0\0\x10JFIF\0", "a JPEG image"),
    (b"GIF89a\x01\0\x01\0\x80\0\0", "a GIF image"),
    (b"RIFF\x24\x01\0\0WEBPVP8 ", "a WebP image"),
    (b"RIFF\x24\x01\0\0WAVEfmt ", "a WAV or AVI file"),
    (b"\0\0\0\x1cftypavif\0\0\0\0", "an AVIF or HEIC image"),
    (b"\0\0\0\x20ftypisom\0\0\x02\0", "an MP4 file"),
    (zip_archive("word/document.xml"), "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0", "an old office document"),
    (rb"{\rtf1\ansi Rain.\par}", "an RTF document"),
    (b"BZh91AY&SY\x9e", "a bzip2 archive"),
    (b"\xfd7zXZ\0\0\x04", "an XZ archive"),
    (b"\x28\xb5\x2f\xfd\x04", "a Zstandard archive"),
    (tar_archive(), "a tar archive"),
    (b"\x7fELF\x02\x01\x01\0", "an ELF program"),
    (b"wOF2\0\x01\0\0\0\0", "a web font"),
    (b"SQLite format 3\0\x10\0", "an SQLite database"),
    (b"ID3\x04\0\0", "an MP3 file"),
]


@pytest.mark.parametrize(("content", "kind"), KNOWN, ids=[kind for _, kind in KNOWN])
def test_a_known_format_is_named(content, kind):
    """The reason names the format, so that its owner knows what to convert."""
    with pytest.raises(BinaryInput) as raised:
        page_from(content)
    assert raised.value.reason == f"{kind}, not a page"


@pytest.mark.parametrize(
    "text",
    [
        "GIF89a is from 1989.",
        "PK means penalty kick.",
        "ID3 tags are old.",
        "BMW sold less.",
        "MZ opens a program.",
        "RIFFs and chords",
        "Rar! said the bear.",
        "OggSong",
        "7zip is free.",
        "ustar",
    ],
)
def test_a_text_may_begin_like_a_format(text):
    """The letters of a magic number are words until its control bytes follow."""
    assert binary_kind(text.encode()) is None
    assert page_from(text.encode()).text == text


def noise(size: int) -> bytes:
    return chance(7).randbytes(size)


@pytest.mark.parametrize(
    "content",
    [
        noise(5000),
        noise(200),
        zlib.compress(noise(3000)),
        struct.pack("<500d", *range(500)),
        struct.pack("<500i", *range(500)),
        b"".join(struct.pack(">I", len(word)) + word for word in [b"rain", b"sun", b"hail"] * 100),
        "".join(map(chr, range(1, 32))).encode("utf-16") * 50,
        codecs.BOM_UTF16_LE + noise(5000),
        codecs.BOM_UTF32_LE + noise(5000),
        bytes(range(9)) * 3,
    ],
    ids=[
        "noise",
        "short noise",
        "compressed",
        "floats",
        "integers",
        "records",
        "UTF-16 controls",
        "UTF-16 noise",
        "UTF-32 noise",
        "controls",
    ],
)
def test_unknown_binary_data_is_told_by_its_control_characters(content):
    """What no format is known for is refused all the same, without a search for its encoding."""
    with pytest.raises(BinaryInput, match="binary data, not a page"):
        page_from(content)


@pytest.mark.parametrize(
    "content",
    [
        b"one\0two",
        b"\0rain and sun",
        b"a\x01b\x02c",
        b"rain " * 50 + b"\0\0\0",
        b"Regen\x1a\x14 \x19",
        b"\x1b[1mrain\x1b[0m" * 20,
        b"r\x08ra\x08ai\x08in\x08n" * 9,
    ],
    ids=["NUL", "NUL first", "controls", "NULs last", "smart quotes gone wrong", "terminal colours", "overstrikes"],
)
def test_a_few_control_characters_are_text(content):
    """NULs and controls left over in scraped text are kept as they are."""
    assert page_from(content).text == content.decode()


@pytest.mark.parametrize("text", [RUSSIAN, JAPANESE, KOREAN, "Rain. " * 99])
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32"])
def test_wide_encodings_are_no_binary_data(text, encoding):
    """The NULs of UTF-16 and UTF-32 are letters' upper halves."""
    assert page_from(text.encode(encoding)).text == text


def test_the_share_counts_not_the_number():
    """Controls are judged against the length of the sample."""
    assert not mostly_controls(b"\0" * 10 + b"rain" * 250)
    assert mostly_controls(b"\0" * 10 + b"rain" * 20)
