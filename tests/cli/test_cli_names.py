"""Names of inputs -> paths in an output folder."""

import unicodedata

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from copydesk.cli.names import path_for

PARTS = st.sampled_from(["a", "A", "a.md", "..", ".", "", "é", "e\u0301", "b b", "con", "nul.txt", "a~1", "x" * 300])
NAMES = st.lists(PARTS, min_size=1, max_size=5).map("/".join) | st.text(st.characters(codec="utf-8"), max_size=30)


def _folded(path):
    """The path to a file system that knows no case and composes accents."""
    return unicodedata.normalize("NFC", str(path)).casefold()


@given(NAMES, NAMES)
@example("a", "A")
@example("/a", "a")
@example("../a", "a")
@example("é", "e\u0301")
@example("a//b", "a/b")
@example("root~/a", "/a")
@example("a b", "a_b")
def test_two_names_never_meet(one, other):
    """Different names have different paths, even where case and composition do not count."""
    assume(one != other)
    assert _folded(path_for(one, ".md")) != _folded(path_for(other, ".md"))


@given(NAMES, NAMES)
@example("a", "a.md/b")
@example("a.md/b", "a")
def test_no_file_stands_where_a_folder_must(one, other):
    """The path of one name is never a folder of another's."""
    assert _folded(path_for(one, ".md")) not in map(_folded, path_for(other, ".md").parents)


@given(NAMES)
@example("/etc/passwd")
@example("../../x")
@example("a/../../../b")
@example("C:\\x")
def test_no_name_leads_out(name):
    """The path stays below the folder: not absolute, no step up, nothing that a file system reads otherwise."""
    path = path_for(name, ".md")
    assert not path.is_absolute()
    assert path.name.endswith(".md")
    for part in path.parts:
        assert part not in {".", ".."}
        assert part.isascii()
        assert len(part) < 200
        assert not set(part) & set('\\:*?"<>|\0/')
        assert part[0] not in ". "
        assert part[-1] not in ". "


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("pages/2031/a-1.html", "pages/2031/a-1.html.md"),
        ("/srv/a.html", "root~/srv/a.html.md"),
        ("../a.html", "up~/a.html.md"),
        ("<stdin>", "stdin~2826dc143365.md"),
        ("Two Words.html", "Two_Words.html~0a4507d08cb5.md"),
    ],
)
def test_plain_names_stay_and_others_can_be_recognized(name, path):
    """Folders are kept; what has to be changed keeps its readable part and gets a digest that never changes."""
    assert str(path_for(name, ".md")) == path


def test_very_long_names_fit():
    """A name too long for a path becomes one file."""
    assert len(str(path_for("a/" * 900, ".md"))) < 200
