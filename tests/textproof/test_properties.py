"""What holds for any text and any bytes."""

from hypothesis import example, given
from hypothesis import strategies as st

from textproof import Config, Severity, check_bytes, check_text, fix_text
from textproof.decoding import Decoded, decode, encoded_length
from textproof.document import Document
from textproof.formats._index import SUFFIXES
from textproof.rule import Options
from textproof.screen import Screen

DAMAGED = [
    *(
        "\u200b",
        "\u200b\u200b",
        "\u200c",
        "\u200d",
        "\u2060",
        "\xad",
        "\u034f",
        "\u2063",
        "\u2800",
        "\u3164",
    ),
    *(
        "\ufe0f",
        "❤\ufe0f",
        "\U0001f469\u200d\U0001f4bb",
        "→\ufe0f",
        "葛\U000e0100",
        "\U000e0041\U000e0042",
    ),
    *(
        "\ufb01",
        "of\ufb01ce",
        "\ufee3\ufeae\ufea3\ufe92\ufe8e",
        "\ufe8e\ufe92\ufea3\ufeae\ufee3",
        "\ufb2e",
    ),
    *(
        "⽂",
        "⿊",
        "\uf997",
        "\U0002f800",
        "Ｐython",
        "ＣＰＵ",
        "１２",
        "e\u0301",
        "\u1112\u1161\u11ab",
        "\u212b",
    ),
    *("\u200e", "\u200f", "א", "\u202a", "\u202c", "\u2069", "&#x202e;", "&#8203;", "U+200B", "@"),
    *(
        "企業(yè)",
        "發(fā)展",
        "戰(zhàn)",
        "學(xué)",
        "《文學?人生》",
        "黨,黨",
        "、。“”《》",
        "并",
        "統一",
        "战线",
    ),
    *("Ã©", "â€œ", "ï¿½", "\ufffd\ufffd", "?", " ?\n", "😀", "ab", "中文", "日本語です", "한국어"),
    *(
        "pаypal",
        "Hастройка",
        "αβγx",
        "сору ",
        "https://pаypal.com ",
        "jo@gооgle.com",
        "xn--80ak6aa92e",
    ),
    *("１2", "12٣4", "٤۴", "[0-9٠-٩]"),
    *("\ufeff", "\x93", "\x92", "\0", "\x1b[0m", "\u202e", "\u2066", "\ud800", "\udc92", "\u2028"),
    *(
        "更多>>",
        "相關閱讀\n",
        "# A\n\n# B\n",
        "=====\n",
        "打印\n",
        "T+\n",
        "---\n",
        "title: a: b\n",
    ),
    *("發布時間：2022-02-30來源：", "Date: 2022-02-30", "Published: 2021-01-01Source: x"),
    *("`", "```\n", "<h2>a</h2>", "&eacute;", "&#65533;", "<!--", "\r\n", "\r", "\n", " ", "\t"),
    *("textproof: ignore", "<!-- textproof: ignore -->", ".. textproof: ignore\n\n"),
    *('\nmsgid "', '"\nmsgstr "', '"\n', '{"a": "', '"}', "\\u00e9", "a: ", ",", ";"),
    *("A\n***\n\nB\n***\n", "::\n\n  ", ".. note:: ", "<sec><title>a</title></sec>", "<![CDATA["),
    *(
        "\uf0b7",
        "\ue816",
        "\uf061",
        "\uf8ff",
        "a\u0334\u0349\u0357\u0311\u0300",
        "b\u0334\u0349\u0357",
    ),
    *(
        "caf■s",
        "du¤¤de",
        "\ufffc",
        "see □□□ now",
        "t h e  r i v e r  r o s e ",
        "п о е з д  и д ё т ",
    ),
    *("األولى ", "االسم ", "\nt\nh\ne\nr\ni\nv\ne\nr\n", "\n我\n们\n的\n河\n水\n我\n们\n看\n"),
    *(
        "exam- ple example ",
        "docu- ment ",
        "con- tent ",
        " rose.1 Many",
        " left,2 and",
        " end.3 So ",
    ),
]
"""Pieces that look like damage or like what surrounds it: joined at random they fire most rules."""

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=200)
TEXTS = st.lists(st.sampled_from(DAMAGED) | ANY_TEXT, max_size=20).map("".join)
FORMATS = st.sampled_from(["plain", *sorted(set(SUFFIXES.values()) - {"plain"})])
RULES = Config().rules


