"""The benchmarks are no package: their folder joins the path before any test of theirs is imported."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).resolve().parents[2] / "benchmarks"))
