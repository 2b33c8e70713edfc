"""Documents as pytest tests, run by pytest's own `pytester`.

What is first imported in a run in this process is forgotten after it, and a second import would
make a second class of each name: so what the plugin imports is imported here.
"""

import os
import subprocess
import sys
from xml.etree import ElementTree

import pytest
from pages import GLOSSED
from pytest_runs import DAMAGED, LATIN, PNG, outcomes, run

import textproof
import textproof.pytest_documents
from textproof.cli import main

pytest_plugins = ["pytester"]


def test_each_document_is_a_test_whose_node_id_is_its_path(project):
    """Those of a folder and those that are named; the run fails as pytest's do."""
    result = run(project, "-v", "docs", "README.md")
    assert outcomes(result) == {
        "docs/clean.md": "PASSED",
        "docs/menu.md": "FAILED",
        "README.md": "PASSED",
    }
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_failing_document_shows_its_report_and_no_traceback(project):
    """The place, the damage, the repair and the next command, under the path."""
    result = run(project, "docs/menu.md")
    result.stdout.fnmatch_lines(
        [
            "*_ textproof docs/menu.md _*",
            "docs/menu.md: fail (utf-8)",
            "*3:4 error*wrong-decode: UTF-8 read as windows-1252",
            "*│ CafÃ© au lait",
            "1 safe repair: textproof fix docs/menu.md",
            "FAILED docs/menu.md*",
        ]
    )
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_clean_documents_pass(project):
    """The exit status is pytest's."""
    assert run(project, "docs/clean.md", "README.md").ret == pytest.ExitCode.OK


def test_without_the_option_nothing_is_a_document(project):
    """Even a file that is named."""
    assert project.runpytest_inprocess("docs").ret == pytest.ExitCode.NO_TESTS_COLLECTED


def test_documents_run_beside_python_tests(project):
    """A Python file is a test, named or not, and no document."""
    project.makepyfile(test_a="def test_a(): pass")
    result = run(project, "-v", "docs/clean.md", "test_a.py")
    assert outcomes(result) == {"docs/clean.md": "PASSED", "test_a.py::test_a": "PASSED"}


@pytest.mark.parametrize(
    ("arguments", "ran"),
    [
        (("-k", "menu"), ["docs/menu.md"]),
        (("-k", "docs and not menu"), ["docs/clean.md"]),
        (("-k", "docs/clean.md"), ["docs/clean.md"]),
        (("-m", "textproof", "-k", "not menu"), ["docs/clean.md", "README.md"]),
        (("-m", "not textproof"), ["test_a.py::test_a"]),
        (("--deselect", "docs/menu.md", "docs"), ["docs/clean.md"]),
        (("--ignore", "docs", "."), ["README.md", "test_a.py::test_a"]),
    ],
)
def test_documents_are_selected_like_other_tests(project, arguments, ran):
    """By name, by folder, by marker, by node id."""
    project.makepyfile(test_a="def test_a(): pass")
    paths = () if arguments[-1] in ("docs", ".") else ("docs", "README.md", "test_a.py")
    result = run(project, "-v", "--strict-markers", *arguments, *paths)
    assert sorted(outcomes(result)) == sorted(ran)


def test_the_failed_ones_run_again(project):
    """`--lf` finds a document by its node id."""
    run(project, "docs", "README.md")
    assert list(outcomes(run(project, "-v", "--lf", "docs", "README.md"))) == ["docs/menu.md"]


def test_the_paths_of_the_configuration_are_checked(project):
    """`testpaths` and `addopts` stand for arguments, from the root folder."""
    project.makeini("[pytest]\naddopts = --textproof -v\ntestpaths = docs\n")
    assert sorted(outcomes(project.runpytest_inprocess())) == ["docs/clean.md", "docs/menu.md"]


def test_the_files_of_folders_can_be_configured(project):
    """`textproof_files` takes the place of `include`; a file that is named needs neither."""
    (project.path / "docs" / "a.log").write_text("Clean.\n")
    (project.path / "NOTES").write_text("Clean.\n")
    project.makeini("[pytest]\ntextproof_files = docs/*.log *.x\n")
    assert list(outcomes(run(project, "-v", "docs", "NOTES"))) == ["docs/a.log", "NOTES"]


