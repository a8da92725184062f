"""A made-up page as scraped text, the layouts it may come in, and the lines that tests put into it."""

import textwrap

import copydesk
from press import body_of

HEADLINE = "Lighthouse at Cape Marren to be lit by hand again after storm"
STORY = (
    (
        "The lighthouse at Cape Marren will be lit by hand from tonight, for the first time in 36 years, because the"
        " storm of last weekend tore the cable that feeds its lamp out of the cliff."
    ),
    (
        "Two retired keepers have volunteered to sleep in the tower until the cable is mended, the coastal authority"
        " said on Wednesday. They will light an oil lamp at dusk and wind the clockwork that turns the lens every three"
        " hours."
    ),
    (
        "“You do not forget how to do it, but your knees forget how to climb,” said Edwin Starling, 74, who left the"
        " service in 1989. His former colleague Ruben Falk, 71, is to bring the sandwiches."
    ),
    (
        "Fishermen had asked the authority not to leave the cape dark, since eleven boats go out every night at this"
        " time of the year and the reef below the tower is not marked by any buoy."
    ),
    (
        "Repairs are expected to cost 240,000 crowns and to take until the middle of next month. A helicopter will"
        " lower the new cable as soon as the wind drops below 30 kilometres an hour for a whole day."
    ),
)
RELATED = [
    "Storm leaves 4,000 homes without power on the south coast",
    "What became of the last keepers: five lives after the light",
    "Reef claims second yacht in a month off Cape Marren",
    "Harbour museum shows lenses that are taller than their visitors",
]
RANKING = [
    "Ferry captain stops for swimming elk and gets applause",
    "Price of potatoes falls for the first time in two years",
    "Teacher finds her own school report in a wall of the gym",
    "Four towns quarrel over who invented the cinnamon knot",
]
RECOMMENDED = [
    "Seven walks along the cliffs that need no car at all",
    "How to keep a storm lantern burning through the night",
    "The cook who only works with what the tide brings in",
    "Is your roof ready for the autumn? A list for the careful",
]
LISTS = {"Related": RELATED, "Most read": RANKING, "Recommended": RECOMMENDED}
TOPICS = ["Lighthouses", "Cape Marren", "Storms"]


def marked(entries, mark):
    return [f"{mark}{entry}" for entry in entries]


def scraped(
    *, mark="- ", first=f"{HEADLINE} | Marren Post", top=("By Edda Holm", "12 November 2025"), story=STORY, end=()
):
    """The lines of a scraped page: headline twice, byline, date, story, topics, counter, three lists."""
    lines = [first, HEADLINE, *top, *story, *end, f"Tags: {', '.join(TOPICS)}", "Like (41)"]
    for label, entries in LISTS.items():
        lines += [label, *marked(entries, mark)]
    return lines


def read(lines):
    return copydesk.read(lines if isinstance(lines, str) else "\n".join(lines))


def flat(text):
    return " ".join(text.split())


def body(article):
    return [flat(text) for text in body_of(article)]


def texts(field):
    return [flat(item.value) for item in field.value]


def titles(field):
    return [flat(item.value.title) for item in field.value]


def all_lists(article):
    return [titles(article.related), titles(article.ranking), titles(article.recommended)]


# ------------------------------------------------------------------ one page in many layouts
LAYOUTS = {
    "hyphen marks": "\n".join(scraped()),
    "no marks": "\n".join(scraped(mark="")),
    "bullet marks": "\n".join(scraped(mark="• ")),
    "star marks": "\n".join(scraped(mark="* ")),
    "indented marks": "\n".join(scraped(mark="  - ")),
    "blank lines": "\n\n".join(scraped()),
    "blank lines, no marks": "\n\n".join(scraped(mark="")),
    "many blank lines": "\n\n\n\n".join(scraped()),
    "CRLF": "\r\n".join(scraped()),
    "CR": "\r".join(scraped()),
    "leading spaces": "\n".join(f"    {line}" for line in scraped()),
    "tabs": "\n".join(f"\t{line}\t" for line in scraped()),
    "trailing spaces": "\n".join(f"{line}   " for line in scraped()),
    "lines of spaces": "\n   \n".join(scraped()),
    "blank lines around": "\n\n\n" + "\n".join(scraped()) + "\n\n\n",
    "no-break spaces": "\n".join(scraped()).replace(" the ", "\u00a0the "),
    "wrapped at 72": "\n\n".join(textwrap.fill(line, 72) for line in scraped()),
    "byte order mark": "\ufeff" + "\n".join(scraped()),
}


