"""The bar of progress on a terminal."""

import io
import re
import sys

import pytest

from textproof.cli import main
from textproof.commands import check


class Terminal(io.StringIO):
    """Standard error that may be a terminal."""

    def __init__(self, *, is_terminal=True):
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self):
        return self.is_terminal


@pytest.fixture
def shown_progress(folder, monkeypatch):
    """What a check of three documents writes to standard error, each taking so many seconds."""

    def shown_progress(*arguments, seconds, is_terminal=True):
        now = [0.0]

        def slowly(documents, config, workers):
            for result in check_documents(documents, config, workers):
                now[0] += seconds
                yield result

        terminal = Terminal(is_terminal=is_terminal)
        check_documents = check.check_documents
        with monkeypatch.context() as patched:
            patched.setattr(check, "check_documents", slowly)
            patched.setattr(check.time, "monotonic", lambda: now[0])
            patched.setattr(sys, "stderr", terminal)
            main(arguments)
        return terminal.getvalue()

    (folder / "more.txt").write_text("More.\n")
    return shown_progress


def test_a_long_check_shows_its_progress(shown_progress):
    """A bar, overwritten in place after a second and cleared at the end."""
    two, three = (f"[{'#' * n:.<24}] {d} of 3 documents" for n, d in ((16, 2), (24, 3)))
    cleared = f"\r{' ' * len(three)}\r"
    assert shown_progress("check", ".", seconds=0.6) == f"\r{two}\r{three}{cleared}"
    assert shown_progress("check", ".", "--report", "json", seconds=0.6).endswith(cleared)
    assert shown_progress("baseline", ".", seconds=0.6).endswith(cleared)


def test_progress_is_shown_when_it_is_of_use(shown_progress, monkeypatch):
    """Not in a check that is short, not without a terminal, not with --quiet; and not so often that
    it flickers."""
    assert shown_progress("check", ".", seconds=0.3) == ""
    assert shown_progress("check", ".", seconds=9, is_terminal=False) == ""
    assert shown_progress("check", ".", "--quiet", seconds=9) == ""
    assert shown_progress("check", ".", seconds=0.5).count("documents") == 2
    monkeypatch.setattr(check, "PATIENCE", 0)
    shown = shown_progress("check", ".", seconds=0.06)
    assert re.findall(r"\d of 3", shown) == ["1 of 3", "3 of 3"]


def test_progress_is_cleared_before_an_error_is_told(shown_progress, folder, monkeypatch):
    """The sentence has its line for itself."""
    (folder / "more.txt").unlink()
    (folder / "more.txt").mkdir()
    monkeypatch.setattr(check, "find_documents", lambda *_: [
        check.Found(name, True) for name in ("clean.txt", "damaged.txt", "more.txt")])  # fmt: skip
    written = shown_progress("check", ".", seconds=2)
    assert written.endswith("\rtextproof: more.txt: is a directory\n")
    assert "2 of 3 documents" in written
