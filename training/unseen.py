"""How well pages of unseen sites are read, from end to end: ``python -m training.unseen --chances FILE``.

FILE holds what the folds' models said of the blocks of pages that they had not learned from: ``python -m training.body
--chances FILE``. Each page is read whole, with these chances in place of the finished model's, and its text compared
with the truth. (The page-kind model is the finished one; no text depends on it.) ``--texts FILE`` keeps the texts of
the Fundus pages beside their truth, for ``benchmarks/peers/rouge.py``.
"""

import argparse
import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from copydesk.intake.content import page_from
from copydesk.reading import judge, read_page
from copydesk.reading.board import Board
from training import card, pages


def main() -> int:
    """Read every labelled page with the chances of a model that does not know it."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--chances", type=Path, required=True)
    options.add_argument("--texts", type=Path)
    given = options.parse_args()
    chances = dict(np.load(given.chances))
    score = pages.official()
    known, rows, texts = judge.chances, [], {}
    for name, page in pages.labelled_pages(None):

        def unseen(board: Board, name: str = page["id"]) -> NDArray[np.float64]:
            known(board)  # for what it notes on the board
            return chances[name].astype(np.float64)

        judge.chances = unseen
        text = read_page(page_from(page["html"], name=page["id"], url=page["url"] or None)).text
        truth = page["truth"].get("text") or "\n".join(page["truth"].get("paragraphs", ()))
        rows.append({"set": name, "type": page["type"], "f1": score.score_words(truth, text)["f1"]})
        if name == "fundus":
            texts[page["id"]] = [page["truth"]["paragraphs"], text]
    judge.chances = known
    for name, (count, mean) in card.means(rows).items():
        print(f"{name:20} {count:5} {mean:.4f}")
    if given.texts:
        given.texts.write_text(json.dumps(texts, ensure_ascii=False), "utf8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
