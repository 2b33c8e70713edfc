"""Words of several alphabets that can be no slip of look-alikes."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_mixed_script_word(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "mixed-script-word")
