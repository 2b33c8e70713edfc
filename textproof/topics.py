"""What a document is about, where a rule must know: a text about encodings shows damage on purpose,
one about Chinese characters shows both variants.

The patterns are in lower case, as is the text that they are looked for in: to search without regard
to case takes three times as long."""

from __future__ import annotations

import re

from textproof.lazy import compiled

_VARIANTS = compiled(
    "簡體|简体|簡化字|简化字|繁體|繁体|正體字|正体字|新字體|新字体|異體字|异体字|opencc"
)
_ENCODINGS = compiled(
    r"mojibake|ftfy|u\+fffd|replacement character|latin-?1|cp-?125\d|windows-125\d|double.encod"
    r"|文字化け|乱码|亂碼|字符编码|字元編碼|кракозябр|encoding error"
    r"|(?:wrong|bad|mis|in(?:correct))(?:ly)?[ -]?(?:en|de)cod|character encoding"
)
_ESCAPES = compiled(
    r"\\[ux](?![0-9a-f{])|\bescap(?:e[sd]?|ing)\b|\bunescap|转义|轉義|跳脫|エスケープ|이스케이프"
    r"|экранир|échappement|\bescapes?-?sequen|secuencias? de escape|code ?points?|backslash"
    r"|\bregexp?\b|regular expression|string literal|(?<![\w./])json\b|native2ascii|\bprintf\b"
)
_TRANSFER_ENCODINGS = compiled(
    r"quoted.?printable|encoded[- ]words?|rfc ?2047|\bmime\b|percent.?encod|ur[li].?(?:en|de)?cod"
    r"|(?:en|de)codeuri|urllib|\biso-?2022|\butf-?7\b|\bhz(?:-gb|\b.{1,20}gb)|base64"
)
_ENTITIES = compiled(
    r"(?<![\w./])(?:x?html|xml|sgml)\d?\b(?!\.\w)|\bmarkup\b|\bentit(?:y|ies|é|ät|à)|实体|實體|実体|"
    r"escapehtml|htmlspecialchars|html\.escape"
)
_COMBINING = compiled(
    r"zalgo|combining (?:mark|char|diacrit)|unicode|u\+03[0-6][0-9a-f]|grapheme|диакритич"
    "|結合文字|组合字符|組合字元"
)
_MISSING_GLYPHS = compiled(
    r"\btofu\b|missing (?:glyph|character)|\.notdef|(?:replacement|object) (?:glyph|character)"
    r"|u\+(?:25a[0-f]|fffc)|豆腐|缺字|unicode|white square"
)
_ICON_FONTS = compiled(
    r"font ?awesome|nerd ?fonts?|powerline|icon ?fonts?|ionicons|octicons|glyphicons?|devicons?"
    r"|material (?:design )?icons|图标字体|圖示字型|アイコンフォント|conscript|klingon|tengwar"
)

_LOOK_ALIKES = compiled(
    r"homoglyph|homograph|look-?alike|confusable|punycode|\bidna?\b|spoof|phishing|trojan source"
    r"|омоглиф|mixed.script|(?:cyrillic|greek|latin) (?:small |capital )?(?:letter|alphabet)"
    r"|(?:кирилл|латин|грец)\w+ букв|u\+0[34][0-9a-f]{2}\b"
)


def _is_in(pattern: re.Pattern[str], text: str) -> bool:
    return bool(pattern.search(text.lower()))


def speaks_of_variants(text: str) -> bool:
    """Whether a text speaks of Simplified and Traditional Chinese, and so may quote both."""
    return _is_in(_VARIANTS, text)


def speaks_of_encodings(text: str) -> bool:
    """Whether a text speaks of encodings and their damage, and so may quote some.

    >>> speaks_of_encodings("This kind of mojibake looks like Ã©."), speaks_of_encodings("CafÃ©")
    (True, False)
    """
    return _is_in(_ENCODINGS, text)


def speaks_of_escapes(text: str) -> bool:
    r"""Whether a text speaks of escapes in programs, and so may show some.

    >>> speaks_of_escapes(r"Write \u and four digits."), speaks_of_escapes(r"caf\u00e9")
    (True, False)
    """
    return _is_in(_ESCAPES, text)


def speaks_of_transfer_encodings(text: str) -> bool:
    """Whether a text speaks of how mail and URLs write characters, and so may show it."""
    return _is_in(_TRANSFER_ENCODINGS, text)


def speaks_of_entities(text: str) -> bool:
    """Whether a text speaks of HTML and its entities, and so may show some."""
    return _is_in(_ENTITIES, text)


def speaks_of_combining_marks(text: str) -> bool:
    """Whether a text speaks of combining marks or of Unicode, and so may show a stack of them."""
    return _is_in(_COMBINING, text)


def speaks_of_missing_glyphs(text: str) -> bool:
    """Whether a text speaks of fonts that lack a character, and so may show what they show.

    >>> speaks_of_missing_glyphs("Noto means no more tofu."), speaks_of_missing_glyphs("caf□s")
    (True, False)
    """
    return _is_in(_MISSING_GLYPHS, text)


def speaks_of_icon_fonts(text: str) -> bool:
    """Whether a text speaks of fonts of icons, and so holds private characters that are meant."""
    return _is_in(_ICON_FONTS, text)


def speaks_of_look_alikes(text: str) -> bool:
    """Whether a text speaks of letters that look alike, and so may show some.

    >>> speaks_of_look_alikes("A homoglyph: pаypal"), speaks_of_look_alikes("Use pаypal")
    (True, False)
    """
    return _is_in(_LOOK_ALIKES, text)


_CHARACTERS = compiled(
    r"u\+[0-9a-f]{4}|zero[- ]width|(?:invisible|non-printing|compatibility) (?:character|unicode)"
    r"|soft hyphen|variation selector|presentation form|\bligature|code ?points?\b|homoglyph"
    r"|trojan source|unicode (?:block|character|normali[sz]ation|category)|\bnf(?:k?[cd])\b"
    r"|full-?width|half-?width|零宽|零寬|不可见字符|不可見字元|ゼロ幅|不可視文字|コードポイント"
    r"|全角|半角|全形|半形|лигатур|нулевой ширины|unicode-zeichen|caractères? invisibles?"
)


def speaks_of_characters(text: str) -> bool:
    """Whether a text speaks of characters as such, and so may show rare ones on purpose.

    >>> speaks_of_characters("A zero-width space is U+200B."), speaks_of_characters("A small space")
    (True, False)
    """
    return _is_in(_CHARACTERS, text)
