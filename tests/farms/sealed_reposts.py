"""Five kits that show what others published: an aggregator, a scam, a forum, essays, and stored or printed copies.

KEPT APART: nobody who works on a reader may look here; see ``sealed_templates``, which names them.
"""

from copydesk.types import Role
from farms.farm_kit import entities
from farms.sealed_kit import Part, SealedKit

FAULTS = ("{{$article.source}}", "[!--newstext--]", "#NAME?", "Array", "<!--more-->", "%%category%%")
COINS = ("BTC", "ETH", "SOL", "XRP", "ADA")


def digest(kit: SealedKit) -> None:
    """An aggregator: the source and an age for a byline, an excerpt cut off, votes as signs, entries with sources."""
    random = kit.random
    kit.end = random.choice(("\n", "\n", "\n\n"))
    if kit.chance(0.6):
        kit.site_name()
        kit.box("menu")
    first = kit.chance(0.5)
    if first:
        kit.headline()
    kit.slot(kit.story.outlet, end=" ", pattern="{x}")
    if kit.chance(0.6):
        kit.ago(before=random.choice(("· ", "• ", "| ")))
    else:
        kit.stamp(random.choice(("numeric_clock", "short_clock", "zone", "offset")), before=random.choice(("/ ", "· ")))
    if not first:
        kit.headline()
    if kit.chance(0.5):
        kit.put(kit.label("minutes"), Role.OTHER)
    if kit.chance(0.5):
        kit.put(kit.label("summary"), Role.OTHER)
    if kit.chance(0.3):
        kit.caption(words=False)
    kit.excerpt(random.randint(2, 6), random.choice((" […]", "…", " [...]")))
    kit.body()
    if kit.chance(0.6):
        kit.credit()
    for sign in random.sample(("▲ {x}", "💬 {x}", "🔖 {x}", "▼ {x}"), random.randint(1, 3)):
        kit.counter(sign, end=random.choice((" ", "\n")), most=900)
    kit.sheet.blank("\n")
    kit.box("opener", between=random.choice(("\n", "  ")))
    if kit.chance(0.7):
        kit.topics(heading="\n", between="\n", before=random.choice(("", "+ ")))
    for key in random.sample(("related", "recommended", "ranking"), random.randint(1, 2)):
        kit.list_of(
            key, random.randint(3, 7), tail=kit.sourced(random.choice((" · ", " — ", "\n")), aged=kit.chance(0.5))
        )
    kit.put(kit.label("legal"), Role.LEGAL)


def clone(kit: SealedKit) -> None:
    """A scam's "news" on a bought content system: prices above, labels and values run together, a disclaimer."""
    random = kit.random
    if kit.chance(0.35):
        kit.dress = entities
    if kit.chance(0.6):
        for coin in random.sample(COINS, random.randint(2, 4)):
            price = f"{random.randint(1, 99)},{random.randint(100, 999)}.{random.randint(10, 99)}"
            kit.put(
                f"{coin} ${price} {random.choice('+-')}{random.randint(0, 9)}.{random.randint(0, 9)}%", Role.OTHER, " "
            )
        kit.sheet.blank("\n")
    if kit.chance(0.6):
        kit.site_name(end=random.choice((" ", "\n")))
    kit.crumbs(random.choice((" > ", " - ", "＞", " :: ")), end=random.choice(("\n", "")))
    kit.headline()
    if kit.chance(0.5):
        kit.headline()
    glue = random.choice(("", " ", "  ", "\n"))
    # A count that is glued to a clock time cannot be told from it, so its words come first.
    clicks = kit.wording("views", words_first=not glue)
    parts: list[Part] = [
        lambda: kit.slot(random.choice((kit.brand, kit.site, "admin")), end=glue),
        lambda: kit.stamp(random.choice(("numeric_clock", "zone", "offset")), end=glue, before=kit.label("date")),
        lambda: kit.counter(clicks, end=glue, most=99_000),
    ]
    random.shuffle(parts)
    for part in parts[: random.choice((2, 3, 3))]:
        part()
    kit.sheet.blank("\n")
    if kit.chance(0.4):
        kit.put(random.choice(FAULTS), Role.OTHER)
    if kit.chance(0.3):
        kit.put(kit.label("translated"), Role.OTHER)
    joined = (random.choice((0, 0.3, 0.6)), random.choice((" ", "  ", "　　")))
    kit.body(joined=joined, inserts=kit.inserts(lambda: kit.put(kit.label("offer"), Role.ADVERT), kit.promo, most=2))
    if kit.chance(0.5):
        kit.credit(pattern=random.choice(("{x}", "({x})", "【{x}】")))
    kit.put(kit.label("offer"), Role.ADVERT)
    if kit.chance(0.7):
        kit.topics(heading="", between=random.choice((",", "、", " ; ")))
    if kit.chance(0.5):
        kit.counter("likes", most=5000)
    kit.neighbours()
    marks = random.choice((("【{n}】", "· "), ("{n}、", "• "), ("[{n}]", "")))
    kit.list_of("ranking", random.randint(5, 10), mark=marks[0], heading=random.choice(("\n", "")))
    for key in random.sample(("related", "recommended"), random.randint(1, 2)):
        kit.list_of(key, random.randint(4, 8), mark=marks[1], heading=random.choice(("\n", " ")))
    kit.put(kit.label("legal"), Role.LEGAL)


