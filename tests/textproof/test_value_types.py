"""The types of a field's value."""

import pytest

from textproof.value_types import number_of, wrong_type


@pytest.mark.parametrize(
    ("value", "type"),
    [
        *((value, "number") for value in ("0", "12", "-3.5", "1,250", "1 250 000", "3,14", "1e6")),
        *((value, "number") for value in ("１２", "−7", "1'000.50", ".5", "+4")),
        *(
            (value, "url")
            for value in (
                "https://example.org",
                "http://example.org:8080/a?b=c#d",
                "https://xn--bcher-kva.example/",
                "https://例え.テスト/",
                "ftp://user@host/file",
                "http://[::1]/",
                "http://localhost",
                "file:///etc/hosts",
                "HTTPS://EXAMPLE.ORG/%E4%B8%AD",
            )
        ),
        *((value, "email") for value in ("ada@example.org", "a.b+c@mail.example.co", "я@почта.рф")),
        *(
            (value, "language")
            for value in ("en", "zh-Hant", "zh-Hant-TW", "pt-BR", "de-CH-1996", "yue", "es-419")
        ),
        *((value, "language") for value in ("EN", "en-x-twain", "de-DE-u-co-phonebk")),
        ("anything", "text"),
        ("no date", "date"),
    ],
)
def test_a_value_of_its_type(value, type):
    """Nothing is wrong with it. That a date is one is another rule's."""
    assert wrong_type(value, type) is None


@pytest.mark.parametrize(
    ("value", "type", "why"),
    [
        *(
            (v, "number", "no number")
            for v in ("twelve", "12 kg", "1.2.3", "1,2,3", "", "-", "NaN")
        ),
        *((v, "number", "no number") for v in ("1,25,000", "12-13", "0x1F", "１２個")),
        ("example.org", "url", "no scheme"),
        ("/a/b", "url", "no scheme"),
        ("mailto:ada@example.org", "url", "no scheme"),
        ("https://", "url", "no URL"),
        ("https:///a", "url", "no host"),
        ("https://exa mple.org", "url", "white space"),
        ("https://example.org:99999/", "url", "no such port"),
        ("https://-example-/", "url", "no host"),
        ("http:/example.org", "url", "no scheme"),
        *((v, "email", "no e-mail") for v in ("ada", "ada@", "@x.org", "ada@example", "a b@x.org")),
        *((v, "email", "no e-mail") for v in ("ada@@x.org", "a..b@x.org", "ada.@x.org")),
        ("english", "language", "no language tag"),
        ("zh_TW", "language", "did you mean “zh-TW”?"),
        ("jp", "language", "“jp” is no language"),
        ("cn-Hans", "language", "“cn” is no language"),
        ("中文", "language", "no language tag"),
        ("en-", "language", "no language tag"),
    ],
)
def test_a_value_that_is_none(value, type, why):
    """What is wrong with it is the end of a sentence about it."""
    assert why in wrong_type(value, type)


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("1,250", 1250),
        ("1.250", 1.25),
        ("1.250.000", 1250000),
        ("1,25", 1.25),
        ("1 250,5", 1250.5),
        ("2e3", 2000),
    ],
)
def test_the_number_of_a_value(value, number):
    """Marks of thousands are left out, and a comma may be the point."""
    assert number_of(value) == number
