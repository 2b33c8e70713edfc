"""The benchmarks are scripts in folders of their own: their modules are found as they find them."""

import sys
from pathlib import Path

BENCHMARKS = Path(__file__).resolve().parent.parent.parent / "benchmarks"

sys.path += [str(BENCHMARKS / "quality"), str(BENCHMARKS)]
