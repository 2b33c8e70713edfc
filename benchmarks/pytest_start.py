"""How much later pytest starts where textproof is installed and not used.

    python benchmarks/pytest_start.py

pytest loads the plugin by its entry point and asks it for its options. That is measured alone, in
new processes that have pytest loaded: two whole runs of pytest differ by more.
"""

from __future__ import annotations

import subprocess
import sys
from statistics import median

ROUNDS = 40
CODE = """
import time
import pytest
from importlib.metadata import entry_points
from _pytest.config import get_config
config = get_config()
(entry,) = entry_points(group="pytest11", name="textproof")
start = time.process_time()
config.pluginmanager.register(entry.load(), "textproof")
print(time.process_time() - start)
"""


def main() -> None:
    command = [sys.executable, "-c", CODE]
    outputs = (subprocess.check_output(command, text=True, cwd="/") for _ in range(ROUNDS))
    times = sorted(1000 * float(output) for output in outputs)
    print(f"{times[0]:.1f} ms of CPU at least, {median(times):.1f} ms in the median of {ROUNDS}")


if __name__ == "__main__":
    main()
