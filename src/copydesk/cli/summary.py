"""``--summary``, ``--summary-file``: the characters of a run, kept and dropped by role -> a table, a line of JSON.

The table is for whoever looks on. The file is a log: every run adds its line and none is taken away, so that the runs
of a corpus that was gone on with add up. Both tell of the pages that this run has read.
"""

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

import typer

from copydesk import __version__
from copydesk.cli import output, safe

if TYPE_CHECKING:
    from collections import Counter

    from copydesk.cli.balance import Balance
    from copydesk.cli.destination import Destination
    from copydesk.cli.tally import Tally
    from copydesk.types import Role

__all__ = ["Summary", "choose", "record", "table"]

BEGINNING: Final = b'{"copydesk": '
"""How a line of the file begins. A file that begins otherwise is somebody else's."""


@dataclass(frozen=True, slots=True)
class Summary:
    """How the characters of a run are accounted for.

    Attributes:
        shown: As a table, on stderr.
        path: The file that gets a line.
        out: Where the pages go, for the line.
    """

    shown: bool
    path: Path | None = None
    out: Path | None = None

    def give(self, tally: "Tally") -> None:
        """Tell how it stands at the end of the run.

        Raises:
            typer.Exit: The file cannot be written; the user was told.
        """
        if self.shown and tally.pages:
            output.show(table(tally.balance))
        if self.path:
            try:
                with closing(output.Lines(self.path, go_on=True)) as file:
                    file.write(record(tally, self.out))
            except OSError as error:
                raise output.cannot_write(error, str(self.path)) from error


def choose(shown: bool, file: str | None, place: "Destination", *, quiet: bool) -> Summary | None:
    """The account that the options ask for. Its file is there then, so that no run ends in finding that it cannot be.

    Raises:
        typer.BadParameter: They contradict each other, or the file is none of ours, or cannot be written.
    """
    if shown and quiet:
        message = "it leaves out what --summary asks for; --summary-file goes with it"
        raise typer.BadParameter(message, param_hint="--quiet")
    if file is None:
        return Summary(shown) if shown else None
    path = Path(file)
    try:
        if _is_foreign(path, place.path):
            message = f"{safe.line(file)} is no file of summaries"
            raise typer.BadParameter(message, param_hint="--summary-file")
        output.Lines(path, go_on=True).close()
    except OSError as error:
        message = f"{safe.line(file)}: {error.strerror}"
        raise typer.BadParameter(message, param_hint="--summary-file") from error
    return Summary(shown, path, place.path)


def _is_foreign(path: Path, out: Path | None) -> bool:
    """Whether it holds, or is to hold, something else."""
    if out and path.resolve() == out.resolve():
        return True
    if not path.is_file() or not path.stat().st_size:
        return False
    with path.open("rb") as file:
        return file.read(len(BEGINNING)) != BEGINNING


def record(tally: "Tally", out: Path | None) -> str:
    """The line of a run."""
    balance = tally.balance
    line = {
        "copydesk": __version__,
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "out": None if out is None else str(out),
        "seconds": round(tally.seconds, 1),
        "pages": tally.pages,
        "kinds": {kind.value: count for kind, count in tally.kinds.most_common()},
        "failed": tally.failed,
        "there_already": tally.skipped,
        "characters": balance.whole,
        "kept": _by_role(balance.kept),
        "dropped": _by_role(balance.dropped),
        "between": balance.between,
    }
    return json.dumps(line, ensure_ascii=False) + "\n"


def _by_role(counts: "Counter[Role]") -> dict[str, int]:
    return {role.value: count for role, count in counts.most_common()}


def table(balance: "Balance") -> str:
    """The balance in lines: each part with its share of the whole, roles by their size."""
    rows = [*_rows(balance)]
    names = max(len(name) for name, _ in rows)
    counts = max(len(f"{count:,}") for _, count in rows)
    whole = max(balance.whole, 1)
    return "".join(f"  {name:{names}}  {count:{counts},}  {count / whole:6.1%}\n" for name, count in rows)


def _rows(balance: "Balance") -> Iterator[tuple[str, int]]:
    for name, counts in (("kept", balance.kept), ("dropped", balance.dropped)):
        yield name, counts.total()
        yield from ((f"  {role.value}", count) for role, count in counts.most_common() if count)
    yield "between blocks", balance.between
    yield "all characters", balance.whole
