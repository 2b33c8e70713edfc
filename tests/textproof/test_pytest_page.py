"""What the page on pytest says."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from pytest_runs import outcomes, run

pytest_plugins = ["pytester"]
PAGE = Path(__file__).resolve().parent.parent.parent / "docs" / "pytest.md"


def blocks(language):
    text = PAGE.read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def test_the_example_of_the_page_fails_as_it_says(project):
    """The first test passes, the second fails with the lines that are shown."""
    project.makepyfile(blocks("python")[0])
    result = project.runpytest_inprocess()
    result.assert_outcomes(passed=1, failed=1)
    for line in blocks("text")[1].splitlines():
        assert line in result.outlines


def test_the_report_of_the_page_is_the_one_of_its_document(project):
    """Line by line."""
    result = run(project, "docs")
    for line in blocks("text")[0].splitlines():
        assert line.strip("_") in {shown.strip("_") for shown in result.outlines}


def test_the_commands_of_the_page_run(project):
    """Each one finds what to do, or says that no test is left."""
    commands = [line.removeprefix("$ ") for line in "".join(blocks("console")).splitlines()]
    statuses = [
        subprocess.run(f"{sys.executable} -m {command}", shell=True, check=False).returncode
        for command in commands
    ]
    assert statuses == [1, 1, 5]


def test_the_configuration_of_the_page_is_one(project):
    """pytest takes every key, and checks the documents that it names."""
    configuration = blocks("toml")[0]
    assert tomllib.loads(configuration)["tool"]["pytest"]
    (project.path / "pyproject.toml").write_text(configuration)
    (project.path / "tests").mkdir()
    result = project.runpytest_inprocess("--strict-config", "-v")
    assert sorted(outcomes(result)) == ["docs/clean.md", "docs/menu.md"]
