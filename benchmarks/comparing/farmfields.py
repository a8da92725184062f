"""Fields of made-up farm pages, by how much whoever made the reader's rules has seen of the kits that draw them.

In: nothing but the kits of ``tests/farms``. Out: a table, a column an edition. The last edition is what a page of a kit
that is new gets: nobody who works on the reader has looked at those kits or their pages.
"""

import sys
from pathlib import Path

from comparing.tables import Grid, share

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))  # the farms' generators are fixtures first
from farms import farm_score
from farms.editions import EDITIONS

MUST = ("headline", "date", "section", "topics", "counters", "related", "ranking", "recommended", "credit")
"""The fields that the project's target names."""


def table(pages: int) -> Grid:
    """The share of each field that is right, over so many pages of each kit."""
    found = {
        name: farm_score.overall(farm_score.rates(kits, range(1000, 1000 + pages))) for name, kits in EDITIONS.items()
    }
    fields = next(iter(found.values()))
    rows = [(field, *(share(rates[field]) for rates in found.values())) for field in fields]
    named = (share(sum(rates[field] for field in MUST) / len(MUST)) for rates in found.values())
    rows.append((f"mean of {', '.join(MUST[:3])} …", *named))
    heads = ("field", *(f"{name}\n({len(kits)} kits)" for name, kits in EDITIONS.items()))
    return Grid("fields of made-up farm pages: share right", heads, rows)
