"""What is written, is written whole."""

import io
import os
import signal
import sys
from pathlib import Path

import pytest
import typer

from copydesk.cli import output
from copydesk.cli.forms import Form
from copydesk.cli.output import Lines, Stdout
from copydesk.cli.sinks import Folder, Series
from copydesk.intake import Input

ARRAY = Form(str, opening="[", between=",", closing="]\n")


class _Interrupting(io.StringIO):
    """A stream at which the user presses Ctrl-C while something is written."""

    def __init__(self, *, times):
        super().__init__()
        self.times = times

    def write(self, text):
        for _ in range(self.times):
            os.kill(os.getpid(), signal.SIGINT)
            self.times -= 1
        return super().write(text)


def _put(series, *texts):
    for text in texts:
        series.put("name", text)


def test_an_interrupt_waits_for_the_text_and_closes_the_series(monkeypatch):
    """The text at which Ctrl-C was pressed stands whole, and what closes the series stands behind it."""
    stream = _Interrupting(times=1)
    monkeypatch.setattr(sys, "stdout", stream)
    series = Series(ARRAY, Stdout())
    with pytest.raises(KeyboardInterrupt):
        _put(series, "1", "2")
    series.close()
    assert stream.getvalue() == "[1]\n"


def test_the_second_interrupt_is_obeyed_at_once(monkeypatch):
    """Whoever presses Ctrl-C again does not wait for a reader that will not come, and half a text is not closed."""
    stream = _Interrupting(times=2)
    monkeypatch.setattr(sys, "stdout", stream)
    series = Series(ARRAY, Stdout())
    with pytest.raises(KeyboardInterrupt):
        _put(series, "1")
    series.close()
    assert stream.getvalue() == ""


def test_a_handler_of_somebody_elses_is_left_alone(monkeypatch):
    """Where a caller handles SIGINT itself, that handler gets it, and stays."""
    caught = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: caught.append(number))
    try:
        monkeypatch.setattr(sys, "stdout", _Interrupting(times=1))
        _put(Series(Form(str), Stdout()), "1")
    finally:
        handler = signal.signal(signal.SIGINT, before)
    assert caught == [signal.SIGINT]
    assert handler is not signal.default_int_handler


def test_a_series_without_texts_is_opened_and_closed(capsys):
    """Nothing between opening and closing is still a whole."""
    Series(ARRAY, Stdout()).close()
    assert capsys.readouterr().out == "[]\n"


def test_a_series_that_is_gone_on_with_is_not_opened_again(capsys):
    """What stands before the first text is not written before a later one."""
    series = Series(Form(str, opening="head\n"), Stdout(), held={"a"}, begun=True)
    _put(series, "2\n")
    series.close()
    assert capsys.readouterr().out == "2\n"
    assert series.holds(Input("a", None))
    assert not series.holds(Input("b", None))


def test_half_a_text_is_taken_back(tmp_path, monkeypatch):
    """When the disk is full in the middle of a text the file ends with the text before it, and the reason is told."""
    lines = Lines(tmp_path / "x", go_on=False)
    lines.write("whole\n")

    class Full:
        def __init__(self, file):
            self.file = file

        def write(self, content):
            if len(content) < 3:
                raise OSError(28, "No space left on device")
            return self.file.write(content[:2])

        def __getattr__(self, name):
            return getattr(self.file, name)

    monkeypatch.setattr(lines, "_file", Full(lines._file))
    told = []
    monkeypatch.setattr(output, "say", told.append)
    with pytest.raises(typer.Exit) as caught:
        lines.write("not whole\n")
    lines.close()
    assert caught.value.exit_code == 1
    assert (tmp_path / "x").read_text("utf-8") == "whole\n"
    assert told == [f"cannot write {tmp_path / 'x'}: No space left on device"]


def test_a_page_that_is_half_written_has_no_file(tmp_path, monkeypatch):
    """A file of a folder appears whole: its draft has a hidden name, and does not stay."""
    folder = Folder(tmp_path / "out", ".txt", resume=False)
    folder.put("a", "whole")

    def full(self, _content):
        self.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(typer.Exit):
        folder.put("b", "text")
    folder.close()
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["a.txt"]


def test_closed_streams_are_no_crash(monkeypatch, capsys):
    """Without stderr nothing is said; without stdout that is a failure, which is told."""
    with monkeypatch.context() as closed:
        closed.setattr(sys, "stderr", None)
        output.say("nobody hears this")
    monkeypatch.setattr(sys, "stdout", None)
    assert not output.on_terminal()
    with pytest.raises(typer.Exit) as caught:
        Stdout().write("text")
    assert caught.value.exit_code == 1
    assert capsys.readouterr().err == "copydesk: cannot write: standard output is closed\n"


def test_what_is_said_is_safe_and_keeps_its_blanks_where_it_must(capsys):
    """A message is folded to a line; a command to be copied keeps every blank."""
    output.say("a\n  b\x1b[2J", verbatim="read 'two  blanks\x1b'")
    assert capsys.readouterr().err == "copydesk: a b\\x1b[2J read 'two  blanks\\x1b'\n"
