"""A comparison -> a page of HTML that needs nothing else: no script, no font, no address.

Every change has its element, a stroke or line, a sign, and a name for whoever hears the page; colours only repeat that.
Runs of paragraphs without a change are folded and can be opened.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import escape
from itertools import groupby
from typing import Final

from copydesk.cli.changes import Move, Paragraph, Part, grouped, moves, paragraphs
from copydesk.cli.comparison import Comparison, Side
from copydesk.cli.values import counted, share
from copydesk.types.diff import Change

__all__ = ["page"]

LEAST: Final = 40
"""Words from which paragraphs without a change are folded."""

_UNFIT: Final = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

STUCK: Final = 24
"""Characters of a word up to which its sign is kept on its line."""

STYLE: Final = """
:root { color-scheme: light dark; --paper: #fff; --ink: #1b1b1b; --quiet: #5c5c5c; --line: #d5d5d5; --cut: #9c1620;
  --cut-paper: #fdecec; --added: #0a5a27; --added-paper: #e2f5e7; --moved: #55308f; --moved-paper: #f1ebfb; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #16181b; --ink: #e4e4e4; --quiet: #a8acb0; --line: #41464c; --cut: #ff9d9d;
    --cut-paper: #3c1c1f; --added: #90e0a6; --added-paper: #143320; --moved: #ceb6ff; --moved-paper: #2b2140; }
}
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.5rem 1rem 4rem; max-width: 44rem; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.65 Georgia, "Times New Roman", serif; overflow-wrap: anywhere; }
header, summary, .sign { font-family: system-ui, sans-serif; }
header { font-size: .9375rem; line-height: 1.45; border-bottom: 1px solid var(--line); margin-bottom: 1.5rem; }
h1 { font-size: 1.375rem; line-height: 1.25; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(17rem, 100%), 1fr)); gap: .75rem 1.5rem;
  margin: 0; }
dt { font-weight: 700; }
dd { margin: 0; }
.name { color: var(--quiet); font-size: .875rem; }
ul { display: flex; flex-wrap: wrap; gap: .375rem 1.25rem; padding: 0; margin: 1rem 0; list-style: none; }
p { margin: 0 0 1rem; unicode-bidi: isolate; }
ins, del, mark { padding: .05em .2em; border-radius: .2em; unicode-bidi: isolate;
  -webkit-box-decoration-break: clone; box-decoration-break: clone; }
