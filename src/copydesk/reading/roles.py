"""Sheet -> Board: every block gets its role, in passes that each do one thing.

The passes run from what is certain to what is left over; a block keeps the first role it gets. The body of an HTML page
is a model's choice, which sees what the first passes found (:mod:`copydesk.reading.body`); those after it make its
answer coherent.
"""

from typing import TYPE_CHECKING

from copydesk.reading import (
    body,
    features,
    head,
    lines,
    regions,
    text,
    textbyline,
    texthead,
    texttitle,
    together,
    unknownlists,
    words,
)
from copydesk.reading.board import Board
from copydesk.reading.sheet import Hint
from copydesk.types import BlockKind, MediaType, Role

if TYPE_CHECKING:
    from copydesk.copies.lines import Recurring
    from copydesk.reading.sheet import Sheet


def assign(sheet: "Sheet", recurring: "Recurring | None" = None) -> Board:
    """Mark up a whole sheet; with the lines that recur in its pile, if it is read as one of many."""
    board = filled(sheet, recurring)
    if not len(sheet):
        return board
    if sheet.page.media_type is MediaType.TEXT:
        textbyline.mark(board)
        unknownlists.mark(board)
    _leftovers(board)
    return board


def filled(sheet: "Sheet", recurring: "Recurring | None" = None) -> Board:
    """The passes up to the body and what stands above it: what the byline model is shown."""
    board = begin(sheet)
    if not len(sheet):
        return board
    if recurring:
        board.recurs = together.measured(sheet, recurring)
    body.find(board)
    lines.mark_lone_items(board)
    head.mark(board)
    body.fill(board)
    return board


def begin(sheet: "Sheet") -> Board:
    """The passes before the body is known: what the model is shown."""
    board = first(sheet)
    if len(board.sheet):
        if sheet.page.media_type is MediaType.HTML:
            head.find(board)
        else:
            board = _titled(board)
        lines.mark(board)
        texthead.mark(board)
    return board


def _titled(board: Board) -> Board:
    """A text with its headline; laid out anew around one below the first lines, for its title lines have seams too."""
    sheet, title = board.sheet, texttitle.find(board)
    if title >= 0 and text.is_below_head(sheet, title):
        anew = text.around(sheet, sheet.start[title])
        if anew is not sheet:
            start, end = sheet.start[title], sheet.end[title]
            board = first(anew)
            title = texttitle.within(anew, start, end)
    head.find_in_text(board, title)
    regions.end_at_headline(board)
    return board


def first(sheet: "Sheet") -> Board:
    """The pass before the headline is known: the regions that labels and boxes name."""
    board = Board.of(sheet, features.of(sheet))
    if len(sheet):
        regions.mark(board)
    return board


_AROUND = int(Hint.NAVIGATION | Hint.HEADER | Hint.FOOTER | Hint.SHARE)
_TOPIC, _RECOMMENDED, _PROMO = int(Hint.TOPIC), int(Hint.RECOMMENDED), int(Hint.PROMO)


def _leftovers(board: Board) -> None:
    """What no pass knew: by form."""
    features_ = board.features
    for block in board.open_blocks(range(len(board.role))):
        hints = int(board.hints[block])
        if board.sheet.kind[block] is BlockKind.CAPTION:
            board.mark(block, Role.CAPTION, 0.6, "form:caption")
        elif hints & _TOPIC and features_.words[block] <= regions.MAX_TOPIC_WORDS:
            board.mark(block, Role.TOPIC, 0.6, "box:topic")
        elif hints & _RECOMMENDED and block >= board.body[1] > 0:
            board.mark(block, Role.RECOMMENDED, 0.5, "box:recommended")
        elif hints & _AROUND or features_.link_density[block] > 0.6:
            board.mark(block, Role.NAVIGATION, 0.6, "form:links")
        elif hints & _PROMO and board.body[0] < block < board.body[1]:
            board.mark(block, Role.PROMO, 0.5, "box:promo")
        elif words.region_of(board.sheet.words(block)):
            board.mark(block, Role.LIST_HEADING, 0.4, "label without a list")
        else:
            board.mark(block, Role.OTHER, 0.3, "left over")
