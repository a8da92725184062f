"""The article's pictures, with the captions and credits below them."""

import re
from typing import TYPE_CHECKING

from copydesk.reading import addresses, structured, words
from copydesk.reading.candidates import listed
from copydesk.types import BlockKind, Evidence, Field, Image, Pointer, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.sheet import Picture

MAX_IMAGES = 60


def read(board: "Board") -> Field[tuple[Field[Image], ...]]:
    """Pictures inside or right above the body, and those the page names as its own."""
    sheet, base = board.sheet, addresses.base_of(board)
    found: dict[str, Field[Image]] = {}
    first = max(board.headline - 2, 0) if board.headline >= 0 else board.body[0]
    for picture in sheet.pictures:
        if board.body[1] and first <= picture.block <= board.body[1]:
            url = addresses.absolute(base, picture.src)
            if url and url not in found and len(found) < MAX_IMAGES and not _is_ornament(picture):
                caption, evidence = _caption(board, picture)
                text, credit = _split(caption)
                found[url] = Field(Image(url, text, credit), evidence, 0.7 if caption else 0.5)
    for pointer, src in _stated(board):
        url = addresses.absolute(base, src)
        if url and url not in found:
            found[url] = Field(Image(url), (Pointer(pointer, src, "image stated"),), 0.7)
    return listed(tuple(found.values()))


def _is_ornament(picture: "Picture") -> bool:
    return picture.src.startswith("data:") or bool(
        re.search(r"(?:icon|logo|avatar|pixel|spacer|sprite)", picture.src.lower())
    )


def _caption(board: "Board", picture: "Picture") -> tuple[str | None, tuple[Evidence, ...]]:
    """The caption in the smallest box around a picture that has one, three boxes up at most."""
    boxes, box = board.sheet.boxes, picture.box
    for _ in range(3):
        for block in range(boxes.first[box], min(boxes.end[box], picture.block + 4)):
            captioned = board.sheet.kind[block] is BlockKind.CAPTION or board.role[block] is Role.CAPTION
            if captioned and block >= picture.block - 1:
                return board.sheet.words(block), (board.span(block),)
        box = boxes.parent[box]
        if box < 0:
            break
    return None, ()


def _split(caption: str | None) -> tuple[str | None, str | None]:
    """A caption and the credit at its end."""
    if not caption:
        return None, None
    tail = words.photo_credit(caption)
    if tail:
        return caption[: tail[0]].rstrip(" |-–—(") or None, tail[1] or None
    hit = words.cues(caption).get("photo_credit_prefix")
    if hit and len(caption.split()) <= 12:
        return None, caption[hit[1] :].strip(" :") or None
    return caption, None


def _stated(board: "Board") -> list[tuple[str, str]]:
    page = board.sheet.structured
    found = []
    for pointer, item in structured.articles(page):
        images = item.get("image")
        for image in (images if isinstance(images, list) else [images])[:5]:
            src = image.get("url") if isinstance(image, dict) else image
            if isinstance(src, str) and src:
                found.append((f"{pointer}/image", src))
    return found + [("meta/og:image", src) for src in page.meta.get("og:image", ())[:1]]
