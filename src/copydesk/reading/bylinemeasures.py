"""Board of a text -> matrix: what tells which lines say who wrote it, when the headline and the body are known.

A byline that lost its markup is a short line near the headline or below the text, most often with a name in it. Menus,
buttons and products look like names as well. What tells them apart is what stands around: the headline, the date, the
first paragraph; whether the name is one that is known; how often the page has it; how many lines look alike.
"""

from typing import TYPE_CHECKING, Final

import numpy as np
from numpy.typing import NDArray

from copydesk.reading import byline, linemeasures, people, textslot, words
from copydesk.reading.people import Named
from copydesk.types import Role

if TYPE_CHECKING:
    from copydesk.reading.board import Board
    from copydesk.reading.linemeasures import Rows, ScoreOf

MOST_WORDS: Final = 25
"""A longer line is no byline."""

AROUND_HEADLINE, AROUND_BODY, AROUND_END = (-8, 17), (-5, 4), (-2, 8)
"""Lines before and behind the headline, the body's first line and its end among which bylines are sought."""

ELSEWHERE: Final = 8
"""Lines anywhere that look like bylines or speak of the author: so many are sought among as well."""

NAME_WORDS: Final = 12
"""Words of a line that is looked at as a name."""

FAR: Final = 30

KNOWN: Final = (
    "words", "chars", "word_length", "commas", "digits", "capitals", "opens_small", "colon", "repeats", "words-2",
    "words-1", "words+1", "words+2", "capitals-1", "capitals+1", "prose", "prose-1", "score_mean",
    "score_low", "score_high", "score_first", "short_before", "short_after", "shared", "window12_words",
    "window30_words", "window30_shared", "window30_capitals", "window>4_score", "window<12_score",
    "page_prose_share", "page_lines", "prose_before", "prose_words_before", "until_prose", "window12_terminal",
    "blank_before", "bars",
)  # fmt: skip
"""Of the measures of every line (:mod:`copydesk.reading.linemeasures`) those that help to know a byline."""

GROUPS: Final = {
    "byline": {Role.BYLINE},
    "slot": {Role.BRAND_SLOT},
    "date": {Role.DATE},
    "title": {Role.HEADLINE},
    "body": {Role.BODY, Role.DEK},
    "list": {Role.RELATED, Role.RANKING, Role.RECOMMENDED, Role.LIST_HEADING, Role.COMMENT},
    "crumb": {Role.SECTION, Role.BREADCRUMB, Role.SITE_NAME, Role.TOPIC},
    "around": {Role.NAVIGATION, Role.ADVERT, Role.LEGAL, Role.NEWSLETTER, Role.REACTION},
    "credit": {Role.CREDIT, Role.AUTHOR_BIO, Role.CAPTION},
}
"""Roles that earlier passes gave, by the company they keep."""

_BIT: Final = {role: 1 << place for place, roles in enumerate(GROUPS.values()) for role in roles}

NAMED: Final = (Named.PERSON, Named.BRAND, Named.DESK)

CUES: Final = {
    "by": "byline_prefix",
    "by_behind": "byline_suffix_anywhere",
    "helped": "credit_prefix",
    "photo": "photo_credit_prefix",
}

SIGNS: Final = {"slashes": "/", "dots": "·", "ats": "@"}


def candidates(board: "Board") -> NDArray[np.intp]:
    """The lines that can name authors at all, by their size and place."""
    size = board.features.words
    near = np.zeros(len(size), dtype=bool)
    begin, end = board.body
    places = [(board.headline, AROUND_HEADLINE)] if board.headline >= 0 else []
    places += [(begin, AROUND_BODY), (end, AROUND_END)] if end else []
    for place, (before, behind) in places or [(0, AROUND_HEADLINE)]:
        near[max(place + before, 0) : max(place + behind, 0)] = True
    near[board.having(Role.BYLINE, Role.AUTHOR_BIO)[:ELSEWHERE]] = True
    return np.flatnonzero(near & (size >= 1) & (size <= MOST_WORDS))


def of(board: "Board", lines: NDArray[np.intp], score_of: "ScoreOf") -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """The measures' names and the matrix, ``(len(names), lines)``."""
    _, _, known = linemeasures.known(board, score_of)
    rows: Rows = {name: row[lines] if isinstance(row := known[name], np.ndarray) else row for name in KNOWN}
    _place(rows, board, lines)
    _company(rows, board, lines)
    _name(rows, board, lines.tolist())
    return tuple(rows), linemeasures.matrix(rows, len(lines))


