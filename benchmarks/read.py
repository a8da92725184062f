"""How well and at what cost copydesk reads the shared development pages, alone or beside its peers.

    python benchmarks/read.py [--limit N] [--pages FILE]
    python benchmarks/read.py --peers [NAME ...] [--fresh] [--markdown]

Alone it prints accuracy by set and page type, and cost. Beside the peers it prints a row a tool; every peer runs in an
environment of its own, made when first needed, and its readings are kept: a second run reads only with copydesk.
Cost is CPU time with every field materialised, against a bare parse of the same page by lexbor in the same run.
What the columns mean is said in docs/benchmarks.md.
"""

import argparse
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from comparing import tables, tools
from comparing.pages import SHARED, BenchPage, load
from comparing.runs import Outcome, measured, remembered
from comparing.scores import Rouge, Row, as_json, score
from rich.console import Console
from rich.progress import track

HERE = Path(__file__).resolve().parent
CPU_S = 60  # CPU seconds a page
WIDTH = 100  # columns, where the output is no terminal


def main() -> int:
    """Measure what was asked for and print it."""
    given = options().parse_args()
    if not SHARED.is_dir():
        print(f"read.py: the shared data does not lie at {SHARED}", file=sys.stderr)
        return 2
    pages = load(given.limit)
    if given.peers is None:
        rows = score(pages, progress(measured(tools.ours(), pages, CPU_S), tools.OURS, pages))
        show([tables.accuracy(rows), tables.cost(rows)], markdown=given.markdown)
        by_tool = {tools.OURS: rows}
    else:
        by_tool = compared(given, pages)
        grids = [tables.bodies(by_tool), tables.body_types(by_tool), tables.fields(by_tool), tables.costs(by_tool)]
        show(grids, markdown=given.markdown)
    for name, rows in by_tool.items():
        for row in rows:
            if row.failure:
                print(f"{row.failure}: {name}: {row.set} {row.id}: {row.note}", file=sys.stderr)
    if given.pages:
        lines = ({"tool": name, **as_json(row)} for name, rows in by_tool.items() for row in rows)
        given.pages.write_text("".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines), "utf8")
    return 0


def options() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    names = tools.peer_names()
    add("--limit", type=int, metavar="N", help="only about so many pages of each set, evenly spread")
    add("--pages", type=Path, metavar="FILE", help="write each page's figures to this file, as JSON Lines")
    add(
        "--peers", nargs="*", choices=names, metavar="NAME", help=f"compare with these, or with all: {', '.join(names)}"
    )
    add("--fresh", action="store_true", help="read with the peers again, whatever is kept")
    add("--cache", type=Path, default=HERE / ".cache", metavar="DIR", help="environments and readings of the peers")
    add("--markdown", action="store_true", help="print the tables as Markdown")
    return parser


def compared(given: argparse.Namespace, pages: Sequence[BenchPage]) -> dict[str, list[Row]]:
    """Rows by tool, the tool named with its version; copydesk first."""
    given.cache.mkdir(parents=True, exist_ok=True)
    (given.cache / ".gitignore").write_text("*\n", "utf8")
    rouge = rouge_in(given.cache)
    outcomes = progress(measured(tools.ours(), pages, CPU_S), tools.OURS, pages)
    rows = {tools.label(tools.OURS): score(pages, outcomes, rouge)}
    for name in given.peers or tools.peer_names():
        tool = tools.peer(name, given.cache)
        if isinstance(tool, tools.LeftOut):
            print(f"left out: {tools.label(name)}: {tool.reason}", file=sys.stderr)
            continue
        some = pages if given.limit else pages[:: tool.every]
        label = tools.label(name) + (f" (1/{tool.every})" if len(some) < len(pages) else "")
        outcomes = progress(remembered(tool, some, CPU_S, given.cache, fresh=given.fresh), name, some)
        rows[label] = score(some, outcomes, rouge)
    return rows


def rouge_in(cache: Path) -> Rouge | None:
    """The metric that needs an environment, or None where that cannot be made."""
    try:
        return Rouge(cache)
    except subprocess.CalledProcessError as error:
        print(f"left out: ROUGE-LSum: its environment cannot be made: {error.stderr}", file=sys.stderr)
        return None


def progress(run: Iterable[Outcome], name: str, pages: Sequence[BenchPage]) -> list[Outcome]:
    """All outcomes of a run, its progress shown on standard error."""
    console = Console(stderr=True)
    shown = track(run, name, len(pages), console=console, transient=True, disable=not console.is_terminal)
    return list(shown)


def show(grids: Sequence[tables.Grid], *, markdown: bool) -> None:
    """Print the tables."""
    terminal = Console()
    console = terminal if terminal.is_terminal else Console(width=WIDTH)
    for grid in grids:
        if markdown:
            print(tables.as_markdown(grid), end="\n\n")
        else:
            console.print(tables.as_rich(grid))


if __name__ == "__main__":
    sys.exit(main())
