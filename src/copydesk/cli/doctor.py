"""``copydesk doctor``: what is installed where, what the surroundings say, and whether a page can be read here.

For a person who wonders, and for a bug report. It reads a made-up page of its own, once in this process and once in a
worker, and looks at nothing of the user's.
"""

import importlib.metadata
import importlib.util
import json
import locale
import os
import platform
import re
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Annotated, Final

import typer

import copydesk
from copydesk.cli import machine, output, safe, sample

__all__ = ["doctor"]

WORKER_STARTS_IN: Final = 30.0
"""Seconds that the page may take in a worker: a machine that needs longer has something wrong with it."""

NAME: Final = 18
"""Width of the names, so that the values line up."""

VARIABLES: Final = ("COLUMNS", "NO_COLOR", "FORCE_COLOR", "TERM", "LANG", "LC_ALL", "PYTHONIOENCODING", "TMPDIR")
"""Variables of the environment that change what copydesk does."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the report: a name, what there is if there is anything, and where that comes from."""

    name: str
    value: str | None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Check:
    """Something that was tried."""

    name: str
    ok: bool
    seconds: float
    trouble: str | None = None


def doctor(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="The report as one JSON object.")] = False,
) -> None:
    """Tell versions, paths and settings, and try whether a page can be read here.

    The page is a made-up one that copydesk brings along. Put the report into a bug report.
    """
    sections = {"versions": [*_versions()], "paths": [*_paths()], "settings": [*_settings()]}
    checks = [*_checks()]
    well = all(check.ok for check in checks)
    output.use_utf8()
    report = _as_json(sections, checks, well=well) if as_json else _as_text(sections, checks, well=well)
    output.Stdout().write(report)
    raise typer.Exit(0 if well else 1)


def _versions() -> Iterator[Line]:
    yield Line("copydesk", copydesk.__version__)
    yield Line("Python", f"{platform.python_version()} ({platform.python_implementation()})", sys.executable)
    yield Line("platform", platform.platform())
    for requirement in _requirements():
        name = re.match(r"[A-Za-z0-9._-]+", requirement)
        extra = re.search(r"extra == ['\"]([^'\"]+)", requirement)
        if name:
            wanted = requirement.removeprefix(name[0]).partition(";")[0].strip()
            version = _version(name[0])
            state = wanted if version else f"not installed, {wanted} is wanted"
            yield Line(name[0], version, f"{state}, only for copydesk[{extra[1]}]" if extra else state)


def _requirements() -> list[str]:
    """What the package declares; nothing where it lies on the path without having been installed."""
    try:
        return importlib.metadata.requires("copydesk") or []
    except importlib.metadata.PackageNotFoundError:
        return []


def _version(name: str) -> str | None:
    try:
        return importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return None


def _paths() -> Iterator[Line]:
    package = Path(copydesk.__file__).parent
    words = package / "reading" / "words"
    yield Line("package", str(package))
    yield Line("word lists", f"{words} ({len([*words.glob('*.toml')])} files)")
    yield Line("temporary", tempfile.gettempdir(), "TMPDIR" if os.environ.get("TMPDIR") else "default")
    yield Line("caches", None, "none: copydesk keeps nothing between runs")


def _settings() -> Iterator[Line]:
    for name in VARIABLES:
        yield Line(name, os.environ.get(name), "environment" if name in os.environ else "not set")
    terminal = "a terminal" if sys.stdout.isatty() else "no terminal"
    yield Line("stdout", f"{terminal}, {sys.stdout.encoding or 'bytes'}", "data is UTF-8 whatever this is")
    yield Line("file names", sys.getfilesystemencoding(), "system")
    yield Line("locale", locale.setlocale(locale.LC_CTYPE) or None, "environment")
    cpus = machine.cpus()
    yield Line("CPUs", str(cpus.value), cpus.source)
    memory = machine.memory()
    yield Line("memory", f"{memory.value / 2**30:.1f} GiB" if memory else None, memory.source if memory else "not told")
    yield Line("jobs", str(cpus.value), "a worker a CPU, for several pages")


def _checks() -> Iterator[Check]:
    yield _tried("a page in this process", _read_here)
    yield _tried("a page in a worker", _read_in_worker)


def _tried(name: str, do: Callable[[], tuple[str | None, str]]) -> Check:
    began = time.monotonic()
    try:
        trouble = _difference(*do())
    except Exception as error:  # noqa: BLE001  whatever goes wrong is what the user came to hear
        trouble = f"{type(error).__name__}: {error}"
    return Check(name, trouble is None, round(time.monotonic() - began, 2), trouble)


def _read_here() -> tuple[str | None, str]:
    article = copydesk.read(sample.HTML)
    return article.headline.value, article.text


def _read_in_worker() -> tuple[str | None, str]:
    from copydesk import workers

    limits = workers.Limits(deadline=WORKER_STARTS_IN)
    [outcome] = workers.run([sample.HTML], _reader, jobs=1, limits=limits)
    if outcome.value is None:
        raise RuntimeError(outcome.reason)
    return outcome.value


def _reader() -> Callable[[str], tuple[str | None, str]]:
    return lambda _html: _read_here()


def _difference(headline: str | None, text: str) -> str | None:
    if headline != sample.HEADLINE:
        return f"the headline was read as {headline!r}"
    return None if all(paragraph in text for paragraph in sample.TEXT) else "the body was not read whole"


def _as_json(sections: dict[str, list[Line]], checks: list[Check], *, well: bool) -> str:
    report = {name: [asdict(line) for line in lines] for name, lines in sections.items()}
    whole = report | {"checks": [asdict(check) for check in checks], "ok": well}
    return safe.data(json.dumps(whole, ensure_ascii=False, indent=2)) + "\n"


def _as_text(sections: dict[str, list[Line]], checks: list[Check], *, well: bool) -> str:
    """Lines without ornament: they end up in bug reports."""
    rows = []
    for name, lines in sections.items():
        rows += [name, *map(_told, lines), ""]
    rows += ["checks", *map(_told, map(_outcome, checks)), "", "all is well" if well else "something is wrong here"]
    return "\n".join(rows) + "\n"


def _outcome(check: Check) -> Line:
    return Line("ok" if check.ok else "FAILED", f"{check.name}, {check.seconds} s", check.trouble)


def _told(line: Line) -> str:
    source = f"({line.source})" if line.value and line.source else line.source
    return f"  {safe.line(line.name):{NAME}}  {safe.line(' '.join(filter(None, (line.value, source))))}"
