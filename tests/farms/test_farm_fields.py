"""How well the fields of made-up farm pages are read from their text: a floor a field for each edition of templates.

Run as a script, this prints the floors: what is reached, less 0.03.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from farms.editions import EDITIONS
from farms.farm_score import article, compared, overall, rates, score

SEEDS = range(1000, 1020)
FLOORS = tomllib.loads((Path(__file__).parent / "field_floors.toml").read_text("utf8"))


@cache
def reached(edition):
    """The share of each field that is right."""
    return overall(rates(EDITIONS[edition], SEEDS))


@pytest.mark.parametrize(("edition", "field"), [(name, field) for name in FLOORS for field in FLOORS[name]])
def test_no_field_falls(edition, field):
    """On pages of each edition a field is read right at least so often."""
    rate = round(reached(edition)[field], 3)
    assert rate >= FLOORS[edition][field], f"{edition} {field}: {rate}"


@pytest.mark.parametrize("template", EDITIONS["open"], ids=lambda template: template.name)
def test_every_field_is_scored(template):
    """Each field that is compared has a mark of 0 or 1, and a floor in each edition."""
    page = template.page(1)
    marks = score(page, article(page))
    assert {name for name, _, _ in compared(page, article(page))} < set(marks)
    assert all(set(marks) | {"mean"} == set(floors) for floors in FLOORS.values())
    assert all(mark in {0.0, 1.0} for name, mark in marks.items() if name != "text F1")


if __name__ == "__main__":
    print("# What is reached on each edition of farm pages, less 0.03; see test_farm_fields.py.")
    for name in EDITIONS:
        print(f"\n[{name}]")
        print("\n".join(f'"{field}" = {max(rate - 0.03, 0):.3f}' for field, rate in reached(name).items()))
