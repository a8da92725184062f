"""Bases, hosts and everything made of them, as one pile of documents in an order that says nothing.

In: the pool, the sites, how many bases, which kinds of change, a seed. Out: a ``Pile``: each document's text, and its
truth: which originals it copies and which of their words it kept. The same seed makes the same pile; a base's variants
do not depend on how many bases there are, but for their partners, hosts and foreign words.
"""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seeds import seeded

from copying.bases import Pool
from copying.changes import CHANGES, Around
from copying.drafts import Draft, Original, paragraphs_of
from copying.furniture import Site

ORIGINAL = "original"


@dataclass(frozen=True, slots=True)
class Document:
    """A text and its truth: ``kept`` are places in the originals as bits, ``sources`` what it must be paired with."""

    kind: str
    text: str
    sources: tuple[int, ...]
    kept: Mapping[int, int]


@dataclass(frozen=True, slots=True)
class Pile:
    """What a detector is given; ``residue`` are pairs of originals with a few words in common."""

    documents: tuple[Document, ...]
    bases: int
    residue: frozenset[tuple[int, int]] = frozenset()

    @property
    def texts(self) -> list[str]:
        """The documents as a detector sees them."""
        return [document.text for document in self.documents]

    @property
    def digest(self) -> str:
        """What a detector's answer depends on."""
        state = hashlib.blake2b(digest_size=8)
        for document in self.documents:
            state.update(document.text.encode() + b"\0")
        return state.hexdigest()


def made(pool: Pool, sites: Sequence[Site], bases: int, kinds: Sequence[str], seed: int = 0) -> Pile:
    """The pile, shuffled."""
    chosen = pool.bases(bases)
    hosts = pool.hosts(chosen)
    documents = [original(each) for each in (*chosen, *hosts)]
    documents += variants(chosen, hosts, sites, kinds, seed)
    seeded(seed).shuffle(documents)
    return Pile(tuple(documents), len(chosen), pool.residue)


def original(original: Original) -> Document:
    """An original as it is."""
    draft = Draft(paragraphs_of(original), ())
    return Document(ORIGINAL, original.text, (), draft.kept())


def variants(
    bases: Sequence[Original], hosts: Sequence[Original], sites: Sequence[Site], kinds: Sequence[str], seed: int
) -> Iterator[Document]:
    """Every base changed in every way."""
    vocabulary, headlines = vocabulary_of(bases), headlines_of((*bases, *hosts))
    for base in bases:
        for kind in kinds:
            random = seeded(f"{seed} {base.name} {kind}")
            partner = base
            while partner is base:
                partner = random.choice(bases)
            around = Around(partner, random.choice(hosts), random.choice(sites), vocabulary, headlines)
            draft = CHANGES[kind].make(base, around, random)
            yield Document(kind, draft.text(), draft.sources, draft.kept())


def vocabulary_of(originals: Sequence[Original]) -> list[str]:
    """Every fifth word, as often as it is used: what replaces words looks like words, not like a dictionary."""
    return [word for original in originals for word in original.text.split()[::5]]


def headlines_of(originals: Sequence[Original]) -> list[str]:
    """Their titles, those of three words or more."""
    return sorted({" ".join(each.title.split()) for each in originals if len(each.title.split()) > 2})
