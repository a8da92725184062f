"""Which texts are laid beside each other because their stories have names in common."""

from unittest.mock import patch

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from copydesk.copies import naming


@given(st.data(), st.integers(1, 12))
def test_pairs_of_stories_are_pairs_of_their_texts(data, members):
    """All texts of two stories if they are few; else each with the other story's leader."""
    led = data.draw(st.lists(st.integers(0, 5), min_size=6, max_size=16))
    # Each story is led by its first text.
    leaders = np.array([led.index(story) for story in led])
    stories = sorted(set(leaders.tolist()))
    chosen = data.draw(st.lists(st.tuples(st.sampled_from(stories), st.sampled_from(stories)), max_size=4))
    pairs = sorted({(a, b) for a, b in chosen if a != b})
    expected = []
    for a, b in pairs:
        mine, theirs = np.flatnonzero(leaders == a).tolist(), np.flatnonzero(leaders == b).tolist()
        if len(mine) * len(theirs) <= members:
            expected += [(one, other) for one in mine for other in theirs]
        else:
            expected += [(one, b) for one in mine] + [(a, other) for other in theirs]
    columns = np.array(pairs, np.int64).reshape(-1, 2).T
    with patch.object(naming, "MEMBERS", members):
        ones, others = naming._of_stories(*columns, leaders)
    assert sorted(zip(ones.tolist(), others.tolist(), strict=True)) == sorted(expected)
