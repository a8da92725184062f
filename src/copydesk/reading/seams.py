"""Title lines of a text that were run together: the seams, and what stands between them.

In goes one line of words, out come its pieces: code points of the line, and the role of a piece where the seam could
only be found by knowing it. No pieces: the line is one part. Seams are a repeated headline, a breadcrumb or a section
that runs into a headline, a credit behind a paragraph; names and labels beside a title are titleseams.py's.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from copydesk.reading import titles, words
from copydesk.reading.glue import MIN_UNSPACED, UNSPACED, Piece, is_title
from copydesk.types import Role

LONGEST = 1000
"""Characters of a line that can be title lines run together."""

LONGEST_PATH: Final = 90
"""Characters of a breadcrumb that stands alone."""

MIN_REPEAT: Final = 15
"""Characters of a line that is taken for a repeated headline; shorter ones are section names and dates."""

MIN_REPEAT_BLANKS, LABEL = 4, 40
"""Blanks of a line that is a headline where a whole sentence has it, a name has fewer; characters of a byline's cue."""

_PATH_MARK: Final = re.compile(r"[>»›‹→≫▸►▶❯➔⟩/|·•\\]|::|\s[-–—]\s")
_ARROWS: Final = re.compile(r"[>»›‹→≫▸►▶❯➔⟩]+")
_PATH: Final = re.compile(r"\s*(?:[>»›‹→≫▸►▶❯➔⟩/|·•\\]+|::|\s[-–—]\s)\s*")
"""What stands between the parts of a breadcrumb in a text."""


def doubled(whole: str) -> list[Piece]:
    """A headline that is printed twice in one line, be it once in capitals."""
    for gap in range(MOST_GAP + 1):
        half, odd = divmod(len(whole) - gap, 2)
        if not odd and half >= MIN_REPEAT and whole[half + gap].upper() == whole[0].upper():
            first, second = whole[:half], whole[half + gap :]
            if first.upper() == second.upper() and not whole[half : half + gap].strip(titles.SEAMS):
                return [(0, half, Role.HEADLINE), (half + gap, len(whole), Role.HEADLINE)]
    return []


MOST_GAP: Final = 3
"""Signs between a headline and its second print."""


def repeated(whole: str, below: Sequence[str]) -> list[Piece]:
    """A line that holds a line from below and more: that is the headline."""
    if len(whole) > LONGEST:
        return []
    for other in below:
        if len(other) < len(whole) and _is_long(other):
            at = whole.find(other.rstrip(" .…") if other.endswith(("…", "...")) else other)
            if at >= 0 and other.count(" ") < MIN_REPEAT_BLANKS and _says_more(whole):
                continue  # a sentence that names a town which is a topic below, a byline whose name stands there too
            if at > 0 and other.endswith(("…", "...")):
                return list(around(whole, at, len(whole)))  # the line below is a cut of this one's end
            if at == 0 and other.endswith(("…", "...")):
                continue
            if whole[:at].endswith((": ", "： ")):
                continue  # "Next: Storm over the coast" leads to what the list below has again
            if at >= 0:
                return list(around(whole, at, at + len(other)))
    return []


def _says_more(whole: str) -> bool:
    return whole[-1] in ".!?" or "byline_prefix" in words.cues(whole[:LABEL])


def _is_long(line: str) -> bool:
    if len(line) >= MIN_REPEAT and " " in line:
        return True
    return len(line) >= MIN_UNSPACED and len(UNSPACED.findall(line)) > len(line) / 2


def around(whole: str, start: int, end: int) -> Iterator[Piece]:
    """The headline at these code points, and what is glued before and behind it."""
    before, behind = whole[:start], whole[end:]
    if before.strip():
        stop = len(before.rstrip(titles.SEAMS))
        if stop:
            yield 0, stop, _role_before(before)
    yield start, end, Role.HEADLINE
    begin = end + len(behind) - len(behind.lstrip(titles.SEAMS))
    if begin < len(whole):
        yield begin, len(whole), _short_role(behind)


def _role_before(words_: str) -> Role:
    # In front of a headline that is known by its repetition, any marks between short names are enough.
    if titles.is_breadcrumb(words_) or titles.is_path(words_):
        return Role.BREADCRUMB
    parts = [part for part in _PATH.split(words_) if part.strip()]
    short = 2 <= len(parts) <= 5 and all(len(part.split()) <= 4 for part in parts)
    return Role.BREADCRUMB if short else _short_role(words_)


def _short_role(words_: str) -> Role:
    return Role.SITE_NAME if len(words_.split()) <= 6 else Role.OTHER


def filed(whole: str) -> list[Piece]:
    """A title behind its section: in capitals, or with a bar between (``HEALTH: …``, ``News | …``)."""
    if not whole[:3].isupper() and "|" not in whole[:LABEL]:
        return []
    seam = _FILED.match(whole)
    if seam is None or not is_title(whole[seam.end() :]):
        return []
    name, mark = seam["name"], seam["mark"].strip()
    title = whole[seam.end() :]
    if mark != "|" and (not name.isupper() or title.isupper()):
        return []
    if words.label(name) not in words.phrases("sections", "sections"):
        return []
    return [(0, len(name), Role.SECTION), (seam.end(), len(whole), Role.HEADLINE)]


