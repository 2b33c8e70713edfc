"""The languages that encodings of one byte a character were made for.

A text in another language is hardly written in one: no German has come to use windows-1256 by
accident. Where its letters are the same there, the text is the same too, and the encoding does not
matter.

By the scopes of the parts of ISO 8859 and the locales that Microsoft, IBM and Apple gave each code
page to, as far as textproof knows the letters of a language. Encodings that are not listed were
made for languages of which it does not (Esperanto, Welsh, Kazakh), or for any.

>>> "de" in languages_of("cp1252"), "de" in languages_of("cp1256"), languages_of("gb18030")
(True, False, frozenset())
"""

from __future__ import annotations

from functools import cache

_MADE_FOR = {
    "ca da de en es eu fi fr gl id is it nb nl pt sq sv": "cp1252 iso8859-1 iso8859-15 cp437 "
    "cp850 cp858 cp860 cp861 cp863 cp865 mac-roman mac-iceland hp-roman8",
    "cs de en hr hu pl ro sk sl sq sr": "cp1250 iso8859-2 cp852 mac-latin2 mac-croatian "
    "mac-romanian",
    "de en fr hr hu it pl ro sl sq": "iso8859-16",
    "en et lt lv": "cp1257 iso8859-13 iso8859-4 cp775",
    "be bg en mk ru sr uk": "cp1251 iso8859-5 koi8-r koi8-u cp866 cp855 mac-cyrillic",
    "el en": "cp1253 iso8859-7 cp737 cp869 mac-greek",
    "az en tr": "cp1254 iso8859-9 cp857 mac-turkish",
    "en he": "cp1255 iso8859-8 cp862",
    "ar en fa": "cp1256 iso8859-6 cp864 cp720",
    "en vi": "cp1258",
    "en th": "cp874 tis-620 iso8859-11",
}  # fmt: skip


@cache
def languages_of(codec: str) -> frozenset[str]:
    """The languages that an encoding was made for; none where that is not known."""
    for languages, codecs in _MADE_FOR.items():
        if codec in codecs.split():
            return frozenset(languages.split())
    return frozenset()