def thread(kit: SealedKit) -> None:
    """A forum where an article was pasted: path, poster and member box, the paste, replies, similar threads."""
    random = kit.random
    kit.end = random.choice(("\n", "\n", "\n\n"))
    kit.crumbs(random.choice((" » ", " ‹ ", " → ", "/")), headline=kit.chance(0.3), root="board")
    kit.headline()
    if kit.chance(0.6):
        kit.put(kit.label("online"), Role.NAVIGATION)
    if kit.chance(0.5):
        kit.counter("views", end=random.choice((" ", "\n")), most=30_000)
    box_first = kit.chance(0.5)
    handle = kit.label("handle")
    if box_first:
        kit.slot(handle, pattern="{x}")
        kit.box("member", Role.OTHER)
        kit.stamp(
            random.choice(("board", "numeric_clock", "clock")), before=random.choice(("#1 ", kit.label("date") + " "))
        )
    else:
        kit.slot(handle, end=random.choice((" ", "\n")))
        kit.stamp(random.choice(("board", "short_clock", "clock")), before=random.choice(("» ", "- ", "")))
    if kit.chance(0.5):
        kit.headline(change=lambda text: f"Re: {text}" if kit.chance(0.3) else text)
    kit.body(inserts=kit.inserts(kit.advert, most=1))
    kit.credit(pattern=random.choice(("{x}", "{x}", "[i]{x}[/i]")))
    if kit.chance(0.4):
        kit.put(f"_______________\n{kit.label('offer')}", Role.ADVERT)
    for sign in random.sample(("likes", "👍 {x}", "shares"), random.randint(1, 2)):
        kit.counter(sign, most=90)
    kit.box("social", between=random.choice((" ", "\n")))
    if kit.chance(0.8):
        day = random.choice(("", f" » {kit.crawled('short')}"))
        kit.remarks(4, head=f"#{{n}} {{x}}{day}" if kit.chance(0.5) else f"{{x}}{day}")
    kit.box("form")
    if kit.chance(0.4):
        kit.topics(heading=" ", between=" · ", ends=kit.end)
    counted = kit.chance(0.5)
    kit.list_of(
        "related",
        random.randint(3, 7),
        tail=lambda: f" [{random.randint(1, 99)}]" if counted else "",
        mark=random.choice(("", "» ")),
    )
    if kit.chance(0.4):
        kit.list_of("ranking", random.randint(3, 5), mark="{n}. ")
    if kit.chance(0.6):
        kit.put(kit.label("legal"), Role.LEGAL)


