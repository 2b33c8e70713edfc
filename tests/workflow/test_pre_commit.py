"""The hooks, run by the real pre-commit from a clone of this repository."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from repository import git

ROOT = Path(__file__).resolve().parent.parent.parent
GLOSSED = "企業(yè)、產業(yè)、學(xué)校\n"

pytest.importorskip("pre_commit", reason="pre-commit is not installed")
if not (ROOT / ".git").exists() or not shutil.which("git"):
    pytest.skip("the hooks are installed from a git clone", allow_module_level=True)


@pytest.fixture(scope="module")
def environment(tmp_path_factory):
    """The environment of pre-commit, whose cache all tests share: it installs the hooks once."""
    return {**os.environ, "PRE_COMMIT_HOME": str(tmp_path_factory.mktemp("cache"))}


@pytest.fixture(scope="module")
def hooks(tmp_path_factory):
    """A clone of the project, as pre-commit needs it."""
    clone = tmp_path_factory.mktemp("hooks") / "textproof"
    git(ROOT, "clone", "--quiet", "--no-hardlinks", str(ROOT), str(clone))
    return clone


@pytest.fixture
def repository(tmp_path, hooks):
    """A repository that uses both hooks, with a configuration of its own."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "textproof.toml").write_text('exclude = ["drafts/**"]\n')
    (tmp_path / ".pre-commit-config.yaml").write_text(
        f"repos:\n- repo: {hooks}\n  rev: {git(hooks, 'rev-parse', 'HEAD')}\n"
        "  hooks:\n  - id: textproof\n  - id: textproof-fix\n    stages: [manual]\n"
    )
    return tmp_path


def run(repository, environment, *arguments):
    """Exit status and output of `pre-commit run`."""
    done = subprocess.run(
        [sys.executable, "-P", "-m", "pre_commit", "run", *arguments],
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout


def test_staged_documents_are_checked(repository, environment):
    """A damaged document that is staged stops the commit; one that is not staged does not."""
    (repository / "good.md").write_text("# Nothing\n\nNothing is wrong here.\n")
    (repository / "damaged.md").write_text(GLOSSED, encoding="utf-8")
    git(repository, "add", "good.md")
    assert run(repository, environment, "textproof")[0] == 0
    git(repository, "add", "damaged.md")
    status, output = run(repository, environment, "textproof")
    assert status == 1
    assert "pinyin-gloss" in output
    assert "damaged.md" in output


def test_the_fixing_hook_repairs(repository, environment):
    """The second hook makes the safe repairs, and fails, since it changed a file."""
    path = repository / "damaged.md"
    path.write_text(GLOSSED, encoding="utf-8")
    git(repository, "add", "damaged.md")
    status, _ = run(repository, environment, "--hook-stage", "manual", "textproof-fix")
    assert status == 1
    assert path.read_text(encoding="utf-8") == "企業、產業、學校\n"


def test_what_the_configuration_excludes_is_left_out(repository, environment):
    """pre-commit names every staged file; the repository's own configuration still holds."""
    (repository / "drafts").mkdir()
    (repository / "drafts" / "damaged.md").write_text(GLOSSED, encoding="utf-8")
    git(repository, "add", "drafts")
    assert run(repository, environment, "textproof")[0] == 0
    assert run(repository, environment, "--hook-stage", "manual", "textproof-fix")[0] == 0
