"""Dates are read as pages of many languages print them, and nothing that only looks like a date is."""

import pytest

from copydesk.reading import moments, words

# ------------------------------------------------------------------ dates as news pages write them
DAY = "2024-05-03"
AS_PRINTED = {
    # text: the value it states
    "en-US": ("May 3, 2024 2:10 p.m. ET", f"{DAY}T14:10"),
    "en-US, time zone with an offset": ("Published May 3, 2024 at 2:10pm EDT", f"{DAY}T14:10-04:00"),
    "en-US, ordinal": ("May 3rd, 2024", DAY),
    "en-GB": ("Fri 3 May 2024 14.10 BST", f"{DAY}T14:10+01:00"),
    "en-GB, of": ("on the 3rd of May, 2024", DAY),
    "en, abbreviated": ("Sept. 3, 2024", "2024-09-03"),
    "en-IN": ("May 03, 2024 02:10 PM IST", f"{DAY}T14:10+05:30"),
    "RFC 822": ("Fri, 03 May 2024 14:10:00 GMT", f"{DAY}T14:10:00+00:00"),
    "RFC 822, offset": ("Fri, 03 May 2024 14:10:00 +0200", f"{DAY}T14:10:00+02:00"),
    "RFC 3339": ("2024-05-03T14:10:00+02:00", f"{DAY}T14:10:00+02:00"),
    "RFC 3339, fraction and Z": ("2024-05-03T14:10:00.123Z", f"{DAY}T14:10:00+00:00"),
    "ISO, blank": ("2024-05-03 14:10", f"{DAY}T14:10"),
    "de": ("3. Mai 2024, 14:10 Uhr", f"{DAY}T14:10"),
    "de, abbreviated": ("Fr., 3. Sept. 2024", "2024-09-03"),
    "de, umlaut": ("3. März 2024 um 14.10 Uhr", "2024-03-03T14:10"),
    "de-AT": ("3. Jänner 2024", "2024-01-03"),
    "de, numeric": ("03.05.2024, 14:10 Uhr", f"{DAY}T14:10"),
    "fr": ("vendredi 3 mai 2024 à 14h10", f"{DAY}T14:10"),
    "fr, accents": ("Publié le 1er août 2024", "2024-08-01"),
    "fr, cap on a capital": ("LE 3 FÉVRIER 2024", "2024-02-03"),
    "es": ("3 de mayo de 2024, 14:10 h", f"{DAY}T14:10"),
    "es, spaced half": ("3 de mayo de 2024 a las 2:10 p. m.", f"{DAY}T14:10"),
    "es, abbreviated": ("03 SEPT 2024 - 14:10 CEST", "2024-09-03T14:10+02:00"),
    "ca": ("3 d’abril de 2024", "2024-04-03"),
    "pt": ("3 de maio de 2024 às 14h10", f"{DAY}T14:10"),
    "pt, word as abbreviation": ("03 set 2024 às 14:10", "2024-09-03T14:10"),
    "pt, word as abbreviation, October": ("3 out 2024", "2024-10-03"),
    "it": ("3 maggio 2024 alle 14:10", f"{DAY}T14:10"),
    "it, word as abbreviation": ("3 mag 2024", DAY),
    "nl": ("3 mei 2024 om 14:10", f"{DAY}T14:10"),
    "sv": ("3 maj 2024 kl 14.10", f"{DAY}T14:10"),
    "no": ("3. mai 2024 kl. 14:10", f"{DAY}T14:10"),
    "da": ("3. maj 2024 kl. 14.10", f"{DAY}T14:10"),
    "fi": ("3.5.2024 klo 14.10", f"{DAY}T14:10"),
    "fi, month by name": ("3. toukokuuta 2024", DAY),
    "is": ("3. maí 2024 kl. 14:10", f"{DAY}T14:10"),
    "et": ("3. mai 2024, 14:10", f"{DAY}T14:10"),
    "lt, day and month by name": ("2024 m. gegužės 3 d. 14:10", f"{DAY}T14:10"),
    "lv": ("2024. gada 3. maijā", DAY),
    "lv, time": ("2024. gada 3. maijā plkst. 14:10", f"{DAY}T14:10"),
    "pl": ("3 maja 2024, 14:10", f"{DAY}T14:10"),
    "pl, genitive": ("3 stycznia 2024 r. o 14:10", "2024-01-03T14:10"),
    "cs": ("3. května 2024 14:10", f"{DAY}T14:10"),
    "sk": ("3. mája 2024 o 14:10", f"{DAY}T14:10"),
    "hu": ("2024. május 3., péntek 14:10", f"{DAY}T14:10"),
    "hu, numeric": ("2024. 05. 03. 14:10", f"{DAY}T14:10"),
    "hu, month abbreviated": ("2024. máj. 3.", DAY),
    "ro": ("3 mai 2024, 14:10", f"{DAY}T14:10"),
    "hr": ("3. svibnja 2024. u 14:10", f"{DAY}T14:10"),
    "hr, October": ("3. listopada 2024", "2024-10-03"),
    "pl, the same word, November": ("3 listopada 2024", "2024-11-03"),
    "cs, the same month, November": ("3. listopadu 2024", "2024-11-03"),
    "sl": ("3. maja 2024 ob 14.10", f"{DAY}T14:10"),
    "sr": ("3. maj 2024. u 14:10", f"{DAY}T14:10"),
    "bg": ("3 май 2024 г., 14:10 ч.", f"{DAY}T14:10"),
    "el": ("3 Απριλίου 2024, 14:10", "2024-04-03T14:10"),
    "el, dialytika and accent": ("3 Μαΐου 2024, 14:10", f"{DAY}T14:10"),
    "el, capitals without accents": ("3 ΙΟΥΝΙΟΥ 2024", "2024-06-03"),
    "tr": ("3 Mayıs 2024 14:10", f"{DAY}T14:10"),
    "tr, capitals": ("3 MAYIS 2024 14:10", f"{DAY}T14:10"),
    "tr, dotted capital": ("3 HAZİRAN 2024", "2024-06-03"),
    "tr, weekday between": ("3 Mayıs 2024 Cuma 14:10", f"{DAY}T14:10"),
    "ru": ("3 мая 2024", DAY),
    "ru, time": ("3 мая 2024 в 14:10", f"{DAY}T14:10"),
    "ru, year with г.": ("3 мая 2024 г. в 14:10", f"{DAY}T14:10"),
    "ru, Moscow": ("3 мая 2024 года, 14:10 МСК", f"{DAY}T14:10+03:00"),
    "uk": ("3 травня 2024, 14:10", f"{DAY}T14:10"),
    "ar": ("3 مايو 2024 14:10", f"{DAY}T14:10"),
    "ar, Levantine name": ("3 تشرين الثاني 2024", "2024-11-03"),
    "ar, both names": ("3 أيار/مايو 2024", DAY),
    "ar, Arabic digits": ("٢٣ مايو ٢٠٢٤", "2024-05-23"),
    "ar, afternoon in Arabic digits": ("٣ مايو ٢٠٢٤، ٢:١٠ م", f"{DAY}T14:10"),
    "ar, mark of direction": ("\u200f3 مايو 2024", DAY),
    "he": ("3 במאי 2024, 14:10", f"{DAY}T14:10"),
    "hi": ("3 मई 2024", DAY),
    "hi, Devanagari digits": ("२३ मई २०२४", "2024-05-23"),
    "bn": ("৩ মে ২০২৪", DAY),
    "bn, letter typed whole": ("৩ জানু\u09dfারি ২০২৪", "2024-01-03"),
    "fr, letter typed apart": ("3 fe\u0301vrier 2024", "2024-02-03"),
    "ur": ("3 مئی 2024", DAY),
    "ta": ("3 மே 2024", DAY),
    "id": ("Jumat, 3 Mei 2024 14:10 WIB", f"{DAY}T14:10+07:00"),
    "ms": ("3 Ogos 2024", "2024-08-03"),
    "vi": ("3 tháng 5 năm 2024", DAY),
    "vi, comma": ("3 tháng 5, 2024", DAY),
    "vi, two-digit month": ("3 tháng 12 2024", "2024-12-03"),
    "th": ("3 พ.ค. 2024", DAY),
    "th, Buddhist era": ("3 พฤษภาคม 2567", DAY),
    "th, Buddhist era named": ("3 พฤษภาคม พ.ศ. 2567 เวลา 14.10 น.", f"{DAY}T14:10"),
    "th, Buddhist era in two digits": ("3 พ.ค. 67 14:10 น.", f"{DAY}T14:10"),
    "sw": ("3 Mei 2024", DAY),
    "ja": ("2024年5月3日 14:10", f"{DAY}T14:10"),
    "ja, weekday": ("2024年5月3日(金) 14:10", f"{DAY}T14:10"),
    "ja, written time": ("2024年5月3日 14時10分", f"{DAY}T14:10"),
    "ja, afternoon behind a weekday": ("2024年5月3日（金）午後2時10分", f"{DAY}T14:10"),
    "zh": ("2024年5月3日 14:10", f"{DAY}T14:10"),
    "zh, simplified time": ("2024年5月3日14时10分", f"{DAY}T14:10"),
    "zh, afternoon": ("2024年5月3日 下午2:10", f"{DAY}T14:10"),
    "ko": ("2024년 5월 3일 14:10", f"{DAY}T14:10"),
    "ko, afternoon": ("2024년 5월 3일 오후 2:10", f"{DAY}T14:10"),
    "ko, dotted": ("2024.05.03. 14:10", f"{DAY}T14:10"),
    "ko, dotted, afternoon": ("2024.05.03. 오후 2:10", f"{DAY}T14:10"),
    "time before the date": ("14:10, 3 May 2024", f"{DAY}T14:10"),
    "time before the date, am/pm": ("Posted at 2:10 PM, May 3, 2024", f"{DAY}T14:10"),
    "time before the date, zone and weekday": ("2:10 p.m. EST on Friday, May 3, 2024", f"{DAY}T14:10-05:00"),
    "time before the date, de": ("14.10 Uhr, 3. Mai 2024", f"{DAY}T14:10"),
    "midnight": ("May 3, 2024 12:10 am", f"{DAY}T00:10"),
    "noon": ("May 3, 2024 12:10 pm", f"{DAY}T12:10"),
    "hour alone": ("May 3, 2024, 2 p.m.", f"{DAY}T14:00"),
    "beginning and end": ("3 May 2024 10:00-12:00", f"{DAY}T10:00"),
    "offset from UTC": ("3 May 2024 14:10 (GMT +5:30)", f"{DAY}T14:10+05:30"),
    "ISO, offset without seconds": ("2024-05-03T10:00-05:00", f"{DAY}T10:00-05:00"),
    "range of days": ("10-12.05.2024", "2024-05-12"),
    "address": ("/2024/05/03/10-things-to-do", DAY),
    "two-digit year": ("03.05.24", DAY),
    "two-digit year, last century": ("03.05.98", "1998-05-03"),
    "next sentence": ("am 3. Mai 2024. Um 14 Uhr", DAY),
    "dashed, abbreviated": ("03-May-2024 14:10", f"{DAY}T14:10"),
}


