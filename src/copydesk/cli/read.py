"""``copydesk read``: the record of each page, in one of many forms, on stdout, in a file or in a folder."""

from typing import Annotated

import typer

from copydesk.cli import destination, forms, options, run
from copydesk.cli import summary as summaries
from copydesk.cli.forms import Format

__all__ = ["read"]


def _flag(format_: Format, help_: str) -> typer.models.OptionInfo:
    option: typer.models.OptionInfo = typer.Option(format_, help=help_, rich_help_panel=options.FORM)
    return option


def read(  # noqa: PLR0913  a parameter is an option
    paths: options.Paths,
    *,
    as_json: Annotated[
        bool, _flag(Format.JSON, "The whole record, indented; an array of them for several (default).")
    ] = False,
    as_jsonl: Annotated[bool, _flag(Format.JSONL, "The whole record, one line a page.")] = False,
    as_jsonld: Annotated[bool, _flag(Format.JSONLD, "The article under schema.org's names, as JSON-LD.")] = False,
    as_text: Annotated[
        bool, _flag(Format.TEXT, "The words of the body; a line with the name before each of several.")
    ] = False,
    as_markdown: Annotated[
        bool, _flag(Format.MARKDOWN, "The body as Markdown, behind front matter in YAML with what is claimed.")
    ] = False,
    as_csv: Annotated[
        bool, _flag(Format.CSV, "One row a page. A cell that spreadsheets would run gets an apostrophe in front.")
    ] = False,
    as_parquet: Annotated[
        bool,
        _flag(Format.PARQUET, "CSV's columns with types, what was dropped, the record; --out is a folder of parts."),
    ] = False,
    as_account: Annotated[
        bool, _flag(Format.EXPLAIN, "The page line by line with its roles, then where each field was read.")
    ] = False,
    out: options.Out = None,
    resume: options.Resume = False,
    force: options.Force = False,
    url: options.Url = None,
    column: options.Column = None,
    limit: options.Limit = None,
    together: options.Together = False,
    jobs: options.Jobs = None,
    deadline: options.Deadline = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    summary: options.Summary = False,
    summary_file: options.SummaryFile = None,
) -> None:
    """Give the record of each page: all its parts as data, its body, or an account of how it was read.

    Data goes to stdout or --out in UTF-8, failures and a summary to stderr.
    """
    flags = (as_json, as_jsonl, as_jsonld, as_text, as_markdown, as_csv, as_parquet, as_account)
    place = destination.choose(_chosen(flags, out), out, resume=resume, force=force)
    if place.format is Format.PARQUET:
        from copydesk.cli import parquet  # pyarrow may not be there

        parquet.require_pyarrow()
    pile = run.pile(paths, url=url, column=column, limit=limit, together=together)
    account = summaries.choose(summary, summary_file, place, quiet=quiet)
    course = run.Course(jobs, deadline, strict, quiet, account)
    if place.format is Format.PARQUET:
        raise typer.Exit(run.run(pile, course, parquet.as_row, place.rows(), place))
    form = forms.form(place.format, several=pile.several and not place.a_file_a_page, to_stdout=out is None)
    raise typer.Exit(run.run(pile, course, form.page, place.texts(form), place))


def _chosen(flags: tuple[bool, ...], out: str | None) -> Format:
    """The form that an option asks for, else the one that the output's name asks for, else JSON."""
    chosen = [format_ for format_, wanted in zip(Format, flags, strict=True) if wanted]
    if len(chosen) > 1:
        message = f"{' and '.join(chosen)} exclude each other"
        raise typer.BadParameter(message, param_hint=chosen[1])
    return chosen[0] if chosen else (out and Format.of_file(out)) or Format.JSON
