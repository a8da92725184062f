"""Board of a text -> matrix: what the model sees of every line, as numbers; one row a measure, one column a line.

A text has no boxes. What is left is the form of a line, its place, the lines around it, its words (those it shares with
the headline and with the page's prose, and what the table of ``words.tsv`` knows of them), the run that the rule of
:mod:`copydesk.reading.textbody` takes for the body, and what the passes before know.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Final

import numpy as np
from numpy.typing import NDArray

from copydesk.types import BlockKind, Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board

Floats = NDArray[np.float64]
Rows = dict[str, NDArray[Any] | float]
ScoreOf = Callable[[Sequence[str]], tuple[float, float, float, float]]

NEAR: Final = (1, 2, 3)
WINDOWS: Final = (4, 12, 30)

KNOWN: Final = {
    "list": {Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.LIST_HEADING},
    "comment": {Role.COMMENT},
    "around": {Role.NAVIGATION, Role.ADVERT, Role.LEGAL, Role.OTHER},
    "head": {Role.HEADLINE, Role.DEK, Role.BYLINE, Role.DATE, Role.BREADCRUMB, Role.BRAND_SLOT, Role.SITE_NAME},
    "aside": {Role.PROMO, Role.NEWSLETTER, Role.AUTHOR_BIO, Role.TOPIC, Role.REACTION, Role.CREDIT, Role.CAPTION},
}
"""Roles that earlier passes may have given, by the company they keep."""

SHORT = 14
"""Words of an entry of a list."""

FAR = 200
"""Lines: farther from the headline is not told apart."""

LONG_WORD = 4
"""Letters of a word that tells what a text is about; in scripts without spaces a run of letters is one word."""

MOST_TOKENS = 60
"""Words of a line that are looked at: enough to know a paragraph."""

_TOKEN: Final = re.compile(r"[^\W\d_]+")
_ROLE_BITS = {role: 1 << place for place, roles in enumerate(KNOWN.values()) for role in roles}
_OPENERS: Final = frozenset("\"'“‘«„「『—–-(")


def tokens(line: str) -> list[str]:
    """The words of a line, folded, at most :data:`MOST_TOKENS`."""
    found = _TOKEN.findall(line[: 12 * MOST_TOKENS].lower())
    return found[:MOST_TOKENS]


def of(board: "Board", run: tuple[int, int], score_of: "ScoreOf") -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """The measures' names and the matrix, ``(len(names), lines)``; ``run`` is the rule's body."""
    _, about, rows = known(board, score_of)
    rows = rows | headed(board, run, about)
    return tuple(rows), matrix(rows, len(about))


def known(board: "Board", score_of: "ScoreOf") -> tuple[list[list[str]], list[set[str]], "Rows"]:
    """Every line's words and telling words, and the measures that hold whatever the headline is: once for a page."""
    if board.measured is None:
        said = said_in(board)
        about = telling(said)
        board.measured = said, about, plain(board, about) | scored(said, score_of)
    return board.measured


def telling(said: "Sequence[Sequence[str]]") -> list[set[str]]:
    """Of every line the words that tell what it is about: those that are not short."""
    return [{word for word in line if len(word) >= LONG_WORD} for line in said]


def said_in(board: "Board") -> list[list[str]]:
    """The words of every line."""
    sheet = board.sheet
    return [tokens(sheet.text[a:b]) for a, b in zip(sheet.start, sheet.end, strict=True)]


def matrix(rows: "Rows", lines: int) -> NDArray[np.float32]:
    """The rows one below the other."""
    whole = np.empty((len(rows), lines), dtype=np.float32)
    for place, row in enumerate(rows.values()):
        whole[place] = row
    return whole


def headed(board: "Board", run: tuple[int, int], about: "Sequence[set[str]]") -> "Rows":
    """The measures that depend on the headline, on what the passes before know, and on the rule's body."""
    rows: Rows = {}
    _headline(rows, board, about)
    _ran(rows, board, run)
    roles = np.array([_ROLE_BITS.get(role, 0) if role else 0 for role in board.role])
    for place, name in enumerate(KNOWN):
        rows[f"known_{name}"] = (roles >> place) & 1
    return rows


