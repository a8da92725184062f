"""Rows made readable: each table is a ``Grid`` of ready cells, shown by rich in 100 columns or as Markdown.

In: rows by tool. Out: grids. Nothing is computed here but means, percentiles and counts.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from rich import box
from rich.table import Table

from comparing.scores import FIELDS, Row, mean, percentile

Rows = Sequence[Row]
READ_AS = "read as"


@dataclass(frozen=True, slots=True)
class Grid:
    """A table before it has a form; the first ``names`` columns are names. A head may have lines."""

    title: str
    heads: tuple[str, ...]
    rows: list[tuple[str, ...]]
    names: int = 1


BODY_PARTS: dict[str, Callable[[Rows], Rows]] = {
    "WCXB\narticles": lambda group: [row for row in of_set(group, "wcxb") if row.type == "article"],
    "WCXB\nall": lambda group: of_set(group, "wcxb"),
    "fundus": lambda group: of_set(group, "fundus"),
}


def bodies(tools: Mapping[str, Rows]) -> Grid:
    """Body F1 of the tools that give a body, and what went wrong; the heads count the first tool's pages."""
    first = next(iter(tools.values()))
    rows = []
    for name, group in tools.items():
        if any(row.body for row in group):
            rouge = mean(row.rouge for row in group if row.rouge is not None)
            figures = map(share, (*(f1(part(group)) for part in BODY_PARTS.values()), rouge))
            rows.append((name, *figures, str(sum(row.empty for row in group)), *failures(group)))
    counted = (f"{head}\n({len(part(first))})" for head, part in BODY_PARTS.items())
    heads = ("tool", *counted, "fundus\nROUGE-LSum", "empty", "crashes", "hangs")
    return Grid("body: F1 against the ground truth", heads, rows)


def body_types(tools: Mapping[str, Rows]) -> Grid:
    """Word F1 of the body by WCXB's page types."""
    types = Counter(row.type for group in list(tools.values())[:1] for row in of_set(group, "wcxb"))
    heads = ("tool", *(f"{name}\n({count})" for name, count in sorted(types.items())))
    rows = []
    for tool, group in tools.items():
        if any(row.body for row in group):
            figures = (f1(row for row in of_set(group, "wcxb") if row.type == name) for name in sorted(types))
            rows.append((tool, *map(share, figures)))
    return Grid("body: word F1 by page type (WCXB)", heads, rows)


FIELD_COLUMNS = (
    *(("title", name) for name in ("fundus", "wcxb")),
    *(("authors", name) for name in ("fundus", "wcxb")),
    *(("date", name) for name in ("fundus", "wcxb", "webdates")),
    ("topics", "fundus"),
)


def fields(tools: Mapping[str, Rows]) -> Grid:
    """The fields that have a ground truth."""
    rows = []
    for tool, group in tools.items():
        figures = (
            mean(row.scores[field] for row in of_set(group, name) if field in row.scores)
            for field, name in FIELD_COLUMNS
        )
        rows.append((tool, *map(share, figures)))
    heads = ("tool", *(f"{field}\n{name}" for field, name in FIELD_COLUMNS))
    return Grid("fields: title and date exact, authors and topics set F1", heads, [row for row in rows if any_of(row)])


def costs(tools: Mapping[str, Rows]) -> Grid:
    """CPU time a page, and its ratio to a bare parse of the same page."""
    names = [name for name in ("wcxb", "fundus", "webdates") if any(of_set(group, name) for group in tools.values())]
    ratio_heads = (f"{name}\n× parse\n{part}" for name in names for part in ("mean", "p99"))
    heads = ("tool", "mean\nms", "median\nms", "p99\nms", *ratio_heads)
    rows = []
    for tool, group in tools.items():
        spent = [row.read_ms for row in group if row.read_ms is not None]
        cells = [number(mean(spent)), number(percentile(spent, 50)), number(percentile(spent, 99))]
        for name in names:
            ratios = [row.ratio for row in of_set(group, name) if row.ratio is not None]
            cells += [number(mean(ratios)), number(percentile(ratios, 99))]
        rows.append((tool, *cells))
    return Grid("cost: CPU a page, in ms and in bare parses of the same page", heads, rows)


