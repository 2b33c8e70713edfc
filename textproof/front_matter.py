"""YAML front matter: the fields of its top level, with the places of their values.

PyYAML parses it, with scalars kept as the strings that they are in the file: `2022-02-30` and `no`
mean what the author wrote, not what YAML 1.1 makes of them.
"""

from __future__ import annotations

import re

from textproof.structure import Field

FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE | re.DOTALL,
)


def read_front_matter(yaml: str, offset: int) -> tuple[list[Field], tuple[str, int] | None]:
    """The fields of a YAML mapping that begins at an offset of the document.

    Also what is wrong with it, as a message and the offset where, or None. A field that holds a
    list or a mapping has its YAML source as value.
    """
    import yaml as pyyaml

    try:
        node = pyyaml.compose(yaml, Loader=_loader())
    except pyyaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        return [], (str(error.problem or error.context), offset + (mark.index if mark else 0))
    except (pyyaml.YAMLError, RecursionError) as error:
        return [], (str(error).splitlines()[0], offset)
    if node is None:
        return [], None
    if not isinstance(node, pyyaml.MappingNode):
        return [], ("front matter is no mapping of keys to values", offset)
    fields = []
    for key, value in node.value:
        if isinstance(key, pyyaml.ScalarNode):
            start, end = value.start_mark.index, value.end_mark.index
            scalar = isinstance(value, pyyaml.ScalarNode)
            read = value.value if scalar else yaml[start:end].strip()
            place = (offset + start, offset + end, offset + key.start_mark.index)
            fields.append(Field(key.value, read, *place))
    return fields, None


def _loader() -> type:
    """PyYAML's loader in C where there is one; it gives the same places."""
    import yaml as pyyaml

    loader: type = getattr(pyyaml, "CSafeLoader", pyyaml.SafeLoader)
    return loader
