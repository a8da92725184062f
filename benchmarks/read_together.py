"""What it gains to read a pile as one (``copydesk read --together``), and what it costs.

    python benchmarks/read_together.py [--limit N] [--renderings NAME,NAME] [--markdown]

All shared development pages are one pile: as HTML, and as texts (``training/renderings.py``) with and without their
addresses. The rows tell pages of sites with many, few and one page apart; pages alone on their site must not change.
Besides, the made-up farms of the tests: twenty pages of a template on one host, a pile each. Figures are the mean word
F1 of the body, read page by page and together, and how many pages became better and worse.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain, pairwise
from pathlib import Path

from comparing.pages import SHARED, BenchPage, official, pages_of, spread
from comparing.scores import mean
from comparing.tables import Grid, number, share
from comparing.texts import SETS, pieces_of
from read import show
from read_text import rendering_names
from seeds import seeded
from training.pages import site_of
from training.renderings import RENDERINGS

from copydesk.copies.recurring import Census
from copydesk.errors import InputError
from copydesk.intake.content import page_from
from copydesk.reading import read_page, together
from copydesk.types import MediaType, Page

sys.path.append(str(Path(__file__).resolve().parents[1] / "tests"))  # the farms' generators are fixtures first
from farms.kept_templates import KEPT_TEMPLATES
from farms.open_templates import OPEN_TEMPLATES

FARM_PAGES = 20
MANY, SOME = 3, 2
"""Pages of a site from which it has many, and some."""


@dataclass(frozen=True, slots=True)
class Case:
    """A page, the body that should be read from it, and which part of the table it belongs to."""

    part: str
    page: Page
    body: str


@dataclass(frozen=True, slots=True)
class Result:
    """The F1 of a page read by itself and together with its pile."""

    part: str
    alone: float
    together: float


def main() -> int:
    """Measure what was asked for and print it."""
    given = options().parse_args()
    if not SHARED.is_dir():
        print(f"read_together.py: the shared data does not lie at {SHARED}", file=sys.stderr)
        return 2
    pages = list(chain.from_iterable(spread(list(pages_of(name)), given.limit) for name in SETS))
    parts = parts_of(pages)
    piles = {"HTML": [html(page, part) for page, part in zip(pages, parts, strict=True)]}
    for name in given.renderings:
        texts = [rendered(page, part, name) for page, part in zip(pages, parts, strict=True)]
        piles[name] = texts
        piles[f"{name}, no addresses"] = [case and replace(case, page=replace(case.page, url=None)) for case in texts]
    grids = [gains(name, [case for case in pile if case]) for name, pile in piles.items()]
    show([joined(grids), farms()], markdown=given.markdown)
    return 0


def options() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--limit", type=int, metavar="N", help="only about so many pages of each set, evenly spread")
    add(
        "--renderings", type=rendering_names, default=["lines", "wrapped"], metavar="NAME,NAME",
        help=f"only these of {', '.join(RENDERINGS)}",
    )  # fmt: skip
    add("--markdown", action="store_true", help="print the tables as Markdown")
    return parser


def parts_of(pages: Sequence[BenchPage]) -> list[str]:
    """For each page what it is and how many of its site there are."""
    sites = [site_of({"url": page.url, "site": page.site}) for page in pages]
    counts = Counter(sites)
    kinds = ["article" if page.type == "article" else "other page" for page in pages]
    sizes = [
        f"{MANY} and more of a site" if counts[site] >= MANY else "2 of a site" if counts[site] == SOME else "alone"
        for site in sites
    ]
    return [f"{kind}, {size}" for kind, size in zip(kinds, sizes, strict=True)]


def html(page: BenchPage, part: str) -> Case | None:
    """The page as it came."""
    try:
        return Case(part, page_from(page.html, name=page.id, url=page.url or None), page.body)
    except InputError:
        return None


def rendered(page: BenchPage, part: str, name: str) -> Case | None:
    """The page as text; told so, for some texts of code look like HTML."""
    try:
        text = RENDERINGS[name](pieces_of(page), seeded(f"{page.id} {name}")).text
        made = page_from(text, name=page.id, url=page.url or None)
    except InputError:  # nothing in it but white space
        return None
    return Case(part, replace(made, media_type=MediaType.TEXT), page.body)


def results(pile: Sequence[Case]) -> tuple[list[Result], tuple[float, float, float]]:
    """Each page read twice; and the CPU seconds of the census, of reading alone, of reading together."""
    clock = [time.process_time()]
    census = Census()
    for case in pile:
        census.add(together.seen(case.page))
    recurring = census.recurring()
    clock.append(time.process_time())
    alone = [read_page(case.page).text for case in pile]
    clock.append(time.process_time())
    joint = [read_page(case.page, recurring).text for case in pile]
    clock.append(time.process_time())
    found = [
        Result(case.part, *(official().score_words(case.body, text)["f1"] for text in both))
        for case, *both in zip(pile, alone, joint, strict=True)
    ]
    seen, one, all_ = (after - before for before, after in pairwise(clock))
    return found, (seen, one, all_)


def gains(name: str, pile: Sequence[Case]) -> list[tuple[str, ...]]:
    """Rows of a pile: a part of it each, and what it cost."""
    found, (seen, one, joint) = results(pile)
    parts = sorted({result.part for result in found})
    lines = [(name, part, *figures([result for result in found if result.part == part])) for part in parts]
    cost = f"{number(1000 * one / len(pile))} ms alone, {number(1000 * (seen + joint) / len(pile))} together"
    return [*lines, (name, f"CPU a page: {cost}", "", "", "", "", "")]


def figures(found: Sequence[Result]) -> Iterator[str]:
    """The cells of some results."""
    yield str(len(found))
    yield share(mean(result.alone for result in found))
    yield share(mean(result.together for result in found))
    yield str(sum(result.together > result.alone for result in found))
    yield str(sum(result.together < result.alone for result in found))


HEADS = ("pile", "pages", "count", "alone", "together", "better", "worse")


def joined(parts: Sequence[list[tuple[str, ...]]]) -> Grid:
    """One table of all piles."""
    return Grid("body: word F1, read page by page and together", HEADS, list(chain.from_iterable(parts)), names=2)


def farms() -> Grid:
    """The made-up farms, a row a template, its languages together."""
    lines = []
    for template in (*OPEN_TEMPLATES, *KEPT_TEMPLATES):
        found: list[Result] = []
        for language in template.languages:
            host = f"https://{template.name.replace('_', '-')}-{language}.example"
            pile = []
            for seed in range(FARM_PAGES):
                made = template.page(seed, language)
                page = replace(page_from(made.text, url=f"{host}/{seed}"), media_type=MediaType.TEXT)
                pile.append(Case(template.name, page, made.fields.article_text))
            found += results(pile)[0]
        lines.append(("farms", template.name, *figures(found)))
    return Grid(f"farms: {FARM_PAGES} pages of a template on one host", HEADS, lines, names=2)


if __name__ == "__main__":
    sys.exit(main())
