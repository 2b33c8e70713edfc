"""The way of a document: rules, ownership, severities, verdicts."""

import pytest

from textproof import Config, Severity, Verdict, check_bytes, check_paths, check_text
from textproof.finding import Defect
from textproof.results import DocumentResult, Skipped
from textproof.rule import Rule, fact, pattern
from textproof.runner import check_documents
from textproof.walking import find_documents

GLOSSED = "企業(yè)、產業(yè)、學(xué)校"


def test_a_clean_text_passes():
    """Nothing found is a pass, with what was understood of the document."""
    result = check_text("Nothing is wrong here.", path="a.md")
    assert (result.verdict, result.findings, result.format) == (Verdict.PASS, (), "markdown")


def test_a_format_that_is_not_there_is_an_error():
    """A wrong format name is a ValueError that lists the right ones."""
    with pytest.raises(
        ValueError, match="no format “word”: one of csv, html, json, markdown, plain"
    ):
        check_text("a", format="word")


def test_bytes_that_are_no_text_are_unreadable_with_one_finding():
    """Binary data has the verdict unreadable and says so once."""
    result = check_bytes(bytes(range(256)) * 8)
    assert result.verdict is Verdict.UNREADABLE
    assert result.encoding is None
    assert [finding.rule for finding in result.findings] == ["not-utf8"]


def test_a_rule_that_crashes_is_a_finding_and_fails_the_run(monkeypatch):
    """The crash is named with its rule and its reason; the other rules go on."""

    def crash(document, options):
        raise RuntimeError("out of ideas")

    monkeypatch.setattr("textproof.validators.mojibake.folded_width.check", crash)
    result = check_text(f"{GLOSSED} 黨的,黨的,黨的,黨的、黨的。黨的“黨”")
    crashed = [finding for finding in result.findings if finding.detail.get("crashed")]
    assert [(f.rule, f.severity) for f in crashed] == [("folded-width", Severity.ERROR)]
    assert "RuntimeError: out of ideas" in crashed[0].message
    assert [f.rule for f in result.findings].count("pinyin-gloss") == 3
    assert result.verdict is Verdict.FAIL


def test_a_crash_fails_even_where_the_severity_is_configured_lower():
    """A rule set to info still fails the run when it crashes."""
    config = Config(severity={"folded-width": Severity.INFO})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textproof.validators.mojibake.folded_width.check", lambda *_: 1 / 0)
        result = check_text("黨的,黨的,黨的,黨的、黨的。黨的“黨”", config=config)
    assert result.verdict is Verdict.FAIL


def test_no_comment_hides_a_crash(monkeypatch):
    """A document that suppresses everything still fails where a rule crashed on it."""
    monkeypatch.setattr("textproof.validators.mojibake.folded_width.check", lambda *_: 1 / 0)
    text = "<!-- textproof: ignore-file -->\n黨的,黨的,黨的,黨的、黨的。黨的“黨”"
    result = check_text(text)
    assert [finding.rule for finding in result.findings] == ["folded-width"]
    assert result.verdict is Verdict.FAIL


def test_a_configured_severity_takes_the_place_of_the_rules_own():
    """`severity` sets what a rule's findings weigh."""
    config = Config(severity={"pinyin-gloss": Severity.INFO})
    result = check_text(GLOSSED, config=config)
    assert {finding.severity for finding in result.findings} == {Severity.INFO}
    assert result.verdict is Verdict.PASS


@pytest.mark.parametrize(
    ("fail_on", "verdict"),
    [(Severity.ERROR, Verdict.PASS), (Severity.WARNING, Verdict.FAIL)],
)
def test_fail_on_is_the_least_severity_that_fails(fail_on, verdict):
    """A warning fails only where warnings do."""
    result = check_text("## A\n\n## B\n\ntext\n", format="markdown", config=Config(fail_on=fail_on))
    assert [finding.severity for finding in result.findings] == [Severity.WARNING]
    assert result.verdict is verdict


@pytest.mark.parametrize(
    ("select", "ignore", "found"),
    [
        ((), (), {"pinyin-gloss", "byte-order-mark"}),
        (("mojibake",), (), {"pinyin-gloss"}),
        (("pinyin-gloss", "encoding"), (), {"pinyin-gloss", "byte-order-mark"}),
        ((), ("mojibake",), {"byte-order-mark"}),
        (("encoding",), ("byte-order-mark",), set()),
    ],
)
def test_rules_are_selected_and_ignored_by_name_or_validator(select, ignore, found):
    """`select` names what runs, `ignore` what does not."""
    result = check_text(f"{GLOSSED}\ufeff", config=Config(select=select, ignore=ignore))
    assert {finding.rule for finding in result.findings} == found


def test_one_defect_is_one_finding():
    """A C1 control in a wrongly decoded run belongs to the run, a U+FFFD of one to nothing else."""
    result = check_text("She said â\x80\x9cyesâ\x80\x9d.")
    assert [finding.rule for finding in result.findings] == ["wrong-decode"]


