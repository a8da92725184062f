"""What the templates print with: each method prints one part of a page and notes what it said.

A template is a name, its languages and a function that draws with a Kit; the Kit knows the words (grain), the labels
(``stock/<edition>_labels.toml``) and the sheet. It decides no order and no layout.
"""

import re
import textwrap
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from random import Random

from chance import chance
from copydesk.types import Role
from farms import farm_dates
from farms.farm_page import Counter, FarmFields, FarmList, FarmPage, Sheet
from farms.grain import KEPT_TOPICS, OPEN_TOPICS, STOCK, WILD_TOPICS, Grain

TOPICS = {"open": OPEN_TOPICS, "kept": KEPT_TOPICS, "wild": WILD_TOPICS}
LISTS = {"related": Role.RELATED, "others": Role.RELATED, "ranking": Role.RANKING, "recommended": Role.RECOMMENDED}
_ENTITIES = {"&": "&amp;", "'": "&#039;", '"': "&quot;", "’": "&rsquo;", "«": "&laquo;", "»": "&raquo;", "—": "&mdash;"}


@cache
def labels(edition: str, language: str) -> Mapping[str, tuple[str, ...]]:
    """The labels of an edition in a language; ``brands`` gives the parts of invented brands."""
    table = tomllib.loads((STOCK / f"{edition}_labels.toml").read_text("utf8"))
    return {key: tuple(alternatives.split("|")) for key, alternatives in table[language].items()}


def entities(text: str) -> str:
    """A text whose HTML entities nobody resolved; a blank after a figure became a hard one."""
    escaped = "".join(_ENTITIES.get(character, character) for character in text)
    return re.sub(r"(?<=\d) ", "&nbsp;", escaped)


def _nothing() -> None:
    """Print nothing."""


