"""A project as a reader of the pages may have one."""

import pytest
from pages import GLOSSED
from repository import git


@pytest.fixture
def project(tmp_path):
    """A project in git with a good document and a damaged one, as `main` of its remote has it."""
    folder = tmp_path / "project"
    (folder / "docs").mkdir(parents=True)
    (folder / "README.md").write_text("Nothing is wrong here.\n")
    (folder / "docs" / "good.md").write_text("Nothing is wrong here either.\n")
    (folder / "docs" / "damaged.md").write_text(GLOSSED, encoding="utf-8")
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Begin")
    git(folder, "update-ref", "refs/remotes/origin/main", "HEAD")
    return folder
