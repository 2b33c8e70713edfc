"""Labels as a contract writes them: words, or packs of words such as `@date` and `@date:de`.

>>> words_of(("成文日期", "@title:en"), "x")
('成文日期', 'Title', 'Headline')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textproof.config import suggestion
from textproof.contract import FieldContract, folded
from textproof.labels import BUILT_IN
from textproof.tables.label_packs import PACKS

MARK = "@"
"""What a pack's name begins with."""


class PackError(Exception):
    """A pack that there is not. The message is for the user."""


def words_of(
    labels: Sequence[str] | None, name: str, language: str | None = None
) -> tuple[str, ...]:
    """The labels of a field, packs opened. One without labels has its own name for one, and the
    pack that is called so: of the contract's language, and what is known without a contract."""
    words: list[str] = []
    if labels is None:
        primary = (language or "").partition("-")[0].lower()
        pack = PACKS.get(name, {})
        known = [primary] if primary in pack else pack
        words = [name, *(word for each in known for word in pack[each]), *BUILT_IN.get(name, ())]
    for label in labels or ():
        words += _words_of_pack(label[1:]) if label.startswith(MARK) else [label]
    return tuple(dict.fromkeys(words))


def _words_of_pack(said: str) -> Iterable[str]:
    name, colon, language = said.partition(":")
    if name not in PACKS:
        near = suggestion(MARK + name, [MARK + pack for pack in PACKS])
        hint = near or f": one of {', '.join(MARK + pack for pack in PACKS)}"
        raise PackError(f"no pack of labels “{MARK}{name}”{hint}")
    pack = PACKS[name]
    if not colon:
        return [word for words in pack.values() for word in words]
    if language not in pack:
        known = ", ".join(sorted(pack))
        raise PackError(f"no labels of “{language}” in “{MARK}{name}”: one of {known}")
    return pack[language]


def own_labels(fields: Sequence[FieldContract]) -> list[FieldContract]:
    """The fields, each with the labels that are its own: what one writes out is no label of
    another's pack, and what two packs have belongs to the smaller one."""
    owner = {folded(w): f.name for f in fields for w in f.written if not w.startswith(MARK)}
    for field in sorted(fields, key=lambda field: len(field.labels)):
        for word in field.labels:
            owner.setdefault(folded(word), field.name)
    return [
        field._replace(labels=tuple(w for w in field.labels if owner[folded(w)] == field.name))
        for field in fields
    ]
