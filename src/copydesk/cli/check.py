"""``copydesk check``: a card a page, what the page claims beside what copydesk finds."""

import typer

from copydesk.cli import forms, options, output, run, sinks

__all__ = ["check"]


def check(  # noqa: PLR0913  a parameter is an option
    paths: options.Paths,
    *,
    url: options.Url = None,
    column: options.Column = None,
    limit: options.Limit = None,
    jobs: options.Jobs = None,
    deadline: options.Deadline = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
) -> None:
    """Show a card for each page: what it claims beside what copydesk finds.

    A ! marks what deserves a second look.
    """
    pile = run.pile(paths, url=url, column=column, limit=limit)
    form = forms.card()
    course = run.Course(jobs, deadline, strict, quiet)
    raise typer.Exit(run.run(pile, course, form.page, sinks.Series(form, output.Stdout())))
