"""The made-up farm pages are what they say: laws on every template, over seeds and languages."""

import json
import re
from dataclasses import astuple
from datetime import datetime
from itertools import combinations, pairwise

import pytest

from chance import chance
from copydesk.types import Role
from farms.farm_dates import claim, moment
from farms.farm_kit import labels
from farms.grain import KEPT_TOPICS, LANGUAGES, OPEN_TOPICS, WILD_LANGUAGES, WILD_TOPICS, Grain, stock
from farms.kept_templates import KEPT_TEMPLATES
from farms.open_templates import OPEN_TEMPLATES
from farms.sealed_templates import SEALED_TEMPLATES
from farms.wild_apart import APART_TEMPLATES
from farms.wild_templates import WILD_TEMPLATES

# What only the sealed ones must fulfil stands in test_sealed_farms.
TEMPLATES = (*OPEN_TEMPLATES, *KEPT_TEMPLATES, *SEALED_TEMPLATES, *WILD_TEMPLATES, *APART_TEMPLATES)
SEEDS = range(12)
CASES = [(template, language) for template in TEMPLATES for language in template.languages]
# Parts whose words are the page's own; the others are labels and boxes, which every page of a kit may share.
OWN = {Role.HEADLINE, Role.DEK, Role.BODY, Role.PROMO, Role.RELATED, Role.RANKING, Role.RECOMMENDED}

each_case = pytest.mark.parametrize(
    ("template", "language"), CASES, ids=[f"{template.name}-{language}" for template, language in CASES]
)
each_template = pytest.mark.parametrize("template", TEMPLATES, ids=lambda template: template.name)


def pages(template, language):
    return [template.page(seed, language) for seed in SEEDS]


def values(fields):
    """Every value that the page must show, word for word."""
    yield fields.headline
    single = (fields.dek, fields.date_printed, fields.brand, fields.byline)
    yield from (value for value in (*single, fields.site_name, fields.section, fields.credit) if value)
    yield from (*fields.breadcrumb, *fields.topics, *fields.captions, *fields.promos, *fields.paragraphs)
    yield from (counter.printed for counter in fields.counters)
    for made in fields.lists:
        yield from (made.heading, *made.entries)


@each_case
def test_the_spans_are_the_page(template, language):
    """Spans lie in the text in order, never overlap, begin and end with words, and cover all that is not blank."""
    for page in pages(template, language):
        assert page.blocks[0].start >= 0
        assert page.blocks[-1].end <= len(page.text)
        assert all(before.end <= after.start for before, after in pairwise(page.blocks))
        left = list(page.text)
        for start, end, role in page.blocks:
            words = page.text[start:end]
            assert words, role
            assert words == words.strip(), role
            left[start:end] = " " * (end - start)
        assert not "".join(left).strip()


@each_case
def test_the_fields_are_on_the_page(template, language):
    """Every value stands on the page, and no slot or choice of the grammar was left unfilled."""
    for page in pages(template, language):
        assert page.fields.language == language
        assert page.fields.headline
        for value in values(page.fields):
            assert value in page.text
            assert not re.search(r"\{\w[^ {}]*\}|\[[^\[\]]*\|", value)


@each_case
def test_the_fields_stand_in_their_parts(template, language):
    """Headline, body and list entries lie in spans of their own roles."""
    for page in pages(template, language):
        assert page.words(Role.BODY) == page.fields.paragraphs
        assert any(page.fields.headline in words for words in page.words(Role.HEADLINE))
        assert len(page.words(Role.LIST_HEADING)) == len(page.fields.lists)
        for made in page.fields.lists:
            shown = page.words(made.kind)
            assert len(shown) == len(made.entries)
            assert all(entry in words for entry, words in zip(made.entries, shown, strict=True))
            assert set(made.bare) <= set(made.entries)


@each_template
def test_a_seed_is_a_page(template):
    """The same seed gives the same page, another seed another one."""
    texts = [template.page(seed).text for seed in SEEDS]
    assert texts == [template.page(seed).text for seed in SEEDS]
    assert len(set(texts)) == len(texts)


