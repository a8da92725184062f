"""Twelve kits of copied articles as they come out as text, made before their maker read a rule of the reader.

The six of this module are open to those who make rules; of the six of ``wild_apart`` they see the rates only. All
share no template, brand or topic with the older editions, only the grammar, its people, places and common sentences.
"""

from copydesk.types import Role
from farms.farm_kit import Template
from farms.wild_kit import FACES, WildKit, wild


def aggregator(kit: WildKit) -> None:
    """A news reader: name, age and reading time in one line, bare counters, lists that name source and age."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    if kit.chance(0.4):
        kit.box("menu", between=random.choice(("\n", " ")))
    if kit.chance(0.6):
        kit.site_name()
    kit.headline()
    dot = random.choice(("•", "·", "|"))
    if kit.chance(0.6):
        kit.signed(0.6, end=" ", pattern="{x}")
        kit.stamp("short", "long", "day", end=" ", before=f"{dot} ")
    else:
        kit.stamp("short", "points", end=" ", behind=f" {dot}")
        kit.signed(0.6, end=" ", pattern="{x}")
    kit.put(f"{dot} {kit.label('readtime')}", Role.OTHER)
    if kit.chance(0.5):
        kit.bare(("",) * random.randint(1, 3))
    if kit.chance(0.5):
        kit.caption(words=kit.chance(0.5))
    if kit.chance(0.5):
        kit.dek()
    kit.body(inserts=kit.inserts(kit.promo, kit.advert, most=2))
    kit.credit()
    if kit.chance(0.6):
        kit.bare(random.sample(FACES, random.randint(1, 3)), end=kit.end)
    if kit.chance(0.5):
        kit.chips(random.choice(("#{x}", "{x}", "• {x}")))
    for key in random.sample(("related", "recommended", "ranking"), random.randint(1, 2)):

        def source() -> str:
            return f"\n{kit.story.outlet} {dot} {kit.label('ago')}"

        kit.list_of(key, random.randint(3, 7), tail=source if kit.chance(0.6) else str)
    if kit.chance(0.6):
        kit.lines("legal", Role.LEGAL)


def forwarded(kit: WildKit) -> None:
    """A mailed article: headers with subject, sender and date, the text quoted, a signature, ways to unsubscribe."""
    random = kit.random
    if kit.chance(0.6):
        kit.put(kit.label("forwarded"), Role.OTHER)
    host = "".join(filter(str.isalnum, kit.site.casefold()))

    def sender() -> None:
        pattern = f"{kit.label('from')} {{x}}" + random.choice(("", f" <news@{host}.example>", f" via {kit.site}"))
        kit.signed(0.6, pattern=pattern)

    def sent() -> None:
        kit.stamp("mail", "at", "weekday", "minutes", before=f"{kit.label('sent')} ")

    def subject() -> None:
        mark = random.choice(("", "Fwd: ", f"[{kit.site}] ", "Re: "))
        kit.put(f"{kit.label('subject')} {mark}{kit.story.headline}", Role.HEADLINE)
        kit.note(headline=kit.story.headline)

    headers = [sender, sent, subject]
    if kit.chance(0.5):
        headers.append(lambda: kit.put(kit.label("to"), Role.OTHER))
    random.shuffle(headers)
    for header in headers:
        header()
    kit.sheet.blank("\n")
    if kit.chance(0.5):
        kit.headline()
    if kit.chance(0.4):
        kit.dek()
    quoted = kit.chance(0.3)
    if quoted:
        kit.dress = "> {}".format
    kit.body(end=random.choice(("\n\n", "\n")), wrap=random.choice((0, 0, 72)) if not quoted else 0)
    kit.dress = str
    if kit.chance(0.6):
        kit.credit(pattern=random.choice(("{x}", "-- {x}", "({x})")))
    if kit.chance(0.5):
        kit.put("--", Role.OTHER)
        kit.put(f"{kit.site} / {kit.grain.person()}", Role.OTHER)
    if kit.chance(0.5):
        mark = random.choice(("* ", "- ", ""))
        kit.list_of(random.choice(("related", "recommended")), random.randint(3, 6), mark=mark)
    if kit.chance(0.4):
        kit.topics(heading=" ", between=", ")
    kit.lines("unsubscribe", Role.NEWSLETTER)


def community(kit: WildKit) -> None:
    """A platform where people post: "X in Y", claps in thousands, chips with counts, an author box, responses."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    if kit.chance(0.3):
        kit.box("menu", between=" ")
    kit.headline()
    if kit.chance(0.5):
        kit.dek()
    if kit.chance(0.6):
        name = kit.story.author
        kit.posted(name, Role.BYLINE)
        kit.note(byline=name)
    else:
        name = kit.account()
        kit.posted(name, Role.BRAND_SLOT)
        kit.note(brand=name)
    kit.stamp("short", "long", "noon", end=random.choice((" ", "\n")))
    if kit.chance(0.6):
        kit.put(random.choice(("", "· ")) + kit.label("readtime"), Role.OTHER)
    if kit.chance(0.6):
        kit.counter("likes", most=9000)
    if kit.chance(0.4):
        kit.counter("comments", most=90)
    kit.subheads(random.choice((0, 0.3)))
    kit.body(inserts=kit.inserts(kit.promo, kit.caption, most=2))
    if kit.chance(0.4):
        kit.credit()
    if kit.chance(0.6):
        kit.topics(heading="\n", between="\n") if kit.chance(0.5) else kit.chips("{x}")
    kit.author_box(name)
    if kit.chance(0.5):
        kit.counter("followers", most=90_000)
    if kit.chance(0.6):
        kit.counter("comments", least=1, most=90)
        kit.remarks(3, dated=kit.chance(0.6))
    for key in random.sample(("recommended", "related"), random.randint(1, 2)):
        kit.list_of(key, random.randint(3, 5), tail=lambda: f"\n{kit.label('readtime')}" if kit.chance(0.9) else "")
    kit.lines("legal", Role.LEGAL)


