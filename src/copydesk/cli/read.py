"""``copydesk read``: the record of each page, as JSON, JSON lines, JSON-LD, bare text or an account of every line."""

import json
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from copydesk.cli import inputs, output, safe

if TYPE_CHECKING:
    from copydesk.types import Article

__all__ = ["read"]


class _Format(StrEnum):
    JSON = "--json"
    JSONL = "--jsonl"
    JSONLD = "--jsonld"
    TEXT = "--text"
    EXPLAIN = "--explain"


def read(  # noqa: PLR0913  a parameter is an option
    paths: inputs.Paths,
    *,
    as_json: Annotated[
        bool, typer.Option(_Format.JSON, help="The whole record, indented; an array of them for several (default).")
    ] = False,
    as_jsonl: Annotated[bool, typer.Option(_Format.JSONL, help="The whole record, one line a page.")] = False,
    as_jsonld: Annotated[
        bool, typer.Option(_Format.JSONLD, help="The article under schema.org's names, as JSON-LD.")
    ] = False,
    as_text: Annotated[
        bool, typer.Option(_Format.TEXT, help="The words of the body; a line with the name before each of several.")
    ] = False,
    as_account: Annotated[
        bool,
        typer.Option(_Format.EXPLAIN, help="The page line by line with its roles, then where each field was read."),
    ] = False,
    url: inputs.Url = None,
) -> None:
    """Give the record of each page: all its parts as data, its body, or an account of how it was read.

    Data goes to stdout in UTF-8, failures to stderr.
    """
    flags = zip(_Format, (as_json, as_jsonl, as_jsonld, as_text, as_account), strict=True)
    chosen = [format_ for format_, wanted in flags if wanted] or [_Format.JSON]
    if len(chosen) > 1:
        message = f"{' and '.join(chosen)} exclude each other"
        raise typer.BadParameter(message, param_hint=chosen[1])
    tally = inputs.each(paths, url, _form(chosen[0], several=inputs.are_several(paths)))
    raise typer.Exit(tally.exit)


def _form(format_: _Format, *, several: bool) -> output.Form:
    if format_ is _Format.EXPLAIN:
        return _account()
    output.use_utf8()
    shown = output.on_terminal()
    if format_ is _Format.TEXT:
        between = "\n" if several else ""
        return output.Form(lambda article: _text(article, named=several, shown=shown), between=between)
    if format_ is _Format.JSONL:
        return output.Form(lambda article: _shown(article.to_json(), shown=shown) + "\n")

    def record(article: "Article") -> str:
        if format_ is _Format.JSONLD:
            return _shown(json.dumps(article.to_jsonld(), ensure_ascii=False, indent=2), shown=shown)
        return _shown(article.to_json(indent=2), shown=shown)

    if several:  # one valid array, however many come
        return output.Form(
            lambda article: "\n  " + record(article).replace("\n", "\n  "), opening="[", between=",", closing="\n]\n"
        )
    return output.Form(lambda article: record(article) + "\n")


def _shown(text: str, *, shown: bool) -> str:
    return safe.data(text) if shown else text


def _text(article: "Article", *, named: bool, shown: bool) -> str:
    heading = f"==> {safe.line(article.name)} <==\n" if named else ""
    body = safe.lines(article.text) if shown else article.text
    return heading + (body + "\n" if body else "")


def _account() -> output.Form:
    from copydesk.cli import explain  # rich, which data does not need

    view = output.View()
    return output.Form(lambda article: view.render(explain.Account(article)), between="\n")