def essay(kit: SealedKit) -> None:
    """A platform of essays: name, "follow" and reading time glued, applause, subheads, the author once more below."""
    random = kit.random
    kit.end = random.choice(("\n", "\n\n"))
    if kit.chance(0.6):
        kit.site_name()
    kit.box("menu", between=random.choice((" ", "\n", "")))
    kit.headline()
    kit.dek()
    glue = random.choice(("", " ", "\n"))
    named = kit.chance(0.7)
    if named:
        kit.byline(glue, pattern="{x}")
    else:
        kit.slot(random.choice((kit.brand, f"{kit.site} {kit.label('section')}")), glue, pattern="{x}")
    kit.put(kit.label("follow"), Role.NAVIGATION, glue or " ")
    kit.put(f"{kit.label('minutes')} ·", Role.OTHER, glue)
    kit.stamp(random.choice(("short", "short", "clock")))
    kit.counter("likes", end=random.choice((" ", "\n")), most=9000)
    kit.counter("comments", most=300)
    if kit.chance(0.5):
        kit.box("social", between=random.choice((" ", "\n")))
    if kit.chance(0.7):
        kit.caption()
    kit.subheads(0.4)
    kit.body(inserts=kit.inserts(kit.caption, kit.promo, most=2))
    if kit.chance(0.5):
        kit.credit(pattern=random.choice(("{x}", "— {x}", "*{x}*")))
    if kit.chance(0.5):
        kit.hashtags()
    else:
        kit.topics(heading="\n", between="\n", ends=kit.end)
    if named:
        kit.put(kit.label("bio", kit.story.author), Role.AUTHOR_BIO)
    if kit.chance(0.5):
        kit.box("newsletter", Role.NEWSLETTER)
    if kit.chance(0.5):
        kit.remarks(3)
    last = random.choice((str, lambda: f"\n{kit.label('minutes')}", lambda: f" · {kit.label('minutes')}"))
    for key in random.sample(("related", "recommended"), random.randint(1, 2)):
        kit.list_of(key, random.randint(3, 5), tail=last)
    if kit.chance(0.5):
        kit.put(kit.label("legal"), Role.LEGAL)


def printout(kit: SealedKit) -> None:
    """A print version or a stored copy: its own head with another day, plain lines, rules of dashes, marked links."""
    random = kit.random
    rule = random.choice(("", "-" * 40, "* * *", "=" * 60))

    def ruled() -> None:
        kit.put(rule, Role.OTHER)

    if kit.chance(0.5):
        copy = kit.label("cached", kit.address()).replace("{day}", kit.crawled("short_clock"))
        kit.put(copy, Role.OTHER, "\n\n")
    else:
        kit.box("printing", between=random.choice(("\n", " ")))
        kit.put(kit.address(), Role.NAVIGATION)
    if kit.chance(0.7):
        kit.site_name()
    if kit.chance(0.4):
        kit.filed("")
    ruled()
    kit.headline(end=random.choice(("\n", "\n\n")))
    if kit.chance(0.4):
        kit.dek()
    meta: list[Part] = [
        lambda: kit.signed(0.5),
        lambda: kit.stamp(random.choice(("clock", "weekday", "zone")), before=f"{kit.label('date')} "),
    ]
    for part in random.sample(meta, 2):
        part()
    ruled()
    wrap = random.choice((0, 68, 76))
    kit.body(
        end="\n\n" if wrap or kit.chance(0.5) else "\n", wrap=wrap, inserts=kit.inserts(kit.caption, kit.promo, most=2)
    )
    if kit.chance(0.7):
        kit.credit(pattern=random.choice(("{x}", "({x})", "*** {x} ***")))
    ruled()
    if kit.chance(0.6):
        kit.topics(heading=random.choice((" ", "\n")), between=random.choice((" / ", "; ", ", ")))
    mark = random.choice(("* ", "[{n}] ", "+ ", "o "))
    for key in random.sample(("related", "ranking", "recommended"), random.randint(0, 3)):
        kit.list_of(key, random.randint(3, 8), mark=mark)
    if kit.chance(0.3):
        kit.counter("views", most=9000)
    kit.put(kit.label("legal"), Role.LEGAL)
