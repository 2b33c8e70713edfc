"""JSON-LD that no reader can read, articles without what makes them one."""

from cases import check_case, rule_cases


@rule_cases(__file__)
def test_broken_json_ld(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "broken-json-ld")
