"""The text of an HTML fragment, for the peers that give back HTML: one line a block, nothing hidden, nothing added."""

from lxml import etree, html

# fmt: off
INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins",
    "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup",
    "time", "tt", "u", "var", "wbr",
})
# fmt: on
SILENT = frozenset({"script", "style", "noscript", "template", "svg", "math", "head"})


def text_of(fragment: str) -> str:
    """The fragment's text, its blocks a line each."""
    if not fragment.strip():
        return ""
    parts: list[str] = []
    silent = 0
    for event, node in etree.iterwalk(html.fromstring(fragment), events=("start", "end", "comment", "pi")):
        if event == "start":
            silent += node.tag in SILENT
            if node.tag not in INLINE:
                parts.append("\n")
            if node.text and not silent:
                parts.append(" ".join(node.text.split("\n")))
            continue
        if event == "end":
            silent -= node.tag in SILENT
            if node.tag not in INLINE:
                parts.append("\n")
        if node.tail and not silent:
            parts.append(" ".join(node.tail.split("\n")))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)
