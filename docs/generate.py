"""Write what the docs take from the program: the reference of every command, and the card in the README.

    python docs/generate.py [--check]

With --check nothing is written; the exit code says whether everything is as the program has it.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
CARD = "examples/press/coinpaddock.example/48213.txt"
INTRO = """# Reference

Every command as `--help` shows it. This page is written by `make docs`.
"""


def run(*arguments: str) -> str:
    """What a command prints on a terminal of 80 columns without colours."""
    settings = {**os.environ, "COLUMNS": "80", "NO_COLOR": "1", "TERM": "dumb", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, "-m", "copydesk", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, env=settings, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.splitlines()).strip("\n")


def reference() -> str:
    """The page of all commands."""
    from copydesk.cli import app

    names = [command.name or command.callback.__name__ for command in app.registered_commands if command.callback]
    parts = [INTRO, f"## copydesk\n\n```\n{run('--help')}\n```\n"]
    parts += [f"## copydesk {name}\n\n```\n{run(name, '--help')}\n```\n" for name in names]
    return "\n".join(parts)


def readme() -> str:
    """The README with the card as it is drawn now."""
    text = (ROOT / "README.md").read_text("utf8")
    block = f"```console\n$ copydesk check {CARD}\n{run('check', CARD)}\n```"
    return re.sub(r"```console\n\$ copydesk check .*?\n```", lambda _: block, text, flags=re.DOTALL)


def main() -> int:
    """Write or check every page."""
    pages = {ROOT / "docs/reference.md": reference(), ROOT / "README.md": readme()}
    stale = [path for path, text in pages.items() if not path.exists() or path.read_text("utf8") != text]
    if "--check" in sys.argv:
        for path in stale:
            sys.stderr.write(f"{path.relative_to(ROOT)} is not as the program has it: make docs\n")
        return bool(stale)
    for path in stale:
        path.write_text(pages[path], "utf8")
        sys.stdout.write(f"wrote {path.relative_to(ROOT)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