ins { color: var(--added); background: var(--added-paper); text-decoration: underline; text-underline-offset: .2em; }
del { color: var(--cut); background: var(--cut-paper); text-decoration: line-through 1px; }
mark { color: var(--moved); background: var(--moved-paper); border: 1px dashed; }
mark.left { text-decoration: line-through 1px; }
.sign { display: inline-block; font-size: .85em; font-weight: 700; margin-right: .25em; color: inherit; }
.stuck { white-space: nowrap; }
.quoted { font-style: italic; }
.respelled { border-bottom: 2px dotted var(--quiet); }
details { margin: 1rem 0; border-left: 3px solid var(--line); padding-left: .75rem; }
summary { cursor: pointer; color: var(--quiet); font-size: .9375rem; }
details[open] summary { margin-bottom: .75rem; }
.heard { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
"""


def page(comparison: Comparison, *, full: bool) -> str:
    """The page; ``full`` opens every fold."""
    text = paragraphs(comparison)
    body = "\n".join(_text(text, _Marker(moves(text)), opened=full))
    language = comparison.b.language
    lang = f' lang="{escape(language)}"' if language else ""
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{_safe(comparison.a.name)} and {_safe(comparison.b.name)}: what changed</title>
<style>{STYLE}</style>
</head>
<body>
<header>
<h1>What changed from A to B</h1>
<dl>{_side("A", comparison.a)}{_side("B", comparison.b)}</dl>
<ul>{"".join(f"<li>{figure}</li>" for figure in _figures(comparison))}</ul>
<ul aria-label="Signs">{"".join(f"<li>{sign}</li>" for sign in _legend(comparison))}</ul>
</header>
<main{lang}>
{body}
</main>
</body>
</html>
"""


def _side(label: str, side: Side) -> str:
    name = f'<span class="name">{_safe(side.name).replace("/", "/<wbr>")}</span>'
    headline = f"<bdi>{_safe(side.headline)}</bdi><br>" if side.headline else ""
    return f"<div><dt>{label}</dt><dd>{headline}{name}</dd></div>"


def _figures(comparison: Comparison) -> Iterator[str]:
    diff = comparison.diff
    of_a, of_b = map(share, comparison.held)
    yield f"<strong>{escape(comparison.said)}</strong>"
    yield f"{of_a} of A is in B"
    yield f"{of_b} of B is in A"
    yield f"{counted(diff.kept, 'word')} kept"
    for count, name in ((diff.cut, "cut"), (diff.added, "added"), (diff.moved, "moved")):
        yield f"{count:,} {name}"
    if comparison.in_quotations:
        yield f"{comparison.in_quotations:,} changed inside quotations"


def _legend(comparison: Comparison) -> Iterator[str]:
    """The signs that occur."""
    marker = _Marker({1: Move(0, down=True)})
    diff = comparison.diff
    for there, change, words in (
        (diff.cut, Change.CUT, "cut"),
        (diff.added, Change.ADDED, "added"),
        (diff.moved, Change.MOVED_FROM, "moved away"),
        (diff.moved, Change.MOVED_TO, "moved here"),
    ):
        if there:
            yield marker.sample(change, words)
    if any(piece.quoted for piece in diff.pieces):
        yield '<span class="quoted">quotation</span>'
    if comparison.respelled:
        yield f'<span class="respelled">spelled otherwise</span> ({counted(comparison.respelled, "word")})'


def _text(text: list[Paragraph], marker: "_Marker", *, opened: bool) -> Iterator[str]:
    """The paragraphs, those without a change folded where they are many words."""
    for same, group in groupby(text, lambda paragraph: all(part.change is Change.KEPT for part in paragraph)):
        run = [*group]
        words = sum(part.count for paragraph in run for part in paragraph)
        lines = (marker.paragraph(paragraph) for paragraph in run)
        if same and words >= LEAST:
            told = f"{counted(words, 'word')} the same"
            yield f'<details{" open" * opened}><summary lang="en">{told}</summary>'
            yield from lines
            yield "</details>"
        else:
            yield from lines


class _Marker:
    """Writes parts with their marks; of a moved passage both ends lead to one another."""

    def __init__(self, moved: dict[int, Move]) -> None:
        self._moves = moved
        self._anchored: set[tuple[Change, int]] = set()

    def paragraph(self, parts: Paragraph) -> str:
        line = "".join(
            self._marked(change, move, group) + " " * group[-1].spaced for change, move, group in grouped(parts)
        )
        return f'<p dir="auto">{line.rstrip()}</p>'

    def sample(self, change: Change, words: str) -> str:
        tag, sign, _ = self._tag(change, 0)
        return f"<{tag}>{sign}{words}</{tag.split()[0]}>"

    def _marked(self, change: Change, move: int, group: list[Part]) -> str:
        if change is Change.KEPT:
            return _words(group)
        tag, sign, name = self._tag(change, move)
        word, blank, others = group[0].words.partition(" ")
        if blank and len(word) <= STUCK:
            first, rest = replace(group[0], words=word), [replace(group[0], words=others), *group[1:]]
            marked = f'<span class="stuck">{sign}{_part(first)}</span> {_words(rest)}'
        else:
            marked = sign + _words(group)
        return f"<{tag}>{_heard(name + ': ')}{marked}{_heard(' (end)')}</{tag.split()[0]}>"

    def _tag(self, change: Change, move: int) -> tuple[str, str, str]:
        """An element's tag with its attributes, the sign in it, and how it is called."""
        if change is Change.CUT:
            return "del", _sign("−"), "cut"
        if change is Change.ADDED:
            return "ins", _sign("+"), "added"
        left = change is Change.MOVED_FROM
        if not move:
            return ('mark class="left"', _sign("⇢"), "moved away") if left else ("mark", _sign("⇠"), "moved here")
        down = self._moves[move].down
        arrow = "↓" if down is left else "↑"
        here, there = ("from", "to") if left else ("to", "from")
        anchor = "" if (change, move) in self._anchored else f' id="{here}-{move}"'
        self._anchored.add((change, move))
        name = f"moved {'away to' if left else 'here from'} further {'down' if arrow == '↓' else 'up'}"
        sign = f'<a class="sign" href="#{there}-{move}" aria-label="passage {move}, {name}">{move}{arrow}</a>'
        return f"mark{anchor}{' class=left' * left}", sign, f"passage {move}, {name}"


def _sign(sign: str) -> str:
    return f'<span class="sign" aria-hidden="true">{sign}</span>'


def _heard(words: str) -> str:
    return f'<span class="heard" lang="en">{words}</span>'


def _words(parts: list[Part]) -> str:
    return "".join(_part(part) + " " * (part.spaced and part is not parts[-1]) for part in parts)


def _part(part: Part) -> str:
    words = _safe(part.words)
    if part.was:
        words = f'<span class="respelled" title="in A: {_safe(part.was)}">{words}</span>'
    return f'<span class="quoted">{words}</span>' if part.quoted else words


def _safe(words: str) -> str:
    """The words for a page; characters that HTML has no place for come out as escapes one can read."""
    return escape(_UNFIT.sub(lambda match: f"\\u{ord(match[0]):04x}", words))
