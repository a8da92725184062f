"""``copydesk check``: a card a page, what the page claims beside what copydesk finds."""

import typer

from copydesk.cli import inputs, output

__all__ = ["check"]


def check(paths: inputs.Paths, *, url: inputs.Url = None) -> None:
    """Show a card for each page: what it claims beside what copydesk finds.

    A ! marks what deserves a second look.
    """
    from copydesk.cli import card  # rich, which --help does not need

    view = output.View()
    tally = inputs.each(paths, url, output.Form(lambda article: view.render(card.Card(article))))
    if tally.inputs > 1:
        output.say(str(tally))
    raise typer.Exit(tally.exit)
