"""Reading the contracts of the configuration, `[type.NAME]`: their keys, and what contradicts
itself in them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from textproof.config import suggestion
from textproof.config_table import Table
from textproof.contract import Contract, FieldContract, Schema, SectionContract, same_words
from textproof.demands import complaints
from textproof.inheritance import inherited, lineage
from textproof.label_packs import MARK, PackError, own_labels, words_of
from textproof.value_types import DATES, TYPES

WITNESSES = ("url", "jsonld", "opengraph", "time")
"""What a date can be held against: the document's path, JSON-LD, OpenGraph, `<time>`."""


def read_contracts(types: Table, root: Path | None) -> tuple[Contract, ...]:
    """The contracts of a configuration. A type without files of its own is one that others
    extend."""
    tables = {name: Table(values, (*types.keys, name)) for name, values in types.values.items()}
    lines = {name: lineage(table, tables) for name, table in tables.items()}
    extended = {each.keys for line in lines.values() for each in line[1:]}
    contracts = {}
    # what is inherited first, so that what is wrong in it is said of it
    for name in sorted(lines, key=lambda name: len(lines[name])):
        table = tables[name]
        contract = _contract(name, Table(inherited(lines[name]), table.keys), root)
        if contract.files:
            contracts[name] = contract
        elif table.keys not in extended:
            raise table.contradiction("“files” must say which files are of this type")
    return tuple(contracts[name] for name in tables if name in contracts)


def _contract(name: str, table: Table, root: Path | None) -> Contract:
    table.text("extends")
    boilerplate = table.table("boilerplate")
    contract = Contract(
        name=name,
        files=table.texts("files") or (),
        lang=table.text("lang"),
        title=table.text("title"),
        fields=_fields(table, root),
        sections=_sections(table),
        boilerplate_lines=boilerplate.texts("lines") or (),
        boilerplate_suffix=boilerplate.text("suffix"),
        boilerplate_reported=boilerplate.flag("report", default=True),
        boilerplate_repeated=_share(boilerplate, "repeated"),
        schema=_schema(table, root),
    )
    boilerplate.finish()
    table.finish()
    return contract


def _share(table: Table, key: str) -> float | None:
    """A share: more than none, up to all."""
    share = table.amount(key)
    if share is not None and not 0 < share <= 1:
        raise table.wrong(f"{table.name(key)} must be a share such as 0.5, not {share}", key)
    return share


def _fields(table: Table, root: Path | None) -> tuple[FieldContract, ...]:
    tables = dict(table.tables("fields"))
    language = table.text("lang")
    fields = [_field(name, sub, root, language) for name, sub in tables.items()]
    said = [(label, field.name) for field in fields for label in field.written if label[0] != MARK]
    for number, (label, name) in enumerate(said):
        for other, first in said[:number]:
            if same_words(other, label):
                twice = "twice" if first == name else f"of “{first}” too"
                raise tables[name].contradiction(f"“{label}” is a label {twice}")
    fields = own_labels(fields)
    for field in fields:
        _agrees(field, tables[field.name], {other.name for other in fields} | {"title"})
    return tuple(fields)


def _field(name: str, table: Table, root: Path | None, language: str | None) -> FieldContract:
    written = table.texts_of("label", "labels")
    try:
        labels = words_of(written, name, language)
    except PackError as error:
        raise table.contradiction(str(error), "label") from None
    equals = table.take("equals", (str, dict), "a string, or { field = … }")
    field = FieldContract(
        name=name,
        labels=labels,
        written=written or (),
        optional=table.flag("optional"),
        type=table.one_of("type", TYPES) or "text",
        split=table.text("split"),
        ends=table.text("ends"),
        within=table.text("in"),
        min=table.amount("min"),
        max=table.amount("max"),
        after=table.day("after"),
        before=table.day("before"),
        zone=_zone(table),
        agree=table.some_of("agree", WITNESSES),
        pattern=table.pattern("pattern"),
        one_of=table.texts("one_of") or (),
        equals=equals if isinstance(equals, str) else None,
        schema=_schema(table, root),
    )
    if isinstance(equals, dict):
        other = table.table("equals")
        field = field._replace(equals=other.text("field"), equals_field=True)
        other.finish()
        if field.equals is None:
            raise other.contradiction("“field” must name the other field")
    table.finish()
    _is_possible(field, table)
    return field


