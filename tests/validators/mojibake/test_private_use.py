"""Private-use characters, and those with a code point of their own."""

import unicodedata

from cases import check_case, rule_cases

from textproof.tables.private_use import ADOBE, BULLETS, GB18030, SYMBOLS


@rule_cases(__file__)
def test_private_use(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "private-use")


def test_a_table_maps_private_characters_to_others():
    """Every key is private, and what it means is one character that is not."""
    for table in (ADOBE, BULLETS, GB18030, SYMBOLS):
        assert all(unicodedata.category(char) == "Co" for char in table)
        assert all(len(char) == 1 and unicodedata.category(char) != "Co" for char in table.values())


def test_the_table_agrees_with_the_standard():
    """Rows of GBK's own characters meet their code points: the first, a late one and the last."""
    assert len(GB18030) == 92
    assert [GB18030[char] for char in "\ue815\ue81e\ue864\ue7c7\ue78d"] == list("⺁龴龻ḿ︐")
