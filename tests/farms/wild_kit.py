"""What the wild templates print with: the kit, with parts that the others lack and dates in more styles.

A drawing for this kit is wrapped in ``wild`` to become one of a ``Template``, whose own kit lends its random.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime

from copydesk.types import Role
from farms.farm_dates import Claim, claim, long_day
from farms.farm_kit import Kit
from farms.farm_page import Counter
from farms.grain import stock

_AT = {"en": "at", "de": "um", "es": "a las", "fr": "à", "it": "alle", "pt": "às"}
_SHORT = {"fr": ["jan", "fév", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc"]}
FACES = ("❤", "👏", "💬", "🔁", "👁", "★")


def stamp(when: datetime, style: str, language: str) -> Claim:
    """A moment printed in a style of the wild templates, or else in one of ``farm_dates``.

    Styles of their own: ``weekday``, ``at`` (a day, then a word and the clock), ``noon`` (clock of twelve hours),
    ``short`` (month's name cut off), ``first`` (the clock first), ``slashed``, ``hyphens``, ``points`` (year first).
    """
    day, minute = f"{when:%Y-%m-%d}", f"{when:%Y-%m-%dT%H:%M}"
    long, clock = long_day(when, language), f"{when:%H:%M}"
    months = stock(language).months
    short = _SHORT.get(language, [month[:3] for month in months])[when.month - 1]
    weekday = stock(language).weekdays[when.weekday()]
    printed = {
        "weekday": Claim(f"{weekday}, {long}", day),
        "at": Claim(f"{long} {_AT[language]} {clock}", minute),
        "noon": Claim(f"{long}, {when:%I:%M %p}", minute),
        "short": Claim(f"{when.day} {short} {when.year}", day),
        "first": Claim(f"{clock}, {long}", minute),
        "slashed": Claim(f"{when:%d/%m/%Y}", day),
        "hyphens": Claim(f"{when:%d-%m-%Y} {clock}", minute),
        "points": Claim(f"{when:%Y.%m.%d}", day),
    }
    return printed[style] if style in printed else claim(when, style, language)


class WildKit(Kit):
    """A page of a wild template in the making."""

    def __init__(self, kit: Kit) -> None:
        self.__dict__.update(kit.__dict__)

    # ------------------------------------------------------------------ head
    def stamp(self, *styles: str, end: str | None = None, before: str = "", behind: str = "") -> None:
        """The claimed date in one of the styles."""
        made = stamp(self.when, self.random.choice(styles), self.labels)
        self.put(before + made.printed + behind, Role.DATE, end)
        self.note(date_printed=made.printed, date_iso=made.iso)

    def changed(self, *styles: str, end: str | None = None, before: str = "") -> None:
        """A second, later date behind its label, which is not the claimed one."""
        made = stamp(self.when.replace(hour=23, minute=59), self.random.choice(styles), self.labels)
        self.put(f"{before}{self.label('changed')} {made.printed}", Role.DATE, end)

    def account(self) -> str:
        """The name of an account: a person's, shortened."""
        plain = "".join(filter(str.isalnum, self.grain.person())).casefold()
        return self.random.choice((plain, f"{plain[:5]}_{self.random.randint(1, 99)}", f"{plain}{self.when.year}"))

    def signed(self, share: float, end: str | None = None, *, pattern: str | None = None) -> None:
        """In that share of the pages the author, else a desk or a brand, in the same pattern."""
        if self.chance(share):
            self.byline(end, pattern=pattern)
        else:
            self.slot(self.random.choice((self.label("desk"), self.brand)), end, pattern=pattern)

    def posted(self, name: str, role: Role, end: str | None = None) -> None:
        """Who posted it in which section, in one line."""
        section = self.section()
        self.put(self.label("posted", name).replace("{y}", section), role, end)
        self.note(section=section)

    def filled(self, pattern: str, value: str = "") -> str:
        """A pattern with the page's own names in its slots; ``{y}`` stays."""
        own = {"x": value, "site": self.site, "brand": self.brand, "year": str(self.when.year), "y": "{y}"}
        return self.grain.say(pattern, self.cast, **own)

    # ------------------------------------------------------------------ body
    def subheads(self, share: float) -> None:
        """Give that share of the paragraphs a short heading, from the second on; they count as paragraphs."""
        heads = [f"{self.grain.place()}: {head}" for head in dict.fromkeys(self.label("sub") for _ in range(6))]
        told: list[str] = []
        for number, paragraph in enumerate(self.story.paragraphs):
            if number > 1 and heads and self.chance(share):
                told.append(heads.pop())
            told.append(paragraph)
        self.story = replace(self.story, paragraphs=tuple(told))

    def advert(self) -> None:
        """A line amid the text that is none of it."""
        self.put(self.label(self.random.choice(("advert", "offer"))), Role.ADVERT)

    def inserts(self, *among: Callable[[], None], most: int) -> Sequence[Callable[[], None]]:
        """Up to so many of these, in any order."""
        return self.random.sample(among, self.random.randint(0, min(most, len(among))))

    # ------------------------------------------------------------------ foot
    def box(self, key: str, role: Role = Role.NAVIGATION, between: str = "\n") -> None:
        """The items of a box, a part an item."""
        items = self.label(key).split(";")
        for number, item in enumerate(items, 1):
            self.put(item, role, "\n" if number == len(items) else between)

    def bare(self, faces: Sequence[str], end: str | None = None, *, most: int = 900) -> None:
        """Counters that are a number alone, or one behind a sign."""
        for number, face in enumerate(faces, 1):
            count = self.random.randint(1, most)
            text = f"{face} {count}".strip()
            self.put(text, Role.REACTION, "\n" if number == len(faces) else end)
            self.note(counters=(*self.fields.counters, Counter(text, face, count)))

    def chips(self, pattern: str, between: str = "\n") -> None:
        """The topics, each in a pattern, without a heading."""
        for number, topic in enumerate(self.story.tags, 1):
            end = "\n" if number == len(self.story.tags) else between
            self.put(pattern.replace("{x}", topic), Role.TOPIC, end)
        self.note(topics=self.story.tags)

    def hashtags(self) -> None:
        """The topics as hashtags in one line."""
        tags = tuple("".join(word[:1].upper() + word[1:] for word in topic.split()) for topic in self.story.tags)
        tags = tuple("".join(filter(str.isalnum, tag)) for tag in tags)
        for number, tag in enumerate(tags, 1):
            self.put(f"#{tag}", Role.TOPIC, "\n" if number == len(tags) else " ")
        self.note(topics=tags)

    def author_box(self, name: str) -> None:
        """Who wrote it, told below the text."""
        if self.chance(0.6):
            self.put(self.label("written"), Role.AUTHOR_BIO)
            self.put(name, Role.AUTHOR_BIO)
        self.put(self.label("bio", name), Role.AUTHOR_BIO)

    def remarks(self, most: int, *, dated: bool = False) -> None:
        """Readers' remarks: who, when if need be, and what."""
        said = list(dict.fromkeys(self.label("comment") for _ in range(most)))
        for remark in said[: self.random.randint(1, most)]:
            self.put(self.account() if self.chance(0.6) else self.grain.person(), Role.COMMENT)
            if dated:
                self.put(self.label("ago"), Role.COMMENT)
            self.put(remark, Role.COMMENT)

    def other(self, *, dated: bool = True) -> None:
        """Another, shorter article, whole."""
        story = self.grain.story()
        self.put(story.headline, Role.OTHER)
        if dated:
            self.put(self.when.strftime("%Y-%m-%d"), Role.OTHER)
        for paragraph in story.paragraphs[: self.random.randint(1, 2)]:
            self.put(paragraph, Role.OTHER)


def wild(draw: Callable[[WildKit], None]) -> Callable[[Kit], None]:
    """A drawing of a template, given the wild kit."""

    def drawn(kit: Kit) -> None:
        own = WildKit(kit)
        draw(own)
        kit.__dict__.update(own.__dict__)

    return drawn
