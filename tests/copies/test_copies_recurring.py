"""Lines that recur: counted by stories, bounded in memory, known by host."""

import pytest

from copies_prose import prose
from copydesk.copies import lines
from copydesk.copies.recurring import Census

COMMON = prose(7_000, 20)


def page(seed, *extra, host=None):
    """What is seen of a page of one story and other lines."""
    parts = [prose(seed, 80), prose(seed + 5_000, 80), *extra]
    starts = [sum(len(part) + 1 for part in parts[:number]) for number in range(len(parts))]
    ends = [start + len(part) for start, part in zip(starts, parts, strict=True)]
    return lines.seen("\n".join(parts), starts, ends, host)


def weight(pages, host=None, **limits):
    """The odds that the common line is furniture."""
    census = Census(**limits)
    for each in pages:
        census.add(each)
    [odds], _ = census.recurring().of(lines.hashes(COMMON, [0], [len(COMMON)]), host)
    return pytest.approx(float(odds), rel=1e-5)


def test_a_host_counts_its_stories_and_the_pile_half_of_them():
    """Four stories of a host count four there, and elsewhere two."""
    pages = [page(seed, COMMON, host="a.example") for seed in range(4)]
    assert weight(pages, "a.example") == 16 / 3
    assert weight(pages, "b.example") == 4 / 3
    assert weight(pages) == 4 / 3


def test_few_stories_do_not_count():
    """Three stories without a host recur nowhere, and one page does not."""
    assert weight([page(seed, COMMON) for seed in range(3)]) == 0
    assert weight([page(1, COMMON, host="a.example")], "a.example") == 0


def test_copies_count_once():
    """Ten pages of one story are one story, whatever line each has of its own."""
    pages = [page(1, COMMON, prose(800 + n, 10), host="a.example") for n in range(10)]
    assert weight(pages, "a.example") == 0


def test_the_words_of_a_story_are_its_own_where_others_took_a_line():
    """A line of a story on ten pages that two others quote stays the story's."""
    pages = [page(1, COMMON, prose(800 + n, 10), host="a.example") for n in range(10)]
    assert weight([*pages, *(page(seed, COMMON, host="a.example") for seed in (2, 3))], "a.example") == 0


def test_the_background_of_an_affair_counts_for_little():
    """In six of forty stories of a host a line counts for four, in six of twelve for six, in six of six for more."""
    pages = [page(seed, *([COMMON] if seed < 6 else []), host="a.example") for seed in range(40)]
    assert weight(pages, "a.example") == 16 / 3
    assert weight(pages[:12], "a.example") == 36 / 3
    assert weight(pages[:6], "a.example") == 6**4 / 3


def test_case_and_typography_do_not_count():
    """A line set in capitals is the line."""
    plain, large = (lines.hashes(text, [0], [len(text)]) for text in (COMMON, COMMON.upper() + "!"))
    assert plain.tolist() == large.tolist() != [0]


def test_short_lines_are_not_known():
    """A heading of seven words has no hash."""
    assert lines.hashes("What happens next in the valley here", [0], [36]).tolist() == [0]


def test_a_large_pile_is_known_by_a_part_of_it():
    """With room for a tenth of the pages what they have in common is still found, in any order."""
    pages = [page(seed, COMMON, host="a.example") for seed in range(60)]
    size = sum(len(each.prints) + len(each.lines) for each in pages)
    some = weight(pages, "a.example", many=size // 5)
    assert some != 0
    assert some != weight(pages, "a.example")
    assert some == weight(pages[::-1], "a.example", many=size // 5).expected


def test_the_table_is_bounded():
    """Of more lines than it holds it keeps those in the most stories."""
    census = Census(table=2)
    others = [prose(9_000 + n, 12) for n in range(5)]
    for seed in range(8):
        census.add(page(seed, COMMON, *(others if seed < 5 else []), host="a.example"))
    assert len(census.recurring()) <= 2
    mixed = [page(seed, COMMON, *(others if seed < 5 else []), host="a.example") for seed in range(8)]
    assert weight(mixed, "a.example", table=2) == 8**4 / 3
