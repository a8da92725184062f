"""How it went, in words and as an exit code."""

import pytest

from copydesk.cli.tally import REASONS, REST, TOLD, Exit, Tally, lasting
from copydesk.errors import EmptyInput, InputError, MissingInput
from copydesk.types import PageKind


def _lines(tally):
    first, *rest = tally.lines()
    before, _, after = first.partition(" in ")
    time, _, kinds = after.partition(" s")
    assert float(time) >= 0
    return [before + kinds, *rest]


def test_kinds_come_by_their_counts():
    """The most frequent kind is told first, in words, with thousands set apart."""
    tally = Tally()
    tally.kinds.update({PageKind.WALL: 2, PageKind.SECTION_FRONT: 1200})
    assert _lines(tally) == ["1,202 pages: 1,200 section fronts, 2 walls"]


def test_kinds_have_their_plurals():
    """The kinds that take no s are told as English has them."""
    tally = Tally()
    tally.kinds.update({PageKind.GALLERY: 4, PageKind.DOCUMENTATION: 3, PageKind.OTHER: 2})
    assert _lines(tally) == ["9 pages: 4 galleries, 3 documentation, 2 other"]


def test_a_single_page_is_one():
    """One page is told in the singular."""
    tally = Tally()
    tally.read(PageKind.ARTICLE)
    assert _lines(tally) == ["1 page: 1 article"]


def test_failures_are_told_by_reason():
    """Each reason has its line with its count, the most frequent first."""
    tally = Tally()
    for name, reason in [("a", "slow"), ("b", "holds nothing"), ("c", "holds nothing")]:
        tally.fail(InputError(name, reason))
    assert _lines(tally) == ["0 pages; 3 failed", "2 failed: holds nothing", "1 failed: slow"]


def test_rare_reasons_are_told_together():
    """Of many reasons the rare ones are one line, and no failure is lost."""
    tally = Tally()
    for number in range(TOLD + 3):
        tally.fail(InputError("a", f"reason {number}"))
    assert _lines(tally)[-1] == "3 failed for 3 more reasons"


def test_reasons_that_are_all_different_do_not_pile_up():
    """However many reasons differ, only so many are kept apart, and every failure is counted."""
    tally = Tally()
    for number in range(REASONS * 5):
        tally.fail(InputError("a", f"reason {number}"))
    assert len(tally.reasons) == REASONS + 1
    assert tally.reasons[REST] == REASONS * 4
    assert tally.failed == REASONS * 5


def test_what_was_there_is_told():
    """Inputs that an earlier run read are counted apart from the pages of this one."""
    tally = Tally()
    tally.skip()
    tally.read(PageKind.ARTICLE)
    assert _lines(tally) == ["1 page: 1 article; 1 there already"]


@pytest.mark.parametrize(
    ("read", "failed", "missing", "skipped", "code"),
    [
        (2, 0, 0, 0, Exit.ALL_READ),
        (2, 1, 0, 0, Exit.SOME_FAILED),
        (0, 1, 0, 0, Exit.SOME_FAILED),
        (1, 0, 1, 0, Exit.SOME_FAILED),
        (0, 0, 2, 0, Exit.NOTHING_FOUND),
        (0, 0, 0, 0, Exit.NOTHING_FOUND),
        (0, 0, 0, 3, Exit.ALL_READ),
        (0, 0, 1, 3, Exit.SOME_FAILED),
    ],
)
def test_the_exit_code_says_how_it_went(read, failed, missing, skipped, code):
    """Nothing found is not the same as failures, and a run with nothing left to do is a good one."""
    tally = Tally()
    for _ in range(read):
        tally.read(PageKind.ARTICLE)
    for _ in range(failed):
        tally.fail(EmptyInput("a", "holds nothing"))
    for _ in range(missing):
        tally.fail(MissingInput("a", "no such file or folder"))
    for _ in range(skipped):
        tally.skip()
    assert tally.exit is code


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.04, "0.0 s"),
        (3.14, "3.1 s"),
        (3, "3 s"),
        (59.7, "1 min 00 s"),
        (249, "4 min 09 s"),
        (3599.9, "1 h 00 min"),
        (7500, "2 h 05 min"),
    ],
)
def test_time_is_told_in_two_units(seconds, words):
    """Short times have tenths, long ones the next smaller unit, and no unit has more of itself than fit."""
    assert lasting(seconds) == words
