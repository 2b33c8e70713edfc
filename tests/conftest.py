"""The command line as a fixture, and the settings of the property tests.

A slow machine must not fail a test, so there is no deadline. In CI (`CI` is set) the examples are
the same in every run; elsewhere they are new each time, and `TEXTPROOF_EXAMPLES` asks for more.
"""

import os

import pytest
from hypothesis import settings

from textproof.cli import main

settings.register_profile("local", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None)
settings.register_profile(
    "thorough", deadline=None, max_examples=int(os.environ.get("TEXTPROOF_EXAMPLES", "100"))
)
if "TEXTPROOF_EXAMPLES" in os.environ:
    settings.load_profile("thorough")
else:
    settings.load_profile("ci" if "CI" in os.environ else "local")


@pytest.fixture
def run(capsys):
    """Exit status, standard output and standard error of a command, in this process."""

    def run(*arguments):
        try:
            status = main(arguments)
        except SystemExit as stop:
            status = stop.code
        captured = capsys.readouterr()
        assert "Traceback" not in captured.out + captured.err
        return status, captured.out, captured.err

    return run
