"""A line of a text's head -> the slot where an author belongs: a byline, or what a kit puts in its place.

Whoever calls it knows that such a line may stand here (:mod:`copydesk.reading.texthead`); it asks what the line names.
"""

import re
from typing import TYPE_CHECKING, Final

from copydesk.reading import byline, controls, counters, dateseams, glue, masthead, moments, people, textmarks, words
from copydesk.reading.people import Named
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

MAX_SLOT_WORDS: Final = 8
"""Words of such a line."""

MAX_LABELLED: Final = 60
"""Characters of a line that may have a label of any word before its name."""


def is_only_date(text: str) -> bool:
    """Whether a line is hardly more than a date."""
    digits = any(c.isdigit() for c in text)
    return digits and sum(m.end - m.start for m in moments.find(text)) > 0.4 * len(text)


def mark(board: "Board", block: int, text: str) -> bool:
    """A byline, or what a kit puts in its place."""
    size = len(text.split())
    if size > MAX_SLOT_WORDS or "://" in text or not any(c.isalpha() for c in text) or words.region_of(text):
        return False
    if _is_source_label(board, block, text):
        return board.mark(block, Role.OTHER, 0.6, "head:label of a source")
    name = without_cue(_before_controls(text))
    cued = name != text
    if dateseams.is_account(name) or _is_lone_account(board, block, text, name):
        return board.mark(block, Role.BRAND_SLOT, 0.6, "head:slot, name of an account")
    agents = byline.agents(text, trusted=cued)
    known = name in textmarks.agencies(board)
    if (
        any(agent.named is Named.PERSON and agent.sure > 0.6 for agent in agents)
        and not people.is_nobody(name)
        and not known
    ):
        sure = cued or any(agent.named is Named.PERSON and agent.sure >= 0.9 for agent in agents)
        return sure and board.mark(
            block, Role.BYLINE, 0.85 if cued else 0.6, "head:byline cue" if cued else "head:name"
        )
    if known:
        return board.mark(block, Role.BRAND_SLOT, 0.6, "head:slot, agency that the text names")
    if people.is_nobody(name) and not any(map(str.isdigit, name)):
        if not cued and block and board.role[block - 1] is Role.BYLINE:
            return board.mark(block, Role.BYLINE, 0.5, "head:office of the author")
        return board.mark(block, Role.BRAND_SLOT, 0.7, "head:slot, name of an account")
    guess = people.guess(name)
    if guess.named is Named.BRAND and (cued or guess.rule == "name: brand word"):
        return board.mark(block, Role.BRAND_SLOT, guess.confidence, f"head:slot, {guess.rule}")
    if guess.named in {Named.DESK, Named.OUTLET} and (cued or size <= 5):
        return board.mark(block, Role.BYLINE, 0.6, f"head:slot, {guess.rule}")
    return False


def _before_controls(text: str) -> str:
    """A line without the buttons, the age or the verb behind a name: ``Jane Roe · Follow``, ``jroe wrote:``."""
    head, mark, behind = text.partition(" · ") if " · " in text else text.partition(" | ")
    if not mark:
        wrote = WROTE.fullmatch(text)
        return wrote[1] if wrote else text
    age = any(c.isdigit() for c in behind) and (moments.is_relative(behind) or counters.is_measure(behind))
    return head if age or controls.is_controls(behind) or people.is_nobody(behind) else text


WROTE: Final = re.compile(
    r"(\S+(?: \S+)?) (?:wrote|said|says|writes|schrieb|schreibt|sagte|escribió|dijo|escreveu|disse|scrive|ha scritto"
    r"|a écrit|a dit|écrit|menulis|yazdı|написал|написала|пишет)\s?:"
)
"""Whom a forum quotes or lets speak: ``jroe wrote:``."""


def _is_lone_account(board: "Board", block: int, text: str, name: str) -> bool:
    """Whether one word is somebody's account: behind a cue or a label of users, or in small letters beside a date."""
    if not _ACCOUNT.fullmatch(name) or people.is_nobody(name) or masthead.is_section(name):
        return False
    if people.guess(name).named is not Named.UNKNOWN or glue.is_unspaced(name):
        return False
    if name != text:
        label = words.label(text.partition(":")[0])
        return "byline_prefix" in board.cues(block) or (":" in text and label in ACCOUNT_LABELS)
    if not name.islower() or controls.is_controls(name) or board.cues(block):
        return False
    near = (board.line(other) for other in (block - 1, block + 1) if 0 <= other < len(board.role))
    return any(is_only_date(line) or moments.is_relative(line) for line in near)


_ACCOUNT: Final = re.compile(r"[^\W\d_][\w.-]{2,24}")

ACCOUNT_LABELS: Final = frozenset(
    ["user", "username", "member", "poster", "op", "blogger", "nick", "nickname", "account", "benutzer", "mitglied",
     "nutzer", "usuario", "miembro", "usuário", "membro", "utilisateur", "membre", "pseudo", "utente", "pengguna",
     "gebruiker", "kullanıcı", "üye", "пользователь", "участник"]
)  # fmt: skip
"""Labels of whoever posted something under the name of an account."""


def _is_source_label(board: "Board", block: int, text: str) -> bool:
    """Whether a line of the head is nothing but ``Source``, with the name in the next."""
    label = words.label(text)
    below = block + 1 < len(board.role) and board.features.words[block + 1] <= MAX_SLOT_WORDS
    return bool(below and label in words.phrases("cues", "credit_prefix"))


def without_cue(text: str) -> str:
    """A byline without its cue: ``By Admin`` gives ``Admin``."""
    hit = words.cues(text).get("byline_prefix")
    rest = text[hit[1] :].strip(byline.EDGE) if hit else ""
    if not hit and len(text) <= MAX_LABELLED:
        label, colon, behind = text.replace("：", ":").partition(":")
        labelled = colon and len(label.split()) <= 2 and not any(c.isdigit() for c in text)
        rest = text[len(label) + 1 :].strip(byline.EDGE) if labelled and behind.strip() else ""
    return rest.partition(" <")[0].rstrip() or text  # a mail's sender has the address behind it
