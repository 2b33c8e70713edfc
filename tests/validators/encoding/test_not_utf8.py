"""Documents in legacy encodings, and bytes that are no text."""

import pytest
from cases import check_case, rule_cases

from textproof import Config, check_bytes

KOREAN = (
    "<title>방앗간</title><p>방앗간은 강가에 있고, 물레방아는 아침부터 저녁까지 돌아갑니다.</p>"
)
GERMAN = (
    "<text>Die Mühle am Fluß mahlt für die Bäcker der Stadt. Im Frühling wächst das Gras.</text>"
)


@rule_cases(__file__)
def test_not_utf8(case):
    """The rule finds what the case says, and nothing else."""
    check_case(case, "not-utf8")


def severity_of(data: bytes, path: str) -> str:
    """How bad it is that a document is not UTF-8."""
    findings = check_bytes(data, path=path, config=Config(select=("not-utf8",))).findings
    assert [finding.repair.encoding for finding in findings if finding.repair] == ["utf-8"]
    return str(findings[0].severity)


@pytest.mark.parametrize(
    ("text", "codec", "path"),
    [
        (f'<meta charset="euc-kr">{KOREAN}', "cp949", "a.html"),
        (f'<?xml version="1.0" encoding="ISO-8859-1"?>\n{GERMAN}', "latin-1", "a.xml"),
        (f"# -*- coding: latin-1 -*-\n{GERMAN}", "latin-1", "a.txt"),
    ],
)
def test_a_document_that_is_what_it_declares_is_a_warning(text, codec, path):
    """A browser and an XML parser read it as its author wrote it."""
    assert severity_of(text.encode(codec), path) == "warning"


@pytest.mark.parametrize(
    ("text", "codec", "path"),
    [
        (KOREAN, "cp949", "a.html"),
        (f'<meta charset="utf-8">{KOREAN}', "cp949", "a.html"),
        (f'<meta charset="gbk">{KOREAN}', "cp949", "a.html"),
        (f'<meta charset="none-such">{KOREAN}', "cp949", "a.html"),
        (f'<?xml version="1.0" encoding="ISO-8859-5"?>\n{GERMAN}', "latin-1", "a.xml"),
        (f"Its page says <meta charset='euc-kr'>.\n{KOREAN}", "cp949", "a.txt"),
    ],
)
def test_a_document_that_is_not_what_it_declares_is_an_error(text, codec, path):
    """Nobody who heeds what it says reads it right."""
    assert severity_of(text.encode(codec), path) == "error"
