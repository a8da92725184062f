"""Board passes 2 and 5: which block is the headline, and what the lines around it and above the body are."""

from typing import TYPE_CHECKING, Final

from copydesk.reading import byline, glue, masthead, moments, people, titles, words
from copydesk.reading import headline as titles_of
from copydesk.reading.people import Named
from copydesk.reading.sheet import Hint
from copydesk.types import MediaType, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

AROUND: Final = int(
    Hint.NAVIGATION | Hint.FOOTER | Hint.ASIDE | Hint.RELATED | Hint.RANKING | Hint.RECOMMENDED | Hint.COMMENT
    | Hint.HIDDEN | Hint.NEWSLETTER | Hint.ADVERT
)  # fmt: skip

HEADLINE: Final = int(Hint.HEADLINE)
SLOTS: Final = int(Hint.BYLINE | Hint.DATE)

SURE = 2.0
"""Score of a heading in HTML below which the page's only ``<h1>`` is taken instead; chosen on the development pages."""

MAX_SLOT_WORDS = 7
"""Words of a line that can be a byline or a brand in the byline's place."""

MAX_DATE_WORDS = 16

SLOT_LINES: Final = 24
"""Lines below the headline of a text in which a byline without a cue stands; the lines of menus look like names."""


def find(board: "Board") -> None:
    """Find the headline of an HTML page."""
    board.headline = _best_of_html(board)
    if board.headline >= 0:
        board.change(board.headline, Role.HEADLINE, 0.9, "headline")


def find_in_text(board: "Board", best: int) -> None:
    """Mark the headline of a text, wherever it stands above the body, and the lines that were cut off beside it."""
    if best < 0:
        return
    board.headline = best
    said = _raised(board.sheet.words(best))
    for block in range(min(best + CONTENTS, len(board.role))):
        if block > best + PRINTS and board.features.prose[block] > 0:
            break
        if block == best or board.sheet.cut.get(block) is Role.HEADLINE or _repeats(board, block, said):
            board.change(block, Role.HEADLINE, 0.9, "headline")
            board.headline = max(board.headline, block)
    for block, role in board.sheet.cut.items():
        board.mark(block, role, 0.85, "head:cut from a glued line")


PRINTS, CONTENTS = 6, 18
"""Lines in which a text repeats its headline; and in which it does where a list of contents stands between."""


def _repeats(board: "Board", block: int, folded: str) -> bool:
    size = board.features.words[block]
    if not 3 <= size <= 40 and not (size >= 2 and glue.is_unspaced(folded)):
        return False
    text = board.sheet.words(block)
    said = _raised(text)
    if said[:1].isdigit() and said.lstrip(RANKS) == folded.lstrip(RANKS):
        return True  # "1. Storm over the coast" in the list of contents and over the text
    return said == folded or (text.endswith(("…", "...")) and len(said) > 14 and folded.startswith(said))


RANKS: Final = "0123456789 "


def _raised(text: str) -> str:
    """A title for comparison with one in capitals: Turkish has two letters that both become one of them."""
    return titles.folded(text.upper().replace("İ", "I"))


def _best_of_html(board: "Board") -> int:
    """The heading that looks most like the page's own titles and stands where headlines stand."""
    stated = [set(titles.folded(text).split()) for text in titles_of.stated(board.sheet.structured)]
    first_level = [block for block, level in enumerate(board.sheet.level) if level == 1]
    lone = len({titles.folded(board.sheet.words(block)) for block in first_level}) == 1
    best, best_score = -1, 1.4
    features = board.features
    for block in range(len(board.role)):
        level, hints = board.sheet.level[block], int(board.hints[block])
        if not level and not hints & HEADLINE and (block > 60 or not 3 <= features.words[block] <= 40):
            continue
        tokens = set(titles.folded(board.sheet.words(block)).split())
        if not tokens:
            continue
        like = max((len(tokens & other) / len(tokens | other) for other in stated), default=0.0)
        if not level and not hints & HEADLINE and like < 0.8:
            continue
        inside = max((len(tokens & other) / len(tokens) for other in stated), default=0.0)
        score = 3.0 * like + 0.8 * inside + {1: 2.0, 2: 0.8, 3: 0.3}.get(level, 0.0)
        score += (0.8 if hints & HEADLINE else 0.0) + (0.7 if level == 1 and lone else 0.0)
        score -= 2.0 if hints & AROUND else 0.0
        score -= 0.5 if features.link_density[block] > 0.8 else 0.0
        score -= 0.002 * block  # of two equals the upper one
        if score > best_score:
            best, best_score = block, score
    # Where nothing stands out, the page's only <h1> is its headline, whatever the boxes around it are called.
    return first_level[0] if lone and best_score < SURE else best


