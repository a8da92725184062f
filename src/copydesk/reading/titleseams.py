"""Title lines of a text into which a name or a label runs: the site's before a title or behind it, ``Title: …``.

In goes one line of words, out come its pieces as in :mod:`copydesk.reading.seams`. The site's name is what the lines at
the page's foot say that it is, or a word written as only such names are.
"""

import re
from collections.abc import Sequence
from typing import Final

from copydesk.reading import titles, words
from copydesk.reading.glue import JOINTS, Piece, is_title
from copydesk.reading.seams import LEAST_PARAGRAPH, crumbs
from copydesk.types import Role

_COLON: Final = re.compile(r"\s?[:：]\s*")

_SITE_BEHIND: Final = re.compile(
    r"\s*(?:[-–—|_~·•@«»:]|::)\s*(?P<name>[A-Z][a-z]+(?:[A-Z]\w*|\d+)(?: [A-Z]\w+)?(?:\.[a-z]{2,6})?)$"
)

_SITE_BEFORE: Final = re.compile(
    r"[\[(]?(?P<name>[A-Z][a-z]+(?:[A-Z]\w*|\d+)(?: [A-Z]\w+)?(?:\.[a-z]{2,6})?)(?:[\])]|\s*[-–—|_~·•»:])\s*(?=\S)"
)

_HOST_BEHIND: Final = re.compile(r"\s[(\[](?:[a-z\d-]+\.){1,3}[a-z]{2,10}[)\]]$")

SITE_LINES: Final = 6
"""Lines in which a title has its site's name before it or behind."""


def site(whole: str) -> list[Piece]:
    """A title with a name before it or behind that no other line need repeat: one word with a capital inside."""
    if len(whole) > titles.LONGEST:
        return []
    behind = _SITE_BEHIND.search(whole, max(0, len(whole) - 40))
    if behind and is_title(whole[: behind.start()]):
        return [(0, behind.start(), Role.HEADLINE), (behind.start("name"), len(whole), Role.SITE_NAME)]
    host = _HOST_BEHIND.search(whole, max(0, len(whole) - 40)) if whole[-1] in ")]" else None
    if host and is_title(whole[: host.start()]):
        return [(0, host.start(), Role.HEADLINE), (host.start() + 1, len(whole), Role.SITE_NAME)]
    before = _SITE_BEFORE.match(whole)
    if before and whole[before.end("name")] != ":" and is_title(whole[before.end() :]):
        way = [(before.end() + a, before.end() + b, role) for a, b, role in crumbs(whole[before.end() :])]
        title = way or [(before.end(), len(whole), Role.HEADLINE)]
        return [(before.start("name"), before.end("name"), Role.SITE_NAME), *title]
    return []


_LEGAL: Final = re.compile(
    r"(?:©|\(c\)|copyright)[\s:©]*(?:by\s)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[\s,]*(?P<name>[^\W\d_][^.,|·•–—©\n]{1,38}?)"
    r"(?:\.(?=\s|$)|,|\||·|•|–|—|\s-\s|\sall rights|$)",
    re.IGNORECASE,
)

LEGAL_LINES: Final = 15

_YEARS: Final = re.compile(r"\s+(?:19|20)\d{2}(?:\s?[-–]\s?(?:20)?\d{2})?$")


def legal_name(said: Sequence[str]) -> str:
    """Whose rights the last lines of a page reserve: the name of its site, if it stands on the page once more."""
    for line in said[-LEGAL_LINES:]:
        if "©" in line or "opyright" in line or "(c)" in line:
            match = _LEGAL.search(line)
            name = _YEARS.sub("", match["name"]).strip() if match else ""
            if len(name) > 2 and len(name.split()) <= titles.MAX_SITE_WORDS:
                return name
    return _masthead(said)


def _masthead(said: Sequence[str]) -> str:
    """A short line of the head with which a line of the foot begins: ``The Daily Bramble is not responsible for …``."""
    if len(said) < 2 * LEGAL_LINES:
        return ""
    heads = {
        line for line in said[:MASTHEAD_LINES] if 3 < len(line) <= 30 and line[0].isupper() and line.count(" ") < 4
    }
    for line in said[-LEGAL_LINES // 2 :]:
        for head in heads:
            if line.startswith(head + " ") and len(line) > len(head) + 8 and words.region_of(head) is None:
                known = words.label(head) in words.phrases("sections", "sections")
                return "" if known else head
    return ""


MASTHEAD_LINES: Final = 20
"""Lines among which the masthead stands: a ticker may come above it."""


def named(whole: str, name: str) -> list[Piece]:
    """A line of the head that is the site's name, or begins or ends with it."""
    if name not in whole or len(whole) > titles.LONGEST:
        return []
    if whole.strip(JOINTS + "[]()") == name:
        return [(0, len(whole), Role.SITE_NAME)]
    begin = len(whole) - len(name)
    rest = whole[:begin].rstrip(titles.SEAMS + "@~(«")
    if whole.endswith(name) and len(rest) < begin and is_title(rest) and whole[len(rest) : begin].strip():
        return [(0, len(rest), Role.HEADLINE), (begin, len(whole), Role.SITE_NAME)]
    behind = whole[len(name) :]
    title = behind.lstrip(titles.SEAMS + "@~)]»")
    if (
        whole.startswith(name)
        and len(title) < len(behind)
        and behind[: len(behind) - len(title)].strip()
        and is_title(title)
    ):
        start = len(whole) - len(title)
        way = [(start + a, start + b, role) for a, b, role in crumbs(title)]
        return [(0, len(name), Role.SITE_NAME), *(way or [(start, len(whole), Role.HEADLINE)])]
    return []


LABELLED: Final = (("headline_prefix", Role.HEADLINE), ("dek_prefix", Role.DEK), ("site_prefix", Role.SITE_NAME))
"""Parts that the dump of a feed sets behind their labels."""


def labelled(whole: str) -> list[Piece]:
    """A headline, dek or site's name behind its label: ``Title: Storm over the coast``."""
    colon = _COLON.search(whole, 0, 30)
    if not colon or colon.end() == len(whole):
        return []
    label = words.label(whole[: colon.start()])
    role = next((role for cue, role in LABELLED if label in words.phrases("cues", cue)), None)
    if role is None:
        is_body = (
            len(whole) > LEAST_PARAGRAPH and whole[-1] in '.!?"”»。' and label in words.phrases("cues", "body_prefix")
        )
        return [(0, colon.start() + 1, Role.OTHER), (colon.end(), len(whole), None)] if is_body else []
    if role is not Role.HEADLINE:
        return [(0, colon.start() + 1, Role.OTHER), (colon.end(), len(whole), role)]
    begin = colon.end()
    for answer in _ANSWERED.finditer(whole, begin, begin + MOST_ANSWERED):
        begin = answer.end() if answer.start() == begin else begin
    title = [(begin + a, begin + b, other) for a, b, other in site(whole[begin:])]
    return [(0, colon.start() + 1, Role.OTHER), *(title or [(begin, len(whole), role)])]


_ANSWERED: Final = re.compile(r"(?:re|fwd?|aw|wg|tr|rv|rif|i|r|enc|res|sv|vs|vb|odp|pd)\s?:\s+", re.IGNORECASE)

MOST_ANSWERED: Final = 24
"""Characters in which a mail's subject says that it was answered or sent on."""
