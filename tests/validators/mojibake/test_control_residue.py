"""C1 controls left over from windows-1252, and controls that are none of it."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_control_residue(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "control-residue")
