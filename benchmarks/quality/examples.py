"""One text of each class of damage, and what each tool makes of it."""

from __future__ import annotations

from collections.abc import Iterator

from case import Case
from page_parts import NONE, table
from peers import PEERS, Judged
from run import Run

EXAMPLES = (
    Case("A", "UTF-8 read as cp1252", "fr",
         "Le café est déjà fermé.", "Le cafÃ© est dÃ©jÃ\xa0 fermÃ©."),
    Case("B", "UTF-8 read as cp437", "cs",
         "Příští vlak jede zítra.", "P┼Ö├¡┼ít├¡ vlak jede z├¡tra."),
    Case("C", "cp1251 read as cp1252", "ru", "Доброе утро, страна!", "Äîáðîå óòðî, ñòðàíà!"),
    Case("D", "GBK read as cp1252", "zh", "你好，世界。", "ÄãºÃ£¬ÊÀ½ç¡£"),
    Case("E", "UTF-8 read as GBK", "zh", "你好，世界！", "浣犲ソ锛屼笘鐣岋紒"),
    Case("F", "UTF-8 read as GBK, a byte lost", "zh", "你好，世界。",
         "浣犲ソ锛屼笘鐣屻\ufffd\ufffd"),
    Case("G", "EUC-KR read as GBK", "ko", "오늘 아침에는 날씨가 좋았지만 저녁에는 비가 내렸습니다.",
         "坷疵 酒魔俊绰 朝揪啊 亮疽瘤父 历翅俊绰 厚啊 郴啡嚼聪促."),
    Case("H", "UTF-8 read as cp1252, twice", "de", "Grüße aus Köln", "GrÃƒÂ¼ÃƒÅ¸e aus KÃƒÂ¶ln"),
    Case("I", "letters that an encoding lacks", "el", "Το πρωί περάσαμε τη γέφυρα.",
         "?? ???? ???????? ?? ??????."),
    Case("J", "JSON escapes", "es", "El año próximo", "El a\\u00f1o pr\\u00f3ximo"),
    Case("K", "UTF-8 read as cp1252, a byte lost", "en",
         "“Well,” she said.", "â€œWell,â€? she said."),
    Case("L", "one word, UTF-8 read as cp1252", "pl", "Jutro będzie świeciło słońce nad łąką.",
         "Jutro będzie świeciło sÅ‚oÅ„ce nad łąką."),
    Case("M", "pinyin glosses", "zh",
         "企業的發展戰略要堅持創新", "企業(yè)的發(fā)展戰(zhàn)略要堅持創(chuàng)新"),
)  # fmt: skip
"""Each class's example: written for this page, damaged as the class is."""


def report(run: Run) -> Iterator[str]:
    """The table of this part."""
    read = {name: peer([case.damaged for case in EXAMPLES]) for name, peer in PEERS.items()}
    rows = [
        [
            case.group,
            _shown(case.damaged),
            case.kind,
            *(said(read[name][number], case) for name in PEERS),
        ]
        for number, case in enumerate(EXAMPLES)
    ]
    yield (
        "– means that nothing is found, *found* that nothing is repaired; *right* is the text as it"
        " was."
    )
    yield table(["class", "text", "how it came about", *PEERS], rows)


def said(judged: Judged, case: Case) -> str:
    """What a tool says of an example, in a cell."""
    if judged.text == case.clean:
        return "right"
    if judged.text is None or judged.text == case.damaged:
        return "found" if judged.found else NONE
    return _shown(judged.text)


def _shown(text: str) -> str:
    """A text in a cell of a table: what cannot be seen as its code point."""
    visible = "".join(f"⟨{ord(char):02X}⟩" if not char.isprintable() else char for char in text)
    return f"`{visible}`"
