"""Board -> vector: what the model of page kinds sees, once the body is known: one number a measure."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from copydesk.types import BlockKind, PageKind, Role

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.reading.board import Board

FORM_TAGS = frozenset(["input", "button", "form", "select", "label"])


def of(board: "Board", votes: "Mapping[PageKind, float]") -> tuple[tuple[str, ...], NDArray[np.float32]]:
    """The measures' names and the vector, ``(len(names), 1)``: the page, its body, and what each rule voted for."""
    features, sheet = board.features, board.sheet
    body = np.array([role is Role.BODY for role in board.role], dtype=bool)
    words = features.words
    inside = words[body]
    size = max(float(inside.sum()), 1.0)
    chance = board.chance if board.chance is not None else np.zeros(len(words))
    tags = sheet.boxes.tag
    values = {
        **board.about,
        **{f"vote_{kind}": votes.get(kind, 0.0) for kind in PageKind},
        "body_words": np.log1p(size),
        "body_share": size / max(float(words.sum()), 1.0),
        "body_prose": float(features.prose[body].sum()) / size,
        "body_links": float((words * features.link_density)[body].sum()) / size,
        "body_blocks": body.sum(),
        "body_headings": features.heading[body].sum(),
        "body_items": features.item[body].mean() if size > 1 else 0.0,
        "body_chance": float((chance * words)[body].sum()) / size,
        "body_sure": (chance > 0.9).sum(),
        "body_median": np.median(inside) if len(inside) else 0.0,
        "body_longest": inside.max() if len(inside) else 0.0,
        "body_digits": float((features.digits * words)[body].sum()) / size,
        "body_capitals": features.capitals[body].mean() if len(inside) else 0.0,
        "teasers": board.teasers,
        "comments": sum(role is Role.COMMENT for role in board.role),
        "dates": sum(role is Role.DATE for role in board.role),
        "listings": sum(kind is BlockKind.PREFORMATTED for kind in sheet.kind),
        "boxes": len(tags),
        "forms": sum(tag in FORM_TAGS for tag in tags),
        "tables": tags.count("table"),
        "articles": tags.count("article"),
    }
    return tuple(values), np.array([list(values.values())], dtype=np.float32).T
