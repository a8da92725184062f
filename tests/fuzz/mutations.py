"""Real pages -> damaged ones: each mutation is one thing that happens to pages, or that somebody does to them.

In go the bytes of a page, a source of chance and a way to get another page; out come other bytes. All of it follows
from the chance alone, so that an input can be made again.
"""

import random
import re
from collections.abc import Callable

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
    *(b"null", b"[]", b"{}", b"-1e999", b"NaN", b"0", b'""', b'[[["x"]]]', b'{"@id":"#"}'),
    *(b'"\\ud800"', b'"\\u0000"', b'"https://["', b'"2024-02-30T25:61"'),
]
ATTRIBUTES = [
    *(b'""', b'"//"', b'"http://["', b'"javascript:;"', b'"-1"', b'"\xff"', b'"%s"' % (b"x" * 5000)),
    *(b'"headline byline date"', b'"related comments"', b'"2024-13-01T99:99"'),
]
CODECS = ["utf-16", "utf-16-be", "utf-32", "cp1251", "shift_jis", "gb18030", "iso2022_jp", "latin-1", "utf-7", "cp037"]

Other = Callable[[], bytes]
Mutation = Callable[[bytes, random.Random, Other], bytes]


def flip(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """Some bytes become others."""
    content = bytearray(page)
    for _ in range(chance.choice([1, 10, 100, 1000])):
        content[chance.randrange(len(content))] = chance.randrange(256)
    return bytes(content)


def cut(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """The page begins late or breaks off early."""
    at = chance.randrange(len(page))
    return page[:at] if chance.random() < 0.7 else page[at:]


def splice(page: bytes, chance: random.Random, other: Other) -> bytes:
    """The head of one page, the tail of another."""
    tail = other()
    return page[: chance.randrange(len(page))] + tail[chance.randrange(len(tail)) :]


def repeat(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """A stretch stands many times."""
    begin = chance.randrange(len(page))
    stretch = page[begin : begin + chance.choice([1, 20, 500, 5000])]
    return page[:begin] + stretch * chance.choice([2, 20, min(500, 1 + 200_000 // len(stretch))]) + page[begin:]


def drop(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """Stretches are missing."""
    for _ in range(chance.choice([1, 5, 50])):
        begin = chance.randrange(len(page) + 1)
        page = page[:begin] + page[begin + chance.choice([1, 30, 1000]) :]
    return page


def tags(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """Tags are doubled, nested, dropped, exchanged or turned round."""
    pool = TAG.findall(page) or [b"<p>"]
    rate = chance.choice([0.002, 0.02, 0.2, 1.0])
    many = 300 if rate < 0.1 else 3
    changed: Callable[[bytes], bytes] = chance.choice(
        [
            lambda tag: tag * 2,
            lambda tag: tag * many,
            lambda _tag: b"",
            lambda _tag: chance.choice(pool),
            lambda tag: tag[::-1],
        ]
    )
    return TAG.sub(lambda match: changed(match.group()) if chance.random() < rate else match.group(), page)


def insert(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """Snippets that have a meaning of their own stand anywhere."""
    for _ in range(chance.choice([1, 3, 30])):
        at = chance.randrange(len(page) + 1)
        page = page[:at] + chance.choice(SNIPPETS) + page[at:]
    return page


def recode(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """Another encoding than the page says."""
    text = page.decode("utf-8" if chance.random() < 0.7 else "latin-1", "replace")
    return text.encode(chance.choice(CODECS), "ignore")


def values(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """JSON-LD and attributes hold what nobody expects."""
    rate = chance.choice([0.02, 0.3])
    page = LD_VALUE.sub(lambda m: chance.choice(LD_VALUES) if chance.random() < rate else m.group(), page)
    return ATTRIBUTE.sub(lambda m: chance.choice(ATTRIBUTES) if chance.random() < rate / 5 else m.group(), page)


def scrape(page: bytes, chance: random.Random, _other: Other) -> bytes:
    """The page has lost its HTML: lines, some of them glued, some shuffled."""
    text = TAG.sub(b"\n", SCRIPT.sub(b"", page))
    lines = [line.strip() for line in text.splitlines() if line.strip()] or [b"Rain."]
    lines = lines[: chance.choice([30, 300, 3000])]
    if chance.random() < 0.3:
        chance.shuffle(lines)
    glue = chance.choice([0.0, 0.05, 0.5])
    ends = [b" " if chance.random() < glue else chance.choice([b"\n", b"\n\n", b"\r\n"]) for _ in lines]
    return b"".join(line + end for line, end in zip(lines, ends, strict=True))


MUTATIONS: list[Mutation] = [flip, cut, splice, repeat, drop, tags, insert, recode, values, scrape]
ADDRESSES = [
    *(None, "", "https://www.example.org/news/2024/05/03/rain.html", "https://example.org/?p=%ff&q=https://[x]"),
    *("http://[", "https://example.org:x/", "//", "x" * 5000, "file:///tmp/\udcff", "https://ex\u202eample.org/\0"),
]

LARGEST = 5_000_000
"""Bytes of a damaged page: enough for whatever is repeated, and read in seconds."""


def damaged(chance: random.Random, page: Other) -> tuple[str, bytes, str | None]:
    """A page that went through some mutations: their names, what is left of it, and an address for it."""
    content, steps = page() or b"<", chance.choices(MUTATIONS, k=chance.choice([1, 1, 2, 3, 5]))
    for step in steps:
        content = step(content, chance, page)[:LARGEST] or b"<"
    return "+".join(step.__name__ for step in steps), content, chance.choice(ADDRESSES)