def plain(board: "Board", about: "Sequence[set[str]]") -> "Rows":
    """The measures for which neither the headline nor any role must be known."""
    rows: Rows = {}
    sheet, features = board.sheet, board.features
    lines = [sheet.text[a:b] for a, b in zip(sheet.start, sheet.end, strict=True)]
    _form(rows, board, lines)
    _subject(rows, board, about)
    _place(rows, board)
    _around(rows, board)
    rows["page_lines"] = len(lines)
    rows["page_words"] = np.log1p(features.words.sum())
    rows["page_prose"] = np.log1p(features.prose.sum())
    rows["page_prose_share"] = features.prose.sum() / max(features.words.sum(), 1.0)
    rows["page_longest"] = np.log1p(features.prose.max())
    rows["page_terminal"] = features.terminal.mean()
    rows["page_width"] = np.log1p(np.median(features.words))
    return rows


def scored(said: "Sequence[Sequence[str]]", score_of: "ScoreOf") -> "Rows":
    """How the words of each line and of those around it are used elsewhere."""
    rows: Rows = {}
    scores = np.array([score_of(line) for line in said])
    for place, name in enumerate(("score_mean", "score_low", "score_high", "score_first")):
        rows[name] = scores[:, place]
    mean = scores[:, 0]
    rows["score_before"], rows["score_after"] = _beside(mean, 0.0)
    sums = _sums(mean)
    for width, side, low, high in _windows(len(said)):
        rows[f"window{side}{width}_score"] = (sums[high] - sums[low]) / np.maximum(high - low, 1)
    return rows


def _form(rows: Rows, board: "Board", lines: list[str]) -> None:
    """The line by itself."""
    features, sheet = board.features, board.sheet
    words = np.maximum(features.words, 1)
    rows["words"] = np.log1p(features.words)
    rows["chars"] = np.log1p(features.chars)
    rows["word_length"] = features.chars / words
    rows["sentences"] = features.sentences
    rows["sentence_words"] = features.words / np.maximum(features.sentences, 1)
    rows["commas"] = features.commas / words
    rows["digits"] = features.digits
    rows["capitals"] = features.capitals
    rows["terminal"] = features.terminal
    rows["prose"] = np.log1p(features.prose)
    rows["item"] = np.array([kind is BlockKind.LIST_ITEM for kind in sheet.kind])
    rows["level"] = np.array(sheet.level)
    counts: dict[str, int] = {}
    for line in lines:
        counts[line] = counts.get(line, 0) + 1
    rows["repeats"] = np.array([counts[line] for line in lines])
    last = np.array([ord(line[-1]) for line in lines])
    rows["colon"] = (last == ord(":")) | (last == ord("："))
    rows["asks"] = (last == ord("?")) | (last == ord("？"))
    rows["opens_small"] = np.array([line[0].islower() for line in lines])
    rows["opens_quote"] = np.array([line[0] in _OPENERS for line in lines])
    rows["bars"] = np.array([line.count("|") + line.count("·") + line.count("•") for line in lines])
    gaps = [0, *(sheet.text.count("\n", a, b) for a, b in zip(sheet.end[:-1], sheet.start[1:], strict=True)), 0]
    rows["blank_before"], rows["blank_after"] = np.array(gaps[:-1]), np.array(gaps[1:])


def _subject(rows: Rows, board: "Board", about: Sequence[set[str]]) -> None:
    """What the line speaks of, beside the page's prose."""
    prose = board.features.prose.tolist()
    count: dict[str, int] = {}
    for line, size in zip(about, prose, strict=True):
        if size > 0:
            for word in line:
                count[word] = count.get(word, 0) + 1
    shared: list[float] = []
    for line, size in zip(about, prose, strict=True):
        own = 1 if size > 0 else 0
        shared.append(sum(count.get(word, 0) > own for word in line) / len(line) if line else -1.0)
    row = np.array(shared)
    rows["shared"] = row
    rows["shared_before"], rows["shared_after"] = _beside(row, -1.0)
    sums = _sums(row)
    for width, side, low, high in _windows(len(about)):
        if not side:
            rows[f"window{width}_shared"] = (sums[high] - sums[low]) / np.maximum(high - low, 1)


def _beside(row: Floats, missing: float) -> tuple[Floats, Floats]:
    padded = np.concatenate(([missing], row, [missing]))
    return padded[:-2], padded[2:]


