"""Titles with something glued to them: the site's name behind a headline, a breadcrumb before it.

Used on ``<title>`` and social titles of HTML, and on the first lines of scraped text.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice
from typing import Final

from copydesk.reading import glue, words

SEAMS: Final = " \t|-–—:·•»›>/_"
"""Characters that stand between a headline and what is glued to it."""

CRUMB_SEPARATOR: Final = re.compile(r"\s*(?:[>»›‹→≫/]|::)\s*")

_OTHER_SEPARATOR: Final = re.compile(r"\s*[|·•▸►▶❯➔⟩\\]+\s*|\s[-–—]\s")
"""What a breadcrumb of a text may have instead."""

_ARROW: Final = re.compile(r"\s*[>»›‹→≫]\s*")

_SUFFIX: Final = re.compile(r"\s+(?:[|•·»›]|[-–—](?=\s?\S)|::)\s?(?=\S)|\s*[|»｜ㅣ]\s*")

LONGEST = 500
"""Characters of a line that can be a title or a breadcrumb; what is longer is neither, and costly to search."""

MAX_SITE_WORDS = 6

_PART: Final = re.compile(r"\s*(?:[|•·»›:]|::|\s[-–—]|[-–—]\s)\s*")
"""What stands between the parts of a title; for comparison only, so a colon parts as well."""


def split_site(title: str) -> tuple[str, str]:
    """A title's headline and the site's name behind it; the name is empty if none shows.

    The last separator counts. What follows it is the site's name if it is short and shorter than what stands before.
    """
    seams = list(_SUFFIX.finditer(title)) if len(title) <= LONGEST else []
    if not seams:
        return title.strip(), ""
    headline, site = title[: seams[-1].start()].rstrip(), title[seams[-1].end() :].strip()
    if not site or len(site.split()) > MAX_SITE_WORDS or len(headline) <= len(site):
        return title.strip(), ""
    # "Headline — Section — Site": the section goes as well, if the same mark stands before it and it is as short.
    if len(seams) > 1 and seams[-1].group().strip() == seams[-2].group().strip():
        section = title[seams[-2].end() : seams[-1].start()].strip()
        shorter = title[: seams[-2].start()].rstrip()
        if len(section.split()) <= 3 and len(shorter.split()) >= 4:
            headline = shorter
    return headline, site


def cut_name(title: str, names: frozenset[str]) -> str:
    """A title without the site's names behind it: one of these, with any mark before it."""
    for _ in range(2):
        seams = list(_SUFFIX.finditer(title)) if len(title) <= LONGEST else []
        if not seams or not is_name(title[seams[-1].end() :], names):
            break
        title = title[: seams[-1].start()].rstrip()
    for mark in "_-":  # "Storm over the coast_DailyBramble"
        headline, _, name = title.rpartition(mark)
        if headline and squeezed(name) in names:
            return headline.rstrip()
    return title


@lru_cache(maxsize=16)
def stem(title: str, names: frozenset[str]) -> str:
    """A title without the site's name, be it one of these or known by its shape, and without a section before that."""
    cut, shaped = cut_name(title, names), split_site(title)[0]
    return cut if cut != title and not cut.startswith(shaped) else shaped


def is_name(part: str, names: frozenset[str]) -> bool:
    """Whether a part of a title is one of the site's names, or one with a word more (``Reuters UK``)."""
    word = squeezed(part)
    if word in names:
        return bool(word)
    long = (name for name in names if len(name) > 3)
    return any(
        word.startswith(name) or word.endswith(name) or (len(word) > 0.6 * len(name) and word in name) for name in long
    )


def squeezed(text: str) -> str:
    """A name as hosts write it: its letters and digits alone, case folded."""
    return "".join(filter(str.isalnum, text.casefold()))


def pieces(title: str) -> Iterator[str]:
    """Every run of a title's parts, folded: what a page may show of it as its headline."""
    if len(title) > LONGEST:
        return
    seams = list(_PART.finditer(title))[:MAX_SEAMS]
    begins, ends = [0, *(seam.end() for seam in seams)], [*(seam.start() for seam in seams), len(title)]
    yield from (folded(title[begin:end]) for begin in begins for end in ends if end > begin)


MAX_SEAMS = 8

MAX_KICKER_WORDS = 5

MIN_TAIL_WORDS = 4
"""Words that two lines must end with to be one headline behind two kickers; fewer may be a turn of phrase."""


