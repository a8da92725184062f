"""How well and at what cost copydesk reads the shared development pages. Prints two tables.

    python benchmarks/read.py [--limit N] [--pages FILE]

Accuracy is word F1 of the body (and its precision and recall) against the ground truth, by page type; the fields are
scored as ../shared/score.py scores them. Cost is CPU time of this process, with ``to_dict()`` called, against a bare
parse of the same page by the same parser in the same run.
"""

import argparse
import json
import statistics
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from rich.console import Console
from rich.table import Table
from selectolax.lexbor import LexborHTMLParser

import copydesk
from copydesk.types import Article

SHARED = Path(__file__).resolve().parents[2] / "shared"


def main() -> int:
    """Read every page once, print the tables, write the pages' own figures if asked."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    options.add_argument("--limit", type=int, help="only so many pages of each set, evenly spread")
    options.add_argument("--pages", type=Path, help="write each page's figures to this file, as JSON Lines")
    given = options.parse_args()
    if not SHARED.is_dir():
        print(f"read.py: the shared data does not lie at {SHARED}", file=sys.stderr)
        return 2
    rows = list(measured(given.limit))
    if given.pages:
        given.pages.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf8")
    console = Console()
    console.print(accuracy(rows))
    console.print(cost(rows))
    for crash in (row for row in rows if row["crash"]):
        console.print(f"crash: {crash['id']}: {crash['crash']}")
    return 0


def measured(limit: int | None) -> Iterator[dict[str, Any]]:
    """One record a page: its truth compared with what reading gave."""
    sys.path.insert(0, str(SHARED))
    import score  # the official loaders and metrics live beside the data, not in the project

    for name, load in (("wcxb", score.wcxb_dev), ("fundus", score.fundus_pages), ("webdates", score.web_dates)):
        pages = list(load())
        step = max(1, len(pages) // limit) if limit else 1
        for page in pages[::step]:
            yield measure(name, page, score)


def measure(name: str, page: dict[str, Any], score: ModuleType) -> dict[str, Any]:
    """Read one page, timed, and score it."""
    started = time.process_time()
    LexborHTMLParser(page["html"])
    parsed = time.process_time()
    row = {"set": name, "id": page["id"], "site": page["site"], "type": page["type"], "crash": None, "scores": {}}
    row["parse_ms"] = (parsed - started) * 1000
    try:
        article = copydesk.read(page["html"], url=page["url"] or None)
        article.to_dict()
    except Exception as error:  # noqa: BLE001 - a crash is a figure here
        row["crash"] = repr(error)
        return row
    row["read_ms"] = (time.process_time() - parsed) * 1000
    row["kind"] = article.kind.value.value
    row["words"] = len(article.text.split())
    truth = page["truth"]
    text = truth.get("text") or "\n\n".join(truth.get("paragraphs", ()))
    if text:
        row["body"] = score.score_words(text, article.text)
    for field, got in fields(article).items():
        if truth.get(field):
            fold, compare = score.SCORES[field]
            row["scores"][field] = compare(fold(truth[field]), fold(got))["score"]
    return row


def fields(article: Article) -> dict[str, Any]:
    """The fields that have a ground truth, as the official scores take them."""
    return {
        "title": article.headline.value,
        "authors": [author.value for author in article.authors.value],
        "date": article.date_published.value.value if article.date_published.value else None,
        "topics": [topic.value for topic in article.topics.value],
    }


def accuracy(rows: list[dict[str, Any]]) -> Table:
    """Body and fields, by set and page type."""
    table = Table(title="accuracy on the development pages", title_justify="left")
    for head in (
        "set",
        "type",
        "pages",
        "body F1",
        "precision",
        "recall",
        "title",
        "authors",
        "date",
        "topics",
        "read as",
    ):
        table.add_column(head, justify="left" if head in {"set", "type", "read as"} else "right")
    groups: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        if not row["crash"]:
            groups[row["set"], row["type"]].append(row)
            groups[row["set"], "all"].append(row)
    for (name, kind), group in sorted(groups.items(), key=lambda item: (item[0][0], item[0][1] == "all", item[0][1])):
        if kind == "all" and len({row["type"] for row in group}) == 1:
            continue
        bodies = [row["body"] for row in group if "body" in row]
        cells = [mean([body[key] for body in bodies]) for key in ("f1", "p", "r")]
        for field in ("title", "authors", "date", "topics"):
            cells += [mean([row["scores"][field] for row in group if field in row["scores"]])]
        kinds = Counter(row["kind"] for row in group).most_common(3)
        table.add_row(name, kind, str(len(group)), *cells, ", ".join(f"{k} {n}" for k, n in kinds))
    return table


def mean(values: list[float]) -> str:
    """A mean as the table shows it."""
    return f"{statistics.mean(values):.3f}" if values else "–"


def cost(rows: list[dict[str, Any]]) -> Table:
    """CPU time a page, and its ratio to the bare parse."""
    table = Table(title="CPU ms a page, everything materialised", title_justify="left")
    for head in ("set", "pages", "mean", "median", "p99", "parse, mean", "ratio of means", "ratio p99", "crashes"):
        table.add_column(head, justify="left" if head == "set" else "right")
    for name in dict.fromkeys(row["set"] for row in rows):
        group = [row for row in rows if row["set"] == name]
        read = [row["read_ms"] for row in group if not row["crash"]]
        parse = [row["parse_ms"] for row in group if not row["crash"]]
        ratios = [a / b for a, b in zip(read, parse, strict=True)]
        table.add_row(
            name,
            str(len(group)),
            f"{statistics.mean(read):.1f}",
            f"{statistics.median(read):.1f}",
            f"{percentile(read, 99):.1f}",
            f"{statistics.mean(parse):.2f}",
            f"{sum(read) / sum(parse):.1f}",
            f"{percentile(ratios, 99):.1f}",
            str(sum(bool(row["crash"]) for row in group)),
        )
    return table


def percentile(values: list[float], rank: int) -> float:
    """The value that ``rank`` per cent of the values do not pass."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, round(rank / 100 * (len(ordered) - 1)))]


if __name__ == "__main__":
    sys.exit(main())
