"""What changed in a git work tree since a revision: which documents, and which of their lines.

"Since" is meant as on a pull request: since the last commit that the revision and the present one
have in common. What is committed, staged, in the work tree alone or not known to git has changed.
"""

from __future__ import annotations

import os
import re
from collections.abc import Container, Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from textproof.finding import Finding, Verdict
from textproof.lazy import compiled
from textproof.relative import relative_to
from textproof.results import DocumentResult

_HUNK = compiled(rb"^@@ -\S+ \+(\d+)(?:,(\d+))? @@", re.MULTILINE)
_BINARY = compiled(rb"^Binary files ", re.MULTILINE)
_EVERY_LINE = range(1, 2**62)

_GIT = ("git", "--literal-pathspecs", "-c", "diff.interHunkContext=0")
_DIFF = ("diff", "--no-ext-diff", "--no-textconv", "--no-color", "--ignore-submodules=all", "-M")
"""A diff that no setting of the user changes."""


class ChangesError(Exception):
    """Changes that git cannot tell. The message is for the user."""


class Changes(NamedTuple):
    """What changed in a work tree.

    ``root`` is its folder without links, ``base`` the commit that it is compared with. ``before``
    has the paths that changed, relative to the root, and what each was called in the base: None
    where it was not there. ``tracked`` are the paths that git knows.
    """

    root: str
    base: str
    before: Mapping[str, str | None]
    tracked: frozenset[str]

    def has(self, path: str) -> bool:
        """Whether a document changed; what lies in another repository, as in a submodule, has not.
        ``ChangesError`` where it lies outside of the work tree."""
        relative = relative_to(self.root, path)
        if relative.startswith("../") or os.path.isabs(relative):
            raise ChangesError(f"{path} is not in the git work tree {self.root}")
        if _is_foreign(self.root, os.path.dirname(relative)):
            return False
        return relative in self.before or relative not in self.tracked


def changes_since(revision: str) -> Changes:
    """What changed in the work tree around the working folder. ``ChangesError`` where there is no
    git, no work tree or no such revision, or the revision shares no commit with the present one."""
    root = _line(".", "not in a git work tree", "rev-parse", "--show-toplevel")
    wanted = f"{revision}^{{commit}}"  # so that it is no option, whatever it begins with
    missing = f"no revision “{revision}” in git"
    commit = _line(root, missing, "rev-parse", "--verify", "--quiet", wanted)
    apart = f"“{revision}” and HEAD have no commit in common, or it was not fetched"
    base = _line(root, apart, "merge-base", commit, "HEAD")
    unknown = f"git cannot compare with “{revision}”"
    changed = _git(root, unknown, *_DIFF, "--name-status", "-z", base, "--")
    tracked = _git(root, unknown, "ls-files", "-z")
    return Changes(root, base, dict(_names(changed)), frozenset(_fields(tracked)))


def on_new_lines(result: DocumentResult, changes: Changes) -> tuple[Finding, ...]:
    """The findings of a document that changed that are on lines which are new or were changed.

    Of a new document, and of one that cannot be read, these are all; in others a finding about the
    whole document is on no line. That a rule crashed is always told.
    """
    if not result.path or not result.findings or result.verdict is Verdict.UNREADABLE:
        return result.findings
    path = relative_to(changes.root, result.path)
    before = changes.before.get(path)
    if before is None:
        return result.findings
    lines = _new_lines(path, before, result.encoding or "", changes)
    return tuple(f for f in result.findings if f.detail.get("crashed") or _is_on(f, lines))


def _is_on(finding: Finding, lines: Container[int]) -> bool:
    """Whether a finding is on one of some lines, in one of its places."""
    if finding.end == 0:
        return False
    last = finding.end_line
    if finding.end_column == 1 and last > finding.line:  # it ends with the line end before
        last -= 1
    if any(number in lines for number in range(finding.line, last + 1)):
        return True
    places = finding.detail.get("places", ())
    assert isinstance(places, tuple)
    return any(place["line"] in lines for place in places)


def _new_lines(path: str, before: str, encoding: str, changes: Changes) -> Container[int]:
    """The lines of a document, as textproof counts them, that were added or changed; all of them
    where git takes it for binary, as it does with UTF-16."""
    wide = encoding.startswith(("utf-16", "utf-32"))  # a byte 0A may be half of a letter there
    as_text = () if wide else ("--text",)
    paths = sorted({before, path})
    unknown = f"git cannot compare {path}"
    diff = _git(changes.root, unknown, *_DIFF, *as_text, "-U0", changes.base, "--", *paths)
    if wide and _BINARY.search(diff):
        return _EVERY_LINE
    added: set[int] = set()
    for start, count in _HUNK.findall(diff):
        added.update(range(int(start), int(start) + int(count or 1)))
    with open(os.path.join(changes.root, path), "rb") as file:
        text = file.read().decode(encoding if wide else "latin-1", "replace")
    return frozenset(_own_lines(text, added)) if "\r" in text else added


def _own_lines(text: str, added: Container[int]) -> Iterator[int]:
    """Lines of git, which end in LF, as lines of textproof, which end in a CR alone too.

    >>> list(_own_lines("a\\rb\\r\\nc\\n", {2})), list(_own_lines("a\\rb\\r\\nc\\n", {1}))
    ([3], [1, 2])
    """
    first = 1
    for number, line in enumerate(text.split("\n"), 1):
        following = first + 1 + line.removesuffix("\r").count("\r")
        if number in added:
            yield from range(first, following)
        first = following


@lru_cache(maxsize=1024)
def _is_foreign(root: str, folder: str) -> bool:
    """Whether a folder of a work tree is in a repository of its own, as a submodule is."""
    if not folder:
        return False
    own = os.path.lexists(os.path.join(root, folder, ".git"))
    return own or _is_foreign(root, os.path.dirname(folder))


def _names(listed: bytes) -> Iterator[tuple[str, str | None]]:
    """Each path that ``--name-status -z`` lists, and what it was called before. Paths that are gone
    are left out."""
    fields = iter(_fields(listed))
    for status in fields:
        path = next(fields)
        if status[0] in "RC":
            yield next(fields), path
        elif status[0] != "D":
            yield path, None if status[0] == "A" else path


def _fields(listed: bytes) -> list[str]:
    return [os.fsdecode(name) for name in listed.split(b"\0") if name]


def _line(folder: str, failing: str, *arguments: str) -> str:
    return os.fsdecode(_git(folder, failing, *arguments).removesuffix(b"\n"))


def _git(folder: str, failing: str, *arguments: str) -> bytes:
    """What git answers. ``ChangesError`` with what that means, and git's own words, where it
    fails."""
    import subprocess

    command = [*_GIT, "-C", folder, *arguments]
    try:
        done = subprocess.run(command, capture_output=True, check=False)
    except OSError as error:
        raise ChangesError(f"git cannot be run: {(error.strerror or str(error)).lower()}") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise ChangesError(f"{failing} ({said[0]})" if said else failing)
    return done.stdout
