"""What the fields of metadata are called, by Dublin Core, OpenGraph, schema.org, Highwire Press and
the site generators, and what kind of value each of them holds.

>>> kind_of("article:published_time"), kind_of("lastmod"), kind_of("author.name"), kind_of("weight")
('published', 'modified', 'words', None)
"""

from __future__ import annotations

from functools import lru_cache

PUBLISHED = "published"
MODIFIED = "modified"
CREATED = "created"
WORDS = "words"
ADDRESS = "address"
LANGUAGE = "language"
DATES = (PUBLISHED, MODIFIED, CREATED)

_KINDS = {
    PUBLISHED: "date pubdate publishdate publicationdate published publishedat publishedon "
    "publishedtime datepublished dateissued issued parselypubdate sailthrudate citationdate "
    "citationpublicationdate citationonlinedate",
    MODIFIED: "modified updated lastmod lastmodified lastmodifiedat lastupdated updatedat "
    "updatedon datemodified dateupdated modifiedtime updatedtime modifieddate updateddate revised",
    CREATED: "created createdat createdon datecreated creationdate",
    WORDS: "title headline alternativeheadline subtitle linktitle name description summary "
    "abstract excerpt author authors creator publisher editor source sitename byline longtitle "
    "citationtitle citationauthor citationjournaltitle booktitle seotitle metadescription "
    "metatitle caption lead",
    ADDRESS: "url permalink canonical canonicalurl link mainentityofpage citationpublichtmlurl "
    "citationpdfurl citationabstracthtmlurl",
    LANGUAGE: "lang language locale inlanguage contentlanguage",
}  # fmt: skip
_KIND_OF = {name: kind for kind, names in _KINDS.items() for name in names.split()}


@lru_cache(maxsize=1024)
def kind_of(name: str) -> str | None:
    """What a field of this name holds: a date of some kind, words, an address, a language."""
    plain = name.lower().replace("_", "").replace("-", "").replace(" ", "")
    last = plain.replace("/", ":").rpartition(":")[2]
    if last.startswith(("dc.", "dcterms.", "dct.")):
        last = last.partition(".")[2]
    first, _, rest = last.partition(".")
    if rest and first in ("date", "coverage"):  # Dublin Core's `date.issued`
        last = {"issued": "date", "available": "date"}.get(rest, rest)
    elif rest:  # JSON-LD's `author.name`, which is the author
        last = rest.rpartition(".")[2]
    return _KIND_OF.get(last)


def is_dated(name: str) -> bool:
    """Whether a field holds a date, of whatever: one of the kinds, or by the end of its name."""
    return kind_of(name) in DATES or name.lower().endswith(("date", "_at", "_on"))
