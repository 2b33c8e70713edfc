"""Findings that an author means, and comments that suppress nothing."""

import pytest

from textproof import Config, Severity, Verdict, check_bytes, check_text
from textproof.config_file import parse_config
from textproof.suppression import UNUSED

DAMAGE = "Ã©tÃ©"
MESSAGE = "the comment suppresses nothing: "


def found(text, **options):
    """The findings that are left, each as its rule and line."""
    return [(f.rule, f.line) for f in check_text(text, **options).findings]


def rules(text, **options):
    return [rule for rule, _ in found(text, **options)]


def unused(text, **options):
    """What is said about comments, each as the place, the text and the message."""
    findings = check_text(text, **options).findings
    return [(f.line, f.text, f.message) for f in findings if f.rule == UNUSED.name]


@pytest.mark.parametrize(
    "text",
    [
        f"{DAMAGE} <!-- textproof: ignore[wrong-decode] an example -->\n",
        f"{DAMAGE} <!-- textproof: ignore -->\n",
        f"{DAMAGE} <!-- textproof: ignore[mojibake] a validator -->\n",
        f"{DAMAGE} <!--textproof:ignore[wrong-decode]-->, and more\n",
        f"{DAMAGE} <!-- textproof: ignore [wrong-decode] after a space -->\n",
        f"<!-- textproof: ignore[wrong-decode] -->\n{DAMAGE}\n",
        f"<!-- textproof: ignore[wrong-decode]\n     for a reason of two lines -->\n{DAMAGE}\n",
        f"\ufeff<!-- textproof: ignore[wrong-decode, byte-order-mark] -->\n{DAMAGE}\n",
        f"> <!-- textproof: ignore[wrong-decode] -->\n> {DAMAGE}\n",
        f"# textproof: ignore[wrong-decode]\r\n{DAMAGE}\r\n",
        f"# textproof: ignore[wrong-decode]\r{DAMAGE}\r",
        f".. textproof: ignore[wrong-decode]\n{DAMAGE}\n",
        f"{DAMAGE}\n\n{DAMAGE}\n<!-- textproof: ignore-file[wrong-decode] all examples -->\n",
        f"{DAMAGE} // textproof: ignore[wrong-decode]",
        f"{DAMAGE} 黨(dǎng)、企業(yè)、學(xué)校 % textproof: ignore[wrong-decode, pinyin-gloss]",
        f"; textproof: ignore-start[wrong-decode]\n{DAMAGE}\n\n{DAMAGE}\n; textproof: ignore-end",
        f"<!-- textproof: ignore-start -->\n{DAMAGE}\n\n{DAMAGE}",
        f"<!-- textproof: ignore-start[wrong-decode] --> {DAMAGE} <!-- textproof: ignore-end -->",
    ],
)
def test_a_comment_suppresses_the_finding(text):
    """On the finding's line, on the line before, in a block or for the whole file."""
    assert check_text(text).findings == ()


@pytest.mark.parametrize(
    "text",
    [
        f"{DAMAGE} <!-- textproof: ignore[pinyin-gloss] another rule -->\n",
        f"{DAMAGE} <!-- textproof: ignore[encoding] another validator -->\n",
        f"<!-- textproof: ignore -->\n\n{DAMAGE}\n",
        f"clean <!-- textproof: ignore -->\n{DAMAGE}\n",
        f"<!-- textproof: ignore --> clean\n{DAMAGE}\n",
        f"textproof: ignore {DAMAGE}\n",
        f"{DAMAGE}\n<!-- textproof: ignore -->\n",
        f"{DAMAGE} <!-- textproof: ignore, but nothing closes it\n",
        f"<!-- textproof: ignored -->\n{DAMAGE}\n",
        f"<!-- textproof: ignore-next-line -->\n{DAMAGE}\n",
        f"<!-- textproof: ignore[wrong-decode -->\n{DAMAGE}\n",
        f"{DAMAGE} see https://textproof: ignore\n",
        f"etc... textproof: ignore {DAMAGE}\n",
        f"{DAMAGE}\n<!-- textproof: ignore-start -->\na\n<!-- textproof: ignore-end -->\n",
        f"<!-- textproof: ignore-start -->\n<!-- textproof: ignore-end -->\n{DAMAGE}\n",
        f"<!-- textproof: ignore-start[scripts] -->\n{DAMAGE}\n<!-- textproof: ignore-end -->\n",
    ],
)
def test_a_comment_suppresses_nothing_else(text):
    """Not another rule, not a line further, not outside a block, and not without a comment."""
    assert [rule for rule in rules(text) if rule != UNUSED.name] == ["wrong-decode"]


