"""When an HTML page was published and changed, as precisely as it says, and which dates say neither."""

import pytest
from html_pages import read, story

from copydesk.types import Granularity

DATES = {
    "3 March 2025": ("2025-03-03", Granularity.DAY),
    "March 3, 2025": ("2025-03-03", Granularity.DAY),
    "Mar. 3, 2025": ("2025-03-03", Granularity.DAY),
    "Monday, 3rd March 2025": ("2025-03-03", Granularity.DAY),
    "2025-03-03": ("2025-03-03", Granularity.DAY),
    "2025/03/03": ("2025-03-03", Granularity.DAY),
    "March 3, 2025 at 2:10 p.m.": ("2025-03-03T14:10", Granularity.MINUTE),
    "3 Mar 2025 14:10": ("2025-03-03T14:10", Granularity.MINUTE),
    "2025-03-03 14:10:22": ("2025-03-03T14:10:22", Granularity.SECOND),
    "Published 3 March 2025, 14.10": ("2025-03-03T14:10", Granularity.MINUTE),
    "Posted on: 3 March 2025": ("2025-03-03", Granularity.DAY),
    "First published on Mon 3 Mar 2025 12.10 am": ("2025-03-03T00:10", Granularity.MINUTE),
    "Veröffentlicht am 3. März 2025 um 14:10 Uhr": ("2025-03-03T14:10", Granularity.MINUTE),
    "Publié le 3 mars 2025 à 14h10": ("2025-03-03T14:10", Granularity.MINUTE),
    "Publicado el 3 de marzo de 2025 a las 14:10": ("2025-03-03T14:10", Granularity.MINUTE),
    "03/03/2025 14h10": ("2025-03-03T14:10", Granularity.MINUTE),
    "3 marca 2025, 14:10": ("2025-03-03T14:10", Granularity.MINUTE),
    "3 марта 2025, 14:10": ("2025-03-03T14:10", Granularity.MINUTE),
    "2025年3月3日 14時10分": ("2025-03-03T14:10", Granularity.MINUTE),
    "2025.03.03. 오후 2:10": ("2025-03-03T14:10", Granularity.MINUTE),
}


@pytest.mark.parametrize("line", DATES)
def test_visible_dates(line):
    """A date line above the story is read exactly as precisely as it is written."""
    stamp = read(story(lead=f"<div class='date'>{line}</div>")).date_published.value
    assert (stamp.value, stamp.granularity) == DATES[line]


@pytest.mark.parametrize(
    ("line", "value", "zone"),
    [
        ("3 March 2025 14:10 GMT", "2025-03-03T14:10", "GMT"),
        ("March 3, 2025, 2:10 PM EST", "2025-03-03T14:10", "EST"),
        ("2025-03-03 14:10 +02:00", "2025-03-03T14:10", "+02:00"),
        ("2025-03-03T14:10:22Z", "2025-03-03T14:10:22", "Z"),
    ],
)
def test_visible_zones(line, value, zone):
    """A zone that stands beside a time is kept as stated."""
    stamp = read(story(lead=f"<div class='date'>{line}</div>")).date_published.value
    assert stamp.value.startswith(value)
    assert stamp.zone in ({zone, "+00:00", "UTC"} if zone == "Z" else {zone})


def test_the_time_elements_machine_value():
    """A ``<time>`` element's machine value gives what its words leave out, with the zone."""
    stamp = read(story(lead="<time datetime='2025-03-03T14:10:00+01:00'>3 March</time>")).date_published.value
    assert stamp.value == "2025-03-03T14:10:00+01:00"
    assert stamp.zone == "+01:00"


UPDATES = {
    "en": ("Published 3 March 2025 14:10", "Updated 4 March 2025 09:05"),
    "en, one line": ("", "Published: 3 March 2025 14:10 | Last updated: 4 March 2025 09:05"),
    "en, update first": ("Updated 4 March 2025 09:05", "Published 3 March 2025 14:10"),
    "de": ("Veröffentlicht: 03.03.2025, 14:10 Uhr", "Aktualisiert: 04.03.2025, 09:05 Uhr"),
    "de, as of": ("Veröffentlicht: 03.03.2025, 14:10 Uhr", "Stand: 04.03.2025, 09:05 Uhr"),
    "fr": ("Publié le 3 mars 2025 à 14h10", "Mis à jour le 4 mars 2025 à 09h05"),
    "es": ("Publicado: 3 de marzo de 2025, 14:10", "Actualizado: 4 de marzo de 2025, 09:05"),
    "pt": ("Publicado em 03/03/2025 às 14:10", "Atualizado em 04/03/2025 às 09:05"),
    "pl": ("Opublikowano: 3 marca 2025, 14:10", "Aktualizacja: 4 marca 2025, 09:05"),
    "ru": ("Опубликовано: 3 марта 2025, 14:10", "Обновлено: 4 марта 2025, 09:05"),
    "ja": ("公開日：2025年3月3日 14:10", "更新日：2025年3月4日 9:05"),
    "ko": ("입력 2025.03.03 14:10", "수정 2025.03.04 09:05"),
}


@pytest.mark.parametrize("name", UPDATES)
def test_published_and_updated(name):
    """The day of publication and that of the last change are told apart by their words, in any order."""
    first, second = UPDATES[name]
    article = read(story(lead=f"<div class='date'>{first}</div><div class='date'>{second}</div>"))
    assert article.date_published.value.value == "2025-03-03T14:10"
    assert article.date_modified.value.value == "2025-03-04T09:05"


def test_dates_in_the_story_and_the_lists_are_not_its_date():
    """Days that the story tells of, and the dates of other headlines, are not the page's date."""
    html = story(
        between=(
            "<p>The bridge was opened on 12 June 1874 and last repaired on 4 May 1991, when the parish paid for it.</p>"
        ),
        after=(
            "<aside><h2>Related</h2><ul><li><a href='/a'>Oak prices double in a year</a> <time>1 February"
            " 2025</time></li><li><a href='/b'>The last ferryman remembers</a> <time>9 January"
            " 2025</time></li></ul></aside>"
        ),
    )
    assert read(html).date_published.value is None


def test_a_date_in_the_address():
    """Where the page shows no date, the one in its address is the claim, to the day."""
    stamp = read(story(), url="https://wendlemercury.example/2025/03/03/rotten-bridge").date_published.value
    assert (stamp.value, stamp.granularity) == ("2025-03-03", Granularity.DAY)