# ------------------------------------------------------------------ lines in many manners
CRUMBS = [
    "Home > Coast",
    "Home / Coast",
    "Home » Coast",
    "Home › Coast",
    "Current:Home > Coast",
    "You are here: Home > Coast",
    "Startseite > Coast",
    "Accueil > Coast",
    "Inicio » Coast",
]
BYLINES = {
    "By Edda Holm": ["Edda Holm"],
    "(Edda Holm)": ["Edda Holm"],
    "By Edda Holm and Lars Wiik": ["Edda Holm", "Lars Wiik"],
    "By Edda Holm, Lars Wiik and Siri Aune": ["Edda Holm", "Lars Wiik", "Siri Aune"],
    "By Edda Holm, Coast Correspondent": ["Edda Holm"],
    "By Edda Holm | Marren Post": ["Edda Holm"],
    "by Edda Holm": ["Edda Holm"],
    "BY EDDA HOLM": ["Edda Holm"],
    "Author: Edda Holm": ["Edda Holm"],
    "Von Edda Holm und Lars Wiik": ["Edda Holm", "Lars Wiik"],
    "Par Edda Holm": ["Edda Holm"],
    "Por Edda Holm": ["Edda Holm"],
    "Автор: Эдда Холм": ["Эдда Холм"],
    "记者 李文博": ["李文博"],
    "By Reuters": ["Reuters"],
    "By Marren Post Staff": ["Marren Post Staff"],
    "By admin": [],
    "Staff Reporter": [],
}
PROMOS = {
    "Read more: What became of the last keepers": "What became of the last keepers",
    "READ MORE: What became of the last keepers": "What became of the last keepers",
    "Also read: What became of the last keepers": "What became of the last keepers",
    "See also: What became of the last keepers": "What became of the last keepers",
    "RELATED: What became of the last keepers": "What became of the last keepers",
    "Lesen Sie auch: Was aus den letzten Wärtern wurde": "Was aus den letzten Wärtern wurde",
    "Lire aussi : Que sont devenus les derniers gardiens": "Que sont devenus les derniers gardiens",
    "Lea también: Qué fue de los últimos fareros": "Qué fue de los últimos fareros",
    "Czytaj także: Co się stało z ostatnimi latarnikami": "Co się stało z ostatnimi latarnikami",
    "Читайте также: Что стало с последними смотрителями": "Что стало с последними смотрителями",
    "- What became of the last keepers: five lives after the light": (
        "What became of the last keepers: five lives after the light"
    ),
}
TOPIC_LINES = [
    "Tags: Lighthouses, Cape Marren, Storms",
    "Tags:Lighthouses,Cape Marren,Storms",
    "Topics: Lighthouses, Cape Marren, Storms",
    "TAGS Lighthouses, Cape Marren, Storms",
    "Schlagwörter: Lighthouses, Cape Marren, Storms",
    "Mots-clés : Lighthouses, Cape Marren, Storms",
    "Etiquetas: Lighthouses, Cape Marren, Storms",
    "Filed under: Lighthouses, Cape Marren, Storms",
    "Keywords: Lighthouses; Cape Marren; Storms",
    "- In:\n- Lighthouses\n- Cape Marren\n- Storms",
    "Tags\nLighthouses\nCape Marren\nStorms",
    "#Lighthouses #CapeMarren #Storms",
]
