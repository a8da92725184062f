"""The name of an input -> the path of its file in an output folder.

The folders of the name are kept: ``pages/2031/a.html`` becomes ``pages/2031/a.html.md``. The way from name to path is a
function of the name alone, so that a later run finds what an earlier one wrote, and two names never meet: a part that
some file system could not hold, or could take for another one (it may fold case, or compose accents), is written in
plain characters with a digest behind a tilde, which no plain part has. ``..`` is such a part, so nothing leads out.
"""

import hashlib
import re
from pathlib import PurePosixPath
from typing import Final

__all__ = ["path_for"]

PLAIN: Final = re.compile(
    # Lower-case ASCII, no dot at either end, and no name that Windows keeps for a device
    r"(?!(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$))[a-z0-9_-](?:[a-z0-9_.-]*[a-z0-9_-])?"
)

SPOKEN: Final = {"": "root~", ".": "here~", "..": "up~"}
"""Parts that only lead somewhere: of ``/a``, ``./a``, ``../a``."""

LONGEST: Final = 120
"""Characters of a part, well below what any file system takes; of a longer one the beginning is kept."""

DEEPEST: Final = 1000
"""Characters of a name that are still kept as folders: paths have limits too."""


def path_for(name: str, suffix: str) -> PurePosixPath:
    """The path of an input's file, relative to the output folder.

    Args:
        name: What its user knows the input by.
        suffix: The ending of the form, such as ``.md``.
    """
    *folders, file = name.split("/") if len(name) <= DEEPEST else [name]
    return PurePosixPath(*(_folder(part, suffix) for part in folders), _part(file) + suffix)


def _folder(part: str, suffix: str) -> str:
    """A folder must not be called what a file could be called: ``a.md`` and ``a.md/b``."""
    return _digested(part) if part.endswith(suffix) else _part(part)


def _part(part: str) -> str:
    if len(part) <= LONGEST and PLAIN.fullmatch(part):
        return part
    return SPOKEN.get(part) or _digested(part)


def _digested(part: str) -> str:
    digest = hashlib.sha256(part.encode("utf-8", "surrogatepass")).hexdigest()[:12]
    readable = re.sub(r"[^A-Za-z0-9_.-]+", "_", part)[:LONGEST].strip("_.") or "page"
    return f"{readable}~{digest}"
