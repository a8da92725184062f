"""The other six of the twelve wild kits: those who make a reader's rules see their rates only, no page and no error."""

from copydesk.types import Role
from farms.farm_kit import Template
from farms.wild_kit import FACES, WildKit, wild


def platform(kit: WildKit) -> None:
    """A farm's content system: time, source, author and clicks in one line, the editor in brackets at the end."""
    random = kit.random
    if kit.chance(0.8):
        kit.crumbs(random.choice((" >> ", " > ", "-", " › ")))
    kit.headline()
    gap = random.choice((" ", "  ", "\n"))

    def when() -> None:
        kit.stamp("minutes", "seconds", "points", end=gap, before=f"{kit.label('date')} ")

    def who() -> None:
        kit.signed(0.5, end=gap)

    def whence() -> None:
        kit.credit(end=gap)

    def clicks() -> None:
        kit.counter("views", end=gap, most=9000)

    parts = [when, who, *kit.inserts(clicks, most=1)]
    random.shuffle(parts)
    for part in parts:
        part()
    if kit.chance(0.5):
        kit.put(kit.label("small"), Role.NAVIGATION, "")
    kit.sheet.blank("\n")
    kit.body(end=random.choice(("\n", "\n\n")), inserts=kit.inserts(kit.caption, kit.advert, most=1))
    if kit.chance(0.4):
        whence()
        kit.sheet.blank("\n")
    elif kit.chance(0.6):
        printed = kit.label("editor", kit.grain.person())
        kit.put(printed, Role.CREDIT)
        kit.note(credit=printed)
    if kit.chance(0.5):
        kit.topics(heading=" ", between=random.choice((" ", ", ")))
    if kit.chance(0.6):
        kit.put(kit.label("neighbours", kit.grain.headline()), Role.NAVIGATION)
        kit.put(kit.label("following", kit.grain.headline()), Role.NAVIGATION)

    def day() -> str:
        return f" [{random.randint(1, 12):02}-{random.randint(13, 28)}]"

    kit.list_of("related", random.randint(4, 8), tail=day if kit.chance(0.6) else str, mark=random.choice(("", "·")))
    if kit.chance(0.6):
        kit.list_of("ranking", random.randint(4, 8), mark=random.choice(("{n} ", "{n}. ", "")))
    kit.lines("legal", Role.LEGAL, end=random.choice(("\n", " ")))


def broadsheet(kit: WildKit) -> None:
    """A newspaper behind a wall: section, kicker, two signatories, tools, subheads, the author below, most read."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    section = kit.section()
    kit.put(section, Role.SECTION)
    kit.note(section=section)
    if kit.chance(0.4):
        kit.put(kit.label("kicker"), Role.OTHER)
    kit.headline()
    if kit.chance(0.7):
        kit.dek()
    name = kit.story.author
    kit.byline(pattern=random.choice((None, "{x}", f"{{x}}, {kit.grain.place()}", f"{{x}} — {kit.site}")))
    kit.stamp("at", "long", "noon", "weekday", before=random.choice(("", f"{kit.label('date')} ")))
    if kit.chance(0.4):
        kit.changed("at")
    kit.box("box", between=random.choice(("\n", " ")))
    if kit.chance(0.4):
        kit.counter("comments", most=500)
    if kit.chance(0.7):
        kit.caption()
    kit.subheads(random.choice((0, 0.25)))
    kit.body(inserts=kit.inserts(kit.promo, kit.promo, kit.advert, most=3))
    if kit.chance(0.4):
        kit.credit()
    if kit.chance(0.6):
        kit.author_box(name)
    if kit.chance(0.7):
        kit.topics(heading="\n", between=random.choice(("\n", " ")))
    for key in random.sample(("ranking", "related", "recommended"), random.randint(1, 3)):
        kit.list_of(key, random.randint(3, 7), mark=random.choice(("", "{n}\n", "{n} ")))
    if kit.chance(0.5):
        kit.lines("newsletter", Role.NEWSLETTER)
    kit.lines("legal", Role.LEGAL)


def channel(kit: WildKit) -> None:
    """A video's page: views before the day, followers below the channel's name, the next ones with their lengths."""
    random = kit.random
    if kit.chance(0.5):
        kit.box("menu", between="\n")
    kit.headline()
    if kit.chance(0.4):
        kit.headline(change=lambda text: f"{text} - {kit.site}")
        kit.note(site_name=kit.site)
    kit.slot(random.choice((kit.brand, kit.label("desk"))), pattern="{x}")
    kit.counter("followers", most=90_000)
    line = random.choice((" ", "\n"))
    kit.counter("views", end=line, most=900_000)
    kit.stamp("short", "long", "day", before=random.choice(("", "• ")) if line == " " else "")
    if kit.chance(0.6):
        kit.bare(random.sample(FACES, 2), end="\n")
    elif kit.chance(0.5):
        kit.counter("likes", most=900)
    kit.body(inserts=kit.inserts(kit.advert, most=1))
    if kit.chance(0.5):
        kit.credit()
    if kit.chance(0.7):
        kit.hashtags()
    kit.put(kit.label("more_less"), Role.NAVIGATION)
    if kit.chance(0.7):
        kit.counter("comments", most=900)
        kit.box("sort", between=" ")
        kit.remarks(3, dated=True)

    def length() -> str:
        return f"\n{random.randint(0, 20)}:{random.randint(10, 59)}"

    kit.list_of("recommended", random.randint(4, 8), tail=length)
    if kit.chance(0.4):
        kit.list_of("ranking", random.randint(3, 5))


def paste(kit: WildKit) -> None:
    """A bare paste: a list or an address first, name and day without a label, hashtags, perhaps a second date."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    if kit.chance(0.3):
        kit.put("https://" + "".join(filter(str.isalnum, kit.site.casefold())) + ".example/news", Role.OTHER)
    if kit.chance(0.3):
        kit.list_of(random.choice(("ranking", "recommended")), random.randint(4, 7), mark=random.choice(("", "- ")))
    kit.headline(change=str.upper if kit.chance(0.3) else str)
    if kit.chance(0.3):
        kit.headline()
    else:
        kit.note(headline=kit.story.headline.upper() if kit.story.headline not in _printed(kit) else kit.story.headline)
    if kit.chance(0.35):
        kit.dek()
    order = [
        lambda: kit.signed(0.6, pattern=random.choice(("{x}", None))),
        lambda: kit.stamp("long", "short", "slashed", "day", "points"),
    ]
    random.shuffle(order)
    below = kit.chance(0.3)
    if not below:
        for part in order:
            part()
    kit.body(joined=(random.choice((0, 0.4)), " "))
    if below:
        for part in order:
            part()
    if kit.chance(0.6):
        kit.credit()
    if kit.chance(0.5):
        kit.hashtags()
    if kit.chance(0.5):
        kit.list_of("related", random.randint(3, 6), mark=random.choice(("", "* ", "- ")))


