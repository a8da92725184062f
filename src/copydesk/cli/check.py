"""``copydesk check``: a card a page, what the page claims beside what copydesk finds."""

from functools import partial
from typing import TYPE_CHECKING

import typer

from copydesk.cli import faces, forms, leaves, options, output, run, sinks
from copydesk.cli.gathered import Gathered
from copydesk.cli.piles import Memory

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.intake import Input
    from copydesk.types import Article

__all__ = ["check"]


def check(  # noqa: PLR0913  a parameter is an option
    paths: options.Paths,
    *,
    url: options.Url = None,
    column: options.Column = None,
    limit: options.Limit = None,
    together: options.Together = False,
    jobs: options.Jobs = None,
    deadline: options.Deadline = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
) -> None:
    """Show a card for each page: what it claims beside what copydesk finds.

    A ! marks what deserves a second look. Behind the cards of several pages stand the passages that they share.
    """
    pile = run.pile(paths, url=url, column=column, limit=limit, together=together)
    form = forms.card()
    course = run.Course(jobs, deadline, strict, quiet)
    sink = _Checked(sinks.Series(form, output.Stdout()), Gathered(Memory(), faces.Shown(silent=True)))
    raise typer.Exit(run.run(pile, course, partial(_checked, form.page), sink))


def _checked(card: "Callable[[Article], str]", article: "Article") -> tuple[str, leaves.Leaf]:
    """The card of a page, and what of it is compared with the others."""
    return card(article), leaves.leaf(article)


class _Checked:
    """Each card as it comes, and behind the last what the pages have in common."""

    def __init__(self, cards: sinks.Series, gathered: Gathered) -> None:
        self._cards, self._gathered = cards, gathered

    def holds(self, source: "Input") -> bool:
        """Whether the page was here before."""
        return self._cards.holds(source)

    def put(self, name: str, product: tuple[str, leaves.Leaf]) -> None:
        """Show the card, and keep the page."""
        card, leaf = product
        self._cards.put(name, card)
        self._gathered.put(name, leaf)

    def close(self) -> None:
        """Tell the copies, if there are any."""
        self._cards.close()
        self._gathered.close()
