"""Article -> an account of how its page was read: every line with its role, then every field with its evidence.

Nothing of the page is left out: words that lie in no block are shown too, in their place. The margin has a role's
name, so that ``| grep ^promo`` works; colour only repeats it.
"""

from dataclasses import fields
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from rich.constrain import Constrain
from rich.rule import Rule
from rich.text import Text

from copydesk.cli import safe, values
from copydesk.types import Article, BlockKind, Evidence, Field, Role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from rich.console import Console, ConsoleOptions, RenderableType, RenderResult

    from copydesk.types import Block

__all__ = ["Account"]

WIDEST: Final = 120
"""Longer lines are hard to read."""

RULE: Final = 24
"""Columns of a rule, which most have room in."""

RULES_FROM: Final = 100
"""From this width on the margin has room for the rule that gave a block its role."""

QUOTE: Final = 160
"""Characters of evidence that are quoted: enough to find the place, of which the offsets are given."""

MARK: Final = 3
"""What stands before a block on its line and is no longer than this is its list mark, not a line of its own."""

_ARTICLE = "bold"
_ABOUT = "green"
_ELSEWHERE = "magenta"
_FURNITURE = "dim"

STYLES: Final = {
    Role.HEADLINE: _ARTICLE,
    Role.DEK: _ARTICLE,
    Role.BODY: "",
    Role.CAPTION: "",
    Role.SITE_NAME: _ABOUT,
    Role.BREADCRUMB: _ABOUT,
    Role.SECTION: _ABOUT,
    Role.BYLINE: _ABOUT,
    Role.BRAND_SLOT: _ABOUT,
    Role.DATE: _ABOUT,
    Role.CREDIT: _ABOUT,
    Role.AUTHOR_BIO: _ABOUT,
    Role.TOPIC: _ABOUT,
    Role.REACTION: _ABOUT,
    Role.PROMO: _ELSEWHERE,
    Role.LIST_HEADING: _ELSEWHERE,
    Role.RELATED: _ELSEWHERE,
    Role.RANKING: _ELSEWHERE,
    Role.RECOMMENDED: _ELSEWHERE,
    Role.NEWSLETTER: _FURNITURE,
    Role.COMMENT: _FURNITURE,
    Role.NAVIGATION: _FURNITURE,
    Role.ADVERT: _FURNITURE,
    Role.LEGAL: _FURNITURE,
    Role.OTHER: _FURNITURE,
}
"""How a role's name looks. Of the words only those of the article itself stand out; the rest are dim."""

NAME: Final = 16
"""Width of the names of fields; a longer one stands on a line of its own."""

KEPT: Final = frozenset({Role.HEADLINE, Role.DEK, Role.BODY, Role.CAPTION})


class Stretch(NamedTuple):
    """A run of the page: a block with the mark before it, or words in no block."""

    words: str
    block: "Block | None" = None
    mark: str = ""


def stretches(article: Article) -> "Iterator[Stretch]":
    """The whole page in its order, less white space."""
    at = 0
    for block in sorted(article.blocks, key=lambda block: block.start):
        *loose, mark = article.page_text[at : max(at, block.start)].split("\n")
        if len(mark.strip()) > MARK:
            loose, mark = [*loose, mark], ""
        yield from (Stretch(words) for words in loose if words.strip())
        yield Stretch(article.block_text(block), block, mark)
        at = max(at, block.end)
    yield from (Stretch(words) for words in article.page_text[at:].split("\n") if words.strip())


class Account:
    """What rich draws for one article."""

    def __init__(self, article: Article) -> None:
        """Nothing is made before the width is known."""
        self._article = article

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Lay the account out for this console's width and encoding."""
        sheet = _Sheet(console, options)
        article = self._article
        size = values.counted(len(article.page_text), "character")
        yield from sheet.heading(article.name, f"{article.media_type}, {article.encoding}, {size}")
        for stretch in stretches(article):
            yield from sheet.stretch(stretch)
        yield Text()
        yield from sheet.heading("Fields", "with their confidence and where they were read")
        missing = []
        for name, field in _fields(article):
            if field.value in (None, ()):
                missing.append(name)
            else:
                yield from sheet.field(name, field, article)
        if missing:
            yield from sheet.wrapped(
                _padded(sheet.words("not found", "dim"), NAME + 6), sheet.words(", ".join(missing), "dim")
            )


