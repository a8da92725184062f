"""The lists of a text: which lines head one, and where it ends.

HTML shows a list by its boxes. In a text only lines are left: a short line over a run of headlines heads them, whatever
its word is, and the run ends where its form does: where marks or ranks stop, at a blank line in a list that has none,
at a counter, at a legal line. It says nothing about what stands between the labels of menus and boxes.
"""

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading import controls, counters, folding, words
from copydesk.types import Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from numpy.typing import NDArray

    from copydesk.reading.board import Board

MAX_HEADING_WORDS, MAX_HEADING_CHARS, MAX_ENTRY_WORDS = 6, 44, 35

LEAST_WORDS: Final = 3
MIN_ENTRIES: Final = 2
"""Lines like headlines that must follow a heading whose words are known; one more where they are not."""

TOP_WORDS: Final = 4
_TOP: Final = re.compile(r"(?<!\d)(?:3|5|7|10|12|15|20|25|50|100)(?!\d)")
"""How many a ranking has that says so: ``Die Top 10``."""

_RANK: Final = re.compile(r"(?:#|№|[Nn]o\.?\s?|[(（\[])?\s?0?(\d{1,2})")
_MAIL: Final = ("e-mail", "email", "e-posta", "correo", "メール", "почт", "courriel", "e‑mail")
LEGAL_CHARS: Final = 160
"""Characters of a line with that sign somewhere: whose theme it is, and whose rights."""

LEGAL: Final = ("©", "(c)", "copyright", "℗")
_ORDER: Final = ("ranking", "recommended", "related")


def headings(board: "Board") -> "Iterator[tuple[int, str]]":
    """Lines that labels.toml does not know and that head a list all the same, with the region that it is."""
    for block, role in board.sheet.cut.items():
        if role is Role.LIST_HEADING:
            text = board.sheet.words(block)
            known = words.region_of(text)
            known = (
                known if known in LISTED else region_like(text)
            )  # "Sources" over headlines heads a list all the same
            yield block, known or ("ranking" if _rank(board, block + 1) else "related")
    features = board.features
    size = features.words
    short = (size <= MAX_HEADING_WORDS) & (features.chars <= MAX_HEADING_CHARS) & ~features.item
    short &= (features.digits == 0) | (size <= TOP_WORDS)
    ranked = short & _over_rank(board)
    for below in (1, MIN_ENTRIES):
        short[:-below] &= size[below:] >= LEAST_WORDS
        short[-below:] = False
    short |= ranked
    for block in short.nonzero()[0].tolist():
        text = board.sheet.words(block)
        if block in board.sheet.cut or text[-1] in ".,;?)»”\"'" or words.region_of(text) is not None:
            continue
        region = None if is_reply(text) else region_like(text)
        if features.digits[block] and (region != "ranking" or not _TOP.search(text)):
            continue
        if region and block and text != board.sheet.named and (ranked[block] or _heads(board, block, MIN_ENTRIES)):
            yield block, region


def _over_rank(board: "Board") -> "NDArray[np.bool_]":
    """For each block whether the first rank stands in the next line, alone, and an entry in the one after."""
    found = np.zeros(len(board.role), dtype=bool)
    features = board.features
    alone = (features.chars <= 3) & (features.digits > 0)
    for block in alone[:-1].nonzero()[0].tolist():
        first = board.sheet.words(block).strip("#.)( ").lstrip("0") == "1"
        if first and block and features.words[block + 1] >= LEAST_WORDS:
            found[block - 1] = True
    return found


@lru_cache(maxsize=1 << 10)
def region_like(text: str) -> str | None:
    """Which list a heading is over, by how its words begin."""
    line = words.label(text)
    return next((region for region, pattern in _stems() if pattern.search(line)), None)


def is_reply(text: str) -> bool:
    """Whether a line is nothing but a control of the comments: ``Load more comments``."""
    return words.label(text) in words.phrases("cues", "comment_reply")


