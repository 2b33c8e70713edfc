"""Elements of HTML, by what they are to a reader (HTML Living Standard, chapters 4 and 15)."""

INLINE = frozenset(
    "a abbr b bdi bdo big cite dfn em font i ins del label mark q s small span strong sub sup u "
    "var wbr".split()
)
"""What stands within a line."""

RAW = "script style pre code kbd samp textarea noscript template svg math".split()
"""What holds no prose."""

FRAMES = frozenset("nav header footer aside".split())
"""What stands around a page's main text; a header or footer of an article is part of it."""

FRAME_ROLES = frozenset("navigation banner contentinfo complementary search menu".split())
"""The roles of ARIA for the same."""

NAMES = {
    "date": (
        "article:published_time datepublished pubdate publishdate dc.date dc.date.issued "
        "dcterms.date dcterms.issued dcterms.created citation_publication_date citation_date "
        "parsely-pub-date sailthru.date"
    ),
    "author": (
        "article:author dc.creator dcterms.creator citation_author parsely-author sailthru.author"
    ),
    "description": "og:description dc.description dcterms.abstract",
}
"""What a contract calls a field, and what OpenGraph, Dublin Core, schema.org, Highwire Press and
others call it."""

ALSO_CALLED = {name: called for called, names in NAMES.items() for name in names.split()}

ITEMS = frozenset(
    "author creator headline name datepublished datemodified datecreated publisher description "
    "inlanguage".split()
)
"""The properties of schema.org that say something of the document as a whole."""