def test_a_wrongly_decoded_quotation_mark_is_left_open_by_nobody():
    """The “ of å‡º is part of a 出, and opens nothing."""
    text = "表出力における列間の区切りを指定する。".encode().decode("cp1252", "ignore")
    result = check_text(f"# 出力\n\n{text}\n\n次の行です。終わりです。\n")
    assert "“" in text
    assert [finding.rule for finding in result.findings] == ["wrong-decode"]


def test_findings_come_in_the_order_of_the_text():
    """Whatever rule found them."""
    result = check_text(f"\x93a\x94 {GLOSSED} Ã©tÃ© \ufeff")
    assert [f.start for f in result.findings] == sorted(f.start for f in result.findings)


def test_paths_are_checked_in_order_also_by_several_processes(tmp_path):
    """Two workers give the same results in the same order as one."""
    paths = []
    for number in range(150):
        path = tmp_path / f"{number}.txt"
        path.write_text(GLOSSED if number % 7 == 0 else "clean", encoding="utf-8")
        paths.append(str(path))
    alone = list(check_paths(paths))
    assert [result.path for result in alone] == paths
    assert list(check_paths(paths, workers=2)) == alone


def test_a_folder_is_checked_with_its_documents(tmp_path):
    """Folders are walked as on the command line, and a missing path is an OSError."""
    (tmp_path / "a.txt").write_text(GLOSSED, encoding="utf-8")
    (tmp_path / "b.py").write_text("no document", encoding="utf-8")
    assert [str(r.verdict) for r in check_paths([str(tmp_path)])] == ["fail"]
    with pytest.raises(OSError, match="no such file or folder"):
        list(check_paths([str(tmp_path / "nothing")]))


@pytest.mark.parametrize("workers", [1, 2])
def test_binary_files_of_a_folder_are_skipped(tmp_path, workers):
    """They are given back with their kind, by several processes too, and stop nothing."""
    for number in range(100):
        (tmp_path / f"{number:02}.txt").write_bytes(
            b"\x89PNG\r\n\x1a\n\0" if number % 2 else b"text"
        )
    documents = find_documents([str(tmp_path)], Config())
    results = list(check_documents(documents, Config(), workers))
    assert [result.path for result in results] == [path for path, _ in documents]
    assert results[1::2] == [Skipped(path, "a PNG image") for path, _ in documents[1::2]]
    assert all(isinstance(result, DocumentResult) for result in results[::2])


def test_a_named_binary_file_is_unreadable_and_one_of_a_folder_gives_no_result(tmp_path):
    """`check_paths` gives results of documents only, and never leaves out what was named."""
    binary, text = tmp_path / "a.txt", tmp_path / "b.txt"
    binary.write_bytes(bytes(range(256)) * 8)
    text.write_text("text")
    assert [result.path for result in check_paths([str(tmp_path)])] == [str(text)]
    (named,) = check_paths([str(binary)])
    assert named.verdict is Verdict.UNREADABLE


def test_a_rule_needs_no_list_but_the_index():
    """A rule is what the index says of it; its module is imported to run it."""
    rule = Rule("x", "y", "textproof.validators.mojibake.pinyin_gloss", Severity.INFO,
                (fact("legacy"), pattern("a")), (), "")  # fmt: skip
    assert "What it finds" in rule.documentation
    assert rule.load().__name__ == "check"
    assert Defect(0, 1, "m").places == ()


def test_what_is_allowed_is_not_found():
    """A finding whose text is listed as meant is dropped, another of its rule stays."""
    config = Config(allow=frozenset(["Ã©tÃ©"]))
    result = check_text("Ã©tÃ©\nnaÃ¯ve rÃ´le", config=config)
    assert [(finding.rule, finding.line) for finding in result.findings] == [("wrong-decode", 2)]


def test_ownership_is_asked_of_overlapping_spans_only():
    """A control character beside a wrongly decoded run is found, one inside it is the run's."""
    result = check_text("â\x80\x9cyesâ\x80\x9d \0")
    assert [f.rule for f in result.findings] == ["wrong-decode", "control-character"]


@pytest.mark.parametrize(
    ("select", "ignore", "runs"),
    [
        ((), (), False),
        (("scripts",), (), False),
        (("odd-spaces",), (), True),
        (("encoding", "odd-spaces"), (), True),
        (("odd-spaces", "encoding"), ("odd-spaces",), False),
        (("odd-spaces", "encoding"), ("scripts",), False),
    ],
)
def test_a_rule_that_is_off_by_default_runs_where_its_own_name_is_selected(select, ignore, runs):
    """Its validator's name, or none, does not turn it on; `ignore` turns it off."""
    names = {rule.name for rule in Config(select=select, ignore=ignore).rules}
    assert ("odd-spaces" in names) is runs
