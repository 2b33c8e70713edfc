"""Documents as pytest items: which files are documents, and what the test of one is.

The plugin imports this module when documents or texts are checked.
"""

from __future__ import annotations

import os
from collections.abc import Generator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from textproof.baseline import Known, known_findings
from textproof.config import Config
from textproof.config_file import find_config
from textproof.reports import Presentation
from textproof.reports._display import shown_path, visible
from textproof.reports.text import render
from textproof.results import DocumentResult, Run, Skipped
from textproof.runner import check_bytes
from textproof.walking import Found, find_documents, read_document

if TYPE_CHECKING:
    from _pytest._code.code import TerminalRepr

EVERY = 2
"""How often `-v` is given to be shown every finding, and not the first few of a rule."""


def configuration(config: pytest.Config) -> Config:
    """The configuration of the root folder of the tests, or of the nearest folder above with one.
    Without any, path patterns are relative to the root folder."""
    found = find_config(config.rootpath)
    return found._replace(root=found.root or config.rootpath)


def report(result: DocumentResult, config: Config, pytest_config: pytest.Config) -> str:
    """What the command line would print of one document."""
    every = pytest_config.get_verbosity() >= EVERY
    presentation = Presentation(every=every, paths=(shown_path(result.path),))
    return render(Run((result,), config.fail_on), presentation)


class DocumentCollector:
    """Collects the documents among the arguments of pytest; it is there where they are wanted."""

    def __init__(self, pytest_config: pytest.Config, config: Config) -> None:
        patterns = pytest_config.getini("textproof_files")
        self._arguments = pytest_config.args
        self._folder = pytest_config.invocation_params.dir
        self._config = config._replace(include=tuple(patterns) or config.include)
        self._known = known_findings(config)

    @cached_property
    def _settings(self) -> Config:
        """The configuration with what recurs in the documents of the folders."""
        if not any(contract.boilerplate_repeated for contract in self._config.types):
            return self._config
        from textproof.repeated_lines import with_repeated_lines

        found = (Found(path, named=False) for path in sorted(self._in_folders))
        return with_repeated_lines(self._config, found)

    @cached_property
    def _in_folders(self) -> frozenset[str]:
        """The documents of the folders that pytest was given, as the command line finds them."""
        paths = [os.path.abspath(self._folder / arg.split("::")[0]) for arg in self._arguments]
        found = find_documents(filter(os.path.isdir, paths), self._config)
        return frozenset(document.path for document in found)

    @pytest.hookimpl(wrapper=True)
    def pytest_collect_file(
        self, file_path: Path, parent: pytest.Collector
    ) -> Generator[
        None, list[pytest.Item | pytest.Collector], list[pytest.Item | pytest.Collector]
    ]:
        """The document in a file, beside what other plugins find in it.

        A file that is named is a document whatever its suffix, but for Python: that is a test.
        """
        collected = yield
        named = parent.session.isinitpath(file_path) and file_path.suffix != ".py"
        if not named and str(file_path) not in self._in_folders:
            return collected
        others = [node for node in collected if not _is_empty_doctest(node)]
        document = DocumentItem.from_parent(
            parent,
            name=visible(file_path.name),
            path=file_path,
            nodeid=_node_id(file_path, parent.config.rootpath),
            settings=self._settings,
            known=self._known,
            named=named,
        )
        return [*others, document]


def _is_empty_doctest(node: pytest.Item | pytest.Collector) -> bool:
    """Whether a node collects the doctests of a file that has none. pytest makes one of every text
    file that is named, and fails where it is not UTF-8: that is for the document to say."""
    return type(node).__module__ == "_pytest.doctest" and b">>>" not in node.path.read_bytes()


def _node_id(path: Path, root: Path) -> str:
    """The path from the root folder, made visible: neither every report nor another process could
    have it as it is. Two colons would part a node id.

    >>> _node_id(Path("/a/b/c::\\n.md"), Path("/a"))
    'b/c:⟨U+003A⟩⏎.md'
    """
    inside = path.relative_to(root) if path.is_relative_to(root) else path
    return visible(inside.as_posix()).replace("::", ":⟨U+003A⟩")


class DocumentFailedError(Exception):
    """A document did not pass. The message is its report."""


class DocumentItem(pytest.Item):
    """A document as a test. Its node id is its path, relative to the root folder of the tests."""

    def __init__(self, *, settings: Config, known: Known | None, named: bool, **node: Any) -> None:
        """``known`` are the findings of the baseline, if there is one; ``named`` says that the
        document's own path was given."""
        super().__init__(**node)
        self._settings = settings
        self._known = known
        self._named = named
        self.add_marker("textproof")
        self.extra_keyword_matches.add(self.nodeid)

    def runtest(self) -> None:
        """Check the document as the command line does. ``DocumentFailedError`` where it fails or
        cannot be read as text; a file of a folder that is no text is skipped."""
        path = os.path.relpath(self.path, self.config.invocation_params.dir)
        data = read_document(Found(str(self.path), self._named))
        if isinstance(data, Skipped):
            pytest.skip(f"{self.nodeid}: {data.kind}")
        result = check_bytes(data, path=path, config=self._settings)
        if self._known:
            result = self._known.left_out_of(result)
        if not result.findings:
            return
        shown = report(result, self._settings, self.config)
        if not result.passed:
            raise DocumentFailedError(shown)
        self.add_report_section("call", "textproof", shown)

    def repr_failure(
        self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None
    ) -> str | TerminalRepr:
        """The report of a document that failed; no reader of it wants a traceback."""
        if isinstance(excinfo.value, DocumentFailedError):
            return str(excinfo.value)
        return super().repr_failure(excinfo, style)

    def reportinfo(self) -> tuple[Path, None, str]:
        """The place and the headline of the test in pytest's reports."""
        return self.config.rootpath / self.nodeid, None, f"textproof {self.nodeid}"
