"""Reads real pages that were damaged at random, and checks that each gives a sound article or a clear error.

    python tests/fuzz/fuzz_reading.py [--seconds N] [--seed S] [--jobs N] [--folder DIR] [--only NUMBER]

Every input follows from the seed and its number alone: ``--only`` reads one again in this process. Inputs that break a
law (tests/hostile/reading_laws.py), raise, crash their worker or take longer than 20 s are saved to the folder, each
with its reason; the exit code is then 1. The pages come from ../shared/data, or from examples/ where that is absent.
"""

import argparse
import gzip
import random
import re
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from rich.console import Console

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "hostile"))

import reading_laws  # noqa: E402  the laws lie with the tests, which are no package

from copydesk import workers  # noqa: E402  after it, as everything that is not of the standard library
from copydesk.errors import InputError  # noqa: E402  same

DEADLINE = 20.0
SLOWEST = 8
"""Inputs of which the summary tells that they were slow for their size."""

FAIR = 0.1
"""Seconds that any page may take before its size is asked for."""

TAG = re.compile(rb"<[^<>]{0,500}>")
SCRIPT = re.compile(rb"(?is)<(script|style)\b.*?</\1\s*>")
LD_VALUE = re.compile(rb'(?<=:)\s*("(?:[^"\\]|\\.)*"|-?[\d.]+|true|false|null)')
ATTRIBUTE = re.compile(rb'(?<==)"[^"<>]*"')

SNIPPETS = [
    *(b"<!--", b"-->", b"<![CDATA[", b"]]>", b"<script>", b"</script>", b"<title>", b"<textarea>", b"<plaintext>"),
    *(b"<body>", b"</body></html>", b"<table><tr><td>", b"</table>", b"<a href='http://['>", b"<base href=x>"),
    *(b"&#x110000;", b"&#0;", b"&amp;amp;", b"&NotEqualTilde;", b"\0", b"\x1b[31m", b"\xef\xbb\xbf", b"\xff\xfe"),
    *(b"\xe2\x80\xae", b"\xe2\x80\x8b" * 20, b"\xed\xa0\x80", b"\xcc\x81" * 50, b"\xf0\x9f\x91\xa8\xe2\x80\x8d"),
    *(b"1" * 400, b"2024-02-30", b"31.12.9999", b"May 0, 2024", b"00:61 PM", b"(" * 200, b"> " * 100, b"- " * 100),
    *(b"By ", b"Tags: ", b"Related", b"Share (", b"Home > News > ", b"\n\n\n", b"\xe2\x80\xa8", b"\xc4\xb0" * 30),
    *(b'<script type="application/ld+json">{"@type":"NewsArticle","headline":[[]],"author":[null,1]}</script>',),
    *(b'<meta property="article:published_time" content="-1">', b'<p itemprop="author datePublished headline">'),
]  # fmt: skip
LD_VALUES = [
    b"null",
    b"[]",
    b"{}",
    b"-1e999",
    b"NaN",
    b'[[["x"]]]',
    b'"\\ud800"',
    b"0",
    b'{"@id":"#"}',
    b'""',
    b'"\\u0000"',
]
ATTRIBUTES = [
    b'""',
    b'"http://["',
    b'"//"',
    b'"\xff"',
    b'"headline byline date"',
    b'"-1"',
    b'"javascript:;"',
    b'"' + b"x" * 5000 + b'"',
]
CODECS = ["utf-16", "utf-16-be", "utf-32", "cp1251", "shift_jis", "gb18030", "iso2022_jp", "latin-1", "utf-7", "cp037"]

Mutation = Callable[[bytes, random.Random, Callable[[], bytes]], bytes]


