"""How much of a made-up farm page a reader got right: a FarmPage and the Article read from its text in, marks out.

Each field is right or wrong; a field that the page lacks is right only if the reader gives none. Compared are values,
with HTML entities resolved and blanks folded: list marks, ranks, labels and tails are no part of a value. The way home
is compared without the headline, which copydesk never counts among the crumbs.

    python tests/farms/farm_score.py open --seeds 40 --errors topics:portal
    python tests/farms/farm_score.py kept --errors byline --first 100
"""

import argparse
import html
import re
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from copydesk.intake import page_from
from copydesk.reading import read_page
from copydesk.types import Article, Entries, Field, Role, Span
from farms.editions import EDITIONS
from farms.farm_kit import Template
from farms.farm_page import FarmFields, FarmPage

TEXT_F1: Final = 0.97
"""Word F1 from which the article's text counts as right."""

_WORD: Final = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W\u3040-\u30ff\u3400-\u9fff]+")
"""A word; in Japanese, which sets no blanks, a sign."""

Said = tuple[object, object]
"""What the page says, and what was read."""


def plain(text: str | None) -> str | None:
    """A value as it is compared; None for nothing."""
    return " ".join(html.unescape(text).split()) if text and text.strip() else None


def _plain_all(texts: Iterable[str]) -> tuple[str | None, ...]:
    return tuple(plain(text) for text in texts)


def _values(field: Field[tuple[Field[str], ...]]) -> tuple[str | None, ...]:
    return _plain_all(item.value for item in field.value)


def _headline(says: FarmFields, read: Article) -> Said:
    """Titles are compared case folded, as in the benchmarks: some kits print theirs in capitals."""
    return (plain(says.headline) or "").casefold(), (plain(read.headline.value) or "").casefold()


def _date(says: FarmFields, read: Article) -> Said:
    # A date behind "Updated" is that of a change, and where there is no other it is what the page claims.
    found = read.date_published.value or read.date_modified.value
    return (says.date_iso or "")[:10] or None, found.value[:10] if found else None


def _breadcrumb(says: FarmFields, read: Article) -> Said:
    headline = plain(says.headline)
    return tuple(item for item in _plain_all(says.breadcrumb) if item != headline), _values(read.breadcrumb)


def _section(says: FarmFields, read: Article) -> Said:
    return _plain_all([says.section] if says.section else []), _values(read.sections)


def _byline(says: FarmFields, read: Article) -> Said:
    """Whoever stands in the byline's place; a desk may be read as a slot or as the organisation that is credited."""
    rules = [e.rule for item in read.authors.value for e in item.evidence]
    people = not any(rule.startswith(("organisation", "account")) for rule in rules)
    authors = ", ".join(value or "" for value in _values(read.authors))
    slot = plain(read.brand_slot.value)
    if says.byline:
        return ("person", plain(says.byline)), ("slot", slot) if slot else ("person" if people else "org", authors)
    who = None if not authors else ("person", authors) if people else ("slot", authors)
    return ("slot", plain(says.brand)) if says.brand else None, ("slot", slot) if slot and who != "person" else who


def _topics(says: FarmFields, read: Article) -> Said:
    return {(plain(t) or "").casefold() for t in says.topics}, {(t or "").casefold() for t in _values(read.topics)}


def _counters(says: FarmFields, read: Article) -> Said:
    printed = Counter((plain(counter.label) or "", counter.count) for counter in says.counters)
    found = Counter((plain(f.value.label) or "", f.value.count) for f in read.reactions.value)
    return printed, found


def _titles(entries: Entries) -> tuple[str | None, ...]:
    return _plain_all(item.value.title for item in entries.value)


def _list(kind: Role) -> Callable[[FarmFields, Article], Said]:
    def compared(says: FarmFields, read: Article) -> Said:
        entries: Entries = getattr(read, kind.value)
        heads = [read.page_text[e.start : e.end] for e in entries.evidence if isinstance(e, Span)]
        found = (*(head.strip(" :：") for head in _plain_all(heads) if head), *_titles(entries))
        made = [one for one in says.lists if one.kind is kind]
        said = tuple(plain(text) for one in made for text in (one.heading.strip(" :："), *one.entries))
        return said, found

    return compared


def _promos(says: FarmFields, read: Article) -> Said:
    return _plain_all(says.promos), _titles(read.promos)


