"""The action for GitHub and the template for GitLab, run as far as that can be done offline."""

import json
import os
import re
import subprocess
import sys

import pytest
import yaml
from pages import ROOT, block
from repository import git

GLOSSED = "企業(yè)、產業(yè)、學(xué)校\n"
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
TEMPLATE = yaml.safe_load((ROOT / "docs/ci/gitlab.yml").read_text(encoding="utf-8"))
CHECK = next(step for step in ACTION["runs"]["steps"] if step.get("id") == "check")
INSTALL = next(step for step in ACTION["runs"]["steps"] if step["name"].startswith("Install"))
UPLOAD = ACTION["runs"]["steps"][-1]
STEPS = yaml.safe_load(block("README.md", "yaml", "actions/checkout"))
INCLUDE = yaml.safe_load(block("README.md", "yaml", "include:"))["include"]
TOX = block("README.md", "ini", "testenv")
INPUT = re.compile(r"\$\{\{ inputs\.([a-z-]+)")


@pytest.fixture
def repository(tmp_path):
    """A repository with an old damaged document in `main`, and a new one on a branch."""
    folder = tmp_path / "repository"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    (folder / "old.md").write_text(GLOSSED, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Old")
    git(folder, "switch", "--quiet", "--create=branch")
    (folder / "new.md").write_text("# Titel\n\n" + GLOSSED, encoding="utf-8")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=New")
    return folder


def environment(tmp_path, **values):
    """The environment of a step: an installed textproof, and the files that GitHub reads."""
    binaries = tmp_path / "temp" / "textproof" / "bin"
    binaries.mkdir(parents=True)
    command = binaries / "textproof"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -P -m textproof "$@"\n')
    command.chmod(0o755)
    return {
        **os.environ,
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(tmp_path / "temp"),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        **values,
    }


def run(script, folder, variables):
    """Exit status and output of a script of shell."""
    done = subprocess.run(
        ["bash", "-e", "-o", "pipefail", "-c", script],
        cwd=folder,
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr, done.stderr
    return done.returncode, done.stdout


def defaults(**given):
    """The variables of the check, of the inputs' defaults and some given ones."""
    values = {}
    for name, expression in CHECK["env"].items():
        match = INPUT.match(expression)
        assert match, expression
        values[name] = given.get(name, ACTION["inputs"][match[1]]["default"])
    return values


def test_every_input_is_described_and_used():
    """No input stands in the action without a description, or without being read."""
    text = json.dumps(ACTION["runs"])
    for name, value in ACTION["inputs"].items():
        assert value["description"]
        assert f"inputs.{name}" in text


@pytest.fixture(scope="module")
def clone(tmp_path_factory):
    """A clone of the project, as GitHub has it where it runs the action."""
    if not (ROOT / ".git").exists():
        pytest.skip("the action is run from a git clone")
    folder = tmp_path_factory.mktemp("action") / "textproof"
    git(ROOT, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(folder))
    return folder


def test_the_steps_of_the_readme_run(tmp_path, repository, clone):
    """The checkout has the history that a base needs; the action installs itself from its own
    folder, takes the inputs, and leaves what the upload wants."""
    checkout, use = STEPS
    assert checkout["with"]["fetch-depth"] == 0
    assert set(use["with"]) <= set(ACTION["inputs"])
    (repository / "docs").mkdir()
    git(repository, "mv", "new.md", "docs/new.md")
    (repository / "README.md").write_text("Nothing is wrong here.\n")
    variables = {
        **os.environ,
        "RUNNER_TEMP": str(tmp_path),
        "GITHUB_OUTPUT": str(tmp_path / "output"),
        "GITHUB_STEP_SUMMARY": str(tmp_path / "summary"),
        "REQUIREMENT": str(clone),
    }
    assert run(INSTALL["run"], repository, variables)[0] == 0
    variables |= defaults(PATHS=use["with"]["paths"], DIFF_BASE="main")
    status, output = run(CHECK["run"], repository, variables)
    assert status == 1
    assert "::error file=docs/new.md,line=3" in output
    assert UPLOAD["uses"].startswith("github/codeql-action/upload-sarif@")
    written = dict(line.split("=") for line in (tmp_path / "output").read_text().splitlines())
    assert json.loads((repository / written["sarif"]).read_text(encoding="utf-8"))["runs"]


def test_the_tox_environment_of_the_readme_runs(tmp_path, repository, clone):
    """It installs textproof, here from a clone, and fails on the damaged document alone."""
    (repository / "docs").mkdir()
    git(repository, "mv", "new.md", "docs/new.md")
    (repository / "README.md").write_text("Nothing is wrong here.\n")
    (repository / "tox.ini").write_text(TOX)
    tox = f'"{sys.executable}" -P -m tox -e documents -x testenv:documents.deps="{clone}"'
    status, output = run(tox, repository, {**os.environ, "TOX_WORK_DIR": str(tmp_path / "tox")})
    assert status == 1
    assert "2 documents: 1 passed, 1 failed" in output


def test_the_action_checks_what_changed(tmp_path, repository):
    """On a pull request only the new document is annotated, summed up and in the SARIF report."""
    variables = environment(tmp_path, **defaults(DIFF_BASE="main"))
    status, output = run(CHECK["run"], repository, variables)
    assert status == 1
    assert "::error file=new.md,line=3" in output
    assert "old.md" not in output
    assert "new.md" in (tmp_path / "summary").read_text(encoding="utf-8")
    assert (tmp_path / "output").read_text() == "sarif=textproof.sarif\n"
    sarif = json.loads((repository / "textproof.sarif").read_text(encoding="utf-8"))
    found = {r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
             for r in sarif["runs"][0]["results"]}  # fmt: skip
    assert found == {"new.md"}


def test_the_action_checks_everything_without_a_base(tmp_path, repository):
    """Without a base every document is checked, and without a path for SARIF none is written."""
    variables = environment(tmp_path, **defaults(DIFF_BASE="none", SARIF=""))
    status, output = run(CHECK["run"], repository, variables)
    assert status == 1
    assert "old.md" in output
    assert not (tmp_path / "output").exists()


def test_the_action_passes_where_nothing_changed(tmp_path, repository):
    """A pull request without documents passes."""
    variables = environment(tmp_path, **defaults(DIFF_BASE="HEAD"))
    assert run(CHECK["run"], repository, variables)[0] == 0


def test_the_summary_stands_behind_that_of_other_steps(tmp_path, repository):
    """The page of the workflow is added to; what it shows is the Markdown report."""
    (tmp_path / "summary").write_text("# Tests\n\nAll is well.\n")
    variables = environment(tmp_path, **defaults(DIFF_BASE="none"))
    assert run(CHECK["run"], repository, variables)[0] == 1
    summary = (tmp_path / "summary").read_text(encoding="utf-8")
    assert summary.startswith("# Tests\n\nAll is well.\n")
    report = (tmp_path / "temp" / "textproof.md").read_text(encoding="utf-8")
    assert summary.endswith(report)
    assert "| pinyin-gloss |" in report.replace("`", "")


def test_a_wrong_call_fails_the_step_and_has_no_summary(tmp_path, repository):
    """Exit status 2 is handed on, whatever was written before."""
    variables = environment(tmp_path, **defaults(PATHS="missing", DIFF_BASE="none"))
    assert run(CHECK["run"], repository, variables)[0] == 2
    assert not (tmp_path / "summary").exists()


@pytest.mark.parametrize(
    ("upload", "sarif", "happens"),
    [
        ("true", "textproof.sarif", True),
        ("true", "", False),
        ("false", "textproof.sarif", False),
    ],
)
def test_the_upload_happens_where_there_is_something_to_upload(upload, sarif, happens):
    """Even though the check failed; GitHub's action itself cannot be run offline."""
    condition = UPLOAD["if"].removeprefix("${{").removesuffix("}}").strip()
    assert condition.startswith("always() && ")  # or a check that fails would end the job
    known = {"always()": "True", "inputs.upload": repr(upload), "&&": "and"}
    known["steps.check.outputs.sarif"] = repr(sarif)
    for name, value in known.items():
        condition = condition.replace(name, value)
    assert eval(condition) is happens
    assert UPLOAD["with"]["sarif_file"] == "${{ steps.check.outputs.sarif }}"
    assert UPLOAD["with"]["category"] == "textproof"


def test_what_the_readme_includes_on_gitlab_is_there():
    """The file of this project, and in it one job with a script."""
    (included,) = INCLUDE
    assert yaml.safe_load((ROOT / included["file"]).read_text(encoding="utf-8")) == TEMPLATE
    assert list(TEMPLATE) == ["textproof"]


def test_the_gitlab_template_installs_what_its_script_runs(tmp_path, repository, clone):
    """Of Debian's packages it wants git alone, which only a stand-in installs here; textproof comes
    from TEXTPROOF_REQUIREMENT, and the script then runs that very one."""
    job = TEMPLATE["textproof"]
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "image")], check=True)
    binaries = tmp_path / "image" / "bin"
    wanted = tmp_path / "wanted"
    (binaries / "apt-get").write_text(f'#!/bin/sh\necho "$@" >> "{wanted}"\n')
    (binaries / "apt-get").chmod(0o755)
    assert job["variables"]["TEXTPROOF_REQUIREMENT"] == "textproof"
    variables = {
        **os.environ,
        **job["variables"],
        "TEXTPROOF_REQUIREMENT": str(clone),
        "PATH": f"{binaries}{os.pathsep}{os.environ['PATH']}",
        "LC_ALL": "C.UTF-8",
    }
    assert run("\n".join(job["before_script"]), repository, variables)[0] == 0
    assert wanted.read_text().split() == [
        "update",
        "install",
        "--yes",
        "--no-install-recommends",
        "git",
    ]
    assert (binaries / "textproof").exists()
    status, output = run("\n".join(job["script"]), repository, variables)
    assert status == 1
    assert "2 documents: 2 failed" in output


def test_the_gitlab_template_writes_its_artifacts(tmp_path, repository):
    """A merge request gets the reports that the template names."""
    job = TEMPLATE["textproof"]
    variables = environment(
        tmp_path, **job["variables"], CI_MERGE_REQUEST_DIFF_BASE_SHA="main", LC_ALL="C.UTF-8"
    )
    status, output = run("\n".join(job["script"]), repository, variables)
    assert status == 1
    assert "new.md" in output
    reports = job["artifacts"]["reports"]
    quality = json.loads((repository / reports["codequality"]).read_text(encoding="utf-8"))
    assert {issue["location"]["path"] for issue in quality} == {"new.md"}
    assert "new.md" in (repository / reports["junit"]).read_text(encoding="utf-8")
