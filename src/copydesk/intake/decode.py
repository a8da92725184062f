"""Bytes -> text, whatever the encoding; it never fails.

In order, as far as the bytes bear it out: byte order mark; UTF-16 by its pattern of control bytes; UTF-8; the encoding
that the HTML declares; the one that is likeliest by its letters; windows-1252. What the bytes show beats what the page
declares: text of another encoding is hardly ever valid UTF-8 by accident, while declarations come out of templates.

A page that is UTF-8 but for some stray bytes (a comment or an advert pasted from elsewhere) is repaired: each stray
byte is read as windows-1252, and the page counts as UTF-8. Bytes that stand for nothing become U+FFFD.
"""

import codecs
import re
from typing import Final

from w3lib.encoding import html_body_declared_encoding, read_bom, to_unicode

from copydesk.intake.sniff import is_html

_NAMES: Final = {
    "big5hkscs": "big5",
    "cp866": "ibm866",
    "cp932": "shift_jis",
    "cp949": "euc-kr",
    "euc_jp": "euc-jp",
    "gb18030": "gb18030",
    "iso2022_jp": "iso-2022-jp",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "mac-cyrillic": "x-mac-cyrillic",
    "mac-roman": "macintosh",
    "utf-16-be": "utf-16be",
    "utf-16-le": "utf-16le",
    "utf-32-be": "utf-32be",
    "utf-32-le": "utf-32le",
    "utf-8": "utf-8",
    **{f"iso8859-{part}": f"iso-8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"cp{page}": f"windows-{page}" for page in (874, *range(1250, 1259))},
}
"""Python's codec -> the name in the WHATWG Encoding Standard (which lacks UTF-32). No other codec is ever used: a page
may declare ``unicode_escape`` or ``idna``, and Python would have them."""

_HEAD = 4096
"""Bytes in which a page declares its encoding: browsers look at 1024, and pages go by what works."""

_NOT_ASCII = bytes(range(0x80, 0x100))
_CONTROLS = bytes({*range(0x20)} - {9, 10, 13})
_SURROGATE = re.compile(r"[\ud800-\udfff]")


def decoded(content: bytes, wide: str | None = None) -> tuple[str, str]:
    """The text, without a byte order mark and without surrogates, and the name of the encoding.

    Args:
        content: The bytes, unpacked.
        wide: What :func:`wide_encoding` gave for them.
    """
    bom, mark = read_bom(content)
    codec = bom or wide
    if codec:
        body = content[len(mark or b"") :]
        return (_utf8_or_repaired(body) if codec == "utf-8" else to_unicode(body, codec)), _NAMES[codec]
    try:
        text = content.decode()
    except UnicodeDecodeError:
        return _legacy(content)
    if "\x1b" in text and _declared(content) == "iso2022_jp":  # the one encoding of the web that is all ASCII bytes
        return to_unicode(content, "iso2022_jp"), _NAMES["iso2022_jp"]
    return text, "utf-8"


def wide_encoding(content: bytes) -> str | None:
    """The codec if the bytes are UTF-16 or UTF-32: by the byte order mark, or UTF-16 by its pattern.

    Outside CJK the upper byte of a UTF-16 unit is a control character (00 Latin, 03 Greek, 04 Cyrillic, 05 Hebrew …)
    and the lower one seldom is. Markup alone shows the pattern in a CJK page; bare CJK text without a mark does not.
    """
    bom, _ = read_bom(content)
    if bom:
        return bom if bom != "utf-8" else None
    head = content[: _HEAD & ~1]
    if len(head) < 16 or not head.strip(b"\0"):
        return None
    even, odd = (len(half) - len(half.translate(None, _CONTROLS)) for half in (head[::2], head[1::2]))
    upper, lower, codec = (odd, even, "utf-16-le") if odd > even else (even, odd, "utf-16-be")
    if upper < 0.4 * len(head) / 2 or lower > upper / 4:
        return None
    return codec


def without_surrogates(text: str) -> str:
    """The text with each lone surrogate replaced by U+FFFD, one for one, so that offsets stay true."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return _SURROGATE.sub("\ufffd", text)
    return text


def _legacy(content: bytes) -> tuple[str, str]:
    """Bytes that are not valid UTF-8: mostly UTF-8, what they declare, or what they look like."""
    declared = _declared(content)
    valid, stray = _utf8_sequences(content)
    # By chance a legacy text has at most three valid sequences for ten bytes that are not (Japanese in EUC, measured);
    # a declaration of something else is worth more evidence.
    if valid > stray * (10 if declared else 1):
        return _utf8_or_repaired(content), "utf-8"
    if declared:
        text = to_unicode(content, declared)
        if text.count("\ufffd") <= 1 + (len(content) - _ascii_bytes(content)) // 20:
            return without_surrogates(text), _NAMES[declared]
    from copydesk.intake.guess import guessed_codec  # declared or valid encodings are the rule

    codec = guessed_codec(content)
    return without_surrogates(to_unicode(content, codec)), _NAMES[codec]


def _declared(content: bytes) -> str | None:
    """The codec of the legacy encoding that the HTML declares for itself."""
    if not is_html(content[: 8 * _HEAD].decode("latin-1")):
        return None
    codec = html_body_declared_encoding(content[:_HEAD])
    return codec if codec in _NAMES and not codec.startswith("utf-") else None


def _ascii_bytes(content: bytes) -> int:
    return len(content.translate(None, _NOT_ASCII))


def _utf8_sequences(content: bytes) -> tuple[int, int]:
    """How many valid UTF-8 sequences beyond ASCII, and how many bytes outside any; all of it in C."""
    kept = content.decode("utf-8", "ignore")
    return len(kept) - _ascii_bytes(content), len(content) - len(kept.encode())


def _utf8_or_repaired(content: bytes) -> str:
    return content.decode("utf-8", _REPAIR)


def _repair(error: UnicodeError) -> tuple[str, int]:
    """Error handler: stray bytes of UTF-8 as windows-1252; a sequence that the end of the page cuts off as U+FFFD."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    if error.reason == "unexpected end of data":
        return "\ufffd", error.end
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


_REPAIR: Final = "copydesk.stray_windows_1252"
codecs.register_error(_REPAIR, _repair)