_FILED: Final = re.compile(
    r"(?P<name>[^\W\d_]{3,}(?: (?:& |[^\W\d_a-z])[^\W\d_]*){0,2}?)(?P<mark>\s?[:|]\s|\s[-–—/]\s|\s)"
)


def crumbs(whole: str) -> list[Piece]:
    """A breadcrumb of a line of its own, by any mark between its parts, or one that runs into a headline."""
    if not _PATH_MARK.search(whole):
        return []
    if len(whole) <= LONGEST_PATH and is_path(whole):
        return [(0, len(whole), Role.BREADCRUMB)]
    titled = _titled_path(whole)
    if titled:
        return titled
    seam = _crumb_seam(whole)
    if not seam:
        return []
    headline, site = titles.split_site(whole[seam:])
    return list(around(whole, seam, seam + len(headline) if site else len(whole)))


def _titled_path(whole: str) -> list[Piece]:
    """The way home with the headline as its last part: it begins at home, and only its last part is long."""
    if len(whole) > titles.LONGEST:
        return []
    seams = list(islice(_PATH.finditer(whole), 6))
    if not 2 <= len(seams) <= 5:
        return []
    parts = [
        whole[a:b]
        for a, b in zip([0, *(s.end() for s in seams)], [*(s.start() for s in seams), len(whole)], strict=True)
    ]
    home = words.label(titles.strip_label(parts[0])) in words.phrases("cues", "home")
    if not home or not is_title(parts[-1]) or any(len(part.split()) > 4 for part in parts[:-1]):
        return []
    return [(0, seams[-1].start(), Role.BREADCRUMB), (seams[-1].end(), len(whole), Role.HEADLINE)]


def is_path(whole: str) -> bool:
    """Whether a line is the way home: short names with arrows between, or behind a word for home with any mark."""
    arrows = len(_ARROWS.findall(whole))
    parts = [part for part in _PATH.split(whole) if part.strip()]
    if not 2 <= len(parts) <= 5 or any(len(part.split()) > 4 or len(part) > 40 for part in parts):
        return False
    first = titles.strip_label(parts[0])
    if words.label(first) in words.phrases("cues", "home"):
        return len(parts) <= 4 and whole[-1] not in ".!?"
    names = sum(words.label(part) in words.phrases("sections", "sections") for part in parts[1:])
    return arrows == len(parts) - 1 and (names > 0 or first != parts[0]) and not any(c.isdigit() for c in whole)


def _crumb_seam(whole: str) -> int:
    """Where a headline begins that a breadcrumb runs into without a blank, or 0."""
    if not titles.is_breadcrumb(whole):
        return 0
    last = list(titles.CRUMB_SEPARATOR.finditer(whole))[-1].end()
    rest = whole[last:]
    sections = words.phrases("sections", "sections")
    for size in range(min(30, len(rest) - 1), 1, -1):
        begins = rest[size].isupper() or rest[size].isdigit() or rest[size] in '"“‘«„'
        if begins and rest[:size].casefold() in sections:
            return last + size
    hump = re.search(r"(?<=[^\W\d_A-Z])(?=[A-Z\d\"“'‘])", rest[:40])
    return last + hump.start() if hump else 0


_CREDIT_BEHIND: Final = re.compile(
    r"[.!?»”\"…。](?P<gap>\s*)(?P<credit>[\[(（【][^\[\]()（）]{3,90}[\])）】]{1,2}|[\[(]\([^()]{3,90}\)[\])])$"
)
_GLUED_BEHIND: Final = re.compile(r"[.!?»”…。](?<=[^\W\d_A-Z].)(?=[^\W\d_a-z][^.]{5,90}\.?$)")
LEAST_PARAGRAPH, CREDIT_REACH = 100, 100


def credited(whole: str) -> list[Piece]:
    """A paragraph into which the credit line behind it runs: in brackets, or glued to its full stop."""
    if len(whole) < LEAST_PARAGRAPH:
        return []
    reach = len(whole) - CREDIT_REACH
    if whole[-1] in ")]）】":
        found = _CREDIT_BEHIND.search(whole, reach)
        if found is None:
            return []
        begin, inner = found.start("credit"), found["credit"].strip("()[]（）【】")
        known = not words.cues(inner).keys().isdisjoint(CREDITS) or inner.startswith(("Via ", "via "))
        named = len(inner.split()) <= titles.MAX_SITE_WORDS - 2 and inner[-1] not in ".!?" and inner[0].isupper()
        if not known and (found["gap"] or not named):
            return []
        return [(0, begin - len(found["gap"]), None), (begin, len(whole), None)]
    glued = _GLUED_BEHIND.search(whole, reach - 1)
    if glued is None:
        return []
    rest = whole[glued.end() :]
    if words.cues(rest).keys().isdisjoint(CREDITS) and not rest.startswith("Via "):
        return []
    return [(0, glued.end(), None), (glued.end(), len(whole), None)]


CREDITS: Final = frozenset(["credit_prefix", "credit_anywhere", "licensed_anywhere"])
