"""Is it a page at all? Known file formats by their first bytes, unknown ones by their control characters.

In go bytes, out comes the name of the format or a yes or no. Nothing is parsed: whatever passes is decoded and read as
HTML or text.
"""

import re

_FORMATS = tuple(
    (re.compile(magic, re.DOTALL), kind)
    for magic, kind in (
        (rb"%PDF-\d", "a PDF"),
        (rb"\x89PNG\r\n\x1a\n", "a PNG image"),
        (rb"\xff\xd8\xff", "a JPEG image"),
        (rb"GIF8[79]a.[\x00-\x1f]", "a GIF image"),  # the width's high byte: "GIF89a is" may open a text
        (rb"RIFF....WEBP", "a WebP image"),
        (rb"RIFF....(?:WAVE|AVI )", "a WAV or AVI file"),
        (rb"....ftyp(?:avif|avis|heic|heix|mif1)", "an AVIF or HEIC image"),
        (rb"\0\0..ftyp", "an MP4 file"),
        (rb"II\*\0|MM\0\*", "a TIFF image"),
        (rb"BM....\0\0\0\0", "a BMP image"),
        (rb"\0\0[\x01\x02]\0[\x01-\x40]\0", "an icon"),
        (rb"PK\x03\x04|PK\x05\x06", "a ZIP archive or office document"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old office document"),
        (rb"\{\\rtf\d", "an RTF document"),
        (rb"\x1f\x8b\x08", "gzip packed more than twice"),  # ``unpack`` took the layers before
        (rb"BZh\d1AY&SY", "a bzip2 archive"),
        (rb"\xfd7zXZ\0", "an XZ archive"),
        (rb"\x28\xb5\x2f\xfd", "a Zstandard archive"),
        (rb"7z\xbc\xaf\x27\x1c", "a 7z archive"),
        (rb"Rar!\x1a\x07", "a RAR archive"),
        (rb".{257}ustar[\0 ]", "a tar archive"),
        (rb"\x7fELF", "an ELF program"),
        (rb"MZ.{58,512}PE\0\0|\xca\xfe\xba\xbe|[\xce\xcf]\xfa\xed\xfe", "a program"),
        (rb"\0asm", "a WebAssembly module"),
        (rb"wOF[F2][\0\x01OCt]", "a web font"),
        (rb"\0\x01\0\0\0.|OTTO\0", "a font"),
        (rb"SQLite format 3\0", "an SQLite database"),
        (rb"PAR1[\x00-\x1f]", "a Parquet file"),
        (rb"ID3[\x02-\x04]\0", "an MP3 file"),
        (rb"OggS\0", "an Ogg file"),
        (rb"fLaC\0", "a FLAC file"),
        (rb"\x1a\x45\xdf\xa3", "a Matroska or WebM video"),
    )
)

_TEXT_BYTES = bytes({7, 8, 9, 10, 11, 12, 13, 27, *range(0x20, 0x7F), *range(0x80, 0x100)})
"""What file(1) holds for text, and everything above ASCII, which is up to the encoding."""

_FEW = 3
"""Control characters that any text may hold by accident."""


def binary_kind(content: bytes) -> str | None:
    """What the first bytes say it is, with its article; ``None`` if they say nothing."""
    for magic, kind in _FORMATS:
        if magic.match(content):
            return kind
    return None


def mostly_controls(sample: bytes) -> bool:
    """More control characters than a text holds, in bytes of an encoding that keeps ASCII.

    One in fifty: compressed or encrypted bytes hold one in ten, machine code and tables more, and the control
    characters left over in scraped text stay far below one in a hundred.
    """
    controls = len(sample.translate(None, _TEXT_BYTES))
    return controls > _FEW + len(sample) // 50
