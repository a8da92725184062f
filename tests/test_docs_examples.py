"""Every example in the docs runs, and prints what the docs say it prints.

A ``console`` block has commands, each behind ``$ ``, and below each what it prints, stderr included. A ``python`` block
is a program that is run; what it prints stands in a ``text`` block right behind it. A block of any other language is
only saved, if its first line names a file (``# Makefile``); a program's first line may name one too (``# look.py``).
In what is printed ``...`` alone on a line stands for any lines left out, spans of time do not count, and ``^C`` says
that the command is interrupted as soon as its ``--out`` holds something. A command must succeed unless ``echo $?``
comes next and shows how it failed.

The examples of one document run in its order, in one folder that begins with a copy of ``examples/``. Run as a script,
this writes what is printed now under the examples that leave nothing out: read the difference before you commit it.
"""

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass, replace
from difflib import ndiff
from itertools import cycle
from pathlib import Path

import pytest
from typer.main import get_command

from copydesk.cli import app

ROOT = Path(__file__).resolve().parents[1]
GUIDES = ["tutorial", "how-to-files", "how-to-corpora", "how-to-copies", "how-it-works"]
DOCUMENTS = ["README.md", *(f"docs/{name}.md" for name in GUIDES)]
PAGE = "examples/press/harbourledger.example/port-ellery-outer-berths-closed.html"
LEFT_OUT = "..."
INTERRUPT = "^C"
SECONDS = 120  # against hangs, not against slow machines


@dataclass(frozen=True)
class Example:
    """Something to run or save, the line it stands on, and the lines it prints, with the line where they stand."""

    line: int
    code: str
    printed: list[str] | None = None
    below: int = 0
    file: str | None = None
    runs: bool = True

    @property
    def shows_code(self):
        """Whether all it does is to show how the command before it ended."""
        return self.file is None and self.code.startswith("echo $?")


def examples(text):
    """The examples of a document, in its order."""
    found = []
    for line, language, block in _blocks(text):
        named = re.match(r"# (\S+)$", block[0]) if block else None
        program = found[-1] if found and found[-1].file and found[-1].runs else None
        if language == "console":
            found += _commands(block, line)
        elif language == "python":
            found.append(Example(line, "\n".join(block) + "\n", file=named[1] if named else "example.py"))
        elif language == "text" and program and program.printed is None:
            found[-1] = replace(program, printed=block, below=line)
        elif named:
            found.append(Example(line, "\n".join(block) + "\n", file=named[1], runs=False))
    return found


def _blocks(text):
    """Line, language and lines of each fenced block."""
    lines = iter(enumerate(text.splitlines(), 1))
    for number, line in lines:
        if line.startswith("```"):
            block = []
            for _, inside in lines:
                if inside == "```":
                    break
                block.append(inside.rstrip())
            else:
                message = f"line {number}: the block does not end"
                raise ValueError(message)
            yield number + 1, line[3:].strip(), block


def _commands(block, line):
    """The commands of a console block; a backslash at the end of a line continues a command."""
    found = []
    continued = False
    for number, text in enumerate(block, line):
        if continued:
            found[-1] = replace(found[-1], code=f"{found[-1].code}\n{text}", below=number + 1)
            continued = text.endswith("\\")
        elif text.startswith("$ "):
            found.append(Example(number, text[2:], [], number + 1))
            continued = text.endswith("\\")
        else:
            found[-1].printed.append(text)
    return found


OBEDIENT = [
    # Ctrl-C reaches a command in the foreground of a shell, however this test was started
    sys.executable,
    "-c",
    "import os, signal, sys; signal.signal(signal.SIGINT, signal.SIG_DFL); os.execvp(sys.argv[1], sys.argv[1:])",
]


