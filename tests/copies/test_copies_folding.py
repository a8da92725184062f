"""Spellings that mean the same to a reader are the same words, each where it stands in the text."""

import unicodedata

import pytest

from copydesk.copies import folding
from copydesk.copies.tokens import NAMELIKE, tokens


def hashes(text):
    return tokens([text]).hashes.tolist()


def words(text):
    """The words as they stand in the text."""
    found = tokens([text])
    return [text[start:end] for start, end in zip(found.starts.tolist(), found.ends.tolist(), strict=True)]


SAME = {
    "case": ("The COUNCIL Met", "the council met"),
    "greek case": ("ΟΔΟΣ", "οδος"),
    "final sigma": ("οδος", "οδοσ"),
    "cyrillic case": ("МОСКВА", "москва"),
    "armenian case": ("ԵՐԵՎԱՆ", "երևան".replace("և", "եվ")),
    "turkish dotted capital": ("İzmir", "izmir"),
    "accents": ("Élysée naïve Žižek", "elysee naive zizek"),
    "vietnamese": ("Nguyễn Phú Trọng", "nguyen phu trong"),
    "cyrillic accents": ("ёлка", "елка"),
    "full width": ("Ｎｅｗｓ ２０２４", "news 2024"),
    "ligatures": ("ﬁnal oﬃce ﬂood", "final office flood"),
    "sharp s": ("Straße STRAẞE", "strasse strasse"),
    "dutch ij": ("ĳsland", "ijsland"),
    "raised figures": ("m² x³", "m2 x3"),
    "fractions": ("1½", "112"),
    "soft hyphen": ("govern\u00adment", "government"),
    "no width": ("govern\u200bment\ufeff", "government"),
    "joiners": ("a\u200db\u200cc\u2060d", "abcd"),
    "variant selectors": ("葛\ufe00城", "葛城"),
    "dashes": ("well–known, well—known", "well-known well-known"),
    "apostrophes": ("don’t", "don't"),
    "quotation marks": ("“Yes” „Ja“ «Oui»", '"Yes" "Ja" "Oui"'),
    "blanks": ("one\u00a0two\u2003three", "one two three"),
    "line ends": ("one\r\ntwo\u2028three", "one two three"),
    "arabic forms": ("ﻣﺪﻳﻨﺔ", "مدينة"),
    "vowels of Arabic": ("مُحَمَّد", "محمد"),
    "kana with marks": ("ガス", "カス"),
    "compatible ideographs": ("\uf900", "\u8c48"),
}


@pytest.mark.parametrize("case", SAME)
def test_what_reads_the_same_has_the_same_words(case):
    """Case, accents, widths, ligatures, invisible signs and marks between words do not tell two texts apart."""
    one, other = SAME[case]
    assert hashes(one) == hashes(other)
    assert hashes(one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("cat", "cut"),
        ("cat", "act"),
        ("cat", "cats"),
        ("ab c", "a bc"),
        ("3", "٣"),
        ("a", "а"),  # the second is Cyrillic
        ("日本", "本日"),
        ("कि", "का"),
        ("ไม", "มา"),
    ],
)
def test_what_reads_otherwise_has_other_words(one, other):
    """Other letters, another order, other scripts and other vowels of Indic scripts make other words."""
    assert hashes(one) != hashes(other)


@pytest.mark.parametrize(
    "text",
    [
        "À la mairie, l’élève a reçu ça où naître",
        "Größe über Äcker, Öl und Übermut",
        "Nguyễn Phú Trọng đã đến Hà Nội",
        "Ёлка и йод",
        "Ἀθήνα ὦ ἄνδρες",
        "ガラスのビル",
        "\u0958लम \u095bरूर",
        "ᾳ ὧ ῳ ᾼ",
        "한국어 신문 값이 가갛 ㄱㄴ",
        "কোথায় মৌ",
        "கொடுத்தான் சௌ",
    ],
)
def test_composed_and_decomposed_are_the_same(text):
    """A text and its NFC and NFD forms have the same words, and the offsets of each lead to the same letters."""
    forms = {text, *(unicodedata.normalize(form, text) for form in ("NFC", "NFD"))}
    assert len(forms) > 1
    assert len({tuple(hashes(form)) for form in forms}) == 1
    first_letters = [[unicodedata.normalize("NFD", word)[0] for word in words(form)] for form in forms]
    assert all(letters == first_letters[0] for letters in first_letters)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("ｶﾀｶﾅ", "カタカナ", id="narrow katakana"),
        pytest.param("ｶﾞｽ", "ガス", id="narrow katakana with marks"),
        pytest.param("㊀本", "一本", id="encircled ideograph"),
        pytest.param("葛\U000e0100城", "葛城", id="variant selector of an ideograph"),
        pytest.param("ဦး", "ဦး", id="parts of a sign in a script without blanks"),
        pytest.param("𝐍𝑒𝓌𝕤", "news", id="mathematical alphabets"),
        pytest.param("\U0002f800", "丽", id="double of an ideograph"),
        pytest.param("п\u02bcять", "п'ять", id="letter apostrophe"),
    ],
)
def test_rarer_forms_are_the_same(one, other):
    """Narrow and encircled signs, variants of ideographs, mathematical letters, letter apostrophes are typography."""
    assert hashes(one) == hashes(other)


