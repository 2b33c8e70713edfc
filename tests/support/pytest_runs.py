"""Runs of pytest with documents, by pytest's own `pytester`.

What is first imported in a run in this process is forgotten after it, and a second import would
make a second class of each name: so what the plugin imports is imported here.
"""

import re

import textproof.pytest_documents  # noqa: F401

DAMAGED = "# Menu\n\nCafÃ© au lait\n"
PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"
LATIN = "Café à la carte, très bien noté, déjà vu\n".encode("latin-1")


def run(project, *arguments):
    """Run pytest with documents wanted, in this process."""
    return project.runpytest_inprocess("--textproof", *arguments)


def outcomes(result):
    """The node id and the outcome of each test of a verbose run."""
    lines = "\n".join(result.outlines)
    return dict(re.findall(r"^(\S.*?) (PASSED|FAILED|SKIPPED)\b", lines, re.MULTILINE))