class Shelf:
    """A folder in which the examples of a document run one after the other, as on a terminal of 80 columns."""

    def __init__(self, folder):
        self._folder = folder
        self._code = 0
        self._cpus = cycle(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else None
        kept = {name: value for name, value in os.environ.items() if "COLOR" not in name and not name.startswith("LC_")}
        self._environment = kept | {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), kept.get("PATH", "")]),
            "COLUMNS": "80",
            "NO_COLOR": "1",
            "TERM": "dumb",
            "LANG": "C.UTF-8",
            "HOME": str(folder),
        }
        shutil.copytree(ROOT / "examples", folder / "examples")
        shutil.copy(ROOT / PAGE, folder / "page.html")

    def run(self, example):
        """What the example prints, line by line, and its exit code."""
        if example.file is None:
            command = ["bash", "-c", f"(exit {self._code})\n{example.code}"]
        else:
            (self._folder / example.file).write_text(example.code, "utf8")
            command = [sys.executable, example.file]
        if not example.runs:
            return [], 0
        interrupted = example.printed is not None and INTERRUPT in example.printed
        with (
            self._one_cpu(),
            subprocess.Popen(  # noqa: S603  our own docs
                [*OBEDIENT, *command] if interrupted else command,
                cwd=self._folder,
                env=self._environment,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
                encoding="utf-8",
                start_new_session=interrupted,
            ) as process,
        ):
            if interrupted:
                self._interrupt(process, example.code)
            printed, _ = process.communicate(timeout=SECONDS)
        self._code = process.returncode
        return [line.rstrip() for line in printed.splitlines()], self._code

    @contextmanager
    def _one_cpu(self):
        """What is started in the block has one CPU, and so one worker: to start more takes longer than these pages."""
        if not hasattr(os, "sched_setaffinity"):
            yield
            return
        ours = os.sched_getaffinity(0)
        os.sched_setaffinity(0, {next(self._cpus)})
        try:
            yield
        finally:
            os.sched_setaffinity(0, ours)

    def _interrupt(self, process, command):
        out = self._folder / re.search(r"(?:--out|-o) (\S+)", command)[1]
        end = time.monotonic() + SECONDS
        while process.poll() is None and time.monotonic() < end and not (out.exists() and out.stat().st_size):
            time.sleep(0.005)
        os.killpg(process.pid, signal.SIGINT)


def check(text, shelf):
    """Run the examples of a document; fail at the first one that does not do what the document says."""
    found = examples(text)
    for number, example in enumerate(found):
        printed, code = shelf.run(example)
        wanted = [line for line in example.printed or [] if line != INTERRUPT]
        if not _matches(wanted, printed):
            difference = "\n".join(ndiff(list(map(_timeless, wanted)), list(map(_timeless, printed))))
            pytest.fail(
                f"line {example.line}: {example.code}\n- what the document says, + what is printed:\n{difference}",
                pytrace=False,
            )
        followed = number + 1 < len(found) and found[number + 1].shows_code
        if code and not followed:
            pytest.fail(f"line {example.line}: {example.code}\nends with exit code {code}, untold", pytrace=False)


def refreshed(text, shelf):
    """The document with what its examples print now, where it leaves nothing out."""
    lines = text.splitlines()
    for example, (printed, _) in reversed([(example, shelf.run(example)) for example in examples(text)]):
        whole = example.printed is not None and not {LEFT_OUT, INTERRUPT} & set(example.printed)
        if whole and not _matches(example.printed, printed):
            lines[example.below - 1 : example.below - 1 + len(example.printed)] = printed
    return "\n".join(lines) + "\n"


def _matches(wanted, printed):
    pattern = "".join(r"(?:.*\n)*?" if line == LEFT_OUT else re.escape(_timeless(line)) + r"\n" for line in wanted)
    return re.fullmatch(pattern, "".join(_timeless(line) + "\n" for line in printed)) is not None


def _timeless(line):
    return re.sub(r"\b(?:\d+ h )?(?:\d+ min )?\d+(?:\.\d+)? s\b", "0.0 s", line)


@pytest.fixture
def shelf(tmp_path):
    return Shelf(tmp_path)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_examples_do_what_the_document_says(document, shelf):
    """Every command and program of a document prints what stands below it."""
    check((ROOT / document).read_text("utf8"), shelf)


def test_documents_have_the_examples_they_had():
    """The examples are found: a document whose fences nobody recognises would pass every check."""
    counts = {document: len(examples((ROOT / document).read_text("utf8"))) for document in DOCUMENTS}
    assert counts["README.md"] >= 2
    assert counts["docs/tutorial.md"] >= 10
    assert counts["docs/how-to-files.md"] >= 20
    assert counts["docs/how-to-corpora.md"] >= 10


