"""Lines of a text below or above its body that say what they are by their form: credits, topics, biographies.

A page that lost its HTML keeps them as lines of their own, mostly without the label that HTML readers know them by. It
looks at short lines outside the prose only; how much of the page's prose stands above one tells where it is.
"""

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from copydesk.reading import controls, people, textlists, topicrows, words
from copydesk.reading.people import Named
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def mark_own(board: "Board", block: int, text: str, above: float) -> bool:
    """Mark a short line that says itself what it is; ``above``: the share of the page's prose before it."""
    if above >= CREDITED and _is_bio(text):
        return board.mark(block, Role.AUTHOR_BIO, 0.7, "line:label of a biography")
    if above == 0 and _is_labelled_topics(text):
        return board.mark(block, Role.TOPIC, 0.7, "line:topics label above the text")
    if THIRD <= above < CREDITED and _is_labelled_listing(board, block, text):
        return board.mark(block, Role.TOPIC, 0.6, TOPICS_ROW)
    if above < CREDITED or not block:
        return False
    if _is_bracketed_credit(board, block):
        return board.mark(block, Role.CREDIT, 0.6, "line:in brackets below the text")
    if _says_first_published(board, block, text):
        return board.mark(block, Role.CREDIT, 0.7, FIRST_RULE)
    if _is_listing_of_said(board, block, text):
        return board.mark(block, Role.TOPIC, 0.6, TOPICS_ROW)
    if controls.leads_beside(text):
        if _is_title_of_other(board, block):
            board.mark(block + 1, Role.NAVIGATION, 0.6, "line:behind a link to the next post")
        return board.mark(block, Role.NAVIGATION, 0.7, "line:link to the next post")
    return False


def _is_labelled_listing(board: "Board", block: int, text: str) -> bool:
    return (
        not board.features.terminal[block]
        and topicrows.has_seam(text)
        and topicrows.label_end(text) > 0
        and _is_listing_of_said(board, block, text)
    )


def _is_listing_of_said(board: "Board", block: int, text: str) -> bool:
    """Whether a line below the text is a row of names behind a label or under one, and the text has one of them."""
    begin = topicrows.label_end(text)
    above = board.line(block - 1)
    headed = not begin and len(above) <= LABEL and (above[-1] in ":：" or textlists.is_topics_label(above))
    bare = not begin and not headed
    spans = topicrows.row(text, begin) if not bare or topicrows.has_seam(text) else []
    if not spans or (bare and len(spans) < LEAST_TOPICS):
        return False
    prose = board.features.prose[:block].nonzero()[0].tolist()
    if not any(text[start:end] in board.line(other) for start, end in spans for other in prose):
        return False
    if headed:
        board.change(block - 1, Role.LIST_HEADING, 0.6, "line:label of a row of topics")
    return True


def _is_title_of_other(board: "Board", block: int) -> bool:
    """Whether the line below a link to the next post is that post's title."""
    below = block + 1
    if (
        below >= len(board.role)
        or board.role[below] is not None
        or words.label(board.line(block)) not in words.phrases("furniture", "neighbours")
    ):
        return False
    text = board.line(below)
    return " " in text and words.region_of(text) is None and not controls.leads_beside(text)


def _says_first_published(board: "Board", block: int, text: str) -> bool:
    """Whether a line below the text says where it appeared before, or repeats its title amid other words.

    ``First published by …``, ``The post Storm over the coast appeared first on …``, ``By Jane Roe for the Courier``.
    """
    if board.features.words[block] > FIRST_PUBLISHED:
        return False
    cues = board.cues(block)
    if "first_published_anywhere" in cues:
        return True
    if "byline_prefix" in cues and any(name in text for name in _ON_BEHALF):
        behind = max(text.find(name) + len(name) for name in _ON_BEHALF)
        return cues["byline_prefix"][0] <= 1 and people.guess(text[behind:].rstrip(".)")).named is Named.OUTLET
    title = board.line(board.headline) if board.headline >= 0 else ""
    around = len(text) - len(title)
    return LEAST_AROUND < around < MOST_AROUND and title.count(" ") >= LEAST_TITLE and title in text[1:]


FIRST_RULE: Final = "line:where it appeared first"

_ON_BEHALF: Final = (" for ", " für ", " pour ", " para ", " per ", " untuk ", " voor ", " för ", " dla ")
FIRST_PUBLISHED, LEAST_AROUND, MOST_AROUND, LEAST_TITLE = 45, 12, 90, 4
"""Words of such a line; characters around the title that it repeats, and blanks in that."""


def _is_bio(text: str) -> bool:
    """Whether a line says behind its label who the author is: ``About the author: Jane Roe …``."""
    label, colon, rest = text[:LABEL].partition(":")
    return bool(colon and rest) and words.region_of(label) == "author_bio"


def _is_labelled_topics(text: str) -> bool:
    """Whether a line of a dump's head lists topics behind their label: ``tags: eels, storms``."""
    return ":" in text[:LABEL] and ("," in text or ";" in text) and words.topics_label(text) is not None


LABEL: Final = 40
"""Characters in which the label of a line ends."""


