"""Front matter that no reader can read, and horizontal rules that open none."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_broken_front_matter(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "broken-front-matter")
