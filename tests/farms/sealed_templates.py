"""Ten kits of content-farm pages, made by someone who had not seen the rules of the reader.

The five kits of publishers in this module were opened to those rules later. The five of ``sealed_reposts``, which show
what others published, are KEPT APART: nobody who makes a reader's rules or trains its models may look at that module,
at ``stock/sealed_*.toml`` or at a page drawn from them; only the scores count. All share no template, label table,
brand or topic with ``open_templates`` and ``kept_templates``, only the grammar, its people, places and sentences.
"""

from copydesk.types import Role
from farms.farm_kit import Template, entities
from farms.sealed_kit import SealedKit, sealed
from farms.sealed_reposts import clone, digest, essay, printout, thread


def station(kit: SealedKit) -> None:
    """A broadcaster's site: live menu, clock before the day, "and last updated", more headlines with their age."""
    random = kit.random
    kit.end = random.choice(("\n", "\n", "\n\n"))
    kit.box("menu", between=random.choice(("\n", "  ", " ")))
    if kit.chance(0.5):
        kit.crumbs(random.choice((" › ", " | ", ">")))
    kit.headline()
    if kit.chance(0.3):
        kit.headline()
    if kit.chance(0.45):
        kit.dek()
    kit.signed(0.5)
    joined = kit.chance(0.5)
    kit.stamp("clock_first", end=" " if joined else None, before=f"{kit.label('date')} ")
    if joined:
        kit.changed("clock_first")
    if kit.chance(0.6):
        kit.caption(words=kit.chance(0.7))
    kit.box("social", between=random.choice(("\n", "", " ")))
    kit.body(inserts=kit.inserts(kit.promo, kit.advert, most=3))
    if kit.chance(0.6):
        kit.credit()
    kit.box("form")
    if kit.chance(0.5):
        kit.box("newsletter", Role.NEWSLETTER)
    tail = random.choice((str, lambda: f" {kit.label('ago')}", lambda: f"\n{kit.label('ago')}"))
    for key in random.sample(("recommended", "related", "ranking"), random.randint(1, 3)):
        glued = kit.chance(0.3)
        kit.list_of(key, random.randint(3, 7), tail=tail, heading="" if glued else "\n")
    if kit.chance(0.5):
        kit.topics(heading=random.choice((" ", "\n")), between=random.choice((" | ", " • ")), ends=kit.end)
    kit.put(kit.label("legal"), Role.LEGAL)


def chain(kit: SealedKit) -> None:
    """A newspaper chain: the day of the visit in its masthead, an address in the byline, ranks on their own lines."""
    random = kit.random
    kit.put(kit.crawled("weekday"), Role.NAVIGATION, random.choice(("\n", " ")))
    kit.box("menu", between=random.choice((" ", "\n")))
    kit.site_name()
    if kit.chance(0.6):
        kit.crumbs(random.choice((" › ", " / ", " » ")))
    else:
        section = kit.section()
        kit.put(section, Role.SECTION)
        kit.note(section=section)
    kit.headline(end=random.choice(("\n", "\n\n")))
    if kit.chance(0.7):
        kit.dek()
    if kit.chance(0.65):
        host = "".join(filter(str.isalnum, kit.site.casefold()))
        name = kit.story.author.split()[0].casefold()
        own = kit.label("by", "{x}")
        kit.byline(pattern=random.choice((own, f"{own} | {name}@{host}.com", f"{own}, {kit.story.agency}")))
        if kit.chance(0.5):
            kit.put(kit.label("role"), Role.BYLINE)
    else:
        kit.slot(random.choice((kit.story.agency, kit.label("desk"))), pattern="{x}")
    style = random.choice(("clock", "short_clock", "numeric_clock"))
    kit.stamp(style, end=random.choice((" ", "\n")), before=f"{kit.label('date')} ")
    if kit.chance(0.5):
        kit.changed(style, before="| ")
    kit.caption()
    kit.body(
        end=random.choice(("\n", "\n\n")), inserts=kit.inserts(kit.promo, kit.advert, kit.advert, kit.caption, most=4)
    )
    if kit.chance(0.5):
        kit.credit(pattern=random.choice(("{x}", "[{x}]", "___ {x}")))
    if kit.chance(0.7):
        kit.topics(heading="\n" if kit.chance(0.5) else " ", between=random.choice(("\n", " | ", "; ")))
    if kit.chance(0.5):
        kit.counter("comments", most=80)
    kit.list_of("ranking", random.randint(4, 8), mark=random.choice(("{n}\n", "{n}) ", "#{n}\n", "{n}. ")))
    if kit.chance(0.7):
        kit.list_of(random.choice(("related", "recommended")), random.randint(3, 6), mark=random.choice(("• ", "")))
    if kit.chance(0.5):
        kit.box("newsletter", Role.NEWSLETTER)
    kit.lines("legal", Role.LEGAL)


