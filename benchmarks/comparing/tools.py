"""Who is compared: copydesk in this environment, each peer in a virtual environment of its own, made when first needed.

In: ``peers/peers.toml`` and the pinned requirements beside it. Out: a ``Tool`` that says how to start it, or the reason
why it is left out. A peer is installed by pip from its pins and nothing else; no Python is ever installed.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import copydesk

PEERS = Path(__file__).resolve().parents[1] / "peers"
OURS = "copydesk"


@dataclass(frozen=True, slots=True)
class Tool:
    """One reader of pages; ``digest`` changes with its version, its pins, its adapter and the worker."""

    name: str
    version: str
    python: Path
    digest: str
    every: int = 1  # 3: it reads every third page


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A peer that cannot run here."""

    name: str
    reason: str


def ours() -> Tool:
    """copydesk, from the environment that runs the benchmark."""
    return Tool(OURS, version(OURS), Path(sys.executable), digest_of(OURS))


def peer_names() -> list[str]:
    """All peers, in the order of the tables."""
    return list(_declared())


def peer(name: str, cache: Path) -> Tool | LeftOut:
    """The peer, installed if it was not."""
    declared = _declared()[name]
    python = find_python(declared.get("python"))
    if python is None:
        published = f"; published: {declared['published']}" if "published" in declared else ""
        return LeftOut(name, f"no Python {declared['python']} was found{published}")
    try:
        interpreter = environment(name, python, cache)
        return Tool(name, version(name), interpreter, digest_of(name), declared.get("every", 1))
    except subprocess.CalledProcessError as error:
        return LeftOut(name, f"its environment cannot be made: {_last_line(error.stderr)}")


def label(name: str) -> str:
    """A tool's name and version; meta tags are no package and have none."""
    return f"{name} {version(name)}".strip()


def version(name: str) -> str:
    """The version of copydesk, or what a peer's requirements pin; empty for one that is no package."""
    if name == OURS:
        return copydesk.__version__
    package = _declared()[name].get("package")
    if package is None:
        return ""
    pins = (PEERS / "requirements" / f"{name}.txt").read_text("utf8")
    found = re.search(rf"^{re.escape(package)}==(\S+)$", pins, re.MULTILINE)
    if found is None:
        message = f"requirements/{name}.txt does not pin {package}"
        raise ValueError(message)
    return found[1]


def digest_of(name: str) -> str:
    """What a tool's readings depend on, apart from the page."""
    state = hashlib.blake2b(digest_size=6)
    for file in (f"with_{name.replace('-', '_')}.py", "worker.py", "html_text.py", f"requirements/{name}.txt"):
        if (PEERS / file).is_file():
            state.update((PEERS / file).read_bytes())
    return state.hexdigest()


def environment(name: str, python: Path, cache: Path) -> Path:
    """The interpreter of the virtual environment that has exactly the pinned packages."""
    pins = PEERS / "requirements" / f"{name}.txt"
    home = cache / "environments" / name
    python = python.resolve()  # not a link in another virtual environment
    stamp, wanted = home / "installed.txt", f"{python}\n{pins.read_text('utf8')}"
    if not stamp.is_file() or stamp.read_text("utf8") != wanted:
        print(f"setting up {name} in {home} …", file=sys.stderr)
        shutil.rmtree(home, ignore_errors=True)
        pip = [str(home / "bin/python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        for command in ([str(python), "-m", "venv", str(home)], [*pip, "--no-deps", "--requirement", str(pins)]):
            subprocess.run(command, check=True, capture_output=True, text=True)
        stamp.write_text(wanted, "utf8")
    return home / "bin/python"


def find_python(wanted: str | None) -> Path | None:
    """A Python of the wanted minor version: this one, one on the path, or one that pyenv keeps."""
    if wanted is None or wanted == f"{sys.version_info.major}.{sys.version_info.minor}":
        return Path(sys.executable)
    return next((found for found in _candidates(wanted) if _runs(found, wanted)), None)


def _candidates(wanted: str) -> Iterator[Path]:
    on_path = shutil.which(f"python{wanted}")
    if on_path:
        yield Path(on_path)
    pyenv = Path(os.environ.get("PYENV_ROOT", "~/.pyenv")).expanduser()
    yield from sorted(pyenv.glob(f"versions/{wanted}.*/bin/python"), reverse=True)


def _runs(python: Path, wanted: str) -> bool:
    # A shim on the path may stand for a version that is not switched on: only running it tells.
    command = [str(python), "-c", "import sys, venv; print('%d.%d' % sys.version_info[:2])"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode == 0 and done.stdout.strip() == wanted


def _declared() -> dict[str, dict[str, Any]]:
    return tomllib.loads((PEERS / "peers.toml").read_text("utf8"))


def _last_line(text: str | None) -> str:
    lines = (text or "").strip().splitlines()
    return lines[-1] if lines else "no message"