def mark(board: "Board") -> None:
    """Say what the lines above the body are: breadcrumb, section, byline or brand, dates, dek."""
    is_html = board.sheet.page.media_type is MediaType.HTML
    stop = board.body[0] if board.body[1] else min(len(board.role), max(board.headline, 0) + 12)
    start = max(0, board.headline - 10) if is_html else 0
    descriptions = {titles.folded(text) for text in titles_of.descriptions(board.sheet.structured)}
    if not is_html and len(board.role) > 3:
        masthead.mark(board)
    if is_html and board.headline > 0:
        _mark_crumb_list(board, start, board.headline)
    for block in range(start, stop):
        if board.role[block] is None:
            _mark_line(board, block, descriptions, below=block > board.headline >= 0)
    if not is_html:
        masthead.mark_visit(board)
        _mark_lone_date(board)
    for block in range(
        len(board.role) if is_html else 0
    ):  # bylines and dates also stand beside or below the body, in boxes of that name
        hints = int(board.hints[block])
        if hints & SLOTS and not hints & AROUND and board.role[block] in {None, Role.CAPTION}:
            _mark_slot_by_box(board, block, hints)


def _mark_lone_date(board: "Board") -> None:
    """Where no line of a text's head is a date: the first line near its headline that is nothing else."""
    if board.headline < 0 or board.having(Role.DATE):
        return
    for block in range(max(0, board.headline - ABOVE), min(board.headline + SLOT_LINES, len(board.role))):
        open_ = board.role[block] in {None, Role.OTHER} or board.rule[block].startswith("body:lone")
        if open_ and board.features.words[block] <= MAX_DATE_WORDS:
            text = board.line(block)
            if sum(m.end - m.start for m in moments.find(text)) > 0.5 * len(text):
                board.change(block, Role.DATE, 0.5, "head:date alone")
                return


ABOVE: Final = 6
"""Lines above a text's headline in which its date stands."""


def _mark_line(board: "Board", block: int, descriptions: set[str], *, below: bool) -> None:
    features, hints = board.features, int(board.hints[block])
    text = board.sheet.words(block)
    size = features.words[block]
    reach = SLOT_LINES if board.sheet.page.media_type is MediaType.TEXT else len(board.role)
    linked = features.link_density[block] > 0.5 and not below
    if size <= 30 and (titles.is_breadcrumb(text) or (linked and titles.is_path(text))):
        board.mark(block, Role.BREADCRUMB, 0.8, "head:breadcrumb")
    elif size <= MAX_DATE_WORDS and moments.find(text):
        byline = "byline_prefix" in board.cues(block) and hints & Hint.DATE == 0
        board.mark(block, Role.BYLINE if byline else Role.DATE, 0.85, "head:date")
    elif size <= 4 and masthead.is_section(text) and not _in_menu(board, block):
        board.mark(block, Role.SECTION, 0.7, "head:section name")
    elif hints & AROUND:
        return
    elif (
        size >= 5
        and features.link_density[block] < 0.5
        and (hints & Hint.DEK or titles.folded(text) in descriptions)
        and below
    ):
        board.mark(block, Role.DEK, 0.75, "head:dek")
    elif _is_text_dek(board, block):
        board.mark(block, Role.DEK, 0.5, "head:line under the headline")
    elif below and block <= board.headline + reach and size <= 2 * MAX_SLOT_WORDS and not features.terminal[block]:
        _mark_slot(board, block, text, by_box=bool(hints & Hint.BYLINE))


