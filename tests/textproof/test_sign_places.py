"""Signs of a wrong decoding are found one by one where a search for all at once finds them."""

import random
import re

import pytest

from textproof.repertoire import Repertoire
from textproof.sign_places import (
    CAPITALS,
    CONTINUES,
    LEADS,
    has_sign,
    sign_places,
    signs_among,
)
from textproof.tables.misread_signs import SIGNS

ALL_AT_ONCE = re.compile(
    f"[{re.escape(SIGNS)}{CONTINUES}](?:(?<=[^\x00-\x7f][{re.escape(SIGNS)}])"
    f"|(?<=[{re.escape(SIGNS)}])(?=[^\x00-\x7f])|(?<=[{LEADS}].)"
    f"|(?<=[a-z][{CAPITALS}].)(?=[a-z])|(?<=[a-zà-ÿ]Ã)(?=[ ,.]))"
    f"|[{CAPITALS}](?<=[a-z].)(?=[^\x00-\x7f])"
)
"""The same as one pattern, which says it from the second of two characters."""


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("repeated", [1, 900], ids=["small", "large"])
def test_a_line_has_a_sign_where_one_pattern_for_all_finds_one(seed, repeated):
    chance = random.Random(seed)
    beyond = f"{SIGNS}{LEADS}ÀÉÜÃÂăéàïa“”–…›™\ufffdÄÖ\x80\xa0"
    for _ in range(200 if repeated == 1 else 4):
        line = "".join(
            chance.choice(beyond) if chance.random() < 0.4 else chance.choice("aAzé ,.Ã")
            for _ in range(12)
        )
        text = f"{line}\n" * repeated
        found = list(sign_places(text, signs_among(Repertoire(text))))
        assert bool(found) == bool(ALL_AT_ONCE.search(text)) == has_sign(text), line


def test_the_places_are_those_of_the_signs():
    text = "für\ncafÃ© und KÄ–N\n" * 3
    places = list(sign_places(text, signs_among(Repertoire(text))))
    assert {text[place] for place in places} == {"Ã", "Ä"}
    assert len(places) == 6
