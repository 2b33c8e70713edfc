"""The README, block by block, as somebody would copy and paste it.

Those for pre-commit and CI are run in `tests/workflow`, those of Python by `test_documentation.py`.
"""

import json
import re
import shutil

import pytest
from pages import GLOSSED, ROOT, block, blocks, commands, run
from repository import git

from textproof.cli import build_parser

PAGE = "README.md"

FROM_A_CLONE = block(PAGE, "console", "pip install .")
TESTS = block(PAGE, "console", "pip install tox")
COMMANDS = block(PAGE, "console", "textproof fix docs")
CONTRACT = block(PAGE, "toml", "tool.textproof")
EDITOR = block(PAGE, "lua", "cmd")
COMPARISON = block(PAGE, "console", "--compare")
REPORTS = block(PAGE, "console", "sarif=")
OLD_FINDINGS = block(PAGE, "console", "--baseline")
PYTEST = block(PAGE, "console", "pytest --textproof")
FIXTURE = block(PAGE, "python", "assert_text_ok")
ELSEWHERE = [
    block(PAGE, "python", ">>> "),  # test_documentation.py
    block(PAGE, "yaml", "hooks:"),  # workflow/test_pre_commit.py
    block(PAGE, "yaml", "actions/checkout"),  # workflow/test_ci.py, and the next two
    block(PAGE, "yaml", "include:"),
    block(PAGE, "ini", "testenv"),
]

DRIVER = """
if not vim.lsp.enable then -- before Neovim 0.11: what it will do with the block
  local configured
  vim.lsp.config = function(name, given) configured = given end
  vim.lsp.enable = function(name)
    local client = vim.lsp.start_client({ cmd = configured.cmd, name = name, root_dir = "." })
    vim.lsp.buf_attach_client(0, client)
  end
end
dofile("block.lua")
vim.cmd("setfiletype markdown")
vim.wait(60000, function() return #vim.diagnostic.get(0) > 0 end)
for _, found in ipairs(vim.diagnostic.get(0)) do
  print(("%d:%d %s"):format(found.lnum + 1, found.col + 1, found.message))
end
local place = { line = 2, character = 3 }
local document = vim.lsp.util.make_text_document_params()
local asked = { textDocument = document, position = place }
for _, said in pairs(vim.lsp.buf_request_sync(0, "textDocument/hover", asked, 60000)) do
  print("hover: " .. said.result.contents.value)
end
vim.cmd("qa!")
"""

needs_a_clone = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="there is no git clone")


def statuses(console, folder):
    return [run(command, folder)[0] for command in commands(console)]


def test_every_block_is_run():
    """A block that is added to the README gets its test."""
    run_here = [FROM_A_CLONE, TESTS, COMMANDS, CONTRACT, EDITOR, COMPARISON, REPORTS]
    run_here += [OLD_FINDINGS, PYTEST, FIXTURE]
    assert sorted(run_here + ELSEWHERE) == sorted(blocks(PAGE))


@needs_a_clone
def test_a_clone_writes_a_report_on_its_seeds(tmp_path):
    """Installed into an environment of its own, the seeds fail, and the page is there."""
    git(tmp_path, "clone", "--quiet", str(ROOT), "textproof")
    (command,) = commands(FROM_A_CLONE)
    status, said = run(command, tmp_path / "textproof")
    assert status == 1, said
    assert "textproof fix seeds" in said
    page = (tmp_path / "textproof" / "report.html").read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>")


def test_the_tests_are_run_by_ci_as_the_readme_says():
    """This very run cannot run itself; what it says is what CI does, in another folder."""
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    done_by_ci = script.replace('"', "").replace("$environment", ".venv").replace(" --quiet", "")
    for step in commands(TESTS)[0].split(" && "):
        assert step in done_by_ci.splitlines()


