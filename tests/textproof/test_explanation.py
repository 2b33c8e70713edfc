"""What happened to a text: the chain of wrong decodings, and the text as it was meant."""

import pytest

import textproof
from textproof.codec_bytes import DOUBLE_BYTE, SINGLE_BYTE, bytes_of

SENTENCES = {
    "cs": "Příliš žluťoučký kůň úpěl ďábelské ódy, když ho zavřeli do stáje.",
    "ru": "Съешь же ещё этих мягких французских булок, да выпей чаю.",
    "el": "Το φως της ημέρας έμπαινε από το ανοιχτό παράθυρο του σπιτιού.",
    "zh": "今天的天气很好，我们一起去公园里走走，看看春天的花。",
    "de": "Der Müller läßt heute früh sein Mühlrad über die Straße schaffen.",
}

ASCII = set(map(chr, range(128)))


def read_as(text, codec):
    """A text in UTF-8 as an encoding reads it; None where it does not."""
    if codec in DOUBLE_BYTE:
        try:
            return text.encode().decode(codec)
        except UnicodeDecodeError:
            return None
    chars = {data: char for char, data in bytes_of(codec).items()}
    data = text.encode().decode("latin-1")
    return "".join(chars.get(c, c) for c in data) if chars.keys() >= set(data) - ASCII else None


@pytest.mark.parametrize("language", SENTENCES)
@pytest.mark.parametrize("codec", [*SINGLE_BYTE, *DOUBLE_BYTE])
def test_utf_8_read_as_any_encoding_is_given_back(codec, language):
    """A sentence that lost nothing on its way comes back whole."""
    damaged = read_as(SENTENCES[language], codec)
    if damaged is None:
        pytest.skip(f"{codec} does not read this sentence without loss")
    assert textproof.explain(damaged).text == SENTENCES[language]


@pytest.mark.parametrize(
    ("true", "wrong", "language"),
    [
        ("cp1251", "cp1252", "ru"),
        ("cp1251", "koi8-r", "ru"),
        ("koi8-r", "cp1251", "ru"),
        ("cp866", "cp1251", "ru"),
        ("cp1250", "cp1252", "cs"),
        ("cp1253", "cp1252", "el"),
        ("gbk", "cp1252", "zh"),
        ("gbk", "cp1251", "zh"),
        ("big5", "cp1252", "zh"),
        ("gbk", "shift_jis", "zh"),
        ("cp850", "cp1252", "de"),
    ],
)
def test_one_legacy_encoding_read_as_another_is_named_and_undone(true, wrong, language):
    """The chain says what the bytes were in, and what they were read as."""
    text = SENTENCES[language]
    if true == "big5":
        text = "今天的天氣很好，我們一起去公園裡走走，看看春天的花。"
    try:
        damaged = text.encode(true).decode(wrong)
    except UnicodeDecodeError:
        pytest.skip(f"{wrong} does not read this sentence without loss")
    explained = textproof.explain(damaged)
    assert explained.text == text
    assert not explained.proved


@pytest.mark.parametrize("layers", [2, 3])
@pytest.mark.parametrize("codec", ["cp1252", "latin-1", "cp1251", "mac-roman"])
def test_what_was_read_wrongly_several_times_has_a_longer_chain(codec, layers):
    """Each layer is one pair of the chain, and two steps to undo it."""
    damaged = SENTENCES["cs"]
    for _ in range(layers):
        damaged = read_as(damaged, codec)
    explained = textproof.explain(damaged)
    assert explained.text == SENTENCES["cs"]
    assert explained.chain == (("utf-8", codec),) * layers
    assert explained.steps == (("encode", codec), ("decode", "utf-8")) * layers
    assert explained.proved


@pytest.mark.parametrize("text", [*SENTENCES.values(), "", "It is fine.", "«été», CAFÉ®"])
def test_a_clean_text_has_no_chain(text):
    """And it is given back as it is."""
    explained = textproof.explain(text)
    assert (explained.text, explained.chain, explained.runs) == (text, (), ())
    assert str(explained) == "nothing was read with a wrong encoding"


def test_a_short_text_that_somebody_asks_about_is_looked_at_too():
    """Two characters are too few for a check, and enough for a question."""
    explained = textproof.explain("浣犲ソ")
    assert (explained.text, str(explained)) == ("你好", "UTF-8 read as GBK")


def test_the_command_explains_a_text(run):
    """The text as it was meant, the chain, and how to undo it."""
    status, shown, _ = run("explain", "--text", "CafÃ© crÃ¨me")
    assert status == 0
    assert shown.splitlines()[:2] == ["Café crème", "  UTF-8 read as windows-1252"]
    assert "encode cp1252, decode utf-8" in shown


def test_the_command_wants_a_rule_or_a_text(run):
    """Neither is an error of usage."""
    status, _, error = run("explain")
    assert status == 2
    assert "RULE" in error
