"""Documents with findings to record, and checks against the default baseline."""

from textproof.baseline import read_baseline

OTHER = "統戰(zhàn)工作、發(fā)展、開(kāi)始\n"
CONTRACT = """
[type.page]
files = ["**/*.md"]
[type.page.fields]
author = {}
source = {}
"""


def check(run, *paths):
    """Exit status of a check against the default file, and the lines of its report."""
    status, out, err = run("check", *paths, "--baseline", "textproof-baseline.json")
    assert err == ""
    return status, out.splitlines()


def recorded(file="textproof-baseline.json"):
    return read_baseline(str(file)).entries


def shown(value):
    """Arguments as the name of a test."""
    return " ".join(value) if isinstance(value, list) else str(value)
