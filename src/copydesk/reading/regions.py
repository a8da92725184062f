"""Board pass 1: the parts around the article, known by what their boxes are called or by the label above them.

Which box names are believed is told in :mod:`copydesk.reading.boxhints`.
"""

from typing import TYPE_CHECKING, Final

import numpy as np

from copydesk.reading import boxhints, controls, counters, labelforms, listends, textlists, words
from copydesk.reading.sheet import Hint
from copydesk.types import BlockKind, MediaType, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.features import Floats

WEAK_WORDS = 40
"""Words of prose from which a text under a label is one of its own."""

BY_HINT: Final = (
    (Hint.HIDDEN, Role.OTHER),
    (Hint.ADVERT, Role.ADVERT),
    (Hint.COMMENT, Role.COMMENT),
    (Hint.NEWSLETTER, Role.NEWSLETTER),
    (Hint.BREADCRUMB, Role.BREADCRUMB),
    (Hint.LEGAL, Role.LEGAL),
    (Hint.AUTHOR_BIO, Role.AUTHOR_BIO),
    (Hint.RELATED, Role.RELATED),
    (Hint.RANKING, Role.RANKING),
    (Hint.SHARE, Role.NAVIGATION),
    (Hint.NAVIGATION, Role.NAVIGATION),
    (Hint.FOOTER, Role.NAVIGATION),
    (Hint.CONTROL, Role.NAVIGATION),
)
"""The role that a hint gives, the most telling hint first."""

BY_LABEL: Final = {
    "related": Role.RELATED,
    "ranking": Role.RANKING,
    "recommended": Role.RECOMMENDED,
    "latest": Role.RECOMMENDED,
    "topics": Role.TOPIC,
    "comments": Role.COMMENT,
    "newsletter": Role.NEWSLETTER,
    "share": Role.NAVIGATION,
    "author_bio": Role.AUTHOR_BIO,
    "navigation": Role.NAVIGATION,
    "advert": Role.ADVERT,
    "legal": Role.LEGAL,
}
"""The role that the blocks under a label of labels.toml get. ``sources`` and ``photos`` are parts of an article."""

LISTS: Final = frozenset([Role.RELATED, Role.RANKING, Role.RECOMMENDED])

BOX_SHARE = 0.1
"""A label's box with more of the page's prose than this is the article's box, and the label one of its lines."""

ALONE: Final = frozenset([Role.ADVERT, Role.NAVIGATION, Role.NEWSLETTER, Role.LEGAL])
"""Labels that in a text, where nothing shows what they are over, mark themselves only."""

COMMENT_SHARE = 0.3
"""A label of comments in a text that has less than this share of the prose above it stands in the article's head."""

MAX_TOPIC_WORDS = 7
MAX_ENTRY_WORDS = 35


def mark(board: "Board") -> None:
    """Mark every block that a label or a box name accounts for."""
    boxhints.spread(board)
    labels = _labels(board)
    prose_before = np.concatenate([[0.0], np.cumsum(board.features.prose)])
    for number, (label, region) in enumerate(labels):
        following = labels[number + 1][0] if number + 1 < len(labels) else len(board.role)
        _mark_region(board, label, BY_LABEL[region], following, prose_before)
    for bit, role in BY_HINT:
        for block in np.flatnonzero(board.hints & bit.value).tolist():
            board.mark(block, role, 0.8, f"box:{bit.name.lower()}" if bit.name else "box")


def end_at_headline(board: "Board") -> None:
    """Take out of the lists that begin above the headline of a text whatever stands below it: it is the article's."""
    for block in range(board.headline + 1, len(board.role)):
        if 0 <= board.label_of[block] < board.headline:
            board.take_back(block)


def _labels(board: "Board") -> list[tuple[int, str]]:
    """Every block that is a known label, with its region; labels inside menus and footers are names of pages."""
    quiet = Hint.NAVIGATION | Hint.FOOTER | Hint.HIDDEN | Hint.BREADCRUMB
    features, found = board.features, []
    is_text = board.sheet.page.media_type is MediaType.TEXT
    silent = (board.hints & int(quiet)) != 0
    for block in np.flatnonzero((features.chars <= 60) & (~silent | features.heading)).tolist():
        region = words.region_of(board.sheet.words(block))
        if (
            is_text
            and region in textlists.LISTED
            and (controls.leads_beside(board.line(block)) or labelforms.is_of_menu(board, block))
        ):
            continue
        if region not in BY_LABEL or _is_entry(board, block) or (is_text and labelforms.is_of_section(board, block)):
            continue
        if (
            is_text
            and BY_LABEL[region] in LISTS
            and (listends.leads_on(board.line(block)) or textlists.is_reply(board.line(block)))
        ):
            continue
        if not silent[block] or BY_LABEL[region] in LISTS:  # a heading over a list of headlines may stand in a <nav>
            if is_text and BY_LABEL[region] in LISTS and textlists.is_mail_box(board, block):
                region = "newsletter"
            found.append((block, region))
    if not is_text:
        return found
    return textlists.told_apart(board, sorted({**dict(textlists.headings(board)), **dict(found)}.items()))