def line_and_column(text, offset):
    """The place of an offset, counted the slow way. Between CR and LF the line has not ended."""
    line = column = 1
    for index in range(offset):
        ends = text[index] == "\n" or (text[index] == "\r" and text[index + 1 : index + 2] != "\n")
        line, column = (line + 1, 1) if ends else (line, column + 1)
    return line, column


@given(TEXTS, FORMATS)
def test_offsets_lines_columns_and_bytes_agree(text, format):
    """Every finding's places are one place, counted in four ways."""
    for finding in check_text(text, format=format).findings:
        assert 0 <= finding.start <= finding.end <= len(text)
        assert finding.text == text[finding.start : finding.end][:2000]
        assert (finding.line, finding.column) == line_and_column(text, finding.start)
        assert (finding.end_line, finding.end_column) == line_and_column(text, finding.end)
        assert finding.byte_start == encoded_length(text[: finding.start])
        assert finding.byte_end == encoded_length(text[: finding.end])
        line_start = finding.start - finding.column + 1
        assert text[line_start : finding.start].endswith(finding.before)
        assert text[finding.end :].startswith(finding.after)


@given(st.binary(max_size=400))
@example(b"")
@example(b"\xff\xfe")
@example(b"\xff\xfe\x00\x00\x01")
@example(b"\x1b$B\x1b(B" * 20)
def test_any_bytes_have_a_result(data):
    """Whatever the bytes, there is a verdict, and offsets lie in the bytes."""
    result = check_bytes(data)
    assert (result.encoding is None) == (str(result.verdict) == "unreadable")
    for finding in result.findings:
        assert 0 <= finding.byte_start <= finding.byte_end <= max(len(data), 0)


@given(TEXTS, st.sampled_from(["utf-16", "utf-32"]))
def test_an_encoding_does_not_change_what_is_found(text, encoding):
    """In UTF-16 and UTF-32 the same is found as in the text, one code point later for the mark."""
    text = "".join(char for char in text if not "\ud800" <= char <= "\udfff")
    text = text.replace("\0", "")  # in UTF-8 it may be of UTF-16 inside it, behind a mark of UTF-32
    marked = check_text("\ufeff" + text)
    found = check_bytes(text.encode(encoding))
    places = [(f.rule, f.start, f.line, f.column, f.text) for f in marked.findings]
    assert [(f.rule, f.start, f.line, f.column, f.text) for f in found.findings] == places
    data = text.encode(encoding)
    for finding in found.findings:
        in_bytes = data[finding.byte_start : finding.byte_end]
        assert in_bytes.decode(found.encoding)[:2000] == finding.text


@given(TEXTS, FORMATS)
def test_what_fires_a_rule_passes_the_screen(text, format):
    """Run without the screen, no rule finds anything that the screen would have kept it from."""
    document = Document(Decoded(text, "utf-8"), format=format)
    screened = {rule.name for rule in Screen(RULES).candidates(document)}
    rules = [r for r in RULES if document.running or r.validator != "sections"]
    fired = {rule.name for rule in rules if list(rule.check(document, Options()))}
    assert fired <= screened


@given(TEXTS, st.booleans())
def test_a_second_fix_changes_nothing(text, unsafe):
    """Repairing what was repaired leaves it as it is."""
    once = fix_text(text, unsafe=unsafe).text
    assert fix_text(once, unsafe=unsafe).text == once


@given(TEXTS)
def test_a_fix_keeps_what_no_finding_covers(text):
    """Outside the spans of its findings a repaired text is the same."""
    fixed = fix_text(text)
    kept = check_text(text)
    if not [f for f in kept.findings if f.repair and str(f.repair.safety) == "safe"]:
        assert fixed.text == text


@given(TEXTS)
def test_rules_do_not_crash(text):
    """No rule fails on a text; a crash would be a finding that says so."""
    for format in sorted(set(SUFFIXES.values())):
        for finding in check_text(text, format=format).findings:
            assert not finding.detail.get("crashed"), finding.message


@given(TEXTS)
def test_an_error_comes_with_a_verdict_of_fail(text):
    """The verdict is that of the worst finding."""
    result = check_text(text)
    worst = max((finding.severity for finding in result.findings), default=Severity.INFO)
    assert (str(result.verdict) == "fail") == (worst is Severity.ERROR)


@given(st.text(max_size=100))
def test_decoding_gives_the_bytes_back(text):
    """UTF-8 with damage decodes to a text that encodes to the same bytes."""
    data = text.encode("utf-8", "surrogatepass") + b"\x92" + "é".encode() * 9
    decoded = decode(data)
    if decoded.encoding == "utf-8":
        assert decoded.text.encode("utf-8", "surrogateescape") == data
