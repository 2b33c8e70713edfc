"""Encodings that write everything in ASCII bytes: ISO-2022 with escape sequences, and HZ.

Such bytes are valid UTF-8, and so no detector that asks for UTF-8 first sees them.

>>> seven_bit_of("こんにちは".encode("iso2022_jp")), seven_bit_of(b"the shell's ~{a,b}")
('iso2022_jp', None)
"""

from __future__ import annotations

from textproof.everyday_cjk import is_common_cjk

SHIFTS = (
    (b"\x1b$", ("iso2022_jp", "iso2022_jp_2", "iso2022_jp_3", "iso2022_kr")),
    (b"~{", ("hz",)),
)
"""What switches to two-byte characters, and the codecs that do so. In ISO-2022 (ECMA-35) an escape
sequence, in HZ (RFC 1843) a tilde and a brace, which an ordinary text may hold too."""

FEWEST = 4
"""Characters beyond ASCII that such a text must have."""

USUAL_SHARE = 0.9
"""Share of everyday characters among them."""


def seven_bit_of(data: bytes) -> str | None:
    """The codec of a text in ASCII bytes that shifts to two-byte characters, or None."""
    for shift, codecs in SHIFTS:
        if shift not in data:
            continue
        for codec in codecs:
            try:
                text = data.decode(codec)
            except UnicodeDecodeError:
                continue
            beyond = [char for char in text if char > "\x7f"]
            usual = sum(map(is_common_cjk, beyond))
            if len(beyond) >= FEWEST and usual >= USUAL_SHARE * len(beyond):
                return codec
    return None
