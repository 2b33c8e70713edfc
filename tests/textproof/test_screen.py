"""The screen: which rules can fire on a document, by what they need."""

import pytest

from textproof.decoding import Decoded, decode
from textproof.document import Document
from textproof.finding import Severity
from textproof.rule import Rule, characters, fact, pattern
from textproof.screen import Screen

HANS = "我们讨论了这个问题，并决定从长计议。"
HANT = "我們討論了這個問題，並決定從長計議。"


def candidates(needs, text, format="plain"):
    """The names of the rules that can fire, each of which has one of some needs."""
    rules = [
        Rule(name, "v", "m", Severity.INFO, needed, (), "A rule.") for name, needed in needs.items()
    ]
    document = Document(Decoded(text, "utf-8"), format=format)
    return [rule.name for rule in Screen(rules).candidates(document)]


def with_literal(expression, literal):
    return pattern(expression)._replace(literal=literal)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", []),
        ("a?", ["ascii"]),
        ("naïve", ["latin"]),
        ("и?", ["ascii", "cyrillic", "letters"]),
        ("ï Привет и ты", ["latin", "cyrillic", "letters"]),
    ],
)
def test_each_rule_is_asked_about_its_own_characters(text, expected):
    """All characters are looked for at once, and one that is found ends no search for others."""
    needs = {
        "ascii": (characters("?!"),),
        "latin": (characters("à-ÿ"),),
        "cyrillic": (characters("а-я"),),
        "letters": (characters("и"), characters("z")),
    }
    assert candidates(needs, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (HANS + "仂", ["any", "zh", "hans"]),
        (HANT + "仂", ["any", "zh"]),
        ("山水人口仂", ["any", "zh"]),
        ("この仂はひらがな", ["any"]),
        ("the sign 仂 in a text in English, which is long enough to be none in Chinese", ["any"]),
        (HANS, []),
    ],
)
def test_characters_of_a_language_count_in_it_only(text, expected):
    """zh is Chinese of either variant, and of none that can be told."""
    needs = {
        "any": (characters("仂"),),
        "zh": (characters("仂", language="zh"),),
        "hans": (characters("仂", language="zh-Hans"),),
    }
    assert candidates(needs, text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a??", ["twice"]),
        ("a?b", ["letter"]),
        ("a?b??", ["twice", "letter"]),
        ("a?", []),
        ("年年?", ["year"]),
    ],
)
def test_patterns_that_begin_alike_are_told_apart(text, expected):
    """They are searched for together, then each on its own."""
    needs = {
        "twice": (with_literal(r"\?(?=\?)", "?"),),
        "letter": (with_literal(r"\?(?=[a-z])", "?"),),
        "year": (with_literal("年(?=年)", "年"), with_literal("x(?=y)", "x")),
    }
    assert candidates(needs, text) == expected


def test_a_format_is_a_fact():
    """A rule may need the name of the format."""
    assert candidates({"page": (fact("html"),)}, "<p>", "html") == ["page"]
    assert candidates({"page": (fact("html"),)}, "<p>", "markdown") == []


def test_a_page_is_asked_about_its_text_and_its_prose():
    """What an entity stands for counts like the character."""
    needs = {"letter": (characters("é"),), "marks": (with_literal("x(?=é)", "x"),)}
    assert candidates(needs, "<p>x&eacute;</p>", "html") == ["letter", "marks"]


def test_of_what_cannot_be_read_nothing_else_is_asked():
    """A document that is no text has that fact alone."""
    rules = [
        Rule("none", "v", "m", Severity.INFO, (fact("unreadable"),), (), "A rule."),
        Rule("plain", "v", "m", Severity.INFO, (fact("plain"), characters("\0")), (), "A rule."),
    ]
    document = Document(decode(b"\x7fELF\0\0\0\xff\xfe\0" * 20))
    assert document.decoded.encoding is None
    assert [rule.name for rule in Screen(rules).candidates(document)] == ["none"]
    assert [r.name for r in Screen(rules).candidates(Document(decode(b"text")))] == ["plain"]