def _captions(says: FarmFields, read: Article) -> Said:
    found = (read.block_text(block) for block in read.blocks if block.role is Role.CAPTION)
    return _plain_all(says.captions), _plain_all(found)


FIELDS: Final[dict[str, Callable[[FarmFields, Article], Said]]] = {
    "headline": _headline,
    "dek": lambda says, read: (plain(says.dek), plain(read.dek.value)),
    "date": _date,
    "site name": lambda says, read: (plain(says.site_name), plain(read.site_name.value)),
    "breadcrumb": _breadcrumb,
    "section": _section,
    "byline": _byline,
    "credit": lambda says, read: (plain(says.credit), plain(read.credit_line.value)),
    "topics": _topics,
    "counters": _counters,
    "related": _list(Role.RELATED),
    "ranking": _list(Role.RANKING),
    "recommended": _list(Role.RECOMMENDED),
    "promos": _promos,
    "captions": _captions,
}
"""Every field but the text, with what is compared."""


def text_f1(says: FarmFields, read: Article) -> float:
    """Word F1 of the article's text."""
    printed = Counter(_WORD.findall(html.unescape(says.article_text).casefold()))
    found = Counter(_WORD.findall(html.unescape(read.text).casefold()))
    shared = (printed & found).total()
    return 2 * shared / max(printed.total() + found.total(), 1)


def compared(page: FarmPage, read: Article) -> Iterator[tuple[str, object, object]]:
    """Every field: its name, what the page says, what was read."""
    for name, both in FIELDS.items():
        yield name, *both(page.fields, read)


def score(page: FarmPage, read: Article) -> dict[str, float]:
    """1 or 0 for every field, ``text`` among them, and ``text F1`` itself."""
    marks = {name: float(said == found) for name, said, found in compared(page, read)}
    f1 = text_f1(page.fields, read)
    return {**marks, "text": float(f1 >= TEXT_F1), "text F1": f1}


def article(page: FarmPage) -> Article:
    """The article that is read from a page's text."""
    return read_page(page_from(page.text, name=page.template))


def rates(templates: Sequence[Template], seeds: Iterable[int]) -> dict[str, dict[str, float]]:
    """Template -> field -> share of its pages where that is right; ``mean`` over the fields, the F1 left out."""
    table: dict[str, dict[str, float]] = {}
    for template in templates:
        columns = defaultdict(list)
        for seed in seeds:
            page = template.page(seed)
            for name, mark in score(page, article(page)).items():
                columns[name].append(mark)
        row = {name: statistics.fmean(marks) for name, marks in columns.items()}
        row["mean"] = statistics.fmean(mark for name, mark in row.items() if name != "text F1")
        table[template.name] = row
    return table


def overall(table: dict[str, dict[str, float]]) -> dict[str, float]:
    """Each field's mean over the templates."""
    return {name: statistics.fmean(row[name] for row in table.values()) for name in next(iter(table.values()))}


def show(table: dict[str, dict[str, float]]) -> str:
    """A field a line, a template a column."""
    columns = {**table, "all": overall(table)}
    lines = [" " * 12 + "".join(f"{name[:9]:>10}" for name in columns)]
    lines += [f"{name:12}" + "".join(f"{row[name]:10.3f}" for row in columns.values()) for name in columns["all"]]
    return "\n".join(lines)


def _errors(templates: Sequence[Template], wanted: str, seeds: Iterable[int]) -> Iterator[str]:
    field, _, only = wanted.partition(":")
    for template in templates:
        for seed in seeds if only in {"", template.name} else ():
            page = template.page(seed)
            read = article(page)
            for name, said, found in compared(page, read):
                if name == field and said != found:
                    yield f"{template.name} {seed} {page.fields.language}\n  page: {said}\n  read: {found}"
            if field == "text" and (f1 := text_f1(page.fields, read)) < TEXT_F1:
                yield f"{template.name} {seed} {page.fields.language}: {f1:.3f}"


def main() -> None:
    """Print the table, or with ``--errors FIELD[:TEMPLATE]`` the wrong values."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("edition", choices=sorted(EDITIONS))
    parser.add_argument("--seeds", type=int, default=40)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--errors", metavar="FIELD[:TEMPLATE]")
    given = parser.parse_args()
    seeds = range(given.first, given.first + given.seeds)
    templates = EDITIONS[given.edition]
    found = "\n".join(_errors(templates, given.errors, seeds)) if given.errors else show(rates(templates, seeds))
    sys.stdout.write(f"{found}\n")


if __name__ == "__main__":
    main()
