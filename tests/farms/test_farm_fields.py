"""How well the fields of made-up farm pages are read from their text: a floor a field for each edition of templates.

``open`` and ``kept`` (apart at first) and ``publishers`` (five of the sealed ten, opened later) are what the rules were
made with. ``reposts`` are those of the sealed ten that nobody who works on the reader has looked at: what a page of a
kit that is new gets. ``wild`` are six of twelve kits drawn before their maker read a rule, and looked at later; of the
other six, ``apart``, only the rates were. Run as a script, this prints the floors: what is reached, less 0.03.
"""

import tomllib
from functools import cache
from pathlib import Path

import pytest

from farms.farm_score import article, compared, overall, rates, score
from farms.kept_templates import KEPT_TEMPLATES
from farms.open_templates import OPEN_TEMPLATES
from farms.sealed_templates import SEALED_TEMPLATES
from farms.wild_apart import APART_TEMPLATES
from farms.wild_templates import WILD_TEMPLATES

SEEDS = range(1000, 1020)
FLOORS = tomllib.loads((Path(__file__).parent / "field_floors.toml").read_text("utf8"))
EDITIONS = {
    "open": OPEN_TEMPLATES,
    "kept": KEPT_TEMPLATES,
    "publishers": SEALED_TEMPLATES[:5],
    "reposts": SEALED_TEMPLATES[5:],
    "wild": WILD_TEMPLATES,
    "apart": APART_TEMPLATES,
}


@cache
def reached(edition):
    """The share of each field that is right."""
    return overall(rates(EDITIONS[edition], SEEDS))


@pytest.mark.parametrize(("edition", "field"), [(name, field) for name in FLOORS for field in FLOORS[name]])
def test_no_field_falls(edition, field):
    """On pages of each edition a field is read right at least so often."""
    rate = round(reached(edition)[field], 3)
    assert rate >= FLOORS[edition][field], f"{edition} {field}: {rate}"


@pytest.mark.parametrize("template", OPEN_TEMPLATES, ids=lambda template: template.name)
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
