"""One peer in its own environment: pages come on standard input, readings go to standard output, a JSON line each.

    python worker.py PEER

In: ``{"html": base64, "url": str}``. Out: first ``{"ready": true}``, then for every page ``{"reading": {...} | null,
"read_ms": float, "parse_ms": float, "crash": str | null}``. A reading has ``body``, ``title``, ``authors``, ``date``
and ``topics``; one that the peer does not offer is None. Standard library and selectolax only, for every Python that a
peer may need. It sets no deadline, the caller does: a limit on CPU time would coarsen the clock that is read here.
"""

import base64
import json
import os
import resource
import socket
import statistics
import sys
import time
from collections.abc import Callable
from importlib import import_module
from typing import Any

from selectolax.lexbor import LexborHTMLParser

MEMORY = 6 << 30
# Read before the first page, so that nobody's first page pays for imports and models loaded late.
WARM_UP = b"""<!doctype html><html lang="en"><head><title>Harbour reopens</title></head><body><article>
<h1>Harbour reopens after the storm</h1><p>By Ann Example</p><time datetime="2024-02-03">3 February 2024</time>
<p>The harbour of the town reopened on Saturday, three days after a storm had closed it, the council said.</p>
<p>Ferries will run again from noon, and the market on the quay is to open on Sunday as it does in every week.</p>
<p>Nobody was hurt, but the repairs of the sea wall are going to take until the end of the month, it added.</p>
</article></body></html>"""


def main() -> None:
    """Answer page by page until standard input ends."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    answers = os.fdopen(os.dup(1), "w", encoding="utf8")
    os.dup2(2, 1)  # what a peer prints must not end up among the answers
    socket.socket.connect = refuse  # type: ignore[method-assign,assignment] # a page is read from its bytes alone
    read = import_module("with_" + sys.argv[1].replace("-", "_")).read
    answer(read, WARM_UP, "https://news.example/harbour")
    print(json.dumps({"ready": True}), file=answers, flush=True)
    for line in sys.stdin:
        page = json.loads(line)
        print(json.dumps(answer(read, base64.b64decode(page["html"]), page["url"])), file=answers, flush=True)


def answer(read: Callable[[bytes, str], dict[str, Any]], html: bytes, url: str) -> dict[str, Any]:
    """Parse the page with nothing but the parser, read it, and time both in CPU time."""
    parse_ms = statistics.median(parse(html) for _ in range(3))
    reading, crash = None, None
    started = time.process_time()
    try:
        reading = read(html, url)
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # noqa: BLE001 - a panic of compiled code is no Exception, and a figure here
        crash = repr(error)[:300]
    read_ms = (time.process_time() - started) * 1000
    return {"reading": reading, "read_ms": read_ms, "parse_ms": parse_ms, "crash": crash}


def parse(html: bytes) -> float:
    """CPU milliseconds of a bare parse."""
    started = time.process_time()
    LexborHTMLParser(html)
    return (time.process_time() - started) * 1000


def refuse(*_: object) -> None:
    """What a peer meets that would fetch something."""
    message = "the benchmark has no network"
    raise OSError(message)


if __name__ == "__main__":
    main()
