"""Which legacy encoding do undeclared bytes look like? charset-normalizer's answer, its question narrowed.

In go bytes that are no UTF-8, out comes one of Python's codecs. On 749 texts cut from real pages of 20 languages and
put into their legacy encodings, asking it openly was right for 562; with the share of bytes beyond ASCII choosing
the candidates, and windows-1252 preferred where it is about as good, for 743, in 2 ms each. Texts of a few words, and
short Czech or Hungarian ones, stay uncertain.
"""

import codecs
import re

_SAMPLE = 1 << 16
"""Bytes asked about: more change no answer, and a few milliseconds are enough."""

_REACH = 1 << 22
"""Bytes among which they are sought: pages of two million hold their words behind as much script."""

_CONTEXT = 200
"""Bytes before the first one beyond ASCII: it may stand at the end of its word, or be the last of its line."""

_LONGEST_CHARACTER = 4
_MESS = 0.4
"""Twice what charset-normalizer allows: lists of headlines and menus look messy in their own encoding, too."""

_FALLBACK = "cp1252"

_EAST_LATIN = ("cp1250", "iso8859_2", "cp1257")
_BEYOND_LATIN = (
    *("cp932", "euc_jp", "cp949", "gb18030", "big5hkscs"),
    *("cp1251", "koi8_r", "koi8_u", "cp866", "iso8859_5"),
    *("cp1253", "iso8859_7", "cp1255", "cp1256", "cp874"),
)

_PASSAGE = re.compile(rb'[^<>"\n]+')
"""What stands between tags, quotation marks and line ends: none of these bytes is part of a longer character."""

_HIGH_BYTE = re.compile(rb"[\x80-\xff]")
_SYMBOL_IN_WORD = re.compile(rb"[a-z][\xa1-\xa9\xab\xac\xae-\xb3\xb5\xb6\xb8\xb9\xbb-\xbf\xd7\xf7](?=[a-z])")
"""What only windows-1252 and its Turkish sister hold for symbols; elsewhere they are letters, in Polish common ones."""

_FOREIGN_WORD = re.compile(rb"(?:(?<![A-Za-z])[A-Za-z]{1,40})?[\x80-\xff][A-Za-z\x80-\xff]*")
_HIGH = bytes(range(0x80, 0x100))
_LETTERS = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"


def guessed_codec(content: bytes) -> str:
    """The likeliest codec; windows-1252 where nothing is likely. At least one byte must be beyond ASCII."""
    sample = _sample(content)
    foreign, letters = _count(sample, _HIGH), _count(sample, _LETTERS)
    # English, or next to it, or next to nothing: quotation marks and dashes name no encoding but the usual one.
    if foreign < 4 or foreign < 0.03 * letters:
        return _FALLBACK
    words = b"".join(_FOREIGN_WORD.findall(sample))
    # Accents make up a third of the words that have any, a script of its own makes up four fifths (Shift_JIS, whose
    # second bytes may be ASCII) or all.
    if foreign > 0.65 * len(words):
        return _best(sample, _BEYOND_LATIN)
    if len(_SYMBOL_IN_WORD.findall(sample)) > 0.02 * foreign:
        return _best(sample, _EAST_LATIN)
    return _best(sample, (_FALLBACK, "cp1254", *_EAST_LATIN))


def _count(sample: bytes, some: bytes) -> int:
    return len(sample) - len(sample.translate(None, some))


def _best(sample: bytes, candidates: tuple[str, ...]) -> str:
    from charset_normalizer import from_bytes  # 60 ms to import, and few pages need it

    for cut in range(_LONGEST_CHARACTER):  # a page cut off inside a character would rule out the right encoding
        part = sample[: len(sample) - cut]
        matches = from_bytes(part, cp_isolation=list(candidates), enable_fallback=False, threshold=_MESS)
        best = matches.best()
        if best is None or best.encoding not in candidates:
            continue
        near = any(
            _FALLBACK in match.could_be_from_charset  # encodings in which the sample reads the same are one match
            and match.chaos <= best.chaos + 0.02
            and match.coherence >= best.coherence - 0.02
            for match in matches
        )
        return _FALLBACK if near else codecs.lookup(best.encoding).name
    return _FALLBACK


def _sample(content: bytes) -> bytes:
    """Up to about 64 kB of passages that hold a byte beyond ASCII."""
    high = _HIGH_BYTE.search(content)
    start = max(0, high.start() - _CONTEXT) if high else 0
    passages: list[bytes] = []
    size = 0
    for match in _PASSAGE.finditer(content, start, start + _REACH):
        passage = match.group()[:_SAMPLE]
        if not passage.isascii():
            passages.append(passage)
            size += len(passage)
            if size >= _SAMPLE:
                break
    return b"\n".join(passages)
