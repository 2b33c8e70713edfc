"""What happened to a text: which wrong decodings it went through, and what it was.

>>> explained = explain("浣犲ソ")
>>> explained.text, explained.chain, explained.steps
('你好', (('utf-8', 'gbk'),), (('encode', 'gbk'), ('decode', 'utf-8')))
>>> explain("It is fine.").chain
()
"""

from __future__ import annotations

from dataclasses import dataclass

from textproof.misread_utf8 import replaced
from textproof.wrong_decoding import Chain, WrongDecoding, in_words, wrong_decodings


@dataclass(frozen=True, slots=True)
class Explanation:
    """What a text went through.

    ``text`` is the text as it was meant, the same text where nothing is found. ``chain`` has pairs
    of Python's codec names, the last wrong reading first: what the bytes were in, and what they
    were read as; where several stretches went different ways, it is that of the most characters.
    ``confidence`` is from 0 to 1, ``proved`` says that the repair is safe. ``runs`` are the
    stretches, with offsets in code points of the text that was given.
    """

    text: str
    chain: Chain
    confidence: float
    proved: bool
    runs: tuple[WrongDecoding, ...]

    @property
    def steps(self) -> tuple[tuple[str, str], ...]:
        """What undoes it, as pairs of `encode` or `decode` and a codec, in the order to take."""
        return tuple(
            step for true, wrong in self.chain for step in (("encode", wrong), ("decode", true))
        )

    def __str__(self) -> str:
        """What happened, in words: `UTF-8 read as GBK`."""
        if not self.chain:
            return "nothing was read with a wrong encoding"
        return in_words(self.chain)


def explain(text: str) -> Explanation:
    """What happened to a text that may have been read with the wrong encoding."""
    runs = wrong_decodings(text, suspected=True)
    if not runs:
        return Explanation(text, (), 1.0, False, ())
    lengths: dict[Chain, int] = {}
    for run in runs:
        lengths[run.chain] = lengths.get(run.chain, 0) + run.end - run.start
    chain = max(lengths, key=lambda known: lengths[known])
    return Explanation(
        replaced(text, runs),
        chain,
        max(run.confidence for run in runs),
        all(run.proved for run in runs),
        tuple(runs),
    )