def accuracy(group: Rows) -> Grid:
    """One tool in detail: body and fields by set and page type, and what kinds of page it saw."""
    heads = ("set", "type", "pages", "body\nF1", "precision", "recall", *FIELDS, READ_AS)
    rows = []
    for name in dict.fromkeys(row.set for row in group):
        whole = of_set(group, name)
        types = sorted({row.type for row in whole})
        parts = {kind: [row for row in whole if row.type == kind] for kind in types} if len(types) > 1 else {}
        for kind, part in {**parts, "all" if len(types) > 1 else types[0]: whole}.items():
            cells = [mean(row.body[key] for row in part if row.body) for key in ("f1", "p", "r")]
            cells += [mean(row.scores[field] for row in part if field in row.scores) for field in FIELDS]
            kinds = Counter(row.kind for row in part if row.kind).most_common(3)
            read_as = ", ".join(f"{kind} {count}" for kind, count in kinds)
            rows.append((name, kind, str(len(part)), *map(share, cells), read_as))
    return Grid("accuracy on the development pages", heads, rows, names=2)


def cost(group: Rows) -> Grid:
    """One tool in detail: CPU time by set."""
    times = ("mean\nms", "median\nms", "p99\nms", "parse\nms", "× parse\nmean", "× parse\np99")
    heads = ("set", "pages", *times, "crashes", "hangs")
    rows = []
    for name in dict.fromkeys(row.set for row in group):
        part = of_set(group, name)
        spent = [row.read_ms for row in part if row.read_ms is not None]
        parses = [row.parse_ms for row in part if row.parse_ms is not None]
        ratios = [row.ratio for row in part if row.ratio is not None]
        figures = [mean(spent), percentile(spent, 50), percentile(spent, 99)]
        figures += [mean(parses), mean(ratios), percentile(ratios, 99)]
        rows.append((name, str(len(part)), *map(number, figures), *failures(part)))
    return Grid("CPU a page, everything materialised", heads, rows)


def of_set(group: Rows, name: str) -> list[Row]:
    """The rows of one set."""
    return [row for row in group if row.set == name]


def f1(group: Iterable[Row]) -> float | None:
    """Mean word F1 of the bodies."""
    return mean(row.body["f1"] for row in group if row.body)


def failures(group: Rows) -> tuple[str, str]:
    """How many pages crashed the tool, and how many hung it."""
    return str(sum(row.failure == "crash" for row in group)), str(sum(row.failure == "hang" for row in group))


def share(value: float | None) -> str:
    """A score as the tables show it."""
    return "–" if value is None else f"{value:.3f}"


def number(value: float | None) -> str:
    """Milliseconds or a ratio in about three digits."""
    return "–" if value is None else f"{value:.2f}" if value < 2 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def any_of(cells: Sequence[str]) -> bool:
    """Whether a row has any figure."""
    return any(cell != "–" for cell in cells[1:])


def as_rich(grid: Grid) -> Table:
    """The grid for a terminal."""
    table = Table(title=grid.title, title_justify="left", box=box.SIMPLE_HEAD, padding=0, pad_edge=False)
    for index, head in enumerate(grid.heads):
        is_name = index < grid.names or head == READ_AS
        table.add_column(head, justify="left" if is_name else "right", no_wrap=head != READ_AS, vertical="bottom")
    for row in grid.rows:
        table.add_row(*row)
    return table


def as_markdown(grid: Grid) -> str:
    """The grid for the docs."""
    rule = ["---" if index < grid.names or head == READ_AS else "---:" for index, head in enumerate(grid.heads)]
    lines = [[head.replace("\n", " ") for head in grid.heads], rule, *grid.rows]
    return f"**{grid.title}**\n\n" + "\n".join("| " + " | ".join(line) + " |" for line in lines)
