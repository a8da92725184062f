"""Packed bytes."""

import gzip
import tracemalloc

import pytest

from copydesk.errors import BinaryInput, OversizedInput, UnreadableInput
from copydesk.intake import page_from
from copydesk.intake.unpack import LIMIT, unpacked

PAGE = "<p>Regen, überall Regen.</p>\n".encode() * 50


def test_what_is_not_packed_stays():
    """Bytes without gzip's first three are the page."""
    assert unpacked(PAGE, "page") is PAGE


def test_gzip_is_told_by_its_first_bytes():
    """No file name is needed."""
    assert unpacked(gzip.compress(PAGE), "page.html") == PAGE


def test_several_members_are_one_stream():
    """Members follow each other, as cat and crawlers leave them; padding after the last is no content."""
    packed = gzip.compress(PAGE[:100]) + gzip.compress(b"") + gzip.compress(PAGE[100:]) + b"\0" * 512
    assert unpacked(packed, "page") == PAGE


def test_gzip_inside_gzip_is_unpacked_once():
    """A server that packs what was packed already does no harm."""
    assert unpacked(gzip.compress(gzip.compress(PAGE)), "page") == PAGE


def test_gzip_inside_gzip_inside_gzip_is_no_page():
    """A third layer is refused by name."""
    packed = gzip.compress(gzip.compress(gzip.compress(PAGE)))
    with pytest.raises(BinaryInput, match="gzip packed more than twice"):
        page_from(packed)


def damaged(packed: bytes) -> bytes:
    middle = len(packed) // 2
    return packed[:middle] + bytes([packed[middle] ^ 0xFF]) + packed[middle + 1 :]


@pytest.mark.parametrize(
    "packed",
    [
        gzip.compress(PAGE)[:-20],
        gzip.compress(PAGE)[:5],
        damaged(gzip.compress(PAGE)),
        gzip.compress(PAGE)[:-8] + b"\0" * 8,
        gzip.compress(PAGE) + b"<p>and more</p>",
        gzip.compress(gzip.compress(PAGE)[:-20]),
        b"\x1f\x8b\x08",
    ],
    ids=[
        "cut off",
        "cut in the header",
        "damaged",
        "wrong checksum",
        "followed by something else",
        "inner cut",
        "bare",
    ],
)
def test_broken_gzip_is_unreadable(packed):
    """Half a page is never passed off as a page."""
    with pytest.raises(UnreadableInput, match=r"^page\.gz: broken gzip: \S"):
        page_from(packed, name="page.gz")


def test_a_bomb_is_refused_in_bounded_memory():
    """Twenty times the limit, packed twice, is refused with little more than the limit in memory."""
    zeros = gzip.compress(b"\0" * 1_000_000)
    bomb = gzip.compress(zeros * (20 * LIMIT // 1_000_000))
    assert len(bomb) < 100_000
    tracemalloc.start()
    try:
        with pytest.raises(OversizedInput, match="unpacks to more than 50 MB"):
            page_from(bomb)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    # A growing buffer reserves an eighth more than it holds.
    assert peak < 1.2 * LIMIT


def test_exactly_the_limit_is_accepted():
    """The limit itself is no excess, packed or not."""
    full = b"rain " * (LIMIT // 5)
    assert len(unpacked(full, "page")) == len(unpacked(gzip.compress(full, 1), "page")) == LIMIT
