"""The name line of a comment, and which texts of a section belong to one comment."""

import pytest

import copydesk
from copydesk.reading.comments import words_of_author
from hostile.hostile_pages import P


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ("Anna", "Anna"),
        ("Anna says:", "Anna"),
        ("Anna  says :", "Anna"),
        (" Anna\xa0WROTE ", "Anna"),
        ("Anna Smith:", "Anna Smith"),
        ("Anna: a dit:", "Anna"),
        ("Simon Says Smith", "Simon Says Smith"),
        ("says", "says"),
        ("Benedice", "Benedice"),
        ("", ""),
    ],
)
def test_a_name_stands_without_what_is_said_of_it(line, name):
    """A verb of saying at the end, its colon and the white space around both are no part of a name."""
    assert words_of_author(line) == name


def test_each_box_of_a_section_is_a_comment():
    """Texts and names belong to the box they stand in, though boxes of other parts stand between."""
    comment = "<div class=comment><b>{}</b><p>May 3, 2024</p><p>What a rain that was.</p><p>{} says so.</p></div>"
    between = "<div class=advert></div>"
    names = ["Anna Smith", "Joe Doe", "Ida Roe"]
    section = between.join(comment.format(name, name) for name in names)
    page = f"<html><body><h1>Rain falls</h1>{P * 5}<div id=comments><h3>Comments</h3><div>{section}</div></div>"
    found = [item.value for item in copydesk.read(page).comments.value]
    assert [comment.author for comment in found] == names
    assert [comment.text for comment in found] == [f"What a rain that was.\n\n{name} says so." for name in names]