def post(kit: WildKit) -> None:
    """A post of a messenger's channel: its name, the headline behind a sign, hashtags, views and faces, "join"."""
    random = kit.random
    kit.site_name()
    if kit.chance(0.5):
        kit.counter("followers", most=90_000)
    if kit.chance(0.4):
        kit.stamp("short", "at", "long")
    sign = random.choice(("⚡ ", "❗", "🔴 ", "", ""))
    kit.put(f"{sign}{kit.story.headline}", Role.HEADLINE, random.choice(("\n", "\n\n")))
    kit.note(headline=kit.story.headline)
    kit.body(end=random.choice(("\n", "\n\n")))
    if kit.chance(0.5):
        kit.credit()
    if kit.chance(0.5):
        kit.signed(0.5)
    if kit.chance(0.7):
        kit.hashtags()
    kit.put(kit.label("join"), Role.NAVIGATION)
    if kit.chance(0.7):
        kit.bare(random.sample(("👍", "❤", "😢", "🔥"), random.randint(1, 3)), end="\n")
    if kit.chance(0.7):
        kit.counter("👁 {x}" if kit.chance(0.5) else "views", most=90_000)
    if not kit.fields.date_iso:
        kit.stamp("minutes", "hyphens", "first")
    if kit.chance(0.6):
        mark = random.choice(("", "➡ ", "• "))
        kit.list_of(random.choice(("related", "recommended")), random.randint(3, 5), mark=mark)
    if kit.chance(0.4):
        kit.counter("comments", most=90)
        kit.remarks(2)


def database(kit: WildKit) -> None:
    """A press database's print: newspaper, day and page first, length and subjects, the issue's list at the end."""
    random = kit.random
    kit.site_name()
    kit.stamp("weekday", "long", "slashed")
    if kit.chance(0.7):
        kit.put(kit.label("page"), Role.OTHER)
    if kit.chance(0.6):
        section = kit.section()
        kit.put(section.upper(), Role.SECTION)
        kit.note(section=section.upper())
    kit.headline()
    if kit.chance(0.4):
        kit.dek()
    kit.signed(0.7, pattern=random.choice((None, "{x}", f"{{x}}; {kit.site}")))
    if kit.chance(0.5):
        kit.put(kit.label("length"), Role.OTHER)
    kit.body(end=random.choice(("\n", "\n\n")), wrap=random.choice((0, 0, 76)))
    if kit.chance(0.5):
        kit.credit()
    if kit.chance(0.3):
        kit.caption()
    if kit.chance(0.6):
        kit.topics(heading=random.choice((" ", "\n")), between=random.choice(("; ", ", ")))
    if kit.chance(0.6):

        def page() -> str:
            return f" ({kit.label('page')})"

        kit.list_of("others", random.randint(3, 6), tail=page if kit.chance(0.5) else str)
    kit.put(kit.label("copyright"), Role.LEGAL)


def _printed(kit: WildKit) -> str:
    return kit.sheet.page("", kit.fields).text


APART_TEMPLATES = (
    Template("platform", ("en", "de", "es", "fr", "it", "pt"), "wild", wild(platform)),
    Template("broadsheet", ("en", "de", "fr", "es", "it"), "wild", wild(broadsheet)),
    Template("channel", ("en", "es", "pt", "fr"), "wild", wild(channel)),
    Template("paste", ("en", "de", "es", "it", "pt"), "wild", wild(paste)),
    Template("post", ("en", "es", "it", "fr", "pt"), "wild", wild(post)),
    Template("database", ("en", "de", "fr", "it"), "wild", wild(database)),
)