BLOCKS = f"""{DAMAGE} 1
<!-- textproof: ignore-start[wrong-decode, pinyin-gloss] examples -->
{DAMAGE} 3 企業(yè)、產業(yè)、學(xué)校
<!-- textproof: ignore-end[pinyin-gloss] -->
{DAMAGE} 5 企業(yè)、產業(yè)、學(xué)校
<!-- textproof: ignore-end[wrong-decode] -->
{DAMAGE} 7
"""


def test_each_rule_of_a_block_has_its_own_end():
    """An end that names a rule leaves the others of the block suppressed."""
    glosses = [("pinyin-gloss", 5)] * 3
    assert found(BLOCKS) == [("wrong-decode", 1), *glosses, ("wrong-decode", 7)]


@pytest.mark.parametrize(
    "text",
    [
        f"a <!-- textproof: ignore --> {DAMAGE}\n",
        f"a\n\n- b\n\n    <!-- textproof: ignore -->\n    {DAMAGE}\n",
        f"10. b\n    c\n\n    <!-- textproof: ignore -->\n    {DAMAGE}\n",
        f"- b\nc\n\n   d\n\n      <!-- textproof: ignore -->\n      {DAMAGE}\n",
        f"a\n    <!-- textproof: ignore -->\n{DAMAGE}\n",
        f"https://a.b/<!-- textproof: ignore --> {DAMAGE}\n",
        f"---\ntitle: {DAMAGE} # textproof: ignore[wrong-decode] its name\n---\ntext\n",
        f"---\n# textproof: ignore-file\ntitle: x\n---\n{DAMAGE}\n",
    ],
)
def test_a_comment_in_markdown_is_one_of_its_syntax(text):
    """An HTML comment wherever prose could stand, and a `#` in front matter."""
    assert rules(text, format="markdown") == []


@pytest.mark.parametrize(
    "text",
    [
        f"`<!-- textproof: ignore -->` {DAMAGE}\n",
        f"``a ` <!-- textproof: ignore-file -->`` {DAMAGE}\n",
        f"```markdown\n<!-- textproof: ignore-file -->\n```\n{DAMAGE}\n",
        f"~~~\n<!-- textproof: ignore-start -->\n~~~\n{DAMAGE}\n",
        f"Write:\n\n    <!-- textproof: ignore-file -->\n\n{DAMAGE}\n",
        f"- a\n\nWrite:\n\n\ta\n\n\t<!-- textproof: ignore-file -->\n\n{DAMAGE}\n",
        f"<code><!-- textproof: ignore-file --></code>\n{DAMAGE}\n",
        f"<pre>\n<!-- textproof: ignore-file -->\n</pre>\n{DAMAGE}\n",
        f"# textproof: ignore-file\n{DAMAGE}\n",
        f".. textproof: ignore-file\n{DAMAGE}\n",
        f"---\ntitle: '<!-- textproof: ignore-file -->'\n---\n{DAMAGE}\n",
    ],
)
def test_what_stands_in_code_is_text_about_suppressions(text):
    """It suppresses nothing and is not said to be unused, as comments of another syntax are not."""
    assert rules(text, format="markdown") == ["wrong-decode"]


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"<p>{DAMAGE}</p><!-- textproof: ignore[wrong-decode] -->", []),
        (f"<!-- textproof: ignore-file --><p>&Atilde;&copy;t&Atilde;&copy; {DAMAGE}</p>", []),
        (f"<!-- textproof: ignore-start -->\n<p>\n{DAMAGE}</p>", []),
        (f"<p># textproof: ignore-file</p><p>{DAMAGE}</p>", ["wrong-decode"]),
        (f"<script>'<!-- textproof: ignore-file -->'</script><p>{DAMAGE}</p>", ["wrong-decode"]),
        (f"<p title='<!-- textproof: ignore -->'>{DAMAGE}</p>", ["wrong-decode"]),
        (f"<!-- <!-- textproof: ignore --> --><p>{DAMAGE}</p>", ["wrong-decode"]),
    ],
)
def test_a_comment_in_html_is_one_of_html(text, left):
    """In a script, an attribute or another comment it is text."""
    assert rules(f"<!DOCTYPE html><meta charset=utf-8>{text}", format="html") == left


