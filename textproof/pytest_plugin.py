"""Documents as tests: `pytest --textproof docs README.md`, and the fixture ``assert_text_ok``.

pytest loads this module whenever it starts (entry point ``pytest11``), so nothing else of textproof
is imported until documents are collected or a text is checked.
"""

from __future__ import annotations

import pytest

TYPE_CHECKING = False  # as in `typing`
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


def pytest_addoption(parser: pytest.Parser) -> None:
    """The option of the command line, and the one of the configuration."""
    parser.getgroup("textproof").addoption(
        "--textproof",
        action="store_true",
        help="check documents: the files that are named, and those of the folders",
    )
    parser.addini(
        "textproof_files",
        type="args",
        help="path patterns of the documents in folders (default: textproof's own `include`)",
    )


def pytest_configure(config: pytest.Config) -> None:
    """Announce the marker, and where documents are wanted see to it that they are collected.

    ``pytest.UsageError`` where the configuration of textproof, or its baseline, cannot be used.
    """
    config.addinivalue_line("markers", "textproof: a document that textproof checks")
    if not config.getoption("--textproof"):
        return
    from textproof import ConfigError
    from textproof.baseline import BaselineError
    from textproof.pytest_documents import DocumentCollector, configuration

    try:
        collector = DocumentCollector(config, configuration(config))
    except (ConfigError, BaselineError) as error:
        raise pytest.UsageError(f"textproof: {error}") from None
    config.pluginmanager.register(collector, "textproof-collector")


@pytest.fixture(scope="session")
def assert_text_ok(pytestconfig: pytest.Config) -> Callable[..., None]:
    """Assert that a text passes: ``assert_text_ok(text, path=None, format=None, select=(),
    ignore=())``.

    ``path`` or ``format`` say what kind of document the text is; without them it is plain text.
    ``select`` and ``ignore`` name rules or validators. The configuration is that of the project.
    ``AssertionError`` with the report, ``ConfigError`` where there is no rule of a name,
    ``ValueError`` where there is no such format.
    """
    from textproof import check_text
    from textproof.pytest_documents import configuration, report

    config = configuration(pytestconfig)

    def assert_ok(
        text: str,
        *,
        path: str | None = None,
        format: str | None = None,
        select: Iterable[str] = (),
        ignore: Iterable[str] = (),
    ) -> None:
        __tracebackhide__ = True
        chosen = config.with_rules(select, ignore)
        result = check_text(text, path=path, format=format, config=chosen)
        if not result.passed:
            raise AssertionError(report(result, chosen, pytestconfig))

    return assert_ok
