"""Article -> a Markdown document: front matter in YAML, then the body.

The body is CommonMark with nothing in it but what the page's blocks are: headings, lists, quotes, preformatted text,
paragraphs. Words cannot become markup by accident: whatever CommonMark (or GitHub's tables, strikethrough and
mathematics, or a template language's braces) would take for a sign has a backslash in front. An address in the text
stays as it is, and renderers that link addresses will link it.
"""

import json
import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING, Final

from copydesk.types import BlockKind, Role

if TYPE_CHECKING:
    from copydesk.types import Article, Block

__all__ = ["document", "escaped", "front_matter"]


def document(article: "Article") -> str:
    """The whole document, with a line break at its end."""
    parts = [front_matter(article), *_body(article)]
    return "\n".join(part + "\n" for part in parts)


def front_matter(article: "Article") -> str:
    """What is known of the article, between two lines of three dashes; what is not known is left out.

    Dates stand under ``claimed``: they are what the page says.
    """
    dates = {"published": article.date_published.value, "modified": article.date_modified.value}
    claimed = {name: date.value for name, date in dates.items() if date}
    entries = {
        "title": article.headline.value,
        "site": article.site_name.value,
        "authors": [item.value for item in article.authors.value],
        "claimed": claimed,
        "url": article.url or article.canonical_url.value,
        "language": article.language.value,
        "kind": article.kind.value.value,
        "topics": [item.value for item in article.topics.value],
        "name": article.name,
    }
    lines = (f"{name}: {_yaml(value)}" for name, value in entries.items() if value)
    return "\n".join(["---", *lines, "---"])


def _yaml(value: str | list[str] | dict[str, str]) -> str:
    """The value in YAML's flow style, which is JSON's but for the characters that YAML wants escaped."""
    return "".join(map(_printable, json.dumps(value, ensure_ascii=False)))


def _printable(character: str) -> str:
    """The character, or its escape if YAML 1.2 (section 5.1) does not print it or would fold it as a line break."""
    code = ord(character)
    if unicodedata.category(character) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} and code not in {0xFFFE, 0xFFFF}:
        return character
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _body(article: "Article") -> Iterator[str]:
    """The blocks of the body; neighbours that are parts of one list or one table stay together."""
    blocks = (block for block in article.blocks if block.role is Role.BODY and article.block_text(block).strip())
    for (kind, _), together in groupby(blocks, key=lambda block: (block.kind, _ordered(block) is None)):
        parts = [_block(block, article.block_text(block)) for block in together]
        yield JOINS.get(kind, "\n\n").join(parts)


JOINS: Final = {BlockKind.LIST_ITEM: "\n", BlockKind.TABLE_ROW: "\\\n"}
"""What stands between two neighbours of one kind, where it is not an empty line."""


def _block(block: "Block", text: str) -> str:
    match block.kind:
        case BlockKind.HEADING:
            words = " ".join(_lines(text))
            return f"{'#' * _level(block)} {CLOSING.sub(_backslashed, escaped(words))}"
        case BlockKind.LIST_ITEM:
            number = _ordered(block)
            mark = "- " if number is None else f"{number}. "
            return mark + _broken(text, " " * len(mark))
        case BlockKind.QUOTE:
            return "> " + _broken(text, "> ")
        case BlockKind.PREFORMATTED:
            fence = "`" * (1 + max([2, *map(len, re.findall("`+", text))]))
            return f"{fence}\n{text}\n{fence}"
        case _:
            return _broken(text, "")


def _level(block: "Block") -> int:
    """Two for a heading whose level is not known, and for those of the first, which is the title's."""
    level = re.match(r".*/h([1-6])(?:\[\d+\])?(?=/|$)", block.path or "")
    return max(2, int(level[1])) if level else 2


CLOSING: Final = re.compile(r"(?<=\s)#+$")
"""What would be taken for the end of a heading's mark."""


def _backslashed(found: re.Match[str]) -> str:
    return f"\\{found[0]}"


_ITEM: Final = re.compile(r".*/(ol|ul|menu)(?:\[\d+\])?/li(?:\[(\d{1,9})\])?(?=/|$)")


def _ordered(block: "Block") -> int | None:
    """The number of an item in its ordered list."""
    item = _ITEM.match(block.path or "") if block.kind is BlockKind.LIST_ITEM else None
    return int(item[2] or 1) if item and item[1] == "ol" else None


def _broken(text: str, indent: str) -> str:
    """The escaped lines with hard breaks between them: a line break of the page is one of the document."""
    return f"\\\n{indent}".join(map(escaped, _lines(text)))


def _lines(text: str) -> list[str]:
    return [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]


SIGNS: Final = re.compile(r"[\\`*_\[\]<>~|${}]|&(?=#?\w+;)")
"""ASCII punctuation that means something wherever it stands, and the beginnings of character references."""

LEADING: Final = re.compile(r"[-+#=:]|\d{1,9}(?=[.)](?:\s|$))")
"""What means something at the beginning of a line: list marks, headings, underlines of headings and of tables."""


def escaped(line: str) -> str:
    """One line of words with a backslash before whatever would be markup."""
    line = SIGNS.sub(_backslashed, line)
    lead = LEADING.match(line)
    if lead is None:
        return line
    return f"{lead[0]}\\{line[lead.end() :]}" if lead[0].isdigit() else f"\\{line}"
