"""Whom the bylines of a text name: sources of authors, from the lines that a model took (``textbyline.py``).

That a line is a byline is known here, so more can be read in it than in any line near a headline: a name before an
office that no table has, a name printed twice, the preposition of another language before a name.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from copydesk.reading import byline, masthead, moments, people, textslot, words
from copydesk.reading.byline import Agent
from copydesk.reading.people import Named
from copydesk.reading.sources import Belief, Credit, Source
from copydesk.types import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.reading.board import Board

RULE: Final = "model:byline"

_FROM: Final = re.compile(
    r"(?i:by|from|von|par|por|de|di|da|door|av|af|oleh|od|от)(?:\s?[:：]\s*|\s+)(?=[^\W\d_a-zа-яё])"
)
"""Who is introduced, in any of the languages that a kit may mix."""

_LABEL: Final = re.compile(r"[^\W\d_]{3,20}\s?[:：]\s*(?=[^\W\d_])")
"""A word before a colon: whatever it says of the person behind it, unless that they took the picture."""

_TOKEN: Final = re.compile(r"\S+")

_FILED: Final = re.compile(r"\s(?:via|in|en|em|a|à)\s")
"""Behind an account: through whom or in which section it posted."""

LEAST_OFFICE: Final = 3
"""Words of a name with an office behind it."""


def source(board: "Board") -> Source:
    """Whom the lines that the model took credit."""
    return Source(tuple(_credits(board)), Belief.CUED)


def _credits(board: "Board") -> "Iterator[Credit]":
    for block, sure in board.credited.items():
        for agent in agents(board, block):
            begin = board.sheet.start[block]
            span = Span(begin + agent.start, begin + agent.end, RULE)
            name = board.sheet.text[span.start : span.end]
            yield Credit(name, agent.named, span, sure * (0.5 + agent.sure / 2))


def agents(board: "Board", block: int) -> tuple[Agent, ...]:
    """Whom a byline names; brands by their words are nobody."""
    line = board.sheet.words(block)
    if byline.is_label(line):
        return ()
    wrote = textslot.WROTE.fullmatch(line)
    line = wrote[1] if wrote else line
    shift = led(line) or _led_behind_date(line)
    found = byline.agents(line[shift:], trusted=True)
    moved = [replace(a, start=a.start + shift, end=a.end + shift, cued=a.cued or shift > 0) for a in found]
    cue = board.cues(block).get("byline_prefix")
    moved = moved or _small(line, cue) or _account(line, cue)
    cut = (_cut(line, part) for agent in moved for part in _apart(line, agent))
    return tuple(agent for agent in cut if _is_meant(line[agent.start : agent.end], agent))


def led(line: str) -> int:
    """Where a name begins behind a preposition of any language, a person's behind any word with a colon; 0 if none."""
    introduced = _FROM.match(line)
    if introduced:
        return introduced.end()
    label = _LABEL.match(line)
    named = label is not None and people.is_person(line[label.end() :])
    return label.end() if label and named and "photo_credit_prefix" not in words.cues(line) else 0


def _led_behind_date(line: str) -> int:
    """The same where the date stands first: ``3 May 2024 From Jane Roe``."""
    for moment in moments.find(line)[-1:]:
        begin = moment.end + len(line[moment.end :]) - len(line[moment.end :].lstrip(byline.EDGE))
        introduced = _FROM.match(line, begin)
        if introduced:
            return introduced.end()
    return 0


def _small(line: str, cue: tuple[int, int] | None) -> list[Agent]:
    """A person in small letters behind a cue, if the given name is known: ``by jane roe``."""
    name = _SMALL.fullmatch(line, cue[1]) if cue else None
    if name is None or name[1].partition(" ")[0] not in words.phrases("people", "given"):
        return []
    return [Agent(*name.span(1), Named.PERSON, 2 * UNSURE, cued=True)]


def _account(line: str, cue: tuple[int, int] | None) -> list[Agent]:
    """The account behind a cue: ``Posted by jroe_77 in Culture``."""
    name = _ACCOUNT.match(line, cue[1]) if cue else None
    if name is None or people.is_nobody(name["name"]):
        return []
    return [Agent(*name.span("name"), Named.UNKNOWN, ACCOUNT, cued=True)]


ACCOUNT: Final = 0.4
_SMALL: Final = re.compile(r":?\s+([a-zà-ÿ-]{2,20} [a-zà-ÿ-]{2,20})")
_ACCOUNT: Final = re.compile(r":?\s+(?P<name>[a-zà-ÿ][\w.-]{2,30})(?:\s(?:(?:via|in|en|em|a|à)\s|\d).{1,30})?$")


def _is_meant(name: str, agent: Agent) -> bool:
    """Whether what stands in a byline is somebody: no brand by its words, no weekday, no section behind a name."""
    if agent.named is Named.BRAND:
        return people.guess(name).rule != "name: brand word"
    if agent.named is Named.UNKNOWN or agent.sure <= UNSURE:
        if name[0].isdigit():
            return False  # an age or a counter
        last = name.rsplit(maxsplit=1)[-1].casefold().strip(byline.EDGE)
        return last not in byline.introducing_dates() and not masthead.is_section(name)
    return True


UNSURE: Final = 0.3
"""How sure a lone word beside a name is to be a name itself."""


def _apart(line: str, agent: Agent) -> tuple[Agent, ...]:
    """Two people whose names nothing parts: ``Jane Roe Peter Poe``."""
    tokens = [token.span() for token in _TOKEN.finditer(line, agent.start, agent.end)]
    given = [line[start:end].casefold() in words.phrases("people", "given") for start, end in tokens]
    if given != [True, False, True, False]:
        return (agent,)
    return _ended(line, agent, tokens[1][1]), _ended(line, replace(agent, start=tokens[2][0]), agent.end)


def _cut(line: str, agent: Agent) -> Agent:
    """A name without its second print, and without what stands behind it unmarked: an office, a section."""
    filed = _FILED.search(line, agent.start, agent.end) if agent.named is not Named.PERSON else None
    if filed and (filed[0].strip() == "via" or masthead.is_section(line[filed.end() : agent.end])):
        return _ended(line, agent, filed.start())
    tokens = [token.span() for token in _TOKEN.finditer(line, agent.start, agent.end)]
    said = [line[start:end] for start, end in tokens]
    half = len(said) // 2
    if half and said[:half] == said[half:]:
        return _ended(line, agent, tokens[half - 1][1])
    if len(said) < LEAST_OFFICE or said[0].casefold() not in words.phrases("people", "given"):
        return agent
    behind = line[agent.end :].split()
    offices = words.phrases("jobs", "jobs") | words.phrases("jobs", "ranks")
    if any(word.casefold().strip(byline.EDGE) in offices for word in (*said[2:], *behind[:1])):
        return _ended(line, agent, tokens[_surname(said)][1])
    return agent


def _surname(said: list[str]) -> int:
    """The place of the last word of the name that begins a line."""
    given = words.phrases("people", "given")
    for place, word in enumerate(said[1:-1], 1):
        if word.casefold() not in given and word[:1].isupper() and word[1:2] != ".":
            return place
    return len(said) - 1


def _ended(line: str, agent: Agent, end: int) -> Agent:
    guess = people.guess(line[agent.start : end])
    return replace(agent, end=end, named=guess.named, sure=guess.confidence)
