"""The originals: real articles, none of which is a copy of another.

In: the shared development data. Out: a ``Pool``: bases and hosts of 150 to 1,500 words between white space, and longer
articles, cut to 1,500 words, for near-misses. Bases come first from wcxb-dev (its 369 article pages of that length, no
other filter, one per page; 362 sites), then fundus bodies (222), then PolNeAR's texts under ``quotes/`` (829).
A text that shares more than a fifth of the word 8-grams of the shorter with an earlier text is a copy and left out: 7
of 1,824, of which 2 of the 369, so that 1,413 and 404 longer ones remain. Pairs below that, but with 8-grams in common
(658), are ``residue``: a detector that reports them is neither right nor wrong. So are two parts of one original that
repeats 8-grams of its own (427). Only dev data is read; nothing of it is kept outside the cache.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import chain, combinations
from pathlib import Path

from comparing.pages import SHARED, pages_of, spread

from copying.drafts import Original

WORD = re.compile(r"\w+")
SHORTEST, LONGEST = 150, 1500
GRAM = 8
COPY = 0.2
"""Texts that share more of their 8-grams than this are the same story."""

VERSION = 2
"""To be raised when the rules of this module change: what is cached was made by them."""


@dataclass(frozen=True, slots=True)
class Text:
    """One candidate."""

    set: str
    id: str
    title: str
    text: str

    @property
    def words(self) -> int:
        """Words between white space."""
        return len(self.text.split())


@dataclass(frozen=True, slots=True)
class Pool:
    """All originals. The first ``first_set`` come from wcxb-dev, all of ``short`` are of a usual article's length."""

    short: tuple[Original, ...]
    long: tuple[Original, ...]
    first_set: int
    residue: frozenset[tuple[int, int]]
    copies: int

    def bases(self, count: int) -> tuple[Original, ...]:
        """So many bases; from the first set alone, evenly spread, while it has enough."""
        if count > len(self.short):
            message = f"there are only {len(self.short)} originals"
            raise ValueError(message)
        if count >= self.first_set:
            return self.short[:count]
        return tuple(spread(self.short[: self.first_set], count)[:count])

    def hosts(self, bases: Sequence[Original]) -> tuple[Original, ...]:
        """Articles held out of the bases, one for two of them: those that a quoted passage is put into."""
        taken = {base.number for base in bases}
        others = [original for original in self.short if original.number not in taken]
        wanted = max(1, len(bases) // 2)
        return tuple(spread(others, wanted)[:wanted])


def pool(cache: Path) -> Pool:
    """The pool, from the cache where the same rules have made it from the same data."""
    kept = cache / f"pool-{VERSION}-{_data_digest()}.json"
    if not kept.is_file():
        made = pool_of([*candidates()], [*longer()])
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({**asdict(made), "residue": sorted(made.residue)}), "utf8")
    table = json.loads(kept.read_text("utf8"))
    short, long = (tuple(Original(**item) for item in table[key]) for key in ("short", "long"))
    return Pool(short, long, table["first_set"], frozenset(map(tuple, table["residue"])), table["copies"])


def pool_of(short: Sequence[Text], long: Sequence[Text]) -> Pool:
    """Copies left out, the rest numbered: the short ones first."""
    texts = [*short, *long]
    common, sizes = common_grams([text.text for text in texts])
    gone: set[int] = set()
    for (one, other), count in sorted(common.items(), key=lambda item: item[0][::-1]):
        if one != other and one not in gone and count > COPY * min(sizes[one], sizes[other]):
            gone.add(other)
    numbers = {place: number for number, place in enumerate(place for place in range(len(texts)) if place not in gone)}
    originals = [
        Original(number, f"{texts[place].set} {texts[place].id}", texts[place].title, texts[place].text)
        for place, number in numbers.items()
    ]
    cut = sum(place < len(short) for place in numbers)
    first = sum(place < len(short) and texts[place].set == texts[0].set for place in numbers)
    residue = frozenset((numbers[a], numbers[b]) for a, b in common if a in numbers and b in numbers)
    return Pool(tuple(originals[:cut]), tuple(originals[cut:]), first, residue, len(gone))


def common_grams(texts: Sequence[str]) -> tuple[Counter[tuple[int, int]], list[int]]:
    """How many 8-grams every two texts share and each repeats, if any, and how many different ones each has."""
    holders: defaultdict[int, list[int]] = defaultdict(list)
    repeated: Counter[tuple[int, int]] = Counter()
    sizes = []
    for number, text in enumerate(texts):
        words = WORD.findall(text.lower())
        grams = {hash(tuple(words[at : at + GRAM])) for at in range(len(words) - GRAM + 1)}
        sizes.append(len(grams))
        again = len(words) - GRAM + 1 - len(grams)
        if again > 0:
            repeated[number, number] = again
        for gram in grams:
            holders[gram].append(number)
    among = (combinations(numbers, 2) for numbers in holders.values() if len(numbers) > 1)
    return Counter(chain.from_iterable(among)) + repeated, sizes


def candidates() -> Iterator[Text]:
    """Every text of a base's length, in the order of the sets."""
    for text in chain(_of_pages("wcxb"), _of_pages("fundus"), _political()):
        if SHORTEST <= text.words <= LONGEST:
            yield text


def longer() -> Iterator[Text]:
    """The beginnings of longer articles, cut at a line's end."""
    for text in _of_pages("wcxb"):
        if text.words > LONGEST:
            lines: list[str] = []
            room = LONGEST
            for line in text.text.splitlines():
                room -= len(line.split())
                if room < 0:
                    break
                lines.append(line)
            beginning = Text(text.set, text.id, text.title, "\n".join(lines))
            if beginning.words > LONGEST // 2:
                yield beginning


def _of_pages(name: str) -> Iterator[Text]:
    for page in pages_of(name):
        if page.type == "article":
            yield Text(name, page.id, str(page.truth.get("title") or ""), page.body)


def _political() -> Iterator[Text]:
    for path in sorted((SHARED / "data/quotes").glob("*/text/*.txt")):
        text = path.read_text("utf8")
        yield Text("quotes", path.stem, text.strip().split("\n")[0], text)


def _data_digest() -> str:
    """Changes with the files of the data, by name and size."""
    files = [path for name in ("wcxb-dev/ground-truth", "fundus/pages", "quotes") for path in _files(name)]
    listing = "\n".join(f"{path.relative_to(SHARED)} {path.stat().st_size}" for path in files)
    return hashlib.blake2b(listing.encode(), digest_size=6).hexdigest()


def _files(folder: str) -> list[Path]:
    return sorted(path for path in (SHARED / "data" / folder).rglob("*") if path.is_file())