def is_kicked(line: str, title: str) -> bool:
    """Whether a folded line is a folded title of three words or more behind a kicker."""
    more = line.count(" ") - title.count(" ")
    return line.endswith(" " + title) and title.count(" ") >= 2 and 0 < more <= MAX_KICKER_WORDS


def common_tail(line: str, title: str) -> str:
    """What a visible line and a title both say, each behind a kicker of its own; empty if there is no such thing."""
    others = _tails(title)
    for tail, written in _tails(line).items() if others else ():
        if tail.count(" ") >= MIN_TAIL_WORDS - 1 and tail in others:
            return written if is_kicked(folded(line), tail) and is_kicked(folded(title), tail) else ""
    return ""


def _tails(title: str) -> dict[str, str]:
    """What stands behind each mark that can end a kicker, the longest first: folded, and as it is written.

    What goes on in a small letter does not begin there.
    """
    if len(title) > LONGEST:
        return {}
    found = (title[seam.end() :] for seam in islice(_KICKER_END.finditer(title), MAX_SEAMS))
    return {folded(tail): tail for tail in found if not tail[:1].islower()}


_KICKER_END: Final = re.compile(r":\s|\s[|–—-]\s")


def split_prefix(title: str, host: str = "") -> tuple[str, str]:
    """The site's name that a kit glued before a headline (``NewsFerret:Storm …``), and the headline.

    Only a single word with a capital inside: ``Storm: what we know`` stays whole; and with a blank behind the colon
    only if the host is called so.
    """
    match = _PREFIX.match(title)
    if not match or (match[2] and match[1].lower() not in host):
        return "", title
    return match[1], title[match.end() :]


_PREFIX: Final = re.compile(r"([A-Z][a-z0-9]+[A-Z][A-Za-z0-9]*):(\s?)(?=[^\s\d])")


def is_site_like(title: str, headline: str, name: str) -> bool:
    """Whether what was cut off behind a headline looks like a site's name: behind a bar, or capitalised."""
    seam = title[len(headline) : len(title) - len(name)]
    return "|" in seam or all(word[:1].isupper() for word in name.split())


def is_breadcrumb(line: str) -> bool:
    """Whether a line begins as a breadcrumb does: a label or a home word, then separators."""
    if len(line) > LONGEST:
        return False
    crumbs = [c for c in CRUMB_SEPARATOR.split(line) if c]
    if len(crumbs) < 2:
        return False
    if "breadcrumb_prefix" in words.cues(crumbs[0]) and (len(crumbs) > 2 or ":" in crumbs[0]):
        return True
    return words.label(strip_label(crumbs[0])) in words.phrases("cues", "home")


def is_path(line: str) -> bool:
    """Whether a line is a few short names with arrows between them: a breadcrumb, if linked and above a headline."""
    if len(line) > LONGEST:
        return False
    crumbs = _ARROW.split(line)
    return len(crumbs) > 1 and all(1 <= len(crumb.split()) <= 4 for crumb in crumbs)


def strip_label(first: str) -> str:
    """The first crumb without the label before it: ``Current:Home`` gives ``Home``."""
    hit = words.cues(first).get("breadcrumb_prefix")
    if hit:
        return first[hit[1] :].lstrip(" :：")
    for seam in islice(glue.GLUE.finditer(first), 2):
        if words.label(first[: seam.start()]) in words.phrases("cues", "breadcrumb_prefix"):
            return first[seam.start() :]
    label, colon, home = first.partition(":")
    if colon and label and words.label(CRUMB_SEPARATOR.split(home.strip())[0]) in words.phrases("cues", "home"):
        return home.lstrip()  # behind a label of whatever words
    return first


def crumbs(line: str, *, by_any_mark: bool = False) -> list[tuple[int, int]]:
    """The crumbs of a breadcrumb line, as code points of the line, its label left out.

    ``by_any_mark``: where no arrow or slash parts them, bars, dots and dashes do.
    """
    begin = len(line) - len(strip_label(line))
    spans = []
    other = by_any_mark and not CRUMB_SEPARATOR.search(line, begin)
    separator = _OTHER_SEPARATOR if other else CRUMB_SEPARATOR
    for seam in [*separator.finditer(line, begin), None]:
        end = seam.start() if seam else len(line)
        if line[begin:end].strip():
            spans.append((begin, end))
        begin = seam.end() if seam else end
    return spans


def folded(text: str | None) -> str:
    """A title for comparison: its words, case folded; nothing of nothing."""
    return " ".join(_WORD.findall((text or "").replace("\u00ad", "").casefold()))


_WORD: Final = re.compile(r"\w+")