HEAD_PARTS: Final = frozenset([Role.HEADLINE, Role.SITE_NAME, Role.DATE, Role.BYLINE, Role.BRAND_SLOT, Role.BREADCRUMB])


def _in_menu(board: "Board", block: int) -> bool:
    """Whether the line or list item before or after is a section's name as well."""
    if board.sheet.page.media_type is MediaType.HTML and not board.features.item[block]:
        return False
    near = [other for other in (block - 1, block + 1) if 0 <= other < len(board.role)]
    if board.sheet.page.media_type is MediaType.TEXT and not any(board.role[other] in HEAD_PARTS for other in near):
        return True  # a section's name stands beside other parts of the head; among names of pages it is one of them
    return any(masthead.is_section(board.sheet.words(other)) for other in near)


def _mark_crumb_list(board: "Board", start: int, stop: int) -> None:
    """A short list above the headline whose first item is the home page is a breadcrumb, whatever its class is."""
    boxes, owner = board.sheet.boxes, board.sheet.owner
    for block in range(start, stop):
        home = words.label(board.sheet.words(block)) in words.phrases("cues", "home")
        listing = boxes.parent[owner[block]]
        if home and board.features.item[block] and listing >= 0 and boxes.first[listing] == block:
            end = boxes.end[listing]
            if 2 <= end - block <= 4 and end <= stop:
                for crumb in range(block, end):
                    board.change(crumb, Role.BREADCRUMB, 0.7, "head:list that begins at home")


def _is_text_dek(board: "Board", block: int) -> bool:
    """In a text: a line right under the headline that is longer than a name and no paragraph of the body."""
    is_text = board.sheet.page.media_type is MediaType.TEXT
    longer = MAX_SLOT_WORDS < board.features.words[block] <= 45
    return is_text and longer and 0 <= board.headline == block - 1 and not board.cues(block).keys() & masthead.SLOT_CUES


def _mark_slot(board: "Board", block: int, text: str, *, by_box: bool) -> None:
    """A short line between headline and body: a byline, or what a farm's kit puts in its place."""
    cued = board.cues(block).keys() & {"byline_prefix", "byline_suffix_anywhere"}
    if cued and any(byline.names_in(text, trusted=False)):
        board.mark(block, Role.BYLINE, 0.85, "head:byline cue")
        return
    if cued or len(text.split()) > MAX_SLOT_WORDS or "://" in text:
        return
    guess = people.guess(text)
    if guess.named is Named.BRAND:
        board.mark(block, Role.BRAND_SLOT, guess.confidence, f"head:slot, {guess.rule}")
        return
    named = guess.named in {Named.PERSON, Named.OUTLET, Named.DESK} or any(byline.names_in(text, trusted=False))
    # HTML has many short capitalised lines near a headline ("Show Caption"); there a shape alone is no byline.
    enough = by_box or guess.confidence > 0.7 or board.sheet.page.media_type is MediaType.TEXT
    if enough and named:
        score = max(guess.confidence, 0.5) + (0.1 if by_box else -0.1)
        board.mark(block, Role.BYLINE, score, f"head:slot, {guess.rule}")


def _mark_slot_by_box(board: "Board", block: int, hints: int) -> None:
    text = board.sheet.words(block)
    if board.features.words[block] > MAX_DATE_WORDS or board.features.prose[block] > 0:
        return
    if hints & Hint.DATE and moments.find(text):
        board.change(block, Role.DATE, 0.7, "box:date")
    elif hints & Hint.BYLINE and len(text.split()) <= 2 * MAX_SLOT_WORDS:
        board.mark(block, Role.BYLINE, 0.6, "box:byline")
