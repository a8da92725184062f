"""Counters of a page: a line of words -> what it counts, and how often; ``12 likes``, ``veryGood! (3858)``, ``👍 7``.

A line is a counter only if it is nothing else. Which words are those of counters, cues.toml says; kits invent their
own, so the bracketed form needs none that is known. What a number is that counts nothing, :data:`NUMBERED` says.
"""

import re
from functools import cache, lru_cache
from typing import Final

from copydesk.reading import moments
from copydesk.reading.words import cues, label, phrases, region_of, table

_UNITS: Final = frozenset(
    [
        "h",
        "hr",
        "hrs",
        "std",
        "min",
        "mins",
        "mn",
        "minutes",
        "minute",
        "minuten",
        "minutos",
        "minuti",
        "minut",
        "dk",
        "dak",
        "menit",
        "мин",
        "sec",
        "secs",
        "sek",
        "seg",
        "s",
        "d",
        "days",
        "tage",
        "días",
        "dias",
        "jours",
        "giorni",
        "st",
        "t",
        "gg",
        "w",
        "wks",
        "km",
        "kg",
        "%",
        "€",
        "$",
        "£",
        "мин.",
        "ч",
        "分",
        "時間",
        "小时",
        "分钟",
    ]
)
"""Units of time and measure: what they count is no reader. ``8 min``, ``5 h``, ``3 Std.``"""

NUMBERED: Final = frozenset(
    ["id", "post id", "article id", "story id", "news id", "no", "nr", "ref", "code", "page", "seite", "código",
     "página", "issue", "vol", "isbn", "issn", "zip", "version", "номер", "стр", "№", "番号"]
)  # fmt: skip
"""Labels of numbers that count nothing."""


def is_reaction(text: str) -> bool:
    """Whether these are the known words of a counter."""
    said = label(text)
    known = phrases("cues", "reaction")
    return said in known or (" " in said and _without_so_far(said) in known)


def _without_so_far(said: str) -> str:
    """The word of a counter without what limits it to today: ``comments so far``."""
    for tail in _so_far().get(said.rpartition(" ")[2], ()):
        if said.endswith(tail):
            return said[: -len(tail)].rstrip()
    return said


@cache
def _so_far() -> dict[str, list[str]]:
    """What may stand behind the word of a counter, by its last word."""
    found: dict[str, list[str]] = {}
    for tail in phrases("furniture", "so_far"):
        found.setdefault(tail.rpartition(" ")[2], []).append(tail)
    return found


def is_count(text: str) -> bool:
    """Whether a line is one number and nothing else."""
    return len(text) <= 12 and _COUNT.fullmatch(text.strip("()（） ")) is not None


_NUMBER: Final = r"\d{1,3}(?:[.,\s]\d{3})+(?!\d)|\d+(?:[.,]\d+)?\s?(?:[KkMm](?!\w)|[万千])|\d+"
_SIGNED: Final = r"(?:(?![★☆⭐])[\u2190-\u2bff\u3030\ufe0f\u200d\U0001f000-\U0001faff])+"
"""A face, a heart, a thumb: a label without a word. Stars are marks that readers give."""

_DIGIT: Final = re.compile(r"\d")
_COUNT: Final = re.compile(_NUMBER)
_REACTION: Final = re.compile(rf"(?P<label>[^\d()（）]{{1,30}}?)\s*[(（:：]\s*(?P<count>{_NUMBER})\s*[)）]?$")
_REACTION_FIRST: Final = re.compile(rf"(?P<count>{_NUMBER})\s+(?P<label>[^\d]{{1,30}})$")
_REACTION_ROW: Final = re.compile(rf"(?P<label>[^\d()（）]{{1,30}}?)\s*[(（]\s*(?P<count>{_NUMBER})\s*[)）]\s*")
_REACTION_SIGNS: Final = re.compile(rf"(?P<label>{_SIGNED})\s?(?P<count>{_NUMBER})\s*")
_SIGNS_BEHIND: Final = re.compile(rf"(?P<count>{_NUMBER})\s?(?P<label>{_SIGNED})\s*")
_ROW_SEAM: Final = re.compile(r"\s*[|·•]\s*|\s{2,}|\t")
_AROUND_COUNT: Final = re.compile(r"[\s:：()（）]+")
_TIMES: Final = {"k": 1_000, "m": 1_000_000, "万": 10_000, "千": 1_000}

