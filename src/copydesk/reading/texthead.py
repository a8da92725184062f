"""Board pass, text only: what stands around the headline, known before the body is.

A page that lost its HTML has its breadcrumb, section, byline, date, counters and dek in lines of their own around the
headline. Each line that says what it is gets its role here, so that whoever seeks the body sees where it cannot begin.
It judges no running text, but for the one sentence that stands above other lines of the head: the dek.
"""

import re
from typing import TYPE_CHECKING, Final

from copydesk.reading import (
    controls,
    counters,
    masthead,
    moments,
    people,
    textfiling,
    textmarks,
    textslot,
    words,
)
from copydesk.reading.people import Named
from copydesk.types import MediaType, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

ABOVE, BELOW = 5, 14
"""Lines above and below the headline that can belong to the head."""

MAX_LABEL_WORDS, MAX_DATE_WORDS, MAX_DEK_WORDS = 4, 18, 45

MAX_LABEL_CHARS: Final = 30

DATED: Final = frozenset(["published_prefix", "modified_prefix", "date_prefix"])

FURNITURE: Final = frozenset([Role.DATE, Role.BYLINE, Role.BRAND_SLOT, Role.REACTION, Role.SECTION])
"""What stands between a dek and the body, and seldom between paragraphs."""

RECIPIENTS: Final = frozenset(
    ["to", "cc", "bcc", "reply to", "an", "kopie", "à", "para", "cco", "a", "aan", "till", "til", "do", "komu", "кому",
     "kime", "kepada"]
)  # fmt: skip
"""Labels of those to whom an article was mailed."""

_FAULT: Final = re.compile(r"(?:undefined|null|nan|none|\[object object\]|\W?\W\s?[\w.]+\s?\W?\W)", re.IGNORECASE)
_FAULT_SIGNS: Final = ("{{", "${", "%", "<%", "[[", "{%")
_OPENING: Final = re.compile(
    r"(?:[^\W\d_a-zа-яё]{3,}|[【(（\[])[^\n]{0,50}?(?:\)|）|】|\]|\.|,)?\s?(?:[-–—:.]\s|】|）|--)"
)
"""How the first paragraph of an agency's report begins: ``BERLIN (dpa) -``."""


def mark(board: "Board") -> None:
    """Mark the lines of the head."""
    if board.sheet.page.media_type is not MediaType.TEXT:
        return
    textfiling.mark(board)
    _mark_anywhere(board)
    if board.headline < 0:
        return
    _mark_head(board)
    textmarks.mark_bio(board)
    _mark_signature(board)


def _mark_head(board: "Board") -> None:
    """The lines around the headline."""
    for block in range(max(0, board.headline - ABOVE), board.headline):
        if board.role[block] is None:
            _mark_above(board, block)
    dek = furniture = -1
    stop = min(len(board.role), board.headline + BELOW)
    for block in range(board.headline + 1, stop):
        if board.features.prose[block] > 0 and board.role[block] is None:
            if dek >= 0 or not _may_be_dek(board, block):
                _decide_dek(board, dek, block, after=furniture)
                return
            dek = block
        elif board.role[block] is not None or _mark_line(board, block):
            if board.role[block] in FURNITURE:
                furniture = block
        elif dek < 0 and _may_be_dek(board, block) and board.features.terminal[block]:
            dek = block  # a sentence too short to count as prose
    _decide_dek(board, dek, stop, after=furniture)


def _may_be_dek(board: "Board", block: int) -> bool:
    features = board.features
    return bool(3 <= features.words[block] <= MAX_DEK_WORDS and features.sentences[block] <= 2)


def _decide_dek(board: "Board", dek: int, body: int, *, after: int) -> None:
    """One sentence under the headline is its dek if other lines of the head, or a report's opening, follow it."""
    if dek < 0:
        return
    opens = body < len(board.role) and _OPENING.match(board.sheet.words(body)) is not None
    if after > dek or (opens and not _OPENING.match(board.sheet.words(dek))):
        board.mark(dek, Role.DEK, 0.7, "head:line above the dateline" if after > dek else "head:line above the opening")


