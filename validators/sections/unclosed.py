"""A fence, comment, quotation mark or bracket that nothing closes.

What it finds
    In Markdown, a code fence that no line closes, or that another one with a language follows
    before it is closed; in Markdown and HTML a comment without `-->`, and in HTML a `<script>`,
    `<style>`, `<title>` or the like without its end tag; in reStructuredText a literal or a role
    whose text nothing ends; in paragraphs of text an opening `(`, `[`, `"`, `“`, `„`, `«`, `「`,
    `『`, `《`, `【`, `（` that neither its paragraph nor the next ones close.

    Apostrophes, single quotes, inches, faces, `1)`, half-open intervals, quotations that open again
    in each paragraph, and code are none of it. Front matter belongs to `broken-front-matter`.

Why it matters
    What closed it was lost, or all that follows is taken for code, a comment or a quotation.

Example
    A README whose last section begins with three backticks and ends with a paragraph.

Repair
    None: where it should have been closed is not known.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.formats._html_tokens import cased
from textproof.lazy import compiled
from textproof.rule import Options, pattern, rule
from textproof.section_signs import WRITTEN
from textproof.view import MASK

if TYPE_CHECKING:
    from textproof.paragraphs import Paragraph

_LINES = r"[^{0}\n]++|\n(?![ \t\r]*+\n)"
_REST = rf"(?>(?:{_LINES})*)(?![{{1}}])"
_ROUND, _SQUARE = (
    rf"{opening}(?>(?:{lines}|{opening}(?>(?:{lines})*){closing})*)(?!{closing})"
    for opening, closing, lines in (
        (r"\(", "[)）]", _LINES.format("()（）")),
        (r"\[", r"\]", _LINES.format(r"\[\]")),
    )
)
_STRAIGHT = r"\"(?<![^\s(\[*_>]\")(?=\w)" + _REST.format('"”', '"”')
_CURLY = r"“" + _REST.format('“”"', '”"')
_LOW = r"„" + _REST.format('„“”"', '“”"')
_ANGLED = r"«" + _REST.format("«»", "»")
_CJK = [
    rf"{opening}(?>(?:{lines}|{opening}[^{opening}{closing}\n]*+[{closing}])*)(?![{closing}])"
    for opening, closing in ("「」", "『』", "《》", "〈〉", "【】", "〔〕", ("（", "）)"))
    for lines in (_LINES.format(opening + closing),)
]
_SIGNS = dict(
    (
        ("()", _ROUND),
        ("[]", _SQUARE),
        ('""', _STRAIGHT),
        ("“”", _CURLY),
        ("„“", _LOW),
        ("«»", _ANGLED),
        *zip(("「」", "『』", "《》", "〈〉", "【】", "〔〕", "（）"), _CJK, strict=True),
    )
)
"""An opening mark whose paragraph holds none that closes it, code and links not set apart."""
_NO_MARKS = bytes(byte for byte in range(256) if byte not in b'()[]"')
_RAW = cased(r"<(?:!--|(script|style|title|textarea|template|noscript)(?=[\s>])[^<>]*>)")
_MARKDOWN_CODE = r"(?:md|mdx|markdown|rst|text|txt|plain|html|diff|org|adoc)?\b"
_MARKS = compiled(r"```(`*+)[^\S\n]*([^\n]*)")
_OPEN_INLINE = compiled(
    r"``(?<![^\s(\[{<'\"/:–—-]``)(?=[^\s`\0])(?![^`\n]*'')|:(?<![^\s(\[]:)[\w+.:-]{2,40}:`(?=[^\s`\0])"
)
_BLANK = compiled(r"\n[ \t\r\u3000]*\n")
MANY = 200
"""Signs from which on a document is code, or anything else but a text."""

_LINE_END = compiled(r"[\r\n]|\Z")


@rule(
    "unclosed",
    severity=Severity.WARNING,
    needs=(pattern(r"\S"),),  # its signs are as many as documents: one search for all of them
    yields_to=("broken-front-matter", "wrong-decode"),
)
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format not in (*WRITTEN, "html") or document.decoded.damaged:
        return  # of bytes that do not decode, nobody knows what they open and end
    code_start = len(document.text)
    if document.format == "rst":
        yield from _inline(document)
    if document.format == "markdown":
        for start, message in _fences(document.text):
            yield _defect(document.text, start, message)
            code_start = min(code_start, start)
    if document.format in ("markdown", "html"):
        yield from _comment(document, code_start)
    if document.format == "html":
        yield from _elements(document.text)
    for offset, mark in sorted(set(_marks(document))):
        if offset < code_start and not _is_cut_off(document, offset):
            yield Defect(offset, offset + 1, f"nothing closes “{mark}”", confidence=0.7)


def _defect(text: str, start: int, message: str) -> Defect:
    end = _LINE_END.search(text, start)
    assert end
    return Defect(start, end.start(), message, confidence=0.9)


def _fences(text: str) -> Iterator[tuple[int, str]]:
    """The fences that are not closed, or not before the next one with a language."""
    if not _may_be_open(text):
        return
    from textproof.fences import fences

    for fence in fences(text):
        if not fence.closed:
            yield fence.start, f"code fence “{fence.marks}{fence.info}” that no line closes"
        elif fence.inner and not re.fullmatch(_MARKDOWN_CODE, _language(fence.info), re.IGNORECASE):
            message = (
                f"code fence “{fence.marks}{fence.info}” that is not closed before the next one"
            )
            yield fence.start, message


def _language(info: str) -> str:
    """The language that a fence names."""
    return info.split(" ")[0].strip("{}.")


def _may_be_open(text: str) -> bool:
    """Whether the marks of fences do not come in pairs of one with and one without a language."""
    if "~" in text and "~~~" in text:
        return True
    if "`" not in text or "```" not in text:
        return False
    found = _MARKS.findall(text)
    if any(longer for longer, _ in found):
        return True
    said = sum(bool(words.strip()) for _, words in found)
    return len(found) % 2 == 1 or said * 2 > len(found)


def _inline(document: Document) -> Iterator[Defect]:
    """The inline markup of reStructuredText that nothing in its paragraph ends: what is ended is
    masked in the prose."""
    view = document.prose
    for match in _OPEN_INLINE.finditer(view.text) if "`" in view.text else ():
        start, end = view.source_span(*match.span())
        yield Defect(start, end, f"nothing closes “{match[0]}”", confidence=0.9)


def _comment(document: Document, code_start: int) -> Iterator[Defect]:
    """The comment that takes the rest of the document with it."""
    text = document.text
    start = text.rfind("<!--") if "<" in text else -1
    if start < 0:
        return
    start = text.find("<!--", text.rfind("-->") + 1)
    if start < 0 or start >= code_start or not text[start + 4 :].strip():
        return
    if document.format == "markdown":
        from textproof.fences import fences

        in_code = any(f.start <= start < f.end for f in fences(text))
        line = text[text.rfind("\n", 0, start) + 1 : start]
        if in_code or "`" in line or line.startswith(("    ", "\t")):
            return
    elif re.search(r"<(script|style)\b(?:(?!</\1)[\s\S])*\Z", text[:start], re.IGNORECASE):
        return
    yield _defect(text, start, "comment that nothing closes: the rest of the document is in it")


def _elements(text: str) -> Iterator[Defect]:
    """The elements without an end tag that take the rest of the page with them."""
    raw, position = _RAW.of(text), 0
    while match := raw.search(text, position):
        if match[1] is None:
            end = text.find("-->", match.end())
            if end < 0:
                return
            position = end
            continue
        closing = re.compile(rf"</{match[1]}\s*>", raw.flags & re.IGNORECASE)
        closed = closing.search(text, match.end())
        if closed is None:
            yield _defect(text, match.start(), f"element “{match[0][:40]}” that nothing closes")
            return
        position = closed.end()


def _marks(document: Document) -> Iterator[tuple[int, str]]:
    """The brackets and quotation marks in running text that nothing closes."""
    text = document.screened
    utf8 = None if document.indirect else document.repertoire.utf8
    uneven = list(_uneven(text, utf8))
    if not uneven:
        return
    start = _start(document)
    found = [match.start() for sign in uneven for match in _compiled(sign).finditer(text, start)]
    if not 0 < len(found) <= MANY:
        return
    from textproof.marks import unclosed_marks

    if document.format == "html":
        marks = unclosed_marks(document.paragraphs, plain=False)
        yield from (found for found in marks if not _is_itself(document.text, found[0]))
        return
    if len(document.prose.text) != len(text):
        return
    for offset in sorted(found):
        if document.prose.text[offset] == MASK:
            if _is_link(document, offset):
                yield offset, "("
        else:
            near = _near(document, offset)
            marks = unclosed_marks(near, plain=document.format == "plain")
            yield from (found for found in marks if found[0] == offset)


def _is_itself(text: str, offset: int) -> bool:
    """Whether a mark of a page is all that an element holds: a key, or the mark that is spoken of.

    >>> _is_itself("Press <kbd>[</kbd>.", 11), _is_itself("See <b>[1</b>.", 7)
    (True, False)
    """
    return text[offset - 1 : offset] == ">" and text[offset + 1 : offset + 3] == "</"


def _is_cut_off(document: Document, offset: int) -> bool:
    """Whether the document breaks off in the paragraph of an offset: then that is the defect."""
    if len(document.text[offset:].split()) == 1:
        return True  # in a link
    from textproof.endings import why

    last = document.paragraphs[-1] if document.paragraphs else None
    return last is not None and last.start <= offset and why(last.text, 0) is not None


def _is_link(document: Document, offset: int) -> bool:
    """Whether a bracket opens the target of a link, and its paragraph holds none that closes it."""
    if document.text[offset - 1 : offset + 1] != "](" or document.prose.text[offset - 1] == MASK:
        return False
    blank = _BLANK.search(document.text, offset)
    return ")" not in document.text[offset : blank.start() if blank else None]


def _start(document: Document) -> int:
    """Where the text begins behind the front matter of a Markdown document."""
    if document.format != "markdown":
        return 0
    from textproof.paragraphs import text_start

    return text_start(document.text)


def _uneven(text: str, utf8: bytes | None) -> Iterator[str]:
    """The signs of the marks that do not come in pairs: to count is cheaper than to search. Those
    of ASCII are counted in what is left of the text in UTF-8 without the rest."""
    in_ascii = utf8.translate(None, _NO_MARKS).decode() if utf8 is not None else text
    for marks, sign in _SIGNS.items():
        opening, closing = marks[0], marks[1]
        where = in_ascii if opening < "\x80" else text
        if opening == closing:
            if where.count(opening) % 2:
                yield sign
        elif opening in where and where.count(opening) != where.count(closing):
            yield sign


@cache
def _compiled(sign: str) -> re.Pattern[str]:
    """A sign, compiled when a text first needs it."""
    return re.compile(sign)


def _near(document: Document, offset: int) -> list[Paragraph]:
    """The paragraphs from the one of an offset on."""
    from textproof.marks import SEVERAL
    from textproof.paragraphs import of_lines

    text = document.prose.text
    start = max((m.end() for m in _BLANK.finditer(text, max(offset - 4000, 0), offset)), default=0)
    end = offset
    for _ in range(SEVERAL):
        blank = _BLANK.search(text, end)
        if blank is None:
            end = len(text)
            break
        end = blank.end()
    markdown = document.format == "markdown"
    return list(of_lines(text[:end], markdown=markdown, start=start))
