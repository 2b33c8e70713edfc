"""A contract drafted from what good documents have in common, as TOML, with the evidence as
comments. It demands nothing that one of them lacks."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date

from textproof.dates import day_of, read_date
from textproof.document import Document
from textproof.label_packs import words_of
from textproof.lazy import compiled
from textproof.learning import Evidence, Place, Value
from textproof.ordering import in_order
from textproof.value_types import wrong_type

ROOM = 2
"""How many times as long as the longest value seen a value may be: what swallowed its neighbour is
longer still."""

LEAST_MAX, LONGEST_FIELD = 30, 200
"""Code points that any value may have; and the longest value whose length says something."""

SHARE = 3
"""The least text that is demanded is the least that was seen by this."""

LEAST_TEXT = 60
"""Characters from which on the length of a text is demanded at all."""

FEW, LONGEST_LIST = 4, 60
"""Values of a field that are listed in the evidence, and code points of the list."""

_IN_PATH = compiled(r"(?<!\d)((?:19|20)\d\d)([-/_.]?)(\d\d)\2(\d\d)(?!\d)")
_SEPARATORS = (" > ", ">", " › ", "›", " » ", "»", " / ")
_WITNESSES = {"jsonld": "jsonld", "opengraph": "article:published_time", "time": "time"}
_TITLE = compiled(
    r"^[ \t\u3000]*(?P<open>[【《「『〖])[^\n]*?(?P<close>[】》」』〗])", re.MULTILINE
)


def draft(name: str, files: str, evidence: Evidence) -> str:
    """The contract of a type of document, as TOML under `[type.NAME]`."""
    return "\n".join(_lines(name, files, evidence)) + "\n"


def _lines(name: str, files: str, evidence: Evidence) -> Iterator[str]:
    table = f"type.{_key(name)}"
    many = len(evidence.documents)
    yield f"# Drafted by `textproof learn` from {many:,} documents. Strike out what is no demand."
    yield f"[{table}]"
    yield f"files = {_string(files)}"
    language = _language(evidence)
    if language:
        yield f"lang = {_string(language)}"
    yield from _title(evidence)
    if evidence.fields:
        yield from ("", f"[{table}.fields]")
        for field, values in evidence.fields.items():
            yield _field(field, values, evidence)
    yield from _sections(table, evidence)
    if evidence.lines:
        yield from ("", f"[{table}.boilerplate]")
        yield "report = false  # without this line each of them is a finding"
        yield "lines = ["
        for line, count in evidence.lines.items():
            yield f"  {_string(line)},  # {_in(count, many)}"
        yield "]"


def _language(evidence: Evidence) -> str | None:
    """The language that all documents are in, where it can be told."""
    languages = {document.language for document in evidence.documents}
    return languages.pop() if len(languages) == 1 else None


def _title(evidence: Evidence) -> Iterator[str]:
    """The brackets that every title begins with, in documents without markup."""
    if "title" in evidence.fields:
        return
    found = [_TITLE.search(d.without_glosses.text) for d in evidence.documents]
    brackets = {(match["open"], match["close"]) for match in found if match}
    heads_all = len({match[0] for match in found if match}) == 1 < len(found)
    if all(found) and len(brackets) == 1 and not heads_all:  # that is a section
        ((opening, closing),) = brackets
        yield f"title = {_string(f'{opening}{{}}{closing}')}  # {_in(len(found), len(found))}"


def _field(name: str, values: Sequence[Value], evidence: Evidence) -> str:
    """A field with its demands, and what they go by."""
    many = len(evidence.documents)
    demands: dict[str, str] = {}
    label = evidence.labels.get(name, ())
    if label and not {*words_of(None, name, _language(evidence))}.issuperset(label):
        demands["label"] = _string(label[0])
    if len(values) < many:
        demands["optional"] = "true"
    seen = [_in(len(values), many)]
    texts = [value.text for value in values]
    kind = _type(name, values)
    if kind:
        demands["type"] = _string(kind)
    if kind in ("date", "datetime"):
        days = sorted(filter(None, map(day_of, texts)))
        seen.append(f"{days[0]} to {days[-1]}")
        witnesses = _witnesses(values, evidence.documents)
        if witnesses:
            demands["agree"] = f"[{', '.join(map(_string, witnesses))}]"
    elif kind is None and not any(value.items for value in values):
        demands |= _parts(texts)
        longest = max(map(len, texts))
        if longest <= LONGEST_FIELD:
            demands["max"] = str(max(LEAST_MAX, -(-longest * ROOM // 10) * 10))
            seen.append(f"the longest has {longest:,}")
    seen += _few(texts)
    listed = ", ".join(f"{key} = {value}" for key, value in demands.items())
    return f"{_key(name)} = {{{f' {listed} ' if listed else ''}}}  # {'; '.join(seen)}"


def _type(name: str, values: Sequence[Value]) -> str | None:
    """The type that all values are of."""
    texts = [value.text for value in values]
    if any(value.items for value in values):
        return None
    if all(map(_is_date, texts)):
        return "datetime" if any(":" in text or "：" in text for text in texts) else "date"
    of_language = bool(re.search(r"lang|locale", name, re.IGNORECASE))
    for kind in ("number", "url", "email", *(["language"] if of_language else [])):
        if all(wrong_type(text, kind) is None for text in texts):
            return kind
    return None


def _is_date(text: str) -> bool:
    try:
        return read_date(text) is not None
    except ValueError:
        return False


def _witnesses(values: Sequence[Value], documents: Sequence[Document]) -> list[str]:
    """What names the same day in every document that has the field."""
    by_path = {document.path or "": document for document in documents}
    agreeing = []
    for witness in ("url", *_WITNESSES):
        days = [(day_of(v.text), _day_of(by_path[v.path], witness)) for v in values]
        if all(day == other for day, other in days):
            agreeing.append(witness)
    return agreeing


def _day_of(document: Document, witness: str) -> date | None:
    if witness == "url":
        match = _IN_PATH.search(document.path or "")
        return day_of(f"{match[1]}-{match[3]}-{match[4]}") if match else None
    field = document.fields.get(_WITNESSES[witness])
    return day_of(field.value) if field else None


def _parts(texts: Sequence[str]) -> dict[str, str]:
    """What separates the parts of every value, and the last part if it is always the same."""
    for separator in _SEPARATORS:
        if all(separator in text for text in texts):
            last = {text.split(separator)[-1].strip() for text in texts}
            demands = {"split": _string(separator.strip())}
            return demands | ({"ends": _string(last.pop())} if len(last) == 1 else {})
    return {}


def _few(texts: Sequence[str]) -> list[str]:
    """The values, where they are few and recur."""
    counts = Counter(texts)
    shown = all(text.isprintable() and len(text) <= LEAST_MAX for text in counts)
    if not shown or len(counts) > FEW or len(counts) * 2 > len(texts):
        return []
    listed = ", ".join(f"{count:,} × “{text}”" for text, count in counts.most_common())
    return [listed] if len(listed) <= LONGEST_LIST else []


def _sections(table: str, evidence: Evidence) -> Iterator[str]:
    many = len(evidence.documents)
    least = min(evidence.main_texts)
    if least >= LEAST_TEXT:
        yield from ("", f"[[{table}.sections]]", 'name = "body"')
        yield f"min_chars = {_rounded(least // SHARE)}  # the shortest has {least:,}"
    loose = _loose(evidence)
    for key in sorted(evidence.sections, key=lambda key: _position(evidence.sections[key])):
        found = evidence.sections[key]
        places = [place for each in found for place in each]
        headings = Counter(place.heading for place in places)
        yield from ("", f"[[{table}.sections]]")
        yield f"heading = {_string(headings.most_common(1)[0][0])}  # {_in(len(found), many)}"
        if len(found) < many:
            yield "optional = true"
        if key in loose:
            yield "order = false  # not everywhere in the same place"
        if all(len(each) == 1 for each in found):
            yield "unique = true"
        levels = {place.level for place in places}
        if len(levels) == 1 and evidence.documents[0].format != "plain":
            yield f"level = {levels.pop()}"
        shortest = min(place.characters for place in places)
        if shortest >= LEAST_TEXT and all(place.items for place in places):
            yield f"min_chars = {_rounded(shortest // SHARE)}  # the shortest has {shortest:,}"
        elif all(place.items for place in places):
            yield "min_items = 1"


def _position(found: Sequence[Sequence[Place]]) -> float:
    """Where a section stands, in the mean of the documents that have it."""
    return sum(places[0].number for places in found) / len(found)


def _loose(evidence: Evidence) -> set[str]:
    """The fewest sections without which the others are everywhere in order."""
    order = sorted(evidence.sections, key=lambda key: _position(evidence.sections[key]))
    loose: set[str] = set()
    while True:
        out: Counter[str] = Counter()
        for document in evidence.orders:
            kept = [key for key in document if key not in loose]
            staying = in_order([order.index(key) for key in kept])
            out.update({key for index, key in enumerate(kept) if index not in staying})
        if not out:
            return loose
        loose.add(out.most_common(1)[0][0])


def _rounded(number: int) -> int:
    """A number of no more precision than it has."""
    return number // 10 * 10 if number < 1000 else number // 100 * 100


def _in(count: int, many: int) -> str:
    return f"in {count:,} of {many:,} documents"


def _key(name: str) -> str:
    return name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else _string(name)


def _string(text: str) -> str:
    """A string of TOML."""
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