def bureau(kit: WildKit) -> None:
    """An agency's own page: a slug, the section glued before the headline, who wrote and when behind the text."""
    random = kit.random
    if kit.chance(0.6):
        kit.put(f"{kit.story.section[:4].upper()}-{random.randint(1000, 99999)}", Role.OTHER)
    if kit.chance(0.6):
        section = kit.section().upper()
        kit.put(section + random.choice((":", " |", " -", "")), Role.SECTION, random.choice((" ", "\n")))
        kit.note(section=section)
    kit.headline()
    above = kit.chance(0.4)
    if above:
        kit.stamp("first", "long", "minutes", "slashed", before=random.choice(("", kit.label("date") + " ")))
    elif kit.chance(0.4):
        kit.dek()
    if kit.chance(0.3):
        kit.caption()
    kit.body(end=random.choice(("\n", "\n\n")), joined=(random.choice((0, 0.3)), " "))
    if kit.chance(0.4):
        initials = "/".join(kit.grain.person()[:1].casefold() + random.choice("abdeklmr") for _ in range(2))
        kit.put(random.choice((f"({initials})", initials, initials.split("/")[0])), Role.OTHER)
    if kit.chance(0.6):
        printed = kit.label("by_ends")
        kit.put(f"({printed})", Role.CREDIT)
        kit.note(credit=f"({printed})")
    if kit.chance(0.5):
        kit.byline()
    if not above:
        kit.stamp("at", "minutes", "slashed", "hyphens", before=random.choice(("", kit.label("date") + " ")))
    if kit.chance(0.5):
        kit.topics(heading=" ", between=random.choice(("; ", " / ", ", ")))
    if kit.chance(0.6):
        kit.list_of("related", random.randint(3, 6), mark=random.choice(("", "{n}. ", "> ")))
    kit.put(kit.label("copyright"), Role.LEGAL)


