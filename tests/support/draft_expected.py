"""Draft the expected findings of a seed, to be read against the document before they are kept.

    python tests/support/draft_expected.py seeds/001_wrong_decode_es.txt

Writes `seeds/expected/NAME.json`, keeping the provenance that is there. A draft says what textproof
finds, not what it should find: look at every entry, and correct what is wrong by hand.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from textproof.config_file import load_config
from textproof.finding import Finding
from textproof.runner import check_file

ROOT = Path(__file__).resolve().parent.parent.parent


def described(finding: Finding) -> dict[str, object]:
    """What the seeds' test compares of a finding."""
    values: dict[str, object] = {
        "rule": finding.rule,
        "severity": str(finding.severity),
        "place": f"{finding.line}:{finding.column}-{finding.end_line}:{finding.end_column}",
        "bytes": [finding.byte_start, finding.byte_end],
        "text": finding.text,
    }
    if finding.repair:
        values["repair"] = {"text": finding.repair.text, "safety": str(finding.repair.safety)}
        if finding.repair.encoding:
            values["repair"] |= {"encoding": finding.repair.encoding}
    if len(finding.spans) > 1:
        values["places"] = len(finding.spans)
    return values


def main(arguments: list[str]) -> int:
    config = load_config(ROOT / "pyproject.toml")
    for name in arguments:
        path = Path(name).resolve().relative_to(ROOT)
        target = ROOT / "seeds" / "expected" / f"{path.name}.json"
        known = json.loads(target.read_text(encoding="utf-8")) if target.exists() else {}
        result = check_file(str(path), config)
        expected = {
            "provenance": known.get("provenance", "written for textproof"),
            "shows": known.get("shows", ""),
            "verdict": str(result.verdict),
            "encoding": result.encoding,
            "language": result.language,
            "fields": {name: field.value for name, field in result.fields.items()},
            "findings": [described(finding) for finding in result.findings],
        }
        text = json.dumps(expected, ensure_ascii=False, indent=1)
        target.write_bytes(text.encode("utf-8", "backslashreplace") + b"\n")
        print(f"{target.relative_to(ROOT)}: {len(result.findings)} findings, to be looked at")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