def _is_bracketed_credit(board: "Board", block: int) -> bool:
    """A line right below the text that is a name in brackets, ``(Ness News Agency)``, or begins with ``Via``."""
    if board.features.words[block] > BRACKETED:
        return False
    text = board.line(block)
    inner = text.strip(_BRACKETS)
    if text[0] in _BRACKETS and text[-1] in _BRACKETS:
        return any(map(str.isupper, inner)) or not inner.isascii()
    return inner.startswith(_VIA) and inner[4:5].isupper()


_BRACKETS: Final = "()[]（）【】*"
_VIA: Final = ("Via ", "VIA ", "Vía ", "via ")
THIRD: Final = 0.3
"""The share of a page's prose above topics behind their label: other articles may follow."""

CREDITED, BRACKETED = 0.8, 9
"""The share of a page's prose above such a line, and its words."""


def agencies(board: "Board") -> frozenset[str]:
    """Whom the text itself names as an agency: in the brackets of its opening, behind the slash of a photo's credit.

    Not a person there: an author may have taken the picture as well.
    """
    prose = board.features.prose.nonzero()[0].tolist()[:OPENINGS]
    found = {match[1] for block in prose if (match := _OPENING_AGENCY.match(board.sheet.words(block)))}
    for block in board.having(Role.CAPTION):
        match = _PHOTO_AGENCY.search(board.line(block))
        if match and not people.is_person(match[1].strip()):
            found.add(match[1].strip())
    return frozenset(found)


OPENINGS: Final = 2
_OPENING_AGENCY: Final = re.compile(r"[^(\n]{2,40}\(([^()]{2,40})\)\s?\.?\s?[-–—:]")
_PHOTO_AGENCY: Final = re.compile(r"(?:\s/\s|\bvia\s|[:：]\s)([^/()|:]{2,40}?)\)?\.?$")


def mark_topics(board: "Board") -> None:
    """A run of short lines right behind the text, one of them a word of it: topics that lost their label."""
    total = float(board.features.prose.sum())
    if total < LEAST_PROSE:
        return
    prose = list(board.open_blocks(board.features.prose.nonzero()[0].tolist()))
    above = 0.0
    for block, following in pairwise([*prose, len(board.role)]):
        above += float(board.features.prose[block])
        if following - block > LEAST_TOPICS and above >= HALF * total and _mark_run(board, block + 1, prose):
            return


def _mark_run(board: "Board", begin: int, prose: list[int]) -> bool:
    """Mark the run of topics that begins at a line, or behind the credits there; whether there is one."""
    said = " ".join(board.line(block) for block in prose if block < begin)
    stop = min(begin + MOST_BETWEEN, len(board.role))
    while begin < stop and not _may_be_topic(board, begin, said):
        begin += 1
    end = begin
    while end < min(begin + MOST_TOPICS, len(board.role)) and _may_be_topic(board, end, said):
        end += 1
    if end - begin < LEAST_TOPICS:
        return False
    said = said.casefold()
    if not any(board.line(block).casefold() in said for block in range(begin, end)):
        return False
    if textlists.is_topics_label(board.line(begin - 1)):
        board.mark(begin - 1, Role.LIST_HEADING, 0.5, "line:label of topics")
    for block in range(begin, end):
        board.mark(block, Role.TOPIC, 0.5, "line:names behind the text")
    return True


HALF: Final = 0.5
"""The share of a page's prose above its topics."""

TOPICS_ROW: Final = "line:row of names below the text"

LEAST_PROSE, LEAST_TOPICS, MOST_TOPICS, TOPIC_WORDS = 60, 3, 12, 4
"""Words of prose above such a run; its lines; the words of one of them."""

MOST_BETWEEN: Final = 4
"""Lines between the text and its topics: credits, counters, a label."""


def _may_be_topic(board: "Board", block: int, said: str) -> bool:
    features, text = board.features, board.line(block)
    short = features.words[block] <= TOPIC_WORDS and not features.terminal[block] and not features.digits[block]
    if not short or board.role[block] is not None or block in board.sheet.cut or len(text) < 3:
        return False
    named = text[0].isupper() or not text[0].isascii()
    if (
        not named
        or textlists.is_mail(text)
        or controls.is_controls(text)
        or words.region_of(text) is not None
        or textlists.is_topics_label(text)
        or board.cues(block)
    ):
        return False
    return text in said or not people.is_person(text)


def mark_bio(board: "Board") -> None:
    """A sentence behind the text that begins with a name, the author's or one that it gives a job or this site."""
    prose = list(board.open_blocks(board.features.prose.nonzero()[0].tolist()))
    if len(prose) < LEAST_PARAGRAPHS:
        return
    bylines = " ".join(board.line(block) for block in board.having(Role.BYLINE))
    jobs = words.phrases("jobs", "jobs")
    for block in prose[-2:]:
        text = board.line(block)
        tokens = text.split(maxsplit=BIO_WORDS)
        if len(tokens) > BIO_WORDS or board.features.sentences[block] > 2:
            continue
        name = " ".join(tokens[:2])
        if not people.is_person(name) or name.endswith((",", ":")):
            continue
        told = name in bylines or (board.sheet.named and board.sheet.named in text)
        if told or not jobs.isdisjoint(token.casefold().strip(".,") for token in tokens):
            board.mark(block, Role.AUTHOR_BIO, 0.5, "line:a name and what it does")


LEAST_PARAGRAPHS, BIO_WORDS = 4, 30
"""Paragraphs of a text that has an author's biography behind it, and the words of that."""
