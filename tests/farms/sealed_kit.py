"""What the sealed templates print with: the kit, with topics and sentences of its own and parts that others lack.

KEPT APART: see ``sealed_templates``. A drawing for this kit is wrapped in ``sealed`` to become one of a ``Template``.
"""

import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import cache, wraps
from random import Random

from copydesk.types import Role
from farms import farm_dates, sealed_dates
from farms.farm_kit import Kit, labels
from farms.grain import STOCK, Grain, Lines, Stock, stock

SEALED_TOPICS = ("health", "transit", "nature")
SEALED_LANGUAGES = ("en", "de", "es", "fr", "pt", "it", "id")

Part = Callable[[], None]
"""What prints a part of the page."""

_THOUSANDS = {"en": ",", "fr": " "}
_KILO = {"en": "K", "fr": " k", "de": " Tsd.", "es": " mil", "pt": " mil", "it": "K", "id": " rb"}


@cache
def sealed_stock(language: str) -> Stock:
    """A language's stock with the papers, agencies and topics of ``stock/sealed_<language>.toml``."""
    table = tomllib.loads((STOCK / f"sealed_{language}.toml").read_text("utf8"))
    common = stock(language)

    def lines(topic: str) -> Lines:
        said = {kind: tuple(text.split("\n")[:-1]) for kind, text in table[topic].items() if "\n" in text}
        return Lines(table[topic]["section"], tuple(table[topic]["tags"].split("; ")), said)

    general = common.topics["common"]
    with_subheads = replace(general, said={**general.said, "subhead": tuple(table["subhead"].split("\n")[:-1])})
    return replace(
        common,
        outlets=tuple(table["outlet"]),
        agencies=tuple(table["agency"]),
        topics={"common": with_subheads, **{topic: lines(topic) for topic in SEALED_TOPICS}},
    )


class SealedGrain(Grain):
    """The words of one sealed page."""

    def __init__(self, random: Random, language: str) -> None:
        super().__init__(random, language, SEALED_TOPICS)
        self.stock = sealed_stock(language)


