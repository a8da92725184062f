"""Board passes 2 and 5: which block is the headline, and what the lines around it and above the body are."""

import heapq
from typing import TYPE_CHECKING, Final

from copydesk.reading import byline, glue, masthead, moments, people, titles, words
from copydesk.reading import headline as titles_of
from copydesk.reading.people import Named
from copydesk.reading.sheet import Hint
from copydesk.types import BlockKind, MediaType, Role

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

TEXT_HEAD, TEXT_REACH = 20, 80
"""Lines of a text among which its headline is sought: those that are part of no list, and all."""

MAX_SLOT_WORDS = 7
"""Words of a line that can be a byline or a brand in the byline's place."""

MAX_DATE_WORDS = 16

SLOT_LINES: Final = 24
"""Lines below the headline of a text in which a byline without a cue stands; the lines of menus look like names."""


def find(board: "Board") -> None:
    """Find the headline and mark it wherever it stands above the body."""
    is_html = board.sheet.page.media_type is MediaType.HTML
    best = _best_of_html(board) if is_html else _best_of_text(board)
    if best < 0:
        return
    best = best if is_html else _in_full(board, best)
    board.headline = best
    words_of_it = titles.folded(board.sheet.words(best)) if is_html else _raised(board.sheet.words(best))
    reach = best + (3 if is_html else CONTENTS)
    for block in range(min(reach, len(board.role))):
        if block > best + PRINTS and board.features.prose[block] > 0:
            break
        cut = board.sheet.cut.get(block) is Role.HEADLINE
        if block == best or cut or (not is_html and _repeats(board, block, words_of_it)):
            board.change(block, Role.HEADLINE, 0.9, "headline")
            board.headline = max(board.headline, block) if not is_html else best
    for block, role in board.sheet.cut.items():
        board.mark(block, role, 0.85, "head:cut from a glued line")


PRINTS, CONTENTS = 6, 18
"""Lines in which a text repeats its headline; and in which it does where a list of contents stands between."""


def _in_full(board: "Board", best: int) -> int:
    """Of a headline that was cut short, the line below that has all of it."""
    text = board.line(best)
    said = titles.folded(text)
    if not text.endswith(("…", "...")) or len(said) < 10:
        return best
    below = range(best + 1, min(best + TEXT_HEAD, len(board.role)))
    longer = (
        other for other in below if titles.folded(board.line(other)).startswith(said) and board.line(other) != text
    )
    return next((other for other in longer if board.features.words[other] <= 40), best)


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


def _best_of_text(board: "Board") -> int:
    """The line near the top that stands as a headline does: long enough, over a date, a byline or the first prose."""
    cut = [block for block, role in board.sheet.cut.items() if role is Role.HEADLINE]
    if cut:
        return cut[0]
    features, looked_at = board.features, 0
    scored: list[tuple[int, float]] = []
    for block in range(min(TEXT_REACH, len(board.role))):
        if board.role[block] is None:
            looked_at += 1
            if looked_at > TEXT_HEAD:
                break
        text = board.sheet.words(block)
        if board.sheet.kind[block] is BlockKind.HEADING:
            return block
        if features.prose[block] > 0 and (features.sentences[block] > 1 or text.endswith((".", "。"))):
            break  # the body has begun
        if board.role[block] is not None or block in board.sheet.cut or _is_slot_line(board, block, text):
            continue
        score = _headline_score(board, block)
        if score > 0:
            scored.append((block, score))
    first, second = heapq.nlargest(2, (score for _, score in scored)) if len(scored) > 1 else (TOLD, 0.0)
    if first - second < TOLD:
        scored = _by_the_text(board, scored)
    best = max(scored, key=lambda one: (one[1], -one[0]), default=(-1, 0.0))[0]
    return masthead.without_slogan(board, best, scored)


def _by_the_text(board: "Board", scored: list[tuple[int, float]]) -> list[tuple[int, float]]:
    """The lines with their scores, raised by what they have of the text's own words: menus and slogans have none."""
    prose = board.features.prose.nonzero()[0][:TOLD_PROSE].tolist()
    said = {word for block in prose for word in masthead.long_words(board, block)}
    if not said or glue.is_unspaced(board.line(scored[0][0])):
        return scored
    return [(block, score + TOLD * _told(board, block, said)) for block, score in scored]


def _told(board: "Board", block: int, said: set[str]) -> float:
    """How many of a title's telling words the text has; a brand or a caption is no title."""
    text = board.line(block)
    if board.features.words[block] < TITLE_WORDS or words.photo_credit(text) is not None or words.ends_in_source(text):
        return 0.0
    return min(len(said & masthead.long_words(board, block)), MOST_TOLD) / MOST_TOLD


TOLD, MOST_TOLD, TITLE_WORDS, TOLD_PROSE = 0.9, 3, 5, 8
"""What a headline's score gains by words that the text has, how many count, words of such a line, paragraphs asked."""


def _headline_score(board: "Board", block: int) -> float:
    """How much a line of a text looks like its headline: by its length, and by what stands below it."""
    features, size = board.features, board.features.words[block]
    if size > 40:
        return 0.0
    below = range(block + 1, min(block + 11, len(board.role)))
    over_slot = any(_is_slot(board, other, board.sheet.words(other)) for other in below[:3])
    over_prose = any(features.prose[other] > 0 for other in below)
    return (1.0 if size >= 5 else 0.2 * size) + 0.8 * over_slot + 0.6 * over_prose - 0.02 * block


def _is_slot(board: "Board", block: int, text: str) -> bool:
    """A line of the kind that stands under headlines: a date, a byline."""
    if sum(m.end - m.start for m in moments.find(text)) > 0.5 * len(text):
        return True
    cues = board.cues(block).keys() & masthead.SLOT_CUES
    if not cues or board.features.words[block] > 2 * MAX_SLOT_WORDS:
        return False
    if ":" in text[: sum(board.cues(block).get("byline_prefix", (0, 0))) + 2]:
        return True
    return cues != {"byline_prefix"} or any(byline.names_in(text, trusted=False))  # "Por qué …" is no byline


def _is_slot_line(board: "Board", block: int, text: str) -> bool:
    """A line near a headline that is none: a date, a byline, a breadcrumb, a label, a section's name, a control."""
    known = titles.is_breadcrumb(text) or words.region_of(text) or masthead.is_section(text) or words.is_share_bar(text)
    return bool(known or _is_slot(board, block, text) or "read_time_anywhere" in board.cues(block))


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
    for block in range(
        len(board.role) if is_html else 0
    ):  # bylines and dates also stand beside or below the body, in boxes of that name
        hints = int(board.hints[block])
        if hints & SLOTS and not hints & AROUND and board.role[block] in {None, Role.CAPTION}:
            _mark_slot_by_box(board, block, hints)


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
