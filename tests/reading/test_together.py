"""A pile read as one: what recurs beside different stories is no part of a body; what was copied is."""

import pile_pages
import pytest
from pile_pages import HEADING, HOST, NOTICE, PROMO

import copydesk
from chance import chance
from copies_prose import prose
from copydesk.copies.recurring import Census
from copydesk.errors import InputError
from copydesk.reading import read_page, together
from copydesk.types import Role

SIX = range(1, 7)
FORMS = pytest.mark.parametrize("form", [pile_pages.html, pile_pages.text], ids=["html", "text"])


def census(pages):
    """What recurs in the pages."""
    taken = Census()
    for page in pages:
        taken.add(together.seen(page))
    return taken.recurring()


def read(pages):
    recurring = census(pages)
    return [read_page(page, recurring) for page in pages]


def role_of(article, words):
    return [block.role for block in article.blocks if article.block_text(block) == words]


@pytest.fixture(scope="module", params=[pile_pages.html, pile_pages.text], ids=["html", "text"])
def site(request):
    """Many pages of one site, by themselves and together."""
    pages = [request.param(seed) for seed in range(1, 25)]
    return [read_page(page) for page in pages], read(pages)


def test_the_promo_of_a_site_is_no_body(site):
    """A paragraph in the midst of every story leaves the body, and says why; by itself each page has it."""
    alone, joint = site
    assert all(PROMO in article.text for article in alone)
    for article in joint:
        assert PROMO not in article.text
        assert NOTICE not in article.text
        [block] = [block for block in article.blocks if article.block_text(block) == PROMO]
        assert block.role is Role.OTHER
        assert block.rule == "recurs in 24 stories"
        assert block.score > 0.5


def test_the_stories_stay(site):
    """Every paragraph of its own stays in each page's body, and the headline is what it was."""
    alone, joint = site
    for seed, (before, after) in enumerate(zip(alone, joint, strict=True), 1):
        assert all(paragraph in after.text for paragraph in pile_pages.story(seed))
        assert after.headline.value == before.headline.value


def test_a_heading_goes_with_its_section():
    """A heading that every story has stays over what is the story's own."""
    for article in read([pile_pages.html(seed) for seed in SIX]):
        assert role_of(article, HEADING) == [Role.BODY]


@FORMS
def test_six_pages_are_enough(form):
    """What stands in every story of a small site leaves as well, and nothing else."""
    for seed, article in zip(SIX, read([form(seed) for seed in SIX]), strict=True):
        assert PROMO not in article.text
        assert all(paragraph in article.text for paragraph in pile_pages.story(seed))


@FORMS
def test_a_copied_story_keeps_its_body(form):
    """Six farms that carry one story, each with a menu of its own making, have it whole."""
    told = pile_pages.story(1)
    pages = [form(1, host=f"farm{n}.example", paragraphs=told, promo=prose(9000 + n, 40)) for n in SIX]
    for article, page in zip(read(pages), pages, strict=True):
        assert article.to_dict() == read_page(page).to_dict()
        assert all(paragraph in article.text for paragraph in told)


@FORMS
def test_copies_on_the_host_of_other_stories_keep_their_body(form):
    """A story that stands on six pages of a site with twelve others is a story there, and the promo is none."""
    copies = [form(1, host=HOST, promo=PROMO + " " * n) for n in SIX]
    pages = [*copies, *(form(seed) for seed in range(2, 14))]
    for article in read(pages)[:6]:
        assert all(paragraph in article.text for paragraph in pile_pages.story(1))


@FORMS
def test_order_does_not_matter(form):
    """However the pile is shuffled, the same recurs."""
    pages = [form(seed) for seed in SIX] + [form(7, host=None), form(1, host="farm.example")]
    first = census(pages)
    for seed in range(3):
        chance(seed).shuffle(pages)
        again = census(pages)
        assert again.lines.tolist() == first.lines.tolist()
        assert again.weights.tolist() == first.weights.tolist()


@FORMS
def test_unrelated_pages_are_read_as_ever(form):
    """Pages that share nothing give exactly what each gives by itself."""
    pages = [form(seed, host=f"paper{seed}.example", promo=prose(seed, 40)) for seed in (1, 2)]
    assert [article.to_dict() for article in read(pages)] == [read_page(page).to_dict() for page in pages]


def test_one_page_recurs_nowhere():
    """One page alone gives no table."""
    assert not census([pile_pages.html(1)])


def test_a_page_of_furniture_alone_is_left_as_it_is():
    """What has nothing of its own keeps what it has."""
    recurring = census([pile_pages.text(seed) for seed in range(1, 25)])
    page = pile_pages.text(1, paragraphs=[PROMO, PROMO, NOTICE, NOTICE])
    bare = read_page(page, recurring)
    assert bare.text == read_page(page).text


@pytest.mark.parametrize("jobs", [0, 2])
def test_many_pages_in_memory(jobs):
    """read_many reads a column as one, here and in workers, a failure in its place."""
    pages = [pile_pages.html(seed) for seed in range(1, 15)]
    column = [page.content for page in pages]
    urls = [page.url for page in pages]
    found = list(copydesk.read_many([*column, b""], urls=[*urls, None], jobs=jobs, together=True))
    assert isinstance(found.pop(), InputError)
    assert [article.text for article in found] == [article.text for article in read(pages)]
    assert PROMO not in found[0].text
