"""The development pages, from the shared data that lies beside the project; nothing of it is kept here.

``official`` is the module of loaders and metrics that lies beside the data, so that everyone's figures mean the same.
"""

import hashlib
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any, TypeVar

SHARED = Path(__file__).resolve().parents[3] / "shared"
SETS = {"wcxb": "wcxb_dev", "fundus": "fundus_pages", "webdates": "web_dates"}

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class BenchPage:
    """One page and its ground truth; ``html`` is the page's bytes as fetched."""

    set: str
    id: str
    site: str
    type: str
    url: str
    html: bytes
    truth: dict[str, Any]

    @property
    def digest(self) -> str:
        """What a reading of this page depends on."""
        return hashlib.blake2b(self.url.encode() + b"\0" + self.html, digest_size=16).hexdigest()

    @property
    def body(self) -> str:
        """The body by the ground truth; empty where the set has none."""
        return self.truth.get("text") or "\n\n".join(self.truth.get("paragraphs", ()))


@cache
def official() -> Any:  # noqa: ANN401 - a module that is not the project's
    """The loaders and metrics beside the data."""
    if str(SHARED) not in sys.path:
        sys.path.append(str(SHARED))
    return import_module("score")


def load(limit: int | None) -> list[BenchPage]:
    """Every page of every set, or about ``limit`` of each, evenly spread."""
    return list(chain.from_iterable(spread(list(pages_of(name)), limit) for name in SETS))


def pages_of(name: str) -> Iterator[BenchPage]:
    """The pages of one set in its own order."""
    loaded: Iterable[dict[str, Any]] = getattr(official(), SETS[name])()
    for page in loaded:
        yield BenchPage(name, page["id"], page["site"], page["type"], page["url"] or "", page["html"], page["truth"])


def spread(items: Sequence[Item], limit: int | None) -> Sequence[Item]:
    """Every n-th item, so that about ``limit`` are left."""
    return items[:: max(1, len(items) // limit)] if limit else items
