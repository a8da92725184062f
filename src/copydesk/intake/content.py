"""Content in memory -> Page: the whole way of one input.

In goes what somebody fetched or saved: bytes of any encoding, packed or not, or decoded text. Out comes a Page, or an
InputError that says why there is none. Nothing is read or cleaned: tags, entities, line ends and NULs stay as they
came.
"""

import re
from hashlib import blake2b

from copydesk.errors import BinaryInput, EmptyInput
from copydesk.intake.binary import binary_kind, mostly_controls
from copydesk.intake.decode import decoded, wide_encoding, without_surrogates
from copydesk.intake.sniff import is_html
from copydesk.intake.tangle import refuse_tangled
from copydesk.intake.unpack import refuse_oversized, unpacked
from copydesk.types import MediaType, Page

_SAMPLE = 8192
"""Characters that tell binary data from text; a head, because a file of either sort shows itself at once."""

_WIDE = ("utf-16", "utf-32")
_BLANK = b"\0 \t\n\v\f\r"
_SOMETHING = re.compile(r"[^\s\x00\ufeff]")


def page_from(
    content: bytes | bytearray | memoryview | str,
    *,
    url: str | None = None,
    fetched_at: str | None = None,
    name: str = "<bytes>",
) -> Page:
    """One page from content in memory.

    Lone surrogates in the text become U+FFFD, one for one, and a leading byte order mark is dropped; beyond that no
    code point is added, removed or moved.

    Args:
        content: Bytes of any encoding, gzipped or not, or text that is decoded already.
        url: The address it was fetched from; part of the page's id.
        fetched_at: When it was fetched, ISO 8601.
        name: The input as its user knows it; every error begins with it.

    Raises:
        EmptyInput: Nothing is in it but white space, NULs and byte order marks.
        OversizedInput: It is, or unpacks to, more than the limit, or its tags would take the parser minutes.
        BinaryInput: It is neither HTML nor text.
        UnreadableInput: It is packed, and the packing is broken.
        TypeError: It is something else, such as a path or an open file.
    """
    if isinstance(content, str):
        page_bytes, text, encoding = _from_text(content, name)
    else:
        page_bytes, text, encoding = _from_bytes(_buffered(content), name)
    # An address that came out of undecodable bytes is no reason to fail, now or when the record is written.
    url = url and without_surrogates(url)
    if not _SOMETHING.search(text):
        raise EmptyInput(name, "nothing in it but white space" if page_bytes else "empty")
    # Nearly all bytes are UTF-16 of a sort; what is none of it, U+FFFD, counts like a control character.
    _refuse_controls(text.replace("\ufffd", "\0", _SAMPLE) if encoding.startswith(_WIDE) else text, name)
    media_type = MediaType.HTML if is_html(text) else MediaType.TEXT
    if media_type is MediaType.HTML:
        refuse_tangled(text, name)
    return Page(
        id=_digest(url, page_bytes),
        name=name,
        url=url,
        fetched_at=fetched_at,
        media_type=media_type,
        encoding=encoding,
        content=page_bytes,
        text=text,
    )


def id_from(content: bytes | str, *, url: str | None = None, name: str = "<bytes>") -> str:
    """The id that :func:`page_from` would give the page; nothing is decoded for it.

    Raises:
        OversizedInput: It is, or unpacks to, more than the limit.
        UnreadableInput: It is packed, and the packing is broken.
    """
    page_bytes = without_surrogates(content).encode() if isinstance(content, str) else unpacked(content, name)
    return _digest(url and without_surrogates(url), page_bytes)


def _buffered(content: object) -> bytes:
    """The bytes of a buffer; callers without a type checker give paths and open files too."""
    if isinstance(content, (bytes, bytearray, memoryview)):
        return bytes(content)
    hint = "; give what is in it, as from read_bytes()" if hasattr(content, "read_bytes") else ""
    message = f"a page is bytes or str, not {type(content).__name__}{hint}"
    raise TypeError(message)


def _from_text(content: str, name: str) -> tuple[bytes, str, str]:
    text = without_surrogates(content)
    page_bytes = text.encode()
    refuse_oversized(len(page_bytes), name)
    _refuse_binary(page_bytes, name)
    return page_bytes, text.removeprefix("\ufeff"), "str"


def _from_bytes(content: bytes, name: str) -> tuple[bytes, str, str]:
    page_bytes = unpacked(content, name)
    _refuse_binary(page_bytes, name)
    wide = wide_encoding(page_bytes)
    # Wide encodings are full of bytes that look like controls; every other one can be judged by its bytes, which
    # spares the search for the encoding of what has none.
    if not wide and page_bytes.strip(_BLANK):
        _refuse_controls(page_bytes[:_SAMPLE].decode("latin-1"), name)
    text, encoding = decoded(page_bytes, wide)
    return page_bytes, text, encoding


def _refuse_controls(text: str, name: str) -> None:
    if mostly_controls(text[:_SAMPLE].encode("ascii", "replace")):  # a byte for each character
        raise BinaryInput(name, "binary data, not a page")


def _refuse_binary(page_bytes: bytes, name: str) -> None:
    kind = binary_kind(page_bytes)
    if kind:
        raise BinaryInput(name, f"{kind}, not a page")


def _digest(url: str | None, page_bytes: bytes) -> str:
    digest = blake2b(digest_size=16)
    digest.update((url or "").encode("utf-8", "surrogatepass"))
    digest.update(b"\xff")  # no byte of UTF-8, so the first one always ends the address
    digest.update(page_bytes)
    return digest.hexdigest()
