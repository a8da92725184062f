"""The word lists of words/*.toml, loaded once, and the few ways the readers match them.

A list is kept by language, but matched over all languages at once: the label of a list is often in another language
than the article (and a page's language is only known after it is read).
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Final, NamedTuple

_EDGE: Final = " \t\r\n:：.。…!！?？,，;·•|>»›<«‹–—-*#=~_+/\\\"'“”‘’()[]【】「」『』《》▼▽▲△►▶▷◀■□◆◇★☆●○▪◎→✦✔"
SHORT: Final = 120
"""Characters of a line whose cues are kept: labels, bylines and datelines are asked for again and again."""

_COUNTER: Final = re.compile(r" ?[(\[] ?\d[\d., ]{0,12}[)\]]$")


@cache
def table(name: str) -> dict[str, Any]:
    """One file of words/ as it stands: table -> key -> list."""
    return tomllib.loads((files("copydesk.reading") / "words" / f"{name}.toml").read_text("utf8"))


@cache
def phrases(name: str, key: str) -> frozenset[str]:
    """All entries of one table, in every language."""
    return frozenset(entry for entries in table(name)[key].values() for entry in entries)


def cues(text: str) -> dict[str, tuple[int, int]]:
    """The cues of cues.toml that a line holds: table -> the code points of its first hit.

    Tables named ``*_anywhere`` and ``wall_*`` hit as whole words at any place, the others only at the line's start.
    The line is split into words once; a word that begins no cue costs one look-up.
    """
    return _cues(text) if len(text) <= SHORT else _found(text)


@lru_cache(maxsize=1 << 11)  # as for label()
def _cues(text: str) -> dict[str, tuple[int, int]]:
    return _found(text)


def _found(text: str) -> dict[str, tuple[int, int]]:
    folded = text.casefold()
    if len(folded) != len(text):  # a few letters grow when folded, and offsets would slip
        folded = text.lower()
    index = _cue_index()
    found: dict[str, tuple[int, int]] = {}
    said = _WORD.findall(folded)
    for begin in (" ".join(said[:2]), *said[:1]):
        if begin in index.leading:
            _note(found, folded, folded.find(said[0]), index.leading[begin])
    if not index.words.isdisjoint(said):
        words = index.words
        begun = [(at, begin) for at, word in enumerate(said) if word in words for begin in _begins(said, at)]
        if any(begin in index.anywhere for _, begin in begun):
            starts = [match.start() for match in _WORD.finditer(folded)]
            for at, begin in begun:
                _note(found, folded, starts[at], index.anywhere.get(begin, []))
    if not folded.isascii() and _UNSPACED_SIGN.search(folded):
        for at, letter in enumerate(folded):
            for phrase, key in index.unspaced.get(letter, ()):
                if key not in found and (_is_free(key) or at <= 1) and folded.startswith(phrase, at):
                    found[key] = (at, at + len(phrase))
    return found


def _begins(said: list[str], at: int) -> tuple[str, str]:
    """The two ways the cue index knows a place: by its first two words, or its only one."""
    return " ".join(said[at : at + 2]), said[at]


def _note(found: dict[str, tuple[int, int]], folded: str, start: int, entries: list[tuple[str, str]]) -> None:
    for phrase, key in entries:
        end = start + len(phrase)
        if key not in found and folded.startswith(phrase, start) and not folded[end : end + 1].isalnum():
            found[key] = (start, end)


class _Cues(NamedTuple):
    """Cues with their tables, longest first: by their first two words, or their only one.

    Those of scripts without spaces are found by their first letter; ``words`` are the first words of all that may
    stand anywhere, of which most lines have none.
    """

    leading: dict[str, list[tuple[str, str]]]
    anywhere: dict[str, list[tuple[str, str]]]
    unspaced: dict[str, list[tuple[str, str]]]
    words: set[str]


@cache
def _cue_index() -> _Cues:
    index = _Cues({}, {}, {}, set())
    for key, languages in table("cues").items():
        for language, entries in languages.items():
            for entry in entries:
                begin = " ".join(_WORD.findall(entry)[:2])
                if language in _UNSPACED or not _WORD.match(entry):
                    index.unspaced.setdefault(entry[0], []).append((entry, key))
                else:
                    places = index.anywhere if _is_free(key) else index.leading
                    places.setdefault(begin, []).append((entry, key))
                    if _is_free(key):
                        index.words.add(begin.split()[0])
    for entries in (entries for places in index[:3] for entries in places.values()):
        entries.sort(key=lambda item: len(item[0]), reverse=True)
    return index


def _is_free(key: str) -> bool:
    return key.endswith("_anywhere") or key.startswith("wall_")


_WORD: Final = re.compile(r"\w+")
_UNSPACED: Final = frozenset(["ja", "zh", "th"])
_UNSPACED_SIGN: Final = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff]")


@lru_cache(maxsize=1 << 12)  # the passes and the readers of a page ask for the same lines
def label(text: str) -> str:
    """A line as the label tables spell it: case folded, without counter, colon or ornament at its edges."""
    line = " ".join(text.split())  # runs of blanks would cost the search its square
    return _COUNTER.sub("", line).casefold().replace("i\u0307", "i").strip(_EDGE)  # Turkish İ folds into two


@cache
def _labels() -> tuple[dict[str, str], dict[str, list[tuple[str, str]]]]:
    """Labels that are whole lines, and those that only begin one, by their first word."""
    whole: dict[str, str] = {}
    begins: dict[str, list[tuple[str, str]]] = {}
    for region, languages in table("labels").items():
        for entries in languages.values():
            for entry in entries:
                if entry.endswith(" *"):
                    begins.setdefault(entry.split()[0], []).append((entry[:-1], region))
                else:
                    whole.setdefault(entry, region)
    return whole, begins


def region_of(text: str, *, exactly: bool = False) -> str | None:
    """The region of labels.toml that a line opens, if it is a label; ``exactly``: one that is there as a whole line."""
    return _region(text, exactly) if len(text) <= 60 else None  # the longest labels known have 45 characters


@lru_cache(maxsize=1 << 12)  # as for label()
def _region(text: str, exactly: bool) -> str | None:
    folded = label(text)
    if not folded:
        return None
    whole, begins = _labels()
    found = whole.get(folded)
    if found is None and not exactly:
        starts = begins.get(folded.split(" ", 1)[0], ())
        found = next((region for start, region in starts if folded.startswith(start)), None)
    return found


def topics_label(line: str) -> int | None:
    """Where the topics of a line begin that names them behind a label: ``Tags: storms, eels``, ``TAGS storms, eels``.

    A line of hashtags needs no label. None for any other line.
    """
    head, colon, rest = line.partition(":")
    if colon and rest.strip() and region_of(head) == "topics":
        return len(head) + 1
    if "#" not in line and not line[:2].isupper():
        return None
    if line[0] == "#" and line[1:2].isalnum() and line.count("#") > 1 and line[-1] not in ".!?":
        return 0  # one hashtag may have several words
    tokens = line.split(None, 1) if "#" not in line else line.replace("#", " #").split()
    if len(tokens) > 1 and tokens[0].isupper() and len(tokens[0]) > 2 and region_of(tokens[0]) == "topics":
        return len(tokens[0])
    return 0 if tokens and all(len(token) > 1 and token.startswith("#") for token in tokens) else None


def is_share_bar(line: str) -> bool:
    """Whether a line is nothing but controls for sharing: ``Share  Tweet  Email``, ``Follow us on …``."""
    if region_of(line) == "share":
        return True
    tokens = line.split()
    return len(tokens) > 1 and all(label(token) in _NETWORKS or region_of(token) == "share" for token in tokens)


_NETWORKS: Final = frozenset(
    ["facebook", "twitter", "x", "whatsapp", "telegram", "linkedin", "reddit", "pinterest", "email", "e-mail", "mail",
     "print", "tweet", "copy", "link", "instagram", "messenger", "threads", "bluesky", "mastodon", "flipboard",
     "and", "on"]
)  # fmt: skip


def photo_credit(caption: str) -> tuple[int, str] | None:
    """Where the credit of a photograph begins at the end of a caption, and whom it credits."""
    tail = caption[-160:]
    said = tail.lower()
    if not (":" in tail or "：" in tail or ")" in tail or "©" in tail or " by " in said):
        return None
    if not ("©" in tail or "(c)" in said or "/" in tail or _PICTURED.search(said)):
        return None
    match = _CREDIT_TAIL.search(caption, max(0, len(caption) - 160))
    if not match:
        return None
    credit = match["credit"].strip("() ")
    hit = cues(credit).get("photo_credit_prefix")
    return match.start(), (credit[hit[1] :] if hit else credit).strip(" :©")


_PICTURES: Final = (
    "photo|foto|image|bild|credit|crédit|photograph|picture|imagen|imagem|immagine|fotograf(?:ie|ía|ia)?"
    "|fotógrafo|fotógrafa|fotografer|aufnahme|bildnachweis|crediti|crédito|cliché|scatto|kredit|dok"
    "|fotoğraf|görsel|gambar|фото|снимок|фотография|изображение"
)
_UNSPACED_PICTURES: Final = "写真|画像|撮影|図版|照片|图片|사진"
_PICTURED: Final = re.compile(f"{_PICTURES}|{_UNSPACED_PICTURES}")
_CREDIT_TAIL: Final = re.compile(
    r"(?:[(\[]\s*)?(?P<credit>"
    rf"(?:©|\(c\)|\b(?:{_PICTURES})s?\b(?:[^:：()]{{0,12}}[:：]|\s+by\b)"
    rf"|(?:{_UNSPACED_PICTURES})(?:提供)?[:：])"
    r"\s*[^.()]{2,60}|\((?:[^()]{0,30}/)[^()]{2,40}\))\s*[)\]]?\s*\.?$",
    re.IGNORECASE,
)


def ends_in_source(caption: str) -> bool:
    """Whether a line of a text ends as captions do: ``… . Courtesy of Jane Roe``, ``Agency / file``."""
    tail = caption[-SOURCE:]
    if ("/" in tail or "／" in tail) and _ARCHIVE.search(tail):
        return True
    start = max(tail.rfind(mark) for mark in (". ", "。", "! ", "? ", "(", "| ")) + 1
    part = tail[start:].lstrip(" (")
    hit = cues(part).get("photo_credit_prefix") if start and tail[-1] != "." else None
    return hit is not None and (" " in part[slice(*hit)] or part[hit[1] :].lstrip()[:1] in tuple(":：/|"))


SOURCE: Final = 60
"""Characters at a caption's end in which its source stands."""

_ARCHIVE: Final = re.compile(
    r"[^\s/／]\s?[/／]\s?(?:file|files|archives?|archivo|archivio|archief|archiwum|arquivo|archiv|arşiv|arsip|архив|архів|資料"
    r"|handout|pool|stringer|stock|stok)(?:\s(?:photo|foto))?\s?[)\]]?\.?$",
    re.IGNORECASE,
)