@pytest.mark.parametrize("path", ["a.txt", "a.log", "NOTES", None])
def test_formats_that_are_read_as_plain_text_have_its_comments(path):
    """Whatever a file is called that no other format reads."""
    for mark in ("..", "#"):
        assert rules(f"{mark} textproof: ignore[wrong-decode]\n{DAMAGE}\n", path=path) == []


@pytest.mark.parametrize(
    ("text", "line", "shown", "message"),
    [
        (
            "a\nb <!-- textproof: ignore[wrong-decode] -->",
            2,
            "wrong-decode",
            f"{MESSAGE}no finding of wrong-decode is on its lines",
        ),
        (
            "a # textproof: ignore nothing",
            1,
            "# textproof: ignore nothing",
            f"{MESSAGE}no finding is on its lines",
        ),
        (
            f"{DAMAGE} <!-- textproof: ignore[wrong-decode, scripts] -->",
            1,
            "scripts",
            f"{MESSAGE}no finding of scripts is on its lines",
        ),
        (
            "a <!-- textproof: ignore-file[wrong-decod] -->",
            1,
            "wrong-decod",
            f"{MESSAGE}no rule or validator “wrong-decod”; did you mean “wrong-decode”?",
        ),
        (
            f"{DAMAGE}\n<!-- textproof: ignore-start[mojibake] -->\na\n"
            "<!-- textproof: ignore-end[mojibake] -->",
            2,
            "mojibake",
            f"{MESSAGE}no finding of mojibake is on its lines",
        ),
        (
            f"<!-- textproof: ignore-start[mojibake] -->\n{DAMAGE}\n"
            "<!-- textproof: ignore-end[scripts] -->",
            3,
            "scripts",
            "the comment ends nothing: no `ignore-start` of the same rules stands before it",
        ),
        (
            "a <!-- textproof: ignore-end -->",
            1,
            "<!-- textproof: ignore-end -->",
            "the comment ends nothing: no `ignore-start` of the same rules stands before it",
        ),
    ],
)
def test_a_comment_that_suppresses_nothing_is_a_finding(text, line, shown, message):
    """Of each name that is unused or unknown, with its place."""
    assert unused(text) == [(line, shown, message)]


def test_an_unknown_name_does_not_stand_for_all_rules():
    """The finding that was meant stays beside the word on the name."""
    text = f"{DAMAGE} <!-- textproof: ignore[wrong decode!] -->"
    assert sorted(rules(text)) == [UNUSED.name, "wrong-decode"]


def test_an_unused_suppression_fails_no_run_by_default():
    """It is an info, of the validator that no rule is of, and fails where infos do."""
    text = "<!-- textproof: ignore -->"
    result = check_text(text)
    assert [(f.validator, f.severity) for f in result.findings] == [("suppression", Severity.INFO)]
    assert result.verdict is Verdict.PASS
    assert check_text(text, config=Config(fail_on=Severity.INFO)).verdict is Verdict.FAIL


