"""``copydesk check``: a card for each page, and how it went."""

import re
from contextlib import closing
from dataclasses import replace

import pytest

from copydesk.cli import faces, leaves
from copydesk.cli.gathered import Gathered
from copydesk.cli.piles import Memory
from copydesk.errors import EmptyInput


def test_each_page_has_its_card(desk, farm, portal):
    """The cards come in the order of the pages, on stdout."""
    out = desk.holds(farm, portal).run("check", "a", "b").stdout
    assert out.index("farm/48213.txt") < out.index("portal/nerrin-light.html")
    assert out.count("╭") == 2


def test_several_inputs_end_in_a_summary(desk, farm, portal, wall):
    """After several inputs stderr counts the pages by kind, and the failures by reason."""
    result = desk.holds(farm, portal, wall, EmptyInput("gone", "holds nothing")).run("check", "a", "b", "c", "d")
    failure, summary, reason = result.stderr.splitlines()
    assert failure == "copydesk: gone: holds nothing"
    assert re.fullmatch(r"copydesk: 3 pages in \d\.\d s: 2 articles, 1 wall; 1 failed", summary)
    assert reason == "copydesk: 1 failed: holds nothing"


def test_one_page_needs_no_summary(desk, farm):
    """A single card speaks for itself."""
    assert desk.holds(farm).run("check", "a").stderr == ""


def test_a_pipe_gets_no_colour(desk, farm):
    """Where stdout is no terminal there is no escape sequence in it."""
    assert "\x1b" not in desk.holds(farm).run("check", "a").stdout


@pytest.mark.parametrize(("name", "coloured"), [("FORCE_COLOR", True), ("NO_COLOR", False)])
def test_colour_follows_the_environment(desk, farm, name, coloured):
    """FORCE_COLOR brings colour into a pipe; NO_COLOR keeps it out of a card even then."""
    env = {"FORCE_COLOR": "1", "TERM": "xterm", name: "1"}
    out = desk.holds(farm).run("check", "a", env=env).stdout
    assert ("\x1b[31m" in out or "\x1b[1;31m" in out) is coloured


@pytest.mark.parametrize("columns", [60, 100])
def test_the_card_is_as_wide_as_the_terminal(desk, farm, columns):
    """COLUMNS, as a terminal's width, is the card's width."""
    out = desk.holds(farm).run("check", "a", env={"COLUMNS": str(columns)}).stdout
    assert len(out.splitlines()[0]) == columns


def test_what_pages_share_stands_behind_their_cards(desk, farm, wall):
    """Pages that carry one story are named together; where none do, nothing is said of it."""
    same = replace(farm, name="farm/90177.txt")
    out = desk.holds(farm, wall, same).run("check", "a", "b", "c").stdout
    behind = out[out.rindex("╯") :]
    assert "1 family among 3 pages" in behind
    assert "farm/90177.txt" in behind
    assert wall.name not in behind
    assert "family" not in desk.holds(farm, wall).run("check", "a", "b").stdout


def test_after_ctrl_c_nothing_is_compared(farm, capsys):
    """Whoever stops a run does not wait for the comparison of what was read."""
    gathered = Gathered(Memory(), faces.Shown())
    for name in ("a", "b"):
        gathered.put(name, leaves.leaf(farm))
    with pytest.raises(KeyboardInterrupt), closing(gathered):
        raise KeyboardInterrupt
    assert capsys.readouterr().out == ""
