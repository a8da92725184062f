"""The rows of a card, as data."""

from dataclasses import replace

import cli_articles
import pytest

from copydesk.cli.rows import BELOW, BESIDE, CUT, FORMS, Tone, rows
from copydesk.types import BlockKind, Entry, Field, Pointer, Reaction, Role, Span

PARTS_OF_THE_ARTICLE = {
    Role.HEADLINE, Role.DEK, Role.SITE_NAME, Role.BREADCRUMB, Role.SECTION, Role.BYLINE, Role.BRAND_SLOT, Role.DATE,
    Role.BODY, Role.CREDIT,
}  # fmt: skip


def _beside(article):
    return {row.label: row for row in rows(BESIDE, article) if row.label}


def _below(article):
    """What copydesk finds, continuation rows under the label they continue."""
    told, label = {}, ""
    for row in rows(BELOW, article):
        label = row.label or label
        told.setdefault(label, []).append(row)
    return told


def _findings(article, label):
    return [row.finding for row in _below(article)[label]]


def test_the_brand_in_the_byline_is_flagged(farm):
    """A brand where a byline belongs is shown as the claim and said to be one, with copydesk's doubt."""
    byline = _beside(farm)["byline"]
    assert byline.claim == "Orchid Prime Ledger View"
    assert byline.finding == "a brand where a byline belongs, no author named"
    assert (byline.tone, byline.unsure) == (Tone.FLAG, True)


def test_a_brand_beside_an_author_has_its_own_row(portal):
    """An author is not hidden by a brand that stands beside the name, and the other way round."""
    article = replace(portal, brand_slot=Field("Orchid Prime", (), 0.9))
    claims = [row.claim for row in rows(BESIDE, article)]
    assert "Ansel Okoro, 柳田 真理" in claims
    assert "Orchid Prime" in claims
    assert "a brand where a byline belongs" in [row.finding for row in rows(BESIDE, article)]


def test_the_bare_name_in_a_list_is_flagged(farm):
    """A list's count names its heading, and a bare name among its headlines is pointed out."""
    count, name = _below(farm)["ranking"]
    assert count.finding == "2 headlines under “Ranking”"
    assert (name.finding, name.tone) == ("“Corin Vale” is only a name", Tone.FLAG)


def test_several_bare_names_are_named_together(farm):
    """Two bare names make one row."""
    names = tuple(Field(Entry(name, bare_name=True), (), 0.9) for name in ("Corin Vale", "Ada Quill"))
    assert _findings(replace(farm, ranking=Field(names, (), 0.9)), "ranking") == [
        "2 headlines",
        "“Corin Vale”, “Ada Quill” are only names",
    ]


def test_a_canonical_address_on_another_host_is_flagged(portal):
    """An address that names another host than the page's own is flagged with the host it came from."""
    address = _beside(portal)["address"]
    assert (address.finding, address.tone) == ("names another host than saltwick-portal.example", Tone.FLAG)


@pytest.mark.parametrize(
    ("here", "there"),
    [
        ("https://www.echo.example/a", "https://echo.example/a"),
        ("https://amp.echo.example/a", "https://echo.example/a"),
        (None, "https://echo.example/a"),
        ("https://echo.example/a", "/a"),
        ("https://echo.example/a", "https://[not an address/"),
    ],
)
def test_other_canonical_addresses_are_not_flagged(portal, here, there):
    """The same host, a host of the same house, an unknown or unreadable one: no flag."""
    article = replace(portal, url=here, canonical_url=Field(there, (), 0.9))
    assert _beside(article)["address"].tone is Tone.QUIET


def test_a_licence_is_flagged(portal):
    """A page that states terms of reuse deserves a second look."""
    assert _beside(portal)["licence"].tone is Tone.FLAG


@pytest.mark.parametrize(("free", "claim"), [(True, "free to read"), (False, "not free to read")])
def test_access_is_told_when_it_is_stated(portal, free, claim):
    """Both answers are told."""
    assert _beside(replace(portal, is_accessible_for_free=Field(free, (), 0.9)))["access"].claim == claim


def test_a_claim_says_where_it_was_read(portal):
    """The quiet finding beside a claim names the places it was read from, strongest first."""
    assert _beside(portal)["headline"].finding == "from the page, json-ld"
    assert _beside(portal)["section"].finding == "from the address"


def test_a_text_page_says_only_how_often(farm):
    """All of a text is read from the page: that is not repeated, but that a headline stands there twice is told."""
    assert _beside(farm)["headline"].finding == "from the page (twice)"
    assert _beside(farm)["site"].finding is None


def test_one_place_read_by_two_rules_is_one_place(portal):
    """Spans that begin together are one place, however many rules read it."""
    headline = replace(portal.headline, evidence=tuple(Span(at, at + 5, "rule") for at in (30, 30, 40, 50)))
    assert _beside(replace(portal, headline=headline))["headline"].finding == "from the page (3 times)"