MAX_COUNTERS: Final = 90
"""Characters of a line of counters."""


@lru_cache(maxsize=1 << 10)  # passes ask for the same lines, and lists end in the same words
def reactions(line: str, *, below: bool = False, comments: bool = False) -> list[tuple[str, int, int, int]]:
    """The counters of a line that is nothing else: label, count, and where each begins and ends.

    ``veryGood! (3858)``, ``Like (41) Wow (1,208)``, ``12 likes``, ``Read 1.2K times``, ``👍 7``. The bracketed form and
    the face need no known word (kits invent their own); the others need one of the words for a reaction, or to stand
    below an article. What counts comments is the heading of a list of them unless ``comments`` says otherwise.
    """
    if len(line) > MAX_COUNTERS or not _DIGIT.search(line):
        return []
    found = _whole_row(_REACTION_ROW, line) if line[-1] in ")）" else []
    if not found and not line.isascii():
        found = _whole_row(_REACTION_SIGNS, line) or _whole_row(_SIGNS_BEHIND, line)
    found = found or _of_networks(line) or _of_parts(line) or _single(line, below) or _in_a_row(line) or _of_pairs(line)
    if len(found) == 1 and line[-1] in ")）" and label(found[0][0]) in _months():
        return []  # the archive of a weblog: how many posts there were in May
    if len(found) == 1 and _is_measure(line, found[0][0]):
        return []
    if not comments and any(region_of(label) == "comments" for label, *_ in found):
        return []
    return found


def is_measure(line: str) -> bool:
    """Whether a short line is a number and a unit of time: ``Reading time 5 min``, ``4 h``."""
    tokens = line.casefold().replace(".", " ").split()
    return len(tokens) <= MEASURE_WORDS and not _UNITS.isdisjoint(tokens) and any(map(str.isdigit, line))


MEASURE_WORDS: Final = 5


def _is_measure(line: str, said: str) -> bool:
    """Whether the number of a line counts time, be it an age, a length or how long it takes to read."""
    folded = said.casefold()
    if folded.partition(" ")[0].rstrip(".") in _UNITS:
        return True
    return not is_reaction(said) and (moments.is_relative(line) or "read_time_anywhere" in cues(line))


@cache
def _months() -> frozenset[str]:
    return frozenset(name for months in table("calendar")["months"].values() for month in months for name in month)


def count_of(number: str) -> int:
    """What a counter's number means: ``1,208``, ``1.2K``, ``3万``."""
    unit = _TIMES.get(number[-1].lower())
    if unit is None:
        return int("".join(filter(str.isdigit, number)))
    return round(float(number[:-1].strip().replace(",", ".")) * unit)


def _whole_row(form: re.Pattern[str], line: str) -> list[tuple[str, int, int, int]]:
    """The counters that a form finds one behind the other from the line's beginning to its end; none otherwise."""
    found: list[tuple[str, int, int, int]] = []
    at = 0
    while at < len(line):
        match = form.match(line, at)
        label_ = match["label"].strip() if match else ""
        worded = form is not _REACTION_ROW or any(c.isalpha() for c in label_)
        if match is None or not worded or len(label_.split()) > 3:
            return []
        found.append((label_, count_of(match["count"]), match.start(), match.start() + len(match.group().rstrip())))
        at = match.end()
    return found


