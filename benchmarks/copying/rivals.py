"""The peers on the same texts, each in a virtual environment of its own, made when first needed.

In: texts. Out: a ``Run`` a peer, or the reason why it is left out. What a peer found in a pile is kept under the
benchmark's cache, by the peer's pins, its adapter and the pile: a second run measures only the subject again.
"""

import json
import os
import subprocess
import sys
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

from comparing.tools import PEERS, LeftOut, environment

from copying.scoring import UNNAMED, Pair
from copying.subjects import Run


@dataclass(frozen=True, slots=True)
class Rival:
    """One way of using one package."""

    label: str
    package: str
    adapter: str


RIVALS = {
    rival.adapter: rival
    for rival in (
        Rival("MinHash (datasketch)", "datasketch", "minhash"),
        Rival("Ensemble (datasketch)", "datasketch", "ensemble"),
        Rival("rensa", "rensa", "rensa"),
        Rival("gaoya", "gaoya", "gaoya"),
        Rival("simhash", "simhash", "simhash"),
    )
}


def remembered(rival: Rival, texts: Sequence[str], digest: str, cache: Path, *, fresh: bool) -> Run | LeftOut:
    """The rival's run on a pile, from the cache where it is."""
    kept = cache / "copies" / f"{rival.adapter}-{state_of(rival)}-{digest}"
    if fresh or not kept.with_suffix(".json").is_file():
        try:
            python = environment(rival.package, Path(sys.executable), cache)
            asked(rival, python, texts, kept)
        except subprocess.CalledProcessError as error:
            lines = (error.stderr or "").strip().splitlines()
            return LeftOut(rival.label, lines[-1] if lines else "no message")
    table = json.loads(kept.with_suffix(".json").read_text("utf8"))
    size = sum(len(text.encode()) for text in texts)
    pairs = list(read_pairs(kept.with_suffix(".pairs")))
    return Run(pairs, len(pairs), len(texts), size, table["cpu_s"], table["wall_s"], table["peak"])


def asked(rival: Rival, python: Path, texts: Sequence[str], kept: Path) -> None:
    """One process of the rival; its pairs are written first, so that a stopped run leaves nothing half."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    lines = "".join(json.dumps(text) + "\n" for text in texts)
    settings = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    settings |= {"PYTHONHASHSEED": "0", "PYTHONNOUSERSITE": "1", "PYTHONWARNINGS": "ignore"}
    command = [str(python), str(PEERS / "pairs.py"), rival.adapter, str(kept.with_suffix(".pairs"))]
    done = subprocess.run(command, input=lines, capture_output=True, text=True, check=True, env=settings)
    kept.with_suffix(".json").write_text(done.stdout, "utf8")


def read_pairs(path: Path) -> Iterator[Pair]:
    """Pairs as ``peers/pairs.py`` writes them."""
    numbers = array("I")
    numbers.frombytes(path.read_bytes())
    for a, b in zip(numbers[::2], numbers[1::2], strict=True):
        yield a, b, UNNAMED


def state_of(rival: Rival) -> str:
    """What a rival's answers depend on, apart from the texts."""
    state = blake2b(digest_size=6)
    for file in ("pairs.py", f"pairs_{rival.adapter}.py", f"requirements/{rival.package}.txt"):
        state.update((PEERS / file).read_bytes())
    return state.hexdigest()
