"""The article under schema.org's names."""

import json

import pytest

from press import PAGES, TRUTH, read

CLAIMS = {"datePublished", "dateModified", "publisher", "author", "articleSection", "keywords", "interactionStatistic"}


@pytest.mark.parametrize("path", PAGES)
def test_it_is_json_and_leaves_out_what_is_unknown(path):
    """Every page gives JSON-LD that serialises, names its context and type, and has no empty property."""
    record = json.loads(json.dumps(read(path).to_jsonld()))
    assert record["@context"][0] == "https://schema.org"
    assert record["@type"]
    assert not [key for key, value in record.items() if value in (None, "", [], {})]


@pytest.mark.parametrize("path", PAGES)
def test_what_is_only_claimed_is_marked(path):
    """Dates, publisher, authors, sections, topics and counters are listed as claims, the body is not."""
    record = read(path).to_jsonld()
    claimed = set(record.get("copydesk:claimed", ()))
    assert CLAIMS & record.keys() <= claimed
    assert not claimed & {"articleBody", "headline", "url"}
    assert claimed <= record.keys()


def test_a_farm_page_in_full():
    """The farm page: its false date is a claim, its counter an InteractionCounter, its brand no author."""
    path = "press/coinpaddock.example/48213.txt"
    record, truth = read(path).to_jsonld(), TRUTH[path]
    assert record["@type"] == "NewsArticle"
    assert record["datePublished"] == truth["date_published"]
    assert "author" not in record
    assert [person["name"] for person in record["contributor"]] == truth["contributors"]
    assert record["interactionStatistic"][0]["userInteractionCount"] == truth["reaction"]["count"]
    assert record["articleBody"].split("\n\n") == truth["body"]