@pytest.mark.parametrize("name", AS_PRINTED)
def test_dates_are_read_as_they_are_printed(name):
    """One date, with its time and offset, is read from a line in the form that pages of this language use."""
    text, expected = AS_PRINTED[name]
    assert [moment.value.value for moment in moments.find(text)] == [expected]


@pytest.mark.parametrize("spelled", [str, str.upper, str.title], ids=["as listed", "capitals", "title case"])
def test_every_month_name_is_read_in_every_case(spelled):
    """Every form of every month is read beside a day and a year, whatever its capitals; nothing raises."""
    unread = []
    for table in ("months", "months_beside_day"):
        for language, months in words.table("calendar")[table].items():
            for number, forms in enumerate(months, 1):
                for form in forms:
                    try:
                        values = [moment.value.value for moment in moments.find(f"3 {spelled(form)} 2024")]
                    except KeyError:
                        values = []
                    if values != [f"2024-{number:02}-03"]:
                        unread.append((language, form))
    assert unread == []


# ------------------------------------------------------------------ and where there are none
NO_DATES = {
    "price": "€ 1.299,00 statt € 1.499,00",
    "score": "Bayern 3-2 Dortmund, 6:3, 7:6 (7-4)",
    "win, draw, loss": "a 10-5-3 record",
    "version": "Upgrade to 10.5.3 from 9.0.12.1",
    "long version": "Chrome 124.0.6367.118",
    "IP address": "Server 10.1.1.20 or 192.168.10.12",
    "US telephone number": "Call 212-555-0143 or (202) 456-1111",
    "French telephone number": "Tél. : 01.12.24.36.48 ou 06 12 24 36 48",
    "telephone number with dashes": "Tel. 06-12-24-36-48",
    "clock only": "at 14:10 and 2:30 p.m.",
    "sizes": "10/12/1400 mm, 4 x 4 x 24",
    "years only": "in 2024 and 2025, up from 2019-20",
    "month without year": "on May 3 and 4 April",
    "impossible day": "32.05.2024 or 2024-13-40",
    "ordinary words before a year": "sold out 2024, set 2024 targets, BMW AG 2024, Hurricane Ian 2022",
    "word that ends like a month": "Dismay 2024, the Sitmar 2024",
    "order number": "Order 202405-031 for 120240503",
    "Hindi word that ends in a month": "२३ में २०२४, नामे २०२४",
    "Buddhist year without a Thai month": "3 May 2567",
    "Thai time behind a month": "13 พ.ค. 14:10",
}


@pytest.mark.parametrize("name", NO_DATES)
def test_there_is_no_date_where_there_is_none(name):
    """Numbers that only look like the parts of a date give nothing."""
    assert [moment.value.value for moment in moments.find(NO_DATES[name])] == []
