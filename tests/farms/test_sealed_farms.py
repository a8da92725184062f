"""The sealed farm pages have nothing but the grammar in common with those that a reader may be made with.

That they are what they say is proved in ``test_farms``, whose laws hold for every template.
"""

import re
from datetime import datetime

import pytest

from chance import chance
from copydesk.types import Role
from farms.farm_dates import moment
from farms.farm_kit import labels
from farms.grain import KEPT_TOPICS, OPEN_TOPICS
from farms.kept_templates import KEPT_TEMPLATES
from farms.open_templates import OPEN_TEMPLATES
from farms.sealed_dates import STYLES, claim
from farms.sealed_kit import SEALED_LANGUAGES, SEALED_TOPICS, SealedGrain, sealed_stock
from farms.sealed_templates import SEALED_TEMPLATES

OTHERS = ("open", "kept")
# What a reader must recognise by its words.
TELLING = ("related", "ranking", "recommended", "tags", "date", "by", "desk", "home", "newsletter", "more", "advert")

each_template = pytest.mark.parametrize("template", SEALED_TEMPLATES, ids=lambda template: template.name)
each_language = pytest.mark.parametrize("language", SEALED_LANGUAGES)


def test_the_sealed_templates_are_kept_apart():
    """They share no name, topic or brand with the open and the kept templates."""
    names = {template.name for template in (*OPEN_TEMPLATES, *KEPT_TEMPLATES)}
    assert not names & {template.name for template in SEALED_TEMPLATES}
    assert not {*OPEN_TOPICS, *KEPT_TOPICS} & set(SEALED_TOPICS)
    for other in OTHERS:
        for key in labels("sealed", "brands"):
            assert not set(labels(other, "brands")[key]) & set(labels("sealed", "brands")[key])


@each_language
def test_the_sealed_labels_are_their_own(language):
    """No label by which a part is recognised stands in the other stocks, and no language lacks one."""
    own = labels("sealed", language)
    assert set(own) == set(labels("sealed", "en"))
    for other in OTHERS:
        for key in TELLING:
            assert not set(labels(other, language)[key]) & set(own[key]), (other, key)


@each_language
def test_a_list_heading_is_of_one_kind(language):
    """No heading stands for two kinds of lists, in the sealed stock or against the others."""
    kinds = ("related", "ranking", "recommended")
    for edition in ("sealed", *OTHERS):
        for kind in kinds:
            headings = {text.casefold() for text in labels("sealed", language)[kind]}
            for other in set(kinds) - {kind}:
                assert not headings & {text.casefold() for text in labels(edition, language)[other]}, (edition, kind)


def test_there_are_ten_templates_in_seven_languages():
    """Ten templates together come in every sealed language."""
    assert len(SEALED_TEMPLATES) == 10
    assert {language for template in SEALED_TEMPLATES for language in template.languages} == set(SEALED_LANGUAGES)


@each_template
def test_forty_seeds_differ_visibly(template):
    """Of forty pages no two have the same parts in the same numbers, and at least ten orders of parts occur."""
    pages = [template.page(seed) for seed in range(40)]
    assert len({tuple(role for _, _, role in page.blocks) for page in pages}) == 40
    assert len({tuple(dict.fromkeys(role for _, _, role in page.blocks)) for page in pages}) >= 10


@each_template
def test_glued_entries_have_a_seam(template):
    """Two topics or list entries with nothing between them are told apart by a letter's case or a sign."""
    for seed in range(40):
        page = template.page(seed)
        for before, after in zip(page.blocks, page.blocks[1:], strict=False):
            if before.end == after.start and before.role is after.role and before.role is not Role.NAVIGATION:
                seam = page.text[before.end - 1 : before.end + 1]
                assert not (seam[0].isdigit() and seam[1].isdigit()), (seed, page.text[before.start : after.end])
                assert not (seam[1].isalpha() and not seam[1].isupper()), (seed, page.text[before.start : after.end])


@each_template
def test_no_figures_run_into_one_another(template):
    """A number at the end of a part never runs into a number at the beginning of the next."""
    for seed in range(40):
        assert all(
            not (page.text[end - 1 : end].isdigit() and page.text[end : end + 1].isdigit())
            for page in [template.page(seed)]
            for _, end, _ in page.blocks
        )


@each_template
def test_no_pattern_is_left_over(template):
    """Outside the faults of the kits, no part shows a slot of the grammar."""
    for seed in range(40):
        page = template.page(seed)
        for start, end, role in page.blocks:
            assert role is Role.OTHER or not re.search(r"\{\w+(-\d+)?\}", page.text[start:end]), (seed, role)


@each_language
def test_every_line_of_the_sealed_stock_can_be_said(language):
    """Each pattern fills without a rest and changes from page to page, and a story can be short or long."""
    grain = SealedGrain(chance(1), language)
    for topic in SEALED_TOPICS:
        lines = sealed_stock(language).topics[topic]
        assert len(lines.said["plain"]) >= 6
        assert len(lines.tags) >= 5
    for lines in sealed_stock(language).topics.values():
        for pattern in (pattern for patterns in lines.said.values() for pattern in patterns):
            said = grain.say(pattern, x="")
            assert said
            assert not set(said) & set("{}[]|"), pattern
            assert "{" in pattern, f"{pattern!r} would be the same on every page"
    lengths = {len(grain.story().paragraphs) for _ in range(200)}
    assert min(lengths) == 4
    assert max(lengths) == 12


@pytest.mark.parametrize("style", STYLES)
@each_language
def test_a_sealed_date_means_what_it_prints(style, language):
    """The ISO value is the moment as far as the style prints it, and the print shows its day and year."""
    for seed in range(30):
        when = moment(chance(seed))
        made = claim(when, style, language)
        read = datetime.fromisoformat(made.iso)
        if style == "offset":
            assert read == when
        else:
            assert when.isoformat().startswith(
                read.replace(tzinfo=None).isoformat()[: 10 if "T" not in made.iso else 16]
            )
        assert str(read.day) in made.printed
        assert str(read.year) in made.printed