def _headline(rows: Rows, board: "Board", about: Sequence[set[str]]) -> None:
    """How far from the headline, and how much of what it speaks of."""
    if board.headline < 0:
        rows["of_headline"], rows["from_headline"], rows["words_from_headline"] = -1.0, float(-FAR - 1), -99.0
        return
    headline = about[board.headline]
    known = [len(line & headline) / len(line) if line else -1.0 for line in about] if headline else []
    rows["of_headline"] = np.array(known) if headline else -1.0
    rows["from_headline"] = np.clip(np.arange(len(about)) - board.headline, -FAR, FAR)
    words_to = _sums(board.features.words)
    before = words_to[:-1] - words_to[board.headline]
    rows["words_from_headline"] = np.sign(before) * np.log1p(np.abs(before))


def _ran(rows: Rows, board: "Board", run: tuple[int, int]) -> None:
    """Where in the rule's run."""
    index, prose_to = np.arange(len(board.features.words)), _sums(board.features.prose)
    begin, end = run
    rows["in_run"] = (index >= begin) & (index < end)
    rows["from_run"] = np.clip(index - begin, -FAR, FAR) if end else float(-FAR - 1)
    rows["to_run_end"] = np.clip(end - index, -FAR, FAR) if end else float(-FAR - 1)
    rows["run_share"] = (prose_to[end] - prose_to[begin]) / max(prose_to[-1], 1.0)


def _place(rows: Rows, board: "Board") -> None:
    """Where on the page."""
    features = board.features
    n = len(features.words)
    index = np.arange(n)
    words_to, prose_to = _sums(features.words), _sums(features.prose)
    rows["index"], rows["index_share"], rows["rest"] = index, index / n, n - index
    rows["words_before"] = words_to[:-1] / max(words_to[-1], 1.0)
    rows["prose_before"] = prose_to[:-1] / max(prose_to[-1], 1.0)
    rows["prose_words_before"] = np.log1p(prose_to[:-1])
    rows["prose_words_after"] = np.log1p(prose_to[-1] - prose_to[1:])
    long = features.prose >= 15  # of a paragraph: how far the nearest is, up and down
    rows["since_prose"] = index - np.maximum.accumulate(np.where(long, index, -FAR))
    rows["until_prose"] = np.minimum.accumulate(np.where(long, index, n + FAR)[::-1])[::-1] - index


def _around(rows: Rows, board: "Board") -> None:
    """The lines before and after, singly and in windows."""
    features = board.features
    n = len(features.words)
    for name, row in (
        ("words", np.log1p(features.words)), ("terminal", features.terminal), ("prose", features.prose > 0),
        ("capitals", features.capitals), ("sentences", features.sentences),
    ):  # fmt: skip
        padded = np.full(n + 6, -1.0)
        padded[3:-3] = row
        for step in NEAR:
            rows[f"{name}-{step}"] = padded[3 - step : n + 3 - step]
            rows[f"{name}+{step}"] = padded[3 + step : n + 3 + step]
    words_to, prose_to, ends_to = _sums(features.words), _sums(features.prose), _sums(features.terminal)
    capitals_to = _sums(features.capitals * features.words)
    for width, side, low, high in _windows(n):
        words = words_to[high] - words_to[low]
        count = np.maximum(high - low, 1)
        rows[f"window{side}{width}_words"] = words / count
        rows[f"window{side}{width}_prose"] = (prose_to[high] - prose_to[low]) / np.maximum(words, 1)
        rows[f"window{side}{width}_terminal"] = (ends_to[high] - ends_to[low]) / count
        if not side:
            rows[f"window{width}_capitals"] = (capitals_to[high] - capitals_to[low]) / np.maximum(words, 1)
    short = (features.words <= SHORT) & ~features.terminal  # the runs of lines that lists are made of
    index = np.arange(n)
    rows["short_before"] = index - np.maximum.accumulate(np.where(short, -1, index))
    rows["short_after"] = np.minimum.accumulate(np.where(short, n, index)[::-1])[::-1] - index


def _windows(n: int) -> Iterator[tuple[int, str, NDArray[np.intp], NDArray[np.intp]]]:
    """The stretches of lines around each line: width, side, first line and one past the last."""
    index = np.arange(n)
    for width in WINDOWS:
        low, high = np.maximum(index - width, 0), np.minimum(index + width + 1, n)
        yield width, "", low, high
        if width < WINDOWS[-1]:
            yield width, "<", low, index
            yield width, ">", index + 1, high


def _sums(row: NDArray[Any]) -> Floats:
    return np.concatenate(([0.0], np.cumsum(row, dtype=np.float64)))
