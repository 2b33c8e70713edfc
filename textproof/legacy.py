"""Which legacy encoding some bytes are in, how sure that is, and what reads nearly as well.

chardet names the candidates; each reading is then asked how much it reads like a language
(`plausibility`), and the cheapest one wins. That decides what chardet cannot: in 3,000 documents of
200 to 6,400 bytes chardet alone read 97.2 % right, both together 98.8 % (`benchmarks/encoding`).
Where both agree by a clear margin they were right 2,864 of 2,867 times; where they do not, only a
wide margin is sure.
"""

from __future__ import annotations

import codecs
import math
import re
from typing import NamedTuple

from textproof.codec_languages import languages_of
from textproof.legacy_sample import SAMPLE, reading_cost, sample_of

CANDIDATES = 12
"""Readings of chardet's that are looked at, the best first; where it has more, of a short text, it
knows nothing, and those in usual encodings are looked at too."""

CHARDET_WEIGHT = 4.0
"""Nats that a reading loses where chardet's confidence in it is a factor e lower."""

DECLARED = 12.0
"""Nats that a reading gains where the document itself, or the project, declares its encoding."""

SURE_ALIKE, SURE_UNLIKE = 1.5, 12.0
"""How fast confidence grows with the margin, in nats, where chardet has the same first choice and
where it has another: a margin of 3.5, or of 28, makes a reading sure; twice that, where it is in an
encoding of DOS or old Macs and the next one in a usual one."""

LIKELY = 10.0
"""Nats for a character beyond ASCII up to which a reading is likely: 99 of 100 right ones cost 9.1
and less. A dearer one is never sure: it is in a language that is not known, or its bytes are
damaged."""

BAD_SHARE = 0.01
"""Characters of a damaged text, among those beyond ASCII, that may have no reading."""

READ_FOR_A_BAD_ONE = 8
"""Characters beyond ASCII that a damaged text has for each of those: without any other, a letter in
a word is read as the first half of a Chinese character, and nothing speaks against that."""

TOLERANT = "big5 gb18030 cp932 euc_jp cp949 cp1252 cp1251 cp1250 cp1253 cp1254 cp1257".split()
"""The encodings that a damaged text is looked for in: the most used, and those in which a single
lost byte leaves a text that no codec decodes."""

USUAL = frozenset(
    "cp1250 cp1251 cp1252 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 cp874 tis-620 koi8-r koi8-u "
    "iso8859-1 iso8859-2 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-9 iso8859-13 iso8859-15 "
    "gb2312 gbk gb18030 hz big5 big5hkscs cp950 shift_jis cp932 euc_jp iso2022_jp euc_kr cp949 "
    "utf-7 utf-16 utf-16-le utf-16-be".split()
)
OLD = frozenset(
    "cp437 cp737 cp775 cp850 cp852 cp855 cp857 cp862 cp864 cp865 cp866 iso8859-4 iso8859-16 "
    "mac-roman mac-cyrillic mac-greek mac-latin2 mac-turkish iso2022_kr".split()
)
OLD_COST, RARE_COST = 2.5, 7.0
"""Nats that an encoding of DOS or of old Macs costs, and one that hardly any document is in."""

RARE_SHARE = 0.05
"""Nats for each byte beyond ASCII by which an encoding that hardly any document is in must be
cheaper than a usual one: in a long text a few symbols read better by chance (KOI8-T for KOI8-R:
0.03). Texts in Tajik and Kazakh gain more, or are as cheap in both. It makes nothing sure."""

EBCDIC = frozenset("cp037 cp273 cp424 cp500 cp875 cp1026 cp1140".split())
"""The encodings of mainframes."""

NULS_OF_UTF32 = 0.2
"""Share of NULs from which on bytes may be UTF-16 or UTF-32."""

FEW = 200
"""Bytes beyond ASCII up to which the usual encodings are tried beside chardet's candidates."""

MANY_LETTERS, FEWEST_CHARACTERS = 12, 40
"""Letters beyond ASCII that a sure reading has, or characters in all."""

SINGLE_BYTE = (
    "cp1252 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 iso8859-2 iso8859-5 koi8-r "
    "cp866 cp850 cp437 mac-roman cp874"
).split()
DOUBLE_BYTE = "gb18030 big5 cp932 euc_jp cp949".split()
"""The encodings that are tried where there is little to go by."""

