"""What the words in class and id names say about their boxes: the table behind :mod:`copydesk.reading.vocabulary`.

A word's score is the log-odds of body text inside the boxes named by it, averaged over sites so that no site speaks
louder than another, shrunk towards the usual share, as a difference to it.
"""

from collections import defaultdict
from collections.abc import Iterable
from math import log

import numpy as np

from copydesk.reading import vocabulary
from training.pages import Labelled

SITES = 8
"""A word must be in use on so many sites."""

DOUBT = 4.0
"""Imagined sites with the usual share, which rare words are drawn towards."""


def shares(page: Labelled) -> dict[str, float]:
    """For each word in the page's names, the share of body words among the words in the boxes that bear it."""
    words = np.concatenate(([0], np.cumsum(page.sizes)))
    body = np.concatenate(([0], np.cumsum(page.sizes * page.body)))
    boxes = page.sheet.boxes
    sums: dict[str, list[int]] = {}
    for name, first, end in zip(boxes.name, boxes.first, boxes.end, strict=True):
        inside = int(words[end] - words[first])
        if name and inside:
            for token in set(vocabulary.tokens(name)):
                entry = sums.setdefault(token, [0, 0])
                entry[0] += int(body[end] - body[first])
                entry[1] += inside
    return {token: part / whole for token, (part, whole) in sums.items()}


def table(pages: Iterable[tuple[str, dict[str, float]]], usual: float) -> dict[str, float]:
    """The scores, from each page's site and :func:`shares`."""
    sites: dict[str, dict[str, list[float]]] = defaultdict(lambda: defaultdict(list))
    for site, shares_ in pages:
        for token, share in shares_.items():
            sites[token][site].append(share)
    scores: dict[str, float] = {}
    for token, by_site in sites.items():
        if len(by_site) >= SITES:
            mean = (sum(float(np.mean(v)) for v in by_site.values()) + DOUBT * usual) / (len(by_site) + DOUBT)
            scores[token] = round(log(mean / (1 - mean)) - log(usual / (1 - usual)), 2)
    return scores
