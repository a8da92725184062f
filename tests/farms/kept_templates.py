"""Five kits of content-farm pages that were kept apart at first, and are open now.

They share no template, label table, brand or topic with ``open_templates``, only the grammar and its general
sentences. What is measured apart from the rules is elsewhere.
"""

from copydesk.types import Role
from farms.farm_kit import Kit, Template, entities


def _feed(kit: Kit) -> None:
    """A feed dumped as it came: a field a line, RFC dates, list entries in one line, ``null`` where a value lacks."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    kit.put(kit.label("title", kit.story.headline), Role.HEADLINE)
    kit.note(headline=kit.story.headline)
    if kit.chance(0.4):
        kit.byline()
    else:
        kit.slot(kit.label("desk") if kit.chance(0.5) else kit.brand)
    kit.date(random.choice(("mail", "zulu", "mail", "minutes")), before=f"{kit.label('date')} ")
    section = kit.section()
    kit.put(kit.label("category", section), Role.SECTION)
    kit.note(section=section)
    if kit.chance(0.5):
        kit.put(random.choice(("null", "None", "NaN", "[object Object]", "{{ item.summary }}")), Role.OTHER)
    if kit.chance(0.5):
        kit.dek()
    kit.counter("views", most=60_000)
    kit.body(inserts=[kit.promo] * random.randint(0, 2))
    if kit.chance(0.7):
        kit.credit(pattern=random.choice(("{x}", "*{x}*", "-- {x}")))
    kit.topics(heading=random.choice((" ", "")), between=random.choice((", ", "; ", ",")), ends=kit.end)
    between = random.choice((" | ", " • ", " / ", " ||| "))
    for key in random.sample(("related", "recommended", "ranking"), random.randint(2, 3)):
        kit.list_of(key, random.randint(4, 8), between=between, colon=random.choice((":", "", ": ")), heading=" ")


def _magazine(kit: Kit) -> None:
    """A magazine theme: a ticker above the masthead, byline and date in one sentence, share counts, bio, comments."""
    random = kit.random
    kit.list_of(
        "recommended",
        random.randint(4, 6),
        between=random.choice((" • ", "  ", "")),
        heading=random.choice(("", " ", "\n")),
    )
    kit.site_name()
    section = kit.section()
    kit.put(section.upper(), Role.SECTION)
    kit.note(section=section.upper())
    kit.headline()
    kit.slot(random.choice((kit.label("desk"), kit.brand)), end=" ")
    kit.date(
        random.choice(("long_minutes", "dots", "long")),
        before=f"{random.choice(('/', '—', '@', 'on'))} ",
        end=random.choice(("", " ", "\n")),
    )
    for name in random.sample(("Facebook {x}", "X {x}", "Pinterest {x}", "WhatsApp {x}"), random.randint(1, 3)):
        kit.counter(name, end=random.choice(("", " ", "\n")), most=400)
    kit.counter("shares", most=900)
    kit.caption(words=kit.chance(0.6))
    inserts = [lambda: kit.put(kit.label("advert"), Role.ADVERT), kit.promo, kit.caption]
    kit.body(inserts=random.sample(inserts, random.randint(0, 3)))
    if kit.chance(0.6):
        kit.credit()
    if kit.chance(0.5):
        kit.put(kit.label("bio", kit.grain.person()), Role.AUTHOR_BIO)
    kit.list_of("related", random.randint(3, 8), mark=random.choice(("", "→ ", "+ ")))
    kit.lines("newsletter", Role.NEWSLETTER)
    kit.counter("comments", least=2, most=9)
    for _ in range(random.randint(1, 3)):
        kit.put(kit.grain.person(), Role.COMMENT, random.choice(("\n", " ")))
        kit.put(kit.label("comment"), Role.COMMENT)
    kit.lines("form", Role.NAVIGATION, split=";")
    kit.lines("legal", Role.LEGAL)


def _rail(kit: Kit) -> None:
    """A page whose side rail comes before its body: dated entries, a late breadcrumb, votes, read counts, entities."""
    random = kit.random
    if kit.chance(0.4):
        kit.dress = entities
    kit.end = random.choice(("\n", "\n\n", "\n \n"))
    kit.lost = random.choice((0, 0.4))
    kit.headline()

    def day() -> str:
        return f" ({2000 + random.randint(15, 29)}-{random.randint(1, 12):02}-{random.randint(1, 28):02})"

    kit.list_of("recommended", random.randint(5, 9), tail=day if kit.chance(0.6) else str)
    kit.crumbs(random.choice((" / ", "/", " :: ", " → ")), headline=kit.chance(0.4))
    if kit.chance(0.5):
        kit.headline()
    if kit.chance(0.6):
        kit.dek()
    kit.date(random.choice(("long", "long_minutes", "slashes")), before=random.choice((f"{kit.label('date')} ", "")))
    if kit.chance(0.7):
        kit.slot(kit.brand)
    kit.counter("rate", most=700)
    wrap = 64 if kit.chance(0.4) and kit.fields.language != "ja" else 0
    kit.body(wrap=wrap, inserts=[kit.promo] if kit.chance(0.5) else [])
    if kit.chance(0.5):
        kit.credit()
    if kit.chance(0.6):
        kit.topics(heading="\n", between=random.choice(("\n", " ")))
    kit.list_of("ranking", random.randint(5, 10), mark="{n}.", tail=lambda: f"({random.randint(12, 9999)})")
    kit.lines("legal", Role.LEGAL, end=random.choice(("\n", " ", "")))


def _wire(kit: Kit) -> None:
    """A wire's mirror: capitals glued to the headline, slot and date in brackets, the body in one or few lumps."""
    random = kit.random
    if kit.chance(0.6):
        kit.headline(end=random.choice(("", " ", "\n")), change=str.upper)
    kit.headline()
    kit.slot(f"{kit.site} Desk" if kit.chance(0.6) else kit.label("desk"), end=" ", pattern="[{x}")
    kit.date(random.choice(("slashes", "dots_minutes", "seconds")), before="| ", behind="]")
    if kit.chance(0.6):
        kit.counter("views", most=20_000)
    lump = (random.choice((0.6, 0.8, 1.0)), random.choice(("", " ", "  ")))
    credited = kit.chance(0.8)
    kit.body(joined=lump, open_end=credited and kit.chance(0.5))
    if credited:
        kit.credit(pattern=random.choice(("({x})", "[{x}]", "{x}")))
    if kit.chance(0.6):
        kit.topics()
    kit.list_of("ranking", random.randint(3, 7), mark="{n}. ", between="", heading="")
    if kit.chance(0.7):
        kit.list_of("related", random.randint(3, 6), heading=random.choice(("", "\n")))
    kit.put(random.choice((f"© {kit.when.year} {kit.site}", kit.label("legal").split(" / ")[0])), Role.LEGAL)


