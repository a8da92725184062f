"""How well and at what cost copydesk reads pages that have lost their HTML, beside what else cleans such text.

    python benchmarks/read_text.py [--limit N] [--renderings NAME,NAME] [--markdown]

The shared development pages are made texts in the ways crawls make them (``training/renderings.py``), and each text is
read by copydesk and by filters of lines written from their published descriptions (``comparing/linefilters.py``).
Prints the word F1 of the body by rendering, the fields with a ground truth, the fields of made-up farm pages
(``tests/farms``), and the CPU time of the reading alone. copydesk was worked out on these pages; what it does on sites
that it does not know, the figures do not say, but for the farm kits called reposts.
"""

import argparse
import sys
from itertools import chain

from comparing import farmfields, textscores
from comparing.linefilters import FILTERS
from comparing.pages import SHARED, BenchPage, pages_of, spread
from comparing.texts import SETS, rendered
from comparing.tools import OURS, label
from read import show
from rich.console import Console
from rich.progress import track
from training.renderings import RENDERINGS


def main() -> int:
    """Measure what was asked for and print it."""
    given = options().parse_args()
    if not SHARED.is_dir():
        print(f"read_text.py: the shared data does not lie at {SHARED}", file=sys.stderr)
        return 2
    pages: list[BenchPage] = []
    for name in SETS:
        pages += spread(list(pages_of(name)), given.limit)
    filters = {name: textscores.of_lines(choose) for name, choose in FILTERS.items()}
    readers = {label(OURS): textscores.read_text, **filters}
    run = textscores.scored(rendered(pages, given.renderings), readers)
    console = Console(stderr=True)
    total = len(pages) * len(given.renderings)
    shown = track(run, "texts", total, console=console, transient=True, disable=not console.is_terminal)
    rows = list(chain.from_iterable(shown))
    farms = farmfields.table(given.farm_pages)
    show([*textscores.bodies(rows), textscores.fields(rows), farms, textscores.costs(rows)], markdown=given.markdown)
    return 0


def options() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    add("--limit", type=int, metavar="N", help="only about so many pages of each set, evenly spread")
    add(
        "--renderings", type=rendering_names, default=list(RENDERINGS), metavar="NAME,NAME",
        help=f"only these of {', '.join(RENDERINGS)}",
    )  # fmt: skip
    add("--farm-pages", type=int, default=40, metavar="N", help="so many pages of each made-up farm kit (40)")
    add("--markdown", action="store_true", help="print the tables as Markdown")
    return parser


def rendering_names(given: str) -> list[str]:
    """The names in a list with commas."""
    names = given.split(",")
    unknown = [name for name in names if name not in RENDERINGS]
    if unknown:
        message = f"no rendering {', '.join(unknown)}; there are {', '.join(RENDERINGS)}"
        raise argparse.ArgumentTypeError(message)
    return names


if __name__ == "__main__":
    sys.exit(main())
