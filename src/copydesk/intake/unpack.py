"""Packed bytes -> the bytes of the page, within a limit.

gzip is told by its first bytes, whatever the file is called. Several members follow each other as one stream; a gzip
file inside a gzip file is unpacked once more, no deeper. Other packings are left to ``binary`` to name.
"""

import io
import zlib

from copydesk.errors import OversizedInput, UnreadableInput

LIMIT = 50_000_000
"""Bytes of one page: nearly ten times the largest of 2,241 real ones. Beyond it is a dump of something else, whose text
and tree would take gigabytes."""

MAGIC = b"\x1f\x8b\x08"
_CHUNK = 1 << 16


def unpacked(content: bytes, name: str) -> bytes:
    """The bytes of the page, out of up to two layers of gzip.

    Raises:
        OversizedInput: They are more than the limit; at most the limit and a chunk were held to find out.
        UnreadableInput: The gzip stream breaks off or is damaged.
    """
    for _ in range(2):
        if not content.startswith(MAGIC):
            break
        content = _gunzipped(content, name)
    refuse_oversized(len(content), name)
    return content


def refuse_oversized(size: int, name: str, what: str = "") -> None:
    """Raise OversizedInput if a page of ``size`` bytes is beyond the limit."""
    if size > LIMIT:
        raise OversizedInput(name, f"{what}more than {LIMIT // 1_000_000} MB")


def _gunzipped(packed: bytes, name: str) -> bytes:
    from gzip import GzipFile  # most input is not packed

    page = io.BytesIO()
    try:
        with GzipFile(fileobj=io.BytesIO(packed)) as members:
            while chunk := members.read(_CHUNK):
                page.write(chunk)
                refuse_oversized(page.tell(), name, "unpacks to ")
    except (EOFError, OSError, zlib.error) as error:
        raise UnreadableInput(name, f"broken gzip: {error}".rstrip(".")) from error
    return page.getvalue()