def _is_possible(field: FieldContract, table: Table) -> None:
    """``ConfigError`` for demands of one field that no value meets."""
    if field.type not in DATES and (field.after or field.before or field.zone or field.agree):
        raise table.contradiction(
            '“after”, “before”, “zone” and “agree” want type = "date" or "datetime"', "type"
        )
    for key, size, meant in (("min", field.min, "after"), ("max", field.max, "before")):
        if size is not None and field.type in DATES:
            raise table.contradiction(f"a {field.type} has no length; “{meant}” is meant", key)
    if field.ends and not field.split:
        raise table.contradiction("“ends” needs a “split” that parts the value", "ends")
    if field.within is not None and len(field.within) < 2:
        raise table.contradiction("“in” must be an opening and a closing bracket", "in")
    for key, size in (("min", field.min), ("max", field.max)):
        if size is None or field.type == "number":
            continue
        if size < 0:
            raise table.wrong(f"{table.name(key)} must not be negative", key)
        if size != int(size):
            raise table.wrong(f"{table.name(key)} must be a whole number, not {size!r}", key)
    if field.min is not None and field.max is not None and field.min > field.max:
        raise table.contradiction(f"“min” is {field.min:g}, more than “max”, {field.max:g}", "min")
    if field.after and field.before and field.before - field.after < timedelta(days=2):
        raise table.contradiction(
            f"no day is after {field.after} and before {field.before}", "after"
        )
    alone = field._replace(one_of=())
    for value in field.one_of:
        for complaint in complaints(alone, value, [value]):
            raise table.contradiction(f"“{value}” in “one_of” {complaint}", "one_of")


def _agrees(field: FieldContract, table: Table, names: set[str]) -> None:
    """``ConfigError`` where what a field must equal cannot be."""
    if field.equals is None:
        return
    if field.equals == field.name:
        raise table.contradiction("“equals” names the field itself", "equals")
    if field.equals_field or field.equals in names:
        return
    for complaint in complaints(field, field.equals):
        near = suggestion(field.equals, sorted(names))
        raise table.contradiction(f"“{field.equals}” in “equals” {complaint}{near}", "equals")


def _zone(table: Table) -> str | None:
    """A time zone by its name in the time zone database."""
    name = table.text("zone")
    if name is not None:
        from zoneinfo import ZoneInfo, available_timezones

        try:
            ZoneInfo(name)
        except (ValueError, OSError, KeyError):
            near = suggestion(name, available_timezones())
            message = f"{table.name('zone')}: no time zone “{name}” is known here{near}"
            raise table.wrong(message, "zone") from None
    return name


def _schema(table: Table, root: Path | None) -> Schema | None:
    """The JSON Schema in a file, by its path from the configuration's folder."""
    name = table.text("schema")
    if name is None:
        return None
    from textproof.schema_check import SchemaError, read_schema

    try:
        return read_schema((root or Path()) / name)
    except SchemaError as error:
        raise table.wrong(f"{table.name('schema')}: {name}: {error}", "schema") from None


def _sections(table: Table) -> tuple[SectionContract, ...]:
    tables = table.array("sections")
    sections = [_section(sub) for sub in tables]
    for number, (section, sub) in enumerate(zip(sections, tables, strict=True)):
        for earlier in sections[:number]:
            if section.name == earlier.name:
                raise sub.contradiction(f"an earlier section is called “{section.name}” too")
            for heading in section.headings:
                levels = {section.level, earlier.level}
                apart = None not in levels and len(levels) == 2
                if earlier.heads(heading) and not apart:
                    raise sub.contradiction(f"“{heading}” is a heading of “{earlier.name}” too")
    return tuple(sections)


def _section(table: Table) -> SectionContract:
    headings = table.texts_of("heading", "headings") or ()
    name = table.text("name")
    section = SectionContract(
        name=name or (headings[0] if headings else ""),
        headings=headings,
        optional=table.flag("optional"),
        ordered=table.flag("order", default=True),
        unique=table.flag("unique"),
        level=table.number("level"),
        min_chars=table.number("min_chars"),
        max_chars=table.number("max_chars"),
        min_items=table.number("min_items"),
    )
    table.finish()
    if not section.name:
        raise table.contradiction("a section needs a “name” or a “heading”")
    for key in ("min_items", "unique", "level", "order"):
        if table.values.get(key) is not None and not headings:
            raise table.contradiction(f"“{key}” needs a “heading”", key)
    if section.level is not None and section.level not in range(1, 7):
        raise table.contradiction(f"“level” is 1 to 6, not {section.level}", "level")
    least, most = section.min_chars, section.max_chars
    if least is not None and most is not None and least > most:
        raise table.contradiction(
            f"“min_chars” is {least}, more than “max_chars”, {most}", "min_chars"
        )
    if most is not None and section.min_items is not None and section.min_items > most:
        raise table.contradiction(
            f"{section.min_items} items cannot be in “max_chars”, {most}", "min_items"
        )
    return section
