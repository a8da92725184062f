r"""Words of a page -> words that a terminal can show without obeying them.

A page may hold escape sequences that recolour or rewrite a terminal, and direction marks that reorder what its reader
sees. Control characters come out as escapes one can read (``\x1b``, ``\u202e``), characters that only shape or join
their neighbours are left out, white space is folded. Nothing here is for data: a pipe or a file gets the words as they
are.
"""

import unicodedata

__all__ = ["data", "line", "lines"]

_TAB = "    "

_SILENT = frozenset("\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Soft hyphens, joiners, direction marks, empty spaces: honest pages are full of them, escapes would be noise."""

_HIDDEN = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})
"""Unicode categories: control, format, surrogate, line separator, paragraph separator."""

_ASCII = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "›": ">",
        "→": "->",
        "←": "<-",
        "·": "-",
        "─": "-",
        "…": "...",
    }
)


def line(text: str, *, encoding: str = "utf-8") -> str:
    """The words on one line, every run of white space one space.

    Args:
        text: Words of a page, or any string with words of a page in it.
        encoding: What the terminal takes. Where that is not Unicode, typographic marks become their ASCII cousins and
            other characters it lacks become escapes, before anybody measures the line.
    """
    shown = " ".join(text.split()).translate(_SHOWN)
    if encoding.lower().startswith("utf"):
        return shown
    return shown.translate(_ASCII).encode(encoding, "backslashreplace").decode(encoding)


def lines(text: str) -> str:
    """The words with their line breaks, whatever character broke them; tabs become spaces."""
    return "\n".join(row.replace("\t", _TAB).translate(_SHOWN) for row in text.splitlines())


def data(json_text: str) -> str:
    """JSON with the characters a terminal would obey as JSON's own escapes: the same data to whoever parses it."""
    return json_text.translate(_ESCAPED)


class _Shown(dict[int, str]):
    """A table for ``str.translate`` that fills itself as characters turn up."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if unicodedata.category(character) not in _HIDDEN:
            shown = character
        elif character in _SILENT:
            shown = ""
        else:
            shown = character.encode("ascii", "backslashreplace").decode() if code > 127 else f"\\x{code:02x}"
        self[code] = shown
        return shown


class _Escaped(dict[int, str]):
    """The same for JSON text, whose own line breaks stay; beyond 16 bits it takes two escapes (RFC 8259, section 7)."""

    def __missing__(self, code: int) -> str:
        character = chr(code)
        if character == "\n" or unicodedata.category(character) not in _HIDDEN:
            shown = character
        else:
            units = character.encode("utf-16-be", "surrogatepass").hex()
            shown = "".join(f"\\u{units[at : at + 4]}" for at in range(0, len(units), 4))
        self[code] = shown
        return shown


_SHOWN = _Shown()
_ESCAPED = _Escaped()