def test_the_commands_check_repair_and_list(project):
    """`fix --diff` shows what `fix` then does; a text and a file are explained."""
    assert statuses(COMMANDS, project) == [1, 1, 0, 0, 0, 0]
    assert (project / "docs" / "damaged.md").read_text(encoding="utf-8") == "企業、產業、學校\n"
    assert run("textproof check docs", project) == (0, "2 documents: 2 passed\n")


def test_the_contract_holds(project):
    """An article without what it demands fails, a whole one passes."""
    (project / "pyproject.toml").write_text(CONTRACT, encoding="utf-8")
    article = project / "articles" / "2026" / "a.md"
    article.parent.mkdir(parents=True)
    article.write_text("# Title\n\nText.\n")
    status, said = run("textproof check articles", project)
    assert status == 1
    assert {"“date”", "“author”"} <= set(re.findall("“[a-z]+”", said))
    summary = "A summary of some two hundred characters. " * 6
    article.write_text(
        f"---\ndate: 2026-11-24\nauthor: Somebody\n---\n\n# Title\n\n## Summary\n\n{summary}\n\n"
        f"## Abstract\n\n{summary}\n"
    )
    assert run("textproof check articles", project)[0] == 0


def test_an_editor_starts_a_command_that_exists():
    """What Neovim would start is the language server."""
    words = re.findall('"([a-z]+)"', EDITOR.partition("cmd = {")[2].partition("}")[0])
    assert words[0] == "textproof"
    assert build_parser().parse_args(words[1:]).command == "lsp"


@pytest.mark.skipif(not shutil.which("nvim"), reason="wants Neovim (apt-get install neovim)")
def test_neovim_shows_what_is_wrong(project):
    """The block itself, in a real editor: the finding in its place, and its rule on hover."""
    pytest.importorskip("pygls", reason="wants the extra lsp")
    (project / "block.lua").write_text(EDITOR)
    (project / "driver.lua").write_text(DRIVER)
    (project / "menu.md").write_text("# Menu\n\nCafÃ© au lait\n", encoding="utf-8")
    command = "nvim --clean --headless menu.md -c 'luafile driver.lua' -c cquit 2>&1"
    status, said = run(command, project)
    assert status == 0
    assert "3:4 UTF-8 read as windows-1252" in said
    assert "hover: **wrong-decode**" in said


def test_this_week_is_compared_with_the_last(project):
    """The second report is in Chinese, and knows what is new."""
    first, second = commands(COMPARISON)
    assert run(first, project)[0] == 1
    (project / "docs" / "new.md").write_text(GLOSSED, encoding="utf-8")
    status, said = run(second, project)
    assert status == 1
    assert "compared with monday: 3 new, 0 gone, 3 unchanged" in said
    page = (project / "report.html").read_text(encoding="utf-8")
    assert '<html lang="zh-Hans">' in page


def test_several_reports_come_of_one_run(project):
    """Each is there, about the same documents."""
    assert statuses(REPORTS, project) == [1]
    assert "damaged.md" in (project / "textproof.xml").read_text(encoding="utf-8")
    log = json.loads((project / "textproof.sarif").read_text(encoding="utf-8"))
    assert len(log["runs"][0]["results"]) == 3


def test_old_findings_are_left_alone(project):
    """Recorded ones pass, and so do those on lines that are not new."""
    assert statuses(OLD_FINDINGS, project) == [0, 0, 0]
    (project / "docs" / "damaged.md").write_text(f"{GLOSSED}\n{GLOSSED}", encoding="utf-8")
    assert statuses(OLD_FINDINGS, project)[2] == 1


def test_pytest_checks_documents_and_texts(project):
    """The damaged document fails; the good ones and the test of a text pass."""
    (project / "tests").mkdir()
    (project / "tests" / "test_texts.py").write_text(FIXTURE)
    (command,) = commands(PYTEST)
    status, said = run(command, project)
    assert status == 1
    assert "1 failed, 3 passed" in said
    assert "FAILED docs/damaged.md" in said