UNSURE = 0.9
"""The most that a reading can be trusted that is not likely."""

_LABEL = re.compile(rb"charset|encoding|coding", re.IGNORECASE)
_NO_CONTROLS = bytes(32 if code in (0, 27) else code for code in range(256))
_BAD = re.compile("[\udc80-\udcff]")
_BEYOND = re.compile("[^\0-\x7f]")


class Reading(NamedTuple):
    """The bytes in one encoding: the text, the codec name, and what speaks against it, in nats."""

    text: str
    encoding: str
    cost: float
    likely: bool


class Legacy(NamedTuple):
    """How bytes are read: text, codec name, confidence from 0.5 to 0.99, and the best other
    encoding that reads them differently."""

    text: str
    encoding: str
    confidence: float
    runner_up: str | None


def read_legacy(data: bytes, declared: tuple[str, ...] = ()) -> Legacy | None:
    """Read bytes that are no UTF-8. None where no encoding reads them.

    ``declared`` are the codec names that the document or the project declares. Where chardet, which
    does not see them, says the same, two witnesses do, and what the reading costs does not count.
    """
    import chardet

    found = chardet.detect_all(_without_labels(data), max_bytes=len(data), prefer_superset=False)
    ranked = [
        (codec, c["confidence"])
        for c in found
        if (codec := _codec(c["encoding"])) and (codec not in EBCDIC or _has_its_spaces(data))
    ]
    if ranked and ranked[0][0].startswith("utf-32"):  # told by its form, not by its letters
        text = decoded(data, ranked[0][0])
        return Legacy(text, ranked[0][0], 0.99, None) if text else None
    declared = tuple(as_meant(codec, data) for codec in declared)
    likeliest = max((confidence for _, confidence in ranked), default=1.0)
    few = (*SINGLE_BYTE, *DOUBLE_BYTE) if _has_few(data) else ()
    others = [(codec, likeliest / math.e) for codec in (*declared, *few)]
    if "cp932" not in declared:
        ranked = [(_narrowed(codec, data), confidence) for codec, confidence in ranked]
        others = [(_narrowed(codec, data), confidence) for codec, confidence in others]
    known = {codec for codec, _ in ranked}
    ranked += [(codec, confidence) for codec, confidence in others if codec not in known]
    wanted = {*declared, *(codec for codec, _ in others if len(known) > CANDIDATES)}
    readings = _readings(data, ranked, declared, wanted)
    by_cost = _usual_first(sorted(readings, key=lambda reading: reading.cost), data)
    two_witnesses = bool(readings) and readings[0].encoding in known.intersection(declared)
    if two_witnesses:
        by_cost.sort(key=lambda reading: reading is not readings[0])
    if not by_cost or not by_cost[0].likely:
        damaged = _read_damaged(data)
        if damaged:
            runner_up = by_cost[0].encoding if by_cost else None
            return Legacy(damaged.text, damaged.encoding, UNSURE, runner_up)
    if not by_cost:
        return None
    first, runner_up = by_cost[0], by_cost[1].encoding if len(by_cost) > 1 else None
    agreed = first is readings[0] or first.encoding in declared
    margin = max(by_cost[1].cost - first.cost, 0.0) if runner_up else math.inf
    if two_witnesses:
        margin = max(margin, DECLARED)
    scale = SURE_ALIKE if agreed else SURE_UNLIKE
    if first.encoding in OLD and runner_up in USUAL:
        scale *= 2
    confidence = 1 - math.exp(-margin / scale) / 2
    believable = agreed or first.encoding in USUAL | OLD
    most = 0.99 if believable and first.likely and _tells(first) else UNSURE
    return Legacy(first.text, first.encoding, min(round(confidence, 2), most), runner_up)


def _without_labels(data: bytes) -> bytes:
    """The bytes without what would make chardet believe them: an encoding that they declare is
    weighed here, and escapes, and NULs unless they are many, are damage of a text."""
    if data.count(0) < NULS_OF_UTF32 * len(data):
        data = data.translate(_NO_CONTROLS)
    return _LABEL.sub(lambda match: b"x" * len(match[0]), data)


def _has_its_spaces(data: bytes) -> bool:
    """Whether there are more spaces of EBCDIC than of ASCII."""
    return data.count(0x40) > data.count(0x20)


def _has_few(data: bytes) -> bool:
    """Whether there are so few bytes beyond ASCII that chardet may not offer the right encoding."""
    return _beyond_ascii(data) <= FEW


