"""How well and at what cost copydesk finds copied passages, alone or beside its peers.

    python benchmarks/copies.py [--bases N] [--kinds KIND,KIND] [--peers [NAME ...]]
    python benchmarks/copies.py --scale N [N ...] [--index DIR]

Real articles of the shared development data are changed in 22 ways (``copying/changes.py``), and all of it is one pile.
Prints recall by kind of change, precision over all pairs, what joining the pairs would wrongly unite, what near-misses
are called (``copying/negatives.py``), and cost. A pair is right if both texts kept 25 words of the same original.
With ``--scale`` it prints cost alone, on so many texts made up from the words of the same data, one after another; with
``--index`` by way of an index in a folder and up to families, as a large pile is treated, each part by itself.
Any function from texts to overlaps can be measured: ``--subject MODULE:FUNCTION``.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path

from comparing.pages import SHARED
from comparing.tools import LeftOut
from copying import bases, furniture, parts, pile, rivals, tables
from copying.changes import CHANGES
from copying.misses import MissRow, judge_misses, texts_of
from copying.negatives import near_misses
from copying.pile import Pile
from copying.scale import Stream
from copying.scoring import Pair, Verdict, judge
from copying.subjects import OURS, Given, Run, find, measured
from read import HERE, show


def main() -> int:
    """Measure what was asked for and print it."""
    given = options().parse_args()
    if not SHARED.is_dir():
        print(f"copies.py: the shared data does not lie at {SHARED}", file=sys.stderr)
        return 2
    sys.path[:0] = [str(Path.cwd())]  # a subject may lie where the command is given
    try:
        find(given.subject)
    except (ImportError, AttributeError) as error:
        print(f"copies.py: left out: {given.subject}: {error}", file=sys.stderr)
        given.subject = None
    if given.subject is None and (given.scale or given.peers is None):
        return 2
    given.cache.mkdir(parents=True, exist_ok=True)
    (given.cache / ".gitignore").write_text("*\n", "utf8")
    if given.scale:
        streams = [Stream(given.cache / "copies", count, given.seed) for count in given.scale]
        if given.index:
            grid = tables.parts([parts.measured(stream, given.index) for stream in streams])
        else:
            grid = tables.growth([measured(given.subject, stream, keep=False) for stream in streams])
        show([grid], markdown=given.markdown)
        return 0
    compared(given)
    return 0


def options() -> argparse.ArgumentParser:
    """What the command takes."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    add = parser.add_argument
    names = list(rivals.RIVALS)
    add("--bases", type=int, default=369, metavar="N", help="how many articles are copied: 100, 369 (default) or 1000")
    add("--kinds", type=kind_names, default=list(CHANGES), metavar="KIND,KIND", help="only these kinds of change")
    add(
        "--peers", nargs="*", choices=names, metavar="NAME", help=f"compare with these, or with all: {', '.join(names)}"
    )
    add("--fresh", action="store_true", help="ask the peers again, whatever is kept")
    add("--subject", default=OURS, metavar="MODULE:FUNCTION", help="what is measured, instead of copydesk.overlaps")
    add("--candidates", metavar="MODULE:FUNCTION", help="its pairs before alignment: timed in a run of their own")
    add("--scale", nargs="+", type=int, metavar="N", help="cost on so many texts, and nothing else")
    add("--index", type=Path, metavar="DIR", help="with --scale: copydesk's parts, with an index made in this folder")
    add("--seed", type=int, default=0, metavar="N", help="another pile of the same articles")
    add("--pairs", type=Path, metavar="FILE", help="write missed and wrong pairs to this file, as JSON Lines")
    add(
        "--cache",
        type=Path,
        default=HERE / ".cache",
        metavar="DIR",
        help="what is made once: pool, environments, pairs",
    )
    add("--markdown", action="store_true", help="print the tables as Markdown")
    return parser


def kind_names(given: str) -> list[str]:
    """The names in a list with commas."""
    split = [name.strip() for name in given.replace("cut, shuffled, furnished", "\0").split(",")]
    names = [name.replace("\0", "cut, shuffled, furnished") for name in split]
    unknown = [name for name in names if name not in CHANGES]
    if unknown:
        message = f"no kind {', '.join(unknown)}; there are {', '.join(CHANGES)}"
        raise argparse.ArgumentTypeError(message)
    return names


def compared(given: argparse.Namespace) -> None:
    """The subject and its peers on one pile and on the near-misses."""
    pool = bases.pool(given.cache / "copies")
    sites = furniture.sites(given.cache / "copies")
    documents = pile.made(pool, sites, given.bases, given.kinds, given.seed)
    misses = list(near_misses(pool.long, given.seed))
    miss_texts, places = texts_of(misses, pool.bases(given.bases))
    runs = ran(given, documents.texts, documents.digest)
    verdicts = {label: judge(documents, run.pairs) for label, run in runs.items()}
    missed: dict[str, tuple[list[MissRow], int]] = {}
    for label, run in ran(given, miss_texts, Pile(documents.documents, 0).digest + "-misses").items():
        missed[label] = judge_misses(misses, places, run.pairs)
    grids = [tables.recalls(verdicts, given.subject, documents.bases), tables.precisions(verdicts, documents)]
    if given.candidates:
        runs[given.candidates] = measured(given.candidates, Given(documents.texts), keep=False)
    show([*grids, tables.near_misses(missed, given.subject), tables.costs(runs)], markdown=given.markdown)
    if given.pairs:
        given.pairs.write_text("".join(faults(documents, verdicts)), "utf8")


def ran(given: argparse.Namespace, texts: Sequence[str], digest: str) -> dict[str, Run]:
    """Runs by detector, the subject first."""
    runs: dict[str, Run] = {}
    if given.subject:
        label = "copydesk" if given.subject == OURS else given.subject.rpartition(":")[2]
        runs[label] = measured(given.subject, Given(texts))
    names = [] if given.peers is None else given.peers or list(rivals.RIVALS)
    for rival in (rivals.RIVALS[name] for name in names):
        run = rivals.remembered(rival, texts, digest, given.cache, fresh=given.fresh)
        if isinstance(run, LeftOut):
            print(f"left out: {run.name}: {run.reason}", file=sys.stderr)
        else:
            runs[rival.label] = run
    return runs


def faults(documents: Pile, verdicts: dict[str, Verdict]) -> list[str]:
    """Every missed and every wrong pair, a JSON line each."""

    def line(label: str, fault: str, pair: Pair) -> str:
        one, other = (documents.documents[at] for at in pair[:2])
        kinds = {"kinds": [one.kind, other.kind], "originals": [list(one.kept), list(other.kept)]}
        return json.dumps({"detector": label, "fault": fault, "pair": pair[:2], "said": pair[2], **kinds}) + "\n"

    return [
        line(label, fault, pair)
        for label, verdict in verdicts.items()
        for fault, pairs in (("missed", verdict.missed), ("wrong", verdict.wrong))
        for pair in pairs
    ]


if __name__ == "__main__":
    sys.exit(main())
