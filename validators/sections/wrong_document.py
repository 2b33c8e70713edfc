"""Something else in place of the document: an error page, a login wall, a robot check, an apology.

What it finds
    A document that is, as a whole, the error page of a server (`404 Not Found`), an error reply in
    JSON or XML, a login wall, a check for robots, or the apology of an assistant that did not write
    the text; or a page of HTML under the name of a table or a message catalogue. A document about
    such pages holds more than them, and stays silent; so does a file that is named as one.

Why it matters
    The request failed and nobody looked: the document is lost, and the archive counts it.

Example
    A file `minutes.txt` that says `403 Forbidden` and `nginx/1.18.0`.

Repair
    None: it must be fetched, or written, again.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from itertools import islice
from unicodedata import normalize

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.lazy import compiled
from textproof.rule import Options, fact, rule
from textproof.section_signs import WRITTEN
from textproof.tables.wrong_documents import (
    ABOUT,
    APOLOGIES,
    ASSISTANT,
    ERROR_KEYS,
    ERROR_TITLES,
    LOGIN_LABELS,
    LOGIN_WALLS,
    PASSWORD,
    ROBOT_CHECKS,
    SENT_AWAY,
    SIGNS_OF_APOLOGY,
)
from textproof.view import MASK

MOST = {"error page": 700, "robot check": 900, "login wall": 450, "apology": 1200}
"""Characters that the text of each can have: what is longer holds something else too."""

ALONE = 60
"""Characters behind the title of an error page, and of a line of a login wall, that may say what
they like."""

HEAD = 4
"""Lines of a login wall in one of which it says so, unless it asks for a password; further down it
is said of another page."""

_KEPT_BACK = compiled(r"\b(?:view|read|see|access|continue|unlock) this (?:article|guide|section)")
"""What a login wall keeps back, and does not speak about."""

_ERROR = compiled(
    rf"(?:{'|'.join(ERROR_TITLES)})(?:[ :|.!–—-]+(?:{'|'.join(ERROR_TITLES)}))?[.!。！]*"
    r"(?: ?[|·–—-] ?.{1,60})?"
)
_MARKS = compiled(r"[\s\0\ufeff]*(?:[#>*_=~-]+[\s\0]+)*")
_NAMED_SO = compiled(r"40\d|50\d|err|not.?found|maintenance|offline|log.?in|sign.?in|captcha")
_XML_ERROR = compiled(
    r"(?:<\?xml[^>]*>\s*)?<(Error|error|Fault|ErrorResponse)>.*</\1>\Z", re.DOTALL
)
_PASSWORD_INPUT = compiled(r"<input\b[^<>]*\btype\s*=\s*[\"']?password", re.IGNORECASE)
_QUOTED = compiled('["“„«「`]')
_FRONT_MATTER = compiled(r"\A---\n.*?\n---\n", re.DOTALL)


@rule("wrong-document", severity=Severity.ERROR, needs=(fact("short"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    if document.format not in (*WRITTEN, "html", "xml"):
        return
    if document.path and _NAMED_SO.search(os.path.basename(document.path).casefold()):
        return
    text = document.text.strip("\ufeff \t\r\n")
    what = _reply(text, document.format)
    if not what and document.format != "xml":
        what = _page(document)
    if document.is_page_of_another and not what:
        what = "a page of HTML"
    if what:
        start = document.text.index(text[:1]) if text else 0
        line_end = re.compile(r"[\r\n]|\Z").search(document.text, start)
        assert line_end
        yield Defect(start, line_end.start(), f"{what} in place of the document")


def _reply(text: str, format: str) -> str | None:
    """The reply of a server that is no page: an error in JSON or XML, or JSON for a page."""
    if text[:1] == "{" and text[-1:] == "}":
        import json

        try:
            reply = json.loads(text)
        except (ValueError, RecursionError):
            return None
        keys = {key.casefold(): value for key, value in reply.items()}
        failed = any(keys.get(key) for key in ERROR_KEYS) or keys.get("success") is False
        status = next((keys[k] for k in ("status", "code", "statuscode") if k in keys), None)
        failed |= str(status).isdecimal() and str(status)[:1] in "45" and len(str(status)) == 3
        failed |= "message" in keys and set(keys) <= {"message", "documentation_url", "status"}
        failed |= set(keys) == {"detail"}
        if failed:
            return "an error reply in JSON"
        return "a reply in JSON" if format in ("html", "markdown") and reply else None
    return "an error reply in XML" if _XML_ERROR.match(text) else None


def _page(document: Document) -> str | None:
    """What kind of a page a short text is, if none of its own."""
    prose = document.screened if document.text.isascii() else normalize("NFC", document.screened)
    lowered = " ".join(prose.casefold().replace("’", "'").replace(MASK, " ").split())
    if not lowered:
        return None
    size = len(lowered)
    if size <= MOST["robot check"] and any(phrase in lowered for phrase in ROBOT_CHECKS):
        return None if _is_about(lowered) else "a check for robots"
    if size <= MOST["login wall"] and any(phrase in lowered for phrase in LOGIN_WALLS):
        lines = list(_lines(prose))
        told = any(phrase in line for line in lines[:HEAD] for phrase in LOGIN_WALLS)
        told |= any(word in lowered for word in PASSWORD)
        is_wall = (
            told
            and not _is_about(_KEPT_BACK.sub("", lowered))
            and all(map(_may_be_of_a_wall, lines))
        )
        return "a login wall" if is_wall else None
    if size <= MOST["login wall"] and _is_login_form(document, list(_lines(prose))):
        return "a login wall"
    if size <= MOST["error page"] and _is_error_page(_lines(prose)):
        return "an error page"
    if (
        size <= MOST["apology"]
        and any(sign in lowered for sign in SIGNS_OF_APOLOGY)
        and _is_apology(_lines(prose))
    ):
        return "an assistant’s apology"
    return None


def _lines(prose: str) -> Iterator[str]:
    """The lines of a text in lower case, without front matter and the marks of headings."""
    for line in _FRONT_MATTER.sub("", prose.replace("\r\n", "\n")).split("\n"):
        line = line.replace("’", "'").replace(MASK, " ").casefold()
        line = " ".join(_MARKS.sub("", line, count=1).strip(" *_").split())
        if line:
            yield line


def _is_error_page(lines: Iterator[str]) -> bool:
    """Whether the first lines head an error page, and the rest sends the reader away."""
    heads, line = 0, next(lines, "")
    while line and heads < 3 and _ERROR.fullmatch(line):
        heads, line = heads + 1, next(lines, "")
    if not heads:
        return False
    rest = " ".join([line, *lines])
    if _is_about(rest):
        return False
    return len(rest) <= ALONE or any(phrase in rest for phrase in SENT_AWAY)


def _is_login_form(document: Document, lines: list[str]) -> bool:
    """Whether a text is the labels of a form that asks for a password, and nothing else."""
    asks = any(word in line for line in lines for word in PASSWORD)
    if document.format == "html" and _PASSWORD_INPUT.search(document.text):
        return all(len(line) <= ALONE for line in lines)
    return asks and len(lines) > 2 and all(line.strip(":?!. ") in LOGIN_LABELS for line in lines)


def _may_be_of_a_wall(line: str) -> bool:
    """Whether a line is what a login wall says, or a button or label of one."""
    found = next((line.index(phrase) for phrase in LOGIN_WALLS if phrase in line), None)
    if found is None:
        return len(line) <= ALONE
    return len(line) <= 3 * ALONE and not _QUOTED.search(line[:found]) and found <= ALONE


def _is_apology(lines: Iterator[str]) -> bool:
    """Whether a text begins with an assistant's apology, perhaps under a title."""
    for line in islice(lines, 2):
        if any(re.match(apology, line) for apology in APOLOGIES):
            return bool(re.search(ASSISTANT, line)) and not any(len(other) > 400 for other in lines)
        if len(line) > 80:
            break
    return False


def _is_about(lowered: str) -> bool:
    return any(phrase in lowered for phrase in ABOUT)