def test_the_configuration_of_textproof_holds(project):
    """The one of the root folder: its `exclude`, its rules, what fails."""
    (project.path / "docs" / "headings.md").write_text("## A\n\n## B\n\ntext\n")
    (project.path / "textproof.toml").write_text('fail-on = "warning"\nexclude = ["docs/menu.md"]')
    result = run(project, "-v", "docs")
    assert outcomes(result) == {"docs/clean.md": "PASSED", "docs/headings.md": "FAILED"}


def test_what_the_baseline_of_the_configuration_records_is_left_out(project):
    """A document whose findings are all known passes; another finding in it fails it."""
    (project.path / "textproof.toml").write_text('baseline = "known.json"')
    assert main(["baseline", "docs"]) == 0
    run(project, "docs").assert_outcomes(passed=2)
    menu = project.path / "docs" / "menu.md"
    menu.write_text(f"{DAMAGED}\nThÃ© vert\n", encoding="utf-8")
    result = run(project, "docs")
    result.assert_outcomes(passed=1, failed=1)
    assert "ThÃ© vert" in str(result.stdout)
    assert "au lait" not in str(result.stdout)


def test_a_baseline_that_is_not_there_is_a_usage_error(project):
    """In one sentence, that says how to make one."""
    (project.path / "textproof.toml").write_text('baseline = "known.json"')
    result = run(project, "docs")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    assert "textproof: no such baseline: known.json" in str(result.stderr)


def test_a_contract_covers_documents_by_their_path_from_the_root(project):
    """Also where pytest is called in a folder below."""
    (project.path / "pyproject.toml").write_text(
        "[tool.pytest.ini_options]\n"
        "[tool.textproof.type.page]\nfiles = ['docs/clean.md']\n"
        "[tool.textproof.type.page.fields]\nauthor = {}\n"
    )
    project.chdir()
    os.chdir("docs")
    result = run(project, "clean.md")
    result.stdout.fnmatch_lines(["clean.md: fail (utf-8, page)", "*missing-field: no field*"])


def test_a_configuration_that_cannot_be_used_is_a_usage_error(project):
    """In one sentence, with pytest's exit status for it."""
    (project.path / "textproof.toml").write_text("selct = []")
    result = run(project, "docs")
    result.stderr.fnmatch_lines(["ERROR: textproof: *unknown key “selct”*"])
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_the_findings_of_a_document_that_passes_can_be_shown(project):
    """A warning fails nothing by default, and `-rP` has it."""
    (project.path / "headings.md").write_text("## A\n\n## B\n\ntext\n")
    result = run(project, "-rP", "headings.md")
    result.stdout.fnmatch_lines(["headings.md: pass (utf-8)", "*warning empty-section: *"])
    assert result.ret == pytest.ExitCode.OK


def test_every_finding_is_shown_on_demand(project):
    """`-vv` leaves none out; without it the first three of a rule are shown."""
    (project.path / "glossed.txt").write_text(GLOSSED * 2, encoding="utf-8")
    count = [
        str(run(project, "glossed.txt", *v).stdout).count("injected after") for v in ([], ["-v"])
    ]
    assert count == [3, 3]
    assert str(run(project, "glossed.txt", "-vv").stdout).count("2:16 error") >= 1


def test_what_is_no_text_is_skipped_in_a_folder_and_fails_where_it_is_named(project):
    """With what it is."""
    (project.path / "docs" / "image.txt").write_bytes(PNG)
    result = run(project, "-rs", "docs", "-k", "image")
    result.stdout.fnmatch_lines(["SKIPPED * docs/image.txt: a PNG image"])
    result = run(project, "docs/image.txt")
    result.stdout.fnmatch_lines(["docs/image.txt: unreadable (no text)"])
    assert result.ret == pytest.ExitCode.TESTS_FAILED


def test_a_file_that_cannot_be_opened_fails(project, monkeypatch):
    """The error says which file, and the other documents are checked."""

    def refuse(found):
        raise PermissionError(13, "Permission denied", found.path)

    monkeypatch.setattr("textproof.pytest_documents.read_document", refuse)
    result = run(project, "docs/clean.md")
    result.stdout.fnmatch_lines(["*PermissionError: *Permission denied*clean.md*"])
    assert result.ret == pytest.ExitCode.TESTS_FAILED


@pytest.mark.parametrize("name", ["a.txt", "test_a.txt", "a.rst"])
def test_a_text_that_pytest_would_read_for_doctests_is_a_document(project, name):
    """One that is not UTF-8 fails as a document and is no error of collection."""
    (project.path / name).write_bytes(LATIN)
    result = run(project, name)
    result.stdout.fnmatch_lines([f"{name}: fail (cp1252)"])
    result.assert_outcomes(failed=1)


