"""The seeds yield exactly what stands beside them: every finding, its place, bytes and repair."""

import hashlib
import json
import re
from pathlib import Path

import pytest
from draft_expected import described

from textproof import Safety, Severity, check_bytes
from textproof.config_file import load_config
from textproof.decoding import decode
from textproof.fixing import fix_decoded

ROOT = Path(__file__).resolve().parent.parent
SEEDS = sorted(path for path in (ROOT / "seeds").iterdir() if path.is_file())
FIRST = ROOT / "seeds" / "000_ca191f50ad90d375.txt"
CONFIG = load_config(ROOT / "pyproject.toml")


def result_of(path):
    return check_bytes(path.read_bytes(), path=f"seeds/{path.name}", config=CONFIG)


def expected_of(path):
    return json.loads((ROOT / "seeds" / "expected" / f"{path.name}.json").read_text("utf-8"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_a_seed_yields_exactly_its_expected_findings(path):
    """Verdict, encoding, language, fields and every finding are those written beside the seed."""
    expected, result = expected_of(path), result_of(path)
    assert expected["provenance"]
    assert expected["shows"]
    assert [described(f) for f in result.findings] == expected["findings"]
    assert str(result.verdict) == expected["verdict"]
    assert result.encoding == expected["encoding"]
    assert result.language == expected["language"]
    assert {name: field.value for name, field in result.fields.items()} == expected["fields"]


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_bytes_of_a_finding_are_those_of_its_text(path):
    """The file's bytes at a finding's byte offsets decode to the finding's text."""
    data, result = path.read_bytes(), result_of(path)
    for finding in result.findings:
        found = data[finding.byte_start : finding.byte_end]
        assert found.decode(result.encoding, "surrogateescape") == finding.text


def test_every_expected_file_has_its_seed():
    """No expectation is left over from a seed that is gone."""
    expected = {path.name.removesuffix(".json") for path in (ROOT / "seeds/expected").iterdir()}
    assert expected == {path.name for path in SEEDS}


def test_clean_seeds_have_no_error_and_stay_byte_for_byte():
    """A seed named clean passes, and safe repairs leave it as it is."""
    clean = [path for path in SEEDS if "_clean_" in path.name]
    assert clean
    for path in clean:
        assert all(finding.severity < Severity.WARNING for finding in result_of(path).findings)
        decoded = decode(path.read_bytes())
        fixed, _ = fix_decoded(decoded, path=str(path), unsafe=False, config=CONFIG)
        assert fixed.text.encode(decoded.encoding) == path.read_bytes()


def test_the_first_seed_is_the_original():
    """It is the document that the project started from, byte for byte."""
    digest = hashlib.sha256(FIRST.read_bytes()).hexdigest()
    assert digest == "bc9ad4f0c030feada412a1ba2eeb5adaf58a5aac57a00b2d8e72ce2a757f1ae1"


def test_the_first_seed_shows_what_nobody_else_finds():
    """The counts that textproof was begun for: 85 glosses of ten characters, all safe to repair."""
    findings = result_of(FIRST).findings
    glosses = [finding for finding in findings if finding.rule == "pinyin-gloss"]
    chars = [finding.before[-1] for finding in glosses]
    counts = {char: chars.count(char) for char in "戰業發區規創養鄉醫衛"}
    assert counts == dict(
        zip("戰業發區規創養鄉醫衛", [31, 24, 15, 5, 3, 3, 1, 1, 1, 1], strict=True)
    )
    assert len(glosses) == 85
    assert all(finding.repair.safety is Safety.SAFE for finding in glosses)
    assert [f.line for f in findings if f.rule == "empty-section"] == [37, 40, 42, 44, 46]


def test_a_safe_fix_of_the_first_seed_takes_out_its_glosses_and_nothing_else():
    """The repaired seed is the seed without its 85 glosses; a second run changes nothing."""
    decoded = decode(FIRST.read_bytes())
    path = f"seeds/{FIRST.name}"
    fixed, _ = fix_decoded(decoded, path=path, unsafe=False, config=CONFIG)
    without, count = re.subn(
        r"\((?:zhàn|yè|fā|qū|guī|chuàng|yǎng|xiāng|yī|wèi)\)", "", decoded.text
    )
    assert count == 85
    assert fixed.text == without
    again, _ = fix_decoded(decode(fixed.text.encode()), path=path, unsafe=False, config=CONFIG)
    assert again.text == fixed.text
    assert not again.applied
