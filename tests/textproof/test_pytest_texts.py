"""`assert_text_ok`: texts that a test has at hand."""

import pytest
from pages import GLOSSED
from pytest_runs import DAMAGED

pytest_plugins = ["pytester"]


def test_a_text_that_passes_is_ok(pytester):
    """The fixture needs no option, and takes the place of no other check."""
    pytester.makepyfile("def test_a(assert_text_ok): assert_text_ok('clean', path='a.md')")
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


@pytest.mark.parametrize(
    ("arguments", "outcome"),
    [
        ("", "AssertionError"),
        ("path='a.md'", "AssertionError"),
        ("select=['encoding']", None),
        ("ignore=['mojibake']", None),
        ("select=['mojibake'], ignore=['wrong-decode']", "AssertionError"),
        ("format='word'", "ValueError"),
        ("select=['wrong-decod']", "ConfigError"),
    ],
)
def test_a_text_is_checked_as_it_is_asked_for(pytester, arguments, outcome):
    """By format and rules; a damaged text raises, and so does a name that is not there."""
    pytester.makepyfile(
        f"""
        import pytest, textproof

        def test_a(assert_text_ok):
            try:
                assert_text_ok({GLOSSED!r}, {arguments})
            except Exception as error:
                assert type(error).__name__ == {outcome!r}
                assert {outcome!r} != "AssertionError" or "pinyin-gloss: " in str(error)
            else:
                assert {outcome!r} is None
        """
    )
    pytester.runpytest_inprocess().assert_outcomes(passed=1)


def test_the_failure_of_a_text_points_to_the_test(pytester):
    """The report stands under the line that asserts, with no frame of textproof."""
    pytester.makepyfile(
        f"def test_a(assert_text_ok):\n    assert_text_ok({DAMAGED!r}, path='a.md')"
    )
    result = pytester.runpytest_inprocess()
    result.stdout.fnmatch_lines(
        [">*assert_text_ok(*", "E *AssertionError: a.md: fail (utf-8)", "E *wrong-decode: *"]
    )
    result.stdout.no_fnmatch_line("*pytest_plugin.py*")


def test_a_text_is_checked_under_the_configuration(pytester):
    """What the project allows is meant in a text too."""
    (pytester.path / "textproof.toml").write_text("allow = ['Ã©']", encoding="utf-8")
    pytester.makepyfile(f"def test_a(assert_text_ok): assert_text_ok({DAMAGED!r})")
    pytester.runpytest_inprocess().assert_outcomes(passed=1)
