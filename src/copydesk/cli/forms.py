"""The forms that articles can take, and how the texts of several make one: all that ``read`` can put out but Parquet.

A form passes to the workers, so it is made of functions that can be imported and of what stdout looks like here.
"""

import json
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, Final

from copydesk.cli import columns, output, safe
from copydesk.cli.view import View

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.types import Article

__all__ = ["Form", "Format", "card", "form"]


class Format(StrEnum):
    """What ``read`` gives of a page, by the option that asks for it."""

    JSON = "--json"
    JSONL = "--jsonl"
    JSONLD = "--jsonld"
    TEXT = "--text"
    MARKDOWN = "--markdown"
    CSV = "--csv"
    PARQUET = "--parquet"
    EXPLAIN = "--explain"

    @property
    def suffix(self) -> str:
        """The ending of its files."""
        return SUFFIXES[self]

    @classmethod
    def of_file(cls, name: str) -> "Format | None":
        """The form that a file's name asks for by its ending, if it asks for one."""
        wanted = (form for form, suffix in SUFFIXES.items() if name.lower().endswith(suffix))
        return next(wanted, None)


SUFFIXES: Final = {
    Format.JSON: ".json",
    Format.JSONL: ".jsonl",
    Format.JSONLD: ".jsonld",
    Format.MARKDOWN: ".md",
    Format.CSV: ".csv",
    Format.PARQUET: ".parquet",
    Format.EXPLAIN: ".explain.txt",
    Format.TEXT: ".txt",
}

TABLES: Final = frozenset({Format.JSONL, Format.CSV})
"""Forms whose files can be gone on with, and which make no sense with a file a page."""


@dataclass(frozen=True, slots=True)
class Form:
    """How articles become one text.

    Attributes:
        page: The text of one article. It ends with a line break, unless ``between`` and ``closing`` begin with one.
        opening: What stands before the first.
        between: What stands between two.
        closing: What stands behind the last.
    """

    page: "Callable[[Article], str]"
    opening: str = ""
    between: str = ""
    closing: str = ""


def form(format_: Format, *, several: bool, to_stdout: bool) -> Form:
    """The form of a format.

    Args:
        format_: Any but Parquet, which is no text.
        several: More than one page can go into the same text.
        to_stdout: It goes there and not into a file. Then, if a person looks on, nothing obeys the terminal's signs.
    """
    shown = to_stdout and output.on_terminal()
    match format_:
        case Format.EXPLAIN:
            view = View.of_stdout() if to_stdout else View.of_file()
            return Form(partial(_account, view=view), between="\n")
        case Format.CSV:
            return Form(partial(columns.as_csv, shown=shown), opening=columns.csv_header())
        case Format.JSONL:
            return Form(partial(_json_line, shown=shown))
        case Format.TEXT:
            return Form(partial(_text, named=several, shown=shown), between="\n" if several else "")
        case Format.MARKDOWN:
            return Form(partial(_markdown, shown=shown), between="\n<!-- next page -->\n\n")
        case _ if several:  # one valid array, however many come
            member = partial(_member, linked=format_ is Format.JSONLD, shown=shown)
            return Form(member, opening="[", between=",", closing="\n]\n")
        case _:
            return Form(partial(_record, linked=format_ is Format.JSONLD, shown=shown))


def card() -> Form:
    """The card of each page, for stdout."""
    return Form(partial(_card, view=View.of_stdout()))


def _record(article: "Article", *, linked: bool, shown: bool) -> str:
    text = json.dumps(article.to_jsonld(), ensure_ascii=False, indent=2) if linked else article.to_json(indent=2)
    return (safe.data(text) if shown else text) + "\n"


def _member(article: "Article", *, linked: bool, shown: bool) -> str:
    record = _record(article, linked=linked, shown=shown).rstrip("\n")
    return "\n  " + record.replace("\n", "\n  ")


def _json_line(article: "Article", *, shown: bool) -> str:
    text = article.to_json()
    return (safe.data(text) if shown else text) + "\n"


def _text(article: "Article", *, named: bool, shown: bool) -> str:
    heading = f"==> {safe.line(article.name)} <==\n" if named else ""
    body = safe.lines(article.text) if shown else article.text
    return heading + (body + "\n" if body else "")


def _markdown(article: "Article", *, shown: bool) -> str:
    from copydesk.cli import markdown

    text = markdown.document(article)
    return safe.lines(text) + "\n" if shown else text


def _account(article: "Article", *, view: View) -> str:
    from copydesk.cli import explain  # rich, which data does not need

    return view.render(explain.Account(article))


def _card(article: "Article", *, view: View) -> str:
    from copydesk.cli import card as drawn

    return view.render(drawn.Card(article))
