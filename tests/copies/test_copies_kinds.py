"""What two texts are to one another is named as an editor would name it."""

import pytest

import copydesk
from copies_prose import TOPICS, chance, nonsense, prose, sentences, story, text, without_spaces
from copydesk.types import OverlapKind
from farms.grain import LANGUAGES, Grain

SEEDS = range(0, 28, 5)
each_seed = pytest.mark.parametrize("seed", SEEDS)
each_language = pytest.mark.parametrize("language", LANGUAGES)

TURNED = {OverlapKind.EXCERPT: OverlapKind.CONTAINS, OverlapKind.CONTAINS: OverlapKind.EXCERPT}


def overlap(*texts):
    """The one overlap of the first two texts; it is the same, turned, when they come in the other order."""
    one, other, *others = texts
    found = [each for each in copydesk.overlaps([one, other, *others]) if (each.a, each.b) == (0, 1)]
    turned = [each for each in copydesk.overlaps([other, one, *others]) if (each.a, each.b) == (0, 1)]
    assert len(found) == len(turned) <= 1
    if not found:
        return None
    assert turned[0].kind is TURNED.get(found[0].kind, found[0].kind)
    assert (turned[0].containment_ab, turned[0].containment_ba) == (found[0].containment_ba, found[0].containment_ab)
    assert turned[0].words == found[0].words
    return found[0]


def kind(*texts):
    found = overlap(*texts)
    return found and found.kind


def exchanged(words, every, new, size=1):
    """Of each so many words the last one, or more, are others."""
    return [new[at] if at % every >= every - size else word for at, word in enumerate(words)]


@each_language
def test_the_same_words_are_identical(language):
    """A text and itself without its accents, in capitals, with other quotation marks and line ends are identical."""
    one = text(1, language)
    other = (
        one.upper().replace("“", '"').replace("”", '"').replace("\n\n", " \r\n ").replace("«", "„").replace("»", "“")
    )
    found = overlap(one, other)
    assert found.kind is OverlapKind.IDENTICAL
    assert (found.containment_ab, found.containment_ba) == (1, 1)
    assert len(found.passages) == 1


@pytest.mark.parametrize("short", ["Yes.", "One two", "No comment was given.", "日。", "1"])
def test_short_texts_are_identical_too(short):
    """However short, texts with the same words are identical."""
    assert kind(short, short.lower() + "!", "and something else") is OverlapKind.IDENTICAL


@each_seed
def test_a_few_changed_words_make_a_near_copy(seed):
    """With one word in twenty-five changed, a sentence left out or paragraphs in another order, a copy is near."""
    words = text(seed).split()
    assert kind(text(seed), " ".join(exchanged(words, 25, nonsense(seed, 400)))) is OverlapKind.NEAR
    assert kind(text(seed), " ".join(words[:60] + words[75:])) is OverlapKind.NEAR
    assert kind(text(seed), "\n\n".join(reversed(story(seed)))) is OverlapKind.NEAR


@each_language
def test_a_cut_is_an_excerpt_and_its_source_contains_it(language):
    """Half of a story is an excerpt of it, all of it shared; the story contains it, in every language."""
    whole = text(2, language) + "\n\n" + text(3, language)
    half = text(2, language)
    found = overlap(half, whole)
    assert found.kind is OverlapKind.EXCERPT
    assert found.containment_ab == 1
    assert 0.2 < found.containment_ba < 0.8
    assert kind(whole, half) is OverlapKind.CONTAINS


def test_an_excerpt_is_told_where_no_blanks_are():
    """A third of a text in a script without blanks is an excerpt of it."""
    whole = without_spaces(1, 600)
    assert kind(whole[200:400], whole) is OverlapKind.EXCERPT


@each_seed
def test_half_of_one_story_and_half_of_another_are_spliced(seed):
    """A text of two halves is spliced with each of its sources while both are in the pile."""
    one, other = prose(seed, 300), prose(seed + 100, 300)
    patched = f"{one[: len(one) // 2]}\n\n{other[len(other) // 2 :]}"
    assert kind(patched, one, other) is OverlapKind.SPLICED
    assert kind(patched, other, one) is OverlapKind.SPLICED


@each_seed
def test_other_words_for_many_are_a_rewording(seed):
    """A text that goes through another, with three words of each twelve put otherwise, is reworded."""
    words = text(seed).lower().split()
    assert kind(" ".join(words), " ".join(exchanged(words, 12, nonsense(seed + 50, 400), 3))) is OverlapKind.REWORDED