def _fields(article: Article) -> "Iterator[tuple[str, Field[Any]]]":
    for attribute in fields(article):
        value = getattr(article, attribute.name)
        if isinstance(value, Field):
            yield attribute.name, value


class _Sheet:
    """Lines with a margin, for one width and one encoding; the only way page words get on to it is :meth:`words`."""

    def __init__(self, console: "Console", options: "ConsoleOptions") -> None:
        self._console = console
        self._encoding = options.encoding
        self._width = min(options.max_width, WIDEST)
        self._rules = self._width >= RULES_FROM

    def words(self, words: str, style: str = "") -> Text:
        return Text(safe.line(words, encoding=self._encoding), style)

    def heading(self, words: str, about: str = "") -> "Iterator[RenderableType]":
        title = Text.assemble(self.words(words, "bold"), " ", self.words(about, "dim"))
        yield from self.wrapped(Text(), title)
        yield Constrain(Rule(characters=safe.line("─", encoding=self._encoding), style="dim"), self._width)

    def wrapped(self, margin: Text, words: Text) -> "Iterator[Text]":
        """The words beside the margin, every further line under the first."""
        indent = margin.cell_len
        lines = words.wrap(self._console, max(self._width - indent, 20), overflow="fold")
        for number, line in enumerate(lines):
            line.rstrip()
            yield Text.assemble(" " * indent if number else margin, line, no_wrap=True)

    def stretch(self, stretch: Stretch) -> "Iterator[Text]":
        """One run of the page with its role and score in the margin."""
        block = stretch.block
        if block is None:
            yield from self.wrapped(self._margin("·", "dim", "", ""), self.words(stretch.words, "dim"))
            return
        margin = self._margin(block.role, STYLES[block.role], f"{block.score:.2f}", block.rule)
        if stretch.mark.strip():
            margin.append_text(self.words(stretch.mark, "dim")).append(" ")
        yield from self.wrapped(margin, self.words(stretch.words, _style(block)))

    def _margin(self, role: str, style: str, score: str, rule: str) -> Text:
        rule_column = RULE if self._rules else 0
        shown = self.words(values.clip(rule, rule_column), "dim") if self._rules else Text()
        return Text.assemble(
            _padded(self.words(role, style), 13),
            _padded(Text(score, "dim"), 6),
            _padded(shown, rule_column + 2) if self._rules else "",
        )

    def field(self, name: str, field: Field[Any], article: Article) -> "Iterator[Text]":
        """A field's value, and under it where it was read; so for each item too, if it has items."""
        if len(name) >= NAME:
            yield self.words(name, "green")
            name = ""
        items = field.value if isinstance(field.value, tuple) else ()
        value = values.counted(len(items), "item") if items else values.phrase(field.value)
        yield from self._value(name, value, field, article)
        for item in items:
            yield from self._value("", values.phrase(item.value), item, article)

    def _value(self, name: str, value: str, field: Field[Any], article: Article) -> "Iterator[Text]":
        confidence = Text(f"{field.confidence:.2f}", "dim")
        margin = Text.assemble(_padded(self.words(name, "green"), NAME), _padded(confidence, 6))
        yield from self.wrapped(margin, self.words(value))
        arrow = Text.assemble(" " * margin.cell_len, self.words("←", "dim"), " ")
        for where in _whereabouts(field.evidence, value, article):
            yield from self.wrapped(arrow, self.words(where, "dim"))


def _whereabouts(evidence: tuple[Evidence, ...], value: str, article: Article) -> "Iterator[str]":
    """Where each stands, by which rule it was read, and its words; those that only repeat the value share a line."""

    def words(at: Evidence) -> str:
        return " ".join(values.words_at(article, at).split())

    for repeats, group in groupby(evidence, lambda at: words(at) in value):
        if repeats:
            yield "; ".join(f"{values.place(at)}, {at.rule}" for at in group)
        else:
            for at in group:
                yield f"{values.place(at)}, {at.rule}: {values.quoted(values.clip(words(at), QUOTE))}"


def _style(block: "Block") -> str:
    if block.role is Role.BODY and block.kind is BlockKind.HEADING:
        return "bold"
    return STYLES[block.role] if block.role in KEPT else "dim"


def _padded(text: Text, width: int) -> Text:
    text.pad_right(max(width - text.cell_len, 1))
    return text
