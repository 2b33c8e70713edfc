"""Error pages, login walls, robot checks and apologies, and texts about them."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_wrong_document(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "wrong-document")
