"""Characters without a shape of their own, and the scripts that need some of them.

Written by hand, from the Unicode Standard 17: the names are those of its code charts; the scripts
that join or break with zero-width characters are those of chapters 9 and 12 to 17, by block.
"""

NAMES = {
    "\u00ad": "soft hyphen",
    "\u034f": "combining grapheme joiner",
    "\u115f": "Hangul choseong filler",
    "\u1160": "Hangul jungseong filler",
    "\u17b4": "Khmer inherent vowel aq",
    "\u17b5": "Khmer inherent vowel aa",
    "\u180b": "Mongolian variation selector",
    "\u180c": "Mongolian variation selector",
    "\u180d": "Mongolian variation selector",
    "\u180e": "Mongolian vowel separator",
    "\u180f": "Mongolian variation selector",
    "\u200b": "zero width space",
    "\u200c": "zero width non-joiner",
    "\u200d": "zero width joiner",
    "\u2060": "word joiner",
    "\u2061": "function application",
    "\u2062": "invisible times",
    "\u2063": "invisible separator",
    "\u2064": "invisible plus",
    "\u2065": "unassigned format character",
    "\u206a": "inhibit symmetric swapping",
    "\u206b": "activate symmetric swapping",
    "\u206c": "inhibit Arabic form shaping",
    "\u206d": "activate Arabic form shaping",
    "\u206e": "national digit shapes",
    "\u206f": "nominal digit shapes",
    "\u2800": "Braille blank",
    "\u3164": "Hangul filler",
    "\uffa0": "halfwidth Hangul filler",
    "\ufff9": "interlinear annotation anchor",
    "\ufffa": "interlinear annotation separator",
    "\ufffb": "interlinear annotation terminator",
}

JOINING = (
    # Hebrew to Arabic Extended-A, Devanagari to Myanmar, Khmer to Mongolian, Limbu to Vedic
    # Extensions, Syloti Nagri to Meetei Mayek, Arabic presentation forms; hieroglyphs
    "\u0590-\u08ff\u0900-\u109f\u1780-\u18af\u1900-\u1cff\ua800-\uabff\ufb50-\ufdff\ufe70-\ufefc"
    "\U00010a00-\U00010fff\U00011000-\U00011fff\U0001e800-\U0001efff"
    "\U00013000-\U0001345f"
)
"""The inside of a class: scripts whose letters join, or stack, by U+200C and U+200D."""

BREAKING = (
    # Thai, Lao and Tibetan, Myanmar, Khmer, Tai Le to New Tai Lue, Buginese to Tai Tham, Balinese
    # to Lepcha, Javanese and Myanmar Extended-B, Cham to Tai Viet, Ahom
    "\u0e00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a00-\u1aaf\u1b00-\u1c4f\ua980-\ua9ff"
    "\uaa00-\uaadf\U00011700-\U0001174f"
)
"""The inside of a class: scripts that write no space between words, and break lines by U+200B."""
