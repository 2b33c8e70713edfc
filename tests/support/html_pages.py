"""Pages of the HTML report, parsed, and documents for them."""

from html.parser import HTMLParser

from textproof import Config, Repair, check_bytes, check_text
from textproof.config_file import parse_config
from textproof.finding import Verdict
from textproof.reports import Presentation, html
from textproof.results import DocumentResult, FieldValue, Run

GLOSSED = "企業(yè)的發(fā)展戰(zhàn)略。\n社區(qū)學(xué)校開(kāi)課。\n"
LATIN = "biblioteca abre de lunes a sÃ¡bado. Los niÃ±os pueden leer\n"
CONTRACT = """
[type.note]
files = ["*.txt"]
title = "Note: {}"
[type.note.fields]
date = { type = "date" }
author = {}
"""
HOSTILE = (
    "sÃ¡bado <script>alert(1)</script> \"q\" 'q' & <img src=x onerror=alert(2)>\n"
    "GuÃ\xada </style></script><!-- --> {{ 77 * 77 }} \ud800 \0 \u202e \udc92 \ufffd\n"
)
HOSTILE_PATH = "a\"'><script>alert(3)</script>&\n\u202e\0\udc92/{{ 77 * 77 }}/x.txt"
VOID = {"br", "input", "link", "meta"}


class Page(HTMLParser):
    """A page, parsed: its elements with their attributes, and the text in each kind of element."""

    def __init__(self, text):
        super().__init__()
        self.source, self.elements, self.texts, self.unbalanced = text, [], {}, []
        self.open = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append((tag, self.getpos()))

    def handle_data(self, data):
        for tag in set(self.open):
            self.texts[tag][-1] += data

    def all(self, name):
        return [attributes for tag, attributes in self.elements if tag == name]

    def values(self, attribute):
        return [found[attribute] for _, found in self.elements if attribute in found]

    @property
    def text(self):
        return "".join(self.texts["html"])


def run_of(*results, **values):
    return Run(results, rules=Config().rules, **values)


def page_of(*results, **presentation):
    return Page(html.render(run_of(*results), Presentation(**presentation)))


def damaged():
    """Documents with each kind of result."""
    return (
        check_text(GLOSSED, path="zh/a.md"),
        check_text(LATIN, path="es/a.txt"),
        check_text("Good text.\n", path="es/good.txt"),
        check_bytes(b"caf\xc3\xa9 don\x92t, na\xc3\xafve r\xc3\xb4le\n", path="b.txt"),
        check_bytes("Правила пользования читальным залом".encode("cp1251"), path="ru.txt"),
        check_bytes(bytes(range(256)) * 4, path="binary.txt"),
        check_text("黨的,黨的,黨的,黨的、黨的。黨的“黨”"),
        check_text("nothing", path="n.txt", config=parse_config(CONTRACT)),
    )


def hostile():
    """Documents that attack the page, and one of which nothing is as it should be."""
    found = check_text(HOSTILE).findings[0]._replace(
        message=f"{HOSTILE} “{HOSTILE}”", text=HOSTILE,
        repair=Repair(HOSTILE[::-1]), before=HOSTILE, after=HOSTILE,
    )  # fmt: skip
    poisoned = DocumentResult(
        path=HOSTILE, verdict=Verdict.FAIL, encoding=HOSTILE, language=HOSTILE, format=HOSTILE,
        contract=HOSTILE, findings=(found,), fields={HOSTILE: FieldValue(HOSTILE, 1, 1)},
    )  # fmt: skip
    return check_text(HOSTILE, path=HOSTILE_PATH), check_text(HOSTILE, path="b.md"), poisoned
