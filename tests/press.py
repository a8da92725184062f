"""The made-up press of examples/, and the truth about it."""

import json
from functools import cache
from pathlib import Path

import copydesk
from copydesk.types import Article

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
TRUTH = json.loads((EXAMPLES / "expected.json").read_text("utf8"))
PAGES = sorted(TRUTH)
ARTICLES = [path for path in PAGES if TRUTH[path]["kind"] == "article"]


@cache
def read(path: str) -> Article:
    """A page of the press, read once."""
    return copydesk.read((EXAMPLES / path).read_bytes(), url=TRUTH[path]["url"])
