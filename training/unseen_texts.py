"""How well texts of unseen sites are read, from end to end: ``python -m training.unseen_texts``.

Its two files hold what the folds' models said of the lines of texts that they had not learned from: ``python -m
training.titles --chances FILE`` of headlines, ``python -m training.lines --chances FILE`` of bodies. Each text is read
whole, with these chances in place of the finished models', and its article compared with what people marked as the
page's text.
"""

import argparse
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.reading import judge, read_page
from copydesk.reading.board import Board
from training import labels, lines, pages, texts


def main() -> int:
    """Read every text with the chances of a model that does not know its site."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--chances", type=Path, required=True)
    options.add_argument("--titles", type=Path, required=True)
    given = options.parse_args()
    chances = dict(np.load(given.chances))
    known, rows = judge.line_chances, []
    titles = texts.chances(given.titles)
    for text in (*texts.made(pages.load()[1], lines.RENDERED, titles), *texts.farms(titles)):

        def unseen(_: Board, __: tuple[int, int], key: str = text.key) -> NDArray[np.float64]:
            return chances[key].astype(np.float64)

        judge.line_chances = unseen
        with texts.headlines(titles, text.key):
            words = Counter(labels.words_of(read_page(text.board.sheet.page).text))
        rule = text.bag(range(*text.run))
        rows.append({
            "set": text.set, "type": text.type, "rendering": text.rendering,
            "f1": labels.word_f1(words, text.marked), "rule": labels.word_f1(rule, text.marked),
        })  # fmt: skip
    judge.line_chances = known
    for name, (count, model, rule) in lines.means(rows).items():
        print(f"{name:32} {count:5} {model:.4f}   rule {rule:.4f}")
    means: dict[str, list[float]] = defaultdict(list)
    for row in rows:
        means[row["set"]].append(row["f1"])
    print("  ".join(f"{name} {np.mean(values):.4f}" for name, values in means.items()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