@pytest.mark.parametrize("document", DOCUMENTS)
def test_options_in_running_text_exist(document):
    """A command that stands between backticks in a sentence exists, and so do its options."""
    program = get_command(app)
    text = re.sub(r"^```.*?^```$", "", (ROOT / document).read_text("utf8"), flags=re.DOTALL | re.MULTILINE)
    for name, rest in re.findall(r"`copydesk (\w+)([^`]*)`", text):
        options = {option for parameter in program.commands[name].params for option in parameter.opts} | {"--help"}
        assert set(re.findall(r"(?<!\S)--?[a-z][a-z-]*", rest)) <= options


@pytest.mark.parametrize("document", ["docs/tutorial.md", "docs/how-to-files.md", "docs/how-to-corpora.md"])
def test_links_between_the_documents_lead_somewhere(document):
    """The README leads to the document, and its links to files are links to files that are there."""
    assert f"({document})" in (ROOT / "README.md").read_text("utf8")
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", (ROOT / document).read_text("utf8"))
    assert links
    assert [link for link in links if not (ROOT / document).parent.joinpath(link).exists()] == []


CONSOLE = """
Words.

```console
$ echo one; \\
  echo two
{printed}
$ (exit 3)
$ echo $?
3
```
"""


@pytest.mark.parametrize("printed", ["one\ntwo", "...\ntwo", "one\n...", "...", "one\n...\ntwo", "...\none\ntwo\n..."])
def test_lines_may_be_left_out(shelf, printed):
    """Three dots stand for any lines, none among them."""
    check(CONSOLE.format(printed=printed), shelf)


@pytest.mark.parametrize("printed", ["", "one", "two", "one\nthree", "one\n...\nthree", "one\ntwo\nthree", "... two"])
def test_a_wrong_expectation_fails(shelf, printed):
    """A document that says something else than is printed fails, with both in the message."""
    with pytest.raises(pytest.fail.Exception, match=r"line 5: echo one(?s:.*)\+ what is printed"):
        check(CONSOLE.format(printed=printed), shelf)


def test_a_failure_must_be_told(shelf):
    """A command that fails without the document saying so fails the document."""
    with pytest.raises(pytest.fail.Exception, match="exit code 3, untold"):
        check("```console\n$ (exit 3)\n$ echo two\ntwo\n```", shelf)


def test_programs_are_compared_too(shelf):
    """A python block prints what the text block behind it says, and nothing without one."""
    program = "```python\n# say.py\nprint('one')\n```\n\n"
    check(program + "It prints:\n\n```text\none\n```\n\n```console\n$ python say.py\none\n```\n", shelf)
    for rest in ("```text\ntwo\n```", ""):
        with pytest.raises(pytest.fail.Exception, match=r"\+ one"):
            check(program + rest, shelf)


def test_files_are_saved_under_their_names(shelf):
    """A block of another language whose first line names a file is there for the commands behind it."""
    check("```sh\n# say.sh\necho one\n```\n\n```console\n$ bash say.sh\none\n```\n", shelf)


def test_a_document_is_refreshed_where_it_is_whole(shelf):
    """Run as a script, this puts right what is stale, and leaves alone what is not or leaves something out."""
    stale = "```console\n$ echo one\nold\nolder\n$ echo two; \\\n  echo three\n...\nold\n```\n\n```text\nold\n```\n"
    assert refreshed(stale, shelf) == stale.replace("old\nolder\n", "one\n", 1)
    program = "```python\nprint('one')\n```\n\n```text\nold\n```\n"
    assert refreshed(program, shelf) == program.replace("old", "one")


def test_spans_of_time_do_not_count():
    """How long something took is not compared, everything beside it is."""
    assert _matches(["3 pages in 1.0 s: 2 walls"], ["3 pages in 2 min 14 s: 2 walls"])
    assert not _matches(["3 pages in 1.0 s: 2 walls"], ["3 pages in 1.0 s: 3 walls"])


def test_a_block_without_an_end_is_noticed():
    """A fence that is never closed is an error, not a document without examples."""
    with pytest.raises(ValueError, match="line 2"):
        examples("\n```console\n$ true\n")


if __name__ == "__main__":
    for name in DOCUMENTS:
        with tempfile.TemporaryDirectory() as place:
            path = ROOT / name
            path.write_text(refreshed(path.read_text("utf8"), Shelf(Path(place))), "utf8")
