"""The language server, talked to by a real client in a process of its own."""

import asyncio
import os
import sys

import pytest

if "CI" not in os.environ:
    pytest.importorskip("pygls", reason="wants the extra `lsp`")

from lsprotocol import types as lsp
from pygls.lsp.client import LanguageClient

from textproof.cli import main
from textproof.commands import lsp as command
from textproof.lsp import Lines

TEXT = "𠀀企業(yè)的發(fā)展戰(zhàn)略。\u2028社區(qū)。\r\nEl sÃ¡bado.\n"


class Editor(LanguageClient):
    """A client that keeps what it is told."""

    def __init__(self):
        super().__init__("editor", "1")
        self.told = asyncio.Queue()

        @self.feature(lsp.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
        def told(params):
            self.told.put_nowait(params)

    async def diagnostics(self):
        return (await asyncio.wait_for(self.told.get(), 30)).diagnostics


def talk(conversation, encodings=None):
    """Have a conversation with a server."""

    async def whole():
        editor = Editor()
        await editor.start_io(sys.executable, "-P", "-m", "textproof", "lsp")
        general = lsp.GeneralClientCapabilities(position_encodings=encodings)
        answer = await editor.initialize_async(
            lsp.InitializeParams(capabilities=lsp.ClientCapabilities(general=general))
        )
        editor.units = answer.capabilities.position_encoding
        editor.initialized(lsp.InitializedParams())
        try:
            await conversation(editor)
        finally:
            await editor.shutdown_async(None)
            editor.exit(None)
            await editor.stop()

    asyncio.run(whole())


def opened(editor, text, uri, language="markdown"):
    item = lsp.TextDocumentItem(uri, language, 1, text)
    editor.text_document_did_open(lsp.DidOpenTextDocumentParams(item))


def asked(editor, uri, range, only=None):
    return editor.text_document_code_action_async(
        lsp.CodeActionParams(
            lsp.TextDocumentIdentifier(uri), range, lsp.CodeActionContext([], only=only)
        )
    )


def edited(text, edits, units):
    """The text with some edits, as a client makes them."""
    lines = Lines(text, units)
    for edit in sorted(edits, key=lambda e: (e.range.start.line, e.range.start.character))[::-1]:
        start, end = lines.offset(edit.range.start), lines.offset(edit.range.end)
        text = text[:start] + edit.new_text + text[end:]
    return text


@pytest.mark.parametrize(
    ("encodings", "column"), [(None, 4), (["utf-32", "utf-16"], 3), (["utf-8"], 10)]
)
def test_columns_are_in_the_units_that_were_agreed(encodings, column, tmp_path):
    """A character beyond the first plane is two units of UTF-16, one of UTF-32, four of UTF-8; a
    line separator of Unicode ends no line."""
    uri = (tmp_path / "a.md").as_uri()

    async def conversation(editor):
        opened(editor, TEXT, uri)
        found = await editor.diagnostics()
        glosses = [each for each in found if each.code == "pinyin-gloss"]
        assert len(glosses) == 4
        assert glosses[0].range.start == lsp.Position(0, column)
        (mojibake,) = [each for each in found if each.code == "wrong-decode"]
        assert mojibake.range.start.line == 1
        assert (mojibake.severity, mojibake.source) == (lsp.DiagnosticSeverity.Error, "textproof")

    talk(conversation, encodings)


def test_a_rule_is_explained_on_hover(tmp_path):
    """At a finding; elsewhere nothing is said."""
    uri = (tmp_path / "a.md").as_uri()

    async def conversation(editor):
        opened(editor, TEXT, uri)
        await editor.diagnostics()
        identifier = lsp.TextDocumentIdentifier(uri)
        at = await editor.text_document_hover_async(lsp.HoverParams(identifier, lsp.Position(0, 5)))
        assert "**pinyin-gloss** (error): " in at.contents.value
        assert "Why it matters" in at.contents.value
        nothing = lsp.HoverParams(identifier, lsp.Position(1, 0))
        assert await editor.text_document_hover_async(nothing) is None

    talk(conversation)


def test_repairs_are_quick_fixes(tmp_path):
    """One for a finding, and one for all that are safe; after it the document is clean."""
    uri = (tmp_path / "a.md").as_uri()

    async def conversation(editor):
        opened(editor, TEXT, uri)
        found = await editor.diagnostics()
        (first, *_) = await asked(editor, uri, found[0].range, ["quickfix"])
        assert (first.title, first.is_preferred) == ("Take out “(yè)”", True)
        once = edited(TEXT, first.edit.changes[uri], editor.units)
        assert once == TEXT.replace("(yè)", "", 1)
        (all_of_them,) = await asked(editor, uri, found[0].range, ["source.fixAll"])
        fixed = edited(TEXT, all_of_them.edit.changes[uri], editor.units)
        assert fixed.startswith("𠀀企業的發展戰略。\u2028社區。\r\n")
        change = lsp.TextDocumentContentChangeWholeDocument(fixed)
        document = lsp.VersionedTextDocumentIdentifier(2, uri)
        editor.text_document_did_change(lsp.DidChangeTextDocumentParams(document, [change]))
        assert "pinyin-gloss" not in {each.code for each in await editor.diagnostics()}

    talk(conversation)


def test_the_bytes_of_a_file_are_checked_where_they_are_its_text(tmp_path):
    """An editor that decodes a legacy encoding is told that the file is in it."""
    text = "Правила пользования читальным залом"
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode("cp1251"))

    async def conversation(editor):
        opened(editor, text, path.as_uri(), "plaintext")
        assert "not-utf8" in {each.code for each in await editor.diagnostics()}

    talk(conversation)


def test_the_configuration_holds_in_an_editor(tmp_path):
    """What it excludes is not checked, what it allows is meant; a mistake in it is told."""
    (tmp_path / "textproof.toml").write_text('exclude = ["old/**"]\nallow = ["(yè)"]')
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "a.md").write_text(TEXT, encoding="utf-8")

    async def conversation(editor):
        opened(editor, TEXT, (tmp_path / "old" / "a.md").as_uri())
        assert list(await editor.diagnostics()) == []
        opened(editor, TEXT, (tmp_path / "new.md").as_uri())
        assert sum(each.code == "pinyin-gloss" for each in await editor.diagnostics()) == 3

    talk(conversation)


def test_what_the_baseline_of_the_configuration_records_is_no_diagnostic(tmp_path, monkeypatch):
    """Known findings are not shown; what is typed after them is."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "textproof.toml").write_text('baseline = "known.json"')
    path = tmp_path / "a.md"
    path.write_text("El sÃ¡bado.\n", encoding="utf-8")
    assert main(["baseline", "a.md"]) == 0

    async def conversation(editor):
        opened(editor, "El sÃ¡bado.\n", path.as_uri())
        assert list(await editor.diagnostics()) == []
        opened(editor, "El sÃ¡bado.\nEl niÃ±o.\n", path.as_uri())
        assert [each.range.start.line for each in await editor.diagnostics()] == [1]

    talk(conversation)


def test_without_pygls_the_command_says_what_it_wants(monkeypatch, capsys):
    """One sentence, with what to install."""
    monkeypatch.setattr(command, "find_spec", lambda _: None)
    assert main(["lsp"]) == 2
    assert "pip install 'textproof[lsp]'" in capsys.readouterr().err
