"""Labels as a contract writes them: words, or packs of words such as `@date` and `@date:de`.

>>> words_of(("成文日期", "@title:en"), "x")
('成文日期', 'Title', 'Headline')
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textproof.config import suggestion
from textproof.contract import FieldContract, same_words
from textproof.tables.label_packs import PACKS

MARK = "@"
"""What a pack's name begins with."""


class PackError(Exception):
    """A pack that there is not. The message is for the user."""


def words_of(labels: Sequence[str] | None, name: str) -> tuple[str, ...]:
    """The labels of a field, packs opened. One without labels has its own name for one, and the
    pack that is called so."""
    if labels is None:
        labels = (name, MARK + name) if name in PACKS else (name,)
    words: list[str] = []
    for label in labels:
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
    written = [(word, f.name) for f in fields for word in f.written if word[0] != MARK]
    by_size = sorted(fields, key=lambda field: len(field.labels))
    taken: dict[str, str] = {}
    for field in by_size:
        for word in field.labels:
            taken.setdefault(word, field.name)
    return [
        field._replace(
            labels=tuple(
                word
                for word in field.labels
                if word in field.written
                or (
                    taken[word] == field.name
                    and not any(f != field.name and same_words(w, word) for w, f in written)
                )
            )
        )
        for field in fields
    ]