def test_its_severity_can_be_configured():
    """Like that of a rule."""
    config = Config(severity={UNUSED.name: Severity.ERROR})
    assert check_text("<!-- textproof: ignore -->", config=config).verdict is Verdict.FAIL


@pytest.mark.parametrize(
    ("select", "ignore", "names"),
    [
        ((), (), ["wrong-decode", "mojibake", "scripts", ""]),
        (("wrong-decode",), (), ["wrong-decode"]),
        (("mojibake",), (), ["wrong-decode", "mojibake"]),
        ((), ("wrong-decode",), ["scripts"]),
        (("encoding",), (), []),
    ],
)
def test_a_rule_that_did_not_run_makes_no_suppression_unused(select, ignore, names):
    """Nor does a validator of which one rule did not run, nor a comment about all rules."""
    text = "\n".join(
        f"a <!-- textproof: ignore[{name}] -->"
        for name in ("wrong-decode", "mojibake", "scripts", "")
    )
    config = Config(select=select, ignore=ignore)
    said = [shown for _, shown, _ in unused(text, config=config)]
    assert said == [name or "<!-- textproof: ignore[] -->" for name in names]


def test_a_rule_of_a_plugin_is_suppressed_like_another(tmp_path, monkeypatch):
    """Its name is known, and a comment about it that suppresses nothing is said to."""
    (tmp_path / "suppressed_rules.py").write_text(
        "from textproof.finding import Defect, Severity\n"
        "from textproof.rule import pattern, rule\n\n"
        "@rule('banned-word', severity=Severity.ERROR, needs=(pattern('foo'),))\n"
        "def check(document, options):\n"
        "    yield Defect(document.text.index('foo'), len(document.text), 'foo')\n"
    )
    monkeypatch.syspath_prepend(tmp_path)
    config = Config(plugins=("suppressed_rules",))
    assert rules("foo <!-- textproof: ignore[banned-word] -->", config=config) == []
    assert unused("bar <!-- textproof: ignore[banned-word] -->", config=config) == [
        (1, "banned-word", f"{MESSAGE}no finding of banned-word is on its lines")
    ]


def test_a_rule_that_crashed_makes_no_suppression_unused(monkeypatch):
    """What it would have found is not known, and the crash itself is not suppressed."""
    monkeypatch.setattr("textproof.validators.mojibake.wrong_decode.check", lambda *_: 1 / 0)
    text = f"{DAMAGE} <!-- textproof: ignore[wrong-decode] -->"
    assert rules(text) == ["wrong-decode"]


def test_findings_stay_in_the_order_of_the_text():
    """Those on comments among the others, in a document with and without damage."""
    text = f"a <!-- textproof: ignore -->\n{DAMAGE}\nb <!-- textproof: ignore -->\n"
    assert found(text) == [(UNUSED.name, 1), ("wrong-decode", 2), (UNUSED.name, 3)]


def test_a_comment_in_a_legacy_encoding_has_its_bytes():
    """The place of what is said about it is that in the file."""
    text = (
        "Утром мы перешли через мост, и мельник поздоровался с нами. <!-- textproof: ignore[x] -->"
    )
    said = [f for f in check_bytes(text.encode("cp1251")).findings if f.rule == UNUSED.name]
    assert [(f.byte_start, f.byte_end) for f in said] == [(text.index("[x]") + 1, text.index("]"))]


def test_comments_that_nothing_closes_take_no_time_to_speak_of():
    """A hundred thousand openings are looked at once each, and are no comments."""
    assert rules("<!-- textproof: ignore [" * 100_000 + DAMAGE) == ["wrong-decode"]


def test_unused_suppressions_can_be_ignored_and_made_to_fail():
    """The configuration names them like a rule."""
    text = "Good text. <!-- textproof: ignore[wrong-decode] -->\n"
    config = parse_config('ignore = ["unused-suppression"]')
    assert not check_text(text, path="a.md", config=config).findings
    config = parse_config('severity = { unused-suppression = "error" }')
    assert not check_text(text, path="a.md", config=config).passed