def test_what_structured_data_states_stands_beside_what_is_found(portal):
    """Of kind and language copydesk judges itself; what the page states is the claim."""
    told = _beside(portal)
    assert (told["kind"].claim, told["kind"].finding) == ("NewsArticle", "article")
    assert (told["language"].claim, told["language"].finding) == ("en-GB", "en")


def test_dates_keep_their_zone_and_say_when_there_is_none(farm, portal):
    """A date with a time tells its zone, or that it has none; a date without a time needs none."""
    assert _beside(farm)["published"].claim == "2031-04-11 05:48:19, no zone"
    assert _beside(portal)["published"].claim == "2031-05-03 14:10+02:00 (CEST)"
    assert _beside(portal)["modified"].claim == "2031-05-04"


def test_little_confidence_shows(portal):
    """A value read with confidence below one half is marked unsure, others are not."""
    told = _beside(portal)
    assert told["modified"].unsure
    assert not told["published"].unsure


def test_a_page_without_anything_keeps_its_four_claims(wall):
    """Headline, site, byline and date have their row even if empty; optional claims have none."""
    claims = {row.label: row.claim for row in rows(BESIDE, wall)}
    assert claims == dict.fromkeys(["kind", "headline", "site", "byline", "published"])
    assert _findings(wall, "body") == ["none"]


def test_the_body_is_counted_by_form(portal):
    """Paragraphs, headings, list items and quotes are told apart."""
    assert _findings(portal, "body")[0] == "2 paragraphs, 1 heading, 2 list items, 1 quote"


def test_the_body_has_its_share_of_the_words():
    """Beside the number of the body's words stands what part of the page's words that is."""
    page = cli_articles.sketch(
        [
            (Role.NAVIGATION, BlockKind.PARAGRAPH, "Home"),
            (Role.BODY, BlockKind.PARAGRAPH, "\nIt cost 1,000 crowns – so O’Hara."),
        ]
    )
    assert _findings(cli_articles.article(page), "body")[1] == "6 of the page's 7 words, 86%"


def test_a_body_without_spaces_is_counted_in_characters():
    """Scripts that do not separate words are counted by the character."""
    page = cli_articles.sketch([(Role.BODY, BlockKind.PARAGRAPH, "港の人々は静かに過ごした。")])
    assert _findings(cli_articles.article(page), "body")[1] == "13 of the page's 13 characters, 100%"


def test_what_was_cut_is_counted_by_role(farm):
    """Everything cut from the body is told with its count, nothing that is part of the article is."""
    assert _findings(farm, "cut away") == [
        "1 promo, 3 related entries, 2 ranking entries, 2 recommended entries, 4 list headings, 3 topics, 1 counter"
    ]


def test_every_role_is_either_cut_or_part_of_the_article():
    """A role added later has to be put on one side."""
    assert set(CUT) | PARTS_OF_THE_ARTICLE == set(Role)
    assert not set(CUT) & PARTS_OF_THE_ARTICLE


def test_every_form_of_a_block_can_be_counted():
    """A form added later needs its word."""
    assert set(FORMS) == set(BlockKind)


def test_credit_and_contributors_are_told(farm):
    """The credit line is quoted and the people it names are named."""
    assert _findings(farm, "credit") == [
        "“Reporting contributed by Hesper Lindqvist”",
        "Hesper Lindqvist contributed",
    ]


def test_long_lists_are_told_in_part(farm):
    """Of many topics, promos and counters the first are told and the rest counted."""
    topics = tuple(Field(f"t{number}", (), 0.9) for number in range(15))
    promos = tuple(Field(Entry(f"p{number}"), (), 0.9) for number in range(5))
    counters = tuple(Field(Reaction("like", number), (), 0.9) for number in range(5))
    article = replace(
        farm, topics=Field(topics, (), 0.9), promos=Field(promos, (), 0.9), reactions=Field(counters, (), 0.9)
    )
    claims = [row.claim for row in rows(BESIDE, article)]
    assert "like (2)" in claims
    assert "and 2 more" in claims
    assert "like (3)" not in claims
    assert _findings(article, "topics")[0].endswith("t11 and 3 more")
    assert _findings(article, "promos") == ["“p0”", "“p1”", "“p2”", "and 2 more"]


def test_images_and_comments_are_counted(portal):
    """Pictures with a caption and readers' comments have their counts."""
    assert _findings(portal, "images") == ["1 image, 1 with a caption"]
    assert _findings(portal, "comments") == ["1 reader comment"]


def test_headings_in_structured_data_are_not_quoted_as_the_pages_words(farm):
    """Only a heading that stands on the page is named."""
    entries = replace(farm.related, evidence=(Pointer("json-ld/0/relatedLink", "x", "stated"),))
    assert _findings(replace(farm, related=entries), "related") == ["3 headlines"]
