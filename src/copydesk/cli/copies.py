"""``copydesk copies``: the families of passages in a pile of pages, with who has how much of each."""

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Annotated, Final
from urllib.parse import urlsplit

import typer

from copydesk.cli import options, output, run
from copydesk.cli.view import View

if TYPE_CHECKING:
    from copydesk.types import Article, Family, Overlap

__all__ = ["Leaf", "copies"]

Json = Annotated[
    bool,
    typer.Option(
        "--json",
        help="All pages, overlaps and families as one JSON object, with the places of every passage.",
        rich_help_panel=options.FORM,
    ),
]
Raw = Annotated[
    bool,
    typer.Option(
        "--raw",
        help="Compare all words of the pages instead of the articles found in them.",
        rich_help_panel=options.INPUT,
    ),
]
Every = Annotated[
    bool,
    typer.Option("--all", help="Every page of every family, however many.", rich_help_panel=options.FORM),
]


PAIRS: Final = 200_000
"""With more pairs of pages than this each page is compared with those alone that stand for its stories."""


@dataclass(frozen=True, slots=True)
class Leaf:
    """What is compared of a page, and what it is called by.

    Attributes:
        name: Where the page was.
        host: The host of its address; where that is not known its site name, or the host it states as its own.
        headline: Its headline, if it has one.
        text: The words that are compared.
    """

    name: str
    host: str | None
    headline: str | None
    text: str


def copies(  # noqa: PLR0913  a parameter is an option
    paths: options.Paths,
    *,
    as_json: Json = False,
    raw: Raw = False,
    every: Every = False,
    column: options.Column = None,
    limit: options.Limit = None,
    jobs: options.Jobs = None,
    deadline: options.Deadline = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
) -> None:
    """Find the passages that pages share, and the pages that have them.

    What pages of a site have in common whatever their story is left out of account. The more pages, the better it is
    told.
    """
    pile = run.pile(paths, url=None, column=column, limit=limit)
    gathered = _Gathered(every=every, as_json=as_json, told=not quiet)
    course = run.Course(jobs, deadline, strict, quiet)
    raise typer.Exit(run.run(pile, course, _raw_leaf if raw else _leaf, gathered))


def _leaf(article: "Article") -> Leaf:
    return Leaf(article.name, _host(article), article.headline.value, article.text)


def _raw_leaf(article: "Article") -> Leaf:
    return Leaf(article.name, _host(article), article.headline.value, article.page_text)


def _host(article: "Article") -> str | None:
    stated = _hostname(article.canonical_url.value)
    return _hostname(article.url) or article.site_name.value or stated


def _hostname(address: str | None) -> str | None:
    host = urlsplit(address).hostname if address else None
    return host.removeprefix("www.") if host else None


class _Gathered:
    """The pages until all are there; then what they share."""

    def __init__(self, *, every: bool, as_json: bool, told: bool) -> None:
        self._leaves: list[Leaf] = []
        self._every, self._as_json, self._told = every, as_json, told

    def holds(self, name: str) -> bool:  # noqa: ARG002  nothing is held before the run
        """No page was here before."""
        return False

    def put(self, name: str, product: Leaf) -> None:  # noqa: ARG002  the page knows its name
        """Take in a page."""
        self._leaves.append(product)

    def close(self) -> None:
        """Compare all pages, and show what was found."""
        from copydesk.copies import families, overlapping, pile  # scipy, which --help does not need

        whole = pile.pile(leaf.text for leaf in self._leaves)
        overlaps = list(overlapping.overlaps_of(whole, None if self._as_json else PAIRS))
        found = families.families(whole, overlaps)
        if self._as_json:
            output.use_utf8()
            output.Stdout().write(_record(self._leaves, overlaps, found))
            return
        from copydesk.cli import kin  # rich

        view = View.of_stdout()
        output.Stdout().write(view.render(kin.Families(self._leaves, found, every=self._every)))


def _record(leaves: list[Leaf], overlaps: "list[Overlap]", families: "list[Family]") -> str:
    pages = [{"name": leaf.name, "host": leaf.host, "headline": leaf.headline} for leaf in leaves]
    whole = {
        "pages": pages,
        "overlaps": [asdict(overlap) for overlap in overlaps],
        "families": [asdict(family) for family in families],
    }
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
