"""Lines of a text below or above its body that say what they are by their form: credits, topics, biographies.

A page that lost its HTML keeps them as lines of their own, mostly without the label that HTML readers know them by. It
looks at short lines outside the prose only; how much of the page's prose stands above one tells where it is.
"""

from typing import TYPE_CHECKING, Final

from copydesk.reading import people, words
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board


def mark_own(board: "Board", block: int, text: str, above: float) -> bool:
    """Mark a short line that says itself what it is; ``above``: the share of the page's prose before it."""
    if above >= CREDITED and _is_bio(text):
        return board.mark(block, Role.AUTHOR_BIO, 0.7, "line:label of a biography")
    if above == 0 and _is_labelled_topics(text):
        return board.mark(block, Role.TOPIC, 0.7, "line:topics label above the text")
    if above >= CREDITED and block and _is_bracketed_credit(board, block):
        return board.mark(block, Role.CREDIT, 0.6, "line:in brackets below the text")
    return False


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
CREDITED, BRACKETED = 0.8, 9
"""The share of a page's prose above such a line, and its words."""


def mark_topics(board: "Board") -> None:
    """A run of short lines right behind the text, one of them a word of it: topics that lost their label."""
    prose = list(board.open_blocks(board.features.prose.nonzero()[0].tolist()))
    if not prose or board.features.prose.sum() < LEAST_PROSE:
        return
    begin = prose[-1] + 1
    while begin < len(board.role) and board.role[begin] is Role.CREDIT:
        begin += 1
    end = begin
    while end < min(begin + MOST_TOPICS, len(board.role)) and _may_be_topic(board, end):
        end += 1
    if end - begin < LEAST_TOPICS:
        return
    said = {word for block in prose for word in board.line(block).casefold().split()}
    if any(board.line(block).casefold().split()[0] in said for block in range(begin, end)):
        for block in range(begin, end):
            board.mark(block, Role.TOPIC, 0.5, "line:names behind the text")


LEAST_PROSE, LEAST_TOPICS, MOST_TOPICS, TOPIC_WORDS = 60, 3, 12, 3
"""Words of prose above such a run; its lines; the words of one of them."""


def _may_be_topic(board: "Board", block: int) -> bool:
    features, text = board.features, board.line(block)
    short = features.words[block] <= TOPIC_WORDS and not features.terminal[block] and not features.digits[block]
    if not short or board.role[block] is not None or block in board.sheet.cut or len(text) < 3:
        return False
    named = text[0].isupper() or not text[0].isascii()
    return named and words.region_of(text) is None and not board.cues(block) and not people.is_person(text)


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
