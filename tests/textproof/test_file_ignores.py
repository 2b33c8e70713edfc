"""Findings that the configuration leaves out of some files: `per-file-ignores`."""

import re
from pathlib import Path

import pytest

from textproof import Verdict, check_text, fix_text
from textproof.cli import main
from textproof.config import ConfigError
from textproof.config_file import parse_config
from textproof.rule import Rule

GLOSSED = "企業(yè)、產業(yè)、學(xué)校，biblioteca de lunes a sÃ¡bado\n"
RULES = {"pinyin-gloss", "wrong-decode"}
PAGE = Path(__file__).resolve().parents[2] / "docs" / "configuration.md"


def config_of(**ignores):
    lines = [f'"{pattern}" = {list(names)}\n' for pattern, names in ignores.items()]
    return parse_config("[per-file-ignores]\n" + "".join(lines))


def found(path, config):
    return {finding.rule for finding in check_text(GLOSSED, path=path, config=config).findings}


@pytest.mark.parametrize(
    ("pattern", "names", "path", "left"),
    [
        ("docs/**", ["pinyin-gloss"], "docs/old/a.md", {"wrong-decode"}),
        ("docs/", ["pinyin-gloss"], "docs/old/a.md", {"wrong-decode"}),
        ("docs/**", ["mojibake"], "docs/a.md", set()),
        ("**/*.{md,txt}", ["wrong-decode", "pinyin-gloss"], "./a.txt", set()),
        ("docs/**", ["scripts"], "docs/a.md", RULES),
        ("docs/**", ["mojibake"], "a.md", RULES),
        ("*.md", ["mojibake"], "docs/a.md", RULES),
        ("**", ["mojibake"], None, RULES),
    ],
)
def test_findings_are_left_out_by_path(pattern, names, path, left):
    """Those of the named rules and validators, in the files that the pattern covers alone."""
    assert found(path, config_of(**{pattern: names})) == left


def test_several_patterns_add_up():
    """A file that two patterns cover is spared by both."""
    config = config_of(**{"docs/**": ["pinyin-gloss"], "*/a.md": ["wrong-decode"]})
    assert found("docs/a.md", config) == set()
    assert found("docs/b.md", config) == {"wrong-decode"}


def test_the_verdict_is_that_of_what_is_left():
    """A document passes when nothing else is wrong with it."""
    config = config_of(**{"a.md": ["mojibake"]})
    assert check_text(GLOSSED, path="a.md", config=config).verdict is Verdict.PASS


def test_fix_leaves_alone_what_is_ignored(tmp_path, monkeypatch, capsys):
    """Only the other file is repaired; patterns start at the folder of the configuration."""
    (tmp_path / "sub" / "old").mkdir(parents=True)
    (tmp_path / "textproof.toml").write_text('[per-file-ignores]\n"sub/old/*" = "mojibake"\n')
    old, new = tmp_path / "sub" / "old" / "a.md", tmp_path / "sub" / "a.md"
    for path in (old, new):
        path.write_text(GLOSSED, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "sub")
    assert main(["check", "."]) == 1
    assert "old/a.md" not in capsys.readouterr().out
    main(["fix", "."])
    assert old.read_text(encoding="utf-8") == GLOSSED
    assert new.read_text(encoding="utf-8") == fix_text(GLOSSED).text != GLOSSED


def test_a_comment_about_an_ignored_rule_is_not_unused():
    """It suppresses a finding that is there; that the configuration does so too is no fault."""
    text = f"<!-- textproof: ignore[mojibake] an example -->\n{GLOSSED}"
    assert check_text(text, path="a.md").findings == ()
    config = config_of(**{"a.md": ["mojibake"]})
    assert check_text(text, path="a.md", config=config).findings == ()


def test_unused_suppressions_can_be_ignored_by_path():
    """Their finding has a name like that of a rule."""
    text = "Good. <!-- textproof: ignore[bad-date] a leftover -->\n"
    assert check_text(text, path="a.md").findings
    config = config_of(**{"a.md": ["unused-suppression"]})
    assert check_text(text, path="a.md", config=config).findings == ()


def test_a_crash_is_told_all_the_same(monkeypatch):
    """A rule that crashed is no finding that somebody has looked at."""

    def crashing(rule):
        def check(document, options):
            raise ValueError("a bug")

        return check

    monkeypatch.setattr(Rule, "check", property(crashing))
    config = config_of(**{"a.md": ["mojibake"]})
    (crash, *_) = check_text(GLOSSED, path="a.md", config=config).findings
    assert "crashed" in crash.message


@pytest.mark.parametrize(
    ("toml", "said"),
    [
        ('[per-file-ignores]\n"a.md" = "pinyin-glos"', "did you mean “pinyin-gloss”?"),
        ('[per-file-ignores]\n"a.md" = 3', "must be a string or a list of strings, not 3"),
        ('per-file-ignores = ["a.md"]', "per-file-ignores must be a table"),
    ],
)
def test_mistakes_are_told(toml, said):
    """What is wrong, and on which line."""
    with pytest.raises(ConfigError, match=re.escape(said)) as caught:
        parse_config(f"# a comment\n{toml}\n")
    assert caught.value.line == toml.count("\n") + 2


def test_config_shows_it(tmp_path, monkeypatch, capsys):
    """What is printed can be read again."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "textproof.toml").write_text('[per-file-ignores]\n"a b/*" = "mojibake"\n')
    assert main(["config"]) == 0
    printed = parse_config(capsys.readouterr().out)
    assert printed.file_ignores == (("a b/*", ("mojibake",)),)


def test_the_block_of_the_documentation_is_a_configuration():
    """It is read as it stands there."""
    (block,) = re.findall(r"```toml\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    config = parse_config(block.replace("tool.textproof.", ""))
    assert config.ignored_in("docs/old/x/a.po") == {"mojibake", "odd-spaces", "placeholder"}
