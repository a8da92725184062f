"""One finder of near-duplicates in its own environment: texts come on standard input, a JSON string a line.

    python pairs.py ADAPTER FILE

Pairs go to FILE, as 32-bit numbers of texts, two a pair; standard output gets ``{"cpu_s": float, "wall_s": float,
"peak": int}``. The clock runs from tokens to pairs: splitting texts into words is not in it, for no peer does that. An
adapter has ``find(texts) -> pairs``, each text a list of lower-cased words. Standard library only.
"""

import json
import re
import resource
import socket
import sys
import time
from array import array
from contextlib import suppress
from importlib import import_module
from pathlib import Path

WORD = re.compile(r"\w+")


def main() -> None:
    """Find the pairs of all texts at once."""
    socket.socket.connect = refuse  # type: ignore[method-assign] # texts are compared by themselves
    find = import_module(f"pairs_{sys.argv[1]}").find
    texts = [WORD.findall(json.loads(line).lower()) for line in sys.stdin]
    list(find([["a", "few", "words", "to", "be", "warm"]] * 2))
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", "utf8")
    before, cpu, wall = memory("VmRSS"), time.process_time(), time.perf_counter()
    found = array("I")
    for a, b in find(texts):
        found.append(a)
        found.append(b)
    figures = {"cpu_s": time.process_time() - cpu, "wall_s": time.perf_counter() - wall}
    Path(sys.argv[2]).write_bytes(found.tobytes())
    print(json.dumps({**figures, "peak": max(0, memory("VmHWM") - before)}))


def memory(key: str) -> int:
    """Bytes that this process holds, or held at most."""
    for line in Path("/proc/self/status").read_text("utf8").splitlines():
        if line.startswith(key + ":"):
            return int(line.split()[1]) * 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def grams(words: list[str]) -> set[str]:
    """Word 5-grams; a shorter text is one of its own."""
    return {" ".join(words[at : at + 5]) for at in range(max(1, len(words) - 4))}


def refuse(*_: object) -> None:
    """What a peer meets that would fetch something."""
    message = "the benchmark has no network"
    raise OSError(message)


if __name__ == "__main__":
    main()
