"""Text that was read with the wrong encoding, undone: which stretches, how often, and what it was.

Where all that is beyond ASCII in a line, written in one encoding, is valid UTF-8, that was the
encoding it was read with; where only some of it is, each piece must read better than before. What
comes out is asked again, until nothing more is found: text may have been read wrongly several
times.

>>> [(m.start, m.end, m.meant, m.chain) for m in misread_in("ein GrГјner und ein grГјner Tee")]
[(6, 8, 'ü', ('cp1251',)), (22, 24, 'ü', ('cp1251',))]
>>> misread_in("浣犲ソ锛屼笘鐣岋紒")[0].meant
'你好，世界！'
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from textproof import western_runs
from textproof.codec_bytes import DOUBLE_BYTE, SINGLE_BYTE, codecs_with
from textproof.lazy import compiled
from textproof.misread_letters import (
    are_letters,
    far_scripts,
    fits,
    is_letter,
    is_natural,
    is_of_scripts,
)
from textproof.misread_signs import is_clean_cjk
from textproof.misread_utf8 import RUN, Segment, replaced, segments
from textproof.plausibility import cost

LAYERS = 6
"""How many times over a text may have been read wrongly."""

AROUND = 24
"""Characters on either side of a piece that are looked at with it."""

RIVALS = 3
"""Readings of a stretch that are compared."""

LEAST_GAIN = 6.0
"""Nats by which a text must read better than before. Of clean messages in 99 languages, pieces that
are UTF-8 by chance gain 10 at most, and are no letters of their word."""

LEAST_GAIN_OF_WORDS = 15.0
"""The same where all that is beyond ASCII is words as clean text has them."""

LEAST_GAIN_OF_CJK = 12.0
"""The same for a piece of Chinese, Japanese or Korean text among more of it."""

NO_GAIN = -1.0
"""The gain of a piece that is taken for what stands beside it."""

SURE_GAIN, SURE_MARGIN, SURE_LENGTH = 20.0, 12.0, 3
"""From which gain, from which margin to the next best reading, in nats, and from how many
characters on a reading is proved."""

MOSTLY = 0.8
"""Share of the characters beyond ASCII that are UTF-8, from which on all of those are taken."""

USUAL, RARE = 13, 3.0
"""How many of the encodings are usual, and how many nats each of the others costs."""

_BEYOND = compiled("[^\x00-\x7f]+")
_LINES = compiled("[\u2500-\u259f]")
_CJK = compiled("[\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff00-\uffef]")


class Misread(NamedTuple):
    """A stretch that was read wrongly: ``chain`` has the encodings it was read with, the last one
    first. ``gain`` is by how many nats the whole line reads better, ``margin`` by how many the
    next best reading is worse."""

    start: int
    end: int
    meant: str
    chain: tuple[str, ...]
    gain: float
    margin: float


class _Leaf(NamedTuple):
    """What a text may have been: the text, by which pieces of the one before, and how often it was
    undone."""

    text: str
    pieces: tuple[Misread, ...]


def are_proved(pieces: Sequence[Misread]) -> bool:
    """Whether no other reading of a line comes near to what its pieces say."""
    if not pieces:
        return False
    enough = sum(len(p.meant) * len(p.chain) for p in pieces)
    gain, margin = min(p.gain for p in pieces), min(p.margin for p in pieces)
    return enough >= SURE_LENGTH and gain >= SURE_GAIN and margin >= SURE_MARGIN


def misread_in(line: str) -> list[Misread]:
    """The stretches of a line that were read wrongly, in order."""
    if line.isascii():
        return []
    return _all_of(line) or _some_of(line)


def _all_of(line: str) -> list[Misread]:
    """The pieces of a line of which all was read wrongly."""
    leaves = _leaves(line, LAYERS)
    if len(leaves) == 1:
        return []
    before = _cost(line)
    costs = sorted(
        (_cost(leaf.text) + _rarity(leaf.pieces), rank) for rank, leaf in enumerate(leaves[1:], 1)
    )
    best, rank = costs[0]
    pieces = leaves[rank].pieces
    meant = "".join(piece.meant for piece in pieces)
    if before - best < _least_gain(pieces[0]) or not are_letters(meant):
        return []
    if before - best < LEAST_GAIN_OF_WORDS and all(is_natural(line, piece) for piece in pieces):
        return []
    if all(len(piece.meant) == 1 for piece in pieces) and not _are_usual(line, pieces):
        return []
    others = [other for other, index in costs[1:] if leaves[index].text != leaves[rank].text]
    codecs = {piece.chain[0] for piece in pieces}
    deeper = [piece for piece in _some_of(leaves[rank].text) if piece.chain[0] in codecs]
    if deeper:
        shallow = [Segment(piece.start, piece.end, piece.meant) for piece in pieces]
        chains = [piece.chain for piece in pieces]
        pieces = _joined(shallow, chains, deeper)
    margin = min([before, *others]) - best
    return [piece._replace(gain=before - best, margin=margin) for piece in pieces]


def _leaves(text: str, layers: int) -> list[_Leaf]:
    """What a text may have been if nearly all that is beyond ASCII in it was read wrongly; itself
    comes first."""
    leaves = [_Leaf(text, ())]
    if not layers or text.isascii():
        return leaves
    beyond = sum(map(len, _BEYOND.findall(text)))
    found = _candidates(text)
    whole = any(covered == beyond for covered, _, _ in found)
    for covered, codec, pieces in found:
        if covered < (beyond if whole else MOSTLY * beyond):
            continue
        deeper = _leaves(replaced(text, pieces), layers - 1)
        obvious = len(deeper) > 1 and len(deeper[1].pieces) > 1
        leaves += [
            _Leaf(leaf.text, _joined(pieces, [(codec,)] * len(pieces), leaf.pieces))
            for leaf in (deeper[1:] if obvious else deeper)
        ]
    return leaves


def _candidates(text: str) -> list[tuple[int, str, list[Segment]]]:
    """The encodings with which pieces of a text are UTF-8, and how many of its characters beyond
    ASCII that are: the most first. Of several with the same pieces the most usual is named."""
    beyond = "".join(sorted(set("".join(_BEYOND.findall(text)))))
    is_suspect = bool(_CJK.search(beyond)) and not is_clean_cjk(text)
    single = codecs_with(beyond) if RUN.search(text) else ()
    codecs = single + (DOUBLE_BYTE if is_suspect else ())
    found: dict[tuple[Segment, ...], str] = {}
    for codec in codecs:
        pieces = tuple(segments(text, codec))
        if pieces:
            found.setdefault(pieces, codec)
    covered = [
        (sum(len("".join(_BEYOND.findall(text[p.start : p.end]))) for p in pieces), codec, pieces)
        for pieces, codec in found.items()
    ]
    covered.sort(key=lambda candidate: -candidate[0])
    return [(count, codec, list(pieces)) for count, codec, pieces in covered[:RIVALS]]


def _some_of(line: str) -> list[Misread]:
    """The pieces of a line of which some was read wrongly: each of them reads better for itself."""
    best, most = list[Misread](), 0.0
    for _, codec, pieces in _candidates(line):
        suspect = [p for p in pieces if codec in DOUBLE_BYTE or not is_natural(line, p)]
        better = [found for piece in suspect if (found := _better(line, piece, codec))]
        if _LINES.search(line) and _LINES.search(replaced(line, better)):
            continue  # a drawing
        gain = sum(piece.gain for piece in better)
        if gain > most:
            best, most = sorted([*better, *_of_their_script(pieces, better, codec)]), gain
    return best


def _of_their_script(
    pieces: Sequence[Segment], better: Sequence[Misread], codec: str
) -> list[Misread]:
    """Those pieces of a line that are letters of a script that the better ones are in: `Ñƒ` beside
    `ÐºÐ¸Ð¹`."""
    scripts = far_scripts(better)
    places = {piece.start for piece in better}
    return [
        Misread(*piece, (codec,), NO_GAIN, NO_GAIN)
        for piece in pieces
        if piece.start not in places and is_of_scripts(piece.meant, scripts)
    ]


def _better(line: str, piece: Segment, codec: str) -> Misread | None:
    """A piece of a line, undone as often as it must be, where it reads better then."""
    before, after = line[: piece.start][-AROUND:], line[piece.end :][:AROUND]
    leaves = _leaves(piece.meant, LAYERS - 1)
    costs = [
        (_cost(before + leaf.text + after) + _rarity(leaf.pieces), rank)
        for rank, leaf in enumerate(leaves)
    ]
    cost_of_it, rank = min(costs)
    gain = _cost(before + line[piece.start : piece.end] + after) - cost_of_it
    found = _joined([piece], [(codec,)], leaves[rank].pieces)[0]._replace(gain=gain, margin=gain)
    if gain < _least_gain(found) or not fits(line, found) or not are_letters(found.meant):
        return None
    if codec in DOUBLE_BYTE and gain < LEAST_GAIN_OF_CJK:
        return None
    return found if len(found.meant) > 1 or is_letter(line, found, codec) else None


def _least_gain(piece: Misread) -> float:
    """By how much a piece must read better: where what stands around it tells more, not at all."""
    return 0.0 if piece.chain[-1] in western_runs.CODECS else LEAST_GAIN


def _rarity(pieces: Sequence[Misread]) -> float:
    """Nats that the encoding of some pieces costs: the usual ones nothing."""
    return RARE if pieces and pieces[0].chain[0] in SINGLE_BYTE[USUAL:] else 0.0


def _are_usual(line: str, pieces: Sequence[Misread]) -> bool:
    """Whether pieces of one character each, which are all that a line has beyond ASCII, are usual
    where they stand: more than half of them, and not all as words of clean text are."""
    usual = sum(is_letter(line, piece, piece.chain[-1]) for piece in pieces)
    return 2 * usual >= len(pieces) and not all(is_natural(line, piece) for piece in pieces)


@lru_cache(maxsize=4096)
def _cost(text: str) -> float:
    return cost(text)


def _joined(
    first: Sequence[Segment], chains: Sequence[tuple[str, ...]], later: Sequence[Misread]
) -> tuple[Misread, ...]:
    """Pieces of a text, with the chain of each, and of what they make of it, as pieces of the
    text."""
    joined: list[Misread] = []
    waiting = list(later)
    shift = 0
    for piece, chain in zip(first, chains, strict=True):
        start = piece.start + shift
        end = start + len(piece.meant)
        while waiting and waiting[0].end <= start:
            joined.append(_moved(waiting.pop(0), -shift))
        inside = []
        while waiting and waiting[0].start < end:
            inside.append(waiting.pop(0))
        joined.append(_undone_twice(piece, start, inside, chain))
        shift = end - piece.end
    return (*joined, *(_moved(piece, -shift) for piece in waiting))


def _moved(piece: Misread, by: int) -> Misread:
    return piece._replace(start=piece.start + by, end=piece.end + by)


def _undone_twice(
    piece: Segment, start: int, inside: list[Misread], chain: tuple[str, ...]
) -> Misread:
    """A piece with what was found in what it means, which begins at ``start``."""
    meant, whole = piece.meant, chain
    for deeper in reversed(inside):
        low, high = deeper.start - start, deeper.end - start
        meant = meant[: max(low, 0)] + deeper.meant + meant[high:]
        whole = (*chain, *deeper.chain)
    return Misread(piece.start, piece.end, meant, whole, 0.0, 0.0)