def _place(rows: "Rows", board: "Board", lines: NDArray[np.intp]) -> None:
    """How far from the headline, and from the body's two ends."""
    begin, end = board.body
    titled = board.headline >= 0
    rows["from_headline"] = np.clip(lines - board.headline, -FAR, FAR) if titled else float(-FAR - 1)
    rows["from_body"] = np.clip(lines - begin, -FAR, FAR) if end else float(-FAR - 1)
    rows["from_end"] = np.clip(lines - end, -FAR, FAR) if end else float(-FAR - 1)
    rows["head_lines"] = float(np.clip(begin - board.headline, -FAR, FAR)) if end and titled else float(-FAR - 1)


def _company(rows: "Rows", board: "Board", lines: NDArray[np.intp]) -> None:
    """What earlier passes say of a line and of its neighbours, and how far the nearest dates are."""
    count = len(board.role)
    bits = np.zeros(count + 2, dtype=np.int64)
    bits[1:-1] = [_BIT.get(role, 0) if role else 0 for role in board.role]
    for step in (-1, 0, 1):
        here = bits[lines + 1 + step]
        for place, name in enumerate(GROUPS):
            rows[f"{name}{step:+}"] = (here >> place) & 1
    dates = np.array(board.having(Role.DATE), dtype=np.intp)
    at = np.searchsorted(dates, lines)
    padded = np.concatenate(([-FAR], dates, [count + FAR]))
    rows["since_date"] = np.clip(lines - padded[at], 0, FAR)
    rows["until_date"] = np.clip(padded[at + 1] - lines, 0, FAR)
    rows["score"] = np.array([board.score[line] for line in lines])


def _name(rows: "Rows", board: "Board", lines: list[int]) -> None:
    """Whether a line reads as a name or a byline, and how often the page has that name."""
    given, nobody = words.phrases("people", "given"), words.phrases("people", "nobody")
    cases: list[list[float]] = []
    persons = 0
    last, labels = -2, [False, False]
    for line in lines:
        text, cues = board.line(line), board.cues(line)
        if last != line - 1:
            labels = _labels(board.line(line - 1)) if line else [False, False]
        case = [cues[cue][0] + 1.0 if cue in cues else 0.0 for cue in CUES.values()] if cues else [0.0] * len(CUES)
        case += [text.count(sign) for sign in SIGNS.values()]
        case += [text.find(":") + 1.0, text.isupper(), *labels]
        last, labels = line, _labels(text)
        case.append(labels[0])
        if board.features.words[line] <= NAME_WORDS:
            name = textslot.without_cue(text)
            guess = people.guess(name)
            tokens = name.split()
            folded = [token.strip(".,:|()").casefold() for token in tokens]
            persons += guess.named is Named.PERSON
            case += [guess.named is what for what in NAMED]
            case += [guess.confidence, len([token for token in folded if token in given])]
            case += [len([token for token in folded if token in nobody]), len(tokens)]
            case += [len([token for token in tokens if token[0].isupper()]) / max(len(tokens), 1)]
            case += [min(board.sheet.text.count(name), FAR), persons if guess.named is Named.PERSON else -1.0]
        else:
            case += [0.0] * (len(NAMED) + 3) + [-1.0] * 4
        cases.append(case)
    table = np.array(cases, dtype=np.float64).reshape(len(lines), len(COLUMNS))
    rows |= {name: table[:, column] for column, name in enumerate(COLUMNS)}
    rows["persons"] = float(persons)
    rows["cued"] = float((table[:, 0] > 0).sum())


def _labels(text: str) -> list[bool]:
    """Whether a line is a byline's label without a name, and whether it is one of somebody who did not write."""
    return [byline.is_label(text), byline.is_label_of_others(text)]


COLUMNS: Final = (
    *CUES, *SIGNS, "colon_at", "shouted", "label_above", "others_above", "label",
    *(f"named_{what.value}" for what in NAMED), "sure", "given", "nobody", "tokens", "titled", "said", "rank",
)  # fmt: skip
"""What :func:`_name` looks at, in its order."""
