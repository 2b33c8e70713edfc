"""The hooks, run by the real pre-commit from a clone of this repository."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pages import block
from repository import git

ROOT = Path(__file__).resolve().parent.parent.parent
GLOSSED = "企業(yè)、產業(yè)、學(xué)校\n"
CONFIGURATION = block("README.md", "yaml", "hooks:")

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
    git(clone, "tag", "--force", re.search("rev: (.*)", CONFIGURATION)[1])
    return clone


@pytest.fixture
def repository(tmp_path, hooks):
    """A repository that uses both hooks as the README says, with a configuration of its own."""
    git(tmp_path, "init", "--quiet")
    (tmp_path / "textproof.toml").write_text('exclude = ["drafts/**"]\n')
    configuration = CONFIGURATION.replace("<the address of this repository>", str(hooks))
    assert "<" not in configuration
    (tmp_path / ".pre-commit-config.yaml").write_text(configuration)
    git(tmp_path, "add", ".pre-commit-config.yaml")
    return tmp_path


def run(repository, environment, *arguments):
    """Exit status and output of `pre-commit run`."""
    return called(
        repository, environment, sys.executable, "-P", "-m", "pre_commit", "run", *arguments
    )


def called(repository, environment, *command):
    """Exit status and output of a command."""
    done = subprocess.run(
        command,
        cwd=repository,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout + done.stderr


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


def test_what_is_staged_counts_and_not_what_is_in_the_folder(repository, environment):
    """Damage that is not staged yet stops nothing."""
    path = repository / "half.md"
    path.write_text("# Nothing\n\nNothing is wrong here.\n")
    git(repository, "add", "half.md")
    path.write_text(GLOSSED, encoding="utf-8")
    assert run(repository, environment, "textproof")[0] == 0
    assert path.read_text(encoding="utf-8") == GLOSSED


def test_a_commit_of_damage_is_stopped_and_repaired(repository, environment):
    """As git itself runs the hooks: the first attempt is repaired, the second goes through."""
    install = [sys.executable, "-P", "-m", "pre_commit", "install"]
    assert called(repository, environment, *install)[0] == 0
    (repository / "damaged.md").write_text(GLOSSED, encoding="utf-8")
    commit = "git add . && git -c user.name=A -c user.email=a@example.org commit -m Menu"
    status, said = called(repository, environment, "sh", "-c", commit)
    assert status == 1
    assert "3 findings repaired in 1 of 1 document" in said
    assert called(repository, environment, "sh", "-c", commit)[0] == 0
    assert git(repository, "show", "HEAD:damaged.md") == "企業、產業、學校"


def test_the_fixing_hook_repairs(repository, environment):
    """The second hook makes the safe repairs, and fails, since it changed a file."""
    path = repository / "damaged.md"
    path.write_text(GLOSSED, encoding="utf-8")
    git(repository, "add", "damaged.md")
    status, _ = run(repository, environment, "textproof-fix")
    assert status == 1
    assert path.read_text(encoding="utf-8") == "企業、產業、學校\n"


def test_what_the_configuration_excludes_is_left_out(repository, environment):
    """pre-commit names every staged file; the repository's own configuration still holds."""
    (repository / "drafts").mkdir()
    (repository / "drafts" / "damaged.md").write_text(GLOSSED, encoding="utf-8")
    git(repository, "add", "drafts")
    assert run(repository, environment, "textproof")[0] == 0
    assert run(repository, environment, "textproof-fix")[0] == 0