# ------------------------------------------------------------------ lines
def _mark_line(board: "Board", block: int) -> bool:
    """Mark a line of the head by its own words or by the label above it; whether it could be."""
    text, size = board.line(block), board.features.words[block]
    if size > MAX_DATE_WORDS or (board.features.terminal[block] and size > MAX_LABEL_WORDS):
        return False
    if _is_fault(text) or words.label(text.partition(":")[0]) in RECIPIENTS:
        return board.mark(block, Role.OTHER, 0.7, "head:left by the kit")
    if controls.is_controls(text):
        return board.mark(block, Role.NAVIGATION, 0.7, "head:controls")
    cues = board.cues(block).keys()
    digits = any(c.isdigit() for c in text)
    if digits and counters.reactions(text, comments=True):
        return board.mark(block, Role.REACTION, 0.8, "head:counter")
    if digits and counters.is_count(text) and text != "1" and board.features.words[block - 1] <= MAX_LABEL_WORDS:
        return board.mark(block, Role.REACTION, 0.5, "head:number behind the date")
    if digits and sum(m.end - m.start for m in moments.find(text)) > 0.4 * len(text):
        return board.mark(block, Role.DATE, 0.85, "head:date")
    labels = not digits and size <= MAX_LABEL_WORDS and cues & DATED and "byline_prefix" not in cues
    if labels and len(words.label(text)) <= MAX_LABEL_CHARS:
        return board.mark(block, Role.DATE, 0.6, "head:label of a date")
    if "read_time_anywhere" in cues and size <= textslot.MAX_SLOT_WORDS:
        return board.mark(block, Role.OTHER, 0.6, "head:reading time")
    if digits and size <= MAX_LABEL_WORDS and _is_counter(text):
        return board.mark(block, Role.REACTION, 0.5, "head:number and a word")
    if textfiling.is_filed_by_place(board, block, text):
        return board.mark(block, Role.SECTION, 0.6, "head:section by its place")
    return textslot.mark(board, block, text) or _mark_before_date(board, block)


def _mark_before_date(board: "Board", block: int) -> bool:
    """Whatever stands before the date in its line, if it is no more than a name: ``Guest Voices | 3 May 2024``."""
    sheet = board.sheet
    if sheet.cut.get(block + 1) is Role.DATE:
        between = sheet.text[sheet.end[block] : sheet.start[block + 1]]
        if _LABELLED.isdisjoint(between) and _is_unknown_person(board.line(block)):
            return board.mark(block, Role.BYLINE, 0.5, "head:name before the date")
    elif block and sheet.cut.get(block - 1) is Role.DATE and board.line(block)[0].isupper():
        between = sheet.text[sheet.end[block - 1] : sheet.start[block]]
        if _BARS.isdisjoint(between):
            return False
        if people.is_person(board.line(block)):
            return board.mark(block, Role.BYLINE, 0.5, "head:name behind the date")
    else:
        return False
    if (
        not _LABELLED.isdisjoint(between)
        or board.features.words[block] > MAX_LABEL_WORDS
        or words.region_of(board.line(block))
    ):
        return False
    person = people.guess(textslot.without_cue(board.line(block))).named is Named.PERSON
    return board.mark(block, Role.BYLINE if person else Role.BRAND_SLOT, 0.4, "head:slot, before the date")


def _is_unknown_person(text: str) -> bool:
    """Whether a few words are shaped as a person's name, and none of them is of a desk or a brand."""
    return people.is_person(text) and not people.is_nobody(text) and not masthead.is_section(text)


_BARS: Final = frozenset("|·•/")

_LABELLED: Final = frozenset("\n:：")
"""What stands between a date and its label, or the line above."""


def _is_counter(text: str) -> bool:
    """Whether a line of the head is one number and a word or two, be the word known or not."""
    if words.label(text.partition(":")[0]) in counters.NUMBERED:
        return False
    return bool(counters.reactions(text, below=True, comments=True)) and not moments.is_relative(text)


