"""``copydesk read``: the record in each of its forms."""

import io
import json
from dataclasses import replace

import pytest

from copydesk.cli import output
from copydesk.errors import EmptyInput
from copydesk.types import Article, Field


def test_json_is_the_default_and_one_object_for_one_page(desk, farm):
    """A single file gives one indented object that is the article again."""
    plain = desk.holds(farm).run("read", farm.name)
    assert Article.from_json(plain.stdout) == farm
    assert plain.stdout == desk.run("read", "--json", farm.name).stdout
    assert plain.stdout.startswith('{\n  "version"')


def test_several_pages_give_one_json_array(desk, farm, portal, tmp_path):
    """Of a folder or of several paths comes one valid array, indented throughout."""
    desk.holds(farm, portal)
    for arguments in (["a", "b"], [tmp_path]):
        result = desk.run("read", *arguments)
        assert [Article.from_dict(record) for record in json.loads(result.stdout)] == [farm, portal]
        assert result.stdout.startswith('[\n  {\n    "version"')
        assert result.stdout.endswith("\n  }\n]\n")


def test_the_array_depends_on_the_arguments_not_on_what_they_hold(desk, farm, tmp_path):
    """A folder with one page, or with none that can be read, still gives an array."""
    assert len(json.loads(desk.holds(farm).run("read", tmp_path).stdout)) == 1
    assert json.loads(desk.holds(EmptyInput("gone", "holds nothing")).run("read", tmp_path).stdout) == []


def test_a_page_that_fails_leaves_no_json(desk):
    """Where the only page fails nothing is on stdout."""
    assert desk.holds(EmptyInput("gone", "holds nothing")).run("read", "gone").stdout == ""


def test_jsonl_is_one_line_a_page(desk, farm, portal):
    """Each line is a record by itself."""
    lines = desk.holds(farm, portal).run("read", "--jsonl", "a", "b").stdout.removesuffix("\n").split("\n")
    assert [Article.from_json(line) for line in lines] == [farm, portal]


def test_jsonld_is_in_schema_org_names(desk, farm):
    """The JSON-LD of an article is what its to_jsonld gives."""
    assert json.loads(desk.holds(farm).run("read", "--jsonld", "a").stdout) == farm.to_jsonld()


def test_text_is_the_body_and_nothing_else(desk, farm):
    """One page gives its body with one line break behind it."""
    assert desk.holds(farm).run("read", "--text", "a").stdout == farm.text + "\n"


def test_several_texts_have_a_line_with_their_names(desk, farm, wall, portal):
    """Several bodies are separated as head(1) separates files, a page without a body included."""
    expected = f"==> {farm.name} <==\n{farm.text}\n\n==> {wall.name} <==\n\n==> {portal.name} <==\n{portal.text}\n"
    assert desk.holds(farm, wall, portal).run("read", "--text", "a", "b", "c").stdout == expected


def test_explain_shows_lines_and_fields(desk, farm):
    """The account has the page's lines and the section of fields."""
    told = desk.holds(farm).run("read", "--explain", "a").stdout
    assert "brand_slot   0.93" in told
    assert "\nFields " in told


def test_accounts_are_separated(desk, farm, wall):
    """Between the accounts of two pages stands an empty line."""
    assert "\n\nwall.html text/html" in desk.holds(farm, wall).run("read", "--explain", "a", "b").stdout


@pytest.mark.parametrize(
    "formats", [("--json", "--text"), ("--jsonl", "--jsonld"), ("--explain", "--json"), ("--csv", "--markdown")]
)
def test_formats_exclude_each_other(desk, farm, formats):
    """Two formats at once are wrong usage: nothing is read, the exit code is 2, and both are named."""
    result = desk.holds(farm).run("read", *formats, "a")
    assert (result.exit_code, result.stdout) == (2, "")
    assert all(name in result.stderr for name in formats)
    assert desk.asked == []


def test_in_a_pipe_words_are_verbatim(desk, farm):
    """What is not a terminal gets every character as it is, in the text and in the JSON."""
    article = replace(farm, page_text=farm.page_text.replace("Asked", "\x9b\u202e!"))
    assert "\x9b\u202e!" in desk.holds(article).run("read", "--text", "a").stdout
    assert "\x9b\u202e!" in desk.run("read", "a").stdout


@pytest.mark.usefixtures("terminal")
def test_on_a_terminal_words_are_safe(desk, farm):
    """A terminal gets escapes it does not obey, and the JSON is the same data still."""
    article = replace(farm, page_text=farm.page_text.replace("Asked", "\x9b\u202e!"))
    assert r"\x9b\u202e!" in desk.holds(article).run("read", "--text", "a").stdout
    for option in ("--json", "--jsonl"):
        shown = desk.run("read", option, "a").stdout
        assert r"\u009b\u202e!" in shown
        assert Article.from_json(shown) == article


def test_a_name_in_a_header_is_one_safe_line(desk, farm):
    """A file's name cannot break the line that announces it."""
    result = desk.holds(replace(farm, name="a\nb\x1b[2J")).run("read", "--text", "a", "b")
    assert result.stdout.startswith("==> a b\\x1b[2J <==\n")


def test_a_lone_surrogate_is_written_as_its_escape(desk, farm):
    """Half a surrogate pair, which JSON may hold and UTF-8 may not, survives the way through stdout."""
    article = replace(farm, headline=Field("broken \ud83d", (), 0.9))
    result = desk.holds(article).run("read", "--jsonl", "a")
    assert result.exit_code == 0
    assert json.loads(result.stdout_bytes)["headline"]["value"] == "broken \ud83d"


def test_stdout_that_is_no_stream_of_bytes_is_left_alone(monkeypatch):
    """Where a caller has put a plain text buffer in stdout's place its encoding is not touched."""
    monkeypatch.setattr("sys.stdout", io.StringIO())
    output.use_utf8()
