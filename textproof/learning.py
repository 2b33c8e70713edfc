"""What good documents have in common: the evidence from which a contract is drafted.

Documents are looked at twice: for the keys, labels, headings and lines that nearly all have, and
then with these for the values and sections themselves.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from textproof.contract import NUMBERING, Contract, FieldContract, SectionContract, folded
from textproof.document import Document
from textproof.document_fields import section_end
from textproof.label_packs import words_of
from textproof.lazy import compiled
from textproof.metadata import items_of
from textproof.structure import Section
from textproof.tables.boilerplate import LINES
from textproof.tables.label_packs import PACKS
from textproof.view import MASK

NEARLY_ALL = 0.8
"""Share of the documents from which on what they have is no accident. What not all have is drafted
as optional."""

HEAD, TAIL = 30, 15
"""Lines at the start and the end of a document where labelled fields are looked for."""

OFTEN = 2
"""Times in one document up to which a label is that of a field, and not a word that recurs."""

LONGEST_LINE = 40
"""Code points of a line of boilerplate: what is longer is text that recurs."""

_LABEL = compiled(
    r"(?:^|(?<=[\s|｜/／·(（\[【>*#•-]))(?P<label>[^\W\d_](?:[\w’'()/.-]|[ ](?=[\w(])){0,28})"
    r"(?:\*\*|__)?[ ]?[:：](?!//|(?<=[a-z]:)[a-z])(?:\*\*|__)?(?=[ \t\u3000]*\S)",
    re.MULTILINE,
)
_TECHNICAL = compiled(
    r"viewport|generator|robots|theme-color|format-detection|referrer|color-scheme|.*verif.*|csrf.*"
    r"|(?:twitter|og|fb|msapplication|apple|ms|al|next|wt)[:.-].*|handheldfriendly|mobile.*|docsearch.*"
    r"|jsonld|time|googlebot|rating|x-ua-compatible",
    re.IGNORECASE,
)
"""Fields of pages that say nothing of the document, or that another field is held against."""


class Value(NamedTuple):
    """The value of a field in one document."""

    text: str
    items: tuple[str, ...]
    path: str


class Place(NamedTuple):
    """A section in one document: which of its headings it is, and how much is in it."""

    number: int
    heading: str
    level: int
    characters: int
    items: int


class Evidence(NamedTuple):
    """What some documents have in common. ``fields`` and ``sections`` hold for each name what was
    found in the documents that have it; ``orders`` has for each document its sections in their
    order."""

    documents: Sequence[Document]
    labels: dict[str, tuple[str, ...]]
    fields: dict[str, list[Value]]
    sections: dict[str, list[list[Place]]]
    orders: list[list[str]]
    lines: dict[str, int]
    main_texts: list[int]


def gather(documents: Sequence[Document]) -> Evidence:
    """What nearly all of some documents have."""
    least = NEARLY_ALL * len(documents)
    labels = _labels(documents, least)
    keys = _common((_keys(document) for document in documents), least)
    headings = _common((map(_key, document.sections) for document in documents), least)
    provisional = _provisional(keys, labels, documents, headings)
    seen = [_with(document, provisional) for document in documents]
    fields: dict[str, list[Value]] = {name: [] for name in (*keys, *labels)}
    for document in seen:
        for name, values in fields.items():
            field = document.fields.get(name)
            if field and field.value:
                items = tuple(items_of(document, field))
                values.append(Value(field.value, items, document.path or ""))
    sections = {
        key: [places for document in documents if (places := _places(document, key))]
        for key in headings
    }
    sections = {key: found for key, found in sections.items() if _is_section(found)}
    lines = _lines(seen, sections, least)
    with_lines = provisional._replace(
        boilerplate_lines=tuple(lines),
        sections=tuple(s for s in provisional.sections if s.name in sections),
    )
    return Evidence(
        documents,
        labels,
        {name: values for name, values in fields.items() if len(values) >= least},
        sections,
        [[key for s in d.sections if (key := _key(s)) in sections] for d in documents],
        lines,
        [_length(_with(document, with_lines).main_text) for document in documents],
    )


def _common(found: Iterable[Iterable[str]], least: float) -> dict[str, int]:
    """What enough documents have, with how many, in the order in which it was first seen."""
    counts = Counter(name for names in found for name in dict.fromkeys(names))
    return {name: count for name, count in counts.items() if name and count >= least}


def _keys(document: Document) -> list[str]:
    """The names of the fields in the markup that speak of the document, and of the title."""
    is_page = document.format == "html"
    fields = document.structure.fields
    names = [f.name for f in fields if f.value and not (is_page and _TECHNICAL.fullmatch(f.name))]
    return [*names, *(["title"] if document.title and document.title.value else [])]


def _labels(documents: Sequence[Document], least: float) -> dict[str, tuple[str, ...]]:
    """The labels that enough documents have, by the names of their fields."""
    written: dict[str, Counter[str]] = {}
    for document in documents:
        for label in dict.fromkeys(_candidates(document)):
            written.setdefault(folded(label), Counter())[label] += 1
    packs = {folded(word): name for name in PACKS for word in words_of((f"@{name}",), name)}
    labels: dict[str, tuple[str, ...]] = {}
    for key, spellings in written.items():
        if spellings.total() >= least:
            label = spellings.most_common(1)[0][0]
            name = packs.get(key, _name(label))
            labels.setdefault(name if name not in labels else _name(label), (label,))
    return labels


def _name(label: str) -> str:
    """The name of a field by its label: its words in ASCII, else the label itself."""
    return "-".join(re.findall(r"\w+", label.lower())) if label.isascii() else label


def _candidates(document: Document) -> list[str]:
    """What may be labels of fields: words with a colon, at the start and the end of the text."""
    view = document.without_glosses
    text = view.text
    starts = [0, *(match.end() for match in re.finditer("\n", text))]
    head = starts[HEAD] if len(starts) > HEAD else len(text)
    tail = max(starts[-TAIL] if len(starts) > TAIL else 0, head)
    taken = [(field.key_start, field.end) for field in document.structure.fields]
    taken += [(section.start, section.end) for section in document.sections if section.sure]
    matches = [*_LABEL.finditer(text, 0, head), *_LABEL.finditer(text, tail)]
    found = []
    for match in matches:
        start, end = view.source_span(*match.span("label"))
        if not any(a <= start and end <= b for a, b in taken) and match["label"].isprintable():
            found.append(match["label"].strip())
    counts = Counter(map(folded, found))
    return [label for label in found if counts[folded(label)] <= OFTEN]


def _key(section: Section) -> str:
    """What a heading has in common with the same one elsewhere; nothing where it has no words."""
    heading = section.heading
    if MASK in heading or not heading.isprintable() or heading in LINES:
        return ""
    return folded(NUMBERING.sub("", heading).rstrip(":： "))


def _places(document: Document, key: str) -> list[Place]:
    return [
        Place(
            number,
            section.heading,
            section.level,
            _length(
                document.without_glosses.excerpt(section.body_start, section_end(document, section))
            ),
            section.items,
        )
        for number, section in enumerate(document.sections)
        if _key(section) == key
    ]


def _is_section(found: list[list[Place]]) -> bool:
    """Whether what looks like a heading has something under it in nearly all documents: a line that
    has not is a button."""
    return sum(any(place.items for place in places) for places in found) >= NEARLY_ALL * len(found)


def _provisional(
    keys: dict[str, int],
    labels: dict[str, tuple[str, ...]],
    documents: Sequence[Document],
    headings: dict[str, int],
) -> Contract:
    """A contract with what was seen, by which the documents are looked at again."""
    spelled = {_key(s): s.heading for document in documents for s in reversed(document.sections)}
    return Contract(
        "provisional",
        (),
        fields=tuple(FieldContract(name, labels.get(name, ())) for name in {**keys, **labels}),
        sections=tuple(SectionContract(key, (spelled[key],)) for key in headings),
    )


def _with(document: Document, contract: Contract) -> Document:
    return Document(document.decoded, path=document.path, contract=contract)


def _lines(
    documents: Sequence[Document], sections: dict[str, list[list[Place]]], least: float
) -> dict[str, int]:
    """Short lines that enough documents have and that are no part of what they say, but of the
    page's template. Pages are templates still: of them none are named."""
    found: list[list[str]] = []
    for document in documents:
        if document.format == "html":
            return {}
        view = document.without_glosses
        taken = [(field.key_start, field.end) for field in document.fields.values()]
        kept, offset = [], 0
        for line in view.text.splitlines(keepends=True):
            start, end = view.source_span(offset, offset + len(line.rstrip()))
            offset += len(line)
            words = line.strip()
            if len(words) > LONGEST_LINE or not re.search(r"[^\W_]", words) or MASK in words:
                continue
            if words.isprintable() and not any(a < end and start < b for a, b in taken):
                kept.append(words)
        found.append([words for words in kept if folded(words) not in sections])
    headings = {places[0].heading for found in sections.values() for places in found}
    return {
        line: count
        for line, count in _common(found, least).items()
        if not any(line.endswith(heading) or line.startswith(heading) for heading in headings)
    }


def _length(text: str) -> int:
    return len("".join(text.replace(MASK, "").split()))
