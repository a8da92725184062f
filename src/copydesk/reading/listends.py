"""Where a list of a text ends that no label, mark or legal line ends: by what stands behind its last headline.

Newsletter boxes, the site's own name, the headline once more, links such as ``Read more``: none of them is an entry,
and a list that an article or a form follows would swallow them line by line. It looks at the lines of one list only.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

from copydesk.reading import controls, people, textlists, titles, topicrows, words
from copydesk.reading.glue import is_unspaced
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

BOX_WORDS: Final = 8
"""Words of a line of a newsletter's form."""

BOX_HEADING_WORDS: Final = 5

BOX_LINES: Final = 4
"""Lines of such a form: heading, promise, address, button."""

LEGAL_SHARE: Final = 0.8
"""The share of a page above its legal lines, which begin with the name of the site."""

_STOPS: Final = frozenset(".。")

_MAIL: Final = (
    "mail", "correo", "courriel", "e-posta", "eposta", "surel", "почт", "письм", "メール", "邮件", "邮箱", "이메일",
    "inbox", "posteingang", "boîte de réception", "skrzynk", "newsletter", "boletín", "bülten", "рассылк", "spam",
)  # fmt: skip
"""Words of which every form for a newsletter has one."""


def of(board: "Board", label: int, end: int) -> int:
    """One past the last entry of the list under a label, of the lines before ``end``; boxes behind it are marked."""
    box = _mail_box(board, label, end)
    stop = min(box, _repeat(board, label, end))
    stopped = any(board.line(block)[-1] in _STOPS for block in range(label + 1, min(label + 3, stop - 1)))
    while stop > label + 1 and (
        not is_headline_like(board, stop - 1) or (not stopped and board.line(stop - 1)[-1] in _STOPS)
    ):
        stop -= 1
    if stop > label + 1:
        _mark_box(board, box, end)
    return stop


def is_headline_like(board: "Board", block: int) -> bool:
    """Whether a line can be an entry of a list: a few words without a stop, or the bare name of a person."""
    text, size = board.line(block), board.features.words[block]
    if text.endswith((".", "。")) and size < textlists.MAX_HEADING_WORDS:
        return False
    if leads_on(text) or textlists.is_reply(text) or controls.is_controls(text):
        return False
    named = board.sheet.named
    if named and size <= BOX_HEADING_WORDS and named in text:
        return False
    if named and text.startswith(named) and board.sheet.text.rfind(text) > LEGAL_SHARE * len(board.sheet.text):
        return False
    if "@" in text or not any(map(str.isalpha, text)):
        return False
    if is_unspaced(text):
        return len(text) > textlists.MAX_HEADING_WORDS or people.is_person(text)
    return bool(size >= textlists.LEAST_WORDS or (size == 2 and people.is_person(text)))


def leads_on(text: str) -> bool:
    """Whether a line is nothing but a link that leads on: ``Read more »``."""
    short = len(text) <= textlists.MAX_HEADING_CHARS
    if short and (text[-1] in "»›→" or words.label(text) in words.phrases("cues", "read_on")):
        return True
    tokens = text.split(None, READ_ON_WORDS) if len(text) <= LONGEST_LINK else []
    # "Read the full story on The Daily Bramble"
    return len(tokens) > READ_ON_WORDS and " ".join(tokens[:READ_ON_WORDS]).casefold() in _long_read_ons()


@cache
def _long_read_ons() -> frozenset[str]:
    return frozenset(entry for entry in words.phrases("cues", "read_on") if entry.count(" ") == READ_ON_WORDS - 1)


READ_ON_WORDS, LONGEST_LINK = 4, 90
"""Words of such a link before the name of the site that it leads to, and characters of it."""


def _mail_box(board: "Board", label: int, end: int) -> int:
    """Where the form of a newsletter begins; ``end`` if there is none."""
    sizes = board.features.words
    for block in range(label + 2, end):
        if sizes[block] > BOX_WORDS:
            continue
        text = board.line(block).casefold()
        if any(sign in text for sign in _MAIL) and not any(c.isdigit() for c in text):
            led = block > label + 2 and sizes[block - 1] <= BOX_HEADING_WORDS
            return block - 1 if led else block
    return end


def _mark_box(board: "Board", box: int, end: int) -> None:
    for block in range(box, min(end, box + BOX_LINES)):
        if board.features.words[block] > BOX_WORDS or board.line(block).casefold().startswith(textlists.LEGAL):
            return
        board.mark(block, Role.NEWSLETTER, 0.6, "form of a newsletter behind a list")


def _repeat(board: "Board", label: int, end: int) -> int:
    """Where a line of a list is one that stood above its label: the headline once more; ``end`` if none is."""
    if label > TITLE_LINES:
        return end
    above = {titles.folded(board.line(block)) for block in range(label) if board.features.words[block] > 1}
    if not above:
        return end
    return next((block for block in range(label + 1, end) if titles.folded(board.line(block)) in above), end)


TITLE_LINES: Final = 12
"""Lines above a label among which the headline can stand that comes again below its list."""


ARTICLE_HEADS: Final = frozenset([Role.HEADLINE, Role.BREADCRUMB, Role.SITE_NAME, Role.DEK])
"""What only the head of an article has, of the roles by which a line is cut; a date may stand behind an entry."""


def before_topics(board: "Board", block: int, text: str) -> bool:
    """Whether a list ends before a line, for that names the topics of the article."""
    if ":" not in text[: topicrows.LABEL] and "：" not in text[: topicrows.LABEL]:
        return False
    below = board.line(block + 1) if block + 1 < len(board.role) else ""
    return bool(below or text[-1] not in ":：") and topicrows.closes_list(text, below)


def begins_article(board: "Board", block: int, text: str) -> bool:
    """Whether a line of a text can only stand at the head of an article: a list above it ends there."""
    if board.sheet.cut.get(block) in ARTICLE_HEADS or titles.is_breadcrumb(text) or _is_paragraph(board, block):
        return True
    if board.sheet.cut.get(block) is Role.DATE:
        return True
    dated = board.cues(block).keys() & {"date_prefix", "published_prefix", "modified_prefix"}
    return bool(dated and any(c.isdigit() for c in text))


def before_headline(board: "Board", label: int, block: int, text: str) -> int:
    """Where a list of a text ends that an article follows: the line above its first own line is its title."""
    if titles.is_breadcrumb(text) or board.sheet.cut.get(block) not in {None, Role.DATE}:
        return block
    above = float(board.features.prose[:label].sum()) < 0.1 * float(board.features.prose.sum())
    if not above or board.sheet.cut.get(block + 2) is Role.DATE:
        return block  # dates stand behind the entries
    while block - 1 > label and "\n" not in board.sheet.text[board.sheet.end[block - 1] : board.sheet.start[block]]:
        block -= 1  # the byline in the date's line
    return block - 1


def _is_paragraph(board: "Board", block: int) -> bool:
    return bool(board.features.terminal[block] and board.features.words[block] > PARAGRAPH_WORDS)


PARAGRAPH_WORDS: Final = 25
"""Words from which a line that ends as a sentence is running text."""