def tabloid(kit: WildKit) -> None:
    """A tabloid: a kicker, the headline in capitals, the news in points, shares and remarks, boxes amid the text."""
    random = kit.random
    if kit.chance(0.5):
        kit.box("menu", between=random.choice((" ", "\n")))
    if kit.chance(0.5):
        kit.put(kit.label("kicker").upper(), Role.OTHER, random.choice(("\n", "\n", " ")))
    if kit.chance(0.5):
        kit.headline(change=str.upper)
    kit.headline()
    if kit.chance(0.5):
        kit.dek()
    kit.signed(0.7, pattern=random.choice((kit.label("by", "{x}").upper().replace("{X}", "{x}"), "{x}")))
    joined = random.choice((" | ", None))
    kit.stamp("first", "at", end=joined and " ", before=f"{kit.label('date').upper()} ")
    if kit.chance(0.6):
        kit.changed("first", before="| " if joined else "")
    kit.sheet.blank("\n")
    if kit.chance(0.6):
        kit.counter("shares", most=9000)
    if kit.chance(0.6):
        kit.counter("comments", most=900)
    kit.box("box", between=random.choice((" ", "\n")))
    kit.body(inserts=kit.inserts(kit.promo, kit.caption, kit.caption, kit.advert, kit.promo, most=4))
    if kit.chance(0.5):
        kit.credit()
    if kit.chance(0.6):
        kit.topics(heading="\n", between=random.choice(("\n", " ")))
    if kit.chance(0.6):
        kit.counter("comments", most=900)
        kit.box("sort", between=random.choice((" ", "\n")))
        kit.remarks(3, dated=True)
    for key in random.sample(("ranking", "recommended", "related"), random.randint(1, 3)):
        kit.list_of(key, random.randint(3, 8), mark=random.choice(("", "", "{n} ")))
    kit.lines("legal", Role.LEGAL)


def roundup(kit: WildKit) -> None:
    """Several articles on a page: the first whole, then others in short, with or without a heading over them."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    kit.crumbs(random.choice((" / ", " > ", " | "))) if kit.chance(0.5) else kit.site_name()
    if kit.chance(0.3):
        kit.list_of("ranking", random.randint(3, 5), mark="{n}. ")
    kit.headline()
    kit.stamp("weekday", "short", "day", end=random.choice((" ", "\n")))
    if kit.chance(0.7):
        kit.signed(0.5)
    kit.sheet.blank("\n")
    kit.body(inserts=kit.inserts(kit.promo, kit.caption, most=1))
    if kit.chance(0.5):
        kit.credit()
    if kit.chance(0.4):
        kit.counter("views", most=9000)
    if kit.chance(0.5):
        kit.topics(heading=" ", between=random.choice((", ", " | ")))
    if kit.chance(0.5):
        kit.list_of("others", random.randint(2, 5), after=lambda: kit.put(kit.grain.story().dek, Role.OTHER))
    else:
        for _ in range(random.randint(1, 3)):
            kit.other(dated=kit.chance(0.7))
    if kit.chance(0.5):
        kit.lines("newsletter", Role.NEWSLETTER)
    kit.lines("legal", Role.LEGAL)


WILD_TEMPLATES = (
    Template("aggregator", ("en", "de", "es", "pt", "fr"), "wild", wild(aggregator)),
    Template("forwarded", ("en", "de", "fr", "it"), "wild", wild(forwarded)),
    Template("community", ("en", "es", "pt", "it"), "wild", wild(community)),
    Template("bureau", ("en", "de", "es", "fr", "it", "pt"), "wild", wild(bureau)),
    Template("tabloid", ("en", "de", "it", "es", "fr"), "wild", wild(tabloid)),
    Template("roundup", ("en", "de", "fr", "pt", "es"), "wild", wild(roundup)),
)