def _shop(kit: Kit) -> None:
    """An article in a web shop's skin: cart, comments link glued to brand and date, "read more" below each entry."""
    random = kit.random
    kit.put(kit.label("skip"), Role.NAVIGATION)
    kit.lines("menu", Role.NAVIGATION, split=";", end=random.choice(("\n", " ", "")))
    kit.sheet.blank("\n")
    kit.site_name()
    if kit.chance(0.7):
        kit.crumbs(" » ", headline=kit.chance(0.5))
    kit.headline(end=random.choice(("\n", "")))
    kit.counter("comments", end=" ", most=3)
    kit.slot(random.choice((kit.brand, "admin", kit.label("desk"))), end=" ", pattern="/ {x} /")
    kit.date(random.choice(("long", "day", "dots")))
    kit.put(kit.label("offer"), Role.ADVERT)
    if kit.chance(0.3):
        kit.put(
            random.choice(("[vc_row][vc_column]", "undefined undefined", "{{ product.price }}", "%%sep%%")), Role.OTHER
        )
    offers = [lambda: kit.put(kit.label("offer"), Role.ADVERT), lambda: kit.put(kit.label("advert"), Role.ADVERT)]
    kit.sheet.blank("\n")
    kit.body(end="\n\n" if kit.chance(0.5) else "\n", inserts=random.sample(offers, random.randint(0, 2)))
    if kit.chance(0.5):
        kit.credit()
    if kit.chance(0.6):
        kit.topics(heading=" ", between=random.choice((", ", " ")))
    kit.lines("neighbours", Role.NAVIGATION, split=";", end=random.choice(("\n", "", " ")))
    kit.sheet.blank("\n")
    kit.list_of("related", random.randint(3, 5), after=lambda: kit.put(kit.label("readmore"), Role.NAVIGATION))
    kit.lines("form", Role.NAVIGATION, split=";")
    if kit.chance(0.6):
        kit.list_of("recommended", random.randint(3, 6))
    kit.lines("newsletter", Role.NEWSLETTER)
    kit.lines("legal", Role.LEGAL)


KEPT_TEMPLATES = (
    Template("feed", ("en", "de", "ru", "fr", "id", "ja"), "kept", _feed),
    Template("magazine", ("en", "es", "it", "pt", "tr", "de"), "kept", _magazine),
    Template("rail", ("en", "fr", "ru", "ja", "es", "de"), "kept", _rail),
    Template("wire", ("en", "it", "tr", "pt", "id", "fr"), "kept", _wire),
    Template("shop", ("en", "de", "es", "pt", "id", "ru", "it"), "kept", _shop),
)
