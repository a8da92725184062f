"""Five kits of content-farm pages that may be looked at while a reader's rules are made.

Each function draws one page, its own order of parts with its own faults; ``OPEN_TEMPLATES`` names them. The five of
``kept_templates`` are drawn differently, with other labels, topics and brands.
"""

from copydesk.types import Role
from farms.farm_kit import Kit, Template, entities


def _glued(kit: Kit) -> None:
    """Breadcrumb glued to the headline, the headline twice, a scam brand, three lists, one line a part."""
    random = kit.random
    kit.crumbs(random.choice((" > ", " / ", " » ", ">")), end="")
    kit.headline(end=random.choice(("", " ")))
    kit.site_name(before=random.choice(("-", "- ", "| ", "– ")))
    kit.headline()
    kit.slot(kit.brand, pattern="{x}")
    kit.date(random.choice(("seconds", "minutes", "long_minutes")), before=kit.label("date"))
    mark = random.choice(("- ", "", "• ", "* "))
    promos = [lambda: kit.promo("{x}" if mark and kit.chance(0.5) else None)] * random.randint(0, 2)
    if mark:
        promos = [lambda: kit.promo(f"{mark}{{x}}")] * random.randint(0, 2)
    kit.body(inserts=promos)
    if kit.chance(0.7):
        kit.credit()
    if kit.chance(0.85):
        kit.topics(heading="\n", before=mark)
    kit.counter("like")
    lists = ["related", "ranking", "recommended"]
    random.shuffle(lists)
    for key in lists[: random.choice((2, 3, 3, 3))]:
        kit.list_of(key, random.randint(5, 10), mark=mark if kit.chance(0.75) else "")


def _portal(kit: Kit) -> None:
    """A phone portal: menu first, byline, date and shares in one line, lists run together, newsletter, footer."""
    random = kit.random
    kit.end = "\n\n" if kit.chance(0.6) else "\n"
    kit.lost = random.choice((0, 0, 0.3))
    menu = kit.label("menu").split(";")
    for number, item in enumerate(menu, 1):
        kit.put(item, Role.NAVIGATION, "\n" if number == len(menu) else random.choice(("", "", " ")))
    kit.headline()
    if kit.chance(0.7):
        kit.dek()
    between = random.choice((" ", "  ", ""))
    kit.slot(kit.label("desk"), end=between)
    kit.date(random.choice(("long", "dots", "day")), end=between or " ", before=random.choice(("| ", "· ", "- ", "")))
    kit.counter(random.choice(("shares", "{x}")) if between else "shares", most=900)
    if kit.chance(0.6):
        kit.caption()
    kit.counter("comments", most=30)
    kit.body(inserts=[lambda: kit.put(kit.label("advert"), Role.ADVERT)] * random.randint(0, 2))
    if kit.chance(0.6):
        kit.credit()
    kit.topics(before="#", between=" ", ends=kit.end)
    for key in random.sample(("related", "recommended", "ranking"), 2):
        glue = random.choice(("", "", " "))
        kit.list_of(key, random.randint(4, 7), between=glue, heading=random.choice(("\n", "", " ")))
    kit.lines("newsletter", Role.NEWSLETTER)
    kit.lines("legal", Role.LEGAL)


def _blog(kit: Kit) -> None:
    """A blog kit: date glued to the byline, labels and values on two lines, hard-wrapped body, ``undefined``."""
    random = kit.random
    kit.headline()
    if kit.chance(0.6):
        kit.headline()
    name = random.choice(("admin", "Admin", kit.label("desk"), kit.brand))
    kit.slot(name, end="", pattern=None if kit.chance(0.5) else "{x}")
    kit.date("long" if kit.chance(0.7) else "seconds")
    kit.put(kit.label("category"), Role.SECTION)
    section = kit.section()
    kit.put(section, Role.SECTION)
    kit.note(section=section)
    if kit.chance(0.4):
        kit.put("undefined", Role.OTHER)
    kit.counter("views", most=40_000)
    kit.sheet.blank("\n")
    if kit.chance(0.3):
        kit.dek(end="\n\n")
    kit.body(end="\n\n" if kit.chance(0.7) else "\n", wrap=random.choice((72, 80, 80)), inserts=[kit.promo])
    if kit.chance(0.5):
        kit.credit(pattern=random.choice(("{x}", "({x})", "[{x}]")))
    if kit.chance(0.7):
        kit.put(kit.label("tags"), Role.TOPIC)
        kit.topics(between=random.choice((", ", ",")))
    colon = random.choice(("", ":"))
    for key in random.sample(("related", "ranking", "recommended"), random.randint(1, 3)):
        mark = random.choice(("", "– ", "{n}. "))
        kit.list_of(key, random.randint(3, 6), mark=mark, heading=random.choice(("", " ")), colon=colon)
    if kit.chance(0.5):
        kit.lines("legal", Role.LEGAL, end=" ")