@each_seed
@pytest.mark.parametrize("marks", ["“”", '""', "„“", "«»"])
def test_what_two_stories_quote_is_a_shared_quotation(seed, marks):
    """Two stories of their own with the same long statement between quotation marks share a quotation."""
    said = prose(seed + 500, 70)
    one, other = (
        f"{prose(seed + number, 120)}\nThe office said: {marks[0]}{said}{marks[1]}\n{prose(seed + number + 1, 90)}"
        for number in (100, 200)
    )
    assert kind(one, other) is OverlapKind.SHARED_QUOTATION


@pytest.mark.parametrize("stories", [2, 3, 12])
def test_a_quotation_is_shared_by_all_who_quote_it(stories):
    """However many stories quote a statement, each two of them share a quotation; without marks it is a notice."""
    said = prose(900, 60)
    for marks, kinds in (("“”", {OverlapKind.SHARED_QUOTATION}), ("  ", set())):
        told = f"The office said: {marks[0]}{said}{marks[1]}"
        texts = [f"{prose(number, 120)}\n{told}\n{prose(100 + number, 90)}" for number in range(stories)]
        found = list(copydesk.overlaps(texts))
        if stories > 2 or kinds:
            assert {each.kind for each in found} == kinds
            assert len(found) == (stories * (stories - 1) // 2 if kinds else 0)


@each_seed
def test_a_quotation_is_shared_with_its_source(seed):
    """A speech and a story that quotes a part of it share a quotation, though only one of them sets marks."""
    speech = prose(seed + 500, 400)
    said = " ".join(speech.split()[100:160])
    one = f"{prose(seed, 150)}\nThe minister said: “{said}” {prose(seed + 1, 50)}"
    assert kind(one, speech) is OverlapKind.SHARED_QUOTATION


REPORT = (
    "Shares on the {place} exchange rose by {figure} points on {day}, and traders said that the day had been quiet "
    "with few orders from abroad. The index closed at {close} after a slow start in the morning. "
    "The strongest of the larger companies was {one}, whose shares gained {gain} percent, followed by {two} with a "
    "little less. At the other end of the list stood {three}, down by {loss} percent. "
    "Analysts at {bank} expect the market to move within narrow bounds until the central bank meets again in {month}. "
    "Oil was traded at {oil} a barrel, while gold stayed where it had been on the day before."
)


def report(seed):
    random = chance(seed)
    grain = Grain(random, "en", TOPICS)
    names = {slot: grain.place() for slot in ("place", "one", "two", "three", "bank")}
    figures = {slot: random.randint(11, 9999) for slot in ("figure", "close", "gain", "loss", "oil")}
    days = random.choice(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"])
    months = random.choice(["January", "March", "April", "June", "July", "October"])
    return REPORT.format(**names, **figures, day=days, month=months)


@each_seed
def test_the_same_form_with_other_names_is_serial(seed):
    """Two days' market reports, alike but for their names and figures, are of a series."""
    assert kind(report(seed), report(seed + 1)) is OverlapKind.SERIAL


def test_a_long_series_is_serial_too():
    """A form that recurs over a dozen issues is known as the form of a series, not taken for furniture."""
    texts = [report(seed) for seed in range(12)] + [prose(500 + number, 250) for number in range(12)]
    found = {(each.a, each.b): each.kind for each in copydesk.overlaps(texts)}
    assert set(found) == {(a, b) for b in range(12) for a in range(b)}
    assert set(found.values()) == {OverlapKind.SERIAL}


def test_a_notice_beside_stories_is_no_series():
    """Short pages that have the same notice, as long as what they tell, are no issues of a series."""
    notice = prose(900, 60)
    assert list(copydesk.overlaps(f"{prose(number, 60)}\n{notice}" for number in range(12))) == []


@each_seed
def test_a_list_in_another_order_is_serial(seed):
    """Half of the entries of last year's list, in this year's order, under another beginning, are of a series."""
    entries = [prose(seed + 100 + number, 40) for number in range(6)]
    old = [prose(seed, 60), *entries, *(prose(seed + 200 + number, 40) for number in range(5))]
    new = [prose(seed + 1, 60), *reversed(entries), *(prose(seed + 300 + number, 40) for number in range(5))]
    new[2:2] = [prose(seed + 2, 45)]
    assert kind("\n".join(old), "\n".join(new)) is OverlapKind.SERIAL


@each_seed
def test_the_same_beginning_rewritten_is_a_version(seed):
    """Two states of a story that begin alike and go on otherwise are versions."""
    begin = prose(seed, 130)
    one, other = (f"{begin}\n{prose(seed + number, 120)}" for number in (100, 200))
    assert kind(one, other) is OverlapKind.VERSION


@each_seed
def test_a_story_told_on_under_a_new_lead_is_a_version(seed):
    """A story with new words and figures, a new beginning and more paragraphs is a version of it, not its source."""
    told = prose(seed, 280).lower().split()
    later = exchanged(told, 30, nonsense(seed + 50, 280), 3)
    for at in range(28, 280, 30):
        told[at], later[at] = str(100 + at), str(500 + at)
    new = [prose(seed + number, 40) for number in (100, 200, 300)]
    newer = [new[0], " ".join(later[:120]), new[1], " ".join(later[120:]), new[2]]
    assert kind(" ".join(told), "\n".join(newer)) is OverlapKind.VERSION


def later(seed):
    """A story in small letters and what became of it: a new beginning, a paragraph gone, more at the end."""
    told = [prose(seed + number, 40).lower() for number in range(0, 700, 100)]
    kept = told[:3] + told[4:]
    new = [prose(seed + number, 40) for number in (1000, 1100, 1200, 1300)]
    return told, kept, new


@each_seed
def test_a_story_of_which_a_part_is_gone_is_a_version_too(seed):
    """A new beginning, a paragraph less and more at the end make a later state, though no figure has changed."""
    told, kept, new = later(seed)
    assert kind("\n".join(told), "\n".join([new[0][:120] + ".", *kept, *new[1:]])) is OverlapKind.VERSION


@each_seed
def test_a_story_quoted_at_length_by_another_is_no_version_of_it(seed):
    """What begins with a story of its own contains the other, cut or not."""
    told, kept, new = later(seed)
    assert kind("\n".join(told), "\n".join([*new[:2], *kept, *new[2:]])) is OverlapKind.EXCERPT


@each_seed
def test_the_same_links_at_the_top_are_no_beginning(seed):
    """Pages that begin with the same list and share a sentence far below are no versions of one story."""
    links = "\n".join(" ".join(nonsense(seed + 500 + number, 4)) for number in range(20))
    said = prose(seed + 600, 30)
    one, other = (f"{links}\n{prose(seed + at, 150)}\n{said}\n{prose(seed + at + 1, 60)}" for at in (100, 200))
    assert kind(one, other) is OverlapKind.FOLLOW_UP


@each_seed
def test_the_same_headlines_here_and_there_are_no_passage(seed):
    """Headlines of other stories that two long pages have both are nothing; the same words in one place are."""
    lines = [sentences(nonsense(seed + 500 + number, 12)) for number in range(4)]
    one, other = ([prose(seed + at + number, 150) for number in range(5)] for at in (100, 200))
    scattered = ["\n".join(x for pair in zip(page, [*lines, ""], strict=True) for x in pair) for page in (one, other)]
    assert kind(*scattered) is None
    assert kind(*("\n".join([*page, " ".join(lines)]) for page in (one, other))) is OverlapKind.FOLLOW_UP


@each_seed
def test_turns_of_phrase_in_another_order_are_no_series(seed):
    """A new story with some background of an older one and a few of its phrases follows it up."""
    background, phrases = prose(seed + 500, 80), [prose(seed + 600 + number, 6) for number in range(4)]
    one = [
        prose(seed + 100, 200),
        background,
        *(f"{each} {prose(seed + 300 + at, 50)}" for at, each in enumerate(phrases)),
    ]
    phrases.reverse()
    other = [
        prose(seed + 200, 200),
        background,
        *(f"{each} {prose(seed + 400 + at, 50)}" for at, each in enumerate(phrases)),
    ]
    assert kind("\n".join(one), "\n".join(other)) is OverlapKind.FOLLOW_UP


@each_seed
def test_another_story_with_the_same_background_is_a_follow_up(seed):
    """A new story that repeats two paragraphs of background of an older one follows it up."""
    background = prose(seed + 500, 80)
    one, other = (f"{prose(seed + number, 200)}\n{background}" for number in (100, 200))
    assert kind(one, other) is OverlapKind.FOLLOW_UP


@each_seed
def test_stories_of_their_own_share_nothing(seed):
    """Stories of other words do not overlap, and neither does the same one told in other languages."""
    assert list(copydesk.overlaps([text(seed, language) for language in LANGUAGES])) == []
    assert list(copydesk.overlaps([prose(seed + number, 300) for number in range(10)])) == []


def test_a_turn_of_phrase_is_no_overlap():
    """A dozen words in a row that two long texts have are nothing."""
    phrase = "as was first reported by this newspaper in the spring of that year"
    assert kind(f"{prose(1, 150)} {phrase} {prose(2, 150)}", f"{prose(3, 150)} {phrase} {prose(4, 150)}") is None


def test_a_text_said_twice_is_as_much_of_the_other():
    """A page that has a story twice is a near copy of it or contains it, and the same whatever the story says."""
    assert len({kind(prose(seed, 150), prose(seed, 150) + "\n\n" + prose(seed, 150)) for seed in range(12)}) == 1