def test_every_letter_is_its_capital():
    """Whatever letter of the basic plane has a capital of its own shares its word with it."""
    pairs = [(chr(code), chr(code).upper()) for code in range(0x10000) if chr(code).isalpha()]
    pairs = [(small, large) for small, large in pairs if small != large and large.lower() == small]
    assert len(pairs) > 1000
    assert hashes(" ".join(small for small, _ in pairs)) == hashes(" ".join(large for _, large in pairs))


def test_every_composed_letter_of_alphabets_is_its_parts():
    """Each letter of the European alphabets that has parts shares its word with its base letter and loose accents."""
    letters = [chr(code) for code in (*range(0xC0, 0x600), *range(0x1E00, 0x2000))]
    parts = {letter: unicodedata.normalize("NFD", letter) for letter in letters if letter.isalpha()}
    # An iota below is a fault of its own, see above.
    letters = [letter for letter, apart in parts.items() if apart != letter and "\u0345" not in apart]
    assert len(letters) > 700
    assert hashes(" ".join(letters)) == hashes(" ".join(parts[letter] for letter in letters))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Straße”, ﬁnal.", ["Straße", "ﬁnal"]),
        ("govern\u00adment's co\u0301py", ["govern\u00adment", "s", "co\u0301py"]),
        ("1½ m²", ["1½", "m²"]),
        ("  a\n\nb\t ", ["a", "b"]),
        ("日本 news", ["日", "本", "news"]),
        ("日本news語", ["日", "本", "news", "語"]),
        ("한국어 신문", ["한국어", "신문"]),
        ("x😀y", ["x", "y"]),
        ("a_b c@d.e", ["a", "b", "c", "d", "e"]),
        ("𝐍ews 𠮷野", ["𝐍ews", "𠮷", "野"]),
    ],
)
def test_words_stand_where_they_stood(text, expected):
    """Offsets are code points of the text as it came, whatever was dropped or spelled out in folding."""
    assert words(text) == expected


@pytest.mark.parametrize("text", ["日本語新聞社", "ข่าววันนี้", "ຂ່າວ", "ကမ္ဘာ", "ព័ត៌មាន", "ひらがなカタカナ"])
def test_scripts_without_blanks_have_a_word_for_each_sign(text):
    """In a script without blanks each sign that is no mark is a word, and tells what follows it apart."""
    found = tokens([text])
    assert all(end - start >= 1 for start, end in zip(found.starts, found.ends, strict=True))
    bases = [place for place, sign in enumerate(text) if not unicodedata.combining(sign)]
    assert found.starts.tolist() == bases
    assert len(set(found.hashes.tolist())) == len(bases)


def test_a_sign_counts_with_the_two_behind_it():
    """Where no blanks stand between words, a sign is another word before other signs, and only before these two."""
    one, other = hashes("新聞社会面"), hashes("新聞社長室")
    assert [left == right for left, right in zip(one, other, strict=True)] == [True, False, False, False, False]


@pytest.mark.parametrize("text", ["", " \n\t", "…!?—", "😀🎉🇩🇪👩‍👩‍👧", "\ud800\udfff", "\ue000", "\x00"])
def test_what_is_no_word_gives_none(text):
    """Blanks, punctuation, pictures, lone surrogates and private signs are no words."""
    assert hashes(text) == []


def test_names_and_figures_are_told_by_their_first_sign():
    """A word is like a name when it begins with a capital or a digit of any script."""
    text = "The mayor Élodie met 3 men in Москва and ४ women, ΑΘΗΝΑ café"
    found = tokens([text])
    namelike = [
        text[start:end]
        for start, end, flag in zip(found.starts, found.ends, found.flags, strict=True)
        if flag & NAMELIKE
    ]
    assert namelike == ["The", "Élodie", "3", "Москва", "४", "ΑΘΗΝΑ"]


def test_capitals_tell_nothing_where_all_words_have_them():
    """In a text in capitals, or with a capital for each word, no word is like a name, whatever its neighbours are."""
    text = "The mayor met three men in Oslo"
    found = tokens([text, text.upper(), text.title(), "the 3"])
    flags = ((found.flags & NAMELIKE) != 0).tolist()
    assert flags == [True, False, False, False, False, False, True] + [False] * 14 + [False, True]


def test_the_table_cannot_be_changed():
    """The table of signs is one for all callers and is read only."""
    with pytest.raises(ValueError, match="read-only"):
        folding.table()[ord("a")] = 0