def _of_parts(line: str) -> list[tuple[str, int, int, int]]:
    """The counters of a row set apart by bars or wide blanks, each of a known word."""
    found: list[tuple[str, int, int, int]] = []
    at = 0
    seams = list(_ROW_SEAM.finditer(line))
    for seam in [*seams, None] if seams else []:
        part = _single(line[at : seam.start() if seam else len(line)], below=False)
        if not part or (not found and seam is None):
            return []
        label_, count, start, end = part[0]
        found.append((label_, count, at + start, at + end))
        at = seam.end() if seam else len(line)
    return found


def _in_a_row(line: str) -> list[tuple[str, int, int, int]]:
    """The counters of a row that only blanks part, each a number and a known word: ``12 comments 340 shares``."""
    if not line[0].isdigit():
        return []
    parts = list(_NUMBER_FIRST.finditer(line))
    if len(parts) < 2 or not all(is_reaction(part["label"]) for part in parts):
        return []
    return [(part["label"].strip(), count_of(part["count"]), part.start(), part.end()) for part in parts]


_NUMBER_FIRST: Final = re.compile(rf"(?P<count>{_NUMBER})\s+(?P<label>[^\d]{{1,30}}?)(?=\s+\d|$)")


def _of_pairs(line: str) -> list[tuple[str, int, int, int]]:
    """The counters of a row that is three words or more, each with its number: ``Love 12 Haha 3 Wow 1``."""
    pairs = list(_PAIR.finditer(line)) if line[-1].isdigit() and line[0].isupper() else []
    if len(pairs) < LEAST_PAIRS or sum(pair.end() - pair.start() for pair in pairs) < len(line) - len(pairs):
        return []
    return [(pair["label"], count_of(pair["count"]), pair.start(), pair.end("count")) for pair in pairs]


LEAST_PAIRS: Final = 3
_PAIR: Final = re.compile(rf"(?P<label>[^\W\d_]{{2,14}})\s(?P<count>{_NUMBER})(?:\s+|$)")


def _of_networks(line: str) -> list[tuple[str, int, int, int]]:
    """The counters of a row that begins with those of social networks: ``Facebook 81 X 12K 93 shares``."""
    found: list[tuple[str, int, int, int]] = []
    at = 0
    while match := _NETWORK_COUNT.match(line, at):
        found.append((match["label"], count_of(match["count"]), at, match.end("count")))
        at = match.end()
    if not found or (at == len(line) or not _DIGIT.search(line, at)):
        return found if line.count(" ", at) < SHARED_WORDS else []
    last = _SHARED.fullmatch(line, at)
    if last is None:
        return []
    said = _AROUND_COUNT.sub(" ", f"{last['before']} {last['label']}").strip()
    if not 0 < len(said.split()) <= SHARED_WORDS:
        return []
    return [*found, (said, count_of(last["count"]), at, len(line))]


SHARED_WORDS: Final = 5
_SHARED: Final = re.compile(rf"(?P<before>[^\d]{{0,24}}?)\s*(?P<count>{_NUMBER})\s*(?P<label>[^\d]{{0,40}})")


_NETWORK_COUNT: Final = re.compile(
    r"(?P<label>facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|tumblr|vk|viber|messenger|threads"
    r"|bluesky|mastodon|flipboard|line|pocket)\s?[:(]?\s?(?P<count>\d+(?:[.,]\d+)?(?:[KkMm](?!\w))?)\)?[\s|·•,]*",
    re.IGNORECASE,
)


def _single(line: str, below: bool) -> list[tuple[str, int, int, int]]:
    """The one counter that a line is."""
    number = _COUNT.search(line)
    if number is None or _DIGIT.search(line, number.end()):
        return []
    said = _AROUND_COUNT.sub(" ", f"{line[: number.start()]} {line[number.end() :]}").strip()
    if not is_reaction(said):
        match = (_REACTION.match(line) or _REACTION_FIRST.match(line)) if below else None
        if match is None or len(match["label"].split()) > 3 or not any(c.isalpha() for c in match["label"]):
            return []
        said = match["label"].strip()
    return [(said, count_of(number.group()), 0, len(line))]
