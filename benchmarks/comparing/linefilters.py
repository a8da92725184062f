"""What cleans text today where no HTML is left: filters of lines and pages, written from their published descriptions.

In: a text. Out: the lines that stay, or nothing of a page that is dropped. C4 and Gopher were made to choose training
text for English language models, not to find articles; they are what crawled text is cleaned with all the same.
"""

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import cache
from itertools import chain

from comparing.justext_lines import good_lines
from copydesk.reading import words

Filter = Callable[[str], str]


def all_lines(text: str) -> str:
    """The text as it is: what every filter has to beat."""
    return text


# C4: Raffel et al. 2020, "Exploring the limits of transfer learning with a unified text-to-text transformer", 2.2.
# Where the released code (TensorFlow Datasets, c4_utils.py) differs from the paper, as the code has it: 5 words a line
# and 3 sentences a page, not 3 words and 5 sentences. Left out: the list of bad words, the removal of spans that other
# pages have too, and the language filter, for the benchmark is no crawl and has many languages.
LINE_WORDS = 5
PAGE_SENTENCES = 3
LONGEST_WORD = 1000
LINE_ENDS = (".", "?", "!", '"')
ELLIPSIS = "..."
POLICIES = ("terms of use", "privacy policy", "cookie policy", "uses cookies", "use of cookies", "use cookies")
CITATION = re.compile(r"\[\d*\]|\[edit\]|\[citation needed\]")
SENTENCE = re.compile(r"[.?!]+[\"')\]]*(?=\s|$)")


def c4_lines(text: str) -> str:
    """C4's rules for lines alone: no page is dropped."""
    return "\n".join(line for line in (CITATION.sub("", line).strip() for line in text.splitlines()) if c4_keeps(line))


def c4(text: str) -> str:
    """C4's rules for lines and pages."""
    lowered = text.lower()
    if "lorem ipsum" in lowered or "{" in text:
        return ""
    kept = c4_lines(text)
    return kept if len(SENTENCE.findall(kept)) >= PAGE_SENTENCES else ""


def c4_keeps(line: str) -> bool:
    """Whether a line ends as a sentence does, has enough words, and speaks of neither scripts nor policies."""
    if not line.endswith(LINE_ENDS) or line.endswith(ELLIPSIS):
        return False
    split = line.split()
    if len(split) < LINE_WORDS or max(map(len, split)) > LONGEST_WORD:
        return False
    lowered = line.lower()
    return "javascript" not in lowered and not any(policy in lowered for policy in POLICIES)


# Gopher: Rae et al. 2021, "Scaling language models: methods, analysis & insights from training Gopher", A.1.1. All
# rules are for whole pages. Left out: the shares of repeated n-grams and paragraphs. The published stop words are
# English; for other languages the first eight of our own table stand in.
PAGE_WORDS = (50, 100_000)
WORD_LENGTH = (3, 10)
SYMBOLS = 0.1
BULLET_LINES = 0.9
ELLIPSIS_LINES = 0.3
LETTER_WORDS = 0.8
STOP_WORDS = 2
REPEATED_LINES = 0.3
REPEATED_CHARS = 0.2
BULLETS = ("•", "-", "*", "‣")
ENGLISH = frozenset(["the", "be", "to", "of", "and", "that", "have", "with"])


def gopher(text: str) -> str:
    """The whole page, or nothing of one that looks unlike text."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return text if gopher_quality(text, lines) and not repeats_itself(lines) else ""


def gopher_quality(text: str, lines: Sequence[str]) -> bool:
    """Whether words, signs and lines are such as those of prose."""
    split = text.split()
    count = len(split)
    if not PAGE_WORDS[0] <= count <= PAGE_WORDS[1]:
        return False
    if not WORD_LENGTH[0] <= sum(map(len, split)) / count <= WORD_LENGTH[1]:
        return False
    if max(text.count("#"), text.count("…") + text.count(ELLIPSIS)) > SYMBOLS * count:
        return False
    if sum(line.startswith(BULLETS) for line in lines) > BULLET_LINES * len(lines):
        return False
    if sum(line.endswith((ELLIPSIS, "…")) for line in lines) > ELLIPSIS_LINES * len(lines):
        return False
    if sum(any(map(str.isalpha, word)) for word in split) < LETTER_WORDS * count:
        return False
    folded = {word.casefold() for word in split}
    language = language_of(split)
    stop_words = ENGLISH if language == "en" else frozenset(words.table("stopwords")["stopwords"][language][:8])
    return len(folded & stop_words) >= STOP_WORDS


def repeats_itself(lines: Sequence[str]) -> bool:
    """Whether too many lines, or lines with too many of the characters, stood before on the page."""
    counts = Counter(lines)
    chars = sum((count - 1) * len(line) for line, count in counts.items())
    return len(lines) - len(counts) > REPEATED_LINES * len(lines) or chars > REPEATED_CHARS * sum(map(len, lines))


def justext(text: str) -> str:
    """The lines that jusText calls good; see its module."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    stop_words = words.table("stopwords")["stopwords"][language_of(text.split())]
    return "\n".join(good_lines(lines, frozenset(stop_words)))


def language_of(split: Sequence[str]) -> str:
    """The language whose commonest words a text has most of, English if it has none."""
    known, sample = languages_by_word(), split[:: max(1, len(split) // 1000)]
    found = Counter(chain.from_iterable(known.get(word.casefold(), ()) for word in sample))
    return found.most_common(1)[0][0] if found else "en"


@cache
def languages_by_word() -> dict[str, list[str]]:
    """The languages that a word is a stop word of."""
    found: dict[str, list[str]] = {}
    for language, entries in words.table("stopwords")["stopwords"].items():
        for entry in entries:
            found.setdefault(entry, []).append(language)
    return found


FILTERS: dict[str, Filter] = {
    "all lines": all_lines,
    "C4": c4,
    "C4 lines only": c4_lines,
    "Gopher": gopher,
    "jusText": justext,
}
"""By name, in the order of the tables."""
