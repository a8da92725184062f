"""What the seams of a text have in common: the signs at which words of a line end and others begin."""

import re
from collections.abc import Iterator
from typing import Final

from copydesk.types import Role

Piece = tuple[int, int, Role | None]
"""A piece of a line: its code points, and its role where the seam could only be found by knowing it."""

JOINTS: Final = " \t\u00a0|·•-–—,;/:："
"""What may stand between two pieces and belongs to neither."""

UNSPACED: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")
SMALL: Final = r"a-zß-öø-ÿāăąćĉčďđēęěğģīıķłńňőœŕřśşšţťūůűźżžșțа-яёіїєґ"
LARGE: Final = r"A-ZÀ-ÖØ-ÞĀĂĄĆĈČĎĒĘĚĞĢĪİĶŁŃŇŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽȘȚА-ЯЁІЇЄҐ"
GLUE: Final = re.compile(rf"(?<=[{SMALL}0-9»”\")!?%.…])(?=[{LARGE}«„“¿¡])|(?<=[{SMALL}»”!?%])(?=\d)")
"""Where a word ends and another begins with no blank between them."""


def glued(whole: str, begin: int = 0, end: int | None = None) -> Iterator[int]:
    """Where words run into each other; not where a quotation begins or ends amid its sentence."""
    for seam in GLUE.finditer(whole, begin, len(whole) if end is None else end):
        at = seam.start()
        before, behind = whole[at - 1], whole[at]
        if before == '"' and whole.count('"', begin, at) % 2:
            continue  # that mark opens
        if before == "»" and "«" not in whole:
            continue  # an arrow
        if behind == "“" and whole.count("„", begin, at) > whole.count("“", begin, at):
            continue  # a German one closes
        yield at


MIN_UNSPACED: Final = 9
"""Signs of a title in a script without blanks."""


def is_unspaced(text: str) -> bool:
    """Whether there is a letter of a script without blanks in it."""
    return not text.isascii() and UNSPACED.search(text) is not None


def is_title(text: str) -> bool:
    """Whether a piece is as long as titles are."""
    return 4 <= len(text.split()) <= 30 or (is_unspaced(text) and len(text) >= MIN_UNSPACED)