def _mark_above(board: "Board", block: int) -> None:
    """A line above the headline: only what says itself that it is a byline, a brand, a date or a counter."""
    text = board.line(block)
    guess = people.guess(text)
    sure = guess.named is Named.BRAND and guess.rule == "name: brand word" and len(text.split()) > 1
    labelled = ":" in text[: textslot.MAX_LABELLED] and textslot.without_cue(text) != text
    if sure or labelled or "byline_prefix" in board.cues(block) or any(c.isdigit() for c in text):
        _mark_line(board, block)


def _mark_anywhere(board: "Board") -> None:
    """Lines that say what they are wherever they stand: ``Published: 3 May 2024``, ``Posted by Admin``."""
    features = board.features
    told = features.prose.cumsum()
    half = int(told.searchsorted(HALF * told[-1])) if told[-1] else len(board.role)
    for block in (features.words <= textslot.MAX_SLOT_WORDS).nonzero()[0].tolist():
        if board.role[block] is not None or features.terminal[block]:
            continue
        text, cues = board.sheet.words(block), board.cues(block).keys()
        if text[0].isdigit() and counters.is_count(text):
            _mark_pair(board, block)
        elif not cues:
            continue
        elif cues & DATED and any(c.isdigit() for c in text):
            if sum(m.end - m.start for m in moments.find(text)) > 0.4 * len(text):
                board.mark(block, Role.DATE, 0.85, "head:date")
        elif "byline_prefix" in cues and (
            ":" in text.replace("：", ":") or (block > half and not features.prose[block : block + NO_PROSE].any())
        ):
            below = block + 1
            if textslot.mark(board, block, text) and block > half and below < len(board.role) and not board.role[below]:
                _mark_only_date(board, below)


def _mark_signature(board: "Board") -> None:
    """Who wrote it and when, in lines of their own right below the text, where nothing above says so."""
    dated, signed = bool(board.having(Role.DATE)), bool(board.having(Role.BYLINE, Role.BRAND_SLOT))
    prose = list(board.open_blocks(board.features.prose.nonzero()[0].tolist()))
    if (dated and signed) or not prose:
        return
    for block in range(prose[-1] + 1, min(prose[-1] + 1 + SIGNED, len(board.role))):
        if board.role[block] is not None or board.features.words[block] > textslot.MAX_SLOT_WORDS:
            continue
        text = board.line(block)
        if not dated and any(c.isdigit() for c in text):
            _mark_only_date(board, block)
        elif not signed and not board.features.terminal[block] and _is_signature(board, block, text):
            signed = board.mark(block, Role.BYLINE, 0.5, "head:name below the text")


SIGNED: Final = 6
"""Lines below a text in which its author's name stands."""


def _is_signature(board: "Board", block: int, text: str) -> bool:
    """Whether a line is a name that is known as one, or stands beside a date."""
    if not _is_unknown_person(text) or people.is_agency(text):
        return False
    near = (board.line(other) for other in (block - 1, block + 1) if 0 <= other < len(board.role))
    return people.guess(text).confidence > 0.8 or any(textslot.is_only_date(line) for line in near)


HALF, NO_PROSE = 0.5, 3
"""The share of a page's prose above a byline that stands below its text, and lines from there on without any."""


def _mark_only_date(board: "Board", block: int) -> None:
    """A line that is hardly more than a date, below a byline that stands below the text."""
    text = board.line(block)
    if board.features.words[block] <= textslot.MAX_SLOT_WORDS and textslot.is_only_date(text):
        board.mark(block, Role.DATE, 0.7, "head:date behind a byline")


def _mark_pair(board: "Board", number: int) -> None:
    """A number alone in its line, and the word that says what it counts in the next or the one before."""
    for label in (number + 1, number - 1):
        if 0 <= label < len(board.role) and counters.is_reaction(board.sheet.words(label)):
            board.mark(number, Role.REACTION, 0.7, "head:counter in two lines")
            board.mark(label, Role.REACTION, 0.7, "head:counter in two lines")
            return


def _is_fault(text: str) -> bool:
    folded = text.casefold()
    return bool(_FAULT.fullmatch(folded)) and (folded[0].isalpha() or folded.startswith(_FAULT_SIGNS))
