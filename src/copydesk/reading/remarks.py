"""Lines of a text amid or below its body that others wrote: readers' remarks under their counter, offers of brands.

HTML shows both by their boxes. In a text remarks stand between the counter of comments and the form for one more, and
an offer names a brand of money's in a text that speaks of no other. It marks short lines only.
"""

import re
from typing import TYPE_CHECKING, Final

from copydesk.reading import counters, people, words
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

HALF: Final = 0.5
"""The share of a page's prose above its remarks."""

MOST_LINES, REMARK_WORDS, COUNTER_WORDS = 16, 45, 6
"""Lines of the remarks, words of one, and words of the counter over them."""

OFFER_WORDS, OFFERED = 24, 3
"""Words of an offer, and how many of them at least are no part of a name."""


def mark(board: "Board") -> None:
    """Mark remarks and offers."""
    _mark_remarks(board)
    _mark_offers(board)


# ------------------------------------------------------------------ remarks
def _mark_remarks(board: "Board") -> None:
    features, told = board.features, board.features.prose.cumsum()
    below = (told >= HALF * told[-1]) & (features.digits > 0) & (features.words <= COUNTER_WORDS)
    for counter in below.nonzero()[0].tolist() if told[-1] else ():
        if board.role[counter] not in {None, Role.REACTION} or not _counts_remarks(board.line(counter)):
            continue
        run = _run(board, counter)
        for block in run:
            board.mark(block, Role.COMMENT, 0.6, "line:between the counter of comments and their form")
        if run and counters.reactions(board.line(counter), comments=True):
            board.mark(counter, Role.REACTION, 0.7, "line:counter over remarks")


def _counts_remarks(line: str) -> bool:
    said = words.label(line.strip("0123456789.,() :："))
    return words.region_of(said) == "comments" or said.startswith(_REMARKS)


_REMARKS: Final = (
    "comment", "coment", "komment", "komentar", "thought", "opini", "opinio", "meinung", "pendapat", "avis", "remark",
    "respons", "respuest", "réponse", "rispost", "antwort", "tanggap", "réaction", "reaktion", "reazion", "reaccion",
    "yorum", "reactie", "kommentar", "коммент", "комент", "コメント", "评论", "댓글",
)  # fmt: skip
"""How the words for a reader's remark begin."""


def _run(board: "Board", counter: int) -> list[int]:
    """The lines between a counter and a form; where no form follows, those that a name leads."""
    found: list[int] = []
    for block in range(counter + 1, min(counter + 1 + MOST_LINES, len(board.role))):
        if board.role[block] is Role.NAVIGATION:
            return found
        if board.role[block] is not None or board.features.words[block] > REMARK_WORDS:
            break
        found.append(block)
    led = 0
    while led < len(found) and (_is_led(board, found[led]) or (led and people.is_person(board.line(found[led - 1])))):
        led += 1
    return found[:led]


def _is_led(board: "Board", block: int) -> bool:
    """Whether a line is a name, or begins with one: ``Jane Roe: I did not know``."""
    first = board.line(block).split(":", 1)[0].split()
    return people.is_person(" ".join(first)) if len(first) <= MOST_NAME else people.is_person(" ".join(first[:2]))


MOST_NAME: Final = 3


# ------------------------------------------------------------------ offers
def _mark_offers(board: "Board") -> None:
    """Lines of a text that name a brand of money's (``Solid Wealth Academy``) where all others name none."""
    features = board.features
    named, brands = list[int](), words.phrases("brands", "brand_words")
    told = features.prose.nonzero()[0].tolist()
    told = [block for block in told if block > board.headline]
    for block in board.open_blocks(range(told[0], told[-1] + 1) if told else ()):
        folded = _NAME.findall(board.line(block))
        if len(folded) > 1 and not brands.isdisjoint(token.casefold() for token in folded):
            if not _has_brand(board.line(block)) or features.words[block] < len(folded) + OFFERED:
                continue  # a name alone is a slot
            if features.words[block] > OFFER_WORDS:
                return  # the text is about such matters itself
            named.append(block)
    if board.headline >= 0 and _has_brand(board.line(board.headline)):
        return
    for block in named if len(named) <= MOST_OFFERS else ():
        board.mark(block, Role.ADVERT, 0.5, "line:offer of a brand that the text knows nothing of")


MOST_OFFERS: Final = 4
_NAME: Final = re.compile(r"[^\W\d_a-zß-öø-ÿ][^\W\d_]+")
_RUN: Final = re.compile(r"\b[^\W\d_a-zß-öø-ÿ]\w+(?: [^\W\d_a-zß-öø-ÿ]\w+){1,4}")


def _has_brand(text: str) -> bool:
    """Whether two words of brands stand in one name."""
    brands = words.phrases("brands", "brand_words")
    return any(
        sum(token in brands for token in run.casefold().split()) >= LEAST_BRAND_WORDS for run in _RUN.findall(text)
    )


LEAST_BRAND_WORDS: Final = 2
