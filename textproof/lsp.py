"""A language server: findings as diagnostics, rules on hover, repairs as quick fixes.

What is checked is the editor's text. Where the file's bytes decode to the same text, the bytes are
checked, so that an encoding or a byte order mark is reported too. Positions are in the units that
client and server agreed on: UTF-16, unless the client offers another.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from lsprotocol import types as lsp
from pygls import uris
from pygls.lsp.server import LanguageServer
from pygls.workspace import TextDocument

from textproof import __version__
from textproof.baseline import BaselineError, known_findings
from textproof.config import Config, ConfigError, all_rules
from textproof.config_file import find_config
from textproof.decoding import Decoded, decode
from textproof.finding import Finding, Safety, Severity, Verdict
from textproof.fixing import fix_decoded
from textproof.lazy import compiled
from textproof.reports._display import visible
from textproof.results import DocumentResult
from textproof.runner import check_decoded
from textproof.walking import find_documents

SEVERITIES = {
    Severity.ERROR: lsp.DiagnosticSeverity.Error,
    Severity.WARNING: lsp.DiagnosticSeverity.Warning,
    Severity.INFO: lsp.DiagnosticSeverity.Information,
}

FORMATS = {
    "markdown": "markdown", "html": "html", "restructuredtext": "rst", "rst": "rst", "xml": "xml",
    "po": "po", "csv": "csv", "tsv": "csv", "json": "json", "jsonc": "json", "yaml": "yaml",
}  # fmt: skip
"""Formats of documents without a path, by the editor's name for their language."""

FIX_ALL = "source.fixAll.textproof"
"""The kind of the action that makes all safe repairs; editors run it when they save."""

LONGEST = 40
"""Code points of a repair that a menu shows."""

_LINE_END = compiled("\r\n|\n|\r")


class Lines:
    """Offsets of a text as positions of the protocol, in which only CR and LF end lines.

    >>> lines = Lines("a\\n𠀀b", lsp.PositionEncodingKind.Utf16)
    >>> print(lines.position(3))
    1:2
    >>> lines.offset(lsp.Position(1, 2))
    3
    """

    def __init__(self, text: str, units: lsp.PositionEncodingKind | str) -> None:
        self._text = text
        self._starts = [0, *(end.end() for end in _LINE_END.finditer(text))]
        self._codec = {"utf-8": "utf-8", "utf-32": "utf-32-le"}.get(str(units), "utf-16-le")
        self._size = {"utf-8": 1, "utf-32-le": 4}.get(self._codec, 2)

    def _units(self, text: str) -> int:
        return len(text.encode(self._codec, "surrogatepass")) // self._size

    def position(self, offset: int) -> lsp.Position:
        """The position of an offset."""
        line = bisect_right(self._starts, offset) - 1
        return lsp.Position(line, self._units(self._text[self._starts[line] : offset]))

    def range(self, start: int, end: int) -> lsp.Range:
        """The range of a span."""
        return lsp.Range(self.position(start), self.position(end))

    def offset(self, position: lsp.Position) -> int:
        """The offset of a position; behind the end of a line it is that end."""
        if position.line >= len(self._starts):
            return len(self._text)
        start = self._starts[position.line]
        line = _LINE_END.split(self._text[start:], maxsplit=1)[0]
        data = line.encode(self._codec, "surrogatepass")[: position.character * self._size]
        return start + len(data.decode(self._codec, "ignore"))


class Checked(NamedTuple):
    """A document as it was checked: its text, its results and how offsets become positions."""

    decoded: Decoded
    path: str | None
    config: Config
    result: DocumentResult
    lines: Lines

    def spans(self, finding: Finding) -> Iterator[tuple[int, int]]:
        """The spans of a finding that lie in the text."""
        return ((s, e) for s, e in finding.spans if 0 <= s <= e <= len(self.decoded.text))

    def at(self, start: int, end: int) -> list[Finding]:
        """The findings that touch a span."""
        return [
            finding
            for finding in self.result.findings
            if any(s <= end and start <= e for s, e in self.spans(finding))
        ]


class Server(LanguageServer):
    """The server, with the documents that are open."""

    def __init__(self) -> None:
        super().__init__(
            "textproof", __version__, text_document_sync_kind=lsp.TextDocumentSyncKind.Full
        )
        self.checked: dict[str, Checked] = {}

    def check(self, uri: str) -> None:
        """Check a document and tell the editor what is found."""
        document = self.workspace.get_text_document(uri)
        try:
            checked = self._checked(document)
        except (ConfigError, BaselineError) as error:
            message = lsp.ShowMessageParams(lsp.MessageType.Error, f"textproof: {error}")
            self.window_show_message(message)
            return
        self.checked[uri] = checked
        diagnostics = [diagnostic(checked, finding) for finding in checked.result.findings]
        self.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(uri, diagnostics, version=document.version)
        )

    def _checked(self, document: TextDocument) -> Checked:
        path = uris.to_fs_path(document.uri) if document.uri.startswith("file:") else None
        config = find_config(Path(path).parent if path else Path.cwd())
        config = config._replace(force_exclude=True)
        decoded = _decoded(document.source, path)
        format = None if path else FORMATS.get(document.language_id or "")
        if path and Path(path).exists() and not find_documents([path], config):
            result = DocumentResult(path, Verdict.PASS, "utf-8", None, "plain")
        else:
            result = check_decoded(decoded, path=path, format=format, config=config)
            known = known_findings(config)
            result = known.left_out_of(result) if known else result
        lines = Lines(decoded.text, self.workspace.position_encoding or "utf-16")
        return Checked(decoded, path, config, result, lines)


