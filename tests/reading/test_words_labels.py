"""labels.toml and cues.toml: every entry is spelled so that it can match, and lines match as they are meant to."""

import unicodedata
from collections import Counter
from collections.abc import Iterator

import pytest

from copydesk.reading import counters, words

BIG_LANGUAGES = frozenset(["en", "es", "fr", "de", "pt", "it", "ru", "zh", "ja", "ko", "ar", "hi", "id", "tr", "pl"])

WHOLE_LINE_CUES = frozenset(["advert_line", "reaction", "home", "comment_reply"])
"""Tables of cues.toml whose entries are compared with a whole label, in label's own spelling."""

BROAD_CUES = (
    "byline_prefix", "published_prefix", "modified_prefix", "credit_prefix", "promo_prefix", "newsletter_anywhere",
    "advert_line", "legal_anywhere", "wall_consent", "photo_credit_prefix", "reaction", "breadcrumb_prefix", "home",
    "comment_reply", "live_anywhere", "gallery_anywhere", "video_anywhere",
)  # fmt: skip


def entries(name: str) -> Iterator[tuple[str, str, str]]:
    for key, languages in words.table(name).items():
        for language, phrases in languages.items():
            for phrase in phrases:
                yield key, language, phrase


@pytest.mark.parametrize("name", ["labels", "cues"])
def test_every_entry_is_spelled_as_the_matcher_folds_a_line(name: str) -> None:
    """An entry is casefolded, NFC and single-spaced; any other spelling could never match."""
    wrong = [
        (key, language, entry)
        for key, language, entry in entries(name)
        if not entry or entry != unicodedata.normalize("NFC", " ".join(entry.split()).casefold())
    ]
    assert wrong == []


@pytest.mark.parametrize("name", ["labels", "cues"])
def test_no_list_says_the_same_twice(name: str) -> None:
    """A language's list holds each phrase once."""
    repeated = [spot for spot, count in Counter(entries(name)).items() if count > 1]
    assert repeated == []


def test_a_label_opens_one_region() -> None:
    """No phrase of labels.toml stands in two tables, whatever the languages."""
    regions: dict[str, set[str]] = {}
    for key, _, entry in entries("labels"):
        regions.setdefault(entry, set()).add(key)
    assert {entry: found for entry, found in regions.items() if len(found) > 1} == {}


def test_every_label_is_found_as_a_heading() -> None:
    """Set in capitals with a colon behind it, as headings are, each label still opens its own region."""
    missed = []
    for key, language, entry in entries("labels"):
        line = entry.removesuffix("*") + "ukraine" if entry.endswith(" *") else entry
        # Only letters whose capital folds back: dotless i and the combining marks of Greek do not.
        heading = line.upper() if line.upper().casefold() == line else line
        if words.region_of(f"{heading}:") != key:
            missed.append((key, language, entry))
    assert missed == []


def test_every_cue_is_found_in_a_line_of_its_own() -> None:
    """Each cue hits at the start of a line that consists of it, and each whole-line entry is spelled as a label."""
    missed = [
        (key, language, entry)
        for key, language, entry in entries("cues")
        if (words.label(entry) != entry if key in WHOLE_LINE_CUES else words.cues(entry).get(key, (9, 9))[0] > 1)
    ]
    assert missed == []


@pytest.mark.parametrize(
    "region", ["related", "ranking", "recommended", "latest", "topics", "comments", "newsletter", "share"]
)
def test_labels_cover_the_big_languages(region: str) -> None:
    """The labels of every list and box are known in the fifteen languages with the most news pages."""
    assert BIG_LANGUAGES - words.table("labels")[region].keys() == set()


@pytest.mark.parametrize("key", BROAD_CUES)
def test_cues_cover_the_big_languages(key: str) -> None:
    """The cues of what most pages hold are known in the fifteen languages with the most news pages."""
    assert BIG_LANGUAGES - words.table("cues")[key].keys() == set()