class Kit:
    """One page in the making.

    Attributes:
        end: What sets one part off from the next where a template does not say otherwise.
        lost: The chance that a blank line between two parts got lost.
        dress: What happens to headline, body and list entries on their way to the page.
    """

    def __init__(self, random: Random, language: str, edition: str) -> None:
        self.random = random
        self.grain = Grain(random, language, TOPICS.get(edition, KEPT_TOPICS))
        self.edition = edition
        # Kits are often put up in English, whatever their articles are in.
        self.labels = "en" if random.random() < 0.12 else language
        self.story = self.grain.story()
        self.cast = self.grain.cast()
        self.sheet = Sheet()
        self.fields = FarmFields(language=language, label_language=self.labels)
        self.site = self._brand("site_stems") + self._brand("site_ends")
        self.brand = f"{self._brand('stems')} {self._brand('ends')}"
        self.when = farm_dates.moment(random)
        self.end = "\n"
        self.lost = 0.0
        self.dress: Callable[[str], str] = str

    # ------------------------------------------------------------------ words
    def chance(self, share: float) -> bool:
        """True in this share of the pages."""
        return self.random.random() < share

    def label(self, key: str, value: str = "") -> str:
        """One of the alternatives of a label, with its value."""
        pattern = self.random.choice(labels(self.edition, self.labels)[key])
        return self.filled(pattern, value)

    def filled(self, pattern: str, value: str = "") -> str:
        """A pattern with the page's own names in its slots."""
        own = {"x": value, "site": self.site, "brand": self.brand, "year": str(self.when.year)}
        return self.grain.say(pattern, self.cast, **own)

    def put(self, text: str, role: Role, end: str | None = None) -> None:
        """Print a part without noting it."""
        if end is None:
            end = "\n" if self.lost and self.chance(self.lost) else self.end
        self.sheet.put(text, role, end)

    def lines(self, key: str, role: Role, *, split: str = " / ", end: str | None = None) -> None:
        """Print a label of several lines, a part a line."""
        for line in self.label(key).split(split):
            self.put(line, role, end)

    # ------------------------------------------------------------------ head
    def crumbs(self, between: str, end: str | None = None, *, headline: bool = False) -> None:
        """The breadcrumb, home first; ``headline`` makes the headline its last item."""
        section = self.section()
        items = (self.label("home"), section, *((self.dress(self.story.headline),) if headline else ()))
        self.put(self.label("crumb") + self.random.choice(("", " ")) + between.join(items), Role.BREADCRUMB, end)
        self.note(breadcrumb=items, section=section)

    def section(self) -> str:
        """The article's own section, or as often one that has nothing to do with it."""
        return self.story.section if self.chance(0.5) else self.label("section")

    def headline(self, end: str | None = None, *, change: Callable[[str], str] = str) -> None:
        """The headline; printed again it is the same, but for ``change``."""
        printed = self.dress(self.story.headline)
        self.put(change(printed), Role.HEADLINE, end)
        self.note(headline=printed)

    def dek(self, end: str | None = None) -> None:
        """The sentence below the headline."""
        self.note(dek=self.dress(self.story.dek))
        self.put(self.dress(self.story.dek), Role.DEK, end)

    def site_name(self, before: str = "", end: str | None = None) -> None:
        """The site's name, behind a separator if need be."""
        self.put(before + self.site, Role.SITE_NAME, end)
        self.note(site_name=self.site)

    def slot(self, name: str, end: str | None = None, *, pattern: str | None = None) -> None:
        """A brand, a desk or a bare "Admin" in the byline's place."""
        self.put(self.filled(pattern, name) if pattern else self.label("by", name), Role.BRAND_SLOT, end)
        self.note(brand=name)

    def byline(self, end: str | None = None, *, pattern: str | None = None) -> None:
        """The author, whose name the farm left in."""
        name = self.story.author
        self.put(self.filled(pattern, name) if pattern else self.label("by", name), Role.BYLINE, end)
        self.note(byline=name)

    def date(self, style: str, end: str | None = None, *, before: str = "", behind: str = "") -> None:
        """The claimed date behind its label."""
        claim = farm_dates.claim(self.when, style, self.labels)
        self.put(before + claim.printed + behind, Role.DATE, end)
        self.note(date_printed=claim.printed, date_iso=claim.iso)

    # ------------------------------------------------------------------ body
    def body(
        self,
        *,
        end: str | None = None,
        wrap: int = 0,
        joined: tuple[float, str] = (0, ""),
        inserts: Sequence[Callable[[], None]] = (),
        open_end: bool = False,
    ) -> None:
        """The paragraphs, with the inserts between some of them; with ``open_end`` what follows is glued to the last.

        ``wrap`` breaks lines at that width; ``joined`` is the chance that two paragraphs become one, and what then
        stands between them.
        """
        paragraphs = [self.dress(paragraph) for paragraph in self._joined(*joined)]
        if wrap:
            paragraphs = [textwrap.fill(text, wrap, break_on_hyphens=False) for text in paragraphs]
        places = self.random.sample(range(len(paragraphs) - 1), min(len(inserts), len(paragraphs) - 1))
        between = dict(zip(places, inserts, strict=False))
        for number, paragraph in enumerate(paragraphs):
            glued = open_end and number == len(paragraphs) - 1
            self.put(paragraph, Role.BODY, "" if glued else end)
            if number in between:
                between[number]()
        self.note(paragraphs=tuple(paragraphs))

    def _joined(self, share: float, between: str) -> list[str]:
        paragraphs = [self.story.paragraphs[0]]
        for paragraph in self.story.paragraphs[1:]:
            if self.chance(share):
                paragraphs[-1] += between + paragraph
            else:
                paragraphs.append(paragraph)
        return paragraphs

    def promo(self, pattern: str | None = None, end: str | None = None) -> None:
        """A line amid the body that advertises another article."""
        headline = self.dress(self.grain.headline())
        self.put(self.filled(pattern, headline) if pattern else self.label("more", headline), Role.PROMO, end)
        self.note(promos=(*self.fields.promos, headline))

    def caption(self, end: str | None = None, *, words: bool = True) -> None:
        """The words below a picture that is gone, or its credit alone."""
        photo = self.label("photo")
        printed = f"{self.dress(self.grain.headline())}. {photo}" if words else photo
        self.put(printed, Role.CAPTION, end)
        self.note(captions=(*self.fields.captions, printed))

    def credit(self, end: str | None = None, *, pattern: str = "{x}") -> None:
        """The stolen article's own credit line."""
        printed = self.filled(pattern, self.label("credit"))
        self.put(printed, Role.CREDIT, end)
        self.note(credit=printed)

    # ------------------------------------------------------------------ foot
    def topics(self, *, heading: str | None = None, before: str = "", between: str = "\n", ends: str = "\n") -> None:
        """The topics behind their label, each with ``before`` in front and ``between`` set off."""
        if heading is not None:
            self.put(before + self.label("tags"), Role.TOPIC, heading)
        for number, topic in enumerate(self.story.tags, 1):
            last = number == len(self.story.tags)
            self.put(before + topic + ("" if last else between.rstrip()), Role.TOPIC, _blank(between, ends, last=last))
        self.note(topics=self.story.tags)

    def counter(self, pattern: str, end: str | None = None, *, least: int = 0, most: int = 9000) -> None:
        """A counter: a key of the labels, or a pattern of its own with ``{x}`` for the number."""
        if "{x}" not in pattern:
            pattern = self.random.choice(labels(self.edition, self.labels)[pattern])
        printed, count = self._number(self.random.randint(least, most))
        text = pattern.replace("{x}", printed)
        self.put(text, Role.REACTION, end)
        label = " ".join(re.sub(r"\{x\}|[():]", " ", pattern).split())
        self.note(counters=(*self.fields.counters, Counter(text, label, count)))

    def _number(self, count: int) -> tuple[str, int]:
        if count >= 1000 and self.chance(0.4):
            tenths = count // 100
            return f"{tenths // 10}.{tenths % 10}K", tenths * 100
        return (f"{count:,}" if self.chance(0.2) else str(count)), count

    def list_of(
        self,
        key: str,
        count: int,
        *,
        mark: str = "",
        tail: Callable[[], str] = str,
        between: str = "\n",
        heading: str = "\n",
        colon: str = "",
        after: Callable[[], None] = _nothing,
    ) -> None:
        """A list of headlines: ``mark`` goes before an entry ({n}: its rank), ``tail`` behind it.

        ``between`` sets the entries off, ``heading`` the heading from the first; ``after`` prints behind each entry.
        """
        title, role = self.label(key), LISTS[key]
        self.put(title + colon, Role.LIST_HEADING, heading)
        entries = [self.dress(headline) for headline in self.grain.headlines(count)]
        bare = self.grain.person() if self.chance(0.1) else None
        if bare:
            entries[self.random.randrange(count)] = bare
        for number, entry in enumerate(entries, 1):
            text = mark.replace("{n}", str(number)) + entry + tail()
            last = number == count
            self.put(text + ("" if last else between.rstrip()), role, _blank(between, self.end, last=last))
            after()
        made = FarmList(role, title, tuple(entries), (bare,) if bare else ())
        self.note(lists=(*self.fields.lists, made))

    # ------------------------------------------------------------------ notes
    def note(self, **said: object) -> None:
        """Note what the page says."""
        self.fields = replace(self.fields, **said)  # type: ignore[arg-type]  # replace() takes fields by name only

    def _brand(self, key: str) -> str:
        return self.random.choice(labels(self.edition, "brands")[key])


def _blank(between: str, ends: str, *, last: bool) -> str:
    """The blank space behind an entry: what is left of the separator, or the line end behind the last."""
    if last:
        return ends
    return between[len(between.rstrip()) :]


@dataclass(frozen=True, slots=True)
class Template:
    """A kit of farm pages: its name, the languages it comes in, whether it is kept, and how it draws a page."""

    name: str
    languages: tuple[str, ...]
    edition: str
    draw: Callable[[Kit], None]

    def make(self, random: Random, language: str | None = None) -> FarmPage:
        """A page; without a language the random picks one of the template's."""
        kit = Kit(random, language or random.choice(self.languages), self.edition)
        self.draw(kit)
        return kit.sheet.page(self.name, kit.fields)

    def page(self, seed: int, language: str | None = None) -> FarmPage:
        """The page of a seed, always the same."""
        return self.make(chance(f"{self.name}:{seed}"), language)