def told_apart(board: "Board", labels: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """The labels with their regions, where a heading that fits two takes the one that the page lacks.

    A page seldom has two lists of one kind: beside "Recommended", "You may also like" is over what is related.
    """
    regions = [region for _, region in labels if region in LISTED]
    if len(regions) < MIN_ENTRIES:
        return labels
    lines_of: dict[str, set[str]] = {}
    for block, region in labels:
        lines_of.setdefault("recommended" if region == "latest" else region, set()).add(words.label(board.line(block)))
    found = []
    for block, region in labels:
        told = region
        if region in LISTED:
            line = words.label(board.line(block))
            others = {other for other, lines in lines_of.items() if len(lines) > 1 or line not in lines}
            for family, first, second in _EITHER:
                if region in {first, second} and _family(family).search(line):
                    told = second if first in others and second not in others else first
        found.append((block, told))
    return found


LISTED: Final = frozenset(["related", "ranking", "recommended", "latest"])
_EITHER: Final = (("also_liked", "recommended", "related"), ("trending", "ranking", "recommended"))
"""Headings that fit two regions: the one they have alone, and the other."""


@cache
def _family(name: str) -> re.Pattern[str]:
    return _pattern(name)


def is_topics_label(text: str) -> bool:
    """Whether a short line is known as the label of topics, or its stem shows it to be one."""
    return words.region_of(text) == "topics" or _topic_stems().search(words.label(text)) is not None


def topics_begin(line: str) -> int | None:
    """Where topics begin behind a label that only its stem shows to be theirs: ``Filed under: eels, storms``."""
    if len(line) > MAX_TOPICS_LINE or line[-1] in ".!?":
        return None
    label, colon, rest = line.replace("：", ":").partition(":")
    if not colon or len(label) > MAX_HEADING_CHARS or not _topic_stems().search(words.label(label)):
        return None
    parts = [part.split() for part in _TOPIC_SEAM.split(rest) if part.strip()]
    return len(label) + 1 if len(parts) > 1 and all(len(part) <= MAX_TOPIC_WORDS for part in parts) else None


MAX_TOPICS_LINE, MAX_TOPIC_WORDS = 300, 4
_TOPIC_SEAM: Final = re.compile(r"[,;|、，/·•#]")


@cache
def _topic_stems() -> re.Pattern[str]:
    return _pattern("topics")


@cache
def _stems() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """By region, in their order: how words begin; in scripts without blanks what stands anywhere."""
    return tuple((region, _pattern(region)) for region in _ORDER)


def _pattern(region: str) -> re.Pattern[str]:
    languages = words.table("stems")[region]
    inside = {entry for key in UNSPACED for entry in languages.get(key, ())}
    starts = {entry for key, listed in languages.items() if key not in UNSPACED for entry in listed}
    return re.compile(rf"(?<![\w'’-])(?:{folding.pattern(starts)})|{folding.pattern(inside)}")


UNSPACED: Final = ("ja", "zh", "ko")


def _heads(board: "Board", block: int, least: int) -> bool:
    """Whether so many lines like headlines stand below a line."""
    below = range(block + 1, min(block + 1 + least, len(board.role)))
    return len(below) == least and all(is_entry(board, other) for other in below)


def is_entry(board: "Board", block: int) -> bool:
    """Whether a line of a text is like a headline: some words, and no full stop behind them."""
    features, text = board.features, board.sheet.words(block)
    if not LEAST_WORDS <= features.words[block] <= MAX_ENTRY_WORDS or text.endswith((".", "。", ":", "：", ",")):
        return False
    return words.region_of(text) is None and (not text[0].islower() or not text[0].isalpha())


def is_mail_box(board: "Board", label: int) -> bool:
    """Whether what a label such as ``Don't miss`` is over is the form of a newsletter."""
    below = label + 1
    if below >= len(board.role) or board.features.words[below] > MAX_HEADING_WORDS:
        return False
    return is_mail(board.sheet.words(below))


def is_mail(text: str) -> bool:
    """Whether a line of a form speaks of mail."""
    folded = text.casefold()
    return any(sign in folded for sign in _MAIL)


# ------------------------------------------------------------------ where a list ends
def ends_at(board: "Board", label: int, block: int, text: str) -> bool:
    """Whether the list under a label has ended before this line."""
    if (
        text.casefold().startswith(LEGAL)
        or ("©" in text and len(text) <= LEGAL_CHARS)
        or not board.cues(block).keys().isdisjoint(_CLOSING)
    ):
        return True
    first = label + 1
    if controls.leads_beside(text) or controls.is_controls(text) or _is_legal_row(text):
        return block > first
    if block < first + 2:
        return False
    items = board.features.item
    if items[first] and items[first + 1] and not items[block]:
        return True
    if _rank(board, first) == 1 and _rank(board, first + 1) == 2 and _rank(board, block) == 0:
        return True
    return _after_blank(board, block) and not _after_blank(board, first + 1) and not _is_broken(board, first, block)


def _is_legal_row(text: str) -> bool:
    """Whether a line is a row of links that closes a page: ``The Daily · Terms of use · Cookie settings``."""
    if not any(mark in text for mark in ("·", "|", "•")) or len(text) > LEGAL_CHARS:
        return False
    return any(words.region_of(part) == "legal" for part in _ROW_MARK.split(text))


_ROW_MARK: Final = re.compile(r"[·|•]")

_CLOSING: Final = frozenset(["legal_anywhere", "newsletter_anywhere", "credit_anywhere", "licensed_anywhere"])


def is_ranked(board: "Board", first: int) -> bool:
    """Whether two lines have the first two ranks."""
    return first + 1 < len(board.role) and _rank(board, first) == 1 and _rank(board, first + 1) == MIN_ENTRIES


def _rank(board: "Board", block: int) -> int:
    match = _RANK.match(board.sheet.words(block))
    return int(match[1]) if match else 0


def _after_blank(board: "Board", block: int) -> bool:
    """Whether a blank line stands before a line."""
    sheet = board.sheet
    return sheet.text.count("\n", sheet.end[block - 1], sheet.start[block]) > 1


def _is_broken(board: "Board", first: int, block: int) -> bool:
    """Whether blank lines stood between entries already: then one more ends nothing."""
    return any(_after_blank(board, other) for other in range(first + 1, block))


def is_between(board: "Board", block: int, following: int) -> bool:
    """Whether a counter in a list is one of many, one behind each entry."""
    near = [other for other in (block - 2, block + 2) if 0 <= other < following]
    return any(counters.reactions(board.sheet.words(other), comments=True) for other in near)
