"""Families of passages -> what a terminal shows of them: a family a block, its pages one below the other."""

from collections import Counter
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len
from rich.console import Group
from rich.table import Table
from rich.text import Text

from copydesk.cli import safe
from copydesk.cli.leaves import superseded
from copydesk.cli.values import counted, share

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rich.console import Console, ConsoleOptions, RenderResult

    from copydesk.cli.leaves import Label
    from copydesk.types import Family, Member

__all__ = ["Families"]

WIDEST: Final = 108
"""Longer lines than this are hard to read."""

FEW: Final = 10
"""Pages that are named of a family; of more, how many there are."""

NARROW: Final = 60
"""Below this width a page's name stands on a line of its own."""

_SAID: Final = {
    "identical": "identical",
    "near": "near copy",
    "excerpt": "part of it",
    "contains": "contains it",
    "spliced": "spliced",
    "reworded": "reworded",
    "version": "version",
}
"""What a page is to the family's root."""


class Families:
    """What rich draws for the families of a pile."""

    def __init__(self, labels: "Sequence[Label]", families: "Sequence[Family]", *, every: bool) -> None:
        """``every`` shows every page of a family."""
        self._labels, self._families, self._most = labels, families, len(labels) if every else FEW
        self._earlier = superseded(labels)
        # A name was right where it was given: runs in two folders may give the same one to two pages.
        places = {(label.name, label.place) for label in labels}
        self._ambiguous = {name for name, count in Counter(name for name, _ in places).items() if count > 1}

    def __rich_console__(self, console: "Console", options: "ConsoleOptions") -> "RenderResult":
        """Lay the families out for this console's width and encoding."""
        width = min(options.max_width, WIDEST)
        inside = {page for family in self._families for page in (family.root, *(each.text for each in family.members))}
        found = counted(len(self._families), "family", "families") if self._families else "no family"
        yield Text(
            f"{found} among {counted(len(self._labels), 'page')}"
            + (f"; {counted(len(inside), 'page')} in one or more" if inside else ""),
            "bold",
        )
        for number, family in enumerate(self._families, 1):
            yield Text()
            yield Group(*self._family(number, family, width, options.encoding))

    def _family(self, number: int, family: "Family", width: int, encoding: str) -> list[Text | Table]:
        root = self._labels[family.root]
        pages = [root, *(self._labels[each.text] for each in family.members)]
        hosts = len({page.host for page in pages if page.host})
        sizes = [
            counted(len(pages), "page"),
            *([counted(hosts, "host")] if hosts else []),
            counted(family.words, "word"),
        ]
        label = f"{number}  "
        title = safe.line(root.title, encoding=encoding)
        heading = Text(label, "dim", overflow="ellipsis", no_wrap=True)
        heading.append(title, "not dim bold")
        heading.truncate(width, overflow="ellipsis")
        summary = Text(" " * len(label) + safe.line(" · ".join(sizes), encoding=encoding), "dim")
        shown = family.members[: self._most]
        rest = len(family.members) - len(shown)
        rows = [("stands for it", "", self._name(family.root, encoding))]
        rows += [(_said(each), share(each.held), self._name(each.text, encoding)) for each in shown]
        below = [Text(" " * len(label) + f"and {rest} more (--all)", "dim")] if rest else []
        return [heading, summary, _table(rows, len(label), width), *below]

    def _name(self, page: int, encoding: str) -> str:
        label = self._labels[page]
        name = label.place or label.name if label.name in self._ambiguous else label.name
        name, host = (safe.line(words, encoding=encoding) for words in (name, label.host or ""))
        notes = [host] if host and host not in name else []
        notes += ["an earlier version"] if page in self._earlier else []
        return f"{name} ({', '.join(notes)})" if notes else name


def _said(member: "Member") -> str:
    return _SAID.get(member.kind, member.kind)


def _table(rows: "Sequence[tuple[str, str, str]]", indent: int, width: int) -> Table:
    """Kinds, shares and names in columns; on a narrow terminal a name stands below."""
    table = Table.grid(padding=(0, 2))
    table.add_column(width=indent - 2)
    if width < NARROW:
        table.add_column(ratio=1, overflow="fold")
        for said, share, name in rows:
            table.add_row("", Text(f"{said} {share}".rstrip(), "dim"))
            table.add_row("", Text(name, overflow="fold"))
        return table
    table.add_column(width=max(cell_len(said) for said, _, _ in rows))
    table.add_column(width=max(4, *(cell_len(share) for _, share, _ in rows)), justify="right")
    table.add_column(overflow="fold")
    for said, share, name in rows:
        table.add_row("", said, share, Text(name, overflow="fold"))
    return table
