"""Whether a reading of a text in another encoding is better than the text by enough."""

import pytest

from textproof.better_readings import is_better


@pytest.mark.parametrize(
    ("text", "reading", "gain"),
    [
        ("Ïðèâåò, ìèð", "Привет, мир", 40),
        ("ÄãºÃ£¬ÊÀ½ç¡£", "你好，世界。", 60),
        ("nos trъs meses", "nos três meses", 10),
        ("epКonnis ekstejК", "epäonnis ekstejä", 30),  # not “epKonnis”: no look-alike
        ("ćMaskaÓ, äto joä", "„Maska”, što još", 60),  # quotes were letters
        ("n\x84chste Stra\x9ae", "nächste Straße", 40),
    ],
)
def test_a_better_reading(text, reading, gain):
    """Letters of one language come out, in words."""
    assert is_better(text, reading, gain, 20)


@pytest.mark.parametrize(
    ("text", "reading", "gain"),
    [
        ("NFκB and gμν", "NFêB and gěí", 25),  # science
        ("раypal", "ðàypal", 25),  # look-alikes
        ("MicroDVD subczіtraў", "MicroDVD subczötraş", 25),  # Belarusian in Latin letters
        ("“pаypal”", "“pàypal”", 12),
        ("Mexikańska", "Mexikaņska", 10),  # a language that is not known
        ("it\x92s", "it’s", 40),  # the rule control-residue's
        ("تم حذف", "Кг НРЭ", 12),  # words by chance
        ("naïve", "na<ve", 30),  # a letter lost
    ],
)
def test_no_better_reading(text, reading, gain):
    """What clean text holds, and what other rules own."""
    assert not is_better(text, reading, gain, 20)
