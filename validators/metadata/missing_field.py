"""A metadata field that the contract demands and the document does not have.

What it finds
    A field, or the title, that the document's contract does not call optional and that is nowhere
    in the document: neither in its markup nor behind one of its labels. A field whose label stands
    there with nothing behind it is missing too.

Why it matters
    Who sorts, cites or attributes documents needs them; an extraction that loses one loses it for
    every document of the source.

Example
    A news page with a date and a source, and no `作者: …`.

Repair
    None: only the source knows.
"""

from __future__ import annotations

from collections.abc import Iterator

from textproof.document import Document
from textproof.finding import Defect, Severity
from textproof.rule import Options, fact, rule


@rule("missing-field", severity=Severity.ERROR, needs=(fact("contract"),))
def check(document: Document, options: Options) -> Iterator[Defect]:
    contract = document.contract
    if contract is None:
        return
    if contract.title is not None and document.title is None:
        yield _missing("title", f"no line begins with “{contract.title}”", contract.name)
    for wanted in contract.fields:
        field = document.fields.get(wanted.name)
        if wanted.optional or (field and field.value):
            continue
        labels = wanted.written or (wanted.name,)
        why = "its label has nothing behind it" if field else f"no label “{'” or “'.join(labels)}”"
        yield _missing(wanted.name, why, contract.name)


def _missing(name: str, why: str, contract: str) -> Defect:
    return Defect(
        0,
        0,
        f"no field “{name}”, which the contract “{contract}” demands: {why}",
        detail={"field": name, "contract": contract},
    )
