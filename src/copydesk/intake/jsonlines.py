"""JSON Lines -> Inputs: one record a line, in UTF-8, gzipped or not.

In goes a stream of bytes, out comes an Input or an InputError for each line that is not blank. Of the file one line is
held at a time. A line that cannot be read costs that line; a file that breaks off, what lies behind.
"""

import io
import json
import zlib
from collections.abc import Iterator
from typing import IO, Final, cast

from copydesk.errors import EmptyInput, InputError, OversizedInput, UnreadableInput
from copydesk.intake.records import Corpus, input_of
from copydesk.intake.source import Input
from copydesk.intake.unpack import LIMIT, MAGIC
from copydesk.intake.walk import words_of

_SUFFIXES: Final = (".jsonl", ".ndjson", ".jsonl.gz", ".ndjson.gz")
_CHUNK: Final = 1 << 16
_UTF_16: Final = (b"\xff\xfe", b"\xfe\xff")

# Raw line feeds and tabs inside strings are a common fault that does no harm. Whole numbers mean nothing to us, and
# Python refuses those of more than 4,300 digits.
_DECODER: Final = json.JSONDecoder(strict=False, parse_int=float)


def is_jsonl(name: str) -> bool:
    """Whether a file is called as such files are: a line of JSON could begin any text."""
    return name.lower().endswith(_SUFFIXES)


def inputs(stream: IO[bytes], corpus: Corpus) -> Iterator[Input | InputError]:
    """The records of a stream, each named by its line."""
    buffered: io.BufferedReader = io.BufferedReader(
        cast("io.RawIOBase", stream)
    )  # whatever reads into a buffer will do
    try:
        yield from _inputs(buffered, corpus)
    finally:
        buffered.detach()  # else it would close the stream, which is the caller's


def _inputs(buffered: io.BufferedReader, corpus: Corpus) -> Iterator[Input | InputError]:
    number = 0
    empty = True
    try:
        for number, line in enumerate(_lines(_unpacked(buffered)), 1):
            if number == 1 and line is not None and line.startswith(_UTF_16):
                yield UnreadableInput(corpus.name, "JSON Lines in UTF-16; they must be UTF-8")
                return
            if line is None:
                yield OversizedInput(corpus.record(number), f"a line of more than {LIMIT // 1_000_000} MB")
            elif not line.isspace():
                yield _input_of(line, number, corpus)
            else:
                continue
            empty = False
    except (OSError, EOFError, zlib.error) as error:
        packing = "" if isinstance(error, OSError) and error.errno else "broken gzip: "
        yield UnreadableInput(corpus.record(number + 1), packing + words_of(error))
        return
    if empty:
        yield EmptyInput(corpus.name, "no record in it")


def _unpacked(buffered: io.BufferedReader) -> io.BufferedIOBase:
    if not buffered.peek(len(MAGIC)).startswith(MAGIC):
        return buffered
    from gzip import GzipFile  # most files are not packed

    return GzipFile(fileobj=buffered)


def _lines(stream: io.BufferedIOBase) -> Iterator[bytes | None]:
    """The lines of a stream; None in the place of one beyond the limit, which is never held whole."""
    while line := stream.readline(LIMIT + 1):
        if len(line) <= LIMIT or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while (rest := stream.readline(_CHUNK)) and not rest.endswith(b"\n"):
            pass


def _input_of(line: bytes, number: int, corpus: Corpus) -> Input | InputError:
    try:
        row = _DECODER.decode(line.decode("utf-8-sig" if number == 1 else "utf-8"))
    except UnicodeDecodeError as error:
        return UnreadableInput(corpus.record(number), f"not UTF-8 at byte {error.start + 1:,}")
    except json.JSONDecodeError as error:
        return UnreadableInput(corpus.record(number), f"no JSON: {error.msg.lower()} at character {error.pos + 1:,}")
    except RecursionError:
        return UnreadableInput(corpus.record(number), "JSON nested too deep")
    if not isinstance(row, dict):
        return UnreadableInput(corpus.record(number), "no JSON object")
    return input_of(row, number, corpus)