def _exchange(kit: Kit) -> None:
    """A coin exchange's "news": a crumb a line, a label a line and its value below, joined paragraphs, entities."""
    random = kit.random
    if kit.chance(0.7):
        kit.dress = entities
    kit.site_name()
    items = (kit.label("home"), kit.section())
    for number, item in enumerate(items, 1):
        kit.put(item, Role.BREADCRUMB)
        if number < len(items):
            kit.put(">", Role.BREADCRUMB)
    kit.note(breadcrumb=items, section=items[-1])
    kit.headline()
    kit.put(kit.label("source"), Role.BRAND_SLOT)
    kit.slot(kit.brand, pattern="{x}")
    heading = kit.label("date")
    kit.put(heading, Role.DATE)
    kit.date(random.choice(("seconds", "slashes", "minutes")))
    kit.counter("views", most=99_000)
    if kit.chance(0.4):
        kit.put(kit.label("offer"), Role.ADVERT)
    kit.body(joined=(random.choice((0.2, 0.5)), random.choice(("", " "))), inserts=[kit.caption] * random.randint(0, 1))
    if kit.chance(0.6):
        kit.credit()
    kit.put(kit.label("offer"), Role.ADVERT)
    kit.put(kit.label("prev", kit.dress(kit.grain.headline())), Role.NAVIGATION)
    kit.put(kit.label("next", kit.dress(kit.grain.headline())), Role.NAVIGATION)
    mark = random.choice(("{n} ", "{n}. ", "{n}", "0{n} "))
    kit.list_of("ranking", random.randint(5, 9), mark=mark)
    kit.list_of(
        "recommended",
        random.randint(4, 8),
        tail=lambda: f" {kit.random.randint(1, 28):02}/{kit.random.randint(1, 12):02}",
    )
    kit.lines("legal", Role.LEGAL)


def _clipping(kit: Kit) -> None:
    """A stripped copy: headline first, the author's name left in, adverts in the text, smileys, comments, no crumbs."""
    random = kit.random
    kit.end = random.choice(("\n", "\n", "\n\n"))
    kit.headline()
    if kit.chance(0.5):
        kit.dek()
    if kit.chance(0.25):
        kit.put(random.choice(("{{author}}", "{{ post.author.name }}", "%author%")), Role.OTHER)
    elif kit.chance(0.5):
        kit.byline(pattern=None if kit.chance(0.7) else f"{{x}}, {kit.story.outlet}")
    else:
        kit.slot(kit.label("desk"))
    if kit.chance(0.75):
        kit.date(
            random.choice(("long_minutes", "dots_minutes", "zulu")), before=random.choice(("", kit.label("date") + " "))
        )
    kit.caption(words=kit.chance(0.5))
    inserts = [
        lambda: kit.put(kit.label("advert"), Role.ADVERT),
        lambda: kit.put(kit.label("offer"), Role.ADVERT),
        kit.promo,
        kit.promo,
        kit.caption,
    ]
    kit.body(inserts=random.sample(inserts, random.randint(1, 4)))
    if kit.chance(0.7):
        kit.credit()
    faces = ["👍 {x}", "❤️ {x}", "😂 {x}", "👎 {x}"]
    for face in faces[: random.randint(1, 4)]:
        kit.counter(face, end=" ", most=200)
    kit.sheet.blank("\n")
    kit.topics(heading=" ", between=random.choice((", ", " | ", " / ")), ends=kit.end)
    kit.list_of("ranking", random.randint(3, 8), mark=random.choice(("{n}. ", "#{n} ", "")))
    if kit.chance(0.6):
        kit.list_of("related", random.randint(3, 6), mark=random.choice(("▶ ", "", "» ")))
    if kit.chance(0.5):
        kit.counter("comments", least=1, most=5)
        kit.put(kit.grain.person(), Role.COMMENT)
        kit.put(kit.label("comment"), Role.COMMENT)
    kit.lines("form", Role.NAVIGATION, split=";")
    if kit.chance(0.7):
        kit.lines("legal", Role.LEGAL)


OPEN_TEMPLATES = (
    Template("glued", ("en", "de", "es", "fr", "pt", "tr"), "open", _glued),
    Template("portal", ("en", "pt", "it", "tr", "id", "ja"), "open", _portal),
    Template("blog", ("en", "es", "de", "fr", "it", "ru"), "open", _blog),
    Template("exchange", ("en", "ru", "ja", "tr", "id"), "open", _exchange),
    Template("clipping", ("en", "it", "fr", "es", "ru", "de", "pt"), "open", _clipping),
)