def _is_entry(board: "Board", block: int) -> bool:
    """Whether a label-like line is itself one of many links or list items ("Opinion" in a menu), not a label."""
    features = board.features
    if board.sheet.kind[block] is BlockKind.HEADING or block + 1 >= len(board.role):
        return False
    return bool(features.link_density[block] > 0.8 and features.link_density[block - 1 : block].sum() > 0.8)


def _mark_region(board: "Board", label: int, role: Role, following: int, prose_before: "Floats") -> None:
    end = min(_extent(board, label, role, following, prose_before), following)
    if role in LISTS and board.sheet.page.media_type is MediaType.TEXT:
        end = listends.of(board, label, end)
    is_text = board.sheet.page.media_type is MediaType.TEXT
    if (
        role is Role.COMMENT
        and is_text
        and prose_before[end] - prose_before[label] < WEAK_WORDS
        and labelforms.is_form(board, label)
    ):
        board.mark(label, Role.NAVIGATION, 0.7, "label alone:form")
        return
    if end <= label + 1:
        if role in ALONE and board.sheet.page.media_type is MediaType.TEXT:
            board.mark(label, role, 0.7, f"label alone:{role}")  # "Advertisement" amid a text is over nothing
        return
    if role in LISTS and _is_paragraph(board, label + 1):
        return  # "Popular with tourists" over a paragraph is a crosshead
    if role is Role.COMMENT and board.sheet.page.media_type is MediaType.TEXT:
        below = prose_before[label] > COMMENT_SHARE * prose_before[-1]
        if not below and prose_before[end] - prose_before[label] > WEAK_WORDS:
            if counters.reactions(board.sheet.words(label), comments=True):
                board.mark(label, role=Role.REACTION, score=0.8, rule="label:count of comments")
            return  # above an article the label only counts
    if role in {Role.NAVIGATION, Role.LEGAL} and prose_before[end] - prose_before[label + 1] > WEAK_WORDS:
        return  # "Company" or "Links" over a text is that text's heading
    if not board.mark(label, Role.LIST_HEADING, 0.9, f"label:{role}"):
        return
    for block in range(label + 1, end):
        if board.mark(block, role, 0.85, f"under label:{role}"):
            board.label_of[block] = label


def _extent(board: "Board", label: int, role: Role, following: int, prose_before: "Floats") -> int:
    """One past the last block that belongs under a label, of those before the label that follows.

    In HTML the rest of the label's box, if that does not hold the page's prose; else, and in text, the run of entries
    behind it. A heading such as "Advertisement" is over nothing but its box.
    """
    sheet = board.sheet
    if sheet.page.media_type is MediaType.HTML:
        boxes, box = sheet.boxes, sheet.owner[label]
        while boxes.end[box] <= label + 1 and boxes.parent[box] >= 0:
            box = boxes.parent[box]
        inside = prose_before[max(boxes.end[box], label + 1)] - prose_before[label + 1]
        total = prose_before[-1]
        if inside <= BOX_SHARE * total or (role is Role.COMMENT and prose_before[label] > 0.3 * total):
            return boxes.end[box]
        if role not in LISTS and role is not Role.TOPIC:
            return label
    elif role in ALONE:
        return label
    return _run(board, label, role, following)


def _counts(board: "Board", block: int, following: int) -> bool:
    """Whether a line is a counter of the page's own; in a text not one of those behind each entry of a list."""
    is_html = board.sheet.page.media_type is MediaType.HTML
    if not counters.reactions(board.sheet.words(block), comments=not is_html):
        return False
    return is_html or not textlists.is_between(board, block, following)


def _is_paragraph(board: "Board", block: int) -> bool:
    """Whether a block is running text rather than an entry of a list."""
    features = board.features
    if board.sheet.page.media_type is MediaType.HTML:
        return bool(features.prose[block] > 0 and features.link_density[block] < 0.3)
    return bool(features.terminal[block] and features.words[block] > 25)


def _run(board: "Board", label: int, role: Role, following: int) -> int:
    """The entries between a label and the next: up to the first line that is too much for one."""
    features = board.features
    is_html = board.sheet.page.media_type is MediaType.HTML
    stopped = False  # whether one of the entries so far ends with a full stop
    for block in range(label + 1, following):
        word_count, sentences = features.words[block], features.sentences[block]
        text = board.sheet.words(block)
        if is_html and features.link_density[block] < 0.5:
            return block
        if not is_html and role is not Role.COMMENT and listends.begins_article(board, block, text):
            return listends.before_headline(board, label, block, text)
        if not is_html and role in LISTS:
            beyond = block > label + 1 and listends.before_topics(board, block, text)
            if beyond or textlists.ends_at(board, label, block, text):
                return block
        sentence = not is_html and text.endswith(".") and word_count > 9
        if role in LISTS and sentence and block > label + 2 and not stopped:
            return block  # the first full stop after a run of headlines
        stopped = stopped or bool(features.terminal[block])
        if role is Role.TOPIC:
            too_much = word_count > MAX_TOPIC_WORDS or features.terminal[block]
            if too_much or counters.reactions(text, comments=not is_html):
                return block
        elif role is Role.COMMENT:
            continue
        elif not is_html and text.strip(".)# ").isdigit():
            continue  # an entry's rank in a line of its own
        elif word_count > MAX_ENTRY_WORDS or (sentences > 2 and word_count > 25) or _counts(board, block, following):
            return block
    return following
