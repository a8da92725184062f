"""``copydesk diff``: what became of one page's words in another's."""

import json
from contextlib import closing
from dataclasses import asdict
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Final

import typer

from copydesk.cli import options, output, run, safe, work
from copydesk.cli.tally import Tally
from copydesk.cli.view import View
from copydesk.errors import EmptyInput, InputError

if TYPE_CHECKING:
    from copydesk.cli.comparison import Comparison, Side
    from copydesk.types import Article
    from copydesk.types.diff import Piece

__all__ = ["diff"]

First = Annotated[
    str, typer.Argument(metavar="A", help="A page, or - for stdin; the older one, if there is one.", show_default=False)
]
Second = Annotated[str, typer.Argument(metavar="B", help="The page to be held against it.", show_default=False)]
Full = Annotated[
    bool, typer.Option("--full", help="Fold nothing, however long nothing changes.", rich_help_panel=options.FORM)
]
Json = Annotated[
    bool,
    typer.Option(
        "--json", help="Both texts and every piece with its places, as one JSON object.", rich_help_panel=options.FORM
    ),
]
Html = Annotated[
    str | None,
    typer.Option(
        "--html",
        metavar="FILE",
        help="Write it to FILE as a page of its own, instead of showing it; - is stdout.",
        show_default=False,
        rich_help_panel=options.PLACE,
    ),
]
Force = Annotated[bool, typer.Option("--force", help="Overwrite FILE.", rich_help_panel=options.PLACE)]
Raw = Annotated[
    bool,
    typer.Option(
        "--raw",
        help="Compare all words of the pages instead of the articles found in them.",
        rich_help_panel=options.INPUT,
    ),
]

WORDLESS: Final = {
    False: "no article was found in it; --raw compares all words of a page",
    True: "no word in it",
}


def diff(  # noqa: PLR0913  a parameter is an option
    first: First,
    second: Second,
    *,
    full: Full = False,
    as_json: Json = False,
    html: Html = None,
    force: Force = False,
    raw: Raw = False,
) -> None:
    """Show what became of page A in page B: the words that were kept, cut, added and moved.

    Headlines and bodies are compared, word by word; capitals, punctuation and typography make no change.
    """
    path = _destination(html, as_json=as_json, force=force)
    compared = _compared(*_sides(first, second, raw=raw))
    if path:
        _write(path, compared, full=full)
    elif html:
        from copydesk.cli import diffpage

        output.use_utf8()
        output.Stdout().write(diffpage.page(compared, full=full))
    elif as_json:
        record = json.dumps(_record(compared), ensure_ascii=False, indent=2) + "\n"
        shown = output.on_terminal()
        output.use_utf8()
        output.Stdout().write(safe.data(record) if shown else record)
    else:
        from copydesk.cli import changed  # rich, which data does not need

        output.Stdout().write(View.of_stdout().render(changed.Changes(compared, full=full)))


def _destination(html: str | None, *, as_json: bool, force: bool) -> Path | None:
    """The file for the page; None where there is none, or it is stdout.

    Raises:
        typer.BadParameter: The options contradict each other, or there is something that nobody said to overwrite.
    """
    option, message = "--html", None
    path = None if html in {None, "-"} else Path(html or "")
    if path is None and not (html and as_json):
        option, message = "--force", "it needs --html FILE" if force else None
    elif path is None or as_json:
        message = "--json and --html exclude each other"
    elif path.is_dir():
        message = f"{safe.line(str(path))} is a folder"
    elif not path.absolute().parent.is_dir():
        message = f"there is no folder {safe.line(str(path.absolute().parent))}"
    elif not force and path.is_file() and path.stat().st_size:
        message = f"{safe.line(str(path))} exists; --force overwrites it"
    if message:
        raise typer.BadParameter(message, param_hint=option)
    return path


def _sides(first: str, second: str, *, raw: bool) -> "tuple[Side, Side]":
    """What is compared of either page.

    Raises:
        typer.BadParameter: A path leads to more than one page.
        typer.Exit: One of the pages cannot be read, or both; the user was told.
    """
    if first == second == "-":
        message = "standard input is one page"
        raise typer.BadParameter(message, param_hint="B")
    named = (("A", first), ("B", second))
    piles = [(hint, path, run.pile([path], url=None, column=None, limit=None)) for hint, path in named]
    for hint, path, pile in piles:
        if pile.several:
            message = f"{safe.line(path)} may hold several pages; diff takes one"
            raise typer.BadParameter(message, param_hint=hint)
    tally = Tally()
    sides = []
    for _, path, pile in piles:
        result = _side_of(path, pile, raw=raw)
        if isinstance(result, InputError):
            tally.fail(result)
            output.say(str(result))
        else:
            tally.read(result.kind)
            sides.append(result.product)
    if tally.failed:
        raise typer.Exit(tally.exit)
    return sides[0], sides[1]


def _side_of(path: str, pile: run.Pile, *, raw: bool) -> "work.Made[Side] | InputError":
    source = next(pile.inputs, None)
    if source is None:
        return EmptyInput(path, "no page in it")
    try:
        made = work.attempt(partial(_side, raw=raw), source)
    except Exception as error:  # noqa: BLE001  a fault in our own code is told as any other
        return InputError(source.name, f"{type(error).__name__}: {error}")
    if not isinstance(made, InputError) and not made.product.has_words:
        return EmptyInput(source.name, WORDLESS[raw])
    return made


def _side(article: "Article", *, raw: bool) -> "Side":
    from copydesk.cli.comparison import Side

    headline = article.headline.value
    text = article.page_text if raw else "\n\n".join(filter(None, (headline, article.text)))
    return Side(article.name, headline, article.language.value, text)


def _compared(a: "Side", b: "Side") -> "Comparison":
    import copydesk
    from copydesk.cli.comparison import Comparison
    from copydesk.copies import diff as copies

    overlap = next(iter(copydesk.overlaps([a.text, b.text])), None)
    return Comparison(a, b, copies.diff(a.text, b.text), overlap)


def _write(path: Path, compared: "Comparison", *, full: bool) -> None:
    from copydesk.cli import diffpage

    try:
        with closing(output.Lines(path, go_on=False)) as file:
            file.write(diffpage.page(compared, full=full))
    except OSError as error:
        raise output.cannot_write(error, str(path)) from error


def _record(compared: "Comparison") -> dict[str, object]:
    diff = compared.diff
    of_a, of_b = compared.held
    return {
        "a": asdict(compared.a),
        "b": asdict(compared.b),
        "kind": compared.kind,
        "containment_ab": of_a,
        "containment_ba": of_b,
        "kept": diff.kept,
        "cut": diff.cut,
        "added": diff.added,
        "moved": diff.moved,
        "pieces": [_told(piece, compared) for piece in diff.pieces],
    }


def _told(piece: "Piece", compared: "Comparison") -> dict[str, object]:
    """A piece with its words, for whoever does not want to cut them out of the texts."""
    a, b = compared.a.text[piece.a_start : piece.a_end], compared.b.text[piece.b_start : piece.b_end]
    return asdict(piece) | {"a_text": a, "b_text": b}
