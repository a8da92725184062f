"""The elements of HTML as the walk sees them: which are skipped, which make boxes and blocks, which stand in a line."""

from typing import Final

from copydesk.types import BlockKind

SKIPPED: Final = frozenset(
    ["script", "style", "template", "svg", "math", "iframe", "object", "embed", "canvas", "audio", "select", "textarea",
     "video", "datalist", "map", "head", "-comment", "!doctype", "frameset"]
)  # fmt: skip

BLOCK_LEVEL: Final = frozenset(
    ["address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
     "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
     "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "noscript", "ol", "optgroup",
     "option", "p", "pre", "search", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
     "ul"]
)  # fmt: skip

KINDS: Final = {
    "li": BlockKind.LIST_ITEM, "dt": BlockKind.LIST_ITEM, "dd": BlockKind.LIST_ITEM,
    "blockquote": BlockKind.QUOTE, "pre": BlockKind.PREFORMATTED, "tr": BlockKind.TABLE_ROW,
    "figcaption": BlockKind.CAPTION, "caption": BlockKind.CAPTION,
    "h1": BlockKind.HEADING, "h2": BlockKind.HEADING, "h3": BlockKind.HEADING, "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING, "h6": BlockKind.HEADING,
}  # fmt: skip

TIGHT: Final = frozenset(
    ["sub", "sup", "b", "strong", "i", "em", "u", "font", "wbr", "br", "img", "abbr", "mark", "small"]
)
"""Inline elements that stand inside words."""

INLINE, SKIP, BOX, CELL, CUSTOM, LINK, BREAK, PICTURE, TIME = range(9)
"""What an element does to the walk."""

BOXES: Final = frozenset([BOX, CELL])

ACTS: Final = (
    dict.fromkeys(SKIPPED, SKIP)
    | dict.fromkeys(BLOCK_LEVEL, BOX)
    | {"td": CELL, "th": CELL, "a": LINK, "br": BREAK, "img": PICTURE, "time": TIME}
)
