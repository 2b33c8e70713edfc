"""Types of documents that extend another: what is not said again is as it is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textproof.config import suggestion
from textproof.config_table import Placed, Table

Values = Mapping[str, object]

OWN = "files"
"""What a type does not inherit: which files are of it."""

_SAME = ({"label", "labels"}, {"heading", "headings"})
"""Keys that say the same thing."""


def lineage(table: Table, tables: Mapping[str, Table]) -> list[Table]:
    """A type, the one that it extends, the one that this extends, and so on. ``ConfigError`` where
    there is no such type, or where types extend each other in a circle."""
    line = [table]
    while (name := line[-1].text("extends")) is not None:
        if name not in tables:
            hint = suggestion(name, sorted(tables))
            message = f"{line[-1].name('extends')}: no type “{name}”{hint}"
            raise line[-1].wrong(message, "extends")
        line.append(tables[name])
        names = [str(each.keys[-1]) for each in line]
        if name in names[:-1]:
            message = f"{table.name('extends')}: a circle: {' extends '.join(names)}"
            raise table.wrong(message, "extends")
    return line


def inherited(line: Sequence[Table]) -> dict[str, object]:
    """What a type says, with all that it inherits."""
    values = _placed(line[-1])
    for table in line[-2::-1]:
        values.pop(OWN, None)
        values = _extended(values, _placed(table))
    return values


def _placed(table: Table) -> dict[str, object]:
    """The values of a type, whose sections know where they stand."""
    sections = table.values.get("sections")
    if not isinstance(sections, list):
        return dict(table.values)
    keys = (*table.keys, "sections")
    placed = [Placed(s, (*keys, i)) if isinstance(s, dict) else s for i, s in enumerate(sections)]
    return {**table.values, "sections": placed}


def _extended(parent: Values, child: Values) -> dict[str, object]:
    """The values of a type over those of the type that it extends."""
    values = _over(parent, child)
    for key, first in parent.items():
        second = child.get(key)
        if isinstance(first, dict) and isinstance(second, dict):
            values[key] = _fields(first, second) if key == "fields" else _over(first, second)
        elif isinstance(first, list) and isinstance(second, list) and key == "sections":
            values[key] = _sections(first, second)
    return values


def _over(parent: Values, child: Values) -> dict[str, object]:
    """The keys of both, the child's first; what the child says by another key is not said twice."""
    dropped = {key for same in _SAME if same & child.keys() for key in same}
    return {key: parent[key] for key in parent if key not in dropped} | dict(child)


def _fields(parent: Values, child: Values) -> dict[str, object]:
    return {**parent, **{name: _either(parent.get(name), said) for name, said in child.items()}}


def _sections(parent: list[object], child: list[object]) -> list[object]:
    """The parent's sections in their order, each as the child has it; behind them the child's
    own."""
    sections = {_name(section): section for section in parent}
    for section in child:
        sections[_name(section)] = _either(sections.get(_name(section)), section)
    return list(sections.values())


def _either(known: object, said: object) -> object:
    """What the child says, over what the parent does."""
    if not (isinstance(known, dict) and isinstance(said, dict)):
        return said
    values = _over(known, said)
    return Placed(values, said.place) if isinstance(said, Placed) else values


def _name(section: object) -> object:
    """What a section is called: by its name, or by its first heading."""
    if not isinstance(section, dict):
        return id(section)
    headings = section.get("heading", section.get("headings"))
    first = headings[0] if isinstance(headings, list) and headings else headings
    return str(section.get("name", first))