def test_doctests_of_a_document_still_run(project):
    """A text with examples is a doctest and a document."""
    (project.path / "a.txt").write_text(">>> 1 + 1\n2\n")
    run(project, "a.txt").assert_outcomes(passed=2)


def test_git_ignored_documents_are_left_out(project):
    """As on the command line."""
    subprocess.run(["git", "init", "--quiet", str(project.path)], check=True)
    (project.path / ".gitignore").write_text("menu.md\n")
    assert list(outcomes(run(project, "-v", "docs"))) == ["docs/clean.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_hostile_names_do_no_harm(project):
    """They are made visible in node ids, and survive reports and other processes."""
    names = [b"a\n.md", b"\xff.md", b"x::y.md", b"x::().md", b"[1].md", b"\x1b[31m.md", b"<&>.md",
             b"-x.md", b"a b.md", b"%s.md"]  # fmt: skip
    for name in names:
        with open(os.fsencode(project.path) + b"/docs/" + name, "wb") as file:
            file.write(GLOSSED.encode())
    arguments = ("--textproof", "-v", "-n", "2", "--junitxml=out.xml", "docs")
    result = project.runpytest_subprocess(*arguments)
    result.assert_outcomes(failed=11, passed=1)
    assert "\x1b[31m" not in str(result.stdout)
    shown = {case.get("name") for case in ElementTree.parse("out.xml").iter("testcase")}
    assert {
        "docs.a⏎.md", "docs.⟨FF⟩.md", "docs.x:⟨U+003A⟩y.md", "docs.x:⟨U+003A⟩().md", "docs.[1].md",
        "docs.⟨U+001B⟩[31m.md", "docs.<&>.md", "docs.-x.md", "docs.a b.md", "docs.%s.md",
    } < shown  # fmt: skip


def test_a_junit_report_has_the_documents(project):
    """A test case each, the report of the document as the failure."""
    (project.path / "docs" / "image.txt").write_bytes(PNG)
    run(project, "--junitxml=out.xml", "docs")
    cases = {case.get("name"): case for case in ElementTree.parse("out.xml").iter("testcase")}
    assert list(cases) == ["docs.clean.md", "docs.image.txt", "docs.menu.md"]
    assert [element.tag for element in cases["docs.image.txt"]] == ["skipped"]
    (failure,) = cases["docs.menu.md"]
    assert "wrong-decode: UTF-8 read as windows-1252" in failure.text
    assert list(cases["docs.clean.md"]) == []


def test_several_processes_check_the_same_documents(project):
    """With pytest-xdist the outcomes and the reports are those of one process."""
    result = project.runpytest_subprocess("--textproof", "-n", "2", "docs", "README.md")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(["docs/menu.md: fail (utf-8)", "FAILED docs/menu.md*"])


def test_the_plugin_imports_nothing_of_textproof_where_it_is_not_used(pytester):
    """A run without documents loads the plugin's module alone."""
    pytester.makepyfile(
        """
        import sys

        def test_a():
            loaded = {name for name in sys.modules if name.startswith("textproof")}
            assert loaded == {"textproof", "textproof.pytest_plugin"}
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(passed=1)


def test_the_plugin_can_be_left_out(project):
    """Under the name `textproof`."""
    command = [sys.executable, "-m", "pytest", "-p", "no:textproof", "--textproof", "docs"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "unrecognized arguments: --textproof" in done.stderr


def test_the_entry_point_is_installed():
    """pytest finds the plugin by it."""
    from importlib.metadata import entry_points

    (found,) = entry_points(group="pytest11", name="textproof")
    assert found.load() is sys.modules["textproof.pytest_plugin"]
    assert found.dist.version == textproof.__version__


def test_lines_that_recur_in_a_folder_are_found_by_the_plugin_too(project):
    """Where a contract asks for them, as the command line does."""
    (project.path / "textproof.toml").write_text(
        "fail-on = 'info'\n[type.news]\nfiles = 'news/*'\nboilerplate.repeated = 0.5\n"
    )
    (project.path / "news").mkdir()
    for number in range(3):
        story = f"On day {number} the harbour was open.\n\nMore stories from the harbour\n"
        (project.path / "news" / f"{number}.txt").write_text(story)
    result = run(project, "-v", "news")
    assert set(outcomes(result).values()) == {"FAILED"}
    result.stdout.fnmatch_lines(["*More stories from the harbour*"])