@pytest.mark.parametrize(
    ("line", "region"),
    [
        ("RELATED:", "related"),
        ("Related (10)", "related"),
        ("More from Politics", "related"),
        ("Lesen Sie auch", "related"),
        ("Most read (8)", "ranking"),
        ("Ranking", "ranking"),
        ("Самое читаемое", "ranking"),
        ("热门新闻", "ranking"),
        ("Recommendation", "recommended"),
        ("You may also like…", "recommended"),
        ("あなたにおすすめ", "recommended"),
        ("Latest News", "latest"),
        ("- In:", "topics"),
        ("Schlagwörter:", "topics"),
        ("Comments (1,204)", "comments"),
        ("DEJA UN COMENTARIO", "comments"),
        ("Sign up for our newsletter", "newsletter"),
        ("Partager cet article", "share"),
        ("About the author", "author_bio"),
        ("Mapa do site", "navigation"),
        ("— Advertisement —", "advert"),
        ("Privacy Policy", "legal"),
        ("Einzelnachweise", "sources"),
        ("Bildergalerie", "photos"),
    ],
)
def test_headings_open_their_regions(line: str, region: str) -> None:
    """Headings as news sites set them are known for what they open."""
    assert words.region_of(line) == region


@pytest.mark.parametrize(
    "line",
    [
        "Background",
        "Politics",
        "What happens next",
        "Conclusion",
        "Analysis",
        "Kommentar",
        "Social media",
        "Privacy",
        "Más de 200 detenidos en la capital",
        "Related parties signed the deal on Monday",
        "Latest polls show a narrow lead",
    ],
)
def test_crossheads_and_headlines_open_nothing(line: str) -> None:
    """A line that heads a passage of an article, or is a headline, is no label."""
    assert words.region_of(line) is None


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("By Jane Roe", "byline_prefix"),
        ("Von Anna Beispiel", "byline_prefix"),
        ("Date:2025-04-11 05:48:19", "date_prefix"),
        ("Veröffentlicht am 3. Mai 2024", "published_prefix"),
        ("发布时间：2024-05-03", "published_prefix"),
        ("Last updated: 3 May 2024", "modified_prefix"),
        ("Reporting by Jane Roe", "credit_prefix"),
        ("(Reporting by Jane Roe; editing by John Doe)", "credit_prefix"),
        ("John Doe in Niamey contributed to this report.", "credit_anywhere"),
        ("This article was originally published by Example News.", "licensed_anywhere"),
        ("Read more: Talks go on", "promo_prefix"),
        ("À lire aussi : Les négociations continuent", "promo_prefix"),
        ("The best of the week, delivered straight to your inbox", "newsletter_anywhere"),
        ("Anzeige", "advert_line"),
        ("© 2024 Example. All rights reserved.", "legal_anywhere"),
        ("We and our partners store and access information", "wall_consent"),
        ("Subscribe to continue reading", "wall_paywall"),
        ("Please verify you are human", "wall_robot"),
        ("Photo: Jane Roe", "photo_credit_prefix"),
        ("Current:Home > Stocks", "breadcrumb_prefix"),
        ("5 min read", "read_time_anywhere"),
        ("Election night: live updates", "live_anywhere"),
        ("The week in pictures", "gallery_anywhere"),
        ("Watch the video", "video_anywhere"),
        ("Reply to this topic", "forum_anywhere"),
        ("Add to cart", "product_anywhere"),
    ],
)
def test_lines_hold_their_cues(line: str, cue: str) -> None:
    """Lines as news pages print them hold the cue that says what they are."""
    assert cue in words.cues(line)


@pytest.mark.parametrize(
    ("line", "cue"),
    [
        ("The inquiry by Jane Roe was delayed", "byline_prefix"),
        ("Sources close to the talks said nothing was signed", "credit_prefix"),
        ("Research by two universities shows the trend", "credit_prefix"),
        ("Updates are expected on Monday", "modified_prefix"),
        ("Photos show the damage to the bridge", "photo_credit_prefix"),
        ("Rising wages also contributed to the increase", "credit_anywhere"),
        ("A fall in stock prices worried investors", "product_anywhere"),
        ("A video posted by police shows the arrest", "forum_anywhere"),
    ],
)
def test_ordinary_sentences_hold_no_cue(line: str, cue: str) -> None:
    """A sentence of an article that uses the same words is not taken for furniture."""
    assert cue not in words.cues(line)


@pytest.mark.parametrize(("line", "counter"), [("veryGood! (3858)", ("veryGood!", 3858)), ("12 likes", ("likes", 12))])
def test_counters_are_read_with_their_label(line: str, counter: tuple[str, int]) -> None:
    """A counter in brackets needs no known word; a bare one is known by its word."""
    assert [(label, count) for label, count, _, _ in counters.reactions(line)] == [counter]


def test_a_bare_number_of_things_is_no_counter() -> None:
    """A number before a word that names no reaction is not a counter."""
    assert counters.reactions("12 soldiers") == []
