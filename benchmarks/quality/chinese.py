"""Class M on documents: the messages of the catalogues in Chinese, put together as long as a page.

The texts of the other parts are a sentence or two; a page that was glossed or whose bytes slipped
has some hundred characters. Each kind of damage is counted for itself, found and given back
exactly; a gloss that is not found in a page shows as what was not given back.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

import chinese_names
import damage_chinese
from case import Case
from page_parts import table
from peers import PEERS
from run import Run
from sources import Sample, read

from textproof.language import HAN, han_count

LANGUAGES = "zh_Hans zh_Hant zh_CN zh_TW zh_HK".split()

LONG = 240
"""Han characters of a document."""

MOST = 400
"""Texts of each language that documents are made of."""

_CODECS = {"Big5": "big5", "Shift-JIS": "cp932", "EUC-KR": "cp949"}
_RUN = re.compile("[\u3041-\u30fe\u4e00-\u9fff\uac00-\ud7a3，。、「」]{6,}")


def documents(run: Run) -> Iterator[Sample]:
    """Clean documents, each of messages of one language."""
    for language in LANGUAGES:
        texts: list[str] = []
        for sample in read(language, run.split, MOST, run.seed):
            texts.append(sample.text)
            if sum(map(han_count, texts)) >= LONG:
                yield Sample(language, "\n".join(texts))
                texts = []


def cases(run: Run) -> Iterator[Case]:
    """The damaged documents."""
    for number, (language, text) in enumerate(documents(run)):
        chance = random.Random(f"{run.seed} chinese {language} {number}")
        script = "zh_Hant" if language in ("zh_Hant", "zh_TW", "zh_HK") else "zh_Hans"
        for kind, damaged in damage_chinese.damage(text, script, chance):
            if damaged != text:
                yield Case("M", kind, language, text, damaged)
        for kind, clean in _with_dots(text, language, chance):
            for stands_for, name in (("?", "?"), (" ", "a space")):
                damaged = re.sub(rf"(?<=[{HAN}])·(?=[{HAN}])", stands_for, clean)
                yield Case("M", f"{kind}: · to {name}", language, clean, damaged)
    for language, name in (("zh_Hant", "Big5"), ("ja", "Shift-JIS"), ("ko", "EUC-KR")):
        for number, sample in enumerate(read(language, run.split, MOST, run.seed)):
            chance = random.Random(f"{run.seed} slip {language} {number}")
            if damaged := _slipped(sample.text, _CODECS[name], chance):
                yield Case("M", f"byte lost in {name}", language, sample.text, damaged)


def _with_dots(text: str, language: str, chance: random.Random) -> Iterator[tuple[str, str]]:
    """A document with one name or title with a dot in it, at the beginning of a sentence."""
    begins = [0, *(match.end() for match in re.finditer(f"[。\n] ?(?=[{HAN}])", text))]
    kinds = (("name", chinese_names.PEOPLE, "说，"), ("title", chinese_names.TITLES, "里说，"))
    for kind, names, says in kinds:
        place = chance.choice(begins)
        name = chance.choice(chinese_names.of(names, language))
        says = (
            says
            if language in ("zh_Hans", "zh_CN")
            else says.replace("说", "說").replace("里", "裡")
        )
        yield kind, f"{text[:place]}{name}{says}{text[place:]}"


def _slipped(text: str, codec: str, chance: random.Random) -> str | None:
    """A text with the first byte of a run lost, as a browser reads it; None where little shows."""
    runs = []
    for match in _RUN.finditer(text):
        data = match[0].encode(codec, "ignore")
        shown = data[1:].decode(codec, "replace").replace("\ufffd", "?")
        if len(data) == 2 * len(match[0]) and sum(c > "\x7f" and c not in text for c in shown) >= 4:
            runs.append((match, shown))
    if not runs:
        return None
    match, shown = chance.choice(runs)
    return text[: match.start()] + shown + text[match.end() :]


def report(run: Run) -> Iterator[str]:
    """The table of this part."""
    every = list(cases(run))
    judge = PEERS["textproof"]
    clean = dict(zip((c.clean for c in every), judge([c.clean for c in every]), strict=True))
    counts: Counter[str] = Counter()
    found: Counter[str] = Counter()
    exact: Counter[str] = Counter()
    for case, judged in zip(every, judge([case.damaged for case in every]), strict=True):
        given_back = judged.text is not None and judged.text in (case.clean, clean[case.clean].text)
        counts[case.kind] += 1
        found[case.kind] += judged.found
        exact[case.kind] += given_back
        if not (judged.found and given_back):
            said = "not repaired" if judged.found else "not found"
            run.miss("M", f"{case.kind}\t{case.language}", said, case.damaged, case.clean)
    alarms = sum(judged.found for judged in clean.values())
    yield (
        f"{len(every):,} damaged documents; of the {len(clean):,} clean ones {alarms} are flagged,"
        " by whichever rule."
    )
    rows = [
        [kind, n, f"{found[kind] / n:.3f} / {exact[kind] / n:.3f}"]
        for kind, n in sorted(counts.items())
    ]
    yield table(["kind", "documents", "textproof, found / given back"], rows)
