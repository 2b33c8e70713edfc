"""The pieces of CI configuration on the page about reports, run."""

import json

import pytest
import yaml
from pages import block, commands, run

PAGE = "docs/reports.md"


def test_the_steps_for_github_run(project, tmp_path, monkeypatch):
    """The first annotates and fails; the second runs all the same, and shows the summary."""
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "shown.md"))
    first, second = yaml.safe_load(block(PAGE, "yaml", "--report github"))
    status, said = run(first["run"], project)
    assert status == 1
    assert "::error file=docs/damaged.md" in said
    assert second["if"] == "always()"
    assert run(second["run"], project)[0] == 0
    assert "docs/damaged.md" in (tmp_path / "shown.md").read_text(encoding="utf-8")


def test_the_job_for_gitlab_runs(project):
    """It leaves the file that it names as its report."""
    job = yaml.safe_load(block(PAGE, "yaml", "codequality:"))["textproof"]
    assert run(job["script"], project)[0] == 1
    written = project / job["artifacts"]["reports"]["codequality"]
    assert len(json.loads(written.read_text(encoding="utf-8"))) == 3


@pytest.mark.parametrize("holding", ["--report html=report.html --report sarif", "--compare"])
def test_the_commands_run(project, holding):
    """Each fails for the damaged document alone, and writes what it names."""
    listed = commands(block(PAGE, "console", holding))
    run("textproof check docs --report json=2026-11-17.json --quiet", project)
    assert [run(command, project)[0] for command in listed] == [1] * len(listed)
    assert (project / "report.html").exists()
