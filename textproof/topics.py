"""What a document is about, where a rule must know: a text about encodings shows damage on purpose,
one about Chinese characters shows both variants."""

from __future__ import annotations

import re

_VARIANTS = re.compile(
    "簡體|简体|簡化字|简化字|繁體|繁体|正體字|正体字|新字體|新字体|異體字|异体字|opencc",
    re.IGNORECASE,
)
_ENCODINGS = re.compile(
    r"mojibake|ftfy|U\+FFFD|replacement character|latin-?1|cp-?125\d|windows-125\d|double.encod"
    r"|文字化け|乱码|亂碼|字符编码|字元編碼|кракозябр|encoding error"
    r"|(?:wrong|bad|mis|in(?:correct))(?:ly)?[ -]?(?:en|de)cod|character encoding",
    re.IGNORECASE,
)


def speaks_of_variants(text: str) -> bool:
    """Whether a text speaks of Simplified and Traditional Chinese, and so may quote both."""
    return bool(_VARIANTS.search(text))


def speaks_of_encodings(text: str) -> bool:
    """Whether a text speaks of encodings and their damage, and so may quote some.

    >>> speaks_of_encodings("This kind of mojibake looks like Ã©."), speaks_of_encodings("CafÃ©")
    (True, False)
    """
    return bool(_ENCODINGS.search(text))