@each_case
def test_pages_share_only_labels(template, language):
    """No headline of one page stands on another of its kit and language, a paragraph or list entry hardly ever."""
    drawn = pages(template, language)
    said = [{page.text[start:end] for start, end, role in page.blocks if role in OWN} for page in drawn]
    shared = sum(len(one & other) for one, other in combinations(said, 2))
    assert shared <= 0.01 * sum(len(parts) for parts in said)
    assert len({page.fields.headline for page in drawn}) == len(drawn)


@each_template
def test_a_template_varies(template):
    """A template has at least three languages, and its pages differ in which parts they have and in what order."""
    assert len(template.languages) >= 3
    orders = {tuple(dict.fromkeys(role for _, _, role in template.page(seed).blocks)) for seed in range(30)}
    assert len(orders) >= 3


def test_the_kept_templates_are_kept_apart():
    """Kept and open templates share no name, topic, brand, or label of what a reader must recognise."""
    assert not {t.name for t in OPEN_TEMPLATES} & {t.name for t in KEPT_TEMPLATES}
    assert not set(OPEN_TOPICS) & set(KEPT_TOPICS)
    for key in labels("open", "brands"):
        assert not set(labels("open", "brands")[key]) & set(labels("kept", "brands")[key])
    for language in LANGUAGES:
        for key in ("related", "ranking", "recommended", "tags", "date", "by", "desk", "home", "newsletter"):
            assert not set(labels("open", language)[key]) & set(labels("kept", language)[key]), (language, key)


def test_every_language_is_drawn_by_both():
    """Each of the ten languages occurs in an open and in a kept template."""
    for templates in (OPEN_TEMPLATES, KEPT_TEMPLATES):
        assert {language for template in templates for language in template.languages} == set(LANGUAGES)


def test_the_wild_templates_are_apart_from_open_and_kept():
    """They share no name, topic or brand with them, and each language has the same labels."""
    older = (*OPEN_TEMPLATES, *KEPT_TEMPLATES, *SEALED_TEMPLATES)
    assert not {t.name for t in older} & {t.name for t in (*WILD_TEMPLATES, *APART_TEMPLATES)}
    assert not {*OPEN_TOPICS, *KEPT_TOPICS} & set(WILD_TOPICS)
    for key in labels("wild", "brands"):
        assert not {*labels("open", "brands")[key], *labels("kept", "brands")[key]} & {*labels("wild", "brands")[key]}
    assert all(set(labels("wild", language)) == set(labels("wild", "en")) for language in WILD_LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_line_of_the_stock_can_be_said(language):
    """Each pattern fills without a rest, and each topic has enough of them for a long article."""
    grain = Grain(chance(1), language, (*OPEN_TOPICS, *KEPT_TOPICS))
    for topic, lines in stock(language).topics.items():
        for pattern in (pattern for patterns in lines.said.values() for pattern in patterns):
            said = grain.say(pattern, x="")
            assert said
            assert not set(said) & set("{}[]|"), pattern
            assert "{" in pattern, f"{pattern!r} would be the same on every page"
        assert len(lines.said["plain"]) >= 6, topic
    lengths = {len(grain.story().paragraphs) for _ in range(200)}
    assert min(lengths) == 4
    assert max(lengths) == 12


@pytest.mark.parametrize("style", ["seconds", "minutes", "slashes", "mail", "zulu", "day", "dots", "long"])
def test_a_claimed_date_means_what_it_prints(style):
    """The ISO value of a claimed date is its moment, as far as the style prints it."""
    for seed in range(50):
        when = moment(chance(seed))
        iso = claim(when, style, "en").iso
        read = datetime.fromisoformat(iso)
        assert when.isoformat().startswith(read.replace(tzinfo=None).isoformat()[: 10 if "T" not in iso else 16])


@each_template
def test_the_truth_goes_into_a_file(template):
    """A page's truth is plain data: it survives JSON."""
    page = template.page(3)
    plain = json.loads(json.dumps(astuple(page)))
    assert plain[1] == page.text
    assert [tuple(block) for block in plain[2]] == [tuple(block) for block in page.blocks]