def _beyond_ascii(data: bytes) -> int:
    return len(data) - len(data.decode("ascii", "ignore"))


def _tells(reading: Reading) -> bool:
    """Whether a reading is long enough to tell its language by."""
    letters = sum(map(str.isalpha, _BEYOND.findall(reading.text)))
    return letters >= MANY_LETTERS or len(reading.text) >= FEWEST_CHARACTERS


def _read_damaged(data: bytes) -> Reading | None:
    """Read a legacy text of which a few bytes are damaged; they are kept as lone surrogates."""
    sample, best = sample_of(data), None
    for codec in TOLERANT:
        text = data.decode(codec, "surrogateescape")
        bad, beyond = len(_BAD.findall(text)), len(_BEYOND.findall(text))
        if not bad or bad > BAD_SHARE * beyond + 1 or beyond - bad < READ_FOR_A_BAD_ONE * bad:
            continue
        against = reading_cost(sample, text, codec, languages_of(codec))
        if _is_likely(against, sample, codec) and (best is None or against < best.cost):
            best = Reading(text, codec, against, True)
    return best


def _readings(
    data: bytes, ranked: list[tuple[str, float]], declared: tuple[str, ...], wanted: set[str]
) -> list[Reading]:
    """The readings that differ, in the given order, each with what speaks against it: so many of
    the first, and those in wanted encodings."""
    sample = sample_of(data)
    confidences = dict(reversed(ranked))
    texts: dict[str, list[str]] = {}
    for codec, _ in ranked:
        if len(texts) >= CANDIDATES and codec not in wanted:
            continue
        text = decoded(data, codec)
        if text is not None:
            texts.setdefault(text, []).append(codec)
    readings: list[Reading] = []
    for text, same in texts.items():
        first = same[0]
        named = min(same, key=lambda codec: (codec not in declared, _rarity(codec)))
        against = -CHARDET_WEIGHT * math.log(max(confidences[first], 1e-4)) + _rarity(named)
        against -= DECLARED if named in declared else 0
        home = frozenset[str]().union(*map(languages_of, same))
        own = reading_cost(sample, text, first, home)
        readings.append(Reading(text, named, against + own, _is_likely(own, sample, first)))
    return readings


def _is_likely(own_cost: float, sample: bytes, codec: str) -> bool:
    """Whether what a reading of the sample costs is little for its characters."""
    beyond = _BEYOND.findall(sample.decode(codec, "ignore"))
    return own_cost <= LIKELY * max(len(beyond), 1)


def _rarity(codec: str) -> float:
    return 0.0 if codec in USUAL else OLD_COST if codec in OLD else RARE_COST


def _usual_first(by_cost: list[Reading], data: bytes) -> list[Reading]:
    """Readings by their cost, but a usual encoding before a rare one that is hardly cheaper."""
    usual = next((r for r in by_cost if r.encoding in USUAL | OLD), None)
    if usual is None:
        return by_cost
    if usual.cost - by_cost[0].cost > RARE_SHARE * min(_beyond_ascii(data), SAMPLE):
        return by_cost
    return sorted(by_cost, key=lambda reading: reading is not usual)


def as_meant(codec: str, data: bytes) -> str:
    """The codec that the label of another means for some bytes: Shift_JIS with characters that are
    not in the standard is that of Microsoft.

    >>> as_meant("shift_jis", "朝〜夜".encode("shift_jis"))
    'shift_jis'
    >>> as_meant("shift_jis", "①".encode("cp932"))
    'cp932'
    """
    return "cp932" if codec == "shift_jis" and decoded(data, codec) is None else codec


def _narrowed(codec: str, data: bytes) -> str:
    """Shift_JIS of Microsoft by the standard, where no character is beyond it: they read the wave
    dash and the minus otherwise, and only the standard's names say what these are."""
    return "shift_jis" if codec == "cp932" and decoded(data, "shift_jis") is not None else codec


def _codec(name: str | None) -> str | None:
    """Python's name of an encoding, None where it has none."""
    try:
        return codecs.lookup(name).name if name else None
    except LookupError:
        return None


def decoded(data: bytes, codec: str) -> str | None:
    """Bytes decoded with a codec, None where it cannot."""
    try:
        return data.decode(codec)
    except (UnicodeError, LookupError):
        return None
