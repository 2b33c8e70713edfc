"""What other tools say about ten sentences for each rule of `scripts`, beside textproof.

    pip install . confusable-homoglyphs==3.3.1 icukit-pyicu==78.3.1 hanzidentifier==1.3.0 \\
        opencc==1.4.2 ruff
    python benchmarks/scripts/sentences.py            # prints the tables
    python benchmarks/scripts/sentences.py --write    # and puts them into docs/scripts.md

The sentences are the first five of a line that the rule's own tests say are damaged, and the first
five that they say are good: textproof is right about them by construction, since a test fails where
it is not, and only the other columns are news. The peers are really run:

- ICU's spoof checker, asked word by word for the restriction level (moderately restrictive), for
  invisible characters and mixed numbers;
- confusable-homoglyphs, asked word by word (`is_dangerous`);
- ruff's RUF001 and its rules about invisible and bidirectional characters (PLE2502 to PLE2515),
  asked about each sentence as a string;
- ftfy with its usual settings, which rewrites a text and does not say why;
- about Chinese hanzidentifier (are both variants in the text?) and OpenCC (which characters differ
  after the text was made Simplified and Traditional again?), and about normalisation Python's
  `unicodedata.is_normalized`.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
import unicodedata
from collections.abc import Callable
from pathlib import Path

import ftfy
import hanzidentifier
import icu
import opencc
from confusable_homoglyphs.confusables import is_dangerous

import textproof
from textproof.config import Config
from textproof.validators._index import RULES

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "docs" / "scripts.md"
BEGIN, END = "<!-- sentences: begin -->\n", "<!-- sentences: end -->\n"
OF_EACH, LONGEST = 5, 100
"""Sentences that are damaged, and that are good; and how long one is at most."""

RUFF = "RUF001,PLE2502,PLE2510,PLE2512,PLE2513,PLE2514,PLE2515"

Said = list[str]
"""What a tool flags in each of some sentences, "" for nothing."""


def sentences(rule: str) -> list[tuple[bool, str]]:
    """The sentences of a rule, each with whether it is damaged."""
    name = f"{rule.replace('-', '_')}.toml"
    groups = tomllib.loads((ROOT / "tests/validators/scripts" / name).read_text("utf-8"))
    damaged = groups.get("in-the-wild", []) + groups.get("synthetic", [])
    found = []
    for bad, cases in ((True, damaged), (False, groups["negative"])):
        texts = [case["text"] for case in cases if _is_plain(case, odd=rule == "odd-spaces")]
        # what Markdown's tables cannot show is left out
        short = [t for t in texts if len(t) <= LONGEST and not set(t) & set("|`\r\0")]
        found += [(bad, text) for text in list(dict.fromkeys(short))[:OF_EACH]]
    return found


def _is_plain(case: dict[str, object], *, odd: bool) -> bool:
    """Whether a case is a text as such. Odd spaces are looked for where the configuration says."""
    path, config = str(case.get("path", "a.txt")), str(case.get("config", ""))
    configured = "odd-spaces" in config if odd else not config
    return "hex" not in case and configured and path.endswith((".txt", ".md"))


def by_textproof(rule: str, texts: list[str]) -> Said:
    said = []
    for text in texts:
        config = Config(select=(rule,)) if rule == "odd-spaces" else Config()
        found = [f for f in textproof.check_text(text, config=config).findings if f.rule == rule]
        said.append(", ".join(f"{finding.severity}: {finding.text}" for finding in found))
    return said


def by_icu(texts: list[str]) -> Said:
    checker = icu.SpoofChecker()
    checker.setRestrictionLevel(icu.URestrictionLevel.MODERATELY_RESTRICTIVE)
    checks = icu.USpoofChecks
    checker.setChecks(checks.RESTRICTION_LEVEL | checks.INVISIBLE | checks.MIXED_NUMBERS)
    return [", ".join(w for w in text.split() if checker.check(w.strip(MARKS))) for text in texts]


MARKS = "".join(filter(lambda c: unicodedata.category(c)[0] == "P", map(chr, range(0x10000))))
"""Punctuation, which is no part of a word."""


def by_confusables(texts: list[str]) -> Said:
    return [", ".join(w for w in text.split() if is_dangerous(w.strip(MARKS))) for text in texts]


def by_ruff(texts: list[str]) -> Said:
    source = "_ = [\n" + "".join(json.dumps(t, ensure_ascii=False) + ",\n" for t in texts) + "]\n"
    command = [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--preview",
               f"--select={RUFF}", "--output-format=json", "-"]  # fmt: skip
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=False)
    said: list[dict[str, None]] = [{} for _ in texts]
    for finding in json.loads(done.stdout):
        said[finding["location"]["row"] - 2][finding["code"]] = None
    return [", ".join(codes) for codes in said]


def by_ftfy(texts: list[str]) -> Said:
    return ["" if ftfy.fix_text(text) == text else "rewrites it" for text in texts]


def by_hanzidentifier(texts: list[str]) -> Said:
    mixed = hanzidentifier.MIXED
    return ["mixed" if hanzidentifier.identify(text) == mixed else "" for text in texts]


def by_opencc(texts: list[str]) -> Said:
    simplify, restore = opencc.OpenCC("tw2s"), opencc.OpenCC("s2tw")
    made = (restore.convert(simplify.convert(text)) for text in texts)
    return [
        "".join(a for a, b in zip(text, again, strict=False) if a != b)
        for text, again in zip(texts, made, strict=True)
    ]


def by_python(texts: list[str]) -> Said:
    return ["" if unicodedata.is_normalized("NFC", text) else "not NFC" for text in texts]


PEERS: dict[str, Callable[[list[str]], Said]] = {
    "ICU": by_icu,
    "confusable-homoglyphs": by_confusables,
    "ruff": by_ruff,
    "ftfy": by_ftfy,
}
FURTHER: dict[str, dict[str, Callable[[list[str]], Said]]] = {
    "han-variant": {"hanzidentifier": by_hanzidentifier},
    "han-conversion": {"OpenCC there and back": by_opencc},
    "not-normalised": {"is_normalized": by_python},
}


def shown(text: str) -> str:
    """A text as a cell: in code, what nobody sees by its number."""
    return "`" + "".join(map(_shown, text)) + "`"


def cell(name: str, flagged: str) -> str:
    """What a tool says as a cell: ruff names rules, and ftfy nothing."""
    return (flagged if name in ("ftfy", "ruff") else shown(flagged)) if flagged else "–"


def _shown(char: str) -> str:
    odd = ("Cf", "Cc", "Zs", "Mn", "Mc", "Co", "Cn")
    if char == "\n":
        return "⏎"
    if char != " " and (
        unicodedata.category(char) in odd or char in "\u2800\u115f\u1160\u3164\uffa0"
    ):
        return f"⟨{ord(char):04X}⟩"
    return char


def main() -> int:
    out, counts = [], []
    for rule in (rule.name for rule in RULES if rule.validator == "scripts"):
        rows = sentences(rule)
        texts = [text for _, text in rows]
        said = {"textproof": by_textproof(rule, texts)}
        peers = PEERS | FURTHER.get(rule, {})
        said |= {name: peer(texts) for name, peer in peers.items()}
        out += [f"\n### `{rule}`\n", f"| | sentence | {' | '.join(said)} |",
                f"|---|---|{'---|' * len(said)}"]  # fmt: skip
        for place, (bad, text) in enumerate(rows):
            cells = [cell(name, s[place]) for name, s in said.items()]
            out.append(f"| {'✗' if bad else '✓'} | {shown(text)} | {' | '.join(cells)} |")
        tally = []
        for name in ("textproof", *PEERS, *FURTHER.get(rule, {})):
            flags = [bool(flag) for flag in said[name]]
            hits = sum(flag for flag, (bad, _) in zip(flags, rows, strict=True) if bad)
            false = sum(flag for flag, (bad, _) in zip(flags, rows, strict=True) if not bad)
            extra = f" ({name})" if name in FURTHER.get(rule, {}) else ""
            tally.append(f"{hits} + {false}{extra}")
        damaged = sum(bad for bad, _ in rows)
        counts.append(f"| `{rule}` | {damaged} + {len(rows) - damaged} | "
                      + " | ".join(tally[:5]) + f" | {''.join(tally[5:]) or '–'} |")  # fmt: skip
    names = " | ".join(("rule", "damaged + good", "textproof", *PEERS, "another"))
    head = [f"| {names} |", "|---|--:|" + "--:|" * (len(PEERS) + 2), *counts]
    made = "\n".join([*head, *out]) + "\n"
    print(made)
    if "--write" in sys.argv:
        before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
        PAGE.write_text(before + BEGIN + made + END + rest.partition(END)[2], "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
