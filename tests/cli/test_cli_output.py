"""What is written, is written whole."""

import io
import os
import signal
import sys

import pytest

from copydesk.cli import output
from copydesk.cli.output import Form


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


def test_an_interrupt_waits_for_the_text_and_closes_the_series(monkeypatch):
    """The text at which Ctrl-C was pressed stands whole, and what closes the series stands behind it."""
    stream = _Interrupting(times=1)
    monkeypatch.setattr(sys, "stdout", stream)
    form = Form(str, opening="[", between=",", closing="]\n")
    with pytest.raises(KeyboardInterrupt), output.series(form) as put:
        any(map(put, "12"))
    assert stream.getvalue() == "[1]\n"


def test_the_second_interrupt_is_obeyed_at_once(monkeypatch):
    """Whoever presses Ctrl-C again does not wait for a reader that will not come."""
    stream = _Interrupting(times=2)
    monkeypatch.setattr(sys, "stdout", stream)
    with pytest.raises(KeyboardInterrupt), output.series(Form(str)) as put:
        put("1")
    assert stream.getvalue() == ""


def test_a_handler_of_somebody_elses_is_left_alone(monkeypatch):
    """Where a caller handles SIGINT itself, that handler gets it, and stays."""
    caught = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: caught.append(number))
    try:
        monkeypatch.setattr(sys, "stdout", _Interrupting(times=1))
        with output.series(Form(str)) as put:
            put("1")
    finally:
        handler = signal.signal(signal.SIGINT, before)
    assert caught == [signal.SIGINT]
    assert handler is not signal.default_int_handler


def test_a_series_without_texts_is_opened_and_closed(capsys):
    """Nothing between opening and closing is still a whole."""
    with output.series(Form(str, opening="[", closing="]")):
        pass
    assert capsys.readouterr().out == "[]"
