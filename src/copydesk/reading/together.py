"""A page among others: lines that recur beside other stories are no part of this one's body.

Two things speak about a line that the model takes for body: its chance, and how many stories it recurs in (see
:mod:`copydesk.copies.recurring`). Neither decides alone, for a site repeats the background of an affair, the words of a
law, the parts of a product, in body after body. So the odds of the chance are weighed against the stories: in two only
what the model hardly believes leaves, in twenty hardly anything stays.

What in each page is furniture beside its story leaves; a page that would lose all its prose keeps it all.
"""

from typing import TYPE_CHECKING

import numpy as np

from copydesk.copies import lines
from copydesk.reading import addresses, html, text
from copydesk.types import MediaType, Role

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from copydesk.copies.lines import Recurring, Seen
    from copydesk.reading.board import Board
    from copydesk.reading.sheet import Sheet
    from copydesk.types import Page


def seen(page: "Page") -> "Seen":
    """What a page is remembered by: its sheet, without anything being judged."""
    sheet = html.walk(page) if page.media_type is MediaType.HTML else text.lines(page)
    return lines.seen(sheet.text, sheet.start, sheet.end, host_of(sheet))


def host_of(sheet: "Sheet") -> str | None:
    """The host that published a page: of its address, or where that is unknown, of the one it states as its own."""
    stated = sheet.structured.links.get("canonical", []) + sheet.structured.meta.get("og:url", [])
    return next((host for address in (sheet.page.url, *stated) if (host := addresses.host(address))), None)


def measured(sheet: "Sheet", recurring: "Recurring") -> "tuple[NDArray[np.float32], NDArray[np.int32]]":
    """For each block of a sheet the odds that it is furniture of the pile, and in how many stories it stands."""
    return recurring.of(lines.hashes(sheet.text, sheet.start, sheet.end), host_of(sheet))


def without(board: "Board", kept: list[int]) -> list[int]:
    """The chosen blocks less those that are furniture of the pile; these get their role."""
    chance = board.chance
    if board.recurs is None or chance is None:
        return kept
    (weight, stories), words, prose = board.recurs, board.features.words, board.features.prose
    odds = chance / np.maximum(1.0 - chance, 1e-9)
    common = (words >= lines.LEAST) & (odds < weight) & ~board.features.heading
    gone = {block for block in kept if common[block] and block != board.headline}
    if not gone or not any(prose[block] for block in kept if block not in gone):
        return kept
    gone |= _over(board, kept, gone)
    for block in gone:
        role = Role.NAVIGATION if board.features.link_density[block] > 0.6 else Role.OTHER
        sure = weight[block] / (weight[block] + odds[block]) if common[block] else 0.5
        rule = f"recurs in {int(stories[block])} stories" if common[block] else "heads what recurs"
        board.change(block, role, round(float(sure), 3), rule)
    return [block for block in kept if block not in gone]


def _over(board: "Board", kept: list[int], gone: set[int]) -> set[int]:
    """Headings under which nothing stays: a heading goes with its section, however many stories it stands in."""
    left: set[int] = set()
    below: list[int] = []
    for block in reversed(kept):
        if not board.features.heading[block]:
            below.append(block)
            continue
        if below and gone.issuperset(below) and block != board.headline:
            left.add(block)
        below = []
    return left