def _decoded(text: str, path: str | None) -> Decoded:
    """The file's bytes where they are this very text, else the text."""
    if path:
        try:
            decoded = decode(Path(path).read_bytes(), path)
        except OSError:
            return Decoded(text, "utf-8")
        if decoded.text == text:
            return decoded
    return Decoded(text, "utf-8")


def diagnostic(checked: Checked, finding: Finding) -> lsp.Diagnostic:
    """A finding as the editor shows it."""
    return lsp.Diagnostic(
        range=checked.lines.range(finding.start, finding.end),
        message=finding.message,
        severity=SEVERITIES[finding.severity],
        code=finding.rule,
        source="textproof",
        data=finding.fingerprint,
    )


def hover(checked: Checked, position: lsp.Position) -> lsp.Hover | None:
    """What is wrong at a position, and the documentation of its rules."""
    offset = checked.lines.offset(position)
    found = checked.at(offset, offset)
    if not found:
        return None
    documentation = {rule.name: rule.documentation for rule in all_rules(checked.config.plugins)}
    parts = [f"**{f.rule}** ({f.severity}): {visible(f.message)}" for f in found]
    parts += [documentation[rule] for rule in {f.rule: 0 for f in found} if rule in documentation]
    text = "\n\n---\n\n".join(parts)
    return lsp.Hover(
        lsp.MarkupContent(lsp.MarkupKind.Markdown, text),
        checked.lines.range(found[0].start, found[0].end),
    )


def actions(checked: Checked, uri: str, params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
    """The repairs in a range, and one that makes all safe repairs."""
    only = params.context.only or ["quickfix", FIX_ALL]
    found: list[lsp.CodeAction] = []
    if any(str(kind) == "quickfix" or str(kind) == "" for kind in only):
        start = checked.lines.offset(params.range.start)
        end = checked.lines.offset(params.range.end)
        found += [_repair(checked, uri, f) for f in checked.at(start, end) if _is_of_text(f)]
    if any(str(kind) == FIX_ALL or FIX_ALL.startswith(f"{kind}.") for kind in only):
        found += _all_repairs(checked, uri)
    return found


def _is_of_text(finding: Finding) -> bool:
    """Whether a finding has a repair that an editor can make: the encoding is the editor's."""
    return finding.repair is not None and not finding.repair.encoding


def _repair(checked: Checked, uri: str, finding: Finding) -> lsp.CodeAction:
    assert finding.repair is not None
    text = finding.repair.text
    new, old = visible(text[:LONGEST]), visible(finding.text[:LONGEST])
    safe = finding.repair.safety is Safety.SAFE
    title = f"Replace “{old}” by “{new}”" if text else f"Take out “{old}”"
    edits = [lsp.TextEdit(checked.lines.range(*span), text) for span in checked.spans(finding)]
    return lsp.CodeAction(
        title=title if safe else f"{title} (likely)",
        kind=lsp.CodeActionKind.QuickFix,
        diagnostics=[diagnostic(checked, finding)],
        is_preferred=safe,
        edit=lsp.WorkspaceEdit(changes={uri: edits}),
    )


def _all_repairs(checked: Checked, uri: str) -> Iterator[lsp.CodeAction]:
    """One action for all safe repairs, where there are some."""
    old = checked.decoded.text
    if not any(
        _is_of_text(f) and f.repair[1] is Safety.SAFE for f in checked.result.findings if f.repair
    ):
        return
    decoded = Decoded(old, "utf-8")
    fixed, _ = fix_decoded(decoded, path=checked.path, unsafe=False, config=checked.config)
    if fixed.text != old:
        edit = lsp.TextEdit(checked.lines.range(0, len(old)), fixed.text)
        yield lsp.CodeAction(
            title=f"Make all safe repairs ({len(fixed.applied)})",
            kind=FIX_ALL,
            edit=lsp.WorkspaceEdit(changes={uri: [edit]}),
        )


def create() -> Server:
    """A server that answers."""
    server = Server()

    @server.feature(lsp.TEXT_DOCUMENT_DID_OPEN)
    def opened(params: lsp.DidOpenTextDocumentParams) -> None:
        server.check(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CHANGE)
    def changed(params: lsp.DidChangeTextDocumentParams) -> None:
        server.check(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_SAVE)
    def saved(params: lsp.DidSaveTextDocumentParams) -> None:
        server.check(params.text_document.uri)

    @server.feature(lsp.TEXT_DOCUMENT_DID_CLOSE)
    def closed(params: lsp.DidCloseTextDocumentParams) -> None:
        server.checked.pop(params.text_document.uri, None)
        server.text_document_publish_diagnostics(
            lsp.PublishDiagnosticsParams(params.text_document.uri, [])
        )

    @server.feature(lsp.TEXT_DOCUMENT_HOVER)
    def hovered(params: lsp.HoverParams) -> lsp.Hover | None:
        checked = server.checked.get(params.text_document.uri)
        return hover(checked, params.position) if checked else None

    @server.feature(
        lsp.TEXT_DOCUMENT_CODE_ACTION,
        lsp.CodeActionOptions(code_action_kinds=[lsp.CodeActionKind.QuickFix, FIX_ALL]),
    )
    def wanted(params: lsp.CodeActionParams) -> list[lsp.CodeAction]:
        uri = params.text_document.uri
        checked = server.checked.get(uri)
        return actions(checked, uri, params) if checked else []

    return server
