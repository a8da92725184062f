"""Rows of topics in one line: where their label ends, and what is no row."""

import pytest

from copydesk.reading import topicrows


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Tags: eels, storms", " eels, storms"),
        ("Tags Eels, Storms", " Eels, Storms"),
        ("Eels, Storms", None),
        ("Tags, ", None),
        ("Eels,", None),
        ("Tags:  ", None),
    ],
)
def test_the_names_begin_behind_the_label(text, names):
    """A label ends at its colon, or where names begin behind known words; a line without names has none."""
    end = topicrows.label_end(text)
    assert (text[end:] if end else None) == names


def test_a_row_has_a_longest_line():
    """Blanks without end are searched for no seam: every one of them would be a place to begin at."""
    assert topicrows.has_seam("Eels | Storms")
    assert not topicrows.has_seam(f"Eels{' ' * topicrows.LONGEST}|")
