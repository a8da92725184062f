"""Characters kept and dropped: every one of a page counts once."""

from dataclasses import replace

import cli_articles
import pytest
from cli_articles import article, sketch
from hypothesis import given
from hypothesis import strategies as st

from copydesk.cli import balance
from copydesk.cli.balance import Balance
from copydesk.types import Block, BlockKind, MediaType, Role

PARTS = st.lists(
    st.tuples(st.sampled_from(Role), st.text(min_size=1, max_size=20), st.text(" \n•", max_size=3)), max_size=12
)


def _page(parts):
    """A page of HTML whose blocks have these roles and words, with something in front of each."""
    text, blocks = "", []
    for role, words, lead in parts:
        start = len(text) + len(lead)
        text += lead + words
        blocks.append(Block(start, len(text), BlockKind.PARAGRAPH, role, 0.9, "rule"))
    return replace(cli_articles.wall(), page_text=text + "\n", blocks=tuple(blocks), media_type=MediaType.HTML)


@given(PARTS)
def test_the_parts_add_up_to_the_page(parts):
    """Kept, dropped and what stands between blocks are all the characters there are."""
    page = _page(parts)
    found = balance.of(page)
    assert found.whole == len(page.page_text)
    assert found.between == 1 + sum(len(lead) for _, _, lead in parts)


@given(PARTS)
def test_kept_is_what_the_text_is_made_of(parts):
    """The blocks that are not dropped are those of Article.text, no more and no fewer."""
    page = _page(parts)
    dropped = list(balance.dropped(page))
    kept = [block for block in page.blocks if block not in dropped]
    assert "\n\n".join(map(page.block_text, kept)) == page.text
    found = balance.of(page)
    assert found.kept.total() == sum(block.end - block.start for block in kept)
    assert found.dropped.total() == sum(block.end - block.start for block in dropped)


@given(st.lists(PARTS, max_size=4))
def test_many_pages_add_up(several):
    """The sum over pages is that of their characters, role by role."""
    pages = [_page(parts) for parts in several]
    total = Balance()
    for page in pages:
        total.add(balance.of(page))
    assert total.whole == sum(len(page.page_text) for page in pages)
    for role in Role:
        size = sum(block.end - block.start for page in pages for block in page.blocks if block.role is role)
        assert total.kept[role] + total.dropped[role] == size


def test_a_dek_without_a_body_is_dropped():
    """A page without a body has no text, and so nothing of it was kept."""
    found = balance.of(article(sketch([(Role.DEK, BlockKind.PARAGRAPH, "Words above nothing.")])))
    assert (found.kept.total(), found.dropped) == (0, {Role.DEK: 20})


@pytest.mark.parametrize("make", [cli_articles.farm, cli_articles.portal])
def test_roles_are_counted_apart(make):
    """Each role has the characters of its blocks."""
    page = make()
    found = balance.of(page)
    assert set(found.kept) <= {Role.DEK, Role.BODY}
    assert found.dropped[Role.HEADLINE] == sum(
        block.end - block.start for block in page.blocks if block.role is Role.HEADLINE
    )
    assert found.kept[Role.BODY] > found.dropped[Role.HEADLINE] > 0
