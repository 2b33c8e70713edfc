"""The README and the guide do what they say."""

import doctest
import re
import tomllib
from pathlib import Path

import pytest
import yaml

from textproof.cli import build_parser
from textproof.config_file import parse_config
from textproof.validators._index import RULES

ROOT = Path(__file__).resolve().parent.parent.parent
PAGES = (
    "README.md",
    "docs/guide.md",
    "docs/reports.md",
    "docs/configuration.md",
    "docs/contracts.md",
    "CONTRIBUTING.md",
)


def blocks(page, language):
    text = (ROOT / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("page", PAGES)
def test_python_examples_are_true(page):
    """Every Python block runs and gives what it shows."""
    for block in blocks(page, "python"):
        test = doctest.DocTestParser().get_doctest(block, {}, page, page, 0)
        assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("page", PAGES)
def test_configuration_examples_are_accepted(page):
    """Every TOML block is a configuration that textproof takes."""
    for block in blocks(page, "toml"):
        table = tomllib.loads(block)["tool"]["textproof"]
        assert table
        parse_config(block.replace("tool.textproof.", "").replace("[tool.textproof]\n", ""))


def test_command_lines_are_understood():
    """Every `textproof` command of a console block has options that exist."""
    commands = [
        re.split(" [#|>] ", line.split("textproof ", 1)[1])[0]
        for page in PAGES
        for block in blocks(page, "console")
        for line in block.splitlines()
        if re.search(r"(^\$ |/bin/)textproof ", line)
    ]
    assert len(commands) >= 4
    for command in commands:
        assert build_parser().parse_args(command.split()).command


def test_the_hooks_call_commands_that_exist():
    """`.pre-commit-hooks.yaml` names entries of the command line."""
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert [hook["id"] for hook in hooks] == ["textproof", "textproof-fix"]
    for hook in hooks:
        program, *arguments = hook["entry"].split()
        assert program == "textproof"
        assert build_parser().parse_args([*arguments, "a.md"]).paths == ["a.md"]


def test_the_changelog_names_every_rule():
    """A rule that is there was announced."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert [rule.name for rule in RULES if f"`{rule.name}`" not in changelog] == []


@pytest.mark.parametrize("page", [*PAGES, "docs/pytest.md", "docs/encoding.md", "CHANGELOG.md"])
def test_links_to_files_have_their_files(page):
    """A relative link leads somewhere."""
    text = (ROOT / page).read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", text):
        assert ((ROOT / page).parent / target).exists(), target