class SealedKit(Kit):
    """One sealed page in the making."""

    def __init__(self, random: Random, language: str) -> None:
        super().__init__(random, language, "sealed")
        self.grain = SealedGrain(random, language)
        self.story = self.grain.story()
        self.cast = {**self.grain.cast(), "ag": self.story.agency, "org": self.story.outlet, "P": self.story.tags[-1]}

    # ------------------------------------------------------------------ head
    def box(self, key: str, role: Role = Role.NAVIGATION, end: str | None = None, *, between: str = "\n") -> None:
        """A label of several parts, ``between`` them blank space or nothing."""
        parts = self.label(key).split(";")
        for number, part in enumerate(parts, 1):
            self.put(part, role, end if number == len(parts) else between)

    def crumbs(self, between: str, end: str | None = None, *, headline: bool = False, root: str = "home") -> None:
        """The breadcrumb, the label ``root`` first."""
        section = self.section()
        items = (self.label(root), section, *((self.dress(self.story.headline),) if headline else ()))
        self.put(self.label("crumb") + between.join(items), Role.BREADCRUMB, end)
        self.note(breadcrumb=items, section=section)

    def signed(self, named: float, end: str | None = None, *, pattern: str | None = None) -> None:
        """In this share of the pages the author, else a desk, a brand or the agency."""
        if self.chance(named):
            self.byline(end, pattern=pattern)
        else:
            self.slot(self.random.choice((self.label("desk"), self.brand, self.story.agency)), end, pattern=pattern)

    def stamp(self, style: str, end: str | None = None, *, before: str = "", behind: str = "") -> None:
        """The claimed date in a style of ``sealed_dates``."""
        claim = sealed_dates.claim(self.when, style, self.labels)
        self.put(before + claim.printed + behind, Role.DATE, end)
        self.note(date_printed=claim.printed, date_iso=claim.iso)

    def changed(self, style: str, end: str | None = None, *, before: str = "") -> None:
        """The date of a later change, behind its label."""
        later = self.when + timedelta(minutes=self.random.randint(9, 1200))
        printed = sealed_dates.claim(later, style, self.labels).printed
        self.put(f"{before}{self.label('updated')} {printed}", Role.DATE, end)

    def filed(self, mark: str, end: str | None = None) -> None:
        """The section behind its label, ``mark`` behind it."""
        name = self.section()
        self.put(self.label("category", name) + mark, Role.SECTION, end)
        self.note(section=name)

    def ago(self, end: str | None = None, *, before: str = "") -> None:
        """A date that only says how long ago, which names no day."""
        printed = self.label("ago")
        self.put(before + printed, Role.DATE, end)
        self.note(date_printed=printed, date_iso=None)

    def crawled(self, style: str) -> str:
        """A day after the claimed one, on which somebody came by; of an absurd claim any day."""
        sane = 2016 <= self.when.year <= 2030
        start = self.when if sane else farm_dates.moment(self.random, epoch=0, future=0)
        return sealed_dates.claim(start + timedelta(days=self.random.randint(1, 400)), style, self.labels).printed

    def address(self) -> str:
        """The page's address."""
        host = "".join(filter(str.isalnum, self.site.casefold()))
        folder = self.random.choice(("news", "p", "html"))
        return f"https://www.{host}.com/{folder}/{self.random.randint(900, 90_000)}.html"

    # ------------------------------------------------------------------ body
    def subheads(self, share: float) -> None:
        """Before each paragraph but the first, by this chance, a line that heads it; no two the same."""
        patterns = list(self.grain.stock.topics["common"].said["subhead"])
        self.random.shuffle(patterns)
        paragraphs = [self.story.paragraphs[0]]
        for paragraph in self.story.paragraphs[1:]:
            if patterns and self.chance(share):
                paragraphs.append(self.grain.say(patterns.pop(), self.cast))
            paragraphs.append(paragraph)
        self.story = replace(self.story, paragraphs=tuple(paragraphs))

    def doubled(self) -> None:
        """Double the blanks behind full stops and here and there another."""
        told = (text.replace(". ", ".  ").replace(", ", ",  ", 1) for text in self.story.paragraphs)
        self.story = replace(self.story, paragraphs=tuple(told))

    def excerpt(self, most: int, more: str) -> None:
        """Keep only so many paragraphs, ``more`` behind the last where some are gone."""
        kept = self.story.paragraphs[:most]
        if len(kept) < len(self.story.paragraphs):
            self.story = replace(self.story, paragraphs=(*kept[:-1], f"{kept[-1]}{more}"))

    def sourced(self, before: str, *, aged: bool) -> Callable[[], str]:
        """What stands behind an entry: the newspaper it is from, and perhaps its age."""

        def tail() -> str:
            return before + self.grain.cast()["org"] + (f", {self.label('ago')}" if aged else "")

        return tail

    def wording(self, key: str, *, words_first: bool) -> str:
        """One of the alternatives of a counter's label, if need be of those that do not begin with the number."""
        among = labels(self.edition, self.labels)[key]
        return self.random.choice([text for text in among if not (words_first and text.startswith("{x}"))])

    def advert(self) -> None:
        """A line that marks an advertisement, or the advertisement."""
        self.put(self.label(self.random.choice(("advert", "offer"))), Role.ADVERT)

    def inserts(self, *among: Part, most: int) -> Sequence[Part]:
        """Up to so many of these for the body."""
        return self.random.choices(among, k=self.random.randint(0, most))

    # ------------------------------------------------------------------ foot
    def hashtags(self, end: str | None = None) -> None:
        """The topics as hashtags in one line; their own blanks are lost."""
        made = tuple("".join(word[:1].upper() + word[1:] for word in tag.split()) for tag in self.story.tags)
        for number, tag in enumerate(made, 1):
            self.put(f"#{tag}", Role.TOPIC, end if number == len(made) else " ")
        self.note(topics=made)

    def neighbours(self, end: str | None = None) -> None:
        """Links to the posts before and after."""
        pattern = self.label("neighbours")
        names = {slot: self.dress(self.grain.headline()) for slot in ("h", "h2")}
        for part in pattern.split(";"):
            self.put(self.grain.say(part, names), Role.NAVIGATION, end)

    def remarks(self, most: int, *, between: str = "\n", head: str = "{x}") -> None:
        """What readers wrote, each below a name; ``{n}`` in its ``head`` counts the posts of a thread."""
        for number in range(self.random.randint(1, most)):
            self.put(head.replace("{x}", self.grain.person()).replace("{n}", str(number + 2)), Role.COMMENT, between)
            self.put(self.label("comment"), Role.COMMENT)

    def filled(self, pattern: str, value: str = "") -> str:
        """A pattern with the page's own names; a slot for other pages' headlines stays for ``neighbours``."""
        kept = {slot: f"{{{slot}}}" for slot in ("h", "h2", "day")}
        own = {"x": value, "site": self.site, "brand": self.brand, "year": str(self.when.year)}
        return self.grain.say(pattern, self.cast, **kept, **own)

    def _number(self, count: int) -> tuple[str, int]:
        if count >= 1000 and self.chance(0.35):
            point = "." if self.labels == "en" else ","
            return f"{count // 1000}{point}{count // 100 % 10}{_KILO[self.labels]}", count // 100 * 100
        return (f"{count:,}".replace(",", _THOUSANDS.get(self.labels, ".")) if self.chance(0.5) else str(count)), count


def sealed(draw: Callable[[SealedKit], None]) -> Callable[[Kit], None]:
    """A drawing for the sealed kit as one for the plain kit that ``Template`` makes."""

    @wraps(draw)
    def drawn(kit: Kit) -> None:
        own = SealedKit(kit.random, kit.fields.language)
        draw(own)
        kit.sheet, kit.fields = own.sheet, own.fields

    return drawn
