"""The farm kits by edition: how much whoever makes the reader's rules has seen of them.

``open`` and ``kept`` (apart at first) and ``publishers`` (five of the sealed ten, opened later) are what the rules were
made with. ``reposts`` are those of the sealed ten that nobody who works on the reader has looked at: what a page of a
kit that is new gets. ``wild`` are six of twelve kits drawn before their maker read a rule, and looked at later; of the
other six, ``apart``, only the rates were.
"""

from typing import Final

from farms.kept_templates import KEPT_TEMPLATES
from farms.open_templates import OPEN_TEMPLATES
from farms.sealed_templates import SEALED_TEMPLATES
from farms.wild_apart import APART_TEMPLATES
from farms.wild_templates import WILD_TEMPLATES

EDITIONS: Final = {
    "open": OPEN_TEMPLATES,
    "kept": KEPT_TEMPLATES,
    "publishers": SEALED_TEMPLATES[:5],
    "reposts": SEALED_TEMPLATES[5:],
    "wild": WILD_TEMPLATES,
    "apart": APART_TEMPLATES,
}