def amp(kit: SealedKit) -> None:
    """A page for phones: desk, place and date with bars between, "Also read |" in the body, topics run together."""
    random = kit.random
    kit.end = random.choice(("\n", "\n", "\n\n"))
    kit.lost = random.choice((0, 0.3))
    if kit.chance(0.3):
        kit.dress = entities
    kit.box("menu", between=random.choice(("", " ", "\n")))
    if kit.chance(0.5):
        kit.site_name()
    crumbs = kit.chance(0.5)
    if crumbs:
        kit.crumbs(random.choice(("/", " / ", " » ")), end=random.choice(("\n", "")))
    kit.headline()
    if kit.chance(0.6):
        kit.dek()
    if kit.chance(0.5):
        kit.signed(0.5, end=" ")
        kit.stamp(random.choice(("short_clock", "board", "zone")), before=f"| {kit.label('date')} ")
    else:
        kit.changed("short_clock", end=" ")
        kit.stamp("short_clock", end=" ", before=f"| {kit.label('date')} ")
        kit.signed(0.5, pattern="| {x}")
    kit.box("social", between=random.choice((" ", "\n")))
    if kit.chance(0.5):
        kit.put(kit.label("minutes"), Role.OTHER)
    kit.caption(words=kit.chance(0.5))
    kit.subheads(random.choice((0, 0.25, 0.4)))
    also = f"{kit.label('also')} {random.choice(('|', ':', '–', '►'))} {{x}}"
    kit.body(inserts=kit.inserts(lambda: kit.promo(also), lambda: kit.promo(also), kit.advert, most=4))
    if kit.chance(0.5):
        kit.credit(pattern=random.choice(("{x}", "({x})")))
    if kit.chance(0.5):
        kit.hashtags()
    else:
        kit.topics(heading=random.choice((" ", "\n")), between=random.choice(("", ", ", " | ")), ends=kit.end)
    for key in random.sample(("ranking", "related"), random.randint(1, 2)):
        kit.list_of(key, random.randint(4, 6), mark=random.choice(("0{n} ", "{n}/ ", "▸ ", "")), heading="\n")
    if kit.chance(0.5):
        kit.box("opener")
    kit.put(kit.label("legal"), Role.LEGAL)


def theme(kit: SealedKit) -> None:
    """A weblog theme: date, name, section and comments in one line, share buttons, dated related posts, archive."""
    random = kit.random
    kit.site_name()
    if kit.chance(0.6):
        kit.put(kit.label("tagline"), Role.OTHER)
    kit.box("menu")
    kit.headline()
    mark, end = random.choice((("", " "), (" /", " "), (" ·", " "), ("", "\n")))
    style = random.choice(("short", "clock", "numeric", "weekday"))
    tight = kit.chance(0.3)

    def dated() -> None:
        kit.stamp(style, end="" if tight else end, behind=mark)
        kit.signed(0.3, end=end)

    if kit.chance(0.5):
        dated()
        kit.filed(mark, end)
    else:
        kit.filed(mark, end)
        dated()
    kit.counter("comments", most=40)
    if kit.chance(0.3):
        kit.caption(words=False)
    kit.subheads(random.choice((0, 0, 0.3)))
    kit.body(end=random.choice(("\n", "\n\n")), inserts=kit.inserts(kit.promo, kit.advert, most=2))
    if kit.chance(0.6):
        appeared = kit.label("appeared", kit.story.headline)
        kit.put(appeared, Role.CREDIT)
        kit.note(credit=appeared)
    elif kit.chance(0.5):
        kit.credit()
    kit.box("social")
    if kit.chance(0.5):
        kit.counter("likes", most=300)
    if kit.chance(0.7):
        kit.topics(heading=" ", between=random.choice((", ", " ,", " · ")))
    kit.list_of("related", 3, tail=lambda: f"\n{kit.crawled('short')}", heading=random.choice(("\n", "")))
    kit.neighbours()
    kit.box("form")
    if kit.chance(0.5):
        kit.list_of("ranking", random.randint(3, 6))
    kit.box("archive")
    kit.put(kit.label("legal"), Role.LEGAL)


def journal(kit: SealedKit) -> None:
    """A hosted weblog: the day above the headline, "posted by" and the labels below the body, then readers' remarks."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    if kit.chance(0.2):
        kit.doubled()
    kit.site_name()
    if kit.chance(0.5):
        kit.put(kit.label("tagline"), Role.OTHER)
    above = kit.chance(0.7)
    if above:
        kit.stamp(random.choice(("weekday", "short", "numeric")))
    kit.headline()
    if kit.chance(0.25):
        kit.caption(words=False)
    kit.body(inserts=kit.inserts(kit.promo, kit.caption, most=2))
    if kit.chance(0.5):
        kit.credit(pattern=random.choice(("{x}", "({x})", "* {x}")))
    kit.signed(0.4, end="\n" if above else " ")
    if not above:
        kit.stamp(random.choice(("clock", "board", "short_clock")))
    kit.box("social", between=random.choice(("", " ", "\n")))
    kit.topics(heading=" ", between=", ")
    if kit.chance(0.4):
        kit.counter("views", most=20_000)
    kit.counter("comments", least=1, most=9)
    kit.remarks(3, between=random.choice(("\n", " ")), head=random.choice(("{x}", "{x}:")))
    kit.box("form")
    kit.neighbours()
    kit.list_of("ranking", random.randint(4, 7), mark=random.choice(("", "» ", "★ ")))
    if kit.chance(0.5):
        kit.list_of("recommended", random.randint(3, 5), mark=random.choice(("", "» ")))
    kit.box("archive")
    if kit.chance(0.7):
        kit.put(kit.label("legal"), Role.LEGAL)


SEALED_TEMPLATES = tuple(
    Template(draw.__name__, languages, "sealed", sealed(draw))
    for draw, languages in (
        (station, ("en", "es", "pt", "it", "de", "fr")),
        (chain, ("en", "de", "fr", "it", "es")),
        (amp, ("en", "id", "es", "pt", "fr")),
        (theme, ("en", "de", "es", "fr", "pt", "it", "id")),
        (journal, ("en", "es", "pt", "it", "id", "fr")),
        (digest, ("en", "de", "es", "fr", "pt", "id")),
        (clone, ("en", "de", "es", "fr", "pt", "it", "id")),
        (thread, ("en", "de", "es", "fr", "pt", "it", "id")),
        (essay, ("en", "es", "fr", "de", "pt")),
        (printout, ("en", "de", "fr", "es", "it", "id")),
    )
)
