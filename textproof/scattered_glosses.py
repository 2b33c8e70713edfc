"""Readings scattered over everyday characters: `开(kai)始了(le)`, `台(tái )语`, `上shang海`.

Pages that are spun for search engines carry them, after characters of both variants, without tone
marks or with a space before the parenthesis, some of them twice, some with a picture instead
(`(🥇)`). An author who glosses leaves other marks: every character of a phrase (`你(ni)好(hao)`), a
particle or another reading than the usual one (`得(dei)`), a single word.

>>> [gloss.char for gloss in find_scattered_glosses("他开(kai)始上(shang)学(xue)读书(shu)了")]
['开', '上', '学', '书']
>>> find_scattered_glosses("你(ni)好(hao)！老(lao)师(shi)再(zai)见(jian)！")
()
"""

from __future__ import annotations

import re

from textproof.glosses import Gloss
from textproof.language import HAN
from textproof.lazy import compiled
from textproof.readings import TONED, is_toned, readings_of, reads, untoned

PROVED, LIKELY = 6, 3
"""Telling glosses from which on a document proves that they were scattered, and from which on that
is likely. 1,434 Chinese Markdown files have one telling gloss at most."""

ALONE_SHARE = 0.3
"""Of the glosses before a Han character, the share after which that one has none: above it nobody
glosses whole phrases."""

RIGHT_SHARE = 0.5
"""Of all the short words in that place, the share that is the reading of its character."""

SAMPLE = 512
"""Code points in which a document that carries bare readings shows one: they are in every line."""

_PARTICLES = frozenset("的地得了着著过過吧吗嗎呢么麼啊把被一不")
"""Characters that an author glosses: particles, which texts on grammar name, and those whose tone
changes."""

_WORD = compiled(rf"\((?<=[{HAN})]\()([a-zü{TONED}]{{1,6}})( ?)\)")
_PICTURE = compiled(rf"\((?<=[{HAN})]\()[\u2600-\u27bf\ufe0f\u200d\U0001f000-\U0001faff]{{1,4}}\)")
_LOOSE = compiled(rf"[a-zü](?<=[{HAN}].)[a-zü]{{1,5}}(?![a-zü])")
_BARE = compiled(rf"[a-zü](?<=[{HAN}].)[a-zü]{{1,5}}(?=[{HAN}，。、；：！？”》）\n]|\Z)")
_HAN = compiled(f"[{HAN}]")


def find_scattered_glosses(prose: str) -> tuple[Gloss, ...]:
    """The scattered glosses in parentheses, in order."""
    words = list(_WORD.finditer(prose))
    if len(words) < LIKELY:
        return ()
    glosses: list[Gloss] = []
    plain = 0
    for match in words:
        before = prose[match.start() - 1]
        last = glosses[-1] if glosses else None
        again = before == ")" and last and last.end == match.start()
        char = last.char if last and again else before
        if reads(char, match[1]):
            glosses.append(Gloss(*match.span(), char, match[1], False))
            plain += is_toned(match[1]) and not match[2]
    if plain > len(glosses) / 2 or len(glosses) < RIGHT_SHARE * len(words):
        return ()
    found = _judged(prose, glosses)
    if not found:
        return ()
    pictures = (Gloss(*m.span(), "", m[0][1:-1], False) for m in _PICTURE.finditer(prose))
    return tuple(sorted([*found, *pictures]))


def begins_with_bare_glosses(text: str) -> bool:
    """Whether there is a bare reading at the beginning of a text, as in every line of one that was
    glossed so."""
    return any(_is_reading(text, match) for match in _BARE.finditer(text, 0, SAMPLE))


def find_bare_glosses(prose: str) -> tuple[Gloss, ...]:
    """The scattered glosses without parentheses, in order."""
    if not begins_with_bare_glosses(prose):
        return ()
    words = list(_BARE.finditer(prose))
    right = [match for match in words if _is_reading(prose, match)]
    if len(right) < RIGHT_SHARE * len(words):
        return ()
    found = _judged(prose, [_bare(prose, match) for match in right])
    if not found or not found[0].proved:
        return found
    # where it is proved, the reading before a space or a foreign word is one too
    everywhere = [_bare(prose, m) for m in _LOOSE.finditer(prose) if _is_reading(prose, m)]
    return tuple(gloss._replace(proved=True) for gloss in everywhere)


def _bare(prose: str, match: re.Match[str]) -> Gloss:
    return Gloss(*match.span(), prose[match.start() - 1], match[0], False)


def _is_reading(prose: str, match: re.Match[str]) -> bool:
    return reads(prose[match.start() - 1], match[0])


def _judged(prose: str, glosses: list[Gloss]) -> tuple[Gloss, ...]:
    """The glosses, where the document tells that no author wrote them."""
    starts = {gloss.start for gloss in glosses}
    inside = [gloss for gloss in glosses if _HAN.match(prose, gloss.end)]
    alone = [gloss for gloss in inside if gloss.end + 1 not in starts]
    if len(alone) < ALONE_SHARE * len(inside):
        return ()
    telling = [gloss for gloss in alone if _is_ordinary(gloss)]
    chars = {gloss.char for gloss in telling}
    if len(telling) < LIKELY or len(chars) < LIKELY:
        return ()
    proved = len(telling) >= PROVED and len(chars) >= PROVED - 1
    return tuple(gloss._replace(proved=proved) for gloss in glosses)


def _is_ordinary(gloss: Gloss) -> bool:
    """Whether no author would give this reading: it is the only one of an everyday character."""
    known = untoned(readings_of(gloss.char)).split()
    return gloss.char not in _PARTICLES and len(set(known)) <= 2