def flip(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """Some bytes become others."""
    content = bytearray(page)
    for _ in range(chance.choice([1, 10, 100, 1000])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def cut(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """The page begins late or breaks off early."""
    at = chance.randrange(len(page))
    return page[:at] if chance.random() < 0.7 else page[at:]


def splice(page: bytes, chance: random.Random, other: Callable[[], bytes]) -> bytes:
    """The head of one page, the tail of another."""
    tail = other()
    return page[: chance.randrange(len(page))] + tail[chance.randrange(len(tail)) :]


def repeat(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """A stretch stands many times."""
    begin = chance.randrange(len(page))
    stretch = page[begin : begin + chance.choice([1, 20, 500, 5000])]
    return page[:begin] + stretch * chance.choice([2, 20, min(500, 1 + 200_000 // len(stretch))]) + page[begin:]


def drop(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """Stretches are missing."""
    for _ in range(chance.choice([1, 5, 50])):
        begin = chance.randrange(len(page) + 1)
        page = page[:begin] + page[begin + chance.choice([1, 30, 1000]) :]
    return page


def tags(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """Tags are doubled, nested, dropped, exchanged or turned round."""
    pool = TAG.findall(page) or [b"<p>"]
    rate = chance.choice([0.002, 0.02, 0.2, 1.0])
    way = chance.randrange(5)

    def changed(match: re.Match[bytes]) -> bytes:
        tag = match.group()
        if chance.random() > rate:
            return tag
        return (tag * 2, tag * chance.choice([5, 300]) if rate < 0.1 else b"", b"", chance.choice(pool), tag[::-1])[way]

    return TAG.sub(changed, page)


def insert(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """Snippets that have a meaning of their own stand anywhere."""
    for _ in range(chance.choice([1, 3, 30])):
        at = chance.randrange(len(page) + 1)
        page = page[:at] + chance.choice(SNIPPETS) + page[at:]
    return page


def recode(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """Another encoding than the page says."""
    text = page.decode("utf-8" if chance.random() < 0.7 else "latin-1", "replace")
    return text.encode(chance.choice(CODECS), "ignore")


def values(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """JSON-LD and attributes hold what nobody expects."""
    rate = chance.choice([0.02, 0.3])
    page = LD_VALUE.sub(lambda m: chance.choice(LD_VALUES) if chance.random() < rate else m.group(), page)
    return ATTRIBUTE.sub(lambda m: chance.choice(ATTRIBUTES) if chance.random() < rate / 5 else m.group(), page)


def scrape(page: bytes, chance: random.Random, _other: Callable[[], bytes]) -> bytes:
    """The page has lost its HTML: lines, some of them glued, some shuffled."""
    text = TAG.sub(b"\n", SCRIPT.sub(b"", page))
    lines = [line.strip() for line in text.splitlines() if line.strip()] or [b"Rain."]
    lines = lines[: chance.choice([30, 300, 3000])]
    if chance.random() < 0.3:
        chance.shuffle(lines)
    glue = chance.choice([0.0, 0.05, 0.5])
    return b"".join(
        line + (b" " if chance.random() < glue else chance.choice([b"\n", b"\n\n", b"\r\n"])) for line in lines
    )


MUTATIONS: list[Mutation] = [flip, cut, splice, repeat, drop, tags, insert, recode, values, scrape]
ADDRESSES = [
    None,
    "https://www.example.org/news/2024/05/03/rain.html",
    "http://[",
    "https://example.org:x/",
    "",
    "x" * 5000,
]


@dataclass(frozen=True, slots=True)
class Read:
    """What came of an input: how large it was, how long it took, and what is wrong."""

    size: int
    seconds: float
    outcome: str
    faults: tuple[str, ...] = ()


def made(number: int, seed: int, pages: list[Path]) -> tuple[str, bytes, str | None]:
    """The input of a number: how it was made, its bytes, and its address."""
    chance = random.Random(f"{seed}:{number}")  # noqa: S311 - no secret is made of it

    def page() -> bytes:
        path = chance.choice(pages)
        content = path.read_bytes()
        return (gzip.decompress(content) if path.suffix == ".gz" else content) or b"<p>"

    content, steps = page(), []
    for step in chance.choices(MUTATIONS, k=chance.choice([1, 1, 2, 3, 5])):
        content = step(content, chance, page)[:5_000_000] or b"<"
        steps.append(step.__name__)
    return "+".join(steps), content, chance.choice(ADDRESSES)


def prepared(seed: int, pages: list[Path]) -> Callable[[int], Read]:
    """What a worker does: make an input, read it, check it."""
    return partial(check, seed=seed, pages=pages)


def check(number: int, seed: int, pages: list[Path]) -> Read:
    """Read one input and hold it against the laws; exceptions of the reader are faults like any other."""
    _, content, url = made(number, seed, pages)
    start = time.process_time()
    try:
        article = reading_laws.article_or_error(content, url)
        seconds = time.process_time() - start
        if isinstance(article, InputError):
            return Read(len(content), seconds, type(article).__name__)
        return Read(len(content), seconds, article.kind.value, tuple(reading_laws.broken_laws(article)))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what we are looking for
        where = traceback.extract_tb(error.__traceback__)[-1]
        fault = f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
        return Read(len(content), time.process_time() - start, "exception", (fault,))


def numbered(first: int, until: float) -> Iterator[int]:
    """Numbers upwards until the time is over."""
    while time.monotonic() < until:
        yield first
        first += 1


def corpus() -> list[Path]:
    """The pages that are damaged, in a fixed order."""
    data = ROOT.parent / "shared" / "data"
    folders = (
        [data / "wcxb-dev" / "html", data / "fundus" / "pages"] if data.is_dir() else [ROOT / "examples" / "press"]
    )
    return sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())


def fuzz(given: argparse.Namespace, console: Console) -> int:
    """Read until the time is over; give the exit code."""
    pages, folder = corpus(), given.folder or Path(tempfile.mkdtemp(prefix="fuzz-"))
    tally: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    slow: list[tuple[float, float, int]] = []
    begun = time.monotonic()
    tasks = numbered(given.first, begun + given.seconds)
    limits = workers.Limits(deadline=DEADLINE)
    with console.status("reading") as status:
        for outcome in workers.run(tasks, partial(prepared, given.seed, pages), jobs=given.jobs, limits=limits):
            read = outcome.value or Read(0, 0.0, "died", (outcome.reason or "",))
            tally[read.outcome] += 1
            if read.faults:
                faults[re.sub(r"\d+", "N", read.faults[0])] += 1
                save(folder, given.seed, outcome.task, read.faults, pages)
            if read.seconds > FAIR:
                slow = sorted([*slow, (read.seconds / read.size, read.seconds, outcome.task)], reverse=True)[:SLOWEST]
            status.update(f"{time.monotonic() - begun:.0f} s, {tally.total():,} pages, {faults.total():,} faults")
    console.print(
        f"seed {given.seed}: {tally.total():,} pages: {', '.join(f'{n:,} {w}' for w, n in tally.most_common())}"
    )
    for rate, seconds, number in slow:
        console.print(
            f"slow: --only {number}: {seconds:.2f} s, {rate * 1e6:.2f} s/MB, {made(number, given.seed, pages)[0]}"
        )
    for fault, number in faults.most_common():
        console.print(f"{number:,} times: {fault}", markup=False, soft_wrap=True)
    if faults:
        console.print(f"inputs with faults lie in {folder}")
    return 1 if faults else 0


def save(folder: Path, seed: int, number: int, faults: tuple[str, ...], pages: list[Path]) -> None:
    """Keep an input with a fault, and beside it what is wrong with it."""
    steps, content, url = made(number, seed, pages)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{seed}-{number}.page").write_bytes(content)
    (folder / f"{seed}-{number}.txt").write_text("\n".join([f"{steps}, address {url}", *faults[:50]]) + "\n", "utf8")


def main() -> int:
    """Do what the options ask for."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--seconds", type=float, default=60, help="how long (60)")
    parser.add_argument("--seed", type=int, default=1, help="which inputs (1)")
    parser.add_argument("--first", type=int, default=0, help="the number to begin with (0)")
    parser.add_argument("--jobs", type=int, default=1, help="worker processes (1)")
    parser.add_argument(
        "--folder", type=Path, help="where inputs with faults are saved; a new one in the system's temp"
    )
    parser.add_argument("--only", type=int, metavar="NUMBER", help="read this input alone")
    given = parser.parse_args()
    console = Console(highlight=False)
    if given.only is None:
        return fuzz(given, console)
    console.print(made(given.only, given.seed, corpus())[0])
    read = check(given.only, given.seed, corpus())
    console.print(read, markup=False)
    return 1 if read.faults else 0


if __name__ == "__main__":
    sys.exit(main())
