"""Where the shared data lies, for the tests that need it. They skip, loudly, where it is absent."""

import os
from pathlib import Path

import pytest

DATA = Path(__file__).resolve().parents[2] / "shared" / "data"

needs_shared = pytest.mark.skipif(
    not DATA.is_dir() and not os.environ.get("COPYDESK_NEEDS_SHARED"),
    reason="the shared data does not lie beside the project: tests on real pages are skipped",
)


def seed() -> str:
    """The text of the page that it all started from."""
    return next((DATA / "seed").glob("*.txt")).read_text("utf8")
