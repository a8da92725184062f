"""What the benchmark says in its own words, from ``stock.toml``, spoken by the generator of the made-up farms.

In: patterns with choices and slots. Out: sentences. It says; where its sentences go, others decide.
"""

import sys
import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

sys.path.append(str(Path(__file__).resolve().parents[2] / "tests"))  # the farms' generators are fixtures first
from farms.grain import OPEN_TOPICS, Grain

FILE = Path(__file__).with_name("stock.toml")


@dataclass(frozen=True, slots=True)
class Stock:
    """All patterns; a serial is its lines in order."""

    brands: tuple[str, ...]
    sections: tuple[str, ...]
    reactions: tuple[str, ...]
    statements: tuple[str, ...]
    attributions: tuple[str, ...]
    updates: tuple[str, ...]
    notes: tuple[str, ...]
    serials: dict[str, tuple[str, ...]]


@cache
def stock() -> Stock:
    """The patterns, read once."""
    table = tomllib.loads(FILE.read_text("utf8"))
    lines = {key: tuple(value.strip().split("\n")) for key, value in table.items() if isinstance(value, str)}
    lists = {key: tuple(value) for key, value in table.items() if isinstance(value, list)}
    serials = {name: tuple(text.strip().split("\n")) for name, text in table["serials"].items()}
    return Stock(**lines, **lists, serials=serials)


class Speaker:
    """One voice with one cast: names and places stay the same as long as it speaks."""

    def __init__(self, random: Random) -> None:
        self._grain = Grain(random, "en", OPEN_TOPICS)
        self._cast = self._grain.cast()

    def say(self, pattern: str, **extra: str) -> str:
        """The pattern with its choices made and its slots filled."""
        return self._grain.say(pattern, self._cast, **extra)
