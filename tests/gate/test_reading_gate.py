"""The quality gate of reading: scores on pinned pages may rise and never fall.

``floors.toml`` pins, for each set, which pages (every n-th) and their digest, and the floor of each score. A score
above its floor by more than ``SLACK`` fails too: then the floor is to be raised in the same change, with
``PYTHONPATH=tests python tests/gate/test_reading_gate.py``, which prints the table to paste.

A set whose table has a ``set`` is that set's pages without their HTML: a line a block, all else lost. Its digest is of
these texts, so that a change of the HTML reader's blocks shows here as well.

The models learned from these pages too: the floors watch for change. How well unseen sites are read is told, by
cross-validation, on the models' cards in ``copydesk.weights``.
"""

import hashlib
import statistics
import sys
import tomllib
from collections import defaultdict
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from copydesk.intake import page_from
from copydesk.reading import html, read_page
from copydesk.types import MediaType
from shared_data import DATA, needs_shared

pytestmark = needs_shared

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf8"))
SLACK = 0.02


def official():
    """The loaders and metrics that lie beside the data."""
    if str(DATA.parent) not in sys.path:
        sys.path.append(str(DATA.parent))
    import score

    return score


@cache
def pages(name):
    """The pinned pages of one set, each with what is read: its HTML, or its lines."""
    score, of = official(), FLOORS[name].get("set", name)
    load = {"wcxb": score.wcxb_dev, "fundus": score.fundus_pages, "webdates": score.web_dates}[of]
    found = list(load())[:: FLOORS[name]["every"]]
    if "set" not in FLOORS[name]:
        return found
    texts = [{**page, "html": lines_of(page), "url": None} for page in found]
    return [page for page in texts if page["html"].strip()]


def lines_of(page):
    """A page's blocks as lines."""
    sheet = html.walk(page_from(page["html"], name=page["id"], url=page["url"] or None))
    return "\n".join(" ".join(sheet.words(block).split()) for block in range(len(sheet)))


def read(page):
    """The page's article; lines stay text, whatever a site writes about HTML."""
    given = page_from(page["html"], name=page["id"], url=page["url"] or None)
    return read_page(replace(given, media_type=MediaType.TEXT) if isinstance(page["html"], str) else given)


def digest(name):
    """What these pages are: their names, bytes and truth."""
    state = hashlib.blake2b(digest_size=16)
    for page in pages(name):
        state.update(repr((page["id"], page["html"], page["truth"])).encode())
    return state.hexdigest()


@cache
def scores(name):
    """The mean of each score over the pinned pages of one set."""
    score, found = official(), defaultdict(list)
    for page in pages(name):
        article, truth = read(page), page["truth"]
        text = truth.get("text") or "\n\n".join(truth.get("paragraphs", ()))
        if text:
            f1 = score.score_words(text, article.text)["f1"]
            found["body_all"].append(f1)
            if page["type"] == "article":
                found["body_articles"].append(f1)
        got = {
            "title": article.headline.value,
            "authors": [author.value for author in article.authors.value],
            "date": article.date_published.value and article.date_published.value.value,
            "topics": [topic.value for topic in article.topics.value],
        }
        for field, value in got.items():
            if truth.get(field):
                fold, compare = score.SCORES[field]
                found[field].append(compare(fold(truth[field]), fold(value))["score"])
    return {key: round(statistics.mean(values), 4) for key, values in found.items()}


@pytest.mark.parametrize("name", FLOORS)
def test_the_pages_are_the_pinned_ones(name):
    """A floor means something only on the very pages it was taken on."""
    assert digest(name) == FLOORS[name]["digest"]


@pytest.mark.parametrize(("name", "key"), [(name, key) for name in FLOORS for key in FLOORS[name]["floor"]])
def test_no_score_falls(name, key):
    """No score is below its floor, and no floor lags far behind its score."""
    floor, got = FLOORS[name]["floor"][key], scores(name)[key]
    assert got >= floor, f"{name} {key} fell from {floor} to {got}"
    assert got <= floor + SLACK, f"{name} {key} rose from {floor} to {got}: raise the floor"


if __name__ == "__main__":
    for chosen in FLOORS:
        of = f'set = "{FLOORS[chosen]["set"]}"\n' if "set" in FLOORS[chosen] else ""
        print(f'[{chosen}]\n{of}every = {FLOORS[chosen]["every"]}\ndigest = "{digest(chosen)}"\n\n[{chosen}.floor]')
        print("\n".join(f"{key} = {value - 0.0005:.3f}" for key, value in sorted(scores(chosen).items())), "\n")
